"""From distinct forms to groups: compare within blocks, unite best first, refuse what contradicts.

Works on profiles, the referents that have one form and one context, so that it grows with the vocabulary.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from kg.resolve.forms import Member
from kg.resolve.groups import Groups
from kg.resolve.weights import Verdict, settings

_ANCHORS = 16
_LARGEST_BLOCK = 2 * _ANCHORS  # from here on anchors are fewer comparisons than all pairs, and grow as the block does
_CLOSE = 0.5
_KEPT = 3


class Profile(Protocol):
    """Referents of one form and one context."""

    @property
    def members(self) -> tuple[Member, ...]:
        """Them, sorted."""

    @property
    def label(self) -> str:
        """Their form."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two members whose groups were compared and stay two, with what was seen; `crowded` where either of several
    that contradict each other could be the one."""

    left: Member
    right: Member
    verdict: Verdict
    crowded: bool


def match(
    profiles: Sequence[Profile],
    blocks: Callable[[int], Iterable[Hashable]],
    compare: Callable[[int, int], Verdict],
    groups: Groups[Member],
) -> list[Doubt]:
    """Unite the groups of profiles that are one. Returns what was near enough to be worth a word and is not one.

    blocks: the keys of a profile, by its number; only profiles with a key in common are compared
    compare: the verdict over two profiles, by their numbers
    """
    compared = ((pair, compare(*pair)) for pair in sorted(_pairs(profiles, blocks)))
    return _Matching(profiles, compare, groups, {pair: one for pair, one in compared if _worth(one)}).run()


def _pairs(profiles: Sequence[Profile], blocks: Callable[[int], Iterable[Hashable]]) -> set[tuple[int, int]]:
    inside: dict[Hashable, list[int]] = defaultdict(list)
    for number in range(len(profiles)):
        for key in set(blocks(number)):
            inside[key].append(number)
    return {pair for numbers in inside.values() for pair in _within(numbers, profiles)}


def _within(numbers: list[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Every pair of a block; of a large one, each profile with those that most articles have."""
    if len(numbers) <= _LARGEST_BLOCK:
        yield from combinations(numbers, 2)
        return
    anchors = sorted(numbers, key=lambda number: (-len(profiles[number].members), number))[:_ANCHORS]
    yield from {(min(a, b), max(a, b)) for a in anchors for b in numbers if a != b}


class _Matching:
    """One run over the compared pairs of profiles that are worth a word; `verdicts` has theirs."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        compare: Callable[[int, int], Verdict],
        groups: Groups[Member],
        verdicts: Mapping[tuple[int, int], Verdict],
    ) -> None:
        self.profiles, self.compare, self.groups, self.verdicts = profiles, compare, groups, verdicts
        self.held: dict[Member, list[int]] = defaultdict(list)
        for number in range(len(profiles)):
            self.held[self._group(number)].append(number)

    def run(self) -> list[Doubt]:
        """What more than a name says comes first; then names, which go to one group or, where several that are
        apart would do, to none."""
        wanted = sorted((-verdict.score, pair) for pair, verdict in self.verdicts.items() if verdict.same)
        for _, pair in wanted:
            if self.verdicts[pair].strong:
                self._join(*pair)
        crowded = self._crowded()
        for _, pair in wanted:
            if pair not in crowded:
                self._join(*pair)
        return self._doubts(crowded)

    def _group(self, number: int) -> Member:
        return self.groups.find(self.profiles[number].members[0])

    def _verdict(self, x: int, y: int) -> Verdict:
        pair = (min(x, y), max(x, y))
        return self.verdicts[pair] if pair in self.verdicts else self.compare(*pair)

    def _crowded(self) -> set[tuple[int, int]]:
        """Pairs that a name alone would unite, where one side fits another group as well that is apart from it."""
        near: dict[int, dict[Member, float]] = defaultdict(dict)
        for (a, b), verdict in self.verdicts.items():
            for one, other in ((a, b), (b, a)) if verdict.same else ():
                group = self._group(other)
                near[one][group] = max(near[one].get(group, 0.0), verdict.score)
        rivals = {number: self._rivals(groups) for number, groups in near.items() if len(groups) > 1}
        return {
            (a, b)
            for a, b in self.verdicts
            if self._group(a) != self._group(b)
            and (self._group(b) in rivals.get(a, ()) or self._group(a) in rivals.get(b, ()))
        }

    def _rivals(self, near: Mapping[Member, float]) -> set[Member]:
        """Groups that fit equally well and contradict each other; those met far more often win."""
        found: set[Member] = set()
        best = sorted(near, key=lambda group: (-near[group], group))[:_ANCHORS]
        for left, right in combinations(best, 2):
            if abs(near[left] - near[right]) < _CLOSE and self._apart(left, right):
                sizes = [len(self.groups.group(group)) for group in (left, right)]
                found |= {left, right} if max(sizes) < settings()["crowd"] * min(sizes) else set()
                found.add(left if sizes[0] < sizes[1] else right)
        return found

    def _apart(self, left: Member, right: Member, *, lightly: bool = True) -> bool:
        """Whether some of one group contradict some of the other; `lightly`, whether there is a doubt."""
        pairs = ((x, y) for x in self.held[left][:_ANCHORS] for y in self.held[right][:_ANCHORS])
        return any(
            one.clash or (lightly and one.doubt and not one.same) for one in (self._verdict(*two) for two in pairs)
        )

    def _join(self, a: int, b: int) -> None:
        """Unite the groups of two profiles, unless members of them contradict each other."""
        left, right = self._group(a), self._group(b)
        verdict = self.verdicts[a, b]
        if left == right or self._apart(left, right, lightly=not verdict.strong):
            return
        if self.groups.unite(left, right, _because(self.profiles[a], self.profiles[b], verdict)):
            both = self.held.pop(left) + self.held.pop(right)
            self.held[self._group(a)] = both

    def _doubts(self, crowded: set[tuple[int, int]]) -> list[Doubt]:
        """Pairs of groups that stay two though something spoke for one: each group's best few."""
        seen: set[tuple[Member, Member]] = set()
        count: dict[Member, int] = defaultdict(int)
        found = []
        for pair, verdict in sorted(self.verdicts.items(), key=lambda item: (-item[1].score, item[0])):
            left, right = sorted(map(self._group, pair))
            most = _KEPT if verdict.same or verdict.unsure else 1
            if left != right and (left, right) not in seen and max(count[left], count[right]) < most:
                seen.add((left, right))
                count[left] += 1
                count[right] += 1
                a, b = (self.profiles[number].members[0] for number in pair)
                found.append(Doubt(a, b, verdict, pair in crowded))
        return found


def _because(left: Profile, right: Profile, verdict: Verdict) -> str:
    """The line of evidence; none where the name alone says it."""
    if {name for name, _ in verdict.features} <= {"same-name", "rare-name"}:
        return ""
    return f"{left.label} = {right.label}: {verdict}"


def _worth(verdict: Verdict) -> bool:
    """Whether it is unsure, would have been one, or has one name and is two."""
    return verdict.same or verdict.unsure or any(name == "same-name" for name, _ in verdict.features)
