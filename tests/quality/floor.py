"""The floor: no figure may fall below it (`floor.toml`); it is raised by a command and lowered by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from pathlib import Path

from tests.quality.sets import BELIEVED, HERE

FLOOR = HERE / "floor.toml"
Figures = Mapping[str, float]


def floors(file: Path = FLOOR) -> dict[str, dict[str, float]]:
    """The committed figures of each set, by name."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def falls_short(name: str, figure: float, floor: float) -> bool:
    """Whether a figure is worse than its floor; of what is believed, less is better.

    >>> falls_short("core", 0.89, 0.9), falls_short("distractors_believed", 0.03, 0.02)
    (True, True)
    """
    return figure > floor if name == BELIEVED else figure < floor


def raised(floor: Figures, figures: Figures) -> dict[str, float]:
    """The better of both, name by name: what is measured now, on the safe side to three decimals, or the old floor."""
    now = {name: _safe(name, figure) for name, figure in figures.items()}
    return now | {name: old for name, old in floor.items() if name not in now or falls_short(name, now[name], old)}


def _safe(name: str, figure: float) -> float:
    side = ROUND_CEILING if name == BELIEVED else ROUND_FLOOR
    return float(Decimal(figure).quantize(Decimal("0.001"), rounding=side))


def written(old: str, sets: Mapping[str, Figures]) -> str:
    """The file's text with these figures below its comment."""
    head = old[: old.index("\n[")] if "\n[" in old else old.rstrip("\n")
    tables = ["\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in sets[name].items())]) for name in sets]
    return "\n\n".join([head.rstrip("\n"), *tables]) + "\n"
