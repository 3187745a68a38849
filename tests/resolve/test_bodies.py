"""Which institutions are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction, Kind
from kg.resolve import resolve

Make = Callable[..., Extraction]
Named = tuple[str, str | None]

ONE: dict[str, tuple[Named, Named, str]] = {
    "an acronym of the lexicon": (("Kemenkominfo", None), ("Kominfo", None), "Kementerian Komunikasi dan Informatika"),
    "half an acronym": (
        ("Kementerian Kominfo", None),
        ("Kementerian Komunikasi dan Informatika", None),
        "Kementerian Komunikasi dan Informatika",
    ),
    "with the republic's name": (("Kementerian Agama RI", None), ("Kementerian Agama", None), "Kementerian Agama"),
    "a misspelt head": (("Kementrian Agama", None), ("Kementerian Agama", None), "Kementerian Agama"),
    "a misspelt field": (("Kementerian Keseharan", None), ("Kementerian Kesehatan", None), "Kementerian Kesehatan"),
    "with the republic in its name": (
        ("Kepolisian Negara Republik Indonesia", None),
        ("Polri", None),
        "Kepolisian Negara Republik Indonesia",
    ),
    "with RI in its acronym": (("DPD", None), ("Dewan Perwakilan Daerah", None), "Dewan Perwakilan Daerah"),
    "an acronym in its name": (
        ("Kementerian HAM RI", None),
        ("Kementerian Hak Asasi Manusia", None),
        "Kementerian Hak Asasi Manusia",
    ),
    "a coordinating ministry without its field": (
        ("Kementerian Koordinator Pangan", None),
        ("Kemenko Pangan", None),
        "Kementerian Koordinator Bidang Pangan",
    ),
    "a university with its town": (
        ("Universitas Brawijaya Malang", "35.73"),
        ("Universitas Brawijaya", None),
        "Universitas Brawijaya",
    ),
    "a party's organ": (("DPP PDIP", None), ("DPP PDI Perjuangan", None), "DPP PDI Perjuangan"),
    "a station of the capital": (("Polres Depok", "32.76"), ("Polres Metro Depok", "32.76"), "Polres Metro Depok"),
    "a high commission": (("Komisi XI", None), ("Komisi XI", None), "Komisi XI"),
    "the same name": (("Asosiasi Humas Maju", None), ("Asosiasi Humas Maju", None), "Asosiasi Humas Maju"),
    "the same name in capitals": (("ASOSIASI HUMAS MAJU", None), ("Asosiasi Humas Maju", None), "Asosiasi Humas Maju"),
    "a short head with its region": (
        ("Pemkot Bogor", "32.71"),
        ("Pemerintah Kota Bogor", "32.71"),
        "Pemerintah Kota Bogor",
    ),
    "a university misspelt": (("UGM", None), ("Universitas Gajah Mada", None), "Universitas Gadjah Mada"),
    "a division of the police": (
        ("Divisi Profesi dan Pengamanan", None),
        ("Propam Polri", None),
        "Divisi Propam Polri",
    ),
    "an embassy": (("KBRI Phnom Penh", None), ("Kedutaan Besar RI Phnom Penh", None), "Kedutaan Besar RI Phnom Penh"),
    "an office of a body by its acronym": (
        ("Kanwil DJP Jawa Tengah", "33"),
        ("Kantor Wilayah Direktorat Jenderal Pajak Jawa Tengah", "33"),
        "Kantor Wilayah Direktorat Jenderal Pajak Jawa Tengah",
    ),
    "with and without its level": (
        ("Dinas Kesehatan Bogor", "32.71"),
        ("Dinas Kesehatan Kota Bogor", "32.71"),
        "Dinas Kesehatan Kota Bogor",
    ),
}


@pytest.mark.parametrize(("left", "right", "label"), ONE.values(), ids=ONE)
def test_one(left: Named, right: Named, label: str, naming: Make) -> None:
    told = [naming(str(i), Kind.INSTITUTION, name, region=region) for i, (name, region) in enumerate((left, right))]
    (body,) = resolve(told)
    assert body.label == label
    assert {body.label, *body.forms} >= {left[0], right[0]}


TWO: dict[str, tuple[Named, Named]] = {
    "two ministries": (("Kementerian Agama", None), ("Kementerian Sosial", None)),
    "a ministry and the one that came after it": (("Kominfo", None), ("Komdigi", None)),
    "the same agency in two regions": (
        ("Dinas Kesehatan Kota Bogor", "32.71"),
        ("Dinas Kesehatan Kota Tegal", "33.76"),
    ),
    "a city's and a regency's": (("KPU Kota Bogor", "32.71"), ("KPU Kabupaten Bogor", "32.01")),
    "the nation's and a region's": (("KPU", None), ("KPU Kota Bogor", "32.71")),
    "local bodies without their region": (("Dinas Kesehatan", None), ("Dinas Kesehatan", None)),
    "councils without their region": (("DPRD", None), ("DPRD", None)),
    "low commissions": (("Komisi II", None), ("Komisi II", None)),
    "fractions": (("Fraksi PAN", None), ("Fraksi Partai Amanat Nasional", None)),
    "a party and its organ": (("PDIP", None), ("DPP PDIP", None)),
    "an acronym that is another's form": (("Madrasah Aliyah", None), ("Mahkamah Agung RI", None)),
    "a company of a court's acronym": (("PT MA", None), ("Mahkamah Agung", None)),
    "a school of one town, and none that is told of": (
        ("Pesantren Al Santika Tegal", "33.76"),
        ("Pesantren Al Santika", None),
    ),
    "names that differ in a word": (("Asosiasi Humas Maju", None), ("Asosiasi Humas Jaya", None)),
}


@pytest.mark.parametrize(("left", "right"), TWO.values(), ids=TWO)
def test_two(left: Named, right: Named, naming: Make) -> None:
    told = [naming(str(i), Kind.INSTITUTION, name, region=region) for i, (name, region) in enumerate((left, right))]
    assert len(resolve(told)) == 2


def test_an_acronym_that_one_article_defines_is_that_body_in_another(naming: Make) -> None:
    defined = naming("a", Kind.INSTITUTION, "Asosiasi Humas Maju", "AHM")
    (body,) = resolve([defined, naming("b", Kind.INSTITUTION, "AHM")])
    assert (body.label, body.forms) == ("Asosiasi Humas Maju", ("AHM",))
    assert body.why == ("Asosiasi Humas Maju = AHM: acronym-defined: 3",)


def test_an_acronym_that_is_defined_in_two_ways_is_neither(naming: Make) -> None:
    two = [
        naming("a", Kind.INSTITUTION, "Asosiasi Humas Maju", "AHM"),
        naming("b", Kind.INSTITUTION, "Aliansi Hukum Muda", "AHM"),
    ]
    found = resolve([*two, naming("c", Kind.INSTITUTION, "AHM")])
    assert [body.label for body in found] == ["AHM", "Aliansi Hukum Muda", "Asosiasi Humas Maju"]


def test_the_same_name_needs_no_reason(naming: Make) -> None:
    (body,) = resolve([naming(one, Kind.INSTITUTION, "Asosiasi Humas Maju") for one in "ab"])
    assert body.why == ()


def test_a_commission_is_that_of_the_only_parliament_of_its_article(both: Make) -> None:
    told = [
        both("a", "Komisi II", "DPR RI", kind=Kind.INSTITUTION),
        both("b", "Komisi II", "Dewan Perwakilan Rakyat", kind=Kind.INSTITUTION),
        both("c", "Komisi II", "DPR", "DPRD", kind=Kind.INSTITUTION),
    ]
    found = sorted(entity.members for entity in resolve(told) if entity.label == "Komisi II")
    assert found == [(("a", 0), ("b", 0)), (("c", 0),)]


STANDING = {
    "a school in its town": ("Pesantren Al Santika", "33.76", 1),
    "a school in another town": ("Pesantren Al Santika", "32.71", 2),
    "a society, which may have branches": ("Asosiasi Humas Maju", "33.76", 2),
}


@pytest.mark.parametrize(("name", "town", "count"), STANDING.values(), ids=STANDING)
def test_a_name_with_its_town_and_without(name: str, town: str, count: int, naming: Make, standing: Make) -> None:
    told = [naming("a", Kind.INSTITUTION, f"{name} Tegal", region="33.76"), standing("b", name, town)]
    assert len([body for body in resolve(told) if body.kind == Kind.INSTITUTION]) == count


def test_a_faculty_and_its_acronym(parted: Make) -> None:
    full = parted("a", "Dekan", "Fakultas Ilmu Sosial dan Ilmu Politik", "Universitas Udayana", "FISIP")
    for university, count in (("Universitas Udayana", 2), ("Universitas Gadjah Mada", 4)):
        told = [full, parted("b", "Dekan", "FISIP", university)]
        assert len([body for body in resolve(told) if body.kind == Kind.INSTITUTION]) == count
