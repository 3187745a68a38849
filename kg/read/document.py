"""What lies in a file before it is read as an article: its bytes, and what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

TEXT, MARKDOWN, HTML = "text", "markdown", "html"


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it lies in a file, not yet read.

    place: what to call it to a user: `a.txt`, `a.jsonl:12`, `a.zip!b/c.html`
    name: what its identifier is made from: the file's name without its ending, or the record's id
    content: its bytes; form: how they are written, `text`, `markdown` or `html`
    title, date, url, publisher, author: what stands beside the content, in a record's columns or an archive's header
    """

    place: str
    name: str
    content: bytes
    form: str = TEXT
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of all that decides what the article will be, in hexadecimal; of a plain text, of its bytes alone."""
        beside = (self.form, self.title, self.date, self.url, self.publisher, self.author)
        if beside == (TEXT, None, None, None, None, None):
            return sha256(self.content).hexdigest()
        return sha256(repr(beside).encode("utf-8", "surrogatepass") + b"\0" + self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of how a file was opened, in one line: the columns guessed, the pages passed over."""

    place: str
    text: str
