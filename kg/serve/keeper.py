"""A graph in a process of its own, which forks one more process for each job: so a job can be stopped, whatever it is
doing, without loading the graph again, and cannot touch what the others see.

The keeper holds the graph and nothing else: no threads, no sockets but the one to its master. Each job's process ends
itself by an alarm of the kernel when its time is over, has a bound on memory, and may open no file and no connection.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import IO, TYPE_CHECKING, NoReturn

from kg.errors import KgError
from kg.questions.question import questions
from kg.serve.answers import Job, Reply, base_of, refusal, reply

if TYPE_CHECKING:
    from rdflib import Graph

_PIECE = 1 << 16
_GRACE = 2.0


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: of a job's own time; waiting: seconds that a job may wait for its turn; at_once: jobs that run at one
    time; memory: bytes that a job may take beside the graph."""

    seconds: float = 10.0
    waiting: float = 30.0
    at_once: int = max(2, min(8, os.cpu_count() or 1))
    memory: int = 1 << 30


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply whose body is in an open file, from its beginning."""

    status: int
    media: str
    location: str
    body: IO[bytes]
    size: int


class Keeper:
    """Gives jobs to the process that holds the graph. Made by `kept`, before any thread or event loop is."""

    def __init__(self, control: socket.socket, limits: Limits) -> None:
        self._control, self._limits = control, limits
        self._turns = asyncio.Semaphore(limits.at_once)

    async def answer(self, job: Job) -> Answer:
        """The answer to a job: also that it took too long or too much, or that it did not get its turn in time."""
        try:
            async with asyncio.timeout(self._limits.waiting):
                await self._turns.acquire()
        except TimeoutError:
            why = f"too many ask at once: no turn within {self._limits.waiting:g} seconds; try again later"
            return _stored(refusal(503, why, job))
        try:
            return await self._run(job)
        finally:
            self._turns.release()

    async def _run(self, job: Job) -> Answer:
        body: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - the answer's reader closes it
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._control, [b"j"], [theirs.fileno(), body.fileno()])
        reader, writer = await asyncio.open_connection(sock=ours)
        started = monotonic()
        try:
            writer.write(json.dumps(asdict(job)).encode())
            writer.write_eof()
            async with asyncio.timeout(self._limits.seconds + _GRACE):
                head = await reader.read()
        except (TimeoutError, ConnectionError):
            head = b""
        finally:
            writer.close()
        if not head:
            body.close()
            return _stored(refusal(503, self._death(monotonic() - started), job))
        status, media, location = json.loads(head)
        return Answer(status, media, location, body, os.fstat(body.fileno()).st_size)

    def _death(self, seconds: float) -> str:
        if seconds >= self._limits.seconds:
            return (
                f"stopped after {self._limits.seconds:g} seconds, the limit of a query here: ask for less, or take the "
                "graph's file to a store of your own"
            )
        return f"stopped: it wanted more than {self._limits.memory >> 20} MB of memory: ask for less"


def _stored(found: Reply) -> Answer:
    body: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - the answer's reader closes it
    body.write(found.body)
    return Answer(found.status, found.media, found.location, body, len(found.body))


@contextmanager
def kept(graph: Graph, limits: Limits) -> Iterator[Keeper]:
    """A keeper of the graph, until it is left. KgError where the system cannot fork."""
    if not hasattr(os, "fork"):
        raise KgError("kg serve wants a system that can fork a process: Linux, macOS or WSL")
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        ours.close()
        _keep(graph, theirs, limits)
    theirs.close()
    try:
        if not ours.recv(1):
            raise KgError("the process that was to hold the graph has ended", hint="is there enough memory?")
        yield Keeper(ours, limits)
    finally:
        ours.close()
        os.waitpid(child, 0)


def _keep(graph: Graph, control: socket.socket, limits: Limits) -> NoReturn:
    """Fork a process for each job, until the master is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the master's to take
    _warm(graph)
    control.sendall(b"r")  # ready
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the jobs
    while True:
        _, descriptors, _, _ = socket.recv_fds(control, 1, 2)
        if len(descriptors) < 2:
            os._exit(0)
        if os.fork() == 0:
            control.close()
            try:
                _work(graph, descriptors[0], descriptors[1], limits)
            finally:
                os._exit(1)
        for descriptor in descriptors:
            os.close(descriptor)


def _warm(graph: Graph) -> None:
    """Do one job of each kind and format, so that all modules, templates and word lists are loaded before the forks."""
    ask, made = "ASK {}", "CONSTRUCT { kg:a kg:b kg:c } WHERE {}"
    media = ("text/html", "text/csv", "text/turtle", "application/n-triples", "application/ld+json")
    jobs = [Job(kind, text, {}, one) for kind, text in (("sparql", ask), ("sparql", made)) for one in media]
    jobs += [Job("sparql", "SELECT ?a { VALUES ?a { 1 } }", {}, one) for one in ("text/html", "text/csv", "*/*")]
    jobs += [Job("home"), Job("form", accept="text/html"), Job("find", "kementerian tidak ada"), Job("sparql", "?")]
    jobs += [Job("question", name, {"entity": "?"}, "text/html") for name in questions()]
    some = base_of(graph) and next(iter(graph.query("SELECT ?e { ?e a kg:Person } LIMIT 1")), None)
    jobs += [Job("entity", str(some[0]).removeprefix(base_of(graph)), {}, one) for one in media if some]  # type: ignore[index]
    for job in jobs:
        reply(graph, job)


def _work(graph: Graph, channel: int, body: int, limits: Limits) -> None:
    """Do one job within the limits: the body goes into the file, then status and the like through the channel."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    _bound(limits.memory)
    with socket.socket(fileno=channel) as line, open(body, "wb") as file:
        received = b"".join(iter(lambda: line.recv(_PIECE), b""))
        found = reply(graph, Job(**json.loads(received)))
        file.write(found.body)
        file.flush()
        signal.setitimer(signal.ITIMER_REAL, 0)
        line.sendall(json.dumps([found.status, found.media, found.location]).encode())
    os._exit(0)


def _bound(memory: int) -> None:
    """No more memory than that beside what there is, no new file, no new connection."""
    size = Path("/proc/self/statm")
    if size.exists():  # elsewhere than on Linux the alarm alone must do
        most = int(size.read_text().split()[0]) * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
