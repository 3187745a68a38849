"""Which posts are one: the same post, spelt out, in the same body; where the body is not named, the land's only one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg.lexicon import table
from kg.model import Referent
from kg.resolve.forms import Member, content, known_bodies, normal, post_heads, post_name, region_names, slug
from kg.resolve.groups import Groups
from kg.resolve.judgements import Judged

_NATIONAL = ("national", "minister")
_Where = tuple[str, str]


def unite_posts(
    posts: Mapping[Member, Referent],
    body_of: Mapping[Member, str],
    region_of: Mapping[Member, str],
    judged: Iterable[Judged[Member]] = (),
) -> Groups[Member]:
    """The posts of all articles, grouped. body_of: the body's entity key of each post that has one; region_of: the
    region of that body, or the post's own."""
    groups: Groups[Member] = Groups(posts, judged)
    named: list[tuple[_Where, Member]] = []
    for member in sorted(posts):
        for name in sorted(_names(posts[member])):
            place = body_of.get(member, "") or _ministry(name) or _place(region_of.get(member, ""), name, member[0])
            named.append(((place, _regionless(name, region_of.get(member, ""))), member))
    first = groups.gather(named)
    _unite_bodiless(first, groups, region_of, body_of)
    _unite_acronyms(first, groups, body_of)
    return groups


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
    return "" if national(name) else f"article {article}"


def _unite_bodiless(
    first: Mapping[_Where, Sequence[Member]],
    groups: Groups[Member],
    region_of: Mapping[Member, str],
    body_of: Mapping[Member, str],
) -> None:
    """A governor whose government is not named is that of the only government of the region."""
    bodied: dict[_Where, set[Member]] = defaultdict(set)
    for (_, name), members in first.items():
        for member in members:
            if member in body_of:
                bodied[region_of.get(member, ""), name].add(groups.find(member))
    for (_, name), members in sorted(first.items()):
        for member in members:
            ones = bodied.get((region_of.get(member, ""), name), set())
            if member not in body_of and len(ones) == 1 and _kind(name) == "region_head":
                other = next(iter(ones))
                groups.unite(member, other, f"post-of-one-body: {name} is that of {body_of[other]} alone")


def _ministry(name: str) -> str:
    """The key of a minister's ministry, which the post is in whether or not the article names it."""
    if _kind(name) != "minister":
        return ""
    body = _fixed().get(name) or known_bodies().get(name.removeprefix("wakil ").replace("menteri", "kementerian", 1))
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


def national(name: str) -> bool:
    """Whether there is one such post in the land."""
    kind = _kind(name)
    return kind in _NATIONAL and (kind == "national" or len(name.split()) > 1)
