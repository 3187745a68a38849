"""Candidates of events and initiatives with capitals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.extract.acronyms import abbreviates
from kg.extract.candidates.complements import Complements
from kg.extract.grammar import EVENT, INITIATIVE, Segment
from kg.extract.runs import constituency
from kg.extract.vocabulary import Row

_LONGEST = 16
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Events(Complements):
    """Candidates of events and initiatives with capitals."""

    def _events(self, i: int, last: int) -> Iterator[Segment]:
        weights = self.vocabulary.weights["event"]
        if i and constituency(self.tokens, self.vocabulary, i - 1) > 1:  # `Daerah Pemilihan III`
            return
        if i and self.tokens.lower[i - 1] in self.vocabulary.unit_posts:  # `Kabag Persidangan`
            return
        if self._names_holder(i, last):
            return
        behind = self._head(i - 1) if i and self.tokens.cap[i - 1] else None
        if behind and (behind[0] > 1 or not {"association", "unit"}.isdisjoint(behind[1]["kind"].split())):
            return  # `Divisi Sosialisasi`, `Panitia Pemilihan Kecamatan`
        if self.tokens.lower[i] not in self.vocabulary.events.firsts:
            if self._organised(i):
                yield from self._named_event(i, last, weights)
        else:
            found, body = self.vocabulary.events.longest(self.tokens.lower, i), self._head(i)
            if body and found and body[0] > found[0]:  # `Forum Komunikasi …`
                return
            if found and i + found[0] <= last and found[1]["class"] not in ("generic", "none"):
                yield from self._headed_event(i, i + found[0], last, found[1], weights)

    def _names_holder(self, i: int, last: int) -> bool:
        """Whether the word is as good a name, and goes on like one right behind a post: `Dirjen Bina Daerah | Hari Nur
        Cahya`."""
        given = self.vocabulary.given
        named = i + 1 < last and self.tokens.lower[i] in given and self.tokens.lower[i + 1] in given
        return named and self.tokens.cap[i - 1] and self._behind_post(i, i - _NEAR)

    def _headed_event(self, i: int, end: int, last: int, row: Row, weights: dict[str, Any]) -> Iterator[Segment]:
        score, length = weights["head"], end - i
        whole = row["class"] == "named" and length > 2  # the longer what is known, the surer
        score += weights["token"] * (length - 1) if whole else 0.0
        if row["class"] == "election" or whole:
            yield Segment(EVENT, i, end, score, row, length)
        joins, handed = self._list("event"), self._hands_over(i)  # a post that is handed over is no name of the event,
        handed = handed or self.tokens.lower[i] in weights["of_posts"]  # nor is one that somebody comes into
        j = end - 1
        while (j := j + 1) < min(last, i + _LONGEST + 4):
            if self.tokens.lower[j] in joins and j + 1 < last and self.tokens.cap[j + 1]:
                continue
            if self._counted(j, last):
                continue
            if handed and self.tokens.lower[j] in self.vocabulary.posts.firsts:
                return
            if self.tokens.word[j] == "," and self._listed(j, last):
                continue
            if self.tokens.word[j] == "(":
                j = self._abbreviated(i, j, last)
                if j == last:
                    return
            if not (self.tokens.cap[j] or self.tokens.kind[j] == "n") or self._titled(j):
                return
            score += weights["token"]
            if not self._counted(j + 1, last):
                yield Segment(EVENT, i, j + 1, score, row, length)

    def _abbreviated(self, i: int, j: int, last: int) -> int:
        """Where the name that began at `i` goes on behind its abbreviation in brackets at `j`: `Bimbingan Teknis
        (Bimtek) Rekapitulasi Suara`; `last` where it does not."""
        behind = j + 3
        if behind >= last or self.tokens.word[behind - 1] != ")":
            return last
        goes_on = self.tokens.cap[behind] or self.tokens.kind[behind] == "n"
        return behind if goes_on and abbreviates(self.tokens.word[j + 1], self.tokens.word[i:j]) else last

    def _counted(self, j: int, last: int) -> bool:
        """Whether the dash at `j` joins an ordinal set apart: `HUT Ke - 72`."""
        dash = j + 1 < last and self.tokens.word[j] == "-" and self.tokens.lower[j - 1] == "ke"
        return dash and self.tokens.kind[j + 1] == "n"

    def _organised(self, i: int) -> bool:
        """Whether a verb of organising or a noun that names events (`acara`) stands right before: what follows in
        capitals is an event."""
        before = self.tokens.lower[i - 1] if i else ""
        if before in self.vocabulary.weights["event"]["namers"]:
            return self._head(i) is None and i not in self.begins and self.tokens.lower[i] not in self.vocabulary.stop
        if before == "kegiatan":
            return i > 1 and self._organised(i - 1)
        parted = i > 1 and self.tokens.lower[i - 2] == "di"  # `di selenggarakan`
        found = self._verb(i - 1) if i and not parted else None
        return found is not None and found[0] == 1 and found[1]["class"] == "organise"

    def _named_event(self, i: int, last: int, weights: dict[str, Any]) -> Iterator[Segment]:
        """Two capitals and more behind `menggelar`, whatever their head: `Klinik Data Spasial`."""
        score = weights["organised"]
        for j in range(i, min(i + _LONGEST, last)):
            joined = self.tokens.lower[j] in self._list("event") and j + 1 < last and self.tokens.cap[j + 1]
            if not (self.tokens.cap[j] or self.tokens.kind[j] == "n" or joined) or self._titled(j):
                return
            score += 0.0 if joined else weights["token"] * 0.7
            if j > i and not joined and self.tokens.word[j] not in weights["papers"]:  # `… Security Agreement`
                yield Segment(EVENT, i, j + 1, score, None, 0)

    def _tailed_event(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        tails = self.vocabulary.event_tails
        score, share = weights["tail"], 1.0 if self._organised(i) else 0.5
        for j in range(i, min(i + 9, last)):
            joined = self.tokens.lower[j] in ("and", "of", "on", "the", "for", "&")
            if not (self.tokens.cap[j] or joined) or self.tokens.lower[j] in self.vocabulary.stop:
                return
            score += 0.0 if joined else weights["token"] * share
            if j > i and self.tokens.word[j] in tails:
                end = j + 1
                if end < last and self.tokens.word[end] == "(":
                    aside = self._aside(end, last)
                    end = aside.last if aside.last < last and self.tokens.kind[aside.last] == "n" else end
                yield Segment(EVENT, i, j + 1, score, None, 0)
                if end < last and self.tokens.kind[end] == "n" and len(self.tokens.word[end]) == 4:
                    yield Segment(EVENT, i, end + 1, score + weights["token"], None, 0)

    def _initiatives(self, i: int, first: int, last: int) -> Iterator[Segment]:
        """Capitals behind `program`, `gerakan`, `aplikasi`: a named programme, its asides and year included."""
        before = (
            self.vocabulary.initiatives.longest(self.tokens.lower, i - 1)
            if i and self.tokens.lower[i - 1] in self.vocabulary.initiatives.firsts
            else None
        )
        if not before or before[1]["class"] != "strong" or (self.tokens.cap[i - 1] and i - 1 > first):
            return
        if self._head(i - 1) is not None:  # `Program Studi …`
            return
        called = self._ordinary(i) or self.tokens.lower[i] in self.vocabulary.titles.firsts
        stopped = self._stops_programme(i, "post") or (called and i + 1 < last and self._stops_programme(i + 1))
        if stopped or self._election(i):
            return
        weights = self.vocabulary.weights["initiative"]
        score, j = weights["head"], i
        while j < min(last, i + _LONGEST):
            if self.tokens.word[j] == "(":
                j = self._aside(j, last).last
                continue
            joined = self.tokens.lower[j] in self._list("initiative") and j + 1 < last and self.tokens.cap[j + 1]
            if not (self.tokens.cap[j] or self.tokens.kind[j] == "n" or joined) or self._titled(j):
                return
            if j > i and self._stops_programme(j):
                return
            score += 0.0 if joined else weights["token"]
            j += 1
            if not joined:
                yield Segment(INITIATIVE, i, j, score)

    def _election(self, i: int) -> bool:
        """Whether the name of an election or of another known event begins at `i`: `kampanye Pilkada` is no programme,
        nor is `program TNI Manunggal Membangun Desa`."""
        events = self.vocabulary.events
        found = events.longest(self.tokens.lower, i) if self.tokens.lower[i] in events.firsts else None
        if found is None:
            return False
        known = found[1]["class"] == "named" and found[0] > 2
        return found[1]["class"] == "election" or (
            known and self.tokens.lower[i] not in self.vocabulary.initiatives.firsts
        )

    def _stops_programme(self, j: int, *others: str) -> bool:
        """Whether the post of whoever runs a programme begins at `j` (`Asta Cita Presiden Prabowo Subianto`), or a post
        of other kinds, behind which there is no programme (`janji kampanye Kepala Daerah`)."""
        posts = self.vocabulary.posts
        found = posts.longest(self.tokens.lower, j) if self.tokens.lower[j] in posts.firsts else None
        return found is not None and found[1]["kind"] in ("national", "minister", "region_head", *others)
