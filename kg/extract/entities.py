"""Segments made into referents: bodies, persons, posts, places and initiatives of one article."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.acronyms import abbreviates
from kg.extract.bodies import Bodies
from kg.extract.grammar import ACTING, ASIDE, BODY, COMMA, DEGREE, INITIATIVE, PERSON, PLACE, POST, TITLE, Segment
from kg.extract.groups import adjacent_bodies, post_groups
from kg.extract.people import People
from kg.extract.referents import Item
from kg.model import Kind

__all__ = ["Entities", "Item"]


@dataclass(slots=True)
class Entities(Bodies, People):
    """Registers all that has a name."""

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
        self.branches = self._branches(segments)
        for segment in _longest_first(segments, BODY):
            self._body(segment)
        for split in self.splits:
            self._hosts(split)
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
        self._overlooked()
        self._called()
        for split in self.splits:
            self._manners(split)
        self.groups = [
            group for split in self.splits for group in post_groups(split, self._said_of(split), self._renamed(split))
        ]
        self._bracketed()
        seats = {place.first for group in self.groups for place in group.places}
        for segment in segments:
            if segment.kind == PLACE and segment.first not in seats and segment.first not in self.of:
                self._place(segment)
            elif segment.kind == INITIATIVE:
                label = self.text(segment.first, segment.last)
                self._note(Kind.INITIATIVE, segment, self.register.add(Kind.INITIATIVE, label.lower(), label))

    def _bracketed(self) -> None:
        """Who holds what where one of them is in brackets: `Kepala Dinas Kesehatan (dr. I Gusti Nyoman Mahapramana)`,
        `Husnul Maram (Kakanwil Kemenag Jatim)`."""
        words = self.register.prose.tokens.word
        open_posts = [group for group in self.groups if not group.holders]
        before = {group.last: group for group in open_posts}
        behind = {group.first - 1: group for group in open_posts if group.first and words[group.first - 1] == "("}
        for split in self.splits:
            person: Segment | None = None
            for segment in split:
                if segment.kind == PERSON:
                    person = segment
                    opening = split[0].first - 1
                    entitled = split[0].kind == TITLE and words[opening : opening + 1] == ("(",) and opening in before
                    if entitled and words[person.last : person.last + 1] in ((")",), (",",)):
                        before[opening].holders.append((person, "post-before-name"))
                elif segment.kind not in (TITLE, DEGREE, COMMA):
                    person = None
                if person is not None and segment.last in behind:
                    behind[segment.last].holders.append((person, "post-behind-name"))

    def _renamed(self, split: Sequence[Segment]) -> frozenset[int]:
        """First tokens of what stands behind `alias`."""
        lower = self.register.prose.tokens.lower
        return frozenset(segment.first for segment in split if segment.first and lower[segment.first - 1] == "alias")

    def _said_of(self, split: Sequence[Segment]) -> frozenset[int]:
        """First tokens of the posts (and acting marks) that are said of somebody."""
        starts = (segment.first for segment in split if segment.kind in (POST, ACTING))
        return frozenset(first for first in starts if self.said_of(first))

    def said_of(self, first: int) -> bool:
        """Whether the post that begins there is said of somebody: behind `sebagai`, `menjadi`, `menjabat`."""
        words = self.vocabulary.weights["post"]["said_of"]
        return first > 0 and self.register.prose.tokens.lower[first - 1] in words

    def tellers(self) -> set[int]:
        """First tokens of the persons' names right behind which a verb of reporting stands."""
        end = self.register.prose.tokens.count
        people = (item for item in self.items if item.kind == Kind.PERSON and item.last < end)
        return {item.first for item in people if self._reports(item.last)}

    def forget(self, first: int, last: int) -> None:
        """Drop the places, events and initiatives that stretch names: they are part of a theme's wording."""
        tokens, kinds = self.register.prose.tokens, (Kind.PLACE, Kind.EVENT, Kind.INITIATIVE)
        start, end, drafts = tokens.start[first], tokens.end[last - 1], self.register.drafts
        self.items = [i for i in self.items if not (first <= i.first < last and i.kind in kinds)]
        self.register.mentions = [
            (s, e, at) for s, e, at in self.register.mentions if not (start <= s < end and drafts[at].kind in kinds)
        ]

    def covers(self, token: int) -> bool:
        """Whether a mention holds the token."""
        return any(item.first <= token < item.last for item in self.items)

    def _acronyms(self, split: Sequence[Segment], kind: str) -> None:
        """`Badan Koordinasi … (Bakohumas)`: the aside's word is another form of the body or person before."""
        tokens = self.register.prose.tokens
        for before, aside in itertools.pairwise(split):
            if before.kind != kind or aside.kind != ASIDE or aside.first != before.last or before.first not in self.of:
                continue
            short = self.text(aside.first + 1, aside.last - 1)
            words = tokens.word[before.first : before.last]
            if abbreviates(short.replace(" ", ""), words) or (kind == PERSON and self._nickname(aside)):
                self._define(before, self._bare_name(aside.first + 1, aside.last - 1) or short)

    def _place(self, segment: Segment) -> None:
        label = self.text(segment.first, segment.last)
        code = self.region(segment.first, segment.last, whole=True)
        at = self.register.add(Kind.PLACE, code or label.lower(), label)
        self.register.drafts[at].region = code
        self._note(Kind.PLACE, segment, at)


def _longest_first(segments: Iterable[Segment], kind: str) -> list[Segment]:
    return sorted((s for s in segments if s.kind == kind), key=lambda s: (s.first - s.last, s.first))
