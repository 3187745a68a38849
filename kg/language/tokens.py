"""Tokens with offsets, in one pass of one compiled pattern.

A token is a word (inner hyphens, apostrophes and dotted degrees kept: `S.Sos.`, `E.S.`, `Ma'ahid`,
`aksi-aksi`), a number (`35`, `1.040`, `7/12`, `20:43`), a line break, or one mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import table, words

_SHAPE = r"""
      (?P<e>  [A-Za-z]++(?=[\ ,\n]) )
    | (?P<a>  (?=[^\W\d_]++\.)
              (?:(?=[A-Z][A-Za-z]{{0,4}}\.[A-Z])(?:{degrees})\.(?=(?:{degrees})(?!\w))
               | (?!(?:Prof|Dr[sa]?|Ir|Hj?|KH)\.[A-Z][a-z.])(?:[A-Z][a-z]{{0,3}}\.)+[A-Z][A-Za-z]{{0,3}}(?![\w'’])\.?
               | (?:[A-Z]\.)+(?![a-z])
               | (?:{abbreviations})\.(?=[\s\w,)]|$)
               | (?=[A-Z][A-Za-z]?\.[a-z])(?:{degrees})(?!\w)\.?) )
    | (?P<m>   (?:[A-Z]{{2,6}}[\-.])?\d+(?:[./\-][A-Za-z0-9]+)*/[A-Z][A-Za-z.\-]*\d*(?:/[A-Za-z0-9\-]+)+ )
    | (?P<w>  [^\W\d_]+(?:(?:['’`\-‐‑/&]|\.(?=(?:{domains})\b))?[^\W_]+)*(?:(?<=[A-Z\d])\+(?=\ [A-Z]))? )
    | (?P<n>   \d+(?:[.,/:\-–]\d+)*(?:[^\W\d_]{{1,3}}\b)? )
    | (?P<l>  \n+ )
    | (?P<p>  [^\w\s] | _ )
"""
"""The first alternative, and the looks ahead at the second's head and at its first and fourth line, change no token:
they only spare plain words the others."""
_KINDS = str.maketrans("eam", "wwn")
_DOTTED = re.compile(r"[^\W\d_]{2,}\.")
_DEGREE = re.compile(r"[A-Z][A-Za-z]*(?:\.[A-Za-z]+)*")
_AFTER_STOP = re.compile(r"\.([A-Z])")


@cache
def _pattern() -> re.Pattern[str]:
    titles = {row["form"].removesuffix(".") for row in table("titles") if _DOTTED.fullmatch(row["form"])}
    abbreviations = "|".join(sorted(words("abbreviations") | titles, key=lambda word: (-len(word), word)))
    domains = "|".join(form for domain in sorted(words("domains")) for form in (domain, domain.upper(), domain.title()))
    return re.compile(
        _SHAPE.format(abbreviations=abbreviations, degrees="|".join(_degrees()), domains=domains), re.VERBOSE
    )


def _degrees() -> list[str]:
    """Patterns of the degrees behind names without their last stop, longest first, a small letter allowed behind each
    other stop: `M.Hum`, `M.hum`."""
    written = {row["form"].removesuffix(".") for row in table("titles") if row["kind"] == "after"}
    forms = sorted((form for form in written if _DEGREE.fullmatch(form)), key=lambda form: (-len(form), form))
    return [
        _AFTER_STOP.sub(lambda found: f".[{found[1]}{found[1].lower()}]", form).replace(".", r"\.") for form in forms
    ]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel columns: token `i` is `text[start[i]:end[i]]`.

    lower: the token case-folded to plain apostrophes; kind: `w` word, `n` number, `l` line break, `p` mark;
    cap: it is a word that begins with a capital; count: how many tokens there are.

    >>> tokenise("Dr. H. Budi, S.Sos. (7/12)").word
    ('Dr.', 'H.', 'Budi', ',', 'S.Sos.', '(', '7/12', ')')
    >>> tokenise("Prof.Dr.H.Alex Noerdin").word
    ('Prof.', 'Dr.', 'H.', 'Alex', 'Noerdin')
    >>> tokenise("Budi, S.E.M.Si. dan Siti, SH.M.hum.").word
    ('Budi', ',', 'S.E.', 'M.Si.', 'dan', 'Siti', ',', 'SH.', 'M.hum.')
    """

    text: str
    word: tuple[str, ...]
    lower: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    kind: str
    cap: tuple[bool, ...]
    count: int

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` to token `last - 1`, as written."""
        return self.text[self.start[first] : self.end[last - 1]]


def tokenise(text: str) -> Tokens:
    """Every token of the text, in order; no character but white space is left out."""
    matches = list(_pattern().finditer(text))
    surface = tuple([match.group() for match in matches])
    kinds = "".join([match.lastgroup or "p" for match in matches]).translate(_KINDS)
    folded = " ".join(surface).lower().replace("’", "'").replace("`", "'")  # no token holds a blank
    lower = tuple(folded.split(" ")) if surface else ()
    starts, ends = tuple([match.start() for match in matches]), tuple([match.end() for match in matches])
    cap = tuple([kind == "w" and word[0].isupper() for word, kind in zip(surface, kinds, strict=True)])
    return Tokens(text, surface, lower, starts, ends, kinds, cap, len(matches))
