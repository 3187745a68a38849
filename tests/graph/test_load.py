"""Graphs back from files: what is loaded, and the one line that says why another file is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from kg.errors import InputError
from kg.graph.load import from_turtle, load
from kg.graph.vocabulary import PREFIXES


def test_it_is_an_rdflib_graph_with_all_triples(turtle: str, tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text(turtle, encoding="utf-8")
    graph = load(tmp_path / "kg.ttl")
    assert isinstance(graph, Graph)
    assert texts(graph) == texts(Graph().parse(data=turtle, format="turtle"))


def texts(graph: Graph) -> set[tuple[str, ...]]:
    return {tuple(map(str, triple)) for triple in graph}


@pytest.mark.parametrize(("prefix", "namespace"), PREFIXES.items())
def test_a_prefix_is_bound(prefix: str, namespace: str, graph: Graph) -> None:
    assert str(dict(graph.namespaces())[prefix]) == namespace


def test_n_triples_are_turtle(turtle: str) -> None:
    lines = Graph().parse(data=turtle, format="turtle").serialize(format="nt")
    assert len(from_turtle(lines)) == len(from_turtle(turtle))


BROKEN = {
    "no Turtle": ("This is no Turtle.", 1),
    "a prefix that nothing declares": ("@prefix kg: <https://w3id.org/jejaring/ontology#> .\n\nkg:a b:c kg:d .", 3),
    "cut off in a statement": ("@prefix a: <https://a.example/> .\na:a a:b", 2),
    "cut off in a literal": ('@prefix a: <https://a.example/> .\na:a a:b "Rahmat', 2),
    "a bad escape": ('@prefix a: <https://a.example/> .\na:a a:b\n  "Rah\\mat" .', 3),
    "an IRI that is relative": ("<a> <https://a.example/b> 1 .", 1),
    "a page": ("<!doctype html>\n<html></html>", 1),
}


@pytest.mark.parametrize(("text", "line"), BROKEN.values(), ids=BROKEN)
def test_broken_turtle_is_one_line_with_its_place(text: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(tmp_path / "kg.ttl")
    assert str(caught.value).startswith(f"{tmp_path / 'kg.ttl'}:{line}: not Turtle: ")
    assert "\n" not in str(caught.value)


def test_a_cut_off_build_is_found_out(turtle: str) -> None:
    for share in (0.3, 0.6, 0.9):
        with pytest.raises(InputError, match="not Turtle"):
            from_turtle(turtle[: int(len(turtle) * share)].rstrip(" .\n"))


NO_FILES = {"missing": (None, "no such graph"), "not UTF-8": (b"\xff\xfe\x00a", "cannot be read as text")}


@pytest.mark.parametrize(("data", "says"), NO_FILES.values(), ids=NO_FILES)
def test_no_file_of_text(data: bytes | None, says: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "kg.ttl").write_bytes(data)
    with pytest.raises(InputError, match=says):
        load(tmp_path / "kg.ttl")


def test_a_folder_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such graph"):
        load(tmp_path)
