"""What a person decides is obeyed, can be undone, and a line that is wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg import cli
from kg.errors import DataError
from kg.resolve.judgements import Judgement, append, latest, read

FIRST = "Jakarta - Kepala Badan Pusat Statistik Amalia Widyasanti membuka Rapat Teknis Sensus 2024 di Jakarta."
SECOND = "Bandung - Winny Amalia mengatakan sensus berjalan lancar di Bandung."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "berita"
    folder.mkdir()
    for name, text in (("a", FIRST), ("b", SECOND)):
        (folder / f"{name}.txt").write_text(f"Senin, 4 Maret 2024 10:15 WIB\n\n{text}\n", encoding="utf-8")
    return folder


def people(folder: Path) -> set[str]:
    return {entity.key for entity in kg.build([folder]).knowledge.entities if entity.kind == kg.Kind.PERSON}


def test_a_merge_is_obeyed_and_taking_it_out_gives_the_same_bytes(articles: Path) -> None:
    before, file = kg.build([articles]).turtle, articles / "judgements.tsv"
    assert cli.main(["merge", "Winny Amalia", "person/amalia-widyasanti", "--judgements", str(file)]) == 0
    merged = kg.build([articles])
    assert len(people(articles)) == 1
    assert "judgement: Winny Amalia and person/amalia-widyasanti are same" in merged.turtle
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    assert kg.build([articles]).turtle == before


def test_a_split_is_obeyed_and_says_why(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (articles / "a.txt").read_text(encoding="utf-8")
    (articles / "b.txt").write_text(f"{text}\nAcara selesai pada sore hari.\n", encoding="utf-8")
    assert len(people(articles)) == 1
    file, out = tmp_path / "mine.tsv", tmp_path / "out"
    left, right = "Amalia Widyasanti@a", "Amalia Widyasanti@b"
    assert cli.main(["split", left, right, "--judgements", str(file), "--why", "dua orang"]) == 0
    assert cli.main(["build", str(articles), "-o", str(out), "--judgements", str(file)]) == 0
    capsys.readouterr()
    assert cli.main(["why", str(out / "kg.ttl"), "Amalia Widyasanti", "Amalia Widyasanti"]) == 0
    assert len(people(articles)) == 1
    turtle = kg.build([articles], judgements=file).turtle
    assert "are different" in turtle and "dua orang" in turtle


def test_the_last_line_on_a_pair_counts(articles: Path) -> None:
    file = articles / "judgements.tsv"
    append(file, Judgement("Winny Amalia", "Amalia Widyasanti", "same"))
    append(file, Judgement("Amalia Widyasanti", "winny amalia", "different"))
    assert [one.verdict for one in latest(read(file))] == ["different"]
    assert len(people(articles)) == 2


def test_a_side_that_nothing_is_called_changes_nothing(articles: Path) -> None:
    before = kg.build([articles]).turtle
    append(articles / "judgements.tsv", Judgement("Winny Amalia", "Siapa Saja", "same"))
    assert kg.build([articles]).turtle == before


WRONG = {
    "too few cells": ("Budi\tsame", "2 cells"),
    "no such verdict": ("Budi\tAndi\tmaybe", "no verdict 'maybe'"),
    "one name twice": ("Budi\tbudi\tsame", "nothing to judge"),
    "no date": ("Budi\tAndi\tsame\tme\tyesterday", "no date 'yesterday'"),
}


@pytest.mark.parametrize(("line", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_line_is_named(
    line: str, says: str, articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = articles / "judgements.tsv"
    file.write_text(f"# mine\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=says):
        read(file)
    assert cli.main(["build", str(articles), "-o", str(tmp_path / "out")]) == 2
    assert f"{file}:2: {says}" in capsys.readouterr().err
