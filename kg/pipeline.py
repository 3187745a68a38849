"""From articles to a graph, in five stages. Each is a plain function over the values of `kg.model`.

=========  ================================================  =========================
read       files → `Article`s                                `kg.read`, `kg.intake`
extract    an `Article` → an `Extraction`                    `kg.extract`, `kg.intake`
resolve    all extractions → `Entity`s                       `kg.resolve`
assemble   extractions and entities → an `Assembly`          `kg.graph.facts`
publish    an `Assembly` → Turtle, an rdflib Graph, a page     `kg.graph`, `kg.page`
=========  ================================================  =========================
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.graph import turtle
from kg.graph.facts import Assembly
from kg.graph.triples import Blocks
from kg.graph.vocabulary import BASE_IRI
from kg.intake import Intake, Remark
from kg.model import Article, Knowledge
from kg.read import How
from kg.resolve import resolve
from kg.resolve.judgements import FILE, Judgement
from kg.resolve.judgements import read as read_judgements
from kg.resolve.reprints import reprints
from kg.workbook import Source

if TYPE_CHECKING:
    from rdflib import Graph

_NAMESPACE = re.compile(r"""[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+[/#]""", re.IGNORECASE)


class NothingBuilt(InputError):
    """No article could be read; `skipped` says why, path by path."""

    def __init__(self, skipped: tuple[Remark, ...]) -> None:
        super().__init__("no article could be read", hint="; ".join(map(str, skipped)) or "no path was given")
        self.skipped = skipped


@dataclass(frozen=True)
class Build:
    """A built graph.

    assembly: all that is known, merged; base_iri: where the IRIs of its data begin
    skipped, notes: what was left out, and what was read in a special way
    seconds: from the first file to the last fact
    """

    assembly: Assembly
    base_iri: str
    skipped: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    seconds: float

    @cached_property
    def knowledge(self) -> Knowledge:
        """All that is known, in memory."""
        return self.assembly.knowledge()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that were built, in order of id."""
        return self.knowledge.articles

    @cached_property
    def blocks(self) -> Blocks:
        """The triples, subject by subject."""
        return Blocks(self.assembly, self.base_iri)

    @cached_property
    def turtle(self) -> str:
        """The graph as Turtle."""
        return "".join(turtle.stream(self.blocks.subjects, self.blocks))

    @cached_property
    def graph(self) -> Graph:
        """The graph in rdflib, backed by Oxigraph."""
        from kg.graph.load import from_turtle

        return from_turtle(self.turtle)

    @cached_property
    def page(self) -> str:
        """The graph as an HTML page that needs no network."""
        from kg.graph.rows import of_blocks
        from kg.page import page_of

        return page_of(of_blocks(self.blocks), self.assembly.text)


def build(
    paths: str | Path | Iterable[str | Path],
    *,
    base_iri: str = BASE_IRI,
    judgements: str | Path | None = None,
    workers: int = 1,
    how: How | None = None,
    on_article: Callable[[int, int], None] = lambda done, total: None,
) -> Build:
    """The graph of the articles in `paths`: files and folders, in any order.

    What a person has decided about names is obeyed: the `judgements.tsv` of each folder, and the file `judgements`.
    What cannot be read or extracted is left out and reported; NothingBuilt if that leaves nothing.
    The IRIs of the data begin with `base_iri`; `workers` processes extract; `how`: columns of records, and limits;
    `on_article` hears how many articles are done, of how many.
    """
    check_namespace(base_iri)
    started = perf_counter()
    given = given_paths(paths)
    decided = decisions(given, judgements)
    intake = Intake(workers=workers, how=how)
    with uncollected():
        found = intake.sources(given, on_article)
        if not found:
            raise NothingBuilt(tuple(intake.skipped))
        return graph_of(intake, found, decided, base_iri, started)


def graph_of(
    intake: Intake, found: Iterable[Source], decided: Iterable[Judgement], base_iri: str, started: float
) -> Build:
    """The last three stages: the graph of the articles at the sources. started: when the build began, in seconds."""
    extractions = intake.extractions(found)
    entities = resolve(extractions, decided)
    assembly = Assembly(extractions, entities, reprints(extractions))
    return Build(assembly, base_iri, tuple(intake.skipped), tuple(intake.notes), perf_counter() - started)


def given_paths(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    """The paths that were given, one or many, as a list."""
    return [Path(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]


def check_namespace(base_iri: str) -> None:
    """InputError if no IRI of the data may begin so."""
    if not _NAMESPACE.fullmatch(base_iri):
        raise InputError("no namespace for data", where=base_iri, hint=f"one that ends in / or #, as {BASE_IRI}")


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector, which finds no cycles in what a build makes and costs a twentieth of its time."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def decisions(paths: Iterable[Path], given: str | Path | None) -> list[Judgement]:
    """What has been decided: the files that lie in the folders, by path, and the one given, which has the last word."""
    files = sorted({file.resolve() for path in paths if path.is_dir() for file in path.rglob(FILE) if file.is_file()})
    return [one for file in [*files, *([Path(given)] if given else [])] for one in read_judgements(file)]
