"""How well a build tells whether two names are one thing: the pairs of `pairs/`, each built by itself.

`measure(build)` takes what builds a graph from files (`kg.build`), gives it the two snippets of a pair as two
articles, looks up the entity that each marked name came to, and counts:

=============  =====================================================================
one entity     and labelled same: a true merge; labelled different: a wrong merge
two entities   and labelled different: kept apart; labelled same: a missed merge
not found      a name that no mention of its class covers: the pair counts for nothing
=============  =====================================================================

Precision is true merges over all merges, recall is true merges over all pairs labelled same. The names are found
by their place: the mention of the pair's class that covers the marked stretch best, `COVER` of it at least; the
entity is the one that has this mention's referent among its members.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import kg

if TYPE_CHECKING:
    from kg.pipeline import Build

PAIRS = Path(__file__).parent / "pairs"
KINDS = (
    "spelling",
    "degrees",
    "acronym",
    "short-form",
    "nickname",
    "homograph-persons",
    "homograph-bodies",
    "renamed-body",
    "event-edition",
)
HOMOGRAPHS = ("homograph-persons", "homograph-bodies")
COVER = 0.8
MARK = re.compile(r"\[([^\[\]]+)\]")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


@dataclass(frozen=True, slots=True)
class Snippet:
    """One or two sentences as an article of `day` has them; `text[start:end]` is the name in question."""

    day: date
    text: str
    start: int
    end: int

    @classmethod
    def parse(cls, day: date, marked: str) -> Snippet:
        """The snippet of a text in which square brackets mark the name, exactly once; else ValueError.

        >>> Snippet.parse(date(2024, 3, 4), "Kata [Rina], baik.")
        Snippet(day=datetime.date(2024, 3, 4), text='Kata Rina, baik.', start=5, end=9)
        """
        marks = list(MARK.finditer(marked))
        text = MARK.sub(r"\1", marked)
        if len(marks) != 1 or "[" in text or "]" in text:
            raise ValueError(f"one name in square brackets, please: {marked}")
        return cls(day, text, marks[0].start(), marks[0].start() + len(marks[0][1]))

    @property
    def name(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names in two snippets, and whether they are one thing of the class."""

    id: str
    kind: str
    of: str
    same: bool
    why: str
    left: Snippet
    right: Snippet


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build made of a pair: `merged`, or `missing`, the names that it has no entity for."""

    pair: Pair
    merged: bool
    missing: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        return not self.missing and self.merged == self.pair.same


@dataclass(frozen=True, slots=True)
class Counts:
    """The four cells of a table, and the pairs that could not be judged.

    >>> counts = Counts(merged=9, wrong=1, missed=3, apart=7)
    >>> f"{counts.precision:.2f} {counts.recall:.2f} {counts.f1:.2f}"
    '0.90 0.75 0.82'
    """

    merged: int = 0
    wrong: int = 0
    missed: int = 0
    apart: int = 0
    unfound: int = 0

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Counts:
        cells = dict.fromkeys(("merged", "wrong", "missed", "apart", "unfound"), 0)
        for outcome in outcomes:
            if outcome.missing:
                cells["unfound"] += 1
            elif outcome.pair.same:
                cells["merged" if outcome.merged else "missed"] += 1
            else:
                cells["wrong" if outcome.merged else "apart"] += 1
        return cls(**cells)

    @property
    def pairs(self) -> int:
        return self.merged + self.wrong + self.missed + self.apart + self.unfound

    @property
    def precision(self) -> float:
        return share(self.merged, self.merged + self.wrong)

    @property
    def recall(self) -> float:
        return share(self.merged, self.merged + self.missed)

    @property
    def f1(self) -> float:
        return share(2 * self.merged, 2 * self.merged + self.wrong + self.missed)

    @property
    def kept_apart(self) -> float:
        """Of the pairs labelled different, the share that stayed two."""
        return share(self.apart, self.apart + self.wrong)

    @property
    def found(self) -> float:
        """The share of the pairs whose two names were found at all."""
        return share(self.pairs - self.unfound, self.pairs)


@dataclass(frozen=True, slots=True)
class Figures:
    """The outcomes of all pairs, in order."""

    outcomes: tuple[Outcome, ...]

    @property
    def overall(self) -> Counts:
        return Counts.of(self.outcomes)

    @property
    def by_kind(self) -> dict[str, Counts]:
        kinds = dict.fromkeys(outcome.pair.kind for outcome in self.outcomes)
        return {kind: Counts.of(one for one in self.outcomes if one.pair.kind == kind) for kind in kinds}

    @property
    def homographs_apart(self) -> float:
        """Of the homographs labelled different, the share kept apart."""
        return Counts.of(one for one in self.outcomes if one.pair.kind in HOMOGRAPHS).kept_apart


def share(part: int, whole: int) -> float:
    """`part / whole`; of nothing, all of it is right."""
    return part / whole if whole else 1.0


def load(folder: Path = PAIRS) -> list[Pair]:
    """All pairs, by kind in the order of `KINDS`, then as they stand in the file."""
    pairs = []
    for kind in KINDS:
        for entry in tomllib.loads((folder / f"{kind}.toml").read_text(encoding="utf-8"))["pair"]:
            left, right = (Snippet.parse(entry[side]["date"], entry[side]["text"]) for side in "ab")
            pairs.append(Pair(entry["id"], kind, entry["class"], entry["same"], entry["why"], left, right))
    return pairs


def article(day: date, text: str) -> str:
    """The text of an article: the dateline of a web page, and the snippet below it.

    >>> article(date(2024, 3, 4), "Kata Rina, baik.")
    'Senin, 4 Maret 2024 10:15 WIB\\n\\nKata Rina, baik.\\n'
    """
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year} 10:15 WIB\n\n{text}\n"


def measure(build: Callable[[list[str | Path]], Build], pairs: Sequence[Pair] | None = None) -> Figures:
    """The figures of `build` (`kg.build`, say) over `pairs`, by default all of them."""
    with tempfile.TemporaryDirectory() as folder:
        return Figures(tuple(judge(build, pair, Path(folder)) for pair in (load() if pairs is None else pairs)))


def judge(build: Callable[[list[str | Path]], Build], pair: Pair, folder: Path) -> Outcome:
    """What `build` makes of one pair, whose articles are written into `folder` and stay there."""
    paths: list[str | Path] = []
    for side, snippet in (("a", pair.left), ("b", pair.right)):
        path = folder / f"{pair.id}-{side}.txt"
        path.write_text(article(snippet.day, snippet.text), encoding="utf-8")
        paths.append(path)
    built = build(paths)
    keys = [entity_of(built, pair.of, f"{pair.id}-{side}", one) for side, one in (("a", pair.left), ("b", pair.right))]
    missing = tuple(snippet.name for key, snippet in zip(keys, (pair.left, pair.right), strict=True) if key is None)
    return Outcome(pair, not missing and keys[0] == keys[1], missing)


def entity_of(built: Build, of: str, article_id: str, snippet: Snippet) -> str | None:
    """The key of the entity that the snippet's name came to in the article, if any mention covers it."""
    read = next(one for one in built.knowledge.articles if one.id == article_id)
    said = kg.extract(read)
    start = read.text.index(snippet.text) + snippet.start
    end = start + len(snippet.name)
    best, referent = 0.0, -1
    for mention in said.mentions:
        both = min(end, mention.end) - max(start, mention.start)
        cover = both / (max(end, mention.end) - min(start, mention.start))
        if mention.kind.value == of and cover > best:
            best, referent = cover, mention.referent
    if best < COVER:
        return None
    member = (article_id, referent)
    return next((entity.key for entity in built.knowledge.entities if member in entity.members), None)
