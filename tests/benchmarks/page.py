"""How a page of many nodes opens, pans and drills in: `python -m tests.benchmarks.page [NODES …]`, in Chromium.

The graph is synthetic: nodes of six classes, two facts each, nine of ten of them inside groups of a hundred.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from kg.graph.contents import Contents, Evidence, Link, Node, Source
from kg.page import render

_SEED = 20240304
_KINDS = ("Person", "Role", "Institution", "Event", "Topic", "Place")
_GROUP = 100
_NEAR = 0.9
_FRAMES = """() => new Promise((done) => { let frames = 0; const { network } = jejaring, start = performance.now();
  const pan = () => { frames += 1; const { x, y } = network.getViewPosition();
    network.moveTo({ position: { x: x + 3, y } });
    if (performance.now() - start < 2000) requestAnimationFrame(pan); else done(Math.round(frames / 2)); };
  requestAnimationFrame(pan); })"""
_DRILL = """() => { const start = performance.now(); jejaring.select("c0");
  return Math.round(performance.now() - start); }"""
_READY = "() => Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)"


def graph(count: int) -> Contents:
    """A graph of so many nodes; the same each time."""
    dice = random.Random(_SEED)
    made = [(_KINDS[n % len(_KINDS)], n) for n in range(count)]
    nodes = [Node(f"{kind.lower()}/n{n:06}", kind, f"Nama Lengkap {n} dari Kabupaten {n % 500}") for kind, n in made]
    nodes.sort(key=lambda node: node.key)
    sources = [
        Source(f"a{n:05}", f"Berita ke-{n} tentang rapat", "Kabar", f"2{n % 25:03}-01-02", "")
        for n in range(count // 5)
    ]
    links = {}
    for n, node in enumerate(nodes):
        for _ in range(2):
            near = n // _GROUP * _GROUP + dice.randrange(_GROUP)
            other = nodes[near % count if dice.random() < _NEAR else dice.randrange(count)]
            article = dice.choice(sources).id
            said = Evidence(
                article, n, n + 40, "Asserted", f"Menteri ke-{n} membuka rapat {dice.random()}", 0.9, f"{article}-{n}"
            )
            links[node.key, other.key] = Link(node.key, "participates", other.key, (said,))
    return Contents(
        "https://w3id.org/jejaring/id/", tuple(nodes), tuple(links[k] for k in sorted(links)), tuple(sources), ()
    )


def main(counts: list[int]) -> None:
    """Print a line for each number of nodes."""
    from playwright.sync_api import sync_playwright

    print(f"{'nodes':>8}{'made, s':>9}{'MB':>7}{'ready, ms':>11}{'drill-in, ms':>14}{'frames/s':>10}")
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for count in counts:
            whole, started = graph(count), perf_counter()
            text = render(whole)
            seconds, file = perf_counter() - started, Path(folder) / f"{count}.html"
            file.write_text(text, encoding="utf-8")
            page = browser.new_page(viewport={"width": 1440, "height": 860})
            page.goto(file.as_uri())
            page.wait_for_function("window.jejaring")
            ready, frames = page.evaluate(_READY), page.evaluate(_FRAMES)
            drill = page.evaluate(_DRILL) if page.evaluate("jejaring.network.body.nodeIndices.includes('c0')") else "-"
            print(f"{count:8,}{seconds:9.1f}{len(text) / 1e6:7.1f}{ready:11}{drill:>14}{frames:10}")
            page.close()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [300, 2_000, 5_000, 50_000])
