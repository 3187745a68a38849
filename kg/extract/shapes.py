"""A sentence as a string of one letter an element, so that relation patterns are regular expressions.

Elements are mentions (their kind's letter), dates, quotations, the words that patterns know (by class) and
every other word. What belongs to a mention (titles, degrees, asides, the post beside its holder) is part of
it and no element.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.values import value
from kg.extract.vocabulary import Vocabulary
from kg.language.tokens import Tokens
from kg.model import Kind

LETTERS = {
    Kind.PERSON: "P",
    Kind.ROLE: "R",
    Kind.INSTITUTION: "I",
    Kind.EVENT: "E",
    Kind.TOPIC: "T",
    Kind.PLACE: "L",
    Kind.INITIATIVE: "N",
    Kind.REGULATION: "U",
    Kind.QUOTATION: "Q",
}
_POINTERS = ("hal", "pernyataan")
DATE, WORD, MARK, STOP = "D", "x", ".", ";"


@value
class Element:
    """One letter of a shape: its tokens, and the referent it names (-1 for words)."""

    letter: str
    first: int
    last: int
    referent: int = -1


@dataclass(frozen=True, slots=True)
class Shape:
    """A sentence's elements and their letters as one string."""

    letters: str
    elements: tuple[Element, ...]


def shape(
    tokens: Tokens,
    sentence: tuple[int, int],
    elements: Mapping[int, Element],
    hidden: Mapping[int, int],
    classes: Classes,
) -> Shape:
    """The shape of a sentence. elements: mentions, dates and quotations by first token; hidden: stretches to
    pass over, first token to last."""
    found: list[Element] = []
    i, end = sentence
    while i < end:
        if i in elements:
            found.append(elements[i])
            i = max(i + 1, elements[i].last)
        elif i in hidden:
            i = max(i + 1, hidden[i])
        else:
            element = classes.word(tokens, i)
            found.append(element)
            i = element.last
    return Shape("".join(element.letter for element in found), tuple(found))


@dataclass(frozen=True, slots=True)
class Classes:
    """Letters of the words that patterns know, from `kg/lexicon/verbs.tsv`, `status.tsv` and `shapes.toml`."""

    vocabulary: Vocabulary
    letters: Mapping[str, str]
    plain: Mapping[str, str]
    firsts: frozenset[str]

    def word(self, tokens: Tokens, i: int) -> Element:
        """The element of the word, mark or known phrase at token `i`."""
        lower = tokens.lower[i]
        known = self._phrase(tokens, i) if lower in self.firsts else None
        if known:
            return known
        if lower in self.plain:
            return Element(self.plain[lower], i, i + 1)
        if tokens.kind[i] == "w" or tokens.kind[i] == "n":
            return Element(WORD, i, i + 1)
        return Element(STOP if tokens.word[i] in ";.!?" else MARK, i, i + 1)

    def _phrase(self, tokens: Tokens, i: int) -> Element | None:
        """The element of the phrase of the tables, or of the pointer (`hal itu`), at token `i`."""
        for phrases in (self.vocabulary.verbs, self.vocabulary.status):
            found = phrases.longest(tokens.lower, i)
            if found and found[1]["class"] in self.letters:
                return Element(self.letters[found[1]["class"]], i, i + found[0])
        if tokens.lower[i] not in _POINTERS or i + 1 == tokens.count:
            return None
        letter = self.plain.get(f"{tokens.lower[i]} {tokens.lower[i + 1]}")
        return Element(letter, i, i + 2) if letter else None


def classes(
    vocabulary: Vocabulary, spec: Mapping[str, Mapping[str, str]], words: Mapping[str, Sequence[str]]
) -> Classes:
    """Letters by class, and the small words' letters turned round for look-up."""
    plain = dict.fromkeys(vocabulary.cues, spec["words"]["somebody"])
    plain |= {word: spec["words"][name] for name, group in words.items() for word in group}
    firsts = vocabulary.verbs.firsts.union(vocabulary.status.firsts, _POINTERS)
    return Classes(vocabulary, spec["classes"], plain, firsts)
