"""All that is known of one thing, with its evidence; and what is suggested where nothing has that name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import Graph

from kg.errors import KgError
from kg.graph.load import from_turtle
from kg.graph.show import render, show
from kg.graph.triples import triples
from kg.graph.turtle import write
from kg.model import Knowledge


@pytest.mark.parametrize("name", ["Rahmat Santika", "Rapat Koordinasi Kehumasan 2024", "Kemenhub", "Siti Rahayu"])
def test_a_sheet_looks_as_it_should(name: str, graph: Graph, golden: Callable[[str, str], None]) -> None:
    golden(f"show-{name.split()[0].lower()}.txt", render(show(graph, name)) + "\n")


@pytest.mark.parametrize("name", ["Rahmat Santika", "rahmat santika", "RAHMAT SANTIKA", "Rahmat"])
def test_a_thing_is_found_by_any_of_its_names(name: str, graph: Graph) -> None:
    (sheet,) = show(graph, name)
    assert (sheet.label, sheet.kind, sheet.forms) == ("Rahmat Santika", "Person", ("Rahmat",))


def test_a_fact_has_the_evidence_of_every_article(graph: Graph) -> None:
    (sheet,) = show(graph, "Rahmat Santika")
    (held,) = (line for line in sheet.facts if line.object.startswith("Menteri Perhubungan"))
    assert [(one.article, one.date) for one in held.evidence] == [("lama", ""), ("sigap", "2024-02-05")]


def test_a_fact_is_shown_from_both_of_its_ends(graph: Graph) -> None:
    (sheet,) = show(graph, "Bandung")
    assert [(line.subject, line.relation) for line in sheet.facts] == [("Rapat Koordinasi Kehumasan 2024", "heldAt")]


@pytest.mark.parametrize(
    ("name", "mark"), [("Siti Rahayu", "[negated]"), ("Siti Rahayu", "[alleged]"), ("Rahmat", "[planned]")]
)
def test_what_is_not_plainly_so_says_how_it_is(name: str, mark: str, graph: Graph) -> None:
    assert mark in render(show(graph, name))


def test_namesakes_are_all_shown(by_hand: Callable[..., Knowledge]) -> None:
    graph = from_turtle(write(triples(by_hand(label="Siti Rahayu"))))
    assert [sheet.iri.rpartition("/")[2] for sheet in show(graph, "Siti Rahayu")] == ["rahmat-santika", "siti-rahayu"]


NEAR = {
    "Rahmat Santica": "Rahmat Santika",
    "Menteri Perhubungn": "Menteri Perhubungan",
    "kementrian perhubungan": "Kementerian Perhubungan",
    "Rapat Koordinasi": "Rapat Koordinasi Kehumasan 2024",
}


@pytest.mark.parametrize(("asked", "near"), NEAR.items())
def test_a_near_miss_suggests_the_nearest_name_first(asked: str, near: str, graph: Graph) -> None:
    with pytest.raises(KgError) as caught:
        show(graph, asked)
    assert caught.value.hint.startswith(f"nearest: {near}")


HOSTILE = [
    "",
    '"',
    "\\",
    '\\"',
    "a\nb",
    "a\rb",
    "}",
    "' OR '1'='1",
    '" . ?s ?p ?o . "',
    "{name}",
    "\0",
    "\udcff",
    "x" * 10_000,
]


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: repr(name[:20]))
def test_a_name_of_any_letters_is_only_not_found(name: str, graph: Graph) -> None:
    with pytest.raises(KgError, match="nothing is called") as caught:
        show(graph, name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "label", ['Rahmat "Mat" Santika', "Rahmat\\Santika", "Rahmat 'Mat' <b>Santika</b>", "Jum’at {a}"]
)
def test_a_thing_with_a_name_of_any_letters_is_found(label: str, by_hand: Callable[..., Knowledge]) -> None:
    graph = from_turtle(write(triples(by_hand(label=label))))
    assert [sheet.label for sheet in show(graph, label)] == [label]
