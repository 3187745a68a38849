"""How fast the named questions are: `python -m tests.benchmarks.queries [GRAPH]`, a graph that `kg build` wrote.

Without a graph, one of about 1,000,000 triples is built from articles made for it. Each question is asked with each of
its parameters, about the thing that the graph says most of, and, where nothing is required, about the whole graph. The
time of finding the name that was typed is shown by itself. Then the engines: rdflib's own store and Oxigraph behind
rdflib's face, by size of the graph, each loading it and answering the questions' examples.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from rdflib import Graph

from kg.errors import KgError
from kg.graph.load import from_turtle, load
from kg.graph.query import answer, rows
from kg.graph.vocabulary import BASE_IRI
from kg.questions.asking import asked
from kg.questions.question import ENTITIES, Parameter, questions, standalone
from kg.upkeep import build_in
from tests.benchmarks.corpus import written

_ARTICLES = 1_850
_SEEDS = Path(__file__).parents[2] / "seeds"
_BUSIEST = """SELECT ?node {{ {{ ?claim rdf:subject ?node }} UNION {{ ?claim rdf:object ?node }}
  UNION {{ ?article schema:mentions ?node }} ?node a ?class ; skos:prefLabel ?label . FILTER(?class IN ({classes}))
}} GROUP BY ?node ORDER BY DESC(COUNT(*)) ?node LIMIT 1"""
_LONGEST = "SELECT ?a { ?claim prov:wasDerivedFrom ?a } GROUP BY ?a ORDER BY DESC(COUNT(?claim)) ?a LIMIT 1"
_DAY = "SELECT ?day { ?article schema:datePublished ?day FILTER(STRLEN(STR(?day)) = 10) } ORDER BY ?day"


class Typed:
    """What a user might type for each kind of parameter: what the graph says most of."""

    def __init__(self, graph: Graph) -> None:
        self._graph, self._known = graph, {"relation": "holds"}
        days = [day for (day,) in rows(graph, _DAY)]
        self._known |= {"date": days[len(days) // 2], "month": days[len(days) // 2][:7]}

    def text(self, parameter: Parameter) -> str:
        """The end of the busiest node's IRI, or the middle date."""
        key = "|".join(parameter.kinds)
        if key not in self._known:
            kinds = ENTITIES if key == "entity" else parameter.kinds
            classes = ", ".join(f"kg:{ENTITIES[kind]}" for kind in kinds if kind in ENTITIES)
            query = _LONGEST if key == "article" else _BUSIEST.format(classes=classes)
            self._known[key] = next(rows(self._graph, query))[0].removeprefix(BASE_IRI)
        return self._known[key]


def asking(graph: Graph) -> Iterator[tuple[str, str, int, float, float]]:
    """Question, arguments, rows, seconds of finding the names, seconds of the answer."""
    typed = Typed(graph)
    for one in questions().values():
        required = {p.name: typed.text(p) for p in one.parameters if p.required}
        given = [required, *(required | {p.name: typed.text(p)} for p in one.parameters if not p.required)]
        for arguments in given:
            started = perf_counter()
            sparql = asked(graph, one, arguments).sparql
            found = perf_counter()
            count = sum(1 for _ in answer(graph, sparql))  # type: ignore[union-attr, misc]
            shown = " ".join(f"--{name} {value}" for name, value in arguments.items())
            yield one.name, shown, count, found - started, perf_counter() - found


def engines(turtle: str, graph: Graph) -> Iterator[tuple[str, float, float]]:
    """Engine, seconds of loading, seconds of all examples that the graph can answer."""
    examples = []
    for one in questions().values():
        arguments = dict(zip((name[2:] for name in one.example[::2]), one.example[1::2], strict=True))
        try:
            examples.append(standalone(asked(graph, one, arguments).sparql))
        except KgError:  # the graph knows no such name
            examples.append(standalone(one.text))
    started = perf_counter()
    plain = Graph().parse(data=turtle, format="turtle")
    loaded = perf_counter()
    for sparql in examples:
        list(plain.query(sparql))
    yield "rdflib", loaded - started, perf_counter() - loaded
    started = perf_counter()
    fast = from_turtle(turtle)
    loaded = perf_counter()
    for sparql in examples:
        list(fast.query(sparql))
    yield "Oxigraph", loaded - started, perf_counter() - loaded


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks.queries")
    options.add_argument("graph", type=Path, nargs="?", help="a .ttl file; otherwise one is built")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if given.graph is None:
            written(folder / "articles", _ARTICLES)
            build_in(folder, [folder / "articles"])
        measured(given.graph or folder / "kg.ttl")
        print(f"\n{'triples':>10} {'engine':10} {'loading, s':>11} {'30 questions, s':>16}")
        for count in (0, 10):
            if count:
                written(folder / str(count), count)
            build_in(folder / f"out{count}", [folder / str(count) if count else _SEEDS])
            turtle = (folder / f"out{count}" / "kg.ttl").read_text(encoding="utf-8")
            graph = from_turtle(turtle)
            for engine, loading, answering in engines(turtle, graph):
                print(f"{len(graph):10,} {engine:10} {loading:11.3f} {answering:16.3f}")


def measured(file: Path) -> None:
    """Load the graph, ask everything, and print it."""
    started = perf_counter()
    graph = load(file)
    seconds = perf_counter() - started
    print(f"{len(graph):,} triples loaded in {seconds:.1f} s")
    print(f"{'question':24} {'rows':>7} {'names, s':>9} {'answer, s':>10}  arguments")
    times: dict[bool, list[float]] = {True: [], False: []}
    for name, arguments, count, finding, answering in asking(graph):
        print(f"{name:24} {count:7,} {finding:9.3f} {answering:10.3f}  {arguments}")
        times[bool(arguments)].append(answering)
    for with_arguments, found in times.items():
        what = "with an argument" if with_arguments else "of the whole graph"
        print(f"{what}: {len(found)} asked, median {statistics.median(found):.3f} s, slowest {max(found):.3f} s")


if __name__ == "__main__":
    main()
