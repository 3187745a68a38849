"""What the candidates of every kind ask of a token."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.grammar import ASIDE, Segment
from kg.extract.vocabulary import Row, Vocabulary
from kg.language.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the article has already settled: names' parts, bodies' acronyms and whole names, places, lower-cased."""

    names: frozenset[tuple[str, ...]] = frozenset()
    acronyms: frozenset[str] = frozenset()
    bodies: frozenset[tuple[str, ...]] = frozenset()
    places: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Lookup:
    """The text, the lexicon and what the article has settled; `begins`: first tokens of sentences."""

    tokens: Tokens
    vocabulary: Vocabulary
    evidence: Evidence
    begins: frozenset[int]

    def _list(self, name: str) -> frozenset[str]:
        return self.vocabulary.connectors[name]

    def _numeral(self, j: int) -> bool:
        """A roman numeral, which may only close a name: `Hamengku Buwono X`; `I` begins Balinese names."""
        return self.tokens.word[j] in self.vocabulary.marks.romans and self.tokens.word[j] != "I"

    def _ordinary(self, j: int) -> bool:
        """An ordinary word, an acronym or a number: what bodies' and posts' names are made of."""
        word = self.tokens.word[j]
        lower = self.tokens.lower[j]
        if self.vocabulary.common.get(lower, 0.0) >= 0.25 or lower in self.vocabulary.countries.firsts:
            return True
        return (word.isupper() and len(word) > 1) or word in ("RI",) or "/" in word

    def _head(self, j: int) -> tuple[int, Row] | None:
        """The head of a body at `j`; an acronym only in capitals: `AJI`, not `Aji`."""
        if self.tokens.lower[j] not in self.vocabulary.heads.firsts:
            return None
        found = self.vocabulary.heads.longest(self.tokens.lower, j)
        shouted = found is not None and found[1]["head"].isupper()
        return None if shouted and not self.tokens.word[j].isupper() else found

    def _cased(self, i: int, length: int) -> bool:
        """A one-word acronym is a name only in the capitals that the lexicon writes it in: `PAN`, not `Pan`."""
        word = self.tokens.word[i]
        return length > 1 or word.isupper() or word.upper() not in self.vocabulary.capitals

    def _titled(self, j: int) -> bool:
        """Whether a title or a post whose holder may follow begins at `j`."""
        found = (
            self.vocabulary.titles.longest(self.tokens.lower, j)
            if self.tokens.lower[j] in self.vocabulary.titles.firsts
            else None
        )
        return bool(found and found[1]["kind"] in ("rank", "before", "religious") and self.tokens.word[j].endswith("."))

    def _honoured(self, i: int) -> int:
        """Length of a degree or title of honour in front of a name at `i`, else 0."""
        titles = self.vocabulary.titles
        found = titles.longest(self.tokens.lower, i) if self.tokens.lower[i] in titles.firsts else None
        return found[0] if found and found[1]["kind"] in ("before", "religious") else 0

    def _joined_to_given(self, i: int) -> bool:
        """Whether two names that a dash joins stand there: `Subianto-Gibran`."""
        return self.tokens.lower[i].partition("-")[2] in self.vocabulary.given

    def _verb(self, i: int) -> tuple[int, Row] | None:
        """The longest known verb or set phrase at `i`."""
        verbs, lower = self.vocabulary.verbs, self.tokens.lower
        return verbs.longest(lower, i) if i < len(lower) and lower[i] in verbs.firsts else None

    def _reports(self, k: int, *, before: bool) -> bool:
        found = self._verb(k)
        if self.tokens.lower[k] == "menurut":
            return before
        if found and found[1]["class"] in ("human", "leave"):
            return not before
        if before and found and found[1]["class"] == "told":
            return True
        if not found or found[1]["class"] != "say":
            return False
        return not (before and self.tokens.lower[k].startswith(("me", "ber")))

    def _prepared(self, i: int) -> bool:
        """Whether a preposition of place, perhaps with another place, or a post that a region follows stands before
        `i`: `di Balairung Rudini, | Kampus IPDN`."""
        at = i - 1
        if at > 0 and self.tokens.word[at] == "," and self.tokens.lower[i] in self.vocabulary.venues.firsts:
            at -= 1
            while at > 0 and self.tokens.cap[at]:
                at -= 1
        before = self.tokens.lower[at] if at >= 0 else ""
        return before in self.vocabulary.weights["prepositions"]["place"] or self._seated(i)

    def _seated(self, i: int) -> bool:
        """Whether a post that a region follows stands before `i`: `Bupati`, `Wali Kota`, no level (`Sekda Kota`)."""
        before = self.tokens.lower[i - 1] if i else ""
        level = before in self.vocabulary.marks.levels and self.tokens.lower[max(0, i - 2) : i - 1] != ("wali",)
        return before in self.vocabulary.seats and not level

    def _body_begins(self, i: int) -> bool:
        """Whether a known or headed body begins at `i`."""
        lower = self.tokens.lower[i]
        known = (
            lower in self.vocabulary.bodies.firsts and self.vocabulary.bodies.longest(self.tokens.lower, i) is not None
        )
        return self.tokens.cap[i] and (known or self._head(i) is not None)

    def _behind_post(self, i: int, first: int) -> bool:
        for j in range(i - 1, max(first - 1, i - 8), -1):
            if self.tokens.lower[j] in self.vocabulary.posts.firsts:
                return True
        return False

    def _hands_over(self, i: int) -> bool:
        """Whether a handover of a post begins at `i`: `serah terima jabatan`, `menyerahkan jabatan`."""
        handing = self.vocabulary.terms.handing
        return self.tokens.lower[i] in handing.firsts and handing.longest(self.tokens.lower, i) is not None

    def _initials(self, j: int) -> bool:
        """Two capitals between a title, a comma or a post that says of itself where it is, and a name: `Prof YL
        Sukestiyarno`, `Sekda Kepri, TS Arif`, `Sekretaris Daerah TS Arif`."""
        word = self.tokens.word[j]
        if len(word) != 2 or not word.isupper() or not j:
            return False
        given = j + 1 < self.tokens.count and self.tokens.lower[j + 1] in self.vocabulary.given
        return self._honoured(j - 1) == 1 or (given and (self.tokens.word[j - 1] == "," or self._behind_whole(j)))

    def _behind_whole(self, j: int) -> bool:
        """Whether a region's head or secretary by the bare post stands right before: no body can follow."""
        lower, posts = self.tokens.lower, self.vocabulary.posts
        known = (self.vocabulary.bodies.firsts, self.vocabulary.heads.firsts, self.vocabulary.regions.firsts)
        if any(lower[j] in firsts for firsts in known):
            return False
        for i in range(max(0, j - 2), j):
            found = posts.longest(lower, i) if lower[i] in posts.firsts else None
            if found and i + found[0] == j:
                offices = self.vocabulary.weights["offices"]["posts"]
                return found[1]["kind"] == "region_head" or found[1]["canonical"] in offices
        return False

    def _unknown_acronym(self, i: int) -> bool:
        word = self.tokens.word[i]
        plain = word.isupper() and len(word) > 1 and word.isalnum() and word not in self.vocabulary.marks.romans
        return (
            plain
            and word not in self.vocabulary.acronyms
            and self.tokens.lower[i] not in self.vocabulary.regulations.firsts
            and (i == 0 or self.tokens.lower[i - 1] != "menteri")
            and self.tokens.lower[i] not in self.vocabulary.regions.firsts
            and not self._initials(i)
        )

    def _aside(self, i: int, last: int) -> Segment:
        close = i
        while close < last and self.tokens.word[close] != ")":
            close += 1
        return Segment(ASIDE, i, min(close + 1, last), 0.0)
