"""Persons as they are compared: what speaks for and against two profiles being one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from kg.resolve.forms import Member, seat
from kg.resolve.names import Words, common_words, relation, without_muhammad
from kg.resolve.posts import national
from kg.resolve.weights import settings

_LETTERS = 3
_LONG_TITLE = 2


@dataclass(frozen=True, slots=True)
class Post:
    """A post as persons hold it: its key and body's key, its region, and whether it takes a whole person."""

    key: str
    body: str | None
    region: str | None
    label: str

    @property
    def whole(self) -> bool:
        """Whether it leaves no room for another."""
        return not seat(self.label)[1]


@dataclass(frozen=True, slots=True)
class Person:
    """Persons of one name who hold the same posts. past: those of the posts that are called past, always;
    first, last: days of the reports, as ordinals; both None where no article has a date."""

    members: tuple[Member, ...]
    label: str
    words: Words
    aliases: frozenset[Words]
    posts: frozenset[Post]
    past: frozenset[Post]
    events: frozenset[str]
    company: frozenset[str]
    places: frozenset[str]
    titles: frozenset[str]
    first: int | None
    last: int | None

    @property
    def bodies(self) -> frozenset[str]:
        """Keys of the institutions of the posts."""
        return frozenset(post.body for post in self.posts if post.body)


def blocks(person: Person) -> Iterator[tuple[str, ...]]:
    """What a person's other names would have in common with this one."""
    for words in {person.words, *person.aliases}:
        bare = without_muhammad(words)
        yield ("name", *words)
        if len(words) > 1:
            yield "ends", bare[0][0], bare[-1]
            yield "begins", bare[0], bare[1] if len(bare) > 1 else ""
            yield "joined", "".join(bare)
    for post in person.posts:
        for word in person.words:
            yield "post", post.key, word[0]
        if post.body:
            yield "body", post.body, person.words[0][:_LETTERS]


def features(a: Person, b: Person) -> dict[str, str]:
    """What speaks for and against two profiles being one person."""
    found = {_names(a, b): ""}
    if a.posts and b.posts:
        found |= post_features(a, b)
    found |= _neighbourhood(a, b)
    if "spelling" in found and not {"shared-post", "shared-body", "same-title"} & set(found):
        found["spelling-alone"] = ""
    if _sex(a.titles) * _sex(b.titles) < 0:
        found["sexes-apart"] = ""
    return found


def _names(a: Person, b: Person) -> str:
    found = relation(a.words, b.words)
    if found in ("same-name", "variant"):
        return found
    if a.words in b.aliases or b.words in a.aliases or _told(a.aliases & b.aliases):
        return "given-alias"
    return found


def _told(aliases: frozenset[Words]) -> bool:
    return any(len(alias) > 1 for alias in aliases)


def post_features(a: Person, b: Person) -> dict[str, str]:
    """What the posts of two profiles that have some speak for and against."""
    shared = sorted({post.key for post in a.posts} & {post.key for post in b.posts})
    if shared:
        return {"shared-post": shared[0]}
    bodies = sorted(a.bodies & b.bodies)
    if bodies:
        return {"shared-body": bodies[0]}
    titles = sorted(x.label for x in a.posts for y in b.posts if _same_title(x, y))
    if titles:
        return {"same-title": titles[0]}
    if _national(a) and _national(b):
        return {"other-posts": f"{_shown(a)} / {_shown(b)}", "national-posts": ""}
    if _at_one_time(a, b):
        if _regions_apart(a.posts - a.past, b.posts - b.past):
            return {"regions-apart": f"{_shown(a)} / {_shown(b)}"}
        if any(post.whole for post in a.posts - a.past) and any(post.whole for post in b.posts - b.past):
            return {"posts-compete": f"{_shown(a)} / {_shown(b)}"}
    return {"other-posts": f"{_shown(a)} / {_shown(b)}"}


def _shown(person: Person) -> str:
    return min(post.key.removeprefix("role/") for post in person.posts)


def _at_one_time(a: Person, b: Person) -> bool:
    undated = a.first is None or b.first is None
    return undated or _days_apart(a, b) <= settings()["one_time"]


def _days_apart(a: Person, b: Person) -> float:
    """Days between the reports of one and those of the other; infinite where one has no date."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return inf
    return max(a.first, b.first) - min(a.last, b.last)


def _regions_apart(a: frozenset[Post], b: frozenset[Post]) -> bool:
    """Whether both sides have posts in regions, and none is, or is inside, one of the other."""
    left, right = {post.region for post in a if post.region}, {post.region for post in b if post.region}
    return bool(left and right) and not any(x.startswith(y) or y.startswith(x) for x in left for y in right)


def _same_title(x: Post, y: Post) -> bool:
    """Whether two posts may be one, said more or less fully: no mere `ketua`, not in two bodies or regions."""
    apart = None not in (x.body, y.body) or _regions_apart(frozenset({x}), frozenset({y}))
    brief, full = sorted((x.label.split(), y.label.split()), key=len)
    return not apart and len(brief) > 1 and (brief == full or (len(brief) > _LONG_TITLE and set(brief) <= set(full)))


def _national(person: Person) -> bool:
    return any(national(post.label) for post in person.posts)


def _neighbourhood(a: Person, b: Person) -> dict[str, str]:
    found = {}
    if a.members[0][0] != b.members[0][0]:
        company = sorted(a.company & b.company)
        if company:
            found["shared-company" if len(company) > 1 else "shared-name"] = "; ".join(company[:2])
        if a.places & b.places:
            found["shared-place"] = min(a.places & b.places)
        if _days_apart(a, b) <= settings()["near"]:
            found["near-articles"] = ""
        if a.events & b.events:
            found["shared-event"] = min(a.events & b.events)
    if len(a.words) > 1 and len(b.words) > 1 and not set(a.words) & set(b.words) <= common_words():
        found["rare-name"] = ""
    return found


def _sex(titles: frozenset[str]) -> int:
    """-1 for a woman's titles, 1 for a man's, 0 where they do not say."""
    signs = settings()["titles"]
    male, female = (bool(titles & set(signs[name])) for name in ("male", "female"))
    return int(male) - int(female)
