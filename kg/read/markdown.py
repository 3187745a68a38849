"""Markdown: front matter into what stands beside the text, and the text without its marks."""

from __future__ import annotations

import re

_FRONT = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>.+?)[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_)(?=\S)([^*_\n]+?)(?<=\S)\1")


def plain(text: str) -> tuple[str, dict[str, str]]:
    """The text without marks of headings, links and emphasis, and the fields of its front matter.

    >>> plain("---\\njudul: Rapat\\n---\\n# Rapat\\n\\n[Menteri](x) **hadir**.")
    ('Rapat\\n\\nMenteri hadir.', {'judul': 'Rapat'})
    """
    front = _FRONT.match(text)
    fields = _FIELD.findall(front.group("fields")) if front else []
    body = text[front.end() :] if front else text
    for pattern, by in ((_IMAGE, r"\1"), (_LINK, r"\1"), (_HEADING, r"\1"), (_QUOTED, ""), (_EMPHASIS, r"\2")):
        body = pattern.sub(by, body)
    return body, {name.lower(): value.strip("'\"") for name, value in fields}
