"""What is drawn, and what the page's script is given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.model import Article, Entity, Fact, Kind, Knowledge
from kg.page.network import DRAWN, classes, display, drawing, payload, wrapped

SCRIPT = (Path(kg.__file__).parent / "page" / "page.js").read_text(encoding="utf-8")


def test_everything_is_drawn_but_quotations(knowledge: Knowledge) -> None:
    wanted = {entity.key for entity in knowledge.entities if entity.kind != Kind.QUOTATION}
    assert set(drawing(knowledge).nodes) == wanted


def test_an_edge_is_a_pair_that_some_stated_fact_joins(knowledge: Knowledge) -> None:
    drawn = set(drawing(knowledge).nodes)
    stated = {(fact.subject, fact.object) for fact in knowledge.facts if fact.stated and fact.object in drawn}
    edges = [(left, right) for left, right, _ in drawing(knowledge).edges]
    assert set(edges) == stated and len(edges) == len(set(edges))


def test_parallel_facts_are_one_edge_with_all_their_labels(knowledge: Knowledge) -> None:
    claims = knowledge.facts[0].claims
    pair = ("institution/kementerian-perhubungan", "event/rapat-koordinasi")
    both = (*knowledge.facts, Fact(pair[0], "participates", pair[1], claims))
    (edge,) = (
        edge
        for edge in drawing(Knowledge(knowledge.articles, knowledge.entities, both, (), ())).edges
        if edge[:2] == pair
    )
    assert edge[2] == "ikut serta dalam, menyelenggarakan"


def test_of_too_many_those_with_most_facts_are_drawn(knowledge: Knowledge) -> None:
    crowd = tuple(Entity(f"person/a{n}", Kind.PERSON, f"Orang {n}", (), ()) for n in range(DRAWN))
    many = Knowledge(knowledge.articles, (*crowd, *knowledge.entities), knowledge.facts, (), ())
    drawn = drawing(many)
    joined = {key for left, right, _ in drawing(knowledge).edges for key in (left, right)}
    assert len(drawn.nodes) == DRAWN and joined <= set(drawn.nodes)


def test_a_post_is_shown_with_its_body(knowledge: Knowledge) -> None:
    entities = {entity.key: entity for entity in knowledge.entities}
    shown = {display(entity, entities) for entity in knowledge.entities if entity.kind == Kind.ROLE}
    assert shown == {"Menteri Perhubungan · Kemenhub", "Bupati Kendal"}


WRAPPED = {
    "Bandung": ["Bandung"],
    "Rapat Koordinasi Kehumasan 2024": ["Rapat Koordinasi Kehumasan", "2024"],
    "x" * 60: ["x" * 60],
    "": [""],
}


@pytest.mark.parametrize(("label", "lines"), WRAPPED.items())
def test_a_label_in_lines(label: str, lines: list[str]) -> None:
    assert wrapped(label).split("\n") == lines


def test_a_long_label_ends_in_three_lines() -> None:
    lines = wrapped("Direktur Jenderal Informasi " * 20).split("\n")
    assert len(lines) == 3 and lines[-1].endswith("…")


def test_evidence_is_shown_in_its_sentence_and_no_further_than_its_paragraph() -> None:
    text = "Bandung - Rapat.\nBupati Kendal Rahmat Santika hadir.\nSelesai."
    said = kg.extract(text)
    from kg.graph.facts import assemble
    from kg.resolve import resolve

    (fact,) = (one for one in payload(assemble([said], resolve([said])))["facts"] if one[1] == "holds")
    assert fact[3] == [[0, "Asserted", "", "Bupati Kendal Rahmat Santika", " hadir."]]


def test_two_rules_that_agree_are_one_line_of_evidence(knowledge: Knowledge) -> None:
    fact = knowledge.facts[0]
    twice = Fact(fact.subject, fact.relation, fact.object, (*fact.claims, *fact.claims))
    found = payload(Knowledge(knowledge.articles, knowledge.entities, (twice,), (), ()))["facts"]
    assert len(found[0][3]) == len(fact.claims)


def test_an_article_without_a_headline_goes_by_its_name() -> None:
    assert payload(Knowledge((Article("a", "", "0" * 64, ()),), (), (), (), ()))["articles"] == [["a", "a", ""]]


def test_every_class_but_quotations_has_a_look() -> None:
    assert set(classes()) == set(Kind) - {Kind.QUOTATION}


@pytest.mark.parametrize("part", ["id", "en", "colour", "shape"])
def test_no_two_classes_look_alike(part: str) -> None:
    looks = [style[part] for style in classes().values()]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("kind", classes())
def test_the_legend_can_draw_every_shape(kind: str) -> None:
    shapes = re.findall(r"(\w+): \"M", SCRIPT)
    assert classes()[kind]["shape"] in shapes
