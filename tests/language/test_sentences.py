"""Sentences: where one ends, and where one only seems to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.quotes import quoted
from kg.language.sentences import sentences
from kg.language.tokens import tokenise


def split(text: str) -> list[str]:
    tokens = tokenise(text)
    return [tokens.slice(first, last) for first, last in sentences(tokens, quoted(tokens))]


ENDS = {
    "a stop": ["Rahmat hadir.", "Ia pulang."],
    "a question and a call": ["Siapa hadir?", "Rahmat!"],
    "a stop before a number": ["Rahmat hadir.", "35 orang ikut."],
    "a stop before a quotation": ["Rahmat hadir.", "“Kami siap,” katanya."],
    "a quotation that ended with a stop": ["“Kami siap.”", "Rahmat pulang."],
    "a stop before an acronym that might be a degree": ["Kasasi itu ditolak di Kendal.", "MA menolak juga."],
}


@pytest.mark.parametrize("found", ENDS.values(), ids=ENDS)
def test_ends(found: list[str]) -> None:
    assert split(" ".join(found)) == found


WHOLE = {
    "a degree in front": "Prof. Dr. Rahmat Santika hadir.",
    "an initial": "Rahmat M. Santika hadir.",
    "a company": "PT. Maju Bersama hadir.",
    "a street": "Rapat di Jl. Merdeka ramai.",
    "a number": "Rapat dihadiri 1.040 orang.",
    "a regulation's number": "Peraturan Nomor No. 5 Tahun 2014 berlaku.",
    "a stop before a small letter": "Rapat di Jl. merdeka vs. yang lain.",
    "stops inside a quotation": '"Kami siap. Kami terbuka. Kami hadir," kata Rahmat.',
    "a colon before a line break": "Turut hadir dalam rapat itu:\nRahmat Santika dan Dewi Lestari.",
    "a title and a degree": "Hadir Sr. Dewi Lestari, Bdn. Siti Rahayu dan Assoc. Prof. Rahmat Santika.",
    "a web address in capitals": "KENDAL (KABARHUMAS.COM) – Rahmat hadir.",
    "a degree glued to a name by a stop": "Ir. Rahmat.MM hadir.",
    "a degree with a blank in it behind a stop": "Dr. Rahmat. M. Hum hadir.",
    "a degree in capitals behind a stop and a titled name": "Prof. Dr. Rahmat Santika. MBA dan Dewi hadir.",
    "a quotation with a stop before a small letter": "“Kami siap.” kata Rahmat.",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_goes_on(text: str) -> None:
    assert split(text) == [text]


BROKEN = {"a headline": ["Humas Sigap", "Rahmat hadir"], "a numbered list": ["Turut hadir:", "1) Rahmat Santika"]}


@pytest.mark.parametrize("found", BROKEN.values(), ids=BROKEN)
def test_a_line_break_ends_one(found: list[str]) -> None:
    assert split("\n".join(found)) == found


@pytest.mark.parametrize("text", ["", "\n", "\n \n"])
def test_none_in_nothing(text: str) -> None:
    assert split(text) == []


@given(
    st.lists(st.sampled_from(["Rahmat", "hadir", ".", "?", " ", "\n", '"', "“", "”", "Dr.", "35", ","])).map("".join)
)
def test_every_token_but_line_breaks_is_in_exactly_one(text: str) -> None:
    tokens = tokenise(text)
    inside = [i for first, last in sentences(tokens, quoted(tokens)) for i in range(first, last)]
    assert inside == sorted(set(inside))
    assert {i for i in range(tokens.count) if tokens.kind[i] != "l"} <= set(inside)
