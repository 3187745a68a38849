"""Triples of a built graph, as Turtle terms; exactly the contract, no more.

A subject is an absolute IRI in angle brackets, a predicate a prefixed name, an object either or a literal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256

from kg.graph.derived import derived
from kg.graph.vocabulary import BASE_IRI, day, decimal, integer, iri, literal
from kg.model import Article, Claim, Day, Entity, Fact, Kind, Knowledge, Tenure

__all__ = ["BASE_IRI", "Triple", "triples"]
Triple = tuple[str, str, str]


def triples(knowledge: Knowledge, *, base_iri: str = BASE_IRI) -> list[Triple]:
    """Every triple of the graph, sorted; data IRIs begin with `base_iri`."""
    return [triple for _, block in Blocks(knowledge, base_iri) for triple in block]


class Blocks:
    """The triples of a graph by subject, in order of subjects; each subject's are made when they are asked for, so
    that only what is not said by a claim is held in memory. `subjects`: all of them, in order."""

    def __init__(self, knowledge: Knowledge, base_iri: str = BASE_IRI) -> None:
        self._base = f"<{base_iri}"
        self._claims: defaultdict[str, list[tuple[Fact, Claim]]] = defaultdict(list)
        for fact in knowledge.facts:
            for claim in fact.claims:
                self._claims[iri(self._base, claim_path(fact, claim))].append((fact, claim))
        self._others: defaultdict[str, list[Triple]] = defaultdict(list)
        for triple in _all_but_claims(self._base, knowledge):
            self._others[triple[0]].append(triple)
        self.subjects = sorted({*self._claims, *self._others})

    def __iter__(self) -> Iterator[tuple[str, list[Triple]]]:
        for subject in self.subjects:
            block = self._others.get(subject, [])
            for fact, claim in self._claims.get(subject, ()):
                block = [*block, *_claim(self._base, fact, claim, subject)]
            yield subject, sorted(set(block))


def _all_but_claims(base: str, knowledge: Knowledge) -> Iterator[Triple]:
    for article in knowledge.articles:
        yield from _article(base, article)
    for entity in knowledge.entities:
        yield from _entity(base, entity)
        yield from _identity(base, entity)
    yield from derived(base, knowledge.entities)
    yield from _mentions(base, knowledge)
    for one, other in knowledge.reprints:
        yield iri(base, f"article/{one}"), "kg:reprintOf", iri(base, f"article/{other}")
    for fact in knowledge.facts:
        if fact.stated:
            yield iri(base, fact.subject), f"kg:{fact.relation}", _object(base, fact.object)
    yield from _tenures(base, knowledge.tenures)
    yield from _quotations(base, knowledge.facts)


def _article(base: str, article: Article) -> Iterator[Triple]:
    node = iri(base, f"article/{article.id}")
    yield node, "rdf:type", "kg:Article"
    yield node, "dcterms:identifier", literal(article.id)
    yield node, "kg:sha256", literal(article.sha256)
    if article.headline:
        yield node, "schema:headline", literal(article.headline, "id")
    if article.published:
        yield node, "schema:datePublished", day(article.published)
    for name in ("publisher", "author", "editor", "url"):
        if value := getattr(article, name):
            yield node, f"schema:{name}", literal(value)
    for name in article.copies:
        yield node, "kg:alsoIn", literal(name)
    if article.dateline:
        yield node, "schema:contentLocation", literal(article.dateline)


def _entity(base: str, entity: Entity) -> Iterator[Triple]:
    node = iri(base, entity.key)
    yield node, "rdf:type", f"kg:{entity.kind}"
    if entity.kind == Kind.QUOTATION:
        yield node, "schema:text", literal(entity.label, "id")
        return
    yield node, "skos:prefLabel", literal(entity.label, "id")
    for form in entity.forms:
        yield node, "skos:altLabel", literal(form, "id")
    for title in entity.titles:
        yield node, "kg:title", literal(title)
    if entity.region:
        yield node, "kg:regionCode", literal(entity.region)


def _identity(base: str, entity: Entity) -> Iterator[Triple]:
    """What the node was called, why it is one, and what it was compared with and is not."""
    node = iri(base, entity.key)
    for reason in entity.why:
        yield node, "kg:mergedBecause", literal(reason, "en")
    for old in entity.formerly:
        yield iri(base, old), "dcterms:isReplacedBy", node
    for apart in entity.apart:
        pair = sha256(f"{apart.left} {apart.right}".encode()).hexdigest()[:12]
        comparison = iri(base, f"comparison/{pair}")
        yield comparison, "rdf:type", "kg:Comparison"
        yield comparison, "kg:compares", node
        yield comparison, "kg:compares", iri(base, apart.other)
        yield comparison, "kg:left", literal(apart.left)
        yield comparison, "kg:right", literal(apart.right)
        yield comparison, "kg:unsure", "true" if apart.unsure else "false"
        yield comparison, "kg:weight", decimal(apart.score)
        yield comparison, "kg:because", literal(apart.why, "en")


def _mentions(base: str, knowledge: Knowledge) -> Iterator[Triple]:
    for article, entity in knowledge.mentions:
        yield iri(base, f"article/{article}"), "schema:mentions", iri(base, entity)


def _object(base: str, value: str | Day) -> str:
    return day(value) if isinstance(value, Day) else iri(base, value)


def claim_path(fact: Fact, claim: Claim) -> str:
    """The path of a claim's IRI: its article, relation and place, and a hash of what it says there."""
    said = "|".join((fact.subject, str(fact.object), claim.rule, claim.status, str(claim.since), str(claim.until)))
    return f"claim/{claim.article}-{fact.relation}-{claim.start}-{claim.end}-{sha256(said.encode()).hexdigest()[:8]}"


def _claim(base: str, fact: Fact, claim: Claim, node: str) -> Iterator[Triple]:
    yield node, "rdf:type", "kg:Claim"
    yield node, "rdf:subject", iri(base, fact.subject)
    yield node, "rdf:predicate", f"kg:{fact.relation}"
    yield node, "rdf:object", _object(base, fact.object)
    yield node, "prov:wasDerivedFrom", iri(base, f"article/{claim.article}")
    yield node, "kg:quote", literal(claim.quote, "id")
    yield node, "kg:start", integer(claim.start)
    yield node, "kg:end", integer(claim.end)
    yield node, "kg:rule", literal(claim.rule)
    yield node, "kg:confidence", decimal(claim.confidence)
    yield node, "kg:status", f"kg:{claim.status}"
    if claim.stated_on:
        yield node, "kg:statedOn", day(claim.stated_on)
    if claim.part:
        yield node, "kg:part", literal(claim.part, "id")
    yield from _manner(node, claim)


def _tenures(base: str, tenures: Iterable[Tenure]) -> Iterator[Triple]:
    for tenure in tenures:
        manner = "".join(
            [
                f"-{tenure.since}" if tenure.since else "",
                f"-{tenure.until}" if tenure.until else "",
                "-acting" if tenure.acting else "",
                "-former" if tenure.former else "",
            ]
        )
        role = tenure.role.removeprefix("role/")
        node = iri(base, f"tenure/{tenure.person.removeprefix('person/')}/{role}{manner}")
        yield node, "rdf:type", "kg:Tenure"
        yield node, "org:member", iri(base, tenure.person)
        yield node, "kg:post", iri(base, tenure.role)
        if tenure.first_reported and tenure.last_reported:
            yield node, "kg:firstReported", day(tenure.first_reported)
            yield node, "kg:lastReported", day(tenure.last_reported)
        yield from _manner(node, tenure)


def _manner(node: str, held: Claim | Tenure) -> Iterator[Triple]:
    """How a post is held, as stated: bounds, acting, former."""
    for name, value in (("kg:from", held.since), ("kg:until", held.until)):
        if value:
            yield node, name, day(value)
    for name, holds in (("kg:acting", held.acting), ("kg:former", held.former)):
        if holds:
            yield node, name, "true"


def _quotations(base: str, facts: Iterable[Fact]) -> Iterator[Triple]:
    """Where each quotation stands: the article, and its claim's start and end."""
    for fact in facts:
        if fact.relation == "says" and isinstance(fact.object, str):
            node, claim = iri(base, fact.object), fact.claims[0]
            yield node, "kg:start", integer(claim.start)
            yield node, "kg:end", integer(claim.end)
            yield node, "prov:wasDerivedFrom", iri(base, f"article/{claim.article}")
