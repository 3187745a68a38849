"""A graph as files that other tools load, one serialization a name. Nothing but the graph goes in, sorted."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, cast

from kg.graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Quad, QuerySolutions, Store

_BACKED = """SELECT DISTINCT ?s ?p ?o ?article WHERE {
  ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; prov:wasDerivedFrom ?article ; kg:status ?status .
  FILTER(?status IN (kg:Asserted, kg:Planned)) ?s ?p ?o }"""
_OWN = """SELECT ?s ?p ?o ?article WHERE {
  { ?s a kg:Claim ; prov:wasDerivedFrom ?article } UNION { ?s a kg:Article BIND(?s AS ?article) } ?s ?p ?o }"""


def export(store: Store, style: str) -> str:
    """The graph in one of `FORMATS`; the same text for the same triples.

    In TriG and N-Quads every article is a named graph, under its own IRI: its description, its claims, and the facts
    that its claims assert or plan. A fact of several articles stands in the graph of each; what belongs to none stands
    in the default graph. The union of all graphs is the graph that went in.
    """
    from pyoxigraph import RdfFormat, serialize

    media, named = FORMATS[style]
    kind = RdfFormat.from_media_type(media)
    quads = _by_article(store) if named else store
    ordered = sorted(quads, key=str)
    written = BytesIO()
    serialize((quad if named else quad.triple for quad in ordered), written, format=kind, prefixes=PREFIXES)
    return written.getvalue().decode()


def _by_article(store: Store) -> Iterator[Quad]:
    from pyoxigraph import Quad

    placed = set()
    for ask in (_OWN, _BACKED):
        for row in cast("QuerySolutions", store.query(ask, prefixes=PREFIXES)):
            quad = Quad(row["s"], row["p"], row["o"], row["article"])
            placed.add(quad.triple)
            yield quad
    yield from (quad for quad in store if quad.triple not in placed)


FORMATS = {
    "turtle": ("text/turtle", False),
    "ntriples": ("application/n-triples", False),
    "trig": ("application/trig", True),
    "nquads": ("application/n-quads", True),
    "jsonld": ("application/ld+json", False),
}
"""The media type of each serialization of RDF, by its name, and whether it holds named graphs."""
