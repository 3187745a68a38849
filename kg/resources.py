"""Where the files that belong to the package lie."""

from __future__ import annotations

from pathlib import Path


def ontology(*parts: str) -> Path:
    """A file or folder of the ontology: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "ontology"
    return (inside if inside.is_dir() else package.parent / "ontology").joinpath(*parts)
