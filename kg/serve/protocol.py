"""The SPARQL 1.1 Protocol: which query a request asks, and what this endpoint refuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_DATASET = ("default-graph-uri", "named-graph-uri")
_ONE_GRAPH = "this endpoint has one graph, the default one: FROM and named graphs are refused"
_READ_ONLY = "this endpoint is read-only: updates are refused"
_REFUSED = {
    "SERVICE": "SERVICE is refused: this endpoint asks no other",
    "FROM": _ONE_GRAPH,
    "INSERT": _READ_ONLY,
    "DELETE": _READ_ONLY,
    "LOAD": _READ_ONLY,
    "CLEAR": _READ_ONLY,
    "CREATE": _READ_ONLY,
    "DROP": _READ_ONLY,
    "COPY": _READ_ONLY,
    "MOVE": _READ_ONLY,
    "ADD": _READ_ONLY,
}
_TOKEN = re.compile(
    r"""'''(?:[^'\\]|\\.|'(?!''))*'''|\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*"
    |<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n\r]*|[?$]\w+|@[\w-]+|[\w.-]*:(?:[\w.:%-]|\\.)*|(?P<word>\w+)""",
    re.VERBOSE | re.DOTALL,
)


class Refused(Exception):
    """A request that is not answered: the HTTP status, and one line that says why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


def asked(parameters: Sequence[tuple[str, str]]) -> str | None:
    """The query of a GET's parameters, None where there is none. Refused where there are several, or others that are
    not granted."""
    if any(name in _DATASET for name, _ in parameters):
        raise Refused(400, _ONE_GRAPH)
    if any(name == "update" for name, _ in parameters):
        raise Refused(403, _READ_ONLY)
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) > 1:
        raise Refused(400, f"one query was expected, not {len(queries)}")
    return queries[0] if queries else None


def posted(content_type: str, parameters: Sequence[tuple[str, str]], body: bytes) -> str:
    """The query of a POST: in a form, or as the whole body. Refused where there is none."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise Refused(403, _READ_ONLY)
    if kind not in (FORM, QUERY):
        raise Refused(415, f"the query was expected as {FORM} or {QUERY}, not as {kind or 'nothing in particular'}")
    try:
        text = body.decode("utf-8")
        given = [*parameters, *parse_qsl(text, keep_blank_values=True, errors="strict")] if kind == FORM else parameters
    except ValueError as error:
        raise Refused(400, "the query was expected in UTF-8") from error
    if kind == QUERY:
        given = [*given, ("query", text)]
    query = asked(given)
    if query is None:
        raise Refused(400, "the form has no field 'query'")
    return query


def granted(sparql: str) -> None:
    """Refused if a query wants another endpoint, another graph, or to write.

    Only keywords count: not what stands in literals, IRIs, comments, and names of variables and prefixes.
    """
    for token in _TOKEN.finditer(sparql):
        word = (token["word"] or "").upper()
        if word in _REFUSED:
            why = _REFUSED[word]
            raise Refused(403 if why is _READ_ONLY else 400, why)
