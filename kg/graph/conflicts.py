"""What the articles contradict each other in: two holders of one seat, an end before its beginning, an event on two
dates; each with both sides' evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from kg.graph.query import query
from kg.graph.tenures import Report, Stint, closing, opening, reports, stints
from kg.model import Day
from kg.resolve.forms import post_name, seat

if TYPE_CHECKING:
    from rdflib import Graph

_LABELS = """SELECT ?node ?label ?body { ?node a kg:Role ; skos:prefLabel ?label .
  OPTIONAL { ?node kg:postIn/skos:prefLabel ?body } } ORDER BY ?node ?body"""
_DAYS = """SELECT ?event ?label ?day ?quote ?article ?said WHERE {
  ?claim rdf:predicate kg:heldOn ; rdf:subject ?event ; rdf:object ?day ; kg:quote ?quote ; kg:status ?status ;
     prov:wasDerivedFrom/dcterms:identifier ?article . ?event skos:prefLabel ?label .
  FILTER(?status IN (kg:Asserted, kg:Planned)) OPTIONAL { ?claim kg:statedOn ?said }
} ORDER BY ?event ?day ?article ?quote"""


@dataclass(frozen=True, slots=True)
class Conflict:
    """kind: `two holders`, `end before beginning` or `two dates`; what it is about, in one line; a line of evidence
    for each side."""

    kind: str
    about: str
    sides: tuple[str, ...]


def conflicts(graph: Graph) -> list[Conflict]:
    """All of them, by kind and post or event."""
    return [*_tenures(graph), *_events(graph)]


def _tenures(graph: Graph) -> Iterator[Conflict]:
    labels: dict[str, tuple[str, str]] = {}
    for (_, node), (_, label), (_, body) in query(graph, _LABELS).rows:
        labels.setdefault(node, (label, body))
    for role, said in reports(graph).items():
        label, body = labels.get(role, (role, ""))
        title = " · ".join(part for part in (label, body) if part)
        yield from _ends(title, said)
        if seat(post_name(label))[0]:
            yield from _seats(title, [stint for stint in stints(said) if not stint.acting])


def _ends(title: str, said: Sequence[Report]) -> Iterator[Conflict]:
    """Bounds of one report, or of two on one holder's only stint, that are the wrong way round."""
    for report in said:
        if report.since and report.until and opening(report.since) > closing(report.until):
            about = f"{report.name}, {title}: from {report.since} until {report.until}"
            yield Conflict("end before beginning", about, (_said(report),))


def _seats(title: str, found: Sequence[Stint]) -> Iterator[Conflict]:
    for a, b in combinations(found, 2):
        day = _shared_day(a, b)
        if a.person != b.person and day is not None:
            sides = (_said(_nearest(a, day)), _said(_nearest(b, day)))
            yield Conflict("two holders", f"{title}, {day}: {a.name} and {b.name}", sides)


def _shared_day(a: Stint, b: Stint) -> date | None:
    """A day on which both surely held the post; a handover within a year or month that is all that is said is none."""
    low = max(filter(None, (_surely_from(a), _surely_from(b))), default=None)
    high = min(filter(None, (_surely_until(a), _surely_until(b))), default=None)
    complete = None not in (_surely_from(a), _surely_from(b), _surely_until(a), _surely_until(b))
    return low if complete and low is not None and high is not None and low <= high else None


def _surely_from(stint: Stint) -> date | None:
    return min(filter(None, (closing(stint.since) if stint.since else None, stint.first)), default=None)


def _surely_until(stint: Stint) -> date | None:
    return max(filter(None, (opening(stint.until) if stint.until else None, stint.last)), default=None)


def _nearest(stint: Stint, day: date) -> Report:
    """The report that says most of that day."""
    return min(stint.reports, key=lambda one: (abs((opening(one.said) - day).days) if one.said else 10**6, one.article))


def _said(report: Report) -> str:
    return f"{report.name}: “{report.quote}” {report.article}{f', {report.said}' if report.said else ''}"


def _events(graph: Graph) -> Iterator[Conflict]:
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in query(graph, _DAYS).rows:
        event, label, day, quote, article, said = (text for _, text in row)
        line = f"{day}: “{' '.join(quote.split())}” {article}{f', {said}' if said else ''}"
        found[event, label].setdefault(day, line)
    for (_, label), days in found.items():
        apart = [day for day in days if not any(other != day and other.startswith(day) for other in days)]
        if len({Day.parse(day) for day in apart}) > 1:
            yield Conflict("two dates", f"{label}: {', '.join(apart)}", tuple(days[day] for day in apart))
