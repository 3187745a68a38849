"""What holds for every article: it never raises, offsets lead into the text, the same text says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.model import Day, Extraction, Kind
from kg.relations import relations

ARTICLES = [
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))
]
STRAY = st.sampled_from(
    [
        *"“”\"'()&;,.-–\n\r\t ",
        "&amp;quot;",
        "&nbsp;",
        "\\'",
        "Kepala",
        "Plt.",
        "İ",
        "ſ",
        "\u212a",
        "\u2028",
        "\ud800",
        "ﷺ",
        "",
    ]
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Pieces of articles spliced together, with stray marks between and inside."""
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        article = draw(st.sampled_from(ARTICLES))
        start = draw(st.integers(0, len(article) - 1))
        length = draw(st.integers(1, 700))
        parts += [article[start : start + length], draw(STRAY)]
    whole = "".join(parts)
    cut = draw(st.integers(0, len(whole)))
    return whole[:cut] + draw(STRAY) + whole[cut + draw(st.integers(0, 5)) :]


@given(texts())
def test_it_never_raises_and_the_text_is_never_altered(text: str) -> None:
    assert kg.extract(text).article.text == text


@given(texts())
def test_mentions_and_statements_lie_within_the_text(text: str) -> None:
    said = kg.extract(text)
    assert all(0 <= one.start < one.end <= len(text) for one in (*said.mentions, *said.statements))


@given(texts())
def test_nothing_is_mentioned_or_stated_outside_the_body_and_its_dateline(text: str) -> None:
    said = kg.extract(text)
    edges = [edge for span in said.article.body for edge in (span.start, span.end)] or [0]
    framed = {one.start for one in said.statements if one.rule == "event-at-dateline"}
    inside = (one for one in (*said.mentions, *said.statements) if one.start not in framed)
    assert all(edges[0] <= one.start and one.end <= edges[-1] for one in inside)
    assert all(text.startswith(said.article.dateline or "", start) for start in framed)


@given(texts())
def test_every_statement_joins_what_its_relation_joins(text: str) -> None:
    said = kg.extract(text)
    for one in said.statements:
        relation = relations()[one.relation]
        end = "Date" if isinstance(one.object, Day) else said.referents[one.object].kind
        assert said.referents[one.subject].kind in relation.domain and end in relation.range


@given(texts())
def test_every_statement_has_a_rule_of_its_relation_and_that_rules_confidence(text: str) -> None:
    for one in kg.extract(text).statements:
        rules = {rule["name"]: rule["confidence"] for rule in relations()[one.relation].patterns}
        assert rules[one.rule] == one.confidence


@given(texts())
def test_a_posts_body_is_a_body_and_no_label_is_empty(text: str) -> None:
    said = kg.extract(text)
    for one in said.referents:
        assert one.label.strip() and one.label not in one.forms
        assert one.parent is None or said.referents[one.parent].kind == Kind.INSTITUTION


def shown(said: Extraction) -> str:
    return repr((said.referents, said.mentions, said.statements))


@pytest.mark.parametrize("text", ARTICLES, ids=range(len(ARTICLES)))
def test_the_same_text_says_the_same_whatever_was_read_before(text: str) -> None:
    before = shown(kg.extract(text))
    for other in ARTICLES:
        kg.extract(other)
    assert shown(kg.extract(text)) == before


@pytest.mark.parametrize("text", ARTICLES, ids=range(len(ARTICLES)))
def test_entities_of_html_change_no_name(text: str) -> None:
    plain = {one.label for one in kg.extract(text).referents if one.kind == Kind.PERSON}
    escaped = kg.extract(text.replace('"', "&quot;").replace("“", "&amp;ldquo;").replace("”", "&amp;rdquo;"))
    assert {one.label for one in escaped.referents if one.kind == Kind.PERSON} == plain


FURNITURE = [
    "BACA JUGA: Bupati Sleman Wahyu Prasetya Resmikan Taman Kota",
    "Bupati Sleman Wahyu Prasetya meninjau stan, Senin (5/2/2024). (ANTARA/Budi Laksono)",
    "Pewarta : Wahyu Prasetya",
    "Berita Terkait\n\nBupati Sleman Wahyu Prasetya Pimpin Rapat Persiapan Mudik yang ramai. Selengkapnya",
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_furniture_says_nothing(furniture: str, article: str) -> None:
    said, plain = kg.extract(f"{article}\n{furniture}\n"), kg.extract(article)
    assert (said.referents, said.statements) == (plain.referents, plain.statements)


@pytest.mark.parametrize("text", ["", " \n", ".", "“", "Rahmat", "&amp;", "()", "Kepala", "\ud800"])
def test_next_to_nothing_says_nothing(text: str) -> None:
    assert kg.extract(text).statements == ()
