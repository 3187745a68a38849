"""Candidates of posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.candidates.complements import Complements
from kg.extract.grammar import POST, Segment
from kg.extract.runs import plain_noun
from kg.extract.vocabulary import Row


@dataclass(frozen=True, slots=True)
class Posts(Complements):
    """Candidates of posts."""

    def _posts(self, i: int, last: int) -> Iterator[Segment]:
        if self.tokens.lower[i] not in self.vocabulary.posts.firsts:
            return
        found = self.vocabulary.posts.longest(self.tokens.lower, i)
        if not found or i + found[0] > last or found[1]["kind"] == "part" or self._ranked(i, found[0]):
            return
        length, row = found
        deputy = self.vocabulary.posts.longest(self.tokens.lower, i - 1) if i and self.tokens.cap[i - 1] else None
        if deputy and deputy[0] > 1:  # `Wakil | Menteri ESDM`
            return
        if length > 1 and (inner := self._head(i + length - 1)) and inner[0] > 1:  # `Kepala | Cabang Dinas …`
            found = self.vocabulary.posts.longest(self.tokens.lower[i : i + length - 1], 0)
            length, row = found or (length, row)
        body = self._head(i)
        if body and body[0] > length and "board" in body[1]["kind"]:  # `Pimpinan Daerah Muhammadiyah` is a body
            return
        weights = self.vocabulary.weights["post"]
        if i and self.tokens.lower[i - 1] in weights["offices"] and row["kind"] in ("region_head", "village_head"):
            return  # `Kantor Bupati Bima` is a place
        if i and f"{self.tokens.lower[i - 1]} {self.tokens.lower[i]}" in weights["lead"]:
            return
        each = weights["listed"] if row["kind"] in ("police", "army") else weights["word"]
        score = weights["head"] + each * (length - 1)
        if length > 1 and self._acronym_of_body(i + length - 1):  # `Panglima TNI` says no less than `Ketua KPK`
            score += self.vocabulary.weights["institution"]["known"]
        told = self.tokens.lower[max(0, i - 2) : i] == ("yang", "juga")  # the holder stands before it
        told = told or (i > 0 and self.tokens.lower[i - 1] in weights["one_of_many"])
        yield Segment(POST, i, i + length, score, row, length, told)
        if row["kind"] in ("national", "abroad") or (row["kind"] == "minister" and row["institution"]):
            yield from self._republic(i, i + length, last, score, row)
            if not self._field(i + length, last):
                return
        for end, gain in self._complement(i + length, last, weights["word"], weights["misfit"], units=True):
            yield Segment(POST, i, end, score + gain, row, length, told)
        for end in self._small_words(i, i + length, last):
            yield Segment(POST, i, end, score + weights["word"] * (end - i - length), row, length)

    def _field(self, at: int, last: int) -> bool:
        """Whether what somebody advises a minister on follows: `Staf Ahli Menkominfo | Bidang Hukum`."""
        head = self._head(at) if at < last and self.tokens.cap[at] else None
        return head is not None and "unit" in head[1]["kind"]

    def _commands(self, i: int, last: int) -> Iterator[Segment]:
        """An unknown word for who commands or heads what, right before a rank: `Danlanudsri Kolonel Pnb Satrio`."""
        weights = self.vocabulary.weights["post"]
        if i + 1 >= last or not self.tokens.lower[i].startswith(tuple(weights["commanding"])):
            return
        if self.tokens.lower[i + 1] not in self.vocabulary.titles.firsts:
            return
        title = self.vocabulary.titles.longest(self.tokens.lower, i + 1)
        if title and title[1]["kind"] == "rank" and self.tokens.cap[i + 1]:
            yield Segment(POST, i, i + 1, weights["head"])

    def _republic(self, i: int, at: int, last: int, score: float, row: Row) -> Iterator[Segment]:
        """A whole post with its number and the republic behind: `Presiden Ke-7 RI`, `Menteri Luar Negeri Republik
        Indonesia`."""
        end = at
        if end < last and self.tokens.lower[end].startswith("ke-"):
            end += 1
        if end < last and self.tokens.word[end] == "RI":
            end += 1
        elif self.tokens.lower[end : end + 2] == ("republik", "indonesia") and end + 2 <= last:
            end += 2
        if end > at:
            yield Segment(POST, i, end, score + self.vocabulary.weights["post"]["word"] * (end - at), row, at - i)

    def _small_words(self, i: int, at: int, last: int) -> Iterator[int]:
        """Ends of a complement in lower case: `ketua majelis hakim`."""
        if self.tokens.lower[i] not in self.vocabulary.small_posts:
            return
        for j in range(at, last):
            if self.tokens.cap[j] or self.tokens.kind[j] != "w" or not plain_noun(self.tokens, self.vocabulary, j):
                return
            yield j + 1

    def _ranked(self, i: int, length: int) -> bool:
        """Whether a rank that is longer begins at the same word: `Komisaris Jenderal Polisi`."""
        title = (
            self.vocabulary.titles.longest(self.tokens.lower, i)
            if self.tokens.lower[i] in self.vocabulary.titles.firsts
            else None
        )
        return title is not None and title[0] > length
