"""Which files a path stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import sources


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "2024/c.txt", "2024/02/d.txt", "catatan.md", "folder.txt/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Rapat digelar.", encoding="utf-8")
    return tmp_path


def names(found: list[Path], shelf: Path) -> list[str]:
    return [path.relative_to(shelf).as_posix() for path in found]


def test_a_folder_is_searched_through_and_through(shelf: Path) -> None:
    assert names(sources([shelf]), shelf) == [
        "2024/02/d.txt",
        "2024/c.txt",
        "a.txt",
        "b.txt",
        "catatan.md",
        "folder.txt/e.txt",
    ]


def test_a_file_may_have_any_ending(shelf: Path) -> None:
    assert names(sources([shelf / "catatan.md"]), shelf) == ["catatan.md"]


def test_each_file_is_there_once(shelf: Path) -> None:
    assert names(sources([shelf / "2024", shelf / "2024" / "c.txt"]), shelf) == ["2024/02/d.txt", "2024/c.txt"]


def test_a_missing_path(shelf: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        sources([shelf, shelf / "2025"])


def test_a_folder_without_articles(tmp_path: Path) -> None:
    for name in ("catatan.pdf", "README.md", "judgements.tsv", "._a.txt", ".git/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Rapat digelar.", encoding="utf-8")
    ours = '<!doctype html><html><head><meta name="generator" content="Jejaring">'
    (tmp_path / "kg.html").write_text(ours, encoding="utf-8")
    with pytest.raises(InputError, match=r"no article in this folder .*\.txt"):
        sources([tmp_path])
