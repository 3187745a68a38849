"""SPARQL over a built graph: prefixes bound, errors with their place, named queries that ship with the ontology."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graph.vocabulary import PREFIXES
from kg.resources import ontology

if TYPE_CHECKING:
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

    own = {name.lower() for name in _PREFIXED.findall(sparql)}
    head = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in sorted(PREFIXES.items()) if name not in own)
    try:
        # The prefixes stand on the query's own first line, so that an error's line is the user's.
        whole = f"{head} {sparql}".encode("utf-8", "replace").decode()  # an argument may hold bytes of no encoding
        result = graph.store._inner.query(whole, use_default_graph_as_union=True)  # type: ignore[attr-defined]
        if isinstance(result, pyoxigraph.QueryBoolean):
            return Table(("answer",), ((("literal", "true" if result else "false"),),), (("",),))
        if isinstance(result, pyoxigraph.QueryTriples):
            return _table(("subject", "predicate", "object"), [(t.subject, t.predicate, t.object) for t in result])
        columns = tuple(variable.value for variable in result.variables)
        return _table(columns, [tuple(solution) for solution in result])
    except SyntaxError as error:
        raise _fault(error, sparql, len(head) + 1) from error
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


def named() -> list[tuple[str, str]]:
    """The queries that ship with the ontology: name and first comment line, by name."""
    files = sorted(ontology("queries").glob("*.rq"))
    return [(file.stem, file.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")) for file in files]


def source(name: str) -> str | None:
    """The text of a named query, if there is one of that name."""
    file = ontology("queries", f"{name}.rq")
    return file.read_text(encoding="utf-8") if re.fullmatch(r"[\w-]+", name) and file.is_file() else None
