"""What differs between two graphs: facts that came and went, and things that were merged and split.

Facts are the same where their ends have the same keys. That two things are one now is seen from their claims: those
of two in one graph belong to one in the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.contents import Contents, Link

_Place = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """added, gone: facts of one graph alone, sorted; merged: things of the old graph by the one that they are in the
    new; split: the other way round; all by keys."""

    added: tuple[Link, ...]
    gone: tuple[Link, ...]
    merged: tuple[tuple[str, tuple[str, ...]], ...]
    split: tuple[tuple[str, tuple[str, ...]], ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.merged or self.split)


def difference(old: Contents, new: Contents) -> Difference:
    """What the new graph has and the old one had not, and the other way round."""
    before, now = _facts(old), _facts(new)
    merged, split = _merged(old, new), _merged(new, old)
    return Difference(
        tuple(now[key] for key in sorted(now.keys() - before.keys())),
        tuple(before[key] for key in sorted(before.keys() - now.keys())),
        tuple(merged),
        tuple(split),
    )


def lines(old: Contents, new: Contents) -> Iterator[str]:
    """The difference for people: a line for each fact, `+` or `-`, and one for each of its sentences below."""
    found = difference(old, new)
    for sign, where, links in (("-", old, found.gone), ("+", new, found.added)):
        for link in links:
            target = where.display(link.object) if link.object in where.by_key else link.object
            yield f"{sign} {where.display(link.subject)} — {link.relation} → {target}"
            for one in link.evidence:
                yield f"    “{' '.join(one.quote.split())}” {one.article}, {one.status.lower()}"
    for word, one_in, many_in, groups in (("merged", new, old, found.merged), ("split", old, new, found.split)):
        for key, others in groups:
            told = ", ".join(f"{many_in.display(other)} ({other})" for other in others)
            yield f"{word}: {one_in.display(key)} ({key}) {'was' if word == 'merged' else 'is now'} {told}"


def _facts(contents: Contents) -> dict[tuple[str, str, str], Link]:
    return {(link.subject, link.relation, link.object): link for link in contents.links}


def _merged(old: Contents, new: Contents) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Things of the new graph with the two or more of the old one whose claims they have."""
    places: defaultdict[tuple[_Place, str, int], set[str]] = defaultdict(set)
    for place, kind, end, key in _ends(old):
        places[place, kind, end].add(key)
    were: defaultdict[str, set[str]] = defaultdict(set)
    for place, kind, end, key in _ends(new):
        if len(known := places.get((place, kind, end), set())) == 1:  # where several are told at one place, no saying
            were[key] |= known
    yield from ((key, tuple(sorted(keys))) for key, keys in sorted(were.items()) if len(keys) > 1)


def _ends(contents: Contents) -> Iterable[tuple[_Place, str, int, str]]:
    for link in contents.links:
        for one in link.evidence:
            place = one.article, one.start, one.end, link.relation
            for end, key in enumerate((link.subject, link.object)):
                if key in contents.by_key:
                    yield place, contents.by_key[key].kind, end, key
