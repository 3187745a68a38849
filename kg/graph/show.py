"""All that a graph knows of one entity, each fact with the sentence, article and date that state it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.graph.nodes import nearest
from kg.graph.query import query
from kg.graph.vocabulary import literal
from kg.relations import relations

if TYPE_CHECKING:
    from rdflib import Graph

_ENTITY = """SELECT ?node ?class ?label WHERE {{
  {{ ?node skos:prefLabel ?name }} UNION {{ ?node skos:altLabel ?name }}
  ?node a ?class ; skos:prefLabel ?label . FILTER(LCASE(STR(?name)) = LCASE({name})) }}"""
_FORMS = "SELECT ?form WHERE {{ <{node}> skos:altLabel ?form }} ORDER BY ?form"
_FACTS = """SELECT ?relation ?subject ?object ?status ?quote ?article ?headline ?date WHERE {{
  {{ ?claim rdf:subject <{node}> }} UNION {{ ?claim rdf:object <{node}> }}
  ?claim rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ; kg:quote ?quote ; kg:status ?status ;
         prov:wasDerivedFrom ?a . ?a dcterms:identifier ?article .
  OPTIONAL {{ ?a schema:headline ?headline }} OPTIONAL {{ ?a schema:datePublished ?date }}
  OPTIONAL {{ ?s skos:prefLabel ?sl }} OPTIONAL {{ ?o skos:prefLabel ?ol }} OPTIONAL {{ ?o schema:text ?text }}
  OPTIONAL {{ ?o kg:postIn ?b . ?b skos:prefLabel ?bl }} OPTIONAL {{ ?s kg:postIn ?sb . ?sb skos:prefLabel ?sbl }}
  BIND(CONCAT(STR(COALESCE(?sl, ?s)), COALESCE(CONCAT(" · ", STR(?sbl)), "")) AS ?subject)
  BIND(CONCAT(STR(COALESCE(?ol, ?text, ?o)), COALESCE(CONCAT(" · ", STR(?bl)), "")) AS ?object)
}} ORDER BY ?relation ?subject ?object ?article ?quote"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim: the words that state the fact, the article, its headline and date, and the claim's status."""

    quote: str
    article: str
    headline: str
    date: str
    status: str


@dataclass(frozen=True, slots=True)
class Line:
    """A fact of the entity in words, with its evidence."""

    subject: str
    relation: str
    object: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One entity: its IRI, class, label, other forms and facts."""

    iri: str
    kind: str
    label: str
    forms: tuple[str, ...]
    facts: tuple[Line, ...]


def show(graph: Graph, name: str) -> list[Sheet]:
    """Every entity of that name, by IRI. KgError, with the nearest names as a hint, if there is none."""
    rows = query(graph, _ENTITY.format(name=literal(name))).rows
    found = sorted({(node[1], kind[1].rpartition("#")[2], label[1]) for node, kind, label in rows})
    if not found:
        raise KgError(f"nothing is called '{' '.join(name.split())}'", hint=_nearest(graph, name))
    return [_sheet(graph, *entity) for entity in found]


def _nearest(graph: Graph, name: str) -> str:
    return nearest(name, {row[0][1] for row in query(graph, "SELECT ?n { ?e skos:prefLabel|skos:altLabel ?n }").rows})


def _sheet(graph: Graph, node: str, kind: str, label: str) -> Sheet:
    forms = tuple(row[0][1] for row in query(graph, _FORMS.format(node=node)).rows)
    lines: dict[tuple[str, str, str], list[Evidence]] = {}
    for row in query(graph, _FACTS.format(node=node)).rows:
        relation, subject, target, status, quote, article, headline, date = (text for _, text in row)
        evidence = Evidence(quote, article, headline, date, status.rpartition("#")[2])
        lines.setdefault((subject, relation.rpartition("#")[2], target), []).append(evidence)
    return Sheet(
        node, kind, label, forms, tuple(Line(*key, tuple(dict.fromkeys(found))) for key, found in lines.items())
    )


def render(sheets: list[Sheet]) -> str:
    """The sheets as text for a terminal."""
    return "\n\n".join("\n".join(_lines(sheet)) for sheet in sheets)


def _lines(sheet: Sheet) -> list[str]:
    lines = [f"{sheet.label} ({sheet.kind})", f"  {sheet.iri}"]
    if sheet.forms:
        lines.append(f"  also: {', '.join(sheet.forms)}")
    for fact in sheet.facts:
        label = relations()[fact.relation].label["id"] if fact.relation in relations() else fact.relation
        lines += ["", f"  {fact.subject} — {label} → {_cut(fact.object)}"]
        lines += [line for evidence in fact.evidence for line in _evidence(evidence)]
    return lines


def _evidence(evidence: Evidence) -> list[str]:
    mark = "" if evidence.status == "Asserted" else f" [{evidence.status.lower()}]"
    source = ", ".join(part for part in (evidence.article, evidence.date, _cut(evidence.headline)) if part)
    return [f"    “{' '.join(evidence.quote.split())}”{mark}", f"      {source}"]


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 90 else flat[:89] + "…"
