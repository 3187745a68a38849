"""Triples of a built graph, as Turtle terms; exactly the contract, no more.

A subject is an absolute IRI in angle brackets, a predicate a prefixed name, an object either or a literal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from kg.graph.derived import derived
from kg.graph.facts import FactKey, Source, Whole
from kg.graph.vocabulary import BASE_IRI, day, decimal, integer, iri, literal
from kg.model import Article, Claim, Day, Entity, Kind, Knowledge, Tenure

__all__ = ["BASE_IRI", "Triple", "triples"]
Triple = tuple[str, str, str]


def triples(knowledge: Knowledge, *, base_iri: str = BASE_IRI) -> list[Triple]:
    """Every triple of the graph, sorted; data IRIs begin with `base_iri`."""
    return [triple for _, block in Blocks(Whole(knowledge), base_iri) for triple in block]


class Blocks:
    """The triples of a graph by subject, in order of subjects; each subject's are made when they are asked for, and
    the articles' and their claims' from one article at a time, so that only what is said of several is in memory."""

    def __init__(self, source: Source, base_iri: str = BASE_IRI) -> None:
        self._source = source
        self._base = f"<{base_iri}"
        self._entities: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in source.entities:
            self._entities[_folder(entity.key)].append(entity)
        self._others: defaultdict[str, defaultdict[str, list[Triple]]] = defaultdict(lambda: defaultdict(list))
        for triple in self._of_several():
            self._others[_folder(triple[0].removeprefix(self._base))][triple[0]].append(triple)
        self._first: dict[str, int] = {}
        for number, (subject, _, _) in enumerate(source.stated):
            self._first.setdefault(subject, number)

    @property
    def subjects(self) -> Iterator[str]:
        """One subject of each class of nodes that the graph has, in order."""
        folders = {*self._entities, *self._others, *(("article", "claim") if self._source.ids else ())}
        return (iri(self._base, f"{folder}/") for folder in sorted(folders))

    def __iter__(self) -> Iterator[tuple[str, list[Triple]]]:
        for folder in sorted({*self._entities, *self._others, "article", "claim"}):
            if folder == "article":
                yield from self._articles()
            elif folder == "claim":
                yield from self._claims()
            else:
                yield from self._nodes(folder)

    def _articles(self) -> Iterator[tuple[str, list[Triple]]]:
        original = dict(self._source.reprints)
        for node, id in sorted((iri(self._base, f"article/{id}"), id) for id in self._source.ids):
            told = self._source.told(id)
            block = [*_article(self._base, told.article)]
            block += [(node, "schema:mentions", iri(self._base, key)) for key in told.mentions]
            if id in original:
                block.append((node, "kg:reprintOf", iri(self._base, f"article/{original[id]}")))
            yield node, sorted(set(block))

    def _claims(self) -> Iterator[tuple[str, list[Triple]]]:
        """Article by article; those whose identifier begins as another's go with it, since their claims' IRIs lie
        between that one's."""
        waiting: list[tuple[str, list[Triple]]] = []
        head = ""
        for begin, id in sorted((iri(self._base, f"claim/{id}-")[:-1], id) for id in self._source.ids):
            if not head or not begin.startswith(head):
                yield from sorted(waiting)
                waiting, head = [], begin
            blocks: defaultdict[str, set[Triple]] = defaultdict(set)
            for key, claim in self._source.claims(id):
                node = iri(self._base, claim_path(key, claim))
                blocks[node].update(_claim(self._base, key, claim, node))
            waiting += [(node, sorted(block)) for node, block in blocks.items()]
        yield from sorted(waiting)

    def _nodes(self, folder: str) -> Iterator[tuple[str, list[Triple]]]:
        others: Mapping[str, list[Triple]] = self._others.get(folder, {})
        entities = {iri(self._base, entity.key): entity for entity in self._entities.get(folder, ())}
        for node in sorted({*entities, *others}):
            block = [*others.get(node, ())]
            if node in entities:
                block += self._entity(node, entities[node])
            yield node, sorted(set(block))

    def _entity(self, node: str, entity: Entity) -> Iterator[Triple]:
        yield from _entity(node, entity)
        stated = self._source.stated
        for number in range(self._first.get(entity.key, len(stated)), len(stated)):
            subject, relation, target = stated[number]
            if subject != entity.key:
                break
            yield node, f"kg:{relation}", _object(self._base, target)
        if entity.key in self._source.quoted:
            article, start, end = self._source.quoted[entity.key]
            yield node, "kg:start", integer(start)
            yield node, "kg:end", integer(end)
            yield node, "prov:wasDerivedFrom", iri(self._base, f"article/{article}")

    def _of_several(self) -> Iterator[Triple]:
        """The triples that no single entity or article gives."""
        for entity in self._source.entities:
            yield from _identity(self._base, entity)
        yield from derived(self._base, self._source.entities)
        yield from _tenures(self._base, self._source.tenures)


def _folder(path: str) -> str:
    """The first step of a path: the class of nodes that it is among."""
    return path.partition("/")[0]


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


def _entity(node: str, entity: Entity) -> Iterator[Triple]:
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
    for reason in entity.why:
        yield node, "kg:mergedBecause", literal(reason, "en")


def _identity(base: str, entity: Entity) -> Iterator[Triple]:
    """What the node was called, and what it was compared with and is not."""
    node = iri(base, entity.key)
    for old in entity.formerly:
        yield iri(base, old), "dcterms:isReplacedBy", node
    for apart in entity.apart:
        keys = sorted((entity.key, apart.other))  # an article's namesakes have one name, and are two
        pair = sha256(" ".join((apart.left, apart.right, *keys)).encode()).hexdigest()[:12]
        comparison = iri(base, f"comparison/{pair}")
        yield comparison, "rdf:type", "kg:Comparison"
        yield comparison, "kg:compares", node
        yield comparison, "kg:compares", iri(base, apart.other)
        yield comparison, "kg:left", literal(apart.left)
        yield comparison, "kg:right", literal(apart.right)
        yield comparison, "kg:unsure", "true" if apart.unsure else "false"
        yield comparison, "kg:weight", decimal(apart.score)
        yield comparison, "kg:because", literal(apart.why, "en")


def _object(base: str, value: str | Day) -> str:
    return day(value) if isinstance(value, Day) else iri(base, value)


def claim_path(fact: FactKey, claim: Claim) -> str:
    """The path of a claim's IRI: its article, relation and place, and a hash of what it says there."""
    subject, relation, target = fact
    said = "|".join((subject, str(target), claim.rule, claim.status, str(claim.since), str(claim.until)))
    return f"claim/{claim.article}-{relation}-{claim.start}-{claim.end}-{sha256(said.encode()).hexdigest()[:8]}"


def _claim(base: str, fact: FactKey, claim: Claim, node: str) -> Iterator[Triple]:
    subject, relation, target = fact
    yield node, "rdf:type", "kg:Claim"
    yield node, "rdf:subject", iri(base, subject)
    yield node, "rdf:predicate", f"kg:{relation}"
    yield node, "rdf:object", _object(base, target)
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
