"""How far the words behind a head go on: `Kepala Bidang Hubungan Masyarakat`, `Dinas Pekerjaan Umum dan …`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.candidates.regions import Regions

_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Complements(Regions):
    """How far the words behind a head go on: `Kepala Bidang Hubungan Masyarakat`, `Dinas Pekerjaan Umum dan …`."""

    def _complement(
        self, at: int, last: int, word: float, misfit: float, *, units: bool
    ) -> Iterator[tuple[int, float]]:
        """Ends and scores of growing complements of ordinary words behind a head."""
        gain, j = 0.0, at
        while j < min(last, at + _LONGEST):
            lower = self.tokens.lower[j]
            if self._joins_on(j, last):
                j += 1
                continue
            if self.tokens.kind[j] == "n":
                if j + 1 < last and self.tokens.word[j + 1] == "/":
                    return
                gain += word
            elif self._ends_name(j, at, units=units):
                return
            elif j > at and lower in self.vocabulary.given and not self._ordinary(j):
                gain += self.vocabulary.weights["institution"]["given"]
            else:
                gain += word if self._ordinary(j) else misfit
            j += 1
            yield j, gain
            if lower in ("ri",) or (units and j == at + 1 and self._defined_acronym(at)):
                return

    def _defined_acronym(self, j: int) -> bool:
        """Whether the article says what the capitals at `j` abbreviate: a body, behind which a name may begin."""
        return self.tokens.lower[j] in self.evidence.acronyms and self.tokens.word[j].isupper()

    def _joins_on(self, j: int, last: int) -> bool:
        """Whether the mark or connector at `j` may stand inside a name: `X, Y, dan Z`."""
        if self.tokens.cap[j]:
            return False
        lower = self.tokens.lower[j]
        if lower in self._list("list"):
            if j + 2 < last and self.tokens.word[j + 1] in ("I", "Ni") and self.tokens.cap[j + 2]:
                return False
            return j + 1 < last and self.tokens.cap[j + 1] and not self._stops(j + 1, units=False)
        return self.tokens.word[j] == "," and self._listed(j, last)

    def _listed(self, comma: int, last: int) -> bool:
        """A comma inside a name: ordinary words follow and soon `dan` with an ordinary word."""
        for j in range(comma + 1, min(comma + 9, last - 1)):
            lower = self.tokens.lower[j]
            if lower in ("dan", "serta", "&") and j > comma:
                return self.tokens.cap[j + 1] and self._ordinary(j + 1) and not self._stops(j + 1, units=False)
            if self.tokens.word[j] == ",":
                continue
            if not self.tokens.cap[j] or not self._ordinary(j) or self._stops(j, units=False):
                return False
        return False

    def _ends_name(self, j: int, at: int, *, units: bool) -> bool:
        """Whether the complement that began at `at` cannot go on over the word at `j`."""
        ranked = self.tokens.lower[j] in self.vocabulary.ranks and self.tokens.lower[j] != "jenderal"
        if not self.tokens.cap[j] or ranked or self._initials(j) or ((j > at or units) and self._entitles(j)):
            return True
        first = j == at
        if self._stops(j, units=units) and not (first and not units and self._softly(j)):
            return True
        return not first and self._acronym_of_body(j)

    def _entitles(self, j: int) -> bool:
        """Whether an academic title in front of a name stands there: `Wakil Rektor IV | Prof Sukestiyarno`."""
        length = self._honoured(j)
        return length > 0 and self.tokens.cap[j + length : j + length + 1] == (True,)

    def _stops(self, j: int, *, units: bool) -> bool:
        """Whether another name or a day begins at `j`: a post, a region's level, a body (units may go on in a post)."""
        if self.tokens.lower[j] in self.vocabulary.marks.days:
            return True
        if self.tokens.lower[j - 1] in self.vocabulary.weights["institution"]["between"]:
            return False
        if self.tokens.lower[j] in self.vocabulary.marks.levels and self._region(
            j, j + 6 if j + 6 < self.tokens.count else self.tokens.count
        ):
            return True
        head = self._head(j)
        if head and not (units and "unit" in head[1]["kind"]) and "weak" not in head[1]["kind"]:
            return True
        if self.tokens.lower[j] in self.vocabulary.posts.firsts:
            found = self.vocabulary.posts.longest(self.tokens.lower, j)
            return bool(found and found[1]["kind"] in ("minister", "region_head", "police", "army"))
        return False

    def _softly(self, j: int) -> bool:
        """A head that is an ordinary word right behind another: `Dinas Koperasi`, `Badan Pusat Statistik`."""
        found = self._head(j)
        return found is not None and (found[1]["complement"] in ("names", "any") or "unit" in found[1]["kind"])

    def _acronym_of_body(self, j: int) -> bool:
        """A one-word known body in capitals (`DPR`, `Polri`) is the parent of what stands before it."""
        found = (
            self.vocabulary.bodies.longest(self.tokens.lower, j)
            if self.tokens.lower[j] in self.vocabulary.bodies.firsts
            else None
        )
        return bool(found and self._cased(j, found[0]))
