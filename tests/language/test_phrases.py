"""Phrases of a word list, found at a token."""

from __future__ import annotations

import pytest

from kg.language.phrases import Phrases
from kg.language.tokens import tokenise

POSTS = Phrases(
    (form, form) for form in ("Wakil Ketua", "Wakil Ketua Umum", "Ketua", "Plt. Kepala", "Sekretaris-Jenderal")
)

FOUND = {
    "the longest": ("Wakil Ketua Umum hadir", "Wakil Ketua Umum"),
    "the shorter where the longer does not go on": ("Wakil Ketua Dewan", "Wakil Ketua"),
    "case aside": ("WAKIL ketua", "Wakil Ketua"),
    "a dot is of the phrase": ("Plt. Kepala Dinas", "Plt. Kepala"),
    "a hyphen is of the word": ("Sekretaris-Jenderal", "Sekretaris-Jenderal"),
    "at the text's end": ("Ketua", "Ketua"),
}


@pytest.mark.parametrize(("text", "phrase"), FOUND.values(), ids=FOUND)
def test_found(text: str, phrase: str) -> None:
    assert POSTS.longest(tokenise(text).lower, 0) == (len(tokenise(phrase).lower), phrase)


@pytest.mark.parametrize("text", ["Wakil", "Wakil Bupati", "Umum Ketua", "Ketuanya"])
def test_not_found(text: str) -> None:
    assert POSTS.longest(tokenise(text).lower, 0) is None
