"""Why two names are one node or two, and which pairs a person should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.nodes import Node, find
from kg.graph.query import query
from kg.resolve.forms import normal

if TYPE_CHECKING:
    from rdflib import Graph

_MERGED = "SELECT ?why {{ <{node}> kg:mergedBecause ?why }} ORDER BY ?why"
_COMPARED = """SELECT ?comparison ?left ?right ?unsure ?weight ?why ?node ?label ?kind WHERE {
  ?comparison a kg:Comparison ; kg:left ?left ; kg:right ?right ; kg:unsure ?unsure ; kg:weight ?weight ;
     kg:because ?why ; kg:compares ?node . ?node skos:prefLabel ?label ; a ?kind } ORDER BY ?comparison ?node"""
_MENTIONED = "SELECT ?node (COUNT(?a) AS ?n) { ?a schema:mentions ?node } GROUP BY ?node"
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Compared:
    """Two nodes that were compared and are not one: them, the names as a judgement writes them, the evidence."""

    nodes: tuple[Node, ...]
    left: str
    right: str
    unsure: bool
    weight: float
    why: str
    articles: int = 0


def why(graph: Graph, a: str, b: str) -> list[str]:
    """Lines that say which evidence made two names one node, or keeps them two. KgError for an unknown name."""
    lefts, rights = find(graph, a), find(graph, b)
    both = [node for node in lefts if node in rights]
    if both:
        return [line for node in both for line in _one(graph, node, a, b)]
    pairs = {frozenset((left.iri, right.iri)) for left in lefts for right in rights if left.kind == right.kind}
    seen = [one for one in compared(graph) if frozenset(node.iri for node in one.nodes) in pairs]
    if seen:
        return [line for one in seen for line in _two(one)]
    shown = [f"{node.label} ({node.kind}) {node.iri}" for node in (*lefts, *rights)]
    return ["two, and never near to being one: no name in common, or nothing that speaks for it", *shown]


def _one(graph: Graph, node: Node, a: str, b: str) -> list[str]:
    lines = [row[0][1] for row in query(graph, _MERGED.format(node=node.iri)).rows]
    about = [line for line in lines if normal(a) in normal(line) or normal(b) in normal(line)] or lines
    more = [f"  … and {len(about) - _SHOWN} more"] if len(about) > _SHOWN else []
    reason = [f"  {line}" for line in about[:_SHOWN]] or ["  one name, or forms that an article gives to one thing"]
    return [f"one: {node.label} ({node.kind}) {node.iri}", *reason, *more]


def _two(one: Compared) -> list[str]:
    verdict = "two, but a person should look" if one.unsure else "two"
    shown = [f"  {node.label} ({node.kind}) {node.iri}" for node in one.nodes]
    return [f"{verdict}: {' / '.join((one.left, one.right))}", *shown, f"  {one.why}"]


def compared(graph: Graph) -> list[Compared]:
    """Every pair that was compared and is not one, weightiest first, those in many articles before others."""
    counts = {node[1]: int(count[1]) for node, count in query(graph, _MENTIONED).rows}
    found: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for row in query(graph, _COMPARED).rows:
        comparison, left, right, unsure, weight, because, node, label, kind = (text for _, text in row)
        found[comparison, left, right, unsure, weight, because].append(Node(node, kind.rpartition("#")[2], label))
    made = [
        Compared(tuple(nodes), left, right, unsure == "true", float(weight), because, _articles(nodes, counts))
        for (_, left, right, unsure, weight, because), nodes in found.items()
    ]
    return sorted(made, key=lambda one: (-one.weight, -one.articles, one.left, one.right))


def _articles(nodes: Iterable[Node], counts: dict[str, int]) -> int:
    return sum(counts.get(node.iri, 0) for node in nodes)


def undecided(graph: Graph) -> list[Compared]:
    """The pairs that the evidence does not decide, those most worth a person's time first."""
    return [one for one in compared(graph) if one.unsure]
