"""Which posts are one: the same post, spelt out, in the same body."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model import Referent
from kg.resolve.forms import Member, headed, known_bodies, normal, post_heads, slug
from kg.resolve.groups import Groups

_NATIONAL = ("national", "minister")


def unite_posts(posts: Mapping[Member, Referent], body_of: Mapping[Member, str]) -> Groups[Member]:
    """The posts of all articles, grouped. body_of: the body's entity key of each post that has one."""
    groups: Groups[Member] = Groups(posts)
    first: dict[tuple[str, str], Member] = {}
    for member in sorted(posts):
        where = body_of.get(member, "")
        for name in sorted({post_name(form) for form in (posts[member].label, *posts[member].forms)}):
            key = (where or _ministry(name) or _place(posts[member], name, member[0]), name)
            if key in first:
                groups.unite(first[key], member)
            first.setdefault(key, member)
    return groups


def post_name(label: str) -> str:
    """The post with its head spelt out: `Dirjen IKP` → `direktur jenderal ikp`."""
    heads = {form: canonical for form, (canonical, _) in post_heads().items()}
    name = headed(label, heads)
    for acting in ("plt ", "plh ", "pj "):
        name = name.removeprefix(acting)
    return name.removesuffix(" ri")


def _ministry(name: str) -> str:
    """The key of a minister's ministry, which the post is in whether or not the article names it."""
    body = known_bodies().get(name.removeprefix("wakil ").replace("menteri", "kementerian", 1))
    return f"institution/{slug(body)}" if body and "menteri" in name else ""


def _place(post: Referent, name: str, article: str) -> str:
    """Where a post without a named body is: everywhere, for the nation's; its region; else its article."""
    if post.region:
        return f"region {post.region}"
    return "" if national(name) else f"article {article}"


def national(name: str) -> bool:
    """Whether there is one such post in the land."""
    words = normal(name).split()
    starts = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    kinds = {form: kind for form, (_, kind) in post_heads().items()}
    kind = next((kinds[start] for start in starts if start in kinds), "")
    return kind in _NATIONAL and (kind == "national" or len(words) > 1)
