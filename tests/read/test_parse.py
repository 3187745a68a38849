"""What holds for every text: it is never altered, and every span lies within it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.read import parse

PIECES = [
    "Humas Daerah Diminta Sigap",
    "Senin, 5 Februari 2024 10:15 WIB",
    "2024-02-31",
    "Semarang (ANTARA) - ",
    "SEMARANG, KABAR.com – ",
    "Jakarta, Pemkot\n– ",
    "Wali Kota Semarang Dewi Kartini Lestari membuka Rapat Koordinasi Kehumasan 2024 di Balai Kota Semarang hari itu.",
    "“Humas harus sigap,” katanya. (rs/ks)",
    "Wali Kota meninjau stan. (ANTARA/Budi Laksono)",
    "BACA JUGA: Bupati Kendal Resmikan Taman Kepala Dinas hadir.",
    "Berita Terkait",
    "Editor: Teguh",
    "Oleh:",
    "COPYRIGHT © KABAR",
    "1856",
    "&ndash;",
    "– ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\x1c",
    "x",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(st.characters())


@given(TEXTS)
def test_the_text_is_never_altered(text: str) -> None:
    assert parse(text, "sigap").text == text


@given(TEXTS)
def test_the_body_lies_within_the_text_in_order(text: str) -> None:
    edges = [edge for span in parse(text, "sigap").body for edge in (span.start, span.end)]
    assert edges == sorted(edges) and all(0 <= edge <= len(text) for edge in edges)


@given(TEXTS)
def test_no_stretch_of_the_body_is_empty_or_begins_or_ends_with_space(text: str) -> None:
    stretches = [text[span.start : span.end] for span in parse(text, "sigap").body]
    assert all(stretch and stretch == stretch.strip() for stretch in stretches)


@given(TEXTS)
def test_the_headline_stands_where_it_says_and_is_no_body(text: str) -> None:
    article = parse(text, "sigap")
    if article.headline_span is not None:
        start, end = article.headline_span.start, article.headline_span.end
        assert " ".join(text[start:end].split()) == article.headline
        assert all(span.start >= end for span in article.body)


WRAPPED = """Bupati Ajak Humas Sigap

Bupati Kendal Rahmat Santika membuka Rapat Koordinasi Kehumasan di
Pendopo Kendal, Senin (4/9/2023). Hal itu disampaikan Kepala Bagian
Administrasi Pemerintahan Sekretariat Daerah Kabupaten Kendal di sela
pelaksanaan rapat koordinasi itu dan dihadiri seluruh camat.

Menurut dia, rapat koordinasi sangat penting karena banyak hal yang
terjadi di masyarakat perlu digali dari unsur pimpinan daerah.
"""


def test_paragraphs_whose_lines_were_broken_are_whole() -> None:
    article = parse(WRAPPED, "sigap")
    first, second = (WRAPPED[span.start : span.end] for span in article.body)
    assert first.startswith("Bupati Kendal") and first.endswith("camat.") and second.endswith("daerah.")
    assert article.headline == "Bupati Ajak Humas Sigap"


def test_lines_that_are_paragraphs_or_a_list_stay_apart() -> None:
    plain = "\n".join(["Bupati Kendal Rahmat Santika membuka Rapat Koordinasi Kehumasan di Kendal kemarin."] * 6)
    listed = "\n".join(f"{number}. Kepala Dinas Kesehatan Kabupaten Kendal Rahmat Santika" for number in range(9))
    for text in (plain, listed):
        assert len(parse(f"Humas Sigap\n\n{text}", "sigap").body) == len(text.splitlines())
