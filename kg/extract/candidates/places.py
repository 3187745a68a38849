"""Candidates of places: regions, countries, towns, venues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.extract.candidates.regions import Regions
from kg.extract.grammar import PLACE, WIDER, Segment

_LONGEST_VENUE = 6
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Places(Regions):
    """Candidates of places: regions, countries, towns, venues."""

    def _places(self, i: int, last: int) -> Iterator[Segment]:
        weights = self.vocabulary.weights["place"]
        prepared = self._prepared(i)
        seated = self._seated(i)
        extra = weights["prepared"] if prepared else 0.0
        length = self._region(i, last) or self._village(i, last)
        if length == 1 and not prepared and self._given(i) and self._given(i + 1):  # `Bima Arya`
            return
        if length:
            level = weights["level"] if self.tokens.lower[i] in self.vocabulary.marks.levels else 0.0
            yield Segment(PLACE, i, i + length, weights["known"] + weights["token"] * length + level + extra)
        elif self._told_by_post(i, last):
            yield Segment(PLACE, i, i + 1, weights["known"] + weights["prepared"])
        elif prepared and self.tokens.lower[i - 1] not in ("dari", "asal"):
            yield from self._narrow(i, last, weights, extra)
        if seated:
            return
        land = self._land(i, last)
        if land:
            yield Segment(PLACE, i, i + land, weights["known"] + weights["token"] * land + extra)
        yield from self._venue(i, last, weights, extra)
        if prepared and not self.vocabulary.venue_tails.isdisjoint(self.tokens.word[i + 1 : last]):
            yield from self._tailed_venue(i, last, weights)

    def _tailed_venue(self, i: int, last: int, weights: dict[str, Any]) -> Iterator[Segment]:
        """A venue whose last word says what it is, behind `di`: `Discovery Hotel and Convention Ancol`."""
        score = weights["venue"] + weights["prepared"] + weights["venue_prepared"]
        for j in range(i, min(i + _LONGEST_VENUE, last)):
            joined = self.tokens.word[j] in ("&", "and") and j > i
            if not (self.tokens.cap[j] or joined) or self._titled(j) or self._head(j):
                return
            score += weights["venue_token"]
            closing = (
                self.tokens.word[j] in weights["closing"] and self.tokens.word[j - 1] in self.vocabulary.venue_tails
            )
            if j > i and (closing or self.tokens.word[j] in self.vocabulary.venue_tails):
                yield Segment(PLACE, i, j + 1, score, None, 1)
                town = j + 1 < last and self.tokens.cap[j + 1] and self.tokens.word[j + 2 : j + 3] in ((",",), (".",))
                if town:
                    yield Segment(PLACE, i, j + 2, score + weights["venue_token"], None, 1)

    def _given(self, i: int) -> bool:
        return i < self.tokens.count and self.tokens.cap[i] and self.tokens.lower[i] in self.vocabulary.given

    def _told_by_post(self, i: int, last: int) -> bool:
        """An unknown word between the post of a village's or district's head and its holder: `Lurah Sabdodadi Siti
        Fatimah`, `Kepala Kampung Lantipo, Henky Yasel`."""
        before, lower = self.tokens.lower[i - 1] if i else "", self.tokens.lower[i]
        local = before in self.vocabulary.villages or before in self.vocabulary.local_seats
        known = lower in self.vocabulary.given or lower in self.vocabulary.common
        if not local or known or lower in self.vocabulary.titles.firsts:
            return False
        parted = i + 1 < last and self.tokens.word[i + 1] == ","
        holder = i + 1 + parted
        if holder + 1 >= last or not self.tokens.cap[holder + 1]:
            return False
        return parted or self.tokens.lower[holder] in self.vocabulary.given

    def _narrow(self, i: int, last: int, weights: dict[str, float], extra: float) -> Iterator[Segment]:
        """Districts and other names behind a preposition of place."""
        if length := self._listed_district(i, last):
            yield Segment(PLACE, i, i + length, weights["known"] + weights["token"] * length)
        village = self.tokens.lower[i - 1] in self.vocabulary.villages
        for j in range(i, min(i + 4, last)):
            if not self.tokens.cap[j] or self.tokens.lower[j] in self.vocabulary.stop or self.tokens.word[j].isupper():
                return
            if self.tokens.lower[j] in self.vocabulary.namers or self._body_begins(j):
                return
            if village or self._located(j + 1):
                yield Segment(PLACE, i, j + 1, extra + weights["narrow"] * (j - i), None, 0)

    def _located(self, j: int) -> bool:
        """Whether a wider place follows behind a comma: `Salido, Kabupaten Pesisir Selatan`, `Poka, Ambon`."""
        last = self.tokens.count
        behind = self.tokens.word[j : j + 1] == (",",) and j + 1 < last
        return behind and (self._region(j + 1, last) or self._listed_district(j + 1, last)) > 0

    def _wider(self, i: int, last: int) -> Iterator[Segment]:
        """An unknown name between a place and a comma, a bracket or a stop: `Aula Mansinam, Arfai, Manokwari`."""
        if i < 2 or self.tokens.word[i - 1] != "," or self.vocabulary.common.get(self.tokens.lower[i], 0.0) > 0.3:
            return
        for j in range(i, min(i + 3, last)):
            if not self.tokens.cap[j] or self._body_begins(j) or self.tokens.lower[j] in self.vocabulary.stop:
                return
            if j + 1 >= self.tokens.count or self.tokens.word[j + 1] in ",.(;":
                yield Segment(PLACE, i, j + 1, self.vocabulary.weights["place"]["wider"], None, WIDER)

    def _venue(self, i: int, last: int, weights: dict[str, float], extra: float) -> Iterator[Segment]:
        by = i > 0 and self.tokens.lower[i - 1] == "oleh"  # who does something is no venue: `oleh Sekretariat DPRD`
        if by or self.tokens.lower[i] not in self.vocabulary.venues.firsts:
            return
        found = self.vocabulary.venues.longest(self.tokens.lower, i)
        if not found:
            return
        end = i + found[0]
        score = weights["venue"] + extra + (weights["venue_prepared"] * (found[0] - 1) if extra else 0.0)
        if found[0] > 1 and extra and self.tokens.cap[end - 1]:  # `di Balai Sidang`
            yield Segment(PLACE, i, end, score, None, 1)
        for j in range(end, min(last, i + 9)):
            dated = self.tokens.lower[j] in self.vocabulary.stop
            if extra and j > i and (named := self._eponym(i, j, last)):
                yield Segment(PLACE, i, named, score + weights["eponym"], None, 1)
                return
            if not (self.tokens.cap[j] or self.tokens.kind[j] == "n") or self._titled(j) or dated:
                return
            score += weights["venue_prepared" if extra else "venue_token"]
            if self._seated(j) and self._region(j, last):  # `Pendopo Bupati | Bantul` is not the region
                score += weights["prepared"]
            if self.tokens.lower[j] not in self.vocabulary.weights["place"]["numbering"]:  # `Jalan Pahlawan No. | 10`
                yield Segment(PLACE, i, j + 1, score, None, 1)

    def _eponym(self, i: int, j: int, last: int) -> int:
        """Where the name of a venue at `i` ends that is named after somebody with a title at `j`, if a mark and no
        degree follows, else 0: `di Gelanggang Mahasiswa | Dr. HM. Nasrullah Yusuf, Rabu`."""
        end = j
        while end < last and (title := self._honoured(end)):
            end += title
        if end == j or self._behind_post(j, i):
            return 0
        name = end
        while end < min(last, name + _LONGEST_NAME) and self.tokens.cap[end] and not self._honoured(end):
            end += 1
        mark = self.tokens.word[end : end + 1]
        degree = end + 1 < last and mark == (",",) and self.tokens.lower[end + 1] in self.vocabulary.titles.firsts
        return end if end > name and mark in ((",",), (".",), ("(",)) and not degree else 0
