"""Verdicts and their counts, row by row: a class, a relation, or a group of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kg.score.gold import KINDS, annotated

QUOTE, MERGE = "quote", "merge"
_CORE = ("holds", "organises", "about")


class Outcome(StrEnum):
    """Right, missing, or wrongly there."""

    HIT = "hit"
    MISS = "miss"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that counts: in which row, how, and what it is in words."""

    row: str
    outcome: Outcome
    what: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, missing and wrongly there, and the figures that follow; 0 where there is nothing.

    >>> tally = Tally(hit=8, miss=2, extra=0)
    >>> tally.precision, tally.recall, round(tally.f1, 3)
    (1.0, 0.8, 0.889)
    """

    hit: int = 0
    miss: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """The share of what is there that is right."""
        return self.hit / (self.hit + self.extra) if self.hit else 0.0

    @property
    def recall(self) -> float:
        """The share of what is right that is there."""
        return self.hit / (self.hit + self.miss) if self.hit else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if self.hit else 0.0

    def __bool__(self) -> bool:
        return bool(self.hit or self.miss or self.extra)


def groups() -> dict[str, tuple[str, ...]]:
    """The rows that sum up others, and which they are."""
    return {"entities": tuple(map(str, KINDS)), "core": _CORE, "all": annotated()}


def rows() -> tuple[str, ...]:
    """Every row, in the order to show them: classes, relations, each with their groups, quotes, merges."""
    others = tuple(name for name in annotated() if name not in _CORE)
    return (*map(str, KINDS), "entities", *_CORE, *others, "core", "all", QUOTE, MERGE)


def tally(verdicts: Iterable[Verdict]) -> dict[str, Tally]:
    """The counts of every row, groups among them."""
    counts = Counter((verdict.row, verdict.outcome) for verdict in verdicts)
    members = {row: groups().get(row, (row,)) for row in rows()}
    return {
        row: Tally(*(sum(counts[name, outcome] for name in names) for outcome in Outcome))
        for row, names in members.items()
    }
