"""What evidence weighs: `weights.toml`, and the verdict over a pair."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.model import Kind

NAMES_APART = "names-apart"
"""The feature of two names that cannot be one: there is nothing more to ask."""

Features = Mapping[str, str]
"""Names of features of `weights.toml` to what was seen, empty where the name says it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The weighed evidence over two names: its sum, the features, and whether any of them is a contradiction
    (`clash`) or near one (`doubt`)."""

    score: float
    features: tuple[tuple[str, str], ...]
    clash: bool
    doubt: bool

    @property
    def same(self) -> bool:
        """Whether the two are one, as far as they alone say."""
        return not self.clash and self.score >= settings()["same"]

    @property
    def strong(self) -> bool:
        """Whether more than a name says so."""
        telling = any(name in settings()["telling"] for name, _ in self.features)
        return self.same and (telling or self.score >= settings()["strong"])

    @property
    def unsure(self) -> bool:
        """Whether a person should look."""
        return not self.same and self.score >= settings()["unsure"]

    def __str__(self) -> str:
        shown = (f"{name} ({seen})" if seen else name for name, seen in self.features)
        return f"{', '.join(shown)}: {self.score:g}"


@cache
def settings() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads((Path(__file__).parent / "weights.toml").read_text(encoding="utf-8"))


@cache
def _weights(kind: Kind) -> dict[str, float]:
    return {name: float(weight) for name, weight in settings()[kind.value].items()}


def weigh(kind: Kind, features: Features) -> Verdict:
    """The verdict over what was seen. KeyError for a feature that the file does not weigh."""
    weights, silent, total, worst = _weights(kind), settings()["silent"], 0.0, 0.0
    for name in features:
        weight = weights[name]
        total += weight
        if weight < worst and name not in silent:
            worst = weight
    return Verdict(total, tuple(features.items()), worst <= settings()["clash"], worst <= settings()["doubt"])
