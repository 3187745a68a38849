"""Stretches in double quote marks, whatever mixture of marks the text uses."""

from __future__ import annotations

from functools import cache

from kg.language.tokens import Tokens
from kg.lexicon import table

_MARKS = frozenset('"“”„‟″❝❞«»')
_OPENS = frozenset("“„«❝")
_CLOSES = frozenset("”»❞")
_STRAY = 4


def quoted(tokens: Tokens) -> list[tuple[int, int]]:
    """Pairs of token indices of the opening and the closing mark, in order, never nested.

    A mark's side is read from its shape, else from the space around it, else from what is open. A quotation
    that is never closed ends with its paragraph when it began one (each paragraph of a long quotation opens
    anew); any other is none. The closing one's index is then that of the line break, or the count of tokens.
    Where `, katanya.` stands inside, the closing mark before it was forgotten.
    """
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    told = _told()
    for i, word in enumerate(tokens.word):
        if tokens.kind[i] == "l":
            if opened is not None and _goes_on(tokens, opened, i):
                pairs.append((opened, i))
            opened = None
        elif opened is not None and tokens.lower[i] in told and _told_inside(tokens, i):
            pairs.append((opened, i - 1))
            opened = None
        elif word in _MARKS:
            if opened is None:
                opened = None if _surely_closes(tokens, i) else i
            elif not _surely_opens(tokens, i):
                pairs.append((opened, i))
                opened = None
    if opened is not None and _goes_on(tokens, opened, tokens.count):
        pairs.append((opened, tokens.count))
    return pairs


@cache
def _told() -> frozenset[str]:
    """Verbs of reporting with `-nya`: they stand behind a quotation, not in it."""
    return frozenset(row["form"] for row in table("verbs") if row["class"] == "said" and " " not in row["form"])


def _told_inside(tokens: Tokens, i: int) -> bool:
    return 0 < i < tokens.count - 1 and tokens.word[i - 1] in ",'’" and tokens.word[i + 1] in ".,"


def _goes_on(tokens: Tokens, opened: int, end: int) -> bool:
    """Whether a quotation that is still open at its paragraph's end is one: no stray mark."""
    return _begins_paragraph(tokens, opened) and end - opened > _STRAY


def _surely_opens(tokens: Tokens, i: int) -> bool:
    return tokens.word[i] in _OPENS and not _glued_before(tokens, i)


def _surely_closes(tokens: Tokens, i: int) -> bool:
    if tokens.word[i] in _CLOSES and tokens.word[i] != "”":
        return True
    return _glued_before(tokens, i) and not _glued_after(tokens, i) and tokens.word[i] not in _OPENS


def _glued_before(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.kind[i - 1] != "l" and tokens.word[i - 1] != "(" and tokens.end[i - 1] == tokens.start[i]


def _glued_after(tokens: Tokens, i: int) -> bool:
    return i + 1 < tokens.count and tokens.kind[i + 1] == "w" and tokens.end[i] == tokens.start[i + 1]


def _begins_paragraph(tokens: Tokens, i: int) -> bool:
    return i == 0 or tokens.kind[i - 1] == "l"
