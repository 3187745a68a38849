"""How files are read: which columns of a record are what, and how large things may be."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns of records; None is to be guessed from the names that there are."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What hostile or broken input may not go beyond.

    file: bytes of one article; unpacked: bytes that an archive or a JSON file holds; line: bytes of a record's line
    depth: how deep the marks of a page are nested
    """

    file: int = 5_000_000
    unpacked: int = 2_000_000_000
    line: int = 10_000_000
    depth: int = 500

    def check_file(self, size: int, place: str) -> None:
        """InputError if an article of that many bytes is too large."""
        if size > self.file:
            raise InputError(
                f"{size / 1e6:.0f} MB is too large for an article",
                where=place,
                hint=f"at most {self.file / 1e6:.0f} MB; --max-file allows more",
            )


@dataclass(frozen=True, slots=True)
class How:
    """Columns and limits together, as a reader of a format is given them."""

    columns: Columns = field(default_factory=Columns)
    limits: Limits = field(default_factory=Limits)
