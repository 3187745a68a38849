"""What a text says of itself: headline, date, dateline, publisher, byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.language.dates import article_years, find_dates
from kg.model import Day, Span

_LONGEST_HEADLINE = 180
_STAMP = re.compile(
    r"^\W*(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:[ T]\d\d?[:.]\d\d.*)?"
    r"|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<c>(?:19|20)\d\d)(?:,?\s+\d\d?[:.]\d\d.*)?"
    r"|(?P<e>\d{1,2})\s+(?P<f>\d{1,2})-(?P<g>(?:19|20)\d\d))\W*$"
)
_SAID = re.compile(
    r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum['’]at|Sabtu|Minggu|Ahad),?\s*\((\d{1,2})/(\d{1,2})/((?:19|20)?\d\d)\)"
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\bWI[BT]A?\b", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?P<who>editor|pewarta|penulis|reporter|oleh)[ \t]*:[ \t]*(?P<name>[^\n/()|]{2,60})", re.IGNORECASE
)
_BYLINE_MARKS = ("ditor", "ewarta", "enulis", "eporter", "leh:", "leh :", "DITOR", "ENULIS", "EPORTER", "EWARTA")
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][\w'’.]*(?:[ -][A-Z][\w'’.]*){0,3})?"
    r"(?:,\s*(?P<after>[\w'’.]+(?:[ -][A-Z][\w'’.]*){0,2}))?"
    r"\s*(?:\((?P<source>[A-Za-z.]{3,20})\))?"
    r"\s*(?:\n\s*)?(?:[-–—]+|&(?:amp;)*[nm]dash;)(?:\s|&(?:amp;)*nbsp;)*"
)
_PUBLISHER = re.compile(r"(?:copyright\s*©?|©)\s*(?P<name>[A-Z][\w.]+)", re.IGNORECASE)
_SITE = re.compile(r"^[A-Za-z0-9-]+\.(?:com|co|id|net|news|tv|(?:go|co|ac|or|my)\.id)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The beginning of the prose that names place and source: `Semarang (ANTARA) -`. end: where prose begins."""

    end: int
    place: str | None
    source: str | None


def stamp(line: str, body: str) -> Day | None:
    """The date of a line that is no more than a date: the page's own. body settles `m/d` against `d/m`."""
    match = _STAMP.match(line)
    try:
        if match:
            return _stamped(match, body)
        dates = find_dates(line, 0, len(line), said=None)
    except ValueError:
        return None
    rest = line
    for date in dates:
        rest = rest.replace(line[date.start : date.end], "")
    letters = re.sub(r"[^A-Za-z]", "", _CLOCK.sub("", rest))
    return dates[0].first if dates and dates[0].first.day and len(letters) <= 6 else None


def _stamped(match: re.Match[str], body: str) -> Day:
    part = match.groupdict()
    if part["y"]:
        return Day(int(part["y"]), int(part["m"]), int(part["d"]))
    if part["e"]:
        return Day(int(part["g"]), int(part["f"]), int(part["e"]))
    first, second, year = int(part["a"]), int(part["b"]), int(part["c"])
    return _ordered(first, second, year, body)


def _ordered(first: int, second: int, year: int, body: str) -> Day:
    """`a/b/yyyy`: what is over 12 is the day; else as the body's own dates say; else day first, as is usual here."""
    if first > 12 or second > 12:
        return Day(year, second, first) if first > 12 else Day(year, first, second)
    spoken = {(int(day), int(month)) for day, month in re.findall(r"\((\d{1,2})/(\d{1,2})", body)}
    american = any(month == first and abs(day - second) <= 3 for day, month in spoken)
    local = any(month == second and abs(day - first) <= 3 for day, month in spoken)
    return Day(year, first, second) if american and not local else Day(year, second, first)


def trailing_date(line: str) -> tuple[str, Day] | None:
    """A headline with its date in one line (`Judul …  30 November 2023  ← Back`): the headline and the day."""
    for date in find_dates(line, 0, len(line), said=None):
        head = line[: date.start].rstrip()
        gap = date.start - len(head)
        if gap >= 2 and len(head) > 20 and date.first.day and len(line) - date.end < 20:
            return head, date.first
    return None


def said_date(body: str) -> Day | None:
    """The latest date that the prose gives as its own, `Selasa (24/10/2023)`."""
    found = []
    for day, month, year in _SAID.findall(body):
        try:
            found.append(Day(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)))
        except ValueError:  # no such day
            continue
    return max(found, default=None)


def headline_like(line: str) -> bool:
    """Short, several words, no final stop, not the beginning of prose."""
    words = line.split()
    return len(words) >= 3 and len(line) <= _LONGEST_HEADLINE and line[-1] not in '.:;,"”' and not line.endswith("WIB")


def dateline(text: str, span: Span) -> Dateline | None:
    """The dateline that a paragraph begins with, if it has one."""
    match = _DATELINE.match(text, span.start, min(span.end, span.start + 120))
    if match is None or not (match.group("place") or match.group("source")) or match.end() >= span.end:
        return None
    place, after, source = match.group("place"), match.group("after"), match.group("source")
    if place and _SITE.match(place):
        return Dateline(match.end(), after, place)
    if after and _SITE.match(after):
        return Dateline(match.end(), place, after)
    if (
        not source
        and after is None
        and text[match.end() - 2 : match.end()].strip() == ""
        and not place.isupper()
        and "\n" in match.group()
    ):
        return None
    spaced = re.search(r"\s(?:[-–—]+|&(?:amp;)*[nm]dash;)(?:\s|&(?:amp;)*nbsp;)*$", match.group()) is not None
    return Dateline(match.end(), place, source or after) if spaced else None


def bylines(text: str) -> dict[str, str]:
    """`author` and `editor`, where the text names them."""
    found: dict[str, str] = {}
    if not any(word in text for word in _BYLINE_MARKS):
        return found
    for match in _BYLINE.finditer(text):
        name = match.group("name").strip(" .")
        role = "editor" if match.group("who").lower() == "editor" else "author"
        if name and ":" not in name and (name[0].isupper() or role == "author") and len(name.split()) <= 5:
            found.setdefault(role, name)
    return found


def publisher(text: str, line: Dateline | None) -> str | None:
    """Who published: the dateline's source, else the copyright line's name."""
    if line and line.source:
        return line.source
    match = _PUBLISHER.search(text)
    return match.group("name") if match else None


__all__: Sequence[str] = (
    "Dateline",
    "article_years",
    "bylines",
    "dateline",
    "headline_like",
    "publisher",
    "said_date",
    "stamp",
    "trailing_date",
)
