"""Topics and initiatives: what a theme, a discussion or a programme is called."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from kg.extract.entities import Entities, Item
from kg.extract.phrasing import MARKS, noun_phrase, title
from kg.model import Kind

_LONGEST_THEME = 30


@dataclass(slots=True)
class Topics:
    """Reads themes (`dengan tema “…”`), subjects (`membahas …`) and named programmes. items: in order found."""

    entities: Entities
    taken: Collection[int]
    items: list[Item] = field(default_factory=list)
    themes: set[int] = field(default_factory=set)

    def read(self) -> None:
        """Register every topic and initiative; `themes` gets the quotations that are names, not speech."""
        tokens, vocabulary = self.entities.register.prose.tokens, self.entities.vocabulary
        events = [item for item in self.entities.items if item.kind == Kind.EVENT]
        event_ends, named = {item.last for item in events}, {item.first for item in events}
        ends = (i for i in event_ends if i < tokens.count)
        for i in sorted({*ends, *vocabulary.verbs.starts(tokens.lower), *vocabulary.initiatives.starts(tokens.lower)}):
            if i in event_ends:
                at = i + (tokens.lower[i] == "berjudul")
                if title(tokens, at) > at and at + 1 not in named:
                    self._subject(at, themed=True)
            if i in self.taken or tokens.kind[i] != "w" or self.entities.register.prose.quote_of[i] >= 0:
                continue
            found = vocabulary.verbs.longest(tokens.lower, i)
            if found and (
                found[1]["class"] in ("theme", "discuss") or (found[1]["class"] == "about" and i in event_ends)
            ):
                self._subject(i + found[0], themed=found[1]["class"] == "theme")
            elif found and found[1]["class"] == "launch":
                self._programme(i + found[0], launched=True)
            if tokens.lower[i] in vocabulary.initiatives.firsts:
                self._programme(i + 1)

    def _subject(self, at: int, *, themed: bool) -> None:
        tokens, vocabulary = self.entities.register.prose.tokens, self.entities.vocabulary
        if at < tokens.count and tokens.lower[at] in (
            "adalah",
            "ialah",
            "yaitu",
            "yakni",
            "utama",
            "tentang",
            "mengenai",
            "terkait",
            ":",
        ):
            at += 1
        if at >= tokens.count:
            return
        if themed and tokens.word[at] not in MARKS:
            at = self._later(at)
        if tokens.word[at] in MARKS:
            close = self._close(at)
            if close > at + 1:
                self.themes.add(at)
                if self._event(at + 1, close):  # `lokakarya bertajuk “Lokakarya Publikasi 2019”`
                    return
                self.entities.forget(at + 1, close)
                self._add(Kind.TOPIC, at + 1, close, quoted=True)
            return
        if tokens.lower[at] in ("dalam", "bersama", *vocabulary.weights["phrase"]["ends"]):
            return
        end = self._capitals(at) if themed and tokens.cap[at] else noun_phrase(tokens, vocabulary, at, tokens.count)
        for first, last in self._enumerated(at, end):
            if last - first >= 2 and not self.taken_by(first, last):
                self._add(Kind.TOPIC, first, last)

    def _event(self, first: int, last: int) -> bool:
        """Whether the stretch as a whole is the name of an event."""
        return any((i.kind, i.first, i.last) == (Kind.EVENT, first, last) for i in self.entities.items)

    def _enumerated(self, first: int, last: int) -> list[tuple[int, int]]:
        """The parts of `A, B, dan C`; one part where no comma divides."""
        tokens = self.entities.register.prose.tokens
        commas = [i for i in range(first, last) if tokens.word[i] == ","]
        if not commas:
            return [(first, last)]
        joins = [i for i in range(commas[-1], last) if tokens.lower[i] in ("dan", "serta")]
        cuts = [*commas, *(joins[:1] if joins and joins[0] > commas[-1] + 1 else [])]
        starts = [first, *(cut + 1 for cut in cuts)]
        ends = [*cuts, last]
        return [(self._unjoined(start), end) for start, end in zip(starts, ends, strict=True)]

    def _unjoined(self, at: int) -> int:
        return at + 1 if self.entities.register.prose.tokens.lower[at] in ("dan", "serta") else at

    def _later(self, at: int) -> int:
        """`tema yang dibahas … adalah '…'`: the mark behind the copula of the same sentence, else `at`."""
        tokens = self.entities.register.prose.tokens
        if tokens.lower[at] not in ("yang", "dari", "acara", "kegiatan", "seminar", "besar"):
            return at
        for i in range(at, min(at + _LONGEST_THEME, tokens.count - 1)):
            if tokens.kind[i] == "l" or tokens.word[i] in ".?!":
                break
            behind = i + 1 + (tokens.word[i + 1] == ":")
            copula = tokens.lower[i] in ("adalah", "yakni", "yaitu", "ialah")
            if copula and behind < tokens.count and tokens.word[behind] in MARKS:
                return behind
        return at

    def taken_by(self, first: int, last: int) -> bool:
        """Whether the stretch is no more than a pointing word (`hal itu`, `hal ini`)."""
        return (
            self.entities.register.prose.tokens.lower[first] in ("hal", "ini", "itu", "apa", "soal")
            and last - first < 4
        )

    def _capitals(self, at: int) -> int:
        tokens = self.entities.register.prose.tokens
        i = at
        while i < tokens.count and tokens.kind[i] in "wn" and i < at + _LONGEST_THEME:
            joins = i + 1 < tokens.count and tokens.cap[i + 1] and tokens.lower[i] not in ("di", "pada", "yang")
            if not tokens.cap[i] and tokens.kind[i] == "w" and not joins:
                break
            i += 1
        return i

    def _close(self, opening: int) -> int:
        """The token of the mark that closes the one at `opening`, within one paragraph."""
        tokens = self.entities.register.prose.tokens
        for i in range(opening + 1, min(opening + _LONGEST_THEME, tokens.count)):
            if tokens.word[i] in MARKS and not (
                i + 1 < tokens.count and tokens.kind[i + 1] == "w" and tokens.end[i] == tokens.start[i + 1]
            ):
                return i
            if tokens.kind[i] == "l":
                break
        return opening

    def _programme(self, at: int, *, launched: bool = False) -> None:
        """`gerakan "Indonesia Bicara Baik"`, `aplikasi Jaki`: the quoted or capitalised name behind the noun."""
        tokens, vocabulary = self.entities.register.prose.tokens, self.entities.vocabulary
        if at < tokens.count and tokens.word[at] in MARKS:
            close = self._close(at)
            if close - at > 1:
                self.themes.add(at)
                self._add(Kind.INITIATIVE, at + 1, close, quoted=True)
            return
        end = self._capitals(at) if launched and at < tokens.count and tokens.cap[at] and at not in self.taken else at
        named = end > at and not self.entities.covers(at) and tokens.lower[at] not in vocabulary.stop
        if named:
            self._add(Kind.INITIATIVE, at, end)

    def _add(self, kind: Kind, first: int, last: int, *, quoted: bool = False) -> None:
        label = self.entities.text(first, last).strip(" .,;:")
        register = self.entities.register
        at = register.add(kind, label.lower(), label)
        register.mention(at, first, last)
        self.items.append(Item(kind, first - quoted, last + quoted, at))
