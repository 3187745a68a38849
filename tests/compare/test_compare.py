"""Two graphs side by side: what came, what went, what is one now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import kg
from kg.cli import main
from kg.compare import difference
from kg.graph.contents import Contents, Evidence, Link, Node

A, B = "Rektor Universitas Indonesia Siti Rahayu membuka Seminar Humas di Depok.", "Bupati Kendal Rahmat Santika hadir."


def graph(*claims: tuple[str, str, int]) -> Contents:
    """Persons who take part in an event: key, article and place of each claim."""
    people = sorted({key for key, _, _ in claims})
    nodes = (Node("event/e", "Event", "Rapat"), *(Node(key, "Person", key.partition("/")[2]) for key in people))
    links = [
        Link(
            key,
            "participates",
            "event/e",
            tuple(
                Evidence(article, at, at + 5, "Asserted", "kata", 0.9, f"{article}-{at}")
                for one, article, at in claims
                if one == key
            ),
        )
        for key in people
    ]
    return Contents("https://a.example/", nodes, tuple(links), (), ())


def test_nothing_differs_from_itself() -> None:
    assert not difference(graph(("person/a", "x", 1)), graph(("person/a", "x", 1)))


def test_two_that_are_one_now_were_merged_and_the_other_way_round_split() -> None:
    two, one = graph(("person/a", "x", 1), ("person/b", "y", 9)), graph(("person/a", "x", 1), ("person/a", "y", 9))
    found = difference(two, one)
    assert found.merged == (("person/a", ("person/a", "person/b")),) and found.split == ()
    assert [link.subject for link in found.gone] == ["person/b"] and found.added == ()
    assert difference(one, two) == replace(found, added=found.gone, gone=(), merged=(), split=found.merged)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The graphs of one article and of two."""
    for name, texts in (("old", (A,)), ("new", (A, B))):
        folder = tmp_path / name
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"a{number}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.ttl").write_text(kg.build(folder).turtle, encoding="utf-8")
    return tmp_path / "old.ttl", tmp_path / "new.ttl"


def test_the_command(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    old, new = map(str, files)
    assert main(["diff", old, old]) == 0
    assert capsys.readouterr().out == "The graphs state the same facts.\n"
    assert main(["diff", old, new]) == 1
    shown = capsys.readouterr().out
    assert "+ Rahmat Santika — holds → Bupati Kendal\n    “Bupati Kendal Rahmat Santika” a1, asserted\n" in shown
    assert "\n- " not in f"\n{shown}"
    assert main(["diff", old, "nowhere.ttl"]) == 2


def test_another_article_changes_no_line_of_what_it_does_not_tell_of(files: tuple[Path, Path]) -> None:
    old, new = (file.read_text(encoding="utf-8").split("\n\n") for file in files)
    assert set(old[1:]) <= set(new)
