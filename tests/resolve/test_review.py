"""`kg why` and `kg review`: evidence in words, undecided pairs, answers that become judgements."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg import cli, deciding
from kg.graph.identity import compared, undecided, why
from kg.pipeline import Build
from kg.resolve.judgements import read

TEXTS = (
    "Jakarta - Kepala Badan Pusat Statistik Budi Santoso membuka Rapat Teknis Sensus 2024 di Jakarta.",
    "Jakarta - Anggota Dewan Pers Budi Santoso menghadiri Rapat Teknis Sensus 2024 di Jakarta.",
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    for number, text in enumerate(TEXTS):
        article = f"Senin, 4 Maret 2024 10:15 WIB\n\n{text}\n"
        (tmp_path / f"a{number}.txt").write_text(article, encoding="utf-8")
    return tmp_path


def test_why_names_the_evidence_of_a_merge(seeds_build: Build) -> None:
    first, *lines = why(seeds_build.graph, "Budi Ari Setiadi", "Budi Arie Setiadi")
    assert first.startswith("one: Budi Arie Setiadi (Person)")
    assert any("spelling" in line and "shared-post" in line for line in lines)


def test_why_says_what_keeps_two_apart(articles: Path) -> None:
    graph = kg.build([articles]).graph
    (pair,) = [one for one in compared(graph) if one.nodes[0].kind == "Person"]
    assert why(graph, pair.left.partition("@")[0], pair.nodes[1].iri)[0].startswith("two")
    assert "other-posts" in pair.why


def test_why_of_things_that_have_nothing_in_common(seeds_build: Build) -> None:
    assert why(seeds_build.graph, "Usman Kansong", "Perhumas")[0].startswith("two, and never near")


def test_an_unknown_name_is_one_line(seeds_build: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kg.ttl").write_text(seeds_build.turtle, encoding="utf-8")
    assert cli.main(["why", str(tmp_path / "kg.ttl"), "Usman Kansongg", "Perhumas"]) == 2
    assert "nearest: Usman Kansong" in capsys.readouterr().err


def test_review_lists_in_a_pipe(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", str(articles), "--judgements", str(articles / "none.tsv")]) == 0
    assert "person/budi-santoso@a0 / person/budi-santoso@a1" in capsys.readouterr().out


@pytest.mark.parametrize(("answer", "verdict"), [("y", ["same"]), ("n", ["different"]), ("?", ["unsure"]), ("", [])])
def test_an_answer_becomes_a_judgement_and_is_asked_once(
    answer: str, verdict: list[str], articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = articles / "judgements.tsv"
    pairs = [one for one in undecided(kg.build([articles]).graph) if one.nodes[0].kind == "Person"]
    monkeypatch.setattr("click.prompt", lambda *args, **more: answer)
    deciding._ask(pairs, file)
    assert [one.verdict for one in read(file)] == verdict if verdict else not file.exists()
    if verdict:
        people = [one for one in kg.build([articles]).knowledge.entities if one.kind == kg.Kind.PERSON]
        assert len(people) == (1 if verdict == ["same"] else 2)
        assert not [one for one in undecided(kg.build([articles]).graph) if one.nodes[0].kind == "Person"]
