"""The workbook: what a build keeps beside its outputs, so that the next one extracts only what is new or changed.

One SQLite file with three tables: `extraction`, what each text says, by the digest of the text and the version of
the extractor; `source`, which texts are in the graph and where they lie; `setting`, how the graph is built. A change
of the set is one transaction: a run that dies leaves the old set or the new one.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple
from pathlib import Path
from time import time_ns
from typing import Any

from kg.errors import InputError, KgError
from kg.model import Extraction
from kg.workbook.blobs import decode
from kg.workbook.source import Source
from kg.workbook.version import version

__all__ = ["FILE", "Source", "Workbook", "opened"]

FILE = "workbook.sqlite"
_SETTLED_NS = 2_000_000_000
"""A file changed less than this before it was last read may have changed again within its clock's tick."""
_LAYOUT = 1
File = tuple[str, int, int, str]
_FORGET = "DROP TABLE IF EXISTS extraction; DROP TABLE IF EXISTS source; DROP TABLE IF EXISTS setting;"
_TABLES = """
CREATE TABLE IF NOT EXISTS extraction (digest TEXT, version TEXT, blob BLOB, PRIMARY KEY (digest, version));
CREATE TABLE IF NOT EXISTS source (
    place TEXT PRIMARY KEY, path TEXT, size INTEGER, modified INTEGER,
    name TEXT, digest TEXT, sha256 TEXT, url TEXT, columns TEXT, seen INTEGER);
CREATE INDEX IF NOT EXISTS source_path ON source (path);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT);
"""


@contextmanager
def opened(folder: Path, *, making: bool = True, anew: bool = False) -> Iterator[Workbook]:
    """The workbook of an output folder, for one process at a time; made where there is none, if that is wanted. anew:
    what another version of this program kept may be forgotten.

    InputError if there is none and none is wanted; KgError if another process has it, if the folder cannot be written
    to, or if the file is no workbook. A run that fails before it kept anything leaves no trace.
    """
    file, folders = folder / FILE, [one for one in (folder, *folder.parents) if not one.exists()]
    new = not file.exists()
    if new and not making:
        raise InputError("no workbook in this folder", where=str(folder), hint="kg build -o makes one")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        book = Workbook(file, anew=anew)
        try:
            yield book
        finally:
            unused = new and book.empty
            book.close()
            if unused:
                file.unlink(missing_ok=True)
                with suppress(OSError):  # somebody put something there meanwhile
                    for one in folders:
                        one.rmdir()
    except sqlite3.DatabaseError as error:
        raise _told(error, folder) from error
    except OSError as error:
        raise KgError("cannot be written to", where=str(folder), hint=error.strerror or str(error)) from error


def _told(error: sqlite3.DatabaseError, folder: Path) -> KgError:
    """What went wrong with the file, in a user's words."""
    says = str(error)
    if "locked" in says:
        return KgError("another build is at work here", where=str(folder), hint="wait until it is done")
    if any(word in says for word in ("full", "readonly", "unable to open", "disk I/O")):
        return KgError("cannot be written to", where=str(folder / FILE), hint=says)
    hint = f"{says}; take the file away, and the next build makes it anew"
    return KgError("no workbook", where=str(folder / FILE), hint=hint)


class Workbook:
    """An open workbook. Its methods raise sqlite3.DatabaseError, which `opened` turns into a clear error."""

    def __init__(self, path: Path, *, anew: bool = False) -> None:
        self._version = version()
        self._db = sqlite3.connect(path, isolation_level=None, timeout=0)
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")  # a second process is told so, and a dead one lets go
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        (layout,) = self._db.execute("PRAGMA user_version").fetchone()
        (made,) = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if made and layout != _LAYOUT:
            if not anew:
                self.close()
                hint = "kg build makes it anew"
                raise KgError("kept by another version of this program", where=str(path), hint=hint)
            self._db.executescript(_FORGET)
        self._db.executescript(_TABLES)
        self._db.execute(f"PRAGMA user_version = {_LAYOUT}")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @property
    def empty(self) -> bool:
        """Whether nothing is kept."""
        query = (
            "SELECT EXISTS (SELECT 1 FROM extraction UNION ALL SELECT 1 FROM source UNION ALL SELECT 1 FROM setting)"
        )
        (kept,) = self._db.execute(query).fetchone()
        return not kept

    # -- what texts say ----------------------------------------------------------------------------

    def kept(self) -> set[str]:
        """The digests of the texts that this version of the extractor has read."""
        rows = self._db.execute("SELECT digest FROM extraction WHERE version = ?", (self._version,))
        return {digest for (digest,) in rows}

    def keep(self, blobs: Iterable[tuple[str, bytes]]) -> None:
        """Keep what was extracted from each digest, all or nothing."""
        with self._transaction():
            rows = [(digest, self._version, blob) for digest, blob in blobs]
            self._db.executemany("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?)", rows)

    def extraction(self, digest: str) -> tuple[Extraction, tuple[str, ...]]:
        """What the text of that digest says, and how it was read. KeyError if it was never kept."""
        query = "SELECT blob FROM extraction WHERE digest = ? AND version = ?"
        row = self._db.execute(query, (digest, self._version)).fetchone()
        if row is None:
            raise KeyError(digest)
        return decode(row[0])

    # -- which texts are in the graph --------------------------------------------------------------

    def sources(self) -> list[Source]:
        """All that are in, in order of place."""
        query = "SELECT place, path, size, modified, name, digest, sha256, url, columns FROM source ORDER BY place"
        return [Source(*row) for row in self._db.execute(query)]

    def settled(self) -> dict[File, list[Source]]:
        """What each file held when it was last read, by path, size, time of change and columns named: of those that
        surely were not changed again right after, and whose texts are all kept."""
        query = "SELECT place, path, size, modified, name, digest, sha256, url, columns, seen FROM source"
        files: defaultdict[File, list[Source]] = defaultdict(list)
        unsure: set[File] = set()
        kept = self.kept()
        for *row, seen in self._db.execute(query):
            source = Source(*row)
            file = source.path, source.size, source.modified, source.columns
            files[file].append(source)
            if source.modified >= seen - _SETTLED_NS or source.digest not in kept:
                unsure.add(file)
        return {file: found for file, found in files.items() if file not in unsure}

    def set(self, sources: Sequence[Source], settings: dict[str, Any]) -> None:
        """Make these the sources of the graph, with these settings, and forget what no source needs."""
        now = time_ns()
        with self._transaction():
            self._db.execute("DELETE FROM source")
            rows = [(*astuple(source), now) for source in sources]
            self._db.executemany("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            for name, value in settings.items():
                self._db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, json.dumps(value)))
            self._db.execute(
                "DELETE FROM extraction WHERE version != ? OR digest NOT IN (SELECT digest FROM source)",
                (self._version,),
            )

    def setting(self, name: str, default: Any) -> Any:
        """A setting of the graph, or the default where none was made."""
        row = self._db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return default if row is None else json.loads(row[0])

    def note(self, name: str, value: Any) -> None:
        """Make one setting."""
        with self._transaction():
            self._db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, json.dumps(value)))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
