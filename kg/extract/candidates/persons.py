"""Candidates of persons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.candidates.regions import Regions
from kg.extract.grammar import PERSON, Segment

_LONGEST_NAME = 6
_HOPELESS = -3.0
_SHORT = 2
_HANDED = 24
_NICKNAME = frozenset("'‘“\"")
_AMOUNT = re.compile(r"(?i:rp)\d").match  # `Rp300`


@dataclass(frozen=True, slots=True)
class Persons(Regions):
    """Candidates of persons."""

    def _persons(self, i: int, first: int, last: int) -> list[Segment]:
        tokens, vocabulary, weights = self.tokens, self.vocabulary, self.vocabulary.weights["person"]
        found: list[Segment] = []
        if self._no_name(i, first, last):
            return found
        before = self._said_before(i, weights) or (weights["introduced"] if self._introduced(i) else 0.0)
        score = weights["bias"] + before
        nameable = given = False
        j = i
        while j < min(last, i + _LONGEST_NAME + 3):
            word, lower, cap = tokens.word[j], tokens.lower[j], tokens.cap[j]
            if word in _NICKNAME:
                j += 3
                score += weights["nickname"]
                continue
            particle = j > i and lower in self._list("person") and j + 1 < last and tokens.cap[j + 1]
            if not (cap or particle) or tokens.kind[j] != "w":
                return found
            several = "/" in word or ("-" in word and self._pair(j))  # `States/SIDS`, `Prabowo-Gibran`
            if several or lower in vocabulary.ranks or _AMOUNT(word) or (j > i and self._academic(j)):
                return found
            score += 0.2 if particle else self._name_score(j, weights, begins=j == i)
            if score < _HOPELESS:
                return found
            given = given or lower in vocabulary.given
            numeral = self._numeral(j)
            # no name is made of initials and numerals alone
            nameable = nameable or (len(word.rstrip(".")) > 1 and word not in vocabulary.marks.romans)
            j += 1
            if cap and nameable:
                found.append(self._person(i, j, score, bool(before), given))
            if numeral and j - 1 > i:
                return found
        return found

    def _no_name(self, i: int, first: int, last: int) -> bool:
        """Whether no person's name begins at `i`."""
        tokens, vocabulary, lower = self.tokens, self.vocabulary, self.tokens.lower[i]
        if i == first and lower not in vocabulary.given:
            if lower in vocabulary.stop or vocabulary.common.get(lower, 0.0) > 0.9:
                return True
        elif i > first and self._joined_to_given(i - 1):  # `Prabowo-Gibran | Rakabuming`
            return True
        called = i in self.begins and lower in vocabulary.cues and i + 1 < last and tokens.cap[i + 1]
        unit = i > 0 and lower in vocabulary.bodies.firsts and tokens.lower[i - 1] in vocabulary.unit_posts
        return (
            called
            or unit
            or lower in vocabulary.weights["person"]["pronouns"]
            or self._academic(i)
            or self._degree(i)
            or self._numeral(i)
            or self._numbered(i, first, last)
        )

    def _person(self, i: int, j: int, score: float, introduced: bool, given: bool) -> Segment:
        """The person of tokens `i`…`j - 1`, with what the article and the words behind it say for it. given: whether
        one of them is a known part of names."""
        weights, names = self.vocabulary.weights["person"], self.evidence.names
        known = weights["known"] * (j - i) if names and self._words(i, j) in names else 0.0
        echoed = weights["echoed"] if names and not known and j > i + 1 and self._echoed(i, j) else 0.0
        after = self._said_after(j, weights) or (weights["aged"] if self._aged(j) else 0.0)
        lone = weights["lone"] if j == i + 1 and not known else 0.0
        backed = known or echoed or introduced or after or given
        return Segment(PERSON, i, j, score + known + echoed + lone + after, None, 0 if backed else 1)

    def _academic(self, i: int) -> bool:
        """Whether a degree or a short title in front of names begins at `i`: `Dr Ardiansyah` is no whole name."""
        titles = self.vocabulary.titles
        found = titles.longest(self.tokens.lower, i) if self.tokens.lower[i] in titles.firsts else None
        kinds = ("before", "religious") if len(self.tokens.word[i]) == _SHORT else ("before",)
        known = found is not None and found[1]["kind"] in kinds and self.tokens.lower[i] not in self.vocabulary.given
        return known and i + 1 < self.tokens.count and self.tokens.cap[i + 1]

    def _degree(self, i: int) -> bool:
        """Whether a degree by itself stands there; initials with a name behind them do not: `M.A. Rahman`."""
        word, titles = self.tokens.word[i], self.vocabulary.titles
        if "." not in word[:-1] and not word[:2].isupper():
            return False
        if self.tokens.lower[i] not in titles.firsts or (i + 1 < self.tokens.count and self.tokens.cap[i + 1]):
            return False
        found = titles.longest(self.tokens.lower, i)
        return found is not None and found[1]["kind"] == "after"

    def _numbered(self, i: int, first: int, last: int) -> bool:
        """A lone name right behind a number is where a body is: `SMA Negeri 1 Pangaribuan`."""
        lone = i + 1 >= last or not self.tokens.cap[i + 1]
        return i > first and self.tokens.kind[i - 1] == "n" and lone

    def _introduced(self, i: int) -> bool:
        """A calling or a part in a case stands right before, with or without a comma: `pengacara, Farhat`; or a post
        is handed over from or to it."""
        if i and self.tokens.lower[i - 1] in ("dari", "kepada"):
            return any(self._hands_over(j) for j in range(i - 2, max(-1, i - _HANDED), -1))
        at = i - 2 if i > 1 and self.tokens.word[i - 1] == "," else i - 1
        return at >= 0 and not self.tokens.cap[at] and self.tokens.lower[at] in self.vocabulary.cues

    def _aged(self, j: int) -> bool:
        """An age stands behind: `Erwin (45)`."""
        word = self.tokens.word
        return j + 2 < self.tokens.count and word[j] == "(" and len(word[j + 1]) <= 2 and word[j + 1].isdigit()

    def _echoed(self, i: int, j: int) -> bool:
        """Whether the article settles the first or the last part as a name by itself."""
        names = self.evidence.names
        return (self.tokens.lower[i],) in names or (self.tokens.lower[j - 1],) in names

    def _pair(self, j: int) -> bool:
        """A word that is two, or more than a name: `Prabowo-Gibran`, `DPR-termasuk`, `Bawaslu-nya`; not `Al-Hafiz`."""
        first, dash, second = self.tokens.word[j].partition("-")
        if not dash or (len(first) < 4 and second[:1].isupper()):
            return False
        return (
            second[:1].isupper() or second.lower() in self.vocabulary.common or second in self.vocabulary.marks.clitics
        )

    def _words(self, i: int, j: int) -> tuple[str, ...]:
        return tuple(word for word in self.tokens.lower[i:j] if word[0].isalpha())

    def _said_before(self, i: int, weights: dict[str, float]) -> float:
        at = i - 2 if i > 1 and self.tokens.lower[i - 1] == "oleh" else i - 1
        return weights["reported"] if at >= 0 and self._reports(at, before=True) else 0.0

    def _said_after(self, j: int, weights: dict[str, float]) -> float:
        j += j + 1 < self.tokens.count and self.tokens.word[j] == ","
        return weights["reported"] if j < self.tokens.count and self._reports(j, before=False) else 0.0

    def _name_score(self, j: int, weights: dict[str, float], *, begins: bool) -> float:
        lower, word = self.tokens.lower[j], self.tokens.word[j]
        share = self.vocabulary.common.get(lower, 0.0)
        if lower in self.vocabulary.given:
            return float(weights["given"] if share < 0.5 else weights["given_common"])
        initials = begins and self._initials(j)
        if (len(word) <= 2 and word.endswith(".")) or len(word) == 1 or initials:  # `Prof YL Sukestiyarno`
            return float(weights["initial"])
        placed = (
            self._place_name(j)
            or (begins and self._told_place(j, self.tokens.count))
            or (begins and self._land(j, self.tokens.count) and not self._aged(j + 1))
        )
        if not begins and self._timely(j):
            return float(weights["given_common"])
        if lower in self.vocabulary.stop or placed or lower in self.vocabulary.namers:
            return float(weights["common"])
        settled = (lower,) in self.evidence.names
        if word.isupper() and len(word) > 1 and j not in self.begins and not settled:
            return float(weights["acronym"])
        if share == 0.0:
            return float(weights["mixed"] if self._derived(lower) else weights["unknown"])
        if share < 0.35:
            return float(weights["rare"])
        if share > 0.7 and not (not begins and self._closes(j)):
            return float(weights["common"])
        return float(weights["mixed"])

    def _timely(self, j: int) -> bool:
        """Whether the word for a time belongs to a name: right behind a known part of one, and no date's."""
        lower, kind = self.tokens.lower, self.tokens.kind
        dated = j + 1 < self.tokens.count and kind[j + 1] == "n"
        return (
            lower[j] in self.vocabulary.weights["person"]["timely"]
            and lower[j - 1] in self.vocabulary.given
            and not dated
        )

    def _closes(self, j: int) -> bool:
        """Whether the ordinary word behind a part of a name (known, or behind a title) ends the capitals: `Sylviana
        Murni dan`, `Hj. Elfi Murni dan`."""
        after = j + 1 >= self.tokens.count or not self.tokens.cap[j + 1]
        named = self.tokens.lower[j - 1] in self.vocabulary.given or (j > 1 and self._honoured(j - 2) == 1)
        return after and named and self._head(j) is None

    def _derived(self, lower: str) -> bool:
        """Whether an unknown word looks made by an affix, as nouns of agents and verbs are: `Pengarah`."""
        return len(lower) > 6 and lower.startswith(tuple(self.vocabulary.weights["affixes"]["ordinary"]))

    def _place_name(self, j: int) -> bool:
        return self.tokens.lower[j] in self.vocabulary.regions.firsts and bool(
            self.vocabulary.regions.longest(self.tokens.lower, j)
        )
