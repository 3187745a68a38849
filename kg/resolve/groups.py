"""Connected groups: union-find that obeys judgements and refuses unions; no order of the input shows in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from kg.resolve.forms import Member
from kg.resolve.judgements import Judged

Key = TypeVar("Key", bound=Hashable)
Node = TypeVar("Node", bound=Member)


class Groups(Generic[Node]):
    """Members that are one thing, with a line of evidence for each union that was no mere sameness of name."""

    def __init__(self, members: Iterable[Node], judged: Iterable[Judged[Node]] = ()) -> None:
        self._members: dict[Node, list[Node]] = {member: [member] for member in members}
        self._root = {member: member for member in self._members}
        self._apart: dict[Node, set[Node]] = defaultdict(set)
        self._why: dict[Node, set[str]] = defaultdict(set)
        for judgement in judged:
            self._obey(judgement)

    def _obey(self, judged: Judged[Node]) -> None:
        if judged.verdict == "same":
            first, *others = sorted({*judged.left, *judged.right})
            for other in others:
                self.unite(first, other, f"judgement: {judged.says}")
            return
        for left in judged.left:
            for right in judged.right:
                a, b = self.find(left), self.find(right)
                if a != b:
                    self._apart[a].add(b)
                    self._apart[b].add(a)

    def find(self, member: Node) -> Node:
        """The member that stands for its group: the smallest one."""
        return self._root[member]

    def group(self, member: Node) -> list[Node]:
        """Everything that is one with the member."""
        return self._members[self.find(member)]

    def unite(self, left: Node, right: Node, why: str = "") -> bool:
        """Make the groups of both one, unless a judgement keeps them apart. Returns whether they are one now."""
        a, b = sorted((self.find(left), self.find(right)))
        if b in self._apart[a]:
            return False
        if a != b:
            self._absorb(a, b)
        if why:
            self._why[left].add(why)
        return True

    def _absorb(self, a: Node, b: Node) -> None:
        for member in self._members[b]:
            self._root[member] = a
        self._members[a] += self._members.pop(b)
        for enemy in self._apart.pop(b, ()):
            self._apart[enemy].remove(b)
            self._apart[enemy].add(a)
            self._apart[a].add(enemy)

    def gather(self, named: Iterable[tuple[Key, Node]], why: str = "") -> dict[Key, list[Node]]:
        """Unite what has the same key, as far as judgements let it. Returns a member of each group, by key."""
        first: dict[Key, list[Node]] = defaultdict(list)
        for key, member in named:
            if not any(self.unite(other, member, why) for other in first[key]):
                first[key].append(member)
        return first

    def all(self) -> list[tuple[list[Node], tuple[str, ...]]]:
        """Every group, sorted, with its evidence, sorted."""
        reasons: dict[Node, set[str]] = defaultdict(set)
        for member, why in self._why.items():
            reasons[self.find(member)] |= why
        return [(sorted(self._members[root]), tuple(sorted(reasons[root]))) for root in sorted(self._members)]
