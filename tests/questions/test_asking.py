"""Arguments as a user types them, in SPARQL's terms."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.errors import KgError
from kg.graph.query import rows
from kg.questions.asking import asked
from kg.questions.question import Parameter, Question

QUESTION = Question(
    "test",
    "uji",
    "Uji",
    "Test",
    (
        Parameter("who", ("person", "institution"), True, "siapa", "who it is"),
        Parameter("relation", ("relation",), False, "relasi", "the relation"),
        Parameter("at", ("date",), False, "hari", "the day"),
        Parameter("month", ("month",), False, "bulan", "the month"),
    ),
    (),
    "SELECT ?who ?relation ?at ?month {\n # VALUES ?who {}\n # VALUES ?relation {}\n # VALUES ?at {}\n"
    " # VALUES ?month {}\n}",
)
PERHUMAS = "https://w3id.org/jejaring/id/institution/perhumas"
KG = "https://w3id.org/jejaring/ontology#"
TERMS = {
    "a thing": ({}, (PERHUMAS, "", "", "")),
    "a day": ({"at": "2024-02-05"}, (PERHUMAS, "", "2024-02-05", "")),
    "a month, where a date is wanted": ({"at": "2024-02"}, (PERHUMAS, "", "2024-02", "")),
    "a year, where a date is wanted": ({"at": "2024"}, (PERHUMAS, "", "2024", "")),
    "a month": ({"month": "2024-02"}, (PERHUMAS, "", "", "2024-02")),
    "a relation": ({"relation": "holds"}, (PERHUMAS, f"{KG}holds", "", "")),
    "a relation with its prefix": ({"relation": "kg:holds"}, (PERHUMAS, f"{KG}holds", "", "")),
}


@pytest.mark.parametrize(("given", "row"), TERMS.values(), ids=TERMS)
def test_arguments_are_bound(given: dict[str, str], row: tuple[str, ...], confusing: Graph) -> None:
    assert list(rows(confusing, asked(confusing, QUESTION, {"who": "Perhumas", **given}).sparql)) == [row]


WRONG = {
    "none that is wanted": ({}, "test wants --who (who it is)"),
    "one that is not": ({"who": "Perhumas", "whom": "x"}, "no parameter --whom (its parameters: --who, --relation"),
    "a name of nothing": ({"who": "Citra Lestari"}, "--who: no person or institution is called 'Citra Lestari'"),
    "a name of several": ({"who": "Budi"}, "--who: 'Budi' may be any of 2"),
    "no date": ({"who": "Perhumas", "at": "kemarin"}, "--at: 'kemarin' is no date (YYYY-MM-DD, YYYY-MM or YYYY)"),
    "a day that never was": ({"who": "Perhumas", "at": "2023-02-30"}, "--at: '2023-02-30' is no date"),
    "a day, where a month is wanted": ({"who": "Perhumas", "month": "2023-02-03"}, "is no month (YYYY-MM)"),
    "a year, where a month is wanted": ({"who": "Perhumas", "month": "2023"}, "is no month (YYYY-MM)"),
    "no relation": ({"who": "Perhumas", "relation": "likes"}, "--relation: no relation 'likes' (about, "),
    "SPARQL": ({"who": "Perhumas", "at": '2023" } ?a ?b ?c { "'}, "is no date"),
    "SPARQL for a name": ({"who": "<x> } ?a ?b ?c #"}, "no person or institution is called"),
}


@pytest.mark.parametrize(("given", "says"), WRONG.values(), ids=WRONG)
def test_arguments_that_are_wrong(given: dict[str, str], says: str, confusing: Graph) -> None:
    with pytest.raises(KgError) as caught:
        asked(confusing, QUESTION, given)
    assert says in str(caught.value)


def test_a_name_that_was_guessed_is_told(confusing: Graph) -> None:
    assert asked(confusing, QUESTION, {"who": "Perhumas"}).guesses == {}
    assert asked(confusing, QUESTION, {"who": "Budi Santosa"}).guesses["who"].label == "Budi Santoso"
