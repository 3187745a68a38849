"""Gold annotations: what a careful reader would put into the graph, one JSON file an article.

`tests/quality/README.md` explains the files. Beside them may stand `corpus.json`: lists of things, as
`article:id`, that are `same`, one node for all, and pairs that are `different`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.model import Day, Kind
from kg.relations import relations
from kg.score.record import Record, texts, typed

Triple = tuple[str, str, str]
SAYS = "says"
KINDS = tuple(kind for kind in Kind if kind != Kind.QUOTATION)
_CORPUS = "corpus.json"
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A thing that the article names; `names` are the labels that are right, the best one first."""

    id: str
    kind: Kind
    names: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A direct quotation: the id of who says it, and its first words."""

    speaker: str
    starts: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Distractor:
    """A sentence of the article that must not be taken for one of the `silent` relations."""

    text: str
    silent: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gold:
    """One article's annotation; what is optional is neither rewarded nor punished.

    A relation is (id, relation, id), or (id, "heldOn", ISO date).
    """

    article: str
    entities: tuple[GoldEntity, ...]
    relations: frozenset[Triple]
    optional: frozenset[Triple] = frozenset()
    quotes: tuple[GoldQuote, ...] = ()
    distractors: tuple[Distractor, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The annotations of a folder, in order of file, and which things of theirs are one node, as `article:id`."""

    golds: tuple[Gold, ...]
    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, str], ...] = ()


def annotated() -> tuple[str, ...]:
    """The relations that gold speaks of: all of the ontology but `says`, which its quotes stand for."""
    return tuple(name for name in relations() if name != SAYS)


def load(folder: Path) -> GoldSet:
    """The gold of a folder. InputError names the file, what is wrong there and what would have been right."""
    files = sorted(folder.glob("*.json"))
    golds = tuple(_gold(Record.read(file)) for file in files if file.name != _CORPUS)
    if not golds:
        what = "no .json file in this folder" if folder.is_dir() else "no such folder"
        raise InputError(what, where=str(folder), hint="gold is a folder with one .json file an article")
    _once([gold.article for gold in golds], "article", str(folder))
    return _with_corpus(golds, folder / _CORPUS)


def _once(names: list[str], what: str, where: str) -> None:
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is not None:
        raise InputError(f"{what} {twice} is there twice", where=where, hint="each once")


def _gold(record: Record) -> Gold:
    entities = tuple(_entity(one) for one in record.records("entities"))
    _once([entity.id for entity in entities], "id", record.where)
    ids = frozenset(entity.id for entity in entities)
    return Gold(
        record.field("article", str),
        entities,
        _triples(record, "relations", ids),
        _triples(record, "optional", ids),
        tuple(_quote(one, ids) for one in record.records("quotes")),
        tuple(_distractor(one) for one in record.records("distractors")),
    )


def _entity(record: Record) -> GoldEntity:
    kind = record.field("type", str)
    if kind not in KINDS:
        raise record.wrong(f"no class '{kind}'", ", ".join(KINDS))
    return GoldEntity(record.field("id", str), Kind(kind), record.texts("names"), record.get("optional", False))


def _triples(record: Record, key: str, ids: frozenset[str]) -> frozenset[Triple]:
    return frozenset(_triple(item, ids, where) for where, item in record.items(key))


def _triple(item: object, ids: frozenset[str], where: str) -> Triple:
    parts = texts(typed(item, list, where), where)
    if len(parts) != 3:
        raise InputError(f"{len(parts)} parts", where=where, hint='three: ["p1", "holds", "r1"]')
    subject, relation, target = parts
    _known(relation, annotated(), where)
    _among(subject, ids, where)
    if relation == "heldOn":
        _date(target, where)
    else:
        _among(target, ids, where)
    return subject, relation, target


def _known(relation: str, names: Sequence[str], where: str) -> None:
    if relation not in names:
        raise InputError(f"no relation '{relation}'", where=where, hint=", ".join(names))


def _among(id: str, ids: frozenset[str], where: str) -> None:
    if id not in ids:
        raise InputError(f"no entity has the id '{id}'", where=where, hint=", ".join(sorted(ids)) or "entities first")


def _date(text: str, where: str) -> None:
    try:
        Day.parse(text if _DATE.fullmatch(text) else "")
    except ValueError:
        raise InputError(f"no date: '{text}'", where=where, hint="2023-09-02, 2023-09 or 2023") from None


def _quote(record: Record, ids: frozenset[str]) -> GoldQuote:
    speaker = record.field("speaker", str)
    _among(speaker, ids, record.where)
    return GoldQuote(speaker, record.field("starts", str), record.get("optional", False))


def _distractor(record: Record) -> Distractor:
    text, silent = record.field("text", str), record.texts("silent")
    for relation in silent:
        _known(relation, (*annotated(), SAYS), record.where)
    if not text.strip():
        raise record.wrong("an empty text", "a sentence of the article, as it stands there")
    return Distractor(text, frozenset(silent))


def _with_corpus(golds: tuple[Gold, ...], file: Path) -> GoldSet:
    if not file.exists():
        return GoldSet(golds)
    record = Record.read(file)
    things = frozenset(f"{gold.article}:{entity.id}" for gold in golds for entity in gold.entities)
    same = tuple(_group(item, things, where) for where, item in record.items("same"))
    different = tuple(_pair(item, things, where) for where, item in record.items("different"))
    return GoldSet(golds, same, different)


def _group(item: object, things: frozenset[str], where: str) -> tuple[str, ...]:
    group = texts(typed(item, list, where), where)
    unknown = next((thing for thing in group if thing not in things), None)
    if unknown is not None:
        raise InputError(f"no entity '{unknown}'", where=where, hint="article:id, of an annotation in this folder")
    return group


def _pair(item: object, things: frozenset[str], where: str) -> tuple[str, str]:
    group = _group(item, things, where)
    if len(group) != 2:
        raise InputError(f"{len(group)} things", where=where, hint="two that are different")
    return group[0], group[1]
