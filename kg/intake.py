"""Taking in many articles: what cannot be taken is left out, with a remark, and never stops the others."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count, islice
from pathlib import Path

from kg.errors import InputError
from kg.extract import extract
from kg.extract.vocabulary import vocabulary
from kg.model import Extraction
from kg.read import STDIN, Columns, Document, How, Limits, Told, documents, parse_document, sources
from kg.workbook import Source, Workbook
from kg.workbook.blobs import decode, encode
from kg.workbook.naming import Naming, naming

_BATCH = 32
_AHEAD = 4
_Said = tuple[Extraction, tuple[str, ...]]
_New = tuple[str, Document]
_Blob = tuple[bytes, tuple[str, ...]]
_Result = tuple[_New, tuple[str, ...] | InputError]


@dataclass(frozen=True, slots=True)
class Remark:
    """What there is to say of one path, in one line: why it was skipped, or how it was read."""

    path: Path
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


class Extractions:
    """What many articles say, in order of their identifiers: each is taken from where it is kept when it is asked
    for, so that going over all of them takes no more memory than one."""

    def __init__(self, named: Sequence[Naming], said: Callable[[str], _Said]) -> None:
        self._named = {one.id: one for one in named}
        self._said = said
        self.ids = list(self._named)

    def __iter__(self) -> Iterator[Extraction]:
        return map(self.of, self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def of(self, id: str) -> Extraction:
        """What the article of that identifier says."""
        one = self._named[id]
        extraction, _ = self._said(one.source.digest)
        copies = tuple(sorted({copy.name for copy in one.copies} - {one.source.name}))
        return replace(extraction, article=replace(extraction.article, id=id, copies=copies))


def single(path: Path) -> tuple[Extraction, tuple[str, ...]]:
    """What the article of one file says, and how it was read. InputError says why not, as a build would."""
    if sources([path]) != [path]:
        raise InputError("a folder", where=str(path), hint="the file of one article was expected")
    intake = Intake()
    found = intake.extractions(intake.sources([path], lambda done, total: None))
    if not found:
        raise InputError(intake.skipped[0].text, where=str(path))
    return next(iter(found)), tuple(note.text for note in intake.notes)


class Intake:
    """The first two stages for a pile of paths; `skipped` and `notes` fill up on the way.

    book: where what was extracted before is found, and what is new is kept; workers: processes that extract; how: the
    columns and limits of reading.
    """

    def __init__(self, book: Workbook | None = None, *, workers: int = 1, how: How | None = None) -> None:
        self.skipped: list[Remark] = []
        self.notes: list[Remark] = []
        self._book = book
        self._workers = workers
        self._how = how or How()
        self._columns = "" if self._how.columns == Columns() else repr(self._how.columns)
        self._fresh: dict[str, _Said] = {}
        self._noted: dict[str, tuple[str, ...]] = {}
        self._shown: dict[str, str] = {}
        self._settled = book.settled() if book else {}
        self._kept_before = book.kept() if book else set()

    def sources(self, paths: Iterable[str | Path], tell: Callable[[int, int], None]) -> list[Source]:
        """Where the articles in `paths` lie, each read or known from before; `tell` hears how many are done, of how
        many as far as is known."""
        files = [file for path in paths for file in self._files(Path(path))]
        once = sorted({_absolute(file): file for file in reversed(files)}.items(), key=lambda item: item[1])
        found: list[Source] = []
        done = count(1)

        def step() -> None:
            tell(number := next(done), max(number, len(once)))

        faulty: set[str] = set()
        for (digest, document), said in self._results(self._new(once, found, step)):
            if isinstance(said, InputError):
                self._skip(Path(document.place), said)
                faulty.add(digest)
            else:
                self._noted[digest] = said
            step()
        return [source for source in found if source.digest not in faulty]

    def extractions(self, found: Iterable[Source]) -> Extractions:
        """What the articles at these sources say, by their identifiers."""
        named = naming(found)
        for one in named:
            notes = (
                self._noted[one.source.digest] if one.source.digest in self._noted else self._said(one.source.digest)[1]
            )
            self.notes += [Remark(self._path(one.source), note) for note in notes]
            for copy in one.copies:
                same = "name and text" if copy.name == one.source.name else "text"
                self.notes.append(Remark(self._path(copy), f"the same {same} as {self._path(one.source)}; read once"))
        return Extractions(named, self._said)

    # -- finding -----------------------------------------------------------------------------------

    def _files(self, path: Path) -> Sequence[Path]:
        try:
            return sources([path])
        except InputError as error:
            return self._skip(path, error)

    def _new(self, files: Sequence[tuple[str, Path]], found: list[Source], step: Callable[[], None]) -> Iterator[_New]:
        """The documents that were never read before, each once; `found` fills up with the sources of all. step: called
        for each that need not be read."""
        seen: set[str] = set()
        for path, file in files:
            for source, document in self._opened(path, file):
                found.append(source)
                if document is not None and source.digest not in seen:
                    seen.add(source.digest)
                    yield source.digest, document
                else:
                    step()

    def _opened(self, path: str, file: Path) -> Iterator[tuple[Source, Document | None]]:
        """The sources in a file, each with its document unless it is known what that says. path: the file's, made
        absolute."""
        try:
            stat = file.stat()
            size, modified = stat.st_size, stat.st_mtime_ns
        except OSError:
            size, modified = -1, 0  # reading it will say why not
        known = self._settled.get((path, size, modified, self._columns), [])
        for source in known:
            self._shown[source.place] = f"{file}{source.place.removeprefix(path)}"
            yield source, None
        for item in [] if known else documents(file, self._how):
            if isinstance(item, InputError):
                self._skip(Path(item.where or file), item)
            elif isinstance(item, Told):
                self.notes.append(Remark(Path(item.place), item.text))
            else:
                place = f"{path}{item.place.removeprefix(str(file))}"
                self._shown[place] = item.place
                text = sha256(item.content).hexdigest()
                source = Source(
                    place, path, size, modified, item.name, item.digest, text, item.url or "", self._columns
                )
                known_text = source.digest in self._noted or source.digest in self._kept_before
                yield source, None if known_text else item

    # -- extracting --------------------------------------------------------------------------------

    def _results(self, found: Iterator[_New]) -> Iterator[_Result]:
        """How each document was read, or why it could not be; by worker processes where there are several. What it
        says is kept on the way."""
        if self._workers > 1:
            yield from self._by_workers(found)
            return
        batch: list[tuple[str, _Said]] = []
        for digest, document in found:
            said = said_in(document, self._how.limits)
            if not isinstance(said, InputError):
                batch = self._kept([*batch, (digest, said)], _BATCH)
            yield (digest, document), said if isinstance(said, InputError) else said[1]
        self._kept(batch, 1)

    def _kept(self, batch: list[tuple[str, _Said]], enough: int) -> list[tuple[str, _Said]]:
        """The batch, or an empty one once it was large enough to be kept: in the book, else in memory."""
        if len(batch) < enough:
            return batch
        if self._book:
            self._book.keep((digest, encode(*said)) for digest, said in batch)
        else:
            self._fresh.update(batch)
        return []

    def _by_workers(self, found: Iterator[_New]) -> Iterator[_Result]:
        vocabulary()  # before the processes part, so that they share it
        with ProcessPoolExecutor(self._workers, initializer=_ignore_interrupts) as pool:
            try:
                running: dict[Future[list[_Blob | InputError]], list[_New]] = {}
                while True:
                    while len(running) < self._workers * _AHEAD and (batch := list(islice(found, _BATCH))):
                        running[pool.submit(_blobs, [document for _, document in batch], self._how.limits)] = batch
                    if not running:
                        return
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        yield from self._received(running.pop(future), future.result())
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    def _received(self, batch: Sequence[_New], blobs: Sequence[_Blob | InputError]) -> Iterator[_Result]:
        pairs = list(zip(batch, blobs, strict=True))
        good = [(digest, blob[0]) for (digest, _), blob in pairs if not isinstance(blob, InputError)]
        if self._book:
            self._book.keep(good)
        else:
            self._fresh.update((digest, decode(blob)) for digest, blob in good)
        for new, blob in pairs:
            yield new, blob if isinstance(blob, InputError) else blob[1]

    def _said(self, digest: str) -> _Said:
        if digest in self._fresh or self._book is None:
            return self._fresh[digest]
        return self._book.extraction(digest)

    def _path(self, source: Source) -> Path:
        return Path(self._shown.get(source.place, source.place))

    def _skip(self, path: Path, error: InputError) -> tuple[()]:
        self.skipped.append(Remark(path, f"{error.what} ({error.hint})" if error.hint else error.what))
        return ()


def said_in(document: Document, limits: Limits) -> _Said | InputError:
    """What a document says and how it was read, or why not: no text stops the others."""
    try:
        read = parse_document(document, limits)
        return extract(read.article), read.notes
    except InputError as error:
        return error
    except Exception as error:  # a fault of ours on one text must not cost the user all the others
        return InputError(f"{type(error).__name__}: {error}", hint="a fault in kg, please report it")


def _blobs(batch: Sequence[Document], limits: Limits) -> list[_Blob | InputError]:
    """What a worker makes of a batch: extractions as bytes, which travel for little, and how each was read."""
    found = (said_in(document, limits) for document in batch)
    return [said if isinstance(said, InputError) else (encode(*said), said[1]) for said in found]


def _absolute(file: Path) -> str:
    return str(file) if file == STDIN else str(file.resolve())


def _ignore_interrupts() -> None:
    """A worker leaves Ctrl-C to the process that it works for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
