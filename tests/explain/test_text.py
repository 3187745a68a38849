"""The text: what a person sees, in a pipe and in colour.

`tests/golden/explain-text.txt` shows the sample. Where that has changed for good, `python tests/explain/test_text.py`
writes it anew.
"""

from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

import kg
from kg.classes import classes
from kg.explain import as_text
from kg.explain.marks import blocks
from kg.explain.safe import visible
from kg.explain.text import marked
from kg.model import Article, Extraction, Kind, Mention, Referent, Span
from kg.terminal import plain

GOLDEN = Path(__file__).parent.parent / "golden" / "explain-text.txt"
NOTES = ["not UTF-8, read as Windows-1252"]
MARKS = re.compile(rf"\[…?|…?\|(?:{'|'.join(Kind)})\]|‹…?|…?›")
COLOURS = re.compile(r"\x1b\[[\d;]*m")


def shown(said: Extraction) -> str:
    return plain(as_text(said, NOTES))


def coloured(said: Extraction) -> str:
    console = Console(file=StringIO(), width=100, force_terminal=True, color_system="truecolor", highlight=False)
    with console.capture() as capture:
        console.print(as_text(said, NOTES))
    return capture.get()


def test_the_sample_looks_as_it_should(sample: Extraction) -> None:
    assert shown(sample) == GOLDEN.read_text(encoding="utf-8")


@settings(max_examples=60)
@given(st.data())
def test_without_its_marks_it_is_the_text(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab .,“K\n\t\u00a0<é\x1b\u202e"), max_size=80))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    named, body = data.draw(st.lists(places, max_size=6)), data.draw(st.lists(places, max_size=3))
    article = Article("a", visible(text), "0", tuple(Span(*place) for place in body))
    mentions = tuple(Mention(*place, Kind.PLACE, 0) for place in sorted(named))
    said = Extraction(article, (Referent(Kind.PLACE, "b"),), mentions, ())
    lines = [MARKS.sub("", marked(said, block).plain).split() for block in blocks(said)]
    assert [word for line in lines for word in line] == visible(text).split()


def test_colour_changes_no_word(sample: Extraction) -> None:
    lines = COLOURS.sub("", coloured(sample)).splitlines()
    assert [line.rstrip() for line in lines] == shown(sample).splitlines()


def test_each_class_has_its_colour_from_the_table(sample: Extraction) -> None:
    screen = coloured(sample)
    for kind in {mention.kind for mention in sample.mentions}:
        colour = classes()[kind]["colour"]
        ground = ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        assert re.search(rf"\x1b\[[\d;]*48;2;{ground}m{kind}\x1b", screen)


@pytest.mark.parametrize("kind", classes())
def test_a_tag_can_be_read_on_its_colour(kind: str) -> None:
    from kg.explain.text import _tag

    _, style = _tag(kind)
    assert style.color and style.bgcolor and style.color.triplet and style.bgcolor.triplet
    light, dark = sorted(map(luminance, (style.color.triplet, style.bgcolor.triplet)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (
        (part / 255 / 12.92) if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_no_command_of_the_article_reaches_the_terminal(sample: Extraction) -> None:
    bad = "\x1b]0;mine\x07\x1b[2J\x9b31m\u202e\r"
    text = sample.article.text.replace("SEMARANG (", bad)
    assert len(bad) >= len("SEMARANG (")
    label = replace(sample.referents[1], label=f"Rahmat{bad}")
    article = replace(sample.article, id=bad, text=text, headline=bad, editor=bad)
    hostile = replace(sample, article=article, referents=(sample.referents[0], label, *sample.referents[2:]))
    for screen in (shown(hostile), COLOURS.sub("", coloured(hostile))):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", screen)
        assert "␛]0;mine␇" in screen


def test_marks_of_the_console_are_plain_words(sample: Extraction) -> None:
    loud = replace(sample.article, headline="[bold red]Tajuk[/] :smile:")
    assert "[bold red]Tajuk[/] :smile:" in shown(replace(sample, article=loud))


def test_an_article_without_anything_is_shown_all_the_same() -> None:
    assert "Tidak ada apa-apa di sini." in shown(kg.extract("Tidak ada apa-apa di sini."))
    assert shown(kg.extract("")).startswith("article")


def test_what_is_extracted_is_what_is_shown(article: str) -> None:
    screen = shown(kg.extract(article))
    assert "[Rahmat Santika|Person]" in screen and "|Role]" in screen
    assert re.search(r"Rahmat Santika — memegang jabatan → Menteri Perhubungan", screen)
    assert "Rahmat Santika — mengatakan → “Humas harus sigap dan terbuka kepada masyarakat,”" in screen


if __name__ == "__main__":
    from conftest import SAMPLE

    GOLDEN.write_text(shown(SAMPLE), encoding="utf-8")
