"""The verdicts on two articles, frozen: what is right, missing and wrongly there must not change unseen."""

from __future__ import annotations

import pytest

from kg.graph.load import load
from kg.score import Score, score
from kg.score.gold import load as load_gold
from tests.score.made import FIXTURES, counts

VERDICTS = {
    "lantik": {
        "Person": (5, 0, 0),
        "Role": (5, 0, 0),
        "Institution": (3, 0, 0),
        "Event": (1, 0, 0),
        "Place": (1, 0, 1),
        "holds": (5, 0, 1),
        "heldAt": (0, 1, 0),
        "heldOn": (0, 1, 1),
        "participates": (1, 1, 1),
        "postIn": (3, 0, 0),
        "quote": (1, 0, 0),
    },
    "rapat": {
        "Person": (2, 0, 0),
        "Role": (1, 0, 0),
        "Institution": (1, 1, 0),
        "Event": (1, 0, 0),
        "Topic": (1, 0, 0),
        "Place": (1, 1, 1),
        "holds": (1, 0, 0),
        "organises": (1, 0, 0),
        "about": (1, 0, 0),
        "heldAt": (1, 1, 0),
        "heldOn": (1, 0, 0),
        "participates": (0, 1, 0),
        "postIn": (1, 0, 0),
        "quote": (1, 0, 1),
    },
}


@pytest.fixture(scope="module")
def found() -> Score:
    return score(load(FIXTURES / "kg.ttl"), load_gold(FIXTURES / "gold"), FIXTURES / "articles")


@pytest.mark.parametrize("article", VERDICTS)
def test_the_counts_of_an_article(article: str, found: Score) -> None:
    (judgement,) = (one for one in found.judgements if one.article == article)
    assert counts(judgement.verdicts) == VERDICTS[article]


def test_two_posts_of_one_name_are_told_apart_by_what_is_said_of_them(found: Score) -> None:
    placed = {iri.rpartition("/")[2]: id for iri, id in found.judgements[0].placed.items()}
    assert (placed["ketua-dprd"], placed["ketua-pmi"]) == ("r3", "r4")


def test_groups_sum_up(found: Score) -> None:
    rows = found.tallies()
    assert [(rows[name].hit, rows[name].miss, rows[name].extra) for name in ("entities", "core", "all", "merge")] == [
        (22, 2, 2),
        (8, 0, 1),
        (15, 5, 3),
        (2, 0, 0),
    ]


def test_distractors(found: Score) -> None:
    assert [(one.article, one.relations) for one in found.beliefs] == [
        ("lantik", ("participates",)),
        ("rapat", ("holds", "participates")),
        ("rapat", ()),
    ]
    assert (len(found.believed), len(found.judged)) == (2, 3)
