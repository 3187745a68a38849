"""Answers as text: a table for people, CSV and JSON for programs, after the SPARQL results recommendations."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from kg.graph.query import Table
from kg.graph.vocabulary import PREFIXES

_WIDEST = 60
_GAP = "  "


def as_table(answer: Table, width: int = 120) -> str:
    """Aligned columns, IRIs shortened, long cells cut with `…`; the number of rows below."""
    rows = [[_short(kind, text) for kind, text in row] for row in answer.rows]
    limit = max(12, min(_WIDEST, (width - len(_GAP) * (len(answer.columns) - 1)) // max(1, len(answer.columns))))
    if len(answer.columns) == 1:
        limit = width
    widths = [min(limit, max([len(name), *(len(row[i]) for row in rows)])) for i, name in enumerate(answer.columns)]
    lines = [_line(answer.columns, widths), _GAP.join("─" * size for size in widths)]
    lines += [_line(row, widths) for row in rows]
    return "\n".join([*lines, f"({len(rows)} rows)"])


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


def as_csv(answer: Table, width: int = 0) -> str:
    """SPARQL 1.1 results as CSV."""
    del width
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(answer.columns)
    writer.writerows([text for _, text in row] for row in answer.rows)
    return out.getvalue().rstrip("\r\n")


def as_json(answer: Table, width: int = 0) -> str:
    """SPARQL 1.1 results as JSON."""
    del width
    bindings = [
        {
            name: _binding(kind, text, note)
            for name, (kind, text), note in zip(answer.columns, row, notes, strict=True)
            if kind
        }
        for row, notes in zip(answer.rows, answer.notes, strict=True)
    ]
    document = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1)


def _binding(kind: str, text: str, note: str) -> dict[str, str]:
    binding = {"type": kind, "value": text}
    if note.startswith("@"):
        binding["xml:lang"] = note[1:]
    elif note:
        binding["datatype"] = note[2:]
    return binding


FORMATS: dict[str, Callable[..., str]] = {"table": as_table, "csv": as_csv, "json": as_json}
"""How an answer is written, by the name that the command line takes."""
