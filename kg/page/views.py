"""What a page draws when it is opened: everything, the most central nodes, or an overview of communities.

Communities are Louvain's; each is laid out by itself, and only what a view draws has a place at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.graph.contents import Contents
from kg.page.layout import Spot, positions

WHOLE = 300
"""Up to so many nodes everything is drawn."""
LISTED = 2_000
"""Up to so many nodes the page opens with the most central ones; above it, with communities."""
FIRST = 150
"""So many nodes a view has that is not the whole."""
_CENTRAL = 100
_COMMUNITIES = 100
_SUMMED = 500
_NAMED = 3
_SEED = 1

Places = dict[str, Spot]


@dataclass(frozen=True, slots=True)
class Community:
    """Nodes that are joined to each other more than to others. name: its most important members; size: how many it
    has; places: where the most important are drawn when it is opened; spot: where it is drawn itself."""

    name: tuple[str, ...]
    size: int
    places: Places
    spot: Spot


@dataclass(frozen=True, slots=True)
class Views:
    """places: where the nodes of the first view are drawn; communities: those drawn beside them; sums: edges that
    stand for several facts, between nodes (keys) and communities (numbers), with how many."""

    places: Places
    communities: tuple[Community, ...] = ()
    sums: tuple[tuple[str | int, str | int, int], ...] = ()


def views(contents: Contents) -> Views:
    """The first view of a graph of that size."""
    shown = contents.central
    if len(shown) <= LISTED:
        return Views(_placed(contents, shown if len(shown) <= WHOLE else shown[:FIRST]))
    return _overview(contents)


def _placed(contents: Contents, keys: Sequence[str]) -> Places:
    kept = set(keys)
    joined = [pair for pair in sorted(contents.pairs) if kept.issuperset(pair)]
    return positions(sorted(kept), joined, {key: contents.display(key) for key in kept})


def _overview(contents: Contents) -> Views:
    graph = nx.Graph()
    graph.add_nodes_from(contents.shown)
    for (one, other), count in sorted(contents.pairs.items()):
        weight = graph.get_edge_data(one, other, {"weight": 0})["weight"]
        graph.add_edge(one, other, weight=weight + count)
    found = nx.community.louvain_communities(graph, seed=_SEED)
    ranked = {key: at for at, key in enumerate(contents.central)}
    groups = sorted((sorted(group, key=ranked.__getitem__) for group in found), key=lambda group: (-len(group), group))
    groups = groups[:_COMMUNITIES]
    central = contents.central[:_CENTRAL]
    sums = _sums(contents, {key: at for at, group in enumerate(groups) for key in group}, set(central))
    ends = {key: key for key in central} | {_name(at): at for at in range(len(groups))}
    spots = positions(
        sorted(ends),
        [(_name(one), _name(other)) for one, other, _ in sums],
        {
            name: _label(contents, groups[end]) if isinstance(end, int) else contents.display(end)
            for name, end in ends.items()
        },
    )
    communities = tuple(
        Community(
            tuple(contents.by_key[key].label for key in group[:_NAMED]),
            len(group),
            _placed(contents, group[:FIRST]),
            spots[_name(at)],
        )
        for at, group in enumerate(groups)
    )
    return Views({key: spots[key] for key in central}, communities, tuple(sums))


def _name(end: str | int) -> str:
    """A community's number as a name that no key is."""
    return f" {end:04}" if isinstance(end, int) else end


def _label(contents: Contents, group: Sequence[str]) -> str:
    return ", ".join(contents.by_key[key].label for key in group[:_NAMED])


def _sums(
    contents: Contents, community: Mapping[str, int], central: set[str]
) -> list[tuple[str | int, str | int, int]]:
    """The heaviest edges between what the overview draws: central nodes for themselves, others as their community."""
    counts: Counter[tuple[str | int, str | int]] = Counter()
    for pair, count in contents.pairs.items():
        one, other = (key if key in central else community.get(key) for key in pair)
        if one is not None and other is not None and one != other:
            counts[(one, other) if _name(one) < _name(other) else (other, one)] += count
    heaviest = sorted(counts, key=lambda pair: (-counts[pair], tuple(map(_name, pair))))[:_SUMMED]
    return [(*pair, counts[pair]) for pair in heaviest]
