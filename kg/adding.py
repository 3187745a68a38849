"""Commands about a graph that grows: articles added, taken away, and what is in. The rest is in `kg.cli`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.read import How
    from kg.upkeep import Changed

OUT = click.option(
    "-o", "--out", default="out", type=click.Path(path_type=Path), show_default=True, help="Folder to write."
)
WORKERS = click.option(
    "--workers", metavar="N", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes that extract."
)


_READING = (
    *(click.option(f"--{name}", metavar="COLUMN", help=f"Records: the column of the {what}.") for name, what in (
        ("text", "text"), ("title", "headline"), ("date", "date"), ("url", "address"), ("id", "identifier"))),
    click.option("--max-file", metavar="MB", type=click.FloatRange(0), default=5, show_default=True,
                 help="Largest article."),
    click.option("--max-unpacked", metavar="MB", type=click.FloatRange(0), default=2000, show_default=True,
                 help="Most that an archive or a JSON file may hold."),
    click.option("--max-line", metavar="MB", type=click.FloatRange(0), default=10, show_default=True,
                 help="Longest line of a file of records."),
    click.option("--max-depth", metavar="N", type=click.IntRange(1), default=500, show_default=True,
                 help="Deepest nesting of a page's elements."),
)  # fmt: skip


def reading(command: Callable[..., int]) -> Callable[..., int]:
    """Gives a command the options of reading files, and the command one argument `how`."""

    @wraps(command)
    def run(max_file: float, max_unpacked: float, max_line: float, max_depth: int, **others: Any) -> int:
        from kg.read import Columns, How, Limits

        columns = Columns(**{name: others.pop(name) for name in ("text", "title", "date", "url", "id")})
        file, unpacked, line = (int(one * 1_000_000) for one in (max_file, max_unpacked, max_line))
        return command(how=How(columns, Limits(file, unpacked, line, max_depth)), **others)

    for option in reversed(_READING):
        run = option(run)
    return run


def complain(*lines: object) -> int:
    """Say what is wrong, a line each, on the error stream; returns the exit code for nothing done."""
    for line in lines:
        click.echo(f"kg: {line}", err=True)
    return 2


def reported(run: Callable[[Callable[[int, int], None]], Changed]) -> int:
    """Run a change of a graph with a bar, say what it did and what was skipped. Returns the exit code."""
    from kg import terminal
    from kg.pipeline import NothingBuilt

    started = perf_counter()
    try:
        with terminal.progress() as tell:
            changed = run(tell)
    except NothingBuilt as error:
        return complain(*error.skipped)
    terminal.summary(changed.build, perf_counter() - started, changed.written)
    return 1 if changed.build.skipped and complain(*changed.build.skipped) else 0


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@OUT
@WORKERS
@reading
def add(paths: tuple[Path, ...], out: Path, workers: int, how: How) -> int:
    """Add articles to a graph. Each PATH is a file, a folder, or - for standard input, as for kg build.

    The rest is not read again. What was added before is read anew, so that adding twice is adding once. The result is
    that of one build from all of them, byte for byte. Without a PATH it writes what a run that died did not.
    """
    from kg.upkeep import add_to

    return reported(lambda tell: add_to(out, paths, workers=workers, how=how, on_article=tell))


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@OUT
def remove(articles: tuple[str, ...], out: Path) -> int:
    """Take articles out of a graph. Each ARTICLE is an identifier, a URL, or the path of a file or folder.

    What only they said is gone, and nothing else; the result is that of a build from the others, byte for byte.
    """
    from kg.upkeep import remove_from

    return reported(lambda tell: remove_from(out, articles))


@click.command()
@OUT
def status(out: Path) -> int:
    """Show what is in a graph, and which of its files have changed since. Exit code 1 if any did."""
    from kg.upkeep import standing

    found = standing(out)
    click.echo(f"{found.articles:,} articles from {found.sources:,} places")
    for word, paths in (("changed", found.changed), ("gone", found.missing)):
        for path in paths:
            click.echo(f"{word}: {path}")
    if not found.written:
        click.echo(f"not written: kg add -o {out} writes the graph of these articles")
    return 1 if found.changed or found.missing or not found.written else 0


COMMANDS = (add, remove, status)
