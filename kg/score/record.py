"""JSON objects whose fields are asked for with the type that they must have; errors name the file and the place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import InputError

_T = TypeVar("_T")
_JSON = {str: "a text", list: "a list", dict: "an object", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object and where it stands. Each method raises InputError where the data is not of the type asked for."""

    data: Mapping[str, Any]
    where: str

    @classmethod
    def read(cls, file: Path) -> Record:
        """The object of a file in UTF-8."""
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise InputError(f"not JSON: {error}", where=str(file), hint="a gold annotation in UTF-8") from error
        return cls.of(data, str(file))

    @classmethod
    def of(cls, data: object, where: str) -> Record:
        """The object that a value is."""
        return cls(typed(data, dict, where), where)

    def field(self, key: str, kind: type[_T]) -> _T:
        """The value of a key that must be there."""
        if key not in self.data:
            raise InputError(f'no "{key}"', where=self.where, hint=f"{_JSON[kind]} was expected")
        return typed(self.data[key], kind, f"{self.where}: {key}")

    def get(self, key: str, default: _T) -> _T:
        """The value of a key, of the default's type, or that default."""
        return self.field(key, type(default)) if key in self.data else default

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list that must be there, and not be empty."""
        found = texts(self.field(key, list), f"{self.where}: {key}")
        if not found:
            raise self.wrong(f'"{key}" is empty', "at least one")
        return found

    def records(self, key: str) -> list[Record]:
        """The objects of a list that may be there."""
        return [Record.of(item, where) for where, item in self.items(key)]

    def items(self, key: str) -> list[tuple[str, object]]:
        """The values of a list that may be there, each with its place."""
        found: list[object] = self.get(key, [])
        return [(f"{self.where}: {key}[{number}]", item) for number, item in enumerate(found)]

    def wrong(self, what: str, right: str) -> InputError:
        """The error that says what is wrong here and what would have been right."""
        return InputError(what, where=self.where, hint=right)


def typed(value: object, kind: type[_T], where: str) -> _T:
    """The value, if it is of that type; else InputError."""
    if not isinstance(value, kind):
        raise InputError(
            f"{json.dumps(value)[:40]} is not {_JSON[kind]}", where=where, hint=f"{_JSON[kind]} it must be"
        )
    return value


def texts(values: Iterable[object], where: str) -> tuple[str, ...]:
    """The values, if each is a text; else InputError."""
    return tuple(typed(value, str, where) for value in values)
