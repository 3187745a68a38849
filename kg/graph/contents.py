"""What a graph tells, as values: nodes, facts, claims, articles and tenures, from its rows; for pages, tables and
comparisons, which want all of it and no SPARQL."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.graph.rows import Row
from kg.model import Kind

QUOTATION = Kind.QUOTATION.value
_KINDS = {f"kg:{kind}": kind.value for kind in Kind}
_STATED = ("Asserted", "Planned")
_CLAIM = ("rdf:subject", "rdf:predicate", "rdf:object", "kg:quote", "prov:wasDerivedFrom", "kg:status")
_PLACE = ("kg:start", "kg:end", "kg:confidence")
_TENURE = (
    "org:member",
    "kg:post",
    "kg:from",
    "kg:until",
    "kg:firstReported",
    "kg:lastReported",
    "kg:acting",
    "kg:former",
)
_ARTICLE = ("dcterms:identifier", "schema:headline", "schema:publisher", "schema:datePublished", "schema:url")


@dataclass(frozen=True, slots=True)
class Node:
    """An entity. key: the end of its IRI; forms: its other names; parent: the key of a post's institution."""

    key: str
    kind: str
    label: str
    forms: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An article; what it does not say is empty."""

    id: str
    headline: str
    publisher: str
    date: str
    url: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A claim: its article, its place there, the words, its status, its confidence, and the end of its IRI."""

    article: str
    start: int
    end: int
    status: str
    quote: str
    confidence: float
    key: str


@dataclass(frozen=True, slots=True)
class Link:
    """A fact: subject, relation and object (a key, or a date), with its evidence."""

    subject: str
    relation: str
    object: str
    evidence: tuple[Evidence, ...]

    @property
    def stated(self) -> bool:
        """Whether it is a fact, and not only what somebody denies or suspects."""
        return any(one.status in _STATED for one in self.evidence)


@dataclass(frozen=True, slots=True)
class Held:
    """A tenure: who held what, by keys; from, until, first and last report as ISO dates, empty where unknown."""

    person: str
    post: str
    since: str
    until: str
    first: str
    last: str
    acting: bool
    former: bool


@dataclass(frozen=True)
class Contents:
    """All that a page tells, each kind of it sorted. base: what the keys are below of."""

    base: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    sources: tuple[Source, ...]
    tenures: tuple[Held, ...]

    @cached_property
    def by_key(self) -> dict[str, Node]:
        """The nodes by their keys."""
        return {node.key: node for node in self.nodes}

    @cached_property
    def shown(self) -> list[str]:
        """The keys of what may be drawn: all but quotations."""
        return [node.key for node in self.nodes if node.kind != QUOTATION]

    @cached_property
    def pairs(self) -> dict[tuple[str, str], int]:
        """What is joined by stated facts, with their number, by subject and object."""
        drawn = set(self.shown)
        return Counter(
            (link.subject, link.object)
            for link in self.links
            if link.stated and link.subject in drawn and link.object in drawn and link.subject != link.object
        )

    @cached_property
    def importance(self) -> dict[str, int]:
        """How many stated facts each node has."""
        found = dict.fromkeys(self.shown, 0)
        for link in self.links:
            if link.stated:
                for key in {link.subject, link.object} & found.keys():
                    found[key] += 1
        return found

    @cached_property
    def central(self) -> list[str]:
        """The keys of what may be drawn, those with most facts first."""
        return sorted(self.shown, key=lambda key: (-self.importance[key], key))

    def display(self, key: str) -> str:
        """A node's label, a post's with its body: `Ketua Umum · Perhumas`."""
        node = self.by_key[key]
        parent = self.by_key.get(node.parent or "")
        return f"{node.label} · {_shortest(parent)}" if parent else node.label

    def part(self, keys: Iterable[str], links: Iterable[Link] | None = None) -> Contents:
        """The part about these nodes: the links between them, with what they say and when they were held."""
        kept = set(keys)
        quotes = {node.key for node in self.nodes if node.kind == QUOTATION}
        chosen = [
            link
            for link in (self.links if links is None else links)
            if link.subject in kept and (link.object in kept or link.object in quotes or link.object not in self.by_key)
        ]
        kept |= {link.object for link in chosen}
        articles = {one.article for link in chosen for one in link.evidence}
        return Contents(
            self.base,
            tuple(node for node in self.nodes if node.key in kept),
            tuple(chosen),
            tuple(source for source in self.sources if source.id in articles),
            tuple(held for held in self.tenures if held.person in kept and held.post in kept),
        )


def _shortest(body: Node) -> str:
    """A body's acronym or shortest form."""
    return min((body.label, *body.forms), key=lambda form: (len(form), form))


def contents(rows: Iterable[Row]) -> Contents:
    """What the rows of a graph tell, in whatever order they come."""
    kinds: dict[str, str] = {}
    articles: set[str] = set()
    labels: dict[str, str] = {}
    forms: defaultdict[str, set[str]] = defaultdict(set)
    parents: dict[str, str] = {}
    told: defaultdict[str, dict[str, str]] = defaultdict(dict)
    wanted = {*_CLAIM, *_PLACE, *_TENURE, *_ARTICLE}
    for subject, predicate, target in rows:
        if predicate in wanted:
            told[subject][predicate] = target
        elif predicate == "rdf:type":
            if target == "kg:Article":
                articles.add(subject)
            elif target in _KINDS:
                kinds[subject] = _KINDS[target]
        elif predicate in ("skos:prefLabel", "schema:text"):
            labels[subject] = target
        elif predicate == "skos:altLabel":
            forms[subject].add(target)
        elif predicate == "kg:postIn":
            parents[subject] = min(target, parents.get(subject, target))
    base = _base(kinds, articles)
    key = {iri: iri.removeprefix(base) for iri in kinds}
    ids = {iri: told[iri].get("dcterms:identifier", iri.removeprefix(f"{base}article/")) for iri in articles}
    return Contents(
        base,
        tuple(
            Node(
                key[iri],
                kinds[iri],
                labels.get(iri, key[iri]),
                tuple(sorted(forms[iri])),
                key.get(parents.get(iri, "")),
            )
            for iri in sorted(kinds)
        ),
        tuple(_links(told, key, ids, f"{base}claim/")),
        tuple(sorted((_source(ids[iri], told[iri]) for iri in articles), key=lambda source: source.id)),
        tuple(sorted(_tenures(told, key), key=str)),
    )


def _base(kinds: Mapping[str, str], articles: Iterable[str]) -> str:
    """Where the IRIs of the data begin, as a node's or an article's says."""
    for iri in articles:
        return iri[: iri.rindex("/article/") + 1] if "/article/" in iri else ""
    for iri, kind in sorted(kinds.items()):
        return iri[: iri.index(f"/{kind.lower()}/") + 1] if f"/{kind.lower()}/" in iri else ""
    return ""


def _links(
    told: Mapping[str, Mapping[str, str]], key: Mapping[str, str], ids: Mapping[str, str], base: str
) -> Iterable[Link]:
    facts: defaultdict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for iri, said in told.items():
        subject = key.get(said.get("rdf:subject", ""))
        if subject is not None and all(name in said for name in _CLAIM):
            target = said["rdf:object"]
            fact = subject, said["rdf:predicate"].removeprefix("kg:"), key.get(target, target)
            facts[fact].append(_evidence(said, ids, iri.removeprefix(base)))
    return (Link(*fact, tuple(sorted(facts[fact]))) for fact in sorted(facts))


def _evidence(said: Mapping[str, str], ids: Mapping[str, str], key: str) -> Evidence:
    article = said["prov:wasDerivedFrom"]
    return Evidence(
        ids.get(article, article),
        int(said.get("kg:start", 0)),
        int(said.get("kg:end", 0)),
        said["kg:status"].removeprefix("kg:"),
        said["kg:quote"],
        float(said.get("kg:confidence", 1)),
        key,
    )


def _source(id: str, said: Mapping[str, str]) -> Source:
    return Source(id, *(said.get(name, "") for name in _ARTICLE[1:]))


def _tenures(told: Mapping[str, Mapping[str, str]], key: Mapping[str, str]) -> Iterable[Held]:
    for said in told.values():
        person, post = key.get(said.get("org:member", "")), key.get(said.get("kg:post", ""))
        if person is not None and post is not None:
            since, until, first, last = (said.get(name, "") for name in _TENURE[2:6])
            acting, former = (said.get(name) == "true" for name in _TENURE[6:])
            yield Held(person, post, since, until, first, last, acting, former)
