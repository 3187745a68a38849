"""Terms: literals, dates and numbers as Turtle writes them."""

from __future__ import annotations

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import RdfFormat, Store, parse

from kg.graph.vocabulary import PREFIXES, day, decimal, integer, literal
from kg.model import Day

LITERALS = {
    "plain": ("Rahmat", '"Rahmat"'),
    "quote marks": ('Rahmat "Mat" Santika', r'"Rahmat \"Mat\" Santika"'),
    "a backslash": ("a\\b", r'"a\\b"'),
    "a backslash before a quote mark": ('\\"', r'"\\\""'),
    "a backslash at the end": ("a\\", r'"a\\"'),
    "breaks": ("a\nb\rc\td", r'"a\nb\rc\td"'),
    "control characters": ("a\0b\x7f", r'"a\u0000b\u007F"'),
    "beyond ASCII": ("“Jum’at” 😀", '"“Jum’at” 😀"'),
    "half a surrogate pair": ("a\ud800b", '"a\ufffdb"'),
    "nothing": ("", '""'),
}


@pytest.mark.parametrize(("text", "written"), LITERALS.values(), ids=LITERALS)
def test_literals(text: str, written: str) -> None:
    assert literal(text) == written


def test_a_language() -> None:
    assert literal("Rahmat", "id") == '"Rahmat"@id'


DAYS = {
    Day(2024, 2, 5): '"2024-02-05"^^xsd:date',
    Day(2024, 2): '"2024-02"^^xsd:gYearMonth',
    Day(2024): '"2024"^^xsd:gYear',
    Day(988, 2, 5): '"0988-02-05"^^xsd:date',
}


@pytest.mark.parametrize(("value", "written"), DAYS.items(), ids=map(str, DAYS))
def test_a_date_has_the_type_of_its_precision(value: Day, written: str) -> None:
    assert day(value) == written


def stored(term: str) -> OxLiteral:
    """The literal as a store gives it back: stores write numbers and dates in their canonical form."""
    store = Store()
    store.load(f"@prefix xsd: <{PREFIXES['xsd']}> . <a:a> <a:b> {term} .".encode(), RdfFormat.TURTLE)
    (quad,) = store
    return quad.object


@pytest.mark.parametrize("value", [0.0, 0.05, 0.5, 0.85, 0.9, 0.97, 0.123456])
def test_a_store_gives_a_confidence_back_as_it_was_written(value: float) -> None:
    assert f'"{stored(decimal(value)).value}"^^xsd:decimal' == decimal(value)


@pytest.mark.parametrize("value", DAYS)
def test_a_store_gives_a_date_back_as_it_was_written(value: Day) -> None:
    assert stored(day(value)).value == str(value)


def test_integers() -> None:
    assert (integer(0), integer(12345)) == ("0", "12345")


@given(st.text())
def test_both_parsers_read_a_literal_back(text: str) -> None:
    turtle = f"<a:a> <a:b> {literal(text, 'id')} ."
    (triple,) = parse(turtle.encode(), RdfFormat.TURTLE)
    (read,) = rdflib.Graph().parse(data=turtle, format="turtle").objects()
    assert triple.object.value == str(read) == text


def test_no_two_prefixes_share_a_namespace() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
