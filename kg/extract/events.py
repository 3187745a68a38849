"""Events: named ones, described ones, and words that point back to them (`acara tersebut`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.acronyms import abbreviates
from kg.extract.entities import Entities, Item
from kg.extract.grammar import EVENT, PERSON, TITLE, Segment
from kg.extract.phrasing import noun_phrase, title, verbal
from kg.extract.vocabulary import Row
from kg.language.dates import weekdays
from kg.model import Kind

_YEAR = 4
_LONGEST_HOST = 4
_ASIDE = re.compile(r"\s*\([^)]*\)")
_HAPPENS = ("organise", "organised", "held", "open", "opened", "attend", "attended")


@dataclass(slots=True)
class Events:
    """Reads the events of one article. items: their mentions in order, references back included."""

    entities: Entities
    taken: frozenset[int]
    items: list[Item] = field(default_factory=list)
    heads: dict[int, str] = field(default_factory=dict)
    days: frozenset[str] = field(default_factory=weekdays)
    contents: dict[int, list[frozenset[str]]] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)
    tellers: set[int] = field(default_factory=set)
    names: dict[int, int] = field(default_factory=dict)
    nouns: dict[int, str] = field(default_factory=dict)
    shorts: dict[str, int] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)

    def read(self) -> None:
        """Register named events first, then described ones, then references back."""
        self.held = {group.first: group.holders[0][0].first for group in self.entities.groups if group.holders}
        self.tellers = self.entities.tellers()
        named = [segment for split in self.entities.splits for segment in split if segment.kind == EVENT]
        claimed = {i for segment in named for i in range(segment.first, segment.last)}
        described = [*self._described(claimed), *self._told(claimed)]
        for segment in sorted([*named, *described], key=lambda s: (self._meant(s), s.first - s.last, s.first)):
            self._register(segment)
        self.items.sort(key=lambda item: item.first)
        spans = {i for item in self.items for i in range(item.first, item.last)}
        for first, meant in list(self._alone(spans)):
            self.entities.register.mention(meant, first, first + 1)
            self.items.append(Item(Kind.EVENT, first, first + 1, meant))
            spans.add(first)
        self.items.sort(key=lambda item: item.first)
        for first, last, head in list(self._references(spans)):
            at = self._resolve(first, head)
            if at is None and head in self.told:
                at = self._name_told(head)
            if at is not None:
                self.items.append(Item(Kind.EVENT, first, last, at))
        self.items.sort(key=lambda item: item.first)

    # -- finding --------------------------------------------------------------------------------

    def _described(self, claimed: set[int]) -> Iterator[Segment]:
        """Lower-case event nouns with a complement, where a word before or behind says that it takes place."""
        tokens, events = self.entities.register.prose.tokens, self.entities.vocabulary.events
        last = 0
        for i in events.starts(tokens.lower):
            if i < last or i in claimed or i in self.taken:
                continue
            found = events.longest(tokens.lower, i)
            if found and found[1]["class"] == "none":  # `inspektur upacara` is no ceremony
                last = i + found[0]
            if (
                not found
                or found[1]["class"] not in ("described", "election")
                or self._quoted(i)
                or self._prefixes(i, found)
            ):
                continue
            named = self._behind_aside(i + found[0])
            end = self._complement(i, named)
            end = end if end > named else i + found[0]
            while end < tokens.count and end in claimed and end - 1 in claimed:  # `upacara Hari Guru (HGN) 2024`
                end += 1
            cut = next((k for k in range(i + found[0], end) if self._verb(k) == "about"), end)
            if cut < end:
                if cut == i + 1:
                    self.names[i] = end
                end = cut
            themed = any(self._verb(k) == "theme" for k in range(end, min(end + 3, tokens.count)))
            entitled = title(tokens, end) > end and end + 1 not in claimed and found[1]["class"] == "described"
            themed = themed or entitled
            counted = i > 0 and tokens.kind[i - 1] == "n"
            abbreviated = " " in found[1]["expansion"] and found[1]["class"] == "described"  # `Musda`, no bare `pemilu`
            complete = themed or end > i + found[0] or found[0] > 1 or abbreviated or i in self.names
            if not counted and self._reported(i, end, complete, themed=themed):
                yield Segment(EVENT, i, end, 0.0, found[1], found[0])
            last = end

    def _told(self, claimed: set[int]) -> Iterator[Segment]:
        """What a verb reports (`melantik sembilan pejabat`), where its noun names it later (`Pelantikan tersebut`)."""
        tokens, vocabulary = self.entities.register.prose.tokens, self.entities.vocabulary
        names = (s for split in self.entities.splits for s in split if s.kind in (PERSON, TITLE))
        people = {i for segment in names for i in range(segment.first, segment.last)}
        for i, lower in enumerate(tokens.lower):
            noun = vocabulary.nominalisations.get(lower)
            if noun is None or self._quoted(i) or not self._named_later(i, noun):
                continue
            end = noun_phrase(tokens, vocabulary, i + 1, min(tokens.count, i + 12))
            if (name := self._thing(i + 1)) is not None:
                self.told.setdefault(noun, f"{noun} {name}")
            taken = claimed | self.taken | people | self.held.keys()
            if end > i + 1 and taken.isdisjoint(range(i + 1, end)) and not self._named(i + 1):
                self.nouns[i + 1] = noun
                row = vocabulary.events.longest((noun,), 0)
                yield Segment(EVENT, i + 1, end, 0.0, row[1] if row else None, 0)

    def _named_later(self, i: int, noun: str) -> bool:
        """Whether the noun stands behind `i`, pointing back (`pelantikan tersebut`) or beginning a sentence."""
        tokens = self.entities.register.prose.tokens
        places = (k for k in range(i + 1, tokens.count) if tokens.lower[k] == noun)
        return any(
            self._pointed(k + 1) or (tokens.cap[k] and not tokens.cap[min(k + 1, tokens.count - 1)]) for k in places
        )

    def _thing(self, i: int) -> str | None:
        """What is named at the token, perhaps behind a word for what it is: `meresmikan (program) Kampung Iklim`."""
        things = (Kind.INITIATIVE, Kind.PLACE, Kind.INSTITUTION)
        items = (item for item in self.entities.items if item.kind in things and item.first in (i, i + 1))
        return next((self.entities.text(item.first, item.last) for item in items), None)

    def _name_told(self, noun: str) -> int:
        """The event that a verb told of a named thing: `meresmikan Kampung Iklim … Peresmian`."""
        label = self.told[noun]
        at = self.entities.register.add(Kind.EVENT, label.lower(), label)
        self.heads.setdefault(at, noun)
        self.contents.setdefault(at, []).append(_content(label))
        return at

    def _named(self, i: int) -> bool:
        """Whether a person or a programme is named at the token: the verb is about it, and it stays what it is."""
        return any(item.first == i for item in self.entities.items)

    def _quoted(self, i: int) -> bool:
        return self.entities.register.prose.quote_of[i] >= 0

    def _behind_aside(self, at: int) -> int:
        """The token behind an abbreviation in brackets: `serah terima jabatan (sertijab) | Kapolresta …`."""
        tokens, events = self.entities.register.prose.tokens, self.entities.vocabulary.events
        aside = tokens.word[at : at + 3 : 2] == ("(", ")") and events.longest(tokens.lower, at + 1) is not None
        return at + 3 if aside else at

    def _complement(self, first: int, at: int) -> int:
        """The end of the event's noun phrase, from the token behind its head."""
        tokens = self.entities.register.prose.tokens
        vocabulary = self.entities.vocabulary
        with_ = at + 1 < tokens.count and tokens.lower[at] in vocabulary.weights["phrase"]["keeps"]
        with_ = with_ and at == first + 1 and not verbal(tokens, vocabulary, at + 1)
        last = min(tokens.count, first + 12)
        if not with_:
            if tokens.lower[first] in vocabulary.weights["event"]["of_posts"] and self.held.get(at, 0) > at:
                return self._behind_post(at)
            last = next((i for i in range(at, last) if i in self.held or i in self.tellers), last)
            if at < last and (verbal(tokens, vocabulary, at) or self._verb(at) in ("discuss", "theme")):
                return at
        end = noun_phrase(tokens, vocabulary, at + with_, last)
        end = next((i for i in range(at + 1, end) if self._verb(i) == "about" and i > first + 1), end)
        end = next((i for i in range(at, end - 1) if self._during(i)), end)
        end = at if end == at + 1 and with_ else end
        for i in range(at, end - 1):
            if (
                tokens.lower[i] in ("dan", "serta", "hingga")
                and tokens.lower[i + 1] in self.entities.vocabulary.events.firsts
            ):
                end = i
                break
        while end > at and (
            tokens.lower[end - 1] in self.entities.vocabulary.verbs.firsts
            or tokens.lower[end - 1] in self.entities.vocabulary.status.firsts
        ):
            end -= 1
        return end

    def _behind_post(self, at: int) -> int:
        """The token behind the posts that begin at `at`: `pelantikan | Gubernur dan Wakil Gubernur DKI | Anies …`."""
        groups = {group.first: group for group in self.entities.groups}
        joins, lower = self.entities.vocabulary.connectors["list"], self.entities.register.prose.tokens.lower
        end = at
        while (group := groups.get(at)) is not None:
            end = max(part.last for part in [group.post, *group.bodies, *group.places])
            at = end + 1 if end < len(lower) and lower[end] in joins else end
        return end

    def _during(self, i: int) -> bool:
        """Whether `dalam acara …` stands there: another event, of which this is a part."""
        lower = self.entities.register.prose.tokens.lower
        return lower[i] == "dalam" and lower[i + 1] in self.entities.vocabulary.weights["event"]["prefixes"]

    def _prefixes(self, i: int, found: tuple[int, Row]) -> bool:
        """`pembukaan pelatihan …`: the opening of an event stands for the event."""
        tokens, vocabulary = self.entities.register.prose.tokens, self.entities.vocabulary
        after = i + found[0]
        if tokens.lower[i] not in vocabulary.weights["event"]["prefixes"] or after >= tokens.count:
            return False
        return tokens.lower[after] in vocabulary.events.firsts

    def _reported(self, first: int, end: int, complete: bool, *, themed: bool) -> bool:
        """Whether the text treats the noun as a happening: organised, opened, attended, or with a time or place."""
        tokens, vocabulary = self.entities.register.prose.tokens, self.entities.vocabulary
        if not complete:
            return False
        if themed:
            return True
        for i in range(max(0, first - 3), first):
            if tokens.kind[i] in "pl":
                continue
            if (
                self._verb(i) in ("organise", "organised", "held", "open", "attend", "sign", "speak", "undertake")
                or tokens.lower[i] in vocabulary.weights["event"]["before"]
            ):
                return not any(tokens.kind[k] in "pl" for k in range(i, first))
        behind = self._behind_place(end)
        return any(
            self._verb(i) in ("organised", "held", "attended", "opened")
            or (self._verb(i) == "marked" and self._pointed(i - 1) == 1)
            for i in range(behind, min(behind + 4, tokens.count))
        )

    def _behind_place(self, at: int) -> int:
        """The token behind `di` and the capitals that follow it: `Apel di Lapangan Mapolres Bantul | dipimpin`."""
        tokens = self.entities.register.prose.tokens
        if at + 1 >= tokens.count or tokens.lower[at] != "di":
            return at
        end = at + 1 + (not tokens.cap[at + 1])
        while end < tokens.count and (tokens.cap[end] or tokens.kind[end] == "n" or tokens.word[end] == ","):
            end += 1
        return end if end > at + 2 else at

    def _verb(self, i: int) -> str:
        vocabulary, tokens = self.entities.vocabulary, self.entities.register.prose.tokens
        found = vocabulary.verbs.longest(tokens.lower, i) if tokens.lower[i] in vocabulary.verbs.firsts else None
        return found[1]["class"] if found else ""

    def _references(self, spans: set[int]) -> Iterator[tuple[int, int, str]]:
        """`acara tersebut`, `seminar ini`, `Dalam kesempatan yang sama`, a bare `Rakornas` already named."""
        tokens, vocabulary = self.entities.register.prose.tokens, self.entities.vocabulary
        for i in sorted({*vocabulary.here.starts(tokens.lower), *vocabulary.events.starts(tokens.lower)}):
            if i in spans or i in self.taken or self._quoted(i):
                continue
            phrase = vocabulary.here.longest(tokens.lower, i)
            if phrase:
                yield i, i + phrase[0], ""
            found = vocabulary.events.longest(tokens.lower, i)
            if not found or found[1]["class"] == "none":
                continue
            end = i + found[0]
            if end < tokens.count and tokens.lower[end] in vocabulary.weights["reference"]["another"]:
                continue
            pointed = self._pointed(end) or (self._pointed_by_name(end) if found[1]["class"] == "generic" else 0)
            if pointed or self._attended(i) or (tokens.cap[i] and not (end < tokens.count and tokens.cap[end])):
                yield i, end + pointed, self._head(found[1])

    def _pointed(self, end: int) -> int:
        """How many words behind an event's noun point back: `itu`, `kali ini`, `nasional tersebut`."""
        tokens = self.entities.register.prose.tokens
        these = self.entities.vocabulary.weights["reference"]["these"]
        for length in (1, 2):
            at = end + length - 1
            if at < tokens.count and tokens.lower[at] in these:
                return length
            if at >= tokens.count or tokens.kind[at] != "w" or tokens.cap[at] or self._verb(at):
                return 0
        return 0

    def _pointed_by_name(self, end: int) -> int:
        """The same where whose event it is stands between: `acara | Bakohumas kali ini`."""
        cap, at = self.entities.register.prose.tokens.cap, end
        while at < min(end + _LONGEST_HOST, len(cap)) and cap[at]:
            at += 1
        behind = self._pointed(at) if at > end else 0
        return at - end + behind if behind else 0

    def _attended(self, i: int) -> bool:
        """Whether a verb of opening or attending, or `dalam`, `usai`, stands right before: `membuka rakor`."""
        before = self.entities.register.prose.tokens.lower[i - 1] if i else ""
        return bool(i) and (
            self._verb(i - 1) in ("open", "attend", "sign", "speak")
            or before in self.entities.vocabulary.weights["event"]["before"]
        )

    # -- registering ----------------------------------------------------------------------------

    def _head(self, row: Row | None) -> str:
        if row is None:
            return ""
        return "" if row["class"] == "generic" else (row["expansion"] or row["form"]).lower()

    def _register(self, segment: Segment) -> None:
        label = self.entities.text(segment.first, self.names.get(segment.first, segment.last))
        label = _ASIDE.sub("", " ".join(filter(None, (self.nouns.get(segment.first), label))))
        label = self._bare(label)
        head = self._head(segment.row)
        words = _content(self._spelt(label, segment))
        words = words - set(self.entities.vocabulary.weights["event"]["openings"]) or words
        at = self._same(words, head)
        register = self.entities.register
        lone = segment.row is not None and segment.last - segment.first == segment.head
        if at is None and (lone or self._meant(segment)):
            at = self._resolve(segment.first, "" if not lone else head)
        if at is None:
            at = register.add(Kind.EVENT, label.lower(), label)
            self.heads.setdefault(at, head)
        else:
            register.drafts[at].forms[label] += 1
        self._abbreviate(segment, at)
        self.contents.setdefault(at, []).append(words)
        register.mention(at, segment.first, segment.last)
        self.items.append(Item(Kind.EVENT, segment.first, segment.last, at))

    def _meant(self, segment: Segment) -> bool:
        """Whether the noun phrase only points back, `Kegiatan sosialisasi pendidikan pemilih itu`: a described event
        that the sentence takes as known."""
        tokens, weights = self.entities.register.prose.tokens, self.entities.vocabulary.weights
        named = segment.first > 0 and tokens.lower[segment.first - 1] in weights["event"]["generic"]
        return named and not set(tokens.lower[segment.last : segment.last + 1]).isdisjoint(
            weights["reference"]["these"]
        )

    def _bare(self, label: str) -> str:
        """The label without `-nya` on its last word: `kunjungan kerja(nya)`."""
        word = label.rpartition(" ")[2]
        owned = word.endswith("nya") and word.removesuffix("nya").lower() in self.entities.vocabulary.common
        return label.removesuffix("nya") if owned and word.islower() else label

    def _abbreviate(self, segment: Segment, at: int) -> None:
        """Keep the abbreviation in brackets inside the name or behind it: another form, which may stand alone."""
        word = self.entities.register.prose.tokens.word
        for i in range(segment.first + 1, min(segment.last + 1, len(word) - 2)):
            if word[i] == "(" and word[i + 2] == ")" and abbreviates(word[i + 1], word[segment.first : i]):
                self.entities.register.drafts[at].forms[word[i + 1]] += 1
                self.shorts.setdefault(word[i + 1], at)

    def _alone(self, spans: set[int]) -> Iterator[tuple[int, int]]:
        """Abbreviations of events by themselves, with the event that each means."""
        tokens = self.entities.register.prose.tokens
        if self.shorts:
            for i, word in enumerate(tokens.word):
                if word in self.shorts and i not in spans and i not in self.taken and i not in self.entities.of:
                    yield i, self.shorts[word]

    def _spelt(self, label: str, segment: Segment) -> str:
        """The label with its head's abbreviation spelt out: `Pemilu 2024` is `pemilihan umum 2024`."""
        if segment.row is None or not segment.row["expansion"]:
            return label
        behind = segment.first + segment.head
        rest = self.entities.text(behind, segment.last) if segment.last > behind else ""
        return f"{segment.row['expansion']} {rest}".rstrip()

    def _same(self, words: frozenset[str], head: str) -> int | None:
        """The one registered event that holds all these words, head and years agreeing."""
        fits = []
        for at in self.heads:
            for other in self.contents[at]:
                if not _years(words) <= _years(other) and _years(other):
                    continue
                if (
                    self.heads[at] != head
                    and self.heads[at] in self.entities.vocabulary.weights["event"]["about_others"]
                ):
                    continue
                shared = (words & other) - set(head.split())
                alike = len(shared) >= 2 and len(shared) * 2 >= min(len(words), len(other)) - 1
                if words <= other or _initials(words, other) or (head and self.heads[at] == head and alike):
                    fits.append(at)
        return fits[0] if len(set(fits)) == 1 else None

    def _resolve(self, first: int, head: str) -> int | None:
        """The event a reference points to: the nearest one before with that head, elections left aside."""
        before = [
            item
            for item in self.items
            if item.first < first and not self.is_election(item.referent) and not self._quoted(item.first)
        ]
        before.sort(key=lambda item: -item.first)
        if not head and before and self._near(before[0].first, first):
            return before[0].referent
        if head:
            return next((item.referent for item in before if self._agrees(item.referent, head)), None)
        return max(before, key=lambda item: (self._weight(item), item.first)).referent if before else None

    def _near(self, mention: int, reference: int) -> bool:
        """Whether both stand in one sentence or in neighbouring ones of a paragraph."""
        prose = self.entities.register.prose
        own = next((n for n, (a, b) in enumerate(prose.sentences) if a <= reference < b), 0)
        begin = prose.sentences[max(0, own - 1)][0]
        return mention >= begin and "l" not in prose.tokens.kind[mention:reference]

    def _weight(self, item: Item) -> int:
        """How much the text tells of the mention as of a happening: a verb or `saat` in front, `di` behind."""
        tokens, vocabulary = self.entities.register.prose.tokens, self.entities.vocabulary
        near = range(max(0, item.first - 3), item.first)
        front = any(self._verb(i) in _HAPPENS or tokens.lower[i] in vocabulary.weights["event"]["before"] for i in near)
        behind = any(
            self._verb(i) in _HAPPENS or tokens.lower[i] == "di"
            for i in range(item.last, min(item.last + 4, tokens.count))
        )
        return front + behind + 2 * self._dated(item)

    def _dated(self, item: Item) -> bool:
        """Whether a weekday or a numeric date follows in the mention's own sentence."""
        prose = self.entities.register.prose
        end = next((last for first, last in prose.sentences if first <= item.first < last), item.last)
        return any(
            ("/" in prose.tokens.word[i] and prose.tokens.kind[i] == "n") or prose.tokens.lower[i] in self.days
            for i in range(item.last, end)
        )

    def _agrees(self, at: int, head: str) -> bool:
        forms = self.entities.register.drafts[at].forms
        words = set(head.split())
        return any(words <= set(form.lower().split()) for form in forms) or self.heads.get(at, "").startswith(head)

    def is_election(self, at: int) -> bool:
        found = self.entities.vocabulary.events.longest((self.heads.get(at) or "-").split(), 0)
        return bool(found and found[1]["class"] == "election")


def _content(label: str) -> frozenset[str]:
    plain = label.lower().replace("(", " ").replace(")", " ").replace("-", "")
    return frozenset(word for word in plain.split() if word not in ("dan", "di", "the", "of", "tahun"))


def _initials(words: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words not shared are one acronym of the other's words: `ICC Forum` and `Climate … Forum`."""
    rest, spelt = words - other, other - words
    if len(rest) != 1 or len(spelt) < 2 or not words & other:
        return False
    return sorted(next(iter(rest))) == sorted(word[0] for word in spelt)


def _years(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit() and len(word) == _YEAR)
