"""Which events, topics, places, programmes and regulations are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction, Kind
from kg.resolve import resolve

Make = Callable[..., Extraction]
Happened = tuple[str | None, ...]

EVENTS: dict[str, tuple[Happened, Happened, int]] = {
    "a name with a year": (("Konvensi Humas 2024", None), ("Konvensi Humas 2024", None), 1),
    "two editions": (("Konvensi Humas 2023", None), ("Konvensi Humas 2024", None), 2),
    "an abbreviation spelt out": (("Pemilu 2024", None), ("Pemilihan Umum 2024", None), 1),
    "a name and a day": (
        ("Rapat Koordinasi Kehumasan", "2024-02-05"),
        ("Rapat Koordinasi Kehumasan", "2024-02-05"),
        1,
    ),
    "an abbreviation and a day": (
        ("Rakornas Kehumasan", "2024-02-05"),
        ("Rapat Koordinasi Nasional Kehumasan", "2024-02-05"),
        1,
    ),
    "a letter of a long word": (("Indonesia Humas Forum", "2024-02-05"), ("Indonesian Humas Forum", "2024-02-05"), 1),
    "a letter of a short word": (("Forum Humas Badung", "2024-02-05"), ("Forum Humas Bandung", "2024-02-05"), 2),
    "another of its names": (
        ("Forum Santika Raya Jaya", "2024-02-05"),
        ("Pertemuan Wulung", "2024-02-05", "Forum Santika Raya Jaya"),
        1,
    ),
    "two days": (("Rapat Koordinasi Kehumasan", "2024-02-05"), ("Rapat Koordinasi Kehumasan", "2024-03-05"), 2),
    "a month is no day": (("Rapat Koordinasi Kehumasan", "2024-02"), ("Rapat Koordinasi Kehumasan", "2024-02"), 2),
    "no day": (("Rapat Koordinasi Kehumasan", None), ("Rapat Koordinasi Kehumasan", None), 2),
    "a day and hardly a name": (("Rapat Kerja", "2024-02-05"), ("Rapat Kerja", "2024-02-05"), 2),
}


@pytest.mark.parametrize(("left", "right", "count"), EVENTS.values(), ids=EVENTS)
def test_events(left: Happened, right: Happened, count: int, happening: Make) -> None:
    assert len(resolve([happening("a", *left), happening("b", *right)])) == count


REGULATIONS = {
    "with and without its subject": (
        "Peraturan Presiden Nomor 109 Tahun 2025 tentang Penanganan Sampah",
        "Peraturan Presiden Nomor 109 Tahun 2025",
        1,
    ),
    "abbreviated": ("Perpres Nomor 109 Tahun 2025", "Peraturan Presiden Nomor 109 Tahun 2025", 1),
    "with its abbreviation": ("Peraturan Presiden (Perpres) Nomor 109 Tahun 2025", "Perpres 109/2025", 1),
    "the constitution": ("UUD 1945", "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", 1),
    "an earlier constitution": ("UUD 1945", "UUD Sementara Tahun 1950", 2),
    "an issuer's other form": ("Keputusan KPU RI Nomor 7 Tahun 2025", "Keputusan KPU Nomor 7 Tahun 2025", 1),
    "another issuer of decisions": ("Keputusan KPU Nomor 7 Tahun 2025", "Keputusan KPK Nomor 7 Tahun 2025", 2),
    "with a stroke": ("UU No. 14/2008", "Undang-Undang Nomor 14 Tahun 2008", 1),
    "with its issuer": ("Peraturan Menteri Keuangan Nomor 1 Tahun 2020", "PMK Nomor 1 Tahun 2020", 1),
    "another number": ("UU Nomor 14 Tahun 2008", "UU Nomor 15 Tahun 2008", 2),
    "another year": ("UU Nomor 14 Tahun 2008", "UU Nomor 14 Tahun 2009", 2),
    "another kind": ("Peraturan Presiden Nomor 1 Tahun 2020", "Peraturan Pemerintah Nomor 1 Tahun 2020", 2),
    "another issuer": ("Peraturan Menteri Agama Nomor 1 Tahun 2020", "Peraturan Menteri Sosial Nomor 1 Tahun 2020", 2),
    "no year": ("UU Nomor 14", "UU Nomor 14", 2),
    "a region's, without the region": ("Perda Nomor 1 Tahun 2024", "Perda Nomor 1 Tahun 2024", 2),
    "a circular, without its issuer": ("Surat Edaran Nomor 1 Tahun 2024", "SE Nomor 1 Tahun 2024", 2),
    "a region's, with the region": (
        "Perda Kota Bogor Nomor 1 Tahun 2024",
        "Peraturan Daerah Kota Bogor Nomor 1 Tahun 2024",
        1,
    ),
}


@pytest.mark.parametrize(("left", "right", "count"), REGULATIONS.values(), ids=REGULATIONS)
def test_regulations(left: str, right: str, count: int, naming: Make) -> None:
    assert len(resolve([naming("a", Kind.REGULATION, left), naming("b", Kind.REGULATION, right)])) == count


OTHERS = {
    "a topic, an acronym spelt out": (Kind.TOPIC, "Netralitas ASN", "netralitas Aparatur Sipil Negara", 1),
    "two topics": (Kind.TOPIC, "Netralitas ASN", "Literasi Digital", 2),
    "a programme": (Kind.INITIATIVE, "Sehat Bersama", "Sehat Bersama", 1),
    "a programme's acronym": (Kind.INITIATIVE, "MBG", "Makan Bergizi Gratis", 1),
    "a programme's suffix": (Kind.INITIATIVE, "Makan Bergizi Gratis", "Makanan Bergizi Gratis", 1),
    "a programme's acronyms": (Kind.INITIATIVE, "BLT Kesra", "Bantuan Langsung Tunai Kesejahteraan Rakyat", 1),
    "a programme's noun": (Kind.INITIATIVE, "Aplikasi Jaga Desa", "Jaga Desa", 1),
    "two programmes": (Kind.INITIATIVE, "Makan Bergizi Gratis", "Sekolah Gratis", 2),
    "a building's other name": (Kind.PLACE, "Gedung Merah Putih KPK", "Gedung KPK", 1),
    "a ward": (Kind.PLACE, "Kampung Merdeka RT 03/09", "Kampung Merdeka RT 03/RW 09", 1),
    "another ward": (Kind.PLACE, "Kampung Merdeka RT 03/09", "Kampung Merdeka RT 04/09", 2),
    "a region misspelt": (Kind.PLACE, "Kabupaten Kerawang", "Kabupaten Karawang", 1),
    "an area of a region": (Kind.PLACE, "Daerah DKI Jakarta", "Provinsi DKI Jakarta", 1),
    "a place": (Kind.PLACE, "Hotel Merdeka", "Hotel Merdeka", 1),
    "a land": (Kind.PLACE, "AS", "Amerika Serikat", 1),
    "an island": (Kind.PLACE, "Pulau Merdeka", "Merdeka", 1),
    "an island that has a province's name": (Kind.PLACE, "Pulau Bali", "Provinsi Bali", 2),
    "an area": (Kind.PLACE, "kawasan Taman Merdeka", "Taman Merdeka", 1),
    "an area of industry": (Kind.PLACE, "kawasan industri Merdeka", "Merdeka", 2),
    "a body's seat": (Kind.PLACE, "kantor pusat Kemenkeu", "Gedung Kementerian Keuangan", 1),
    "two bodies' seats": (Kind.PLACE, "kantor Kemenkeu", "kantor Kemenkes", 2),
    "a province": (Kind.PLACE, "Provinsi NTT", "Provinsi Nusa Tenggara Timur", 1),
    "two places": (Kind.PLACE, "Hotel Merdeka", "Hotel Maju", 2),
}


@pytest.mark.parametrize(("kind", "left", "right", "count"), OTHERS.values(), ids=OTHERS)
def test_others(kind: Kind, left: str, right: str, count: int, naming: Make) -> None:
    assert len(resolve([naming("a", kind, left), naming("b", kind, right)])) == count


def test_a_region_is_one_whatever_it_is_called(naming: Make) -> None:
    told = [naming("a", Kind.PLACE, "Jateng", region="33"), naming("b", Kind.PLACE, "Jawa Tengah", region="33")]
    (place,) = resolve(told)
    assert (place.label, place.forms) == ("Jawa Tengah", ("Jateng",))


def test_a_city_is_not_the_regency_of_its_name(naming: Make) -> None:
    told = [naming("a", Kind.PLACE, "Bogor", region="32.71"), naming("b", Kind.PLACE, "Bogor", region="32.01")]
    assert len(resolve(told)) == 2


def test_things_of_two_classes_are_never_one(naming: Make) -> None:
    assert len(resolve([naming("a", Kind.TOPIC, "Sehat Bersama"), naming("b", Kind.INITIATIVE, "Sehat Bersama")])) == 2


STREETS = {"of one town": ("33.74", "33.74", 1), "of two": ("33.74", "32.71", 2)}


@pytest.mark.parametrize(("here", "there", "count"), STREETS.values(), ids=STREETS)
def test_streets_are_those_of_their_town(here: str, there: str, count: int, placing: Make) -> None:
    told = [placing("a", "Jalan Merdeka", here), placing("b", "Jalan Merdeka", there)]
    assert sum(entity.label == "Jalan Merdeka" for entity in resolve(told)) == count


DISTRICTS = {"of the town": ("32.02", 1), "of another town": ("33.74", 2)}


@pytest.mark.parametrize(("town", "count"), DISTRICTS.values(), ids=DISTRICTS)
def test_a_district_without_its_level(town: str, count: int, naming: Make, placing: Make) -> None:
    told = [naming("a", Kind.PLACE, "Kecamatan Cisaat"), placing("b", "Cisaat", town)]
    assert sum("Cisaat" in entity.label for entity in resolve(told)) == count


TOWNED = {
    "of the town": ("Jalan Kejaksaan Santika Medan", "Jalan Kejaksaan Santika", "12.71", 1),
    "of another town": ("Jalan Kejaksaan Santika Medan", "Jalan Kejaksaan Santika", "33.74", 2),
    "called after a town": ("Jalan Raya Medan", "Jalan Raya", "12.71", 2),
}


@pytest.mark.parametrize(("full", "brief", "town", "count"), TOWNED.values(), ids=TOWNED)
def test_a_street_with_its_town_behind_it(full: str, brief: str, town: str, count: int, placing: Make) -> None:
    told = [placing("a", full, "12.71"), placing("b", brief, town)]
    assert sum(entity.label.startswith("Jalan") for entity in resolve(told)) == count


@pytest.mark.parametrize(("level", "count"), {"Desa": 1, "Kecamatan": 1, "Hotel": 2}.items())
def test_a_settlement_with_its_level_and_without(level: str, count: int, both: Make) -> None:
    assert len(resolve([both("a", "Sukawangi", f"{level} Sukawangi", kind=Kind.PLACE)])) == count


def test_the_label_of_a_place_is_without_the_area(naming: Make) -> None:
    told = [naming("a", Kind.PLACE, "kawasan Taman Merdeka"), naming("b", Kind.PLACE, "Taman Merdeka")]
    (place,) = resolve(told)
    assert (place.label, place.forms) == ("Taman Merdeka", ("kawasan Taman Merdeka",))


def test_an_event_said_shorter_is_one_where_day_place_and_guests_agree(meeting: Make) -> None:
    long, short = "Sidang Kabinet Paripurna Setahun Pemerintahan", "Sidang Kabinet Paripurna"
    for there, count in (("Istana Merdeka", 1), ("Hotel Merdeka", 2)):
        told = [meeting("a", long, "Istana Merdeka", "Rahmat Santika"), meeting("b", short, there, "Rahmat Santika")]
        assert sum(entity.kind == Kind.EVENT for entity in resolve(told)) == count
