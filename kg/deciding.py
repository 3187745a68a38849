"""Commands about identity and time: what is one, who decided so, who held a post when. The rest is in `kg.cli`."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.graph.identity import Compared
    from kg.resolve.judgements import Judgement

_GRAPH = click.argument("graph", type=click.Path(path_type=Path))
_FILE = click.option(
    "--judgements",
    "file",
    metavar="FILE",
    default="judgements.tsv",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="File of judgements; beside the articles a build finds it.",
)
_WHY = click.option("--why", metavar="TEXT", default="", help="Why you think so; kept with the judgement.")
_ANSWERS = {"y": "same", "n": "different", "?": "unsure"}


@click.command()
@click.argument("a")
@click.argument("b")
@_FILE
@_WHY
def merge(a: str, b: str, file: Path, why: str) -> None:
    """Decide that two names are one thing. Builds obey from then on.

    A and B are names as articles write them, or ends of IRIs (person/joko-widodo), and mean all that is so called;
    'Budi Santoso@a-17' means the one in article a-17. The judgement is a line of FILE: take it out to undo it.
    """
    _decide(file, a, b, "same", why)


@click.command()
@click.argument("a")
@click.argument("b")
@_FILE
@_WHY
def split(a: str, b: str, file: Path, why: str) -> None:
    """Decide that two names are two things. Builds obey from then on; A and B are as for kg merge."""
    _decide(file, a, b, "different", why)


def _decide(file: Path, a: str, b: str, verdict: str, why: str) -> None:
    click.echo(f"{file}: {_judge(file, a, b, verdict, why)}")


def _judge(file: Path, a: str, b: str, verdict: str, why: str) -> Judgement:
    """Write a judgement of whoever runs this, of today."""
    from kg.resolve.judgements import Judgement, append

    judgement = Judgement(a, b, verdict, getpass.getuser(), date.today().isoformat(), why)
    append(file, judgement)
    return judgement


@click.command()
@_GRAPH
@click.argument("a")
@click.argument("b")
def why(graph: Path, a: str, b: str) -> None:
    """Say which evidence made two names one, or keeps them two."""
    from kg.graph.identity import why as run
    from kg.graph.load import load

    click.echo("\n".join(run(load(graph), a, b)))


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="GRAPH|PATH...")
@_FILE
def review(paths: tuple[Path, ...], file: Path) -> None:
    """List the pairs that the evidence does not decide, best first.

    Takes a GRAPH, or articles to build one from. On a terminal it asks for each pair: y the same, n different,
    ? unsure, Enter to leave it, q to stop; the answers are written to FILE.
    """
    from kg.graph.identity import undecided

    pairs = _open(undecided(_built(paths)), file)
    if sys.stdin.isatty() and sys.stdout.isatty():
        _ask(pairs, file)
    else:
        click.echo("\n".join(_shown(one) for one in pairs) or "nothing is undecided")


def _built(paths: Sequence[Path]) -> Graph:
    if len(paths) == 1 and paths[0].suffix in (".ttl", ".nt"):
        from kg.graph.load import load

        return load(paths[0])
    from kg.pipeline import build

    return build(paths).graph


def _open(pairs: Sequence[Compared], file: Path) -> list[Compared]:
    """The pairs that FILE does not judge yet."""
    from kg.resolve.judgements import read

    judged = {frozenset((one.left, one.right)) for one in read(file)} if file.exists() else set()
    return [one for one in pairs if frozenset((one.left, one.right)) not in judged]


def _shown(one: Compared) -> str:
    names = " / ".join(f"{node.label} ({node.kind})" for node in one.nodes)
    return f"{names}\n  {one.left} / {one.right}\n  {one.why}"


def _ask(pairs: Sequence[Compared], file: Path) -> None:
    for one in pairs:
        click.echo(_shown(one))
        answer = click.prompt("  one? y n ? q", default="", show_default=False).strip().casefold()
        if answer == "q":
            return
        if answer in _ANSWERS:
            _judge(file, one.left, one.right, _ANSWERS[answer], "kg review")


def _day(context: click.Context, option: click.Parameter, text: str | None) -> date | None:
    """The first day that a date of day, month or year precision may mean."""
    from kg.graph.tenures import opening
    from kg.model import Day

    try:
        return opening(Day.parse(text)) if text else None
    except (ValueError, TypeError) as error:
        raise click.BadParameter(f"'{text}' is no date: YYYY-MM-DD, YYYY-MM or YYYY", context, option) from error


@click.command()
@_GRAPH
@click.argument("post")
@click.option("--at", metavar="DATE", callback=_day, help="Who held it on that day: YYYY-MM-DD, YYYY-MM or YYYY.")
def holders(graph: Path, post: str, at: date | None) -> None:
    """Show who held a post when, with the gaps and the evidence.

    POST is a name, also with its institution's ('Ketua Umum Perhumas'), or the end of an IRI. An article's date says
    when something was said, never when it began; where no end is stated, nobody is taken to go on.
    """
    from kg.graph.holders import holders as run
    from kg.graph.holders import render
    from kg.graph.load import load

    click.echo("\n\n".join("\n".join(render(one, at)) for one in run(load(graph), post)))


@click.command()
@_GRAPH
def conflicts(graph: Path) -> int:
    """List where articles contradict each other: two holders of one seat, an end before its beginning, two dates of
    an event; each with both sides' evidence."""
    from kg.graph.conflicts import conflicts as run
    from kg.graph.load import load

    found = run(load(graph))
    for one in found:
        click.echo("\n".join((f"{one.kind}: {one.about}", *(f"  {side}" for side in one.sides))))
    if not found:
        click.echo("The articles do not contradict each other.")
    return 1 if found else 0


COMMANDS = (merge, split, why, review, holders, conflicts)
