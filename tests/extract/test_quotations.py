"""Quotations: what is direct speech, and whose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import kg

Stated = Callable[[str, str], list[str]]

MAYOR = "Wali Kota Semarang Dewi Wulandari hadir. "
SPEECH = "Humas harus sigap dan terbuka"

SPEAKERS = {
    "verb, then name": f"“{SPEECH},” kata Dewi Wulandari.",
    "straight marks": f'"{SPEECH}," kata Dewi Wulandari.',
    "marks that do not match": f'“{SPEECH}," kata Dewi Wulandari.',
    "another verb": f"“{SPEECH},” tutur Dewi Wulandari.",
    "verb, then post and name": f"“{SPEECH},” kata Wali Kota Semarang Dewi Wulandari.",
    "name with a post behind it": f"“{SPEECH},” ujar Dewi Wulandari, Wali Kota Semarang.",
    "name with place and day": f"“{SPEECH},” kata Dewi Wulandari di Semarang, Senin (5/2/2024).",
    "short form": f"{MAYOR}“{SPEECH},” kata Dewi.",
    "post and short form": f"{MAYOR}“{SPEECH},” ujar Wali Kota Dewi.",
    "name, then verb": f"{MAYOR}“{SPEECH},” Dewi menambahkan.",
    "a suffix that points": f"{MAYOR}“{SPEECH},” ujarnya.",
    "a pronoun": f"{MAYOR}“{SPEECH},” kata dia.",
    "in front, with a comma": f"{MAYOR}Dewi mengatakan, “{SPEECH}.”",
    "in front, with a colon": f"{MAYOR}Dewi menegaskan: “{SPEECH}.”",
    "in front, a pronoun": f"{MAYOR}Ia menegaskan, “{SPEECH}.”",
    "a post that points back": f"{MAYOR}Dewi sependapat. “{SPEECH},” kata mantan Ketua DPRD Kota Semarang itu.",
    "told by": f"Hal itu disampaikan Wali Kota Semarang Dewi Wulandari. “{SPEECH},” ujarnya.",
    "whom a pronoun names": f"{MAYOR}Dewi menilai banyak hal. Ia mengapresiasi Agus Hidayat. “{SPEECH},” ujarnya.",
    "before a relative clause": f"Giliran berikutnya Dewi Wulandari, yang menyoroti hal lain. “{SPEECH},” ujarnya.",
    "who has company": (
        f"{MAYOR}Dewi yang didampingi Ketua KPU Bogor, Agus Hidayat menjelaskan hal itu. “{SPEECH},” ujarnya."
    ),
    "who told it in front, far from the verb": (
        "Ketua KPU Bogor Agus Hidayat sependapat. Wali Kota Semarang, Dewi Wulandari saat ditemui di ruang kerjanya "
        f"(25/8) mengungkapkan kesiapan panitia sudah maksimal “{SPEECH}” ujarnya."
    ),
    "somebody's lawyer": f"“{SPEECH},” kata pengacara Agus Hidayat, Dewi Wulandari, di Semarang.",
    "a people named": f"{MAYOR}Dewi setuju. “{SPEECH},” kata perempuan Portugis tersebut.",
    "in the next paragraph": f"{MAYOR}\n\n“{SPEECH},” tegasnya.",
}


@pytest.mark.parametrize("text", SPEAKERS.values(), ids=SPEAKERS)
def test_the_speaker(text: str, stated: Stated) -> None:
    (line,) = stated(text, "says")
    assert line.rstrip(".,") == f"Dewi Wulandari -> {SPEECH}"


def test_an_adverb_makes_nobody_speak(stated: Stated) -> None:
    text = (
        f"{MAYOR}“Kami siap melayani warga kota,” kata Dewi tentang Bupati Kendal Agus Hidayat. Lebih rinci, Agus "
        f"telah memberi bantuan. “{SPEECH},” ujarnya."
    )
    assert [line.partition(" -> ")[0] for line in stated(text, "says")] == ["Dewi Wulandari"] * 2


def test_a_short_name_that_is_a_region_s(stated: Stated) -> None:
    text = f"{MAYOR}Tim itu diketuai Dr. Bimasatya Surya Ramadan. “{SPEECH},” kata Bima saat dihubungi."
    assert stated(text, "says") == [f"Bimasatya Surya Ramadan -> {SPEECH},"]


def test_nobody_known_speaks_behind_somebody_unnamed(stated: Stated) -> None:
    text = f"{MAYOR}“Kami siap melayani warga kota,” ucap seorang juru bicara panitia. “{SPEECH},” tuturnya."
    assert stated(text, "says") == []


def test_both_halves_of_a_quotation_have_the_speaker_between_them(stated: Stated) -> None:
    text = f"“{SPEECH},” kata Dewi Wulandari, “sebab masyarakat menunggu kabar.”"
    assert [line.partition(" -> ")[0] for line in stated(text, "says")] == ["Dewi Wulandari"] * 2


def test_the_word_passes_to_whoever_speaks_next(stated: Stated) -> None:
    text = (
        f"{MAYOR}“{SPEECH},” kata Dewi. Kepala Dinas Kesehatan Kota Semarang Agus Hidayat sependapat. “Kami siap "
        "melayani warga kota,” kata Agus. “Kami tidak akan lelah bekerja,” ujarnya."
    )
    assert [line.partition(" -> ")[0] for line in stated(text, "says")] == ["Dewi Wulandari", *["Agus Hidayat"] * 2]


def test_a_name_of_one_part_takes_the_word_with_a_post_and_an_occasion(stated: Stated) -> None:
    spoken = "“Kami siap melayani warga kota,” jelasnya."
    for text, speaker in (
        (f"Rektor Universitas Pakuan, Prof. Widodo, M.Si., dalam sambutannya menyoroti hal lain. {spoken}", "Widodo"),
        (f"Rektor Universitas Pakuan Widodo ingin warga naik kelas. {spoken}", "Dewi Wulandari"),
    ):
        lines = stated(f"{MAYOR}“{SPEECH},” kata Dewi. {text}", "says")
        assert [line.partition(" -> ")[0] for line in lines] == ["Dewi Wulandari", speaker]


def test_the_word_passes_on_from_two_who_keep_company(stated: Stated) -> None:
    text = f"{MAYOR}Dewi didampingi Agus Hidayat mengatakan hal itu, lalu Rina Kartika berharap. “{SPEECH},” kata dia."
    assert [line.partition(" -> ")[0] for line in stated(text, "says")] == ["Rina Kartika"]


def test_whoever_is_praised_does_not_speak(stated: Stated) -> None:
    text = (
        f"{MAYOR}“{SPEECH},” kata Dewi. Ia menutup pidato dengan memuji Kepala Dinas Kesehatan Kota Semarang Agus "
        "Hidayat. “Kami siap melayani warga kota,” pungkasnya."
    )
    assert [line.partition(" -> ")[0] for line in stated(text, "says")] == ["Dewi Wulandari"] * 2


def test_whoever_is_spoken_of_does_not_take_the_word(stated: Stated) -> None:
    text = (
        f"{MAYOR}“{SPEECH},” kata Dewi. Agus Hidayat, kata Dewi, sempat pergi. “Kami masih menanti dia,” ujarnya. "
        "Menurut Dinas Kesehatan Kota Semarang, Agus menyampaikan keluhan. “Kami siap melayani warga kota,” imbuhnya."
    )
    assert [line.partition(" -> ")[0] for line in stated(text, "says")] == ["Dewi Wulandari"] * 3


NO_SPEECH = {
    "a country's spokesman": f"“{SPEECH},” kata juru bicara Kementerian Telekomunikasi Iran kepada wartawan.",
    "a theme": "Dewi Wulandari membuka seminar dengan tema “Merawat Kerukunan Bangsa Bersama”.",
    "a title": "Dewi Wulandari memuji buku “Merawat Kerukunan Bangsa Bersama”.",
    "a programme's name": "Dewi Wulandari meluncurkan aplikasi “Semarang Sigap”.",
    "a word or two": "“Siap,” kata Dewi Wulandari.",
    "what nobody says": f"“{SPEECH},” demikian bunyi spanduk itu.",
    "a description": "Lembaga itu disebut “rumah humas yang terbuka”.",
}


@pytest.mark.parametrize("text", NO_SPEECH.values(), ids=NO_SPEECH)
def test_no_speech(text: str, stated: Stated) -> None:
    assert stated(text, "says") == []


@pytest.mark.parametrize("text", SPEAKERS.values(), ids=SPEAKERS)
def test_a_quotation_stands_where_it_says_without_its_marks(text: str) -> None:
    (span,) = (one.span for one in kg.extract(text).referents if one.span is not None)
    assert text[span.start : span.end].rstrip(".,") == SPEECH


def test_what_is_quoted_is_not_reported(stated: Stated) -> None:
    text = "“Kementerian Agama menggelar Seminar Moderasi Beragama di Jakarta,” kata Dewi Wulandari."
    assert stated(text, "organises") == stated(text, "heldAt") == []
