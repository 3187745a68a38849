"""The page in a browser, from a file and without a network: what is seen, and what a click shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.classes import classes
from kg.model import Article, Entity, Kind, Knowledge
from kg.page.views import FIRST, WHOLE
from kg.pipeline import Build
from kg.relations import relations
from tests.page.pages import page_of_knowledge as render

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
    assert opened.text("#count") == f"{sum(things.values())} simpul · {facts} fakta · 5 artikel"
    legend = [opened.text(f"#legend button:nth-child({number})") for number in range(1, len(things) + 1)]
    assert legend == [f"{classes()[kind]['id']} {count}" for kind, count in things.items()]


def test_a_class_can_be_left_out_and_brought_back(opened: Any) -> None:
    whole, button = opened.drawn(), opened.page.locator("#legend button", has_text="Acara")
    button.click()
    assert (opened.drawn(), button.get_attribute("aria-pressed")) == (whole - 3, "false")
    button.click()
    assert (opened.drawn(), button.get_attribute("aria-pressed")) == (whole, "true")


HOVERED = {"Rahmat Santika": "Orang", "Bandung": "Tempat", "Rapat Kerja": "Acara"}


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
        "Orang",
        "Juga: Rahmat",
        "memegang jabatan",
        "Bupati Kendal",
        "mantan Bupati Kendal. Siti Rahayu tidak hadir",
        "Menteri Perhubungan · Kemenhub",
        "“Humas harus sigap dan terbuka kepada masyarakat”",
        "direncanakan",
        "Humas Diminta Sigap · KABAR · 2024-02-05 · sigap",
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
    assert "disangkal" in shown and "diduga" in shown
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
    count = WHOLE + 7
    people = tuple(Entity(f"person/p{n:03}", Kind.PERSON, f"Orang Ke {n:03}", (), ()) for n in range(count))
    opened = open_page(render(Knowledge((Article("a", "", "0" * 64, ()),), people, (), (), ())))
    assert opened.text("#count").startswith(f"{count} simpul · 0 fakta · 1 artikel — {count - FIRST} tidak digambar")
    last = people[-1].label
    opened.page.fill("#search", last)
    opened.page.press("#search", "Enter")
    assert (opened.text("#panel h2"), opened.drawn()) == (last, 1)
    opened.page.click("#back")
    assert opened.drawn() == FIRST


def test_a_click_on_a_line_shows_every_claim_behind_it(opened: Any) -> None:
    at = opened.page.evaluate(
        """() => { const { network } = jejaring, edge = network.body.data.edges.get()[0];
            const [a, b] = [edge.from, edge.to].map((id) => network.canvasToDOM(network.getPosition(id)));
            const box = document.getElementById("map").getBoundingClientRect();
            return [box.left + (a.x + b.x) / 2, box.top + (a.y + b.y) / 2]; }"""
    )
    opened.page.mouse.click(*at)
    opened.page.wait_for_selector("#panel mark")
    assert "→" in opened.text("#panel h2")


def test_an_address_selects_and_the_browser_goes_back(opened: Any) -> None:
    clicked(opened, "Bandung")
    assert opened.page.evaluate("location.hash") == "#id:place/bandung"
    clicked(opened, "Rahmat Santika")
    opened.page.go_back()
    opened.page.wait_for_function("document.querySelector('#panel h2')?.textContent === 'Bandung'")
    opened.page.reload()
    opened.page.wait_for_function("document.querySelector('#panel h2')?.textContent === 'Bandung'")


def test_neighbours_alone_and_back(opened: Any) -> None:
    whole = opened.drawn()
    clicked(opened, "Bandung")
    opened.page.click("#near")
    near = opened.drawn()
    opened.page.click("#nearer")
    assert 1 < near < opened.drawn() <= whole
    opened.page.click("#back")
    assert opened.drawn() == whole


def test_keys_find_walk_and_clear(opened: Any) -> None:
    opened.page.keyboard.press("/")
    assert opened.page.evaluate("document.activeElement.id") == "search"
    opened.page.keyboard.press("Escape")
    clicked(opened, "Bandung")
    opened.page.focus("#map")
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        opened.page.keyboard.press(key)
    opened.page.wait_for_function("document.querySelector('#panel h2')?.textContent !== 'Bandung'")
    opened.page.keyboard.press("Escape")
    opened.page.wait_for_function("document.querySelector('#panel h2') === null")


def counted(opened: Any) -> list[int]:
    """Nodes and facts, as the page counts them."""
    return [int(part.split()[0]) for part in opened.text("#count").split(" · ")[:2]]


def test_filters_change_what_is_drawn_and_counted(open_page: Open, seeds_build: Build) -> None:
    opened = open_page(seeds_build.page)
    whole = counted(opened)
    query = """SELECT DISTINCT ?s ?p ?o { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:status ?status ;
        kg:confidence ?sure FILTER(?sure >= 0.9) ?c2 rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
        kg:status ?said FILTER(?said IN (kg:Asserted, kg:Planned)) }"""
    opened.page.evaluate(
        """() => { const input = document.getElementById("confidence");
            input.value = 90; input.dispatchEvent(new Event("input")); }"""
    )
    assert counted(opened)[1] == len(seeds_build.graph.query(query)) < whole[1]
    opened.page.locator("#relations button", has_text="mengatakan").click()
    assert counted(opened)[1] < len(seeds_build.graph.query(query))


def test_the_interface_is_in_two_languages(opened: Any) -> None:
    opened.page.select_option("#language", "en")
    assert opened.text("#legend button:first-child").startswith("Person")
    assert opened.page.get_attribute("html", "lang") == "en"


SAVED = {"png": b"\x89PNG", "turtle": b"@prefix", "csv": "\ufeffsubject".encode()}


@pytest.mark.parametrize(("button", "begins"), SAVED.items())
def test_what_is_seen_can_be_taken_away(button: str, begins: bytes, opened: Any, tmp_path: Any) -> None:
    with opened.page.expect_download() as download:
        opened.page.click(f"#{button}")
    download.value.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes().startswith(begins)


def test_the_turtle_of_the_whole_view_is_the_graphs(open_page: Open, seeds_build: Build, tmp_path: Any) -> None:
    from kg.graph.load import load

    opened = open_page(seeds_build.page)
    with opened.page.expect_download() as download:
        opened.page.click("#turtle")
    download.value.save_as(tmp_path / "jejaring.ttl")
    claims = "SELECT ?c ?s ?p ?o ?q { ?c a kg:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:quote ?q }"
    saved, graph = load(tmp_path / "jejaring.ttl"), seeds_build.graph
    assert set(saved.query(claims)) == set(graph.query(claims))


def test_a_list_stands_for_the_map(opened: Any) -> None:
    opened.page.click("#list")
    assert not opened.page.is_visible("#map")
    opened.page.locator("#listed button", has_text="Bandung").click()
    opened.page.wait_for_function("document.querySelector('#panel h2')?.textContent === 'Bandung'")
