"""SPARQL over a graph: prefixes, kinds of answers and errors with their place."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.errors import QueryError
from kg.graph.query import query
from kg.graph.vocabulary import PREFIXES


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_prefix_is_bound(prefix: str, graph: Graph) -> None:
    assert query(graph, f"SELECT ?a {{ ?a {prefix}:tidakAda ?b }}").rows == ()


ANSWERS = {
    "ASK": ("ASK { ?a a kg:Person }", ("answer",), 1),
    "CONSTRUCT": ("CONSTRUCT { ?a a kg:Person } WHERE { ?a a kg:Person }", ("subject", "predicate", "object"), 2),
    "DESCRIBE": ("DESCRIBE <https://w3id.org/jejaring/id/topic/kabar-bohong>", ("subject", "predicate", "object"), 2),
    "SELECT": ("SELECT ?a { ?a a kg:Person }", ("a",), 2),
    "a comment first": ("# Siapa?\nSELECT ?a { ?a a kg:Person }", ("a",), 2),
    "a prefix of its own": ("PREFIX j: <https://w3id.org/jejaring/ontology#> SELECT ?a { ?a a j:Person }", ("a",), 2),
    "a prefix that means something else": ("PREFIX kg: <https://a.example/>\nSELECT ?a { ?a a kg:Person }", ("a",), 0),
}


@pytest.mark.parametrize(("sparql", "columns", "count"), ANSWERS.values(), ids=ANSWERS)
def test_answers(sparql: str, columns: tuple[str, ...], count: int, graph: Graph) -> None:
    answer = query(graph, sparql)
    assert (answer.columns, len(answer.rows)) == (columns, count)


CELLS = {
    "an IRI": ("kg:Person", ("uri", "https://w3id.org/jejaring/ontology#Person"), ""),
    "a literal": ('"Rahmat"', ("literal", "Rahmat"), ""),
    "a literal in a language": ('"Rahmat"@id', ("literal", "Rahmat"), "@id"),
    "a number": ("5", ("literal", "5"), "^^http://www.w3.org/2001/XMLSchema#integer"),
    "nothing": ("?nothing", ("", ""), ""),
}


@pytest.mark.parametrize(("term", "cell", "note"), CELLS.values(), ids=CELLS)
def test_cells(term: str, cell: tuple[str, str], note: str, graph: Graph) -> None:
    answer = query(graph, f"SELECT ?a {{ BIND({term} AS ?a) }}")
    assert (answer.rows, answer.notes) == (((cell,),), ((note,),))


FAULTS = {
    "a prefix that nothing declares": ("SELECT ?a {\n  ?a kabar:b ?c }", 2),
    "no term": ("SELECT ?a {\n  ?a a ? }", 2),
    "on the first line": ("SELECT ?a { ?a a kg:Person", 1),
    "in the middle": ("SELECT ?a\nWHERE {\n ?a a ?? ; kg:holds ?c }\nLIMIT 5", 3),
    "behind a comment": ("# Siapa?\n# Orang.\nSELECT ?a { ?a a }", 3),
    "an update": ("INSERT DATA { kg:a kg:b kg:c }", 1),
    "nothing": ("", 1),
    "a letter of no encoding": ("SELECT ?a {\n ?a a \udcff }", 2),
}


@pytest.mark.parametrize(("sparql", "line"), FAULTS.values(), ids=FAULTS)
def test_a_fault_names_its_place_in_the_users_own_query(sparql: str, line: int, graph: Graph) -> None:
    with pytest.raises(QueryError) as caught:
        query(graph, sparql)
    lines = sparql.splitlines() or [""]
    assert caught.value.line == line
    assert 1 <= caught.value.column <= len(lines[line - 1]) + 1
    assert f"line {line}, column {caught.value.column}" in str(caught.value) and "\n" not in str(caught.value)


def test_a_faults_column_counts_in_the_users_own_line(graph: Graph) -> None:
    with pytest.raises(QueryError) as caught:
        query(graph, "SELECT ?a { ?a a kg:Person } LIMIT lima")
    assert caught.value.column == len("SELECT ?a { ?a a kg:Person } LIMIT ") + 1


def test_a_letter_of_no_encoding_inside_a_literal_is_only_not_found(graph: Graph) -> None:
    assert query(graph, 'SELECT ?a { ?a skos:prefLabel "\udcff" }').rows == ()
