"""Read: files into `Article`s. Knows formats, charsets and furniture; never alters an article's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.read.document import Document, Told
from kg.read.text import LARGEST, Read, document, parse, parse_document

__all__ = ["LARGEST", "Document", "Read", "Told", "documents", "parse", "parse_document", "read", "sources"]


def read(path: Path) -> Read:
    """The article of one plain text file. InputError if it is missing, unreadable, empty, binary or too large."""
    return parse_document(document(path))


def documents(path: Path) -> Iterator[Document | InputError | Told]:
    """What lies in a file, one document after the other; an InputError for what cannot be read, and the rest goes
    on."""
    try:
        yield document(path)
    except InputError as error:
        yield error


def sources(paths: Sequence[Path]) -> list[Path]:
    """The `.txt` files of the paths, folders searched through and through; sorted, each once.

    InputError for a path that is not there and for a folder that holds none.
    """
    return sorted({file for path in paths for file in _files(path)})


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = [file for file in path.rglob("*.txt") if not file.is_dir()]
        if not found:
            raise InputError("no .txt file in this folder", where=str(path), hint="articles are files that end in .txt")
        return found
    if not path.exists():
        raise InputError("no such file or folder", where=str(path), hint="a .txt file or a folder of them")
    return [path]
