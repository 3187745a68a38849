"""Which topics, places, programmes and regulations are one: what their names say, spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Kind, Referent
from kg.resolve.context import Context
from kg.resolve.forms import (
    Member,
    content,
    expansions,
    headed,
    normal,
    region_codes,
    regulation_kinds,
    spelt,
    venue_words,
)
from kg.resolve.groups import Groups
from kg.resolve.judgements import Judged


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
        return _regulation_name(thing.label)
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


def _regulation_name(label: str) -> str:
    """Kind, number and year: with or without its subject, abbreviated or not, it is the same regulation."""
    name = headed(label, regulation_kinds())
    before = name.split(" tentang ")[0]
    kind = " ".join(word for word in re.sub(r"\b(?:nomor|no|tahun|perpres|perwali|pp|uu)\b|\d+", " ", before).split())
    return f"{kind} {' '.join(re.findall(r'[0-9]+', before))}"
