"""What the tests of extraction share: what a text states, in words; articles written for the purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import kg
from kg.model import Extraction, Statement

ARTICLES = Path(__file__).parent.parent / "articles"


def words(said: Extraction, statement: Statement) -> str:
    """A statement as the relation files write it: `subject -> object`."""
    found = statement.object
    end = said.referents[found].label if isinstance(found, int) else found
    return f"{said.referents[statement.subject].label} -> {end}"


def _statements(text: str, relation: str) -> tuple[Extraction, Iterable[Statement]]:
    said = kg.extract(text)
    return said, (one for one in said.statements if one.relation == relation)


@pytest.fixture(scope="session")
def stated() -> Callable[[str, str], list[str]]:
    """What a text states by a relation, each statement once, in order."""

    def lines(text: str, relation: str) -> list[str]:
        said, found = _statements(text, relation)
        return list(dict.fromkeys(words(said, one) for one in found))

    return lines


@pytest.fixture(scope="session")
def the() -> Callable[[str, str], Statement]:
    """The one statement that a text makes by a relation."""

    def only(text: str, relation: str) -> Statement:
        _, (one,) = _statements(text, relation)
        return one

    return only


@pytest.fixture(scope="session")
def articles() -> dict[str, str]:
    """Texts that no newspaper printed, by name: they have what newspapers' texts have."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))}
