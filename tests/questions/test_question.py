"""The named queries: their files, and what each answers about the seeds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery

from kg.errors import DataError
from kg.graph.formats import serialise
from kg.graph.load import from_turtle
from kg.graph.query import answer, rows
from kg.graph.triples import triples
from kg.graph.turtle import write
from kg.graph.vocabulary import PREFIXES
from kg.model import Knowledge
from kg.pipeline import Build
from kg.questions.asking import asked
from kg.questions.question import Question, load, question, questions, standalone

ALL = list(questions().values())
NOT_IN_SEEDS = {"conflicts", "disputed"}


def arguments(one: Question) -> dict[str, str]:
    """The example's arguments by parameter."""
    return dict(zip((name[2:] for name in one.example[::2]), one.example[1::2], strict=True))


def test_there_are_thirty() -> None:
    assert len(ALL) == 30
    assert len({name for one in ALL for name in (one.name, one.other)}) == 60


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_the_example_answers_about_the_seeds(
    one: Question, seeds_build: Build, golden: Callable[[str, str], None]
) -> None:
    sparql = asked(seeds_build.graph, one, arguments(one)).sparql
    style, ending = ("turtle", "ttl") if "CONSTRUCT" in one.text else ("csv", "csv")
    text = serialise(answer(seeds_build.graph, sparql), style).decode().replace("\r\n", "\n")
    golden(f"questions/{one.name}.{ending}", text)
    assert (text.count("\n") > 1) == (one.name not in NOT_IN_SEEDS)


@pytest.fixture(scope="session")
def plain(seeds_build: Build) -> Graph:
    """The graph of the seeds in rdflib's own store."""
    return Graph().parse(data=seeds_build.turtle, format="turtle")


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_rdflib_gives_the_same_answer_to_what_explain_prints(one: Question, seeds_build: Build, plain: Graph) -> None:
    sparql = asked(seeds_build.graph, one, arguments(one)).sparql
    theirs = plain.query(standalone(sparql))
    mine = answer(seeds_build.graph, sparql)
    if theirs.type == "CONSTRUCT":
        same = Graph().parse(data=serialise(mine, "ntriples"), format="nt")
        assert set(theirs.graph or ()) == set(same)
    else:
        texts = [tuple("" if term is None else str(term) for term in row) for row in theirs]  # type: ignore[union-attr]
        assert texts == [tuple("" if term is None else term.value for term in row) for row in mine]  # type: ignore[union-attr]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_the_file_is_sparql_as_it_stands(one: Question) -> None:
    assert prepareQuery(one.text, initNs=PREFIXES)


@pytest.mark.parametrize("one", [one for one in ALL if "SELECT" in one.text], ids=lambda one: one.name)
def test_rows_come_in_order(one: Question) -> None:
    assert "ORDER BY" in one.text


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_each_parameter_is_in_the_example_or_optional(one: Question) -> None:
    assert {p.name for p in one.parameters if p.required} <= set(arguments(one)) <= {p.name for p in one.parameters}


@pytest.mark.parametrize("name", ["disputed", "speakers", "initiatives", "tenures"])
def test_the_graph_made_by_hand(name: str, knowledge: Knowledge, golden: Callable[[str, str], None]) -> None:
    graph = from_turtle(write(triples(knowledge)))
    text = serialise(answer(graph, questions()[name].text), "csv").decode().replace("\r\n", "\n")
    golden(f"questions/by-hand-{name}.csv", text)
    assert text.count("\n") > 1


CONFLICT = """@prefix kg: <https://w3id.org/jejaring/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://a.example/> .
<a1> dcterms:identifier "a1" . <a2> dcterms:identifier "a2" . <a3> dcterms:identifier "a3" .
<rapat> skos:prefLabel "Rapat"@id ;
  kg:heldOn "2024-02-05"^^xsd:date, "2024-02-07"^^xsd:date, "2024-02"^^xsd:gYearMonth .
<c1> rdf:subject <rapat> ; rdf:predicate kg:heldOn ; rdf:object "2024-02-05"^^xsd:date ;
  prov:wasDerivedFrom <a1>, <a3> .
<c2> rdf:subject <rapat> ; rdf:predicate kg:heldOn ; rdf:object "2024-02-07"^^xsd:date ; prov:wasDerivedFrom <a2> .
<c3> rdf:subject <rapat> ; rdf:predicate kg:heldOn ; rdf:object "2024-02"^^xsd:gYearMonth ; prov:wasDerivedFrom <a3> .
<ketua> skos:prefLabel "Ketua"@id . <adi> skos:prefLabel "Adi"@id . <ani> skos:prefLabel "Ani"@id .
<ali> skos:prefLabel "Ali"@id .
<d1> rdf:subject <adi> ; rdf:object <ketua> ; kg:from "2016"^^xsd:gYear ; kg:until "2019"^^xsd:gYear ;
  prov:wasDerivedFrom <a1> .
<d2> rdf:subject <ani> ; rdf:object <ketua> ; kg:from "2018"^^xsd:gYear ; kg:until "2020"^^xsd:gYear ;
  prov:wasDerivedFrom <a2> .
<d3> rdf:subject <ali> ; rdf:object <ketua> ; kg:from "2020-06"^^xsd:gYearMonth ; kg:until "2022"^^xsd:gYear ;
  prov:wasDerivedFrom <a3> .
"""


def test_conflicts_are_dates_and_terms_that_cannot_both_be() -> None:
    assert list(rows(from_turtle(CONFLICT), questions()["conflicts"].text)) == [
        ("Ketua", "Adi, 2016 – 2019", "Ani, 2018 – 2020", "a1", "a2"),
        ("Rapat", "2024-02-05", "2024-02-07", "a1", "a2"),
    ]


@pytest.mark.parametrize("name", ["holders", "pemegang-jabatan"])
def test_both_names_mean_the_question(name: str) -> None:
    assert question(name) is questions()["holders"]


@pytest.mark.parametrize("name", ["tidak-ada", "", "../relations/holds", "holders.rq", "SELECT ?a {}", "holders\0"])
def test_no_name(name: str) -> None:
    assert question(name) is None


GOOD = """# Judul · Title
# name: nama
# --post role: jabatan · the post
# example: --post Ketua
SELECT ?p {
  # VALUES ?post {}
  ?p kg:holds ?post } ORDER BY ?p
"""
FAULTS = {
    "no title": (GOOD.replace(" · Title", ""), "no title in two languages"),
    "no name": (GOOD.replace("# name: nama\n", ""), "missing ['name']"),
    "no example": (GOOD.replace("# example: --post Ketua\n", ""), "missing ['example']"),
    "no such kind": (GOOD.replace(" role:", " rol:"), "--post: no kind 'rol'"),
    "kinds that do not go together": (GOOD.replace(" role:", " role|date:"), "no kind 'date'"),
    "a parameter that is not used": (GOOD.replace("  # VALUES ?post {}\n", ""), "post: a parameter without its line"),
    "a line without a parameter": (GOOD.replace("# --post role: jabatan · the post\n", ""), "post: "),
    "another line in the head": (GOOD.replace("# name", "# nama: x\n# name"), "'# nama: x'"),
    "nothing": ("", "no title"),
}


@pytest.mark.parametrize(("text", "says"), FAULTS.values(), ids=FAULTS)
def test_a_file_that_is_wrong_says_where_and_why(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(tmp_path / "bad.rq")
    assert str(caught.value).startswith("ontology/queries/bad.rq: ") and says in str(caught.value)


def test_a_term_stands_where_its_line_was(tmp_path: Path) -> None:
    (tmp_path / "good.rq").write_text(GOOD, encoding="utf-8")
    one = load(tmp_path / "good.rq")
    assert (one.name, one.other, one.indonesian, one.english) == ("good", "nama", "Judul", "Title")
    assert "\n  VALUES ?post { <https://a.example/x> }\n" in one.sparql({"post": "<https://a.example/x>"})
    assert one.sparql({}) == one.text


PREFIXED = {
    "what is used": ("SELECT ?a { ?a a kg:Person ; skos:prefLabel ?b }", ["kg", "skos"]),
    "not in a literal, an IRI or a variable": ('SELECT ?kg { ?kg ?b "org:x", <prov:x> , schema:name }', ["schema"]),
    "not what it declares": ("PREFIX kg: <https://a.example/>\nSELECT ?a { ?a kg:b org:c }", ["org"]),
    "nothing": ("SELECT ?a { ?a ?b ?c }", []),
}


@pytest.mark.parametrize(("sparql", "names"), PREFIXED.values(), ids=PREFIXED)
def test_a_query_for_elsewhere_declares(sparql: str, names: list[str]) -> None:
    head = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in names)
    assert standalone(sparql) == head + sparql
