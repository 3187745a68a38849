"""What a text says of itself: headline, date, dateline, publisher, byline."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.read import parse

LEAD = (
    "Wali Kota Semarang Dewi Kartini Lestari membuka Rapat Koordinasi Kehumasan 2024 di Balai Kota Semarang yang "
    "diikuti puluhan pranata humas dari seluruh perangkat daerah."
)
MORE = (
    "Rapat itu membahas kesiapan humas menghadapi pemilihan kepala daerah yang akan digelar serentak pada akhir "
    "tahun di seluruh Indonesia."
)
HEADLINE = "Humas Daerah Diminta Sigap"


def article(*paragraphs: str) -> Article:
    return parse("\n\n".join(paragraphs), "sigap")


def body(found: Article) -> list[str]:
    return [found.text[span.start : span.end] for span in found.body]


HEADLINES = {
    "first": (HEADLINE, "Senin, 5 Februari 2024", LEAD),
    "behind the date": ("Senin, 5 Februari 2024 10:15 WIB", HEADLINE, LEAD),
    "behind a menu": ("Beranda / Berita / Daerah", HEADLINE, LEAD),
    "behind a logo and a counter": ("Logo Header Kabar Jateng", "1856", HEADLINE, LEAD),
    "in one line with its date": (f"{HEADLINE} dan Terbuka  30 Januari 2024  ← Back", LEAD),
    "in two lines' width": (f"{HEADLINE} Menghadapi\tPemilihan", LEAD),
}


@pytest.mark.parametrize("paragraphs", HEADLINES.values(), ids=HEADLINES)
def test_the_headline(paragraphs: tuple[str, ...]) -> None:
    found = article(*paragraphs)
    assert (found.headline or "").startswith(HEADLINE)
    assert body(found) == [LEAD]


@pytest.mark.parametrize("paragraphs", HEADLINES.values(), ids=HEADLINES)
def test_the_headlines_place(paragraphs: tuple[str, ...]) -> None:
    found = article(*paragraphs)
    assert found.headline_span is not None
    written = found.text[found.headline_span.start : found.headline_span.end]
    assert " ".join(written.split()) == found.headline


@pytest.mark.parametrize(
    "paragraphs", [(LEAD, MORE), (f"Semarang - {LEAD}", MORE), ("Rapat digelar di Semarang.", LEAD)]
)
def test_no_headline_is_made_of_prose(paragraphs: tuple[str, ...]) -> None:
    found = article(*paragraphs)
    assert found.headline is None
    assert len(body(found)) == 2


STAMPS = {
    "Senin, 5 Februari 2024": "2024-02-05",
    "Senin, 5 Februari 2024 16:10 WIB": "2024-02-05",
    "Senin, 5 Feb 2024 | 10.12 WITA": "2024-02-05",
    "5 Februari 2024": "2024-02-05",
    "2024-02-05": "2024-02-05",
    "2024-02-05 10:12:00": "2024-02-05",
    "2024-02-05T10:12:00+07:00": "2024-02-05",
    "05/02/2024": "2024-02-05",
    "25/02/2024, 10:12": "2024-02-25",
    "02/25/2024": "2024-02-25",
    "    05 02-2024": "2024-02-05",
}


@pytest.mark.parametrize(("stamp", "day"), STAMPS.items(), ids=STAMPS)
def test_the_date_of_a_line_that_is_nothing_else(stamp: str, day: str) -> None:
    found = article(HEADLINE, stamp, LEAD)
    assert str(found.published) == day
    assert body(found) == [LEAD]


def test_the_prose_settles_whether_day_or_month_comes_first() -> None:
    assert str(article(HEADLINE, "02/05/2024", f"{LEAD} Hal itu dikatakannya, Senin (5/2).").published) == "2024-02-05"


def test_a_date_in_the_headlines_line() -> None:
    assert str(article(f"{HEADLINE} dan Terbuka  30 Januari 2024  ← Back", LEAD).published) == "2024-01-30"


def test_without_a_stamp_the_latest_day_that_the_prose_gives_as_its_own() -> None:
    found = article(f"{LEAD} Rapat lain digelar Rabu (31/1/2024).", f"{MORE} Hal itu dikatakannya, Senin (5/2/2024).")
    assert str(found.published) == "2024-02-05"


NO_DATE = {
    "nothing": LEAD,
    "a day without a year": f"{LEAD} Hal itu dikatakannya, Senin (5/2).",
    "a year that is spoken of": f"{LEAD} Pemilihan digelar pada tahun 2024.",
    "a day that does not exist": f"{LEAD} Hal itu dikatakannya, Senin (31/2/2024).",
}


@pytest.mark.parametrize("text", NO_DATE.values(), ids=NO_DATE)
def test_no_date(text: str) -> None:
    assert article(HEADLINE, text).published is None


def test_an_impossible_stamp_is_no_date() -> None:
    assert article(HEADLINE, "31/02/2024", LEAD).published is None


DATELINES = {
    "a place": ("Semarang - ", "Semarang", None),
    "a long dash": ("Semarang – ", "Semarang", None),
    "a place in capitals": ("SEMARANG – ", "SEMARANG", None),
    "a place of two words": ("Kota Semarang - ", "Kota Semarang", None),
    "an agency": ("Semarang (ANTARA) - ", "Semarang", "ANTARA"),
    "a site": ("SEMARANG, KABAR.com - ", "SEMARANG", "KABAR.com"),
    "a newsroom": ("Semarang, Kabar Jateng - ", "Semarang", "Kabar Jateng"),
    "an entity for the dash": ("Semarang &ndash; ", "Semarang", None),
    "an entity, escaped twice": ("Semarang (ANTARA) &amp;mdash; ", "Semarang", "ANTARA"),
    "a break in the middle": ("Semarang, Pemkot\n– ", "Semarang", "Pemkot"),
}


@pytest.mark.parametrize(("line", "place", "source"), DATELINES.values(), ids=DATELINES)
def test_datelines(line: str, place: str, source: str | None) -> None:
    found = article(HEADLINE, f"{line}{LEAD}", MORE)
    assert (found.dateline, found.publisher) == (place, source)
    assert body(found) == [LEAD, MORE]


NO_DATELINES = {
    "a doubled word": "Undang-undang itu berlaku. ",
    "a name with a hyphen": "Sri-Ayu hadir dalam rapat itu. ",
    "a year range": "Ketua periode 2016-2018 hadir. ",
    "an aside between dashes": "Rapat itu digelar - setelah lama ditunggu - di Semarang. ",
}


@pytest.mark.parametrize("beginning", NO_DATELINES.values(), ids=NO_DATELINES)
def test_no_datelines(beginning: str) -> None:
    found = article(HEADLINE, beginning + LEAD)
    assert found.dateline is None
    assert body(found) == [beginning + LEAD]


BYLINES = {
    "reporter and editor": ("Pewarta : Rahmat Santika\nEditor: Teguh Wibisana", "Rahmat Santika", "Teguh Wibisana"),
    "in brackets behind the prose": (f"{MORE} (Penulis: Rahmat/Editor: Teguh W.)", "Rahmat", "Teguh W"),
    "in capitals": ("PENULIS: Rahmat Santika", "Rahmat Santika", None),
    "by": ("Oleh: Rahmat Santika", "Rahmat Santika", None),
    "editor alone": ("Editor: Teguh Wibisana", None, "Teguh Wibisana"),
    "empty": ("Pewarta :\nEditor :", None, None),
    "a desk": ("Penulis : pengelola web", "pengelola web", None),
    "none": ("Rapat ditutup sore hari.", None, None),
}


@pytest.mark.parametrize(("text", "author", "editor"), BYLINES.values(), ids=BYLINES)
def test_bylines(text: str, author: str | None, editor: str | None) -> None:
    found = article(HEADLINE, LEAD, text)
    assert (found.author, found.editor) == (author, editor)


@pytest.mark.parametrize("line", ["COPYRIGHT © KABAR 2024", "Copyright KABAR 2024", "© KABAR 2024"])
def test_the_publisher_of_a_copyright_line(line: str) -> None:
    assert article(HEADLINE, LEAD, line).publisher == "KABAR"


def test_the_datelines_source_comes_before_the_copyright_lines() -> None:
    assert article(HEADLINE, f"Semarang (ANTARA) - {LEAD}", "COPYRIGHT © KABAR 2024").publisher == "ANTARA"
