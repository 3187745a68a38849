"""A job and a graph into an answer. Nothing here knows of HTTP but its status codes and media types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import mimeparse

from kg.errors import KgError, QueryError
from kg.graph.formats import SOLUTIONS, TRIPLES, serialise
from kg.graph.query import answer, rows
from kg.questions.asking import asked
from kg.questions.names import Names
from kg.questions.question import question
from kg.serve import pages
from kg.serve.protocol import Refused, granted

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples
    from rdflib import Graph

MOST_ROWS = 100_000
"""The longest answer, in rows or triples."""

HTML = "text/html"
TEXT = "text/plain"
_ALIKE = {"application/json": "json", "application/xml": "xml", "text/xml": "xml"}
_DESCRIBED = """CONSTRUCT {{ <{node}> ?p ?o . ?s ?r <{node}> . ?claim ?cp ?co . ?o skos:prefLabel ?label }} WHERE {{
  {{ <{node}> ?p ?o OPTIONAL {{ ?o skos:prefLabel ?label }} }}
  UNION {{ ?s ?r <{node}> FILTER(?r NOT IN (rdf:subject, rdf:object, prov:wasDerivedFrom, schema:mentions)) }}
  UNION {{ {{ ?claim rdf:subject <{node}> }} UNION {{ ?claim rdf:object <{node}> }} ?claim ?cp ?co }} }}"""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be answered: kind `sparql`, `question`, `entity`, `find`, `form` or `home`; text, the query, name or
    key; the arguments of a question; which media types are wanted."""

    kind: str
    text: str = ""
    arguments: Mapping[str, str] = field(default_factory=dict)
    accept: str = "*/*"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: HTTP status, media type, the body, and where to go instead."""

    status: int
    media: str
    body: bytes
    location: str = ""


def reply(graph: Graph, job: Job) -> Reply:
    """The answer to a job. What is wrong with the job is an answer, too: one line, or a page where one is wanted."""
    try:
        return _KINDS[job.kind](graph, job)
    except Refused as error:
        return refusal(error.status, error.why, job)
    except KgError as error:
        return refusal(400, str(error), job)


def refusal(status: int, why: str, job: Job) -> Reply:
    """That a job is not done, and why: as a page with the form for a browser, else as a line."""
    try:
        html = _wanted(job.accept, [HTML, TEXT]) == HTML
    except Refused:
        html = False
    if not html:
        return Reply(status, TEXT, f"{why}\n".encode())
    return Reply(status, HTML, pages.form(job.text if job.kind == "sparql" else "", error=why))


def _wanted(accept: str, media: list[str]) -> str:
    """The media type that is wanted most, the last of those wanted as much; empty where none is wanted."""
    try:
        return str(mimeparse.best_match(media, accept))
    except mimeparse.MimeTypeParseException as error:
        raise Refused(400, f"Accept: '{accept[:80]}' is no list of media types") from error


def _sparql(graph: Graph, job: Job) -> Reply:
    granted(job.text)
    result = answer(graph, job.text)
    style = _style(result, job.accept)
    try:
        if style == "html":
            return Reply(200, HTML, pages.result(job.text, result, base_of(graph)))
        return _written(result, style)
    except QueryError as error:  # it was SPARQL, and the answer is refused
        raise Refused(500, str(error)) from error


def _style(result: QueryBoolean | QuerySolutions | QueryTriples, accept: str) -> str:
    from pyoxigraph import QueryTriples

    formats = TRIPLES if isinstance(result, QueryTriples) else SOLUTIONS
    by_media = {media: name for media, name in _ALIKE.items() if name in formats}
    by_media |= {HTML: "html", **{media: name for name, media in reversed(formats.items())}}
    wanted = _wanted(accept, list(by_media))
    if not wanted:
        raise Refused(406, f"the answer is to be had as {', '.join(formats.values())} or {HTML}")
    return by_media[wanted]


def _written(result: QueryBoolean | QuerySolutions | QueryTriples, style: str) -> Reply:
    return Reply(200, (SOLUTIONS | TRIPLES)[style], serialise(result, style, MOST_ROWS))


def _question(graph: Graph, job: Job) -> Reply:
    found = question(job.text)
    if found is None:
        raise Refused(404, f"no question is named '{job.text}'")
    given = {name: value.strip() for name, value in job.arguments.items() if value.strip()}
    html = _wanted(job.accept, [HTML, *SOLUTIONS.values(), *TRIPLES.values()]) == HTML
    if html and not given and any(one.required for one in found.parameters):
        return Reply(200, HTML, pages.question(found, {}))
    try:
        said = asked(graph, found, given)
        result = answer(graph, said.sparql)
        if html:
            return Reply(200, HTML, pages.question(found, given, (said, result, base_of(graph))))
        return _written(result, _style(result, job.accept))
    except KgError as error:
        if html:
            return Reply(400, HTML, pages.question(found, given, error=str(error)))
        raise


def _entity(graph: Graph, job: Job) -> Reply:
    """What is known of the node with that key, behind the base of the graph's IRIs."""
    base = base_of(graph)
    node = f"{base}{job.text}"
    if any(letter in node for letter in '<>"{}|^`\\') or any(letter <= " " for letter in node):
        raise Refused(404, "no such thing")
    style = {HTML: "html", **{media: name for name, media in TRIPLES.items()}}
    media = _wanted(job.accept, [HTML, *reversed(TRIPLES.values())])
    if not media:
        raise Refused(406, f"it is to be had as {', '.join(style)}")
    if not list(rows(graph, f"SELECT ?p {{ <{node}> ?p ?o FILTER(?p != dcterms:isReplacedBy) }} LIMIT 1")):
        moved = [new for (new,) in rows(graph, f"SELECT ?n {{ <{node}> dcterms:isReplacedBy ?n }}")]
        if not moved:
            raise Refused(404, f"the graph has nothing at {node}")
        return Reply(301, TEXT, b"", f"/id/{moved[0].removeprefix(base)}")
    if media == HTML:
        return Reply(200, HTML, pages.entity(graph, node, base))
    return _written(answer(graph, _DESCRIBED.format(node=node)), style[media])


def base_of(graph: Graph) -> str:
    """Where the IRIs of a graph's data begin."""
    for (node,) in rows(graph, "SELECT ?a { ?a a kg:Article } LIMIT 1"):
        return node.rpartition("article/")[0]
    return ""


def _find(graph: Graph, job: Job) -> Reply:
    """Where the thing of that name is."""
    node = Names(graph, ["entity"]).meant(job.text).iri
    return Reply(303, TEXT, b"", f"/id/{node.removeprefix(base_of(graph))}")


def _form(graph: Graph, job: Job) -> Reply:
    del graph
    if _wanted(job.accept, [HTML, TEXT]) != HTML:
        raise Refused(400, "no query: ?query=SELECT…, or a POST; a browser gets a form here")
    return Reply(200, HTML, pages.form(""))


def _home(graph: Graph, job: Job) -> Reply:
    del job
    return Reply(200, HTML, pages.home(graph))


_KINDS = {"sparql": _sparql, "question": _question, "entity": _entity, "find": _find, "form": _form, "home": _home}
