"""Exports load again as the graph that went in; named graphs hold what their articles say."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from kg.cli import main
from kg.export import FORMATS, export
from kg.graph.triples import triples
from kg.graph.turtle import write
from kg.model import Knowledge


@pytest.fixture(scope="module")
def store(knowledge: Knowledge) -> Store:
    store = Store()
    store.load(write(triples(knowledge)).encode(), RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize("style", FORMATS)
def test_the_same_triples_come_back(style: str, store: Store) -> None:
    again = parse(export(store, style).encode(), RdfFormat.from_media_type(FORMATS[style][0]))
    assert {quad.triple for quad in again} == {quad.triple for quad in store}


@pytest.mark.parametrize("style", ["trig", "nquads"])
def test_a_claim_stands_in_its_articles_graph(style: str, store: Store) -> None:
    quads = list(parse(export(store, style).encode(), RdfFormat.from_media_type(FORMATS[style][0])))
    derived = [
        quad for quad in quads if quad.predicate.value.endswith("#wasDerivedFrom") and "/claim/" in quad.subject.value
    ]
    assert derived and all(quad.graph_name == quad.object for quad in derived)


@pytest.mark.parametrize("style", ["trig", "nquads"])
def test_a_fact_stands_in_the_graphs_of_those_who_state_it(style: str, store: Store) -> None:
    dataset = Store()
    dataset.load(export(store, style).encode(), RdfFormat.from_media_type(FORMATS[style][0]))
    within = """PREFIX kg: <https://w3id.org/jejaring/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      SELECT ?s ?p ?o ?g { GRAPH ?g { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:status ?status %s } }"""
    stating = {str(row) for row in dataset.query(within % "FILTER(?status IN (kg:Asserted, kg:Planned))")}
    standing = {str(row) for row in dataset.query(within % "FILTER EXISTS { GRAPH ?g { ?s ?p ?o } }")}
    assert standing and standing == stating


def test_the_graph_itself_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = tmp_path / "kg.ttl"
    graph.write_text("<https://a.example/> <https://b.example/> 1 .", encoding="utf-8")
    assert main(["export", str(graph), "--format", "ntriples", "-o", str(graph)]) == 2
    assert "is the graph itself" in capsys.readouterr().err
    assert main(["export", str(graph), "--format", "ntriples", "-o", str(tmp_path / "kg.nt")]) == 0
    assert (tmp_path / "kg.nt").read_text(encoding="utf-8").startswith("<https://a.example/> <https://b.example/> ")
