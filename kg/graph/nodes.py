"""Nodes by name: what a user means by a label, a key or an IRI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.graph.query import query
from kg.resolve.forms import normal

if TYPE_CHECKING:
    from rdflib import Graph

_NEAR = 5
_NAMES = """SELECT ?node ?class ?label ?name ?body WHERE {
  ?node skos:prefLabel ?label ; a ?class ; skos:prefLabel|skos:altLabel ?name .
  OPTIONAL { ?node kg:postIn ?b . ?b skos:prefLabel|skos:altLabel ?body } } ORDER BY ?node ?name ?body"""
_OLD = "SELECT ?old ?new { ?old dcterms:isReplacedBy ?new } ORDER BY ?old ?new"


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A node of the graph: its IRI, class and preferred label."""

    iri: str
    kind: str
    label: str


def find(graph: Graph, name: str) -> list[Node]:
    """The nodes of that name, sorted: a label, a label and its institution's (`Ketua Perhumas`), the end of an IRI,
    also of one that has been replaced. KgError, with the nearest names as a hint, if there is none."""
    wanted, tail = normal(name), "/" + name.strip("<>/")
    moved = {new[1] for old, new in query(graph, _OLD).rows if "/" in name and old[1].endswith(tail)}
    named: set[str] = set()
    found: set[Node] = set()
    for (_, iri), (_, kind), (_, label), (_, form), (_, body) in query(graph, _NAMES).rows:
        named.add(form)
        called = normal(form) == wanted or (body and normal(f"{form} {body}") == wanted)
        if called or iri in moved or ("/" in name and f"/{iri}".endswith(tail)):
            found.add(Node(iri, kind.rpartition("#")[2], label))
    if not found:
        raise KgError(f"nothing is called '{name}'", hint=nearest(name, named))
    return sorted(found)


def nearest(name: str, names: set[str]) -> str:
    """A hint: the names that look most like one that is not there."""
    from rapidfuzz import fuzz, process, utils

    best = process.extract(
        name, sorted(names), scorer=fuzz.WRatio, processor=utils.default_process, limit=_NEAR, score_cutoff=50
    )
    if not best:
        return "kg query GRAPH article lists what there is"
    return f"nearest: {', '.join(match[0] for match in best)}"
