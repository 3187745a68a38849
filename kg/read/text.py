"""Plain text files: bytes into text, text into an `Article`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from kg.errors import InputError
from kg.model import Article, Day, Span
from kg.read import frame, furniture

_LINE = re.compile(r"[^\r\n]+")
_LATIN = "cp1252"
_HEADER_LINES = 8
_WRAPPED = 4  # so many lines that another follows at once, and
_MOSTLY = 0.7  # so large a share of them broken within a sentence, make a text one of broken lines
_COLUMN = (40, 110)
_CLOSING = frozenset('.!?:;…”"»')
_MARKS = frozenset("0123456789-–—•*·")


@dataclass(frozen=True, slots=True)
class Read:
    """An article as read from a file, and what there is to say of the reading, a line each."""

    article: Article
    notes: tuple[str, ...] = ()


def decode(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes: a byte order mark's encoding, strict UTF-8, else Windows-1252 with a note."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), () if encoding == "utf-8-sig" else (f"read as {encoding}",)
    if b"\0" in data:
        raise InputError("a binary file", where=place, hint="plain text was expected")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _latin(data, place)


def _latin(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(_LATIN, errors="replace")
    strange = sum(not (letter.isprintable() or letter in "\r\n\t") for letter in text)
    if strange * 20 > len(text):
        raise InputError("a binary file", where=place, hint="plain text was expected")
    return text, ("not UTF-8, read as Windows-1252",)


def parse(text: str, id: str, digest: str | None = None) -> Article:
    """The article that a text is. `digest`: of the file's bytes; else of the text in UTF-8."""
    lines = [Span(*_trim(text, *match.span())) for match in _LINE.finditer(text) if match.group().strip()]
    lines = _unwrapped(text, lines)
    head, headline, published = _header(text, lines)
    body, line = _body(text, lines[head:])
    prose = "\n".join(text[span.start : span.end] for span in body)
    names = frame.bylines(text)
    return Article(
        id,
        text,
        digest or sha256(text.encode("utf-8", "replace")).hexdigest(),
        tuple(body),
        headline=" ".join(text[headline.start : headline.end].split()) if headline else None,
        headline_span=headline,
        published=published or frame.said_date(prose),
        publisher=frame.publisher(text, line),
        author=names.get("author"),
        editor=names.get("editor"),
        dateline=line.place if line else None,
    )


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """The paragraphs of a text whose lines a mail program or a column broke, else its lines.

    It is one if most lines that another follows at once are of a column's length and end within a sentence.
    """
    close = [text.count("\n", one.end, two.start) == 1 for one, two in pairwise(lines)]
    if sum(close) < _WRAPPED:
        return lines
    broken = [near and _goes_on(text, *pair) for near, pair in zip(close, pairwise(lines), strict=True)]
    if sum(broken) < _MOSTLY * sum(close):
        return lines
    whole = lines[:1]
    for line, joined in zip(lines[1:], broken, strict=True):
        if joined:
            whole[-1] = Span(whole[-1].start, line.end)
        else:
            whole.append(line)
    return whole


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Whether the line is of a column's length, and no stop ends it and no list's mark begins the one behind."""
    column = _COLUMN[0] <= line.end - line.start <= _COLUMN[1]
    return column and text[line.end - 1] not in _CLOSING and text[following.start] not in _MARKS


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _header(text: str, lines: list[Span]) -> tuple[int, Span | None, Day | None]:
    """How many lines are header, the headline among them, and the date there."""
    headline: Span | None = None
    published: Day | None = None
    count = 0
    for number, span in enumerate(lines[:_HEADER_LINES]):
        line = text[span.start : span.end]
        joined = frame.trailing_date(line)
        if joined:
            return number + 1, Span(span.start, span.start + len(joined[0])), joined[1]
        day = frame.stamp(line, text)
        if day:
            published, count = published or day, number + 1
        elif furniture.is_furniture(line) or furniture.is_caption(line):
            count = number + 1 if published or headline or count == number else count
        elif headline is None and frame.headline_like(line) and not _prose(text, lines, number):
            headline, count = span, number + 1
        elif headline is None and len(line.split()) < 3 and number == count:
            count = number + 1
        else:
            break
    return count, headline, published


def _prose(text: str, lines: list[Span], number: int) -> bool:
    """Whether a line without a final stop is prose all the same: nothing longer follows it, or it is one sentence
    of a text that has no headline."""
    following = lines[number + 1 : number + 5]
    return not any(len(text[span.start : span.end]) > 90 for span in following)


def _body(text: str, lines: list[Span]) -> tuple[list[Span], frame.Dateline | None]:
    """The prose of the lines behind the header, and the dateline that it begins with."""
    body: list[Span] = []
    found: frame.Dateline | None = None
    for number, span in enumerate(lines):
        if found is not None and span.start < found.end:
            span = Span(found.end, max(span.end, found.end))
        line = text[span.start : span.end]
        if furniture.ends_page(line):
            break
        if furniture.is_furniture(line) or furniture.is_caption(line):
            continue
        if found is None and len(body) < 3:
            found = _opening(text, lines, number)
            if found is not None:
                span = Span(found.end, max(span.end, found.end))
        body += [part for part in furniture.prose_of(text, span) if part.end > part.start]
    return _without_headings(text, body), found


def _opening(text: str, lines: list[Span], number: int) -> frame.Dateline | None:
    """The dateline that the paragraph begins with; it may go on in the next line (`Jakarta, X` / `– …`)."""
    span = lines[number]
    line = frame.dateline(text, span)
    if (
        line is None
        and number + 1 < len(lines)
        and text[lines[number + 1].start] in "-–—"
        and span.end - span.start < 60
    ):
        line = frame.dateline(text, Span(span.start, lines[number + 1].end))
    return line


def _without_headings(text: str, body: list[Span]) -> list[Span]:
    """Headings between paragraphs (`Membumi`) and stray words are no prose: one or two words without a stop."""
    return [span for span in body if len(text[span.start : span.end].split()) > 2 or text[span.end - 1] in ".!?"]
