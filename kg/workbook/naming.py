"""Which article each source is: copies of a text are one, and different texts of one name are told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.workbook.source import Source

_SUFFIX = 8


@dataclass(frozen=True, slots=True)
class Naming:
    """An article's identifier, the source that it is read from, and the other sources of the same text."""

    id: str
    source: Source
    copies: tuple[Source, ...]


def naming(sources: Iterable[Source]) -> list[Naming]:
    """The articles that the sources are, by identifier; the same in whatever order and folder the sources lie.

    Of copies the one whose name comes first gives the identifier; where texts share a name, all get the beginning of
    their hash.
    """
    texts: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        texts[source.sha256].append(source)
    first = {sha256: sorted(copies, key=_order) for sha256, copies in texts.items()}
    names: defaultdict[str, int] = defaultdict(int)
    for copies in first.values():
        names[copies[0].name] += 1
    found = [
        Naming(f"{one.name}-{sha256[:_SUFFIX]}" if names[one.name] > 1 else one.name, one, tuple(rest))
        for sha256, (one, *rest) in first.items()
    ]
    return sorted(found, key=lambda one: one.id)


def _order(source: Source) -> tuple[str, str, str]:
    return source.name, source.digest, source.place
