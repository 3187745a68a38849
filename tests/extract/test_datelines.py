"""Datelines: the town of an event whose venue is told without one."""

from __future__ import annotations

import pytest

import kg

HELD = "Dinas Kesehatan Kabupaten Ngada menggelar Rapat Koordinasi Stunting di {} pada Rabu (18/10/2023)."
PLACES = {
    "a hall of the town": ("BAJAWA - ", "Aula Setda", ["Aula Setda", "Bajawa"]),
    "a town's own hotel": ("Semarang, Humas - ", "Hotel Santika Semarang", ["Hotel Santika Semarang", "Semarang"]),
    "another town": ("BAJAWA - ", "Hotel Santika, Kupang", ["Hotel Santika", "Kupang"]),
    "another town in the hotel's name": ("JAKARTA - ", "Hotel Santika Bandung", ["Hotel Santika Bandung"]),
    "a village": ("BAJAWA - ", "Lapangan Desa Malutu", ["Lapangan Desa Malutu"]),
    "no dateline": ("", "Aula Setda", ["Aula Setda"]),
    "a publisher": ("KABARNEWS - ", "Aula Setda", ["Aula Setda"]),
}


@pytest.mark.parametrize(("dateline", "place", "expected"), PLACES.values(), ids=PLACES)
def test_where_the_event_was_held(dateline: str, place: str, expected: list[str]) -> None:
    text = f"Stunting di Ngada Turun\n\n{dateline}{HELD.format(place)}"
    said = kg.extract(text)
    places = {said.referents[one.object].label for one in said.statements if one.relation == "heldAt"}  # type: ignore[index]
    assert sorted(label.title() for label in places) == expected


def test_the_evidence_begins_with_the_dateline_and_ends_with_the_venue() -> None:
    text = f"Stunting di Ngada Turun\n\nBAJAWA - {HELD.format('Aula Setda')}"
    said = kg.extract(text)
    (one,) = [one for one in said.statements if one.rule == "event-at-dateline"]
    assert text[one.start : one.end].startswith("BAJAWA - ") and text[one.start : one.end].endswith("di Aula Setda")
    assert any(text[m.start : m.end] == "BAJAWA" for m in said.mentions)
