"""Which node of the graph is which entity of the gold: at most one for each, the most alike first."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from kg.model import Kind
from kg.score.gold import Gold, GoldEntity
from kg.score.told import Node, ToldClaim

_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\([^)]*\)")
_MOST = 4
_DATA = tomllib.loads(Path(__file__).with_name("likeness.toml").read_text(encoding="utf-8"))
_STOP = frozenset(_DATA["stop"])
_BAR = {Kind(name): bar for name, bar in _DATA["bar"].items()}
_LEVEL = re.compile(rf"({'|'.join(_DATA['levels'])}) ")
_Pair = tuple[float, str, str]


@cache
def plain(text: str) -> str:
    """The words of a text in small letters, a space between.

    >>> plain("Kementerian Kominfo (Kemkominfo), R.I.")
    'kementerian kominfo kemkominfo r i'
    """
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def likeness(kind: Kind, label: str, name: str) -> float:
    """How well a label names what the gold calls by that name: 0 to 1, and 0 below the bar of the class.

    >>> likeness(Kind.PLACE, "Kota Bandung", "Bandung"), likeness(Kind.PLACE, "Bandung Barat", "Bandung")
    (0.95, 0.0)
    >>> likeness(Kind.EVENT, "Seminar Bakohumas Daerah 2024", "Seminar Bakohumas Daerah")
    0.8571428571428571
    """
    if plain(label) == plain(name):
        return 1.0
    found = _shared(label, name, kind)
    return found if found >= _BAR[kind] else 0.0


def _shared(label: str, name: str, kind: Kind) -> float:
    if kind == Kind.PERSON:
        return _letters(plain(label), plain(name))
    if kind == Kind.PLACE:
        return _BAR[kind] if _without_level(label) == _without_level(name) else 0.0
    ours, theirs = _words(label), _words(name)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _letters(label: str, name: str) -> float:
    matcher = SequenceMatcher(None, label, name)
    return matcher.ratio() if matcher.quick_ratio() >= _BAR[Kind.PERSON] else 0.0


def _without_level(place: str) -> str:
    text = plain(place)
    level = _LEVEL.match(text)
    return text[level.end() :] if level else text


@cache
def _words(text: str) -> frozenset[str]:
    words = frozenset(plain(_ASIDE.sub(" ", text)).split())
    return words - _STOP or frozenset(plain(text).split())


def place(gold: Gold, nodes: Sequence[Node], claims: Sequence[ToldClaim]) -> dict[str, str]:
    """The gold id of each node, by IRI, that is one.

    Posts come last: two of one name (`Ketua`) are told apart by what is said of them, who holds them and where.
    """
    roles = [entity for entity in gold.entities if entity.kind == Kind.ROLE]
    others = [entity for entity in gold.entities if entity.kind != Kind.ROLE]
    placed = _assigned(_alike(others, nodes))
    facts = {claim.fact for claim in claims}
    free = [node for node in nodes if node.iri not in placed]
    known = gold.relations | gold.optional
    pairs = ((score + _agreeing(id, iri, facts, known, placed), id, iri) for score, id, iri in _alike(roles, free))
    return placed | _assigned(pairs)


def _alike(entities: Sequence[GoldEntity], nodes: Sequence[Node]) -> Iterator[_Pair]:
    for entity in entities:
        for node in nodes:
            if entity.kind in node.kinds:
                best = max((likeness(entity.kind, a, b) for a in node.labels for b in entity.names), default=0.0)
                if best:
                    yield best, entity.id, node.iri


def _agreeing(
    id: str,
    iri: str,
    facts: Iterable[tuple[str, str, str]],
    known: frozenset[tuple[str, str, str]],
    placed: Mapping[str, str],
) -> int:
    """How many facts of the node the gold has of the entity; more than four say no more than four."""
    ends = {**placed, iri: id}
    found = ((ends.get(s, ""), relation, ends.get(o, "")) in known for s, relation, o in facts if iri in (s, o))
    return min(_MOST, sum(found))


def _assigned(pairs: Iterable[_Pair]) -> dict[str, str]:
    placed: dict[str, str] = {}
    taken: set[str] = set()
    for _, id, iri in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if iri not in placed and id not in taken:
            placed[iri] = id
            taken.add(id)
    return placed
