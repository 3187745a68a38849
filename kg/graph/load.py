"""Graphs back from Turtle, as rdflib Graphs over an Oxigraph store: rdflib's face, Oxigraph's speed.

Whatever the size: `python -m tests.benchmarks.queries` finds none at which rdflib's own store is the faster one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib import Graph

_AT_LINE = re.compile(r"line (\d+)(?: column (\d+))?")


def load(path: Path) -> Graph:
    """The graph of a Turtle or N-Triples file, prefixes bound. InputError where it is missing or malformed."""
    return from_turtle(_text(path), where=str(path))


def opened(path: Path) -> Store:
    """The same as an Oxigraph store, without rdflib's face. InputError as `load`."""
    return _store(_text(path), str(path))


def _text(path: Path) -> str:
    if not path.is_file():
        raise InputError("no such graph", where=str(path), hint="a .ttl file that `kg build` wrote")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("cannot be read as text", where=str(path), hint="Turtle in UTF-8 was expected") from error


def from_turtle(text: str, *, where: str = "") -> Graph:
    """The graph that a Turtle text holds. InputError names the line and column of a fault."""
    from oxrdflib import OxigraphStore
    from rdflib import Graph
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    graph = Graph(store=OxigraphStore(store=_store(text, where)), identifier=DATASET_DEFAULT_GRAPH_ID)
    for name, namespace in PREFIXES.items():
        graph.bind(name, namespace, replace=True)
    return graph


def _store(text: str, where: str) -> Store:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    try:
        store.bulk_load(text.encode(), RdfFormat.TURTLE)
    except SyntaxError as error:
        raise fault(error, where) from error
    return store


def fault(error: SyntaxError, where: str) -> InputError:
    """What a parser has to say of a text that is no Turtle, in a user's words, with its line."""
    found = _AT_LINE.search(str(error))
    place = f"{where}:{found.group(1)}" if found else where
    return InputError(f"not Turtle: {error}", where=place, hint="a .ttl file that `kg build` wrote")
