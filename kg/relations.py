"""The relation types: one data file each, `ontology/relations/<name>.toml`, checked when loaded."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.model import Kind
from kg.resources import ontology

_KEYS = {"name", "domain", "range", "label", "comment", "alignment", "pattern", "example"}
_ENDS = {kind.value for kind in Kind} | {"Date"}


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation type: its ends, its words in two languages, its alignment, its rules and its examples.

    A rule has a `name` and a `confidence`, and either `match` (kg/extract/patterns.py) or `function`, the
    module that finds it; an example has `text` and `expect`, lines `subject -> object`, empty where the text
    must stay silent.
    """

    name: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    label: Mapping[str, str]
    comment: Mapping[str, str]
    alignment: Mapping[str, Any]
    patterns: tuple[Mapping[str, Any], ...]
    examples: tuple[Mapping[str, Any], ...]


@cache
def relations() -> dict[str, Relation]:
    """Every relation by name, in order of name. DataError names the file and the key that is wrong."""
    files = sorted(ontology("relations").glob("*.toml"))
    return {file.stem: load(file) for file in files}


def load(file: Path) -> Relation:
    """The relation of one file."""
    where = f"ontology/relations/{file.name}"
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(str(error), where=where) from error
    _check(data, file.stem, where)
    return Relation(
        data["name"],
        tuple(data["domain"]),
        tuple(data["range"]),
        data["label"],
        data["comment"],
        data["alignment"],
        tuple(data["pattern"]),
        tuple(data["example"]),
    )


def _check(data: Mapping[str, Any], stem: str, where: str) -> None:
    missing, unknown = sorted(_KEYS - set(data)), sorted(set(data) - _KEYS)
    if missing or unknown:
        raise DataError(f"missing {missing}, unknown {unknown}", where=where, hint="the keys of the other files")
    if data["name"] != stem:
        raise DataError(f'name = "{data["name"]}"', where=where, hint=f'"{stem}", as the file')
    wrong = [end for end in (*data["domain"], *data["range"]) if end not in _ENDS]
    if wrong:
        raise DataError(f"no class '{wrong[0]}'", where=where, hint=", ".join(sorted(_ENDS)))
    for rule in data["pattern"]:
        if not 0 < rule.get("confidence", 0) <= 1 or ("match" in rule) == ("function" in rule) or "name" not in rule:
            raise DataError(
                f"pattern {rule.get('name', '?')}", where=where, hint="name, confidence 0..1, match or function"
            )
