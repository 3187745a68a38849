"""Dates as Indonesian news writes them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.dates import article_years, find_dates, weekdays
from kg.model import Day


def dates(text: str, said: str | None = None, years: tuple[int, ...] = ()) -> list[str]:
    """The first days found, with the last one of a range behind `/`."""
    day = Day.parse(said) if said else None
    found = find_dates(text, 0, len(text), said=day, years=years)
    return [f"{one.first}/{one.last}" if one.last else str(one.first) for one in found]


WHOLE = {
    "2 September 2023": "2023-09-02",
    "Sabtu, 2 September 2023": "2023-09-02",
    "Sabtu (2 September 2023)": "2023-09-02",
    "tanggal 2 September 2023": "2023-09-02",
    "23 Nov 2023": "2023-11-23",
    "2 Agt. 2024": "2024-08-02",
    "2 Nopember 2023": "2023-11-02",
    "SELASA, 24 OKTOBER 2023": "2023-10-24",
    "Rabu, 14/8/2019": "2019-08-14",
    "Rabu (14/8/2019)": "2019-08-14",
    "Rabu (14/08/2019)": "2019-08-14",
    "Rabu 14.8.2019": "2019-08-14",
    "14/8/2019": "2019-08-14",
    "14-8-2019": "2019-08-14",
    "2019-08-14": "2019-08-14",
    "29 Februari 2024": "2024-02-29",
    "Jum'at (7/12/2018)": "2018-12-07",
    "Jum’at (7/12/2018)": "2018-12-07",
    "Ahad, 3 Desember 2023": "2023-12-03",
    "September 2023": "2023-09",
    "Mei 2024": "2024-05",
    "tahun 2023": "2023",
}


@pytest.mark.parametrize(("text", "day"), WHOLE.items(), ids=WHOLE)
def test_what_is_whole_needs_nothing_else(text: str, day: str) -> None:
    assert dates(f"Rapat digelar {text} di Bandung.") == [day]
    assert dates(f"Rapat digelar {text} di Bandung.", said="2021-06-15") == [day]


RANGES = {
    "2-4 September 2023": "2023-09-02/2023-09-04",
    "2 – 4 September 2023": "2023-09-02/2023-09-04",
    "2 hingga 4 September 2023": "2023-09-02/2023-09-04",
    "2 sampai 4 September 2023": "2023-09-02/2023-09-04",
    "2 sampai dengan 4 September 2023": "2023-09-02/2023-09-04",
    "2 s/d 4 September 2023": "2023-09-02/2023-09-04",
    "2 s.d. 4 September 2023": "2023-09-02/2023-09-04",
    "2 dan 3 September 2023": "2023-09-02/2023-09-03",
    "30 September - 2 Oktober 2023": "2023-09-30/2023-10-02",
    "28 Desember - 2 Januari 2024": "2023-12-28/2024-01-02",
}


@pytest.mark.parametrize(("text", "days"), RANGES.items(), ids=RANGES)
def test_ranges(text: str, days: str) -> None:
    assert dates(f"Rapat digelar {text} di Bandung.") == [days]


def test_a_range_over_the_turn_of_a_year_that_is_not_named() -> None:
    assert dates("28 Desember - 2 Januari", said="2024-01-05") == ["2023-12-28/2024-01-02"]


SHORT_YEARS = {
    "behind its weekday": ("Senin (26/12/16)", ["2016-12-26"]),
    "without a weekday it may be an hour or a version": ("pukul 12.10.16", []),
    "what is stated wins over the weekday": ("Senin (27/12/16)", ["2016-12-27"]),
}


@pytest.mark.parametrize(("text", "days"), SHORT_YEARS.values(), ids=SHORT_YEARS)
def test_a_year_of_two_digits(text: str, days: list[str]) -> None:
    assert dates(text) == days


BY_ARTICLE = {
    "days before": ("Sabtu (2/9)", "2023-09-04", "2023-09-02"),
    "the day itself": ("Sabtu (2/9)", "2023-09-02", "2023-09-02"),
    "weeks ahead": ("Sabtu (2/9)", "2023-07-20", "2023-09-02"),
    "over the turn of the year, back": ("Senin (30/12)", "2020-01-02", "2019-12-30"),
    "over the turn of the year, ahead": ("Kamis (2/1)", "2019-12-30", "2020-01-02"),
    "the weekday decides": ("Jumat (7/12)", "2019-02-01", "2018-12-07"),
    "a month for an article's date": ("Sabtu (2/9)", "2023-09", "2023-09-02"),
    "without a weekday": ("pada 2 September", "2023-09-04", "2023-09-02"),
    "a range": ("28 hingga 30 April", "2024-05-02", "2024-04-28/2024-04-30"),
    "the leap day": ("Kamis (29/2)", "2024-03-01", "2024-02-29"),
}


@pytest.mark.parametrize(("text", "said", "day"), BY_ARTICLE.values(), ids=BY_ARTICLE)
def test_a_year_from_the_article(text: str, said: str, day: str) -> None:
    assert dates(text, said) == [day]


BY_YEARS = {
    "the latest that fits": ("Jumat (7/12)", (2012, 2018), "2018-12-07"),
    "one before those spoken of": ("Jumat (7/12)", (2019,), "2018-12-07"),
    "years long past do not count": ("Jumat (7/12)", (2004, 2018, 2019), "2018-12-07"),
}


@pytest.mark.parametrize(("text", "years", "day"), BY_YEARS.values(), ids=BY_YEARS)
def test_a_year_from_the_weekday_and_the_years_spoken_of(text: str, years: tuple[int, ...], day: str) -> None:
    assert dates(text, years=years) == [day]


UNSETTLED = {
    "no year anywhere": ("Jumat (7/12)", None, ()),
    "no year in which the weekday fits": ("Jumat (7/12)", None, (2023,)),
    "the weekday does not fit the article's year": ("Jumat (7/12)", "2023-09-04", ()),
    "no weekday and no article's date": ("pada 2 September", None, (2023,)),
}


@pytest.mark.parametrize(("text", "said", "years"), UNSETTLED.values(), ids=UNSETTLED)
def test_no_year_is_guessed(text: str, said: str | None, years: tuple[int, ...]) -> None:
    assert dates(text, said, years) == []


RELATIVE = {
    "hari ini": "2023-09-04",
    "kemarin": "2023-09-03",
    "besok": "2023-09-05",
    "Sabtu": "2023-09-02",
    "Senin": "2023-09-04",
}


@pytest.mark.parametrize(("text", "day"), RELATIVE.items(), ids=RELATIVE)
def test_relative_days_hang_on_the_articles_date(text: str, day: str) -> None:
    assert dates(text, "2023-09-04") == [day]
    assert dates(text) == []


NO_DATES = [
    "7/12",
    "Pasal 7/12",
    "nomor 12/2023",
    "0812/3456",
    "pukul 20:43",
    "35 tahun",
    "2023",
    "September",
    "minggu depan",
    "1.040 orang",
    "skor 3-2",
    "Rp 2.500.000",
    "Senin 2.500 orang",
    "5 Februar\u0130 2024",
    "5 Agu\u017ftus 2024",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert dates(text, years=(2023,)) == []


IMPOSSIBLE = [
    "31/2/2023",
    "Jumat (31/2)",
    "30 Februari 2023",
    "29 Februari 2023",
    "32 Mei 2024",
    "2023-13-01",
    "99/99/2023",
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_an_impossible_day_is_no_day(text: str) -> None:
    found = find_dates(text, 0, len(text), said=Day(2023, 9, 4), years=(2023,))
    assert not any(one.first.day for one in found)


def test_a_range_that_ends_before_it_begins_is_none() -> None:
    assert dates("Kelas 5 - 2 Mei 2024") == ["2024-05-02"]


def test_offsets_are_the_texts() -> None:
    text = "Rapat pada Sabtu (2/9/2023) dan 5 Mei 2024."
    found = find_dates(text, 6, len(text), said=None)
    assert [text[one.start : one.end] for one in found] == ["Sabtu (2/9/2023)", "5 Mei 2024"]


def test_only_the_stretch_asked_for_is_searched() -> None:
    text = "5 Mei 2024 dan 6 Mei 2024"
    assert [str(one.first) for one in find_dates(text, 11, len(text), said=None)] == ["2024-05-06"]


def test_years_that_a_text_speaks_of() -> None:
    assert article_years("Pemilu 2024, sejak 2004, Rp 20240 dan 2024 lagi") == (2004, 2024)


def test_weekdays() -> None:
    assert weekdays() >= {"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"}


MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
WEEK = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))
FORMS = ["{d} {M} {y}", "{W}, {d} {M} {y}", "{W} ({d}/{m}/{y})", "{W} ({d:02}/{m:02}/{y})", "{y}-{m:02}-{d:02}"]


@given(DAYS, st.sampled_from(FORMS))
def test_every_day_is_read_back_from_every_form(day: date, form: str) -> None:
    words = {"M": MONTHS[day.month - 1], "W": WEEK[day.weekday()], "d": day.day, "m": day.month, "y": day.year}
    assert dates(form.format(**words)) == [day.isoformat()]


@given(DAYS, st.integers(-90, 90))
def test_a_day_without_its_year_is_read_back_near_the_article(day: date, apart: int) -> None:
    said = (day + timedelta(days=apart)).isoformat()
    assert dates(f"{WEEK[day.weekday()]} ({day.day}/{day.month})", said) == [day.isoformat()]


PIECES = [
    "Jumat",
    "Sabtu,",
    "(7/12)",
    "31",
    "2",
    "/",
    "-",
    "s.d.",
    "Mei",
    "Desember",
    "2023",
    "2024",
    "tahun",
    " ",
    "kemarin",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(), st.none() | DAYS)
def test_whatever_the_text_dates_stand_in_order_and_ranges_run_forward(text: str, said: date | None) -> None:
    day = Day(said.year, said.month, said.day) if said else None
    found = find_dates(text, 0, len(text), said=day, years=article_years(text))
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges) and all(0 <= edge <= len(text) for edge in edges)
    assert all(one.last is None or one.last >= one.first for one in found)
