"""Terms of office: when a sentence says that somebody came into a post, and when out of it.

Read behind a holder (`Budi, yang menjabat sejak April 2021`) or behind what says that somebody holds a post
(`dilantik menjadi Bupati Alor, Selasa (5/3/2024)`), as far as nothing comes between that could have another date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.commitment import Term
from kg.extract.patterns import Match
from kg.extract.periods import period, year
from kg.extract.register import Register
from kg.extract.shapes import LETTERS, WORD, Shape
from kg.extract.vocabulary import Vocabulary
from kg.language.tokens import Tokens
from kg.model import Day, Kind

_PERSON = LETTERS[Kind.PERSON]
_BETWEEN = frozenset({_PERSON, *(LETTERS[kind] for kind in (Kind.ROLE, Kind.INSTITUTION, Kind.PLACE)), *",iyovO"})
_FARTHEST = 9


@dataclass(frozen=True, slots=True)
class Said:
    """What is said behind a holder. verb: its element; office: it speaks of a post though it names none
    (`jabatannya`); heir: the element of whom the post passes to, if anybody."""

    verb: int
    term: Term
    office: bool = False
    heir: int | None = None


def past(until: Day | None, said: Day | None) -> bool:
    """Whether an end lies before the article's day or on it, as far as both are known."""
    return until is not None and said is not None and Day(until.year, until.month or 12, until.day or 28) <= said


def bind(register: Register, number: int, term: Term) -> None:
    """Add a term to the holding stated under that number. What lies ahead of the article is a plan: no beginning, and
    an end that leaves the holder in office until then."""
    said, until = register.prose.article.published, term.until
    since = term.since if term.since and (said is None or term.since <= said) else None
    over = term.over and (until is None or said is None)
    if since or until or over:
        register.bound(number, since, until, former=over or past(until, said), last=term.last)


@dataclass(frozen=True, slots=True)
class Terms:
    """Reads the sentences of one article. dates: first token of each date to the token behind it and its day."""

    tokens: Tokens
    vocabulary: Vocabulary
    dates: Mapping[int, tuple[int, Day]]

    def last_day(self, date: int) -> bool:
        """Whether the date at that token is one till which something lasts: `berlangsung hingga Jumat (12/7)`, not
        `Jumat hingga Minggu (10-12/4)`."""
        till, days, lower = self.vocabulary.terms.till, self.vocabulary.marks.days, self.tokens.lower
        return any(
            (found := till.longest(lower, i)) is not None and i + found[0] == date and lower[i - 1] not in days
            for i in range(max(1, date - 3), date)
        )

    def behind_holder(self, sentence: Shape, at: int) -> Said | None:
        """What the sentence says right behind the person at element `at`."""
        elements = sentence.elements
        if (
            at and elements[at - 1].letter == WORD
        ):  # it may be said of whose adviser somebody is: `penasihat Presiden …`
            return None
        if at and self._phrase("removing", elements[at - 1].first):
            return self._leaving(self._first(sentence, at + 1), at - 1)
        verb = at + 1
        while verb < len(elements) and self._light(elements[verb].first):
            verb += 1
        i = self._first(sentence, verb)
        if serving := self._phrase("serving", i):
            term = self.span(i + serving)
            return Said(verb, term, office=True) if term else None
        if self._phrase("coming", i):
            term = self._coming(sentence, verb + 1)
            return Said(verb, term) if term else None
        if leaving := self._phrase("leaving", i):
            return self._leaving(i + leaving, verb)
        return self._passing(sentence, verb) if self._phrase("passing", i) else None

    def behind_match(self, sentence: Shape, match: Match, *, over: bool) -> Term:
        """What is said behind a match that tells who holds a post. over: it tells that somebody left it."""
        end = match.at + len(match.letters)
        i = self._first(sentence, end)
        verbs = sentence.elements[max(0, match.at - 1) : end]
        if any(self._phrase("handing", one.first) for one in verbs):
            day = self._coming(sentence, end) or Term()
            return Term(until=day.since, over=True, last=day.last) if over else day
        if over:
            return self._left(i) or Term()
        term = self.span(i) or Term()
        if any(self._phrase("coming", one.first) for one in verbs):
            came = self._coming(sentence, end) or Term()
            return Term(came.since or term.since, term.until, last=max(came.last, term.last))
        return term

    # -- coming and serving ---------------------------------------------------------------------

    def span(self, i: int) -> Term | None:
        """`sejak 2019 hingga 2022`, `hingga 30 November 2017`, `pada periode 2014-2019` at token `i`."""
        i += self._phrase("within", i)
        if i < self.tokens.count and (years := period(self.tokens, self.vocabulary, i)):
            return Term(years.since, years.until, last=i + years.length)
        since = self._date(i + self._phrase("since", i)) if self._phrase("since", i) else None
        i = since[0] if since else i
        till = self._phrase("till", i)
        until = self._date(i + till) if till else None
        if since or until:
            return Term(since[1] if since else None, until[1] if until else None, last=until[0] if until else i)
        return None

    def _coming(self, sentence: Shape, at: int) -> Term | None:
        """The day behind a swearing-in, over who swears in and where: `oleh Gubernur di Kupang, Senin (5/2/2024)`."""
        strange = 0
        for element in sentence.elements[at : at + _FARTHEST]:
            if found := self._date(element.first):
                return Term(since=found[1], last=found[0])
            strange += element.letter == WORD
            if strange > 1 or not (element.letter in _BETWEEN | {WORD} or self._phrase("on", element.first)):
                return None
        return None

    # -- leaving --------------------------------------------------------------------------------

    def _leaving(self, i: int, verb: int) -> Said | None:
        """`… dengan hormat dari jabatannya pada 10 Juli 2023`, behind the verb: the day, or nothing that could belong
        to another post."""
        i += self._phrase("honour", i)
        office = self._phrase("office", i)
        i += office
        term = self._left(i)
        if term is None and (self._ends(i) or self._phrase("behind", i)):
            term = Term(over=True, last=i)
        return Said(verb, term, office=office > 0) if term else None

    def _left(self, i: int) -> Term | None:
        """The day of an end, with nothing before it but a comma and `pada`."""
        i += i < self.tokens.count and self.tokens.word[i] == ","
        found = self._date(i + self._phrase("on", i))
        return Term(until=found[1], over=True, last=found[0]) if found else None

    def _passing(self, sentence: Shape, verb: int) -> Said | None:
        """`digantikan oleh Siti, Selasa (5/3)`, `menyerahkan jabatan kepada Siti`: nothing but a day behind the heir,
        who else might only stand in for the holder at a meeting."""
        elements = sentence.elements
        heir = verb + 1
        while heir < len(elements) and elements[heir].letter in "y>":
            heir += 1
        if heir >= len(elements) or elements[heir].letter != _PERSON:
            return None
        i = self._first(sentence, heir + 1)
        term = self._left(i) or (Term(over=True, last=elements[heir].last) if self._ends(i) else None)
        return Said(verb, term, heir=heir) if term else None

    # -- words ----------------------------------------------------------------------------------

    def _first(self, sentence: Shape, at: int) -> int:
        """The first token of element `at`, behind the last one that of nothing."""
        return sentence.elements[at].first if at < len(sentence.elements) else self.tokens.count

    def _phrase(self, name: str, i: int) -> int:
        """Length of the phrase of that list (`kg/lexicon/terms.toml`) at token `i`, else 0."""
        phrases = getattr(self.vocabulary.terms, name)
        found = phrases.longest(self.tokens.lower, i) if i < self.tokens.count else None
        return found[0] if found else 0

    def _light(self, i: int) -> bool:
        return self.tokens.word[i] == "," or self._phrase("adverbs", i) > 0

    def _ends(self, i: int) -> bool:
        return i >= self.tokens.count or self.tokens.word[i] in ",.;!)\n" or self.tokens.kind[i] == "l"

    def _date(self, i: int) -> tuple[int, Day] | None:
        """The token behind the day, month or year at token `i`, and it."""
        if i in self.dates:
            return self.dates[i]
        i += self._phrase("about", i)
        if i in self.dates:
            return self.dates[i]
        lone = year(self.tokens, i)
        return (i + 1, lone) if lone else None
