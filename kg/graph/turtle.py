"""A plain Turtle writer: prefixes, one block a subject, everything sorted; rdflib's own is sixty times slower."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from kg.graph.vocabulary import PREFIXES

Triple = tuple[str, str, str]
Block = tuple[str, Iterable[Triple]]
_LOCAL = re.compile(r"[A-Za-z0-9_][\w-]*", re.ASCII)


def write(triples: Iterable[Triple]) -> str:
    """The triples as Turtle, in one text. Terms are as `kg.graph.triples` makes them."""
    ordered = sorted(triples)
    return "".join(stream({triple[0] for triple in ordered}, groupby(ordered, itemgetter(0))))


def stream(subjects: Iterable[str], blocks: Iterable[Block]) -> Iterator[str]:
    """Turtle, piece by piece: the prefixes that the subjects want, then a block a subject, in the order they come."""
    prefixes = _prefixes(subjects)
    short = _Shortener(prefixes)
    yield "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in sorted(prefixes.items())) + "\n"
    for number, (subject, block) in enumerate(blocks):
        yield ("\n" if number else "") + _block(subject, block, short)


def _prefixes(subjects: Iterable[str]) -> dict[str, str]:
    """The standard prefixes, and one for each first step of the data's paths: `person:`, `article:`."""
    bases = {match.group(1) for subject in subjects for match in [_FOLDER.match(subject)] if match}
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


def _block(subject: str, group: Iterable[Triple], short: _Shortener) -> str:
    parts = []
    for predicate, same in groupby(sorted(group, key=_rank), itemgetter(1)):
        name = "a" if predicate == "rdf:type" else predicate
        objects = ", ".join(short[triple[2]] if triple[2].startswith("<") else triple[2] for triple in same)
        parts.append(f"{name} {objects}")
    return f"{short[subject]} " + " ;\n    ".join(parts) + " .\n"


def _rank(triple: Triple) -> tuple[bool, str, str]:
    return triple[1] != "rdf:type", triple[1], triple[2]
