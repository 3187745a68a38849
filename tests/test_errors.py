"""Errors: one line that says where, what, and what would have been right."""

from __future__ import annotations

import pytest

from kg.errors import DataError, InputError, KgError, QueryError

LINES = {
    "what": (KgError("empty file"), "empty file"),
    "where": (InputError("empty file", where="a.txt"), "a.txt: empty file"),
    "a hint": (DataError("3 cells", hint="at most 2"), "3 cells (at most 2)"),
    "all": (InputError("empty file", where="a.txt", hint="a text"), "a.txt: empty file (a text)"),
    "of a query": (QueryError("not SPARQL", where="query", line=2, column=5), "query: not SPARQL"),
}


@pytest.mark.parametrize(("error", "line"), LINES.values(), ids=LINES)
def test_an_errors_line(error: KgError, line: str) -> None:
    assert str(error) == line


@pytest.mark.parametrize("kind", [InputError, DataError, QueryError])
def test_there_is_one_root(kind: type[KgError]) -> None:
    assert issubclass(kind, KgError)
