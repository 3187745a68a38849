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
    "the same name": (("Asosiasi Humas Maju", None), ("Asosiasi Humas Maju", None), "Asosiasi Humas Maju"),
    "the same name in capitals": (("ASOSIASI HUMAS MAJU", None), ("Asosiasi Humas Maju", None), "Asosiasi Humas Maju"),
    "a short head with its region": (
        ("Pemkot Bogor", "32.71"),
        ("Pemerintah Kota Bogor", "32.71"),
        "Pemerintah Kota Bogor",
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
