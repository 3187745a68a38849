"""Which persons are one: whole names, or less than that with a post in common."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Entity, Extraction, Kind
from kg.resolve import resolve
from kg.resolve.names import name_words, relation

Make = Callable[..., Extraction]
MINISTER = "Menteri Komunikasi dan Informatika"
Held = tuple[str, ...]


def people(told: list[Extraction]) -> list[Entity]:
    return [entity for entity in resolve(told) if entity.kind == Kind.PERSON]


BY_NAME = {
    "the same": ("Rahmat Santika", "Rahmat Santika", 1),
    "the same in capitals": ("RAHMAT SANTIKA", "Rahmat Santika", 1),
    "a verb that lost its space": ("Rahmat Santika", "Rahmat Santikamengatakan", 1),
    "a headline's verb": ("Rahmat Santika", "Rahmat Santika Peringatkan", 1),
    "a headline's bare verb": ("Rahmat Santika", "Rahmat Santika Pimpin", 1),
    "gh and g": ("Ali Ghufron Santika", "Ali Gufron Santika", 1),
    "a first name's usual variants": ("Moh. Rizki Pratama", "Muhammad Rizki Pratama", 1),
    "a number before it": ("Mochammad Santika", "I Muhammad Santika", 1),
    "y and i, and double letters": ("Eddy Soewulung", "Edi Soewulung", 1),
    "the same, and a name that many bear": ("Eddy Santoso", "Edi Santoso", 2),
    "a slip": ("Budi Ari Setiawan", "Budi Arie Setiawan", 2),
    "a part": ("Rahmat", "Rahmat Santika", 2),
    "a shorter name": ("Siti Rahayu", "Siti Rahayu Wulandari", 2),
    "one word": ("Rahmat", "Rahmat", 2),
    "others": ("Rahmat Santika", "Siti Rahayu", 2),
}


@pytest.mark.parametrize(("left", "right", "count"), BY_NAME.values(), ids=BY_NAME)
def test_by_name_alone(left: str, right: str, count: int, naming: Make) -> None:
    assert len(people([naming("a", Kind.PERSON, left), naming("b", Kind.PERSON, right)])) == count


BY_POST = {
    "a slip": ("Budi Ari Setiawan", "Budi Arie Setiawan", "spelling"),
    "a longer name": ("Siti Rahayu", "Siti Rahayu Wulandari", "longer-name"),
    "a longer name by its first word": ("Amran Santika", "Andi Amran Santika", "first-left-out"),
    "a sound": ("Rahman Aqil", "Rahman Akil", "sounds-same"),
    "one word": ("Rahmat", "Rahmat", "same-word"),
    "one word with a letter less": ("Santikawati", "Rahma Santikkawati", "part-misspelt"),
}


@pytest.mark.parametrize(("left", "right", "rule"), BY_POST.values(), ids=BY_POST)
def test_by_a_post_in_common_and_why(left: str, right: str, rule: str, holding: Make) -> None:
    (person,) = people([holding("a", left, MINISTER), holding("b", right, "Menkominfo")])
    (why,) = person.why
    assert f"{rule}, shared-post" in why and left in why and right in why and "menteri-komunikasi" in why


@pytest.mark.parametrize(("left", "right"), [(left, right) for left, right, _ in BY_POST.values()], ids=BY_POST)
def test_not_without_a_post_in_common(left: str, right: str, holding: Make) -> None:
    assert len(people([holding("a", left, MINISTER), holding("b", right, "Menteri Agama")])) == 2


def test_a_post_without_a_body_is_none_in_common(holding: Make) -> None:
    assert len(people([holding("a", "Rahmat", "Ketua"), holding("b", "Rahmat", "Ketua")])) == 2


HOLDERS_OF_ONE_POST = [
    ("Rahmat Santika", "Siti Rahayu"),
    ("Rahmat Santika", "Rahmat Hidayat"),
    ("Budi Ari Setiawan", "Budi Arya Setiadi"),
    ("Andi Wijaya", "Andri Wijaja"),
    ("Ali Rahman", "Adi Rahman"),
]


@pytest.mark.parametrize(("left", "right"), HOLDERS_OF_ONE_POST)
def test_who_comes_after_somebody_in_a_post_is_somebody_else(left: str, right: str, holding: Make) -> None:
    assert len(people([holding("a", left, MINISTER), holding("b", right, MINISTER)])) == 2


BESIDE: dict[str, tuple[Held, Held, int]] = {
    "a minister and a party's leader": ((MINISTER,), ("Ketua Umum", "Partai Amanat Nasional"), 1),
    "a minister and a club's leader": ((MINISTER,), ("Ketua Umum", "Klub Catur Maju"), 2),
    "a commission and a party": (
        ("Wakil Ketua", "Dewan Perwakilan Rakyat"),
        ("Wakil Ketua Umum", "Partai Amanat Nasional"),
        1,
    ),
    "members of parliament and party": (("Anggota", "DPR RI"), ("Anggota", "Partai Amanat Nasional"), 2),
    "posts of one body, one said in short": (
        ("Direktur Penyakit Tidak Menular", "Kementerian Kesehatan"),
        ("Direktur Pencegahan Penyakit Tidak Menular", "Kementerian Kesehatan"),
        1,
    ),
    "a governor, and no more": (("Gubernur",), ("Gubernur Bali", None, "51"), 1),
    "a governor, and a mayor": (("Gubernur",), ("Wali Kota Denpasar", None, "51.71"), 2),
    "a land's premier, with and without the land": (("Perdana Menteri",), ("Perdana Menteri Australia",), 1),
}


@pytest.mark.parametrize(("left", "right", "count"), BESIDE.values(), ids=BESIDE)
def test_namesakes_whose_posts_go_together(left: Held, right: Held, count: int, holding: Make) -> None:
    assert len(people([holding("a", "Santika Wulung", *left), holding("b", "Santika Wulung", *right)])) == count


@pytest.mark.parametrize(
    ("former", "post", "count"), [(True, "Presiden", 1), (False, "Presiden", 2), (True, "Ketua", 2)]
)
def test_who_heads_the_land_was_something_before(former: bool, post: str, count: int, holding: Make) -> None:
    mayor = holding("a", "Santika Prasetyo", "Wali Kota Tegal", None, "33.76", former=former)
    assert len(people([mayor, holding("b", "Santika Prasetyo", post)])) == count


def test_one_word_is_whom_some_articles_call_so_in_the_same_company(telling: Make, both: Make) -> None:
    told = [telling(str(i), "Santika Wulung", "Wulung", "Ketua Umum") for i in range(3)]
    beside = [both(name, "Santika Wulung" if name == "x" else "Wulung", "Rahmat Jaya") for name in "xy"]
    assert len(people([*told, *beside])) == 2
    assert len(people([*told, both("y", "Wulung", "Rahmat Jaya")])) == 3


WORDS = ("Wulung", "Santika")


def test_one_word_is_whom_many_articles_call_so(telling: Make, naming: Make) -> None:
    told = [telling(str(i), "Santika Wulung", "Wulung", "Menteri Agama") for i in range(6)]
    assert len(people([*told, naming("one", Kind.PERSON, "Wulung")])) == 1
    assert len(people([*told[:3], naming("one", Kind.PERSON, "Wulung")])) == 2


def test_two_words_for_one_person_do_not_contradict_each_other(telling: Make, naming: Make) -> None:
    told = [telling(f"{word}{i}", "Santika Wulung", word, "Menteri Agama") for i in range(6) for word in WORDS]
    assert len(people([*told, *(naming(word, Kind.PERSON, word) for word in WORDS)])) == 1


def test_a_headline_beside_the_whole_name(telling: Make, both: Make) -> None:
    told = [telling(str(i), "Santika Wulung", "Santika", "Menteri Agama") for i in range(6)]
    assert len(people([*told, both("one", "Santika Wulung", "Santika Peringatkan")])) == 1


def test_one_word_that_several_are_called_is_none_of_them(telling: Make, naming: Make) -> None:
    told = [telling(str(i), "Santika Wulung", "Wulung", "Menteri Agama") for i in range(6)]
    others = [telling(f"x{i}", "Ratri Wulung", "Wulung", "Ketua") for i in range(2)]
    assert len(people([*told, *others, naming("one", Kind.PERSON, "Wulung")])) > len(people([*told, *others]))


def test_a_word_that_many_bear_is_one_whom_all_know(telling: Make, naming: Make) -> None:
    for post, count in (("Menteri Agama", 1), ("Kepala Dinas", 2)):
        told = [telling(str(i), "Wulung Prasetyo", "Prasetyo", post) for i in range(6)]
        assert len(people([*told, naming("one", Kind.PERSON, "Prasetyo")])) - len(people(told)) == count - 1


def test_one_word_with_double_letters_and_without(both: Make) -> None:
    assert len(people([both("a", "Santikawatti", "Santikawati")])) == 1
    assert len(people([both("a", "Suryadi", "Suryani")])) == 2
    assert len(people([both("a", "Rahman Akil", "Rahman Aqil")])) == 1


REGIONS = {
    "apart": ("Dinas Kesehatan Kota Bogor", "32.71", "Dinas Kesehatan Kota Tegal", "33.76", 2),
    "the same body": ("Dinas Kesehatan Kota Bogor", "32.71", "Dinkes Kota Bogor", "32.71", 1),
    "two posts in one region": ("Dinas Kesehatan Kota Bogor", "32.71", "Dinas Sosial Kota Bogor", "32.71", 2),
    "one inside the other": ("Dinas Kesehatan Kota Tegal", "33.76", "Dinas Kesehatan Provinsi Jawa Tengah", "33", 2),
}


@pytest.mark.parametrize(("left", "here", "right", "there", "count"), REGIONS.values(), ids=REGIONS)
def test_namesakes_with_posts_in_regions(
    left: str, here: str, right: str, there: str, count: int, holding: Make
) -> None:
    told = [
        holding("a", "Rahmat Santika", "Kepala", left, here),
        holding("b", "Rahmat Santika", "Kepala", right, there),
    ]
    assert len(people(told)) == count


def test_namesakes_apart_stay_apart_with_a_third_article_that_names_no_region(holding: Make, naming: Make) -> None:
    told = [
        holding("a", "Rahmat Santika", "Kepala", "Dinas Kesehatan Kota Bogor", "32.71"),
        holding("b", "Rahmat Santika", "Kepala", "Dinas Kesehatan Kota Tegal", "33.76"),
        naming("c", Kind.PERSON, "Rahmat Santika"),
    ]
    members = {member[0]: entity.key for entity in people(told) for member in entity.members}
    assert members["a"] != members["b"]


def test_the_fullest_form_is_the_label_and_the_others_stay(holding: Make) -> None:
    (person,) = people([holding("a", "Siti Rahayu", MINISTER), holding("b", "Siti Rahayu Wulandari", MINISTER)])
    assert (person.label, person.forms) == ("Siti Rahayu Wulandari", ("Siti Rahayu",))


ALIKE = {
    ("Rahmat", "Rahmat"): "same-word",
    ("Siti Rahayu", "Siti Rahayu Wulandari"): "longer-name",
    ("Siti Wulandari", "Siti Rahayu Wulandari"): "longer-name",
    ("Siti", "Siti Rahayu"): "part-of-name",
    ("Afifudin", "Moch Affifuddin"): "part-misspelt",
    ("Suryani", "Budi Suryadi"): "part-misspelt",
    ("Budi", "Budi Suryadi"): "part-of-name",
    ("Bude", "Budi Suryadi"): "names-apart",
    ("Ghufron", "Ali Gufron Santika"): "part-of-name",
    ("Pras", "Prasetyo Hadi"): "begins-word",
    ("Prasetyo", "Hadi"): "other-word",
    ("Rahayu Wulandari", "Siti Rahayu Wulandari"): "first-left-out",
    ("Wulandari", "Siti Rahayu Wulandary"): "part-misspelt",
    ("Siti Tarmidzi", "Siti Tarmizi"): "sounds-same",
    ("Syarifudin Lubis", "Syaripudin Lubis"): "sounds-same",
    ("Budi Ari Setiawan", "Budi Arie Setiawan"): "spelling",
    ("Andi Wijaya", "Andi Widjaja"): "variant",
    ("Budi Ari Setiawan", "Budi Arie Setiadi"): "names-apart",
    ("Ali Rahman", "Adi Rahman"): "names-apart",
    ("Andi Rahman", "Anto Rahman"): "names-apart",
    ("Rahmat S", "Rahmat T"): "names-apart",
    ("Rahmat Santika", "Siti Rahayu"): "names-apart",
}


@pytest.mark.parametrize(("names", "rule"), ALIKE.items(), ids=map(" / ".join, ALIKE))
def test_alike_works_both_ways(names: tuple[str, str], rule: str) -> None:
    a, b = map(name_words, names)
    assert relation(a, b) == relation(b, a) == rule
