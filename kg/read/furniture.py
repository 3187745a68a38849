"""What of a page is no prose: menus, captions, links to other articles, bylines, counters."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.lexicon import table, words
from kg.model import Span

_FILE = Path(__file__).parent.parent / "lexicon" / "furniture.toml"
_WORD = re.compile(r"\S+")
_LONGEST_CAPTION = 400
_TITLE_SMALL = frozenset(
    {
        "dan",
        "di",
        "ke",
        "dari",
        "yang",
        "untuk",
        "dengan",
        "pada",
        "hingga",
        "dalam",
        "ini",
        "saat",
        "bagi",
        "the",
        "of",
        "sampai",
        "oleh",
        "tak",
        "jadi",
        "soal",
        "usai",
    }
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    marks: tuple[str, ...]
    lines: re.Pattern[str]
    endings: re.Pattern[str]
    captions: re.Pattern[str]
    tails: re.Pattern[str]
    links: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    spec = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    either = {name: "|".join(spec[name]) for name in spec}
    return _Patterns(
        tuple(spec["marks"]),
        re.compile(rf"\W*(?:{either['lines']})", re.IGNORECASE),
        re.compile(rf"\W*(?:{either['endings']})\W*$", re.IGNORECASE),
        re.compile(either["captions"], re.IGNORECASE),
        re.compile(either["tails"], re.IGNORECASE),
        re.compile(rf"(?P<insert>{either['inserts']})|{either['links']}", re.IGNORECASE),
    )


def is_furniture(paragraph: str) -> bool:
    """Whether the paragraph as a whole is no prose."""
    return _patterns().lines.match(paragraph) is not None


def is_caption(paragraph: str) -> bool:
    """Whether the paragraph is short and ends as a photo's caption does, with a credit."""
    return len(paragraph) <= _LONGEST_CAPTION and _patterns().captions.search(paragraph) is not None


def ends_page(paragraph: str) -> bool:
    """Whether the paragraph heads a list of other articles, which goes on to the end of the page."""
    return _patterns().endings.match(paragraph) is not None


def prose_of(text: str, span: Span) -> Iterator[Span]:
    """The stretches of a paragraph that are prose: without closing credits, and links and inserts in its middle."""
    patterns = _patterns()
    lower = text[span.start : span.end].lower()
    if not any(mark in lower for mark in patterns.marks):
        yield from _trimmed(text, span.start, span.end)
        return
    ends = (pattern.search(text, span.start, span.end) for pattern in (patterns.tails, patterns.captions))
    end = min((match.start() for match in ends if match), default=span.end)
    at = span.start
    for link in patterns.links.finditer(text, span.start, end):
        if link.start() >= at:
            yield from _trimmed(text, at, link.start())
            at = link.end() if link.group("insert") else _link_end(text, link.end(), end)
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)


@cache
def _openers() -> frozenset[str]:
    """First words of sentences, and of offices and bodies, lower-cased."""
    heads = {row["form"].split()[0].lower() for row in table("posts")} | {
        row["head"].split()[0].lower() for row in table("institution_heads")
    }
    return frozenset(heads | {word.lower() for word in words("stop")}) - _TITLE_SMALL


def _link_end(text: str, start: int, end: int) -> int:
    """Where a linked headline ends: at a word that begins sentences or names of offices, three words on at least.

    Where none comes before the first word in lower case that titles do not have, the sentence behind begins with
    the last capital before it.
    """
    last_capital, before, count = start, "", 0
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        plain = word.strip(",.;:\"'“”").lower()
        if count > 2 and word[0].isupper() and plain in _openers() and before not in _TITLE_SMALL:
            return match.start()
        before, count = plain, count + 1
        if word[0].islower() and word.lower() not in _TITLE_SMALL:
            return last_capital
        if word[0].isupper() or word[0] in '"“&':
            last_capital = match.start()
    return end
