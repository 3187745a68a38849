"""Persons as they are compared: what speaks for and against two profiles being one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf

from kg.resolve.context import CAPITAL
from kg.resolve.forms import Member, normal, ranks, seat, successors
from kg.resolve.names import Words, common_words, relation, without_muhammad
from kg.resolve.posts import national
from kg.resolve.weights import settings

_LETTERS = 3
_LONG_TITLE = 2
_PAIR = 2


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
    """Persons of one name who hold the same posts. past: those of the posts that are always called past
    or acting; first, last: days of the reports, as ordinals; both None where no article has a date."""

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
    def label_name(self) -> str:
        """The label as the company of others has it."""
        return normal(self.label)

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
    if "spelling" in found and not _spelt_in_post(a, b, found):
        found["spelling-alone"] = ""
    if a.words != b.words and (a.label_name in b.company or b.label_name in a.company):
        found["both-named"] = ""
    if sex(a.titles) * sex(b.titles) < 0:
        found["sexes-apart"] = ""
    if _callings(a.titles) and _callings(b.titles) and not _callings(a.titles) & _callings(b.titles):
        found["callings-apart"] = ""
    return found


def _spelt_in_post(a: Person, b: Person, found: Mapping[str, str]) -> bool:
    """Whether a slip of spelling may be one: in one post, or in one institution where not both posts are whole."""
    return bool({"shared-post", "same-title"} & set(found)) or (
        "shared-body" in found and not (_whole(a) and _whole(b))
    )


def _names(a: Person, b: Person) -> str:
    found = relation(a.words, b.words)
    if found != "same-name" and (_couple(a) or _couple(b)):
        return "names-apart"
    if found in ("same-name", "variant"):
        return found
    if a.words in b.aliases or b.words in a.aliases or _told(a.aliases & b.aliases):
        return "given-alias"
    brief, full = sorted((a, b), key=lambda person: len(person.words))
    if len(brief.words) == 1 and any(brief.words[0] in alias for alias in full.aliases):
        return "part-of-name"
    return found


def _couple(person: Person) -> bool:
    """Whether the name is that of two together: `Prabowo Subianto-Gibran Rakabuming Raka`."""
    sides = person.label.split("-")
    return len(sides) == _PAIR and all(" " in side.strip() for side in sides)


def _told(aliases: frozenset[Words]) -> bool:
    return any(len(alias) > 1 for alias in aliases)


def post_features(a: Person, b: Person) -> dict[str, str]:
    """What the posts of two profiles that have some speak for and against."""
    shared = sorted({post.key for post in a.posts} & {post.key for post in b.posts})
    if shared:
        return {"shared-post": shared[0]}
    bodies = sorted(body for body in a.bodies if body in b.bodies or successors().get(body, frozenset()) & b.bodies)
    shown = f"{_shown(a)} / {_shown(b)}"
    if bodies:
        both = _whole(a) and _whole(b) and _days_apart(a, b) <= settings()["near"]
        return {"shared-body": bodies[0]} | ({"posts-compete": shown} if both else {})
    titles = sorted(x.label for x in a.posts for y in b.posts if _same_title(x, y))
    if titles:
        return {"same-title": titles[0]}
    if _national(a) and _national(b):
        return {"later-posts": shown, "national-posts": ""}
    if not _at_one_time(a, b):
        return {"other-posts" if _regions_apart(a.posts, b.posts) else "later-posts": shown}
    if _regions_apart(a.posts - a.past, b.posts - b.past):
        return {"regions-apart": shown}
    return {"posts-compete" if _whole(a) and _whole(b) else "other-posts": shown}


def _whole(person: Person) -> bool:
    return any(post.whole for post in person.posts - person.past)


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
        company = sorted((a.company & b.company) - _own(a) - _own(b))
        if company:
            found["shared-company" if len(company) > 1 else "shared-name"] = "; ".join(company[:2])
        places = (a.places & b.places) - {CAPITAL}
        if places:
            found["shared-place"] = min(places)
        if found and _days_apart(a, b) <= settings()["near"]:
            found["near-articles"] = ""
        if not found and not (a.posts and b.posts) and _places_apart(a.places, b.places):
            found["places-apart"] = f"{min(a.places)} / {min(b.places)}"
        if a.events & b.events:
            found["shared-event"] = min(a.events & b.events)
    if len(a.words) > 1 and len(b.words) > 1 and not set(a.words) & set(b.words) <= common_words():
        found["rare-name"] = ""
    return found


def _places_apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two are in other towns, and neither in the capital, where everybody is at times."""
    return bool(a and b) and not a & b and CAPITAL not in a | b


def _own(person: Person) -> frozenset[str]:
    """Names of the institutions of the posts, which are no company."""
    return frozenset(body.partition("/")[2].replace("-", " ") for body in person.bodies)


def _callings(titles: frozenset[str]) -> frozenset[int]:
    """The callings that the titles say, by their place in `weights.toml`; ranks are -1."""
    found = {number for number, names in enumerate(settings()["titles"]["callings"]) if titles & set(names)}
    return frozenset(found | ({-1} if titles & ranks() else set()))


def sex(titles: Iterable[str]) -> int:
    """-1 for a woman's titles, 1 for a man's, 0 where they do not say."""
    signs, names = settings()["titles"], {normal(title) for title in titles}
    return bool(names & set(signs["male"])) - bool(names & set(signs["female"]))
