"""Who held a post when: the reports of all articles, and the stints that they add up to.

The date of an article is when something was said, never when it began; that no end is stated does not mean that it
goes on. What lies between two reports of one holder, with no other holder between them, counts as held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.graph.query import query
from kg.model import Day

if TYPE_CHECKING:
    from rdflib import Graph

_HOLDS = """SELECT ?role ?person ?name ?said ?from ?until ?acting ?former ?quote ?article WHERE {
  ?claim rdf:predicate kg:holds ; rdf:object ?role ; rdf:subject ?person ; kg:quote ?quote ; kg:status ?status ;
     prov:wasDerivedFrom/dcterms:identifier ?article . ?person skos:prefLabel ?name .
  FILTER(?status IN (kg:Asserted, kg:Planned))
  OPTIONAL { ?claim kg:statedOn ?said } OPTIONAL { ?claim kg:from ?from } OPTIONAL { ?claim kg:until ?until }
  OPTIONAL { ?claim kg:acting ?acting } OPTIONAL { ?claim kg:former ?former }
} ORDER BY ?role ?said ?name ?article ?quote"""
_END = date(9999, 12, 31)


def opening(day: Day) -> date:
    """The first day that a date of any precision may mean."""
    return date(day.year, day.month or 1, day.day or 1)


def closing(day: Day) -> date:
    """The last day that a date of any precision may mean."""
    if day.day:
        return date(day.year, day.month, day.day)
    after = date(day.year + (day.month in (0, 12)), day.month % 12 + 1 if day.month else 1, 1)
    return after - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Report:
    """One article's word that somebody holds or held a post; `said` is the article's date."""

    person: str
    name: str
    said: Day | None
    since: Day | None
    until: Day | None
    acting: bool
    former: bool
    quote: str
    article: str


@dataclass(frozen=True, slots=True)
class Stint:
    """One person's holding of a post without a break that is known of.

    since, until: as stated; first, last: the dates of the articles that call it present; ended: the date of an
    article that calls it past. All None where nothing says so.
    """

    person: str
    name: str
    acting: bool
    since: Day | None = None
    until: Day | None = None
    first: date | None = None
    last: date | None = None
    ended: date | None = None
    reports: tuple[Report, ...] = field(default=())

    @property
    def start(self) -> date | None:
        """The first day that it is known to have lasted."""
        return opening(self.since) if self.since else self.first

    @property
    def end(self) -> date | None:
        """The last day that it is known to have lasted."""
        if self.until:
            return closing(self.until)
        return self.last or (closing(self.since) if self.since else None)

    def covers(self, day: date) -> bool:
        """Whether it surely lasted on that day, as precisely as the articles say."""
        start = self.start or (opening(self.until) if self.until else None)
        return start is not None and self.end is not None and start <= day <= self.end

    def may_last(self, day: date) -> bool:
        """Whether it may have gone on until that day: nothing says that it ended."""
        over = self.until is not None or (self.ended is not None and self.ended <= day)
        return self.end is not None and self.end < day and not over


def reports(graph: Graph) -> dict[str, list[Report]]:
    """Every report of a holding, by the post's IRI, in order of date."""
    found: dict[str, list[Report]] = defaultdict(list)
    for row in query(graph, _HOLDS).rows:
        role, person, name, said, since, until, acting, former, quote, article = (text for _, text in row)
        flags = acting == "true", former == "true"
        days = _day(said), _day(since), _day(until)
        found[role].append(Report(person, name, *days, *flags, " ".join(quote.split()), article))
    return found


def _day(text: str) -> Day | None:
    return Day.parse(text) if text else None


def stints(said: Sequence[Report]) -> list[Stint]:
    """The stints that the reports on one post add up to, in order of time."""
    terms = [stint for _, mine in sorted(_by_holder(said).items()) for stint in _terms(mine, said)]
    return sorted(terms, key=lambda one: (one.start or one.end or one.ended or _END, one.end or _END, one.name))


def _by_holder(said: Iterable[Report]) -> dict[tuple[str, bool], list[Report]]:
    found: dict[tuple[str, bool], list[Report]] = defaultdict(list)
    for report in said:
        found[report.person, report.acting].append(report)
    return found


def _terms(mine: Sequence[Report], all_said: Sequence[Report]) -> list[Stint]:
    """One holder's stints: what is stated with bounds first, then what is said to be present, then what is past."""
    terms: list[Stint] = []
    for report in sorted(mine, key=_rank):
        fitting = [n for n, term in enumerate(terms) if _fits(term, report, all_said)]
        if report.former:  # of the last of several terms
            fitting.sort(key=lambda n: terms[n].start or date.min, reverse=True)
        at = next(iter(fitting), None)
        if at is None:
            terms.append(_with(Stint(report.person, report.name, report.acting), report))
        else:
            terms[at] = _with(terms[at], report)
    return terms


def _rank(report: Report) -> tuple[int, str, str, str]:
    bounds = (report.since is not None) + (report.until is not None)
    return -bounds + (3 if report.former and not bounds else 0), str(report.said), report.article, report.quote


def _fits(term: Stint, report: Report, all_said: Sequence[Report]) -> bool:
    """Whether a report may be of the stint: no bounds that differ, and nobody else in between."""
    if report.since or report.until:
        return _agree(term.since, report.since) and _agree(term.until, report.until) and _ordered(term, report)
    if report.said is None:
        return True
    day = opening(report.said)
    if report.former:
        return term.start is None or term.start <= day
    if (term.since and day < opening(term.since)) or (term.until and day > closing(term.until)):
        return False
    return not _another(term, day, all_said) and not _left(term, day, all_said)


def _agree(a: Day | None, b: Day | None) -> bool:
    """Whether two dates may be the same day, one said more precisely."""
    return a is None or b is None or str(a).startswith(str(b)) or str(b).startswith(str(a))


def _ordered(term: Stint, report: Report) -> bool:
    since, until = term.since or report.since, term.until or report.until
    return since is None or until is None or opening(since) <= closing(until) or report.since == since


def _another(term: Stint, day: date, all_said: Sequence[Report]) -> bool:
    """Whether somebody else is said to hold the post between the stint's reports and the day."""
    if term.end is None or term.start is None:
        return False
    low, high = (term.end, day) if day > term.end else (day, term.start)
    return any(
        other.person != term.person and not other.former and low < moment < high
        for other in all_said
        if (moment := _moment(other)) is not None
    )


def _left(term: Stint, day: date, all_said: Sequence[Report]) -> bool:
    """Whether the holder is said to be out of the post between the stint's reports and the day."""
    if term.end is None or term.start is None:
        return False
    low, high = (term.end, day) if day > term.end else (day, term.start)
    gone = (_gone(report) for report in all_said if report.person == term.person)
    return any(low < moment <= high for moment in gone if moment is not None)


def _gone(report: Report) -> date | None:
    """The day from which on a report has its holder out of the post."""
    if report.until:
        return closing(report.until) + timedelta(days=1)
    return opening(report.said) if report.former and report.said else None


def _moment(report: Report) -> date | None:
    if report.until or (report.since and report.said is None):
        return opening(report.since) if report.since else None
    return opening(report.said) if report.said else None


def _with(term: Stint, report: Report) -> Stint:
    said = opening(report.said) if report.said else None
    past = report.former or (report.until is not None and said is not None and closing(report.until) < said)
    present = None if past else said
    return replace(
        term,
        since=_finer(term.since, report.since),
        until=_finer(term.until, report.until),
        first=min(filter(None, (term.first, present)), default=None),
        last=max(filter(None, (term.last, present)), default=None),
        ended=min(filter(None, (term.ended, said if past else None)), default=None),
        reports=(*term.reports, report),
    )


def _finer(a: Day | None, b: Day | None) -> Day | None:
    """The more precise of two dates."""
    return max((day for day in (a, b) if day), key=lambda day: (len(str(day)), str(day)), default=None)
