"""Reprints: articles of nearly the same words, as when ten sites print one press release.

MinHash over runs of words finds them: two articles that share most of their runs are one story, told once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from kg.model import Article, Extraction
from kg.resolve.groups import Groups

_RUN = 4  # words
_FEWEST = 30  # runs; shorter texts resemble each other by chance
_HASHES = 128
_ROWS = 8  # hashes a band: two articles are compared that agree in all of one
_ALIKE = 0.7  # estimated share of runs in common
_SEED = 7


def reprints(extractions: Iterable[Extraction]) -> tuple[tuple[str, str], ...]:
    """Each reprint with the article that it repeats, by identifiers, sorted: of each story the first that is dated
    earliest, then by identifier, is what the others repeat."""
    order: dict[str, tuple[str, str]] = {}
    digests: dict[str, tuple[int, ...]] = {}
    for extraction in extractions:
        article = extraction.article
        if (digest := _digest(article)) is not None:
            digests[article.id] = digest
            order[article.id] = (str(article.published or "9999"), article.id)
    digests = dict(sorted(digests.items()))
    groups: Groups[tuple[str, int]] = Groups((id, 0) for id in digests)
    for left, right in _near(digests):
        if groups.find((left, 0)) != groups.find((right, 0)) and _alike(digests[left], digests[right]):
            groups.unite((left, 0), (right, 0))
    found: list[tuple[str, str]] = []
    for members, _ in groups.all():
        first, *others = sorted((id for id, _ in members), key=order.__getitem__)
        found += [(other, first) for other in others]
    return tuple(sorted(found))


def _digest(article: Article) -> tuple[int, ...] | None:
    """The MinHash of an article's prose; None of one that is too short to be known again."""
    from rensa import RMinHash

    words = " ".join(article.text[span.start : span.end] for span in article.body).lower().split()
    if len(words) < _FEWEST + _RUN:
        return None
    signature = RMinHash(num_perm=_HASHES, seed=_SEED)
    signature.update([" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)])
    return tuple(signature.digest())


def _near(digests: dict[str, tuple[int, ...]]) -> Iterable[tuple[str, str]]:
    """Pairs that agree in a band, sorted; of a band that many share, each with the first."""
    bands: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for id, digest in digests.items():
        for at in range(0, _HASHES, _ROWS):
            bands[at, *digest[at : at + _ROWS]].append(id)
    pairs: set[tuple[str, str]] = set()
    for ids in bands.values():
        pairs.update(combinations(ids, 2) if len(ids) <= _ROWS else ((ids[0], other) for other in ids[1:]))
    return sorted(pairs)


def _alike(left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    return sum(a == b for a, b in zip(left, right, strict=True)) >= _ALIKE * _HASHES
