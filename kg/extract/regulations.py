"""Regulations: `Peraturan Presiden (Perpres) Nomor 109 Tahun 2025 tentang …`, `UU Nomor 7/2017`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.phrasing import noun_phrase
from kg.extract.prose import Prose
from kg.extract.vocabulary import Vocabulary

_NUMBER_MARKS = frozenset({"nomor", "no.", "no", "nomer"})
_LONGEST_ISSUER = 8
_CONSTITUTION = "Undang-Undang Dasar"
_STATE = frozenset({"negara", "kesatuan", "republik", "indonesia", "nri", "ri", "tahun"})


@dataclass(frozen=True, slots=True)
class Regulation:
    """Tokens `first`…`last` of the whole, `about` where its subject begins (== last where none is named);
    `key` is its kind, number and year."""

    first: int
    last: int
    about: int
    key: str


def regulations(prose: Prose, vocabulary: Vocabulary) -> Iterator[Regulation]:
    """Every regulation with a number, in order."""
    last = 0
    for i in vocabulary.regulations.starts(prose.tokens.lower):
        found = _regulation(prose, vocabulary, i) if i >= last else None
        if found:
            yield found
            last = found.last


def _regulation(prose: Prose, vocabulary: Vocabulary, first: int) -> Regulation | None:
    tokens = prose.tokens
    head = vocabulary.regulations.longest(tokens.lower, first)
    if not head or not (tokens.cap[first] or " " in head[1]["form"]):
        return None
    at = first + head[0]
    if head[1]["expansion"] == _CONSTITUTION:
        return _constitution(prose, first, at)
    for i in range(at, min(at + _LONGEST_ISSUER, tokens.count - 1)):
        number = i + 2 if tokens.word[i + 1] == ":" else i + 1
        if tokens.lower[i] in _NUMBER_MARKS and number < tokens.count and tokens.kind[number] == "n":
            return _numbered(prose, vocabulary, first, number, head[1]["expansion"])
        if tokens.kind[i] == "n" and i == at and "/" in tokens.word[i]:
            return _numbered(prose, vocabulary, first, i, head[1]["expansion"])
        if not (tokens.cap[i] or tokens.word[i] in "()" or tokens.lower[i] in ("dan", "&")):
            return None
    return None


def _constitution(prose: Prose, first: int, at: int) -> Regulation | None:
    """`UUD 1945`, `Undang-Undang Dasar Negara Republik Indonesia Tahun 1945`: named by its year alone."""
    tokens = prose.tokens
    for i in range(at, min(at + _LONGEST_ISSUER, tokens.count)):
        if tokens.word[i] == "1945":
            return Regulation(first, i + 1, i + 1, f"{_CONSTITUTION.lower()} 1945")
        if tokens.lower[i] not in _STATE:
            return None
    return None


def _numbered(prose: Prose, vocabulary: Vocabulary, first: int, number: int, kind: str) -> Regulation:
    tokens = prose.tokens
    last, year = number + 1, ""
    if last + 1 < tokens.count and tokens.lower[last] == "tahun" and tokens.kind[last + 1] == "n":
        year, last = tokens.word[last + 1], last + 2
    digits = re.findall(r"\d+", tokens.word[number]) + ([year] if year else [])
    key = f"{kind.lower()} {'/'.join(digits)}"
    if last + 1 < tokens.count and tokens.lower[last] == "tentang":
        end = _subject(prose, vocabulary, last + 1)
        if end > last + 1:
            return Regulation(first, end, last + 1, key)
    return Regulation(first, last, last, key)


def _subject(prose: Prose, vocabulary: Vocabulary, at: int) -> int:
    """The end of what the regulation is about: capitals and what joins them, else a noun phrase."""
    tokens = prose.tokens
    if not tokens.cap[at]:
        return noun_phrase(tokens, vocabulary, at, tokens.count)
    joins = {
        *vocabulary.weights["phrase"]["joins"],
        "atas",
        "di",
        "pada",
        "melalui",
        "menjadi",
        "dengan",
        "kepada",
        "dari",
        "yang",
        "terhadap",
        "&",
    }
    i = at
    while i < tokens.count:
        if (
            tokens.cap[i]
            or tokens.kind[i] == "n"
            or (tokens.lower[i] in joins and i + 1 < tokens.count and tokens.cap[i + 1])
        ) or (tokens.word[i] == "," and i + 2 < tokens.count and _goes_on(prose, i + 1)):
            i += 1
        else:
            return i
    return i


def _goes_on(prose: Prose, at: int) -> bool:
    """An enumeration of capitals behind a comma: `dan` comes within four words."""
    tokens = prose.tokens
    for i in range(at, min(at + 6, tokens.count)):
        if tokens.lower[i] in ("dan", "serta"):
            return True
        if not tokens.cap[i] and tokens.word[i] != ",":
            return False
    return False
