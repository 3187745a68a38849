"""Extraction: one article into the things it names and what it says of them. Knows Indonesian, no other article."""

from __future__ import annotations

from kg.extract.entities import Entities, Item
from kg.extract.events import Events
from kg.extract.legal import read_regulations
from kg.extract.names import split
from kg.extract.posts import Posts
from kg.extract.prose import prose
from kg.extract.reading import Reading
from kg.extract.register import Register, freeze
from kg.extract.regulations import regulations
from kg.extract.relations import confidences
from kg.extract.topics import Topics
from kg.extract.vocabulary import vocabulary
from kg.model import Article, Extraction

__all__ = ["Item", "extract"]


def extract(article: Article) -> Extraction:
    """What the article says: its referents, mentions and statements, in a fixed order. Never raises."""
    text, words = prose(article), vocabulary()
    laws = list(regulations(text, words))
    taken = frozenset(i for law in laws for i in range(law.first, law.last))
    register = Register(text)
    entities = Entities(register, words, split(text, words, taken))
    entities.read()
    posts = Posts(entities)
    posts.read()
    events = Events(entities, taken)
    events.read()
    entities.items += events.items
    topics = Topics(entities, taken)
    topics.read()
    read_regulations(entities, laws)
    Reading(entities, posts, events, topics).read()
    referents, mentions, statements = freeze(register, confidences())
    return Extraction(article, referents, mentions, statements)
