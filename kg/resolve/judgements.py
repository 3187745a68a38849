"""Judgements: what a person has decided about two names, in a text file beside the articles.

A file of tab-separated lines under version control: left, right, `same` / `different` / `unsure`, who, when, why.
A side is a name as articles write it (`Jokowi`), or the key of a node (`person/joko-widodo`), and means everything
that is so called; `Budi Santoso@a-17` means the one in article `a-17` alone. Lines that begin with `#` are comments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from kg.errors import DataError, KgError
from kg.model import Kind, Referent
from kg.resolve.forms import Member, normal

FILE = "judgements.tsv"
VERDICTS = ("same", "different", "unsure")
_COLUMNS = ("left", "right", "verdict", "who", "when", "why")
_HEAD = (
    f"# Which names are one and which are not; builds obey. {', '.join(VERDICTS)}; the last line on a pair counts.\n"
)
Node = TypeVar("Node", bound=Member)


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One line of the file; `verdict` is `same`, `different` or `unsure`, `when` an ISO date or empty."""

    left: str
    right: str
    verdict: str
    who: str = ""
    when: str = ""
    why: str = ""

    def __str__(self) -> str:
        signed = ", ".join(part for part in (self.who, self.when, self.why) if part)
        return f"{self.left} and {self.right} are {self.verdict}" + (f" ({signed})" if signed else "")


@dataclass(frozen=True, slots=True)
class Judged(Generic[Node]):
    """A judgement over the members that its sides mean."""

    left: frozenset[Node]
    right: frozenset[Node]
    verdict: str
    says: str


def read(path: Path) -> list[Judgement]:
    """The judgements of a file, in its order. DataError names file and line of one that is not well formed."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError("cannot be read as text", where=str(path), hint="tab-separated lines in UTF-8") from error
    return [
        _parsed(line, f"{path}:{number}")
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]


def _parsed(line: str, where: str) -> Judgement:
    cells = [cell.strip() for cell in line.split("\t")]
    if not 3 <= len(cells) <= len(_COLUMNS):
        raise DataError(f"{len(cells)} cells between tabs", where=where, hint=f"3 to 6: {', '.join(_COLUMNS)}")
    found = Judgement(*cells)
    if found.verdict not in VERDICTS:
        raise DataError(f"no verdict '{found.verdict}'", where=where, hint=f"one of {', '.join(VERDICTS)}")
    if not found.left or not found.right or _side(found.left) == _side(found.right):
        raise DataError(
            f"nothing to judge: '{found.left}' and '{found.right}'", where=where, hint="two different names"
        )
    if found.when:
        _check_date(found.when, where)
    return found


def _check_date(text: str, where: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise DataError(f"no date '{text}'", where=where, hint="when: YYYY-MM-DD, or empty") from error


def append(path: Path, judgement: Judgement) -> None:
    """Add a line to the file, made if it is not there. KgError if it cannot be written to."""
    cells = (getattr(judgement, name) for name in _COLUMNS)
    line = "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t")
    _parsed(line, str(path))
    try:
        old = path.read_text(encoding="utf-8") if path.exists() else _HEAD + "#: " + "\t".join(_COLUMNS) + "\n"
        path.write_text(old + ("" if old.endswith("\n") or not old else "\n") + line + "\n", encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KgError("cannot be written to", where=str(path), hint=str(error)) from error


def _side(side: str) -> tuple[str, str]:
    """What a side names, made comparable, and its article if it has one: keys keep their shape."""
    name, _, article = side.rpartition("@") if "@" in side else (side, "", "")
    key = name.rpartition("/id/")[2].strip("<>")
    return (key if "/" in key and " " not in key else normal(name)), article.strip()


def latest(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that count: of several on one pair the last one; sorted, so that no order of files shows."""
    last = {frozenset((_side(one.left), _side(one.right))): one for one in judgements}
    return sorted(last.values())


def aimed(
    judgements: Sequence[Judgement],
    kinds: Mapping[Kind, Mapping[Member, Referent]],
    keys_of: Callable[[Member], tuple[str, ...]],
) -> dict[Kind, list[Judged[Member]]]:
    """The judgements over the members that they mean, by class; `same` before `different`, so that all of it holds.

    keys_of: what a member alone would be called, or was. A judgement with a side that nothing is called is left
    aside: its articles may come back.
    """
    if not judgements:
        return {}
    found: dict[Kind, list[Judged[Member]]] = defaultdict(list)
    for kind, referents in kinds.items():
        called = _called(referents, keys_of)
        for one in sorted(judgements, key=lambda one: VERDICTS.index(one.verdict)):
            left, right = _meant(one.left, called), _meant(one.right, called)
            if left and right and left != right:
                found[kind].append(Judged(left - right or left, right - left or right, one.verdict, str(one)))
    return found


def _called(
    referents: Mapping[Member, Referent], keys_of: Callable[[Member], tuple[str, ...]]
) -> dict[tuple[str, str], set[Member]]:
    """Members by name and by key, each of them alone and with the article."""
    called: dict[tuple[str, str], set[Member]] = defaultdict(set)
    for member, referent in referents.items():
        for name in {normal(referent.label), *keys_of(member)}:
            called[name, ""].add(member)
            called[name, member[0]].add(member)
    return called


def _meant(side: str, called: Mapping[tuple[str, str], set[Member]]) -> frozenset[Member]:
    return frozenset(called.get(_side(side), ()))
