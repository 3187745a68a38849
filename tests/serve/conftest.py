"""Servers in processes of their own, on loopback, and clients for them."""

from __future__ import annotations

import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from kg.pipeline import Build

SERVER = Path(__file__).parent / "server.py"


@dataclass(frozen=True)
class Got:
    """An HTTP answer."""

    status: int
    headers: Message
    body: str


@dataclass(frozen=True)
class Client:
    """Asks the server at an address."""

    address: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def get(self, path: str, accept: str = "*/*", data: bytes | None = None, **headers: str) -> Got:
        """What a GET gives, or a POST of data; redirects are not followed."""
        named = {"Accept": accept, **{name.replace("_", "-"): value for name, value in headers.items()}}
        request = urllib.request.Request(f"{self.address}{path}", data, named)
        opener = urllib.request.build_opener(_Staying)
        try:
            with opener.open(request, timeout=60) as response:
                return Got(response.status, response.headers, response.read().decode())
        except urllib.error.HTTPError as error:
            return Got(error.code, error.headers, error.read().decode())

    def ask(self, sparql: str, accept: str = "*/*") -> Got:
        """The answer to a query."""
        return self.get(f"sparql?{urllib.parse.urlencode({'query': sparql})}", accept)


class _Staying(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:  # type: ignore[override]
        return None


@contextmanager
def running(command: list[str]) -> Iterator[Client]:
    """A server, until it is left; it prints its address first."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = next(word for word in line.replace(",", " ").split() if word.startswith("http://"))
        try:
            yield Client(address, process)
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="session")
def served_file(seeds_build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds' graph and page as files."""
    file = tmp_path_factory.mktemp("out") / "kg.ttl"
    file.write_text(seeds_build.turtle, encoding="utf-8")
    file.with_suffix(".html").write_text(seeds_build.page, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def client(served_file: Path) -> Iterator[Client]:
    """A client of `kg serve`, as a user runs it."""
    with running([sys.executable, "-m", "kg", "serve", str(served_file), "--port", "0"]) as found:
        yield found


@pytest.fixture(scope="session")
def strict(served_file: Path) -> Iterator[Client]:
    """A client of a server with little time, little memory and little patience."""
    limits = ["1", "3", "2", "256", "2"]
    with running([sys.executable, str(SERVER), str(served_file), *limits]) as found:
        yield found
