"""A server with limits of its own, for the tests: `python server.py GRAPH SECONDS WAITING AT_ONCE MEGABYTES PATIENCE`.

Prints its address once it takes requests.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg.asking import _listening
from kg.graph.load import load
from kg.serve.app import app, serve
from kg.serve.keeper import Limits, kept


def main() -> None:
    graph, seconds, waiting, at_once, memory, patience = sys.argv[1], *map(float, sys.argv[2:])
    listening = _listening("127.0.0.1", 0)
    with kept(load(Path(graph)), Limits(seconds, waiting, int(at_once), int(memory) << 20)) as keeper:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        made = app(keeper, Path(graph).with_suffix(".html"), ["https://a.example"], patience)
        serve(made, "127.0.0.1", 0, lambda: print(address, flush=True), patience).run(sockets=[listening])


if __name__ == "__main__":
    main()
