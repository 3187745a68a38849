"""Candidates of bodies: known ones, headed ones, defined acronyms, what a noun introduces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.acronyms import abbreviates
from kg.extract.candidates.complements import Complements
from kg.extract.grammar import BODY, Segment
from kg.extract.vocabulary import Row

_MORE_WORDS = 3
_LONGEST_COMPANY = 9


def _alone(length: int, row: Row) -> bool:
    """Whether a head may be a body's whole name: one word, and none that goes before whole names."""
    return length == 1 and "prefix" not in row["kind"]


@dataclass(frozen=True, slots=True)
class Bodies(Complements):
    """Candidates of bodies: known ones, headed ones, defined acronyms, what a noun introduces."""

    def _bodies(self, i: int, first: int, last: int) -> Iterator[Segment]:
        weights = self.vocabulary.weights["institution"]
        if self.tokens.lower[i] in self.vocabulary.bodies.firsts:
            yield from self._known_body(i, last, weights)
        head = self._head(i)
        if head is not None:
            yield from self._headed_body(i, last, weights, *head)
        if i and not self.tokens.cap[i - 1] and self.tokens.lower[i - 1] in self.vocabulary.hosts:
            yield from self._introduced_body(i, last, weights)
        elif head is None and self._organises(i):
            bodies = (body for body in self._introduced_body(i, last, weights) if body.last > i + 1)
            yield from (body for body in bodies if self.vocabulary.event_tails.isdisjoint(self.tokens.word[i:last]))
        word = self.tokens.word[i]
        if self.tokens.lower[i] in self.evidence.acronyms and not word.islower():
            yield Segment(BODY, i, i + 1, weights["defined"])
            yield from self._regional(i, i + 1, last, weights["defined"], None, 0)
        elif self._named_after_post(i, last):
            yield Segment(BODY, i, i + 1, weights["named"])
        elif head is None and self._unknown_acronym(i) and (end := self._hosting(i, last)):
            yield Segment(BODY, i, end, weights["acronym"] + weights["region"] * (end > i + 1), whole=end > i + 1)
        elif self._unknown_acronym(i) and self._before_body(i, first, last) and (head is None or _alone(*head)):
            yield Segment(BODY, i, i + 1, weights["acronym"])
        elif (
            self._unknown_acronym(i) and self._behind_post(i, first) and not (i + 1 < last and self._body_begins(i + 1))
        ):
            yield Segment(BODY, i, i + 1, weights["acronym"])
            yield from self._acronym_and_name(i, last, weights) if head is None else ()
            yield from self._regional(i, i + 1, last, weights["acronym"], None, 0)
            if i + 1 < last and self._unknown_acronym(i + 1):
                yield Segment(BODY, i, i + 2, 2 * weights["acronym"] + 0.3)

    def _hosting(self, i: int, last: int) -> int:
        """Where the name of an unknown acronym ends, its region included, right before it organises, else 0: `BPVP
        Kendari (kembali) menggelar`."""
        at = end = i + 1 + self._region(i + 1, last)
        light, marks = self.vocabulary.weights["institution"]["light"], self.vocabulary.status.firsts
        while at < self.tokens.count and (self.tokens.lower[at] in light or self.tokens.lower[at] in marks):
            at += 1
        found = self._verb(at)
        return end if found and found[1]["class"] == "organise" else 0

    def _before_body(self, i: int, first: int, last: int) -> bool:
        """Whether a body begins right behind the token, and no post stands before it."""
        return i + 1 < last and self._body_begins(i + 1) and not self._behind_post(i, first)

    def _acronym_and_name(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        """An unknown acronym with more words behind it, between a post and a comma behind which the holder may stand:
        `Manajer SLRT Sambilulungan, Nia Nindyawati`."""
        for j in range(i + 1, min(i + 4, last - 1)):
            lower = self.tokens.lower[j]
            if not self.tokens.cap[j] or lower in self.vocabulary.given or self._titled(j) or self._body_begins(j):
                return
            if self.tokens.word[j + 1] == "," and j + 2 < last and self.tokens.cap[j + 2]:
                yield Segment(BODY, i, j + 1, weights["acronym"] + weights["name"] * (j - i) + weights["told"])
                return

    def _introduced_body(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        """Capitals behind `komunitas`, `perusahaan`, `maskapai`: a body by that name."""
        score = weights["introduced"]
        for j in range(i, min(i + 5, last)):
            if not self.tokens.cap[j] or self._titled(j) or self.tokens.lower[j] in self.vocabulary.posts.firsts:
                return
            score += weights["introduced_token"]
            yield Segment(BODY, i, j + 1, score)

    def _organises(self, i: int) -> bool:
        """Whether a passive verb of organising stands right before, with or without `oleh`: whoever organises is a
        body, unless its first word is a person's."""
        at = i - 2 if i > 1 and self.tokens.lower[i - 1] == "oleh" else i - 1
        found = self._verb(at) if at >= 0 and not self._titled(i) else None
        given = self.tokens.lower[i] in self.vocabulary.given or (self.tokens.lower[i],) in self.evidence.names
        return found is not None and found[1]["class"] == "organised" and found[0] == 1 and not given

    def _named_after_post(self, i: int, last: int) -> bool:
        """An unknown word between a post and a given name or title: `Ketua Prodewa Muhammad …`, `Rektor Unilak Dr`."""
        lower, given = self.tokens.lower, self.vocabulary.given
        entitled = i + 1 < last and self._honoured(i + 1) > 0
        if i + 1 >= last or not (lower[i + 1] in given or entitled):
            return False
        word = self.tokens.word[i]
        known = lower[i] in given or lower[i] in self.vocabulary.common or word in self.vocabulary.marks.romans
        known = known or self._land(i, last) > 0
        lone = not known and not word.endswith(".") and word != "RI" and not self._initials(i)
        behind = (
            i > 0
            and (lower[i - 1] in self.vocabulary.posts.firsts or self._behind_post(i, i - 3))
            and self._ordinary(i - 1)
        )
        return lone and behind and self.vocabulary.common.get(lower[i + 1], 0.0) < 0.5

    def _known_body(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        found = self.vocabulary.bodies.longest(self.tokens.lower, i)
        if not found or i + found[0] > last or not self._cased(i, found[0]):
            return
        if i and self.tokens.lower[i - 1] in self.vocabulary.unit_posts:  # `Kadis Kominfo`: no ministry
            return
        if found[0] == 1 and found[1]["kind"] == "ministry" and self._names_field(i):
            return
        head = self._head(i)
        if head and head[0] > found[0]:
            return
        end = i + found[0]
        score = weights["known"] + weights["token"] * found[0]
        yield Segment(BODY, i, end, score, found[1], 0)
        if end < last and self.tokens.word[end] == "RI":
            yield Segment(BODY, i, end + 1, score + 0.3, found[1], 0)
        elif self.tokens.lower[end : end + 2] == ("republik", "indonesia") and end + 2 <= last:
            yield Segment(BODY, i, end + 2, score + weights["token"], found[1], 0)
        yield from self._regional(i, end, last, score, found[1], 0)
        if head:
            yield from self._longer_than_known(i, end, last, score, *head)

    def _names_field(self, i: int) -> bool:
        """Whether the half of a ministry's acronym only says what for: `Wakil Menteri ESDM`, `Dinas ESDM Jatim`."""
        head = self._head(i - 1) if i and self.tokens.cap[i - 1] else None
        minister = i > 0 and self.tokens.lower[i - 1] == "menteri"
        return minister or (head is not None and head[1]["complement"] == "words")

    def _longer_than_known(self, i: int, end: int, last: int, score: float, length: int, row: Row) -> Iterator[Segment]:
        """A known body's name with more ordinary words before an acronym: `Ikatan Pranata Humas Daerah (Iprahumda)`."""
        token = self.vocabulary.weights["institution"]["token"]
        if self.tokens.lower[end : end + 1] in (("ri",), ("republik",)):
            return
        for j in range(end, min(end + _MORE_WORDS, last - 1)):
            if not self.tokens.cap[j] or not self._ordinary(j):
                return
            if self.tokens.word[j + 1] == "(":
                yield Segment(BODY, i, j + 1, score + token * (j + 1 - end), row, length)

    def _regional(self, i: int, end: int, last: int, score: float, row: Row | None, head: int) -> Iterator[Segment]:
        """The body at `i`…`end` together with the region that follows: `KPU Kota Makassar`."""
        if end < last and self.tokens.word[end] == "(":
            aside = self._aside(end, last)
            if aside.last < last and (self.tokens.cap[aside.last] or self.tokens.kind[aside.last] == "n"):
                end = aside.last
        length = self._region(end, last)
        closes = self.tokens.cap[end + 1 : end + 2] != (True,) or self._entitles(end + 1)
        if not length and closes and self.tokens.word[end : end + 1] == ("Pusat",):
            length = 1  # `TP PKK Pusat`
        if row and head and not length:
            length = (self._abroad(row, end) and self._land(end, last)) or self._district(row, end, last)
        if length:
            weights = self.vocabulary.weights["institution"]
            yield Segment(BODY, i, end + length, score + weights["region"], row, head, whole=True)

    def _party_organ(
        self, i: int, end: int, last: int, weights: dict[str, float], row: Row, length: int
    ) -> Iterator[Segment]:
        """A party's board with the party and perhaps its region: `DPC Gerindra Jakarta Timur`."""
        party = self.vocabulary.party(self.tokens.lower, end)
        if party and self.tokens.cap[end] and end + party[0] <= last:
            stop, score = end + party[0], weights["head"] + weights["known"] + weights["token"] * party[0]
            yield Segment(BODY, i, stop, score, row, length)
            yield from self._regional(i, stop, last, score, row, length)

    def _abbreviated_by(self, i: int, stop: int, last: int) -> bool:
        """Whether an acronym of the whole name stands behind it in brackets: `Asosiasi Dosen Indonesia (ADI)`."""
        aside = stop + 2 < last and self.tokens.word[stop] == "(" and self.tokens.word[stop + 2] == ")"
        if not aside or stop - i < 2 or (i and self.tokens.lower[i - 1] == "menteri"):
            return False
        bodies = self.vocabulary.bodies
        if self.tokens.lower[i] in bodies.firsts and bodies.longest(self.tokens.lower, i):  # what it is, is known
            return False
        return abbreviates(self.tokens.word[stop + 1], self.tokens.word[i:stop])

    def _board(self, i: int, end: int, last: int, weights: dict[str, float], row: Row) -> Iterator[Segment]:
        """A body's board: `Pengurus Cabang Nahdlatul Ulama Kabupaten Bima`, `PC GP Ansor Kota Palu`."""
        if end < last and self.tokens.word[end] == "(":
            end = self._aside(end, last).last  # `Kantor Wilayah (Kanwil) Kementerian Agama`
        head = self._head(end) if end < last else None
        if end >= last or not self.tokens.cap[end] or (head and "board" in head[1]["kind"]):
            return
        whole = [*self._known_body(end, last, weights), *(self._headed_body(end, last, weights, *head) if head else ())]
        for body in whole:
            yield Segment(BODY, i, body.last, weights["head"] + body.score, row, end - i, whole=body.whole)

    def _abroad(self, row: Row, at: int) -> bool:
        """Whether a body of that head may be another country's, named at `at`: `Kementerian Luar Negeri China`."""
        home = self.tokens.lower[at : at + 1] == ("indonesia",) or self.tokens.lower[at - 1] in self.vocabulary.given
        return row["kind"] in ("ministry", "agency", "police", "army", "university") and not home

    def _district(self, row: Row, at: int, last: int) -> int:
        """Length of the district behind a head that regions follow, with its region: `Polsek Kembangan`; behind other
        heads of a name that is no word: `UPT PKM Muara Uya`; else 0."""
        length = self._listed_district(at, last) if at < last else 0
        if row["complement"] != "region" and length == 1:
            return 0
        return length + self._region(at + length, last) if length else 0

    def _headed_body(self, i: int, last: int, weights: dict[str, float], length: int, row: Row) -> Iterator[Segment]:
        end = i + length
        if end > last or self._venue_length(i) > length:  # `Balai Kota Malang`
            return
        if row["kind"] == "company":
            yield from self._listed_company(i, end, last, weights, row, length)
        if "hospital" in row["kind"]:
            yield from self._named_after(i, end, last, weights, row, length)
        if row["kind"] == "organ":
            yield from self._party_organ(i, end, last, weights, row, length)
        if "board" in row["kind"]:
            yield from self._board(i, end, last, weights, row)
        if "office" in row["kind"]:
            yield from (body for body in self._board(i, i + 1, last, weights, row) if body.whole)
        if "short" in row["kind"]:
            return
        score = weights["head"] + weights["word"] * (length - 1) + (weights["weak"] if "weak" in row["kind"] else 0.0)
        if "weak" in row["kind"] and self._prepared(i) and self.tokens.lower[i] in self.vocabulary.venues.firsts:
            return
        takes = row["complement"]
        led = takes == "any" and "unit" in row["kind"] and end < last and self._body_begins(end)  # `Satlantas Polres`
        bare = weights["bare_region"] if takes == "region" or led else weights["bare"]
        # a university's name begins behind its head: `Universitas Muhammadiyah Malang` is no unit of Muhammadiyah
        named = row["kind"] == "university" and takes == "names" and end < last and self.tokens.cap[end]
        if "company" not in row["kind"] and not named:
            whole = takes != "region" and self._abbreviated_by(i, end, last)
            told = weights["abbreviated"] if whole else 0.0
            yield Segment(BODY, i, end, score + bare + told, row, length)
        if takes != "names":
            yield from self._regional(i, end, last, score, row, length)
        if takes == "region" and not self._region(end, last):
            score += weights["region_missing"]
        misfit = weights["misfit"] if takes in ("words", "region") else weights["name"]
        word = weights["name"] if takes == "names" else weights["word"]
        if takes in ("names", "any") and end + 3 < last and self.tokens.word[end : end + 3 : 2] == ("(", ")"):
            end += 3  # `Pondok Pesantren (Ponpes) Tebuireng`
        for stop, gain in self._complement(end, last, word, misfit, units=False):
            gain += weights["abbreviated"] if self._abbreviated_by(i, stop, last) else 0.0
            gain += weights["entitled"] if self._led(i, length, stop, last, row) else 0.0
            yield Segment(BODY, i, stop, score + gain, row, length)
            yield from self._regional(i, stop, last, score + gain, row, length)

    def _led(self, i: int, length: int, stop: int, last: int, row: Row) -> bool:
        """Whether the title of whoever leads it stands right behind the body at `i`…`stop`, which is no unit, part of
        a post's own name (`Ketua Dewan Syuro | KH Abdul Gafar`), and no hospital, which may be named after somebody."""
        if (
            not {"unit", "hospital"}.isdisjoint(row["kind"].split())
            or stop >= last
            or not self._entitles(stop)
            or self._honoured(stop - 1)
        ):
            return False
        posts = self.vocabulary.posts
        post = posts.longest(self.tokens.lower, i - 1) if i and self.tokens.lower[i - 1] in posts.firsts else None
        return post is None or post[0] <= length  # `Kepala Cabang` and `Cabang Dinas`

    def _listed_company(
        self, i: int, end: int, last: int, weights: dict[str, float], row: Row, length: int
    ) -> Iterator[Segment]:
        """A company's name up to its `Tbk` or `Ltd`, whatever its words: `PT Bank Rakyat Indonesia (Persero) Tbk`."""
        for j in range(end, min(end + _LONGEST_COMPANY, last)):
            if self.tokens.word[j] in self._list("company"):
                yield Segment(BODY, i, j + 1, weights["head"] + weights["token"] * (j + 1 - i), row, length)
                return
            if not (self.tokens.cap[j] or self.tokens.word[j] in "()&"):
                return

    def _named_after(
        self, i: int, end: int, last: int, weights: dict[str, float], row: Row, length: int
    ) -> Iterator[Segment]:
        """A hospital named after a person with a title: `RSUD dr. Soetomo`; behind a post only where a comma, another
        title or a region shows that the name is not its holder's."""
        name = end
        while name < last and (title := self._honoured(name)):
            name += title
        if name == end:
            return
        for j in range(name, min(name + 4, last)):
            if not self.tokens.cap[j] or self._head(j) or self._region(j, last) or self._honoured(j):
                break
        else:
            j = min(name + 4, last)
        if j == name:
            return
        region = self._region(j, last) if j < last else 0
        goes_on = region or (j < last and (self._honoured(j) or (self.tokens.word[j] == "," and j + 1 < last)))
        if goes_on or not self._behind_post(i, i - 3):
            yield Segment(BODY, i, j + region, weights["eponym"], row, length, whole=bool(region))

    def _venue_length(self, i: int) -> int:
        """Length of the venue's head at `i` behind a preposition of place, else 0."""
        if self.tokens.lower[i] not in self.vocabulary.venues.firsts or not self._prepared(i):
            return 0
        found = self.vocabulary.venues.longest(self.tokens.lower, i)
        return found[0] if found else 0

    def _fraction(self, i: int, last: int) -> Iterator[Segment]:
        """A party's fraction in a parliament, in lower case too: `Anggota Komisi II DPR dari fraksi Golkar`."""
        if self.tokens.lower[i] not in self.vocabulary.heads.firsts:
            return
        head = self.vocabulary.heads.longest(self.tokens.lower, i)
        if not head or "fraction" not in head[1]["kind"]:
            return
        party, weights = self.vocabulary.party(self.tokens.lower, i + 1), self.vocabulary.weights["institution"]
        if party and self.tokens.cap[i + 1] and (end := i + 1 + party[0]) <= last:
            yield Segment(BODY, i, end, weights["known"] + weights["token"] * party[0] + weights["word"], head[1], 1)

    def _tailed_body(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        for j in range(i + 1, min(i + 5, last)):
            if not self.tokens.cap[j] or self.tokens.lower[i] in self.vocabulary.stop:
                return
            if self.tokens.word[j] in self.vocabulary.body_tails:
                defined = j + 1 < last and self.tokens.word[j + 1] == "("
                yield Segment(
                    BODY, i, j + 1, weights["tail"] + weights["tail_token"] * (j - i) + (0.6 if defined else 0.0)
                )
