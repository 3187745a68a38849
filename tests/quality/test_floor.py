"""No figure of the benchmark falls below the committed one."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality.floor import FLOOR, falls_short, floors, raised, written
from tests.quality.sets import BELIEVED, SETS, AnnotatedSet, figures, present, scored

WATCHED = [(one, name, floor) for one in SETS for name, floor in floors().get(one.name, {}).items()]
FIGURES = st.dictionaries(st.sampled_from(["entities", "core", "quote", BELIEVED]), st.floats(0, 1))


@pytest.mark.parametrize(("one", "name", "floor"), WATCHED, ids=[f"{one.name} {name}" for one, name, _ in WATCHED])
def test_no_figure_is_worse_than_its_floor(one: AnnotatedSet, name: str, floor: float) -> None:
    assert not falls_short(name, figures(scored(one))[name], floor), f"{name} was {floor}"


@pytest.mark.parametrize("one", present(), ids=lambda one: one.name)
def test_every_figure_has_a_floor(one: AnnotatedSet) -> None:
    assert figures(scored(one)).keys() == floors().get(one.name, {}).keys(), "python -m tests.quality --floor"


def test_the_floor_is_raised_and_never_lowered() -> None:
    old = {"core": 0.9, "all": 0.8, BELIEVED: 0.02}
    now = {"core": 0.87654, "all": 0.87654, BELIEVED: 0.0}
    assert raised(old, now) == {"core": 0.9, "all": 0.876, BELIEVED: 0.0}
    assert raised({}, now | {BELIEVED: 1 / 30}) == {"core": 0.876, "all": 0.876, BELIEVED: 0.034}


@given(FIGURES, FIGURES)
def test_what_is_measured_reaches_the_floor_made_of_it(old: dict[str, float], now: dict[str, float]) -> None:
    assert not any(falls_short(name, now[name], floor) for name, floor in raised({}, now).items())
    assert not any(falls_short(name, raised(old, now)[name], floor) for name, floor in old.items())


@given(st.dictionaries(st.sampled_from(["open", "held-out", "seeds"]), FIGURES))
def test_the_file_keeps_its_comment(sets: dict[str, dict[str, float]]) -> None:
    text = FLOOR.read_text(encoding="utf-8")
    once = written(text, sets)
    assert tomllib.loads(once) == sets
    assert written(once, sets) == once
    assert once.startswith(text[: text.index("\n\n") if "\n\n" in text else len(text.rstrip())])
