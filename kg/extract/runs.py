"""Runs: the stretches of capitalised words that the grammar splits."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.periods import period
from kg.extract.phrasing import verbal
from kg.extract.vocabulary import Vocabulary
from kg.language.tokens import Tokens

_LONGEST_ASIDE = 7
_LONGEST_COMPLEMENT = 3
_ORDINARY = 0.5
_FRACTION = 4


def runs(
    tokens: Tokens, vocabulary: Vocabulary, taken: frozenset[int], begins: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Half-open token ranges, in order, that may hold names; none holds a token of `taken` or goes past the
    beginning of a sentence (`begins`).

    A run goes on over capitals, numbers and, where a capital follows, over connectors, commas, asides in
    parentheses and nicknames in quote marks; a lower-case post (`redaktur`) in front of a capital begins one.
    """
    last, count = 0, tokens.count
    firsts = vocabulary.firsts
    for i in [i for i, lower in enumerate(tokens.lower) if tokens.cap[i] or lower in firsts]:
        length = 0 if i < last or i in taken else _opener(tokens, vocabulary, i)
        if not length:
            continue
        last = i + length
        while last < count:
            step = _next(tokens, vocabulary, last)
            ended = last in begins or (tokens.word[last] == "." and last + 1 in begins)
            if not step or ended or not taken.isdisjoint(range(last, last + step)):
                break
            last += step
        yield i, last


def _opener(tokens: Tokens, vocabulary: Vocabulary, i: int) -> int:
    if tokens.cap[i]:
        return max(1, _lower_complement(tokens, vocabulary, i), _lower_head(tokens, vocabulary, i))
    if tokens.kind[i] != "w":
        return 0
    return _lower_head(tokens, vocabulary, i) or _lower_complement(tokens, vocabulary, i)


def _lower_complement(tokens: Tokens, vocabulary: Vocabulary, i: int) -> int:
    """Length of a post whose complement is in lower case and whose holder's capital follows, perhaps behind a comma:
    `ketua majelis hakim Wasisto Hadi`; else 0."""
    if tokens.lower[i] not in vocabulary.small_posts:
        return 0
    head = vocabulary.posts.longest(tokens.lower, i)
    at = i + (head[0] if head else 1)
    for j in range(at, min(at + _LONGEST_COMPLEMENT, tokens.count - 2)):
        if tokens.cap[j] or tokens.kind[j] != "w" or not plain_noun(tokens, vocabulary, j):
            return 0
        if tokens.cap[j + 1] or (tokens.word[j + 1] == "," and tokens.cap[j + 2]):
            return j + 1 - i
    return 0


def plain_noun(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    """Whether the lower-case word may be part of a post's name: no small word, no verb."""
    lower = tokens.lower[i]
    small = lower in vocabulary.weights["phrase"]["ends"] or lower in vocabulary.weights["phrase"]["joins"]
    return not small and lower not in vocabulary.verbs.firsts and not verbal(tokens, vocabulary, i)


def _lower_head(tokens: Tokens, vocabulary: Vocabulary, i: int) -> int:
    """Length of a lower-case post, venue, title (`dr.`) or acting mark at `i` that a capital follows, else 0."""
    if tokens.lower[i] not in vocabulary.firsts:
        return 0
    post = vocabulary.posts.longest(tokens.lower, i) if tokens.lower[i] in vocabulary.posts.firsts else None
    if post and (_capital(tokens, i + post[0]) or _seated(tokens, i + post[0])):
        return post[0]
    if post and (_listed(tokens, vocabulary, i, i + post[0]) or origin(tokens, vocabulary, i + post[0])):
        return post[0]
    venue = vocabulary.venues.longest(tokens.lower, i) if tokens.lower[i] in vocabulary.venues.firsts else None
    if venue and _capital(tokens, i + venue[0]):
        return venue[0]
    title = vocabulary.titles.longest(tokens.lower, i) if tokens.lower[i] in vocabulary.titles.firsts else None
    if title and tokens.slice(i, i + title[0]) in vocabulary.small_titles and _capital(tokens, i + title[0]):
        return title[0]
    acting = vocabulary.status.longest(tokens.lower, i) if tokens.lower[i] in vocabulary.status.firsts else None
    return acting[0] if acting and acting[1]["class"] == "acting" and _capital(tokens, i + acting[0]) else 0


def _seated(tokens: Tokens, i: int) -> bool:
    """`dosen di Universitas …`: the body follows behind a preposition."""
    return i < tokens.count and tokens.lower[i] in ("di", "pada") and _capital(tokens, i + 1)


def _listed(tokens: Tokens, vocabulary: Vocabulary, i: int, end: int) -> bool:
    """`dua hakim anggota, A dan B`: a counted post, whose holders follow behind a comma."""
    counted = i > 0 and tokens.lower[i - 1] in vocabulary.weights["post"]["counted"]
    return counted and tokens.word[end : end + 1] == (",",) and _capital(tokens, end + 1)


def _capital(tokens: Tokens, i: int) -> bool:
    return i < tokens.count and tokens.cap[i]


def _next(tokens: Tokens, vocabulary: Vocabulary, i: int) -> int:
    """How many tokens the run gains at `i`; 0 ends it."""
    if term := period(tokens, vocabulary, i):
        return term.length
    if tokens.cap[i] or tokens.kind[i] == "n":
        return 1
    word = tokens.word[i]
    if word == ".":
        behind_degree = i + 1 < tokens.count and tokens.word[i + 1] == "," and _degree_before(tokens, vocabulary, i)
        return 1 if behind_degree else _stopped_degree(tokens, vocabulary, i)
    if word in "?!;:":
        return 0
    if word == "(":
        return 0 if _told_in_brackets(tokens, vocabulary, i) else _aside(tokens, i)
    if word in ("'", "‘", "’", '"', "“"):
        return _nickname(tokens, i)
    if word == ",":
        after = _opener(tokens, vocabulary, i + 1) if i + 1 < tokens.count else 0
        if not after and i + 2 < tokens.count and tokens.lower[i + 1] in vocabulary.connectors["list"]:
            return 2 + _opener(tokens, vocabulary, i + 2) if _opener(tokens, vocabulary, i + 2) else 0
        if not after and i + 2 < tokens.count and tokens.kind[i + 1] == "n" and tokens.word[i + 2] == ",":
            return 2
        return 1 + after if after else 0
    if word == "-" and tokens.lower[i - 1] == "ke" and i + 1 < tokens.count and tokens.kind[i + 1] == "n":
        return 2  # an ordinal set apart by tokenisers: `HUT Ke - 72 TNI`
    if tokens.lower[i] == "pada" and _capital(tokens, i + 1):
        first = tokens.lower[i + 1]
        return 2 if first in vocabulary.heads.firsts or first in vocabulary.bodies.firsts else 0
    if length := origin(tokens, vocabulary, i):
        return max(length, 2)
    if tokens.lower[i] in vocabulary.connectors["run"]:
        after = _opener(tokens, vocabulary, i + 1) if i + 1 < tokens.count else 0
        return 1 + after if after else 0
    return _late(tokens, vocabulary, i) or _lower_head(tokens, vocabulary, i)


def origin(tokens: Tokens, vocabulary: Vocabulary, i: int) -> int:
    """Length of what leads, at `i`, to where a post's holder comes from: the preposition in front of a body, a party, a
    fraction or a region (`anggota DPR dari PKB`, `jaksa dari Kejaksaan Negeri X`, `anggota DPD asal Lampung`), or all
    of `dari Daerah Pemilihan III`; else 0."""
    if i + 1 < tokens.count and tokens.lower[i] == "di" and _seat_of_fraction(tokens, vocabulary, i):
        return 1
    if i + 1 >= tokens.count or tokens.lower[i] not in ("dari", "asal"):
        return 0
    if length := constituency(tokens, vocabulary, i + 1):
        return 1 + length
    first = tokens.lower[i + 1]
    named = first in vocabulary.heads.firsts or first in vocabulary.bodies.firsts or first in vocabulary.regions.firsts
    return int((tokens.cap[i + 1] and named) or _fraction(tokens, vocabulary, i + 1))


def _seat_of_fraction(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    """Whether a parliament follows the preposition at `i`, and a party's fraction stands before it: `Ketua Fraksi
    Partai X di DPR Kahar`."""
    parliament = tokens.lower[i + 1] in vocabulary.weights["post"]["parliaments"]
    return parliament and any(_fraction(tokens, vocabulary, k) for k in range(max(0, i - _FRACTION), i))


def constituency(tokens: Tokens, vocabulary: Vocabulary, i: int) -> int:
    """Length of a constituency at `i`: `Dapil Jawa Barat II`, `daerah pemilihan III`; else 0."""
    known = vocabulary.constituencies
    found = known.longest(tokens.lower, i) if tokens.lower[i] in known.firsts else None
    if not found:
        return 0
    end = i + found[0]
    if end < tokens.count and tokens.lower[end] in vocabulary.regions.firsts:
        region = vocabulary.regions.longest(tokens.lower, end)
        end += region[0] if region else 0
    numbered = end < tokens.count and (tokens.word[end] in vocabulary.marks.romans or tokens.kind[end] == "n")
    return end + numbered - i


def _fraction(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    """Whether a party's fraction stands at `i`, in lower case too: `anggota DPR dari fraksi Golkar`."""
    head = vocabulary.heads.longest(tokens.lower, i) if i < tokens.count else None
    return head is not None and "fraction" in head[1]["kind"] and _capital(tokens, i + 1)


def ordinal(lower: str) -> bool:
    """Whether the word says which of a post's holders somebody is: `Ketua MPR RI ke-15`."""
    return lower.startswith("ke-") and lower[3:].isdigit()


def late(tokens: Tokens, vocabulary: Vocabulary, i: int) -> int:
    """Length of what says how a post is held, at `i`: `nonaktif`, `saat ini`, `ke-15`; else 0."""
    if ordinal(tokens.lower[i]):
        return 1
    found = vocabulary.late.longest(tokens.lower, i) if tokens.lower[i] in vocabulary.late.firsts else None
    return found[0] if found else 0


def _late(tokens: Tokens, vocabulary: Vocabulary, i: int) -> int:
    """The same where the holder follows, perhaps behind a comma."""
    length = late(tokens, vocabulary, i)
    end = i + length
    return length if length and _capital(tokens, end + (tokens.word[end : end + 1] == (",",))) else 0


def _told_in_brackets(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    """Whether the brackets at `i` hold the post of the person named in front: `Husnul Maram (Kakanwil Kemenag Jatim)`;
    no other name of a post: `Menteri Koordinator Bidang Pangan (Menko Pangan)`."""
    first = i + 1
    if first + 2 >= tokens.count or tokens.lower[first] not in vocabulary.posts.firsts or tokens.word[i + 2] == ")":
        return False
    before = tokens.lower[i - 1]
    degree = vocabulary.titles.longest(tokens.lower, i - 1) if before in vocabulary.titles.firsts else None
    placed = before in vocabulary.regions.firsts or before in vocabulary.bodies.firsts
    named = vocabulary.common.get(before, 0.0) < _ORDINARY and not placed
    named = named or (degree is not None and degree[1]["kind"] == "after")
    return named and vocabulary.posts.longest(tokens.lower, first) is not None


def _stopped_degree(tokens: Tokens, vocabulary: Vocabulary, i: int) -> int:
    """Length of a stop in front of a degree, and of that degree: `Virgo | .MT`, `Junaidi | . M. Hum`; else 0."""
    first = i + 1
    if first >= tokens.count or tokens.lower[first] not in vocabulary.titles.firsts:
        return 0
    found = vocabulary.titles.longest(tokens.lower, first)
    return 1 + found[0] if found and found[1]["kind"] == "after" else 0


def _degree_before(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    """Whether a degree of one word ends right before `i`: `SS | ., M.Pd.`."""
    before = tokens.lower[i - 1]
    found = vocabulary.titles.longest((before,), 0) if before in vocabulary.titles.firsts else None
    return found is not None and found[1]["kind"] == "after"


def _aside(tokens: Tokens, i: int) -> int:
    """Length of `( … )` at `i` if it begins with a capital and is short, else 0."""
    for close in range(i + 2, min(i + _LONGEST_ASIDE, tokens.count)):
        if tokens.word[close] == ")":
            return close + 1 - i if tokens.cap[i + 1] else 0
    return 0


def _nickname(tokens: Tokens, i: int) -> int:
    """Length of `'Appi'` at `i` between two parts of a name, else 0."""
    if i + 3 < tokens.count and tokens.cap[i + 1] and tokens.cap[i + 3]:
        closes = tokens.word[i + 2] in ("'", "’", '"', "”")
        return 3 if closes and tokens.cap[i - 1] else 0
    return 0
