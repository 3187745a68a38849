"""Whether a graph keeps the contract, by the shapes of the ontology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resources import ontology

if TYPE_CHECKING:
    from rdflib import Graph


def validate(graph: Graph) -> list[str]:
    """One line for each breach: the node, what is wrong there; empty for a good graph."""
    from pyshacl import validate as run
    from rdflib import SH, Graph

    shapes = Graph().parse(ontology("shapes.ttl"))
    plain = Graph()
    for triple in graph:
        plain.add(triple)
    _, report, _ = run(plain, shacl_graph=shapes, advanced=True)
    if not isinstance(report, Graph):
        return [str(report)]
    lines = set()
    for node in report.objects(None, SH.result):
        message = report.value(node, SH.resultMessage)
        lines.add(
            f"{report.value(node, SH.focusNode)}: {report.value(node, SH.resultPath) or ''} {message}".replace(
                "  ", " "
            )
        )
    return sorted(lines)
