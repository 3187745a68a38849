"""Articles to measure with: those of the quality benchmark, with other people, in other towns and years.

The same for the same number. Town, year and people are drawn for each article, each cast of people for four of them,
so that an archive tells of them again and names grow in number with the articles.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.lexicon import table, words

_QUALITY = Path(__file__).parent.parent / "quality"
_SEED = 20240304
_TOLD = 4
_WORD = re.compile(r"\b[A-Z][a-z]+\b|\b20[0-2]\d\b")
_YEARS = tuple(str(year) for year in range(2012, 2026))


def articles(count: int) -> Iterator[tuple[str, str]]:
    """So many articles: identifier and text."""
    dice = random.Random(_SEED)
    texts = [path.read_text(encoding="utf-8") for path in sorted(_QUALITY.glob("**/*.txt"))]
    names = sorted(word.capitalize() for word in words("given_names") if word.isalpha() and len(word) > 2)
    plain = (row["name"].partition(" ")[2] for row in table("regions") if row["level"] in ("regency", "city"))
    towns = sorted({name for name in plain if name.isalpha()})
    for number in range(count):
        town = dice.choice(towns)
        cast = str(dice.randrange(count // _TOLD + 1))
        yield f"a{number:06}", _moved(dice.choice(texts), town, dice.choice(_YEARS), (cast, names), frozenset(towns))


def _moved(text: str, town: str, year: str, people: tuple[str, Sequence[str]], towns: frozenset[str]) -> str:
    """The text in that town and year, with that cast of people, each called the same throughout."""
    cast, names = people
    known = frozenset(names)

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word in towns:
            return town
        if word in _YEARS:
            return year
        return random.Random(f"{word} {cast}").choice(names) if word in known else word

    return _WORD.sub(other, text)


def written(folder: Path, count: int) -> None:
    """Write the articles into the folder, a file each, a thousand to a folder."""
    for number, (name, text) in enumerate(articles(count)):
        shelf = folder / f"{number // 1000:03}"
        shelf.mkdir(parents=True, exist_ok=True)
        (shelf / f"{name}.txt").write_text(text, encoding="utf-8")
