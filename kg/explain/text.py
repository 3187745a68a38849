"""An article explained as text: marks in brackets that can be read without colour, statements below their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from kg.classes import classes
from kg.explain.marks import Atom, Block, Close, Layer, Open, blocks, walk
from kg.explain.safe import safe
from kg.explain.told import Told, cut, frame, named, told
from kg.model import Extraction, Kind, Statement, Status

_BRACKETED = frozenset({Layer.LEFT_OUT, Layer.MENTION})
_FACES = {Layer.LEFT_OUT: "dim", Layer.HEADLINE: "bold", Layer.QUOTATION: "italic", Layer.MENTION: "bold"}
_STATUS = {Status.ASSERTED: "", Status.PLANNED: "yellow", Status.NEGATED: "red", Status.ALLEGED: "magenta"}
_LONGEST, _SHORT = 200, 80
_LIGHT = 100


def render(extraction: Extraction, notes: Sequence[str] = ()) -> Group:
    """The article with its marks, each line with its statements below. notes: on how it was read, a line each."""
    shown = safe(extraction)
    said = told(shown)
    parts: list[RenderableType] = [_head(shown, notes)]
    dense = False
    for block in blocks(shown):
        parts += [] if dense and block.left_out else [""]
        parts += [marked(shown, block), *(_card(said[number]) for number in block.statements)]
        dense = block.left_out
    parts += ["", _names(shown)] if shown.mentions else []
    return Group(*parts)


def marked(extraction: Extraction, block: Block) -> Text:
    """The block with its marks: `[Usman Kansong|Person]`, and `‹…›` around what was left out.

    A mark that is cut where another one or the block ends goes on behind dots:
    `[Bank [Indonesia…|Place]|Institution][… Raya|Place]`.
    """
    line = Text()
    for piece in walk(block.atoms, _BRACKETED):
        if isinstance(piece, Atom):
            line.append(extraction.article.text[piece.start : piece.end], _face(piece))
        elif isinstance(piece, Open):
            line.append(_opening(piece), "dim")
        else:
            line.append_text(_closing(extraction, piece))
    line.rstrip()
    return line[len(line) - len(line.plain.lstrip()) :]


def _face(atom: Atom) -> str:
    return " ".join(_FACES[mark.layer] for mark in atom.marks if mark.layer in _FACES)


def _opening(piece: Open) -> str:
    return ("‹" if piece.mark.layer == Layer.LEFT_OUT else "[") + ("…" if piece.again else "")


def _closing(extraction: Extraction, piece: Close) -> Text:
    dots = "…" if piece.more else ""
    if piece.mark.layer == Layer.LEFT_OUT:
        return Text(f"{dots}›", "dim")
    return Text.assemble((f"{dots}|", "dim"), _tag(extraction.mentions[piece.mark.number].kind), ("]", "dim"))


def _tag(kind: str) -> tuple[str, Style]:
    """The name of a class on its colour, in the ink that is easier to read there."""
    colour = classes()[kind]["colour"]
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    bright = 0.299 * red + 0.587 * green + 0.114 * blue > _LIGHT
    return kind, Style(color="#000000" if bright else "#ffffff", bgcolor=colour)


def _head(extraction: Extraction, notes: Sequence[str]) -> Table:
    found = [("article", extraction.article.id), *frame(extraction.article).items()]
    return _listed([*found, *(("note", note) for note in notes), ("marks", "[name|Class], ‹left out›")])


def _names(extraction: Extraction) -> Table:
    """What the article names, by class, with the other forms that stand in it."""
    return _listed((one.kind, ", also ".join((one.label, *one.forms))) for one in named(extraction))


def _listed(rows: Iterable[tuple[str, str]]) -> Table:
    view = Table.grid(padding=(0, 2))
    view.add_column(style="dim")
    view.add_column(overflow="fold")
    for name, value in rows:
        view.add_row(name, Text(value))
    return view


def _card(one: Told) -> Padding:
    card = Table.grid(padding=(0, 1))
    card.add_column(justify="right", style="dim", width=3)
    card.add_column(overflow="fold")
    object = cut(one.object.label, _LONGEST)
    fact = Text.assemble((one.subject.label, "bold"), f" — {one.relation.label['id']} → ", (object, "bold"))
    quote = cut(one.quote, _SHORT if one.object.kind == Kind.QUOTATION else _LONGEST)
    card.add_row(str(one.number), Text("\n").join([fact, _why(one), Text(f"“{quote}”", "italic")]))
    return Padding(card, (0, 0, 0, 2))


def _why(one: Told) -> Text:
    """How far the article commits itself, the relation's name and rule, confidence, and manner of the holding."""
    statement = one.statement
    status = f"{statement.status.lower()}{'' if one.believed else ', no plain triple'}"
    rule = f" · {statement.relation} by {statement.rule}, {statement.confidence:.2f}"
    manner = "".join(f" · {manner}" for manner in _manner(statement))
    return Text.assemble((status, _STATUS[statement.status]), rule, manner, style="dim")


def _manner(statement: Statement) -> Iterator[str]:
    if statement.acting:
        yield "acting"
    if statement.former:
        yield "former"
    if statement.since:
        yield f"from {statement.since}"
    if statement.until:
        yield f"until {statement.until}"
    if statement.part:
        yield statement.part
