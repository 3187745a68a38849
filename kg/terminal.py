"""What is shown on a terminal, in colour and with links to click; as plain text in a pipe or a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from shutil import get_terminal_size

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.style import Style
from rich.text import Text

from kg.pipeline import Build
from kg.report import summary as shown

_WIDEST = 100


class _Rate(ProgressColumn):
    """How many are done in a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on the terminal's error stream, gone when done; nothing where that is no terminal."""
    columns = (MofNCompleteColumn(), BarColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def summary(build: Build, seconds: float, written: Iterable[Path]) -> None:
    """The table and the files written, each a link to click where the terminal knows how."""
    Console(highlight=False).print(shown(build, seconds), "")
    for path in written:
        link(path)


def link(path: Path) -> None:
    """The path of a file that was written."""
    Console(highlight=False).print(Text(str(path), style=Style(link=path.resolve().as_uri())), soft_wrap=True)


def show(view: RenderableType) -> None:
    """A view in lines that are not too long to read."""
    console = Console(highlight=False, width=min(_WIDEST, get_terminal_size((_WIDEST, 0)).columns))
    if console.is_terminal:
        console.print(view)
    else:
        console.file.write(plain(view, console.width))


def plain(view: RenderableType, width: int = _WIDEST) -> str:
    """A view as text, without colour and without white space at the ends of lines."""
    console = Console(file=StringIO(), width=width, color_system=None, force_terminal=False, highlight=False)
    with console.capture() as capture:
        console.print(view)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().split("\n")[:-1])
