"""The version of the extractor: a hash of all the code and data that decide what an article says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from kg.resources import ontology

_PACKAGE = Path(__file__).parent.parent
_ROOMS = ("read", "language", "lexicon", "extract", "workbook")
_ENDINGS = frozenset({".py", ".tsv", ".txt", ".toml"})


@cache
def version() -> str:
    """The same for the same files, whatever machine they are on."""
    found = sha256()
    for path in sorted(_files()):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _files() -> Iterator[Path]:
    yield _PACKAGE / "model.py"
    for room in _ROOMS:
        yield from (path for path in (_PACKAGE / room).rglob("*") if path.suffix in _ENDINGS)
    yield from ontology("relations").glob("*.toml")
