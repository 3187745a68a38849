"""Persons as they are compared: what speaks for and against two profiles being one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import inf

from kg.language.spelling import singled
from kg.resolve.context import CAPITAL, town
from kg.resolve.forms import Member, national_parties, normal, ranks, seat, successors
from kg.resolve.names import Words, common_words, folded, heard, relation, without_muhammad
from kg.resolve.posts import heads_land, national
from kg.resolve.weights import NAMES_APART, settings

_BEGIN = 2
_LETTERS = 3
_LONG_TITLE = 2
_PAIR = 2
_SOME = 3
_MANY = 5
_SPELT_SO = frozenset({"same-name", "same-word", "sounds-same", "double-letters"})
PARLIAMENT = frozenset({"institution/dewan-perwakilan-rakyat", "institution/majelis-permusyawaratan-rakyat"})


@dataclass(frozen=True)
class Post:
    """A post as persons hold it: its key and body's key, its region, and whether it takes a whole person.
    wholes: keys of what its body is part of."""

    key: str
    body: str | None
    region: str | None
    label: str
    wholes: frozenset[str] = frozenset()

    @cached_property
    def whole(self) -> bool:
        """Whether it leaves no room for another."""
        return not seat(self.label)[1]

    @cached_property
    def vague(self) -> bool:
        """Whether nothing says where it is: `Gubernur`, and no more."""
        return self.body is None and self.region is None and not national(self.label)

    @cached_property
    def of_the_land(self) -> bool:
        """Whether the whole land knows its holder: a minister, who leads a party or a part of parliament."""
        leads = self.label.split()[0] != "anggota" and {self.body, *self.wholes} & (national_parties() | PARLIAMENT)
        return national(self.label) or bool(leads)

    @cached_property
    def party(self) -> str | None:
        """The key of the party that it is in."""
        return min(({self.body or "", *self.wholes}) & national_parties(), default=None)


@dataclass(frozen=True)
class Person:
    """Persons of one name who hold the same posts. past: those of the posts that are always called past
    or acting; known_as: the words that articles know this person by, and how many; first, last: days
    of the reports, as ordinals; both None where no article has a date."""

    members: tuple[Member, ...]
    label: str
    words: Words
    aliases: frozenset[Words]
    posts: frozenset[Post]
    past: frozenset[Post]
    known_as: Mapping[str, int]
    events: frozenset[str]
    company: frozenset[str]
    places: frozenset[str]
    titles: frozenset[str]
    first: int | None
    last: int | None

    @cached_property
    def label_name(self) -> str:
        """The label as the company of others has it."""
        return normal(self.label)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Keys of the institutions of the posts."""
        return frozenset(post.body for post in self.posts if post.body)

    @cached_property
    def wholes(self) -> frozenset[str]:
        """Keys of what the institutions of the posts are part of."""
        return frozenset(whole for post in self.posts for whole in post.wholes)

    @cached_property
    def regions(self) -> frozenset[str]:
        """Codes of the regions of the posts."""
        return frozenset(town(post.region) for post in self.posts if post.region)

    @cached_property
    def own(self) -> frozenset[str]:
        """Names of the institutions of the posts, which are no company."""
        return frozenset(body.partition("/")[2].replace("-", " ") for body in self.bodies)

    @cached_property
    def national(self) -> bool:
        """Whether the whole land knows the holder of one of the posts."""
        return any(post.of_the_land for post in self.posts)

    @cached_property
    def whole(self) -> bool:
        """Whether one of the posts that are not past leaves no room for another."""
        return any(post.whole for post in self.posts - self.past)

    @cached_property
    def callings(self) -> frozenset[int]:
        """The callings that the titles say, by their place in `weights.toml`; ranks are -1."""
        named = settings()["titles"]["callings"]
        found = {number for number, names in enumerate(named) if self.titles & set(names)}
        return frozenset(found | ({-1} if self.titles & ranks() else set()))

    @cached_property
    def sex(self) -> int:
        """-1 for a woman's titles, 1 for a man's, 0 where they do not say."""
        return sex(self.titles)


def blocks(person: Person) -> Iterator[tuple[str, ...]]:
    """What a person's other names would have in common with this one."""
    for words in {person.words, *person.aliases}:
        bare = without_muhammad(words)
        yield ("name", *words)
        if len(words) > 1:
            yield "ends", bare[0][0], bare[-1]
            yield "begins", bare[0], bare[1] if len(bare) > 1 else ""
            yield "joined", "".join(bare)
            yield "heard", "".join(map(heard, bare))
        else:
            yield "known", words[0]
            yield "doubled", singled(words[0])
    for word in person.known_as:
        yield "known", word
    for word in frozenset(person.words) - common_words():
        for other in person.company:
            yield "beside", word, other
    begun = {folded(word)[:_BEGIN] for word in person.words}
    begun.add("".join(word[0] for word in person.words[:_BEGIN]))  # `Jokowi` and `Joko`, but also `AHY` and `Agus H`
    for post in person.posts:
        for letters in begun:
            yield "post", post.key, letters
        if post.body:
            yield "body", post.body, person.words[0][:_LETTERS]


def features(a: Person, b: Person) -> dict[str, str]:
    """What speaks for and against two profiles being one person; of names that cannot be one no more than that."""
    named = _names(a, b)
    if named == NAMES_APART:
        return {named: ""}
    found = {named: ""}
    if a.posts and b.posts:
        found |= post_features(a, b)
    found |= _neighbourhood(a, b)
    if "spelling" in found and not _spelt_in_post(a, b, found):
        found["spelling-alone"] = ""
    seated = any(seat(post.label)[0] for post in a.posts & b.posts)
    if "part-misspelt" in found and not seated:
        found["double-letters" if _doubled(a, b) else "spelling-alone"] = ""
    if "sounds-same" in found and _told_together(a, b):
        found["double-letters"] = ""
    if "first-left-out" in found and not seated:
        found["first-alone"] = ""
    if "part-of-name" in found and (_known_so(a, b, found) or _known_so(b, a, found)):
        found["known-so"] = ""
    if _SPELT_SO.isdisjoint(found) and (_beside(a, b) or _beside(b, a)):
        found["both-named"] = ""
    if a.sex * b.sex < 0:
        found["sexes-apart"] = ""
    if a.callings and b.callings and not a.callings & b.callings:
        found["callings-apart"] = ""
    return found


def _beside(one: Person, other: Person) -> bool:
    """Whether an article that names the one has the other's whole name."""
    return len(other.words) > 1 and other.label_name in one.company


def _doubled(a: Person, b: Person) -> bool:
    """Whether an article writes one word with double letters and without: `Affifudin`, `Afifuddin`."""
    alike = {singled(word) for word in a.words} & {singled(word) for word in b.words}
    return bool(alike) and _told_together(a, b)


def _told_together(a: Person, b: Person) -> bool:
    """Whether an article names both."""
    return not {member[0] for member in a.members}.isdisjoint(member[0] for member in b.members)


def _known_so(full: Person, brief: Person, found: Mapping[str, str]) -> bool:
    """Whether articles know one by the other's one word: many, or some and there is company in common. A word that
    many bear means somebody whom all know."""
    word = brief.words[0]
    least = _SOME if {"shared-company", "shared-name"} & set(found) else _MANY
    called = len(brief.words) == 1 and full.known_as.get(word, 0) >= least
    return called and (word not in common_words() or full.national)


def _spelt_in_post(a: Person, b: Person, found: Mapping[str, str]) -> bool:
    """Whether a slip of spelling may be one: in one post, or in one institution where not both posts are whole."""
    return bool({"shared-post", "same-title"} & set(found)) or ("shared-body" in found and not (a.whole and b.whole))


def _names(a: Person, b: Person) -> str:
    found = relation(a.words, b.words)
    if found != "same-name" and (_couple(a) or _couple(b)):
        return NAMES_APART
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
    bodies = _bodies(a, b)
    shown = f"{_shown(a)} / {_shown(b)}"
    if bodies:
        alike = any(_same_title(x, y) for x in a.posts for y in b.posts)
        both = not alike and a.whole and b.whole and _days_apart(a, b) <= settings()["near"]
        return {"shared-body": bodies[0]} | ({"posts-compete": shown} if both else {})
    titles = sorted(x.label for x in a.posts for y in b.posts if _same_title(x, y))
    if titles:
        return {"same-title": titles[0]}
    if any(_vaguer(x, y) for x, y in product(a.posts, b.posts)):
        return {"vaguer-post": shown}
    if (a.national and b.national) or _rose(a, b) or _rose(b, a):
        return {"later-posts": shown, "national-posts": ""}
    if not _at_one_time(a, b):
        return {"other-posts" if _regions_apart(a.posts, b.posts) else "later-posts": shown}
    if _regions_apart(a.posts - a.past, b.posts - b.past):
        return {"regions-apart": shown}
    if _in_party_and_office(a, b):
        return {"party-and-office": shown}
    return {"posts-compete" if a.whole and b.whole else "other-posts": shown}


def _rose(before: Person, now: Person) -> bool:
    """Whether one had posts, and the other heads the land: all know who that is."""
    return bool(before.posts) and before.posts == before.past and any(heads_land(post.label) for post in now.posts)


def _in_party_and_office(a: Person, b: Person) -> bool:
    """Whether one has a post in a party only, the other one in none: politicians have both."""
    parties = [{post.party for post in person.posts} for person in (a, b)]
    return {None} in parties and any(None not in one for one in parties)


def _bodies(a: Person, b: Person) -> list[str]:
    """The institutions that both have posts in, one of which may have been renamed or be part of the other."""
    later = {body for body in a.bodies if successors().get(body, frozenset()) & b.bodies}
    return sorted((a.bodies & b.bodies) | later | (a.bodies & b.wholes) | (a.wholes & b.bodies))


def _vaguer(x: Post, y: Post) -> bool:
    """Whether one of two posts is the head of the other, and nothing says where it is: `Gubernur`, `Gubernur Bali`."""
    brief, full = sorted((x, y), key=lambda post: (not post.vague, len(post.label)))
    return brief.vague and f"{full.label} ".startswith(f"{brief.label} ")


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
    apart = (x.body != y.body and None not in (x.body, y.body)) or _regions_apart(frozenset({x}), frozenset({y}))
    brief, full = sorted((x.label.split(), y.label.split()), key=len)
    return not apart and len(brief) > 1 and (brief == full or (len(brief) > _LONG_TITLE and set(brief) <= set(full)))


def _neighbourhood(a: Person, b: Person) -> dict[str, str]:
    found = {}
    if a.members[0][0] != b.members[0][0]:
        company = sorted((a.company & b.company) - a.own - b.own)
        if company:
            found["shared-company" if len(company) > 1 else "shared-name"] = "; ".join(company[:2])
        places = ((a.places & b.places) | _inside(a.places, b.regions) | _inside(b.places, a.regions)) - {CAPITAL}
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


def _inside(places: frozenset[str], regions: frozenset[str]) -> set[str]:
    """The places that lie in one of the regions."""
    return {place for place in places if any(f"{place}.".startswith(f"{region}.") for region in regions)}


def _places_apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two are in other towns, and neither in the capital, where everybody is at times."""
    return bool(a and b) and not a & b and CAPITAL not in a | b


def sex(titles: Iterable[str]) -> int:
    """-1 for a woman's titles, 1 for a man's, 0 where they do not say."""
    signs, names = settings()["titles"], {normal(title) for title in titles}
    return bool(names & set(signs["male"])) - bool(names & set(signs["female"]))
