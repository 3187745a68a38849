"""Property graphs: what networkx, Gephi, Neo4j and pandas are given."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import networkx as nx
import pytest

from kg.cli import main
from kg.export.properties import graphml, tables
from kg.graph.contents import Contents, Evidence, Link, Node, contents
from kg.graph.rows import of_blocks
from kg.pipeline import Build


@pytest.fixture(scope="module")
def found(seeds_build: Build) -> Contents:
    return contents(of_blocks(seeds_build.blocks))


def test_networkx_reads_the_graph_that_was_built(found: Contents, seeds_build: Build) -> None:
    graph = nx.read_graphml(BytesIO(graphml(found).encode()), force_multigraph=True)
    facts = """SELECT DISTINCT ?s ?p ?o { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o
        FILTER(isIRI(?o)) }"""
    assert graph.number_of_nodes() == len(found.nodes)
    assert graph.number_of_edges() == len(seeds_build.graph.query(facts))
    _, _, edge = next(iter(graph.edges(data=True)))
    assert isinstance(edge["support"], int) and isinstance(edge["confidence"], float)


def test_parallel_facts_stay_two_and_no_letter_breaks_the_file() -> None:
    said = (Evidence("a", 0, 4, "Asserted", "kata\x00\x0b<&>", 0.9, "a-x"),)
    nodes = (Node("event/e", "Event", "Acara \x01 & <b>"), Node("person/p", "Person", "Rahmat", ("R; S",)))
    links = tuple(Link("person/p", name, "event/e", said) for name in ("organises", "participates"))
    made = Contents("https://a.example/", nodes, links, (), ())
    graph = nx.read_graphml(BytesIO(graphml(made).encode()), force_multigraph=True)
    assert sorted(edge["relation"] for _, _, edge in graph.edges(data=True)) == ["organises", "participates"]
    rows = list(csv.DictReader(StringIO(tables(made)["nodes.csv"])))
    assert [row["names:string[]"] for row in rows] == ["", "R, S"]


def test_every_end_of_a_fact_is_a_node(found: Contents) -> None:
    rows = {name: list(csv.DictReader(StringIO(text))) for name, text in tables(found).items()}
    keys = {row["key:ID"] for row in rows["nodes.csv"]}
    assert {row[end] for row in rows["facts.csv"] for end in (":START_ID", ":END_ID")} <= keys
    assert len(rows["claims.csv"]) == sum(len(link.evidence) for link in found.links)


def test_the_command(seeds_build: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = tmp_path / "kg.ttl"
    graph.write_text(seeds_build.turtle, encoding="utf-8")
    assert main(["export", str(graph), "--format", "csv", "-o", str(tmp_path / "tables")]) == 0
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {"nodes.csv", "facts.csv", "claims.csv"}
    assert main(["export", str(graph), "--format", "csv"]) == 2
    assert "name a folder" in capsys.readouterr().err
    assert main(["export", str(graph), "--format", "graphml"]) == 0
    assert capsys.readouterr().out.startswith("<graphml")
    assert main(["export", str(tmp_path / "nowhere.ttl"), "--format", "graphml"]) == 2
