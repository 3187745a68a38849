"""Every typed stretch that may begin at a token of a run, with its score: one file a kind."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.candidates.bodies import Bodies
from kg.extract.candidates.events import Events
from kg.extract.candidates.lookup import Evidence
from kg.extract.candidates.marks import Marks
from kg.extract.candidates.persons import Persons
from kg.extract.candidates.places import Places
from kg.extract.candidates.posts import Posts
from kg.extract.grammar import AND, COMMA, ORIGIN, OTHER, Segment
from kg.extract.runs import constituency, late, origin

__all__ = ["Candidates", "Evidence"]
_NEAR = 4
_SAME = 0.01
"""The score that tells `sekaligus` and `merangkap`, which join posts of one person, from `dan`."""


@dataclass(frozen=True, slots=True)
class Candidates(Marks, Posts, Bodies, Places, Events, Persons):
    """Makes the candidates of one text."""

    def run(self, first: int, last: int) -> list[list[Segment]]:
        """The candidates that begin at each token of the run `first`…`last`, none of the lists empty; an empty
        list of lists where the run is one ordinary word that begins no name."""
        if last - first == 1 and self._plain(first):
            return []
        inside = frozenset(self.tokens.word[first:last])
        tailed = not inside.isdisjoint(self.vocabulary.tails)
        return [self._at(i, first, last, tailed=tailed) for i in range(first, last)]

    def _plain(self, i: int) -> bool:
        lower = self.tokens.lower[i]
        known = lower in self.vocabulary.firsts or lower in self.evidence.acronyms or (lower,) in self.evidence.names
        return not known and (lower in self.vocabulary.stop or self.vocabulary.common.get(lower, 0.0) > 0.7)

    def _at(self, i: int, first: int, last: int, *, tailed: bool) -> list[Segment]:
        """The candidates that begin at token `i`. tailed: the run holds a word that ends bodies' or events' names.

        What a kind cannot do without is asked for here: this runs for every capital, and most begin few kinds.
        """
        tokens, vocabulary = self.tokens, self.vocabulary
        kind, word, lower = tokens.kind[i], tokens.word[i], tokens.lower[i]
        if lower in vocabulary.constituencies.firsts and (length := constituency(tokens, vocabulary, i)) > 1:
            return [Segment(COMMA, i, min(i + length, last), 0.0, head=ORIGIN)]
        found = [self._outside(i)]
        if word == "(":
            return [self._aside(i, last), *self._periods(i, last)]
        if kind == "n":
            return [*found, *self._periods(i, last), *self._unit_numbers(i, last)]
        if kind != "w":
            return found
        if lower in vocabulary.terms.periods.firsts:
            found += self._periods(i, last)
        begins = lower in vocabulary.firsts
        if begins:
            found += self._titles(i, last)
            found += self._posts(i, last)
            found += self._fraction(i, last)
        if not tokens.cap[i]:
            if lower in vocabulary.venues.firsts:
                weights = vocabulary.weights["place"]
                found += self._venue(i, last, weights, weights["prepared"])
            return found
        before = tokens.lower[i - 1] if i else ""
        parted = before == ","
        if parted:
            found += self._more_degrees(i)
        if not begins and i + 1 < last and tokens.lower[i + 1] in vocabulary.titles.firsts:
            found += self._commands(i, last)
        found += self._bodies(i, first, last)
        if tailed:
            found += self._tailed_body(i, last, vocabulary.weights["institution"])
            found += self._tailed_event(i, last, vocabulary.weights["event"])
        if before in vocabulary.initiatives.firsts:
            found += self._initiatives(i, first, last)
        if begins or self._prepared(i) or (i > first and self._told_place(i, last)):
            found += self._places(i, last)
        if parted:
            found += self._wider(i, last)
        if begins or self._organised(i):
            found += self._events(i, last)
        found += self._persons(i, first, last)
        return found

    def may_close_name(self, i: int) -> bool:
        """Whether the capital at `i` may be the last part of the name before it."""
        lower, word = self.tokens.lower[i], self.tokens.word[i]
        if lower in self.vocabulary.weights["person"]["timely"]:  # `Raja Juli,`, not `Budi, Juli 2024`
            return self.tokens.cap[i] and i + 1 < self.tokens.count and self.tokens.word[i + 1] in ",.)"
        known = self._head(i) is not None or lower in self.vocabulary.posts.firsts or lower in self.vocabulary.stop
        known = known or self._joined_to_given(i) or self._land(i, self.tokens.count) > 0
        known = known or lower in self.vocabulary.cues or self._derived(lower)
        share = self.vocabulary.common.get(lower, 0.0)
        closes = i + 1 >= self.tokens.count or not self.tokens.cap[i + 1]
        ordinary = share > 0.5 and not closes
        return self.tokens.cap[i] and not known and not ordinary and not (word.isupper() and len(word) > 1)

    def _outside(self, i: int) -> Segment:
        """The token as part of no name; a name-like capital that begins no sentence is loth to be left out."""
        lower = self.tokens.lower[i]
        if not self.tokens.cap[i]:
            if length := origin(self.tokens, self.vocabulary, i):
                return Segment(COMMA, i, i + length, 0.0, head=ORIGIN)
            if length := self._passed_over(i):
                return Segment(COMMA, i, i + length, 0.0)
            return Segment(self._filler(i), i, i + 1, _SAME if lower in self.vocabulary.marks.joins else 0.0)
        loth = i not in self.begins and self.vocabulary.common.get(lower, 0.0) < 0.5
        lost = loth and lower not in self.vocabulary.stop and not self.tokens.word[i].isupper()
        return Segment(OTHER, i, i + 1, self.vocabulary.weights["person"]["left"] if lost else 0.0)

    def _passed_over(self, i: int) -> int:
        """Length of what stands between a post and its holder and is no part of either: `Ketua KPK nonaktif`, `Sekjen X
        saat ini`, `Duta Besar Indonesia untuk Italia`; else 0."""
        lower = self.tokens.lower
        if lower[i] in ("untuk", "bagi"):
            known = i + 1 < self.tokens.count and lower[i + 1] in self.vocabulary.bodies.firsts
            body = self.vocabulary.bodies.longest(lower, i + 1) if known and self._envoy(i) else None
            return 1 + body[0] if body else int(self._land(i + 1, self.tokens.count) > 0)
        return late(self.tokens, self.vocabulary, i)

    def _envoy(self, i: int) -> bool:
        """Whether the post of somebody who is sent to a land or a body stands before `i`, with his own land between."""
        before = " ".join(self.tokens.lower[max(0, i - _NEAR) : i])
        return any(post in before for post in self.vocabulary.weights["post"]["sent"])

    def _filler(self, i: int) -> str:
        lower = self.tokens.lower[i]
        if lower in (",", ".", "pada"):  # a stop that a run goes on over stands before a degree
            return COMMA
        return AND if lower in self._list("list") or lower in self.vocabulary.marks.joins else OTHER
