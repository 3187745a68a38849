"""Dates in Indonesian text, by one combined pattern.

A date without a year takes the one nearest to the article's own date; without that, the latest year not after
those the text speaks of (at most one before) in which the named weekday falls on it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from kg.model import Day

_FILE = Path(__file__).parent.parent / "lexicon" / "dates.toml"
_SPREAD = 200
_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date's place in the text, its first and (for a range) last day, and the form it was written in."""

    start: int
    end: int
    first: Day
    last: Day | None
    form: str


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _pattern() -> re.Pattern[str]:
    longest = lambda table: "|".join(sorted((re.escape(word) for word in _words()[table]), key=lambda w: (-len(w), w)))  # noqa: E731
    month, weekday, days = longest("months"), longest("weekdays"), longest("days")
    till = r"\s*(?:-|–|—|s\.?/d\.?|sampai(?:\s+dengan)?|hingga|dan)\s*"
    return re.compile(
        rf"""
        (?P<iso>(?<!\d)(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)(?!\d))
      | (?:\b(?P<w1>{weekday})\b,?\s*)?\(?(?:\b(?P<w3>{weekday}),\s*)?(?<![\d/.,])(?P<nd>\d{{1,2}})(?:\s*-\s*(?P<nd2>\d{{1,2}}))?[/\-.](?P<nm>\d{{1,2}})(?:[/\-.](?P<ny>(?:19|20)\d\d))?(?![\d/.,]\d)(?!\d)\)?
      | (?:\b(?P<w2>{weekday}),?\s+)?\(?(?:tanggal\s+)?(?<![\d/.,])(?P<d>\d{{1,2}})(?:\s+(?P<m1>{month}))?(?:{till}(?P<d2>\d{{1,2}}))?\s+(?P<m>{month})\b\.?(?:,?\s+(?P<y>(?:19|20)\d\d)(?!\d))?
      | \b(?P<bm>{month})\s+(?P<by>(?:19|20)\d\d)(?!\d)
      | \b(?P<rel>{days})\b
      | \b(?P<bw>{weekday})\b
      | \btahun\s+(?P<oy>(?:19|20)\d\d)(?!\d)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def weekdays() -> frozenset[str]:
    """The names of the days of the week, lower-cased."""
    return frozenset(_words()["weekdays"])


def article_years(text: str) -> tuple[int, ...]:
    """The years that the text speaks of, in order."""
    return tuple(sorted({int(year) for year in _YEAR.findall(text)}))


def find_dates(text: str, start: int, end: int, *, said: Day | None, years: tuple[int, ...] = ()) -> list[DateMention]:
    """The dates of `text[start:end]`, in order. said: the article's date; years: those it speaks of."""
    found = []
    for match in _pattern().finditer(text, start, end):
        try:
            mention = _mention(match, said, years)
        except ValueError:
            continue
        if mention:
            found.append(mention)
    return found


def _mention(match: re.Match[str], said: Day | None, years: tuple[int, ...]) -> DateMention | None:
    part = match.groupdict()
    if part["iso"]:
        return _made(match, Day(int(part["iy"]), int(part["im"]), int(part["id"])), None, "iso")
    if part["nd"]:
        return _numeric(match, part, said, years)
    if part["d"]:
        return _written(match, part, said, years)
    if part["bm"]:
        return _made(match, Day(int(part["by"]), _month(part["bm"])), None, "month")
    if part["oy"]:
        return _made(match, Day(int(part["oy"])), None, "year")
    return _relative(match, part, said)


def _made(match: re.Match[str], first: Day, last: Day | None, form: str) -> DateMention:
    return DateMention(match.start(), match.end(), first, last, form)


def _numeric(match: re.Match[str], part: dict[str, Any], said: Day | None, years: tuple[int, ...]) -> DateMention | None:
    weekday = part["w1"] or part["w3"]
    if not part["ny"] and not weekday:
        return None
    day, month = int(part["nd"]), int(part["nm"])
    year = int(part["ny"]) if part["ny"] else _year(month, day, weekday, said, years)
    if year is None:
        return None
    last = Day(year, month, int(part["nd2"])) if part["nd2"] else None
    return _made(match, Day(year, month, day), last, "numeric")


def _written(match: re.Match[str], part: dict[str, Any], said: Day | None, years: tuple[int, ...]) -> DateMention | None:
    month = _month(part["m"])
    first_month = _month(part["m1"]) if part["m1"] else month
    if part["m1"] and not part["d2"]:
        return None
    day = int(part["d"])
    year = int(part["y"]) if part["y"] else _year(first_month, day, part["w2"], said, years)
    if year is None:
        return None
    last = Day(year, month, int(part["d2"])) if part["d2"] else None
    return _made(match, Day(year, first_month, day), last, "written")


def _relative(match: re.Match[str], part: dict[str, Any], said: Day | None) -> DateMention | None:
    if said is None or not said.day:
        return None
    base = date(said.year, said.month, said.day)
    if part["rel"]:
        days = int(_words()["days"][part["rel"].lower()])
    elif part["bw"] and part["bw"][0].isupper():
        days = -((base.weekday() - _weekday(part["bw"])) % 7)
    else:
        return None
    day = base + timedelta(days=days)
    return _made(match, Day(day.year, day.month, day.day), None, "relative")


def _month(word: str) -> int:
    return int(_words()["months"][word.lower()])


def _weekday(word: str) -> int:
    return int(_words()["weekdays"][word.lower()])


def _year(month: int, day: int, weekday: str | None, said: Day | None, years: tuple[int, ...]) -> int | None:
    """The year of a day and month, as the module's head says; None where nothing settles it."""
    if said is not None:
        base = date(said.year, said.month or 7, said.day or 1)
        near = [y for y in (said.year - 1, said.year, said.year + 1) if _exists(y, month, day)]
        near = [y for y in near if abs((date(y, month, day) - base).days) <= _SPREAD and _falls(y, month, day, weekday)]
        return min(near, key=lambda y: abs((date(y, month, day) - base).days)) if near else None
    if weekday is None:
        return None
    spoken = sorted({y - back for y in years for back in (0, 1)}, reverse=True)
    return next((y for y in spoken if _exists(y, month, day) and _falls(y, month, day, weekday)), None)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _falls(year: int, month: int, day: int, weekday: str | None) -> bool:
    return weekday is None or date(year, month, day).weekday() == _weekday(weekday)
