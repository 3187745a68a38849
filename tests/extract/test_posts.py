"""Posts: who holds which, in which body, since when and in what manner."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import kg
from kg.model import Day, Statement

Stated = Callable[[str, str], list[str]]
The = Callable[[str, str], Statement]

HOLDS: dict[str, tuple[str, str, str | None]] = {
    "sent to a body": (
        "Duta Besar Rusia untuk PBB, Vassily Santika, hadir.",
        "Vassily Santika -> Duta Besar",
        None,
    ),
    "a name that a month closes": (
        "Turut hadir Menteri Kehutanan Raja Juli, Siti Rahayu, dan lainnya.",
        "Raja Juli -> Menteri Kehutanan",
        None,
    ),
    "in a body that is written wrong, with its acronym": (
        "Direktur Jenderal Pajak (Dirjen Pajak) Kementeri Keuangan (Kemenkeu) Bimo Santika hadir.",
        "Bimo Santika -> Direktur Jenderal Pajak",
        "Direktur Jenderal Pajak -> Kementeri Keuangan",
    ),
    "of an island": (
        "Gubernur Kalimantan, Drs. H. Rahmat Santika, hadir.",
        "Rahmat Santika -> Gubernur Kalimantan",
        None,
    ),
    "initials behind a post that no body follows": (
        "Turut hadir Sekretaris Daerah TS Arif Santika.",
        "TS Arif Santika -> Sekretaris Daerah",
        None,
    ),
    "an acronym behind a post": ("Gubernur BI Agus Santika hadir.", "Agus Santika -> Gubernur", "Gubernur -> BI"),
    "with a constituency": (
        "Turut hadir Anggota DPR RI Dapil Kepri Dwi Ria Santika.",
        "Dwi Ria Santika -> Anggota",
        "Anggota -> DPR RI",
    ),
    "on what is between bodies": (
        "Staf Ahli Menteri Dalam Negeri Bidang Hubungan Antar Lembaga, Rahmat Santika, hadir.",
        "Rahmat Santika -> Staf Ahli Menteri Dalam Negeri Bidang Hubungan Antar Lembaga",
        None,
    ),
    "on what a minister's short name has": (
        "Turut hadir Staf Ahli Menkominfo Bidang Hukum, Prof. Rahmat Santika.",
        "Rahmat Santika -> Staf Ahli Menkominfo Bidang Hukum",
        None,
    ),
    "a name that begins like a day": (
        "Turut hadir Direktur Jenderal Bina Pembangunan Daerah Hari Nur Santika.",
        "Hari Nur Santika -> Direktur Jenderal Bina Pembangunan Daerah",
        None,
    ),
    "of a university's senate": (
        "Rapat dipimpin Ketua Senat Unila, Prof. Dr. Siti Rahayu, M.Pd.",
        "Siti Rahayu -> Ketua",
        "Ketua -> Senat Unila",
    ),
    "somebody else's, whom the holder of the next one represents": (
        "Turut hadir Hari Santika mewakili Menteri Dalam Negeri dan Deputi Bidang Pengembangan Regional Rudy Hidayat.",
        "Rudy Hidayat -> Deputi Bidang Pengembangan Regional",
        None,
    ),
    "in front, with a body": (
        "Kepala Dinas Kesehatan Kota Bogor Rahmat Santika hadir.",
        "Rahmat Santika -> Kepala",
        "Kepala -> Dinas Kesehatan Kota Bogor",
    ),
    "in front, with a comma": (
        "Kepala Biro Humas Sekretariat Negara, Eddy Cahyadi, hadir.",
        "Eddy Cahyadi -> Kepala Biro Humas",
        "Kepala Biro Humas -> Sekretariat Negara",
    ),
    "behind": (
        "Rahmat Santika, Direktur Jenderal Perkebunan Kementerian Pertanian, hadir.",
        "Rahmat Santika -> Direktur Jenderal Perkebunan",
        "Direktur Jenderal Perkebunan -> Kementerian Pertanian",
    ),
    "with its acronym between": (
        "Direktur Jenderal Perkebunan (Dirjenbun) Kementerian Pertanian Rahmat Santika hadir.",
        "Rahmat Santika -> Direktur Jenderal Perkebunan",
        "Direktur Jenderal Perkebunan -> Kementerian Pertanian",
    ),
    "with the body's acronym between": (
        "Ketua Badan Pengawas Pemilihan Umum (Bawaslu) Rahmat Santika hadir.",
        "Rahmat Santika -> Ketua",
        "Ketua -> Badan Pengawas Pemilihan Umum",
    ),
    "appointed": (
        "Rahmat Santika diangkat sebagai Kepala Dinas Kesehatan Kota Bogor.",
        "Rahmat Santika -> Kepala",
        "Kepala -> Dinas Kesehatan Kota Bogor",
    ),
    "who is also": (
        "Rahmat Santika yang juga Penasihat Asosiasi Humas Nusantara hadir.",
        "Rahmat Santika -> Penasihat",
        "Penasihat -> Asosiasi Humas Nusantara",
    ),
    "the how manieth": (
        "Ketua MPR RI ke-15 Rahmat Santika hadir.",
        "Rahmat Santika -> Ketua",
        "Ketua -> MPR RI",
    ),
    "a deputy of a minister told by half an acronym": (
        "Wakil Menteri ESDM Rahmat Santika hadir.",
        "Rahmat Santika -> Wakil Menteri ESDM",
        None,
    ),
    "a title right behind": (
        "Piala diserahkan kepada Wakil Rektor IV Prof Agus Sukestiyarno.",
        "Agus Sukestiyarno -> Wakil Rektor IV",
        None,
    ),
    "a regency's name spelt apart": (
        "Ketua DPRD Batang Hari Rahmat Santika hadir.",
        "Rahmat Santika -> Ketua",
        "Ketua -> DPRD Batang Hari",
    ),
    "a name that begins like a regency's": (
        "Acara ditutup oleh Wakil Menteri Dalam Negeri, Bima Arya Sugiarto, di Bogor.",
        "Bima Arya Sugiarto -> Wakil Menteri Dalam Negeri",
        None,
    ),
    "and the next post is somebody else's": (
        "Hadir M. Zubair, Kajari Kendal, Kapolres Kendal, dan Danramil.",
        "M. Zubair -> Kajari",
        None,
    ),
    "and behind a name with a post in front, too": (
        "Hadir Rahmat Santika, Ketua KPU Kendal Siti Rahayu, Kapolres Kendal, dan Danramil.",
        "Siti Rahayu -> Ketua",
        "Ketua -> KPU Kendal",
    ),
    "a commander, before a rank": (
        "Danlanudsri Kolonel Pnb Rahmat Santika hadir.",
        "Rahmat Santika -> Danlanudsri",
        None,
    ),
    "a village's, before a comma": (
        "Kepala Kampung Lantipo, Henky Yasel, hadir.",
        "Henky Yasel -> Kepala Kampung",
        None,
    ),
    "in a branch of a regional office": (
        "Kepala Cabang Dinas Pendidikan Wilayah IV Dr. Rahmat Santika hadir.",
        "Rahmat Santika -> Kepala",
        "Kepala -> Cabang Dinas Pendidikan Wilayah IV",
    ),
    "in a division named by a list": (
        "Koordinator Divisi Sosialisasi, Partisipasi Masyarakat dan SDM KPU Wajo, Rahmat Santika, hadir.",
        "Rahmat Santika -> Koordinator Divisi Sosialisasi, Partisipasi Masyarakat dan SDM",
        "Koordinator Divisi Sosialisasi, Partisipasi Masyarakat dan SDM -> KPU Wajo",
    ),
    "not in office now": (
        "Ketua KPK nonaktif Rahmat Santika hadir.",
        "Rahmat Santika -> Ketua",
        "Ketua -> KPK",
    ),
    "in office now": (
        "Hadir pula Sekjen KPK saat ini, Rahmat Santika, yang lama menanti.",
        "Rahmat Santika -> Sekjen",
        "Sekjen -> KPK",
    ),
    "with an unknown body": (
        "Hadir Manajer SLRT Mandalagiri, Rahmat Santika.",
        "Rahmat Santika -> Manajer",
        "Manajer -> SLRT Mandalagiri",
    ),
    "with a body whose name holds another's": (
        "Dekan Fakultas Hukum Universitas Muhammadiyah Malang Rahmat Santika hadir.",
        "Rahmat Santika -> Dekan",
        "Dekan -> Fakultas Hukum",
    ),
    "of another country": (
        "Juru bicara Kementerian Luar Negeri China Rahmat Santika hadir.",
        "Rahmat Santika -> Juru bicara",
        "Juru bicara -> Kementerian Luar Negeri China",
    ),
    "with a fraction": (
        "Anggota Komisi II DPR RI Fraksi Golkar, Rahmat Santika, hadir.",
        "Rahmat Santika -> Anggota",
        "Anggota -> Komisi II",
    ),
    "with a fraction in lower case": (
        "Anggota Komisi V DPR dari fraksi PDIP Rahmat Santika hadir.",
        "Rahmat Santika -> Anggota",
        "Anggota -> Komisi V",
    ),
    "degrees around the name": (
        "Kepala Dinas Kesehatan Kota Bogor Dr. H. Rahmat Santika, S.Sos., M.Si. hadir.",
        "Rahmat Santika -> Kepala",
        "Kepala -> Dinas Kesehatan Kota Bogor",
    ),
}


@pytest.mark.parametrize(("text", "holds", "post_in"), HOLDS.values(), ids=HOLDS)
def test_a_post_its_holder_and_its_body(text: str, holds: str, post_in: str | None, stated: Stated) -> None:
    assert (stated(text, "holds"), stated(text, "postIn")) == ([holds], [post_in] if post_in else [])


@pytest.mark.parametrize("office", ["Sekretaris Daerah", "Sekretaris Daerah Provinsi", "Sekretaris Daerah Kota Bogor"])
def test_an_office_that_stands_for_a_body(office: str, stated: Stated) -> None:
    text = f"Kepala Biro Umum dan Protokol {office} hadir."
    assert stated(text, "holds") == []


def test_each_of_a_list_has_a_post_of_their_own(stated: Stated) -> None:
    text = "Hadir Ketua KPU Kota Bogor Siti Rahayu dan Kepala Dinas Kesehatan Kota Bogor Rahmat Santika."
    assert stated(text, "holds") == ["Siti Rahayu -> Ketua", "Rahmat Santika -> Kepala"]


@pytest.mark.parametrize("mark", ["Plt.", "Plt", "Plh.", "Pj.", "Pelaksana tugas", "Pelaksana Tugas", "Penjabat"])
def test_acting(mark: str, the: The) -> None:
    found = the(f"{mark} Kepala Dinas Kesehatan Kota Bogor Rahmat Santika hadir.", "holds")
    assert (found.acting, found.former) == (True, False)


@pytest.mark.parametrize("mark", ["Mantan", "Eks"])
def test_former(mark: str, the: The) -> None:
    found = the(f"{mark} Kepala Dinas Kesehatan Kota Bogor Rahmat Santika hadir.", "holds")
    assert (found.acting, found.former) == (False, True)


@pytest.mark.parametrize(
    "period",
    [
        "2016-2018",
        "2016–2018",
        "2016 - 2018",
        "(2016–2018)",
        "periode 2016-2018",
        "Periode 2016/2018",
        "masa bakti 2016–2018",
        "masa jabatan 2016 hingga 2018",
        "masa khidmat 2016 s.d. 2018",
        "periode tahun 2016 sampai dengan 2018",
    ],
)
def test_a_stated_period(period: str, the: The) -> None:
    found = the(f"Hadir Ketua Umum Iprahumas {period}, Endah Kusumawati.", "holds")
    assert (found.since, found.until) == (Day(2016), Day(2018))


def test_a_post_that_somebody_else_came_into(stated: Stated) -> None:
    text = "Ketua KPU Kota Bogor Siti Rahayu hadir. Rahmat Santika kini dilantik menjadi Ketua KPU Kota Bogor."
    assert stated(text, "holds") == ["Siti Rahayu -> Ketua", "Rahmat Santika -> Ketua"]


def test_a_period_that_goes_on(the: The) -> None:
    found = the("Hadir Ketua Umum Iprahumas periode 2021–sekarang, Endah Kusumawati.", "holds")
    assert (found.since, found.until) == (Day(2021), None)


@pytest.mark.parametrize(
    "years",
    [
        "2018-2016",
        "2016-201\u0130",
        "2016-9999",
        "2016-2018-2020",
        "2016 hingga 2018",
        "2016/2018",
        "periode 2016",
        "periode kedua",
    ],
)
def test_what_is_no_period(years: str) -> None:
    said = kg.extract(f"Hadir Ketua Umum Iprahumas {years}, Endah Kusumawati.")
    assert [one for one in said.statements if one.since or one.until] == []


def test_a_period_between_a_post_and_its_holder_parts_nobody(stated: Stated) -> None:
    text = "Hadir Dirut PT SPR periode 2010-2015 Rahmat Santika dan Direktur PT SPR periode 2012-2015 Siti Rahayu."
    assert stated(text, "holds") == ["Rahmat Santika -> Dirut", "Siti Rahayu -> Direktur"]


def test_a_period_that_is_not_stated(the: The) -> None:
    found = the("Kepala Dinas Kesehatan Kota Bogor Rahmat Santika hadir sejak 2016.", "holds")
    assert (found.since, found.until) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Desa Sukamaju, Kecamatan Ciawi, Kabupaten Bogor, Rahmat Santika hadir.",
        "Bhabinkamtibmas Kelurahan Fatukoa, Kecamatan Maulafa, Kota Kupang, Aipda Rahmat Santika hadir.",
        "Duta Besar (Dubes) Indonesia untuk Italia Rahmat Santika hadir.",
    ],
)
def test_regions_between_a_post_and_its_holder(text: str, stated: Stated) -> None:
    (found,) = stated(text, "holds")
    assert found.startswith("Rahmat Santika -> ")


def test_a_country_holds_no_post(stated: Stated) -> None:
    text = "“Itu benar,” kata juru bicara Kementerian Telekomunikasi Iran kepada AFP."
    assert (stated(text, "holds"), stated(text, "says")) == ([], [])


@pytest.mark.parametrize(
    ("post", "label"),
    [
        ("Presiden AS", "Presiden Amerika Serikat"),
        ("Presiden Rusia,", "Presiden Rusia"),
        ("Menlu Jepang", "Menteri Luar Negeri Jepang"),
        ("Perdana Menteri Malaysia", "Perdana Menteri Malaysia"),
        ("Presiden RI", "Presiden"),
        ("Presiden ke-7 RI", "Presiden"),
    ],
)
def test_a_post_that_each_land_has_one_of(post: str, label: str, stated: Stated) -> None:
    text = f"{post} Rahmat Santika hadir di Kementerian Luar Negeri."
    assert (stated(text, "holds"), stated(text, "postIn")) == ([f"Rahmat Santika -> {label}"], [])


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Panglima TNI Jenderal Rahmat Santika hadir.", "Panglima TNI"),
        ("Kapuspen TNI Mayjen TNI Marinir Rahmat Santika hadir.", "Kapuspen TNI"),
        ("Kapolda Jateng Irjen Pol. Drs. Rahmat Santika, S.H. hadir.", "Kapolda Jateng"),
        ("Ketua Ikatan Pranata Humas Daerah (Iprahumda) Rahmat Santika hadir.", "Ketua"),
    ],
)
def test_ranks_and_bodies_that_a_post_ends_with(text: str, post: str, stated: Stated) -> None:
    assert stated(text, "holds") == [f"Rahmat Santika -> {post}"]


def test_a_post_of_somebody_in_front_is_not_the_next_ones(stated: Stated) -> None:
    text = "Ketua MPR Rahmat Santika yang juga ketua umum PAN dan Ketua DPR, Agus Hidayat, hadir."
    assert sorted(stated(text, "holds")) == [
        "Agus Hidayat -> Ketua",
        "Rahmat Santika -> Ketua",
        "Rahmat Santika -> ketua umum",
    ]


@pytest.mark.parametrize(
    "text",
    ["Peretas dari negara pimpinan Kim Jong Santika ditangkap.", "Itu kata seorang juru bicara Daewoo Shipbuilding."],
)
def test_nobody_holds_a_post(text: str, stated: Stated) -> None:
    assert stated(text, "holds") == []
