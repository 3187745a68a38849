"""What a graph tells of each article: its claims, what it mentions, and the classes and labels of all of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from kg.graph.query import query
from kg.graph.vocabulary import KG, PREFIXES
from kg.model import Kind
from kg.score.gold import KINDS

if TYPE_CHECKING:
    from rdflib import Graph

_ARTICLES = "SELECT ?article ?name { ?article a kg:Article ; dcterms:identifier ?name }"
_MENTIONS = """SELECT ?article ?node { VALUES ?article { %s }
  ?article schema:mentions|<http://schema.org/mentions> ?node }"""
_CLAIMS = """SELECT ?article ?subject ?relation ?object ?start ?end ?rule { VALUES ?article { %s }
  ?claim prov:wasDerivedFrom ?article ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
  OPTIONAL { ?claim kg:start ?from ; kg:end ?to BIND(xsd:integer(?from) AS ?start) BIND(xsd:integer(?to) AS ?end) }
  OPTIONAL { ?claim kg:rule ?rule }
  FILTER NOT EXISTS { ?claim kg:status ?not FILTER(?not IN (kg:Negated, kg:Alleged)) } }"""
_NODES = """SELECT ?node ?property ?value {
  { SELECT DISTINCT ?node { VALUES ?article { %s }
    { ?article schema:mentions|<http://schema.org/mentions> ?node } UNION
    { ?claim prov:wasDerivedFrom ?article ; rdf:subject|rdf:object ?node } } }
  ?node ?property ?value } ORDER BY STR(?value)"""
_LABELS = tuple(
    PREFIXES[prefix] + name for prefix, name in [("skos", "prefLabel"), ("rdfs", "label"), ("skos", "altLabel")]
)
_TYPE = f"{PREFIXES['rdf']}type"
_TEXTS = ("https://schema.org/text", "http://schema.org/text")
_ENDINGS = (".txt", ".html", ".json")
_KINDS = {f"{KG}{kind}": kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph: its classes that are annotated, in order; its labels, the preferred one first; the
    text of a quotation."""

    iri: str
    kinds: tuple[Kind, ...] = ()
    labels: tuple[str, ...] = ()
    text: str | None = None

    @property
    def name(self) -> str:
        """What to call it in a message: its label, else its text, else its IRI."""
        return self.labels[0] if self.labels else self.text or self.iri


@dataclass(frozen=True, slots=True, order=True)
class ToldClaim:
    """An asserted or planned claim. `object` is a node's IRI, or the text of a literal; -1 stands for no place."""

    start: int
    end: int
    subject: str
    relation: str
    object: str
    literal: bool
    rule: str

    @property
    def fact(self) -> tuple[str, str, str]:
        """Subject, relation and object."""
        return self.subject, self.relation, self.object


@dataclass(frozen=True, slots=True)
class Told:
    """What the graph tells of one article. `nodes`, by IRI, may hold those of other articles as well."""

    nodes: Mapping[str, Node]
    claims: tuple[ToldClaim, ...] = ()
    mentions: frozenset[str] = frozenset()

    def node(self, iri: str) -> Node:
        """The node of that IRI; a bare one if the graph says nothing of it."""
        return self.nodes.get(iri) or Node(iri)


def tell(graph: Graph, names: Iterable[str]) -> dict[str, Told]:
    """What the graph tells of the articles of these names, of those that it knows."""
    known = _articles(graph, set(names))
    listed = " ".join(f"<{iri}>" for iri in known.values())
    nodes, mentions, claims = _nodes(graph, listed), _mentions(graph, listed), _claims(graph, listed)
    return {name: Told(nodes, tuple(sorted(claims[iri])), frozenset(mentions[iri])) for name, iri in known.items()}


def _articles(graph: Graph, names: set[str]) -> dict[str, str]:
    rows = sorted(((_stem(name), article) for (_, article), (_, name) in query(graph, _ARTICLES).rows), reverse=True)
    return {name: article for name, article in rows if name in names}


def _stem(name: str) -> str:
    return PurePath(name).stem if name.endswith(_ENDINGS) else name


def _mentions(graph: Graph, listed: str) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (_, article), (_, node) in query(graph, _MENTIONS % listed).rows:
        found[article].add(node)
    return found


def _claims(graph: Graph, listed: str) -> defaultdict[str, set[ToldClaim]]:
    found: defaultdict[str, set[ToldClaim]] = defaultdict(set)
    for article, subject, relation, target, start, end, rule in query(graph, _CLAIMS % listed).rows:
        place = int(start[1] or -1), int(end[1] or -1)
        name = relation[1].removeprefix(KG)
        found[article[1]].add(ToldClaim(*place, subject[1], name, target[1], target[0] == "literal", rule[1]))
    return found


def _nodes(graph: Graph, listed: str) -> dict[str, Node]:
    values: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (_, node), (_, name), (_, value) in query(graph, _NODES % listed).rows:
        values[node][name].append(value)
    return {node: _node(node, found) for node, found in values.items()}


def _node(iri: str, found: Mapping[str, list[str]]) -> Node:
    kinds = {_KINDS.get(value) for value in found.get(_TYPE, ())}
    labels = (label for name in _LABELS for label in found.get(name, ()))
    text = next((text for name in _TEXTS for text in found.get(name, ())), None)
    return Node(iri, tuple(kind for kind in KINDS if kind in kinds), tuple(dict.fromkeys(labels)), text)
