"""Resolve: the referents of all articles into entities, one node for one thing.

Bodies first, then posts, which hang on them, then persons, whom posts tell apart, then the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Day, Entity, Extraction, Kind, Referent
from kg.resolve.bodies import unite_bodies
from kg.resolve.forms import Member
from kg.resolve.groups import Groups
from kg.resolve.labels import canonical, keys, path
from kg.resolve.people import unite_people
from kg.resolve.posts import unite_posts
from kg.resolve.things import unite_things

_REST = (Kind.EVENT, Kind.TOPIC, Kind.PLACE, Kind.INITIATIVE, Kind.REGULATION)
_Objects = Mapping[Member, frozenset[Member]]


def resolve(extractions: Sequence[Extraction]) -> tuple[Entity, ...]:
    """The entities of all articles, sorted by key; every referent is a member of exactly one."""
    kinds = _by_kind(extractions)
    bodies = _entities(Kind.INSTITUTION, kinds, unite_bodies(kinds[Kind.INSTITUTION]), {})
    key_of = _members(bodies)
    body_of = _parents(kinds[Kind.ROLE], key_of)
    posts = _entities(Kind.ROLE, kinds, unite_posts(kinds[Kind.ROLE], body_of), body_of)
    key_of |= _members(posts)
    people = _entities(Kind.PERSON, kinds, _people(extractions, kinds, key_of), {})
    rest = [
        entity
        for kind in _REST
        for entity in _entities(kind, kinds, unite_things(kinds[kind], _dates(extractions)), {})
    ]
    found = [*bodies, *posts, *people, *rest, *_quotations(kinds[Kind.QUOTATION])]
    return tuple(sorted(found, key=lambda entity: entity.key))


def _by_kind(extractions: Iterable[Extraction]) -> dict[Kind, dict[Member, Referent]]:
    kinds: dict[Kind, dict[Member, Referent]] = {kind: {} for kind in Kind}
    for extraction in extractions:
        for number, referent in enumerate(extraction.referents):
            kinds[referent.kind][extraction.article.id, number] = referent
    return kinds


def _members(entities: Iterable[Entity]) -> dict[Member, str]:
    return {member: entity.key for entity in entities for member in entity.members}


def _parents(posts: Mapping[Member, Referent], key_of: Mapping[Member, str]) -> dict[Member, str]:
    return {member: key_of[member[0], post.parent] for member, post in posts.items() if post.parent is not None}


def _objects(extractions: Iterable[Extraction], relation: str) -> _Objects:
    """Subject referents to the object referents of a relation."""
    found: dict[Member, set[Member]] = defaultdict(set)
    for extraction in extractions:
        for statement in extraction.statements:
            if statement.relation == relation and isinstance(statement.object, int):
                found[extraction.article.id, statement.subject].add((extraction.article.id, statement.object))
    return {member: frozenset(objects) for member, objects in found.items()}


def _dates(extractions: Iterable[Extraction]) -> dict[Member, frozenset[Day]]:
    found: dict[Member, set[Day]] = defaultdict(set)
    for extraction in extractions:
        for statement in extraction.statements:
            if isinstance(statement.object, Day):
                found[extraction.article.id, statement.subject].add(statement.object)
    return {member: frozenset(days) for member, days in found.items()}


def _people(
    extractions: Sequence[Extraction], kinds: Mapping[Kind, Mapping[Member, Referent]], key_of: Mapping[Member, str]
) -> Groups[Member]:
    held = _objects(extractions, "holds")
    posts_of = {member: frozenset(key_of[post] for post in posts) for member, posts in held.items()}
    regions_of = {member: frozenset(_regions(posts, kinds)) for member, posts in held.items()}
    return unite_people(kinds[Kind.PERSON], posts_of, regions_of)


def _regions(posts: Iterable[Member], kinds: Mapping[Kind, Mapping[Member, Referent]]) -> Iterable[str]:
    for post in posts:
        role = kinds[Kind.ROLE][post]
        body = kinds[Kind.INSTITUTION].get((post[0], role.parent)) if role.parent is not None else None
        region = role.region or (body.region if body else None)
        if region:
            yield region


def _entities(
    kind: Kind, kinds: Mapping[Kind, Mapping[Member, Referent]], groups: Groups[Member], parents: Mapping[Member, str]
) -> list[Entity]:
    """The groups of one class as entities, each with its label, forms and key."""
    referents = kinds[kind]
    united = groups.all()
    labels = {members[0]: canonical(kind, [referents[member] for member in members]) for members, _ in united}
    parent_of = {members[0]: _parent(members, parents) for members, _ in united}
    key_of = keys({first: path(kind, label, parent_of[first]) for first, (label, _) in labels.items()})
    return [_entity(kind, members, why, labels, key_of, parent_of, referents) for members, why in united]


def _parent(members: Iterable[Member], parents: Mapping[Member, str]) -> str | None:
    """The body of a post: where an article names it."""
    return next((parents[member] for member in members if member in parents), None)


def _entity(
    kind: Kind,
    members: Sequence[Member],
    why: tuple[str, ...],
    labels: Mapping[Member, tuple[str, tuple[str, ...]]],
    key_of: Mapping[Member, str],
    parent_of: Mapping[Member, str | None],
    referents: Mapping[Member, Referent],
) -> Entity:
    label, forms = labels[members[0]]
    titles = tuple(sorted({title for member in members for title in referents[member].titles}))
    region = next((referents[member].region for member in members if referents[member].region), None)
    return Entity(key_of[members[0]], kind, label, forms, tuple(members), parent_of[members[0]], region, titles, why)


def _quotations(quotations: Mapping[Member, Referent]) -> list[Entity]:
    return [
        Entity(
            f"quotation/{member[0]}-{quote.span.start if quote.span else member[1]}",
            quote.kind,
            quote.label,
            (),
            (member,),
        )
        for member, quote in sorted(quotations.items())
    ]
