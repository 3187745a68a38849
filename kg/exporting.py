"""The command that writes a graph for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from kg.export import FORMATS


@click.command()
@click.argument("graph", type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(list(FORMATS)), required=True)
@click.option("-o", "--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
def export(graph: Path, style: str, out: Path | None) -> None:
    """Write a graph for other tools. GRAPH is a .ttl file.

    TriG and N-Quads hold a named graph for each article, under its IRI: its description, its claims and the facts that
    they state; a fact of several articles stands in the graph of each.
    """
    from kg.export import export as run
    from kg.graph.load import opened
    from kg.output import write

    text = run(opened(graph), style)
    if out is None:
        click.echo(text, nl=False)
    elif out.resolve() == graph.resolve():
        raise click.UsageError(f"-o {out} is the graph itself")
    else:
        write(out.parent, {out.name: text})


COMMANDS = (export,)
