"""The page: a built graph to explore in a browser, from a file, without any network.

pyvis holds nodes and edges and brings vis-network along; the page is a template of our own, since pyvis's asks
a content network for more. Data goes in as JSON, the script builds the page with text alone, and a content
security policy lets nothing else run or load.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.classes import classes
from kg.model import Knowledge
from kg.page.network import display, drawing, payload, wrapped

_HERE = Path(__file__).parent
_VIS = "lib/vis-9.1.2/vis-network.min.js"


def render(knowledge: Knowledge) -> str:
    """The page as HTML; the same knowledge gives the same text."""
    from pyvis.network import Network

    from kg.page.layout import positions

    drawn = drawing(knowledge)
    entities = {entity.key: entity for entity in knowledge.entities}
    labels = {key: wrapped(display(entities[key], entities)) for key in drawn.nodes}
    places = positions(drawn.nodes, [(a, b) for a, b, _ in drawn.edges], labels)
    number = {key: at for at, key in enumerate(entities)}
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [
        {"id": number[key], "label": labels[key], "x": places[key][0], "y": places[key][1]}
        | _style(entities[key].kind.value)
        for key in drawn.nodes
    ]
    network.edges = [{"from": number[a], "to": number[b], "title": label} for a, b, label in drawn.edges]
    return _filled(network, payload(knowledge))


def _style(kind: str) -> dict[str, Any]:
    return {"kind": kind, "shape": classes()[kind]["shape"], "colour": classes()[kind]["colour"]}


def _filled(network: Any, data: dict[str, Any]) -> str:
    from jinja2 import Environment, FileSystemLoader

    style, script, vis = _text("page.css"), _text("page.js"), _library()
    hashes = {name: _hash(text) for name, text in (("style", style), ("script", script), ("vis", vis))}
    graph = {"nodes": network.nodes, "edges": network.edges}
    network.templateEnv = Environment(loader=FileSystemLoader(_HERE), autoescape=True)
    network.templateEnv.globals.update(
        style=style, script=script, vis=vis, hashes=hashes, graph=_json(graph), data=_json(data)
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
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
