"""The command that writes a graph for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from kg.export import FORMATS

_STYLES = (*FORMATS, "graphml", "csv")


@click.command()
@click.argument("graph", type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(_STYLES), required=True)
@click.option("-o", "--out", metavar="FILE", type=click.Path(path_type=Path), help="File to write; of csv, a folder.")
def export(graph: Path, style: str, out: Path | None) -> None:
    """Write a graph for other tools. GRAPH is a .ttl file.

    TriG and N-Quads hold a named graph for each article, under its IRI: its description, its claims and the facts that
    they state; a fact of several articles stands in the graph of each. GraphML has the facts as edges; csv writes
    nodes.csv and facts.csv, as neo4j-admin database import takes them, and claims.csv into a folder.
    """
    from kg import terminal
    from kg.output import write

    if style == "csv":
        if out is None or out.is_file():
            raise click.UsageError("csv is three files: name a folder for them with -o")
        texts, folder = _texts(graph, style), out
    elif out is None:
        click.echo(_texts(graph, style)[""], nl=False)
        return
    elif out.resolve() == graph.resolve():
        raise click.UsageError(f"-o {out} is the graph itself")
    elif out.is_dir():
        raise click.UsageError(f"-o {out} is a folder")
    else:
        texts, folder = {out.name: _texts(graph, style)[""]}, out.parent
    for path in write(folder, texts):
        terminal.link(path)


def _texts(graph: Path, style: str) -> dict[str, str]:
    """What is to be written, by name of file; one without a name where there is but one."""
    if style in FORMATS:
        from kg.export import export as run
        from kg.graph.load import opened

        return {"": run(opened(graph), style)}
    from kg.export.properties import graphml, tables
    from kg.graph.contents import contents
    from kg.graph.rows import of_file

    found = contents(of_file(graph))
    return tables(found) if style == "csv" else {"": graphml(found)}


COMMANDS = (export,)
