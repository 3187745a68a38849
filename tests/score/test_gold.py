"""Annotations from their files, and what is said of those that are wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.model import Kind
from kg.score.gold import Distractor, GoldEntity, GoldQuote, load

GOOD: dict[str, Any] = {
    "article": "a",
    "entities": [
        {"id": "p1", "type": "Person", "names": ["Rahmat Santika", "Rahmat"]},
        {"id": "e1", "type": "Event", "names": ["Rapat"], "optional": True},
    ],
    "relations": [["e1", "heldOn", "2024-02"]],
    "optional": [["p1", "participates", "e1"]],
    "quotes": [{"speaker": "p1", "starts": "Humas harus sigap"}],
    "distractors": [{"text": "Rahmat pulang.", "silent": ["says", "holds"]}],
}


def test_all_of_it(tmp_path: Path) -> None:
    (gold,) = load(written(tmp_path, GOOD)).golds
    assert gold.article == "a"
    assert gold.entities == (
        GoldEntity("p1", Kind.PERSON, ("Rahmat Santika", "Rahmat")),
        GoldEntity("e1", Kind.EVENT, ("Rapat",), optional=True),
    )
    assert gold.relations == {("e1", "heldOn", "2024-02")}
    assert gold.optional == {("p1", "participates", "e1")}
    assert gold.quotes == (GoldQuote("p1", "Humas harus sigap"),)
    assert gold.distractors == (Distractor("Rahmat pulang.", frozenset(["says", "holds"])),)


def test_only_the_article_must_be_there(tmp_path: Path) -> None:
    (gold,) = load(written(tmp_path, {"article": "a"})).golds
    assert (gold.entities, gold.relations, gold.quotes) == ((), frozenset(), ())


def test_what_is_one_thing_in_several_articles(tmp_path: Path) -> None:
    corpus = {"same": [["a:p1", "a:e1"]], "different": [["a:p1", "a:e1"]]}
    (written(tmp_path, GOOD) / "corpus.json").write_text(json.dumps(corpus), encoding="utf-8")
    found = load(tmp_path)
    assert found.same == found.different == (("a:p1", "a:e1"),)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no article": ({"article": None}, "null is not a text"),
    "entities that are none": ({"entities": {}}, "entities: {} is not a list"),
    "an entity that is none": ({"entities": ["p1"]}, r'entities[0]: "p1" is not an object'),
    "an entity without a class": ({"entities": [{"id": "p1"}]}, 'entities[0]: no "type" (a text was expected)'),
    "an unknown class": (
        {"entities": [{"id": "p1", "type": "Human", "names": ["A"]}]},
        "entities[0]: no class 'Human' (Person, Role, ",
    ),
    "a name that is none": ({"entities": [{"id": "p1", "type": "Person", "names": [1]}]}, "names: 1 is not a text"),
    "no name": ({"entities": [{"id": "p1", "type": "Person", "names": []}]}, '"names" is empty (at least one)'),
    "an id twice": ({"entities": [*GOOD["entities"], GOOD["entities"][0]]}, "id p1 is there twice"),
    "an unknown relation": ({"relations": [["p1", "hold", "e1"]]}, "relations[0]: no relation 'hold' (about, heldAt, "),
    "says is for quotes": ({"relations": [["p1", "says", "e1"]]}, "relations[0]: no relation 'says'"),
    "a relation of two": ({"optional": [["p1", "holds"]]}, 'optional[0]: 2 parts (three: ["p1", "holds", "r1"])'),
    "an unknown end": ({"relations": [["p1", "participates", "e9"]]}, "no entity has the id 'e9' (e1, p1)"),
    "a date that is none": ({"relations": [["e1", "heldOn", "5 Februari"]]}, "no date: '5 Februari' (2023-09-02, "),
    "a day that never was": ({"relations": [["e1", "heldOn", "2023-02-30"]]}, "no date: '2023-02-30'"),
    "an unknown speaker": ({"quotes": [{"speaker": "p9", "starts": "Humas"}]}, "quotes[0]: no entity has the id 'p9'"),
    "an empty distractor": ({"distractors": [{"text": " ", "silent": ["holds"]}]}, "distractors[0]: an empty text"),
    "a distractor of nothing": ({"distractors": [{"text": "A", "silent": []}]}, '"silent" is empty'),
    "a distractor of no relation": ({"distractors": [{"text": "A", "silent": ["hold"]}]}, "no relation 'hold'"),
}


@pytest.mark.parametrize(("change", "says"), WRONG.values(), ids=WRONG)
def test_an_error_says_where_and_what_would_have_been_right(change: dict[str, Any], says: str, tmp_path: Path) -> None:
    assert says in complaint(written(tmp_path, GOOD | change))


CORPORA: dict[str, tuple[Any, str]] = {
    "an unknown thing": ({"same": [["a:p1", "b:p1"]]}, "same[0]: no entity 'b:p1' (article:id, "),
    "three that differ": ({"different": [["a:p1", "a:e1", "a:p1"]]}, "different[0]: 3 things (two that are different)"),
    "no object": ([], "[] is not an object"),
}


@pytest.mark.parametrize(("corpus", "says"), CORPORA.values(), ids=CORPORA)
def test_a_corpus_that_is_wrong(corpus: Any, says: str, tmp_path: Path) -> None:
    (written(tmp_path, GOOD) / "corpus.json").write_text(json.dumps(corpus), encoding="utf-8")
    assert says in complaint(tmp_path)


@pytest.mark.parametrize("data", [b"{", b"", b'{"article": "\xff"}'], ids=["cut off", "empty", "not UTF-8"])
def test_a_file_that_is_no_json(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(data)
    assert "a.json: not JSON: " in complaint(tmp_path)


def test_an_article_annotated_twice(tmp_path: Path) -> None:
    (written(tmp_path, GOOD) / "b.json").write_text(json.dumps(GOOD), encoding="utf-8")
    assert "article a is there twice" in complaint(tmp_path)


def test_a_folder_without_gold(tmp_path: Path) -> None:
    assert "no .json file in this folder" in complaint(tmp_path)
    assert "no such folder" in complaint(tmp_path / "nowhere")


def written(folder: Path, data: dict[str, Any]) -> Path:
    (folder / "a.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def complaint(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        load(folder)
    line = str(caught.value)
    assert line.startswith(str(folder)) and "\n" not in line
    return line
