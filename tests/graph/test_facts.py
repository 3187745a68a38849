"""Facts: statements of all articles brought together, and what taking an article away takes away."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.graph.facts import assemble
from kg.model import Article, Day, Entity, Extraction, Kind, Knowledge, Mention, Referent, Statement, Status, Tenure
from kg.resolve import resolve

TESTS = Path(__file__).parent.parent
FILES = sorted([*(TESTS / "articles").glob("*.txt"), *(TESTS.parent / "seeds").glob("*.txt")])
TOLD = [kg.extract(file.read_text(encoding="utf-8"), id=file.stem) for file in FILES]
TEXT = "Bupati Kendal Rahmat Santika hadir."
PERSON = Entity("person/rahmat", Kind.PERSON, "Rahmat Santika", (), (("a", 0), ("b", 0)))
POST = Entity("role/bupati", Kind.ROLE, "Bupati Kendal", (), (("a", 1), ("b", 1)))


def told(article: str, *statements: Statement, published: Day | None = None) -> Extraction:
    referents = (Referent(Kind.PERSON, "Rahmat Santika"), Referent(Kind.ROLE, "Bupati Kendal"))
    return Extraction(
        Article(article, TEXT, "0" * 64, (), published=published),
        referents,
        (Mention(14, 28, Kind.PERSON, 0), Mention(14, 28, Kind.PERSON, 0)),
        statements,
    )


def holds(status: Status = Status.ASSERTED, start: int = 0, **more: object) -> Statement:
    return Statement(0, "holds", 1, start, 28, "by-hand", 0.9, status, **more)  # type: ignore[arg-type]


def known(*told: Extraction) -> Knowledge:
    return assemble(told, [POST, PERSON])


def test_a_claim_has_its_articles_words_and_date() -> None:
    (fact,) = known(told("a", holds(start=7), published=Day(2024, 2))).facts
    (claim,) = fact.claims
    assert (claim.article, claim.quote, claim.stated_on) == ("a", "Kendal Rahmat Santika", Day(2024, 2))


def test_what_two_articles_say_is_one_fact_with_claims_in_order() -> None:
    (fact,) = known(told("b", holds()), told("a", holds(start=7), holds())).facts
    assert [(claim.article, claim.start) for claim in fact.claims] == [("a", 0), ("a", 7), ("b", 0)]


def test_what_is_said_twice_in_one_place_is_one_claim() -> None:
    (fact,) = known(told("a", holds(), holds())).facts
    assert len(fact.claims) == 1


STATED = {
    "asserted": ([Status.ASSERTED], True),
    "planned": ([Status.PLANNED], True),
    "negated": ([Status.NEGATED], False),
    "alleged": ([Status.ALLEGED], False),
    "asserted here and negated there": ([Status.NEGATED, Status.ASSERTED], True),
    "negated and alleged": ([Status.NEGATED, Status.ALLEGED], False),
}


@pytest.mark.parametrize(("statuses", "stated"), STATED.values(), ids=STATED)
def test_whether_a_fact_may_stand_as_a_plain_triple(statuses: list[Status], stated: bool) -> None:
    (fact,) = known(told("a", *(holds(status) for status in statuses))).facts
    assert fact.stated is stated


def test_a_mention_counts_once_an_article_and_quotations_are_none() -> None:
    assert known(told("b"), told("a")).mentions == (("a", "person/rahmat"), ("b", "person/rahmat"))


def tenures(*told: Extraction) -> list[Tenure]:
    return list(known(*told).tenures)


def test_a_tenure_runs_from_the_first_report_to_the_last() -> None:
    days = (Day(2024, 2, 5), Day(2022, 1, 29), None)
    (tenure,) = tenures(
        *(told(name, holds(), published=day) for name, day in zip("abc", days, strict=True) if name != "c")
    )
    assert (tenure.first_reported, tenure.last_reported) == (Day(2022, 1, 29), Day(2024, 2, 5))


@pytest.mark.parametrize("status", [Status.NEGATED, Status.ALLEGED])
def test_what_is_not_asserted_is_no_tenure(status: Status) -> None:
    assert tenures(told("a", holds(status))) == []


MANNERS = {
    "acting": {"acting": True},
    "former": {"former": True},
    "since and until": {"since": Day(2016), "until": Day(2018)},
}


@pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
def test_another_manner_is_another_tenure(manner: dict[str, object]) -> None:
    plain, other = tenures(told("a", holds(), holds(**manner)))
    shown = {name: getattr(one, name) for one in (plain, other) for name in manner if getattr(one, name)}
    assert shown == manner


def claims(told: list[Extraction]) -> Counter[tuple[object, ...]]:
    """Every claim, whatever its ends are called."""
    return Counter((fact.relation, claim) for fact in assemble(told, resolve(told)).facts for claim in fact.claims)


@given(st.sampled_from(TOLD), st.lists(st.sampled_from(range(len(TOLD))), unique=True, max_size=5))
def test_an_article_adds_its_own_claims_and_takes_none_away(one: Extraction, others: list[int]) -> None:
    rest = [TOLD[i] for i in others if TOLD[i] is not one]
    assert claims([*rest, one]) - claims(rest) == claims([one])
    assert claims(rest) - claims([*rest, one]) == Counter()


@settings(max_examples=20)
@given(st.permutations(TOLD))
def test_no_order_shows(told: list[Extraction]) -> None:
    assert assemble(told, resolve(told)) == assemble(TOLD, resolve(TOLD))
