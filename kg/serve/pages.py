"""Answers as HTML, by the templates beside this file; they escape all that they are given, and run no script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kg.graph.query import rows
from kg.graph.vocabulary import PREFIXES
from kg.questions.question import Question, questions, standalone
from kg.relations import relations

if TYPE_CHECKING:
    from jinja2 import Environment
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples
    from rdflib import Graph

    from kg.questions.asking import Asked

_HERE = Path(__file__).parent
_MOST = 1_000
_MOST_FACTS = 500
_NODE = """SELECT ?property ?value ?label WHERE { VALUES ?node { <NODE> }
  ?node ?property ?value . FILTER(!STRSTARTS(STR(?property), STR(kg:)) || isLiteral(?value))
  OPTIONAL { ?value skos:prefLabel ?label } } ORDER BY ?property ?label ?value LIMIT 500"""
_FACTS = """SELECT ?relation ?subject ?sl ?sb ?object ?ol ?ob ?status ?quote ?article ?identifier ?date WHERE {
  VALUES ?node { <NODE> }
  { ?claim rdf:subject ?node } UNION { ?claim rdf:object ?node } UNION { ?claim prov:wasDerivedFrom ?node }
  ?claim a kg:Claim ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; kg:status ?status ;
         kg:quote ?quote ; prov:wasDerivedFrom ?article . ?article dcterms:identifier ?identifier .
  OPTIONAL { ?claim kg:statedOn ?date } OPTIONAL { ?subject skos:prefLabel ?sl } OPTIONAL { ?object skos:prefLabel ?ol }
  OPTIONAL { ?object schema:text ?ol } OPTIONAL { ?subject kg:postIn ?si . ?si skos:prefLabel ?sb }
  OPTIONAL { ?object kg:postIn ?oi . ?oi skos:prefLabel ?ob }
} ORDER BY ?relation ?sl ?ol ?object ?date ?identifier ?quote"""
_COUNTS = """SELECT ?class (COUNT(?one) AS ?count) WHERE { ?one a ?class . FILTER(STRSTARTS(STR(?class), STR(kg:))) }
  GROUP BY ?class ORDER BY ?class"""


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader

    found = Environment(loader=FileSystemLoader(_HERE), autoescape=True, auto_reload=False, trim_blocks=True)
    found.globals.update(prefixes=PREFIXES, questions=questions())
    return found


def _page(template: str, **values: Any) -> bytes:
    return _templates().get_template(template).render(values).encode("utf-8", "replace")


def home(graph: Graph) -> bytes:
    """What is in the graph, and the ways in."""
    counts = [(name.rpartition("#")[2], int(count)) for name, count in rows(graph, _COUNTS)]
    return _page("home.html", counts=counts)


def form(sparql: str, error: str = "") -> bytes:
    """The form for a query, and what was wrong with the last."""
    return _page("sparql.html", sparql=sparql, error=error)


def result(sparql: str, found: QueryBoolean | QuerySolutions | QueryTriples, base: str) -> bytes:
    """The form with the query, and its answer as a table; IRIs that begin with the base lead to their pages."""
    return _page("sparql.html", sparql=sparql, table=_table(found, base))


def question(
    one: Question,
    given: Mapping[str, str],
    answered: tuple[Asked, QueryBoolean | QuerySolutions | QueryTriples, str] | None = None,
    error: str = "",
) -> bytes:
    """A form for a question's arguments; once it has been asked, its answer and the SPARQL that gave it.

    answered: the question as it was asked, its answer, and the base of the data's IRIs.
    """
    example = dict(zip((name[2:] for name in one.example[::2]), one.example[1::2], strict=True))
    values: dict[str, Any] = {"one": one, "given": given, "example": example, "guesses": {}, "error": error}
    if answered:
        said, found, base = answered
        values |= {"sparql": standalone(said.sparql), "guesses": said.guesses, "table": _table(found, base)}
    return _page("question.html", **values)


def _table(found: Any, base: str) -> dict[str, Any]:
    """Columns, rows of cells, and whether there were more rows than a page shows."""
    from pyoxigraph import QueryBoolean, QueryTriples

    if isinstance(found, QueryBoolean):
        return {"columns": ["answer"], "rows": [[_cell("true" if found else "false", base)]], "more": False}
    columns = ["subject", "predicate", "object"]
    if not isinstance(found, QueryTriples):
        columns = [variable.value for variable in found.variables]
    shown = list(islice(found, _MOST + 1))
    cells = [[_cell(value, base) for value in _values(row)] for row in shown[:_MOST]]
    return {"columns": columns, "rows": cells, "more": len(shown) > _MOST}


def _values(row: Any) -> Iterable[Any]:
    from pyoxigraph import Triple

    return (row.subject, row.predicate, row.object) if isinstance(row, Triple) else row


def _cell(value: Any, base: str) -> dict[str, str]:
    """What a cell shows, and where it leads."""
    from pyoxigraph import NamedNode

    if value is None:
        return {"text": "", "href": ""}
    text = str(getattr(value, "value", value))
    return _link(text, base=base) if isinstance(value, NamedNode) else {"text": text, "href": ""}


def _link(iri: str, label: str = "", base: str = "") -> dict[str, str]:
    short = next((f"{name}:{iri[len(space) :]}" for name, space in PREFIXES.items() if iri.startswith(space)), iri)
    href = f"/id/{quote(iri.removeprefix(base), safe='/%')}" if base and iri.startswith(base) else ""
    return {"text": label or short, "href": href}


def entity(graph: Graph, node: str, base: str) -> bytes:
    """All that is known of a node, each fact with the sentences, articles and dates that state it."""
    properties: dict[str, list[dict[str, str]]] = {}
    for name, value, label in rows(graph, _NODE.replace("NODE", node)):
        cell = _link(value, label, base) if "://" in value and name != "https://schema.org/url" else {"text": value}
        properties.setdefault(_link(name)["text"], []).append(cell)
    names = properties.get("skos:prefLabel") or properties.get("schema:headline") or properties.get("schema:text")
    title = names[0]["text"] if names else node.removeprefix(base)
    found = list(islice(rows(graph, _FACTS.replace("NODE", node)), _MOST_FACTS + 1))
    facts = _facts(found[:_MOST_FACTS], base)
    return _page(
        "entity.html", node=node, title=title, properties=properties, facts=facts, more=len(found) > _MOST_FACTS
    )


def _facts(found: Sequence[tuple[str, ...]], base: str) -> list[dict[str, Any]]:
    """The facts, each once, with the claims that state it."""
    facts: dict[tuple[str, str, str], dict[str, Any]] = {}
    for relation, subject, sl, sb, target, ol, ob, status, quoted, article, identifier, date in found:
        name = relation.rpartition("#")[2]
        fact = facts.setdefault(
            (relation, subject, target),
            {
                "relation": relations()[name].label["id"] if name in relations() else name,
                "subject": _link(subject, " · ".join(filter(None, (sl, sb))), base),
                "object": _link(target, " · ".join(filter(None, (ol, ob))), base),
                "claims": {},
            },
        )
        said = "" if status.endswith("Asserted") else status.rpartition("#")[2].lower()
        fact["claims"][quoted, identifier] = (_link(article, identifier, base), date, said, quoted)
    return list(facts.values())


def style() -> str:
    """The pages' style sheet."""
    return (_HERE / "style.css").read_text(encoding="utf-8")
