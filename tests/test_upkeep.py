"""A graph that grows: whatever was added and taken away, it is the graph of what is in, byte for byte."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

import kg
from kg import intake, upkeep
from kg.errors import InputError, KgError
from kg.extract import extract
from kg.model import Article, Extraction
from kg.pipeline import NothingBuilt
from kg.upkeep import add_to, build_in, remove_from, standing
from kg.workbook import opened

HERE = Path(__file__).parent
POOL = tuple(sorted((HERE / "articles").glob("*.txt")))
KILLS = 200


@cache
def built(files: frozenset[Path]) -> tuple[str, str]:
    """The graph and the page of the files, built from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        if files:
            build_in(Path(folder), sorted(files))
        else:
            remove_all(Path(folder))
        return written(Path(folder))


def remove_all(folder: Path) -> None:
    build_in(folder, [POOL[0]])
    remove_from(folder, [str(POOL[0])])


def written(folder: Path) -> tuple[str, str]:
    return (folder / "kg.ttl").read_text(encoding="utf-8"), (folder / "kg.html").read_text(encoding="utf-8")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


# -- the algebra -----------------------------------------------------------------------------------


def test_the_algebra_of_the_issue(out: Path) -> None:
    """Add A, add B, remove A is add B; adding twice is adding once; any order is the same."""
    one, two = POOL[:2]
    add_to(out, [one])
    add_to(out, [two])
    both = written(out)
    remove_from(out, [one.stem])
    assert written(out) == built(frozenset({two}))
    add_to(out, [one])
    assert written(out) == both == built(frozenset({one, two}))
    add_to(out, [one])
    assert written(out) == both


class Growing(RuleBasedStateMachine):
    """Random additions and removals against builds from nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.inside: set[Path] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(files=st.sets(st.sampled_from(POOL), min_size=1))
    def add(self, files: set[Path]) -> None:
        add_to(self.folder, sorted(files))
        self.inside |= files

    @rule(files=st.sets(st.sampled_from(POOL), min_size=1), named=st.booleans())
    def remove(self, files: set[Path], named: bool) -> None:
        if gone := files & self.inside:
            remove_from(self.folder, [one.stem if named else str(one) for one in sorted(gone)])
            self.inside -= gone

    @rule(files=st.sets(st.sampled_from(POOL), min_size=1))
    def build(self, files: set[Path]) -> None:
        build_in(self.folder, sorted(files))
        self.inside = set(files)

    @invariant()
    def the_graph_is_that_of_what_is_in(self) -> None:
        if (self.folder / "kg.ttl").exists():
            assert written(self.folder) == built(frozenset(self.inside))


Growing.TestCase.settings = settings(max_examples=20, stateful_step_count=8, deadline=None)
TestGrowing = Growing.TestCase


def test_no_order_and_no_number_of_adds_shows(out: Path, tmp_path: Path) -> None:
    everything = built(frozenset(POOL))
    dice = random.Random(3)
    for number in range(20):
        order = dice.sample(POOL, len(POOL))
        where = tmp_path / str(number)
        if number % 2:
            build_in(where, order)
        else:
            for file in order:
                add_to(where, [file])
        assert written(where) == everything


def test_files_and_records_of_the_same_articles_are_the_same_graph(out: Path, tmp_path: Path) -> None:
    records = [{"id": one.stem, "text": one.read_bytes().decode("utf-8")} for one in POOL]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    build_in(out, [tmp_path / "a.jsonl"])
    assert written(out) == built(frozenset(POOL))
    remove_from(out, [POOL[0].stem, str(tmp_path / "a.jsonl:2")])
    assert written(out) == built(frozenset(POOL[2:]))


# -- what is read ----------------------------------------------------------------------------------


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The identifiers of the articles that are extracted, as they are."""
    found: list[str] = []

    def watched(article: Article) -> Extraction:
        found.append(article.id)
        return extract(article)

    monkeypatch.setattr(intake, "extract", watched)
    yield found


def test_only_what_is_new_or_changed_is_extracted(out: Path, tmp_path: Path, extracted: list[str]) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(HERE / "articles", folder)
    build_in(out, [folder])
    assert sorted(extracted) == [one.stem for one in POOL]
    extracted.clear()
    (folder / POOL[0].name).write_text(POOL[0].read_text(encoding="utf-8") + "\nSelesai.\n", encoding="utf-8")
    build_in(out, [folder])
    assert extracted == [POOL[0].stem]
    extracted.clear()
    remove_from(out, [POOL[1].stem])
    add_to(out, [folder / POOL[2].name])
    assert extracted == []


def test_a_run_that_dies_keeps_what_it_extracted(
    out: Path, extracted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "_BATCH", 1)
    done: list[int] = []

    def interrupt(count: int, total: int) -> None:
        done.append(count)
        if count == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_in(out, POOL, on_article=interrupt)
    extracted.clear()
    build_in(out, POOL)
    assert len(extracted) == len(POOL) - 3
    assert written(out) == built(frozenset(POOL))


# -- names of what is taken away -------------------------------------------------------------------

NAMED = {
    "its identifier": lambda file: file.stem,
    "its path": str,
    "its path from here": lambda file: os.path.relpath(file),
    "its folder": lambda file: str(file.parent),
}


@pytest.mark.parametrize("named", NAMED.values(), ids=NAMED)
def test_an_article_is_taken_away_by(named, out: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "more" / "lagi.txt"
    file.parent.mkdir()
    file.write_text("Rektor Universitas Indonesia Siti Rahayu hadir di Jakarta, Senin (5/2/2024).", encoding="utf-8")
    build_in(out, [POOL[0], file])
    assert remove_from(out, [named(file)]).removed == 1
    assert written(out) == built(frozenset(POOL[:1]))


def test_a_name_that_means_none_changes_nothing(out: Path) -> None:
    build_in(out, POOL[:2])
    before = written(out)
    with pytest.raises(InputError, match="tidak-ada: no such article"):
        remove_from(out, [POOL[0].stem, "tidak-ada"])
    assert written(out) == before
    assert standing(out).articles == 2


# -- copies ----------------------------------------------------------------------------------------


def test_a_copy_is_the_same_article_from_several_places(out: Path, tmp_path: Path) -> None:
    copy = tmp_path / "zz-salinan.txt"
    shutil.copy(POOL[0], copy)
    made = build_in(out, [POOL[0], copy])
    assert made.build.assembly.ids == [POOL[0].stem]
    assert 'kg:alsoIn "zz-salinan"' in written(out)[0]
    remove_from(out, [str(copy)])
    assert written(out) == built(frozenset(POOL[:1]))


# -- settings --------------------------------------------------------------------------------------


def test_what_was_decided_about_the_graph_is_remembered(out: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    shutil.copy(POOL[0], folder)
    base = "https://example.org/berita/"
    (folder / "judgements.tsv").write_text("Kominfo\tKementerian Lain\tsame\n", encoding="utf-8")
    build_in(out, [folder], base_iri=base)
    add_to(out, [POOL[1]])
    build_in(tmp_path / "fresh", [folder, POOL[1]], base_iri=base)
    assert written(out) == written(tmp_path / "fresh")


# -- standing --------------------------------------------------------------------------------------


def test_how_a_graph_stands(out: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(HERE / "articles", folder)
    build_in(out, [folder])
    assert standing(out) == upkeep.Standing(5, 5, (), (), True)
    changed, gone = folder / POOL[0].name, folder / POOL[1].name
    changed.write_text("Selesai.", encoding="utf-8")
    gone.unlink()
    assert standing(out) == upkeep.Standing(5, 5, (str(changed),), (str(gone),), True)


def test_a_graph_that_was_never_built(out: Path) -> None:
    with pytest.raises(InputError, match="no workbook in this folder"):
        standing(out)
    with pytest.raises(InputError, match="no workbook in this folder"):
        remove_from(out, ["a"])
    with pytest.raises(InputError, match="no workbook in this folder"):
        add_to(out, [])
    assert not out.exists()


def test_nothing_that_can_be_added(out: Path, tmp_path: Path) -> None:
    build_in(out, POOL[:1])
    with pytest.raises(NothingBuilt, match="no such file"):
        add_to(out, [tmp_path / "tidak-ada.txt"])
    assert written(out) == built(frozenset(POOL[:1]))


def test_another_extractor_reads_the_files_again(
    out: Path, tmp_path: Path, extracted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(HERE / "articles", folder)
    build_in(out, [folder])
    extracted.clear()
    monkeypatch.setattr("kg.workbook.version", lambda: "another")
    add_to(out, [])
    assert sorted(extracted) == [one.stem for one in POOL]
    monkeypatch.setattr("kg.workbook.version", lambda: "a third")
    (folder / POOL[0].name).unlink()
    with pytest.raises(InputError, match="this file is gone, and the extractor has changed"):
        add_to(out, [])


# -- workers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("workers", [2, 4])
def test_workers_do_not_show(workers: int, out: Path, tmp_path: Path) -> None:
    (tmp_path / "rusak.txt").write_bytes(b"\0" * 40)
    made = build_in(out, [*POOL, tmp_path / "rusak.txt"], workers=workers)
    assert written(out) == built(frozenset(POOL))
    assert [str(one) for one in made.build.skipped] == [
        f"{tmp_path / 'rusak.txt'}: a binary file (plain text was expected)"
    ]
    assert kg.pipeline.build(POOL, workers=workers).turtle == built(frozenset(POOL))[0]


# -- crashes ---------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is Unix's")
def test_a_run_killed_at_any_moment_leaves_the_old_graph_or_the_new(out: Path) -> None:
    """Random changes, each killed at a random moment; each time the files are whole, and the next run finishes."""
    chance = random.Random(7)
    build_in(out, POOL[:1])
    valid = {built(frozenset(POOL[:1]))}
    inside = frozenset(POOL[:1])
    for number in range(KILLS):
        file = chance.choice(POOL)
        after = inside - {file} if file in inside else inside | {file}
        valid |= {built(after)}
        child = os.fork()
        if child == 0:
            try:
                change(out, file, inside)
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.0, 0.07))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        turtle, page = written(out)
        assert turtle in {one for one, _ in valid} and page in {two for _, two in valid}
        before = inside
        with opened(out) as book:
            inside = frozenset(Path(source.path) for source in book.sources())
        assert inside in (before, after)
        if number % 10 == 0:
            add_to(out, [])
            assert written(out) == built(inside)
    add_to(out, [])
    assert written(out) == built(inside)


def change(out: Path, file: Path, inside: frozenset[Path]) -> None:
    if file in inside:
        remove_from(out, [str(file)])
    else:
        add_to(out, [file])


def test_a_second_run_into_the_same_place_is_told_so(out: Path) -> None:
    build_in(out, POOL[:1])
    with opened(out), pytest.raises(KgError, match="another build is at work here"):
        add_to(out, [POOL[1]])
