"""What a workbook keeps, for whom it is open, and what it says when it cannot be."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import InputError, KgError
from kg.workbook import FILE, Source, opened
from kg.workbook.blobs import encode

SAID = kg.extract("Rektor Universitas Indonesia Siti Rahayu hadir.")
BLOB = encode(SAID, ("a note",))


def source(place: str, modified: int = 5) -> Source:
    return Source(place, place, 7, modified, "a", "digest", "text")


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    with opened(tmp_path) as book:
        book.keep([("digest", BLOB)])
        book.set([source("/b"), source("/a")], {"base": ["x"]})
    with opened(tmp_path, making=False) as book:
        assert book.kept() == {"digest"}
        assert book.extraction("digest") == (SAID, ("a note",))
        assert [one.place for one in book.sources()] == ["/a", "/b"]
        assert (book.setting("base", None), book.setting("none", 3)) == (["x"], 3)


def test_what_no_source_needs_is_forgotten(tmp_path: Path) -> None:
    with opened(tmp_path) as book:
        book.keep([("digest", BLOB), ("other", BLOB)])
        book.set([source("/a")], {})
        assert book.kept() == {"digest"}
        with pytest.raises(KeyError):
            book.extraction("other")


UNCHANGED = {
    "the same": ((7, 5), True),
    "another size": ((8, 5), False),
    "another time": ((7, 6), False),
}


@pytest.mark.parametrize(("stamp", "known"), UNCHANGED.values(), ids=UNCHANGED)
def test_a_file_that_has_not_changed_is_known(tmp_path: Path, stamp: tuple[int, int], known: bool) -> None:
    with opened(tmp_path) as book:
        book.keep([("digest", BLOB)])
        book.set([source("/a")], {})
        assert (("/a", *stamp, "") in book.settled()) is known


def test_a_file_changed_right_before_it_was_read_is_read_again(tmp_path: Path) -> None:
    with opened(tmp_path) as book:
        book.keep([("digest", BLOB)])
        (tmp_path / "a").touch()
        now = (tmp_path / "a").stat().st_mtime_ns
        book.set([source("/a", now)], {})
        assert not book.settled()


def test_what_another_extractor_said_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path) as book:
        book.keep([("digest", BLOB)])
    monkeypatch.setattr("kg.workbook.version", lambda: "another")
    with opened(tmp_path) as book:
        assert book.kept() == set()


def test_a_change_that_fails_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as book:
        book.set([source("/a")], {"base": 1})
        with pytest.raises(TypeError):
            book.set([source("/b")], {"base": object()})
        assert [one.place for one in book.sources()] == ["/a"]


def test_the_second_of_two_writers_is_told(tmp_path: Path) -> None:
    with opened(tmp_path):
        code = f"from kg.workbook import opened; from pathlib import Path\nwith opened(Path({str(tmp_path)!r})): pass"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "another build is at work here" in ran.stderr.splitlines()[-1]


def test_what_another_version_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as book:
        book.set([source("/a")], {})
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(KgError, match=r"kept by another version .*kg build makes it anew"), opened(tmp_path):
        pass
    with opened(tmp_path, anew=True) as book:
        assert book.sources() == []


def test_a_run_that_keeps_nothing_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing"), opened(tmp_path / "a" / "b"):
        raise InputError("nothing")
    assert not (tmp_path / "a").exists()


def test_no_workbook_where_none_may_be_made(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no workbook in this folder"), opened(tmp_path, making=False):
        pass


def test_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("not a database, but long enough to look like one\n" * 100, encoding="utf-8")
    with pytest.raises(KgError, match=r"no workbook .*take the file away"), opened(tmp_path):
        pass


def test_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"cannot be written to .*full"), opened(tmp_path):
        raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(KgError, match="cannot be written to"), opened(tmp_path):
        pass
