"""Relation files: what is checked when they are loaded, and how a wrong one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.relations import load, relations
from kg.resources import ontology

GOOD = ontology("relations", "organises.toml").read_text(encoding="utf-8")


def test_a_good_file_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "organises.toml").write_text(GOOD, encoding="utf-8")
    assert load(tmp_path / "organises.toml") == relations()["organises"]


def test_relations_come_in_order_of_name() -> None:
    assert list(relations()) == sorted(relations()) == sorted(file.stem for file in ontology("relations").iterdir())


WRONG = {
    "no TOML": ('domain = ["Institution"]', 'domain = ["Institution"', "line"),
    "another name": ('name = "organises"', 'name = "organizes"', '"organises", as the file'),
    "no name": ('name = "organises"\n', "", "missing ['name']"),
    "an unknown key": ('name = "organises"', 'name = "organises"\ncolour = "red"', "unknown ['colour']"),
    "an unknown class": ('range = ["Event"]', 'range = ["Acara"]', "no class 'Acara'"),
    "no confidence": ("confidence = 0.93\n", "", "organised-by-body"),
    "a confidence over one": ("confidence = 0.93", "confidence = 93", "organised-by-body"),
    "a rule without a name": ('name = "organised-by-body"\n', "", "pattern ?"),
    "neither pattern nor function": ('match = "<Event:o> ..4 {organised} <Institution:s>+"\n', "", "organised-body"),
    "pattern and function": ('name = "organised-body"', 'name = "organised-body"\nfunction = "kg"', "organised-body"),
}


@pytest.mark.parametrize(("old", "new", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_named_with_what_is_wrong(old: str, new: str, says: str, tmp_path: Path) -> None:
    assert old in GOOD
    (tmp_path / "organises.toml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(tmp_path / "organises.toml")
    assert str(caught.value).startswith("ontology/relations/organises.toml: ") and says in str(caught.value)
