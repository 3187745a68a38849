"""Surface patterns of the relation files, compiled to regular expressions over sentence shapes.

Constructs, separated by blanks:

==================  ==========================================================================
`<Event:o>`         a mention of that kind, bound to `s` (subject), `o` (object) or nothing
`<Person|Role:s>`   of one of several kinds
`<Person:s>+`       a list of them (`A, B dari X, dan C`), each bound
`<Person:s>++`      a list of them with words between (`A, seorang dosen, dan B yang juga …`), each bound
`{organise}`        a word of that class (`kg/lexicon/shapes.toml`), `{with|and}` of one of them
`..4`               at most four words or places: no clause's end, verb of reporting, person, body or event
`~4`                the same, but persons and bodies may stand there
`^`                 the sentence begins here
`X?`                `X` may be missing
==================  ==========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import DataError
from kg.extract.shapes import DATE, LETTERS, Element, Shape
from kg.model import Kind

_KINDS = {kind.value: letter for kind, letter in LETTERS.items()} | {"Date": DATE, "Speaker": "SX"}
_JOIN = r"(?:,&|&|,C|C|,w|w|,)"
_LOOSE = r"[^;QEsSPoOaAhpæ]{0,9}"
_NARROW = r"[^;QEsSPIoOhAn]"
_WIDE = r"[^;QEsS]"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern holds: the bound elements, the elements it spans, the letters it met."""

    subjects: tuple[Element, ...]
    objects: tuple[Element, ...]
    first: Element
    last: Element
    letters: str
    at: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern. needs: the letters without which it cannot match; words: those of the word classes that
    it names."""

    name: str
    regex: re.Pattern[str]
    needs: frozenset[str]
    words: frozenset[str]

    def matches(self, sentence: Shape) -> list[Match]:
        """Every place of the sentence where the pattern holds, left to right, none inside another."""
        return [_match(found, sentence) for found in self.regex.finditer(sentence.letters)]


def _match(found: re.Match[str], sentence: Shape) -> Match:
    elements = sentence.elements[found.start() : found.end()]
    return Match(
        _bound(found, "s", sentence),
        _bound(found, "o", sentence),
        elements[0],
        elements[-1],
        found.group(),
        found.start(),
    )


def _bound(found: re.Match[str], name: str, sentence: Shape) -> tuple[Element, ...]:
    if name not in found.re.groupindex or found.start(name) < 0:
        return ()
    elements = sentence.elements[found.start(name) : found.end(name)]
    return tuple(element for element in elements if element.referent >= 0 or element.letter == DATE)


def compile_pattern(name: str, source: str, letters: Mapping[str, str]) -> Pattern:
    """The pattern written as `source`; letters: word classes to letters. DataError for what it cannot read."""
    needs: set[str] = set()
    parts = [_part(name, part, letters, needs) for part in source.split()]
    classes = [word for group in re.findall(r"\{([\w|]+)\}", source) for word in group.split("|")]
    return Pattern(name, re.compile("".join(parts)), frozenset(needs), frozenset(letters[word] for word in classes))


def _part(name: str, part: str, letters: Mapping[str, str], needs: set[str]) -> str:
    if part == "^":
        return "^"
    if gap := re.fullmatch(r"(\.\.|~)(\d+)", part):
        return f"{_NARROW if gap.group(1) == '..' else _WIDE}{{0,{gap.group(2)}}}?"
    shape = re.fullmatch(r"(?:<([\w|]+)(?::([so]))?>|\{([\w|]+)\})(\?|\+{0,2})", part)
    if not shape:
        raise DataError(f"'{part}' is no construct of a pattern", where=name, hint="see kg/extract/patterns.py")
    kinds, bound, words, many = shape.groups()
    names = (kinds or words).split("|")
    table: Mapping[str, str] = _KINDS if kinds else letters
    unknown = [one for one in names if one not in table]
    if unknown:
        raise DataError(f"'{unknown[0]}' is no kind or word class", where=name, hint=", ".join(sorted(table)))
    chosen = "".join(table[one] for one in names)
    if len(chosen) == 1 and many != "?":
        needs.add(chosen)
    one = f"[{re.escape(chosen)}]"
    item = f"{one}(?:F[IL])?"
    body = {"+": f"{item}(?:{_JOIN}{item})*", "++": f"{item}(?:{_LOOSE}{item})*"}.get(many, one)
    return (f"(?P<{bound}>{body})" if bound else f"(?:{body})") + ("?" if many == "?" else "")


__all__ = ["Kind", "Match", "Pattern", "compile_pattern"]
