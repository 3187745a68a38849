"""How each class is shown: its names in two languages, its colour, its shape. One table for all that is drawn."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def classes() -> dict[str, dict[str, str]]:
    """`id`, `en`, `colour` and `shape` of each class, in the order of a legend, from `classes.toml`."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
