"""Web archives (WARC), as Common Crawl's news archive has them: the Indonesian articles among their pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import IO

from kg.errors import InputError
from kg.lexicon import words
from kg.read.document import HTML, TEXT, Document, Told
from kg.read.how import How
from kg.read.html import charset, page
from kg.read.records import Item

_MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LOOKED_AT = 3000
_SHARE = 0.12
_FEWEST = 60
_STOPS = re.compile(r"[.!?][\"”’)]?(?:\s|$)")
_SENTENCES = 4


def warc(stream: IO[bytes], place: str, name: str, how: How) -> Iterator[Item]:
    """The documents of a web archive: pages that came whole, in Indonesian, with prose, each once."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    seen: set[str] = set()
    counts: Counter[str] = Counter()
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type != "response" or not _is_page(record):
                continue
            counts["pages"] += 1
            data = record.content_stream().read(how.limits.file + 1)
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            found = _article(data, f"{place}:{url or counts['pages']}", url, how, seen)
            if isinstance(found, Document):
                counts["kept"] += 1
                yield found
            else:
                counts[found] += 1
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        yield InputError("a broken archive", where=place, hint=str(error))
    told = ", ".join(f"{counts[why]:,} {why}" for why in sorted(counts) if why not in ("pages", "kept"))
    yield Told(place, f"kept {counts['kept']:,} of {counts['pages']:,} pages" + (f": {told}" if told else ""))


def _is_page(record: object) -> bool:
    headers = getattr(record, "http_headers", None)
    if headers is None or headers.get_statuscode() != "200":
        return False
    return "html" in (headers.get_header("Content-Type") or "").lower()


def _article(data: bytes, place: str, url: str, how: How, seen: set[str]) -> Document | str:
    """The document of a page, or why it is passed over, in a word."""
    try:
        how.limits.check_file(len(data), place)
        if not indonesian(charset(data, place)):
            return "not Indonesian"
        found = page(Document(place, "", data, HTML, url=url or None), how.limits.depth)
    except InputError:
        return "unreadable"
    if len(_STOPS.findall(found.text)) < _SENTENCES:
        return "without prose"
    digest = sha256(found.text.encode("utf-8", "replace")).hexdigest()
    if digest in seen or (url and url in seen):
        return "met before"
    seen.update((digest, url))
    name = re.sub(r"[^\w.-]+", "-", re.sub(r"^\w+://", "", url)).strip("-") or digest[:16]
    beside = {"title": found.title, "date": found.date, "publisher": found.publisher, "author": found.author}
    return Document(place, name, found.text.encode("utf-8", "replace"), TEXT, url=url or None, **beside)


def indonesian(markup: str) -> bool:
    """Whether a page's words are Indonesian, by the share of the language's small words among its first."""
    found = [word.lower() for word in _WORD.findall(_MARKUP.sub(" ", markup))[:_LOOKED_AT]]
    known = words("indonesian")
    return len(found) >= _FEWEST and sum(word in known for word in found) >= _SHARE * len(found)
