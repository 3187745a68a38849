"""Imports point one way, from the command line down to the values; heavy libraries stay in their rooms."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

LAYERS = [
    {"model", "errors", "resources"},
    {"relations", "classes", "lexicon", "language"},
    {"read", "extract", "workbook"},
    {"resolve"},
    {"graph", "explain"},
    {"page"},
    {"score", "questions", "export", "compare"},
    {"serve"},
    {"intake", "output"},
    {"pipeline"},
    {"upkeep"},
    {"report"},
    {"terminal"},
    {"adding", "viewing", "comparing", "deciding", "exporting"},
    {"asking"},
    {"cli"},
    {"__main__"},
]
RANK = {unit: rank for rank, units in enumerate(LAYERS) for unit in units}
LOW = {"language": {"lexicon"}, "relations": set(), "lexicon": set()}

ROOMS = {
    "rdflib": {"graph"},
    "pyoxigraph": {"graph", "serve", "export"},
    "oxrdflib": {"graph"},
    "pyshacl": {"graph"},
    "networkx": {"page", "export"},
    "rensa": {"resolve"},
    "numpy": {"page"},
    "pyvis": {"page"},
    "click": {"adding", "viewing", "asking", "cli", "comparing", "deciding", "exporting"},
    "msgspec": {"workbook"},
    "sqlite3": {"workbook"},
    "jinja2": {"page", "explain", "serve"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "h11": {"serve"},
    "mimeparse": {"serve"},
    "markupsafe": {"explain"},
    "trafilatura": {"read"},
    "warcio": {"read"},
    "rich": {"terminal", "report", "explain"},
}


def unit(file: Path) -> str:
    """The top-level room or module of the package that a file belongs to; `kg` for its face."""
    first = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "kg" if first == "__init__" else first


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that runs when the code does: what only type checkers read is left out."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            yield from (f"{base}.{alias.name}" for alias in node.names) if base == "kg" else [base]
        yield from imported(node)


def units(file: Path) -> set[str]:
    names = (name.split(".") for name in imported(ast.parse(file.read_text(encoding="utf-8"))))
    return {parts[1] for parts in names if parts[0] == "kg" and len(parts) > 1 and parts[1] in RANK} - {unit(file)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_down(file: Path) -> None:
    me = unit(file)
    if me != "kg":
        up = {name for name in units(file) if RANK[name] >= RANK[me] and name not in LOW.get(me, set())}
        assert not up, f"{me} may not know {sorted(up)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_libraries_stay_in_their_rooms(file: Path) -> None:
    tops = {name.split(".")[0] for name in imported(ast.parse(file.read_text(encoding="utf-8")))}
    astray = {library for library, rooms in ROOMS.items() if library in tops and unit(file) not in rooms}
    assert not astray


def test_every_file_has_a_layer() -> None:
    assert {unit(file) for file in FILES} - {"kg"} == set(RANK)


def test_the_test_sees_what_it_should() -> None:
    code = (
        "from kg import page\nfrom kg.graph.facts import assemble\nimport kg.read\ndef f():\n  import rdflib.plugins\n"
    )
    assert set(imported(ast.parse(code))) == {"kg.page", "kg.graph.facts", "kg.read", "rdflib.plugins"}
