"""Who held a post when: what is stated, what lies between two reports, and what nobody says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg import cli
from kg.graph.holders import Succession, holders
from kg.graph.nodes import Node
from kg.graph.tenures import Report, closing, stints
from kg.model import Day
from kg.pipeline import Build


def report(
    name: str, said: str, *, since: str = "", until: str = "", acting: bool = False, past: bool = False
) -> Report:
    days = [Day.parse(text) if text else None for text in (said, since, until)]
    return Report(name, name, days[0], days[1], days[2], acting, past, f"Ketua {name}", f"{name}-{said}")


def at(reports: list[Report], day: str) -> list[tuple[str, bool]]:
    found = Succession(Node("x", "Role", "Ketua"), "", tuple(stints(reports)))
    return [(holder.stint.name, holder.sure) for holder in found.at(date.fromisoformat(day))]


def test_between_two_reports_of_one_holder_it_was_held() -> None:
    said = [report("A", "2020-01-10"), report("A", "2022-01-10")]
    assert at(said, "2021-01-01") == [("A", True)]
    assert at(said, "2019-12-31") == []


def test_after_the_last_report_nothing_is_sure() -> None:
    assert at([report("A", "2020-01-10")], "2023-01-01") == [("A", False)]


def test_a_former_holder_does_not_go_on() -> None:
    said = [report("A", "2020-01-10"), report("A", "2021-06-01", past=True)]
    assert at(said, "2023-01-01") == []
    assert at(said, "2020-01-10") == [("A", True)]


def test_a_former_holder_who_comes_back_was_not_there_between() -> None:
    said = [report("A", "2012-03-13"), report("A", "2016-05-10", past=True), report("A", "2021-06-15")]
    assert at(said, "2016-08-01") == []
    assert at(said, "2012-03-13") == at(said, "2021-06-15") == [("A", True)]


def test_who_is_called_past_after_two_terms_has_left_the_second() -> None:
    said = [report("A", "2012-03-13"), report("B", "2016-05-10"), report("A", "2018-06-15")]
    assert at([*said, report("A", "2019-01-01", past=True)], "2020-01-01") == []


def test_who_was_acting_and_is_called_past_does_not_go_on() -> None:
    said = [report("A", "2012-03-13", acting=True), report("A", "2016-05-10", past=True)]
    assert at(said, "2016-08-01") == []


def test_another_holder_between_makes_two_terms() -> None:
    said = [report("A", "2015-01-01"), report("B", "2018-01-01"), report("A", "2021-01-01")]
    assert [(one.name, str(one.first)) for one in stints(said)] == [
        ("A", "2015-01-01"),
        ("B", "2018-01-01"),
        ("A", "2021-01-01"),
    ]
    assert at(said, "2018-01-01") == [("B", True)]


def test_stated_bounds_hold_with_their_precision() -> None:
    said = [report("A", "2022-01-29", since="2016", until="2018")]
    assert at(said, "2016-01-01") == at(said, "2018-12-31") == [("A", True)]
    assert at(said, "2022-01-29") == []


def test_an_old_article_that_arrives_late_changes_the_past_only() -> None:
    said = [report("B", "2022-01-01"), report("A", "2019-05-05")]
    assert [one.name for one in stints(said)] == ["A", "B"]
    assert at(said, "2022-01-01") == [("B", True)]


def test_an_acting_holder_parts_two_others() -> None:
    said = [report("A", "2020-01-01"), report("B", "2020-06-01", acting=True), report("C", "2020-12-01")]
    assert at(said, "2020-06-01") == [("B", True)]
    assert at(said, "2020-08-01") == [("B", False)]


def test_after_a_handover_the_heir_goes_on() -> None:
    said = [report("A", "2020-01-01", until="2020-01-01", past=True), report("B", "2020-01-01", since="2020-01-01")]
    assert at(said, "2020-03-01") == [("B", False)]


def test_an_acting_holder_between_two_reports_of_the_regular_one_parts_them() -> None:
    said = [report("A", "2020-01-01"), report("B", "2020-06-01", acting=True), report("A", "2020-12-01")]
    assert at(said, "2020-06-01") == [("B", True)]
    assert at(said, "2020-12-01") == [("A", True)]


@pytest.mark.parametrize(
    ("day", "last"), [(Day(2024), "2024-12-31"), (Day(2024, 2), "2024-02-29"), (Day(2024, 12), "2024-12-31")]
)
def test_a_date_ends_with_the_last_day_it_may_mean(day: Day, last: str) -> None:
    assert str(closing(day)) == last


def test_a_post_is_found_with_its_institution(seeds_build: Build) -> None:
    (succession,) = holders(seeds_build.graph, "Ketua Umum Iprahumas")
    assert [stint.name for stint in succession.stints] == ["Endah Kartikawati", "Meilani", "Thoriq Ramadhani"]
    assert [holder.stint.name for holder in succession.at(date(2020, 6, 1))] == ["Meilani"]


def test_the_command_shows_evidence_and_refuses_no_date(
    seeds_build: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kg.ttl"
    file.write_text(seeds_build.turtle, encoding="utf-8")
    assert cli.main(["holders", str(file), "Ketua Umum Iprahumas", "--at", "2020"]) == 0
    assert "“Ketua Umum Iprahumas 2019-2021, Meilani”" in capsys.readouterr().out
    assert cli.main(["holders", str(file), "Ketua Umum", "--at", "kemarin"]) == 2
    assert "is no date" in capsys.readouterr().err
    assert cli.main(["holders", str(file), "Usman Kansong"]) == 2
    assert "is no post" in capsys.readouterr().err
