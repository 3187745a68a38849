"""Dates of year, month or day precision; and that a fact is only stated where some claim commits itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Day

DAYS = {"2023-09-02": Day(2023, 9, 2), "2023-09": Day(2023, 9), "2024": Day(2024), "0988": Day(988)}


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_date_is_written_and_read(text: str, day: Day) -> None:
    assert (str(day), Day.parse(text)) == (text, day)


IMPOSSIBLE = [(2023, 2, 30), (2023, 2, 29), (2023, 13, 1), (2023, 0, 5), (0, 1, 1), (10_000, 1, 1), (2023, 9, -1)]


@pytest.mark.parametrize("parts", IMPOSSIBLE)
def test_no_such_date(parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError):
        Day(*parts)


@pytest.mark.parametrize("text", ["", "kemarin", "2023-", "2023-09-02-01", "2023/09/02"])
def test_no_date(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        Day.parse(text)


@given(st.dates(), st.dates())
def test_days_sort_as_the_calendar_does(one: object, other: object) -> None:
    left, right = (Day.parse(day.isoformat()) for day in (one, other))  # type: ignore[attr-defined]
    assert (left < right) == (one < other)  # type: ignore[operator]
