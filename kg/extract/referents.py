"""What bodies, people and the rest of an article's names share: their referents, mentions and other forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.grammar import BODY, Segment
from kg.extract.groups import PostGroup
from kg.extract.register import Register
from kg.extract.vocabulary import Vocabulary
from kg.model import Kind


@dataclass(frozen=True, slots=True)
class Item:
    """A mention with its tokens, as the relations read a sentence. `group` only for posts."""

    kind: Kind
    first: int
    last: int
    referent: int
    group: PostGroup | None = None


@dataclass(slots=True)
class Referents:
    """The referents of one article's names. items: their mentions in order; of: referent by first token."""

    register: Register
    vocabulary: Vocabulary
    splits: Sequence[Sequence[Segment]]
    items: list[Item] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)
    groups: list[PostGroup] = field(default_factory=list)
    parents: dict[int, Segment] = field(default_factory=dict)
    posted: set[int] = field(default_factory=set)
    branches: dict[str, str] = field(default_factory=dict)

    def _note(self, kind: Kind, segment: Segment, at: int) -> None:
        self.of[segment.first] = at
        self.items.append(Item(kind, segment.first, segment.last, at))
        self.register.mention(at, segment.first, segment.last)

    def text(self, first: int, last: int) -> str:
        """The text of a stretch of tokens, white space folded."""
        return self.register.prose.text(first, last)

    def region(self, first: int, last: int, *, whole: bool = False) -> str | None:
        """The code of the region that ends the stretch (`… Kota Yogyakarta`), or that it is."""
        tokens = self.register.prose.tokens
        for at in range(first, last):
            if tokens.lower[at] in self.vocabulary.regions.firsts:
                found = self.vocabulary.regions.longest(tokens.lower, at)
                if found and at + found[0] == last:
                    return found[1]
            if whole:
                return None
        return None

    def _define(self, segment: Segment, short: str) -> None:
        kind = Kind.INSTITUTION if segment.kind == BODY else Kind.PERSON
        at = self.of[segment.first]
        if kind == Kind.INSTITUTION and segment.row and segment.row.get("kind") == "company":
            self.register.alias(at, kind, short.lower())
            short = short.removeprefix("PT").lstrip(". ")
        taken = self.register.find(kind, short.lower())
        if taken is None or taken == at:
            self.register.alias(at, kind, short.lower())
            self.register.drafts[at].forms[short] += 1
        elif kind == Kind.INSTITUTION:
            self._unite(taken, at)

    def _unite(self, short: int, full: int) -> None:
        """An acronym or a nickname that was registered by itself turns out to be a fuller name's."""
        drafts = self.register.drafts
        drafts[full].forms.update(drafts[short].forms)
        for key, at in self.register.keys.items():
            if at == short:
                self.register.keys[key] = full
        self.register.mentions = [(s, e, full if at == short else at) for s, e, at in self.register.mentions]
        self.items = [Item(i.kind, i.first, i.last, full if i.referent == short else i.referent) for i in self.items]
        self.of = {first: full if at == short else at for first, at in self.of.items()}
