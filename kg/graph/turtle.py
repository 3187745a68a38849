"""A plain Turtle writer: prefixes, one block a subject, everything sorted; rdflib's own is sixty times slower."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from kg.graph.vocabulary import PREFIXES

_LOCAL = re.compile(r"[A-Za-z0-9_][\w-]*", re.ASCII)


def write(triples: Iterable[tuple[str, str, str]]) -> str:
    """The triples, sorted by subject, as Turtle. Terms are as `kg.graph.triples` makes them."""
    ordered = sorted(triples)
    prefixes = _prefixes(ordered)
    short = _Shortener(prefixes)
    lines = [f"@prefix {name}: <{namespace}> ." for name, namespace in sorted(prefixes.items())]
    blocks = (_block(subject, group, short) for subject, group in groupby(ordered, itemgetter(0)))
    return "\n".join(lines) + "\n\n" + "\n".join(blocks)


def _prefixes(triples: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """The standard prefixes, and one for each first step of the data's paths: `person:`, `article:`."""
    bases = {match.group(1) for triple in triples for match in [_FOLDER.match(triple[0])] if match}
    folders = {base.rstrip("/").rpartition("/")[2]: base for base in sorted(bases)}
    return {name: iri for name, iri in PREFIXES.items() if name not in ("id", "oa", "foaf")} | folders


_FOLDER = re.compile(
    r"<(.*/(?:article|change|claim|comparison|event|initiative|institution|person|place|quotation|regulation|role|tenure|topic)/)"
)


class _Shortener(dict[str, str]):
    """IRIs to prefixed names where that is safe in every parser, remembered."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._by_namespace = {namespace: name for name, namespace in prefixes.items()}

    def __missing__(self, term: str) -> str:
        short = term
        if term.startswith("<"):
            match = _FOLDER.match(term)
            if match and match.group(1) in self._by_namespace:
                local = term[match.end() : -1]
                if _LOCAL.fullmatch(local):
                    short = f"{self._by_namespace[match.group(1)]}:{local}"
        self[term] = short
        return short


def _block(subject: str, group: Iterable[tuple[str, str, str]], short: _Shortener) -> str:
    parts = []
    for predicate, same in groupby(sorted(group, key=_rank), itemgetter(1)):
        name = "a" if predicate == "rdf:type" else predicate
        objects = ", ".join(short[triple[2]] if triple[2].startswith("<") else triple[2] for triple in same)
        parts.append(f"{name} {objects}")
    return f"{short[subject]} " + " ;\n    ".join(parts) + " .\n"


def _rank(triple: tuple[str, str, str]) -> tuple[bool, str, str]:
    return triple[1] != "rdf:type", triple[1], triple[2]
