"""What is one across the five seeds, and why."""

from __future__ import annotations

import pytest

from kg.model import Entity, Kind
from kg.pipeline import Build


@pytest.fixture(scope="module")
def known(seeds_build: Build) -> dict[str, list[Entity]]:
    """The entities by each of their names."""
    found: dict[str, list[Entity]] = {}
    for entity in seeds_build.knowledge.entities:
        for form in {entity.label, *entity.forms}:
            found.setdefault(form, []).append(entity)
    return found


ONE = {
    "a ministry": (Kind.INSTITUTION, "Kementerian Komunikasi dan Informatika", ["Kemenkominfo", "Kementerian Kominfo"]),
    "its minister's post": (Kind.ROLE, "Menteri Komunikasi dan Informatika", ["Menkominfo"]),
    "a minister, misspelt in one article": (Kind.PERSON, "Budi Arie Setiadi", ["Budi Ari Setiadi", "Budi"]),
    "a director general": (Kind.PERSON, "Usman Kansong", ["Usman"]),
    "an association": (Kind.INSTITUTION, "Perhimpunan Hubungan Masyarakat Indonesia", ["Perhumas"]),
    "a coordinating board": (Kind.INSTITUTION, "Badan Koordinasi Hubungan Masyarakat", ["Bakohumas"]),
}


@pytest.mark.parametrize(("kind", "label", "forms"), ONE.values(), ids=ONE)
def test_all_names_of_a_thing_lead_to_one_node(
    kind: Kind, label: str, forms: list[str], known: dict[str, list[Entity]]
) -> None:
    found = {entity.key for form in (label, *forms) for entity in known[form] if entity.kind == kind}
    assert len(found) == 1
    assert [entity.label for entity in known[label] if entity.kind == kind] == [label]


def test_a_merge_by_less_than_a_name_says_why(known: dict[str, list[Entity]]) -> None:
    (minister,) = known["Budi Arie Setiadi"]
    assert any("spelling" in why and "menteri-komunikasi-dan-informatika" in why for why in minister.why)
