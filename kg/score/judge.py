"""Verdicts: what the graph tells of an article is right, wrong or a matter of taste; what it leaves out is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.score.gold import SAYS, Gold, GoldSet, Triple, annotated
from kg.score.match import place
from kg.score.spoken import Spoken
from kg.score.tally import MERGE, Outcome, Verdict
from kg.score.told import Node, Told, ToldClaim


@dataclass(frozen=True, slots=True)
class Judgement:
    """One article judged.

    known: whether the graph has the article; placed: the gold id of each node that is one, by IRI
    right: whether each claim is; None where it counts neither for nor against
    """

    article: str
    known: bool
    verdicts: tuple[Verdict, ...]
    placed: Mapping[str, str]
    right: Mapping[ToldClaim, bool | None]


def judge(gold: Gold, told: Told | None) -> Judgement:
    """The verdicts on one article; `told` is None where the graph does not have it."""
    tale = told or Told({})
    claims = [claim for claim in tale.claims if claim.relation in annotated()]
    nodes = _things(tale, claims)
    case = _Case(gold, tale, place(gold, nodes, claims))
    spoken = Spoken.of(gold, tale, case.placed)
    right = {claim: case.right(claim) for claim in claims}
    quoted = {claim: spoken.right(claim.fact) for claim in tale.claims if claim.relation == SAYS}
    verdicts = (*case.entities(nodes), *case.relations(right), *spoken.verdicts(case.names))
    return Judgement(gold.article, told is not None, verdicts, case.placed, right | quoted)


def _things(told: Told, claims: Sequence[ToldClaim]) -> list[Node]:
    """All that is named: what the article mentions, and the ends of its facts."""
    ends = {end for claim in claims for end in (claim.subject, "" if claim.literal else claim.object)}
    speakers = {claim.subject for claim in told.claims if claim.relation == SAYS}
    nodes = (told.node(iri) for iri in sorted(told.mentions | ends | speakers))
    return [node for node in nodes if node.kinds]


@dataclass(frozen=True, slots=True)
class _Case:
    """An article's gold beside what the graph tells of it, and which node is which entity of the gold."""

    gold: Gold
    told: Told
    placed: Mapping[str, str]

    @property
    def names(self) -> dict[str, str]:
        return {entity.id: entity.names[0] for entity in self.gold.entities}

    @property
    def optional(self) -> frozenset[str]:
        return frozenset(entity.id for entity in self.gold.entities if entity.optional)

    def entities(self, nodes: Sequence[Node]) -> Iterator[Verdict]:
        optional, found = self.optional, frozenset(self.placed.values())
        for node in nodes:
            id = self.placed.get(node.iri)
            if id not in optional:
                yield Verdict(node.kinds[0], Outcome.HIT if id else Outcome.EXTRA, f"{node.kinds[0]}: {node.name}")
        for entity in self.gold.entities:
            if entity.id not in optional | found:
                yield Verdict(entity.kind, Outcome.MISS, f"{entity.kind}: {entity.names[0]}")

    def relations(self, right: Mapping[ToldClaim, bool | None]) -> Iterator[Verdict]:
        """Each fact once, however many claims state it, and however many nodes stand for its ends."""
        met = {self.triple(claim) for claim in right} & self.gold.relations
        wrong = {claim.fact: claim for claim, is_right in right.items() if is_right is False}
        names = self.names
        for outcome, triples in ((Outcome.HIT, met), (Outcome.MISS, self.gold.relations - met)):
            for subject, relation, target in sorted(triples):
                yield Verdict(relation, outcome, _words(names[subject], relation, names.get(target, target)))
        for claim in wrong.values():
            yield Verdict(claim.relation, Outcome.EXTRA, _words(*self._ends(claim)))

    def right(self, claim: ToldClaim) -> bool | None:
        triple = self.triple(claim)
        if triple in self.gold.relations:
            return True
        taste = triple in self.gold.optional or not self.optional.isdisjoint((triple[0], triple[2]))
        return None if taste else False

    def triple(self, claim: ToldClaim) -> Triple:
        """The claim in the gold's terms; an end that is none of its entities is empty."""
        subject = self.placed.get(claim.subject, "")
        if claim.relation == "heldOn":
            return subject, "heldOn", self._date(subject, claim.object)
        return subject, claim.relation, "" if claim.literal else self.placed.get(claim.object, "")

    def _date(self, subject: str, date: str) -> str:
        """The gold's date that a date is, or falls into where the gold knows only its month or year."""
        known = self.gold.relations | self.gold.optional
        close = [triple for triple in known if triple[:2] == (subject, "heldOn") and date.startswith(triple[2])]
        return max(close, key=lambda triple: (triple in self.gold.relations, triple[2]))[2] if close else date

    def _ends(self, claim: ToldClaim) -> tuple[str, str, str]:
        target = claim.object if claim.literal else self.told.node(claim.object).name
        return self.told.node(claim.subject).name, claim.relation, target


def _words(subject: str, relation: str, target: str) -> str:
    return f"{subject} —{relation}→ {target}"


def merged(golds: GoldSet, judgements: Sequence[Judgement]) -> tuple[Verdict, ...]:
    """Whether what is one thing in several articles is one node, and what is two things is two."""
    nodes = {f"{one.article}:{id}": iri for one in judgements for iri, id in one.placed.items()}
    pairs = [(a, b) for group in golds.same for number, a in enumerate(group) for b in group[number + 1 :]]
    same = [_merge(Outcome.HIT if _are_one(pair, nodes) else Outcome.MISS, pair) for pair in pairs]
    return (*same, *(_merge(Outcome.EXTRA, pair) for pair in golds.different if _are_one(pair, nodes)))


def _are_one(pair: tuple[str, str], nodes: Mapping[str, str]) -> bool:
    first, second = (nodes.get(thing) for thing in pair)
    return first is not None and first == second


def _merge(outcome: Outcome, pair: tuple[str, str]) -> Verdict:
    what = "wrongly one node" if outcome is Outcome.EXTRA else "one node"
    return Verdict(MERGE, outcome, f"{what}: {' '.join(pair)}")
