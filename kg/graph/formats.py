"""Answers as text: a table for people; for programs what the SPARQL and RDF recommendations define."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graph.query import Table
from kg.graph.turtle import write
from kg.graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

_NARROWEST = 12
_GAP = "  "
_LOCAL = re.compile(r"[A-Za-z]\w*", re.ASCII)
_VOCABULARIES = frozenset(PREFIXES) - {"id", "oa", "foaf"}  # those whose prefixes Turtle is written with
SOLUTIONS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
"""Formats of what SELECT and ASK give, and their media types."""

TRIPLES = {"turtle": "text/turtle", "ntriples": "application/n-triples", "jsonld": "application/ld+json"}
"""Formats of what CONSTRUCT and DESCRIBE give, and their media types."""


def as_table(answer: Table, width: int = 120) -> str:
    """Aligned columns, IRIs shortened, cells cut with `…` where they would not fit; the number of rows below."""
    rows = [[_short(kind, text) for kind, text in row] for row in answer.rows]
    wanted = [max([len(name), *(len(row[i]) for row in rows)]) for i, name in enumerate(answer.columns)]
    limit = _share(wanted, width - len(_GAP) * (len(answer.columns) - 1))
    widths = [min(limit, one) for one in wanted]
    lines = [_line(answer.columns, widths), _GAP.join("─" * size for size in widths)]
    lines += [_line(row, widths) for row in rows]
    return "\n".join([*lines, f"({len(rows)} rows)"])


def _share(wanted: list[int], room: int) -> int:
    """The widest that a column may be for all to fit in the room: what narrow ones leave goes to the others."""
    for number, one in enumerate(sorted(wanted)):
        fair = room // (len(wanted) - number)
        if one > fair:
            return max(_NARROWEST, fair)
        room -= one
    return max(wanted, default=0)


def _line(cells: tuple[str, ...] | list[str], widths: list[int]) -> str:
    return _GAP.join(_cut(cell, size).ljust(size) for cell, size in zip(cells, widths, strict=True)).rstrip()


def _cut(cell: str, size: int) -> str:
    flat = " ".join(cell.split())
    return flat if len(flat) <= size else flat[: size - 1] + "…"


def _short(kind: str, text: str) -> str:
    if kind != "uri":
        return text
    for name, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{name}:{text[len(namespace) :]}"
    return f"<{text}>"


def serialise(result: QueryBoolean | QuerySolutions | QueryTriples, style: str, most: int | None = None) -> bytes:
    """An answer in a format of SOLUTIONS or TRIPLES.

    QueryError where the format is not for such an answer, or where there are more than `most` rows or triples.
    """
    from pyoxigraph import QueryBoolean, QueryResultsFormat, QueryTriples, RdfFormat, parse_query_results
    from pyoxigraph import serialize as written

    triples = isinstance(result, QueryTriples)
    if style not in (TRIPLES if triples else SOLUTIONS):
        what, right = ("triples", TRIPLES) if triples else ("rows", SOLUTIONS)
        raise QueryError(f"the answer is {what}, which {style} cannot hold", where="query", hint=", ".join(right))
    if isinstance(result, QueryTriples):
        found = sorted(_counted(result, most), key=str)
        if style == "turtle":
            return write({(str(one.subject), _term(one.predicate), _term(one.object)) for one in found}).encode()
        return written(found, format=RdfFormat.from_media_type(TRIPLES[style])) or b""
    sort = QueryResultsFormat.from_media_type(SOLUTIONS[style])
    if isinstance(result, QueryBoolean):
        return result.serialize(format=sort) or b""
    # The library writes an answer that it holds itself only: rows that were counted go back to it as TSV.
    lines = ["\t".join(f"?{variable.value}" for variable in result.variables)]
    lines += ["\t".join("" if value is None else str(value) for value in row) for row in _counted(result, most)]
    table = "".join(f"{line}\n" for line in lines).encode()
    if style == "tsv":
        return table
    return parse_query_results(table, format=QueryResultsFormat.TSV).serialize(format=sort) or b""


def _term(term: object) -> str:
    """A term as `kg.graph.turtle` takes it: names of the vocabularies with their prefixes."""
    text = str(term)
    for name, namespace in PREFIXES.items():
        if (
            name in _VOCABULARIES
            and text.startswith(f"<{namespace}")
            and _LOCAL.fullmatch(text[len(namespace) + 1 : -1])
        ):
            return f"{name}:{text[len(namespace) + 1 : -1]}"
    return text


def _counted(result: QuerySolutions | QueryTriples, most: int | None) -> list:  # type: ignore[type-arg]
    found = list(islice(result, None if most is None else most + 1))
    if most is not None and len(found) > most:
        raise QueryError(f"more than {most:,} rows", where="query", hint="a LIMIT, or a question that is narrower")
    return found
