"""A question with its arguments: from what a user typed to SPARQL that says it in the graph's terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.graph.vocabulary import KG
from kg.model import Day
from kg.questions.names import Meant, Names
from kg.questions.question import Parameter, Question
from kg.relations import relations

if TYPE_CHECKING:
    from rdflib import Graph

_MONTH = re.compile(r"\d{4}-\d{2}")
_XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Asked:
    """The SPARQL of a question with its arguments; `guesses` says of each name that was not met as it was typed
    which one was taken, by the parameter's name."""

    sparql: str
    guesses: Mapping[str, Meant]


def asked(graph: Graph, question: Question, arguments: Mapping[str, str]) -> Asked:
    """The question about a graph. Arguments by the parameters' names; names of things as people type them.

    KgError if an argument is wanted and not given, given and not wanted, of another kind, or means nothing or several
    things in the graph.
    """
    known = {one.name: one for one in question.parameters}
    if unknown := sorted(arguments.keys() - known.keys()):
        takes = ", ".join(f"--{name}" for name in known) or "none"
        raise KgError(f"{question.name} has no parameter --{unknown[0]}", hint=f"its parameters: {takes}")
    for one in question.parameters:
        if one.required and one.name not in arguments:
            raise KgError(f"{question.name} wants --{one.name}", hint=one.english)
    terms, guesses = {}, {}
    for name, text in arguments.items():
        terms[name], meant = _term(graph, known[name], text)
        if meant and meant.guessed:
            guesses[name] = meant
    return Asked(question.sparql(terms), guesses)


def _term(graph: Graph, parameter: Parameter, text: str) -> tuple[str, Meant | None]:
    """What a parameter's text is in SPARQL; if that is a node, also which."""
    try:
        if parameter.kinds == ("relation",):
            return _relation(text), None
        if parameter.kinds[0] in ("date", "month"):
            return _date(text, month=parameter.kinds == ("month",)), None
        meant = Names(graph, parameter.kinds).meant(text)
        return f"<{meant.iri}>", meant
    except KgError as error:
        raise KgError(error.what, where=f"--{parameter.name}", hint=error.hint) from error


def _relation(text: str) -> str:
    name = text.removeprefix("kg:")
    if name not in relations():
        raise KgError(f"no relation '{text}'", hint=", ".join(relations()))
    return f"<{KG}{name}>"


def _date(text: str, month: bool) -> str:
    right = "YYYY-MM" if month else "YYYY-MM-DD, YYYY-MM or YYYY"
    try:
        day = Day.parse(text)
    except (ValueError, TypeError):
        day = None
    if day is None or (month and not _MONTH.fullmatch(text)):
        raise KgError(f"'{text}' is no {'month' if month else 'date'}", hint=right)
    kind = "date" if day.day else "gYearMonth" if day.month else "gYear"
    return f'"{day}"^^<{_XSD}{kind}>'
