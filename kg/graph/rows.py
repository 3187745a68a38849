"""A graph as rows of plain text: subject IRI, predicate as a prefixed name, object; from what is being built, or from
a file. Terms of vocabularies are prefixed names, the data's IRIs whole, literals their text alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.graph.load import fault
from kg.graph.turtle import Block
from kg.graph.vocabulary import PREFIXES

Row = tuple[str, str, str]


def of_blocks(blocks: Iterable[Block]) -> Iterator[Row]:
    """The rows of triples as `kg.graph.triples` makes them."""
    for subject, block in blocks:
        for _, predicate, target in block:
            yield subject[1:-1], predicate, _plain(target)


def _plain(term: str) -> str:
    if term[0] == "<":
        return term[1:-1]
    if term[0] != '"':
        return term
    text = term[: term.rindex('"') + 1]
    found: str = json.loads(text) if "\\" in text else text[1:-1]  # Turtle's escapes are among those of JSON
    return found


def of_file(path: Path) -> Iterator[Row]:
    """The rows of a Turtle or N-Triples file. InputError where it is missing or malformed."""
    from pyoxigraph import NamedNode, RdfFormat, parse

    if not path.is_file():
        raise InputError("no such graph", where=str(path), hint="a .ttl file that `kg build` wrote")
    names: dict[str, str] = {}
    try:
        for triple in parse(path=str(path), format=RdfFormat.TURTLE):
            target = triple.object
            text = target.value
            yield (
                triple.subject.value,
                _named(triple.predicate.value, names),
                (_named(text, names) if isinstance(target, NamedNode) else text),
            )
    except SyntaxError as error:
        raise fault(error, str(path)) from error
    except (OSError, ValueError) as error:
        raise InputError("cannot be read as text", where=str(path), hint="Turtle in UTF-8 was expected") from error


def _named(iri: str, names: dict[str, str]) -> str:
    """The prefixed name of a term of a vocabulary; any other IRI as it is. names: those that were met before."""
    if iri not in names:
        found = (f"{name}:{iri.removeprefix(base)}" for name, base in PREFIXES.items() if name != "id")
        names[iri] = next((one for one in found if iri.startswith(PREFIXES[one.partition(":")[0]])), iri)
    return names[iri]
