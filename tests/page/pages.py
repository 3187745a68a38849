"""Pages of knowledge that no article was read for."""

from __future__ import annotations

from kg.graph.contents import Contents, contents
from kg.graph.facts import Whole
from kg.graph.rows import of_blocks
from kg.graph.triples import Blocks
from kg.model import Knowledge
from kg.page import page_of


def contents_of(knowledge: Knowledge) -> Contents:
    """What a page of the knowledge tells."""
    return contents(of_blocks(Blocks(Whole(knowledge))))


def page_of_knowledge(knowledge: Knowledge) -> str:
    """Its page, with the words of its articles around each claim."""
    texts = {article.id: article.text for article in knowledge.articles}
    return page_of(of_blocks(Blocks(Whole(knowledge))), texts.__getitem__)
