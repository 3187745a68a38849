"""The named queries, one file each, `ontology/queries/<name>.rq`, checked when loaded.

The first line of a file is its title in Indonesian and English. Then come, as comments too,

    # name: pemegang-jabatan                                         its name in Indonesian; the file's is English
    # --post role: jabatan · the post                                a parameter: kinds, what it means; `required`
    # example: --post "Menteri Komunikasi dan Informatika"           arguments that find something in the seeds

and the SPARQL, which without arguments answers as it stands. A line `# VALUES ?post {} …` counts only when the
argument is given: then it is no comment, and the argument's term stands between the braces. So no argument is ever
read as SPARQL, and the order of the patterns in the file is that in which an engine need think of them.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.graph.query import declared
from kg.graph.vocabulary import PREFIXES
from kg.model import Kind
from kg.resources import ontology

ENTITIES = {str(kind).lower(): str(kind) for kind in Kind}
"""Kinds of parameters that are nodes of a class of the ontology, and the class."""

KINDS = frozenset({*ENTITIES, "entity", "article", "relation", "date", "month"})
"""All kinds of parameters; several may be joined, `person|institution`, where they are of ENTITIES."""

_HEAD = re.compile(r"# (name|example):(.*)|# --(\w+) ([\w|]+)( required)?: (.+) · (.+)")
_BOUND = re.compile(r"^(\s*)# (VALUES \?(\w+) \{)\}(.*)$", re.MULTILINE)
_USED = re.compile(r"<[^<>\s]*>|\"[^\"\n]*\"|(?<![\w?$-])([A-Za-z][\w-]*):")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question: what kinds of things it takes, and what it means in Indonesian and English."""

    name: str
    kinds: tuple[str, ...]
    required: bool
    indonesian: str
    english: str


@dataclass(frozen=True, slots=True)
class Question:
    """One named query. `name` and `other` are its names in English and Indonesian; `example` are arguments as a
    command line takes them."""

    name: str
    other: str
    indonesian: str
    english: str
    parameters: tuple[Parameter, ...]
    example: tuple[str, ...]
    text: str

    def sparql(self, terms: Mapping[str, str]) -> str:
        """The query, with the term of each parameter that is given, as SPARQL writes it (`<https://…>`, `"2024"`)."""

        def bound(line: re.Match[str]) -> str:
            term = terms.get(line[3])
            return line[0] if term is None else f"{line[1]}{line[2]} {term} }}{line[4]}"

        return _BOUND.sub(bound, self.text)


def standalone(sparql: str) -> str:
    """The query with a declaration of each of the graph's prefixes that it uses: for any other SPARQL engine."""
    names = {name for name in _USED.findall(sparql) if name in PREFIXES} - declared(sparql)
    head = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in sorted(names))
    return f"{head}{sparql}"


@cache
def questions() -> dict[str, Question]:
    """Every question by its English name, in order. DataError names the file and what is wrong in it."""
    return {file.stem: load(file) for file in sorted(ontology("queries").glob("*.rq"))}


@cache
def _by_name() -> dict[str, Question]:
    return {name: one for one in questions().values() for name in (one.name, one.other)}


def question(name: str) -> Question | None:
    """The question of that name, English or Indonesian, if there is one."""
    return _by_name().get(name)


def load(file: Path) -> Question:
    """The question of one file."""
    where = f"ontology/queries/{file.name}"
    head, text = _split(file.read_text(encoding="utf-8"))
    title, _, english = head[0].removeprefix("# ").partition(" · ")
    if not english:
        raise DataError("no title in two languages", where=where, hint="# Judul · Title, as the first line")
    known: dict[str, str] = {}
    parameters = []
    for line in head[1:]:
        match = _HEAD.fullmatch(line)
        if match is None:
            raise DataError(f"'{line}'", where=where, hint="# name: …, # --parameter kind: … · …, # example: …")
        if match[1]:
            known[match[1]] = match[2].strip()
        else:
            parameters.append(Parameter(match[3], tuple(match[4].split("|")), bool(match[5]), match[6], match[7]))
    _check(known, parameters, text, where)
    return Question(
        file.stem, known["name"], title, english, tuple(parameters), tuple(shlex.split(known["example"])), text
    )


def _split(text: str) -> tuple[list[str], str]:
    """The lines of the head, and the SPARQL below it."""
    lines = text.splitlines(keepends=True)
    body = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return [line.rstrip() for line in lines[:body]] or [""], "".join(lines[body:])


def _check(known: Mapping[str, str], parameters: list[Parameter], text: str, where: str) -> None:
    if missing := {"name", "example"} - known.keys():
        raise DataError(f"missing {sorted(missing)}", where=where, hint="# name: … and # example: …")
    for one in parameters:
        if wrong := [kind for kind in one.kinds if kind not in (KINDS if len(one.kinds) == 1 else ENTITIES)]:
            raise DataError(f"--{one.name}: no kind '{wrong[0]}'", where=where, hint=", ".join(sorted(KINDS)))
    named, used = {one.name for one in parameters}, {line[3] for line in _BOUND.finditer(text)}
    if named != used:
        raise DataError(
            f"{', '.join(sorted(named ^ used))}: a parameter without its line, or a line without its parameter",
            where=where,
            hint="# --post role: … · … in the head, # VALUES ?post {} in the query",
        )
