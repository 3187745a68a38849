"""How sure a figure is: the spread that it has when the articles are drawn again and again, by the bootstrap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import quantiles

from kg.score.tally import Tally

_RESAMPLES = 1000
_SEED = 20240214
_TAIL = 40

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spread:
    """The bounds between which 95 % of the resamples lie, lower and upper; None where a figure means nothing."""

    precision: Interval | None
    recall: Interval | None
    f1: Interval | None


def spreads(units: Sequence[Mapping[str, Tally]], rows: Sequence[str]) -> dict[str, Spread]:
    """The spread of each row's figures, of the rows that have any count, over tallies by row of independent units.

    From one fixed seed, the units are drawn with replacement, as many as there are, a thousand times. A resample in
    which nothing is told says nothing of precision, nor of recall if nothing is wanted: it is left out there.
    """
    counted = [row for row in rows if any(unit[row] for unit in units)]
    flat = [[count for row in counted for count in _counts(unit[row])] for unit in units]
    draw = Random(_SEED)
    sums = [[sum(column) for column in zip(*draw.choices(flat, k=len(flat)), strict=True)] for _ in range(_RESAMPLES)]
    tallies = ([Tally(*one[at : at + 3]) for one in sums] for at in range(0, 3 * len(counted), 3))
    return dict(zip(counted, map(_spread, tallies), strict=True))


def _counts(tally: Tally) -> tuple[int, int, int]:
    return tally.hit, tally.miss, tally.extra


def _spread(tallies: Sequence[Tally]) -> Spread:
    return Spread(
        _bounds([tally.precision for tally in tallies if tally.hit or tally.extra]),
        _bounds([tally.recall for tally in tallies if tally.hit or tally.miss]),
        _bounds([tally.f1 for tally in tallies if tally]),
    )


def _bounds(figures: Sequence[float]) -> Interval | None:
    if len(figures) < 2:
        return None
    cuts = quantiles(figures, n=_TAIL, method="inclusive")
    return cuts[0], cuts[-1]
