"""The benchmarks run: nothing is measured here but that each stage is there to be measured."""

from __future__ import annotations

from pathlib import Path

from kg.page import render
from tests.benchmarks.__main__ import stages, whole
from tests.benchmarks.corpus import articles
from tests.benchmarks.page import graph


def test_every_stage_is_measured(root: Path) -> None:
    names = [name for name, _ in stages(root / "seeds")]
    for part in (
        "floor",
        "parse and extract",
        "keep",
        "resolve",
        "assemble",
        "Turtle as a stream",
        "yardstick: rdflib",
    ):
        assert any(name.startswith(part) for name in names)


def test_a_whole_build_and_an_addition_are_measured(root: Path) -> None:
    assert [name for name, _ in whole(root / "seeds", 1)] == ["seconds", "megabytes", "add"]


def test_what_is_made_to_measure_with_is_the_same_each_time() -> None:
    assert list(articles(3)) == list(articles(3))
    assert render(graph(50)) == render(graph(50))
