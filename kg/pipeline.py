"""From articles to a graph: the five stages, in order. Each is a plain function over the values of `kg.model`.

read        files → `Article`s                            `kg.read`
extract     an `Article` → an `Extraction`                `kg.extract`
resolve     all extractions → `Entity`s                   `kg.resolve`
assemble    extractions and entities → `Knowledge`        `kg.graph.facts`
publish     `Knowledge` → Turtle, a page, an rdflib Graph `kg.graph`, `kg.page`
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from kg import extract, read
from kg.errors import InputError
from kg.graph import facts, triples, turtle
from kg.model import Article, Extraction, Knowledge
from kg.resolve import resolve

if TYPE_CHECKING:
    from rdflib import Graph

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Remark:
    """What there is to say of one path, in one line: why it was skipped, or how it was read."""

    path: Path
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


class NothingBuilt(InputError):
    """No article could be read; `skipped` says why, path by path."""

    def __init__(self, skipped: tuple[Remark, ...]) -> None:
        super().__init__("no article could be read", hint="; ".join(map(str, skipped)))
        self.skipped = skipped


@dataclass(frozen=True)
class Build:
    """A built graph.

    knowledge: all that is known; skipped, notes: what was left out and what was read in a special way
    turtle: the graph as text; page: as an HTML page that needs no network; graph: in rdflib, for SPARQL
    seconds: from the first file to the Turtle
    """

    knowledge: Knowledge
    turtle: str
    skipped: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    seconds: float

    @property
    def articles(self) -> tuple[Article, ...]:
        return self.knowledge.articles

    @cached_property
    def page(self) -> str:
        from kg.page import render

        return render(self.knowledge)

    @cached_property
    def graph(self) -> Graph:
        from kg.graph.load import from_turtle

        return from_turtle(self.turtle)


def build(paths: Iterable[str | Path], *, base_iri: str = triples.BASE_IRI, on_article: Progress | None = None) -> Build:
    """The graph of the articles in `paths` (files, and folders of `.txt`), whatever their order.

    What cannot be read or extracted is skipped and reported; NothingBuilt if that leaves no article.
    `on_article` is told how many articles are done, of how many.
    """
    started = perf_counter()
    desk = _Desk()
    articles = desk.articles(desk.files(paths))
    extractions = desk.extractions(articles, on_article or (lambda done, total: None))
    if not extractions:
        raise NothingBuilt(desk.skipped)
    knowledge = facts.assemble(extractions, resolve(extractions))
    text = turtle.write(triples.triples(knowledge, base_iri=base_iri))
    return Build(knowledge, text, desk.skipped, desk.notes, perf_counter() - started)
