"""How long resolving takes and how much memory, by the number of articles: `python -m tests.benchmarks.resolve 100000`.

The extractions are synthetic: persons, posts, bodies of every regency, events, topics and places drawn from
combinations of the lexicon's names, few of them often and most of them seldom, as in news.
"""

from __future__ import annotations

import random
import resource
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from time import perf_counter

from kg.lexicon import table, words
from kg.model import Article, Day, Extraction, Kind, Referent, Statement
from kg.resolve import resolve

_SEED = 20240304
_POSTS = ("Kepala", "Sekretaris", "Ketua", "Wakil Ketua", "Juru Bicara", "Anggota")
_HEADS = ("Dinas Kesehatan", "Dinas Pendidikan", "Dinas Perhubungan", "KPU", "DPRD", "Polres", "Kejaksaan Negeri")
_EVENTS = ("Rapat Koordinasi", "Seminar Nasional", "Konvensi Humas", "Festival Literasi", "Rapat Kerja")
_FIRST = date(2015, 1, 1)


def extractions(count: int) -> Iterator[Extraction]:
    """So many articles of about a dozen referents each; the same each time."""
    dice = random.Random(_SEED)
    names = sorted(word for word in words("given_names") if word.isalpha())
    regions = [row for row in table("regions") if row["level"] in ("regency", "city")]
    people = [" ".join(dice.sample(names, dice.choice((2, 2, 3)))) for _ in range(max(50, count // 3))]
    offices = [(head, row) for row in regions for head in _HEADS]
    for number in range(count):
        yield _extraction(number, dice, people, offices)


def _extraction(
    number: int, dice: random.Random, people: Sequence[str], offices: Sequence[tuple[str, dict[str, str]]]
) -> Extraction:
    referents: list[Referent] = []
    holds = []
    for _ in range(3):
        who = int(len(people) * dice.random() ** 3)
        head, row = offices[(who * 7919) % len(offices)]
        holds.append((len(referents), len(referents) + 1))
        referents += [
            Referent(Kind.PERSON, people[who]),
            Referent(Kind.ROLE, _POSTS[who % len(_POSTS)], parent=len(referents) + 2),
            Referent(Kind.INSTITUTION, f"{head} {row['name']}", region=row["code"]),
            Referent(Kind.PLACE, row["name"], region=row["code"]),
        ]
    day = _FIRST + timedelta(days=number * 3650 // 100_000 if number < 100_000 else 3650)
    referents += [
        Referent(Kind.PERSON, people[int(len(people) * dice.random() ** 3)].split()[0]),
        Referent(Kind.EVENT, f"{dice.choice(_EVENTS)} {referents[3].label} {day.year}"),
        Referent(Kind.TOPIC, f"layanan publik {dice.randrange(5000)}"),
    ]
    article = Article(f"s{number:06}", "", "", (), published=Day(day.year, day.month, day.day))
    stated = tuple(Statement(one, "holds", post, 0, 0, "synthetic", 1.0) for one, post in holds)
    return Extraction(article, tuple(referents), (), stated)


def main(counts: Sequence[int]) -> None:
    """Print a line for each number of articles."""
    print(f"{'articles':>9}{'referents':>11}{'entities':>10}{'seconds':>9}{'input MB':>10}{'peak MB':>9}")
    for count in counts:
        made = list(extractions(count))
        before = _peak()
        started = perf_counter()
        found = resolve(made)
        seconds = perf_counter() - started
        referents = sum(len(one.referents) for one in made)
        print(f"{count:9,}{referents:11,}{len(found):10,}{seconds:9.1f}{before:10,.0f}{_peak():9,.0f}")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1_000, 10_000])
