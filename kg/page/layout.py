"""Positions, computed before the page is opened: the browser draws and moves nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

_ROUNDS = 80
_PUSHES = 60
_SPREAD = 120.0
_LINE_HEIGHT = 17.0
_LETTER_WIDTH = 7.2
_LETTERS = 26
_LINES = 3
_MARGIN = 26.0
_WIDE = 1.6

Points = NDArray[np.float64]
Spot = tuple[int, int]


def positions(nodes: Sequence[str], edges: Sequence[tuple[str, str]], labels: Mapping[str, str]) -> dict[str, Spot]:
    """Whole-number coordinates of each node: components laid out apart, packed in rows, labels pushed apart."""
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    boxes = {node: _box(labels[node]) for node in nodes}
    blocks = [(part, _part(graph.subgraph(part), part, boxes)) for part in parts]
    return _packed(blocks, boxes)


def _box(label: str) -> tuple[float, float]:
    """Room for a node and its name below it, in lines as the script breaks them."""
    letters = min(len(label), _LETTERS * _LINES)
    lines = -(-letters // _LETTERS)
    return min(letters, _LETTERS) * _LETTER_WIDTH + _MARGIN, lines * _LINE_HEIGHT + 34.0


def _part(graph: nx.Graph, part: Sequence[str], boxes: Mapping[str, tuple[float, float]]) -> Points:
    """One component's points, turned to the wide side, with room for every label."""
    if len(part) == 1:
        return np.zeros((1, 2))
    start = {node: np.array([np.cos(2.4 * i), np.sin(2.4 * i)]) * (i + 1) for i, node in enumerate(part)}
    ordered = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    found = nx.forceatlas2_layout(ordered, pos=start, max_iter=_ROUNDS, scaling_ratio=3.0, gravity=6.0, seed=1)
    points = np.array([found[node] for node in part], dtype=np.float64)
    points -= points.mean(axis=0)
    lengths = [float(np.linalg.norm(found[a] - found[b])) for a, b in ordered.edges]
    points *= _SPREAD / max(float(np.median(lengths)), 1e-9)
    return _apart(_turned(points), np.array([boxes[node] for node in part]))


def _turned(points: Points) -> Points:
    """The points with their longest direction lying down."""
    _, _, axes = np.linalg.svd(points, full_matrices=False)
    turned = points @ axes.T
    signs = np.sign(turned[np.argmax(np.abs(turned), axis=0), range(turned.shape[1])])
    return np.asarray(turned * signs)


def _apart(points: Points, boxes: Points) -> Points:
    """Push overlapping label boxes apart along their lesser overlap."""
    upper = np.triu_indices(len(points), 1)
    for _ in range(_PUSHES):
        gap = points[:, None, :] - points[None, :, :]
        need = (boxes[:, None, :] + boxes[None, :, :]) / 2
        over = need - np.abs(gap)
        clash = np.asarray((over > 0).all(axis=2))
        np.fill_diagonal(clash, False)
        if not clash.any():
            break
        sideways = over[:, :, 0] < over[:, :, 1]
        side = np.where(gap >= 0, 1.0, -1.0)
        side[upper] = np.where(gap[upper] > 0, 1.0, -1.0)
        push = np.where(clash & sideways, over[:, :, 0] * side[:, :, 0], 0.0).sum(axis=1)
        lift = np.where(clash & ~sideways, over[:, :, 1] * side[:, :, 1], 0.0).sum(axis=1)
        points = points + np.column_stack((push, lift)) * 0.35
    return points


def _packed(
    blocks: Sequence[tuple[Sequence[str], Points]], boxes: Mapping[str, tuple[float, float]]
) -> dict[str, Spot]:
    """The components in rows, the largest first, so that the whole is wider than high."""
    sizes = [_extent(part, points, boxes) for part, points in blocks]
    total = sum(float((high[0] - low[0]) * (high[1] - low[1])) for low, high in sizes)
    width = max([float(np.sqrt(total * _WIDE)), *(float(high[0] - low[0]) for low, high in sizes)])
    placed: dict[str, Spot] = {}
    x = y = row = 0.0
    for (part, points), (low, high) in zip(blocks, sizes, strict=True):
        size = high - low
        if x and x + size[0] > width:
            x, y, row = 0.0, y + row + _MARGIN, 0.0
        for node, point in zip(part, points, strict=True):
            spot = point - low + (x, y)
            placed[node] = (round(float(spot[0])), round(float(spot[1])))
        x, row = x + float(size[0]) + _MARGIN, max(row, float(size[1]))
    return placed


def _extent(part: Sequence[str], points: Points, boxes: Mapping[str, tuple[float, float]]) -> tuple[Points, Points]:
    half = np.array([boxes[node] for node in part]) / 2
    return (points - half).min(axis=0), (points + half).max(axis=0)
