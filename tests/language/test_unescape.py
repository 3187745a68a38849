"""HTML entities in plain text, and the way back to the text as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.unescape import plain

DECODED = {
    "once": ("Riset &amp; Teknologi", "Riset & Teknologi"),
    "twice": ("Riset &amp;amp; Teknologi", "Riset & Teknologi"),
    "four times": ("&amp;amp;amp;quot;", '"'),
    "by name": ("&ldquo;Siap&rdquo;", "“Siap”"),
    "by name, twice": ("Jakarta &amp;ndash; Rapat", "Jakarta – Rapat"),
    "by number": ("&#8220;Siap&#8221;", "“Siap”"),
    "by hexadecimal number": ("Jum&#x2019;at", "Jum’at"),
    "a hard space is a space": ("Rahmat&nbsp;Santika", "Rahmat Santika"),
    "an escaped apostrophe": (r"Jum\'at", "Jum'at"),
    "one that no encoding holds": ("&#xD800;", "\ufffd"),
}


@pytest.mark.parametrize(("text", "decoded"), DECODED.values(), ids=DECODED)
def test_decoded(text: str, decoded: str) -> None:
    assert plain(text).text == decoded


@pytest.mark.parametrize("text", ["", "AT&T", "Riset & Teknologi", "&tidakada;", "R&D;", "a\\b", "&amp", "&;", "&#;"])
def test_as_it_was(text: str) -> None:
    assert plain(text).text == text


def origin(text: str, part: str) -> str:
    """What stands in the text where the decoded text has the part."""
    start = plain(text).text.index(part)
    begin, end = plain(text).origin(start, start + len(part))
    return text[begin:end]


BACK = {
    "before": ("Rahmat &amp; Dewi", "Rahmat", "Rahmat"),
    "behind": ("Rahmat &amp; Dewi", "Dewi", "Dewi"),
    "around": ("Riset &amp;amp; Teknologi hadir", "Riset & Teknologi", "Riset &amp;amp; Teknologi"),
    "itself": ("Riset &amp;amp; Teknologi", "&", "&amp;amp;"),
    "neighbours": ("&ldquo;&ldquo;Siap", "“Siap", "&ldquo;Siap"),
    "part of one that stands for two letters": ("&fjlig;ord", "f", "&fjlig;"),
    "the end of one that stands for two letters": ("&fjlig;ord", "jord", "&fjlig;ord"),
}


@pytest.mark.parametrize(("text", "part", "written"), BACK.values(), ids=BACK)
def test_the_way_back(text: str, part: str, written: str) -> None:
    assert origin(text, part) == written


PIECES = [
    "Rahmat",
    " ",
    "&",
    ";",
    "amp;",
    "&amp;",
    "&quot;",
    "&nbsp;",
    "&#39;",
    "&#1;",
    "&ndash;",
    "\\'",
    "\n",
    "“",
    "&fjlig;",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text(), st.data())
def test_every_stretch_leads_back_to_what_it_was_decoded_from(text: str, data: st.DataObject) -> None:
    found = plain(text)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    begin, behind = found.origin(start, end)
    assert 0 <= begin <= behind <= len(text)
    assert found.text[start:end] in plain(text[begin:behind]).text
