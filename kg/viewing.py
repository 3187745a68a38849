"""The command that makes a page of a graph: parse, call, print."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Any

import click

from kg.model import Kind

_CLASSES = [kind.value for kind in Kind if kind != Kind.QUOTATION]


@click.command()
@click.argument("graph", type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="[default: GRAPH.html]"
)
@click.option("--open", "opening", is_flag=True, help="Open it in the browser.")
@click.option("--top", metavar="N", type=click.IntRange(1), help="The N nodes with most facts.")
@click.option("--focus", metavar="NAME", help="What bears that name, and what is around it.")
@click.option(
    "--depth", metavar="N", type=click.IntRange(0), default=1, show_default=True, help="So many facts around it."
)
@click.option("--since", metavar="DATE", help="Facts that articles of that day, month or year or later state.")
@click.option("--class", "kinds", type=click.Choice(_CLASSES), multiple=True, help="That class; may be repeated.")
def view(graph: Path, out: Path | None, opening: bool, **part: Any) -> None:
    """Make the page of a graph. GRAPH is any Turtle file that keeps the contract; the page is one file, and needs no
    network. It has the words of the claims; only kg build, which has the articles, puts the words around them."""
    from kg import terminal
    from kg.graph.rows import of_file
    from kg.output import write
    from kg.page import chosen, contents, render

    page = out or graph.with_suffix(".html")
    if page.resolve() == graph.resolve():
        raise click.UsageError(f"-o {page} is the graph itself")
    text = render(chosen(contents(of_file(graph)), **part))
    for path in write(page.parent, {page.name: text}):
        terminal.link(path)
        if opening:
            webbrowser.open(path.resolve().as_uri())


COMMANDS = (view,)
