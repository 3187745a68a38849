"""How sure figures are: wide where articles differ, narrow where they agree, and the same every time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.score.bootstrap import Spread, spreads
from kg.score.tally import Tally

TALLIES = st.builds(Tally, *[st.integers(0, 9)] * 3)
UNLIKE = [Tally(9, 1, 0), Tally(2, 8, 3)]


def spread(units: list[Tally]) -> Spread | None:
    return spreads([{"row": unit} for unit in units], ["row"]).get("row")


def width(units: list[Tally]) -> float:
    found = spread(units)
    assert found is not None and found.f1 is not None
    return found.f1[1] - found.f1[0]


def test_articles_that_agree_leave_no_doubt() -> None:
    assert spread([Tally(5, 5, 5)] * 4) == Spread((0.5, 0.5), (0.5, 0.5), (0.5, 0.5))


def test_articles_that_differ_leave_some_and_more_of_them_leave_less() -> None:
    assert 0 < width(UNLIKE * 30) < width(UNLIKE * 3) / 2


@pytest.mark.parametrize("units", [[], [Tally()], [Tally(), Tally()]], ids=str)
def test_a_row_without_any_count_has_none(units: list[Tally]) -> None:
    assert spread(units) is None


def test_precision_means_nothing_where_nothing_is_told() -> None:
    assert spread([Tally(miss=3), Tally(miss=1)]) == Spread(None, (0, 0), (0, 0))


@settings(max_examples=20, deadline=None)
@given(st.lists(TALLIES, min_size=1, max_size=6))
def test_bounds_are_shares_in_order_and_the_same_every_time(units: list[Tally]) -> None:
    found = spread(units)
    assert found == spread(units)
    for bounds in (found.precision, found.recall, found.f1) if found else ():
        assert bounds is None or 0 <= bounds[0] <= bounds[1] <= 1
