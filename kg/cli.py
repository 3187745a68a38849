"""The command line: parse, call, print. Every error becomes one line here, in `main`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from kg import __version__
from kg.adding import COMMANDS as ADDING
from kg.adding import OUT, WORKERS, complain, reading, reported
from kg.asking import COMMANDS as ASKING
from kg.comparing import COMMANDS as COMPARING
from kg.deciding import COMMANDS as DECIDING
from kg.errors import KgError
from kg.exporting import COMMANDS as EXPORTING
from kg.graph.vocabulary import BASE_IRI
from kg.viewing import COMMANDS as VIEWING

_CODES = """\b
Exit codes:
  0    all went well
  1    built, but some articles were skipped; or the graph breaks the contract, or its articles contradict each other
  2    nothing was built or explained, or the command, the query, the graph or the gold was wrong
  130  stopped by Ctrl-C
  141  the reader of a pipe went away
"""
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_GRAPH = click.argument("graph", type=click.Path(path_type=Path))


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit code, as `kg --help` lists them."""
    try:
        code = commands.main(args, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
        return code or 0
    except KgError as error:
        return complain(error)
    except click.ClickException as error:
        return complain(error.format_message())
    except click.Abort:
        return 130
    except (BrokenPipeError, SystemExit) as error:  # click and rich make an exit of a closed pipe
        if isinstance(error, SystemExit) and not error.code:  # completion for a shell is done
            return 0
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it flushes at exit
        return 141


@click.group(invoke_without_command=True, epilog=_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="kg %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Indonesian public-affairs news into a knowledge graph that can be trusted line by line."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@commands.command(epilog=_CODES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@OUT
@click.option("--base-iri", metavar="IRI", default=BASE_IRI, show_default=True, help="Where the data's IRIs begin.")
@click.option("--judgements", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Names decided on.")
@click.option("--ntriples", is_flag=True, help="Write kg.nt as well, the graph as N-Triples.")
@WORKERS
@reading
def build(paths: tuple[Path, ...], out: Path, **how: Any) -> int:
    """Build a graph from articles. Each PATH is a file, a folder, or - for standard input; default seeds/.

    Reads plain text, Markdown, web pages, JSON Lines, JSON, CSV, TSV, ZIP and gzip of these, and web archives (WARC).

    Writes kg.ttl, the graph, and kg.html, a page that works without a network, and keeps what it extracted in
    workbook.sqlite: the next build reads only what is new or changed. An article that cannot be read is skipped, and
    one line says why. Where texts that differ share a file name, the beginning of their hash tells them apart; copies
    of a text are one article. What kg merge and kg split decided is obeyed: a judgements.tsv in a folder that is
    built, and the FILE.
    """
    from kg.upkeep import build_in

    run = partial(build_in, out, _given(paths), **how)
    return reported(lambda tell: run(on_article=tell))


def _given(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    if not paths and not Path("seeds").is_dir():
        raise click.UsageError("no PATH given, and there is no folder seeds/ here")
    return paths or (Path("seeds"),)


@commands.command(epilog=_CODES)
@click.argument("article", type=click.Path(path_type=Path))
@click.option("--html", is_flag=True, help="A page instead of text: its statements light up what they rest on.")
@click.option("-o", "--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
def explain(article: Path, html: bool, out: Path | None) -> None:
    """Show what one article says, and why. ARTICLE is its file.

    Names are marked with their class, [Usman Kansong|Person], and what was left out as no prose, ‹Baca juga …›.
    Below each line stands what it states, with its status, the rule that found it, the rule's confidence and the
    words that it rests on.
    """
    from kg import terminal
    from kg.explain import as_html, as_text
    from kg.intake import single

    found = single(article)
    if html:
        _put(as_html(*found), out, article)
    elif out:
        _put(terminal.plain(as_text(*found)), out, article)
    else:
        terminal.show(as_text(*found))


def _put(text: str, out: Path | None, source: Path) -> None:
    """Write the text to a file other than its source, or to the output where none is given."""
    from kg import terminal
    from kg.output import write

    if out is None:
        click.echo(text, nl=False)
    elif out.resolve() == source.resolve():
        raise click.UsageError(f"-o {out} is the article itself")
    else:
        terminal.link(*write(out.parent, {out.name: text}))


@commands.command(epilog=_CODES)
@_GRAPH
@click.argument("name")
def show(graph: Path, name: str) -> None:
    """Show what is known of one thing. Each fact comes with its sentences, their articles and dates."""
    from kg.graph.load import load
    from kg.graph.show import render
    from kg.graph.show import show as run

    click.echo(render(run(load(graph), name)))


@commands.command(epilog=_CODES)
@_GRAPH
def validate(graph: Path) -> int:
    """Check a graph against the contract. One line for each breach of the shapes of the ontology."""
    from kg.graph.load import load
    from kg.graph.validate import validate as run

    breaches = run(load(graph))
    click.echo("\n".join(breaches) or "The graph keeps the contract.")
    return 1 if breaches else 0


@commands.command(epilog=_CODES)
@_GRAPH
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--articles", type=_FOLDER, metavar="DIR", help="Their texts, <article>.txt.  [default: articles/ beside GOLD]"
)
@click.option("--errors", is_flag=True, help="List what is missing (-) and what is wrongly there (+), by article.")
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def score(graph: Path, gold: Path, articles: Path | None, errors: bool, style: str) -> None:
    """Measure a graph against annotations. GOLD is a folder with one .json file an article.

    Counts what is right, missing and wrongly there, by class, by relation, and in groups: entities, core (holds,
    organises, about), all relations, quotes, and merges (what is one node). The ranges are 95 % confidence
    intervals, by drawing the articles anew a thousand times. The texts are wanted for distractors only:
    sentences that must not be taken for a relation.
    """
    from kg.graph.load import load
    from kg.score import score as run
    from kg.score.gold import load as annotated
    from kg.score.report import FORMATS

    texts = articles or gold.resolve().parent / "articles"
    click.echo(FORMATS[style](run(load(graph), annotated(gold), texts), errors))


for _command in (*ADDING, *VIEWING, *ASKING, *DECIDING, *EXPORTING, *COMPARING):
    _command.epilog = _CODES
    commands.add_command(_command)
