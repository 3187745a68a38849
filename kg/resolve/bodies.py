"""Which institutions are one: the lexicon's forms, equal names, defined acronyms, slips of spelling; the region and
the whole that a unit is part of tell them apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from kg.model import Kind
from kg.resolve.body_names import body_name, is_parliament, is_part, legless, parliament_of, short, spelt_body, stands
from kg.resolve.context import REPRINTED, Context, reprinted
from kg.resolve.forms import Member, content, legal_words, normal, post_name
from kg.resolve.groups import Groups
from kg.resolve.judgements import Judged
from kg.resolve.matching import Doubt, match
from kg.resolve.names import folded, name_words
from kg.resolve.weights import Verdict, weigh

_NUMBER = re.compile(r"\d+|[ivx]+")
_SPELT = 3
_LONG = 5
_ACRONYM = 5
_Holder = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Body:
    """Institutions of one name. name: what must agree (`body_name`); words: of the name, its head spelt out;
    acronyms: short forms that articles give; wholes: names of what it is part of; holders: (post, person); towns: those
    of its articles."""

    members: tuple[Member, ...]
    label: str
    name: str
    words: tuple[str, ...]
    region: str | None
    acronyms: frozenset[str]
    wholes: frozenset[str]
    holders: frozenset[_Holder]
    company: frozenset[str]
    towns: frozenset[str]

    @property
    def known(self) -> bool:
        """Whether the lexicon knows it."""
        return self.name.startswith("=")

    @property
    def unplaced(self) -> bool:
        """Whether every region, or every institution, has one of the name, and nothing says which is meant."""
        return "@" in self.name

    @property
    def part(self) -> bool:
        """Whether its name is that of parts of many institutions."""
        return is_part(self.name.partition("@")[0].partition(" of ")[0])

    @property
    def bare(self) -> str:
        """The acronym that is all its name; empty for a longer name and a body that the lexicon knows."""
        name = self.name.partition("#")[0].partition(" of ")[0]
        brief = short(legless(self.label)) or (self.region and len(name) <= _ACRONYM)
        return name if brief and not self.known and not self.unplaced else ""


def unite_bodies(seen: Context, judged: Iterable[Judged[Member]]) -> tuple[Groups[Member], list[Doubt]]:
    """The institutions of all articles, grouped, and which might have been one."""
    bodies = seen.referents[Kind.INSTITUTION]
    groups: Groups[Member] = Groups(bodies, judged)
    names = {member: body_name(body, member[0]) for member, body in bodies.items()}
    whole = _all_wholes(names, seen)
    named = [((_placed(names[member], whole[member]),), member) for member in sorted(bodies)]
    groups.gather(named)
    groups.gather(reprinted((member for (name,), member in named if "@" in name), seen), REPRINTED)
    profiles = sorted(_profiles(groups, named, whole, seen), key=lambda body: body.members)

    @lru_cache(maxsize=1 << 16)
    def compare(a: int, b: int) -> Verdict:
        return weigh(Kind.INSTITUTION, features(profiles[a], profiles[b]))

    return groups, match(profiles, lambda number: blocks(profiles[number]), compare, groups)


def _all_wholes(names: Mapping[Member, str], seen: Context) -> dict[Member, frozenset[str]]:
    """Names of what each institution is part of, as its article says, or as there is but one such."""
    parliaments: dict[str, set[str]] = defaultdict(set)
    for member, name in names.items():
        if is_parliament(name):
            parliaments[member[0]].add(name)
    found = {member: _wholes(member, names, seen) for member in names}
    for member, name in names.items():
        if not found[member] and (parliament := parliament_of(name, parliaments[member[0]])):
            found[member] = frozenset({parliament})
    return found


def _wholes(member: Member, names: Mapping[Member, str], seen: Context) -> frozenset[str]:
    parents = set(seen.related("partOf", member))
    parent = seen.parent(member, Kind.INSTITUTION)
    return frozenset(names[whole] for whole in parents | ({parent} if parent else set()) if whole in names)


def _placed(name: str, wholes: frozenset[str]) -> str:
    """A mere unit is known by what it is part of."""
    bare = name.partition("@")[0]
    return f"{bare} of {min(wholes)}" if "@" in name and is_part(bare) and len(wholes) == 1 else name


def _profiles(
    groups: Groups[Member],
    named: Iterable[tuple[tuple[str], Member]],
    wholes: Mapping[Member, frozenset[str]],
    seen: Context,
) -> Iterator[Body]:
    by_name: dict[tuple[str, Member], list[Member]] = defaultdict(list)
    for (name,), member in named:
        by_name[name, groups.find(member)].append(member)
    for (name, _), members in by_name.items():
        yield _body(name, sorted(members), wholes, seen)


def _body(name: str, members: list[Member], wholes: Mapping[Member, frozenset[str]], seen: Context) -> Body:
    bodies = [seen.referents[Kind.INSTITUTION][member] for member in members]
    few = members[:20]
    label = max(bodies, key=lambda body: (len(body.label.split()), body.label)).label
    region = name.partition("#")[2] or next((body.region for body in bodies if body.region), None)
    spelt = any(not short(body.label) for body in bodies)
    return Body(
        tuple(members),
        label,
        name,
        content(name.partition("#")[0].partition("@")[0] if region or "@" in name else spelt_body(label)),
        region,
        frozenset(normal(form) for body in bodies for form in body.forms if short(form)) - legal_words()
        if spelt
        else frozenset(),
        frozenset(whole for member in few for whole in wholes[member]),
        frozenset(holder for member in few for holder in _holders(member, seen)),
        frozenset(other for member in few for other in seen.company[member[0]]) - {normal(one.label) for one in bodies},
        frozenset(place for member in few for place in seen.places.get(member[0], ())),
    )


def _holders(member: Member, seen: Context) -> Iterator[_Holder]:
    for post in seen.relating("postIn", member):
        for person in seen.relating("holds", post):
            words = name_words(seen.referents[Kind.PERSON][person].label)
            if len(words) > 1:
                yield post_name(seen.referents[Kind.ROLE][post].label), words


def blocks(body: Body) -> Iterator[tuple[str, ...]]:
    """What other names of the body would have in common with this one: with its region, if it has one, since those
    of other regions are others; a body without a region meets those by its holders."""
    where = body.region or ""
    for acronym in {*body.acronyms, body.bare} - {""}:
        yield "acronym", acronym, where
    if len(body.words) > 1:
        yield "acronym", _initials(body), where
        yield "acronym", _initials(body, short_of_region=True), where
        yield "begins", body.words[0], body.words[1], where
        yield "bare", body.name.partition("@")[0].partition("#")[0], where
        if stands(body.name):
            yield "stands", *body.words
    for post, person in body.holders:
        yield ("holder", post, *person)


def features(a: Body, b: Body) -> dict[str, str]:
    """What speaks for and against two profiles being one institution."""
    named = _names(a, b)
    found = {named: ""} if named else {}
    if a.region and b.region and a.region != b.region:
        found["regions-apart"] = f"{a.region} / {b.region}"
    if named == "initials" and a.region and a.region == b.region:
        found["same-region"] = a.region
    if _unknown(a, b):
        found["region-unknown"] = ""
    if a.wholes & b.wholes:
        found["shared-whole"] = min(a.wholes & b.wholes).lstrip("=")
    elif a.wholes and b.wholes and (a.part or b.part):
        found["wholes-apart"] = f"{min(a.wholes)} / {min(b.wholes)}"
    if a.holders & b.holders:
        found["shared-holder"] = " ".join(min(a.holders & b.holders)[1])
    elif a.company & b.company:
        found["shared-name"] = min(a.company & b.company)
    return found


def _unknown(a: Body, b: Body) -> bool:
    """Whether one may be another region's, or another institution's, for all that their articles say."""
    parts = (a.part or b.part) and not a.wholes & b.wholes
    return a.unplaced or b.unplaced or parts or not (a.region == b.region or _stands(a, b) or _stands(b, a))


def _stands(bare: Body, full: Body) -> bool:
    """Whether a school or a hospital of the name, without its region, is told of in that region's articles."""
    return bare.region is None and full.region in bare.towns and stands(full.name) and bare.words == full.words


def _names(a: Body, b: Body) -> str:
    if a.known and b.known:
        return "names-apart"
    if a.bare or b.bare:
        return _acronym(a, b)
    if a.words == b.words or (a.region == b.region and folded(" ".join(a.words)) == folded(" ".join(b.words))):
        return "same-name"
    if _numbers(a.words) != _numbers(b.words):
        return "numbers-apart"
    if len(a.words) != len(b.words):
        brief, full = sorted((a.words, b.words), key=len)
        return "shorter-name" if len(brief) > 1 and full[: len(brief)] == brief else "names-apart"
    return "spelling" if _slip(a.words, b.words) else "names-apart"


def _acronym(a: Body, b: Body) -> str:
    if a.bare and b.bare:
        return "same-name" if a.bare == b.bare else "names-apart"
    bare, full = (a, b) if a.bare else (b, a)
    if legless(bare.label) != bare.label and legless(full.label) == full.label:
        return "names-apart"  # `PT MA`, `Mahkamah Agung`
    if bare.bare in full.acronyms:
        return "acronym-defined"
    return "initials" if bare.bare in (_initials(full), _initials(full, short_of_region=True)) else "names-apart"


def _initials(body: Body, *, short_of_region: bool = False) -> str:
    """The first letters of the name, or of what is left of it without its region."""
    words = body.name.partition("#")[0].split() if short_of_region else body.words
    return "".join(word[0] for word in words)


def _numbers(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if _NUMBER.fullmatch(word)]


def _slip(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one long word of a name of three or more is a letter apart."""
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return (
        len(a) >= _SPELT
        and len(apart) == 1
        and min(map(len, apart[0])) >= _LONG
        and DamerauLevenshtein.distance(*apart[0]) == 1
    )
