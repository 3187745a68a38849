"""`python -m tests.quality.succession [WORD …]`: the table of `measure`, and every question it gets wrong.

With words, only the corpora whose id begins with one of them (`acting`, `gap-03`).
"""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table

import kg
from tests.quality.succession.measure import Figures, load, measure


def main(words: list[str]) -> None:
    corpora = [corpus for corpus in load() if not words or corpus.id.startswith(tuple(words))]
    figures = measure(kg.build, corpora)
    console = Console(width=None if sys.stdout.isatty() else 150, highlight=False)
    console.print(table(figures))
    for answer in figures.answers:
        if answer.right:
            continue
        asked = answer.question
        wanted = ", ".join(name + " (acting)" * (name in asked.acting) for name in asked.holders) or "nobody known"
        said = ", ".join(name + " (acting)" * acting for name, acting in answer.said or ()) or "nobody known"
        console.print(f"{answer.corpus.id}  {asked.post}  {asked.at}", markup=False, soft_wrap=True)
        console.print(f"    should be {wanted}; is {said if answer.said is not None else 'no such post'}", markup=False)
        if answer.missing:
            console.print(f"    not in the graph: {', '.join(answer.missing)}", markup=False)


def table(figures: Figures) -> Table:
    """Right answers by theme and overall."""
    out = Table(box=None)
    out.add_column("theme")
    for name in ("corpora", "asked", "found", "right", "share"):
        out.add_column(name, justify="right")
    for theme, part in figures.by_theme.items():
        out.add_row(theme, *cells(part))
    out.add_row("all", *cells(figures), style="bold")
    return out


def cells(part: Figures) -> list[str]:
    corpora = len({answer.corpus.id for answer in part.answers})
    return [str(corpora), str(part.asked), f"{part.found:.3f}", str(part.right), f"{part.share:.3f}"]


if __name__ == "__main__":
    main(sys.argv[1:])
