"""The reading of an article, sentence by sentence: shapes, speakers, relations."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from kg.extract.attendance import read_attendance
from kg.extract.commitment import Government, Manner
from kg.extract.datelines import read_dateline
from kg.extract.entities import Entities, Item
from kg.extract.events import Events
from kg.extract.grammar import ASIDE, DEGREE, PERSON, TITLE, Segment
from kg.extract.groups import PostGroup, adjacent_bodies
from kg.extract.parts import read_organs, read_regional
from kg.extract.posts import Posts
from kg.extract.quotations import Speakers, voices
from kg.extract.relations import Holding, Stating, word_classes
from kg.extract.shapes import DATE, LETTERS, Classes, Element, Shape, classes, shape
from kg.extract.tenures import Tenures
from kg.extract.terms import Terms
from kg.extract.topics import Topics
from kg.extract.vocabulary import vocabulary
from kg.language.dates import DateMention, article_years, find_dates
from kg.model import Day, Kind

_PLAIN = Manner()
_PURPOSE = 3
_ASIDE = 12
_DOUBTFUL = frozenset("0%")
_EVENT = LETTERS[Kind.EVENT]
_SEATED = ("region_head", "police", "army", "village_head")
_THAT_POST = re.compile(r"[x1¹,uVH&.KDYq6E]{0,6}f?RH")
_SAID_THAT_POST = re.compile(r"Q[,.]?sf?RH(?=[.;,]|$)")


@cache
def _letters() -> Classes:
    spec = word_classes()
    return classes(vocabulary(), spec, spec["groups"])


def _seated(group: PostGroup) -> bool:
    """Whether it is the one post of its region: `Wali Kota Makassar`, no `pakar Italia`."""
    return bool(group.places) and group.post.row is not None and group.post.row["kind"] in _SEATED


@dataclass(slots=True)
class Reading:
    """Brings the article's items together and reads its sentences in order."""

    entities: Entities
    posts: Posts
    events: Events
    topics: Topics
    elements: dict[int, Element] = field(default_factory=dict)
    hidden: dict[int, int] = field(default_factory=dict)
    days: dict[int, Day] = field(default_factory=dict)
    dates: dict[int, tuple[int, Day]] = field(default_factory=dict)
    roles: dict[int, Item] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)

    def read(self) -> None:
        """State what every sentence says."""
        self._elements()
        register = self.entities.register
        spec = word_classes()
        letters = _letters()
        tokens = register.prose.tokens
        shapes = [shape(tokens, sentence, self.elements, self.hidden, letters) for sentence in register.prose.sentences]
        posted = frozenset(person.first for group in self.entities.groups for person, _ in group.holders)
        speakers = Speakers(register, self.topics.themes, spec["commitment"], voices(shapes, tokens), posted)
        government = Government(self.entities.vocabulary, tokens, spec["commitment"])
        terms = Terms(tokens, self.entities.vocabulary, self.dates)
        stating = Stating(register, self.days, government, self._election, terms)
        tenures = Tenures(self.posts, terms, government)
        frame: int | None = None
        for sentence in shapes:
            focus = speakers.focus
            found = speakers.read(sentence)
            if not _DOUBTFUL & set(found.letters):
                events = (e.referent for e in found.elements if e.letter == "E" and not self._election(e.referent))
                frame = next(events, frame)
            self._that_post(found, focus, speakers.speaker)
            for holding in stating.read(found, frame):
                self._attach(holding)
            tenures.read(found)
        weights = self.entities.vocabulary.weights
        read_attendance(register, self._election, weights["reference"]["remote"], weights["event"]["closed"])
        read_dateline(register, self.entities.vocabulary, self._election)
        read_regional(self.entities)
        read_organs(self.entities)

    def _election(self, event: int) -> bool:
        return self.events.is_election(event)

    def _that_post(self, sentence: Shape, focus: int | None, speaker: int | None) -> None:
        """`Ketua Umum PAN itu menambahkan …`, `"…," ucap mantan Bupati Wajo tersebut`: a post with `itu` that begins a
        sentence is the last speaker's, one behind a quotation that of whoever says it."""
        match, person = _THAT_POST.match(sentence.letters), focus
        if match is None:
            match, person = _SAID_THAT_POST.search(sentence.letters), speaker
        if match is None or person is None:
            return
        element = sentence.elements[match.end() - 2]
        item = self.roles.get(element.first)
        if item is not None and item.group is not None and (item.group.bodies or _seated(item.group)):
            self._hold(item.group, person, element, "that-post")

    def _hold(self, group: PostGroup, person: int, element: Element, rule: str, manner: Manner = _PLAIN) -> None:
        self.entities.of.setdefault(element.first, person)
        self.posts.attach(group, Segment(PERSON, element.first, element.last, 0.0), rule, manner)

    def _attach(self, holding: Holding) -> None:
        for subject in holding.match.subjects:
            for found in holding.match.objects:
                item = self.roles.get(found.first)
                if item is not None and item.group is not None:
                    self._hold(item.group, subject.referent, subject, holding.rule, holding.manner)

    # -- elements -------------------------------------------------------------------------------

    def _elements(self) -> None:
        """Lay out mentions, dates and quotations by first token, and what is passed over."""
        self._quotations()
        self._dates()
        guests = (Kind.PERSON, Kind.INSTITUTION)
        posts = self.posts.items()
        self.named = {item.first for item in self.entities.items if item.kind in guests} | {i.first for i in posts}
        for item in [*self.entities.items, *self.topics.items]:
            self._place(item)
        for item in posts:
            letter = LETTERS[item.kind]
            self.elements[item.first] = Element(
                letter,
                item.first,
                item.group.last if item.group else item.last,
                item.referent if item.kind == Kind.PERSON else 0,
            )
            self.roles[item.first] = item
        self._asides()
        self._held_posts()
        self._occasions()

    def _place(self, item: Item) -> None:
        if item.kind == Kind.INSTITUTION and self._around(item):
            return
        if item.kind == Kind.EVENT and self._bracketed(item):
            return
        known = self.elements.get(item.first)
        if known is None or item.last >= known.last:
            last = self._before_guests(item) if item.kind == Kind.EVENT else item.last
            self.elements[item.first] = Element(LETTERS[item.kind], item.first, last, item.referent)

    def _around(self, body: Item) -> bool:
        """Whether those in the body are meant, not the body itself: `100 peserta di lingkungan Dinas Kesehatan`."""
        lower = self.entities.register.prose.tokens.lower
        return body.first > 0 and lower[body.first - 1] in self.entities.vocabulary.weights["institution"]["around"]

    def _bracketed(self, event: Item) -> bool:
        """Whether it stands within brackets: what the sentence says is said of what stands before them."""
        words = self.entities.register.prose.tokens.word
        before = words[max(0, event.first - _ASIDE) : event.first]
        return (
            "(" in before and ")" not in before[before.index("(") :] and ")" in words[event.last : event.last + _ASIDE]
        )

    def _before_guests(self, event: Item) -> int:
        """Where an event's name stops before the guests in it, who are elements, too: `rapat | dengan Komisi III`."""
        lower = self.entities.register.prose.tokens.lower
        starts = (i for i in range(event.first + 1, event.last - 1) if lower[i] in ("dengan", "bersama"))
        return next((i for i in starts if i + 1 in self.named), event.last)

    def _quotations(self) -> None:
        for opening, closing in self.entities.register.prose.quotes:
            if opening not in self.topics.themes:
                tokens = self.entities.register.prose.tokens
                last = closing + 1 if closing < tokens.count and tokens.kind[closing] != "l" else closing
                self.elements[opening] = Element(LETTERS[Kind.QUOTATION], opening, last)

    def _dates(self) -> None:
        prose = self.entities.register.prose
        found = find_dates(
            prose.tokens.text,
            0,
            len(prose.tokens.text),
            said=prose.article.published,
            years=article_years(prose.tokens.text),
        )
        at = 0
        for mention in found:
            while at < prose.tokens.count and prose.tokens.end[at] <= mention.start:
                at += 1
            self._date(at, mention)

    def _date(self, first: int, mention: DateMention) -> None:
        tokens = self.entities.register.prose.tokens
        last = first
        while last < tokens.count and tokens.start[last] < mention.end:
            last += 1
        self.dates[first] = last, mention.first
        if last > first and mention.form != "year":
            self.elements[first] = Element(DATE, first, last)
            self.days[first] = mention.first

    def _asides(self) -> None:
        """Titles, degrees and asides belong to the name beside them, an abbreviation to its event."""
        words = self.entities.register.prose.tokens.word
        for event in self.events.items:
            if words[event.last : event.last + 3 : 2] == ("(", ")"):
                self.hidden[event.last] = event.last + 3
        for split in self.entities.splits:
            for segment in split:
                if segment.kind in (TITLE, DEGREE, ASIDE):
                    self.hidden[segment.first] = segment.last
                    comma = segment.first - 1
                    if segment.kind == DEGREE and words[segment.last : segment.last + 2] == (".", ","):
                        self.hidden[segment.first] = segment.last + 1
                    if segment.kind == DEGREE and words[comma] in (",", "."):
                        self.hidden[comma] = self.hidden[segment.first]
            for _, parent in adjacent_bodies(split):
                self.elements.pop(parent.first, None)
                self.hidden[parent.first] = parent.last

    def _held_posts(self) -> None:
        """A post beside its holder is part of the holder's mention."""
        for group in self.entities.groups:
            for person, _ in group.holders:
                if person.first > group.first:
                    self._hide(group.first, person.first)
                else:
                    self._hide(person.last, group.last)

    def _occasions(self) -> None:
        """`Lomba Senam dalam rangka menyambut HUT RI, Senin (1/9)`: what stands behind the occasion is the first's."""
        lower, spec = self.entities.register.prose.tokens.lower, self.entities.vocabulary.weights["event"]
        occasions, leading = frozenset(spec["occasions"]), frozenset((*spec["occasions"], *spec["purposes"]))
        for opening, end in self.entities.register.prose.sentences:
            if lower[opening] in leading and not occasions.isdisjoint(lower[opening : opening + _PURPOSE]):
                self._leading_occasion(opening, end)
        begins = [opening for opening, _ in self.entities.register.prose.sentences]
        before, behind = -1, 0  # the sentence of the last event, and where that event or occasion ends
        for first in sorted(first for first, element in self.elements.items() if element.letter == _EVENT):
            start, last = first, self.elements[first].last
            while start > behind and lower[start - 1] in leading:
                start -= 1
            sentence = bisect_right(begins, first)
            led = first - start > 1 or start == behind  # no verb of a sentence's subject
            if before == sentence and led and not occasions.isdisjoint(lower[start:first]):
                self._hide(start, last)
            before, behind = sentence, last

    def _leading_occasion(self, opening: int, end: int) -> None:
        """`Untuk menyambut Presiden pada 8 Mei, | Pemprov menggelar rapat`: its day is not the meeting's."""
        words = self.entities.register.prose.tokens.word
        comma = next((i for i in range(opening, end) if words[i] == ","), end)
        if comma + 1 in self.named and comma + 1 < end:
            self._hide(opening, comma)

    def _hide(self, first: int, last: int) -> None:
        for i in range(first, last):
            self.elements.pop(i, None)
        self.hidden[first] = max(last, self.hidden.get(first, 0))
