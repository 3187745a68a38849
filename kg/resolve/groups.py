"""Connected groups: union-find whose result does not depend on the order of the unions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from kg.resolve.forms import Member

Node = TypeVar("Node", bound=Member)


class Groups(Generic[Node]):
    """Members that are one thing, with a line of evidence for each union that was no mere sameness of name."""

    def __init__(self, members: Iterable[Node]) -> None:
        self._parent = {member: member for member in members}
        self._why: dict[Node, set[str]] = defaultdict(set)

    def find(self, member: Node) -> Node:
        """The member that stands for its group: the smallest one."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def unite(self, left: Node, right: Node, why: str = "") -> None:
        """Make the groups of both one."""
        a, b = sorted((self.find(left), self.find(right)))
        if a != b:
            self._parent[b] = a
        if why:
            self._why[left].add(why)

    def all(self) -> list[tuple[list[Node], tuple[str, ...]]]:
        """Every group, sorted, with its evidence, sorted."""
        groups: dict[Node, list[Node]] = defaultdict(list)
        for member in sorted(self._parent):
            groups[self.find(member)].append(member)
        reasons: dict[Node, set[str]] = defaultdict(set)
        for member, why in self._why.items():
            reasons[self.find(member)] |= why
        return [(groups[root], tuple(sorted(reasons[root]))) for root in sorted(groups)]
