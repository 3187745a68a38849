"""An article's text cut along its marks: blocks to read, in them atoms that all marks treat alike.

Marks may nest, cross, or run over the end of a block: `walk` opens and closes them so that they always nest, a
mark that crosses another in several pieces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from kg.language.quotes import quoted
from kg.language.sentences import sentences
from kg.language.tokens import tokenise
from kg.model import Article, Extraction, Kind, Span

_LINE = re.compile(r"[^\r\n]+")
_INK = re.compile(r"\S(?:[^\r\n]*\S)?")
_LONG = 900
"""A line of more characters is read sentence by sentence."""


class Layer(IntEnum):
    """What a mark says of its stretch; where two begin and end together, the lower one is outside."""

    LEFT_OUT = 0
    HEADLINE = 1
    QUOTATION = 2
    MENTION = 3
    STATEMENT = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch `[start, end)`. number: which mention, statement or referent of the extraction it is."""

    start: int
    end: int
    layer: Layer
    number: int = 0

    def outside_in(self) -> tuple[int, int, int, int]:
        """A key that sorts what begins first, and of that what ends last, to the front."""
        return self.start, -self.end, self.layer, self.number


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of text with the marks that it stands in, outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    def numbers(self, layer: Layer) -> tuple[int, ...]:
        """The numbers of the atom's marks of a layer."""
        return tuple(mark.number for mark in self.marks if mark.layer == layer)


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the article, or a sentence of a long one, with the white space behind it; blocks leave no gap.

    statements: the numbers of those that begin here; left_out: nothing here was read, no prose and no headline.
    """

    atoms: tuple[Atom, ...]
    statements: tuple[int, ...]
    left_out: bool


@dataclass(frozen=True, slots=True)
class Open:
    """A mark begins; or, `again`, goes on behind a place where it had to be closed."""

    mark: Mark
    again: bool


@dataclass(frozen=True, slots=True)
class Close:
    """A mark ends; or, `more`, is only closed because another one around it, or its block, ends."""

    mark: Mark
    more: bool


def blocks(extraction: Extraction) -> tuple[Block, ...]:
    """The article's text from its first character to its last, in blocks; none if it is empty."""
    text = extraction.article.text
    marks = [*_frame(extraction.article), *_found(extraction)]
    starts = _starts(text)
    grouped: list[list[Atom]] = [[] for _ in starts]
    for atom in _atoms(marks, [*starts, len(text)]):
        grouped[bisect_right(starts, atom.start) - 1].append(atom)
    begun: list[list[int]] = [[] for _ in starts]
    for number, statement in enumerate(extraction.statements):
        begun[bisect_right(starts, statement.start) - 1].append(number)
    return tuple(
        Block(tuple(atoms), tuple(numbers), all(_passed_over(text, atom) for atom in atoms))
        for atoms, numbers in zip(grouped, begun, strict=True)
    )


def _passed_over(text: str, atom: Atom) -> bool:
    return text[atom.start : atom.end].isspace() or any(mark.layer == Layer.LEFT_OUT for mark in atom.marks)


def walk(atoms: Iterable[Atom], layers: frozenset[Layer]) -> Iterator[Open | Close | Atom]:
    """The atoms, between them the marks of the given layers opened and closed so that they nest."""
    stack: list[Mark] = []
    at = 0
    for atom in atoms:
        wanted = [mark for mark in atom.marks if mark.layer in layers]
        kept = sum(1 for _ in _common(stack, wanted))
        yield from (Close(mark, mark.end > at) for mark in reversed(stack[kept:]))
        yield from (Open(mark, mark.start < atom.start) for mark in wanted[kept:])
        yield atom
        stack, at = wanted, atom.end
    yield from (Close(mark, mark.end > at) for mark in reversed(stack))


def _common(one: list[Mark], two: list[Mark]) -> Iterator[Mark]:
    for left, right in zip(one, two, strict=False):
        if left != right:
            return
        yield left


def _atoms(marks: Iterable[Mark], edges: Iterable[int]) -> Iterator[Atom]:
    """The stretches between one beginning or end of a mark, or edge, and the next."""
    waiting = sorted((mark for mark in marks if mark.start < mark.end), key=Mark.outside_in, reverse=True)
    ends = {place for mark in waiting for place in (mark.start, mark.end)}
    inside: list[Mark] = []
    for start, end in pairwise(sorted(ends.union(edges))):
        inside = [mark for mark in inside if mark.end > start]
        while waiting and waiting[-1].start <= start:
            inside.append(waiting.pop())
        yield Atom(start, end, tuple(inside))


def _found(extraction: Extraction) -> Iterator[Mark]:
    for number, referent in enumerate(extraction.referents):
        if referent.span:
            yield Mark(referent.span.start, referent.span.end, Layer.QUOTATION, number)
    for number, mention in enumerate(extraction.mentions):
        if mention.kind != Kind.QUOTATION:
            yield Mark(mention.start, mention.end, Layer.MENTION, number)
    for number, statement in enumerate(extraction.statements):
        yield Mark(statement.start, statement.end, Layer.STATEMENT, number)


def _frame(article: Article) -> Iterator[Mark]:
    """The headline, and what of each line is neither that nor prose."""
    head = article.headline_span
    if head:
        yield Mark(head.start, head.end, Layer.HEADLINE)
    end = len(article.text)
    at = 0
    for span in (*sorted((*article.body, *([head] if head else []))), Span(end, end)):
        for ink in _INK.finditer(article.text, at, span.start):
            yield Mark(*ink.span(), Layer.LEFT_OUT)
        at = max(at, span.end)


def _starts(text: str) -> list[int]:
    """Where blocks begin; the first one at 0, whatever white space it has in front."""
    lines = [line for line in _LINE.finditer(text) if not line.group().isspace()]
    found = [line.start() + start for line in lines for start in _sentences(line.group())]
    return [0, *found[1:]] if text else []


def _sentences(line: str) -> Iterable[int]:
    """Where the sentences of a line begin if it is long, else where the line does."""
    if len(line) <= _LONG:
        return (0,)
    tokens = tokenise(line)
    return [tokens.start[first] for first, _ in sentences(tokens, quoted(tokens))]
