"""The succession in a post, its gaps, and who held it on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.graph.nodes import Node, find
from kg.graph.query import query
from kg.graph.tenures import Report, Stint, reports, stints

if TYPE_CHECKING:
    from rdflib import Graph

_BODY = "SELECT ?label {{ <{role}> kg:postIn/skos:prefLabel ?label }} ORDER BY ?label LIMIT 1"
_EVIDENCE = 2
_WIDEST = 100


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held a post on a day; `sure` where articles say so, else the last one that was said to hold it."""

    stint: Stint
    sure: bool


@dataclass(frozen=True, slots=True)
class Succession:
    """A post, the name of its institution, and the stints in it in order of time."""

    role: Node
    body: str
    stints: tuple[Stint, ...]

    def at(self, day: date) -> list[Holder]:
        """Who held it on that day: all whom articles say so of, else whoever held it last before, acting or not, who
        may have gone on: nobody where something says that it ended."""
        sure = [Holder(stint, True) for stint in self.stints if stint.covers(day)]
        before = [stint for stint in self.stints if stint.end is not None and stint.end < day]
        latest = max((stint.end for stint in before if stint.end), default=None)
        last = [stint for stint in before if stint.end == latest and stint.may_last(day)]
        return sure or [Holder(stint, False) for stint in last if not self._left(stint, day)]

    def _left(self, stint: Stint, day: date) -> bool:
        """Whether its holder was said to be out of the post after it, perhaps of another stint."""
        ends = (other.ended for other in self.stints if other.person == stint.person)
        return any(ended is not None and stint.end is not None and stint.end < ended <= day for ended in ends)


def holders(graph: Graph, post: str) -> list[Succession]:
    """The succession in each post of that name. KgError if there is none."""
    said = reports(graph)
    roles = [node for node in find(graph, post) if node.kind == "Role"]
    if not roles:
        raise KgError(f"'{post}' is no post", hint="kg query GRAPH holders lists the posts")
    return [Succession(role, _body(graph, role), tuple(stints(said.get(role.iri, ())))) for role in roles]


def _body(graph: Graph, role: Node) -> str:
    rows = query(graph, _BODY.format(role=role.iri)).rows
    return rows[0][0][1] if rows else ""


def render(succession: Succession, day: date | None = None) -> list[str]:
    """Lines for a terminal: the succession with its gaps, or who held the post on a day; the evidence below."""
    title = " · ".join(part for part in (succession.role.label, succession.body) if part)
    if day is not None:
        return [f"{title}, {day}", *_on(succession, day)]
    if not succession.stints:
        return [title, "  nobody is said to hold it"]
    return [title, *_table(succession.stints)]


def _on(succession: Succession, day: date) -> Iterator[str]:
    found = succession.at(day)
    if not found:
        yield "  nobody is known to have held it"
    for holder in found:
        note = (
            ""
            if holder.sure
            else f"  last said on {holder.stint.last or holder.stint.end}; whether it went on, nothing says"
        )
        yield f"  {_name(holder.stint)}{note}"
        yield from _evidence(holder.stint)


def _table(found: Sequence[Stint]) -> Iterator[str]:
    width = max(len(_name(stint)) for stint in found)
    yield f"  {'holder':{width}}  from        first said  last said   until"
    latest: date | None = None
    for stint in found:
        if latest and stint.start and not stint.acting and stint.start > latest + timedelta(days=1):
            low, high = latest + timedelta(days=1), stint.start - timedelta(days=1)
            yield f"  {'—':{width}}  nothing is said of {low}" + (f" to {high}" if high > low else "")
        cells = (stint.since, stint.first, stint.last, _until(stint))
        yield f"  {_name(stint):{width}}  " + "  ".join(f"{_text(cell):10}" for cell in cells).rstrip()
        yield from _evidence(stint)
        if stint.end and not stint.acting:
            latest = max(filter(None, (latest, stint.end)))


def _text(cell: object) -> str:
    return str(cell or "?")


def _until(stint: Stint) -> str:
    if stint.until:
        return str(stint.until)
    return f"before {stint.ended}" if stint.ended else ""


def _name(stint: Stint) -> str:
    return f"{stint.name} (acting)" if stint.acting else stint.name


def _evidence(stint: Stint) -> Iterator[str]:
    for report in _telling(stint):
        quote = report.quote if len(report.quote) <= _WIDEST else report.quote[: _WIDEST - 1] + "…"
        yield f"    “{quote}” {report.article}{f', {report.said}' if report.said else ''}"


def _telling(stint: Stint) -> list[Report]:
    """The reports to show: one an article, those with bounds first."""
    return list({report.article: report for report in stint.reports}.values())[:_EVIDENCE]
