"""Tokens: what is one word in Indonesian news, and that offsets always lead back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.tokens import tokenise

WORDS = {
    "a sentence": ("Bupati hadir, lalu pulang.", ("Bupati", "hadir", ",", "lalu", "pulang", ".")),
    "degrees around a name": (
        "Dr. H. Rahmat, S.Sos., M.Si hadir",
        ("Dr.", "H.", "Rahmat", ",", "S.Sos.", ",", "M.Si", "hadir"),
    ),
    "an initial": ("M. Santika hadir", ("M.", "Santika", "hadir")),
    "an abbreviation that is never a sentence's end": (
        "PT. Maju dan Jl. Merdeka",
        ("PT.", "Maju", "dan", "Jl.", "Merdeka"),
    ),
    "a doubled word": ("aksi-aksi", ("aksi-aksi",)),
    "a prefix before a number": ("ke-4", ("ke-4",)),
    "an apostrophe inside": ("Ma'ahid dan Jum’at", ("Ma'ahid", "dan", "Jum’at")),
    "a slash inside": ("PPN/Bappenas", ("PPN/Bappenas",)),
    "a web address": ("kompas.com", ("kompas.com",)),
    "a web address in capitals": ("KENDAL (KABARHUMAS.COM)", ("KENDAL", "(", "KABARHUMAS.COM", ")")),
    "degrees glued to each other": ("Rahmat S.E.M.Si. hadir", ("Rahmat", "S.E.", "M.Si.", "hadir")),
    "a degree with a small letter": ("Rahmat, SH.M.hum. hadir", ("Rahmat", ",", "SH.", "M.hum.", "hadir")),
    "initials that are a degree, too": ("M.A. Santika hadir", ("M.A.", "Santika", "hadir")),
    "letters and digits": ("G20, G-20", ("G20", ",", "G-20")),
    "numbers": ("1.040 dari 2,5", ("1.040", "dari", "2,5")),
    "a clock and a date": ("20:43 (7/12)", ("20:43", "(", "7/12", ")")),
    "a hash tag": ("#BicaraBaik", ("#", "BicaraBaik")),
    "line breaks, however many, are one": ("satu\n\ndua", ("satu", "\n\n", "dua")),
    "marks stand alone": ("“Siap?!”", ("“", "Siap", "?", "!", "”")),
    "nothing": (" \t ", ()),
}


@pytest.mark.parametrize(("text", "words"), WORDS.values(), ids=WORDS)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert tokenise(text).word == words


KINDS = {"Bupati": "w", "Dr.": "w", "S.Sos.": "w", "2024": "n", "7/12": "n", "\n": "l", ",": "p", "_": "p", "😀": "p"}


@pytest.mark.parametrize(("word", "kind"), KINDS.items(), ids=map(repr, KINDS))
def test_kinds(word: str, kind: str) -> None:
    assert tokenise(word).kind == kind


@pytest.mark.parametrize("written", ["Jum'at", "Jum’at", "Jum`at", "JUM’AT"])
def test_lower_has_one_apostrophe(written: str) -> None:
    assert tokenise(written).lower == ("jum'at",)


def test_lower_stays_in_step_where_lower_case_is_longer() -> None:
    assert tokenise("İ Budi").lower[1] == "budi"


def test_a_capital_is_of_words_only() -> None:
    assert tokenise("Budi budi 2A “").cap == (True, False, False, False)


def test_a_slice_is_the_text_as_written() -> None:
    assert tokenise("Wakil  Bupati\thadir").slice(0, 2) == "Wakil  Bupati"


TEXT = st.text() | st.lists(
    st.sampled_from(["Dr.", "S.Sos.", "budi", "Jum’at", "7/12", "1.040", " ", "\n", "“", "”", ".", "-", "'", "&", "İ"])
).map("".join)


@given(TEXT)
def test_every_token_stands_where_it_says(text: str) -> None:
    tokens = tokenise(text)
    assert tokens.word == tuple(text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True))


@given(TEXT)
def test_between_tokens_is_nothing_but_space(text: str) -> None:
    tokens = tokenise(text)
    between = zip((0, *tokens.end), (*tokens.start, len(text)), strict=True)
    assert all(text[end:start].strip() == "" and end <= start for end, start in between)


@given(TEXT)
def test_columns_are_in_step(text: str) -> None:
    tokens = tokenise(text)
    columns = (tokens.word, tokens.lower, tokens.start, tokens.end, tokens.kind, tokens.cap)
    assert {len(column) for column in columns} == {tokens.count}
