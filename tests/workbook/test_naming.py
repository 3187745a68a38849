"""Which article each source is, whatever the order and the folder of the sources."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg.workbook import Source
from kg.workbook.naming import naming

ONE, TWO = "a" * 64, "b" * 64


def source(place: str, name: str, text: str) -> Source:
    return Source(place, place, 1, 1, name, text, text)


CASES = {
    "nothing": ([], []),
    "two texts": ([("/x/b", "b", TWO), ("/x/a", "a", ONE)], [("a", "/x/a", []), ("b", "/x/b", [])]),
    "a copy under another name": ([("/x/b", "b", ONE), ("/x/a", "a", ONE)], [("a", "/x/a", ["/x/b"])]),
    "a copy in another folder": ([("/y/a", "a", ONE), ("/x/a", "a", ONE)], [("a", "/x/a", ["/y/a"])]),
    "two texts of one name": (
        [("/y/a", "a", TWO), ("/x/a", "a", ONE)],
        [("a-aaaaaaaa", "/x/a", []), ("a-bbbbbbbb", "/y/a", [])],
    ),
    "two texts of one name, one of them a copy of a better one": (
        [("/x/b", "b", ONE), ("/y/b", "b", TWO), ("/x/a", "a", ONE)],
        [("a", "/x/a", ["/x/b"]), ("b", "/y/b", [])],
    ),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_naming(given: list[tuple[str, str, str]], expected: list[tuple[str, str, list[str]]]) -> None:
    for order in permutations([source(*one) for one in given]):
        found = [(one.id, one.source.place, [copy.place for copy in one.copies]) for one in naming(order)]
        assert found == expected
