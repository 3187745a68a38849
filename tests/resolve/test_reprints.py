"""Reprints: what is nearly word for word another article, and what only resembles it."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

import kg
from kg.graph.query import query
from kg.model import Day, Extraction
from kg.questions.question import questions
from kg.resolve.reprints import reprints

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))]
TEXT = max(TEXTS, key=len)


def said(id: str, text: str, day: Day | None = None) -> Extraction:
    found = kg.extract(text, id=id)
    return replace(found, article=replace(found.article, published=day))


def without(text: str, share: float) -> str:
    """The text without that share of its paragraphs' words, from the end."""
    words = text.split(" ")
    return " ".join(words[: int(len(words) * (1 - share))])


ALIKE = {
    "the same": TEXT,
    "with another headline": "Judul Lain dari Redaksi Ini\n\n" + TEXT.split("\n", 1)[1],
    "with a line of the editors": TEXT + "\n\nBaca juga: Berita Lain\n\nEditor: Budi",
    "cut a little": without(TEXT, 0.15),
    "with another name": TEXT.replace("Humas", "Kehumasan"),
}


@pytest.mark.parametrize("text", ALIKE.values(), ids=ALIKE)
def test_a_reprint(text: str) -> None:
    assert reprints([said("b", text), said("a", TEXT)]) == (("b", "a"),)


APART = {
    "another article": next(text for text in TEXTS if text is not TEXT),
    "half of it": without(TEXT, 0.55),
    "too short to say": " ".join(TEXT.split()[:20]),
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_no_reprint(text: str) -> None:
    assert reprints([said("b", text), said("a", TEXT)]) == ()


def test_what_came_first_is_what_the_others_repeat() -> None:
    found = [said("a", TEXT, Day(2024, 2, 6)), said("b", TEXT + "\n\nSelesai.", Day(2024, 2, 5)), said("c", TEXT)]
    for seed in range(5):
        random.Random(seed).shuffle(found)
        assert reprints(found) == (("a", "b"), ("c", "b"))


def test_a_reprint_is_no_support_of_its_own(tmp_path: Path) -> None:
    for name, text in (("a", TEXT), ("b", TEXT + "\n\nSelesai sudah acara itu."), ("c", TEXTS[0])):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    built = kg.build([tmp_path])
    table = query(built.graph, questions()["support"].text)
    counts = [(int(row[3][1]), int(row[4][1])) for row in table.rows]
    assert built.knowledge.reprints == (("b", "a"),)
    assert (1, 2) in counts and (2, 2) not in counts
