"""`python -m tests.quality.identity [WORD …]`: the table of `measure`, and every pair it gets wrong.

With words, only the pairs whose id begins with one of them (`spelling`, `nickname-07`).
"""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table

import kg
from tests.quality.identity.measure import Counts, Figures, load, measure


def main(words: list[str]) -> None:
    pairs = [pair for pair in load() if not words or pair.id.startswith(tuple(words))]
    figures = measure(kg.build, pairs)
    console = Console(width=None if sys.stdout.isatty() else 150, highlight=False)
    console.print(table(figures))
    console.print(f"homographs kept apart {figures.homographs_apart:.3f}\n")
    for outcome in figures.outcomes:
        if outcome.right:
            continue
        pair = outcome.pair
        what = (
            "not found: " + ", ".join(outcome.missing) if outcome.missing else "merged" if outcome.merged else "apart"
        )
        label = "same" if pair.same else "different"
        names = f"{pair.left.name} | {pair.right.name}"
        console.print(f"{pair.id}  {pair.of}  {what}; labelled {label}  {names}", markup=False, soft_wrap=True)
        console.print(f"    {pair.why}", markup=False, soft_wrap=True)


def table(figures: Figures) -> Table:
    """Precision, recall and F1 by kind and overall."""
    out = Table(box=None)
    out.add_column("kind")
    for name in ("pairs", "found", "merged", "wrong", "missed", "apart", "precision", "recall", "F1"):
        out.add_column(name, justify="right")
    for kind, counts in figures.by_kind.items():
        out.add_row(kind, *cells(counts))
    out.add_row("all", *cells(figures.overall), style="bold")
    return out


def cells(counts: Counts) -> list[str]:
    numbers = (counts.merged, counts.wrong, counts.missed, counts.apart)
    rates = (counts.precision, counts.recall, counts.f1)
    return [str(counts.pairs), f"{counts.found:.3f}", *map(str, numbers), *(f"{rate:.3f}" for rate in rates)]


if __name__ == "__main__":
    main(sys.argv[1:])
