"""Bodies: the keys by which their names agree, their labels, short forms and branches."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.grammar import ASIDE, BODY, EVENT, Segment
from kg.extract.names import hosting
from kg.extract.referents import Referents
from kg.model import Kind


@dataclass(slots=True)
class Bodies(Referents):
    """Registers bodies."""

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
        if self._company(segment) or (known is None and self._bare(segment)):
            return
        parent = self.parents.get(segment.first)
        key = self._unit_key(segment, key)
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

    def _unit_key(self, segment: Segment, key: str) -> str:
        """The key of a bare unit, which another body's unit of that name does not share: `Satreskrim Polres Ciamis`,
        `Satreskrim Polres Pangandaran`. The first one met is also meant by the unit's name alone."""
        parent = self.parents.get(segment.first)
        if parent is None or segment.last - segment.first > segment.head:
            return key
        whole = f"{key} < {self.body_key(parent)}"
        if self.register.find(Kind.INSTITUTION, whole) is None and self.register.find(Kind.INSTITUTION, key) is None:
            at = self.register.add(Kind.INSTITUTION, key, self.body_label(segment))
            self.register.drafts[at].forms.clear()
            self.register.alias(at, Kind.INSTITUTION, whole)
        return whole

    def _bare(self, segment: Segment) -> bool:
        """A head with nothing behind it (`Dinas`, `Pemkot`) names nothing, unless its parent stands behind it
        (`Setjen MPR`) or a post before it (`Kepala Bapenda`)."""
        if not (segment.row and segment.head and segment.last - segment.first <= segment.head):
            return False
        if segment.row.get("complement") == "region" and segment.first in self.posted:
            return False
        return segment.first not in self.parents

    def _company(self, segment: Segment) -> bool:
        """`PT` with nothing behind it is no name, whatever stands there."""
        words, heads = [self.body_label(segment).lower()], self.vocabulary.heads
        found = heads.longest(words, 0) if words[0] in heads.firsts else None
        return found is not None and found[1]["kind"] == "company"

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
            return self._known(lower.removeprefix("pt").lstrip(". ").removesuffix(".").removesuffix(" tbk"))
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
        words = [word for word in rest if word not in self.vocabulary.marks.unsaid]
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
        yield " ".join((short, *(word for word in rest if word not in self.vocabulary.marks.levels)))
        yield short

    def _short_keys(self, segment: Segment) -> Iterable[str]:
        """Shorter names that mean this body in this article: without its region, or its region's level."""
        key = self.body_key(segment)
        words = key.split()
        yield " ".join(word for word in words if word not in self.vocabulary.marks.levels)
        for cut in range(len(words) - 1, 0, -1):
            if words[cut] in self.vocabulary.marks.levels:
                yield " ".join(words[:cut])
        for first in range(segment.first + 1, segment.last):
            if self.region(first, segment.last, whole=True):
                yield " ".join(words[: len(words) - (segment.last - first)])
                break
        # an office that stands for a body has no head, and `PT` is no name of any
        if segment.row and segment.head and "head" in segment.row and segment.row["kind"] != "company":
            yield segment.row["head"].lower()
            if segment.row.get("expansion"):
                yield segment.row["expansion"].lower()

    def _hosts(self, split: Sequence[Segment]) -> None:
        """`Kongres III Asosiasi … (Aprulnas)`: the event's name ends with the body whose acronym follows."""
        for event, aside in itertools.pairwise(split):
            if event.kind == EVENT and aside.kind == ASIDE:
                host = hosting(self.register.prose, self.vocabulary, event, aside)
                if host is not None:
                    self._body(host)
                    self._define(host, self.text(aside.first + 1, aside.last - 1))
