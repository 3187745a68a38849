"""An article explained as a page of its own: from a file, without any network.

What comes from the article goes through Jinja's escaping, the only one to make markup of marks is `_piece`, and a
content security policy lets nothing but the page's own style and script run or load.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kg.classes import classes
from kg.explain.marks import Atom, Block, Close, Layer, Open, blocks, walk
from kg.explain.safe import safe
from kg.explain.told import frame, label, named, told
from kg.model import Extraction

_HERE = Path(__file__).parent
_NESTED = frozenset({Layer.LEFT_OUT, Layer.HEADLINE, Layer.QUOTATION, Layer.MENTION})
_PLAIN = {Layer.LEFT_OUT: "left-out", Layer.HEADLINE: "headline", Layer.QUOTATION: "quotation"}
_OPEN = Markup('<span class="{}">')
_MENTION = Markup('<span class="mention {}" data-referent="{}" title="{}">')
_TAG = Markup('<span class="tag" data-tag="{}"></span></span>')
_EVIDENCE = Markup('<span data-evidence="{}">{}</span>')


def render(extraction: Extraction, notes: Sequence[str] = ()) -> str:
    """The page as HTML; the same extraction gives the same text. notes: on how it was read, a line each."""
    shown = safe(extraction)
    said = told(shown)
    rows = [(_marked(shown, block), block, [said[number] for number in block.statements]) for block in blocks(shown)]
    style, script = _text("explain.css") + _colours(), _text("explain.js")
    loader = FileSystemLoader(_HERE)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.get_template("explain.html").render(
        article=shown.article,
        frame=frame(shown.article),
        notes=notes,
        rows=rows,
        named=named(shown),
        count=len(said),
        classes=classes(),
        style=Markup(style),
        script=Markup(script),
        hashes={"style": _hash(style), "script": _hash(script)},
    )


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _colours() -> str:
    return "".join(f".{name} {{ --colour: {style['colour']}; }}\n" for name, style in classes().items())


def _hash(text: str) -> Markup:
    return Markup(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'")


def _marked(extraction: Extraction, block: Block) -> Markup:
    return Markup("").join(_piece(extraction, piece) for piece in walk(block.atoms, _NESTED))


def _piece(extraction: Extraction, piece: Open | Close | Atom) -> Markup:
    if isinstance(piece, Atom):
        text = extraction.article.text[piece.start : piece.end]
        rests = " ".join(str(number + 1) for number in sorted(piece.numbers(Layer.STATEMENT)))
        return _EVIDENCE.format(rests, text) if rests else escape(text)
    if piece.mark.layer != Layer.MENTION:
        return _OPEN.format(_PLAIN[piece.mark.layer]) if isinstance(piece, Open) else Markup("</span>")
    mention = extraction.mentions[piece.mark.number]
    if isinstance(piece, Open):
        named = label(extraction, extraction.referents[mention.referent])
        return _MENTION.format(mention.kind, mention.referent, named)
    return Markup("</span>") if piece.more else _TAG.format(classes()[mention.kind]["id"].lower())
