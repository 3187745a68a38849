"""Distractors: sentences that name things together without a relation, which a graph must not take from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.read import read
from kg.score.gold import Distractor, Gold
from kg.score.told import Told


@dataclass(frozen=True, slots=True)
class Belief:
    """A distractor and the silent relations that the graph took from it; None where that cannot be told."""

    article: str
    text: str
    relations: tuple[str, ...] | None

    @property
    def words(self) -> str:
        """What is believed, for a message."""
        return f"{', '.join(self.relations or ())} taken from: {self.text}"


def beliefs(gold: Gold, told: Told | None, folder: Path) -> tuple[Belief, ...]:
    """What became of each distractor of an article whose text is `<article>.txt` in the folder, if it is there.

    InputError where a distractor is not in that text.
    """
    file = folder / f"{gold.article}.txt"
    text = read(file).article.text if gold.distractors and file.exists() else None
    return tuple(
        Belief(gold.article, distractor.text, None if text is None else _believed(distractor, told, text, file))
        for distractor in gold.distractors
    )


def _believed(distractor: Distractor, told: Told | None, text: str, file: Path) -> tuple[str, ...]:
    """The silent relations that some claim states from within the distractor's sentence."""
    places = list(_places(distractor.text, text))
    if not places:
        what = f"a distractor is not in the text: {distractor.text[:40]}…"
        raise InputError(what, where=str(file), hint="a sentence of the article, as it stands there")
    claims = [claim for claim in (told.claims if told else ()) if claim.relation in distractor.silent]
    return tuple(sorted({claim.relation for claim in claims if any(claim.start in place for place in places)}))


def _places(sentence: str, text: str) -> Iterator[range]:
    at = text.find(sentence)
    while at >= 0:
        yield range(at, at + len(sentence))
        at = text.find(sentence, at + 1)
