"""Streams of bytes that are counted, and their lines, none longer than allowed."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import IO, Protocol

from kg.errors import InputError

_CHUNK = 1 << 20


class Readable(Protocol):
    """Whatever bytes can be read from."""

    def read(self, size: int = ..., /) -> bytes:
        """At most so many bytes."""


class Counted(io.RawIOBase):
    """What is unpacked from an archive; InputError as soon as it is more than `limit` bytes."""

    def __init__(self, stream: Readable, place: str, limit: int) -> None:
        self._stream, self._place, self._limit, self.left = stream, place, limit, limit

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read the next bytes; InputError also for what is no well-formed archive."""
        try:
            data = self._stream.read(len(buffer))
        except (OSError, EOFError, zlib.error, RuntimeError) as error:
            raise InputError("a broken archive", where=self._place, hint=str(error)) from error
        self.left -= len(data)
        if self.left < 0:
            raise InputError(
                f"unpacks to more than {self._limit / 1e6:,.0f} MB",
                where=self._place,
                hint="--max-unpacked allows more",
            )
        buffer[: len(data)] = data
        return len(data)


def lines(stream: IO[bytes], place: str, limit: int) -> Iterator[tuple[int, str | InputError]]:
    """The lines with their numbers, from 1, as text; an InputError for one that is too long, which is never held in
    memory."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)
            yield (
                number,
                InputError(
                    f"a line of more than {limit / 1e6:,.0f} MB",
                    where=f"{place}:{number}",
                    hint="--max-line allows more",
                ),
            )
        else:
            yield number, decoded(line)


def decoded(line: bytes) -> str:
    """A line of a file of records: strict UTF-8, else Windows-1252, without a byte order mark."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
