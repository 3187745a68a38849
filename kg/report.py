"""What a build did, as a short table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from rich.console import Group
from rich.table import Table

from kg.model import Kind
from kg.pipeline import Build


def summary(build: Build, seconds: float) -> Group:
    """Articles read, skipped and read in a special way; entities by class, facts by relation; `seconds` in all."""
    return Group(_articles(build, seconds), "", _contents(build))


def _articles(build: Build, seconds: float) -> Table:
    count = len(build.assembly.ids)
    view = Table.grid(padding=(0, 2))
    view.add_column(justify="right", style="bold")
    view.add_column(overflow="fold")
    view.add_row(f"{count:,}", f"articles read, {seconds:.2f} seconds, {count / seconds:,.0f} articles/s")
    for head, remarks in (("skipped", build.skipped), ("note", build.notes)):
        for text, times in _counted(remark.text for remark in remarks):
            view.add_row(f"{times:,}", f"{head}: {text}")
    return view


def _contents(build: Build) -> Table:
    classes = Counter(entity.kind for entity in build.assembly.entities)
    relations = _counted(relation for _, relation, _ in build.assembly.stated)
    view = Table("entities", "", "facts", "", box=None, padding=(0, 2, 0, 0), pad_edge=False)
    view.columns[1].justify = view.columns[3].justify = "right"
    for left, right in zip_longest([(kind, classes[kind]) for kind in Kind], relations, fillvalue=("", 0)):
        view.add_row(*_cells(*left), *_cells(*right))
    return view


def _counted(names: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(names).items())


def _cells(name: str, count: int) -> tuple[str, str]:
    return name, f"{count:,}" if name else ""
