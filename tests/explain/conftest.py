"""An article written for these tests, with what there is to find in it laid down by hand: no rule of the extraction
changes it."""

from __future__ import annotations

import pytest

from kg.model import Article, Day, Extraction, Kind, Mention, Referent, Span, Statement, Status

TEXT = """Beranda / Berita

Pelabuhan Baru Harus Melayani Semua

Selasa, 12 Maret 2024 09:30 WIB

SEMARANG (Kabar) - Menteri Perhubungan Rahmat Santika membuka Rapat Koordinasi Pelabuhan Indonesia 2024 yang digelar \
Kementerian Perhubungan di Semarang, Selasa (12/3/2024).

"Pelabuhan baru harus melayani semua, bukan sebagian," kata Rahmat.

Baca juga: Tarif Kapal Naik

Ketua Umum Asosiasi Pelaut Indonesia Raya 2016–2018, Dewi Larasati, batal hadir. Kementerian Perhubungan akan \
menggelar Pekan Pelaut. Joko diduga ikut Pekan Pelaut sebagai Plt. Ketua Umum.

Editor: Tono
"""


def span(words: str, behind: str = "") -> Span:
    """Where the words stand in the text, first after the words that they stand behind."""
    start = TEXT.index(words, TEXT.index(behind))
    return Span(start, start + len(words))


MINISTER, RAHMAT, MINISTRY, MEETING, INDONESIA, TOWN, SAID, CHAIR, UNION, DEWI, WEEK, JOKO = range(12)

REFERENTS = (
    Referent(Kind.ROLE, "Menteri Perhubungan", parent=MINISTRY),
    Referent(Kind.PERSON, "Rahmat Santika", forms=("Rahmat",)),
    Referent(Kind.INSTITUTION, "Kementerian Perhubungan"),
    Referent(Kind.EVENT, "Rapat Koordinasi Pelabuhan Indonesia 2024"),
    Referent(Kind.PLACE, "Indonesia"),
    Referent(Kind.PLACE, "Semarang", region="33.74"),
    Referent(
        Kind.QUOTATION,
        "Pelabuhan baru harus melayani semua, bukan sebagian,",
        span=span("Pelabuhan baru harus melayani semua, bukan sebagian,"),
    ),
    Referent(Kind.ROLE, "Ketua Umum", parent=UNION),
    Referent(Kind.INSTITUTION, "Asosiasi Pelaut Indonesia"),
    Referent(Kind.PERSON, "Dewi Larasati"),
    Referent(Kind.EVENT, "Pekan Pelaut"),
    Referent(Kind.PERSON, "Joko"),
)

NAMES = (
    (MINISTER, span("Menteri Perhubungan")),
    (RAHMAT, span("Rahmat Santika")),
    (MEETING, span("Rapat Koordinasi Pelabuhan Indonesia 2024")),
    (INDONESIA, span("Indonesia", "Rapat")),
    (MINISTRY, span("Kementerian Perhubungan")),
    (TOWN, span("Semarang")),
    (RAHMAT, span("Rahmat", "kata")),
    (CHAIR, span("Ketua Umum")),
    (UNION, span("Asosiasi Pelaut Indonesia")),
    (INDONESIA, span("Indonesia Raya")),  # crosses the one before it
    (DEWI, span("Dewi Larasati")),
    (MINISTRY, span("Kementerian Perhubungan", "hadir.")),
    (WEEK, span("Pekan Pelaut")),
    (JOKO, span("Joko")),
    (WEEK, span("Pekan Pelaut", "Joko")),
    (CHAIR, span("Ketua Umum", "Joko")),
)


def state(subject: int, relation: str, object: int | Day, place: Span, rule: str, **more: object) -> Statement:
    return Statement(subject, relation, object, place.start, place.end, rule, 0.9, **more)  # type: ignore[arg-type]


STATEMENTS = (
    state(MINISTER, "postIn", MINISTRY, span("Menteri Perhubungan"), "body-of-the-post"),
    state(RAHMAT, "holds", MINISTER, span("Menteri Perhubungan Rahmat Santika"), "post-before-name"),
    state(
        RAHMAT,
        "participates",
        MEETING,
        span("Rahmat Santika membuka Rapat Koordinasi Pelabuhan Indonesia 2024"),
        "opens-or-attends",
        part="membuka",
    ),
    state(MEETING, "heldOn", Day(2024, 3, 12), span("Selasa (12/3/2024)"), "event-on-date"),
    state(
        RAHMAT,
        "says",
        SAID,
        span('"Pelabuhan baru harus melayani semua, bukan sebagian," kata Rahmat'),
        "direct-quotation",
    ),
    state(
        DEWI,
        "holds",
        CHAIR,
        span("Ketua Umum Asosiasi Pelaut Indonesia Raya 2016–2018, Dewi Larasati"),
        "post-before-name",
        since=Day(2016),
        until=Day(2018),
        former=True,
    ),
    state(
        DEWI,
        "participates",
        MEETING,
        span("Dewi Larasati, batal hadir"),
        "present-in-frame",
        status=Status.NEGATED,
    ),
    state(
        MINISTRY,
        "organises",
        WEEK,
        span("Kementerian Perhubungan akan menggelar Pekan Pelaut"),
        "organises-event",
        status=Status.PLANNED,
    ),
    state(
        JOKO,
        "participates",
        WEEK,
        span("Joko diduga ikut Pekan Pelaut"),
        "opens-or-attends",
        status=Status.ALLEGED,
    ),
    state(
        JOKO,
        "holds",
        CHAIR,
        span("Joko diduga ikut Pekan Pelaut sebagai Plt. Ketua Umum"),
        "name-then-as-post",
        status=Status.ALLEGED,
        acting=True,
    ),
)

SAMPLE = Extraction(
    Article(
        "pelabuhan",
        TEXT,
        "0" * 64,
        body=tuple(
            Span(span(first).start, span(last).end)
            for first, last in (
                ("Menteri", "(12/3/2024)."),
                ('"Pelabuhan', "kata Rahmat."),
                ("Ketua", "Plt. Ketua Umum."),
            )
        ),
        headline="Pelabuhan Baru Harus Melayani Semua",
        headline_span=span("Pelabuhan Baru Harus Melayani Semua"),
        published=Day(2024, 3, 12),
        publisher="Kabar",
        editor="Tono",
        dateline="SEMARANG",
    ),
    REFERENTS,
    tuple(sorted(Mention(place.start, place.end, REFERENTS[at].kind, at) for at, place in NAMES)),
    tuple(sorted(STATEMENTS, key=lambda one: (one.start, one.end))),
)


@pytest.fixture(scope="session")
def sample() -> Extraction:
    """The article with what there is to find in it."""
    return SAMPLE
