"""Bytes into text: which encodings are read, which are reported, and what is no article."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import Limits, read

WORDS = "Menteri Perhubungan berkata, “Humas harus sigap”, di Bandung."

ENCODED = {
    "UTF-8": (WORDS.encode("utf-8"), ()),
    "UTF-8 with a mark": (WORDS.encode("utf-8-sig"), ()),
    "UTF-16, little end first": (b"\xff\xfe" + WORDS.encode("utf-16-le"), ("read as utf-16",)),
    "UTF-16, big end first": (b"\xfe\xff" + WORDS.encode("utf-16-be"), ("read as utf-16",)),
    "Windows-1252": (WORDS.encode("cp1252"), ("not UTF-8, read as Windows-1252",)),
}


@pytest.mark.parametrize(("data", "notes"), ENCODED.values(), ids=ENCODED)
def test_encodings(data: bytes, notes: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "rapat.txt").write_bytes(data)
    found = read(tmp_path / "rapat.txt")
    assert (found.article.text, found.notes) == (WORDS, notes)


NO_ARTICLES = {
    "empty": (b"", "empty"),
    "nothing but space": (b" \r\n\t\n", "empty"),
    "a mark alone": (b"\xef\xbb\xbf", "empty"),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "binary"),
    "control characters without a zero": (bytes(range(1, 32)) * 40 + b"\xff", "binary"),
    "UTF-16 without a mark": (WORDS.encode("utf-16-le"), "binary"),
}


@pytest.mark.parametrize(("data", "says"), NO_ARTICLES.values(), ids=NO_ARTICLES)
def test_no_article(data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / "rapat.txt").write_bytes(data)
    with pytest.raises(InputError, match=says) as caught:
        read(tmp_path / "rapat.txt")
    assert caught.value.where == str(tmp_path / "rapat.txt")


def of_size(path: Path, size: int) -> Path:
    """A file of that many bytes: text at its beginning, then a hole."""
    path.write_bytes(WORDS.encode())
    os.truncate(path, size)
    return path


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"50 MB is too large .*at most 5 MB"):
        read(of_size(tmp_path / "arsip.txt", 50_000_000))


def test_a_file_as_large_as_allowed_is_read(tmp_path: Path) -> None:
    (tmp_path / "arsip.txt").write_bytes(b"a" * Limits().file)
    assert len(read(tmp_path / "arsip.txt").article.text) == Limits().file


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str = "r") -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "rahasia.txt").write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"rahasia\.txt: cannot be read \(Permission denied\)"):
        read(tmp_path / "rahasia.txt")


@pytest.mark.parametrize("name", ["tidak-ada.txt", "."])
def test_what_is_no_file(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / name)


def test_line_ends_stay_as_the_file_has_them(tmp_path: Path) -> None:
    (tmp_path / "rapat.txt").write_bytes(b"Rapat digelar.\r\nRapat selesai.\r\n")
    assert read(tmp_path / "rapat.txt").article.text == "Rapat digelar.\r\nRapat selesai.\r\n"


def test_an_article_has_its_files_name_and_hash(tmp_path: Path) -> None:
    (tmp_path / "rapat.2024.txt").write_bytes(WORDS.encode("cp1252"))
    article = read(tmp_path / "rapat.2024.txt").article
    assert (article.id, article.sha256) == ("rapat.2024", sha256(WORDS.encode("cp1252")).hexdigest())


def test_a_file_name_of_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        file.write_text(WORDS, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    assert read(file).article.id == "caf\ufffd"
