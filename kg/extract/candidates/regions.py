"""How far a region's name goes: `Provinsi DI Yogyakarta`, `Cabang Bengkulu`, `0207/Simalungun`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.candidates.lookup import Lookup

_LONGEST_PLACE = 3


@dataclass(frozen=True, slots=True)
class Regions(Lookup):
    """How far a region's name goes: `Provinsi DI Yogyakarta`, `Cabang Bengkulu`, `0207/Simalungun`."""

    def _region(self, j: int, last: int) -> int:
        """Length of a region's name at `j` (`Provinsi DI Yogyakarta`, `Cabang Bengkulu`, `0207/Simalungun`), else 0."""
        if j + 2 < last and self.tokens.kind[j] == "n" and self.tokens.word[j + 1] == "/" and self.tokens.cap[j + 2]:
            return 2 + max(1, self._region(j + 2, last))
        if j >= last or not self.tokens.cap[j]:
            return 0
        if self.tokens.lower[j] in self.vocabulary.branches:
            return self._branch(j, last)
        return max(self._listed_region(j, last), self._told_place(j, last), self._island(j, last))

    def _island(self, j: int, last: int) -> int:
        """Length of an island's name at `j`, of which part it may be included (`Sumatra Bagian Selatan`), else 0."""
        if self.tokens.lower[j] not in self.vocabulary.islands.firsts:
            return 0
        found = self.vocabulary.islands.longest(self.tokens.lower, j)
        if not found or j + found[0] > last:
            return 0
        end = j + found[0]
        end += end + 1 < last and self.tokens.lower[end] == "bagian"
        return end - j + self._levelled(end, last)

    def _told_place(self, j: int, last: int) -> int:
        """Length of a place at `j` that the article names with its level elsewhere, else 0: `Camat Rantau Badauh`
        beside `Kecamatan Rantau Badauh`."""
        if not self.evidence.places:
            return 0
        ends = range(min(last, j + _LONGEST_PLACE), j, -1)
        return next((end - j for end in ends if self.tokens.lower[j:end] in self.evidence.places), 0)

    def _listed_region(self, j: int, last: int) -> int:
        """Length of a region of the lists at `j`, with its level, else 0."""
        skip = 1 if self.tokens.lower[j] in self.vocabulary.marks.levels or self.tokens.lower[j] == "metro" else 0
        if j + skip < last and self.tokens.lower[j + skip] in self.vocabulary.regions.firsts:
            found = self.vocabulary.regions.longest(self.tokens.lower, j + skip)
            if found and j + skip + found[0] <= last:
                length = max(found[0], self._listed_district(j + skip, last))
                return skip + length + self._levelled(j + skip + length, last)
        if self.tokens.lower[j] in self.vocabulary.regions.firsts:
            found = self.vocabulary.regions.longest(self.tokens.lower, j)
            if found and j + found[0] <= last:
                return found[0]
        return self._unlisted(j, last) if skip else 0

    def _listed_district(self, j: int, last: int) -> int:
        """Length of a district's name at `j`, else 0; many begin with their regency's: `Denpasar Barat`."""
        if self.tokens.lower[j] not in self.vocabulary.districts.firsts:
            return 0
        found = self.vocabulary.districts.longest(self.tokens.lower, j)
        return found[0] if found and j + found[0] <= last else 0

    def _village(self, j: int, last: int) -> int:
        """Length of a village's name behind its level, else 0: `Kelurahan Fatukoa`."""
        return self._unlisted(j, last) if self.tokens.lower[j] in self.vocabulary.marks.villages else 0

    def _unlisted(self, j: int, last: int) -> int:
        """2 where a name that no list has stands behind the level at `j`, else 0."""
        return 2 if j + 1 < last and self.tokens.cap[j + 1] and not self._ordinary(j + 1) else 0

    def _land(self, j: int, last: int) -> int:
        """Length of a country's or foreign town's name at `j`, else 0."""
        if j >= last or self.tokens.lower[j] not in self.vocabulary.countries.firsts or not self.tokens.cap[j]:
            return 0
        found = self.vocabulary.countries.longest(self.tokens.lower, j)
        return found[0] if found and j + found[0] <= last else 0

    def _levelled(self, j: int, last: int) -> int:
        """1 where the level stands behind the region: `Polres Tasikmalaya Kota`."""
        if j < last and self.tokens.cap[j] and self.tokens.lower[j] in self.vocabulary.marks.directions:
            return 1  # `Forum HRD Serang Barat`
        if j >= last or self.tokens.word[j] not in ("Kota", "Kabupaten"):
            return 0
        return 0 if j + 1 < last and self.tokens.lower[j + 1] in self.vocabulary.regions.firsts else 1

    def _branch(self, j: int, last: int) -> int:
        """Length of `Perwakilan Papua`, `Cabang Purbaleunyi`, `Wilayah V`."""
        length = self._region(j + 1, last)
        if length:
            return 1 + length
        unknown = j + 1 < last and self.tokens.cap[j + 1] and not self._ordinary(j + 1)
        if j + 1 < last and self.tokens.word[j + 1] in self.vocabulary.marks.romans:
            return 2 + self._region(j + 2, last)
        return 2 if unknown and self.tokens.lower[j] == "cabang" else 0
