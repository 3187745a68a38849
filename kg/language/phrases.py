"""Phrases of a word list found at a token, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from kg.language.tokens import tokenise

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A set of phrases, each with a value, matched against lower-cased tokens; `firsts`: their first tokens.

    >>> p = Phrases([("Wakil Ketua", 1), ("Wakil Ketua Umum", 2)])
    >>> p.longest(("wakil", "ketua", "umum", "x"), 0)
    (3, 2)
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for form, value in entries:
            lower = tokenise(form).lower
            self._by_first.setdefault(lower[0], []).append((lower, value))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self.firsts = frozenset(self._by_first)

    def longest(self, lower: Sequence[str], at: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at token `at`, as (tokens, value); None where there is none."""
        for phrase, value in self._by_first.get(lower[at], ()):
            if len(phrase) == 1 or tuple(lower[at : at + len(phrase)]) == phrase:
                return len(phrase), value
        return None
