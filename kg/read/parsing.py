"""Documents into articles, whatever their form; what stands beside a text goes before what it says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from kg.errors import InputError
from kg.language.dates import find_dates
from kg.lexicon import table
from kg.model import Article, Day, Span
from kg.read.document import HTML, MARKDOWN, Document
from kg.read.how import Limits
from kg.read.text import Read, decode, parse

_SECONDS, _MILLISECONDS = 10, 13


def parse_document(found: Document, limits: Limits | None = None) -> Read:
    """The article that a document is. InputError if it is empty, binary, or a page without one."""
    text, notes = "", tuple[str, ...]()
    if found.form == HTML:
        from kg.read.html import page

        inside = page(found, (limits or Limits()).depth)
        text, beside = inside.text, inside
        found = replace(
            found,
            title=found.title or beside.title,
            date=found.date or beside.date,
            publisher=found.publisher or beside.publisher,
            author=found.author or beside.author,
            url=found.url or beside.url,
        )
    else:
        text, notes = decode(found.content, found.place)
        if found.form == MARKDOWN:
            text, found = _without_marks(text, found)
    if not text.strip():
        raise InputError("empty file", where=found.place, hint="an article's text was expected")
    return _with_fields(found, text, notes)


def _without_marks(text: str, found: Document) -> tuple[str, Document]:
    from kg.read.markdown import plain

    body, fields = plain(text)
    roles = {row["name"]: row["role"] for row in table("columns")}
    named = {roles[name]: value for name, value in fields.items() if name in roles}
    return body, replace(found, title=named.get("title"), date=named.get("date"), url=named.get("url"))


def _with_fields(found: Document, text: str, notes: tuple[str, ...]) -> Read:
    """The article of the text, with the fields of its document in the place of what the text says."""
    digest = sha256(found.content).hexdigest()
    title = " ".join((found.title or "").split())
    if title and not " ".join(text[: 2 * len(title) + 100].split()).startswith(title):
        text = f"{title}\n\n{text}"
    article = parse(text, found.name, digest)
    if title:
        article = _titled(article, title)
    if found.date:
        published = day_of(found.date)
        notes += () if published else (f"no date: {found.date[:40]}",)
        article = replace(article, published=published or article.published)
    fields = {name: getattr(found, name) for name in ("url", "publisher", "author")}
    return Read(replace(article, **{name: value for name, value in fields.items() if value}), notes)


def _titled(article: Article, title: str) -> Article:
    """The article with that headline, which its text begins with."""
    if article.headline == title:
        return article
    start = len(article.text) - len(article.text.lstrip())
    span = Span(start, start + len(title)) if article.text.startswith(title, start) else None
    body = tuple(one for one in article.body if span is None or one.start >= span.end)
    return replace(article, headline=title, headline_span=span, body=body)


def day_of(value: str) -> Day | None:
    """The day of a date as records have it: ISO, `24/10/2023`, seconds or milliseconds since 1970, Indonesian words."""
    if value.isdecimal() and len(value) in (_SECONDS, _MILLISECONDS):
        moment = datetime.fromtimestamp(int(value[:_SECONDS]), UTC)
        return Day(moment.year, moment.month, moment.day)
    try:
        return Day.parse(value[:10])
    except ValueError:
        pass
    try:
        dates = find_dates(value, 0, len(value), said=None)
    except ValueError:  # no such day
        return None
    return next((one.first for one in dates if one.form != "weekday"), None)
