"""Commitment: which verbs of a sentence the words of `status.tsv` govern."""

from __future__ import annotations

import pytest

from kg.extract.commitment import OPEN, Government
from kg.extract.relations import word_classes
from kg.extract.shapes import classes, shape
from kg.extract.vocabulary import vocabulary
from kg.language.tokens import tokenise
from kg.lexicon import table

REACHES = {"", "on", "comma", "clause", "back"}


def governed(text: str) -> dict[str, set[str]]:
    """The words of a sentence that are governed, each with what is made of it. Names play no part here."""
    spec, words, tokens = word_classes(), vocabulary(), tokenise(text)
    sentence = shape(tokens, (0, tokens.count), {}, {}, classes(words, spec, spec["groups"]))
    found = Government(words, tokens, spec["commitment"]).of(sentence)
    return {
        tokens.word[element.first]: set(marks)
        for element, marks in zip(sentence.elements, found.marks, strict=True)
        if marks
    }


GOVERNED = {
    "the verb behind": ("kami akan menggelar lomba yang dihadiri warga", {"menggelar": {"Planned"}}),
    "over words that may stand between": ("kami tidak lagi ikut menggelar lomba", {"menggelar": {"Negated"}}),
    "a verb that no list knows": ("lomba itu tidak dipungut biaya", {"dipungut": {"Negated"}}),
    "not past a comma": ("kami, yang akan pindah rumah, menggelar lomba", {}),
    "not the main verb, from a relative clause": ("kami yang tidak punya uang menggelar lomba", {}),
    "not the main verb, behind a verb that is whole": ("kami yang akan menikah menggelar lomba", {}),
    "only the verb of leaving": ("kami yang akan pensiun menggelar lomba", {"pensiun": {"Planned"}}),
    "every verb of a rumour": (
        "kabarnya lomba digelar warga dan dibuka tokoh",
        {"digelar": {"Alleged"}, "dibuka": {"Alleged"}},
    ),
    "not the next clause": ("kami membantah isu itu, sementara warga menggelar lomba", {}),
    "not what a relative clause takes for granted": ("kami berharap lomba yang digelar warga sukses", {}),
    "not what happens meanwhile": ("kami meminta doa saat membuka lomba", {}),
    "a condition up to its comma": ("jika warga menggelar lomba, kami menghadiri lomba", {"menggelar": {OPEN}}),
    "a question": ("kami menggelar lomba?", {"menggelar": {OPEN}}),
    "the verb before": ("kami menggelar lomba pekan mendatang", {"menggelar": {"Planned"}}),
    "the speaker's verb is no part of a rumour": ("isu itu, kata tokoh saat membuka lomba", {}),
    "nothing, with tidak hanya": ("kami tidak hanya menggelar lomba", {}),
    "two at once": ("kami berharap warga tidak menggelar lomba", {"menggelar": {OPEN, "Negated"}}),
}


@pytest.mark.parametrize(("text", "found"), GOVERNED.values(), ids=GOVERNED)
def test_what_is_governed(text: str, found: dict[str, set[str]]) -> None:
    assert governed(text) == found


def test_what_is_called_off_is_so_in_all_of_its_clause() -> None:
    found = governed("lomba yang digelar warga batal karena hujan, tetapi kami membuka pameran")
    assert found["digelar"] == {"Negated"}
    assert "membuka" not in found


def test_calling_off_coming_does_not_call_off_the_event() -> None:
    assert governed("kami batal menghadiri lomba yang digelar warga") == {"menghadiri": {"Negated"}}


def test_every_word_has_a_reach_that_is_known() -> None:
    assert {row["reach"] for row in table("status")} <= REACHES


def test_every_class_that_makes_something_has_words() -> None:
    assert set(word_classes()["commitment"]["makes"]) <= {row["class"] for row in table("status")}
