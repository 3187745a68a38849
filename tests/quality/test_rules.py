"""How rules are measured, and how their confidence is written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.graph.load import load as graph
from kg.pipeline import Build
from kg.relations import relations
from kg.score import Score, score
from kg.score.gold import load
from tests.quality.rules import Rule, calibration_error, confidences, measure, with_confidence
from tests.score.made import FIXTURES

FILES = sorted((Path(__file__).parent.parent.parent / "ontology" / "relations").glob("*.toml"))


@pytest.fixture(scope="module")
def found() -> Score:
    return score(graph(FIXTURES / "kg.ttl"), load(FIXTURES / "gold"), FIXTURES / "articles")


def test_claims_are_counted_by_rule_and_optional_ones_are_not(found: Score) -> None:
    counts = {(rule.relation, rule.name): (rule.right, rule.wrong) for rule in measure([found]) if rule.judged}
    assert counts == {
        ("about", "event-with-theme"): (1, 0),
        ("heldAt", "event-at-place"): (1, 0),
        ("heldOn", "event-on-date"): (1, 1),
        ("holds", "appointed-as-post"): (1, 0),
        ("holds", "post-before-name"): (5, 1),
        ("organises", "body-organises"): (1, 0),
        ("organises", "organised-by-body"): (1, 0),
        ("participates", "present-at-event"): (1, 1),
        ("postIn", "body-behind-post"): (3, 0),
        ("postIn", "body-of-the-post"): (1, 0),
        ("says", "direct-quotation"): (2, 1),
    }


def test_every_rule_is_listed_with_what_it_states(found: Score) -> None:
    stated = {(one.name, rule["name"]): rule["confidence"] for one in relations().values() for rule in one.patterns}
    assert {(rule.relation, rule.name): rule.stated for rule in measure([found])} == stated
    assert all(rule.judged == 0 for rule in measure([]))


def test_every_claim_of_a_build_names_a_rule_that_can_be_measured(seeds_build: Build) -> None:
    rules = {(rule.relation, rule.name) for rule in measure([])}
    assert {(fact.relation, claim.rule) for fact in seeds_build.knowledge.facts for claim in fact.claims} <= rules


def test_few_claims_are_weak_evidence() -> None:
    few, many, none = Rule("holds", "a", 0.9, 1, 0), Rule("holds", "b", 0.9, 98, 0), Rule("holds", "c", 0.9)
    assert (few.precision, many.precision, none.precision) == (1, 1, None)
    assert confidences([few, many, none, Rule("about", "d", 0.9, 1, 2)], "holds") == {"a": 0.67, "b": 0.99}


def test_the_calibration_error_weighs_by_claims() -> None:
    rules = [Rule("holds", "a", 0.9, 8, 2), Rule("holds", "b", 0.5, 20, 20), Rule("holds", "c", 0.1)]
    assert calibration_error(rules) == pytest.approx(0.1 * 10 / 50)
    assert calibration_error(rules[2:]) is None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_writing_what_is_stated_changes_nothing(file: Path) -> None:
    text = file.read_bytes().decode()
    stated = {rule["name"]: rule["confidence"] for rule in tomllib.loads(text)["pattern"]}
    assert with_confidence(text, stated) == text
    assert with_confidence(text, {}) == text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_writing_changes_the_confidence_alone(file: Path) -> None:
    text = file.read_bytes().decode()
    new = with_confidence(text, {rule["name"]: 0.12 for rule in tomllib.loads(text)["pattern"]})
    changed = [(old, line) for old, line in zip(text.splitlines(), new.splitlines(), strict=True) if old != line]
    assert all(old.startswith("confidence = ") and line == "confidence = 0.12" for old, line in changed)
    assert {rule["confidence"] for rule in tomllib.loads(new)["pattern"]} == {0.12}


FILE = """name = "holds" # confidence = 1\r
\r
[[pattern]]\r
match = "<Person:s> ["\r
confidence = 0.9  # by hand\r
name = "a"\r
\r
[[pattern]]\r
name = "b"\r
confidence = 0.8\r
\r
[[example]]\r
name = "a"\r
confidence = 0.7\r
"""


@pytest.mark.parametrize(
    ("new", "old", "line"),
    [
        ({"a": 0.67}, "confidence = 0.9  #", "confidence = 0.67  #"),
        ({"b": 1.0}, "confidence = 0.8\r", "confidence = 1.0\r"),
        ({"c": 0.5}, "", ""),
    ],
)
def test_a_file_in_another_order(new: dict[str, float], old: str, line: str) -> None:
    assert with_confidence(FILE, new) == FILE.replace(old, line)
