"""Commands that ask a graph: in SPARQL, by questions with a name, over HTTP. The rest is in `kg.cli`."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from kg.adding import complain
from kg.errors import KgError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem
    from rdflib import Graph

    from kg.questions.question import Parameter, Question

_GRAPH = click.argument("graph", type=click.Path(path_type=Path))
_QUESTION = "kg.question"


class _Asking(click.Command):
    """A command that has the parameters of the question that is named among its arguments as options, too."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        from kg.questions.question import question

        context.meta[_QUESTION] = next((found for arg in args if (found := question(arg))), None)
        return super().parse_args(context, args)

    def get_params(self, context: click.Context) -> list[click.Parameter]:
        named: Question | None = context.meta.get(_QUESTION)
        return [*(_option(one) for one in (named.parameters if named else ())), *super().get_params(context)]

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        named: Question | None = context.meta.get(_QUESTION)
        if named is None:
            super().format_help_text(context, formatter)
            return
        formatter.write("\n")
        with formatter.indentation():
            for line in (f"{named.name}, {named.other}", named.indonesian, named.english):
                formatter.write_text(line)
        with formatter.section("Example"):
            formatter.write_text(f"kg query out/kg.ttl {named.name} {_shown(named.example)}".rstrip())

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        named: Question | None = context.meta.get(_QUESTION)
        if named is None:
            super().format_usage(context, formatter)
        else:
            wanted = (f"--{one.name} {_kind(one)}" for one in named.parameters if one.required)
            formatter.write_usage("kg query", " ".join(["GRAPH", named.name, *wanted, "[OPTIONS]"]))


def _option(parameter: Parameter) -> click.Option:
    told = f"{parameter.indonesian} · {parameter.english}" + ("  [required]" if parameter.required else "")
    return click.Option([f"--{parameter.name}"], metavar=_kind(parameter), help=told)


def _kind(parameter: Parameter) -> str:
    return "|".join(parameter.kinds).upper()


def _shown(arguments: tuple[str, ...]) -> str:
    return " ".join(f'"{one}"' if " " in one else one for one in arguments)


def _list_questions(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from kg.questions.question import questions

        found = questions().values()
        width, other = (max(len(getattr(one, name)) for one in found) for name in ("name", "other"))
        lines = (f"{one.name:{width}}  {one.other:{other}}  {one.indonesian} · {one.english}" for one in found)
        _put("\n".join(lines))
        context.exit()


def _complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The names of questions that begin so, for a shell."""
    from click.shell_completion import CompletionItem

    from kg.questions.question import questions

    names = {name: one for one in questions().values() for name in (one.name, one.other)}
    return [CompletionItem(name, help=one.english) for name, one in sorted(names.items()) if name.startswith(begun)]


@click.command(cls=_Asking)
@_GRAPH
@click.argument("ask", required=False, metavar="[SPARQL|NAME]", shell_complete=_complete)
@click.option("-f", "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="File with SPARQL.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "csv", "json", "turtle"]),
    default="table",
    show_default=True,
    help="JSON and CSV are SPARQL's formats of results; Turtle is for CONSTRUCT and DESCRIBE.",
)
@click.option("--explain", is_flag=True, help="Print the SPARQL instead, with its prefixes, for use elsewhere.")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list_questions, help="List the NAMEs."
)
def query(graph: Path, ask: str | None, file: Path | None, style: str, explain: bool, **arguments: str | None) -> None:
    """Ask a graph in SPARQL, or by the NAME of a question.

    GRAPH is a .ttl file; all prefixes are bound. kg query NAME --help shows what a question takes. Names in its
    arguments are found in any case, by an acronym, with a slip of the keys, or by the end of an IRI.

    \b
    For completion in the shell: eval "$(_KG_COMPLETE=bash_source kg)", or zsh_source, or fish_source.
    """
    from kg.graph.load import load
    from kg.questions.question import standalone

    loaded = load(graph)
    given = {name: value for name, value in arguments.items() if value is not None}
    sparql = _asked(loaded, ask, file, given)
    _put(standalone(sparql).rstrip() if explain else _answer(loaded, sparql, style))


def _asked(graph: Graph, ask: str | None, file: Path | None, given: Mapping[str, str]) -> str:
    """The SPARQL that is meant by a command's argument or option."""
    from kg.questions.asking import asked
    from kg.questions.question import question

    if (ask is None) == (file is None):
        raise click.UsageError("give GRAPH and either SPARQL, or a NAME that --list shows, or a --file")
    if file is not None:
        return file.read_text(encoding="utf-8", errors="replace")
    named = question(ask or "")
    if named is None and " " not in (ask or ""):
        raise click.UsageError(f"no query is named '{ask}'; kg query --list shows the names")
    if named is None:
        return ask or ""
    found = asked(graph, named, given)
    for name, meant in found.guesses.items():
        complain(f"--{name}: '{given[name]}' is taken for {meant.label}")
    return found.sparql


def _answer(graph: Graph, sparql: str, style: str) -> str:
    from kg.graph.formats import as_table, serialise
    from kg.graph.query import answer
    from kg.graph.query import query as run

    if style == "table":
        return as_table(run(graph, sparql), get_terminal_size((120, 24)).columns)
    return serialise(answer(graph, sparql), style).decode().rstrip()


def _put(text: str) -> None:
    """Print, through the pager where it would not fit a terminal."""
    if sys.stdout.isatty() and text.count("\n") + 2 > get_terminal_size().lines:
        os.environ.setdefault("LESS", "-FRSX")
        click.echo_via_pager(text + "\n")
    else:
        click.echo(text)


@click.command()
@_GRAPH
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@click.option("--cors", metavar="ORIGIN", multiple=True, help="Let pages of https://… ask, too; may be repeated.")
def serve(graph: Path, host: str, port: int, cors: tuple[str, ...]) -> None:
    """Serve a graph over HTTP, to be read only: a SPARQL endpoint at /sparql with a form, the named questions, the
    explorer's page, and a page for each thing at its IRI's path, /id/…, also as Turtle and JSON-LD.

    A query gets 10 seconds and 100,000 rows; a longer one is stopped and told so. Ctrl-C ends it.
    """
    from kg.graph.load import load
    from kg.serve.app import app
    from kg.serve.app import serve as server
    from kg.serve.keeper import Limits, kept

    loaded = load(graph)
    listening = _listening(host, port)
    address = f"http://{host}:{listening.getsockname()[1]}/"
    with kept(loaded, Limits()) as keeper, listening:

        def tell() -> None:
            click.echo(f"{graph} at {address}, SPARQL at {address}sparql; Ctrl-C ends it")
            sys.stdout.flush()

        server(app(keeper, graph.with_suffix(".html"), cors), host, port, tell).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. KgError where it cannot."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise KgError(f"cannot listen at port {port}", where=host, hint=error.strerror or str(error)) from error


COMMANDS: tuple[Any, ...] = (query, serve)
