"""Gold and graphs made for tests, without any article behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.graph.load import from_turtle
from kg.graph.turtle import write
from kg.graph.vocabulary import BASE_IRI, day, integer, literal
from kg.model import Day, Kind
from kg.score import Score, score
from kg.score.gold import SAYS, Gold, GoldEntity, GoldQuote, GoldSet
from kg.score.tally import Verdict, groups, tally

FIXTURES = Path(__file__).parent / "fixtures"
Triple = tuple[str, str, str]


def gold(things: Mapping[str, tuple[str, ...]], *relations: Triple, **more: Any) -> Gold:
    """Gold of the article `a`: things by id, each a class and names; `optional_things` lists ids."""
    vague = more.pop("optional_things", ())
    entities = [
        GoldEntity(id, Kind(kind), names, id in vague)
        for id, (kind, *rest) in things.items()
        for names in [tuple(rest)]
    ]
    return Gold("a", tuple(entities), frozenset(relations), **more)


def triples(told: Gold, *claims: tuple[Any, ...], article: str = "a") -> list[Triple]:
    """The triples of a graph that says of the article what a gold says, each node named after the gold's id, and
    further claims: (id, relation, id or literal, status, start)."""
    found = [(iri(article), "rdf:type", "kg:Article"), (iri(article), "dcterms:identifier", literal(article))]
    for entity in told.entities:
        found += thing(article, entity.id, entity.kind, *entity.names)
    stated = [(*triple, "Asserted", 0) for triple in sorted(told.relations | told.optional)]
    for number, quote in enumerate(told.quotes):
        found += said(f"q{number}", quote)
        stated.append((quote.speaker, SAYS, f"q{number}", "Asserted", number))
    return found + [triple for number, one in enumerate((*stated, *claims)) for triple in claim(article, number, *one)]


def thing(article: str, id: str, kind: str, *names: str) -> Iterable[Triple]:
    """A node that the article mentions."""
    yield iri(article), "schema:mentions", iri(id)
    yield iri(id), "rdf:type", f"kg:{kind}"
    for name, label in zip(names, ("prefLabel", *["altLabel"] * len(names)), strict=False):
        yield iri(id), f"skos:{label}", literal(name, "id")


def said(id: str, quote: GoldQuote) -> Iterable[Triple]:
    """A quotation that begins as the gold's does."""
    yield iri(id), "rdf:type", "kg:Quotation"
    yield iri(id), "schema:text", literal(f"{quote.starts} dan seterusnya", "id")


def claim(
    article: str, number: int, subject: str, relation: str, target: str, status: str, start: int
) -> Iterable[Triple]:
    """A claim of the article, ten letters long."""
    node = iri(f"claim-{article}-{number}")
    yield node, "rdf:subject", iri(subject)
    yield node, "rdf:predicate", f"kg:{relation}"
    yield node, "rdf:object", day(Day.parse(target)) if relation == "heldOn" else iri(target)
    yield node, "prov:wasDerivedFrom", iri(article)
    yield node, "kg:start", integer(start)
    yield node, "kg:end", integer(start + 10)
    yield node, "kg:rule", literal("a-rule")
    yield node, "kg:status", f"kg:{status}"


def iri(id: str) -> str:
    """The node of that id."""
    return f"<{BASE_IRI}{id}>"


def scored(graph: Iterable[Triple], *golds: Gold, articles: Path = Path("nowhere"), **corpus: Any) -> Score:
    """The score of a graph of those triples."""
    return score(from_turtle(write(graph)), GoldSet(golds, **corpus), articles)


def counts(verdicts: Iterable[Verdict]) -> dict[str, tuple[int, int, int]]:
    """Right, missing and wrongly there, of each class and relation that has any."""
    rows = tally(verdicts).items()
    return {row: (one.hit, one.miss, one.extra) for row, one in rows if one and row not in groups()}
