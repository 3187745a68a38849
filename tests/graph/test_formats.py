"""Answers as text: a table for people, CSV and JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from kg.graph.formats import FORMATS, as_csv, as_json, as_table
from kg.graph.query import Table, query, source

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


@pytest.mark.parametrize("style", FORMATS)
def test_a_format_looks_as_it_should(style: str, golden: Callable[[str, str], None]) -> None:
    golden(f"answer.{style}", FORMATS[style](TABLE, width=80) + "\n")


@pytest.mark.parametrize("style", FORMATS)
def test_a_named_querys_answer_looks_as_it_should(style: str, graph: Graph, golden: Callable[[str, str], None]) -> None:
    golden(f"peserta-acara.{style}", FORMATS[style](query(graph, source("peserta-acara") or ""), width=80) + "\n")


def test_csv_is_read_back() -> None:
    head, *rows = csv.reader(io.StringIO(as_csv(TABLE), newline=""))
    assert tuple(head) == TABLE.columns
    assert [tuple(row) for row in rows] == [tuple(text for _, text in row) for row in TABLE.rows]


def test_json_is_sparqls_results_format() -> None:
    found = json.loads(as_json(TABLE))
    assert found["head"] == {"vars": ["nama", "kelas", "tahun"]}
    assert found["results"]["bindings"][0] == {
        "nama": {"type": "literal", "value": 'Rahmat "Mat" Santika, S.Sos.', "xml:lang": "id"},
        "kelas": {"type": "uri", "value": PERSON},
        "tahun": {"type": "literal", "value": "2024", "datatype": "http://www.w3.org/2001/XMLSchema#gYear"},
    }


def test_json_leaves_out_what_is_not_bound() -> None:
    assert "tahun" not in json.loads(as_json(TABLE))["results"]["bindings"][1]


def test_a_table_shortens_what_has_a_prefix() -> None:
    assert "kg:Person" in as_table(TABLE) and "<https://a.example/x>" in as_table(TABLE)


@pytest.mark.parametrize("style", FORMATS)
def test_no_rows(style: str) -> None:
    assert "nama" in FORMATS[style](EMPTY)


def test_a_table_says_how_many_rows() -> None:
    assert as_table(TABLE).splitlines()[-1] == "(3 rows)"
    assert as_table(EMPTY).splitlines()[-1] == "(0 rows)"


CELLS = st.tuples(st.just("literal"), st.text(st.characters(exclude_categories=["Cs"])))


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5), st.integers(40, 200))
def test_a_tables_rows_are_lines_that_fit(rows: list[tuple[tuple[str, str], tuple[str, str]]], width: int) -> None:
    lines = as_table(Table(("a", "b"), tuple(rows), ()), width=width).split("\n")
    assert len(lines) == len(rows) + 3
    assert all(len(line) <= width for line in lines)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_csv_and_json_lose_nothing(rows: list[tuple[tuple[str, str], tuple[str, str]]]) -> None:
    table = Table(("a", "b"), tuple(rows), tuple(("", "") for _ in rows))
    texts = [[text for _, text in row] for row in rows]
    found = json.loads(as_json(table))["results"]["bindings"]
    assert [[row["a"]["value"], row["b"]["value"]] for row in found] == texts
    read = list(csv.reader(io.StringIO(as_csv(table), newline="")))
    assert [[cell.replace("\r\n", "\n") for cell in row] for row in read[1:]] == [
        [cell.replace("\r\n", "\n") for cell in row] for row in texts
    ]
