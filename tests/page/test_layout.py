"""Positions: whole numbers, the same every time, room for every label."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.page.layout import positions

NODES = [f"person/{letter}" for letter in "abcdefgh"]
PAIRS = st.lists(st.sampled_from(list(combinations(NODES, 2))), max_size=12)
LABELS = {node: f"Orang {node[-1]}\nbaris kedua" for node in NODES}


@settings(max_examples=30)
@given(PAIRS)
def test_every_node_has_a_place_of_its_own(edges: list[tuple[str, str]]) -> None:
    placed = positions(NODES, edges, LABELS)
    assert set(placed) == set(NODES)
    assert len(set(placed.values())) == len(NODES)
    assert all(isinstance(value, int) for place in placed.values() for value in place)


@settings(max_examples=15)
@given(PAIRS.flatmap(lambda edges: st.tuples(st.just(edges), st.permutations(edges), st.permutations(NODES))))
def test_no_order_shows(made: tuple[list[tuple[str, str]], list[tuple[str, str]], list[str]]) -> None:
    edges, shuffled, nodes = made
    assert positions(nodes, shuffled, LABELS) == positions(NODES, edges, LABELS)


def test_nothing_has_no_place() -> None:
    assert positions([], [], {}) == {}
