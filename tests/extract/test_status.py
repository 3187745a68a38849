"""Status: minimal pairs of sentences, the table of `status.toml`, one test a pair."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.model import Extraction, Statement

PAIRS = tomllib.loads((Path(__file__).parent / "status.toml").read_text(encoding="utf-8"))["pair"]
BELIEVED = frozenset({"Asserted", "Planned", "Former", "Acting"})


def named(label: str, name: str) -> bool:
    """Whether a label is that name; a regulation's may go on with what it is about."""
    return label == name or label.startswith(f"{name} tentang ")


def ends(said: Extraction, statement: Statement) -> tuple[str, str]:
    """The labels of a statement's subject and object."""
    found = statement.object
    return said.referents[statement.subject].label, said.referents[found].label if isinstance(found, int) else str(
        found
    )


def manner(statement: Statement) -> str:
    """How a statement commits itself, in the table's words."""
    if statement.status == "Asserted" and (statement.former or statement.acting):
        return "Former" if statement.former else "Acting"
    return statement.status.value


def commitments(text: str, fact: str) -> set[str]:
    """How a text commits itself to a fact, `relation: subject -> object`; empty where it never speaks of it."""
    relation, _, both = fact.partition(": ")
    subject, _, object = both.partition(" -> ")
    said = kg.extract(text)
    found: Iterable[Statement] = (one for one in said.statements if one.relation == relation)
    return {manner(one) for one in found if all(map(named, ends(said, one), (subject, object)))}


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair['fact'].partition(':')[0]}: {pair['point']}" for pair in PAIRS])
def test_a_word_makes_the_difference(pair: dict[str, Any]) -> None:
    assert commitments(pair["plain"], pair["fact"]) == {"Asserted"}
    twin = commitments(pair["twin"], pair["fact"])
    assert not twin & BELIEVED if pair["status"] == "Unstated" else twin == {pair["status"]}


def test_there_are_pairs_enough_and_none_twice() -> None:
    sentences = [pair[side] for pair in PAIRS for side in ("plain", "twin")]
    assert len(PAIRS) >= 80
    assert len(set(sentences)) == len(sentences)
