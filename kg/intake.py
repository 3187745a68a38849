"""Taking in many articles: what cannot be taken is left out, with a remark, and never stops the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import InputError
from kg.extract import extract
from kg.model import Article, Extraction
from kg.read import read, sources

_SUFFIX = 8
_Found = tuple[Path, Article]


@dataclass(frozen=True, slots=True)
class Remark:
    """What there is to say of one path, in one line: why it was skipped, or how it was read."""

    path: Path
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


def single(path: Path) -> tuple[Extraction, tuple[str, ...]]:
    """What the article of one file says, and how it was read. InputError says why not, as a build would."""
    if sources([path]) != [path]:
        raise InputError("a folder", where=str(path), hint="the file of one article was expected")
    intake = Intake()
    found = intake.extractions([path], lambda done, total: None)
    if not found:
        raise InputError(intake.skipped[0].text, where=str(path))
    return found[0], tuple(note.text for note in intake.notes)


class Intake:
    """The first two stages for a pile of paths; `skipped` and `notes` fill up on the way."""

    def __init__(self) -> None:
        self.skipped: list[Remark] = []
        self.notes: list[Remark] = []

    def extractions(self, paths: Iterable[str | Path], tell: Callable[[int, int], None]) -> list[Extraction]:
        """What the articles in `paths` say, in order of article; `tell` hears how many are done, of how many."""
        articles = self._articles(paths)
        found: list[Extraction] = []
        for done, (path, article) in enumerate(articles, 1):
            found += self._extracted(path, article)
            tell(done, len(articles))
        return found

    def _articles(self, paths: Iterable[str | Path]) -> list[_Found]:
        files = [file for path in paths for file in self._files(Path(path))]
        once = sorted({file.resolve(): file for file in reversed(files)}.values())
        return self._named([found for file in once for found in self._read(file)])

    def _files(self, path: Path) -> Sequence[Path]:
        try:
            return sources([path])
        except InputError as error:
            return self._skip(path, error)

    def _read(self, file: Path) -> Sequence[_Found]:
        try:
            result = read(file)
        except InputError as error:
            return self._skip(file, error)
        self.notes += [Remark(file, note) for note in result.notes]
        return [(file, result.article)]

    def _named(self, found: list[_Found]) -> list[_Found]:
        """The articles by id, no id twice: a second copy of a text is left out, and different texts of one name
        get the beginning of their hash, all of them, so that no order of the input shows."""
        same: dict[str, dict[str, _Found]] = defaultdict(dict)
        for path, article in found:
            first, _ = same[article.id].setdefault(article.sha256, (path, article))
            if first != path:
                self.notes.append(Remark(path, f"the same name and text as {first}; read once"))
        return sorted((_unique(*one, len(texts) > 1) for texts in same.values() for one in texts.values()), key=_by_id)

    def _extracted(self, path: Path, article: Article) -> Sequence[Extraction]:
        try:
            return [extract(article)]
        except Exception as error:  # a fault of ours on one text must not cost the user all the others
            fault = InputError(f"{type(error).__name__}: {error}", hint="a fault in kg, please report it")
            return self._skip(path, fault)

    def _skip(self, path: Path, error: InputError) -> tuple[()]:
        self.skipped.append(Remark(path, f"{error.what} ({error.hint})" if error.hint else error.what))
        return ()


def _unique(path: Path, article: Article, ambiguous: bool) -> _Found:
    return path, replace(article, id=f"{article.id}-{article.sha256[:_SUFFIX]}") if ambiguous else article


def _by_id(found: _Found) -> str:
    return found[1].id
