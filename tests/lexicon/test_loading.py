"""Loading the lexicon: what a row may leave out, and what a file that is not well formed says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import kg.lexicon
from kg.errors import DataError

Put = Callable[[str], str]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts a text into a lexicon of its own and says its name there."""
    monkeypatch.setattr(kg.lexicon, "_FOLDER", tmp_path)

    def write(text: str) -> str:
        for suffix in ("tsv", "txt"):
            (tmp_path / f"{tmp_path.name}.{suffix}").write_text(text, encoding="utf-8")
        return tmp_path.name

    return write


HEAD = "# Posts.\n#: form\tkind\tinstitution\n"


def test_rows_have_the_named_columns(put: Put) -> None:
    rows = kg.lexicon.table(put(f"{HEAD}Bupati\tregion_head\tPemerintah Kabupaten\n"))
    assert rows == ({"form": "Bupati", "kind": "region_head", "institution": "Pemerintah Kabupaten"},)


def test_trailing_cells_may_be_left_out(put: Put) -> None:
    (row,) = kg.lexicon.table(put(f"{HEAD}Bupati\tregion_head\n"))
    assert row["institution"] == ""


def test_comments_and_empty_lines_are_no_rows(put: Put) -> None:
    assert len(kg.lexicon.table(put(f"{HEAD}Bupati\n\n# Wakil Bupati\nCamat\n"))) == 2


def test_a_key_may_repeat_where_the_file_says_so(put: Put) -> None:
    assert len(kg.lexicon.table(put(f"# repeated keys allowed\n{HEAD}Bupati\ta\nBupati\tb\n"))) == 2


WRONG = {
    "a cell too many": ("Bupati\tregion_head\tPemerintah\tDaerah\n", 3, "at most 3: form, kind, institution"),
    "a key twice": ("Bupati\tpost\nCamat\tpost\nBupati\tpost\n", 5, "'Bupati' is there twice"),
}


@pytest.mark.parametrize(("rows", "line", "says"), WRONG.values(), ids=WRONG)
def test_a_row_that_does_not_fit_is_named(put: Put, rows: str, line: int, says: str) -> None:
    name = put(HEAD + rows)
    with pytest.raises(DataError) as caught:
        kg.lexicon.table(name)
    assert str(caught.value).startswith(f"kg/lexicon/{name}.tsv:{line}: ")
    assert says in str(caught.value)


def test_a_table_without_named_columns_fits_nothing(put: Put) -> None:
    with pytest.raises(DataError, match=r"\.tsv:2: "):
        kg.lexicon.table(put("# Posts.\nBupati\tregion_head\n"))


def test_a_list_is_its_lines(put: Put) -> None:
    assert kg.lexicon.words(put("# Venues.\nHotel\n\n  Balai Kota \n")) == {"Hotel", "Balai Kota"}
