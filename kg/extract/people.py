"""People: full names first, then the short forms, clipped and misspelt ones that mean them; nicknames and titles."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from rapidfuzz.distance import DamerauLevenshtein, Prefix

from kg.extract.grammar import COMMA, DEGREE, PERSON, PLACE, TITLE, Segment
from kg.extract.referents import Referents
from kg.language.spelling import singled
from kg.model import Kind

_CLIPPED = 4
_INITIALS = 3
_SLIPPED = 5


@dataclass(slots=True)
class People(Referents):
    """Registers persons."""

    def _nickname(self, aside: Segment) -> bool:
        """Whether the bracket behind a person holds another name (`(Gus Ipul)`), no party, region or acronym."""
        tokens, vocabulary = self.register.prose.tokens, self.vocabulary
        inside = range(aside.first + 1, aside.last - 1)
        if not 1 <= len(inside) <= 3 or not all(tokens.cap[i] and not tokens.word[i].isupper() for i in inside):
            return False
        known = (vocabulary.bodies, vocabulary.regions, vocabulary.posts, vocabulary.countries, vocabulary.heads)
        first = tokens.lower[aside.first + 1]
        return not any(first in phrases.firsts and phrases.longest(tokens.lower, aside.first + 1) for phrases in known)

    def _bare_name(self, first: int, last: int) -> str:
        """A nickname without its courtesy: `Gus Ipul` is registered as `Ipul` too."""
        title = self.vocabulary.titles.longest(self.register.prose.tokens.lower, first)
        return self.text(first + title[0], last) if title and first + title[0] < last else ""

    def _person(self, segment: Segment) -> None:
        name = self._name(segment)
        key = " ".join(word.removesuffix(".") for word in name.lower().split() if word[0].isalpha())
        at = self.register.find(Kind.PERSON, key)
        if at is None:
            at = self._longer(key.split(), segment.first)
        if at is None and segment.last - segment.first == 1:
            at = self._likest(key)
        if at is None:
            at = self.register.add(Kind.PERSON, key, name)
        else:
            self.register.drafts[at].forms[name] += 1
        self._note(Kind.PERSON, segment, at)

    def _name(self, segment: Segment) -> str:
        """The name as written, a nickname's quote marks kept, a list's next number (`Zon6.`) left off."""
        return self.text(segment.first, segment.last).rstrip("0123456789")

    def _longer(self, parts: list[str], near: int) -> int | None:
        """The one person whose name holds all these parts in order; of several the nearest one before."""
        fits: dict[int, int] = {}
        for item in self.items:
            if item.kind == Kind.PERSON and len(parts) < item.last - item.first:
                lower = self.register.prose.tokens.lower[item.first : item.last]
                if _within(parts, lower):
                    fits[item.first] = item.referent
        if len(set(fits.values())) <= 1:
            return next(iter(fits.values()), None)
        before = [first for first in fits if first < near]
        return fits[max(before)] if before else None

    def _called(self) -> None:
        """`yang akrab disapa Leni`, `… Hasan alias Zulhas`, `… Purnama atau Ahok`: a name of the person named last."""
        lower = self.register.prose.tokens.lower
        words = self.vocabulary.weights["reference"]["called"]
        people = sorted((i for i in self.items if i.kind == Kind.PERSON), key=lambda item: item.first)
        for before, item in itertools.pairwise(people):
            near = self._near(max(before.last, item.first - 3), item.first)
            between = [word for word in lower[before.last : item.first] if word not in self.vocabulary.titles.firsts]
            short = item.last - item.first == 1 or lower[item.last - 1] == lower[before.last - 1]
            either = between == ["atau"] and short
            if item.referent != before.referent and (either or any(word in words for word in near)):
                self._unite(item.referent, before.referent)

    def _near(self, first: int, last: int) -> Sequence[str]:
        """The words in front of a name, in its sentence: in `alias Hambali. Yusril` none."""
        prose = self.register.prose
        begins = max((start for start, _ in prose.sentences if start <= last), default=first)
        return prose.tokens.lower[max(first, begins) : last]

    def _likest(self, key: str) -> int | None:
        """The one person of whose name the lone word is a clipped or misspelt part (`Adit`, `Nanato` for `Nonato`), or
        a blend (`Zulhas`); else who has no other name and is spelt so but for a double letter (`Affifudin`)."""
        near = self._only(lambda parts: any(_clipped(key, part) or _slipped(key, part) for part in parts))
        near = near if near is not None else self._only(lambda parts: blends(key, parts))
        return near if near is not None else self._doubled(key)

    def _doubled(self, key: str) -> int | None:
        """The one person of a lone name that differs from this one in double letters alone."""
        if len(key) <= _SLIPPED:
            return None
        lower, single = self.register.prose.tokens.lower, singled(key)
        lone = (item for item in self.items if item.kind == Kind.PERSON and item.last - item.first == 1)
        found = {item.referent for item in lone if singled(lower[item.first]) == single}
        return found.pop() if len(found) == 1 else None

    def _only(self, fits: Callable[[Sequence[str]], bool]) -> int | None:
        """The one person whose full name fits."""
        lower, found = self.register.prose.tokens.lower, set()
        for item in self.items:
            if item.kind == Kind.PERSON and item.last - item.first > 1 and fits(lower[item.first : item.last]):
                found.add(item.referent)
        return found.pop() if len(found) == 1 else None

    def _overlooked(self) -> None:
        """Lone names that look like ordinary words or acronyms (`kata Agung`, `ujar AHY`), where a verb of reporting
        stands beside them and exactly one person's full name has them as a part, a clipped part, a blend or initials.
        """
        tokens = self.register.prose.tokens
        named = (s for split in self.splits for s in split if s.kind != COMMA and not self._bare_place(s))
        taken = {i for s in named for i in range(s.first, s.last)}
        for at in range(1, tokens.count - 1):
            if not tokens.cap[at] or at in taken or tokens.cap[at - 1] or tokens.cap[at + 1]:
                continue
            if tokens.lower[at] in self.vocabulary.countries.firsts:
                continue
            if self._reports(at - 1) or self._reports(at + 1):
                person = self.register.find(Kind.PERSON, tokens.lower[at])
                if person is None:
                    person = self._only(partial(_means, tokens.word[at]))
                if person is not None:
                    self.register.drafts[person].forms[tokens.word[at]] += 1
                    self._note(Kind.PERSON, Segment(PERSON, at, at + 1, 0.0), person)

    def _bare_place(self, segment: Segment) -> bool:
        """Whether it is a place of one word, as somebody's short name may be: `kata Bima` of Bimantara."""
        return segment.kind == PLACE and segment.last - segment.first == 1

    def _reports(self, at: int) -> bool:
        """Whether a verb of reporting or `menurut` stands there."""
        lower, verbs = self.register.prose.tokens.lower, self.vocabulary.verbs
        found = verbs.longest(lower, at) if lower[at] in verbs.firsts else None
        return lower[at] == "menurut" or (found is not None and found[1]["class"] == "say")

    def _manners(self, split: Sequence[Segment]) -> None:
        """Titles in front of and degrees behind a person, kept apart from the name."""
        person: Segment | None = None
        titles: list[str] = []
        end = split[0].first if split else 0
        for segment in split:
            if any(word.isalpha() for word in self.register.prose.tokens.word[end : segment.first]):
                titles = []  # `Ibu Kota …, Budi` is no Ibu Budi
            end = segment.last
            if segment.kind == TITLE:
                titles.append(self.text(segment.first, segment.last))
            elif segment.kind == PERSON:
                person = segment
                self._entitle(person, titles)
                titles = []
            elif segment.kind == DEGREE and person is not None:
                self._entitle(person, [self.text(segment.first, segment.last)])
            elif segment.kind != COMMA:
                person, titles = None, []

    def _entitle(self, person: Segment, titles: Iterable[str]) -> None:
        self.register.drafts[self.of[person.first]].titles.update(titles)


def _within(parts: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(part in rest for part in parts)


def _means(word: str, parts: Sequence[str]) -> bool:
    """Whether the lone word stands for the person of that full name, in lower case."""
    key = word.lower()
    if word.isupper():
        return len(word) >= _INITIALS and key == "".join(part[0] for part in parts)
    return key in parts or any(_clipped(key, part) for part in parts) or blends(key, parts)


def blends(name: str, parts: Sequence[str]) -> bool:
    """Whether the name is made of the beginnings of consecutive parts, two letters and more from each, and at most
    one letter more of the last one.

    >>> blends("jokowi", ["joko", "widodo"]), blends("bamsoet", ["bambang", "soesatyo"]), blends("joko", ["joko", "w"])
    (True, True, False)
    """
    return any(_begins(name, parts[at:], 0) for at in range(len(parts) - 1))


def _begins(name: str, parts: Sequence[str], used: int) -> bool:
    """Whether the parts, after `used` others, can be blended into the name."""
    if not parts:
        return False
    shared = Prefix.similarity(name, parts[0])
    for letters in range(2, shared + 1):
        rest = name[letters:]
        if used and (not rest or (len(rest) == 1 and rest in parts[0][letters:])):
            return True
        if rest and _begins(rest, parts[1:], used + 1):
            return True
    return False


def _clipped(short: str, part: str) -> bool:
    return len(short) >= _CLIPPED and len(part) > len(short) + 1 and part.startswith(short)


def _slipped(name: str, part: str) -> bool:
    """One letter written wrong, left out or too many, in names of five letters and more that begin alike."""
    if min(len(name), len(part)) < _SLIPPED or name[0] != part[0]:
        return False
    return DamerauLevenshtein.distance(name, part, score_cutoff=1) <= 1
