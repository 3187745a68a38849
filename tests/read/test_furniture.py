"""What of a page is no prose, and yields no body; and what only looks like it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import kg
from kg.read import parse

LEAD = (
    "Wali Kota Semarang Dewi Kartini Lestari membuka Rapat Koordinasi Kehumasan 2024 di Balai Kota Semarang yang "
    "diikuti puluhan pranata humas dari seluruh perangkat daerah."
)
MORE = (
    "Rapat itu membahas kesiapan humas menghadapi pemilihan kepala daerah yang akan digelar serentak pada akhir "
    "tahun di seluruh Indonesia."
)


def body(*paragraphs: str) -> list[str]:
    article = parse("\n\n".join(paragraphs), "sigap")
    return [article.text[span.start : span.end] for span in article.body]


LINES = [
    "BACA JUGA: Bupati Kendal Rahmat Santika Resmikan Taman",
    "Baca juga : Bupati Kendal Rahmat Santika Resmikan Taman",
    "(Baca juga: Bupati Kendal Rahmat Santika Resmikan Taman)",
    "Simak juga video Bupati Kendal Rahmat Santika",
    "ADVERTISEMENT",
    "SCROLL TO CONTINUE WITH CONTENT",
    "Home / Berita / Daerah",
    "Beranda » Berita » Daerah",
    "FAQ  /  Tautan  /  Peta Situs",
    "Kategori Berita Pemkot | mth",
    "Logo Header Kabar Jateng",
    "Image Print",
    "Cetak",
    "1856",
    "Dilihat 611 kali",
    "Dibaca: 120 kali",
    "Views: 120",
    "Tags: humas, pilkada",
    "#humas #pilkada",
    "Pewarta : Rahmat Santika",
    "Editor: Rahmat Santika",
    "Sumber : Humas Pemkot",
    "(rs/HUMAS)",
    "COPYRIGHT © KABAR 2024",
    "Share on Facebook",
    "Bagikan ke WhatsApp",
    "Ikuti berita kami di Google News",
    "Artikel ini telah tayang di Kabar.com dengan judul Humas Sigap",
    "Halaman selanjutnya",
    "Selengkapnya",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_furniture(line: str) -> None:
    assert body(LEAD, line, MORE) == [LEAD, MORE]


CAPTIONS = [
    "Bupati Kendal Rahmat Santika (tengah) saat meninjau stan, Senin (5/2/2024). (ANTARA/Budi Laksono)",
    "Bupati Kendal Rahmat Santika meninjau stan. (Foto: Humas Pemkab)",
    "Bupati Kendal Rahmat Santika meninjau stan. (Dok. Humas)",
    "Bupati Kendal Rahmat Santika meninjau stan (istimewa)",
    "Bupati Kendal Rahmat Santika meninjau stan. Foto: Budi Laksono/Kabar",
]


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption(line: str) -> None:
    assert body(LEAD, line, MORE) == [LEAD, MORE]


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_between_headline_and_date_hides_neither(line: str) -> None:
    article = parse("\n\n".join(("Humas Daerah Diminta Sigap", line, "Senin, 5 Februari 2024", LEAD, MORE)), "sigap")
    assert (article.headline, str(article.published)) == ("Humas Daerah Diminta Sigap", "2024-02-05")


ENDS = [
    "Berita Terkait",
    "BERITA LAINNYA",
    "Artikel Terkait:",
    "Terpopuler",
    "Berita Populer",
    "Rekomendasi untuk Anda",
    "Related Posts",
    "SOROTAN MEDIA",
]


@pytest.mark.parametrize("line", ENDS)
def test_a_list_of_other_articles_goes_on_to_the_end(line: str) -> None:
    others = ("Bupati Kendal Rahmat Santika Resmikan Taman", f"Bupati Kendal mengatakan hal lain. {MORE} Selengkapnya")
    assert body(LEAD, MORE, line, *others) == [LEAD, MORE]


TAILS = [
    " (rs/ks)",
    " (ald/HUMAS PEMKOT)",
    " (Penulis: Rahmat/Editor: Teguh)",
    " Dapatkan update berita pilihan setiap hari.",
]


@pytest.mark.parametrize("tail", TAILS)
def test_a_paragraphs_closing_credit_is_cut(tail: str) -> None:
    assert body(LEAD, MORE + tail) == [LEAD, MORE]


def test_a_link_in_the_middle_of_a_paragraph_is_cut() -> None:
    link = " Baca juga: Bupati Kendal Resmikan Taman di Weleri"
    goes_on = " Kepala Dinas Kominfo Kota Semarang Agus Hidayat hadir dalam rapat itu."
    assert body(LEAD + link + goes_on) == [LEAD, goes_on.strip()]


@pytest.mark.parametrize("heading", ["Membumi", "Tetap Netral"])
def test_a_heading_between_paragraphs_is_no_prose(heading: str) -> None:
    assert body(LEAD, heading, MORE) == [LEAD, MORE]


PROSE = [
    "Sumber daya manusia menjadi perhatian utama dalam rapat itu.",
    "Kategori penilaian itu mencakup keterbukaan, ketepatan, serta kecepatan layanan informasi kepada masyarakat luas.",
    "Editorial media itu dibahas peserta rapat.",
    "Foto bersama menutup rapat itu.",
    "Ia membaca juga laporan tahunan humas (2023).",
    "“Humas harus sigap (dan terbuka),” katanya.",
    "Berita terkait banjir dibahas peserta rapat.",
    "Ya, betul.",
]


@pytest.mark.parametrize("paragraph", PROSE)
def test_prose_that_begins_or_ends_like_furniture_stays(paragraph: str) -> None:
    assert body(LEAD, paragraph, MORE) == [LEAD, paragraph, MORE]


def test_what_is_looked_for_inside_a_paragraph_holds_one_of_the_marks() -> None:
    spec = tomllib.loads((Path(kg.__file__).parent / "lexicon" / "furniture.toml").read_text(encoding="utf-8"))
    looked_for = [one for name in ("captions", "tails", "links", "inserts") for one in spec[name]]
    plain = [one.replace("(?:", "").replace("\\(", "(").replace("\\[", "[") for one in looked_for]
    assert [one for one in plain if not any(mark in one.lower() for mark in spec["marks"])] == []
