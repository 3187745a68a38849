"""The data of the resolution and succession benchmarks is well formed; how well a build does is not asked here."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

import kg
from kg.model import Day, Kind
from tests.quality.identity import measure as identity
from tests.quality.succession import measure as succession

PAIRS = identity.load()
CORPORA = succession.load()
CLASSES = {kind.value for kind in Kind} - {"Quotation"}


def test_pairs_enough() -> None:
    """At least 320 pairs, at least 36 of each kind, same and different in each."""
    assert len(PAIRS) >= 320
    assert all(count >= 36 for count in Counter(pair.kind for pair in PAIRS).values())
    assert {(pair.kind, pair.same) for pair in PAIRS} == {(k, same) for k in identity.KINDS for same in (True, False)}


def test_pairs_numbered_by_kind() -> None:
    """Every id is its kind and a number, and no two are one."""
    assert len({pair.id for pair in PAIRS}) == len(PAIRS)
    assert all(pair.id.removeprefix(pair.kind)[0] == "-" and pair.id[-2:].isdigit() for pair in PAIRS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_pair(pair: identity.Pair) -> None:
    """Its class is one, it says why, its snippets differ and start on days that a reader of articles finds again."""
    assert pair.of in CLASSES
    assert isinstance(pair.same, bool) and pair.why
    assert (pair.left.day, pair.left.text) != (pair.right.day, pair.right.text)
    for snippet in (pair.left, pair.right):
        assert read_day(snippet.day, snippet.text) == snippet.day
        assert snippet.text.endswith(".") and snippet.name == snippet.name.strip()


def test_pairs_told_once() -> None:
    """No two pairs have the same two snippets."""
    told = Counter(
        frozenset([(pair.left.text, pair.left.start), (pair.right.text, pair.right.start)]) for pair in PAIRS
    )
    assert max(told.values()) == 1


def test_corpora_enough() -> None:
    """At least 64 corpora, none with the id of another."""
    assert len({corpus.id for corpus in CORPORA}) == len(CORPORA) >= 64


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.id)
def test_corpus(corpus: succession.Corpus) -> None:
    """Two to five articles; every question is about names that the articles have, and asked once."""
    assert corpus.id.startswith(f"{corpus.theme}-") and corpus.why
    assert 2 <= len(corpus.articles) <= 5
    assert all(read_day(day, text) == day for day, text in corpus.articles)
    told = " ".join(text for _, text in corpus.articles)
    asked = [(question.post, question.at) for question in corpus.questions]
    assert asked and len(set(asked)) == len(asked)
    for question in corpus.questions:
        assert all(name in told for name in (*question.holders, *question.optional))
        assert set(question.acting) <= set(question.holders)
        others = {day for day in (question.same_as, question.other_than) if day}
        assert others <= {one.at for one in corpus.questions if one.post == question.post and one.holders}


def read_day(day: date, text: str) -> date | None:
    """The day that `kg` reads from the article of that day."""
    found = kg.extract(identity.article(day, text)).article.published
    return date(found.year, found.month, found.day) if isinstance(found, Day) and found.day else None
