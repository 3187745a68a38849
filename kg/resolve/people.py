"""Which persons are one: their names, and what articles say around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import combinations

from kg.model import Kind, Referent
from kg.resolve.context import REPRINTED, Context, ordinal, reprinted
from kg.resolve.forms import Member, normal
from kg.resolve.groups import Groups
from kg.resolve.judgements import Judged
from kg.resolve.matching import Doubt, match
from kg.resolve.names import Words, name_words, without_muhammad
from kg.resolve.persons import Person, Post, blocks, features, post_features, sex
from kg.resolve.weights import Verdict, weigh

_ENOUGH = 20
_Signature = tuple[frozenset[Post], object]
_MOST = 200
_SOME = 3
_ALONE = 0.9


def unite_people(
    seen: Context, post_of: Mapping[Member, Post], event_of: Mapping[Member, str], judged: Iterable[Judged[Member]]
) -> tuple[Groups[Member], list[Doubt]]:
    """The persons of all articles, grouped, and who might have been one."""
    people = seen.referents[Kind.PERSON]
    judged = list(judged)
    groups: Groups[Member] = Groups(people, judged)
    profiles = sorted(_profiles(seen, post_of, event_of, judged), key=lambda person: person.members)
    for person in profiles:
        for member in person.members[1:]:
            groups.unite(person.members[0], member, _told(person))
    brief = (member for member, person in people.items() if len(name_words(person.label)) == 1)
    groups.gather(reprinted(brief, seen), REPRINTED)

    @lru_cache(maxsize=1 << 16)
    def compare(a: int, b: int) -> Verdict:
        return weigh(Kind.PERSON, features(profiles[a], profiles[b]))

    return groups, match(profiles, lambda number: blocks(profiles[number]), compare, groups)


def _told(person: Person) -> str:
    """The evidence that unites a profile: none where a whole name says it."""
    if len(person.words) > 1 or not person.posts:
        return ""
    return f"{person.label} = {person.label}: same-word, shared-post ({min(post.key for post in person.posts)})"


def _profiles(
    seen: Context, post_of: Mapping[Member, Post], event_of: Mapping[Member, str], judged: list[Judged[Member]]
) -> Iterator[Person]:
    """Members of one name and the same posts are one profile; those without a post too, unless their name is a
    single word or its bearers hold posts that contradict each other: then each article is looked at by itself."""
    sides, known = _sides(judged), _known(seen)
    by_name: dict[Words, dict[_Signature, list[Member]]] = defaultdict(lambda: defaultdict(list))
    for member, referent in seen.referents[Kind.PERSON].items():
        posts = frozenset(post_of[post] for post in seen.related("holds", member))
        by_name[name_words(referent.label)][posts, sides.get(member)].append(member)
    for words, groups in ((words, _by_sex(groups, seen)) for words, groups in by_name.items()):
        make = partial(
            _person, words=words, known_as=known.get(words, {}), seen=seen, post_of=post_of, event_of=event_of
        )
        made = [make(members, posts=posts) for (posts, _), members in groups.items()]
        disputed = len(words) == 1 or _disputed([person for person in made if person.posts])
        for person in made:
            if person.posts or not disputed or len(person.members) > _MOST:
                yield person
            else:
                yield from (make([member], posts=person.posts) for member in person.members)


def _known(seen: Context) -> dict[Words, dict[str, int]]:
    """Names to the words that articles call their bearers by and hardly anybody else, with how many do."""
    bearers: dict[str, Counter[Words]] = defaultdict(Counter)
    names: dict[Words, set[Words]] = defaultdict(set)
    for person in seen.referents[Kind.PERSON].values():
        words = name_words(person.label)
        if len(words) > 1:
            bare = without_muhammad(words)
            ends = (bare[0], bare[-1])
            names[ends].add(words)
            for short in {short for form in person.forms if len(short := name_words(form)) == 1}:
                bearers[short[0]][ends] += 1
    found: dict[Words, dict[str, int]] = defaultdict(dict)
    for word, counts in bearers.items():
        first, count = max(counts.items(), key=lambda item: (item[1], item[0]))
        if count >= _SOME and count >= _ALONE * counts.total():
            for words in names[first]:
                found[words][word] = count
    return found


def _by_sex(groups: Mapping[_Signature, list[Member]], seen: Context) -> dict[_Signature, list[Member]]:
    """The groups, parted by what titles say of the sex where the namesakes have both."""
    people = seen.referents[Kind.PERSON]
    sexes = {member: sex(people[member].titles) for members in groups.values() for member in members}
    if not {-1, 1} <= set(sexes.values()):
        return dict(groups)
    found: dict[_Signature, list[Member]] = defaultdict(list)
    for (posts, side), members in groups.items():
        for member in members:
            found[posts, (side, sexes[member])].append(member)
    return found


def _disputed(people: Sequence[Person]) -> bool:
    """Whether some of the namesakes hold posts that one person cannot."""
    some = sorted(people, key=lambda person: (-len(person.members), person.members))[:_ENOUGH]
    return any(weigh(Kind.PERSON, post_features(a, b)).clash for a, b in combinations(some, 2))


def _sides(judged: Iterable[Judged[Member]]) -> dict[Member, tuple[tuple[int, bool], ...]]:
    """The sides of judgements that mean a member: members that differ in them are not of one profile."""
    found: dict[Member, list[tuple[int, bool]]] = defaultdict(list)
    for number, one in enumerate(judged):
        for side, members in ((False, one.left), (True, one.right)):
            for member in members:
                found[member].append((number, side))
    return {member: tuple(sides) for member, sides in found.items()}


def _person(
    found: Iterable[Member],
    *,
    words: Words,
    posts: frozenset[Post],
    known_as: Mapping[str, int],
    seen: Context,
    post_of: Mapping[Member, Post],
    event_of: Mapping[Member, str],
) -> Person:
    members = sorted(found)
    people = [seen.referents[Kind.PERSON][member] for member in members]
    few = members[:_ENOUGH]
    said = [day for member in members if (day := ordinal(seen.said.get(member[0]))) is not None]
    return Person(
        tuple(members),
        people[0].label,
        words,
        frozenset(alias for person in people for alias in _aliases(person, words)),
        posts,
        posts.intersection(*({post_of[post] for post in seen.lesser.get(member, ())} for member in members)),
        known_as,
        frozenset(event_of[event] for member in few for event in seen.related("participates", member)),
        frozenset(name for member in few for name in seen.company[member[0]]) - {normal(one.label) for one in people},
        frozenset(town for member in few for town in seen.places[member[0]]),
        frozenset(normal(title) for person in people for title in person.titles),
        min(said, default=None),
        max(said, default=None),
    )


def _aliases(person: Referent, words: Words) -> Iterator[Words]:
    """Names that an article gives besides, which are no mere part of the name."""
    for form in person.forms:
        alias = name_words(form)
        if alias != words and (len(alias) > 1 or alias[0] not in words):
            yield alias
