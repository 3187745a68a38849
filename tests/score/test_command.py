"""`kg score`: what it prints and where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import cli
from tests.score.made import FIXTURES

GRAPH, GOLD = str(FIXTURES / "kg.ttl"), str(FIXTURES / "gold")


def shown(capsys: pytest.CaptureFixture[str], *options: str, gold: str = GOLD) -> str:
    assert cli.main(["score", GRAPH, gold, *options]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys).splitlines()
    assert " ".join(lines[0].split()) == "P R F1 hit miss extra P, 95 % R, 95 % F1, 95 %"
    rows = {line.split()[0]: line.split()[1:] for line in lines[1:]}
    assert rows["entities"][:6] == ["0.917", "0.917", "0.917", "22", "2", "2"]
    assert rows["partOf"] == ["–", "–", "–", "0", "0", "0"]
    assert lines[-1] == "distractors believed 2 of 3 (66.7%)"


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown(capsys, "--format", "json"))
    assert (found["articles"], found["missing"]) == (2, [])
    assert found["distractors"] == {"believed": 2, "of": 3, "unjudged": 0}
    core = found["rows"]["core"]
    assert {name: core[name] for name in ("P", "R", "F1", "hit", "miss", "extra")} == {
        "P": 0.889,
        "R": 1.0,
        "F1": 0.941,
        "hit": 8,
        "miss": 0,
        "extra": 1,
    }
    assert core["interval"]["P"][0] <= core["P"] <= core["interval"]["P"][1]
    assert found["rows"]["partOf"]["interval"] == {"P": None, "R": None, "F1": None}
    assert "errors" not in found


def test_errors_are_listed_by_article(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = shown(capsys, "--errors").split("\n\n")[:2]
    assert first.splitlines()[:3] == [
        "lantik",
        "  + Place: Dusun",
        "  - pelantikan Kepala Dinas Kesehatan —heldAt→ Bantul",
    ]
    assert "  + Endang Rahayu —holds→ Ketua" in first.splitlines()
    assert "  + quote by Rahmat Santika: Humas yang Sigap di Hotel Savoy" in second.splitlines()
    assert second.splitlines()[-1].startswith("  + holds, participates taken from: Usai rapat")


def test_errors_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    errors = json.loads(shown(capsys, "--errors", "--format", "json"))["errors"]
    assert {"article": "lantik", "row": "Place", "outcome": "extra", "what": "Place: Dusun"} in errors
    assert {one["outcome"] for one in errors} == {"extra", "miss"}


def test_nodes_that_are_wrongly_one_are_listed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for file in Path(GOLD).iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    corpus = {"same": [["rapat:p1", "lantik:p1"]], "different": [["rapat:p1", "lantik:p5"]]}
    (tmp_path / "corpus.json").write_text(json.dumps(corpus), encoding="utf-8")
    listed = shown(capsys, "--errors", gold=str(tmp_path)).splitlines()
    assert "  - one node: rapat:p1 lantik:p1" in listed
    assert "  + wrongly one node: rapat:p1 lantik:p5" in listed


def test_without_the_texts_it_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "distractors not judged 3" in shown(capsys, "--articles", str(tmp_path)).splitlines()[-1]
    assert "believed 2 of 3" in shown(capsys, "--articles", str(FIXTURES / "articles"))


def test_an_article_that_the_graph_does_not_have_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "lain.json").write_text('{"article": "lain"}', encoding="utf-8")
    assert shown(capsys, "--errors", gold=str(tmp_path)).splitlines()[0] == "lain: not in the graph"
    assert shown(capsys, gold=str(tmp_path)).splitlines()[-1] == "not in the graph: lain"


WRONG = {
    "no graph": (["nowhere.ttl", GOLD], "nowhere.ttl: no such graph"),
    "a graph that is none": ([str(FIXTURES / "gold" / "rapat.json"), GOLD], "not Turtle"),
    "no gold": ([GRAPH, "nowhere"], "nowhere: no such folder"),
    "no gold there": ([GRAPH, str(FIXTURES / "articles")], "articles: no .json file in this folder"),
    "no texts": ([GRAPH, GOLD, "--articles", "nowhere"], "'nowhere' does not exist"),
    "no such format": ([GRAPH, GOLD, "--format", "csv"], "csv"),
}


@pytest.mark.parametrize(("args", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_one_line(args: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", *args]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kg: ") and captured.err.count("\n") == 1 and says in captured.err


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", "--help"]) == 0
    text = capsys.readouterr().out
    assert "Exit codes:" in text and "distractors" in text
