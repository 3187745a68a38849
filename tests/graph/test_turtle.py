"""The Turtle writer: every parser reads the same triples back, and a person can read it too."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from kg.graph.triples import Triple, iri, triples
from kg.graph.turtle import write
from kg.graph.vocabulary import BASE_IRI, PREFIXES, literal
from kg.model import Knowledge
from kg.pipeline import Build


def test_the_graph_made_by_hand_looks_as_it_should(turtle: str, golden: Callable[[str, str], None]) -> None:
    golden("graph.ttl", turtle)


def counts(turtle: str) -> tuple[int, int]:
    """How many triples rdflib and pyoxigraph find."""
    return len(rdflib.Graph().parse(data=turtle, format="turtle")), len(set(parse(turtle.encode(), RdfFormat.TURTLE)))


def test_both_parsers_find_every_triple(turtle: str, knowledge: Knowledge) -> None:
    assert counts(turtle) == (len(triples(knowledge)),) * 2


def test_both_parsers_find_as_many_in_the_seeds(seeds_build: Build) -> None:
    found = counts(seeds_build.turtle)
    assert found[0] == found[1] > 1000


def blocks(turtle: str) -> list[str]:
    return turtle.partition("\n\n")[2].split("\n\n")


def test_one_block_a_subject_in_order(seeds_build: Build) -> None:
    subjects = [block.split(" ", 1)[0] for block in blocks(seeds_build.turtle)]
    whole = [re.sub(r"^(\w+):(.*)", rf"<{BASE_IRI}\1/\2>", subject) for subject in subjects]
    assert all(left < right for left, right in pairwise(whole))


def test_a_class_comes_first_and_predicates_are_sorted(seeds_build: Build) -> None:
    for block in blocks(seeds_build.turtle):
        first, *rest = [line.strip().split(" ")[0] for line in block.splitlines()]
        assert first and "a" not in rest and rest == sorted(rest)


def test_prefixes_are_those_that_stand_there(seeds_build: Build) -> None:
    declared = dict(re.findall(r"^@prefix (\w+): <([^>]+)> \.$", seeds_build.turtle, re.MULTILINE))
    assert {"kg", "schema", "skos", "prov", "rdf", "xsd", "person", "claim", "article"} <= set(declared)
    assert all(PREFIXES.get(name, f"{BASE_IRI}{name}/") == namespace for name, namespace in declared.items())


def test_no_blank_nodes(seeds_build: Build) -> None:
    assert "_:" not in re.sub(r'"(?:[^"\\]|\\.)*"', "", seeds_build.turtle)


HARD = [
    "article/P.T.",
    "article/a.b",
    "article/-a",
    "article/..",
    "article/a'b",
    'article/a"b<c>d{e}|f\\g^h`i',
    "article/a#b?c&d%20e",
    "article/a\nb",
    "article/ä中😀",
    "article/(a),;:@!$*~",
    "role/topic/kepala",
    "role/person/person/kepala",
    "tenure/topic/topic/topic",
    "topic/kepala",
]


def of(path: str, value: str = "a") -> Triple:
    return iri(f"<{BASE_IRI}", path), "dcterms:identifier", literal(value)


@pytest.mark.parametrize("path", HARD)
def test_a_path_of_any_letters(path: str) -> None:
    assert counts(write([of(path)])) == (1, 1)


def test_paths_that_look_alike_stay_apart() -> None:
    assert counts(write([of(path) for path in HARD])) == (len(HARD),) * 2


@pytest.mark.parametrize("path", HARD)
def test_no_local_name_ends_in_a_dot_or_begins_with_a_hyphen(path: str) -> None:
    names = re.findall(r"^\w+:(\S*) ", write([of(path)]), re.MULTILINE)
    assert all(re.fullmatch(r"\w[\w-]*", name, re.ASCII) for name in names)


BASES = ["https://example.org/article/", "https://example.org/a#", "urn:kabar:x/", "https://example.org/person/topic/"]


@pytest.mark.parametrize("base", BASES)
def test_any_namespace(base: str, knowledge: Knowledge) -> None:
    turtle = write(triples(knowledge, base_iri=base))
    assert counts(turtle) == (len(triples(knowledge)),) * 2


PIECES = st.text() | st.sampled_from(
    ['"', "\\", "\\u", "'''", '"""', "\n", "\r\n", "\0", ".", " .\n", "@id", "^^", "<a>", "#"]
)


@given(st.lists(st.tuples(st.text(min_size=1), PIECES), min_size=1, max_size=8))
def test_whatever_is_written_is_read_back(pairs: list[tuple[str, str]]) -> None:
    written = [of(f"article/{name}", value) for name, value in pairs]
    turtle = write(written)
    expected = {(value, "http://purl.org/dc/terms/identifier") for _, value in pairs}
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    assert {(str(o), str(p)) for _, p, o in graph} == expected
    assert {(t.object.value, t.predicate.value) for t in parse(turtle.encode(), RdfFormat.TURTLE)} == expected
    assert counts(turtle) == (len(set(written)),) * 2


@given(st.permutations(HARD))
def test_no_order_shows(paths: list[str]) -> None:
    assert write([of(path) for path in paths]) == write([of(path) for path in HARD])
