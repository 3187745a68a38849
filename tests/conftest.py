"""What several tests need: the repository, an article written for the tests, builds, a graph made by hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

import kg
from kg.model import Apart, Article, Claim, Day, Entity, Fact, Kind, Knowledge, Span, Status, Tenure

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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


SPEECH = "Humas harus sigap dan terbuka kepada masyarakat"
TEXT = (
    "Menteri Perhubungan Rahmat Santika akan membuka Rapat Koordinasi Kehumasan 2024 di Bandung, Senin (5/2/2024). "
    f"“{SPEECH},” kata Rahmat Santika, mantan Bupati Kendal. Siti Rahayu tidak hadir dalam Rapat Koordinasi "
    "Kehumasan 2024. Calon Bupati Kendal Siti Rahayu diam. Rapat bertema Kabar Bohong itu digelar Kementerian "
    "Perhubungan, yang meluncurkan aplikasi Sigap. Ditjen Hubud Kementerian Perhubungan ikut. Perpres Nomor 1 Tahun "
    "2024 tentang Kabar Bohong berlaku. Rapat Kerja digelar Maret 2024, Rapat Besar tahun 2025."
)
OLDER = "Menhub Rahmat Santika hadir."
_KINDS = {
    "person/rahmat-santika": (Kind.PERSON, "Rahmat Santika", ("Rahmat",)),
    "person/siti-rahayu": (Kind.PERSON, "Siti Rahayu", ()),
    "role/kementerian-perhubungan/menteri-perhubungan": (Kind.ROLE, "Menteri Perhubungan", ("Menhub",)),
    "role/bupati-kendal": (Kind.ROLE, "Bupati Kendal", ()),
    "institution/kementerian-perhubungan": (Kind.INSTITUTION, "Kementerian Perhubungan", ("Kemenhub",)),
    "institution/ditjen-hubud": (Kind.INSTITUTION, "Ditjen Hubud", ()),
    "event/rapat-koordinasi": (Kind.EVENT, "Rapat Koordinasi Kehumasan 2024", ()),
    "event/rapat-kerja": (Kind.EVENT, "Rapat Kerja", ()),
    "event/rapat-besar": (Kind.EVENT, "Rapat Besar", ()),
    "topic/kabar-bohong": (Kind.TOPIC, "Kabar Bohong", ()),
    "place/bandung": (Kind.PLACE, "Bandung", ()),
    "initiative/sigap": (Kind.INITIATIVE, "Sigap", ()),
    "regulation/perpres-1-2024": (Kind.REGULATION, "Perpres Nomor 1 Tahun 2024 tentang Kabar Bohong", ()),
    "quotation/sigap-150": (Kind.QUOTATION, SPEECH, ()),
}


class _Hand:
    """Makes knowledge by hand: one person's label and one text may be put in the place of the usual ones."""

    def __init__(self, label: str, text: str) -> None:
        self.label, self.text = label, text.replace("Rahmat Santika", label)

    def entity(self, key: str) -> Entity:
        kind, label, forms = _KINDS[key]
        mine = {"person/rahmat-santika": self.label}.get(key, label)
        parent = "institution/kementerian-perhubungan" if key.startswith("role/kementerian") else None
        region = "32.73" if key == "place/bandung" else None
        found = Entity(key, kind, mine, forms, (), parent, region)
        if key == "person/rahmat-santika":
            return replace(found, titles=("H.",), why=("spelling: a test",), formerly=("person/rahmat-santica",))
        if key == "person/siti-rahayu":
            other = Apart("person/rahmat-santika", "Siti Rahayu", "Rahmat Santika", True, 1.5, "nothing but a test")
            return replace(found, apart=(other,))
        return found

    def claim(self, quote: str, status: Status = Status.ASSERTED, **more: object) -> Claim:
        start = self.text.index(quote)
        return Claim("sigap", start, start + len(quote), quote, "by-hand", 0.9, status, Day(2024, 2, 5), **more)  # type: ignore[arg-type]

    def facts(self) -> list[Fact]:
        minister, rapat = "role/kementerian-perhubungan/menteri-perhubungan", "event/rapat-koordinasi"
        rahmat, siti, ministry = "person/rahmat-santika", "person/siti-rahayu", "institution/kementerian-perhubungan"
        older = f"Menhub {self.label}"
        first = Claim("lama", 0, len(older), older, "by-hand", 1.0, Status.ASSERTED, None)
        absent, will = (
            f"Siti Rahayu tidak hadir dalam {_KINDS[rapat][1]}",
            f"{self.label} akan membuka {_KINDS[rapat][1]}",
        )
        claims = [
            (rapat, "about", "topic/kabar-bohong", [self.claim("bertema Kabar Bohong")]),
            (rapat, "heldAt", "place/bandung", [self.claim("2024 di Bandung")]),
            (rapat, "heldOn", Day(2024, 2, 5), [self.claim("Senin (5/2/2024)")]),
            ("event/rapat-kerja", "heldOn", Day(2024, 3), [self.claim("Rapat Kerja digelar Maret 2024")]),
            ("event/rapat-besar", "heldOn", Day(2025), [self.claim("Rapat Besar tahun 2025")]),
            (rahmat, "holds", minister, [first, self.claim(f"Menteri Perhubungan {self.label}", acting=True)]),
            (rahmat, "holds", "role/bupati-kendal", [self.claim("mantan Bupati Kendal", former=True)]),
            (siti, "holds", "role/bupati-kendal", [self.claim("Calon Bupati Kendal Siti Rahayu", Status.ALLEGED)]),
            (ministry, "launched", "initiative/sigap", [self.claim("meluncurkan aplikasi Sigap")]),
            (ministry, "organises", rapat, [self.claim("itu digelar Kementerian Perhubungan")]),
            ("institution/ditjen-hubud", "partOf", ministry, [self.claim("Ditjen Hubud Kementerian Perhubungan")]),
            (rahmat, "participates", rapat, [self.claim(will, Status.PLANNED, part="membuka")]),
            (siti, "participates", rapat, [self.claim(absent, Status.NEGATED)]),
            (minister, "postIn", ministry, [self.claim("Menteri Perhubungan")]),
            ("regulation/perpres-1-2024", "regulates", "topic/kabar-bohong", [self.claim("tentang Kabar Bohong")]),
            (rahmat, "says", "quotation/sigap-150", [self.claim(f"“{SPEECH},” kata {self.label}")]),
        ]
        return [Fact(subject, relation, target, tuple(found)) for subject, relation, target, found in claims]

    def knowledge(self) -> Knowledge:
        older = OLDER.replace("Rahmat Santika", self.label)
        article = Article(
            "sigap", self.text, "a" * 64, (Span(0, len(self.text)),), "Humas Diminta Sigap", None, Day(2024, 2, 5),
            "KABAR", "Budi Laksono", "Teguh", "https://kabar.example/sigap", "Bandung",
        )  # fmt: skip
        lama = Article("lama", older, "b" * 64, (Span(0, len(older)),), copies=("lama-salinan",))
        facts = tuple(sorted(self.facts(), key=lambda fact: (fact.subject, fact.relation, str(fact.object))))
        post = "role/kementerian-perhubungan/menteri-perhubungan"
        seen = Day(2024, 2, 5)
        return Knowledge(
            (lama, article),
            tuple(self.entity(key) for key in sorted(_KINDS)),
            facts,
            (
                Tenure("person/rahmat-santika", post, seen, seen, Day(2023), Day(2024, 12), acting=True),
                Tenure("person/rahmat-santika", "role/bupati-kendal", None, None, former=True),
            ),
            (("lama", "person/rahmat-santika"), ("sigap", "person/rahmat-santika"), ("sigap", "place/bandung")),
            (("sigap", "lama"),),
        )


@pytest.fixture(scope="session")
def by_hand() -> Callable[..., Knowledge]:
    """Makes knowledge without reading any article: `by_hand(label=…, text=…)` for other words in it."""
    return lambda label="Rahmat Santika", text=TEXT: _Hand(label, text).knowledge()


@pytest.fixture(scope="session")
def knowledge(by_hand: Callable[..., Knowledge]) -> Knowledge:
    """Knowledge made by hand: every class, relation, status and precision of dates."""
    return by_hand()


_SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window, one for the whole run: playwright allows no second one beside it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no chromium on the path")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is of the test extra")
    with playwright.sync_playwright() as driver:
        yield driver.chromium.launch(executable_path=chromium, args=_SWITCHES)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-golden` writes the golden files anew, to be looked at before they are committed."""
    parser.addoption("--write-golden", action="store_true", help="write tests/golden anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a file of `tests/golden`."""

    def compare(name: str, text: str) -> None:
        file = ROOT / "tests" / "golden" / name
        if request.config.getoption("--write-golden"):
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode(), "pytest --write-golden, if it has changed for good"

    return compare
