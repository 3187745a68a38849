"""Contradictions between articles, with both sides' evidence."""

from __future__ import annotations

from pathlib import Path

import kg
from kg import cli
from kg.graph.conflicts import Conflict, _ends, _seats, conflicts
from kg.graph.tenures import Report, stints
from kg.model import Day
from kg.pipeline import Build


def report(name: str, said: Day, since: Day | None = None, until: Day | None = None) -> Report:
    return Report(name, name, said, since, until, False, False, f"Ketua {name}", f"{name}-{said}")


def kinds(found: list[Conflict]) -> list[str]:
    return [conflict.kind for conflict in found]


def test_two_holders_of_one_seat_on_one_day() -> None:
    said = [report("A", Day(2024, 1, 1)), report("A", Day(2024, 5, 1)), report("B", Day(2024, 5, 1))]
    (conflict,) = _seats("Ketua", stints(said))
    assert conflict.about == "Ketua, 2024-05-01: A and B"
    assert [side.partition(":")[0] for side in conflict.sides] == ["A", "B"]


def test_a_handover_within_a_year_is_none() -> None:
    said = [report("A", Day(2024), Day(2016), Day(2018)), report("B", Day(2024), Day(2018), Day(2021))]
    assert list(_seats("Ketua", stints(said))) == []


def test_an_end_before_its_beginning() -> None:
    assert kinds(list(_ends("Ketua", [report("A", Day(2024), Day(2019), Day(2016))]))) == ["end before beginning"]


def test_an_event_on_two_dates(tmp_path: Path) -> None:
    for number, day in enumerate(("5/2/2024", "8/2/2024")):
        text = f"Bandung - Kementerian Perhubungan menggelar Konvensi Humas Indonesia 2024 di Bandung, ({day})."
        (tmp_path / f"a{number}.txt").write_text(f"Senin, 12 Februari 2024 10:15 WIB\n\n{text}\n", encoding="utf-8")
    found = [one for one in conflicts(kg.build([tmp_path]).graph) if one.kind == "two dates"]
    assert [one.about for one in found] == ["Konvensi Humas Indonesia 2024: 2024-02-05, 2024-02-08"]
    assert all("a0" in one.sides[0] and "a1" in one.sides[1] for one in found)


def test_the_seeds_do_not_contradict_each_other(seeds_build: Build, tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text(seeds_build.turtle, encoding="utf-8")
    assert cli.main(["conflicts", str(tmp_path / "kg.ttl")]) == 0
