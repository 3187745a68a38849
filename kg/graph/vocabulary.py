"""Names of the graph: namespaces, prefixes and how terms are written."""

from __future__ import annotations

import re
from urllib.parse import quote

from kg.model import Day

KG = "https://w3id.org/jejaring/ontology#"
BASE_IRI = "https://w3id.org/jejaring/id/"
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": BASE_IRI,
    "kg": KG,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_SAFE = "/-_.~!$'()*,;:@"
_PLAIN = re.compile(r"[A-Za-z0-9/_.-]*", re.ASCII).fullmatch
_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}
_ESCAPES |= {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F) if code not in (9, 10, 13)}
_ESCAPES |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def iri(base: str, path: str) -> str:
    """The IRI of a path below the base (`<https://…/`), percent-encoded where it must be."""
    return f"{base}{path if _PLAIN(path) else quote(path, safe=_SAFE)}>"


def literal(text: str, language: str = "") -> str:
    """A Turtle literal, with a language tag if given. Lone surrogates, which no encoding holds, become U+FFFD."""
    return f'"{text.translate(_ESCAPES)}"' + (f"@{language}" if language else "")


def day(value: Day) -> str:
    """A typed literal of the date's own precision: xsd:date, xsd:gYearMonth or xsd:gYear."""
    kind = "date" if value.day else "gYearMonth" if value.month else "gYear"
    return f'"{value}"^^xsd:{kind}'


def decimal(value: float) -> str:
    """A canonical xsd:decimal: `0.9`, `1`."""
    return f'"{round(value, 4):g}"^^xsd:decimal'


def integer(value: int) -> str:
    """An xsd:integer, as Turtle writes it short."""
    return str(value)
