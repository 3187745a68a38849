"""Attendance: who is quoted in an article that reports one event was there.

Stated only where the article is about the event from its first sentences on, the event has happened, and nothing says
that the words were spoken elsewhere (`ditemui terpisah`, `dalam keterangan tertulis`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from kg.extract.register import Register
from kg.model import Day, Kind, Statement, Status

_LEAD = 3
"""Sentences in which the event has to be named first."""
_LATE = 3
"""Days within which an event is reported."""
_COMMITTEE = "panitia"
_TOLD = frozenset({"organises", "heldAt", "heldOn", "participates", "about"})


def read_attendance(
    register: Register, election: Callable[[int], bool], remote: Collection[str], closed: Collection[str]
) -> None:
    """State that whoever is quoted took part in the event that the article is about, and the head of its committee.
    election: whether a referent is an election; remote: words that say that somebody spoke elsewhere; closed: nouns
    of events that others talk of."""
    event = reported(register, election)
    if event is None or not set(register.drafts[event].best().lower().split()[:2]).isdisjoint(closed):
        return
    present = {one.subject for one in register.statements if one.relation == "participates" and one.object == event}
    elsewhere = _Elsewhere(register, remote)
    for said in [one for one in register.statements if one.relation == "says"]:
        person = register.drafts[said.subject].kind == Kind.PERSON
        if not person or said.status != Status.ASSERTED or said.subject in present or elsewhere(said.start):
            continue
        present.add(said.subject)
        register.statements.append(replace(said, relation="participates", object=event, rule="quoted-at-the-event"))
    for held in [one for one in register.statements if one.relation == "holds" and one.status == Status.ASSERTED]:
        committee = isinstance(held.object, int) and _COMMITTEE in register.drafts[held.object].best().lower()
        if committee and held.subject not in present:
            present.add(held.subject)
            register.statements.append(
                replace(held, relation="participates", object=event, rule="committee-of-the-event")
            )


def reported(register: Register, election: Callable[[int], bool]) -> int | None:
    """The one event that the article is about: named in the lead, told most of, and over."""
    told: defaultdict[int, list[Statement]] = defaultdict(list)
    for one in register.statements:
        event = one.object if one.relation in ("organises", "participates") else one.subject
        known = one.relation in _TOLD and isinstance(event, int) and register.drafts[event].kind == Kind.EVENT
        if known and isinstance(event, int) and not election(event):
            told[event].append(one)
    if not told:
        return None
    lead = register.prose.sentences[min(_LEAD, len(register.prose.sentences)) - 1][1]
    end = register.prose.tokens.end[lead - 1]
    early = {at for start, _, at in register.mentions if start < end}
    fits = {
        event: len({(one.relation, one.subject, one.object) for one in statements})
        for event, statements in told.items()
        if event in early and _over(register, statements)
    }
    best = max(fits.values(), default=0)
    leading = [event for event, number in fits.items() if number == best]
    return leading[0] if best > 1 and len(leading) == 1 else None


def _over(register: Register, statements: Collection[Statement]) -> bool:
    """Whether the event is told as one that has happened: who organised it or the guests, and where or when."""
    relations = {one.relation for one in statements}
    guests = {one.subject for one in statements if one.relation == "participates"}
    staged = "organises" in relations or len(guests) > 1
    set_ = not relations.isdisjoint({"heldAt", "heldOn"})
    if not staged or not set_ or any(one.status != Status.ASSERTED for one in statements):
        return False
    said = _ordinal(register.prose.article.published)
    days = [_ordinal(one.object) for one in statements if isinstance(one.object, Day)]
    return all(day is None or said is None or 0 <= said - day <= _LATE for day in days)


def _ordinal(day: Day | None) -> int | None:
    return date(day.year, day.month, day.day).toordinal() if day and day.month and day.day else None


class _Elsewhere:
    """Whether what stands at an offset was said somewhere else, by the words of its sentence and the one before."""

    def __init__(self, register: Register, remote: Collection[str]) -> None:
        tokens, sentences = register.prose.tokens, register.prose.sentences
        self._starts = [tokens.start[first] for first, _ in sentences]
        self._remote = [not set(tokens.lower[first:last]).isdisjoint(remote) for first, last in sentences]

    def __call__(self, start: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return any(self._remote[max(0, at - 1) : at + 1])
