"""The page in a browser, from a file and without a network: what is seen, and what a click shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Article, Entity, Kind, Knowledge
from kg.page import render
from kg.page.network import DRAWN, classes
from kg.pipeline import Build
from kg.relations import relations

Open = Callable[[str], Any]


def test_it_opens_in_silence_and_asks_for_nothing_but_itself(opened: Any) -> None:
    opened.page.wait_for_timeout(200)
    assert opened.noise == []
    assert [address.rpartition("/")[2] for address in opened.requests] == ["kg.html"]


def test_it_is_drawn(opened: Any, knowledge: Knowledge) -> None:
    assert opened.drawn() == sum(entity.kind != Kind.QUOTATION for entity in knowledge.entities)
    painted = opened.page.evaluate(
        """() => { const canvas = document.querySelector("#map canvas");
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            return data.some((value) => value !== 0); }"""
    )
    assert painted


def test_the_counts_are_those_of_the_graph(open_page: Open, seeds_build: Build) -> None:
    opened, graph = open_page(seeds_build.page), seeds_build.graph
    things = {kind: len(graph.query(f"SELECT ?a {{ ?a a kg:{kind} }}")) for kind in classes()}
    facts = sum(len(graph.query(f"SELECT * {{ ?a kg:{name} ?b }}")) for name in relations())
    assert opened.text("#count") == f"{sum(things.values())} simpul digambar · {facts} fakta · 5 artikel"
    legend = [opened.text(f"#legend button:nth-child({number})") for number in range(1, len(things) + 1)]
    assert legend == [f"{classes()[kind]['id']} {classes()[kind]['en']} {count}" for kind, count in things.items()]


def test_a_class_can_be_left_out_and_brought_back(opened: Any) -> None:
    whole, button = opened.drawn(), opened.page.locator("#legend button", has_text="Acara")
    button.click()
    assert (opened.drawn(), button.get_attribute("aria-pressed")) == (whole - 3, "false")
    button.click()
    assert (opened.drawn(), button.get_attribute("aria-pressed")) == (whole, "true")


HOVERED = {"Rahmat Santika": "Orang · Person", "Bandung": "Tempat · Place", "Rapat Kerja": "Acara · Event"}


def test_hovering_shows_label_and_class(opened: Any) -> None:
    for label, kind in HOVERED.items():
        opened.page.mouse.move(*opened.node(label))
        opened.page.wait_for_function(
            "(t) => document.querySelector('.vis-tooltip')?.textContent.includes(t)", arg=kind
        )
        assert opened.text(".vis-tooltip") == f"{label} {kind}"
        assert opened.page.is_visible(".vis-tooltip")


def clicked(opened: Any, label: str) -> str:
    opened.page.mouse.click(*opened.node(label))
    opened.page.wait_for_function("(label) => document.querySelector('#panel h2')?.textContent === label", arg=label)
    return str(opened.text("#panel"))


def test_a_click_on_a_node_shows_its_facts_with_their_sentences(opened: Any) -> None:
    shown = clicked(opened, "Rahmat Santika")
    for words in (
        "Orang · Person",
        "Juga: Rahmat",
        "memegang jabatan holds",
        "Bupati Kendal",
        "mantan Bupati Kendal. Siti Rahayu tidak hadir",
        "Menteri Perhubungan · Kemenhub",
        "“Humas harus sigap dan terbuka kepada masyarakat”",
        "direncanakan · planned",
        "Humas Diminta Sigap · 2024-02-05 · sigap",
    ):
        assert words in shown


def test_the_words_that_state_a_fact_are_marked_in_their_sentence(opened: Any) -> None:
    clicked(opened, "Bandung")
    assert opened.text("#panel mark") == "2024 di Bandung"


def test_a_fact_of_two_articles_shows_both(opened: Any) -> None:
    clicked(opened, "Rahmat Santika")
    assert {"Menhub Rahmat Santika", "Menteri Perhubungan Rahmat Santika"} <= set(
        opened.page.locator("#panel mark").all_inner_texts()
    )


def test_what_is_not_so_says_so_and_is_not_drawn(opened: Any) -> None:
    shown = clicked(opened, "Siti Rahayu")
    assert "disangkal · negated" in shown and "diduga · alleged" in shown
    assert (
        opened.page.evaluate("jejaring.network.getConnectedEdges(jejaring.network.getSelectedNodes()[0]).length") == 0
    )


def test_the_other_end_of_a_fact_is_a_click_away(opened: Any) -> None:
    clicked(opened, "Bandung")
    opened.page.get_by_role("button", name="Rapat Koordinasi Kehumasan 2024").first.click()
    assert opened.text("#panel h2") == "Rapat Koordinasi Kehumasan 2024"
    assert "bertema Kabar Bohong" in opened.text("#panel")


def test_a_thing_without_facts_says_so(open_page: Open) -> None:
    alone = Entity("person/rahmat", Kind.PERSON, "Rahmat Santika", (), ())
    opened = open_page(render(Knowledge((Article("a", "", "0" * 64, ()),), (alone,), (), (), ())))
    assert "tanpa fakta" in clicked(opened, "Rahmat Santika")


@pytest.mark.parametrize("typed", ["rahm", "RAHMAT S", "santika"])
def test_search_finds_a_name_and_enter_shows_it(typed: str, opened: Any) -> None:
    opened.page.fill("#search", typed)
    assert opened.page.locator("#found li").first.inner_text().startswith("Rahmat Santika")
    opened.page.press("#search", "Enter")
    assert opened.text("#panel h2") == "Rahmat Santika"


def test_an_acronym_is_found_too(opened: Any) -> None:
    opened.page.fill("#search", "kemenhub")
    assert opened.page.locator("#found li").first.inner_text().startswith("Kementerian Perhubungan")


def test_more_nodes_than_are_drawn_are_counted_and_found(open_page: Open) -> None:
    people = tuple(Entity(f"person/p{n:03}", Kind.PERSON, f"Orang Ke {n:03}", (), ()) for n in range(DRAWN + 7))
    opened = open_page(render(Knowledge((Article("a", "", "0" * 64, ()),), people, (), (), ())))
    assert opened.text("#count") == f"{DRAWN} simpul digambar, 7 lainnya lewat pencarian · 0 fakta · 1 artikel"
    last = people[-1].label
    opened.page.fill("#search", last)
    opened.page.press("#search", "Enter")
    assert (opened.text("#panel h2"), opened.drawn()) == (last, 1)
    opened.page.click("#whole")
    assert opened.drawn() == DRAWN
