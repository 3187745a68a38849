"""Jobs and what they give, about the graph made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import Graph

from kg.graph.load import from_turtle
from kg.graph.triples import triples
from kg.graph.turtle import write
from kg.model import Knowledge
from kg.serve.answers import HTML, TEXT, Job, base_of, refusal, reply

BASE = "https://data.example/berita/"


@pytest.fixture(scope="module")
def elsewhere(by_hand: Callable[..., Knowledge]) -> Graph:
    """A graph whose data's IRIs begin with another base."""
    return from_turtle(write(triples(by_hand(label='Rahmat "<b>" Santika'), base_iri=BASE)))


def test_another_base(elsewhere: Graph) -> None:
    assert base_of(elsewhere) == BASE
    page = reply(elsewhere, Job("entity", "person/rahmat-santika", {}, HTML))
    assert page.status == 200 and 'href="/id/article/sigap"' in page.body.decode()
    table = reply(elsewhere, Job("sparql", "SELECT ?a { ?a a kg:Place }", {}, HTML)).body.decode()
    assert f'<a href="/id/place/bandung">{BASE}place/bandung</a>' in table
    assert reply(elsewhere, Job("find", "kemenhub")).location == "/id/institution/kementerian-perhubungan"


def test_no_article_no_base() -> None:
    assert base_of(from_turtle("")) == ""


@pytest.mark.parametrize("kind", ["entity", "find"])
def test_a_graph_of_nothing_has_no_things(kind: str) -> None:
    assert reply(from_turtle(""), Job(kind, "person/x")).status in (400, 404)


def test_names_are_text_in_pages(elsewhere: Graph) -> None:
    for job in (
        Job("entity", "person/rahmat-santika", {}, HTML),
        Job("question", "tenures", {"person": "rahmat b santika"}, HTML),
        Job("question", "tenures", {"person": '"><script>'}, HTML),
        Job("sparql", "SELECT ?a { ?b skos:prefLabel ?a } # </textarea><script>", {}, HTML),
    ):
        body = reply(elsewhere, job).body.decode()
        assert "<b>" not in body and "<script" not in body and "&lt;" in body


def test_a_page_shows_a_thousand_rows_and_says_that_there_are_more(elsewhere: Graph) -> None:
    rows = "SELECT * { ?a ?b ?c . ?d a kg:Claim . ?e a kg:Person }"
    body = reply(elsewhere, Job("sparql", rows, {}, HTML)).body.decode()
    assert body.count("<tr>") == 1001 and "there are more" in body


@pytest.mark.parametrize(("accept", "media"), [("*/*", TEXT), ("text/html", HTML), ("nonsense", TEXT), ("", TEXT)])
def test_a_refusal_is_a_line_or_a_page(accept: str, media: str) -> None:
    found = refusal(503, "stopped", Job("sparql", "ASK {}", {}, accept))
    assert (found.status, found.media) == (503, media) and b"stopped" in found.body


def test_what_was_negated_or_planned_is_said_on_the_page(elsewhere: Graph) -> None:
    body = reply(elsewhere, Job("entity", "event/rapat-koordinasi", {}, HTML)).body.decode()
    assert "[negated]" in body and "[planned]" in body
