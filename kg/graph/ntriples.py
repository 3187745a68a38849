"""A plain N-Triples writer: one line a triple, no prefixes, for stores and tools that read line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.graph.turtle import Block
from kg.graph.vocabulary import PREFIXES

_XSD = PREFIXES["xsd"]
_PLAIN = {"true": f'"true"^^<{_XSD}boolean>', "false": f'"false"^^<{_XSD}boolean>'}
_TYPED = re.compile(r'(?s)(".*")\^\^(\w+:\w+)')


def stream(blocks: Iterable[Block]) -> Iterator[str]:
    """N-Triples, a subject's lines at a time. Terms are as `kg.graph.triples` makes them."""
    for subject, block in blocks:
        yield "".join(f"{subject} {_iri(predicate)} {_object(target)} .\n" for _, predicate, target in block)


@lru_cache(maxsize=256)
def _iri(name: str) -> str:
    """The IRI of a prefixed name of the vocabulary."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def _object(term: str) -> str:
    if term[0] == "<":
        return term
    if term[0] != '"':
        return _PLAIN.get(term) or (_iri(term) if ":" in term else f'"{term}"^^<{_XSD}integer>')
    typed = _TYPED.fullmatch(term) if term[-1] != '"' else None
    return f"{typed.group(1)}^^{_iri(typed.group(2))}" if typed else term
