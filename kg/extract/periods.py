"""Periods of office: the years behind a post, `2016–2018`, `periode 2019-2024`, `masa bakti 2021 hingga 2026`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.vocabulary import Vocabulary
from kg.language.tokens import Tokens
from kg.model import Day

_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last year of a holding, the last one open for `2021–sekarang`, and how many tokens say so."""

    since: Day
    until: Day | None
    length: int


def period(tokens: Tokens, vocabulary: Vocabulary, i: int) -> Period | None:
    """The period at token `i`, with the word before it (`periode`) or in parentheses, if there is one.

    Years joined by a word or a slash are one only behind such a word: `periode 2016 hingga 2018`, `periode 2016/2018`.
    """
    if tokens.word[i] == "(":
        inside = period(tokens, vocabulary, i + 1) if i + 1 < tokens.count else None
        close = i + 1 + inside.length if inside else tokens.count
        return Period(inside.since, inside.until, inside.length + 2) if inside and _at(tokens, close) == ")" else None
    named = (
        vocabulary.terms.periods.longest(tokens.lower, i)
        if tokens.lower[i] in vocabulary.terms.periods.firsts
        else None
    )
    skipped = named[0] if named else 0
    years = _years(tokens, vocabulary, i + skipped, named=named is not None)
    return Period(years.since, years.until, years.length + skipped) if years else None


def _years(tokens: Tokens, vocabulary: Vocabulary, i: int, *, named: bool) -> Period | None:
    """The two years at `i`, in order. named: a word says that they are a period."""
    word = _at(tokens, i)
    if word[:4].isdecimal() and len(word) == 9 and (word[4] in _DASHES or (named and word[4] == "/")):
        return _ordered(word[:4], word[5:], 1)
    if len(word) != 4 or not word.isdecimal():
        return None
    joined = 1 if _at(tokens, i + 1) in ("-", "–", "—") else 0
    if named and not joined and i + 1 < tokens.count:
        found = vocabulary.terms.till.longest(tokens.lower, i + 1)
        joined = found[0] if found else 0
    end = i + 1 + joined
    now = vocabulary.terms.now.longest(tokens.lower, end) if joined and end < tokens.count else None
    if now:
        return Period(Day(int(word)), None, 1 + joined + now[0]) if _year(word) else None
    return _ordered(word, _at(tokens, end) if joined else "", joined + 2)


def year(tokens: Tokens, i: int) -> Day | None:
    """The year at token `i`, which stands there alone."""
    return Day(int(tokens.word[i])) if _year(_at(tokens, i)) else None


def _ordered(first: str, last: str, length: int) -> Period | None:
    if not (_year(first) and _year(last)) or first > last:
        return None
    return Period(Day(int(first)), Day(int(last)), length)


def _year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdecimal() and text[:2] in ("19", "20")


def _at(tokens: Tokens, i: int) -> str:
    return tokens.word[i] if i < tokens.count else ""
