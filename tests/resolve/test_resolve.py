"""What holds for any articles: no order shows, every referent has one entity, keys are fit for IRIs."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.model import Extraction, Kind
from kg.resolve import resolve
from kg.resolve.forms import normal, slug

TESTS = Path(__file__).parent.parent
FILES = sorted([*(TESTS / "articles").glob("*.txt"), *(TESTS.parent / "seeds").glob("*.txt")])
# Each article twice: what is one across articles is then tried on every kind of thing.
TOLD = [
    kg.extract(file.read_text(encoding="utf-8"), id=f"{file.stem}{copy}") for file in FILES for copy in ("", "-lagi")
]
SOME = st.lists(st.sampled_from(range(len(TOLD))), unique=True, max_size=6).map(
    lambda picked: [TOLD[i] for i in picked]
)


@settings(max_examples=20)
@given(st.permutations(TOLD))
def test_no_order_shows(told: list[Extraction]) -> None:
    assert resolve(told) == resolve(TOLD)


@given(SOME)
def test_every_referent_is_a_member_of_exactly_one_entity(told: list[Extraction]) -> None:
    members = Counter(member for entity in resolve(told) for member in entity.members)
    assert members == Counter((one.article.id, number) for one in told for number in range(len(one.referents)))


@given(SOME)
def test_an_entity_unites_its_own_class_and_keeps_every_form(told: list[Extraction]) -> None:
    referents = {(one.article.id, number): thing for one in told for number, thing in enumerate(one.referents)}
    for entity in resolve(told):
        things = [referents[member] for member in entity.members]
        assert {thing.kind for thing in things} == {entity.kind}
        if entity.kind != Kind.QUOTATION:
            assert {form for thing in things for form in (thing.label, *thing.forms)} <= {entity.label, *entity.forms}


@given(SOME)
def test_no_two_entities_share_a_key_and_parents_are_there(told: list[Extraction]) -> None:
    found = resolve(told)
    keys = [entity.key for entity in found]
    assert keys == sorted(set(keys))
    assert {entity.parent for entity in found} - {None} <= set(keys)


@given(SOME)
def test_a_person_with_a_name_of_one_word_is_of_one_article_unless_a_post_says_so(told: list[Extraction]) -> None:
    for entity in resolve(told):
        if entity.kind == Kind.PERSON and " " not in entity.label and len(entity.members) > 1:
            assert entity.why


@pytest.mark.parametrize("extraction", TOLD[::2], ids=[file.stem for file in FILES])
def test_a_second_copy_of_an_article_makes_no_second_minister(extraction: Extraction) -> None:
    alone, twice = resolve([extraction]), resolve([extraction, TOLD[TOLD.index(extraction) + 1]])
    bodies = [entity.label for entity in alone if entity.kind == Kind.PERSON and " " in entity.label]
    assert [entity.label for entity in twice if entity.kind == Kind.PERSON and " " in entity.label] == bodies


SLUGS = {
    "Kementerian PPN/Bappenas": "kementerian-ppn-bappenas",
    "Ma'ahid": "maahid",
    "Jum’at": "jumat",
    "P.T.": "p-t",
    "…Siap!": "siap",
    "Café Résumé": "cafe-resume",
    "G-20": "g-20",
}


@pytest.mark.parametrize(("text", "path"), SLUGS.items())
def test_slugs(text: str, path: str) -> None:
    assert slug(text) == path


@given(st.text())
def test_a_slug_is_fit_for_every_parser(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug(text)) and len(slug(text)) <= 80


@given(st.text(min_size=100))
def test_long_names_that_differ_have_slugs_that_differ(text: str) -> None:
    assert slug(f"rapat {'kerja ' * 30}{text} a") != slug(f"rapat {'kerja ' * 30}{text} b")


@given(st.text())
def test_a_normal_form_is_its_own(text: str) -> None:
    assert normal(normal(text)) == normal(text)
