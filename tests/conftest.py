"""What several tests need: the repository, an article written for the tests, a build of the seeds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

import kg

if TYPE_CHECKING:
    from kg.pipeline import Build

ROOT = Path(__file__).parent.parent

# The same examples every time, few enough for the whole run to stay short; no database, no deadline on a busy machine.
settings.register_profile(
    "jejaring",
    derandomize=True,
    max_examples=80,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("jejaring")

ARTICLE = """Humas Daerah Diminta Sigap

Senin, 5 Februari 2024 10:15 WIB

Bandung - Menteri Perhubungan Rahmat Santika membuka Rapat Koordinasi Nasional Kehumasan 2024 yang digelar \
Kementerian Perhubungan di Bandung, Senin (5/2/2024).

"Humas harus sigap dan terbuka kepada masyarakat," kata Rahmat.
"""


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def article() -> str:
    """The text of an article that no newspaper printed."""
    return ARTICLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with that article alone."""
    inside = tmp_path / "articles"
    inside.mkdir()
    (inside / "sigap.txt").write_text(ARTICLE, encoding="utf-8")
    return inside


@pytest.fixture(scope="session")
def seeds_build() -> Build:
    """A build of the five seeds, made once."""
    return kg.build([ROOT / "seeds"])
