"""Events, programmes and regulations: where their names begin and end."""

from __future__ import annotations

import pytest

import kg
from kg.model import Kind


def named(text: str, kind: Kind) -> list[str]:
    return sorted(one.label for one in kg.extract(text).referents if one.kind == kind)


NAMES = {
    "capitals behind acara": ("Ia menjadi tamu pada acara Cocktail Party di Roma.", Kind.EVENT, ["Cocktail Party"]),
    "a body behind acara": ("Ia hadir di acara Himpunan Pengusaha Muda Indonesia.", Kind.EVENT, []),
    "a sentence behind acara": ("Ia tidak datang ke acara.\nPada Minggu 26 Februari ia pulang.", Kind.EVENT, []),
    "one that ends on Forum": (
        "Ia hadir di acara Climate Resilience and Innovation Forum 2025.",
        Kind.EVENT,
        ["Climate Resilience and Innovation Forum 2025"],
    ),
    "an ordinal set apart": (
        "Ia datang ke Upacara Peringatan HUT Ke - 72 TNI.",
        Kind.EVENT,
        ["Upacara Peringatan HUT Ke - 72 TNI"],
    ),
    "a programme of a president": (
        "Ia mendukung program Asta Cita Presiden Prabowo Subianto.",
        Kind.INITIATIVE,
        ["Asta Cita"],
    ),
    "an abbreviation that says what is met": ("PPP Kendal menggelar Muscab di Weleri.", Kind.EVENT, ["Muscab"]),
    "an election that is only mentioned": ("Itu penting dalam pemilu di Indonesia.", Kind.EVENT, []),
    "a street without a full stop": ("Lomba Burung digelar di Jl Sudirman.", Kind.PLACE, ["Jl Sudirman"]),
    "a treaty that is set going": ("ASCOPE menginisiasi ASEAN Petroleum Security Agreement.", Kind.EVENT, []),
    "that day": ("Dalam rakor stunting hari itu Bupati hadir.", Kind.EVENT, ["rakor stunting"]),
    "a number before whose it is": (
        "Ia membuka Kongres XVII Muslimat Nahdlatul Ulama di Jakarta.",
        Kind.EVENT,
        ["Kongres XVII Muslimat Nahdlatul Ulama"],
    ),
    "a press conference on another": (
        "Ia hadir di Konferensi pers Slamet Run 2025. Dewi menang di Slamet Run 2025.",
        Kind.EVENT,
        ["Konferensi pers Slamet Run 2025", "Slamet Run 2025"],
    ),
    "whoever speaks behind it": (
        "Ketua KPU Kendal Joko Santika hadir. Dalam kongres Joko mengingatkan warga.",
        Kind.EVENT,
        [],
    ),
    "an agreement": (
        "PPP Kendal menggelar rapat terkait isu sampah dan sepakat menolak.",
        Kind.EVENT,
        ["rapat terkait isu sampah"],
    ),
    "itself": (
        "Bupati membuka Musyawarah Perencanaan Pembangunan (Musrenbang). Musrenbang sendiri berlangsung dua hari.",
        Kind.EVENT,
        ["Musyawarah Perencanaan Pembangunan"],
    ),
    "a campaign for a post": ("Itu janji kampanye Kepala Daerah terpilih.", Kind.INITIATIVE, []),
    "a campus behind a hall": (
        "Seminar Humas digelar di Balairung Rudini, Kampus IPDN Jatinangor.",
        Kind.PLACE,
        ["Balairung Rudini", "Kampus IPDN Jatinangor"],
    ),
    "a handover with its abbreviation": (
        "Serah terima jabatan (sertijab) Kapolresta Serang telah dilaksanakan di Mapolda Banten.",
        Kind.EVENT,
        ["Serah terima jabatan Kapolresta Serang"],
    ),
    "an inauguration with the posts": (
        "Ia menghadiri pelantikan Gubernur dan Wakil Gubernur DKI Jakarta, Anies Baswedan dan Sandiaga Uno, kemarin.",
        Kind.EVENT,
        ["pelantikan Gubernur dan Wakil Gubernur DKI Jakarta"],
    ),
    "a ballroom": ("Ia hadir di Grand Ballroom Kempinski, Jakarta.", Kind.EVENT, []),
    "a race": ("Ia menang saat Grand Prix Belgia.", Kind.EVENT, ["Grand Prix Belgia"]),
    "a campaign for an election": ("Ia mendukung kampanye Pilkada DKI.", Kind.INITIATIVE, []),
    "a noun before a president": ("Ia mendukung program Pemerintahan Presiden Prabowo Subianto.", Kind.INITIATIVE, []),
    "the constitution": ("Hak itu dijamin UUD 1945.", Kind.REGULATION, ["UUD 1945"]),
    "its full name": (
        "Hak itu dijamin Undang-Undang Dasar Negara Republik Indonesia Tahun 1945.",
        Kind.REGULATION,
        ["Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"],
    ),
    "a kind in lower case": (
        "Ia dijerat peraturan Mahkamah Agung nomor: 02 tahun 2012.",
        Kind.REGULATION,
        ["peraturan Mahkamah Agung nomor: 02 tahun 2012"],
    ),
    "no kind but its letters": ("Pukul dua, pp nomor 7 dipasang.", Kind.REGULATION, []),
}


@pytest.mark.parametrize(("text", "kind", "names"), NAMES.values(), ids=NAMES)
def test_a_name_has_its_own_bounds(text: str, kind: Kind, names: list[str]) -> None:
    assert named(text, kind) == names
