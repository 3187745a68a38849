"""The files of the lexicon: each explains itself, holds nothing twice, and points only to what is there."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import kg
from kg.lexicon import table, words
from kg.model import Kind
from kg.pipeline import Build
from kg.resources import ontology

FOLDER = Path(kg.__file__).parent / "lexicon"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".tsv", ".txt", ".toml"))
TABLES = [path for path in FILES if path.suffix == ".tsv"]
LISTS = [path for path in FILES if path.suffix == ".txt"]
TREES = [path for path in FILES if path.suffix == ".toml"]


def named(path: Path) -> str:
    return path.name


def head(path: Path) -> list[str]:
    """The comment lines at the file's top."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return lines[: next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))]


def columns(path: Path) -> list[str]:
    (line,) = (line for line in head(path) if line.startswith("#:"))
    return line[2:].strip().split("\t")


def twice(entries: list[str]) -> list[str]:
    return [entry for entry, times in Counter(entries).items() if times > 1]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_file_begins_with_what_it_is(path: Path) -> None:
    assert len(" ".join(head(path))) > 30


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_a_table_parses(path: Path) -> None:
    assert len(table(path.stem)) > 5


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_a_table_explains_its_columns(path: Path) -> None:
    said = " ".join(line for line in head(path) if not line.startswith("#:"))
    assert [column for column in columns(path)[1:] if not re.search(rf"\b{column}", said)] == []


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_no_cell_has_space_around_it(path: Path) -> None:
    cells = [cell for row in table(path.stem) for value in row.values() for cell in value.split("|")]
    assert [cell for cell in cells if cell != " ".join(cell.split())] == []


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_no_key_is_empty(path: Path) -> None:
    key, *_ = columns(path)
    assert all(row[key] for row in table(path.stem))


@pytest.mark.parametrize("path", LISTS, ids=named)
def test_a_list_has_each_entry_once(path: Path) -> None:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    assert twice([line for line in lines if line and not line.startswith("#")]) == []


@pytest.mark.parametrize("path", LISTS, ids=named)
def test_a_list_is_read_whole(path: Path) -> None:
    lines = {line.strip() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}
    assert words(path.stem) == lines - {""}


@pytest.mark.parametrize("path", TREES, ids=named)
def test_a_tree_parses(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_every_parent_is_a_body() -> None:
    labels = {row["label"] for row in table("institutions")}
    assert {row["parent"] for row in table("institutions")} - labels == {""}


def test_no_form_means_two_bodies() -> None:
    forms = [
        (form.lower(), row["label"])
        for row in table("institutions")
        for form in (row["label"], *row["forms"].split("|"))
    ]
    assert twice([form for form, _ in set(forms) if form]) == []


def test_an_acronym_of_a_concept_is_no_bodys() -> None:
    forms = {form for row in table("institutions") for form in (row["label"], *row["forms"].split("|"))}
    assert {row["form"] for row in table("acronyms") if row["kind"] == "concept"} & forms == set()


def test_every_region_is_inside_one_that_is_there() -> None:
    codes = {row["code"] for row in table("regions")}
    assert [code for code in codes if "." in code and code.rpartition(".")[0] not in codes] == []


def test_every_other_name_is_a_regions() -> None:
    codes = {row["code"] for row in table("regions")}
    assert [row["form"] for row in table("region_aliases") if row["code"] not in codes] == []


LEVELS = {0: {"province"}, 1: {"regency", "city"}, 2: {"district"}}


def test_a_regions_level_is_its_codes() -> None:
    assert [row for row in table("regions") if row["level"] not in LEVELS[row["code"].count(".")]] == []


def test_words_are_counted() -> None:
    assert all(row["lower"].isdigit() and row["capital"].isdigit() for row in table("words"))


def test_a_word_lives_in_lower_case() -> None:
    assert [row["word"] for row in table("words") if int(row["lower"]) < 2] == []


def shapes() -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / "shapes.toml").read_text(encoding="utf-8"))


def test_no_letter_stands_for_two_classes_of_words() -> None:
    letters = [*shapes()["classes"].values(), *shapes()["words"].values()]
    assert [letter for letter in letters if len(letter) != 1] == twice(letters) == []


def test_every_class_of_words_has_words() -> None:
    used = {row["class"] for name in ("verbs", "status") for row in table(name)}
    assert set(shapes()["classes"]) - used == set()
    listed_elsewhere = {"somebody"}
    assert set(shapes()["words"]) - listed_elsewhere == set(shapes()["groups"])


def test_a_name_part_is_one_word() -> None:
    assert [name for name in (*words("given_names"), *words("name_parts")) if " " in name] == []


def test_a_name_part_is_in_one_list_and_no_word_that_names_nothing() -> None:
    parts = {name.lower() for name in words("name_parts")}
    others = {name.lower() for name in (*words("given_names"), *words("stop"))}
    assert parts & others == set()


ROOMS = [*FILES, *ontology().rglob("*.*")]


def test_neither_lexicon_nor_ontology_names_a_person_of_the_seeds(seeds_build: Build) -> None:
    people = [one for one in seeds_build.knowledge.entities if one.kind == Kind.PERSON]
    names = {form.lower() for one in people for form in (one.label, *one.forms) if " " in form}
    assert len(names) > 10
    lines = (line for path in ROOMS for line in path.read_text(encoding="utf-8").lower().splitlines())
    # The examples of the named queries are asked of the seeds; nothing that reads articles reads them.
    text = "\n".join(line for line in lines if not line.startswith("# example: "))
    assert [name for name in sorted(names) if name in text] == []
