"""What counts as right, missing and wrongly there, case by case, and what always holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.relations import relations
from kg.score import Score
from kg.score.gold import KINDS, SAYS, Gold, GoldQuote, annotated
from tests.score.made import counts, gold, scored, thing, triples

THINGS = {
    "p1": ("Person", "Rahmat Santika"),
    "r1": ("Role", "Menteri Perhubungan"),
    "e1": ("Event", "Rapat Kehumasan"),
    "i1": ("Institution", "Kementerian Perhubungan"),
}
HOLDS = ("p1", "holds", "r1")
DATED = ("e1", "heldOn", "2024-02-05")


def judged(wanted: Gold, *claims: tuple[Any, ...], told: Gold | None = None) -> dict[str, tuple[int, int, int]]:
    """The counts of the relations alone, where a graph tells what `told` says, by default nothing but the things."""
    bare = told or Gold("a", wanted.entities, frozenset())
    rows = counts(scored(triples(bare, *claims), wanted).judgements[0].verdicts)
    return {row: count for row, count in rows.items() if row in (*annotated(), "quote")}


def stated(*triple: str) -> tuple[Any, ...]:
    return (*triple, "Asserted", 0)


CASES: dict[str, tuple[Gold, list[tuple[Any, ...]], dict[str, tuple[int, int, int]]]] = {
    "right": (gold(THINGS, HOLDS), [stated(*HOLDS)], {"holds": (1, 0, 0)}),
    "right twice counts once": (gold(THINGS, HOLDS), [stated(*HOLDS), (*HOLDS, "Asserted", 9)], {"holds": (1, 0, 0)}),
    "missing": (gold(THINGS, HOLDS), [], {"holds": (0, 1, 0)}),
    "wrong": (gold(THINGS), [stated(*HOLDS)], {"holds": (0, 0, 1)}),
    "planned counts": (gold(THINGS, HOLDS), [(*HOLDS, "Planned", 0)], {"holds": (1, 0, 0)}),
    "negated does not": (gold(THINGS, HOLDS), [(*HOLDS, "Negated", 0)], {"holds": (0, 1, 0)}),
    "alleged does not": (gold(THINGS), [(*HOLDS, "Alleged", 0)], {}),
    "optional, there": (gold(THINGS, optional=frozenset([HOLDS])), [stated(*HOLDS)], {}),
    "optional, not there": (gold(THINGS, optional=frozenset([HOLDS])), [], {}),
    "of an optional thing": (gold(THINGS, optional_things=["r1"]), [stated(*HOLDS)], {}),
    "wanted of an optional thing": (
        gold(THINGS, HOLDS, optional_things=["r1"]),
        [stated(*HOLDS)],
        {"holds": (1, 0, 0)},
    ),
    "a day": (gold(THINGS, DATED), [stated(*DATED)], {"heldOn": (1, 0, 0)}),
    "another day": (gold(THINGS, DATED), [stated("e1", "heldOn", "2024-02-06")], {"heldOn": (0, 1, 1)}),
    "a day of the month that is wanted": (
        gold(THINGS, ("e1", "heldOn", "2024-02")),
        [stated(*DATED)],
        {"heldOn": (1, 0, 0)},
    ),
    "a month where a day is wanted": (gold(THINGS, DATED), [stated("e1", "heldOn", "2024-02")], {"heldOn": (0, 1, 1)}),
    "a relation that gold does not know": (gold(THINGS), [stated("p1", "knows", "i1")], {}),
}


@pytest.mark.parametrize(("wanted", "claims", "expected"), CASES.values(), ids=CASES)
def test_relations(wanted: Gold, claims: list[tuple[Any, ...]], expected: dict[str, tuple[int, int, int]]) -> None:
    assert judged(wanted, *claims) == expected


SIGAP = GoldQuote("p1", "Humas harus sigap dan")
QUOTES: dict[str, tuple[list[GoldQuote], list[GoldQuote], dict[str, tuple[int, int, int]]]] = {
    "right": ([SIGAP], [SIGAP], {"quote": (1, 0, 0)}),
    "missing": ([SIGAP], [], {"quote": (0, 1, 0)}),
    "wrong": ([], [SIGAP], {"quote": (0, 0, 1)}),
    "of another speaker": ([SIGAP], [GoldQuote("i1", SIGAP.starts)], {"quote": (0, 1, 1)}),
    "whatever the case and the stops": ([GoldQuote("p1", "humas, harus: sigap")], [SIGAP], {"quote": (1, 0, 0)}),
    "optional, there": ([GoldQuote("p1", SIGAP.starts, True)], [SIGAP], {}),
    "optional, not there": ([GoldQuote("p1", SIGAP.starts, True)], [], {}),
    "said once, told twice": ([SIGAP], [SIGAP, SIGAP], {"quote": (1, 0, 1)}),
    "too short to count": ([], [GoldQuote("p1", "Siap")], {}),
}


@pytest.mark.parametrize(("wanted", "told", "expected"), QUOTES.values(), ids=QUOTES)
def test_quotes(wanted: list[GoldQuote], told: list[GoldQuote], expected: dict[str, tuple[int, int, int]]) -> None:
    assert judged(gold(THINGS, quotes=tuple(wanted)), told=gold(THINGS, quotes=tuple(told))) == expected


ENTITIES = {
    "right": ({"p1": ("Person", "Rahmat Santika")}, {}, {"Person": (1, 0, 0)}),
    "by another form": ({"p1": ("Person", "Rahmat S.", "Rahmat Santika")}, {}, {"Person": (1, 0, 0)}),
    "of another class": ({"p1": ("Place", "Rahmat Santika")}, {}, {"Person": (0, 1, 0), "Place": (0, 0, 1)}),
    "twice": ({"p1": ("Person", "Rahmat Santika"), "p2": ("Person", "Rahmat Santikah")}, {}, {"Person": (1, 0, 1)}),
    "optional": ({"p1": ("Person", "Rahmat Santika")}, {"optional_things": ["p1"]}, {}),
}


@pytest.mark.parametrize(("told", "more", "expected"), ENTITIES.values(), ids=ENTITIES)
def test_entities(told: dict[str, tuple[str, ...]], more: dict[str, Any], expected: dict[str, Any]) -> None:
    wanted = gold({"p1": ("Person", "Rahmat Santika")}, **more)
    assert counts(scored(triples(gold(told)), wanted).judgements[0].verdicts) == expected


def test_an_article_that_the_graph_does_not_have_misses_everything() -> None:
    found = scored(triples(gold({})), Gold("b", gold(THINGS, HOLDS).entities, frozenset([HOLDS])))
    assert found.missing == ["b"]
    assert counts(found.judgements[0].verdicts)["holds"] == (0, 1, 0)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "elsewhere/a.json"])
def test_an_article_may_be_identified_by_its_file(name: str) -> None:
    graph = [(s, p, f'"{name}"' if p == "dcterms:identifier" else o) for s, p, o in triples(gold(THINGS))]
    assert not scored(graph, gold(THINGS)).missing


MERGES = {
    "one node": ({"same": (("a:p1", "b:p1"),)}, ["p1", "p1"], (1, 0, 0)),
    "two nodes for one": ({"same": (("a:p1", "b:p1"),)}, ["p1", "p2"], (0, 1, 0)),
    "no node for one": ({"same": (("a:p1", "b:p1"),)}, ["p1", None], (0, 1, 0)),
    "each pair of three": ({"same": (("a:p1", "b:p1", "b:p1"),)}, ["p1", "p1"], (3, 0, 0)),
    "one node for two": ({"different": (("a:p1", "b:p1"),)}, ["p1", "p1"], (0, 0, 1)),
    "two nodes for two": ({"different": (("a:p1", "b:p1"),)}, ["p1", "p2"], (0, 0, 0)),
}


@pytest.mark.parametrize(("corpus", "nodes", "expected"), MERGES.values(), ids=MERGES)
def test_merges(corpus: dict[str, Any], nodes: list[str | None], expected: tuple[int, int, int]) -> None:
    person = {"p1": ("Person", "Rahmat Santika")}
    golds = [gold(person), Gold("b", gold(person).entities, frozenset())]
    graph = [triple for one in "ab" for triple in triples(gold({}), article=one)]
    for article, id in zip("ab", nodes, strict=True):
        graph += thing(article, id, *person["p1"]) if id else ()
    row = scored(graph, *golds, **corpus).tallies()["merge"]
    assert (row.hit, row.miss, row.extra) == expected


ENDS = {name: (one.domain, one.range) for name, one in relations().items() if name != SAYS}


@st.composite
def golds(draw: st.DrawFn) -> Gold:
    """Any annotation whose things of one class have different names."""
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=8))
    word = st.text("abcde", min_size=1, max_size=4)
    names = draw(st.lists(word, min_size=len(kinds), max_size=len(kinds), unique=True))
    things = {f"x{number}": (kind.value, name) for number, (kind, name) in enumerate(zip(kinds, names, strict=True))}
    facts = draw(st.lists(st.sampled_from(sorted(possible(things))), max_size=8)) if possible(things) else []
    speakers = draw(st.lists(st.sampled_from(sorted(things)), max_size=3)) if things else []
    return gold(
        things,
        *facts[::2],
        optional=frozenset(facts[1::2]) - frozenset(facts[::2]),
        optional_things=draw(st.sets(st.sampled_from(sorted(things)))) if things else (),
        quotes=tuple(GoldQuote(id, f"kata ke {number} dia") for number, id in enumerate(speakers)),
    )


def possible(things: Mapping[str, tuple[str, ...]]) -> set[tuple[str, str, str]]:
    """Every relation that the classes of the things allow."""
    ends = {id: kind for id, (kind, *_) in things.items()}
    pairs = {
        (s, name, o)
        for name, (domain, range_) in ENDS.items()
        for s in ends
        for o in ends
        if ends[s] in domain and ends[o] in range_
    }
    return pairs | {
        (id, "heldOn", date)
        for id, kind in ends.items()
        if kind == "Event"
        for date in ("2023", "2024-02", "2024-02-05")
    }


def faultless(found: Score) -> bool:
    return all(not row.miss and not row.extra for row in found.tallies().values())


@settings(max_examples=60, deadline=None)
@given(golds())
def test_a_graph_made_from_the_gold_is_faultless(wanted: Gold) -> None:
    found = scored(triples(wanted), wanted)
    assert faultless(found)
    assert all(row.f1 == 1 for row in found.tallies().values() if row)


@settings(max_examples=60, deadline=None)
@given(golds(), st.data())
def test_what_is_wanted_is_hit_or_missed_whatever_the_graph_tells(wanted: Gold, data: st.DataObject) -> None:
    told = triples(wanted)
    some = [triple for triple in told if triple[1] == "dcterms:identifier" or data.draw(st.booleans())]
    whole, part = (scored(graph, wanted).tallies() for graph in (told, some))
    assert all(part[row].hit + part[row].miss == whole[row].hit for row in whole)
