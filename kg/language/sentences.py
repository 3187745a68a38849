"""Sentences over tokens; a quotation never breaks the sentence that carries it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.language.tokens import Tokens
from kg.lexicon import table

_STOPS = frozenset(".?!…")
_LONGEST_NAME = 6


def sentences(tokens: Tokens, quotes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences as half-open token ranges, in order.

    A stop ends one where a capital, a number, a quote mark or nothing follows; a line break does, unless a colon
    stands before it and no numbered list behind; a closing quote mark does where the quotation ended with a stop and
    a capital follows.
    """
    inside = dict(quotes)
    ranges: list[tuple[int, int]] = []
    first, i, count = 0, 0, tokens.count
    while i < count:
        if i in inside:
            close = inside[i]
            i = min(close + 1, count)
            if close < count and tokens.kind[close] == "l":
                i = close
            elif tokens.word[close - 1] in _STOPS and _may_begin(tokens, i):
                ranges.append((first, i))
                first = i
            continue
        if tokens.kind[i] == "l":
            if i > first and _announces(tokens, i):
                i += 1
                continue
            if i > first:
                ranges.append((first, i))
            first = i + 1
        elif tokens.word[i][-1] in _STOPS and _ends(tokens, i):
            ranges.append((first, i + 1))
            first = i + 1
        i += 1
    if first < count:
        ranges.append((first, count))
    return ranges


def _announces(tokens: Tokens, i: int) -> bool:
    """Whether the line break stands behind a colon, and before words: `Turut hadir dalam rapat itu:`."""
    return tokens.word[i - 1] == ":" and i + 1 < tokens.count and tokens.kind[i + 1] == "w"


def _ends(tokens: Tokens, i: int) -> bool:
    """Whether the stop, or the word with a stop of its own, ends the sentence."""
    if tokens.word[i] in _STOPS:
        return _may_begin(tokens, i + 1) and not _degree_follows(tokens, i)
    return _degree_ends(tokens, i)


@cache
def _degrees() -> frozenset[str]:
    return frozenset(row["form"].lower().rstrip(".") for row in table("titles") if row["kind"] == "after")


def _degree_ends(tokens: Tokens, i: int) -> bool:
    """A degree whose own stop ends the sentence: `…, M.Si. Bupati …`; another degree would follow a comma."""
    word = tokens.word[i]
    if len(word) < 3 or i + 1 >= tokens.count or not tokens.cap[i + 1]:
        return False
    return _degree(tokens, i) and not _degree(tokens, i + 1) and len(tokens.word[i + 1]) > 1


def _degree_follows(tokens: Tokens, i: int) -> bool:
    """Whether a degree stands behind the stop: `Virgo.MT`, `Dr. Junaidi. M. Hum`. One in capitals alone might be an
    acronym that begins a sentence, unless nothing parts them or the name has a title: `Prof. Dr. Herri. MBA`."""
    if not _degree(tokens, i + 1):
        return False
    word = tokens.word[i + 1]
    if not word.isupper() or "." in word or tokens.end[i] == tokens.start[i + 1]:
        return True
    at = i - 1
    while at >= 0 and i - at <= _LONGEST_NAME and tokens.cap[at]:
        if tokens.lower[at] in _honours():
            return True
        at -= 1
    return False


@cache
def _honours() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in table("titles") if row["kind"] == "before")


def _degree(tokens: Tokens, i: int) -> bool:
    """Whether a degree stands there, perhaps with a blank in it: `M. Hum`."""
    if i >= tokens.count:
        return False
    alone = tokens.lower[i].rstrip(".") in _degrees()
    return alone or (i + 1 < tokens.count and f"{tokens.lower[i]}{tokens.lower[i + 1].rstrip('.')}" in _degrees())


def _may_begin(tokens: Tokens, i: int) -> bool:
    if i >= tokens.count or tokens.kind[i] == "l":
        return True
    return tokens.cap[i] or tokens.kind[i] == "n" or tokens.word[i] in "\"“(‘'"
