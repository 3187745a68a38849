"""Files of records: JSON Lines, JSON, CSV and TSV; one article a record."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import IO, Any

from kg.errors import InputError
from kg.lexicon import table
from kg.read.document import Document, Told
from kg.read.how import Columns, How
from kg.read.streams import decoded, lines

Item = Document | InputError | Told
_SHOWN = 12


class _Records:
    """Makes documents of the records of one file; which columns are what is settled by the first."""

    def __init__(self, place: str, name: str, how: How) -> None:
        self.place, self.name, self.how = place, name, how
        self.columns: Columns | None = None

    def items(self, number: int, record: object, place: str) -> Iterator[Item]:
        """The document of a record, or why it is none. InputError where no column can be the text: none will."""
        if not isinstance(record, Mapping):
            yield InputError("no record", where=place, hint="an object with named fields was expected")
            return
        if self.columns is None:
            self.columns, guessed = _settled(self.how.columns, record, self.place)
            if guessed:
                yield Told(self.place, f"read from the columns {guessed}")
        yield self._document(number, record, place)

    def _document(self, number: int, record: Mapping[str, Any], place: str) -> Document | InputError:
        columns = self.columns or Columns()
        found = {one.name: _string(record.get(getattr(columns, one.name) or "")) for one in fields(Columns)}
        text = record.get(columns.text or "")  # as it is: the same text in a file is the same article
        if not isinstance(text, str) or not text.strip():
            return InputError("no text", where=place, hint=f"the column '{columns.text}' is empty or missing")
        content = text.encode("utf-8", "replace")
        try:
            self.how.limits.check_file(len(content), place)
        except InputError as error:
            return error
        name = found["id"] or f"{self.name}-{number}"
        return Document(place, name, content, title=found["title"], date=found["date"], url=found["url"])


def _string(value: object) -> str | None:
    """A field's value as text; None where there is none."""
    if value is None or isinstance(value, Mapping | list):
        return None
    return str(value).strip() or None


def _settled(wanted: Columns, record: Mapping[str, Any], place: str) -> tuple[Columns, str]:
    """The columns of a file whose first record this is, and what was guessed, in words."""
    names = {str(key).strip().lower(): str(key) for key in record if key is not None}
    known: dict[str, list[str]] = {}
    for row in table("columns"):
        known.setdefault(row["role"], []).append(row["name"])
    found: dict[str, str] = {}
    guessed = []
    for role in (one.name for one in fields(Columns)):
        if named := getattr(wanted, role):
            if named not in record:
                raise _no_column(f"no column '{named}'", names, place)
            found[role] = named
        elif guess := next((names[name] for name in known[role] if name in names), None):
            found[role] = guess
            guessed.append(f"{role}={guess}")
    if "text" not in found:
        raise _no_column("no column for the text", names, place)
    return Columns(**found), ", ".join(guessed)


def _no_column(what: str, names: Mapping[str, str], place: str) -> InputError:
    there = ", ".join(list(names.values())[:_SHOWN]) or "none"
    return InputError(what, where=place, hint=f"there are: {there}; --text, --title, --date, --url, --id name them")


def json_lines(stream: IO[bytes], place: str, name: str, how: How) -> Iterator[Item]:
    """One object a line."""
    records = _Records(place, name, how)
    for number, line in lines(stream, place, how.limits.line):
        where = f"{place}:{number}"
        if isinstance(line, InputError):
            yield line
        elif line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield InputError("no JSON", where=where, hint=str(error) or "nested too deep")
                continue
            yield from records.items(number, record, where)


def json_file(stream: IO[bytes], place: str, name: str, how: How) -> Iterator[Item]:
    """An array of objects, one object, or an object that holds one array of objects."""
    limit = how.limits.unpacked
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"more than {limit / 1e6:,.0f} MB of JSON", where=place, hint="--max-unpacked allows more")
    try:
        whole = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise InputError("no JSON", where=place, hint=str(error) or "nested too deep") from error
    records = _Records(place, name, how)
    if isinstance(whole, dict) and (inner := next((v for v in whole.values() if _objects(v)), None)) is not None:
        whole = inner
    for number, record in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield from records.items(number, record, f"{place}:{number}")


def _objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def comma_separated(stream: IO[bytes], place: str, name: str, how: How) -> Iterator[Item]:
    """CSV with a header; fields part at the mark that is most frequent there."""
    yield from _separated(stream, place, name, how, ",;|\t")


def tab_separated(stream: IO[bytes], place: str, name: str, how: How) -> Iterator[Item]:
    """TSV with a header."""
    yield from _separated(stream, place, name, how, "\t")


def _separated(stream: IO[bytes], place: str, name: str, how: How, marks: str) -> Iterator[Item]:
    csv.field_size_limit(how.limits.line)
    errors: list[InputError] = []
    head = next((line for _, line in lines(stream, place, how.limits.line) if isinstance(line, str)), "")
    mark = max(marks, key=head.count)
    rows = csv.reader(_plain(stream, place, how, errors), delimiter=mark)
    header = [column.strip() for column in next(csv.reader([head], delimiter=mark), [])]
    if not any(header):
        raise InputError("empty file", where=place, hint="a header and records were expected")
    records, number = _Records(place, name, how), 0
    while True:
        begins = rows.line_num + 2
        try:
            row = next(rows, None)
        except csv.Error as error:  # where the next record begins, nobody knows
            yield InputError("no CSV from here on", where=f"{place}:{begins}", hint=str(error))
            return
        yield from errors
        errors.clear()
        if row is None:
            return
        if any(field.strip() for field in row):
            number += 1
            record = dict.fromkeys(header, "") | dict(zip(header, row, strict=False))
            yield from records.items(number, record, f"{place}:{begins}")


def _plain(stream: IO[bytes], place: str, how: How, errors: list[InputError]) -> Iterator[str]:
    for _, line in lines(stream, place, how.limits.line):
        if isinstance(line, InputError):
            errors.append(line)
        else:
            yield line
