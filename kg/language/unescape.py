"""HTML entities decoded, however often escaped, with a way back to the original offsets."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});|\\'")


@dataclass(frozen=True, slots=True)
class Plain:
    """The decoded text. plain/source: where each stretch that is as written begins, in both texts."""

    text: str
    plain: tuple[int, ...] = (0,)
    source: tuple[int, ...] = (0,)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that `text[start:end]` was decoded from, entities whole.

        >>> plain("A &amp;amp; B").origin(2, 3)
        (2, 11)
        """
        return self._source(start, 0), self._source(end, 1)

    def _source(self, at: int, side: int) -> int:
        stretch = bisect_right(self.plain, at) - 1
        inside = at - self.plain[stretch]
        if inside and stretch % 2:  # every other stretch is an entity; some stand for two characters
            return self.source[stretch + side]
        return self.source[stretch] + inside


def plain(text: str) -> Plain:
    """The text with its entities decoded; those of no known name stay as they are."""
    if "&" not in text and "\\'" not in text:
        return Plain(text)
    parts: list[str] = []
    starts, sources = [0], [0]
    length = last = 0
    for match in _ENTITY.finditer(text):
        decoded = _decode(match.group())
        if decoded == match.group():
            continue
        parts += [text[last : match.start()], decoded]
        length += match.start() - last
        # The entity's own character begins a stretch, so that no span can begin or end inside an entity.
        starts += [length, length + len(decoded)]
        sources += [match.start(), match.end()]
        length += len(decoded)
        last = match.end()
    return Plain("".join([*parts, text[last:]]), tuple(starts), tuple(sources))


def _decode(entity: str) -> str:
    if entity == "\\'":
        return "'"
    before = ""
    while before != entity:
        before, entity = entity, html.unescape(entity)
    return entity.replace("\xa0", " ")
