"""Commitment: whether a sentence tells what a pattern found in it as done, as planned, denied or alleged, or leaves it
open.

The words of `kg/lexicon/status.tsv` govern verbs, and how far is said there. A statement takes after the verbs of its
own match, and after the verb that its event is the object of: what `akan menggelar E di L` plans is the place, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.extract.clauses import EVENT, NAMES, PLACE, Clauses
from kg.extract.patterns import Match
from kg.extract.shapes import DATE, LETTERS, WORD, Shape
from kg.extract.vocabulary import Vocabulary
from kg.language.tokens import Tokens
from kg.model import Day, Kind, Status

OPEN = "Open"
"""Hoped for, asked for, a condition, a question: neither stated nor denied."""

_RANK = (OPEN, Status.NEGATED.value, Status.ALLEGED.value, Status.PLANNED.value)
_PEOPLE = frozenset({LETTERS[Kind.PERSON], LETTERS[Kind.INSTITUTION], "X"})
_BACK = 6


def strongest(marks: Collection[str]) -> str:
    """The mark that decides, of several that governors make."""
    return next((one for one in _RANK if one in marks), Status.ASSERTED.value)


@dataclass(frozen=True, slots=True)
class Term:
    """When a holding of a post began and ended, as far as a text says so. over: it says that it ended; last: the token
    behind the words that say all this."""

    since: Day | None = None
    until: Day | None = None
    over: bool = False
    last: int = 0


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text commits itself to somebody's holding a post, whether that is over, and what it says of the term."""

    status: Status = Status.ASSERTED
    former: bool = False
    term: Term = Term()


@dataclass(frozen=True, slots=True)
class Governor:
    """A word of `status.tsv` in a sentence. makes: what it makes of what it governs, if anything."""

    at: int
    word: str
    makes: str
    reach: str


@dataclass(frozen=True, slots=True)
class Governed:
    """A sentence with what governs each of its elements."""

    sentence: Shape
    governors: tuple[Governor, ...]
    marks: tuple[frozenset[str], ...]
    spec: Mapping[str, Any]

    def status(self, match: Match, words: frozenset[str]) -> str:
        """What governs the match makes of its statement, `Open` or a status. words: letters that its pattern names."""
        return strongest({mark for at in self._relevant(match, words) for mark in self.marks[at]})

    def _relevant(self, match: Match, words: frozenset[str]) -> Iterator[int]:
        """What a statement takes after: the names of the match (but for who holds a post) and its verbs. Where the
        pattern names no verb, those of happening, if there are any, else all and unknown words, too."""
        verbs = frozenset(self.spec["predicates"]) - (frozenset(self.spec["personal"]) - words)
        happening = frozenset(self.spec["happening"])
        own = verbs if words & verbs else happening
        inside = range(match.at, match.at + len(match.letters))
        told = any(self.sentence.letters[at] in own for at in inside)
        names = NAMES - _PEOPLE if LETTERS[Kind.ROLE] in match.letters else NAMES | _PEOPLE
        counts = names | (own if told else verbs | {WORD})
        yield from (at for at in inside if self.sentence.letters[at] in counts)
        if not told and match.letters[:1] == EVENT:
            yield from self._verb_of_object(match.at)

    def _verb_of_object(self, event: int) -> Iterator[int]:
        """The verb of organising that the event is the object of."""
        for at in range(event - 1, max(-1, event - _BACK), -1):
            letter = self.sentence.letters[at]
            if letter in self.spec["hosting"]:
                yield at
            if letter in NAMES or letter in ",;Y" or letter in self.spec["predicates"]:
                return

    def before(self, match: Match) -> tuple[str, frozenset[str]] | None:
        """The letter right before the match and what governs that element."""
        return (self.sentence.letters[match.at - 1], self.marks[match.at - 1]) if match.at else None

    def words(self, match: Match) -> Iterable[str]:
        """The classes of the words in the match that tell how a post is held."""
        inside = range(match.at, match.at + len(match.letters))
        return [governor.word for governor in self.governors if governor.at in inside]


@dataclass(frozen=True, slots=True)
class Government:
    """Finds what governs what, in the sentences of one article. spec: the table `[commitment]` of `shapes.toml`."""

    vocabulary: Vocabulary
    tokens: Tokens
    spec: Mapping[str, Any]

    def of(self, sentence: Shape) -> Governed:
        """The sentence with what governs its elements."""
        clauses = Clauses(sentence, self.tokens, self.vocabulary, self.spec)
        governors = tuple(self._governors(clauses))
        marks: list[set[str]] = [set() for _ in sentence.elements]
        for governor in governors:
            for at in _reached(clauses, governor) if governor.makes else ():
                marks[at].add(governor.makes)
        return Governed(sentence, governors, tuple(map(frozenset, marks)), self.spec)

    def _governors(self, clauses: Clauses) -> Iterator[Governor]:
        """The words of the sentence that `status.tsv` knows, and the question mark that ends it."""
        phrases, elements = self.vocabulary.status, clauses.sentence.elements
        for at, element in enumerate(elements):
            if element.letter not in NAMES and clauses.lower(at) in phrases.firsts:
                found = phrases.longest(self.tokens.lower, element.first)
                if found:
                    word = found[1]["class"]
                    yield Governor(at, word, self.spec["makes"].get(word, ""), found[1]["reach"])
        if elements and self.tokens.word[elements[-1].last - 1] == "?":
            yield Governor(-1, "question", OPEN, "on")


def _reached(clauses: Clauses, governor: Governor) -> Iterable[int]:
    """The elements that the governor governs, by the reach that `status.tsv` gives it."""
    at = governor.at
    if governor.reach == "clause":
        return _called_off(clauses, at)
    if governor.reach == "on":
        end = clauses.end(at, inserted=clauses.relative(at))
        return {*clauses.onward(at, end), *(_time(clauses, at, end) if governor.makes == Status.PLANNED else ())}
    if governor.reach == "comma":
        return clauses.onward(at, clauses.comma(at))
    return clauses.behind(at) if governor.reach == "back" else clauses.next(at, denied=governor.makes == Status.NEGATED)


def _called_off(clauses: Clauses, at: int) -> Iterable[int]:
    """The verbs of the clause that something is called off in, and its events wherever the sentence speaks of them;
    if somebody only calls off coming, that verb and whoever stands before it."""
    target, letters, elements = clauses.next(at), clauses.letters, clauses.sentence.elements
    if any(letters[i] in clauses.spec["coming"] for i in target):
        return {*target, *(i for i in range(clauses.begin(at), at) if letters[i] in _PEOPLE)}
    clause = range(clauses.begin(at), clauses.end(at))
    off = {elements[i].referent for i in clause if letters[i] == EVENT}
    again = (i for i, element in enumerate(elements) if element.letter == EVENT and element.referent in off)
    return {*filter(clauses.verb, clause), *again}


def _time(clauses: Clauses, at: int, end: int) -> Iterable[int]:
    """Time and place that a plan names by itself: `dijadwalkan pada 4 Maret`."""
    verb = next(clauses.onward(at, end), end)
    return (i for i in range(at + 1, verb) if clauses.letters[i] in (DATE, PLACE))
