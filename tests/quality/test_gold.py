"""The annotations are true to their articles: what they name stands there, and relations join what they may join."""

from __future__ import annotations

from functools import cache
from html import unescape

import pytest

from kg.read import read
from kg.relations import relations
from kg.score.gold import Gold, load
from kg.score.match import plain
from tests.quality.sets import AnnotatedSet, present

ANNOTATED = [(one, gold) for one in present() for gold in load(one.gold).golds]
each = pytest.mark.parametrize(
    ("one", "gold"), ANNOTATED, ids=[f"{one.name} {gold.article}" for one, gold in ANNOTATED]
)


@cache
def text(one: AnnotatedSet, article: str) -> str:
    return read(one.articles / f"{article}.txt").article.text


def stands(words: str, text: str) -> bool:
    """Whether the words stand in the text, whatever their case, stops, and how often the text is escaped."""
    return f" {plain(words)} " in f" {plain(unescape(unescape(text)))} "


@each
def test_what_is_named_stands_in_the_article(one: AnnotatedSet, gold: Gold) -> None:
    article = text(one, gold.article)
    astray = [entity.names for entity in gold.entities if not any(stands(name, article) for name in entity.names)]
    unsaid = [quote.starts for quote in gold.quotes if not stands(quote.starts, article)]
    unread = [distractor.text for distractor in gold.distractors if distractor.text not in article]
    assert not [*astray, *unsaid, *unread]


@each
def test_a_relation_joins_what_it_may(one: AnnotatedSet, gold: Gold) -> None:
    kinds = {entity.id: entity.kind.value for entity in gold.entities}
    wrong = [
        (subject, name, target)
        for subject, name, target in gold.relations | gold.optional
        if kinds[subject] not in relations()[name].domain or kinds.get(target, "Date") not in relations()[name].range
    ]
    assert not wrong


@each
def test_a_post_has_a_holder(one: AnnotatedSet, gold: Gold) -> None:
    held = {target for _, name, target in gold.relations | gold.optional if name == "holds"}
    posts = {entity.id for entity in gold.entities if entity.kind == "Role" and not entity.optional}
    assert posts <= held


def test_no_article_is_in_two_sets() -> None:
    names = [gold.article for _, gold in ANNOTATED]
    assert len(names) == len(set(names))
