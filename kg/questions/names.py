"""Which node is meant by a name as people type it: in any case, by an acronym, with a slip of the keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from kg.errors import KgError
from kg.graph.nodes import nearest
from kg.graph.query import rows
from kg.graph.vocabulary import KG
from kg.questions.question import ENTITIES
from kg.resolve.forms import head_expansions, headed, known_bodies, normal, post_name

if TYPE_CHECKING:
    from rdflib import Graph

_SHOWN = 8
_LETTERS_A_SLIP = 6
_ENTITIES = """SELECT ?node ?label ?name ?whole ?body {{
  VALUES ?class {{ {classes} }} ?node a ?class ; skos:prefLabel ?label .
  {{ ?node skos:prefLabel ?name }} UNION {{ ?node skos:altLabel ?name }}
  OPTIONAL {{ ?node kg:postIn ?in . ?in skos:prefLabel ?whole .
    {{ ?in skos:prefLabel ?body }} UNION {{ ?in skos:altLabel ?body }} }} }}"""
_ARTICLES = """SELECT ?node ?label ?name ?whole ?body { ?node a kg:Article ; dcterms:identifier ?label .
  ?node dcterms:identifier|kg:alsoIn|schema:headline|schema:url ?name }"""
_OLD = "SELECT ?old ?new { ?old dcterms:isReplacedBy ?new }"


@dataclass(frozen=True, slots=True, order=True)
class Meant:
    """A node that a name means: its label, an institution's name behind a post's, and whether letters had to be
    changed to find it."""

    iri: str
    label: str
    guessed: bool = False


class Names:
    """All names of the nodes of some kinds in a graph.

    kinds: as a question's parameter names them, `person`, `entity`, `article`.
    """

    def __init__(self, graph: Graph, kinds: Sequence[str]) -> None:
        self._kinds = " or ".join(kinds)
        self._labels: dict[str, str] = {}
        self._main: dict[str, set[str]] = defaultdict(set)
        self._called: dict[str, set[str]] = defaultdict(set)
        self._typed: set[str] = set()
        for node, label, name, whole, body in rows(graph, _names(kinds)):
            self._labels[node] = f"{label} · {whole}" if whole else label
            self._typed.add(name)
            (self._main if name == label else self._called)[normal(name)].add(node)
            if body:
                self._called[normal(f"{name} {body}")].add(node)
        old = ((old, new) for old, new in rows(graph, _OLD) if new in self._labels)
        self._old = dict(old)

    def meant(self, text: str) -> Meant:
        """The one node that a name means: a label before another form, a form before what an acronym stands for, and
        that before a name with a few letters changed; an IRI or its end (`person/joko-widodo`), also one that has been
        replaced, is the node itself. KgError names the candidates where several are meant as much, and the nearest
        names where none is.
        """
        for guessed, nodes in self._readings(text):
            if len(nodes) == 1:
                node = next(iter(nodes))
                return Meant(node, self._labels[node], guessed)
            if nodes:
                raise KgError(f"'{text}' may be any of {len(nodes)}", hint=self._choice(nodes))
        raise KgError(f"no {self._kinds} is called '{text}'", hint=nearest(text, self._typed))

    def _readings(self, text: str) -> Iterator[tuple[bool, set[str]]]:
        """What the text may mean, the likeliest reading first, and whether letters had to be changed for it."""
        name = normal(text)
        yield False, self._placed(text.strip("<> "))
        yield False, self._main.get(name, set())
        yield False, self._called.get(name, set())
        for spelt in _spelt(name):
            yield False, self._main.get(spelt, set()) | self._called.get(spelt, set())
        yield True, self._like(name)

    def _placed(self, text: str) -> set[str]:
        if "/" not in text:
            return set()
        tail = "/" + text.lstrip("/")
        old = {new for old, new in self._old.items() if f"/{old}".endswith(tail)}
        return {node for node in self._labels if f"/{node}".endswith(tail)} or old

    def _like(self, name: str) -> set[str]:
        """The nodes whose names have the fewest letters that differ, if they are few enough for the name's length."""
        slips = len(name) // _LETTERS_A_SLIP
        if not slips:
            return set()
        names = [*self._main, *self._called]
        scores = process.extract(
            name, names, scorer=DamerauLevenshtein.distance, processor=None, score_cutoff=slips, limit=None
        )
        best = min((score for _, score, _ in scores), default=0)
        close = [one for one, score, _ in scores if score == best]
        return {node for one in close for node in self._main.get(one, set()) | self._called.get(one, set())}

    def _choice(self, nodes: set[str]) -> str:
        shown = [f"{self._labels[node]} ({'/'.join(node.rsplit('/', 3)[1:])})" for node in sorted(nodes)[:_SHOWN]]
        more = [f"{len(nodes) - _SHOWN} more"] if len(nodes) > _SHOWN else []
        return f"say which, by its whole name or the end of its IRI: {'; '.join(shown + more)}"


def _names(kinds: Sequence[str]) -> str:
    if "article" in kinds:
        return _ARTICLES
    classes = (ENTITIES[kind] for kind in kinds) if "entity" not in kinds else ENTITIES.values()
    return _ENTITIES.format(classes=" ".join(f"<{KG}{name}>" for name in classes))


def _spelt(name: str) -> Iterator[str]:
    """The name with what the lexicon knows of bodies and posts spelt out: `kemenkeu`, `pemkot depok`, `dirjen ikp`."""
    if name in known_bodies():
        yield normal(known_bodies()[name])
    yield headed(name, head_expansions())
    yield post_name(name)
