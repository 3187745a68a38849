"""When a label names what the gold calls by another name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Kind
from kg.score.gold import KINDS
from kg.score.match import likeness

SAME = [
    (Kind.PERSON, "Hasyim Asy’ari", "Hasyim Asy'ari"),
    (Kind.PERSON, "Budi Ari Setiadi", "Budi Arie Setiadi"),
    (Kind.PLACE, "Kabupaten Bantul", "Bantul"),
    (Kind.PLACE, "Provinsi DI Yogyakarta", "DI Yogyakarta"),
    (Kind.INSTITUTION, "Badan Anggaran (Banggar) DPR RI", "Badan Anggaran DPR"),
    (Kind.INSTITUTION, "Kementerian Agama RI", "kementerian agama"),
    (Kind.ROLE, "Kepala Biro Humas", "Kepala Biro Hubungan Humas"),
    (Kind.EVENT, "Rapat Koordinasi Nasional Kehumasan", "Rapat Koordinasi Nasional Kehumasan Tahun 2024"),
    (Kind.TOPIC, "“Humas yang Sigap”", "Humas yang sigap."),
    (Kind.REGULATION, "Peraturan KPU Nomor 15 Tahun 2023", "Peraturan KPU Nomor 15/2023"),
]
OTHER = [
    (Kind.PERSON, "Budi Setiadi", "Budi Arie Setiadi"),
    (Kind.PERSON, "Usman", "Usman Kansong"),
    (Kind.PLACE, "Bandung Barat", "Bandung"),
    (Kind.PLACE, "Hotel Savoy Bandung", "Hotel Savoy"),
    (Kind.INSTITUTION, "Kementerian Agama", "Kementerian Keuangan"),
    (Kind.ROLE, "Kepala Biro Umum dan Protokol", "Kepala Biro Humas"),
    (Kind.EVENT, "Rapat Kerja", "Rapat Koordinasi Nasional"),
    (Kind.REGULATION, "Undang-Undang Nomor 7 Tahun 2017", "Peraturan Nomor 15 Tahun 2023"),
    (Kind.TOPIC, "dan", "yang"),
]


@pytest.mark.parametrize(("kind", "label", "name"), SAME)
def test_one_thing(kind: Kind, label: str, name: str) -> None:
    assert likeness(kind, label, name) > 0


@pytest.mark.parametrize(("kind", "label", "name"), OTHER)
def test_another_thing(kind: Kind, label: str, name: str) -> None:
    assert likeness(kind, label, name) == 0


@given(st.sampled_from(KINDS), st.text(), st.text())
def test_likeness_is_a_share_and_whole_for_the_same(kind: Kind, label: str, name: str) -> None:
    assert 0 <= likeness(kind, label, name) <= 1
    assert likeness(kind, label, f"  {label} … ") == 1
