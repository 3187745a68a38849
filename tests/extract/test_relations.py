"""Relations: every example of their files, and how a text commits itself to what it states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any

import pytest

from kg.extract.relations import confidences, rules
from kg.model import Statement, Status
from kg.relations import Relation, relations

Stated = Callable[[str, str], list[str]]
The = Callable[[str, str], Statement]

EXAMPLES = [(relation.name, example) for relation in relations().values() for example in relation.examples]


@pytest.mark.parametrize(("relation", "example"), EXAMPLES, ids=[f"{name}: {one['text']}" for name, one in EXAMPLES])
def test_an_example_states_what_it_expects_and_no_more(
    relation: str, example: Mapping[str, Any], stated: Stated
) -> None:
    assert sorted(stated(example["text"], relation)) == sorted(example["expect"])


@pytest.mark.parametrize("relation", relations().values(), ids=relations())
def test_a_relation_has_an_example_that_speaks_and_one_that_stays_silent(relation: Relation) -> None:
    assert {bool(example["expect"]) for example in relation.examples} == {True, False}


FUNCTIONS = [
    (one.name, rule["function"]) for one in relations().values() for rule in one.patterns if "function" in rule
]


@pytest.mark.parametrize(("relation", "function"), FUNCTIONS)
def test_a_rule_that_no_pattern_can_say_points_to_a_module_that_is_there(relation: str, function: str) -> None:
    assert find_spec(function) is not None


def test_no_two_rules_share_a_name() -> None:
    assert len(confidences()) == sum(len(relation.patterns) for relation in relations().values())


def test_every_pattern_is_compiled() -> None:
    patterns = {rule["name"] for relation in relations().values() for rule in relation.patterns if "match" in rule}
    assert {rule.pattern.name for rule in rules()} == patterns


STATUS = {
    "asserted": ("Kementerian Agama menggelar Seminar Moderasi Beragama.", "organises", Status.ASSERTED),
    "will": ("Kementerian Agama akan menggelar Seminar Moderasi Beragama.", "organises", Status.PLANNED),
    "plans to": ("Kementerian Agama berencana menggelar Seminar Moderasi Beragama.", "organises", Status.PLANNED),
    "does not": ("Kementerian Agama tidak menggelar Seminar Moderasi Beragama.", "organises", Status.NEGATED),
    "has called off": ("Kementerian Agama batal menggelar Seminar Moderasi Beragama.", "organises", Status.NEGATED),
    "was called off": ("Seminar Moderasi Beragama batal digelar di Semarang.", "heldAt", Status.NEGATED),
    "is thought to": ("Kementerian Agama diduga menggelar Seminar Moderasi Beragama.", "organises", Status.ALLEGED),
    "will launch": ("Kementerian Agama akan meluncurkan aplikasi Sehat Bersama.", "launched", Status.PLANNED),
    "will open": ("Rahmat Santika akan membuka Seminar Moderasi Beragama.", "participates", Status.PLANNED),
    "candidate": ("Calon Gubernur Jawa Tengah Rahmat Santika hadir.", "holds", Status.ALLEGED),
    "candidate in prospect": ("Bakal calon Bupati Kendal Rahmat Santika hadir.", "holds", Status.ALLEGED),
}


@pytest.mark.parametrize(("text", "relation", "status"), STATUS.values(), ids=STATUS)
def test_how_the_text_commits_itself(text: str, relation: str, status: Status, the: The) -> None:
    assert the(text, relation).status == status


SILENT = {
    "praise is no organising": ("Kementerian Agama memuji Seminar Moderasi Beragama.", "organises"),
    "a post that is denied": ("Rahmat Santika bukan Kepala Dinas Kesehatan Kota Bogor.", "holds"),
    "standing in for somebody": ("Rahmat Santika hadir mewakili Bupati Kendal.", "holds"),
    "meeting somebody": ("Rahmat Santika bertemu Kepala Dinas Kesehatan Kota Bogor.", "holds"),
    "the last day": ("Seminar Humas yang berlangsung hingga Jumat (12/7/2024) itu ramai.", "heldOn"),
    "those in a body": ("Seminar Humas diikuti 100 peserta di lingkungan Dinas Kesehatan Kota Bogor.", "participates"),
    "the day of an occasion that comes first": (
        "Untuk menyambut Presiden Siti Rahayu pada 8 Mei 2017, Dinas Kesehatan Kota Bogor menggelar rapat internal.",
        "heldOn",
    ),
    "who leads what somebody is in": (
        "Siti Rahayu masuk kabinet yang dipimpin Rahmat Santika sebagai Menteri Keuangan.",
        "holds",
    ),
    "a post that many hold": (
        "Seminar Humas dihadiri Sekretaris Daerah kabupaten/kota se-Kalteng. Sekretaris Daerah Nuryakin pulang.",
        "participates",
    ),
    "another event of the kind": (
        "KPK menggelar sidang vonis di Jakarta. Dalam sidang sebelumnya, jaksa Siti Rahayu mengatakan hal lain.",
        "participates",
    ),
    "the market's opening": ("Rupiah menguat pada pembukaan perdagangan hari ini, Senin (4/9/2023).", "heldOn"),
    "a post without a holder": ("Kepala Dinas Kesehatan Kota Bogor membuka rapat.", "holds"),
    "two bodies side by side": ("Kementerian Agama dan Kementerian Sosial bekerja sama.", "partOf"),
    "the day of what was said": ("Seminar Moderasi Beragama sukses, kata Rahmat Santika, Sabtu (3/2/2024).", "heldOn"),
}


@pytest.mark.parametrize(("text", "relation"), SILENT.values(), ids=SILENT)
def test_silence(text: str, relation: str, stated: Stated) -> None:
    assert stated(text, relation) == []


WHEN = {
    "a whole date": ("Seminar Humas digelar di Semarang, Sabtu (2/9/2023).", "Seminar Humas -> 2023-09-02"),
    "the first day of several": ("Seminar Humas digelar pada 2-4 September 2023.", "Seminar Humas -> 2023-09-02"),
    "days of the week to days of the week": (
        "Seminar Humas digelar di Semarang, Jumat hingga Minggu (10-12/4/2026).",
        "Seminar Humas -> 2026-04-10",
    ),
    "a month": ("Seminar Humas digelar pada September 2023.", "Seminar Humas -> 2023-09"),
    "a year from the article's date": (
        "Humas Diminta Sigap\n\nSenin, 4 September 2023\n\nSeminar Humas digelar di Semarang, Sabtu (2/9).",
        "Seminar Humas -> 2023-09-02",
    ),
    "a year from the weekday and the years that the text speaks of": (
        "Seminar Humas digelar di Semarang, Jumat (7/12), menjelang Pemilu 2019.",
        "Seminar Humas -> 2018-12-07",
    ),
}


@pytest.mark.parametrize(("text", "line"), WHEN.values(), ids=WHEN)
def test_when_an_event_is_held(text: str, line: str, stated: Stated) -> None:
    assert stated(text, "heldOn") == [line]


OCCASIONS = {
    "why it is held": (
        "Pemkab Sragen menggelar Lomba Senam Kreasi dalam rangka menyambut Hari Kesehatan Nasional, "
        "Senin (13/11/2023) di Pendopo Sukowati.",
        ["Lomba Senam Kreasi -> Pendopo Sukowati"],
    ),
    "before which it is held": (
        "Bupati Siti Rahayu menghadiri Rapat Koordinasi jelang Pilkada 2024 yang digelar di Hotel Amantis.",
        ["Rapat Koordinasi -> Hotel Amantis"],
    ),
    "two occasions": (
        "Bupati menghadiri Rapat Koordinasi jelang Pilkada 2024 menyambut Hari Pahlawan di Hotel Amantis.",
        ["Rapat Koordinasi -> Hotel Amantis"],
    ),
    "what is held itself": (
        "Usai Rapat Koordinasi, Pemkot Kendari memperingati Hari Pahlawan di Taman Kota Kendari.",
        ["Hari Pahlawan -> Taman Kota Kendari"],
    ),
}


@pytest.mark.parametrize(("text", "lines"), OCCASIONS.values(), ids=OCCASIONS)
def test_the_place_is_that_of_what_is_held_and_not_of_its_occasion(text: str, lines: list[str], stated: Stated) -> None:
    assert stated(text, "heldAt") == lines


def test_a_list_binds_those_who_are_in_it_and_not_the_bodies_they_are_from(stated: Stated) -> None:
    text = (
        "Kementerian Komunikasi dan Informatika mendorong peran humas. Hadir dalam Rapat Kerja Nasional 2024 "
        "Sekretaris Badan Litbang Kementerian Agama, Muharram Marwan; Deputi IV Kantor Staf Presiden Jaya Ardiwinata; "
        "Plt. Kepala Dinas Kesehatan Kota Bogor dr. Siti Rahayu, M.Kes.; serta Kepala Biro Humas Sekretariat Negara, "
        "Eddy Cahyadi."
    )
    found = {line.partition(" -> ")[0] for line in stated(text, "participates")}
    assert {"Muharram Marwan", "Jaya Ardiwinata", "Siti Rahayu", "Eddy Cahyadi"} <= found
    assert "Kementerian Komunikasi dan Informatika" not in found
