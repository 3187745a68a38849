"""Clauses: where a clause of a sentence ends, what is relative or inserted, and which verb a word stands before.

Not a parse: a few landmarks (commas, `yang`, `saat`, `tetapi`, verbs of reporting) that officialese and newswriting
keep to. Positions are those of the shape's elements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.extract.shapes import DATE, LETTERS, WORD, Element, Shape
from kg.extract.vocabulary import Vocabulary
from kg.language.tokens import Tokens
from kg.model import Kind

NAMES = frozenset(LETTERS.values()) | {DATE}
EVENT, PLACE = LETTERS[Kind.EVENT], LETTERS[Kind.PLACE]
_ADVERB, _SPEECH, _WITH = "1", "sS", "w"
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Clauses:
    """The landmarks of one sentence. spec: the table `[commitment]` of `shapes.toml`."""

    sentence: Shape
    tokens: Tokens
    vocabulary: Vocabulary
    spec: Mapping[str, Any]

    @property
    def letters(self) -> str:
        """The sentence's shape."""
        return self.sentence.letters

    def lower(self, at: int) -> str:
        """The first word of an element."""
        return self.tokens.lower[self.sentence.elements[at].first]

    def verb(self, at: int) -> bool:
        """Whether a verb that relations know stands there."""
        return self.letters[at] in self.spec["predicates"]

    # -- where a clause ends --------------------------------------------------------------------

    def breaks(self, at: int) -> bool:
        """Whether another clause begins: `tetapi`, `karena`, a semicolon, the comma behind `Karena …,`."""
        if self.letters[at] == ";" or self.lower(at) in self.spec["breaks"]:
            return True
        return self.letters[at] == "," and self.lower(0) in self.spec["breaks"] and "," not in self.letters[:at]

    def begin(self, at: int) -> int:
        """Where the clause of `at` begins."""
        return next((i + 1 for i in range(at, -1, -1) if self.breaks(i)), 0)

    def end(self, at: int, *, inserted: bool = False) -> int:
        """Where what is said behind `at` ends: at the next clause or verb of reporting; if it is inserted between
        commas, at the comma."""
        for i in range(at + 1, len(self.letters)):
            if self._reports(i) or self.breaks(i) or (inserted and self.letters[i] == ","):
                return i
        return len(self.letters)

    def _reports(self, at: int) -> bool:
        """Whether somebody has the word from here on; not the rumour itself: `kabar yang menyebut …`."""
        return self.letters[at] in _SPEECH and self.letters[at - 1 : at] not in ("Y", "H")

    def comma(self, at: int) -> int:
        """The comma that ends a condition: the first one behind more than names."""
        end, content = self.end(at), False
        for i in range(at + 1, end):
            if self.letters[i] == "," and content:
                return i
            content = content or self.letters[i] not in NAMES | {",", "&"}
        return end

    # -- what hangs on what ---------------------------------------------------------------------

    def relative(self, at: int) -> bool:
        """Whether `yang` stands before the word, with nothing but light words between."""
        before = next((i for i in range(at - 1, -1, -1) if not self._light(i)), None)
        return before is not None and self.letters[before] == "Y"

    def onward(self, at: int, end: int) -> Iterator[int]:
        """The verbs behind, but those of relative clauses and of `saat …`: they tell of what is taken for granted."""
        return (i for i in range(at + 1, end) if self.verb(i) and not self._granted(i, at))

    def _granted(self, verb: int, since: int) -> bool:
        before = next((i for i in range(verb - 1, since, -1) if self.letters[i] in "Yu" or not self._light(i)), None)
        return before is not None and self.letters[before] in "Yu"

    def _light(self, at: int) -> bool:
        """A word that may stand between a verb and what governs it: `segera`, `turut`, `sudah`, another such word."""
        if self.letters[at] in NAMES:
            return False
        lower = self.lower(at)
        return self.letters[at] == _ADVERB or lower in self.spec["light"] or lower in self.vocabulary.status.firsts

    # -- one verb -------------------------------------------------------------------------------

    def behind(self, at: int) -> tuple[int, ...]:
        """The verb before `mendatang`; none if it qualifies an event (`Pemilu mendatang`)."""
        for i in range(at - 1, -1, -1):
            if self.verb(i):
                return (i,)
            if self.letters[i] in _SPEECH or self.breaks(i) or (i == at - 1 and self.letters[i] == EVENT):
                break
        return ()

    def next(self, at: int, *, denied: bool = False) -> tuple[int, ...]:
        """The verb that `akan` or `tidak` stands before, known or not, or both (`tidak berani menggelar`); else the
        name right behind, a place or day only if denied (`bukan di Kupang`)."""
        words: list[int] = []
        relative = self.relative(at)
        for i in range(at + 1, min(at + _AHEAD, len(self.letters))):
            if self.verb(i):
                return (*words[:1], i)
            if self.letters[i] in ",.Y" or self.letters[i] in _SPEECH or self.breaks(i):
                break
            if self.letters[i] in NAMES and not words and (denied or self.letters[i] not in (PLACE, DATE)):
                return (i,) if denied or self.letters[i - 1] != _WITH else ()
            if self.letters[i] == WORD and not self._light(i):
                words.append(i)
                if relative and (len(words) > 1 or self._whole(self.sentence.elements[i])):
                    return ()
        return () if relative else tuple(words[:1])

    def _whole(self, element: Element) -> bool:
        """A verb of what people do by themselves: `yang akan pensiun membuka …`."""
        verbs, lower = self.vocabulary.verbs, self.tokens.lower
        return lower[element.first] in verbs.firsts and verbs.longest(lower, element.first) is not None
