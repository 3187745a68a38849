"""Every typed stretch that may begin at a token of a run, with its score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.grammar import (
    ACTING,
    AND,
    ASIDE,
    BODY,
    COMMA,
    DEGREE,
    EVENT,
    INITIATIVE,
    OTHER,
    PERIOD,
    PERSON,
    PLACE,
    POST,
    TITLE,
    WIDER,
    Segment,
)
from kg.extract.runs import plain_noun
from kg.extract.vocabulary import Row, Vocabulary
from kg.language.tokens import Tokens

_LONGEST = 16
_LONGEST_NAME = 6
_HOPELESS = -3.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the article has already settled: names' parts, bodies' acronyms and whole names, lower-cased."""

    names: frozenset[tuple[str, ...]] = frozenset()
    acronyms: frozenset[str] = frozenset()
    bodies: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidates:
    """Makes the candidates of one text; `shouting` texts (all capitals) carry no acronyms."""

    tokens: Tokens
    vocabulary: Vocabulary
    evidence: Evidence
    begins: frozenset[int]

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
        """The candidates that begin at token `i`. tailed: the run holds a word that ends bodies' or events' names."""
        found = [self._outside(i)]
        if self.tokens.word[i] == "(":
            return [self._aside(i, last)]
        if self.tokens.kind[i] == "n":
            return [*found, *self._periods(i), *self._unit_numbers(i, last)]
        if self.tokens.kind[i] != "w":
            return found
        begins = self.tokens.lower[i] in self.vocabulary.firsts
        if begins:
            found += self._titles(i, last)
            found += self._posts(i, last)
        if not self.tokens.cap[i] and self.tokens.lower[i] in self.vocabulary.venues.firsts:
            weights = self.vocabulary.weights["place"]
            found += self._venue(i, last, weights, weights["prepared"])
        if self.tokens.cap[i]:
            found += self._bodies(i, first, last)
            if tailed:
                found += self._tailed_body(i, last, self.vocabulary.weights["institution"])
                found += self._tailed_event(i, last, self.vocabulary.weights["event"])
            found += self._initiatives(i, first, last)
            if begins or self._prepared(i):
                found += self._places(i, last)
            found += self._wider(i, last)
            if begins or self._organised(i):
                found += self._events(i, last)
            found += self._persons(i, first, last)
        return found

    def may_close_name(self, i: int) -> bool:
        """Whether the capital at `i` may be the last part of the name before it."""
        lower, word = self.tokens.lower[i], self.tokens.word[i]
        known = self._head(i) is not None or lower in self.vocabulary.posts.firsts or lower in self.vocabulary.stop
        share = self.vocabulary.common.get(lower, 0.0)
        closes = i + 1 >= self.tokens.count or self.tokens.kind[i + 1] != "w" or self._reports(i + 1, before=False)
        ordinary = share > 0.9 or (share > 0.5 and not closes)
        return self.tokens.cap[i] and not known and not ordinary and not (word.isupper() and len(word) > 1)

    # -- what stands between ------------------------------------------------------------------

    def _outside(self, i: int) -> Segment:
        """The token as part of no name; a name-like capital that begins no sentence is loth to be left out."""
        if not self.tokens.cap[i]:
            return Segment(self._filler(i), i, i + 1, 0.01 if self.tokens.lower[i] in _JOINS else 0.0)
        lower = self.tokens.lower[i]
        loth = i not in self.begins and self.vocabulary.common.get(lower, 0.0) < 0.5
        lost = loth and lower not in self.vocabulary.stop and not self.tokens.word[i].isupper()
        return Segment(OTHER, i, i + 1, self.vocabulary.weights["person"]["left"] if lost else 0.0)

    def _filler(self, i: int) -> str:
        if self.tokens.word[i] == "," or self.tokens.lower[i] == "pada":
            return COMMA
        return AND if self.tokens.lower[i] in self._list("list") or self.tokens.lower[i] in _JOINS else OTHER

    def _list(self, name: str) -> frozenset[str]:
        return self.vocabulary.connectors[name]

    def _aside(self, i: int, last: int) -> Segment:
        close = i
        while close < last and self.tokens.word[close] != ")":
            close += 1
        return Segment(ASIDE, i, min(close + 1, last), 0.0)

    def _periods(self, i: int) -> Iterator[Segment]:
        word = self.tokens.word[i].replace("–", "-")
        years = word.split("-")
        if len(years) == 2 and all(len(year) == 4 and year[:2] in ("19", "20") for year in years):
            yield Segment(PERIOD, i, i + 1, 0.5)

    def _unit_numbers(self, i: int, last: int) -> Iterator[Segment]:
        """`0207/Simalungun` behind `Dandim`: the seat of the post."""
        length = self._region(i, last) if i and self.tokens.lower[i - 1] in self.vocabulary.seats else 0
        if length:
            weights = self.vocabulary.weights["place"]
            yield Segment(PLACE, i, i + length, weights["known"] + weights["token"] * length, None, 0)

    def _titles(self, i: int, last: int) -> Iterator[Segment]:
        for phrases, acting in ((self.vocabulary.titles, False), (self.vocabulary.status, True)):
            if self.tokens.lower[i] not in phrases.firsts:
                continue
            found = phrases.longest(self.tokens.lower, i)
            if found and i + found[0] <= last:
                yield from self._title(i, i + found[0], found[1], acting)

    def _title(self, i: int, end: int, row: Row, acting: bool) -> Iterator[Segment]:
        score = self.vocabulary.weights["title"]["score"] * (end - i)
        if acting:
            if row["class"] == "acting":
                yield Segment(ACTING, i, end, score, row)
        elif row["kind"] == "after":
            if self.tokens.word[i].isupper() or self.tokens.word[i][:1].isupper():
                yield Segment(DEGREE, i, end, score, row)
        elif self.tokens.cap[i] or self.tokens.slice(i, end) in self.vocabulary.small_titles:
            yield Segment(TITLE, i, end, score, row)

    # -- posts ----------------------------------------------------------------------------------

    def _posts(self, i: int, last: int) -> Iterator[Segment]:
        if self.tokens.lower[i] not in self.vocabulary.posts.firsts:
            return
        found = self.vocabulary.posts.longest(self.tokens.lower, i)
        if not found or i + found[0] > last or self._ranked(i, found[0]):
            return
        length, row = found
        weights = self.vocabulary.weights["post"]
        score = weights["head"] + weights["word"] * (length - 1)
        yield Segment(POST, i, i + length, score, row, length)
        for end, gain in self._complement(i + length, last, weights["word"], weights["misfit"], units=True):
            yield Segment(POST, i, end, score + gain, row, length)
        for end in self._small_words(i, i + length, last):
            yield Segment(POST, i, end, score + weights["word"] * (end - i - length), row, length)

    def _small_words(self, i: int, at: int, last: int) -> Iterator[int]:
        """Ends of a complement in lower case: `ketua majelis hakim`."""
        if self.tokens.lower[i] not in self.vocabulary.small_posts:
            return
        for j in range(at, last):
            if self.tokens.cap[j] or self.tokens.kind[j] != "w" or not plain_noun(self.tokens, self.vocabulary, j):
                return
            yield j + 1

    def _ends_name(self, j: int, at: int, *, units: bool) -> bool:
        """Whether the complement that began at `at` cannot go on over the word at `j`."""
        if not self.tokens.cap[j]:
            return True
        first = j == at
        if self._stops(j, units=units) and not (first and not units and self._softly(j)):
            return True
        return not first and self._acronym_of_body(j)

    def _ranked(self, i: int, length: int) -> bool:
        """Whether a rank that is longer begins at the same word: `Komisaris Jenderal Polisi`."""
        title = (
            self.vocabulary.titles.longest(self.tokens.lower, i)
            if self.tokens.lower[i] in self.vocabulary.titles.firsts
            else None
        )
        return title is not None and title[0] > length

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
            else:
                gain += word if self._ordinary(j) else misfit
            j += 1
            yield j, gain
            if lower in ("ri",):
                return

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

    def _stops(self, j: int, *, units: bool) -> bool:
        """Whether another name begins at `j`: a post, a region's level, or a body (units may go on in a post)."""
        if self.tokens.lower[j] in _LEVELS and self._region(
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

    def _acronym_of_body(self, j: int) -> bool:
        """A one-word known body in capitals (`DPR`, `Polri`) is the parent of what stands before it."""
        found = (
            self.vocabulary.bodies.longest(self.tokens.lower, j)
            if self.tokens.lower[j] in self.vocabulary.bodies.firsts
            else None
        )
        return bool(found and self._cased(j, found[0]))

    def _softly(self, j: int) -> bool:
        """A head that is an ordinary word right behind another: `Dinas Koperasi`, `Badan Pusat Statistik`."""
        found = self._head(j)
        return found is not None and (found[1]["complement"] in ("names", "any") or "unit" in found[1]["kind"])

    def _ordinary(self, j: int) -> bool:
        """An ordinary word, an acronym or a number: what bodies' and posts' names are made of."""
        word = self.tokens.word[j]
        lower = self.tokens.lower[j]
        if self.vocabulary.common.get(lower, 0.0) >= 0.25 or lower in self.vocabulary.countries.firsts:
            return True
        return (word.isupper() and len(word) > 1) or word in ("RI",) or "/" in word

    # -- bodies ---------------------------------------------------------------------------------

    def _bodies(self, i: int, first: int, last: int) -> Iterator[Segment]:
        weights = self.vocabulary.weights["institution"]
        if self.tokens.lower[i] in self.vocabulary.bodies.firsts:
            yield from self._known_body(i, last, weights)
        head = self._head(i)
        if head is not None:
            yield from self._headed_body(i, last, weights, *head)
        if i and not self.tokens.cap[i - 1] and self.tokens.lower[i - 1] in self.vocabulary.hosts:
            yield from self._introduced_body(i, last, weights)
        word = self.tokens.word[i]
        if self.tokens.lower[i] in self.evidence.acronyms and not word.islower():
            yield Segment(BODY, i, i + 1, weights["defined"])
            yield from self._regional(i, i + 1, last, weights["defined"], None, 0)
        elif self._named_after_post(i, last):
            yield Segment(BODY, i, i + 1, weights["named"])
        elif self._unknown_acronym(i) and i + 1 < last and self._body_begins(i + 1) and not self._behind_post(i, first):
            yield Segment(BODY, i, i + 1, weights["acronym"])
        elif (
            self._unknown_acronym(i) and self._behind_post(i, first) and not (i + 1 < last and self._body_begins(i + 1))
        ):
            yield Segment(BODY, i, i + 1, weights["acronym"])
            yield from self._regional(i, i + 1, last, weights["acronym"], None, 0)
            if i + 1 < last and self._unknown_acronym(i + 1):
                yield Segment(BODY, i, i + 2, 2 * weights["acronym"] + 0.3)

    def _introduced_body(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        """Capitals behind `komunitas`, `perusahaan`, `maskapai`: a body by that name."""
        score = weights["introduced"]
        for j in range(i, min(i + 5, last)):
            if not self.tokens.cap[j] or self._titled(j) or self.tokens.lower[j] in self.vocabulary.posts.firsts:
                return
            score += weights["introduced_token"]
            yield Segment(BODY, i, j + 1, score)

    def _unknown_acronym(self, i: int) -> bool:
        word = self.tokens.word[i]
        plain = word.isupper() and len(word) > 1 and word.isalnum() and word not in _ROMAN
        return (
            plain
            and word not in self.vocabulary.acronyms
            and self.tokens.lower[i] not in self.vocabulary.regions.firsts
        )

    def _named_after_post(self, i: int, last: int) -> bool:
        """An unknown word between a post and a given name: `Ketua Prodewa Muhammad …`."""
        lower, given = self.tokens.lower, self.vocabulary.given
        if i + 1 >= last or lower[i + 1] not in given:
            return False
        word = self.tokens.word[i]
        known = lower[i] in given or lower[i] in self.vocabulary.common or word in _ROMAN
        lone = not known and not word.endswith(".")
        behind = (
            i > 0
            and (lower[i - 1] in self.vocabulary.posts.firsts or self._behind_post(i, i - 3))
            and self._ordinary(i - 1)
        )
        return lone and behind and self.vocabulary.common.get(lower[i + 1], 0.0) < 0.5

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

    def _known_body(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        found = self.vocabulary.bodies.longest(self.tokens.lower, i)
        if not found or i + found[0] > last or not self._cased(i, found[0]):
            return
        head = self._head(i)
        if head and head[0] > found[0]:
            return
        end = i + found[0]
        score = weights["known"] + weights["token"] * found[0]
        yield Segment(BODY, i, end, score, found[1], 0)
        if end < last and self.tokens.word[end] == "RI":
            yield Segment(BODY, i, end + 1, score + 0.3, found[1], 0)
        yield from self._regional(i, end, last, score, found[1], 0)

    def _cased(self, i: int, length: int) -> bool:
        """A one-word acronym is a name only in the capitals that the lexicon writes it in: `PAN`, not `Pan`."""
        word = self.tokens.word[i]
        return length > 1 or word.isupper() or word.upper() not in self.vocabulary.capitals

    def _regional(self, i: int, end: int, last: int, score: float, row: Row | None, head: int) -> Iterator[Segment]:
        """The body at `i`…`end` together with the region that follows: `KPU Kota Makassar`."""
        if end < last and self.tokens.word[end] == "(":
            aside = self._aside(end, last)
            if aside.last < last and (self.tokens.cap[aside.last] or self.tokens.kind[aside.last] == "n"):
                end = aside.last
        length = self._region(end, last)
        if length:
            weights = self.vocabulary.weights["institution"]
            yield Segment(BODY, i, end + length, score + weights["region"], row, head, whole=True)

    def _region(self, j: int, last: int) -> int:
        """Length of a region's name at `j` (`Provinsi DI Yogyakarta`, `Cabang Bengkulu`, `0207/Simalungun`), else 0."""
        if j + 2 < last and self.tokens.kind[j] == "n" and self.tokens.word[j + 1] == "/" and self.tokens.cap[j + 2]:
            return 2 + max(1, self._region(j + 2, last))
        if j >= last or not self.tokens.cap[j]:
            return 0
        if self.tokens.lower[j] in self.vocabulary.branches:
            return self._branch(j, last)
        skip = 1 if self.tokens.lower[j] in _LEVELS or self.tokens.lower[j] == "metro" else 0
        if j + skip < last and self.tokens.lower[j + skip] in self.vocabulary.regions.firsts:
            found = self.vocabulary.regions.longest(self.tokens.lower, j + skip)
            if found and j + skip + found[0] <= last:
                return skip + found[0] + self._levelled(j + skip + found[0], last)
        if self.tokens.lower[j] in self.vocabulary.regions.firsts:
            found = self.vocabulary.regions.longest(self.tokens.lower, j)
            if found and j + found[0] <= last:
                return found[0]
        return 2 if skip and j + 1 < last and self.tokens.cap[j + 1] and not self._ordinary(j + 1) else 0

    def _levelled(self, j: int, last: int) -> int:
        """1 where the level stands behind the region: `Polres Tasikmalaya Kota`."""
        if j >= last or self.tokens.word[j] not in ("Kota", "Kabupaten"):
            return 0
        return 0 if j + 1 < last and self.tokens.lower[j + 1] in self.vocabulary.regions.firsts else 1

    def _branch(self, j: int, last: int) -> int:
        """Length of `Perwakilan Papua`, `Cabang Purbaleunyi`, `Wilayah V`."""
        length = self._region(j + 1, last)
        if length:
            return 1 + length
        unknown = j + 1 < last and self.tokens.cap[j + 1] and not self._ordinary(j + 1)
        if j + 1 < last and self.tokens.word[j + 1] in _ROMAN:
            return 2 + self._region(j + 2, last)
        return 2 if unknown and self.tokens.lower[j] == "cabang" else 0

    def _head(self, j: int) -> tuple[int, Row] | None:
        """The head of a body at `j`; an acronym only in capitals: `AJI`, not `Aji`."""
        if self.tokens.lower[j] not in self.vocabulary.heads.firsts:
            return None
        found = self.vocabulary.heads.longest(self.tokens.lower, j)
        shouted = found is not None and found[1]["head"].isupper()
        return None if shouted and not self.tokens.word[j].isupper() else found

    def _headed_body(self, i: int, last: int, weights: dict[str, float], length: int, row: Row) -> Iterator[Segment]:
        end = i + length
        if end > last:
            return
        score = weights["head"] + weights["word"] * (length - 1) + (weights["weak"] if "weak" in row["kind"] else 0.0)
        if "weak" in row["kind"] and self._prepared(i) and self.tokens.lower[i] in self.vocabulary.venues.firsts:
            return
        takes = row["complement"]
        bare = weights["bare_region"] if takes == "region" else weights["bare"]
        if row["kind"] != "company":
            yield Segment(BODY, i, end, score + bare, row, length)
        if takes != "names":
            yield from self._regional(i, end, last, score, row, length)
        if takes == "region" and not self._region(end, last):
            score += weights["region_missing"]
        misfit = weights["misfit"] if takes in ("words", "region") else weights["name"]
        word = weights["name"] if takes == "names" else weights["word"]
        for stop, gain in self._complement(end, last, word, misfit, units=False):
            yield Segment(BODY, i, stop, score + gain, row, length)
            yield from self._regional(i, stop, last, score + gain, row, length)

    def _tailed_body(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        for j in range(i + 1, min(i + 5, last)):
            if not self.tokens.cap[j] or self.tokens.lower[i] in self.vocabulary.stop:
                return
            if self.tokens.word[j] in self.vocabulary.body_tails:
                defined = j + 1 < last and self.tokens.word[j + 1] == "("
                yield Segment(
                    BODY, i, j + 1, weights["tail"] + weights["tail_token"] * (j - i) + (0.6 if defined else 0.0)
                )

    # -- places ---------------------------------------------------------------------------------

    def _places(self, i: int, last: int) -> Iterator[Segment]:
        weights = self.vocabulary.weights["place"]
        prepared = self._prepared(i)
        seated = i > 0 and self.tokens.lower[i - 1] in self.vocabulary.seats
        extra = weights["prepared"] if prepared else 0.0
        length = self._region(i, last)
        if length:
            level = weights["level"] if self.tokens.lower[i] in _LEVELS else 0.0
            yield Segment(PLACE, i, i + length, weights["known"] + weights["token"] * length + level + extra)
        elif prepared and self.tokens.lower[i - 1] not in ("dari", "asal"):
            yield from self._narrow(i, last, weights, extra)
        if seated:
            return
        for phrases in (self.vocabulary.countries,):
            if self.tokens.lower[i] in phrases.firsts:
                found = phrases.longest(self.tokens.lower, i)
                if found and i + found[0] <= last:
                    yield Segment(PLACE, i, i + found[0], weights["known"] + weights["token"] * found[0] + extra)
        yield from self._venue(i, last, weights, extra)

    def _prepared(self, i: int) -> bool:
        """Whether a preposition of place, or a post that a region follows, stands before `i`."""
        before = self.tokens.lower[i - 1] if i else ""
        return before in self.vocabulary.weights["prepositions"]["place"] or before in self.vocabulary.seats

    def _narrow(self, i: int, last: int, weights: dict[str, float], extra: float) -> Iterator[Segment]:
        """Districts and other names behind a preposition of place."""
        if self.tokens.lower[i] in self.vocabulary.districts.firsts:
            found = self.vocabulary.districts.longest(self.tokens.lower, i)
            if found and i + found[0] <= last:
                yield Segment(PLACE, i, i + found[0], weights["known"] + weights["token"] * found[0])
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
        return self.tokens.word[j : j + 1] == (",",) and self._region(j + 1, self.tokens.count) > 0

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
        if self.tokens.lower[i] not in self.vocabulary.venues.firsts:
            return
        found = self.vocabulary.venues.longest(self.tokens.lower, i)
        if not found:
            return
        end = i + found[0]
        score = weights["venue"] + extra
        for j in range(end, min(last, i + 9)):
            dated = self.tokens.lower[j] in self.vocabulary.stop
            if not (self.tokens.cap[j] or self.tokens.kind[j] == "n") or self._titled(j) or dated:
                return
            score += weights["venue_prepared" if extra else "venue_token"]
            yield Segment(PLACE, i, j + 1, score, None, 1)

    def _titled(self, j: int) -> bool:
        """Whether a title or a post whose holder may follow begins at `j`."""
        found = (
            self.vocabulary.titles.longest(self.tokens.lower, j)
            if self.tokens.lower[j] in self.vocabulary.titles.firsts
            else None
        )
        return bool(found and found[1]["kind"] in ("rank", "before", "religious") and self.tokens.word[j].endswith("."))

    # -- events ---------------------------------------------------------------------------------

    def _events(self, i: int, last: int) -> Iterator[Segment]:
        weights = self.vocabulary.weights["event"]
        if self.tokens.lower[i] not in self.vocabulary.events.firsts:
            if self._organised(i):
                yield from self._named_event(i, last, weights)
        else:
            found = self.vocabulary.events.longest(self.tokens.lower, i)
            if found and i + found[0] <= last and found[1]["class"] != "generic":
                yield from self._headed_event(i, i + found[0], last, found[1], weights)

    def _headed_event(self, i: int, end: int, last: int, row: Row, weights: dict[str, float]) -> Iterator[Segment]:
        score, length = weights["head"], end - i
        if row["class"] == "election":
            yield Segment(EVENT, i, end, score, row, length)
        joins = self._list("event")
        for j in range(end, min(last, i + _LONGEST + 4)):
            if self.tokens.lower[j] in joins and j + 1 < last and self.tokens.cap[j + 1]:
                continue
            if self.tokens.word[j] == "," and self._listed(j, last):
                continue
            if self.tokens.word[j] == "(":
                return
            if not (self.tokens.cap[j] or self.tokens.kind[j] == "n"):
                return
            score += weights["token"]
            yield Segment(EVENT, i, j + 1, score, row, length)

    def _organised(self, i: int) -> bool:
        """Whether a verb of organising stands right before: what follows in capitals is an event."""
        verbs = self.vocabulary.verbs
        if i == 0 or self.tokens.lower[i - 1] not in verbs.firsts:
            return False
        found = verbs.longest(self.tokens.lower, i - 1)
        return found is not None and found[0] == 1 and found[1]["class"] == "organise"

    def _named_event(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        """Two capitals and more behind `menggelar`, whatever their head: `Klinik Data Spasial`."""
        score = weights["organised"]
        for j in range(i, min(i + _LONGEST, last)):
            joined = self.tokens.lower[j] in self._list("event") and j + 1 < last and self.tokens.cap[j + 1]
            if not (self.tokens.cap[j] or self.tokens.kind[j] == "n" or joined) or self._titled(j):
                return
            score += 0.0 if joined else weights["token"] * 0.7
            if j > i and not joined:
                yield Segment(EVENT, i, j + 1, score, None, 0)

    def _tailed_event(self, i: int, last: int, weights: dict[str, float]) -> Iterator[Segment]:
        tails = self.vocabulary.event_tails
        score = weights["tail"]
        for j in range(i, min(i + 9, last)):
            joined = self.tokens.lower[j] in ("and", "of", "on", "the", "for", "&")
            if not (self.tokens.cap[j] or joined) or self.tokens.lower[j] in self.vocabulary.stop:
                return
            score += 0.0 if joined else weights["token"] * 0.5
            if j > i and self.tokens.word[j] in tails:
                end = j + 1
                if end < last and self.tokens.word[end] == "(":
                    aside = self._aside(end, last)
                    end = aside.last if aside.last < last and self.tokens.kind[aside.last] == "n" else end
                yield Segment(EVENT, i, j + 1, score, None, 0)
                if end < last and self.tokens.kind[end] == "n" and len(self.tokens.word[end]) == 4:
                    yield Segment(EVENT, i, end + 1, score + weights["token"], None, 0)

    # -- initiatives -----------------------------------------------------------------------------

    def _initiatives(self, i: int, first: int, last: int) -> Iterator[Segment]:
        """Capitals behind `program`, `gerakan`, `aplikasi`: a named programme, its asides and year included."""
        before = (
            self.vocabulary.initiatives.longest(self.tokens.lower, i - 1)
            if i and self.tokens.lower[i - 1] in self.vocabulary.initiatives.firsts
            else None
        )
        if not before or before[1]["class"] != "strong" or (self.tokens.cap[i - 1] and i - 1 > first):
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
            score += 0.0 if joined else weights["token"]
            j += 1
            if not joined:
                yield Segment(INITIATIVE, i, j, score)

    # -- persons --------------------------------------------------------------------------------

    def _persons(self, i: int, first: int, last: int) -> Iterator[Segment]:
        weights = self.vocabulary.weights["person"]
        lower = self.tokens.lower[i]
        ordinary = lower in self.vocabulary.stop or self.vocabulary.common.get(lower, 0.0) > 0.9
        called = i in self.begins and lower in self.vocabulary.cues and i + 1 < last and self.tokens.cap[i + 1]
        if called or self._numeral(i) or (i == first and lower not in self.vocabulary.given and ordinary):
            return
        before = self._said_before(i, weights) or (weights["introduced"] if self._introduced(i) else 0.0)
        score = weights["bias"] + before
        j = i
        while j < min(last, i + _LONGEST_NAME + 3):
            if self.tokens.word[j] in ("'", "‘", "“", '"'):
                j += 3
                score += weights["nickname"]
                continue
            particle = self.tokens.lower[j] in self._list("person") and j + 1 < last and self.tokens.cap[j + 1]
            if not (self.tokens.cap[j] or (particle and j > i)) or self.tokens.kind[j] != "w" or self._pair(j):
                return
            score += 0.2 if particle and j > i else self._name_score(j, weights)
            if score < _HOPELESS:
                return
            j += 1
            if self.tokens.cap[j - 1] and self._nameable(i, j):
                yield self._person(i, j, score, bool(before), weights)
            if self._numeral(j - 1) and j - 1 > i:
                return

    def _person(self, i: int, j: int, score: float, introduced: bool, weights: dict[str, float]) -> Segment:
        """The person of tokens `i`…`j - 1`, with what the article and the words behind it say for it."""
        known = weights["known"] * (j - i) if self._words(i, j) in self.evidence.names else 0.0
        echoed = weights["echoed"] if not known and j > i + 1 and self._echoed(i, j) else 0.0
        after = self._said_after(j, weights) or (weights["aged"] if self._aged(j) else 0.0)
        lone = weights["lone"] if j == i + 1 and not known else 0.0
        given = not self.vocabulary.given.isdisjoint(self.tokens.lower[i:j])
        backed = known or echoed or introduced or after or given
        return Segment(PERSON, i, j, score + known + echoed + lone + after, None, 0 if backed else 1)

    def _introduced(self, i: int) -> bool:
        """A calling or a part in a case stands right before, with or without a comma: `pengacara, Farhat`."""
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

    def _nameable(self, i: int, j: int) -> bool:
        """No name is made of initials and numerals alone."""
        return any(len(word.rstrip(".")) > 1 and word not in _ROMAN for word in self.tokens.word[i:j])

    def _numeral(self, j: int) -> bool:
        """A roman numeral, which may only close a name: `Hamengku Buwono X`; `I` begins Balinese names."""
        return self.tokens.word[j] in _ROMAN and self.tokens.word[j] != "I"

    def _pair(self, j: int) -> bool:
        """A word that is two, or more than a name: `Prabowo-Gibran`, `DPR-termasuk`, `Bawaslu-nya`; not `Al-Hafiz`."""
        first, dash, second = self.tokens.word[j].partition("-")
        if not dash or len(first) < 4:
            return False
        return second[:1].isupper() or second.lower() in self.vocabulary.common or second in _CLITICS

    def _words(self, i: int, j: int) -> tuple[str, ...]:
        return tuple(word for word in self.tokens.lower[i:j] if word[0].isalpha())

    def _said_before(self, i: int, weights: dict[str, float]) -> float:
        return weights["reported"] if i > 0 and self._reports(i - 1, before=True) else 0.0

    def _said_after(self, j: int, weights: dict[str, float]) -> float:
        j += j + 1 < self.tokens.count and self.tokens.word[j] == ","
        return weights["reported"] if j < self.tokens.count and self._reports(j, before=False) else 0.0

    def _reports(self, k: int, *, before: bool) -> bool:
        found = (
            self.vocabulary.verbs.longest(self.tokens.lower, k)
            if self.tokens.lower[k] in self.vocabulary.verbs.firsts
            else None
        )
        if self.tokens.lower[k] == "menurut":
            return before
        if found and found[1]["class"] == "human":
            return not before
        if not found or found[1]["class"] != "say":
            return False
        return not (before and self.tokens.lower[k].startswith(("me", "ber")))

    def _name_score(self, j: int, weights: dict[str, float]) -> float:
        lower, word = self.tokens.lower[j], self.tokens.word[j]
        share = self.vocabulary.common.get(lower, 0.0)
        if lower in self.vocabulary.given:
            return float(weights["given"] if share < 0.5 else weights["given_common"])
        if (len(word) <= 2 and word.endswith(".")) or len(word) == 1:
            return float(weights["initial"])
        if lower in self.vocabulary.stop or self._place_name(j) or lower in self.vocabulary.namers:
            return float(weights["common"])
        if word.isupper() and len(word) > 1 and j not in self.begins:
            return float(weights["acronym"])
        if share == 0.0:
            return float(weights["mixed"] if self._derived(lower) else weights["unknown"])
        if share < 0.35:
            return float(weights["rare"])
        return float(weights["common"] if share > 0.7 else weights["mixed"])

    def _derived(self, lower: str) -> bool:
        """Whether an unknown word looks made by an affix, as nouns of agents and verbs are: `Pengarah`."""
        return len(lower) > 6 and lower.startswith(tuple(self.vocabulary.weights["affixes"]["ordinary"]))

    def _place_name(self, j: int) -> bool:
        return self.tokens.lower[j] in self.vocabulary.regions.firsts and bool(
            self.vocabulary.regions.longest(self.tokens.lower, j)
        )


_JOINS = frozenset({"sekaligus", "merangkap"})
_LEVELS = frozenset({"provinsi", "kabupaten", "kota", "kab.", "kab", "prov.", "kecamatan", "kec."})
_CLITICS = frozenset({"nya", "lah", "kah", "pun", "ku", "mu"})
_ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"})
