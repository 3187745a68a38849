"""Which posts are one: the same post, spelt out, in the same body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Entity, Extraction, Kind
from kg.resolve import resolve

Make = Callable[..., Extraction]
Held = tuple[str, str | None, str | None]


def posts(holding: Make, *held: Held) -> list[Entity]:
    told = [holding(str(i), f"Orang Ke{i}", *one) for i, one in enumerate(held)]
    return [entity for entity in resolve(told) if entity.kind == Kind.ROLE]


MINISTRY = "Kementerian Komunikasi dan Informatika"
MINISTER = "Menteri Komunikasi dan Informatika"
DINAS = ("Dinas Kesehatan Kota Bogor", "32.71")

ONE: dict[str, tuple[Held, Held, str]] = {
    "an acronym": (("Menkominfo", MINISTRY, None), (MINISTER, MINISTRY, None), MINISTER),
    "an acronym, no ministry named": (("Menkominfo", None, None), (MINISTER, None, None), MINISTER),
    "a ministry named in one article only": (("Menkominfo", "Kominfo", None), (MINISTER, None, None), MINISTER),
    "the body's other form": ((MINISTER, "Kominfo", None), (MINISTER, MINISTRY, None), MINISTER),
    "a short head": (
        ("Dirjen Perkebunan", "Kementerian Pertanian", None),
        ("Direktur Jenderal Perkebunan", "Kementan", None),
        "Direktur Jenderal Perkebunan",
    ),
    "the nation's": (("Presiden", None, None), ("Presiden RI", None, None), "Presiden RI"),
    "the nation's, abbreviated": (("Seskab", None, None), ("Sekretaris Kabinet", None, None), "Sekretaris Kabinet"),
    "of the only directorate": (
        ("Dirjen Perkebunan", None, None),
        ("Direktur Jenderal Perkebunan", "Kementerian Pertanian", None),
        "Direktur Jenderal Perkebunan",
    ),
    "a body at the end": (
        ("Kapuspen TNI", None, None),
        ("Kepala Pusat Penerangan", "TNI", None),
        "Kepala Pusat Penerangan",
    ),
    "a station in the name": (
        ("Kapolres Tegal Kota", None, None),
        ("Kapolres", "Polres Tegal Kota", None),
        "Kapolres Tegal Kota",
    ),
    "a deputy's field": (
        ("Deputi Bidang Pengawasan, dan Hukum", "Kementerian Pertanian", None),
        ("Deputi Pengawasan dan Hukum", "Kementerian Pertanian", None),
        "Deputi Bidang Pengawasan, dan Hukum",
    ),
    "in one local body": (("Kepala", *DINAS), ("Kepala", *DINAS), "Kepala"),
    "a region's head": (("Bupati Kendal", None, "33.24"), ("Bupati Kendal", None, "33.24"), "Bupati Kendal"),
}


@pytest.mark.parametrize(("left", "right", "label"), ONE.values(), ids=ONE)
def test_one(left: Held, right: Held, label: str, holding: Make) -> None:
    (post,) = posts(holding, left, right)
    assert post.label == label


TWO: dict[str, tuple[Held, Held]] = {
    "in two bodies": (("Kepala", *DINAS), ("Kepala", "Dinas Sosial Kota Bogor", "32.71")),
    "in the same body of two regions": (("Kepala", *DINAS), ("Kepala", "Dinas Kesehatan Kota Tegal", "33.76")),
    "two in one body": (("Kepala", *DINAS), ("Sekretaris", *DINAS)),
    "a post and its deputy": (("Menteri Agama", None, None), ("Wakil Menteri Agama", None, None)),
    "a sector's name is that of many": (("Kapolsek Kota", None, None), ("Kapolsek Kota", None, None)),
    "two directorates": (("Dirjen Perkebunan", None, None), ("Dirjen Hortikultura", None, None)),
    "no body named": (("Ketua", None, None), ("Ketua", None, None)),
    "of two regions": (("Bupati Kendal", None, "33.24"), ("Bupati Sleman", None, "34.04")),
    "a party's president": (("Presiden", None, None), ("Presiden", "Partai Maju Jaya", None)),
    "a students' minister": (("Menteri Agama", None, None), ("Menteri Agama", "Himpunan Mahasiswa Jaya", None)),
}


@pytest.mark.parametrize(("left", "right"), TWO.values(), ids=TWO)
def test_two(left: Held, right: Held, holding: Make) -> None:
    assert len(posts(holding, left, right)) == 2


def test_a_post_hangs_on_its_body_whichever_article_names_it(holding: Make) -> None:
    (post,) = posts(holding, (MINISTER, None, None), ("Menkominfo", MINISTRY, None))
    assert post.parent == "institution/kementerian-komunikasi-dan-informatika"
    assert post.key == "role/kementerian-komunikasi-dan-informatika/menteri-komunikasi-dan-informatika"


def test_a_land_that_no_article_names_is_that_of_the_holder(holding: Make) -> None:
    told = [
        holding("a", "Jon Santika", "Presiden Amerika Serikat"),
        holding("b", "Jon Santika", "Presiden"),
        holding("c", "Rahmat Wulung", "Presiden"),
    ]
    named = {entity.label: entity.members for entity in resolve(told) if entity.kind == Kind.ROLE}
    assert named == {"Presiden Amerika Serikat": (("a", 1), ("b", 1)), "Presiden": (("c", 1),)}


HELD: dict[str, tuple[tuple[str, str | None], tuple[str, str | None], str, int]] = {
    "by one person": (("Dirut Santika Logistics", None), ("Dirut Santika Logistics", None), "Rahmat Wulung", 1),
    "by two": (("Dirut Santika Logistics", None), ("Dirut Santika Logistics", None), "Siti Rahayu", 2),
    "a mere head": (("Ketua", None), ("Ketua", None), "Rahmat Wulung", 2),
    "with its body and without": (
        ("Direktur Komunikasi dan Pemasaran", "PT Santika Jaya"),
        ("Direktur Komunikasi dan Pemasaran", None),
        "Rahmat Wulung",
        1,
    ),
    "in two bodies": (
        ("Direktur Komunikasi dan Pemasaran", "PT Santika Jaya"),
        ("Direktur Komunikasi dan Pemasaran", "PT Wulung Jaya"),
        "Rahmat Wulung",
        2,
    ),
}


AROUND = {
    "the body": ("Kemenag", "Rahmat Wulung", 1),
    "another body": ("Kementerian Sosial", "Rahmat Wulung", 2),
    "another holder": ("Kemenag", "Siti Rahayu", 2),
}


@pytest.mark.parametrize(("near", "holder", "count"), AROUND.values(), ids=AROUND)
def test_a_mere_head_in_the_body_that_its_article_names(near: str, holder: str, count: int, holding: Make) -> None:
    told = [holding("a", "Rahmat Wulung", "Sekjen", "Kementerian Agama"), holding("b", holder, "Sekjen", near=near)]
    assert len([entity for entity in resolve(told) if entity.kind == Kind.ROLE]) == count


@pytest.mark.parametrize(("left", "right", "holder", "count"), HELD.values(), ids=HELD)
def test_posts_by_their_holder(
    left: tuple[str, str | None], right: tuple[str, str | None], holder: str, count: int, holding: Make
) -> None:
    told = [holding("a", "Rahmat Wulung", *left), holding("b", holder, *right)]
    assert len([entity for entity in resolve(told) if entity.kind == Kind.ROLE]) == count


def test_who_heads_a_part_heads_it_in_the_whole(parted: Make, holding: Make) -> None:
    told = [
        parted("a", "Kepala", "Biro Umum", "Badan Riset Samudra"),
        holding("b", "Rahmat Santika", "Kepala Biro Umum", "Badan Riset Samudra"),
    ]
    (post,) = (entity for entity in resolve(told) if entity.kind == Kind.ROLE)
    assert post.label == "Kepala Biro Umum"
