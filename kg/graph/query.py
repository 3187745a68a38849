"""SPARQL over a built graph: prefixes bound, errors with their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store
    from rdflib import Graph

_PLACE = re.compile(r"(?:at |line )(\d+)[:,]\s*(?:col(?:umn)?:?)?\s*(\d+)")
_PREFIXED = re.compile(r"^\s*prefix\s+([\w-]*):", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: column names and rows of cells; a cell is (kind, text), kind `uri`, `literal` or empty.

    languages and datatypes stand in `notes`, parallel to the rows, as `@id` or `^^<iri>`.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]
    notes: tuple[tuple[str, ...], ...]


def query(graph: Graph, sparql: str) -> Table:
    """The answer to a SELECT, ASK, CONSTRUCT or DESCRIBE. QueryError names line and column of a fault."""
    import pyoxigraph

    result = answer(graph, sparql)
    if isinstance(result, pyoxigraph.QueryBoolean):
        return Table(("answer",), ((("literal", "true" if result else "false"),),), (("",),))
    with _running():
        if isinstance(result, pyoxigraph.QueryTriples):
            return _table(("subject", "predicate", "object"), [(t.subject, t.predicate, t.object) for t in result])
        columns = tuple(variable.value for variable in result.variables)
        return _table(columns, [tuple(solution) for solution in result])


def answer(graph: Graph, sparql: str) -> QueryBoolean | QuerySolutions | QueryTriples:
    """Oxigraph's own answer, not yet walked through. QueryError names line and column of a fault."""
    own = declared(sparql)
    head = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in sorted(PREFIXES.items()) if name not in own)
    # The prefixes stand on the query's own first line, so that an error's line is the user's.
    whole = f"{head} {sparql}".encode("utf-8", "replace").decode()  # an argument may hold bytes of no encoding
    store: Store = graph.store._inner  # type: ignore[attr-defined]
    try:
        with _running():
            return store.query(whole, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise _fault(error, sparql, len(head) + 1) from error


def declared(sparql: str) -> set[str]:
    """The prefixes that a query declares itself."""
    return {name.lower() for name in _PREFIXED.findall(sparql)}


def rows(graph: Graph, sparql: str) -> Iterator[tuple[str, ...]]:
    """The texts of a SELECT's rows, empty where nothing is bound: for long answers that are walked through once."""
    found: QuerySolutions = answer(graph, sparql)  # type: ignore[assignment]
    for solution in found:
        yield tuple("" if value is None else str(getattr(value, "value", value)) for value in solution)


@contextmanager
def _running() -> Iterator[None]:
    """What the engine complains of while a query runs, as a QueryError."""
    try:
        yield
    except (RuntimeError, OSError) as error:
        raise QueryError(f"cannot be run: {error}", where="query") from error


def _table(columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> Table:
    cells = tuple(tuple(_cell(value) for value in row) for row in rows)
    notes = tuple(tuple(_note(value) for value in row) for row in rows)
    return Table(columns, cells, notes)


def _cell(value: object) -> tuple[str, str]:
    from pyoxigraph import BlankNode, Literal

    if value is None:
        return "", ""
    text = str(getattr(value, "value", value))
    kind = "literal" if isinstance(value, Literal) else "bnode" if isinstance(value, BlankNode) else "uri"
    return kind, text


def _note(value: object) -> str:
    language = getattr(value, "language", None)
    datatype = getattr(getattr(value, "datatype", None), "value", "")
    if language:
        return f"@{language}"
    return f"^^{datatype}" if datatype and not datatype.endswith("#string") else ""


def _fault(error: SyntaxError, sparql: str, shift: int) -> QueryError:
    """The error with line and column in the user's own query: the first line carries the prefixes in front."""
    found = _PLACE.search(str(error))
    line, column = (int(found.group(1)), int(found.group(2))) if found else (1, 1)
    column = max(1, column - shift) if line == 1 else column
    expected = _expected(str(error))
    lines = sparql.splitlines() or [""]
    near = lines[min(line, len(lines)) - 1].strip()
    return QueryError(
        f"line {line}, column {column}: not SPARQL; {expected}",
        where="query",
        hint=f"near: {near[:60]}",
        line=line,
        column=column,
    )


def _expected(message: str) -> str:
    """What the parser wanted, in few words: it lists whole character classes."""
    if "Prefix not found" in message:
        return "a prefix that nothing declares"
    return " ".join(message.rpartition(": ")[2].split())[:100]
