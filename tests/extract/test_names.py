"""Names: who is meant by a short form, and which acronym stands for which body, within one article."""

from __future__ import annotations

import pytest

import kg
from kg.model import Kind, Referent


def named(text: str, kind: Kind) -> list[Referent]:
    return [one for one in kg.extract(text).referents if one.kind == kind]


SHORT = {
    "the first part": ("Bupati Kendal Rahmat Santika hadir. Rahmat berharap humas sigap.", "Rahmat"),
    "the last part": ("Bupati Kendal Rahmat Santika hadir. Santika berharap humas sigap.", "Santika"),
    "behind a post": ("Menteri Perhubungan Rahmat Santika hadir. Menteri Rahmat berharap humas sigap.", "Rahmat"),
    "behind the post's abbreviation": (
        "Direktur Jenderal Perkebunan Kementerian Pertanian Rahmat Santika hadir. Dirjen Rahmat berharap humas sigap.",
        "Rahmat",
    ),
    "spelt with a double letter": ("Menurut Afifuddin, itu benar. “Kami siap bekerja,” tulis Affifudin.", "Affifudin"),
    "two parts of three": ("Bupati Kendal Siti Rahayu Wulandari hadir. Siti Rahayu berharap.", "Siti Rahayu"),
}


@pytest.mark.parametrize(("text", "form"), SHORT.values(), ids=SHORT)
def test_a_short_form_means_the_person_with_the_whole_name(text: str, form: str) -> None:
    (person,) = named(text, Kind.PERSON)
    assert form in person.forms and person.label != form


NICKNAMES = {
    "two beginnings": ("Menteri Perdagangan Zulkifli Hasan hadir. Menurut Zulhas, harga beras turun.", "Zulhas"),
    "a whole part and a beginning": ("Wali Kota Solo Joko Widodo hadir. “Kami siap bekerja,” kata Jokowi.", "Jokowi"),
    "a letter more": ("Ketua DPR Bambang Soesatyo hadir. “Kami siap bekerja,” kata Bamsoet.", "Bamsoet"),
    "initials": ("Menteri Agus Harimurti Yudhoyono hadir. “Kami siap bekerja,” ujar AHY.", "AHY"),
    "a clipped part": ("Wakil Gubernur Sandiaga Uno hadir. “Kami siap bekerja,” kata Sandi.", "Sandi"),
    "a part that is a word": ("Wali Kota Pekanbaru Agung Nugroho hadir. “Kami siap bekerja,” ungkap Agung.", "Agung"),
}


@pytest.mark.parametrize(("text", "form"), NICKNAMES.values(), ids=NICKNAMES)
def test_a_nickname_means_the_one_person_whose_name_it_is_made_of(text: str, form: str) -> None:
    (person,) = named(text, Kind.PERSON)
    assert form in person.forms


NO_NICKNAMES = {
    "of two persons": (
        "Bupati Kendal Rahmat Santika dan Wali Kota Bogor Rahmat Santoso hadir. Menurut Rahsan, itu benar.",
        "Rahsan",
    ),
    "of one part": ("Bupati Kendal Rahmat Santika hadir. Menurut Rah, itu benar.", "Rah"),
    "initials away from speech": ("Menteri Agus Harimurti Yudhoyono hadir dalam acara AHY di Jakarta.", "AHY"),
    "a known body's acronym": ("Bupati Kendal Karya Putra Kusuma hadir. “Kami siap bekerja,” kata KPK.", "KPK"),
}


@pytest.mark.parametrize(("text", "form"), NO_NICKNAMES.values(), ids=NO_NICKNAMES)
def test_no_nickname(text: str, form: str) -> None:
    assert all(form not in person.forms for person in named(text, Kind.PERSON))


def test_a_country_is_no_person_unless_it_has_an_age() -> None:
    speech = "“Kami siap bekerja untuk rakyat,” kata"
    assert named(f"{speech} juru bicara Kementerian Telekomunikasi Iran.", Kind.PERSON) == []
    assert [one.label for one in named(f"{speech} Vatikan (27), warga Demak.", Kind.PERSON)] == ["Vatikan"]


def test_a_short_form_is_no_second_post() -> None:
    text = (
        "Direktur Jenderal Perkebunan Kementerian Pertanian Rahmat Santika hadir. Dirjen Rahmat berharap humas sigap."
    )
    assert [one.label for one in named(text, Kind.ROLE)] == ["Direktur Jenderal Perkebunan"]


def test_each_short_form_goes_to_its_own_person() -> None:
    text = "Bupati Kendal Rahmat Santika dan Wali Kota Bogor Siti Rahayu hadir. Siti berharap. Rahmat setuju."
    assert {(one.label, one.forms) for one in named(text, Kind.PERSON)} == {
        ("Rahmat Santika", ("Rahmat",)),
        ("Siti Rahayu", ("Siti",)),
    }


def test_persons_that_share_a_part_stay_two() -> None:
    assert len(named("Budi Santoso dan Budi Hartono hadir.", Kind.PERSON)) == 2


TITLES = {
    "in front": ("Prof. Dr. Rahmat Santika hadir.", ("Dr.", "Prof.")),
    "behind": ("Rahmat Santika, S.Sos., M.Si., hadir.", ("M.Si.", "S.Sos.")),
    "of religion": ("H. Rahmat Santika hadir.", ("H.",)),
    "glued to each other": ("Prof. Rahmat Santika M.A.Ph.D., hadir.", ("M.A.", "Ph.D.", "Prof.")),
    "behind a stop": ("Ir. Rahmat Santika.MM mengatakan hal itu.", ("Ir.", "MM")),
    "behind a stop, with a blank": ("Dr. Rahmat Santika. M. Hum, hadir.", ("Dr.", "M. Hum")),
    "with stops of their own": ("Hj. Rahmat Santika, SS., MBA., M.Pd. hadir.", ("Hj.", "M.Pd.", "MBA", "SS")),
    "in small letters": ("Drs. Rahmat Santika.SH.M.hum. hadir.", ("Drs.", "M.hum.", "SH.")),
}


@pytest.mark.parametrize(("text", "titles"), TITLES.values(), ids=TITLES)
def test_titles_are_no_part_of_a_name(text: str, titles: tuple[str, ...]) -> None:
    (person,) = named(text, Kind.PERSON)
    assert (person.label, person.titles) == ("Rahmat Santika", titles)


ACRONYMS = {
    "of initials": (
        "Asosiasi Humas Nusantara (AHN) hadir. AHN berharap humas sigap.",
        "Asosiasi Humas Nusantara",
        "AHN",
    ),
    "of syllables": (
        "Badan Koordinasi Kehumasan Nusantara (Bakohumnus) hadir. Bakohumnus berharap humas sigap.",
        "Badan Koordinasi Kehumasan Nusantara",
        "Bakohumnus",
    ),
    "behind a post": (
        "Kepala Badan Riset Kelautan Nusantara (BRKN) Rahmat Santika hadir.",
        "Badan Riset Kelautan Nusantara",
        "BRKN",
    ),
    "of the lexicon, defined": (
        "Badan Pengawas Pemilihan Umum (Bawaslu) hadir. Bawaslu berharap humas sigap.",
        "Badan Pengawas Pemilihan Umum",
        "Bawaslu",
    ),
    "of the lexicon, not defined": (
        "Kementerian Kesehatan hadir. Kemenkes berharap humas sigap.",
        "Kementerian Kesehatan",
        "Kemenkes",
    ),
}


@pytest.mark.parametrize(("text", "label", "acronym"), ACRONYMS.values(), ids=ACRONYMS)
def test_an_acronym_is_a_form_of_its_body(text: str, label: str, acronym: str) -> None:
    (body,) = named(text, Kind.INSTITUTION)
    assert body.label == label and acronym in body.forms


def test_a_post_in_an_acronyms_body_is_in_the_body() -> None:
    said = kg.extract("Asosiasi Humas Nusantara (AHN) hadir. Ketua AHN Rahmat Santika berharap humas sigap.")
    (post,) = (one for one in said.referents if one.kind == Kind.ROLE)
    assert post.parent is not None and said.referents[post.parent].label == "Asosiasi Humas Nusantara"


@pytest.mark.parametrize("aside", ["(Jakarta)", "(tengah)", "(2024)", "(KPK)"])
def test_an_aside_that_does_not_abbreviate_is_no_acronym(aside: str) -> None:
    (body,) = (
        one for one in named(f"Asosiasi Humas Nusantara {aside} hadir.", Kind.INSTITUTION) if "Humas" in one.label
    )
    assert body.forms == ()


def test_an_acronym_is_learnt_from_its_article_alone() -> None:
    named("Asosiasi Humas Nusantara (AHN) hadir.", Kind.INSTITUTION)
    assert "Asosiasi Humas Nusantara" not in {
        form for one in kg.extract("Ketua AHN Rahmat Santika hadir.").referents for form in (one.label, *one.forms)
    }


def test_initials_with_and_without_a_stop_are_one() -> None:
    (person,) = named("Wali Kota Bogor Dedie A. Santika hadir. “Kami siap bekerja,” kata Dedie A Santika.", Kind.PERSON)
    assert person.forms == ("Dedie A Santika",)


def test_a_high_roman_numeral_is_no_body() -> None:
    assert [one.label for one in named("Kodam XVII Cenderawasih hadir.", Kind.INSTITUTION)] == ["Kodam XVII"]


def test_another_name_behind_or() -> None:
    (person,) = named("Wakil Bupati Kendal Rahmat Omar Santika atau Eddy Santika hadir.", Kind.PERSON)
    assert "Eddy Santika" in person.forms


def test_another_name_behind_alias_is_no_later_one() -> None:
    tale = "Wulung hadir. “Kami siap,” kata Wulung. Polisi menahan Rahmat Santika alias Koboi. Wulung tidak hadir."
    assert all("Wulung" not in person.forms for person in named(tale, Kind.PERSON) if person.label != "Wulung")


def test_a_day_ends_a_body() -> None:
    (body,) = named("Warga berkumpul di Ponpes Al-Khairat Jumat (10/10).", Kind.INSTITUTION)
    assert body.label == "Ponpes Al-Khairat"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Penghargaan diraih Ronauli br. Simatupang dari Tarutung.", ["Ronauli br. Simatupang"]),
        ("Penghargaan jatuh kepada Drs. Manahan Santika, Kepala SMA Negeri 1 Pangaribuan.", ["Manahan Santika"]),
    ],
)
def test_what_is_a_persons_name(text: str, names: list[str]) -> None:
    assert [person.label for person in named(text, Kind.PERSON)] == names


def test_an_acronym_that_the_article_defines_is_no_persons_name() -> None:
    text = "Badan Koordinasi Humas Nusantara (Bakohumnus) menggelar rapat. Ketua Bakohumnus Agus Hidayat hadir."
    assert [person.label for person in named(text, Kind.PERSON)] == ["Agus Hidayat"]


def test_a_rank_comes_before_a_name() -> None:
    (person,) = named("Kanit Reskrim Polsek Kembangan Inspektur Polisi Satu Bima Santika hadir.", Kind.PERSON)
    assert person.label == "Bima Santika"


def test_a_university_goes_on_behind_its_acronym() -> None:
    text = "Dosen Universitas Islam Negeri (UIN) Sunan Ampel, Rahmat Santika, hadir."
    assert [body.label for body in named(text, Kind.INSTITUTION)] == ["Universitas Islam Negeri Sunan Ampel"]


def test_an_amount_is_no_person() -> None:
    assert named("Warga berkata kepada Bapak Presiden, Rp300 ribu sudah cair.", Kind.PERSON) == []


def test_a_district_that_begins_with_its_regency() -> None:
    (person,) = named("Kapolsek Denpasar Barat Kompol Rahmat Santika hadir.", Kind.PERSON)
    assert person.label == "Rahmat Santika"


@pytest.mark.parametrize("level", ["Kecamatan", "Desa", "Kelurahan", "Nagari"])
def test_a_place_that_the_article_names_with_its_level_is_no_persons_name(level: str) -> None:
    text = f"Acara digelar di {level} Wanakerta, Kabupaten Bogor. Hadir Kapolsek Wanakerta Rahmat Santika."
    assert [person.label for person in named(text, Kind.PERSON)] == ["Rahmat Santika"]


def test_no_name_closes_on_two_that_a_dash_joins() -> None:
    text = "Survei itu menilai Pemerintahan Presiden Prabowo Subianto-Gibran Rakabuming Raka."
    assert "Prabowo" in {one.label for one in named(text, Kind.PERSON)}


LONE = {
    "behind the last `dan` of a list": ("Rapat dihadiri dua anggota KPU Sulastri Wening dan Muntoko.", True),
    "in front of a list": ("Rapat dihadiri Muntoko dan para pengusaha.", False),
}


@pytest.mark.parametrize(("text", "found"), LONE.values(), ids=LONE)
def test_a_lone_name_that_nothing_knows(text: str, found: bool) -> None:
    assert ("Muntoko" in {one.label for one in named(text, Kind.PERSON)}) is found


def test_no_event_within_the_head_of_a_longer_body() -> None:
    text = "Panitia Pemilihan Kecamatan dilantik di Aula Kantor Bupati Kendal, Senin (4/9/2023)."
    assert named(text, Kind.EVENT) == []


HOSTS = {
    "an unknown acronym with its region": ("BPTX Kendari kembali menggelar Lomba Pidato Pelajar.", ["BPTX Kendari"]),
    "one that does not organise": ("BPTX Kendari naik lagi.", []),
    "a unit at the beginning of a sentence": (
        "Satlantas Polres Kendal menggelar Lomba Pidato Pelajar.",
        ["Polres Kendal", "Satlantas Polres Kendal"],
    ),
}


@pytest.mark.parametrize(("text", "bodies"), HOSTS.values(), ids=HOSTS)
def test_who_organises(text: str, bodies: list[str]) -> None:
    assert sorted(one.label for one in named(text, Kind.INSTITUTION)) == bodies


def test_a_degree_is_no_person() -> None:
    text = "Spesialis kulit, dr Siti Rahayu, SpKK, M.Kes mengatakan hal itu."
    assert [person.label for person in named(text, Kind.PERSON)] == ["Siti Rahayu"]


NO_PERSONS = {
    "an island": "Petani Sulawesi, kata Ivana Delevska, sudah panen.",
    "an island's part": "Gubernur Sumatra Utara dan Sumatra Bagian Selatan hadir, kata Ivana Delevska.",
    "a company by its last word": "Ivana Delevska, pendiri Spear Invest, mengatakan hal itu.",
    "two things that a stroke joins": "Ia membaca Small Island Developing States/SIDS.",
    "a pronoun behind a post": "Vaksin pertama untuk Bapak Presiden, Ia berharap itu segera.",
    "a degree": "Hal itu dikatakan seorang mahasiswa PhD di Sydney.",
}


@pytest.mark.parametrize("text", NO_PERSONS.values(), ids=NO_PERSONS)
def test_what_is_no_person(text: str) -> None:
    assert {one.label for one in named(text, Kind.PERSON)} <= {"Ivana Delevska"}


def test_a_regional_office_is_not_part_of_half_a_ministry_s_acronym() -> None:
    said = kg.extract("Tindakan Dinas ESDM Jatim patut diapresiasi.")
    assert [one.label for one in said.referents if one.kind == Kind.INSTITUTION] == ["Dinas ESDM Jatim"]


COMPANIES = {
    "over another body's name": ("Ia bekerja sama dengan PT Asuransi Jiwasraya di Tegal.", ["PT Asuransi Jiwasraya"]),
    "closed by a bracket": (
        "Anak perusahaan PT Pertamina (Persero) Pertamina Foundation menanam pohon.",
        ["PT Pertamina", "Pertamina Foundation"],
    ),
}


@pytest.mark.parametrize(("text", "bodies"), COMPANIES.values(), ids=COMPANIES)
def test_how_far_a_company_s_name_goes(text: str, bodies: list[str]) -> None:
    assert sorted(one.label for one in named(text, Kind.INSTITUTION)) == bodies
    assert [one for one in kg.extract(text).statements if one.relation == "partOf"] == []
