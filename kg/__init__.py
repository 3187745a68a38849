"""Jejaring: Indonesian public-affairs news into a knowledge graph that can be trusted line by line.

Build a graph from a folder of articles, and ask it with SPARQL:

>>> import kg
>>> result = kg.build(["seeds"])  # doctest: +SKIP
>>> for row in result.graph.query("SELECT ?name { ?person a kg:Person ; skos:prefLabel ?name }"):  # doctest: +SKIP
...     print(row.name)

See what one article says, without any RDF:

>>> said = kg.extract("Jakarta - Menteri Perhubungan Budi Karya Sumadi membuka Rapat Koordinasi Nasional.")
>>> [referent.label for referent in said.referents if referent.kind is kg.Kind.PERSON]
['Budi Karya Sumadi']

Ask a graph that was built before:

>>> graph = kg.load("out/kg.ttl")  # doctest: +SKIP

Every fact of a graph stands behind claims: the sentence, the article and the place in it. The values are in
`kg.model`, the stages in `kg.pipeline`, the errors in `kg.errors`; the command line is `kg --help`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import kg.extract as _first  # noqa: F401  loaded first, so that the function below keeps its name
from kg.errors import DataError, InputError, KgError, QueryError
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


def build(paths: str | Path | Iterable[str | Path], *, base_iri: str = BASE_IRI) -> Build:
    """The graph of the articles in `paths`: files, and folders of `.txt`, in any order.

    The result has `.graph` (rdflib), `.turtle`, `.page` (HTML), `.knowledge`, and says in `.skipped` and
    `.notes` what was left out and how the rest was read. InputError if no article can be read.
    """
    from kg.pipeline import build as run

    return run(paths, base_iri=base_iri)


def extract(text: str | Article, *, id: str = "article") -> Extraction:
    """What one article says, by itself: the things it names, where, and its statements about them."""
    from kg import read
    from kg.extract import extract as run

    return run(read.parse(text, id) if isinstance(text, str) else text)


def load(path: str | Path) -> Graph:
    """A built graph from its file, as an rdflib Graph with all prefixes bound. InputError if it is none."""
    from kg.graph.load import load as run

    return run(Path(path))
