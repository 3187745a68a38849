"""Where a text of the graph lies."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One place where an article of the graph lies.

    place: the path of its file, made absolute, and where in the file (`/…/a.jsonl:12`); path: of the file alone
    size, modified: of the file, in bytes and in nanoseconds since 1970, when it was read
    name: what the article's identifier is made from; digest: of all that decides what it says
    sha256: of its text alone, so that copies are known; url: its own, empty where it has none
    columns: the columns that were named for it, empty where they were guessed
    """

    place: str
    path: str
    size: int
    modified: int
    name: str
    digest: str
    sha256: str
    url: str = ""
    columns: str = ""
