"""Acronyms: whether a short word is made of the letters of a name."""

from __future__ import annotations

from collections.abc import Sequence

_FORGIVING = 6


def abbreviates(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of `short` are found in order in the words, the first one first; of six and more one may be
    out of its place.

    >>> abbreviates("Bakohumas", ["Badan", "Koordinasi", "Hubungan", "Masyarakat"])
    True
    >>> abbreviates("KPK", ["Dewan", "Pers"])
    False
    """
    letters = [letter for letter in short.lower() if letter.isalnum()]
    words = (
        words[1:]
        if len(words) > 2 and words[0].rstrip(".").isupper() and words[0][0].lower() != short[0].lower()
        else words
    )
    spelt = "".join(words).lower()
    if not letters or not words or letters[0] != spelt[:1]:
        return False
    at, lost = 0, 0
    for letter in letters:
        found = spelt.find(letter, at) + 1
        lost += not found
        at = found or at
    return lost <= (len(letters) >= _FORGIVING)
