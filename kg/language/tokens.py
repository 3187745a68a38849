"""Tokens with offsets, in one pass of one compiled pattern.

A token is a word (inner hyphens, apostrophes and dotted degrees kept: `S.Sos.`, `E.S.`, `Ma'ahid`,
`aksi-aksi`), a number (`35`, `1.040`, `7/12`, `20:43`), a line break, or one mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import words

_SHAPE = r"""
      (?P<abbr>  (?:[A-Z][a-z]{{0,3}}\.)+[A-Z][A-Za-z]{{0,3}}(?![\w'’])\.?
               | (?:[A-Z]\.)+(?![a-z])
               | (?:{abbreviations})\.(?=[\s\w,)]|$) )
    | (?P<word>  [^\W\d_]+(?:(?:['’`\-‐‑/&]|\.(?=(?:com|id|go|co|net|org|ac)\b))?[^\W_]+)* )
    | (?P<num>   \d+(?:[.,/:\-–]\d+)*(?:[^\W\d_]{{1,3}}\b)? )
    | (?P<line>  \n+ )
    | (?P<mark>  [^\w\s] | _ )
"""


@cache
def _pattern() -> re.Pattern[str]:
    abbreviations = "|".join(sorted(words("abbreviations"), key=lambda word: (-len(word), word)))
    return re.compile(_SHAPE.format(abbreviations=abbreviations), re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel columns: token `i` is `text[start[i]:end[i]]`.

    lower: the token case-folded to plain apostrophes; kind: `w` word, `n` number, `l` line break, `p` mark;
    cap: it is a word that begins with a capital.

    >>> tokenise("Dr. H. Budi, S.Sos. (7/12)").word
    ('Dr.', 'H.', 'Budi', ',', 'S.Sos.', '(', '7/12', ')')
    """

    text: str
    word: tuple[str, ...]
    lower: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    kind: str
    cap: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.word)

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` to token `last - 1`, as written."""
        return self.text[self.start[first] : self.end[last - 1]]


_LETTER = {"abbr": "w", "word": "w", "num": "n", "line": "l", "mark": "p"}


def tokenise(text: str) -> Tokens:
    """Every token of the text, in order; no character but white space is left out."""
    surface: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    for match in _pattern().finditer(text):
        surface.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
        kinds.append(_LETTER[match.lastgroup or "mark"])
    lower = tuple(word.lower().replace("’", "'").replace("`", "'") for word in surface)
    cap = tuple(kind == "w" and word[0].isupper() for word, kind in zip(surface, kinds, strict=True))
    return Tokens(text, tuple(surface), lower, tuple(starts), tuple(ends), "".join(kinds), cap)
