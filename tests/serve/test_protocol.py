"""What the SPARQL protocol takes for a query, and what this endpoint refuses."""

from __future__ import annotations

import pytest

from kg.serve.protocol import FORM, QUERY, UPDATE, Refused, asked, granted, posted

ASK = "ASK { ?a ?b ?c }"


def test_a_get() -> None:
    assert asked([("query", ASK)]) == ASK
    assert asked([("format", "x")]) is None


POSTS = {
    "a form": (FORM, [], b"query=ASK+%7B+%3Fa+%3Fb+%3Fc+%7D"),
    "a form with its charset": (f"{FORM}; charset=UTF-8", [], b"query=ASK%20{%20?a%20?b%20?c%20}"),
    "the query itself": (QUERY, [], ASK.encode()),
    "the query itself, in other letters": ("Application/SPARQL-Query;charset=utf-8", [], ASK.encode()),
}


@pytest.mark.parametrize(("kind", "parameters", "body"), POSTS.values(), ids=POSTS)
def test_a_post(kind: str, parameters: list[tuple[str, str]], body: bytes) -> None:
    assert posted(kind, parameters, body) == ASK


BAD_GETS = {
    "two queries": ([("query", ASK), ("query", ASK)], 400, "one query"),
    "a default graph": ([("query", ASK), ("default-graph-uri", "x:a")], 400, "one graph"),
    "a named graph": ([("query", ASK), ("named-graph-uri", "x:a")], 400, "one graph"),
    "an update": ([("update", "CLEAR ALL")], 403, "read-only"),
}


@pytest.mark.parametrize(("parameters", "status", "says"), BAD_GETS.values(), ids=BAD_GETS)
def test_a_get_that_is_refused(parameters: list[tuple[str, str]], status: int, says: str) -> None:
    with pytest.raises(Refused, match=says) as caught:
        asked(parameters)
    assert caught.value.status == status


BAD_POSTS = {
    "an update": (UPDATE, [], b"CLEAR ALL", 403),
    "an update in a form": (FORM, [], b"update=CLEAR+ALL", 403),
    "no query in a form": (FORM, [], b"kueri=x", 400),
    "two queries": (QUERY, [("query", ASK)], ASK.encode(), 400),
    "another graph": (QUERY, [("default-graph-uri", "x:a")], ASK.encode(), 400),
    "letters of another encoding": (QUERY, [], b"ASK { ?a ?b '\xe9' }", 400),
    "letters of another encoding in a form": (FORM, [], b"query=%E9", 400),
    "JSON": ("application/json", [], b"{}", 415),
    "no type": ("", [], ASK.encode(), 415),
}


@pytest.mark.parametrize(("kind", "parameters", "body", "status"), BAD_POSTS.values(), ids=BAD_POSTS)
def test_a_post_that_is_refused(kind: str, parameters: list[tuple[str, str]], body: bytes, status: int) -> None:
    with pytest.raises(Refused) as caught:
        posted(kind, parameters, body)
    assert caught.value.status == status and "\n" not in caught.value.why


FORBIDDEN = {
    "another endpoint": ("SELECT * { SERVICE <http://127.0.0.1/> { ?a ?b ?c } }", 400),
    "another endpoint, silently": ("SELECT * { service silent <http://a.example/> { ?a ?b ?c } }", 400),
    "a file": ("SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }", 400),
    "a named file": ("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?a ?b ?c } }", 400),
    "loading": ("LOAD <file:///etc/passwd>", 403),
    "inserting": ("INSERT DATA { <x:a> <x:b> <x:c> }", 403),
    "deleting": ("PREFIX kg: <x:> DELETE WHERE { ?a ?b ?c }", 403),
    "behind a comment": ("# FROM\nSELECT * # '''\n FROM <x:a> { ?a ?b ?c }", 400),
    "behind a literal": ("""SELECT * { ?a ?b "it's" . SERVICE <x:a> { ?a ?b ?c } }""", 400),
    "behind a long literal": ('SELECT * { ?a ?b """a "b" c""" . SERVICE <x:a> { ?a ?b ?c } }', 400),
    "behind less than": ("SELECT * { FILTER(?a < 3) SERVICE <x:a> { ?a ?b ?c } FILTER(?a > 2) }", 400),
}


@pytest.mark.parametrize(("sparql", "status"), FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_a_query_may_not(sparql: str, status: int) -> None:
    with pytest.raises(Refused) as caught:
        granted(sparql)
    assert caught.value.status == status


GRANTED = [
    'SELECT ?from { ?service kg:from ?from . FILTER(?from != "SERVICE <x:a>") }',
    "SELECT * { ?a <http://service/from> 'FROM' } # SERVICE FROM LOAD",
    "PREFIX from: <x:> SELECT $load { $load from:service from:Load }",
    'SELECT * { ?a ?b """say "FROM" \'\'\' or SERVICE""" }',
    "SELECT * { ?a ?b 'it\\'s FROM' }",
    'SELECT * { ?a ?b "x"@from }',
    "SELECT * { _:from ?b ?c }",
]


@pytest.mark.parametrize("sparql", GRANTED)
def test_words_that_are_no_keywords(sparql: str) -> None:
    granted(sparql)
