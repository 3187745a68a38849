"""Jejaring: Indonesian public-affairs news into a knowledge graph that can be trusted line by line.

Build a graph from a folder of articles, and ask it with SPARQL:

>>> import kg
>>> result = kg.build(["seeds"])
>>> len(result.articles)
5
>>> found = result.graph.query("SELECT ?name { ?one kg:holds ?post ; skos:prefLabel ?name }")
>>> len(found) > 10
True

See what one article says, without any RDF:

>>> said = kg.extract("Jakarta - Menteri Perhubungan membuka Rapat Koordinasi Nasional Kehumasan 2024.")
>>> [thing.label for thing in said.referents if thing.kind is kg.Kind.EVENT]
['Rapat Koordinasi Nasional Kehumasan 2024']

`kg.load("out/kg.ttl")` gives back the graph that `kg build` wrote.

Every fact of a graph stands behind claims: the sentence, the article and the place in it. The values are in
`kg.model`, the stages in `kg.pipeline`, the errors in `kg.errors`; the command line is `kg --help`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import DataError, InputError, KgError, QueryError

# Not where it is used: the package of that name, loaded later, would take the place of the function below.
from kg.extract import extract as _extract
from kg.graph.vocabulary import BASE_IRI
from kg.model import Article, Extraction, Kind, Knowledge

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.pipeline import Build

__version__ = "0.1.0"
__all__ = [
    "Article",
    "DataError",
    "Extraction",
    "InputError",
    "KgError",
    "Kind",
    "Knowledge",
    "QueryError",
    "__version__",
    "build",
    "extract",
    "load",
]


def build(
    paths: str | Path | Iterable[str | Path], *, base_iri: str = BASE_IRI, judgements: str | Path | None = None
) -> Build:
    """The graph of the articles in `paths`: files, and folders of `.txt`, in any order.

    Obeys the `judgements.tsv` in the folders, and the file `judgements`: which names are one and which are not.

    The result has `.graph` (rdflib), `.turtle`, `.page` (HTML), `.knowledge`, and says in `.skipped` and
    `.notes` what was left out and how the rest was read. InputError if no article can be read.
    """
    from kg.pipeline import build as run

    return run(paths, base_iri=base_iri, judgements=judgements)


def extract(text: str | Article, *, id: str = "article") -> Extraction:
    """What one article says, by itself: the things it names, where, and its statements about them."""
    from kg.read import parse

    return _extract(parse(text, id) if isinstance(text, str) else text)


def load(path: str | Path) -> Graph:
    """A built graph from its file, as an rdflib Graph with all prefixes bound. InputError if it is none."""
    from kg.graph.load import load as run

    return run(Path(path))
