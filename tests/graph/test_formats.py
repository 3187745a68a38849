"""Answers as text: a table for people, CSV and JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.query import Result

from kg.errors import QueryError
from kg.graph.formats import as_table, serialise
from kg.graph.query import Table, answer, query
from kg.questions.question import questions

PERSON = "https://w3id.org/jejaring/ontology#Person"
TABLE = Table(
    ("nama", "kelas", "tahun"),
    (
        (("literal", 'Rahmat "Mat" Santika, S.Sos.'), ("uri", PERSON), ("literal", "2024")),
        (("literal", "Siti\nRahayu"), ("uri", "https://a.example/x"), ("", "")),
        (("literal", ""), ("bnode", "b0"), ("literal", "2025")),
    ),
    (("@id", "", "^^http://www.w3.org/2001/XMLSchema#gYear"), ("@id", "", ""), ("", "", "")),
)
EMPTY = Table(("nama",), (), ())


def test_a_table_looks_as_it_should(golden: Callable[[str, str], None]) -> None:
    golden("answer.table", as_table(TABLE, width=80) + "\n")


def test_a_questions_table_looks_as_it_should(graph: Graph, golden: Callable[[str, str], None]) -> None:
    golden("participants.table", as_table(query(graph, questions()["participants"].text), width=80) + "\n")


def test_a_table_shortens_what_has_a_prefix() -> None:
    assert "kg:Person" in as_table(TABLE) and "<https://a.example/x>" in as_table(TABLE)


def test_no_rows() -> None:
    assert "nama" in as_table(EMPTY)


def test_a_table_says_how_many_rows() -> None:
    assert as_table(TABLE).splitlines()[-1] == "(3 rows)"
    assert as_table(EMPTY).splitlines()[-1] == "(0 rows)"


CELLS = st.tuples(st.just("literal"), st.text(st.characters(exclude_categories=["Cs"])))


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5), st.integers(40, 200))
def test_a_tables_rows_are_lines_that_fit(rows: list[tuple[tuple[str, str], tuple[str, str]]], width: int) -> None:
    lines = as_table(Table(("a", "b"), tuple(rows), ()), width=width).split("\n")
    assert len(lines) == len(rows) + 3
    assert all(len(line) <= width for line in lines)


VALUES = """SELECT ?nama ?kelas ?tahun { VALUES (?nama ?kelas ?tahun) {
  ("Rahmat \\"Mat\\" Santika, S.Sos."@id kg:Person "2024"^^xsd:gYear)
  ("Siti\\n\\tRahayu"@id <https://a.example/x> UNDEF)
  ("" 5 true) } }"""
TERMS = [
    (Literal('Rahmat "Mat" Santika, S.Sos.', lang="id"), URIRef(PERSON), Literal("2024", datatype=XSD.gYear)),
    (Literal("Siti\n\tRahayu", lang="id"), URIRef("https://a.example/x"), None),
    (Literal(""), Literal(5), Literal(True)),
]


@pytest.mark.parametrize("style", ["json", "xml", "tsv"])
def test_solutions_are_read_back_by_rdflib(style: str, graph: Graph) -> None:
    data = serialise(answer(graph, VALUES), style)
    found = Result.parse(io.BytesIO(data), format=style)
    assert [str(one) for one in found.vars or ()] == ["nama", "kelas", "tahun"]
    assert [tuple(row) for row in found] == TERMS


def test_csv_has_the_texts(graph: Graph) -> None:
    rows = list(csv.reader(io.StringIO(serialise(answer(graph, VALUES), "csv").decode(), newline="")))
    assert rows == [["nama", "kelas", "tahun"], *[["" if one is None else str(one) for one in row] for row in TERMS]]


@pytest.mark.parametrize(("style", "name"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld")])
def test_triples_are_read_back_by_rdflib(style: str, name: str, graph: Graph) -> None:
    found = serialise(answer(graph, "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }"), style)
    same = Graph().parse(data=serialise(answer(graph, "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }"), "ntriples"))
    assert len(same) == len(graph) and isomorphic(Graph().parse(data=found, format=name), same)


def test_an_ask_is_a_boolean_in_json(graph: Graph) -> None:
    assert json.loads(serialise(answer(graph, "ASK { ?a a kg:Person }"), "json")) == {"head": {}, "boolean": True}


CANNOT = {"rows as Turtle": ("SELECT ?a { ?a a ?b }", "turtle"), "triples as CSV": ("DESCRIBE kg:Person", "csv")}


@pytest.mark.parametrize(("sparql", "style"), CANNOT.values(), ids=CANNOT)
def test_a_format_that_cannot_hold_the_answer_is_refused(sparql: str, style: str, graph: Graph) -> None:
    with pytest.raises(QueryError, match=f"which {style} cannot hold"):
        serialise(answer(graph, sparql), style)


@pytest.mark.parametrize(("most", "refused"), [(13, False), (12, True), (None, False)])
def test_more_rows_than_allowed_are_refused(most: int | None, refused: bool, graph: Graph) -> None:
    rows = "SELECT ?a { VALUES ?a { 1 2 3 4 5 6 7 8 9 10 11 12 13 } }"
    if refused:
        with pytest.raises(QueryError, match="more than 12 rows"):
            serialise(answer(graph, rows), "csv", most)
    else:
        assert serialise(answer(graph, rows), "csv", most).count(b"\n") == 14
