"""How a name may be spelt in two ways."""

from __future__ import annotations


def singled(word: str) -> str:
    """The word without its double letters.

    >>> singled("affifuddin")
    'afifudin'
    """
    return "".join(letter for letter, before in zip(word, " " + word, strict=False) if letter != before)
