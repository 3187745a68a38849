"""Candidates of what stands around names: titles, degrees, acting marks, periods, unit numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.candidates.regions import Regions
from kg.extract.grammar import ACTING, DEGREE, PERIOD, PLACE, TITLE, Segment
from kg.extract.periods import period
from kg.extract.vocabulary import Row

_LONGEST_DEGREE = 5


@dataclass(frozen=True, slots=True)
class Marks(Regions):
    """Candidates of what stands around names: titles, degrees, acting marks, periods, unit numbers."""

    def _periods(self, i: int, last: int) -> Iterator[Segment]:
        term = period(self.tokens, self.vocabulary, i)
        if term and i + term.length <= last:
            yield Segment(PERIOD, i, i + term.length, self.vocabulary.weights["post"]["period"] * term.length)

    def _unit_numbers(self, i: int, last: int) -> Iterator[Segment]:
        """`0207/Simalungun` behind `Dandim`: the seat of the post."""
        length = self._region(i, last) if i and self.tokens.lower[i - 1] in self.vocabulary.seats else 0
        if length:
            weights = self.vocabulary.weights["place"]
            yield Segment(PLACE, i, i + length, weights["known"] + weights["token"] * length, None, 0)

    def _titles(self, i: int, last: int) -> Iterator[Segment]:
        for phrases, acting in ((self.vocabulary.titles, False), (self.vocabulary.status, True)):
            if self.tokens.lower[i] not in phrases.firsts:
                continue
            found = phrases.longest(self.tokens.lower, i)
            if found and i + found[0] > last:  # `S. Ag.` whose point ends the run
                found = phrases.longest(self.tokens.lower[:last], i)
            if found and i + found[0] <= last:
                yield from self._title(i, i + found[0], found[1], acting)

    def _more_degrees(self, i: int) -> Iterator[Segment]:
        """Unknown capitals behind a degree and a comma: `S.H., CPLA`."""
        word, titles = self.tokens.word, self.vocabulary.titles
        if i < 3 or not word[i].isupper() or not 2 <= len(word[i]) <= _LONGEST_DEGREE:
            return
        found = titles.longest(self.tokens.lower, i - 2) if self.tokens.lower[i - 2] in titles.firsts else None
        if found and found[1]["kind"] == "after" and self.tokens.lower[i] not in self.vocabulary.firsts:
            yield Segment(DEGREE, i, i + 1, self.vocabulary.weights["title"]["score"])

    def _title(self, i: int, end: int, row: Row, acting: bool) -> Iterator[Segment]:
        score = self.vocabulary.weights["title"]["score"] * (end - i)
        if acting:
            if row["class"] == "acting":
                yield Segment(ACTING, i, end, score, row)
        elif row["kind"] == "after":
            if self.tokens.word[i].isupper() or self.tokens.word[i][:1].isupper():
                yield Segment(DEGREE, i, end, score, row)
        elif self.tokens.cap[i] or self.tokens.slice(i, end) in self.vocabulary.small_titles:
            yield Segment(TITLE, i, end, score, row)
