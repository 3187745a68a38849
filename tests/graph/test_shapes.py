"""The shapes: a good graph keeps them all, and each of them is broken by something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import Graph

from kg.graph.triples import triples
from kg.graph.turtle import write
from kg.graph.validate import validate
from kg.graph.vocabulary import PREFIXES
from kg.model import Knowledge
from kg.pipeline import Build
from kg.relations import relations

SHAPES = (Path(__file__).parents[2] / "ontology" / "shapes.ttl").read_text(encoding="utf-8")
MESSAGES = {message.partition(": {")[0] for message in re.findall(r'sh:message "([^"]+)"', SHAPES)}


def without(path: str, of: str) -> str:
    return f"DELETE {{ ?one {path} ?old }} WHERE {{ ?one a {of} ; {path} ?old }}"


def also(path: str, value: str, of: str) -> str:
    return f"INSERT {{ ?one {path} {value} }} WHERE {{ ?one a {of} }}"


def instead(path: str, value: str, of: str) -> str:
    return f"DELETE {{ ?one {path} ?old }} INSERT {{ ?one {path} {value} }} WHERE {{ ?one a {of} ; {path} ?old }}"


PERSON, CLAIM, ARTICLE, QUOTATION, TENURE = "kg:Person", "kg:Claim", "kg:Article", "kg:Quotation", "kg:Tenure"
LABEL = "an entity has one preferred label, in Indonesian"
BREACHES = [
    (LABEL, without("skos:prefLabel", PERSON)),
    (LABEL, also("skos:prefLabel", '"Orang lain"@id', PERSON)),
    (LABEL, instead("skos:prefLabel", '""@id', PERSON)),
    (LABEL, instead("skos:prefLabel", '"Somebody"@en', PERSON)),
    (LABEL, instead("skos:prefLabel", '"Seseorang"', PERSON)),
    ("other labels are in Indonesian", also("skos:altLabel", '"Somebody"@en', PERSON)),
    ("a claim has one subject", without("rdf:subject", CLAIM)),
    ("a claim has one subject", instead("rdf:subject", '"Rahmat"', CLAIM)),
    ("a claim has one predicate, a relation of the ontology", without("rdf:predicate", CLAIM)),
    ("a claim has one predicate, a relation of the ontology", instead("rdf:predicate", "kg:knows", CLAIM)),
    ("a claim has one object", without("rdf:object", CLAIM)),
    ("a claim has one object", also("rdf:object", "kg:Person", CLAIM)),
    ("a claim comes from one article", without("prov:wasDerivedFrom", CLAIM)),
    ("a claim comes from one article", instead("prov:wasDerivedFrom", "kg:Person", CLAIM)),
    ("a claim has its quote", without("kg:quote", CLAIM)),
    ("a claim has its quote", instead("kg:quote", '""@id', CLAIM)),
    ("a claim starts before it ends", without("kg:start", CLAIM)),
    ("a claim starts before it ends", instead("kg:start", "99999", CLAIM)),
    ("a claim starts before it ends", instead("kg:start", "-1", CLAIM)),
    ("a claim has an end", without("kg:end", CLAIM)),
    ("a claim has an end", instead("kg:end", '"999999"', CLAIM)),
    ("a claim names its rule", without("kg:rule", CLAIM)),
    ("a claim's confidence is between 0 and 1", without("kg:confidence", CLAIM)),
    ("a claim's confidence is between 0 and 1", instead("kg:confidence", "1.5", CLAIM)),
    ("a claim has one status", without("kg:status", CLAIM)),
    ("a claim has one status", instead("kg:status", "kg:Hoped", CLAIM)),
    ("a claim is stated on one date", also("kg:statedOn", '"2020-01-01"^^xsd:date', CLAIM)),
    ("a claim is stated on one date", instead("kg:statedOn", '"5 Februari 2024"', CLAIM)),
    ("an article has one identifier", without("dcterms:identifier", ARTICLE)),
    ("an article has its hash", without("kg:sha256", ARTICLE)),
    ("an article has its hash", instead("kg:sha256", '"abc"', ARTICLE)),
    ("an article is published once", also("schema:datePublished", '"2020-01-01"^^xsd:date', ARTICLE)),
    ("an article has one headline", also("schema:headline", '"Judul lain"@id', ARTICLE)),
    ("a quotation has its text", without("schema:text", QUOTATION)),
    ("a quotation starts before it ends", without("kg:start", QUOTATION)),
    ("a quotation starts before it ends", instead("kg:start", "99999", QUOTATION)),
    ("a quotation has an end", without("kg:end", QUOTATION)),
    ("a tenure has one person", without("org:member", TENURE)),
    ("a tenure has one person", instead("org:member", "kg:Person", TENURE)),
    ("a tenure has one post", without("kg:post", TENURE)),
    ("acting is true or absent", instead("kg:acting", '"ya"', TENURE)),
    ("former is true or absent", instead("kg:former", '"ya"', TENURE)),
    ("an old IRI is no node any more", also("dcterms:isReplacedBy", "kg:Person", PERSON)),
    ("an old IRI is replaced by one node", also("dcterms:isReplacedBy", "kg:Person, kg:Role", PERSON)),
    ("a fact stands behind at least one claim", without("rdf:predicate", CLAIM)),
    ("a fact stands behind at least one claim", "INSERT { ?a kg:holds ?c } WHERE { ?a a kg:Person . ?c a kg:Role }"),
]
BREACHES += [
    (message, also("rdf:type", "kg:Comparison", PERSON))
    for message in (
        "a comparison is of two nodes",
        "a comparison has a left name",
        "a comparison has a right name",
        "a comparison is unsure or not",
        "a comparison has a weight",
        "a comparison has its evidence",
    )
]
BREACHES += [
    (message, also("rdf:type", "org:ChangeEvent", PERSON))
    for message in (
        "a change is of an institution",
        "a change results in an institution",
        "a change has a date",
    )
]
SUBJECTS = " ;\n".join(also(f"kg:{name}", "kg:Person", "kg:Place") for name in relations())
OBJECTS = " ;\n".join(f"INSERT {{ ?s kg:{name} kg:Person }} WHERE {{ ?s kg:{name} ?o }}" for name in relations())
for name, relation in relations().items():
    BREACHES += [
        (f"the subject of kg:{name} is {' or '.join(relation.domain)}", SUBJECTS),
        (f"the object of kg:{name} is {' or '.join(relation.range)}", OBJECTS),
    ]
UPDATES = ["", *dict.fromkeys(update for _, update in BREACHES)]


def namespace(number: int) -> str:
    return f"https://uji.example/{number}/"


@pytest.fixture(scope="module")
def lines(knowledge: Knowledge) -> list[str]:
    """What validating says of many graphs at once, each with a namespace of its own and broken in one way."""
    whole = Graph()
    for number, update in enumerate(UPDATES):
        graph = Graph().parse(data=write(triples(knowledge, base_iri=namespace(number))))
        if update:
            before = set(graph)
            graph.update(update, initNs=PREFIXES)
            assert set(graph) != before, update
        whole += graph
    return validate(whole)


def of(lines: list[str], update: str) -> list[str]:
    return [line for line in lines if line.startswith(namespace(UPDATES.index(update)))]


def test_a_good_graph_keeps_every_shape(lines: list[str]) -> None:
    assert of(lines, "") == []


@pytest.mark.parametrize(("message", "update"), BREACHES, ids=[f"{say}: {how[:60]}" for say, how in BREACHES])
def test_a_breach_is_one_line_that_says_what_is_wrong(message: str, update: str, lines: list[str]) -> None:
    assert any(message in line for line in of(lines, update))


@pytest.mark.parametrize("message", sorted(MESSAGES))
def test_every_shape_is_broken_by_something(message: str) -> None:
    assert message in {breach for breach, _ in BREACHES}


def test_the_seeds_keep_every_shape(seeds_build: Build) -> None:
    assert validate(seeds_build.graph) == []


def test_the_relations_ends_are_those_of_their_files() -> None:
    for name, relation in relations().items():
        assert f'"the subject of kg:{name} is {" or ".join(relation.domain)}"' in SHAPES
        assert f'"the object of kg:{name} is {" or ".join(relation.range)}"' in SHAPES
