"""How often each rule is right on annotated text, beside the confidence that it states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.relations import relations
from kg.score import Score

_BLOCK = re.compile(r"^(?=\[)", re.MULTILINE)
_NAME = re.compile(r'^name = "([^"]+)"', re.MULTILINE)
_CONFIDENCE = re.compile(r"^(confidence = )[\d.]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a relation: how many of its claims were right and wrong, and the confidence that it states.

    A claim is right if the gold has its fact; what is optional does not count.
    """

    relation: str
    name: str
    stated: float
    right: int = 0
    wrong: int = 0

    @property
    def judged(self) -> int:
        """How many claims there are to go by."""
        return self.right + self.wrong

    @property
    def precision(self) -> float | None:
        """The share that was right; None where there was none to judge."""
        return self.right / self.judged if self.judged else None

    @property
    def measured(self) -> float | None:
        """The precision after Laplace, (right + 1) / (right + wrong + 2): few claims are weak evidence."""
        return (self.right + 1) / (self.judged + 2) if self.judged else None

    @property
    def error(self) -> float:
        """How far the stated confidence is from the precision."""
        return abs(self.stated - self.precision) if self.precision is not None else 0.0


def measure(scores: Iterable[Score]) -> list[Rule]:
    """Every rule of the ontology, by relation and name in the order of their files, over all claims of the scores."""
    counts = Counter(
        (claim.relation, claim.rule, right)
        for score in scores
        for one in score.judgements
        for claim, right in one.right.items()
    )
    return [
        Rule(
            relation.name,
            name,
            rule["confidence"],
            counts[relation.name, name, True],
            counts[relation.name, name, False],
        )
        for relation in relations().values()
        for rule in relation.patterns
        for name in [rule["name"]]
    ]


def calibration_error(rules: Iterable[Rule]) -> float | None:
    """The expected calibration error: |confidence − precision|, averaged over claims; None where none was judged."""
    judged = [rule for rule in rules if rule.judged]
    claims = sum(rule.judged for rule in judged)
    return sum(rule.error * rule.judged for rule in judged) / claims if claims else None


def with_confidence(text: str, confidences: Mapping[str, float]) -> str:
    """A relation's file with these confidences for the rules of these names, and not a letter else changed."""
    return "".join(_changed(block, confidences) for block in _BLOCK.split(text))


def _changed(block: str, confidences: Mapping[str, float]) -> str:
    name = _NAME.search(block) if block.startswith("[[pattern]]") else None
    if name is None or name[1] not in confidences:
        return block
    return _CONFIDENCE.sub(rf"\g<1>{confidences[name[1]]}", block)


def confidences(rules: Iterable[Rule], relation: str) -> dict[str, float]:
    """The measured precisions of a relation's rules, by name, as their file should state them."""
    return {
        rule.name: round(rule.measured, 2) for rule in rules if rule.relation == relation and rule.measured is not None
    }
