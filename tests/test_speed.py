"""How many articles a second: a floor, in the processor's seconds, so that a busy machine does not count."""

from __future__ import annotations

from pathlib import Path
from time import process_time

from kg import pipeline

ARTICLES, FLOOR, TRIES = 200, 150, 3


def rate(folder: Path) -> float:
    before = process_time()
    pipeline.build([folder])
    return ARTICLES / (process_time() - before)


def test_a_core_builds_at_least_so_many_articles_a_second(root: Path, tmp_path: Path) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted((root / "tests" / "articles").glob("*.txt"))]
    for number in range(ARTICLES):
        (tmp_path / f"{number:03}.txt").write_text(texts[number % len(texts)], encoding="utf-8")
    assert any(rate(tmp_path) >= FLOOR for _ in range(TRIES))
