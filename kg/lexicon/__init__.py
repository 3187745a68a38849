"""The lexicon: Indonesian as data, and the world's fixed names. `table` reads a TSV file, `words` a list.

Each file explains its columns at its top. In a cell, `|` separates several values.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import DataError

_FOLDER = Path(__file__).parent


def _lines(name: str) -> list[str]:
    return (_FOLDER / name).read_text(encoding="utf-8").splitlines()


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `kg/lexicon/<name>.tsv`, missing trailing cells empty.

    The comment line that begins with `#:` names the columns; the first one is a key and met once, unless a
    line `# repeated keys allowed` stands above. DataError names file and line of a row that does not fit.
    """
    columns: list[str] = []
    rows: list[dict[str, str]] = []
    seen: set[str] | None = set()
    for number, line in enumerate(_lines(f"{name}.tsv"), 1):
        where = f"kg/lexicon/{name}.tsv:{number}"
        if line.startswith("#:"):
            columns = line[2:].strip().split("\t")
        elif line.startswith("#") or not line.strip():
            seen = None if "repeated keys allowed" in line else seen
        else:
            rows.append(_row(line, columns, where, seen))
    return tuple(rows)


def _row(line: str, columns: list[str], where: str, seen: set[str] | None) -> dict[str, str]:
    cells = line.split("\t")
    if len(cells) > len(columns):
        raise DataError(f"{len(cells)} cells", where=where, hint=f"at most {len(columns)}: {', '.join(columns)}")
    if seen is not None and cells[0] in seen:
        raise DataError(f"'{cells[0]}' is there twice", where=where, hint="a key stands once")
    if seen is not None:
        seen.add(cells[0])
    return dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `kg/lexicon/<name>.txt`, one a line, comments left out."""
    return frozenset(line.strip() for line in _lines(f"{name}.txt") if line.strip() and not line.startswith("#"))
