"""Which posts are one: the same post, spelt out, in the same body; where the body is not named, the land's only one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.lexicon import table
from kg.model import Referent
from kg.resolve.forms import (
    Member,
    content,
    head_expansions,
    headed,
    known_bodies,
    land_names,
    normal,
    post_heads,
    post_name,
    region_names,
    slug,
)
from kg.resolve.groups import Groups
from kg.resolve.judgements import Judged

_NATIONAL = ("national", "minister")
_ONE_A_LAND = (*_NATIONAL, "abroad")
_OF_MANY = ("polsek",)
_TWO = 2
_Where = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bodies:
    """The institutions of the posts. of: the entity key of each post that has one; region_of: the region of that, or
    the post's own; named: entity keys by every form that means just one; unit_of: of a part, (what it is part of,
    its names), by entity key; around: the keys of what each article names."""

    of: Mapping[Member, str]
    region_of: Mapping[Member, str]
    named: Mapping[str, str] = field(default_factory=dict)
    unit_of: Mapping[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    around: Mapping[str, frozenset[str]] = field(default_factory=dict)


def unite_posts(
    posts: Mapping[Member, Referent],
    bodies: Bodies,
    holders: Mapping[Member, frozenset[str]],
    judged: Iterable[Judged[Member]] = (),
) -> Groups[Member]:
    """The posts of all articles, grouped. holders: names of those who hold each."""
    groups: Groups[Member] = Groups(posts, judged)
    abroad = _abroad(posts, holders)
    named = [
        (where, member) for member in sorted(posts) for where in sorted(_wheres(member, posts[member], bodies, abroad))
    ]
    first = groups.gather(named)
    body_of, region_of = bodies.of, bodies.region_of
    _unite_bodiless(first, groups, region_of, body_of)
    _unite_acronyms(first, groups, body_of)
    _unite_held(posts, groups, bodies, holders)
    return groups


def _wheres(member: Member, post: Referent, bodies: Bodies, abroad: Mapping[Member, str]) -> Iterator[_Where]:
    """In what, and by what names, the post is known; two posts that share one of these are one."""
    body, region = bodies.of.get(member, ""), bodies.region_of.get(member, "")
    for name in _names(post):
        if (home := body or _home(name)) or not (seats := {*_station(name, bodies.named), *_tails(name)}):
            here = abroad.get(member, name)
            yield home or _place(region, here, member[0]), _regionless(here, region)
        else:
            yield from seats
    if body in bodies.unit_of:
        whole, units = bodies.unit_of[body]
        yield from ((whole, f"{name} {unit}") for name in _names(post) for unit in units if " " not in name)


def _unite_held(
    posts: Mapping[Member, Referent],
    groups: Groups[Member],
    bodies: Bodies,
    holders: Mapping[Member, frozenset[str]],
) -> None:
    """A post that says more than its head is one where the same person holds it, if at most one body has it; a mere
    head is that of the body that its article names, where the same person holds it elsewhere."""
    held: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member in sorted(posts):
        for holder in sorted(one for one in holders.get(member, ()) if " " in one):
            held[post_name(posts[member].label), holder].append(member)
    for (name, holder), members in sorted(held.items()):
        ones = {bodies.of[one] for one in members if one in bodies.of}
        bodied = [one for one in members if one in bodies.of]
        more = len(name.split()) > len(_head(name).split()) + 1
        for member in members if len(ones) < _TWO else ():
            if member not in bodies.of and (more or ones & bodies.around.get(member[0], frozenset())):
                groups.unite([*bodied, *members][0], member, f"post-held: {name} by {holder}")


def _abroad(posts: Mapping[Member, Referent], holders: Mapping[Member, frozenset[str]]) -> dict[Member, str]:
    """Posts of which each land has one, where no land is named, but the holder is known to hold another land's: the
    name of that. `Presiden Joe Biden` beside `Presiden Amerika Serikat Joe Biden`."""
    lands: dict[tuple[str, str], set[str]] = defaultdict(set)
    bare: list[tuple[Member, str]] = []
    for member, post in posts.items():
        name = post_name(post.label)
        head = _head(name)
        if _kind(head) in _ONE_A_LAND and name == head:
            bare.append((member, name))
        elif _kind(head) in _ONE_A_LAND and name[len(head) + 1 :] in land_names() - {"indonesia"}:
            for holder in holders.get(member, ()):
                lands[head, holder].add(name)
    found = {member: {land for one in holders.get(member, ()) for land in lands[name, one]} for member, name in bare}
    return {member: next(iter(names)) for member, names in found.items() if len(names) == 1}


def _tails(name: str) -> Iterator[_Where]:
    """The known bodies that a post's name ends in, and what is left of it: `kapuspen tni`; none for a minister."""
    words = name.split()
    if _kind(name) not in _ONE_A_LAND:
        for at in range(1, len(words)):
            body = known_bodies().get(" ".join(words[at:]))
            if body:
                yield f"institution/{slug(body)}", " ".join(words[:at])


def _station(name: str, named: Mapping[str, str]) -> Iterator[_Where]:
    """The body that a police post's name names, and what is left of it: `kapolres tasikmalaya kota` is the `kapolres`
    of the Polres; a sector's name is that of many."""
    head = _head(name)
    station = _stations().get(head)
    if station and name != head:
        body = headed(f"{station} {name[len(head) + 1 :]}", head_expansions())
        yield named.get(body, f"body {body}"), head


@cache
def _stations() -> dict[str, str]:
    """Heads of police posts to how the names of their stations begin: `kapolres` → `polres`."""
    rows = (row for row in table("posts") if row["kind"] == "police" and row["institution"].endswith("*"))
    stations = {normal(row["form"]): normal(row["institution"].removesuffix("*")) for row in rows}
    return {head: station for head, station in stations.items() if station not in _OF_MANY}


def _names(post: Referent) -> set[str]:
    """The names of a post, spelt out; a form that begins otherwise (a deputy's minister, `PU`) is no name of it."""
    label = post_name(post.label)
    names = {post_name(form) for form in post.forms}
    return {label} | {name for name in names if name.split()[:1] == label.split()[:1]}


def _head(name: str) -> str:
    return next((start for start in _starts(name) if start in _heads()), "")


def _regionless(name: str, code: str) -> str:
    """A region's post without the region: `gubernur diy` and `gubernur daerah istimewa yogyakarta` are one."""
    words = name.split()
    for region in region_names(code) if code else ():
        if len(region) < len(words) and tuple(words[-len(region) :]) == region:
            rest = " ".join(words[: -len(region)])
            return rest if _kind(rest) == "region_head" else name
    return name


def _place(region: str, name: str, article: str) -> str:
    """Where a post without a named body is: everywhere, for the nation's; its region; else its article."""
    if region:
        return f"region {region}"
    return "" if national(name) or _sole(name) else f"article {article}"


def _sole(name: str) -> bool:
    """Whether a post's name is that of one directorate in all the land: `direktur jenderal pajak`."""
    return name.startswith("direktur jenderal ")


def _unite_bodiless(
    first: Mapping[_Where, Sequence[Member]],
    groups: Groups[Member],
    region_of: Mapping[Member, str],
    body_of: Mapping[Member, str],
) -> None:
    """A governor whose government is not named is that of the only government of the region; a director general
    whose ministry is not named is that of the only ministry with such."""
    bodied: dict[_Where, set[Member]] = defaultdict(set)
    for (_, name), members in first.items():
        for member in members:
            if member in body_of:
                bodied[region_of.get(member, ""), name].add(groups.find(member))
    for (_, name), members in sorted(first.items()):
        for member in members:
            ones = bodied.get((region_of.get(member, ""), name), set())
            if member not in body_of and len(ones) == 1 and (_kind(name) == "region_head" or _sole(name)):
                other = next(iter(ones))
                groups.unite(member, other, f"post-of-one-body: {name} is that of {body_of[other]} alone")


def _home(name: str) -> str:
    """The key of the institution that the post is in whether or not the article names it: a minister's ministry."""
    body = _fixed().get(name)
    if not body and _kind(name) == "minister":
        body = known_bodies().get(name.removeprefix("wakil ").replace("menteri", "kementerian", 1))
    return f"institution/{slug(body)}" if body else ""


@cache
def _fixed() -> dict[str, str]:
    """Posts, spelt out, to the institution that the lexicon says each is in."""
    rows = (row for row in table("posts") if row["institution"] and "*" not in row["institution"])
    return {normal(row["canonical"]): row["institution"] for row in rows}


def _unite_acronyms(
    first: Mapping[_Where, Sequence[Member]], groups: Groups[Member], body_of: Mapping[Member, str]
) -> None:
    """`direktur jenderal ikp` is `direktur jenderal informasi dan komunikasi publik` in the same body."""
    full: dict[_Where, set[Member]] = defaultdict(set)
    for (place, name), members in first.items():
        head = _head(name)
        rest = content(name[len(head) :])
        if head and len(rest) > 1:
            full[place, f"{head} {''.join(word[0] for word in rest)}"] |= {groups.find(member) for member in members}
    for (place, name), members in sorted(first.items()):
        ones = full.get((place, name), set())
        for member in members:
            if member in body_of and len(ones) == 1:
                groups.unite(member, next(iter(ones)), f"post-initials: {name} in {body_of[member]}")


def _starts(name: str) -> list[str]:
    words = name.split()
    return [" ".join(words[:n]) for n in range(len(words), 0, -1)]


@cache
def _heads() -> dict[str, str]:
    """Heads of posts, spelt out or not, to their kinds."""
    return {form: kind for form, (_, kind) in post_heads().items()}


def _kind(name: str) -> str:
    return next((_heads()[start] for start in _starts(normal(name)) if start in _heads()), "")


def heads_land(name: str) -> bool:
    """Whether it is the post of one of those who govern the land: `presiden`, with no land or body behind it."""
    return normal(name) in _heads() and _kind(name) == "national"


def national(name: str) -> bool:
    """Whether there is one such post in the land."""
    kind = _kind(name)
    return kind in _NATIONAL and (kind == "national" or len(name.split()) > 1)
