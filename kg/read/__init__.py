"""Read: files into `Article`s. Knows formats, charsets and furniture; never alters an article's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.read.document import Document, Told
from kg.read.formats import ENDINGS, STDIN, documents
from kg.read.how import Columns, How, Limits
from kg.read.parsing import parse_document
from kg.read.text import Read, parse

__all__ = [
    "STDIN",
    "Columns",
    "Document",
    "How",
    "Limits",
    "Read",
    "Told",
    "documents",
    "parse",
    "parse_document",
    "read",
    "sources",
]
_NOT_ARTICLES = frozenset({"judgements.tsv", "readme.md", "license.md", "changelog.md", "contributing.md"})
_OURS = b'name="generator" content="Jejaring"'
_HEAD = 1024


def read(path: Path) -> Read:
    """The article of a file that holds one. InputError if it is missing, unreadable, empty, binary or too large."""
    for found in documents(path):
        if isinstance(found, InputError):
            raise found
        if isinstance(found, Document):
            return parse_document(found)
    raise InputError("no article", where=str(path), hint="a file of one was expected")


def sources(paths: Sequence[Path]) -> list[Path]:
    """The files of articles that the paths are, folders searched through and through; sorted, each once.

    A file may have any ending; in folders those of the formats count, save for files that are hidden, that say what a
    folder is (`README.md`), and what this program wrote. InputError for a path that is not there and for a folder that
    holds none.
    """
    return sorted({file for path in paths for file in _files(path)})


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = [file for file in path.rglob("*") if file.suffix.lower() in ENDINGS and _is_article(file, path)]
        if not found:
            hint = f"articles are files that end in {', '.join(sorted(ENDINGS))}"
            raise InputError("no article in this folder", where=str(path), hint=hint)
        yield from found
    elif path == STDIN or path.exists():
        yield path
    else:
        raise InputError("no such file or folder", where=str(path), hint="a file or a folder of articles")


def _is_article(file: Path, folder: Path) -> bool:
    """Whether a file in a folder may hold articles."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts[:-1]) or file.name.startswith("._")
    if hidden or file.name.lower() in _NOT_ARTICLES or not file.is_file():
        return False
    return file.suffix.lower() != ".html" or not _ours(file)


def _ours(file: Path) -> bool:
    """Whether this program made the page."""
    try:
        with file.open("rb") as stream:
            return _OURS in stream.read(_HEAD)
    except OSError:
        return False
