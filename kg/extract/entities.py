"""Segments made into referents: bodies, persons, posts, places and capitalised events of one article."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from kg.extract.grammar import (
    ACTING,
    ASIDE,
    BODY,
    COMMA,
    DEGREE,
    EVENT,
    INITIATIVE,
    PERSON,
    PLACE,
    POST,
    TITLE,
    Segment,
)
from kg.extract.groups import PostGroup, adjacent_bodies, post_groups
from kg.extract.names import abbreviates, hosting
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
    branches: dict[str, str] = field(default_factory=dict)

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
        self._called()
        for split in self.splits:
            self._manners(split)
        self.groups = [group for split in self.splits for group in post_groups(split, self._said_of(split))]
        seats = {place.first for group in self.groups for place in group.places}
        for segment in segments:
            if segment.kind == PLACE and segment.first not in seats:
                self._place(segment)
            elif segment.kind == INITIATIVE:
                label = self.text(segment.first, segment.last)
                self._note(Kind.INITIATIVE, segment, self.register.add(Kind.INITIATIVE, label.lower(), label))

    def _said_of(self, split: Sequence[Segment]) -> frozenset[int]:
        """First tokens of the posts (and acting marks) behind `sebagai`, `menjadi`, `menjabat`."""
        lower, words = self.register.prose.tokens.lower, self.vocabulary.weights["post"]["said_of"]
        starts = (segment.first for segment in split if segment.kind in (POST, ACTING))
        return frozenset(first for first in starts if first and lower[first - 1] in words)

    def _note(self, kind: Kind, segment: Segment, at: int) -> None:
        self.of[segment.first] = at
        self.items.append(Item(kind, segment.first, segment.last, at))
        self.register.mention(at, segment.first, segment.last)

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

    def text(self, first: int, last: int) -> str:
        """The text of a stretch of tokens, white space folded."""
        return self.register.prose.text(first, last)

    # -- bodies ---------------------------------------------------------------------------------

    def _branches(self, segments: Iterable[Segment]) -> dict[str, str]:
        """Known nation-wide bodies that the article means by their branch in one region: key to key. `KPU` alone is
        `KPU Kota Bogor` where no other branch is named as often, and the body itself not in full."""
        counts: Counter[str] = Counter(self.body_key(s) for s in segments if s.row and not s.head and s.kind == BODY)
        found: dict[str, str] = {}
        for key, times in counts.most_common():
            base, mark, _ = key.partition(" @")
            rivals = [n for other, n in counts.items() if other != key and other.startswith(f"{base} @")]
            if mark and base not in found and all(times > n for n in rivals) and not self._whole(segments, base):
                found[base] = key
        return found

    def _whole(self, segments: Iterable[Segment], key: str) -> bool:
        """Whether the body of that key stands somewhere by its full name or with `RI`."""
        bodies = (s for s in segments if s.kind == BODY and s.row and not s.head and s.row["kind"] == "body")
        return any(self.body_key(s) == key and s.last - s.first > 1 for s in bodies)

    def _body(self, segment: Segment) -> None:
        key = self.body_key(segment)
        if segment.last - segment.first == 1 and key in self.branches:
            branch = self.register.find(Kind.INSTITUTION, self.branches[key])
            if branch is not None:
                self._note(Kind.INSTITUTION, segment, branch)
                return
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
        for short in self._inner_acronyms(segment):
            self.register.alias(at, Kind.INSTITUTION, short)
        if not key.startswith("="):
            for short in self._short_keys(segment):
                self.register.alias(at, Kind.INSTITUTION, short)

    def _bare(self, segment: Segment) -> bool:
        """A head with nothing behind it (`Dinas`, `Pemkot`) names nothing, unless its parent stands behind it
        (`Setjen MPR`) or a post before it (`Kepala Bapenda`)."""
        if not (segment.row and segment.head and segment.last - segment.first <= segment.head):
            return False
        if segment.row["complement"] == "region" and segment.first in self.posted:
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
            rest = self._unbracketed(segment.first + (spelt[0] if spelt else 0), segment.last)
            return f"={row['label'].lower()}{self._tail(rest)}"
        if row and row.get("expansion"):
            rest_text = (
                self.text(segment.first + segment.head, segment.last)
                if segment.last - segment.first > segment.head
                else ""
            )
            return self._known(f"{row['expansion']} {rest_text}".strip().lower())
        return lower.removesuffix(" ri")

    def _unbracketed(self, first: int, last: int) -> list[str]:
        """The lower-cased words of a stretch without what stands in brackets."""
        tokens, depth, found = self.register.prose.tokens, 0, []
        for i in range(first, last):
            depth += (tokens.word[i] == "(") - (tokens.word[i - 1] == ")" and i > first)
            if not depth:
                found.append(tokens.lower[i])
        return found

    def spellings(self, name: str) -> Iterable[str]:
        """The keys that a lower-cased name may have: as it stands, and with its head spelt out."""
        words = name.split()
        head = self.vocabulary.heads.longest(words, 0) if words[0] in self.vocabulary.heads.firsts else None
        yield name
        if head and head[1].get("expansion"):
            yield " ".join((head[1]["expansion"].lower(), *words[head[0] :]))

    def _known(self, key: str) -> str:
        """The key of the known body that the spelt-out name is, else the name."""
        words = key.split()
        found = self.vocabulary.bodies.longest(words, 0) if words[0] in self.vocabulary.bodies.firsts else None
        return f"={found[1]['label'].lower()}" if found and found[0] == len(words) else key

    def _tail(self, rest: Sequence[str]) -> str:
        """What follows a known body's name, a region by its code: `KPU Prov. NTT`, `KPU Nusa Tenggara Timur`."""
        words = [word for word in rest if word not in _UNSAID]
        known = bool(words) and words[0] in self.vocabulary.regions.firsts
        region = self.vocabulary.regions.longest(words, 0) if known else None
        if region and region[0] == len(words):
            return f" @{region[1]}"
        return "".join(f" {word}" for word in words)

    def _inner_acronyms(self, segment: Segment) -> Iterable[str]:
        """`Himpunan … (HIPMI) NTT` is `hipmi ntt`, and `hipmi` too."""
        words = self.register.prose.tokens.word
        if "(" not in words[segment.first : segment.last]:
            return
        opening = words.index("(", segment.first)
        closing = words.index(")", opening)
        short, rest = self.text(opening + 1, closing).lower(), self.text(closing + 1, segment.last).lower().split()
        yield " ".join((short, *rest))
        yield " ".join((short, *(word for word in rest if word not in _LEVELS)))
        yield short

    def _short_keys(self, segment: Segment) -> Iterable[str]:
        """Shorter names that mean this body in this article: without its region, or its region's level."""
        key = self.body_key(segment)
        words = key.split()
        yield " ".join(word for word in words if word not in _LEVELS)
        for cut in range(len(words) - 1, 0, -1):
            if words[cut] in _LEVELS:
                yield " ".join(words[:cut])
        for first in range(segment.first + 1, segment.last):
            if self.region(first, segment.last, whole=True):
                yield " ".join(words[: len(words) - (segment.last - first)])
                break
        if segment.row and segment.head:
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
            words = tokens.word[before.first : before.last]
            if abbreviates(short.replace(" ", ""), words) or (kind == PERSON and self._nickname(aside)):
                self._define(before, self._bare_name(aside.first + 1, aside.last - 1) or short)

    def _hosts(self, split: Sequence[Segment]) -> None:
        """`Kongres III Asosiasi … (Aprulnas)`: the event's name ends with the body whose acronym follows."""
        for event, aside in itertools.pairwise(split):
            if event.kind == EVENT and aside.kind == ASIDE:
                host = hosting(self.register.prose, self.vocabulary, event, aside)
                if host is not None:
                    self._body(host)
                    self._define(host, self.text(aside.first + 1, aside.last - 1))

    def _nickname(self, aside: Segment) -> bool:
        """Whether the bracket behind a person holds another name (`(Gus Ipul)`), no party, region or acronym."""
        tokens, vocabulary = self.register.prose.tokens, self.vocabulary
        inside = range(aside.first + 1, aside.last - 1)
        if not 1 <= len(inside) <= 3 or not all(tokens.cap[i] and not tokens.word[i].isupper() for i in inside):
            return False
        known = (vocabulary.bodies, vocabulary.regions, vocabulary.posts, vocabulary.countries, vocabulary.heads)
        first = tokens.lower[aside.first + 1]
        return not any(first in phrases.firsts and phrases.longest(tokens.lower, aside.first + 1) for phrases in known)

    def _bare_name(self, first: int, last: int) -> str:
        """A nickname without its courtesy: `Gus Ipul` is registered as `Ipul` too."""
        title = self.vocabulary.titles.longest(self.register.prose.tokens.lower, first)
        return self.text(first + title[0], last) if title and first + title[0] < last else ""

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
        """An acronym or a nickname that was registered by itself turns out to be a fuller name's."""
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
        if at is None and segment.last - segment.first == 1:
            at = self._likest(key)
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

    def _likest(self, key: str) -> int | None:
        """The one person of whose name the lone word is a clipped or misspelt part: `Adit`, `Nanato` for `Nonato`."""
        fits = set()
        for item in self.items:
            if item.kind == Kind.PERSON and item.last - item.first > 1:
                lower = self.register.prose.tokens.lower[item.first : item.last]
                if any(_clipped(key, part) or _slipped(key, part) for part in lower):
                    fits.add(item.referent)
        return fits.pop() if len(fits) == 1 else None

    def _called(self) -> None:
        """`yang akrab disapa Leni`, `Zulkifli Hasan alias Zulhas`: a name of the person named last."""
        lower = self.register.prose.tokens.lower
        words = self.vocabulary.weights["reference"]["called"]
        people = sorted((i for i in self.items if i.kind == Kind.PERSON), key=lambda item: item.first)
        for before, item in itertools.pairwise(people):
            near = lower[max(before.last, item.first - 3) : item.first]
            if item.referent != before.referent and any(word in words for word in near):
                self._unite(item.referent, before.referent)

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


_LEVELS = ("kota", "kabupaten", "provinsi")
_CLIPPED = 4
_SLIPPED = 5
_UNSAID = frozenset({"ri", "(", ")", "provinsi", "prov."})


def _clipped(short: str, part: str) -> bool:
    return len(short) >= _CLIPPED and len(part) > len(short) + 1 and part.startswith(short)


def _slipped(name: str, part: str) -> bool:
    """One letter written wrong, left out or too many, in names of five letters and more that begin alike."""
    if min(len(name), len(part)) < _SLIPPED or name[0] != part[0]:
        return False
    return DamerauLevenshtein.distance(name, part, score_cutoff=1) <= 1


def _longest_first(segments: Iterable[Segment], kind: str) -> list[Segment]:
    return sorted((s for s in segments if s.kind == kind), key=lambda s: (s.first - s.last, s.first))


def _within(parts: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(part in rest for part in parts)


__all__ = ["EVENT", "Entities", "Item", "adjacent_bodies"]
