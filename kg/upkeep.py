"""Keeping the graph in a folder up to date: building it, adding articles to it and taking them away.

Each change is worked out over the workbook in that folder, so that only what is new is extracted; the graph is the
same, byte for byte, as one built from nothing out of the articles that are in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import perf_counter

from kg.errors import InputError
from kg.graph import ntriples as as_ntriples
from kg.graph import turtle
from kg.graph.vocabulary import BASE_IRI
from kg.intake import Intake
from kg.output import write
from kg.pipeline import Build, NothingBuilt, check_namespace, decisions, graph_of, uncollected
from kg.read import STDIN, How
from kg.resolve.judgements import Judgement
from kg.workbook import Source, Workbook, opened
from kg.workbook.naming import naming

_Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the graph is built. folders: those that were built or added, whose judgements are obeyed; judgements: the
    file of judgements that was named; ntriples: whether the graph is written as N-Triples, too."""

    base_iri: str = BASE_IRI
    folders: tuple[str, ...] = ()
    judgements: str | None = None
    ntriples: bool = False

    def decisions(self) -> list[Judgement]:
        """What has been decided about names."""
        return decisions([Path(one) for one in self.folders], self.judgements)


@dataclass(frozen=True)
class Changed:
    """A graph that was brought up to date: what it is, the files written, and how many sources came and went. The
    workbook is closed: of the build, what articles say is in the files alone."""

    build: Build
    written: list[Path]
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in a folder's graph. changed, missing: files that are not as they were read; written: whether the
    graph's files are those of the articles that are in."""

    articles: int
    sources: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    written: bool


def build_in(
    folder: Path,
    paths: Sequence[Path],
    *,
    base_iri: str = BASE_IRI,
    judgements: Path | None = None,
    ntriples: bool = False,
    workers: int = 1,
    how: How | None = None,
    on_article: _Tell = lambda done, total: None,
) -> Changed:
    """Make the folder's graph that of the articles in `paths` alone. NothingBuilt if there are none."""
    check_namespace(base_iri)
    settings = Settings(base_iri, _folders(paths), str(judgements.resolve()) if judgements else None, ntriples)
    settings.decisions()  # a fault there is told before anything is read
    with opened(folder, anew=True) as book:
        started, intake = perf_counter(), Intake(book, workers=workers, how=how)
        with uncollected():
            found = intake.sources(paths, on_article)
            if not found:
                raise NothingBuilt(tuple(intake.skipped))
            return _change(folder, book, intake, found, settings, started)


def add_to(
    folder: Path,
    paths: Sequence[Path],
    *,
    workers: int = 1,
    how: How | None = None,
    on_article: _Tell = lambda done, total: None,
) -> Changed:
    """Add the articles in `paths` to the folder's graph; with none, write again what a run that died did not.

    A file that is in already is read anew. NothingBuilt if nothing in `paths` could be read.
    """
    with opened(folder, making=bool(paths)) as book:
        started, intake = perf_counter(), Intake(book, workers=workers, how=how)
        with uncollected():
            new = intake.sources(paths, on_article)
            if paths and not new:
                raise NothingBuilt(tuple(intake.skipped))
            files = {source.path for source in new}
            found = [*new, *(source for source in _current(book, intake) if source.path not in files)]
            settings = _settings(book)
            settings = replace(settings, folders=tuple(sorted({*settings.folders, *_folders(paths)})))
            return _change(folder, book, intake, found, settings, started)


def remove_from(folder: Path, names: Sequence[str]) -> Changed:
    """Take articles out of the folder's graph: each name is an identifier, a URL, a file, a folder or a place in a
    file. InputError for a name that is none of an article in the graph; then nothing is taken out."""
    with opened(folder, making=False) as book:
        started, intake = perf_counter(), Intake(book)
        with uncollected():
            found = _current(book, intake)
            gone: set[Source] = set()
            for name in names:
                meant = _meant(name, found)
                if not meant:
                    raise InputError("no such article", where=name, hint="an identifier, a path or a URL in the graph")
                gone |= meant
            left = [source for source in found if source not in gone]
            settings = _settings(book)
            kept = tuple(one for one in settings.folders if any(_under(source.path, one) for source in left))
            return _change(folder, book, intake, left, replace(settings, folders=kept), started)


def standing(folder: Path) -> Standing:
    """What is in the folder's graph, and which of its files have changed since. InputError if there is no workbook."""
    with opened(folder, making=False) as book:
        sources = book.sources()
        there = (source for source in sources if source.path != str(STDIN))
        files = {source.path: (source.size, source.modified) for source in there}
        now = {path: _stamp(Path(path)) for path in files}
        return Standing(
            len(naming(sources)),
            len(sources),
            tuple(sorted(path for path, stamp in files.items() if now[path] not in (stamp, None))),
            tuple(sorted(path for path in files if now[path] is None)),
            bool(book.setting("written", False)),
        )


def _change(
    folder: Path, book: Workbook, intake: Intake, found: Sequence[Source], settings: Settings, started: float
) -> Changed:
    """Make the sources the graph's, then write it: a run that dies between leaves a set whose files the next one
    writes."""
    before, after = {source.place for source in book.sources()}, {source.place for source in found}
    build = graph_of(intake, found, settings.decisions(), settings.base_iri, started)
    texts = {"kg.ttl": turtle.stream(build.blocks.subjects, build.blocks), "kg.html": build.page}
    if settings.ntriples:
        texts["kg.nt"] = as_ntriples.stream(build.blocks)
    book.set(found, {"settings": asdict(settings), "written": False})
    written = write(folder, texts)
    book.note("written", True)
    return Changed(build, written, len(after - before), len(before - after))


def _settings(book: Workbook) -> Settings:
    made = book.setting("settings", {})
    return Settings(**{**made, "folders": tuple(made["folders"])}) if made else Settings()


def _folders(paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(sorted(str(path.resolve()) for path in paths if path.is_dir()))


def _current(book: Workbook, intake: Intake) -> list[Source]:
    """The sources that are in, all of them extracted: where the extractor has changed since, from their files."""
    sources = book.sources()
    kept = book.kept()
    stale = sorted({Path(source.path) for source in sources if source.digest not in kept})
    lost = [str(path) for path in stale if not path.exists()]
    if lost:
        raise InputError(
            "this file is gone, and the extractor has changed since it was read",
            where=lost[0],
            hint="kg build makes the graph of what is there",
        )
    files = {str(path) for path in stale}
    anew = intake.sources(stale, lambda done, total: None) if stale else []
    return [*anew, *(source for source in sources if source.path not in files)]


def _meant(name: str, sources: Sequence[Source]) -> set[Source]:
    """The sources that a name stands for: of an article with that identifier or URL, in that file or folder."""
    path = str(Path(name).resolve())
    found = {source for source in sources if source.url == name or source.place == path or _under(source.path, path)}
    for one in naming(sources):
        if name == one.id:
            found.update((one.source, *one.copies))
    return found


def _under(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns
