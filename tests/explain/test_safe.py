"""What an article says cannot command a terminal, hide, or turn a line around."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.explain.safe import safe, visible
from kg.model import Article, Extraction, Kind, Referent, Statement


@given(st.text(st.characters(codec=None)))
def test_one_character_for_one_and_none_that_commands(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [letter for letter in shown if unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\t\n\r"]
    assert not [letter for letter in shown if unicodedata.bidirectional(letter) in ("LRE", "RLE", "LRO", "RLO", "PDF")]
    assert not [letter for letter in shown if unicodedata.bidirectional(letter) in ("LRI", "RLI", "FSI", "PDI")]


@pytest.mark.parametrize("text", ["", "Rapat “Humas”, 2024 – hadir…\n", "Ma'ahid é 日本 🎉 مرحبا", "a\tb\r\n"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_every_text_of_an_extraction_is_made_safe() -> None:
    bad = "\x1b[31m"
    article = Article(bad, bad, "0", (), headline=bad, publisher=bad, author=bad, editor=bad, url=bad, dateline=bad)
    said = Statement(0, "holds", 0, 0, 1, "rule", 0.5, part=bad)
    made = safe(Extraction(article, (Referent(Kind.PERSON, bad, (bad,), titles=(bad,)),), (), (said,)))
    assert "\x1b" not in repr(made).encode().decode("unicode_escape")
