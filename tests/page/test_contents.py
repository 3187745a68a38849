"""What a page tells: from the rows of any graph, what of it is chosen, and how it is first drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.classes import classes
from kg.errors import InputError, KgError
from kg.graph.contents import contents
from kg.graph.facts import Whole
from kg.graph.rows import of_blocks, of_file
from kg.graph.triples import Blocks
from kg.model import Article, Entity, Kind, Knowledge
from kg.page import chosen
from kg.page.views import FIRST, LISTED, WHOLE, views
from kg.pipeline import Build
from tests.page.pages import contents_of


def crowd(count: int) -> Knowledge:
    people = tuple(Entity(f"person/p{n:04}", Kind.PERSON, f"Orang Ke {n:04}", (), ()) for n in range(count))
    return Knowledge((Article("a", "", "0" * 64, ()),), people, (), (), ())


def test_a_file_tells_what_the_build_does(seeds_build: Build, tmp_path: Path) -> None:
    file = tmp_path / "kg.ttl"
    file.write_text(seeds_build.turtle, encoding="utf-8")
    assert contents(of_file(file)) == contents(of_blocks(seeds_build.blocks))


def test_no_order_of_rows_shows(knowledge: Knowledge) -> None:
    rows = list(of_blocks(Blocks(Whole(knowledge))))
    assert contents(reversed(rows)) == contents(rows)


def test_the_counts_are_those_of_the_graph(seeds_build: Build) -> None:
    found, graph = contents(of_blocks(seeds_build.blocks)), seeds_build.graph
    claims = len(graph.query("SELECT ?a { ?a a kg:Claim }"))
    assert sum(len(link.evidence) for link in found.links) == claims
    assert len(found.tenures) == len(graph.query("SELECT ?a { ?a a kg:Tenure }"))
    assert len(found.sources) == 5


def test_a_post_is_shown_with_its_body(knowledge: Knowledge) -> None:
    found = contents_of(knowledge)
    shown = {found.display(node.key) for node in found.nodes if node.kind == "Role"}
    assert shown == {"Menteri Perhubungan · Kemenhub", "Bupati Kendal"}


@pytest.mark.parametrize(
    ("text", "says"), [(None, "no such graph"), (b"<a> <b>", "not Turtle"), (b"\xff\xfe\x00", "not Turtle")]
)
def test_what_is_no_graph_says_so(text: bytes | None, says: str, tmp_path: Path) -> None:
    file = tmp_path / "kg.ttl"
    if text is not None:
        file.write_bytes(text)
    with pytest.raises(InputError, match=says):
        list(of_file(file))


# -- choosing --------------------------------------------------------------------------------------

CHOSEN = {
    "the most important": ({"top": 2}, 2),
    "what bears a name and nothing around it": ({"focus": "rahmat santika", "depth": 0}, 1),
    "by an acronym": ({"focus": "Kemenhub", "depth": 0}, 1),
}


@pytest.mark.parametrize(("how", "count"), CHOSEN.values(), ids=CHOSEN)
def test_a_part(how: dict[str, object], count: int, knowledge: Knowledge) -> None:
    assert len(chosen(contents_of(knowledge), **how).shown) == count  # type: ignore[arg-type]


def test_a_neighbourhood_grows_with_its_depth(knowledge: Knowledge) -> None:
    sizes = [len(chosen(contents_of(knowledge), focus="Rahmat Santika", depth=depth).shown) for depth in (0, 1, 2)]
    assert sizes[0] < sizes[1] <= sizes[2]


def test_classes(knowledge: Knowledge) -> None:
    part = chosen(contents_of(knowledge), kinds=["Person", "Role"])
    assert {node.kind for node in part.nodes} - {"Quotation"} == {"Person", "Role"}


def test_since(seeds_build: Build) -> None:
    part = chosen(contents(of_blocks(seeds_build.blocks)), since="2023-11")
    assert {source.id[:3] for source in part.sources} >= {"001"}
    assert any(source.date >= "2023-11" for source in part.sources)
    assert len(part.links) < len(contents(of_blocks(seeds_build.blocks)).links)


@pytest.mark.parametrize(
    ("how", "says"), [({"focus": "Tidak Ada"}, "nothing is called"), ({"since": "2999"}, "nothing of the graph")]
)
def test_what_is_not_there(how: dict[str, str], says: str, knowledge: Knowledge) -> None:
    with pytest.raises(KgError, match=says):
        chosen(contents_of(knowledge), **how)  # type: ignore[arg-type]


# -- the first view --------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "drawn"), [(7, 7), (WHOLE, WHOLE), (WHOLE + 1, FIRST), (LISTED, FIRST)])
def test_how_many_are_drawn_at_first(count: int, drawn: int) -> None:
    found = views(contents_of(crowd(count)))
    assert (len(found.places), found.communities) == (drawn, ())


def test_a_large_graph_opens_with_communities(knowledge: Knowledge) -> None:
    many = crowd(LISTED)
    both = Knowledge(many.articles + knowledge.articles, knowledge.entities + many.entities, knowledge.facts, (), ())
    found = views(contents_of(both))
    assert len(found.places) == 100 and found.communities[0].size > 1
    assert all(len(one.places) <= FIRST for one in found.communities)
    assert found == views(contents_of(both))


# -- looks -----------------------------------------------------------------------------------------


def test_every_class_but_quotations_has_a_look() -> None:
    assert set(classes()) == set(Kind) - {Kind.QUOTATION}


@pytest.mark.parametrize("part", ["id", "en", "colour", "shape"])
def test_no_two_classes_look_alike(part: str) -> None:
    looks = [style[part] for style in classes().values()]
    assert len(set(looks)) == len(looks)
