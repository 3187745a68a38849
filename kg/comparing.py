"""The command that compares two graphs: parse, call, print."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
def diff(old: Path, new: Path) -> int:
    """Show what differs between two graphs: facts gone (-) and added (+) with their sentences, things merged and split.

    The exit code is 0 if nothing does, 1 if something does.
    """
    from kg.compare import lines
    from kg.graph.contents import contents
    from kg.graph.rows import of_file

    found = list(lines(contents(of_file(old)), contents(of_file(new))))
    click.echo("\n".join(found) or "The graphs state the same facts.")
    return 1 if found else 0


COMMANDS = (diff,)
