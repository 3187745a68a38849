"""Text from articles made safe to show: what would command a terminal or hide from a reader becomes visible."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from kg.model import Article, Extraction, Referent, Statement

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: "␡"}
_LINES = dict.fromkeys((0x2028, 0x2029), "␤")
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSEEN = dict.fromkeys((*range(0x80, 0xA0), *_BIDI, *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
_SHOWN = _PICTURES | _LINES | _UNSEEN

_Value = TypeVar("_Value", Article, Referent, Statement)


def visible(text: str) -> str:
    r"""The text with a sign for each character that would command a terminal or turn a line around.

    One character for one, so that offsets hold; line breaks and tabs stay.

    >>> visible("\x1b[31mMerah\u202e")
    '␛[31mMerah�'
    """
    return text.translate(_SHOWN)


def safe(extraction: Extraction) -> Extraction:
    """The same extraction with every text in it visible."""
    return replace(
        extraction,
        article=_safe(extraction.article),
        referents=tuple(map(_safe, extraction.referents)),
        statements=tuple(map(_safe, extraction.statements)),
    )


def _safe(value: _Value) -> _Value:
    texts = {field.name: getattr(value, field.name) for field in fields(value)}
    return replace(value, **{name: _seen(text) for name, text in texts.items()})


def _seen(value: Any) -> Any:
    if type(value) is tuple:
        return tuple(map(_seen, value))
    return visible(value) if type(value) is str else value
