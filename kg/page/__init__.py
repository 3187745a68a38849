"""The page: a graph to explore in a browser, from a file, without any network.

pyvis holds nodes and edges and brings vis-network along; the page is a template of our own, since pyvis's asks
a content network for more. Data goes in as JSON, the script builds the page with text alone, and a content
security policy lets nothing else run or load.
"""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.graph.contents import Contents, contents
from kg.graph.rows import Row
from kg.page.choice import chosen
from kg.page.payload import TextOf, evidence, payload
from kg.page.views import LISTED, views

__all__ = ["Contents", "chosen", "contents", "page_of", "render"]

_HERE = Path(__file__).parent
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = ("words", "graph", "map", "panel", "search", "filters", "saving", "start")


def page_of(rows: Iterable[Row], text_of: TextOf | None = None) -> str:
    """The page of a graph, as HTML, from its rows; the same graph gives the same text."""
    return render(contents(rows), text_of)


def render(whole: Contents, text_of: TextOf | None = None) -> str:
    """The page as HTML. text_of: the text of an article; without it a claim stands without the words around it, as in
    a graph too large to have all that in one file, where the evidence is compressed."""
    from pyvis.network import Network

    large = len(whole.shown) > LISTED
    data = payload(whole, views(whole))
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [{"id": at, "x": x, "y": y} for at, x, y in data.pop("first")]
    network.edges = [{"from": one, "to": other, "count": count} for one, other, count in data.pop("sums")]
    blocks = [_json(block) for block in evidence(whole, None if large else text_of)]
    return _filled(network, data, [_packed(block) for block in blocks] if large else blocks, packed=large)


def _filled(network: Any, data: dict[str, Any], blocks: list[str], *, packed: bool) -> str:
    from jinja2 import Environment, FileSystemLoader

    style, vis = _text("page.css"), _library()
    script = '"use strict";\n' + "\n".join(_text(f"script/{name}.js") for name in _SCRIPTS)
    hashes = {name: _hash(text) for name, text in (("style", style), ("script", script), ("vis", vis))}
    first = {"nodes": network.nodes, "edges": network.edges}
    network.templateEnv = Environment(loader=FileSystemLoader(_HERE), autoescape=True)
    network.templateEnv.globals.update(
        style=style,
        script=script,
        vis=vis,
        hashes=hashes,
        first=_json(first),
        data=_json(data),
        blocks=blocks,
        packed="deflate" if packed else "plain",
    )
    network.path = "template.html"
    return str(network.generate_html())


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _library() -> str:
    """vis-network as pyvis ships it, its notices kept, with no address in it that anything could follow."""
    import pyvis

    text = (Path(pyvis.__file__).parent / "templates" / _VIS).read_text(encoding="utf-8")
    text = re.sub(r"//# sourceMappingURL=\S+", "", text)
    text = re.sub(r'"http://(www\.w3\.org/[^"]*)"', r'"http:"+"//\1"', text)
    return re.sub(r"\bhttps?://", "", text).replace("</script", "<\\/script")


def _json(value: object) -> str:
    """JSON that cannot end the script element it stands in, and in which no address stands as such."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("://", ":\\/\\/")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _packed(text: str) -> str:
    return b64encode(zlib.compress(text.encode())).decode()


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
