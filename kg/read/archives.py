"""Archives: ZIP and gzip of any other format. Paths inside are names to show, and lead nowhere."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO

from kg.errors import InputError
from kg.read.how import How
from kg.read.records import Item
from kg.read.streams import Counted

Opener = Callable[[IO[bytes], str, str, How], Iterator[Item]]
_NESTED = (".zip", ".gz", ".7z", ".rar", ".tar", ".tgz")
_ENCRYPTED = 0x1


def unzipped(stream: IO[bytes], place: str, name: str, how: How, inner: Opener) -> Iterator[Item]:
    """The documents of the members of a ZIP archive, in order of their names; a broken member costs only itself."""
    del name
    try:
        archive = zipfile.ZipFile(stream)
        members = sorted(archive.infolist(), key=lambda member: member.filename)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError("a broken archive", where=place, hint=str(error)) from error
    left = how.limits.unpacked
    found = 0
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        where = f"{place}!{member.filename}"
        if member.is_dir() or path.name.startswith(".") or "__MACOSX" in path.parts:
            continue
        found += 1
        if path.suffix.lower() in _NESTED:
            yield InputError("an archive in an archive", where=where, hint="unpack it first")
        elif member.flag_bits & _ENCRYPTED:
            yield InputError("an encrypted file", where=where, hint="unpack it first")
        else:
            try:
                with archive.open(member) as raw:
                    counted = Counted(raw, place, left)
                    yield from inner(io.BufferedReader(counted), where, path.name, how)
                    left = counted.left
            except InputError as error:
                yield error
                if "unpacks to more" in error.what:
                    return
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
                yield InputError("a broken archive", where=where, hint=str(error))
    if not found:
        raise InputError("an empty archive", where=place, hint="files of articles were expected")


def gunzipped(stream: IO[bytes], place: str, name: str, how: How, inner: Opener) -> Iterator[Item]:
    """The documents of what a gzip file holds."""
    raw = gzip.GzipFile(fileobj=stream)
    counted = io.BufferedReader(Counted(raw, place, how.limits.unpacked))
    yield from inner(counted, place, name.removesuffix(".gz").removesuffix(".GZ"), how)
