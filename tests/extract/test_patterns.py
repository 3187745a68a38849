"""Surface patterns: each construct of the language that relation files are written in."""

from __future__ import annotations

import pytest

from kg.errors import DataError
from kg.extract.patterns import compile_pattern
from kg.extract.shapes import LETTERS, Element, Shape

WORDS = {"open": "p", "say": "s", "with": "w", "comma": ","}
NAMED = {*LETTERS.values(), "D"} - {"Q"}


def bound(pattern: str, letters: str) -> list[tuple[str, str]]:
    """For each match in a sentence of that shape: the places of its subjects and of its objects."""
    elements = tuple(Element(one, at, at + 1, at if one in NAMED else -1) for at, one in enumerate(letters))
    found = compile_pattern("test", pattern, WORDS).matches(Shape(letters, elements))
    return [tuple("".join(str(one.first) for one in side) for side in (m.subjects, m.objects)) for m in found]  # type: ignore[misc]


MATCHES = {
    "a kind": ("<Person:s> {open} <Event:o>", "PpE", [("0", "2")]),
    "one of several kinds": ("<Person|Institution:s> {open} <Event:o>", "IpE", [("0", "2")]),
    "another kind": ("<Person:s> {open} <Event:o>", "IpE", []),
    "one of several words": ("<Person:s> {open|say} <Event:o>", "PsE", [("0", "2")]),
    "bound to nothing": ("<Person> {open} <Event:o>", "PpE", [("", "2")]),
    "a date": ("<Event:s> <Date:o>", "ED", [("0", "1")]),
    "a list": ("{open} <Person:s>+", "pP,P,&P", [("136", "")]),
    "a list with words between": ("{open} <Person:s>++", "pPxxP", [("14", "")]),
    "a list, no words between": ("{open} <Person:s>+", "pPxxP", [("1", "")]),
    "a gap": ("<Person:s> ..2 <Event:o>", "PxxE", [("0", "3")]),
    "a gap of nothing": ("<Person:s> ..2 <Event:o>", "PE", [("0", "1")]),
    "a gap too long": ("<Person:s> ..2 <Event:o>", "PxxxE", []),
    "a gap over a clause's end": ("<Person:s> ..2 <Event:o>", "P;E", []),
    "a gap over a quotation": ("<Person:s> ..2 <Event:o>", "PQE", []),
    "a gap over another person": ("<Person:s> ..2 <Event:o>", "PxPE", [("2", "3")]),
    "a wide gap over a body": ("<Person:s> ~2 <Event:o>", "PIE", [("0", "2")]),
    "a wide gap over a verb of reporting": ("<Person:s> ~2 <Event:o>", "PsE", []),
    "at the sentence's beginning": ("^ {open} <Person:s>", "pP", [("1", "")]),
    "not at the sentence's beginning": ("^ {open} <Person:s>", "xpP", []),
    "what may be missing, there": ("<Person:s> {with}? <Event:o>", "PwE", [("0", "2")]),
    "what may be missing, missing": ("<Person:s> {with}? <Event:o>", "PE", [("0", "1")]),
    "twice in a sentence": ("<Person:s> {open} <Event:o>", "PpE;PpE", [("0", "2"), ("4", "6")]),
}


@pytest.mark.parametrize(("pattern", "letters", "found"), MATCHES.values(), ids=MATCHES)
def test_constructs(pattern: str, letters: str, found: list[tuple[str, str]]) -> None:
    assert bound(pattern, letters) == found


WRONG = {
    "no construct": ("<Person:s> opens", "'opens' is no construct"),
    "no kind": ("<Orang:s>", "'Orang' is no kind or word class"),
    "no word class": ("{membuka}", "'membuka' is no kind or word class"),
    "bound to what is not there": ("<Person:x>", "no construct"),
}


@pytest.mark.parametrize(("pattern", "says"), WRONG.values(), ids=WRONG)
def test_a_pattern_that_cannot_be_read_is_named(pattern: str, says: str) -> None:
    with pytest.raises(DataError, match=says) as caught:
        compile_pattern("opens", pattern, WORDS)
    assert caught.value.where == "opens"
