"""Segments made into referents: bodies, persons, posts, places and capitalised events of one article."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.grammar import ASIDE, BODY, COMMA, DEGREE, EVENT, INITIATIVE, PERSON, PLACE, POST, TITLE, Segment
from kg.extract.groups import PostGroup, adjacent_bodies, post_groups
from kg.extract.names import abbreviates
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
class Entities:
    """The referents of one article's names. items: their mentions in order; of: referent by first token."""

    register: Register
    vocabulary: Vocabulary
    splits: Sequence[Sequence[Segment]]
    items: list[Item] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)
    groups: list[PostGroup] = field(default_factory=list)
    parents: dict[int, Segment] = field(default_factory=dict)
    posted: set[int] = field(default_factory=set)

    def read(self) -> None:
        """Register every segment: longest bodies and names first, so that short forms find them."""
        segments = [segment for split in self.splits for segment in split]
        self.posted = {
            after.first
            for split in self.splits
            for before, after in itertools.pairwise(split)
            if before.kind == POST and after.kind == BODY and after.first == before.last
        }
        self.parents = {unit.first: parent for split in self.splits for unit, parent in adjacent_bodies(split)}
        for segment in _longest_first(segments, BODY):
            self._body(segment)
        for split in self.splits:
            self._acronyms(split, BODY)
        people = _longest_first(segments, PERSON)
        for segment in people:
            if segment.last - segment.first > 1:
                self._person(segment)
        for split in self.splits:
            self._acronyms(split, PERSON)
        for segment in people:
            if segment.last - segment.first == 1:
                self._person(segment)
        for split in self.splits:
            self._manners(split)
        self.groups = [group for split in self.splits for group in post_groups(split)]
        seats = {place.first for group in self.groups for place in group.places}
        for segment in segments:
            if segment.kind == PLACE and segment.first not in seats:
                self._place(segment)
            elif segment.kind == INITIATIVE:
                label = self.text(segment.first, segment.last)
                self._note(Kind.INITIATIVE, segment, self.register.add(Kind.INITIATIVE, label.lower(), label))

    def _note(self, kind: Kind, segment: Segment, at: int) -> None:
        self.of[segment.first] = at
        self.items.append(Item(kind, segment.first, segment.last, at))
        self.register.mention(at, segment.first, segment.last)

    def covers(self, token: int) -> bool:
        """Whether a mention holds the token."""
        return any(item.first <= token < item.last for item in self.items)

    def text(self, first: int, last: int) -> str:
        """The text of a stretch of tokens, white space folded."""
        return self.register.prose.text(first, last)

    # -- bodies ---------------------------------------------------------------------------------

    def _body(self, segment: Segment) -> None:
        key = self.body_key(segment)
        known = self.register.find(Kind.INSTITUTION, key)
        if known is None and self._bare(segment):
            return
        parent = self.parents.get(segment.first)
        at = self.register.add(Kind.INSTITUTION, key, self.body_label(segment))
        draft = self.register.drafts[at]
        draft.region = draft.region or self.region(segment.first, segment.last)
        if parent is not None:
            draft.forms[f"{self.body_label(segment)} {self.body_label(parent)}"] += 1
            draft.label = self._unit_label(segment, parent)
        self._note(Kind.INSTITUTION, segment, at)
        if not key.startswith("="):
            for short in self._short_keys(segment):
                self.register.alias(at, Kind.INSTITUTION, short)

    def _bare(self, segment: Segment) -> bool:
        """A head with nothing behind it (`Dinas`, `Pemkot`) names nothing, unless its parent stands behind it
        (`Setjen MPR`) or a post before it (`Kepala Bapenda`)."""
        if not (segment.row and segment.head and segment.last - segment.first <= segment.head):
            return False
        if segment.row.get("complement") == "region" and segment.first in self.posted:
            return False
        return segment.first not in self.parents

    def _unit_label(self, unit: Segment, parent: Segment) -> str:
        """A bare head takes its parent into its label: `Setjen MPR`."""
        own = self.body_label(unit)
        return f"{own} {self.body_label(parent)}" if unit.last - unit.first <= unit.head else own

    def body_label(self, segment: Segment) -> str:
        """The body's name without the aside in its middle: `KPU (…) Kota Makassar`."""
        words = self.register.prose.tokens.word
        if "(" in words[segment.first : segment.last]:
            opening = words.index("(", segment.first)
            closing = words.index(")", opening)
            return f"{self.text(segment.first, opening)} {self.text(closing + 1, segment.last)}".strip()
        return self.text(segment.first, segment.last)

    def body_key(self, segment: Segment) -> str:
        """What the body's forms share: the lexicon's label, or its words with the head spelt out."""
        row, tokens = segment.row, self.register.prose.tokens
        lower = self.body_label(segment).lower()
        if row and segment.head and segment.first in self.parents and segment.last - segment.first <= segment.head:
            lower = f"{lower} {self.body_label(self.parents[segment.first]).lower()}"
        if row and row["kind"] == "company":
            return lower.removeprefix("pt").lstrip(". ")
        if row and not segment.head:
            spelt = self.vocabulary.bodies.longest(tokens.lower, segment.first)
            rest = tokens.lower[segment.first + (spelt[0] if spelt else 0) : segment.last]
            return f"={row['label'].lower()}" if not rest or rest == ("ri",) else lower
        if row and row.get("expansion"):
            rest_text = (
                self.text(segment.first + segment.head, segment.last)
                if segment.last - segment.first > segment.head
                else ""
            )
            return f"{row['expansion']} {rest_text}".strip().lower()
        return lower.removesuffix(" ri")

    def _short_keys(self, segment: Segment) -> Iterable[str]:
        """Shorter names that mean this body in this article: without its region, or its region's level."""
        key = self.body_key(segment)
        words = key.split()
        levels = ("kota", "kabupaten", "provinsi")
        yield " ".join(word for word in words if word not in levels)
        for cut in range(len(words) - 1, 0, -1):
            if words[cut] in levels:
                yield " ".join(words[:cut])
        for first in range(segment.first + 1, segment.last):
            if self.region(first, segment.last, whole=True):
                yield " ".join(words[: len(words) - (segment.last - first)])
                break
        if segment.row and segment.head and "head" in segment.row:  # an office that stands for a body has none
            yield segment.row["head"].lower()
            if segment.row.get("expansion"):
                yield segment.row["expansion"].lower()

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

    def _acronyms(self, split: Sequence[Segment], kind: str) -> None:
        """`Badan Koordinasi … (Bakohumas)`: the aside's word is another form of the body or person before."""
        tokens = self.register.prose.tokens
        for before, aside in itertools.pairwise(split):
            if before.kind != kind or aside.kind != ASIDE or aside.first != before.last or before.first not in self.of:
                continue
            short = self.text(aside.first + 1, aside.last - 1)
            if abbreviates(short.replace(" ", ""), tokens.word[before.first : before.last]):
                self._define(before, short)

    def _define(self, segment: Segment, short: str) -> None:
        kind = Kind.INSTITUTION if segment.kind == BODY else Kind.PERSON
        at = self.of[segment.first]
        if kind == Kind.INSTITUTION and segment.row and segment.row.get("kind") == "company":
            short = short.removeprefix("PT").lstrip(". ")
        taken = self.register.find(kind, short.lower())
        if taken is None or taken == at:
            self.register.alias(at, kind, short.lower())
            self.register.drafts[at].forms[short] += 1
        elif kind == Kind.INSTITUTION:
            self._unite(taken, at)

    def _unite(self, short: int, full: int) -> None:
        """An acronym that was registered by itself turns out to be a fuller name's."""
        drafts = self.register.drafts
        drafts[full].forms.update(drafts[short].forms)
        for key, at in self.register.keys.items():
            if at == short:
                self.register.keys[key] = full
        self.register.mentions = [(s, e, full if at == short else at) for s, e, at in self.register.mentions]
        self.items = [Item(i.kind, i.first, i.last, full if i.referent == short else i.referent) for i in self.items]
        self.of = {first: full if at == short else at for first, at in self.of.items()}

    # -- persons --------------------------------------------------------------------------------

    def _person(self, segment: Segment) -> None:
        name = self._name(segment)
        key = " ".join(word for word in name.lower().split() if word[0].isalpha())
        at = self.register.find(Kind.PERSON, key)
        if at is None:
            at = self._longer(key.split(), segment.first)
        if at is None:
            at = self.register.add(Kind.PERSON, key, name)
        else:
            self.register.drafts[at].forms[name] += 1
        self._note(Kind.PERSON, segment, at)

    def _name(self, segment: Segment) -> str:
        """The name as written, a nickname's quote marks kept, a lone initial's stop dropped at the end."""
        return self.text(segment.first, segment.last)

    def _longer(self, parts: list[str], near: int) -> int | None:
        """The one person whose name holds all these parts in order; of several the nearest one before."""
        fits: dict[int, int] = {}
        for item in self.items:
            if item.kind == Kind.PERSON and len(parts) < item.last - item.first:
                lower = self.register.prose.tokens.lower[item.first : item.last]
                if _within(parts, lower):
                    fits[item.first] = item.referent
        if len(set(fits.values())) <= 1:
            return next(iter(fits.values()), None)
        before = [first for first in fits if first < near]
        return fits[max(before)] if before else None

    def _manners(self, split: Sequence[Segment]) -> None:
        """Titles in front of and degrees behind a person, kept apart from the name."""
        person: Segment | None = None
        titles: list[str] = []
        for segment in split:
            if segment.kind == TITLE:
                titles.append(self.text(segment.first, segment.last))
            elif segment.kind == PERSON:
                person = segment
                self._entitle(person, titles)
                titles = []
            elif segment.kind == DEGREE and person is not None:
                self._entitle(person, [self.text(segment.first, segment.last)])
            elif segment.kind != COMMA:
                person, titles = None, []

    def _entitle(self, person: Segment, titles: Iterable[str]) -> None:
        self.register.drafts[self.of[person.first]].titles.update(titles)

    # -- places and events ----------------------------------------------------------------------

    def _place(self, segment: Segment) -> None:
        label = self.text(segment.first, segment.last)
        code = self.region(segment.first, segment.last, whole=True)
        at = self.register.add(Kind.PLACE, code or label.lower(), label)
        self.register.drafts[at].region = code
        self._note(Kind.PLACE, segment, at)


def _longest_first(segments: Iterable[Segment], kind: str) -> list[Segment]:
    return sorted((s for s in segments if s.kind == kind), key=lambda s: (s.first - s.last, s.first))


def _within(parts: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(part in rest for part in parts)


__all__ = ["EVENT", "Entities", "Item", "adjacent_bodies"]
