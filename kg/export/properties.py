"""A graph as property graphs have it: nodes and edges with attributes, for Gephi, networkx, Neo4j and pandas.

An edge is a fact that some claim asserts or plans. A date that something was held on is an attribute of it.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from io import StringIO

from kg.graph.contents import Contents, Link

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NODES = ("key:ID", "label", "names:string[]", "dates:string[]", ":LABEL")
_FACTS = (":START_ID", ":END_ID", ":TYPE", "support:int", "confidence:double", "articles:string[]", "quote")
_CLAIMS = ("subject", "relation", "object", "status", "confidence", "quote", "start", "end", "article", "date")


def graphml(contents: Contents) -> str:
    """GraphML, as Gephi and networkx read it: a directed graph that keeps parallel edges."""
    import networkx as nx

    dates, graph = _dates(contents), nx.MultiDiGraph()
    for node in contents.nodes:
        names, held = "; ".join(node.forms), "; ".join(dates[node.key])
        graph.add_node(node.key, label=_clean(node.label), kind=node.kind, names=_clean(names), dates=held)
    for link in _edges(contents):
        graph.add_edge(
            link.subject,
            link.object,
            key=link.relation,
            relation=link.relation,
            support=_support(link),
            confidence=_confidence(link),
            articles="; ".join(_articles(link)),
            quote=_clean(link.evidence[0].quote),
        )
    return "\n".join(nx.generate_graphml(graph)) + "\n"


def tables(contents: Contents) -> dict[str, str]:
    """Three CSV files by name: nodes and facts with the headers of `neo4j-admin database import`, and the claims."""
    dates = _dates(contents)
    published = {source.id: source.date for source in contents.sources}
    nodes = (
        (node.key, node.label, _listed(node.forms), _listed(dates[node.key]), node.kind) for node in contents.nodes
    )
    facts = (
        (
            link.subject,
            link.object,
            link.relation,
            _support(link),
            _confidence(link),
            _listed(_articles(link)),
            link.evidence[0].quote,
        )
        for link in _edges(contents)
    )
    claims = (
        (
            link.subject,
            link.relation,
            link.object,
            one.status,
            one.confidence,
            one.quote,
            one.start,
            one.end,
            one.article,
            published.get(one.article, ""),
        )
        for link in contents.links
        for one in link.evidence
    )
    return {
        "nodes.csv": _table(_NODES, nodes),
        "facts.csv": _table(_FACTS, facts),
        "claims.csv": _table(_CLAIMS, claims),
    }


def _edges(contents: Contents) -> Iterable[Link]:
    return (link for link in contents.links if link.stated and link.object in contents.by_key)


def _dates(contents: Contents) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for link in contents.links:
        if link.stated and link.object not in contents.by_key:
            found[link.subject].append(link.object)
    return found


def _articles(link: Link) -> list[str]:
    return sorted({one.article for one in link.evidence})


def _support(link: Link) -> int:
    return len(_articles(link))


def _confidence(link: Link) -> float:
    return max(one.confidence for one in link.evidence)


def _listed(values: Iterable[str]) -> str:
    """Several values in one cell; the mark between them is in none of them."""
    return ";".join(value.replace(";", ",") for value in values)


def _clean(text: str) -> str:
    """Text without what XML cannot hold."""
    return _CONTROL.sub(" ", text)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    written = StringIO()
    made = csv.writer(written, lineterminator="\n")
    made.writerow(head)
    made.writerows(rows)
    return written.getvalue()
