"""An article's prose as the extraction reads it: entities decoded, furniture gone, offsets kept.

The working text joins the article's body blocks by line breaks. `origin` leads every stretch of it back to
the article's own characters.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from kg.language.quotes import quoted
from kg.language.sentences import sentences
from kg.language.tokens import Tokens, tokenise
from kg.language.unescape import Plain, plain
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Prose:
    """tokens: of the working text; quotes and sentences: token ranges in it; `quote_of[i]` is the index of
    the quotation that token `i` stands in, or -1; blocks: of the body, each with where it `begins` in the working
    text and in the article's own."""

    article: Article
    tokens: Tokens
    quotes: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    quote_of: tuple[int, ...]
    blocks: tuple[tuple[int, int, Plain], ...]
    begins: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The article's own `[start, end)` for a stretch of the working text."""
        first = self._block(start)
        last = self._block(max(start, end - 1))
        if first is last:
            begin, own, block = first
            lead, tail = block.origin(start - begin, end - begin)
            return own + lead, own + tail
        return self.origin(start, start + 1)[0], self.origin(end - 1, end)[1]

    def _block(self, at: int) -> tuple[int, int, Plain]:
        return self.blocks[bisect_right(self.begins, at) - 1]

    def text(self, first: int, last: int) -> str:
        """The working text of tokens `first`…`last - 1`, white space folded."""
        return " ".join(self.tokens.slice(first, last).split())


def prose(article: Article) -> Prose:
    """The prose of an article."""
    parts: list[str] = []
    blocks: list[tuple[int, int, Plain]] = []
    length = 0
    for span in article.body:
        # a paragraph whose lines were broken has the breaks in it
        block = plain(article.text[span.start : span.end].replace("\n", " ").replace("\r", " "))
        blocks.append((length, span.start, block))
        parts.append(block.text)
        length += len(block.text) + 1
    tokens = tokenise("\n".join(parts))
    quotes = quoted(tokens)
    inside = [-1] * tokens.count
    for number, (opening, closing) in enumerate(quotes):
        inside[opening : closing + 1] = [number] * (closing + 1 - opening)
    return Prose(
        article,
        tokens,
        tuple(quotes),
        tuple(sentences(tokens, quotes)),
        tuple(inside),
        tuple(blocks),
        tuple(begin for begin, _, _ in blocks),
    )
