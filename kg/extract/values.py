"""Small values that an article makes by the thousand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def value(cls: type[Made]) -> type[Made]:
    """A dataclass with slots that nobody alters: the type checker sees to it, since a frozen one is twice as slow to
    make."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
