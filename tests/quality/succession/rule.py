"""Who held a post on a day: the definitions of the README here, in its order, over a graph's knowledge.

All that counts is in the claims behind the `holds` facts; a tenure is asked only for a bound that no claim states
(an end, say, that a build has concluded from another's beginning).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Day, Knowledge, Status


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement that a person holds or held the post. on: the article's day; until: the last day."""

    person: str
    on: date | None
    since: date | None
    until: date | None
    acting: bool
    former: bool

    @property
    def report(self) -> bool:
        """Whether it says that the person is in office on the article's day."""
        return self.on is not None and not self.former and not (self.until is not None and self.until < self.on)

    @property
    def left(self) -> date | None:
        """The day from which on the person is known to be out, where this says so."""
        if self.until is not None:
            return self.until + timedelta(days=1)
        return self.on if self.former else None


@dataclass(frozen=True, slots=True)
class Term:
    """A person in the post from `begin` to `end`; open: nobody says that it ended there."""

    person: str
    begin: date
    end: date
    acting: bool
    open: bool


def holders(knowledge: Knowledge, roles: Iterable[str], at: date) -> dict[str, bool]:
    """The persons (keys) who held any of the roles on the day, each with whether only acting."""
    return as_of(sayings(knowledge, set(roles)), at)


def as_of(said: list[Saying], at: date) -> dict[str, bool]:
    """Who held a post on the day, from all that is said of its holders."""
    found = terms(said)
    held = {term.person: term.acting for term in found if term.begin <= at <= term.end}
    if held:
        return held
    past = [term for term in found if term.end < at]
    last = max((term.end for term in past), default=None)
    return {
        term.person: term.acting
        for term in past
        if term.end == last and term.open and not any(term.end < day <= at for day in departures(said, term.person))
    }


def sayings(knowledge: Knowledge, roles: set[str]) -> list[Saying]:
    """What the claims say of the roles' holders, and the bounds that only tenures have."""
    found = []
    for fact in knowledge.facts:
        if fact.relation == "holds" and fact.object in roles:
            for claim in fact.claims:
                if claim.status is Status.ASSERTED:
                    bounds = (first(claim.stated_on), first(claim.since), last(claim.until))
                    found.append(Saying(fact.subject, *bounds, claim.acting, claim.former))
    for tenure in knowledge.tenures:
        if tenure.role in roles:
            mine = [one for one in found if one.person == tenure.person]
            since, until = first(tenure.since), last(tenure.until)
            since = None if any(one.since == since for one in mine) else since
            until = None if any(one.until == until for one in mine) else until
            if since or until:
                found.append(Saying(tenure.person, None, since, until, tenure.acting, tenure.former))
    return found


def terms(said: list[Saying]) -> list[Term]:
    """The terms of everybody: stated ones, and runs of reports."""
    found = []
    for person in dict.fromkeys(one.person for one in said):
        mine = [one for one in said if one.person == person]
        stated = {(one.since, one.until, one.acting) for one in mine if one.since and one.until}
        for since, until, acting in stated:
            cut = [one.until for one in mine if one.until and not one.since and since <= one.until < until]
            found.append(Term(person, since, min(cut, default=until), acting, open=False))
        others = [
            day for one in said if one.person != person for day in (one.since, one.on if one.report else None) if day
        ]
        gone = departures(said, person)
        for run in runs(sorted((one for one in mine if one.report), key=lambda one: one.on or date.min), others, gone):
            found.append(term(person, run, mine, gone))
    return found


def runs(reports: list[Saying], others: list[date], gone: list[date]) -> Iterable[list[Saying]]:
    """The reports of one person, cut where another holder or the person's own leaving lies between two of them, and
    where acting becomes regular or the reverse."""
    run: list[Saying] = []
    for one in reports:
        if run:
            before, now = run[-1].on or date.min, one.on or date.min
            between = any(before < day < now for day in others) or any(before < day <= now for day in gone)
            if between or run[-1].acting != one.acting:
                yield run
                run = []
        run.append(one)
    if run:
        yield run


def term(person: str, run: list[Saying], mine: list[Saying], gone: list[date]) -> Term:
    """The term that a run of reports shows, with the stated bounds that belong to it: those that its reports state,
    and those that others state, if the person has not left the post in between."""
    begin, end = run[0].on or date.min, run[-1].on or date.max
    inside = {id(one) for one in run}
    since = [
        one.since
        for one in mine
        if one.since
        and one.since <= begin
        and (id(one) in inside or not one.report)
        and not any(one.since < day <= begin for day in gone)
    ]
    until = [one.until for one in mine if one.until and one.until >= end]
    stated = min(until, default=None)
    if stated is not None and any(end < day <= stated for day in gone):
        stated = None
    return Term(person, min([begin, *since]), stated or end, run[-1].acting, open=stated is None)


def departures(said: list[Saying], person: str) -> list[date]:
    """The days from which on the person is known to be out of the post."""
    return sorted(one.left for one in said if one.person == person and one.left)


def first(day: Day | None) -> date | None:
    """The first day of a year, month or day."""
    return date(day.year, day.month or 1, day.day or 1) if day else None


def last(day: Day | None) -> date | None:
    """The last day of a year, month or day.

    >>> last(Day(2024)), last(Day(2024, 2))
    (datetime.date(2024, 12, 31), datetime.date(2024, 2, 29))
    """
    if day is None or day.day:
        return first(day)
    year, month = (day.year, day.month + 1) if day.month in range(1, 12) else (day.year + 1, 1)
    return date(year, month, 1) - timedelta(days=1)
