"""The graph of the knowledge made by hand."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.graph.load import from_turtle
from kg.graph.triples import triples
from kg.graph.turtle import write
from kg.model import Knowledge


@pytest.fixture(scope="session")
def turtle(knowledge: Knowledge) -> str:
    return write(triples(knowledge))


@pytest.fixture(scope="session")
def graph(turtle: str) -> Graph:
    return from_turtle(turtle)
