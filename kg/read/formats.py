"""The formats that are read, in one table: by the ending of a file's name, else by how its content begins."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import SpooledTemporaryFile
from typing import IO

from kg.errors import InputError
from kg.read.archives import gunzipped, unzipped
from kg.read.document import HTML, MARKDOWN, TEXT, Document
from kg.read.how import How
from kg.read.records import Item, comma_separated, json_file, json_lines, tab_separated

_Reader = Callable[[IO[bytes], str, str, How], Iterator[Item]]
_PEEK = 512
_IN_MEMORY = 50_000_000
STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the endings of its files, what its content begins with, and what reads it."""

    name: str
    endings: tuple[str, ...]
    begins: tuple[bytes, ...]
    read: _Reader


def _one(form: str) -> _Reader:
    """A reader of files that hold one article in that form."""

    def read(stream: IO[bytes], place: str, name: str, how: How) -> Iterator[Item]:
        data = stream.read(how.limits.file + 1)
        how.limits.check_file(len(data), place)
        yield Document(place, name, data, form)

    return read


def _warc(stream: IO[bytes], place: str, name: str, how: How) -> Iterator[Item]:
    from kg.read.warc import warc  # with what reads pages, which takes half a second to load

    yield from warc(stream, place, name, how)


def _zip(stream: IO[bytes], place: str, name: str, how: How) -> Iterator[Item]:
    if stream.seekable():
        yield from unzipped(stream, place, name, how, opened)
        return
    with SpooledTemporaryFile(_IN_MEMORY) as whole:  # a pipe cannot be read from its end, where a ZIP has its list
        shutil.copyfileobj(stream, whole)
        yield from unzipped(whole, place, name, how, opened)


def _gzip(stream: IO[bytes], place: str, name: str, how: How) -> Iterator[Item]:
    yield from gunzipped(stream, place, name, how, opened)


FORMATS = (
    Format("plain text", (".txt",), (), _one(TEXT)),
    Format("Markdown", (".md", ".markdown"), (), _one(MARKDOWN)),
    Format("web page", (".html", ".htm", ".xhtml"), (b"<!doctype html", b"<html", b"<?xml"), _one(HTML)),
    Format("JSON Lines", (".jsonl", ".ndjson"), (b'{"',), json_lines),
    Format("JSON", (".json",), (b"[", b"{"), json_file),
    Format("CSV", (".csv",), (), comma_separated),
    Format("TSV", (".tsv",), (), tab_separated),
    Format("web archive", (".warc",), (b"warc/",), _warc),
    Format("ZIP", (".zip",), (b"pk\x03\x04", b"pk\x05\x06"), _zip),
    Format("gzip", (".gz",), (b"\x1f\x8b",), _gzip),
)
_BY_ENDING = {ending: one for one in FORMATS for ending in one.endings}
ENDINGS = frozenset(_BY_ENDING)


def opened(stream: IO[bytes], place: str, filename: str, how: How) -> Iterator[Item]:
    """What lies in a stream: by the ending of the file's name, and for one without by its content."""
    path = PurePath(filename)
    known = _BY_ENDING.get(path.suffix.lower())
    if known is None:
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
        begin = buffered.peek(_PEEK)[:_PEEK].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        known = next((one for one in FORMATS if begin.startswith(one.begins or (b"\0\0",))), FORMATS[0])
        stream = buffered
    name = path.name if known.name == "gzip" else path.stem
    yield from known.read(stream, place, _readable(name), how)


def _readable(name: str) -> str:
    """A file's name as text: names may be bytes of any encoding."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def documents(path: Path, how: How | None = None) -> Iterator[Item]:
    """What lies in a file, one document after the other; `-` is standard input.

    An InputError for what cannot be read, and the rest goes on; a note for what there is to say.
    """
    how, place = how or How(), str(path)
    try:
        if path == STDIN:
            yield from opened(sys.stdin.buffer, place, "stdin", how)
            return
        known = _BY_ENDING.get(path.suffix.lower(), FORMATS[0])
        if known.name in ("plain text", "Markdown", "web page") and path.suffix:
            how.limits.check_file(path.stat().st_size, place)
        with path.open("rb") as stream:
            yield from opened(stream, place, path.name, how)
    except InputError as error:
        yield error if error.where else InputError(error.what, where=place, hint=error.hint)
    except OSError as error:
        yield InputError("cannot be read", where=place, hint=error.strerror or str(error))
