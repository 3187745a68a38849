"""Extractions as bytes: the same again, and the same bytes for the same extraction."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.read import read
from kg.workbook.blobs import decode, encode

ARTICLES = sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_extraction_comes_back_the_same(path: Path) -> None:
    said, notes = kg.extract(read(path).article), ("not UTF-8, read as Windows-1252",)
    assert decode(encode(said, notes)) == (said, notes)
    assert encode(said, notes) == encode(kg.extract(read(path).article), notes)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_the_same(text: str) -> None:
    said = kg.extract(text)
    assert decode(encode(said, ())) == (said, ())
