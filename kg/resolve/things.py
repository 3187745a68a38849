"""Which topics, places, programmes and regulations are one: what their names say, spelt out."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Kind, Referent
from kg.resolve.context import Context
from kg.resolve.forms import (
    Member,
    content,
    expansions,
    headed,
    many_issue,
    normal,
    region_codes,
    regulation_kinds,
    spelt,
    venue_words,
)
from kg.resolve.groups import Groups
from kg.resolve.judgements import Judged

_NUMBERING = ("nomor", "no", "nomer", "tahun")


def unite_things(kind: Kind, seen: Context, judged: Iterable[Judged[Member]] = ()) -> Groups[Member]:
    """Referents of one class but persons, posts, bodies and events, grouped by what tells them from others."""
    things = seen.referents[kind]
    groups: Groups[Member] = Groups(things, judged)
    groups.gather((thing_name(things[member], member[0], seen), member) for member in sorted(things))
    return groups


def thing_name(thing: Referent, article: str, seen: Context) -> str:
    """The name that must agree; the article's town, or its id, is part of it where every town has such a place."""
    if thing.kind == Kind.PLACE:
        return _place(thing, article, seen)
    if thing.kind == Kind.REGULATION:
        return _regulation_name(thing.label, article)
    return " ".join(content(spelt(thing.label, expansions())))


def _place(place: Referent, article: str, seen: Context) -> str:
    name = normal(place.label)
    code = place.region or (region_codes().get(name) if name.split()[0] in ("provinsi", "kabupaten", "kota") else None)
    if code:
        return f"region {code}"
    if set(name.split()) <= venue_words():
        towns = seen.places[article]
        return f"{name} in {next(iter(towns)) if len(towns) == 1 else article}"
    return name


def _regulation_name(label: str, article: str) -> str:
    """Kind, issuer, number and year: with or without its subject, abbreviated or not, it is the same regulation.

    Without a year, or an issuer where many issue such, the number names no certain one: it is its article's own.
    """
    words = headed(label, regulation_kinds()).split(" tentang ")[0].split()
    numbers = [word for word in words if word.isdecimal()]
    kind = " ".join(word for word in words if word not in (*numbers, *_NUMBERING) and word not in regulation_kinds())
    certain = len(numbers) > 1 and kind not in many_issue()
    return " ".join([kind, *numbers]) if certain else " ".join([kind, *numbers, "in", article])
