"""What no article has to say, since it follows from public lists: a region lies in a region, a ministry was renamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.graph.vocabulary import day, iri, literal
from kg.lexicon import table
from kg.model import Day, Entity, Kind

_Triple = tuple[str, str, str]


def derived(base: str, entities: Sequence[Entity]) -> Iterator[_Triple]:
    """`schema:containedInPlace` between places, by region code, and `org:ChangeEvent`s between institutions, by
    `kg/lexicon/successions.tsv`; only where both ends are in the graph."""
    yield from _places(base, entities)
    yield from _changes(base, {one.label: one.key for one in entities if one.kind == Kind.INSTITUTION})


def _places(base: str, entities: Iterable[Entity]) -> Iterator[_Triple]:
    by_code = {one.region: one.key for one in entities if one.kind == Kind.PLACE and one.region}
    for code, key in by_code.items():
        around = next((by_code[outer] for outer in _outer(code) if outer in by_code), None)
        if around:
            yield iri(base, key), "schema:containedInPlace", iri(base, around)


def _outer(code: str) -> Iterator[str]:
    """The codes of the regions around one, from the nearest: `34.71.01` is in `34.71` and in `34`."""
    while "." in code:
        code = code.rpartition(".")[0]
        yield code


def _changes(base: str, key_of: Mapping[str, str]) -> Iterator[_Triple]:
    successors: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in table("successions"):
        if row["old"] in key_of and row["new"] in key_of:
            successors[key_of[row["old"]], row["date"], row["by"]].append(key_of[row["new"]])
    for (old, date, by), new in successors.items():
        node = iri(base, f"change/{old.partition('/')[2]}-{date}")
        yield node, "rdf:type", "org:ChangeEvent"
        yield node, "dcterms:date", day(Day.parse(date))
        yield node, "org:originalOrganization", iri(base, old)
        for key in new:
            yield node, "org:resultingOrganization", iri(base, key)
        if by:
            yield node, "dcterms:source", literal(by, "id")
