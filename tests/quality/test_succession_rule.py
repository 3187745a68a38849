"""Who held a post on a day, as `tests/quality/succession/README.md` defines it, on sayings made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Day
from tests.quality.succession.rule import Saying, as_of, first, last


def say(
    person: str, on: str, since: str = "", until: str = "", *, acting: bool = False, former: bool = False
) -> Saying:
    """A saying of an article of the day `on`."""
    begin, end = (Day.parse(text) if text else None for text in (since, until))
    return Saying(person, date.fromisoformat(on), first(begin), last(end), acting, former)


A, B = "A", "B"
REPORTS = [say(A, "2019-05-01"), say(A, "2021-05-01")]
CASES = {
    "before the first report": (REPORTS, "2019-04-30", {}),
    "between two reports": (REPORTS, "2020-01-01", {A: False}),
    "behind the last report": (REPORTS, "2021-08-01", {A: False}),
    "another between two reports": ([*REPORTS, say(B, "2020-05-01")], "2020-08-01", {B: False}),
    "before another between two reports": ([*REPORTS, say(B, "2020-05-01")], "2020-04-01", {A: False}),
    "back after another": ([*REPORTS, say(B, "2020-05-01")], "2021-05-01", {A: False}),
    "another's stated beginning": ([*REPORTS, say(B, "2022-05-01", since="2021-09")], "2021-10-01", {B: False}),
    "before another's stated beginning": ([*REPORTS, say(B, "2022-05-01", since="2021-09")], "2021-08-01", {A: False}),
    "a stated end": ([*REPORTS, say(A, "2021-07-02", until="2021-07-01")], "2021-08-01", {}),
    "up to a stated end": ([*REPORTS, say(A, "2021-07-02", until="2021-07-01")], "2021-07-01", {A: False}),
    "a stated end ahead": ([say(A, "2021-05-01", until="2021-11")], "2021-11-30", {A: False}),
    "behind a stated end ahead": ([say(A, "2021-05-01", until="2021-11")], "2021-12-01", {}),
    "called former": ([*REPORTS, say(A, "2022-05-01", former=True)], "2022-05-01", {}),
    "former and back": ([REPORTS[0], say(A, "2020-05-01", former=True), REPORTS[1]], "2020-08-01", {}),
    "back after being former": ([REPORTS[0], say(A, "2020-05-01", former=True), REPORTS[1]], "2021-05-01", {A: False}),
    "a stated term in the past": ([say(A, "2024-05-01", "2016", "2018")], "2018-12-31", {A: False}),
    "a stated term is over": ([say(A, "2024-05-01", "2016", "2018")], "2024-05-01", {}),
    "a former holder's stated term": ([say(A, "2024-05-01", "2016", "2018", former=True)], "2016-01-01", {A: False}),
    "a stated term cut short": (
        [say(A, "2020-05-01", "2019", "2024"), say(A, "2022-05-02", until="2022-05-01")],
        "2022-06-01",
        {},
    ),
    "acting": ([say(A, "2019-05-01", acting=True), say(A, "2021-05-01")], "2020-05-01", {A: True}),
    "acting no longer": ([say(A, "2019-05-01", acting=True), say(A, "2021-05-01")], "2021-05-01", {A: False}),
    "two reported on one day": ([say(A, "2021-05-01"), say(B, "2021-05-01")], "2021-06-01", {A: False, B: False}),
}


@pytest.mark.parametrize(("said", "at", "held"), CASES.values(), ids=CASES.keys())
def test_as_of(said: list[Saying], at: str, held: dict[str, bool]) -> None:
    assert as_of(said, date.fromisoformat(at)) == held
    assert as_of(said[::-1], date.fromisoformat(at)) == held
