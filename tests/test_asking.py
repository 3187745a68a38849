"""The command that asks: SPARQL and questions by name, formats, help, completion, the pager."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import cli
from kg.pipeline import Build

PEOPLE = "SELECT ?name { ?one a kg:Person ; skos:prefLabel ?name } ORDER BY ?name"
HOLDERS = ["holders", "--post", "Menteri Komunikasi dan Informatika", "--at", "2023-10-24"]


@pytest.fixture(scope="module")
def seeds(seeds_build: Build, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The file of the seeds' graph."""
    file = tmp_path_factory.mktemp("out") / "kg.ttl"
    file.write_text(seeds_build.turtle, encoding="utf-8")
    return str(file)


Run = Callable[..., str]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command, which must go well, and gives what it prints."""

    def run(*args: str) -> str:
        assert cli.main(["query", *args]) == 0
        return capsys.readouterr().out

    return run


def test_formats(seeds: str, kg: Run) -> None:
    shown = {style: kg(seeds, PEOPLE, "--format", style) for style in ("table", "csv", "json")}
    names = [row["name"] for row in csv.DictReader(io.StringIO(shown["csv"]))]
    assert "Usman Kansong" in names and names == sorted(names)
    assert [row["name"]["value"] for row in json.loads(shown["json"])["results"]["bindings"]] == names
    assert all(name in shown["table"] for name in names)


def test_turtle_for_construct(seeds: str, kg: Run) -> None:
    shown = kg(seeds, "neighbourhood", "--entity", "GPR Together, GPR Stronger", "--format", "turtle")
    assert "event:kick-off-meeting a kg:Event ;\n    kg:about topic:gpr-together-gpr-stronger ;" in shown


def test_sparql_from_a_file(seeds: str, tmp_path: Path, kg: Run) -> None:
    (tmp_path / "people.rq").write_text(PEOPLE, encoding="utf-8")
    assert "Usman Kansong" in kg(seeds, "-f", str(tmp_path / "people.rq"), "--format", "csv")


def test_a_question_with_its_arguments(seeds: str, kg: Run) -> None:
    assert [row["orang"] for row in csv.DictReader(io.StringIO(kg(seeds, *HOLDERS, "--format", "csv")))] == [
        "Budi Arie Setiadi"
    ]
    assert kg(seeds, "pemegang-jabatan", *HOLDERS[1:]) == kg(seeds, *HOLDERS)


def test_options_may_come_first(seeds: str, kg: Run) -> None:
    assert kg(*HOLDERS[1:], "--format", "csv", seeds, "holders") == kg(seeds, *HOLDERS, "--format", "csv")


def test_explained_sparql_gives_the_answer_elsewhere(seeds: str, kg: Run) -> None:
    from rdflib import Graph

    sparql = kg(seeds, *HOLDERS, "--explain")
    (row,) = Graph().parse(seeds).query(sparql)
    assert str(row[0]) == "Budi Arie Setiadi"  # type: ignore[index]


def test_a_name_that_was_guessed_is_told_on_the_error_stream(seeds: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["query", seeds, "tenures", "--person", "usman kangsong"]) == 0
    shown = capsys.readouterr()
    assert shown.err == "kg: --person: 'usman kangsong' is taken for Usman Kansong\n"
    assert "Penasihat" in shown.out


def test_the_list_has_both_names_and_titles(kg: Run) -> None:
    lines = kg("--list").splitlines()
    assert len(lines) == 30
    assert any(line.split()[:2] == ["holders", "pemegang-jabatan"] and " · Who holds" in line for line in lines)


@pytest.mark.parametrize("args", [["holders", "--help"], ["out/kg.ttl", "holders", "--help"]])
def test_help_for_a_question(args: list[str], kg: Run) -> None:
    shown = kg(*args)
    assert shown.startswith("Usage: kg query GRAPH holders [OPTIONS]\n")
    assert "Siapa memegang jabatan" in shown and "Who holds which post" in shown
    assert "--post ROLE" in shown and "--at DATE" in shown and '--post "Menteri' in shown


def test_help_says_what_is_required(kg: Run) -> None:
    shown = kg("units", "-h")
    assert "kg query GRAPH units --institution INSTITUTION" in shown and "[required]" in shown


WRONG = {
    "no such name": (["pemegang"], "no query is named 'pemegang'; kg query --list shows the names"),
    "nothing asked": ([], "give GRAPH and either SPARQL, or a NAME"),
    "a parameter of another question": (["units", "--post", "x"], "--post"),
    "no argument that is wanted": (["units"], "units wants --institution"),
    "a name of several": (["tenures", "--post", "ketua umum"], "--post: 'ketua umum' may be any of 2"),
    "a name of none": (["tenures", "--person", "Citra"], "--person: no person is called 'Citra'"),
    "a format that cannot hold it": ([PEOPLE, "--format", "turtle"], "which turtle cannot hold"),
    "a parameter with SPARQL": ([PEOPLE, "--post", "x"], "--post"),
}


@pytest.mark.parametrize(("args", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_one_line(args: list[str], says: str, seeds: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["query", seeds, *args]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.startswith("kg: ") and shown.err.count("\n") == 1 and says in shown.err


COMPLETIONS = {
    "a name": ("kg query out/kg.ttl hol", 3, ["holders"]),
    "a name in Indonesian": ("kg query out/kg.ttl pemegang", 3, ["pemegang-jabatan"]),
    "a parameter": ("kg query out/kg.ttl holders --p", 4, ["--post"]),
}


@pytest.mark.parametrize(("words", "at", "found"), COMPLETIONS.values(), ids=COMPLETIONS)
def test_a_shell_completes(words: str, at: int, found: list[str]) -> None:
    environment = {**os.environ, "_KG_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
    run = subprocess.run(
        [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line.partition(",")[2] for line in run.stdout.splitlines()] == found


def test_a_long_answer_goes_through_the_pager_on_a_terminal(seeds: str, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="pseudo-terminals are of Unix")
    (tmp_path / "pager").write_text(f'#!/bin/sh\ncat > "{tmp_path}/paged"\n', encoding="utf-8")
    (tmp_path / "pager").chmod(0o755)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PAGER": str(tmp_path / "pager"), "LINES": "10", "COLUMNS": "100", "TERM": "xterm"}
    for sparql in ("SELECT ?a { VALUES ?a { 1 2 } }", PEOPLE):
        assert not (tmp_path / "paged").exists(), "two rows fit the terminal"
        command = [sys.executable, "-m", "kg", "query", seeds, sparql]
        assert subprocess.run(command, stdin=theirs, stdout=theirs, env=environment).returncode == 0
    assert "Usman Kansong" in (tmp_path / "paged").read_text(encoding="utf-8")
    os.close(ours)
    os.close(theirs)
