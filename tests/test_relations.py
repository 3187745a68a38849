"""Relation files: what is checked when they are loaded, and how a wrong one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.relations import load, relations
from kg.resources import ontology

GOOD = """name = "awards"
domain = ["Institution"]
range = ["Person"]

[label]
id = "menganugerahi"
en = "awards"

[comment]
id = "Lembaga memberi penghargaan."
en = "An institution gives an award."

[alignment]
property = "schema:award"
inverse = false

[[pattern]]
name = "body-awards"
match = "<Institution:s> ..4 {award} <Person:o>"
confidence = 0.9

[[pattern]]
name = "award-to"
function = "kg.extract.posts"
confidence = 0.8

[[example]]
text = "Kementerian Agama menganugerahi Rahmat Santika."
expect = ["Kementerian Agama -> Rahmat Santika"]
"""


def test_a_good_file_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "awards.toml").write_text(GOOD, encoding="utf-8")
    relation = load(tmp_path / "awards.toml")
    assert (relation.name, relation.domain, relation.range) == ("awards", ("Institution",), ("Person",))
    assert [rule["name"] for rule in relation.patterns] == ["body-awards", "award-to"]
    assert relation.examples[0]["expect"] == ["Kementerian Agama -> Rahmat Santika"]


def test_relations_come_in_order_of_name() -> None:
    assert list(relations()) == sorted(relations()) == sorted(file.stem for file in ontology("relations").iterdir())


WRONG = {
    "no TOML": ('domain = ["Institution"]', 'domain = ["Institution"', "line"),
    "another name": ('name = "awards"', 'name = "award"', '"awards", as the file'),
    "no name": ('name = "awards"\n', "", "missing ['name']"),
    "an unknown key": ('name = "awards"', 'name = "awards"\ncolour = "red"', "unknown ['colour']"),
    "an unknown class": ('range = ["Person"]', 'range = ["Orang"]', "no class 'Orang'"),
    "no confidence": ("confidence = 0.9\n", "", "body-awards"),
    "a confidence over one": ("confidence = 0.9\n", "confidence = 90\n", "body-awards"),
    "a rule without a name": ('name = "body-awards"\n', "", "pattern ?"),
    "neither pattern nor function": ('function = "kg.extract.posts"\n', "", "award-to"),
    "pattern and function": ('name = "award-to"', 'name = "award-to"\nmatch = "<Person:s>"', "award-to"),
}


@pytest.mark.parametrize(("old", "new", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_named_with_what_is_wrong(old: str, new: str, says: str, tmp_path: Path) -> None:
    assert old in GOOD
    (tmp_path / "awards.toml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(tmp_path / "awards.toml")
    assert str(caught.value).startswith("ontology/relations/awards.toml: ") and says in str(caught.value)
