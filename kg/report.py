"""What a build did, as a short table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich import box
from rich.table import Table

from kg.model import Kind
from kg.pipeline import Build

Row = tuple[str, str, str]


def table(build: Build, seconds: float) -> Table:
    """Articles, entities by class, facts by relation and the time taken, `seconds` in all."""
    view = Table(box=box.SIMPLE_HEAD, show_header=False, pad_edge=False)
    view.add_column(style="bold")
    view.add_column(overflow="fold")
    view.add_column(justify="right")
    for block in (_articles(build), _entities(build), _facts(build), _time(build, seconds)):
        for row in block:
            view.add_row(*row)
        view.add_section()
    return view


def _articles(build: Build) -> list[Row]:
    return [
        ("articles", "read", f"{len(build.articles):,}"),
        *_counted("skipped", (remark.text for remark in build.skipped)),
        *_counted("note", (remark.text for remark in build.notes)),
    ]


def _entities(build: Build) -> list[Row]:
    found = Counter(entity.kind for entity in build.knowledge.entities)
    return _headed("entities", {kind.value: found[kind] for kind in Kind})


def _facts(build: Build) -> list[Row]:
    found = Counter(fact.relation for fact in build.knowledge.facts if fact.stated)
    return _headed("facts", dict(sorted(found.items())))


def _time(build: Build, seconds: float) -> list[Row]:
    return [("time", "seconds", f"{seconds:.2f}"), ("", "articles/s", f"{len(build.articles) / seconds:,.0f}")]


def _counted(head: str, lines: Iterable[str]) -> list[Row]:
    return [(head, line, f"{count:,}") for line, count in sorted(Counter(lines).items())]


def _headed(head: str, counts: dict[str, int]) -> list[Row]:
    return [(head if i == 0 else "", name, f"{count:,}") for i, (name, count) in enumerate(counts.items())]
