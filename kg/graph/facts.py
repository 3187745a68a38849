"""Facts: statements of all articles brought together over the entities they speak of.

What is held of each fact is only that it is there; its claims, with their words, are read from the articles again
when they are wanted, so that an archive of any size is written in memory that grows with its facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from kg.model import Article, Claim, Day, Entity, Extraction, Fact, Kind, Knowledge, Statement, Status, Tenure

FactKey = tuple[str, str, str | Day]
"""Subject, relation and object of a fact, entities by key."""

_HELD = (Status.ASSERTED, Status.PLANNED)
_Member = tuple[str, int]
_Manner = tuple[str, str, bool, bool]


@dataclass(frozen=True, slots=True)
class Told:
    """An article, and the keys of the entities that it mentions, sorted."""

    article: Article
    mentions: tuple[str, ...]


class Archive(Protocol):
    """All articles by their identifiers."""

    @property
    def ids(self) -> Sequence[str]:
        """The identifiers, sorted."""

    def of(self, id: str) -> Extraction:
        """What the article of that identifier says."""


class Source(Protocol):
    """What a graph is written from. stated: the facts that may stand as plain triples, sorted; quoted: of each
    quotation by key its article, start and end."""

    @property
    def ids(self) -> Sequence[str]:
        """The identifiers of the articles, sorted."""

    @property
    def entities(self) -> Sequence[Entity]:
        """All of them, by key."""

    @property
    def reprints(self) -> Sequence[tuple[str, str]]:
        """Articles that print another's words, with that one's identifier."""

    @property
    def stated(self) -> Sequence[FactKey]: ...

    @property
    def tenures(self) -> Sequence[Tenure]: ...

    @property
    def quoted(self) -> Mapping[str, tuple[str, int, int]]: ...

    def told(self, id: str) -> Told:
        """The article of that identifier."""

    def claims(self, id: str) -> Sequence[tuple[FactKey, Claim]]:
        """That article's claims, in order of place, each with the fact that it states."""


class Assembly:
    """The facts of all articles over the entities that resolving has found; the same whatever their order."""

    def __init__(self, archive: Archive, entities: Iterable[Entity], reprints: Sequence[tuple[str, str]] = ()) -> None:
        self.ids = archive.ids
        self.entities = sorted(entities, key=lambda entity: entity.key)
        self.reprints = reprints
        self.quoted: dict[str, tuple[str, int, int]] = {}
        self._archive = archive
        self._key_of = {member: entity.key for entity in self.entities for member in entity.members}
        self._facts: dict[FactKey, bool] = {}
        self._tenures: dict[tuple[str, str], dict[_Manner, Tenure]] = {}
        for id in self.ids:
            for key, claim in self.claims(id):
                self._add(key, claim)

    @cached_property
    def stated(self) -> list[FactKey]:
        """The facts that may stand as plain triples, sorted: some claim asserts or plans them."""
        return sorted((key for key, stated in self._facts.items() if stated), key=_fact_order)

    @property
    def tenures(self) -> list[Tenure]:
        """One for each person, post and stated manner: bounds, acting, former; sorted by them."""
        found = sorted(self._tenures.items())
        return [manners[manner] for _, manners in found for manner in sorted(manners)]

    def told(self, id: str) -> Told:
        """The article of that identifier."""
        extraction = self._archive.of(id)
        mentioned = {self._key_of[id, one.referent] for one in extraction.mentions if one.kind != Kind.QUOTATION}
        return Told(extraction.article, tuple(sorted(mentioned)))

    def claims(self, id: str) -> list[tuple[FactKey, Claim]]:
        """That article's claims, each once, in order of place, each with the fact that it states."""
        extraction = self._archive.of(id)
        found = {(self._key(statement, id), _claim(statement, extraction)) for statement in extraction.statements}
        return sorted(found, key=lambda one: (_order(one[1]), _fact_order(one[0])))

    def text(self, id: str) -> str:
        """That article's text."""
        return self._archive.of(id).article.text

    def knowledge(self) -> Knowledge:
        """All of it in memory."""
        claims: defaultdict[FactKey, list[Claim]] = defaultdict(list)
        articles, mentions = [], []
        for id in self.ids:
            told = self.told(id)
            articles.append(told.article)
            mentions += [(id, key) for key in told.mentions]
            for key, claim in self.claims(id):
                claims[key].append(claim)
        facts = (Fact(*key, tuple(claims[key])) for key in sorted(claims, key=_fact_order))
        return Knowledge(
            tuple(articles),
            tuple(self.entities),
            tuple(facts),
            tuple(self.tenures),
            tuple(mentions),
            tuple(self.reprints),
        )

    def _key(self, statement: Statement, article: str) -> FactKey:
        found = statement.object
        target = self._key_of[article, found] if isinstance(found, int) else found
        return self._key_of[article, statement.subject], statement.relation, target

    def _add(self, key: FactKey, claim: Claim) -> None:
        held = claim.status in _HELD
        self._facts[key] = self._facts.get(key, False) or held
        subject, relation, target = key
        if not isinstance(target, str):
            return
        if relation == "says":
            self.quoted.setdefault(target, (claim.article, claim.start, claim.end))
        elif relation == "holds" and held:
            manner = (str(claim.since), str(claim.until), claim.acting, claim.former)
            manners = self._tenures.setdefault((subject, target), {})
            manners[manner] = _tenure(subject, target, claim, manners.get(manner))


class _Listed:
    """Extractions in memory, by identifier."""

    def __init__(self, extractions: Iterable[Extraction]) -> None:
        self._extractions = {extraction.article.id: extraction for extraction in extractions}
        self.ids = sorted(self._extractions)

    def of(self, id: str) -> Extraction:
        return self._extractions[id]


def assemble(
    extractions: Iterable[Extraction], entities: Iterable[Entity], reprints: tuple[tuple[str, str], ...] = ()
) -> Knowledge:
    """All that the articles say, merged; the same whatever their order."""
    return Assembly(_Listed(extractions), entities, reprints).knowledge()


class Whole:
    """Knowledge that is in memory, as a source of a graph."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.entities = knowledge.entities
        self.reprints = knowledge.reprints
        self.tenures = knowledge.tenures
        self.stated = [(fact.subject, fact.relation, fact.object) for fact in knowledge.facts if fact.stated]
        said = (fact for fact in knowledge.facts if fact.relation == "says" and isinstance(fact.object, str))
        self.quoted = {
            str(fact.object): (claim.article, claim.start, claim.end) for fact in said for claim in fact.claims[:1]
        }
        self._articles = {article.id: article for article in knowledge.articles}
        self.ids = sorted(self._articles)
        self._mentions: defaultdict[str, list[str]] = defaultdict(list)
        for id, key in knowledge.mentions:
            self._mentions[id].append(key)
        self._claims: defaultdict[str, list[tuple[FactKey, Claim]]] = defaultdict(list)
        for fact in knowledge.facts:
            for claim in fact.claims:
                self._claims[claim.article].append(((fact.subject, fact.relation, fact.object), claim))

    def told(self, id: str) -> Told:
        """The article of that identifier."""
        return Told(self._articles[id], tuple(self._mentions[id]))

    def claims(self, id: str) -> list[tuple[FactKey, Claim]]:
        """That article's claims, in order of place, each with the fact that it states."""
        return self._claims[id]


def _claim(statement: Statement, extraction: Extraction) -> Claim:
    article = extraction.article
    return Claim(
        article.id,
        statement.start,
        statement.end,
        article.text[statement.start : statement.end],
        statement.rule,
        statement.confidence,
        statement.status,
        article.published,
        statement.since,
        statement.until,
        statement.acting,
        statement.former,
        statement.part,
    )


def _fact_order(key: FactKey) -> tuple[str, str, str]:
    return key[0], key[1], str(key[2])


def _order(claim: Claim) -> tuple[str, ...]:
    return (
        f"{claim.start:09}",
        f"{claim.end:09}",
        claim.rule,
        claim.status,
        str(claim.since),
        str(claim.until),
        str((claim.acting, claim.former, claim.confidence, claim.part)),
    )


def _tenure(person: str, role: str, claim: Claim, known: Tenure | None) -> Tenure:
    """The tenure that a claim adds to."""
    said = [day for day in (claim.stated_on, known and known.first_reported, known and known.last_reported) if day]
    first, last = (min(said), max(said)) if said else (None, None)
    return Tenure(person, role, first, last, claim.since, claim.until, claim.acting, claim.former)
