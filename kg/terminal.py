"""What a build shows of itself: a progress bar, a table, links to what it wrote. Plain text in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
from rich.style import Style
from rich.text import Text

from kg.pipeline import Build
from kg.report import summary as shown


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on the terminal's error stream, gone when done; nothing where that is no terminal."""
    columns = (MofNCompleteColumn(), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def summary(build: Build, seconds: float, written: Iterable[Path]) -> None:
    """The table and the files written, each a link to click where the terminal knows how."""
    console = Console(highlight=False)
    console.print(shown(build, seconds), "")
    for path in written:
        console.print(Text(str(path), style=Style(link=path.resolve().as_uri())), soft_wrap=True)
