"""Which events, topics, places, programmes and regulations are one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import Day, Kind, Referent
from kg.resolve.forms import (
    Member,
    content,
    event_expansions,
    expansions,
    headed,
    many_issue,
    normal,
    regulation_kinds,
    spelt,
)
from kg.resolve.groups import Groups

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMED = 3
_NUMBERING = ("nomor", "no", "nomer", "tahun")


def unite_things(things: Mapping[Member, Referent], dates: Mapping[Member, frozenset[Day]]) -> Groups[Member]:
    """Referents of one class but persons, posts and bodies, grouped by what tells them from others."""
    groups: Groups[Member] = Groups(things)
    first: dict[str, Member] = {}
    for member in sorted(things):
        name = thing_name(things[member], member, dates.get(member, frozenset()))
        if name in first:
            groups.unite(first[name], member)
        first.setdefault(name, member)
    return groups


def thing_name(thing: Referent, member: Member, dates: frozenset[Day]) -> str:
    """The name that must agree; the article's id is part of it where the words alone are no name."""
    if thing.kind == Kind.EVENT:
        return _event_name(thing, member, dates)
    if thing.kind == Kind.PLACE:
        return f"region {thing.region}" if thing.region else normal(thing.label)
    if thing.kind == Kind.REGULATION:
        return _regulation_name(thing.label, member[0])
    return spelt(thing.label, expansions())


def _event_name(event: Referent, member: Member, dates: frozenset[Day]) -> str:
    """An event is its name and its year, or its name and its day; a described one without a day is its article's.

    An edition of an annual event is told by its year, so `Konvensi 2022` and `Konvensi 2023` stay two.
    """
    name = headed(event.label, event_expansions())
    words = content(name)
    if _YEAR.search(name):
        return " ".join(words)
    day = min((day for day in dates if day.day), default=None)
    if day is not None and len(words) >= _NAMED:
        return f"{' '.join(words)} on {day}"
    return f"{' '.join(words)} in {member[0]}"


def _regulation_name(label: str, article: str) -> str:
    """Kind, issuer, number and year: with or without its subject, abbreviated or not, it is the same regulation.

    Without a year, or an issuer where many issue such, the number names no certain one: it is its article's own.
    """
    words = headed(label, regulation_kinds()).split(" tentang ")[0].split()
    numbers = [word for word in words if word.isdecimal()]
    kind = " ".join(word for word in words if word not in (*numbers, *_NUMBERING) and word not in regulation_kinds())
    certain = len(numbers) > 1 and kind not in many_issue()
    return " ".join([kind, *numbers]) if certain else " ".join([kind, *numbers, "in", article])
