"""When a distractor counts as believed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.score import Score
from kg.score.gold import Distractor
from tests.score.made import gold, scored, triples

TEXT = "Rahmat membuka acara. Wulan bertemu Ketua KPU. Lalu Wulan pulang."
SENTENCE = "Wulan bertemu Ketua KPU."
AT = TEXT.index(SENTENCE)
THINGS = {"p1": ("Person", "Wulan"), "r1": ("Role", "Ketua")}


def believed(text: str, *claims: tuple[Any, ...], folder: Path, sentence: str = SENTENCE) -> Score:
    (folder / "a.txt").write_bytes(text.encode())
    wanted = gold(THINGS, distractors=(Distractor(sentence, frozenset(["holds", "participates"])),))
    return scored(triples(wanted, *claims), wanted, articles=folder)


CLAIMS = {
    "from its first letter": (("p1", "holds", "r1", "Asserted", AT), ("holds",)),
    "from within, and on beyond its end": (("p1", "holds", "r1", "Asserted", AT + len(SENTENCE) - 1), ("holds",)),
    "planned": (("p1", "holds", "r1", "Planned", AT), ("holds",)),
    "from before it": (("p1", "holds", "r1", "Asserted", AT - 1), ()),
    "from behind it": (("p1", "holds", "r1", "Asserted", AT + len(SENTENCE)), ()),
    "negated": (("p1", "holds", "r1", "Negated", AT), ()),
    "alleged": (("p1", "holds", "r1", "Alleged", AT), ()),
    "another relation": (("r1", "postIn", "r1", "Asserted", AT), ()),
}


@pytest.mark.parametrize(("claim", "relations"), CLAIMS.values(), ids=CLAIMS)
def test_a_claim(claim: tuple[Any, ...], relations: tuple[str, ...], tmp_path: Path) -> None:
    (belief,) = believed(TEXT, claim, folder=tmp_path).beliefs
    assert belief.relations == relations


def test_a_sentence_that_stands_there_twice(tmp_path: Path) -> None:
    again = TEXT.rindex("Wulan")
    (belief,) = believed(TEXT, ("p1", "holds", "r1", "Asserted", again), folder=tmp_path, sentence="Wulan").beliefs
    assert belief.relations == ("holds",)


@pytest.mark.parametrize("before", ["\ufeff", "é – “", "\r\n"], ids=["mark", "letters", "line"])
def test_places_are_those_of_the_text_as_it_is_read(before: str, tmp_path: Path) -> None:
    at = AT + len(before.removeprefix("\ufeff"))
    (belief,) = believed(before + TEXT, ("p1", "holds", "r1", "Asserted", at), folder=tmp_path).beliefs
    assert belief.relations == ("holds",)


def test_without_the_text_nobody_knows(tmp_path: Path) -> None:
    wanted = gold(THINGS, distractors=(Distractor(SENTENCE, frozenset(["holds"])),))
    found = scored(triples(wanted), wanted, articles=tmp_path)
    assert [len(part) for part in (found.unjudged, found.judged, found.believed)] == [1, 0, 0]


def test_a_sentence_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.txt: a distractor is not in the text: Wulan tidur"):
        believed(TEXT, folder=tmp_path, sentence="Wulan tidur.")
