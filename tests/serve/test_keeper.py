"""Jobs in processes of their own: what a job may not take, and what it may not touch."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.serve.conftest import SERVER, running

ALL = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"
BOUND = """
import socket
from pathlib import Path
from kg.serve.keeper import _bound
_bound(64 << 20)
for name, use in {
    "file": lambda: Path("/etc/hostname").read_text(),
    "connection": lambda: socket.create_connection(("127.0.0.1", 9)),
    "memory": lambda: bytearray(256 << 20),
}.items():
    try:
        use()
    except (OSError, MemoryError) as error:
        print(name, type(error).__name__, getattr(error, "strerror", ""))
"""


def test_a_job_opens_no_file_and_no_connection_and_takes_no_more_memory() -> None:
    run = subprocess.run([sys.executable, "-c", BOUND], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [
        "file OSError Too many open files",
        "connection OSError Too many open files",
        "memory MemoryError ",
    ]


def test_a_job_that_wants_more_memory_is_stopped_and_said_so(served_file: Path) -> None:
    limits = ["30", "30", "2", "64", "20"]
    with running([sys.executable, str(SERVER), str(served_file), *limits]) as client:
        got = client.ask(ALL)
        assert got.status == 503 and got.body == "stopped: it wanted more than 64 MB of memory: ask for less\n"
        assert client.ask("ASK {}").status == 200


def test_all_kinds_of_jobs_are_done_within_the_bounds(served_file: Path) -> None:
    """What a job has to load has been loaded before it is bound."""
    with running([sys.executable, "-m", "kg", "serve", str(served_file), "--port", "0"]) as client:
        for path in ("", "id/person/usman-kansong", "questions/tenures?person=usman+kangsong", "find?name=dirjen+ikp"):
            for accept in ("text/html", "text/turtle", "application/ld+json", "application/n-triples", "text/csv"):
                assert client.get(path, accept).status in (200, 303, 400, 406), (path, accept)
        for query in ("ASK {}", "SELECT * { ?a ?b ?c }", "DESCRIBE kg:Person"):
            assert {client.ask(query, accept).status for accept in ("*/*", "text/html", "application/xml")} <= {
                200,
                406,
            }
