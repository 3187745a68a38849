"""`kg view`: the page of a graph that some build has left."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main
from kg.pipeline import Build


@pytest.fixture
def graph(seeds_build: Build, tmp_path: Path) -> Path:
    file = tmp_path / "kg.ttl"
    file.write_text(seeds_build.turtle, encoding="utf-8")
    return file


def test_the_page_lies_beside_the_graph(graph: Path) -> None:
    assert main(["view", str(graph)]) == 0
    assert "Usman Kansong" in graph.with_suffix(".html").read_text(encoding="utf-8")


def test_a_part_goes_where_it_is_told(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "sub" / "usman.html"
    given = ["--focus", "Usman Kansong", "--depth", "1", "--class", "Person", "--class", "Role", "-o", str(page)]
    assert main(["view", str(graph), *given]) == 0
    text = page.read_text(encoding="utf-8")
    assert "Usman Kansong" in text and "Moeldoko" not in text


WRONG = {
    "no such graph": (["view", "nowhere.ttl"], "nowhere.ttl: no such graph"),
    "no such name": (["view", "{graph}", "--focus", "Tidak Ada"], "nothing is called 'Tidak Ada'"),
    "onto itself": (["view", "{graph}", "-o", "{graph}"], "is the graph itself"),
    "no date": (["view", "{graph}", "--since", "kemarin"], "'kemarin' is no date"),
    "nothing left": (["view", "{graph}", "--since", "2999"], "nothing of the graph is left to show"),
}


@pytest.mark.parametrize(("command", "says"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_shown(command: list[str], says: str, graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word.format(graph=graph) for word in command]) == 2
    assert says in capsys.readouterr().err
    assert not graph.with_suffix(".html").exists()


def test_an_empty_graph_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kg.ttl").touch()
    assert main(["view", str(tmp_path / "kg.ttl")]) == 2
    assert "the graph has nothing to show" in capsys.readouterr().err
