"""Quotations, whatever marks a newsroom types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.quotes import quoted
from kg.language.tokens import tokenise


def stretches(text: str) -> list[str]:
    """What is quoted, marks included."""
    tokens = tokenise(text)
    ends = (*tokens.end, len(text))
    return [text[tokens.start[opening] : ends[closing]].rstrip("\n") for opening, closing in quoted(tokens)]


MARKS = {
    "straight": '"Kami siap," kata Rahmat.',
    "curly": "“Kami siap,” kata Rahmat.",
    "curly, then straight": '“Kami siap," kata Rahmat.',
    "straight, then curly": '"Kami siap,” kata Rahmat.',
    "closing marks on both sides": "”Kami siap,” kata Rahmat.",
    "opening marks on both sides": "“Kami siap,“ kata Rahmat.",
    "low and high": "„Kami siap,“ kata Rahmat.",
    "angle marks": "«Kami siap,» kata Rahmat.",
    "spaces inside": '" Kami siap, " kata Rahmat.',
    "in brackets": '("Kami siap,")',
}


@pytest.mark.parametrize("text", MARKS.values(), ids=MARKS)
def test_one_quotation(text: str) -> None:
    (found,) = stretches(text)
    assert found[1:-1].strip() == "Kami siap,"


def test_two_in_a_sentence() -> None:
    assert stretches('"Siap," kata Rahmat, "dan terbuka."') == ['"Siap,"', '"dan terbuka."']


def test_a_quotation_may_hold_several_sentences() -> None:
    assert stretches("“Kami siap. Kami terbuka.” Rahmat pulang.") == ["“Kami siap. Kami terbuka.”"]


LONG = "“Kami siap dan terus bekerja untuk masyarakat."
UNCLOSED = {
    "with its paragraph": (f"{LONG}\nRahmat pulang.", [LONG]),
    "with the text": (LONG, [LONG]),
    "where the next paragraph opens anew": (f"{LONG}\n“Kami juga,” katanya.", [LONG, "“Kami juga,”"]),
    "not where it began inside a paragraph": ("Rahmat berkata “kami siap dan terus bekerja\nIa pulang.", []),
    "not where it is a stray mark": ("“Siap\nRahmat pulang.", []),
}


@pytest.mark.parametrize(("text", "found"), UNCLOSED.values(), ids=UNCLOSED)
def test_a_quotation_that_is_never_closed_ends(text: str, found: list[str]) -> None:
    assert stretches(text) == found


STRAY = {
    "a closing mark without an opening one": 'Kami siap," kata Rahmat. "Terbuka juga," katanya.',
    "an angle mark that only closes": "Kami siap» kata Rahmat. “Terbuka juga,” katanya.",
}


@pytest.mark.parametrize("text", STRAY.values(), ids=STRAY)
def test_a_stray_mark_does_not_turn_speech_inside_out(text: str) -> None:
    (found,) = stretches(text)
    assert found[1:-1] == "Terbuka juga,"


@pytest.mark.parametrize("text", ["", '"', "tanpa kutipan", "Jum’at dan Ma'ahid"])
def test_none(text: str) -> None:
    assert stretches(text) == []


SPEECH = st.lists(st.sampled_from(['"', "“", "”", "«", "kata", "Rahmat", ",", ".", " ", "\n", "("]), max_size=40)


@given(SPEECH.map("".join))
def test_quotations_follow_each_other_and_never_nest(text: str) -> None:
    tokens = tokenise(text)
    edges = [at for pair in quoted(tokens) for at in pair]
    assert edges == sorted(edges) and all(edge <= tokens.count for edge in edges)
    assert all(opening < closing for opening, closing in quoted(tokens))
