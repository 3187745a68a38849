"""The ontology: all that a graph uses is defined, in two languages, and aligned as the contract says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import Graph, Namespace, URIRef

from kg.graph.triples import triples
from kg.graph.turtle import write
from kg.graph.vocabulary import PREFIXES
from kg.model import Kind, Knowledge, Status
from kg.pipeline import Build
from kg.relations import Relation, relations

FOLDER = Path(__file__).parents[2] / "ontology"
KG, RDF, RDFS = (Namespace(PREFIXES[name]) for name in ("kg", "rdf", "rdfs"))
OWL, SKOS = Namespace(PREFIXES["owl"]), Namespace(PREFIXES["skos"])
TERMS = re.findall(r"^kg:(\w+) a ", (FOLDER / "kg.ttl").read_text(encoding="utf-8"), re.MULTILINE)


@cache
def ontology() -> Graph:
    return Graph().parse(FOLDER / "kg.ttl")


def name(term: str) -> URIRef:
    """The IRI of a prefixed name."""
    prefix, _, local = term.partition(":")
    return URIRef(PREFIXES[prefix] + local)


def used(graph: Graph) -> set[str]:
    """The local names of the ontology's terms that a graph uses."""
    terms = {term for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(KG)}
    return {term.removeprefix(KG) for term in terms}


def test_no_term_is_defined_twice() -> None:
    assert len(TERMS) == len(set(TERMS)) > 40


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("words", ["label", "comment"])
@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_words_in_both_languages(term: str, words: str, language: str) -> None:
    (text,) = (text for text in ontology().objects(KG[term], RDFS[words]) if text.language == language)
    assert str(text).strip()


def test_all_that_a_graph_uses_is_defined(seeds_build: Build, knowledge: Knowledge) -> None:
    by_hand = Graph().parse(data=write(triples(knowledge)), format="turtle")
    assert used(seeds_build.graph) | used(by_hand) <= set(TERMS)


def test_all_that_is_defined_is_used(knowledge: Knowledge) -> None:
    by_hand = Graph().parse(data=write(triples(knowledge)), format="turtle")
    assert set(TERMS) - used(by_hand) == {"Status"}


@pytest.mark.parametrize(
    "file", sorted([*FOLDER.glob("queries/*.rq"), FOLDER / "shapes.ttl"]), ids=lambda file: file.name
)
def test_queries_and_shapes_speak_of_nothing_else(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert {term for term in re.findall(r"\bkg:(\w+)", text) if not term.endswith("Shape")} <= set(TERMS)


def test_no_domain_or_range_makes_a_thing_into_what_it_is_not(seeds_build: Build, knowledge: Knowledge) -> None:
    graph = Graph().parse(data=write(triples(knowledge)), format="turtle") + seeds_build.graph
    types = {(thing, kind) for thing, kind in graph.subject_objects(RDF.type)} | {
        (KG[one], KG.Status) for one in Status
    }
    for end, place in ((RDFS.domain, 0), (RDFS.range, 2)):
        for term, kind in ontology().subject_objects(end):
            things = {triple[place] for triple in graph.triples((None, term, None))}
            wrong = {thing for thing in things if isinstance(thing, URIRef) and (thing, kind) not in types}
            assert not wrong, f"{term} would make {min(wrong)} a {kind}"


CLASSES = {
    "Person": ["foaf:Person", "schema:Person"],
    "Role": ["org:Post"],
    "Institution": ["org:Organization", "foaf:Organization"],
    "Event": ["schema:Event"],
    "Topic": ["skos:Concept"],
    "Place": ["schema:Place"],
    "Initiative": ["schema:Project"],
    "Regulation": ["schema:Legislation"],
    "Article": ["schema:NewsArticle"],
    "Quotation": ["schema:Quotation"],
    "Claim": ["rdf:Statement"],
    "Tenure": ["org:Membership"],
}


@pytest.mark.parametrize(("term", "parents"), CLASSES.items(), ids=CLASSES)
def test_a_class_is_aligned(term: str, parents: list[str]) -> None:
    assert (KG[term], RDF.type, OWL.Class) in ontology()
    assert set(ontology().objects(KG[term], RDFS.subClassOf)) == {name(parent) for parent in parents}


PROPERTIES = {
    "holds": "org:holds",
    "about": "schema:about",
    "postIn": "org:postIn",
    "heldAt": "schema:location",
    "heldOn": "schema:startDate",
    "partOf": "org:subOrganizationOf",
    "regulates": "schema:about",
}
INVERSES = {
    "organises": "schema:organizer",
    "participates": "schema:attendee",
    "launched": "schema:creator",
    "says": "prov:wasAttributedTo",
}


@pytest.mark.parametrize(("term", "parent"), PROPERTIES.items(), ids=PROPERTIES)
def test_a_property_is_aligned(term: str, parent: str) -> None:
    assert list(ontology().objects(KG[term], RDFS.subPropertyOf)) == [name(parent)]


@pytest.mark.parametrize(("term", "other"), INVERSES.items(), ids=INVERSES)
def test_a_property_that_runs_the_other_way_says_so(term: str, other: str) -> None:
    assert list(ontology().objects(KG[term], RDFS.seeAlso)) == [name(other)]
    notes = {note.language: str(note) for note in ontology().objects(KG[term], SKOS.editorialNote)}
    assert set(notes) == {"id", "en"} and all(other in note for note in notes.values())
    assert list(ontology().objects(KG[term], RDFS.subPropertyOf)) == []


def test_those_are_all_the_relations() -> None:
    assert sorted(relations()) == sorted([*PROPERTIES, *INVERSES])


@pytest.mark.parametrize("relation", relations().values(), ids=relations())
def test_a_relations_file_says_the_same(relation: Relation) -> None:
    for words, texts in (("label", relation.label), ("comment", relation.comment)):
        found = {text.language: str(text) for text in ontology().objects(KG[relation.name], RDFS[words])}
        assert found == dict(texts)
    assert relation.alignment["property"] == (PROPERTIES | INVERSES)[relation.name]
    assert relation.alignment["inverse"] is (relation.name in INVERSES)


@pytest.mark.parametrize("relation", relations().values(), ids=relations())
def test_a_relations_ends_are_stated_where_there_is_one_class(relation: Relation) -> None:
    for predicate, ends in ((RDFS.domain, relation.domain), (RDFS.range, relation.range)):
        stated = [KG[end] for end in ends if end != "Date"] if len(ends) == 1 else []
        assert list(ontology().objects(KG[relation.name], predicate)) == stated


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_a_class(kind: Kind) -> None:
    assert kind in CLASSES


@pytest.mark.parametrize("status", Status)
def test_every_status_is_an_individual(status: Status) -> None:
    assert (KG[status], RDF.type, KG.Status) in ontology()
