"""Names as people type them: case, acronyms, slips; several candidates, and none."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.errors import KgError
from kg.questions.names import Names

MEANT = {
    "as it is": ("person", "Budi Santoso", "person/budi-santoso", False),
    "in any case": ("person", "BUDI santoso", "person/budi-santoso", False),
    "without its marks": ("person", "andre wijaya", "person/andre", False),
    "another form": ("person", "B Raharjo", "person/budi-raharjo", False),
    "the end of an IRI": ("person", "person/budi-raharjo", "person/budi-raharjo", False),
    "an IRI": ("person", "<https://w3id.org/jejaring/id/person/andre>", "person/andre", False),
    "an IRI that has been replaced": ("person", "person/b-santoso", "person/budi-santoso", False),
    "an acronym of the graph": ("institution", "perhumas", "institution/perhumas", False),
    "an acronym of the lexicon": ("institution", "Kemenkeu", "institution/kemenkeu", False),
    "a head of the lexicon": ("institution", "Pemkot Depok", "institution/depok", False),
    "a post with its head short": ("role", "Dirjen Pajak", "role/dirjen", False),
    "a post and its institution": ("role", "Ketua Perhimpunan Humas", "role/perhumas/ketua", False),
    "a post and its institution's acronym": ("role", "ketua iprahumas", "role/iprahumas/ketua", False),
    "a slip": ("person", "Budi Santosa", "person/budi-santoso", True),
    "letters that changed places": ("person", "Bandnug Bondowoso", "person/bandung", True),
    "a slip in an institution": ("institution", "Kementerian Keungan", "institution/kemenkeu", True),
    "a class has its own names": ("place", "bandung", "place/bandung", False),
    "a label before another form": ("entity", "Bandung", "place/bandung", False),
    "a letter away from another": ("person", "Rina Astuti", "person/rina-astuti", False),
    "an article by its identifier": ("article", "a-17", "article/a-17", False),
    "an article by its headline": ("article", "humas harus sigap", "article/a-17", False),
}


@pytest.mark.parametrize(("kind", "text", "tail", "guessed"), MEANT.values(), ids=MEANT)
def test_a_name_means(kind: str, text: str, tail: str, guessed: bool, confusing: Graph) -> None:
    meant = Names(confusing, [kind]).meant(text)
    assert (meant.iri, meant.guessed) == (f"https://w3id.org/jejaring/id/{tail}", guessed)


REFUSED = {
    "a form of two": ("person", "Budi", ["may be any of 2", "Budi Raharjo (id/person/budi-raharjo)", "Budi Santoso"]),
    "a post of two institutions": ("role", "ketua", ["Ketua · Ikatan Pranata Humas", "role/perhumas/ketua"]),
    "as near to two": ("person", "Rino Astuti", ["Rina Astuti", "Rini Astuti"]),
    "nothing like it": ("person", "Citra Lestari", ["no person is called 'Citra Lestari'"]),
    "near, but too far": ("person", "Budi Setiawan", ["nearest: ", "Budi Santoso"]),
    "too short for a slip": ("person", "Bud", ["no person"]),
    "of another class": ("institution", "Bandung", ["no institution"]),
    "an IRI that is not there": ("person", "person/citra", ["no person"]),
    "nothing": ("person", "", ["no person"]),
}


@pytest.mark.parametrize(("kind", "text", "says"), REFUSED.values(), ids=REFUSED)
def test_no_name_is_taken_by_chance(kind: str, text: str, says: list[str], confusing: Graph) -> None:
    with pytest.raises(KgError) as caught:
        Names(confusing, [kind]).meant(text)
    line = str(caught.value)
    assert "\n" not in line and not [part for part in says if part not in line]


def test_a_candidate_that_is_named_can_be_said(confusing: Graph) -> None:
    names = Names(confusing, ["role"])
    assert names.meant("Ketua · Ikatan Pranata Humas") == names.meant("id/role/iprahumas/ketua")
