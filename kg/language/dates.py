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
_SHORT_YEAR = 2
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])(?<!\d...)\d(?!\d)")


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


def _alternatives(table: str) -> str:
    """The words of a table as alternatives of a pattern, longest first; `İ` is no `i`, whatever `re` thinks."""
    words = sorted((re.escape(word) for word in _words()[table]), key=lambda word: (-len(word), word))
    return f"(?a:{'|'.join(words)})"


@cache
def _pattern() -> re.Pattern[str]:
    month, weekday, days = _alternatives("months"), _alternatives("weekdays"), _alternatives("days")
    till = r"\s*(?:-|–|—|s(?:\.?/|\.\s?)d\.?|sampai(?:\s+dengan)?|hingga|dan)\s*"
    return re.compile(
        rf"""
        (?P<iso>(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)(?!\d))
      | (?:(?P<w1>{weekday})\b,?\s*\(?)?(?:(?P<n1>\d{{1,2}})\s?[-–]\s?)?(?P<nd>\d{{1,2}})
        (?:(?P<sep>[/.])(?P<nm>\d{{1,2}})(?:(?P=sep)(?P<ny>(?:19|20)?\d\d))?
          |-(?P<hm>\d{{1,2}})-(?P<hy>(?:19|20)\d\d))
        (?![\d/,]|\.\d)\)?
      | (?:(?P<w2>{weekday})\b,?\s+\(?)?
        (?:tanggal\s+)?(?P<d>\d{{1,2}})(?:\s+(?P<m1>{month}))?(?:{till}(?P<d2>\d{{1,2}}))?
        \s+(?P<m>{month})\b\.?(?:,?\s+(?P<y>(?:19|20)\d\d)(?!\d))?
      | (?P<bm>{month})\s+(?P<by>(?:19|20)\d\d)(?!\d)
      | (?P<rel>{days})\b
      | (?P<bw>{weekday})\b
      | tahun\s+(?P<oy>(?:19|20)\d\d)(?!\d)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _trigger() -> re.Pattern[str]:
    """Where a date may begin: at a digit or at one of the words, never inside a number or a word."""
    starts = sorted({word[:3] for table in ("months", "weekdays", "days") for word in _words()[table]} | {"tah", "tan"})
    either = "|".join(f"[{start[0].upper()}{start[0]}]{re.escape(start[1:])}" for start in starts)
    return re.compile(rf"(?<![\w/.,])(?:\d|{either})")


def weekdays() -> frozenset[str]:
    """The names of the days of the week, lower-cased."""
    return frozenset(_words()["weekdays"])


def article_years(text: str) -> tuple[int, ...]:
    """The years that the text speaks of, in order."""
    return tuple(sorted({int(year) for year in _YEAR.findall(text)}))


def find_dates(text: str, start: int, end: int, *, said: Day | None, years: tuple[int, ...] = ()) -> list[DateMention]:
    """The dates of `text[start:end]`, in order. said: the article's date; years: those it speaks of."""
    found: list[DateMention] = []
    pattern, trigger, at = _pattern(), _trigger(), start
    while (begin := trigger.search(text, at, end)) is not None:
        at = begin.start() + 1
        match = pattern.match(text, begin.start(), end)
        mention = _read(match, said, years) if match else None
        if mention:
            found.append(mention)
            at = mention.end
    return found


def _read(match: re.Match[str], said: Day | None, years: tuple[int, ...]) -> DateMention | None:
    try:
        return _mention(match, said, years)
    except ValueError:  # no such day: 31/2
        return None


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


def _numeric(
    match: re.Match[str], part: dict[str, Any], said: Day | None, years: tuple[int, ...]
) -> DateMention | None:
    given = part["ny"] or part["hy"]
    if not given and not part["w1"]:
        return None
    day, month = int(part["nd"]), int(part["nm"] or part["hm"])
    if given and len(given) == _SHORT_YEAR:
        if not part["w1"]:  # `12.10.16` may be the hour, or a version
            return None
        given = f"20{given}"
    year = int(given) if given else _year(month, day, part["w1"], said, years)
    if year is None:
        return None
    first = int(part["n1"]) if part["n1"] else day
    last = Day(year, month, day) if first < day else None
    return _made(match, Day(year, month, first), last, "numeric") if first <= day else None


def _written(
    match: re.Match[str], part: dict[str, Any], said: Day | None, years: tuple[int, ...]
) -> DateMention | None:
    month = _month(part["m"])
    first_month = _month(part["m1"]) if part["m1"] else month
    if part["m1"] and not part["d2"]:
        return None
    day, turn = int(part["d"]), int(first_month > month)  # from December into January the year turns
    year = int(part["y"]) - turn if part["y"] else _year(first_month, day, part["w2"], said, years)
    if year is None:
        return None
    first, last = Day(year, first_month, day), Day(year + turn, month, int(part["d2"])) if part["d2"] else None
    return _made(match, first, last, "written") if last is None or first <= last else None


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
