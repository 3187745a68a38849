"""Which topics, places, programmes and regulations are one: what their names say, spelt out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from kg.lexicon import table
from kg.model import Kind, Referent
from kg.resolve.context import Context
from kg.resolve.forms import (
    AREAS,
    Member,
    content,
    districts,
    expansions,
    headed,
    in_area,
    known_bodies,
    land_names,
    lands,
    many_issue,
    normal,
    place_aliases,
    region_codes,
    regulation_kinds,
    spelt,
    venue_words,
)
from kg.resolve.groups import Groups
from kg.resolve.judgements import Judged
from kg.resolve.names import usual_words

_NUMBERING = ("nomor", "no", "nomer", "tahun")
_CONSTITUTION = "undang undang dasar"
_PAIR = 2
_STEM = 5
_LEVELS = ("provinsi", "kabupaten", "kota")
_SETTLEMENTS = ("desa", "kelurahan", "kecamatan", "kampung", "dusun", "nagari")
_LOCAL = ("jalan ", "gang ", "desa ", "kelurahan ", "kampung ", "dusun ")
_WARDS = re.compile(r" rt (\d+) rw (\d+)")
_SEATS = ("kantor pusat ", "kantor ", "gedung ")


def unite_things(kind: Kind, seen: Context, judged: Iterable[Judged[Member]] = ()) -> Groups[Member]:
    """Referents of one class but persons, posts, bodies and events, grouped by what tells them from others."""
    things = seen.referents[kind]
    groups: Groups[Member] = Groups(things, judged)
    if kind == Kind.PLACE:
        groups.gather(unique_places(things, seen))
    else:
        groups.gather((thing_name(things[member], member[0]), member) for member in sorted(things))
    return groups


def thing_name(thing: Referent, article: str) -> str:
    """The name that must agree; the article's id is part of it where it names no certain thing."""
    if thing.kind == Kind.REGULATION:
        return _regulation_name(thing.label, article)
    words = content(spelt(thing.label, expansions()))
    return " ".join(_programme(words) if thing.kind == Kind.INITIATIVE else words)


def _programme(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a programme's name without the noun before it and without suffixes: `Aplikasi Jaga Desa`,
    `Makanan Bergizi Gratis`."""
    named = words[1:] if len(words) > _PAIR and words[0] in _introducing() else words
    return tuple(word.removesuffix("an") if len(word) > _STEM and len(named) > _PAIR else word for word in named)


@cache
def _introducing() -> frozenset[str]:
    return frozenset(normal(row["form"]) for row in table("initiatives"))


def unique_places(places: Mapping[Member, Referent], seen: Context) -> Iterator[tuple[str, Member]]:
    """What each place is known by, one or more names; a town, or the article, is part of it where every town has
    such a place."""
    named: dict[str, set[str]] = defaultdict(set)
    for member, place in places.items():
        named[member[0]].add(normal(place.label))
    for member in sorted(places):
        for name in _place(places[member], member[0], seen, named[member[0]]):
            yield name, member


def _place(place: Referent, article: str, seen: Context, others: Collection[str]) -> Iterator[str]:
    name = _spelt_place(place.label)
    code = place.region or _code(name) or (region_codes().get(name) if in_area(place.label) else None)
    towns = seen.places[article]
    whole = [f"{level} {name}" for level in _SETTLEMENTS if f"{level} {name}" in others and name not in land_names()]
    if code:
        yield f"region {code}"
    elif set(name.split()) <= venue_words():
        yield f"{name} in {next(iter(towns)) if len(towns) == 1 else article}"
    else:
        name = whole[0] if len(whole) == 1 else _street(name, place.label, towns)
        if any(town in towns for town in districts().get(name, ())):
            yield f"kecamatan {name}"
        yield from (f"{name} in {town}" for town in sorted(towns) or [""]) if name.startswith(_LOCAL) else [name]


def _street(name: str, label: str, towns: Collection[str]) -> str:
    """A street's name without the town behind it that its article tells of: `Jalan Kejaksaan Medan`; a street that is
    called after a town, or leads from one to another, keeps it."""
    words = name.split()
    if words[0] != "jalan" or "-" in label:
        return name
    ends = (at for at in range(2, len(words)) if region_codes().get(" ".join(words[at:])) in towns)
    at = next(ends, len(words))
    return name if set(words[1:at]) <= usual_words() | venue_words() else " ".join(words[:at])


def _spelt_place(label: str) -> str:
    """The name with a land's usual name, without a mere `kawasan` or `pulau`, and with the body spelt out whose seat
    it is: `AS`, `kawasan Senayan`, `kantor Kemenkeu`."""
    name = normal(in_area(label) or label).replace("kompleks istana ", "istana ", 1)
    name = _WARDS.sub(r" rt \1 \2", name)
    name = place_aliases().get(name, name)
    if (island := name.removeprefix("pulau ")) not in region_codes():
        name = island
    name = lands().get(name, name)
    seat = next((name.removeprefix(prefix) for prefix in _SEATS if name.startswith(prefix)), name).removesuffix(" ri")
    return f"kantor {normal(known_bodies()[seat])}" if seat in known_bodies() else name


def _code(name: str) -> str | None:
    """The code of a region that the name says the level of."""
    level, _, rest = name.partition(" ")
    if level in AREAS:
        return region_codes().get(rest)
    if level not in _LEVELS:
        return None
    code = region_codes().get(name) or (region_codes().get(rest) if level == "provinsi" else None)
    return None if code is None or (level == "provinsi" and "." in code) else code


def _regulation_name(label: str, article: str) -> str:
    """Kind, issuer, number and year: with or without its subject, abbreviated or not, it is the same regulation.

    Without a year, or an issuer where many issue such, the number names no certain one: it is its article's own.
    The land has one constitution.
    """
    words = headed(label, regulation_kinds()).split(" tentang ")[0].split()
    numbers = [word for word in words if word.isdecimal()]
    kind = " ".join(word for word in words if word not in (*numbers, *_NUMBERING) and word not in regulation_kinds())
    if kind.startswith(_CONSTITUTION) and set(numbers) <= {"1945"}:
        return _CONSTITUTION
    certain = len(numbers) > 1 and kind not in many_issue()
    return " ".join([_issued(kind), *numbers]) if certain else " ".join([kind, *numbers, "in", article])


def _issued(kind: str) -> str:
    """The kind with its issuer spelt out: `keputusan kpu ri` is that of the `komisi pemilihan umum`."""
    words = kind.removesuffix(" ri").removesuffix(" republik indonesia").split()
    ends = (at for at in range(1, len(words)) if " ".join(words[at:]) in known_bodies())
    at = next(ends, len(words))
    return " ".join([*words[:at], normal(known_bodies().get(" ".join(words[at:]), ""))]).strip()
