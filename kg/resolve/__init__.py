"""Resolve: the referents of all articles into entities, one node for one thing.

Bodies first, then posts, which hang on them, places and events, then persons, whom all these tell apart.
What a person has decided (`judgements.tsv`) goes before anything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from kg.model import Apart, Entity, Extraction, Kind, Referent
from kg.resolve.bodies import unite_bodies
from kg.resolve.context import Context, context
from kg.resolve.events import unite_events
from kg.resolve.forms import Member, head_expansions, headed, normal, post_name
from kg.resolve.groups import Groups
from kg.resolve.judgements import Judged, Judgement, aimed, latest
from kg.resolve.labels import Alone, Order, canonical, formerly, keys, path, suffixed
from kg.resolve.matching import Doubt
from kg.resolve.people import unite_people
from kg.resolve.persons import Post
from kg.resolve.posts import Bodies, unite_posts
from kg.resolve.things import unite_things

_REST = (Kind.TOPIC, Kind.INITIATIVE, Kind.REGULATION)
_Keys = dict[Member, str]
_Kept = tuple[Member, Member, Callable[[str], Apart]]


def resolve(extractions: Iterable[Extraction], judgements: Iterable[Judgement] = ()) -> tuple[Entity, ...]:
    """The entities of all articles, sorted by key; every referent is a member of exactly one. The extractions are gone
    over several times."""
    return _Resolving(context(extractions), latest(judgements)).entities()


class _Resolving:
    """One run: the entities so far, the keys of their members, and what might have been one."""

    def __init__(self, seen: Context, judgements: Sequence[Judgement]) -> None:
        self.seen = seen
        self.order = Order(seen.said)
        self.alone = cache(Alone(seen.referents))
        self.judged = aimed(judgements, seen.referents, lambda one: (self.alone(one), suffixed(self.alone(one), one)))
        self.found: list[Entity] = []
        self.key_of: _Keys = {}
        self.doubts: list[Doubt] = []

    def entities(self) -> tuple[Entity, ...]:
        """All of them, sorted by key."""
        self._bodies()
        self._posts()
        self._add(Kind.PLACE, unite_things(Kind.PLACE, self.seen, self._judged(Kind.PLACE)))
        self._add(Kind.EVENT, *unite_events(self.seen, self.key_of, self._judged(Kind.EVENT)))
        self._people()
        for kind in _REST:
            self._add(kind, unite_things(kind, self.seen, self._judged(kind)))
        named = formerly(self._with_doubts(), self.alone, self.order)
        quotations = _quotations(self.seen.referents[Kind.QUOTATION])
        return tuple(sorted([*named, *quotations], key=lambda entity: entity.key))

    def _judged(self, kind: Kind) -> list[Judged[Member]]:
        return self.judged.get(kind, [])

    def _bodies(self) -> None:
        self._add(Kind.INSTITUTION, *unite_bodies(self.seen, self._judged(Kind.INSTITUTION)))

    def _posts(self) -> None:
        posts = self.seen.referents[Kind.ROLE]
        parents = {member: self.seen.parent(member, Kind.ROLE) for member in posts}
        body_of = {member: self.key_of[body] for member, body in parents.items() if body}
        bodies = Bodies(body_of, self._regions(parents), self._named(), self._units(), self._around())
        groups = unite_posts(posts, bodies, self._holders(), self._judged(Kind.ROLE))
        wholes: _Keys = {}
        for member, body in sorted(body_of.items()):
            wholes.setdefault(groups.find(member), body)
        self._add(
            Kind.ROLE,
            groups,
            (),
            {member: wholes[groups.find(member)] for member in posts if groups.find(member) in wholes},
        )

    def _named(self) -> dict[str, str]:
        """The institution's key of each form that just one has, heads spelt out."""
        found: dict[str, set[str]] = defaultdict(set)
        for body in self.found:
            for form in (body.label, *body.forms):
                found[headed(form, head_expansions())].add(body.key)
        return {form: next(iter(keys)) for form, keys in found.items() if len(keys) == 1}

    def _units(self) -> dict[str, tuple[str, frozenset[str]]]:
        """What each institution that is part of just one is part of, by keys, and its names."""
        wholes = self._wholes()
        return {
            body.key: (next(iter(wholes[body.key])), frozenset(map(normal, (body.label, *body.forms))))
            for body in self.found
            if len(wholes.get(body.key, ())) == 1
        }

    def _around(self) -> dict[str, frozenset[str]]:
        """Keys of the institutions that each article names."""
        found: dict[str, set[str]] = defaultdict(set)
        for article, number in self.seen.referents[Kind.INSTITUTION]:
            found[article].add(self.key_of[article, number])
        return {article: frozenset(keys) for article, keys in found.items()}

    def _holders(self) -> dict[Member, frozenset[str]]:
        """Names of those who hold each post, as its article has them."""
        people = self.seen.referents[Kind.PERSON]
        return {
            post: frozenset(
                normal(name)
                for one in self.seen.relating("holds", post)
                if one in people
                for name in (people[one].label, *people[one].forms)
            )
            for post in self.seen.referents[Kind.ROLE]
        }

    def _regions(self, parents: Mapping[Member, Member | None]) -> dict[Member, str]:
        """The region of each post that has one, its own or its body's."""
        posts, bodies = self.seen.referents[Kind.ROLE], self.seen.referents[Kind.INSTITUTION]
        found = {
            member: post.region or (bodies[body].region if (body := parents[member]) else None)
            for member, post in posts.items()
        }
        return {member: region for member, region in found.items() if region}

    def _people(self) -> None:
        groups, doubts = unite_people(self.seen, self._held(), self.key_of, self._judged(Kind.PERSON))
        self._add(Kind.PERSON, groups, doubts)

    def _held(self) -> dict[Member, Post]:
        posts = self.seen.referents[Kind.ROLE]
        regions = self._regions({member: self.seen.parent(member, Kind.ROLE) for member in posts})
        by_key = {entity.key: entity for entity in self.found if entity.kind == Kind.ROLE}
        wholes = self._wholes()
        made = {
            key: Post(
                key,
                one.parent,
                next((regions[member] for member in one.members if member in regions), None),
                post_name(one.label),
                wholes.get(one.parent or "", frozenset()),
            )
            for key, one in by_key.items()
        }
        return {member: made[self.key_of[member]] for member in posts}

    def _wholes(self) -> dict[str, frozenset[str]]:
        """What each institution that is in no region of its own is part of, by keys."""
        bodies = (one for one in self.found if one.kind == Kind.INSTITUTION and one.region is None)
        return {
            body.key: frozenset(self.key_of[whole] for member in body.members for whole in self._parents(member))
            for body in bodies
        }

    def _parents(self, body: Member) -> Iterator[Member]:
        yield from (whole for whole in self.seen.related("partOf", body) if whole in self.key_of)

    def _add(
        self,
        kind: Kind,
        groups: Groups[Member],
        doubts: Iterable[Doubt] = (),
        parents: Mapping[Member, str] | None = None,
    ) -> None:
        """The groups of one class become entities, each with its label, forms and key."""
        made = _entities(kind, self.seen.referents[kind], groups, parents or {}, self.order)
        self.found += made
        self.key_of |= {member: entity.key for entity in made for member in entity.members}
        self.doubts += doubts

    def _with_doubts(self) -> list[Entity]:
        """The entities, each with what it was compared with, and with what a person keeps apart."""
        apart: dict[str, list[Apart]] = defaultdict(list)
        for left, right, kept in [*self._decided(), *map(self._doubted, self.doubts)]:
            key, other = self.key_of[left], self.key_of[right]
            if key != other and not any(one.other == other for one in apart[key]):
                apart[key].append(kept(other))
        return [replace(one, apart=tuple(apart[one.key])) if apart.get(one.key) else one for one in self.found]

    def _decided(self) -> Iterator[_Kept]:
        """The pairs that judgements keep apart, a word on each; the first member of each side stands for it."""
        for judged in self.judged.values():
            for one in (one for one in judged if one.verdict != "same"):
                left, right = self.order.first(one.left), self.order.first(one.right)
                yield left, right, self._kept(left, right, unsure=False, score=0.0, why=f"judgement: {one.says}")

    def _doubted(self, doubt: Doubt) -> _Kept:
        verdict = doubt.verdict
        why = f"{verdict}{', but others fit as well' if doubt.crowded else ''}"
        unsure = verdict.unsure or doubt.crowded
        return doubt.left, doubt.right, self._kept(doubt.left, doubt.right, unsure=unsure, score=verdict.score, why=why)

    def _kept(self, left: Member, right: Member, **more: Any) -> Callable[[str], Apart]:
        one, two = (f"{self.alone(member)}@{member[0]}" for member in (left, right))
        return lambda other: Apart(other, one, two, **more)


def _entities(
    kind: Kind,
    referents: Mapping[Member, Referent],
    groups: Groups[Member],
    parents: Mapping[Member, str],
    order: Order,
) -> list[Entity]:
    united = [(order.first(members), members, why) for members, why in groups.all()]
    labels = {first: canonical(kind, [referents[one] for one in members]) for first, members, _ in united}
    key_of = keys({first: path(kind, label, parents.get(first)) for first, (label, _) in labels.items()}, order)
    return [
        _entity(kind, key_of[first], labels[first], [(one, referents[one]) for one in members], parents.get(first), why)
        for first, members, why in united
    ]


def _entity(
    kind: Kind,
    key: str,
    label: tuple[str, tuple[str, ...]],
    members: Sequence[tuple[Member, Referent]],
    parent: str | None,
    why: tuple[str, ...],
) -> Entity:
    titles = sorted({title for _, one in members for title in one.titles})
    region = next((one.region for _, one in members if one.region), None)
    return Entity(key, kind, *label, tuple(member for member, _ in members), parent, region, tuple(titles), why)


def _quotations(quotations: Mapping[Member, Referent]) -> list[Entity]:
    return [
        Entity(f"quotation/{one[0]}-{quote.span.start if quote.span else one[1]}", quote.kind, quote.label, (), (one,))
        for one, quote in sorted(quotations.items())
    ]
