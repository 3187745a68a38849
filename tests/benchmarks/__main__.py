"""How fast and in how much memory archives are built: `python -m tests.benchmarks [--articles N] [--folder DIR]`.

One table, all of it from one run: each stage alone; whole builds by number of workers; time and peak memory by number
of articles; and beside them the floor (reading the files and running the tokeniser's pattern over them) and yardsticks
a user might pick. Measured in processes of their own, so that none sees another's memory.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from kg.graph import turtle
from kg.graph.facts import Assembly
from kg.graph.triples import Blocks, Triple
from kg.intake import Intake, said_in
from kg.language.tokens import tokenise
from kg.read import Limits, documents, parse_document, sources
from kg.resolve import resolve
from kg.upkeep import add_to, build_in
from kg.workbook.blobs import encode
from tests.benchmarks.corpus import written

_MEGA = 1024.0


def stages(folder: Path) -> Iterator[tuple[str, float]]:
    """Seconds of each stage over the folder's articles, one after the other."""
    files = sources([folder])
    gc.disable()  # as builds do
    said_in(next(documents(files[0])), Limits())  # type: ignore[arg-type]

    def timed(name: str, run: Callable[[], list[object]]) -> tuple[list[object], tuple[str, float]]:
        started = perf_counter()
        found = run()
        return found, (name, perf_counter() - started)

    _, row = timed("floor: read and tokenise", lambda: [tokenise(file.read_text("utf-8")) for file in files])
    yield row
    opened, row = timed("open", lambda: [item for file in files for item in documents(file)])
    yield row
    _, row = timed("parse", lambda: [parse_document(item) for item in opened])  # type: ignore[arg-type]
    yield row
    said, row = timed("parse and extract", lambda: [said_in(item, Limits()) for item in opened])  # type: ignore[arg-type]
    yield row
    _, row = timed("keep", lambda: [encode(*one) for one in said])  # type: ignore[misc]
    yield row
    intake = Intake()
    extractions = intake.extractions(intake.sources([folder], lambda done, total: None))
    entities, row = timed("resolve", lambda: list(resolve(extractions)))
    yield row
    made, row = timed("assemble", lambda: [Assembly(extractions, entities)])  # type: ignore[arg-type]
    yield row
    blocks, row = timed("sort subjects", lambda: [Blocks(made[0])])  # type: ignore[arg-type]
    yield row
    started = perf_counter()
    for _ in turtle.stream(blocks[0].subjects, _counted(blocks[0], counts := [])):  # type: ignore[attr-defined]
        pass
    seconds, count = perf_counter() - started, sum(counts)
    yield f"Turtle as a stream, {count / seconds:,.0f} triples/s", seconds
    yield from yardsticks(files, "".join(turtle.stream(blocks[0].subjects, blocks[0])))  # type: ignore[attr-defined]


def _counted(blocks: Blocks, counts: list[int]) -> Iterator[tuple[str, list[Triple]]]:
    """The blocks, with the number of triples of each noted."""
    for subject, block in blocks:
        counts.append(len(block))
        yield subject, block


def yardsticks(files: list[Path], text: str) -> Iterator[tuple[str, float]]:
    """Seconds of what a user might take instead."""
    from kg.graph.load import from_turtle

    graph = from_turtle(text)
    started = perf_counter()
    graph.serialize(format="turtle")
    yield "yardstick: rdflib writes the same Turtle", perf_counter() - started
    try:
        import spacy
    except ImportError:
        yield "yardstick: spaCy is not installed", 0.0
        return
    from kg.lexicon import table

    language = spacy.blank("id")
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "POST", "pattern": row["form"]} for row in table("posts")])
    started = perf_counter()
    for file in files:
        language(file.read_text("utf-8"))
    yield "yardstick: spaCy, blank, with an entity ruler", perf_counter() - started


def whole(folder: Path, workers: int) -> Iterator[tuple[str, float]]:
    """Seconds and megabytes of one build of the folder, and of adding one article to it."""
    with tempfile.TemporaryDirectory() as out:
        started = perf_counter()
        build_in(Path(out), [folder], workers=workers)
        yield "seconds", perf_counter() - started
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        yield "megabytes", peak / _MEGA
        gc.collect()
        one = Path(out) / "satu.txt"
        one.write_text("Rektor Universitas Indonesia Siti Rahayu membuka Seminar Humas di Depok.", encoding="utf-8")
        started = perf_counter()
        add_to(Path(out), [one])
        yield "add", perf_counter() - started


def apart(*args: str) -> dict[str, float]:
    """What one measurement says, run in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks", *args]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=(__doc__ or "").split(":")[0])
    options.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000], help="how many, for whole builds")
    options.add_argument("--folder", type=Path, help="measure the stages with these articles")
    options.add_argument("--only", choices=["stages", "whole"], help=argparse.SUPPRESS)
    options.add_argument("--workers", type=int, default=1, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.only:
        found = stages(given.folder) if given.only == "stages" else whole(given.folder, given.workers)
        print(json.dumps(list(found)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        tables(given.articles, given.folder, Path(temporary))


def tables(counts: list[int], folder: Path | None, temporary: Path) -> None:
    """Measure and print. folder: measured in the place of articles made for it."""
    folders = [folder] if folder else [temporary / str(count) for count in counts]
    for count in [] if folder else counts:
        written(temporary / str(count), count)
    articles = sources(folders[:1])
    size = sum(file.stat().st_size for file in articles) / len(articles) / 1000
    print(f"{len(articles):,} articles of {size:.1f} kB on one core")
    rows = apart("--only", "stages", "--folder", str(folders[0]))
    floor = rows["floor: read and tokenise"] / len(articles)
    for name, seconds in rows.items():
        each = seconds / len(articles)
        print(f"  {name:45}" + (f" {1 / each:10,.0f} articles/s {each / floor:8.1f} × floor" if seconds else ""))
    print(f"\n{'articles':>10} {'workers':>8} {'articles/s':>11} {'× floor':>8} {'peak MB':>8} {'add one, s':>11}")
    for one in folders:
        count = len(sources([one]))
        for workers in (1, 2):
            found = apart("--only", "whole", "--folder", str(one), "--workers", str(workers))
            each = found["seconds"] / count
            row = f"{count:10,} {workers:8} {1 / each:11,.0f} {each / floor:8.1f}"
            print(f"{row} {found['megabytes']:8,.0f} {found['add']:11.1f}")


if __name__ == "__main__":
    main()
