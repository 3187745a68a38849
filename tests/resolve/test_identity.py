"""One node for one thing: the cases are a table of two articles each; order, old IRIs and successions besides."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from kg.graph.facts import assemble
from kg.graph.triples import triples
from kg.intake import Intake
from kg.model import Article, Day, Entity, Extraction, Kind, Referent, Statement
from kg.pipeline import Build
from kg.resolve import resolve
from kg.resolve.names import name_words, relation
from kg.resolve.weights import settings, weigh

WHEN = Day(2024, 3, 4)


def said(number: int, *referents: Referent, holds: tuple[tuple[int, int], ...] = (), day: Day = WHEN) -> Extraction:
    """An article that names the referents, the first of each pair of `holds` in the post that is the second."""
    article = Article(f"a{number}", "", "", (), published=day)
    stated = tuple(Statement(who, "holds", post, 0, 0, "rule", 0.9) for who, post in holds)
    return Extraction(article, referents, (), stated)


def holder(number: int, name: str, post: str = "", body: str = "", region: str = "", day: Day = WHEN) -> Extraction:
    """An article about a person, perhaps in a post of a body."""
    person = Referent(Kind.PERSON, name)
    if not post:
        return said(number, person, day=day)
    office = Referent(Kind.INSTITUTION, body, region=region or None)
    return said(number, person, Referent(Kind.ROLE, post, parent=2), office, holds=((0, 1),), day=day)


def extractions_of(paths: list[Path]) -> list[Extraction]:
    intake = Intake()
    return list(intake.extractions(intake.sources(paths, lambda done, total: None)))


def of_kind(kind: Kind, *extractions: Extraction) -> list[Entity]:
    return [entity for entity in resolve(extractions) if entity.kind == kind]


ONE = {
    "one name, one post": (holder(1, "Budi Santoso", "Kepala", "BPS"), holder(2, "Budi Santoso", "Kepala", "BPS")),
    "a slip, one post": (
        holder(1, "Budi Ari Setiadi", "Kepala", "BPS"),
        holder(2, "Budi Arie Setiadi", "Kepala", "BPS"),
    ),
    "initials, one post": (
        holder(1, "A. Riza Patria", "Kepala", "BPS"),
        holder(2, "Ahmad Riza Patria", "Kepala", "BPS"),
    ),
    "Moh. and Muhammad": (holder(1, "Moh. Rizal Pratomo", "Kepala", "BPS"), holder(2, "Muhammad Rizal Pratomo")),
    "one word, one post": (holder(1, "Afifuddin", "Ketua", "KPU"), holder(2, "Mochammad Afifuddin", "Ketua", "KPU")),
    "an old spelling": (holder(1, "Hari Tjahjono", "Kepala", "BPS"), holder(2, "Hari Cahyono", "Kepala", "BPS")),
}
TWO = {
    "a slip without a post": (holder(1, "Budi Ari Setiadi"), holder(2, "Budi Arie Setiadi")),
    "one word, nothing else": (holder(1, "Budi"), holder(2, "Budi Santoso")),
    "two regions at one time": (
        holder(1, "Ahmad Fauzi", "Kepala", "Dinas Kesehatan Kota Yogyakarta", "34.71"),
        holder(2, "Ahmad Fauzi", "Kepala", "Dinas Kesehatan Kota Bandung", "32.73"),
    ),
    "two whole posts at one time": (
        holder(1, "Budi Santoso", "Kepala", "BPS"),
        holder(2, "Budi Santoso", "Direktur Utama", "PT KAI"),
    ),
    "H. and Hj.": (
        said(1, Referent(Kind.PERSON, "Nur Hidayati Zein", titles=("H.",))),
        said(2, Referent(Kind.PERSON, "Nur Hidayati Zein", titles=("Hj.",))),
    ),
}


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_one_person(pair: tuple[Extraction, Extraction]) -> None:
    assert len(of_kind(Kind.PERSON, *pair)) == 1


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_two_persons(pair: tuple[Extraction, Extraction]) -> None:
    assert len(of_kind(Kind.PERSON, *pair)) == 2


def test_a_name_that_fits_two_goes_to_neither() -> None:
    people = of_kind(Kind.PERSON, *TWO["two regions at one time"], holder(3, "Ahmad Fauzi"))
    assert len(people) == 3
    assert any(apart.unsure for person in people for apart in person.apart)


def bodies(*labels: tuple[str, str | None]) -> int:
    extractions = [said(n, Referent(Kind.INSTITUTION, label, region=code)) for n, (label, code) in enumerate(labels)]
    return len(of_kind(Kind.INSTITUTION, *extractions))


def test_institutions_are_told_by_form_and_region() -> None:
    assert bodies(("Kementerian Kominfo", None), ("Kemenkominfo", None), ("Kominfo RI", None)) == 1
    assert bodies(("KPU Kota Bandung", "32.73"), ("Komisi Pemilihan Umum Kota Bandung", "32.73")) == 1
    assert bodies(("KPU Kota Bandung", "32.73"), ("KPU", None)) == 2
    assert bodies(("Dinas Kesehatan", None), ("Dinas Kesehatan", None)) == 2
    assert bodies(("Dinas Kesehatan Kota Bandung", "32.73"), ("Dinkes Kabupaten Bandung", "32.04")) == 2
    assert bodies(("SMP Negeri 1 Sleman", None), ("SMP Negeri 2 Sleman", None)) == 2


def events(*labels: str) -> int:
    return len(of_kind(Kind.EVENT, *(said(n, Referent(Kind.EVENT, label)) for n, label in enumerate(labels))))


def test_editions_of_an_event_are_two() -> None:
    assert events("Konvensi Humas Indonesia 2023", "Konvensi Humas Indonesia 2023") == 1
    assert events("Konvensi Humas Indonesia 2022", "Konvensi Humas Indonesia 2023") == 2
    assert events("Pekan Olahraga Nasional XX", "Pekan Olahraga Nasional XXI") == 2


def test_topics_spell_out_acronyms() -> None:
    topics = ("netralitas ASN", "netralitas aparatur sipil negara")
    assert len(of_kind(Kind.TOPIC, *(said(n, Referent(Kind.TOPIC, label)) for n, label in enumerate(topics)))) == 1


def test_a_city_lies_in_its_province_and_a_ministry_became_another() -> None:
    things = [
        Referent(Kind.PLACE, "Kota Yogyakarta", region="34.71"),
        Referent(Kind.PLACE, "DI Yogyakarta", region="34"),
        Referent(Kind.INSTITUTION, "Kominfo"),
        Referent(Kind.INSTITUTION, "Komdigi"),
    ]
    extraction = said(1, *things)
    found = triples(assemble([extraction], resolve([extraction])), base_iri="x:")
    assert ("<x:place/kota-yogyakarta>", "schema:containedInPlace", "<x:place/di-yogyakarta>") in found
    results = [triple for triple in found if triple[1] == "org:resultingOrganization"]
    assert [new for _, _, new in results] == ["<x:institution/kementerian-komunikasi-dan-digital>"]


def test_an_iri_that_is_lost_says_what_replaced_it() -> None:
    before = {entity.key for entity in resolve([ONE["a slip, one post"][0]])}
    after = resolve(ONE["a slip, one post"])
    assert before <= {entity.key for entity in after} | {old for entity in after for old in entity.formerly}


def test_iris_stay_put_when_later_articles_are_added(root: Path) -> None:
    extractions = extractions_of([root / "seeds"])
    extractions.sort(key=lambda one: (str(one.article.published or "9999"), one.article.id))
    for count in range(1, len(extractions)):
        before = {entity.key for entity in resolve(extractions[:count])}
        after = resolve(extractions[: count + 1])
        assert before <= {entity.key for entity in after} | {old for entity in after for old in entity.formerly}


def test_no_order_of_the_input_shows_in_twenty_shuffles(root: Path, seeds_build: Build) -> None:
    extractions = extractions_of([root / "seeds"])
    extractions += [replace(one, article=replace(one.article, id=f"z{n}")) for n, one in enumerate(extractions)]
    first = resolve(extractions)
    for seed in range(20):
        random.Random(seed).shuffle(extractions)
        assert resolve(extractions) == first


RELATIONS = {
    ("Moh. Mahfud", "Muhammad Mahfud"): "same-name",
    ("Soekarno Putra", "Sukarno Putra"): "variant",
    ("Nur Hidayat Wahid", "Nurhidayat Wahid"): "variant",
    ("A. Riza Patria", "Ahmad Riza Patria"): "initials",
    ("Sri Mulyani", "Sri Mulyani Indrawati"): "longer-name",
    ("Budi Ari Setiadi", "Budi Arie Setiadi"): "spelling",
    ("Prabowo", "Prabowo Subianto"): "part-of-name",
    ("AHY", "Agus Harimurti Yudhoyono"): "made-of-beginnings",
    ("Budi Santoso", "Bambang Santoso"): "names-apart",
}


@pytest.mark.parametrize(("names", "feature"), RELATIONS.items(), ids=map("/".join, RELATIONS))
def test_how_two_names_agree(names: tuple[str, str], feature: str) -> None:
    a, b = map(name_words, names)
    assert relation(a, b) == relation(b, a) == feature


def test_a_verdict_weighs_what_was_seen() -> None:
    verdict = weigh(Kind.PERSON, {"spelling": "", "shared-post": "role/x"})
    assert verdict.same and not verdict.clash
    assert str(verdict) == f"spelling, shared-post (role/x): {verdict.score:g}"
    assert weigh(Kind.PERSON, {"same-name": "", "sexes-apart": ""}).clash
    assert settings()["unsure"] < settings()["same"]
