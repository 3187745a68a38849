"""Web pages: the article in a page, and what the page says of it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kg.errors import InputError
from kg.read.document import Document
from kg.read.text import decode

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
_HEAD = 4096
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*?(/?)>")
_FLAT = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_FLAT |= {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "option"}
"""Elements that hold nothing, or that end by themselves where the next one begins."""


@dataclass(frozen=True, slots=True)
class Page:
    """The article in a page: its text, and what stands beside it, each None where the page does not say."""

    text: str
    title: str | None
    date: str | None
    publisher: str | None
    author: str | None
    url: str | None


def page(document: Document, depth: int) -> Page:
    """The article in a document that is a page. InputError if there is none, or if it is nested deeper than that."""
    from trafilatura import bare_extraction

    text = charset(document.content, document.place)
    check_depth(text, depth, document.place)
    found = bare_extraction(
        text, url=document.url, fast=True, include_comments=False, include_tables=False, with_metadata=True
    )
    prose = getattr(found, "text", None)
    if not prose or not prose.strip():
        raise InputError("no article in this page", where=document.place, hint="a page with prose was expected")
    fields = (getattr(found, name, None) or None for name in ("title", "date", "sitename", "author", "url"))
    return Page(prose, *fields)


def charset(data: bytes, place: str) -> str:
    """The text of a page's bytes: its own declaration, else as plain text."""
    declared = _DECLARED.search(data[:_HEAD])
    if declared:
        try:
            return data.decode(codecs.lookup(declared.group(1).decode("ascii")).name)
        except (LookupError, UnicodeDecodeError):  # a page may say what is not so
            pass
    return decode(data, place)[0]


def check_depth(text: str, limit: int, place: str) -> None:
    """InputError if the page's elements are nested deeper than that: parsers fail or hang there."""
    depth = 0
    for closing, name, empty in _TAG.findall(text):
        if name.lower() in _FLAT or empty:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > limit:
            raise InputError(f"elements nested deeper than {limit}", where=place, hint="--max-depth allows more")
