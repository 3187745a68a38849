"""The annotated sets, a build of each, and the figures that are watched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import kg
from kg.score import Score, score
from kg.score.gold import load

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BELIEVED = "distractors_believed"


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """Articles and their gold. `seen`: whether whoever writes rules may look at them, and rules be measured there."""

    name: str
    articles: Path
    gold: Path
    seen: bool = True


SETS = (
    AnnotatedSet("open", HERE / "articles", HERE / "gold"),
    AnnotatedSet("held-out", HERE / "held-out" / "articles", HERE / "held-out" / "gold", seen=False),
    AnnotatedSet("later", HERE / "later" / "articles", HERE / "later" / "gold", seen=False),
    AnnotatedSet("seeds", ROOT / "seeds", HERE / "seeds" / "gold"),
)


def present() -> tuple[AnnotatedSet, ...]:
    """The sets that lie in this checkout."""
    return tuple(one for one in SETS if any(one.gold.glob("*.json")))


@cache
def scored(one: AnnotatedSet) -> Score:
    """The score of the graph that is built of the set's articles, by themselves."""
    return score(kg.build([one.articles]).graph, load(one.gold), one.articles)


def figures(found: Score) -> dict[str, float]:
    """The watched figures by name; where nothing is annotated there is none."""
    rows = found.tallies()
    f1s = {name: rows[name].f1 for name in ("entities", "core", "all", "quote") if rows[name]}
    precision = {"core_precision": rows["core"].precision} if rows["core"] else {}
    believed = {BELIEVED: len(found.believed) / len(found.judged)} if found.judged else {}
    return f1s | precision | believed
