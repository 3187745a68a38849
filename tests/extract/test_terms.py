"""Terms of office: when a sentence says that somebody came into a post and left it, and what says nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import extract
from kg.model import Status
from kg.read import read

POST = "Kepala Dinas Kesehatan Kota Bogor"
BUDI = f"{POST} Rahmat Santika"
# what an article of 9 May 2024 says -> since, until, former, of each holder
TERMS = {
    "since a month": (f"{BUDI}, yang menjabat sejak Maret 2020, hadir.", ["Rahmat Santika 2020-03 …"]),
    "since a year": (f"{BUDI} sudah menjabat sejak awal tahun 2021.", ["Rahmat Santika 2021 …"]),
    "since and until": (
        f"Rahmat Santika menjabat {POST} sejak 2019 hingga 2022.",
        ["Rahmat Santika 2019 2022 former"],
    ),
    "from and until": (f"Rahmat Santika menjabat {POST} dari 2019 sampai 2022.", ["Rahmat Santika 2019 2022 former"]),
    "until a day ahead": (f"{BUDI}, yang menjabat hingga 30 November 2024, hadir.", ["Rahmat Santika … 2024-11-30"]),
    "until a day in the past": (
        f"{BUDI}, yang menjabat hingga 30 November 2023, hadir.",
        ["Rahmat Santika … 2023-11-30 former"],
    ),
    "a period of once": (
        f"Rahmat Santika pernah menjabat sebagai {POST} pada 2016-2018.",
        ["Rahmat Santika 2016 2018 former"],
    ),
    "of whom a pronoun means": (
        f"{BUDI} mengatakan hal itu. Ia menjabat sejak 2019.",
        ["Rahmat Santika … …", "Rahmat Santika 2019 …"],
    ),
    "sworn in, later": (f"{BUDI}, yang dilantik pada 26 Februari 2021, hadir.", ["Rahmat Santika 2021-02-26 …"]),
    "sworn in by somebody": (
        f"{BUDI} dilantik Wali Kota Bogor Bima Arya di Balai Kota Bogor, Senin (6/5/2024).",
        ["Rahmat Santika 2024-05-06 …", "Bima Arya … …"],
    ),
    "sworn in as": (f"Rahmat Santika dilantik menjadi {POST}, Senin (6/5/2024).", ["Rahmat Santika 2024-05-06 …"]),
    "swears in as": (
        f"Bima Arya melantik Rahmat Santika sebagai {POST}, Senin (6/5/2024).",
        ["Rahmat Santika 2024-05-06 …"],
    ),
    "sworn in for a period": (
        f"Rahmat Santika dilantik menjadi {POST} periode 2024-2029 pada Senin (6/5/2024).",
        ["Rahmat Santika 2024-05-06 2029"],
    ),
    "elected for a period": (
        "Rahmat Santika terpilih menjadi Ketua KONI Kota Bogor untuk periode 2023-2027.",
        ["Rahmat Santika 2023 2027"],
    ),
    "dismissed on a day": (
        f"{BUDI} diberhentikan dari jabatannya pada 10 Juli 2023.",
        ["Rahmat Santika … 2023-07-10 former"],
    ),
    "dismissed, no day": (f"{BUDI} dicopot dari jabatannya.", ["Rahmat Santika … … former"]),
    "dismissed without honour": (
        f"{BUDI} diberhentikan dengan tidak hormat, Senin (6/5/2024).",
        ["Rahmat Santika … 2024-05-06 former"],
    ),
    "dismissed by somebody": (
        f"Bima Arya mencopot {BUDI} dari jabatannya.",
        ["Rahmat Santika … … former"],
    ),
    "dismissed from a post by somebody": (
        f"Bima Arya mencopot Rahmat Santika dari jabatan {POST} pada 3 Mei 2024.",
        ["Rahmat Santika … 2024-05-03 former"],
    ),
    "resigned from a day on": (f"{BUDI} mengundurkan diri per 1 Mei 2024.", ["Rahmat Santika … 2024-05-01 former"]),
    "resigned as": (
        f"Rahmat Santika mengundurkan diri sebagai {POST} pada 3 Mei 2024.",
        ["Rahmat Santika … 2024-05-03 former"],
    ),
    "resigned from a day ahead": (f"{BUDI} mengundurkan diri per 1 Juli 2024.", ["Rahmat Santika … 2024-07-01"]),
    "retired": (f"{BUDI} memasuki masa pensiun pada April 2024.", ["Rahmat Santika … 2024-04 former"]),
    "died": (
        f"Rahmat Santika, {POST}, meninggal dunia pada Senin (6/5/2024).",
        ["Rahmat Santika … 2024-05-06 former"],
    ),
    "left a post named before": (
        f"{BUDI} hadir. Rahmat dicopot dari jabatannya pada 3 Mei 2024.",
        ["Rahmat Santika … …", "Rahmat Santika … 2024-05-03 former"],
    ),
    "replaced by": (
        f"{BUDI} digantikan oleh Siti Rahayu, Senin (6/5/2024).",
        ["Rahmat Santika … 2024-05-06 former", "Siti Rahayu 2024-05-06 …"],
    ),
    "replaced whom": (
        f"Rahmat Santika dilantik sebagai {POST} menggantikan Siti Rahayu, Senin (6/5/2024).",
        ["Rahmat Santika 2024-05-06 …", "Siti Rahayu … … former"],
    ),
    "hands over": (
        f"{BUDI} menyerahkan jabatan kepada Tommy Prasetia, Senin (6/5/2024).",
        ["Rahmat Santika … 2024-05-06 former", "Tommy Prasetia 2024-05-06 …"],
    ),
    "a handover": (
        f"Serah terima jabatan {POST} dari Rahmat Santika kepada Tommy Prasetia digelar Senin (6/5/2024).",
        ["Rahmat Santika … 2024-05-06 former", "Tommy Prasetia 2024-05-06 …"],
    ),
    "a handover, in short": (
        f"Sertijab {POST} dari Rahmat Santika kepada Tommy Prasetia dipimpin wali kota.",
        ["Rahmat Santika … … former", "Tommy Prasetia … …"],
    ),
}
SILENT = {
    "planned": f"{BUDI} akan pensiun pada 1 Mei 2025.",
    "denied": f"{BUDI} tidak mengundurkan diri dari jabatannya.",
    "said to": f"Kabarnya, {BUDI} mengundurkan diri.",
    "asked for": f"Warga meminta {BUDI} mengundurkan diri dari jabatannya.",
    "a condition": f"Jika {BUDI} mengundurkan diri, warga lega.",
    "a question": f"{BUDI} mundur dari jabatannya?",
    "a rumour": f"Isu bahwa {BUDI} mengundurkan diri beredar luas.",
    "for a time": f"{BUDI} diberhentikan sementara.",
    "from a party": f"{BUDI} mengundurkan diri dari Partai Golkar.",
    "a step back": f"{BUDI} mundur beberapa langkah.",
    "another date": f"{BUDI} hadir sejak 2016.",
    "stands in at a meeting": f"{BUDI} digantikan Siti Rahayu dalam rapat itu.",
    "stands in by office": f"{BUDI} digantikan Sekretaris Daerah Kota Bogor Siti Rahayu.",
    "of whose driver it is said": f"Sopir pribadi {BUDI} meninggal dunia.",
    "a handover to come": f"Serah terima jabatan {POST} dari {BUDI} kepada Tommy Prasetia akan digelar Senin.",
    "to be sworn in": f"{BUDI} hadir. Bima Arya akan melantik Siti Rahayu sebagai {POST}, Senin (13/5/2024).",
}


@pytest.fixture
def holdings(tmp_path: Path) -> Callable[[str], list[str]]:
    def holdings(text: str) -> list[str]:
        """Each asserted holding of an article of 9 May 2024, in the words of the table."""
        file = tmp_path / "a.txt"
        file.write_text(f"Kamis, 9 Mei 2024 10:00 WIB\n\nBOGOR - {text}\n", encoding="utf-8")
        said = extract(read(file).article)
        found = [one for one in said.statements if one.relation == "holds" and one.status is Status.ASSERTED]
        return [
            f"{said.referents[one.subject].label} {one.since or '…'} {one.until or '…'}{' former' * one.former}"
            for one in found
        ]

    return holdings


@pytest.mark.parametrize(("text", "expected"), TERMS.values(), ids=TERMS)
def test_what_is_said_of_a_term(text: str, expected: list[str], holdings: Callable[[str], list[str]]) -> None:
    assert sorted(holdings(text)) == sorted(expected)


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_says_nothing_of_it(text: str, holdings: Callable[[str], list[str]]) -> None:
    assert {one.partition(" ")[2] for one in holdings(text)} <= {"Santika … …", "Rahayu … …", "Arya … …"}
