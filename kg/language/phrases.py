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
        self._alone: dict[str, tuple[int, Value]] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], tuple[int, Value]]]]] = {}
        for form, value in entries:
            lower = tokenise(form).lower
            found = len(lower), value
            if len(lower) == 1:
                self._alone.setdefault(lower[0], found)
            else:
                self._longer.setdefault(lower[0], {}).setdefault(lower[1], []).append((lower, found))
        for by_second in self._longer.values():
            for phrases in by_second.values():
                phrases.sort(key=lambda entry: -len(entry[0]))
        self.firsts = frozenset(self._alone.keys() | self._longer.keys())

    def longest(self, lower: Sequence[str], at: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at token `at`, as (tokens, value); None where there is none."""
        first = lower[at]
        if first in self._longer and at + 1 < len(lower):
            for phrase, found in self._longer[first].get(lower[at + 1], ()):
                if tuple(lower[at : at + found[0]]) == phrase:
                    return found
        return self._alone.get(first)

    def starts(self, lower: Sequence[str]) -> list[int]:
        """The tokens at which a phrase may begin."""
        return [at for at, word in enumerate(lower) if word in self.firsts]
