"""N-Triples: the same triples as the Turtle, a line each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import ntriples, turtle
from kg.graph.facts import Whole
from kg.graph.triples import Blocks, triples
from kg.graph.vocabulary import literal
from kg.model import Knowledge
from kg.pipeline import Build
from kg.upkeep import add_to, build_in


def parsed(text: str, form: pyoxigraph.RdfFormat) -> set[tuple[object, object, object]]:
    return {(found.subject, found.predicate, found.object) for found in pyoxigraph.parse(text.encode(), form)}


def same(knowledge: Knowledge) -> bool:
    lines = "".join(ntriples.stream(Blocks(Whole(knowledge))))
    whole = turtle.write(triples(knowledge))
    assert lines.count("\n") == len(triples(knowledge))
    return parsed(lines, pyoxigraph.RdfFormat.N_TRIPLES) == parsed(whole, pyoxigraph.RdfFormat.TURTLE)


def test_the_seeds(seeds_build: Build) -> None:
    assert same(seeds_build.knowledge)


def test_the_graph_made_by_hand(knowledge: Knowledge) -> None:
    assert same(knowledge)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_label(by_hand: Callable[..., Knowledge], text: str) -> None:
    assert same(by_hand(label=text or "a"))


TERMS = {
    "an IRI": ("<https://a.example/b>", "<https://a.example/b>"),
    "a prefixed name": ("kg:Person", "<https://w3id.org/jejaring/ontology#Person>"),
    "a number": ("17", '"17"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    "a truth": ("true", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
    "a date": ('"2024"^^xsd:gYear', '"2024"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
    "a text": (literal("a^^xsd:b", "id"), '"a^^xsd:b"@id'),
    "a text that ends like a date": (literal('"2024"^^xsd:gYear'), '"\\"2024\\"^^xsd:gYear"'),
}


@pytest.mark.parametrize(("term", "expected"), TERMS.values(), ids=TERMS)
def test_a_term(term: str, expected: str) -> None:
    block = [("<a>", "rdf:value", term)]
    (line,) = ntriples.stream([("<a>", block)])
    assert line == f"<a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> {expected} .\n"


def test_it_is_written_from_then_on(root: Path, tmp_path: Path) -> None:
    one, two = sorted((root / "tests" / "articles").glob("*.txt"))[:2]
    build_in(tmp_path, [one], ntriples=True)
    add_to(tmp_path, [two])
    lines, whole = ((tmp_path / name).read_text(encoding="utf-8") for name in ("kg.nt", "kg.ttl"))
    assert parsed(lines, pyoxigraph.RdfFormat.N_TRIPLES) == parsed(whole, pyoxigraph.RdfFormat.TURTLE)
