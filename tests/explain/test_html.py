"""The page: the article's text and nothing it could do, colours of the shared table, and a browser that uses it.

`tests/golden/explain-html.txt` shows the markup of the sample. Where that has changed for good,
`python tests/explain/test_html.py` writes it anew.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.classes import classes
from kg.explain import as_html
from kg.explain.safe import visible
from kg.model import Article, Extraction, Kind, Mention, Referent, Span, Statement

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

GOLDEN = Path(__file__).parent.parent / "golden" / "explain-html.txt"
NOTES = ["not UTF-8, read as Windows-1252"]
HOSTILE = "</script><script>window.hit=1</script>\"><img src=x onerror=window.hit=1>'&amp;\u202e\x1b[31m{{7*7}}"


class Reader(HTMLParser):
    """Collects the article's text, and every element and attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.reading = False
        self.elements: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.reading = self.reading or ("class", "text") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.reading = self.reading and tag != "p"

    def handle_data(self, data: str) -> None:
        self.text += data if self.reading else ""


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def body(said: Extraction) -> str:
    page = as_html(said, NOTES)
    return page[page.index("<header>") : page.index("<script>")]


def hostile(sample: Extraction) -> Extraction:
    """The sample with its sharpest possible names, and its text full of them."""
    article = replace(
        sample.article,
        id=HOSTILE,
        text=sample.article.text.replace("\n", f" {HOSTILE}\n"),
        **dict.fromkeys(("headline", "publisher", "author", "editor", "url", "dateline"), HOSTILE),
    )
    referents = tuple(replace(one, label=HOSTILE, forms=(HOSTILE,)) for one in sample.referents)
    statements = tuple(replace(one, part=HOSTILE) for one in sample.statements)
    return Extraction(article, referents, sample.mentions, statements)


def test_the_sample_looks_as_it_should(sample: Extraction) -> None:
    assert body(sample) == GOLDEN.read_text(encoding="utf-8")


def test_the_same_gives_the_same(sample: Extraction) -> None:
    assert as_html(sample) == as_html(sample)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_without_its_marks_it_is_the_text(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab .,<>&\"'K\n\r\t\u00a0é\x1b\u202e\0{}%"), max_size=80))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    named, said, prose = (data.draw(st.lists(places, max_size=5)) for _ in range(3))
    article = Article("a", text, "0", tuple(Span(*place) for place in prose))
    mentions = tuple(Mention(*place, Kind.PLACE, 0) for place in sorted(named))
    statements = tuple(Statement(0, "heldAt", 0, *place, "rule", 0.5) for place in sorted(said) if text)
    page = as_html(Extraction(article, (Referent(Kind.PLACE, "b"),), mentions, statements))
    assert read(page).text == visible(text)


def test_what_is_hostile_stays_text(sample: Extraction) -> None:
    said = hostile(sample)
    plain, sharp = read(as_html(sample)), read(as_html(said))
    assert sharp.text == visible(said.article.text)
    assert sharp.elements == plain.elements and sharp.attributes == plain.attributes
    assert "\x1b" not in as_html(said) and "49" not in sharp.text


def test_the_policy_names_exactly_what_the_page_carries(sample: Extraction) -> None:
    page = as_html(sample)
    for name in ("style", "script"):
        (inside,) = re.findall(rf"<{name}>(.*?)</{name}>", page, flags=re.DOTALL)
        assert f"{name}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in page
    assert "default-src 'none'" in page and "unsafe" not in page
    assert not re.search(r"https?:|//[a-z]|\bstyle=|\bon\w+=|javascript:|@import|url\(", page)


def test_colours_are_those_of_the_table(sample: Extraction) -> None:
    page = as_html(sample)
    assert all(f".{name} {{ --colour: {look['colour']}; }}" in page for name, look in classes().items())


def test_both_languages_stand_there(sample: Extraction) -> None:
    page = as_html(sample)
    for look in (classes()[kind] for kind in {mention.kind for mention in sample.mentions}):
        assert f'{look["id"]} <span lang="en">{look["en"]}</span>' in page
    assert 'disangkal <span lang="en">negated</span>' in page


def test_an_article_without_anything_is_shown_all_the_same() -> None:
    assert read(as_html(kg.extract("Tidak ada apa-apa."))).text == "Tidak ada apa-apa."
    assert read(as_html(kg.extract(""))).text == ""


def opened(browser: Browser, page: str, tmp_path: Path, scheme: str = "light") -> tuple[Page, list[str]]:
    """The page from its file, and all that it complains of or asks for."""
    file = tmp_path / "explain.html"
    file.write_text(page, encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1200, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    tab.set_default_timeout(5000)
    heard: list[str] = []
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("request", lambda request: heard.append(request.url) if request.url != file.as_uri() else None)
    tab.goto(file.as_uri())
    return tab, heard


def lit(tab: Page) -> str:
    return "".join(tab.locator(".lit").all_text_contents())


def test_a_click_lights_what_a_statement_rests_on(browser: Browser, sample: Extraction, tmp_path: Path) -> None:
    tab, heard = opened(browser, as_html(sample), tmp_path)
    for number, statement in enumerate(sample.statements, 1):
        tab.locator(f"#s{number} button").click()
        assert lit(tab) == sample.article.text[statement.start : statement.end]
        assert tab.locator(f"#s{number} button").get_attribute("aria-pressed") == "true"
        assert tab.locator("[aria-pressed=true]").count() == 1
    tab.keyboard.press("Escape")
    tab.mouse.move(0, 0)
    assert lit(tab) == "" and heard == []


def test_pointing_lights_it_while_it_lasts(browser: Browser, sample: Extraction, tmp_path: Path) -> None:
    tab, _ = opened(browser, as_html(sample), tmp_path)
    tab.hover("#s2")
    assert lit(tab) == "Menteri Perhubungan Rahmat Santika"
    assert tab.locator(".named").count() == 3, "its ends, wherever they are named"
    tab.mouse.move(0, 0)
    assert lit(tab) == ""


def test_a_click_on_the_text_leads_to_its_statements_in_turn(
    browser: Browser, sample: Extraction, tmp_path: Path
) -> None:
    tab, _ = opened(browser, as_html(sample), tmp_path)
    shared = tab.locator("[data-evidence='1 2']", has_text="Menteri Perhubungan")
    pinned = []
    for _ in range(3):
        shared.click()
        pinned.append(tab.locator(".on").get_attribute("id"))
    assert pinned == ["s1", "s2", "s1"]


def test_the_keyboard_is_enough(browser: Browser, sample: Extraction, tmp_path: Path) -> None:
    tab, _ = opened(browser, as_html(sample), tmp_path)
    tab.keyboard.press("Tab")
    assert lit(tab) == "Menteri Perhubungan"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.locator("#s2 button").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_name_can_be_told_from_the_ground(browser: Browser, sample: Extraction, tmp_path: Path, scheme: str) -> None:
    tab, _ = opened(browser, as_html(sample), tmp_path, scheme)
    tag = "getComputedStyle(document.querySelector('main .Person .tag'), '::after').content"
    assert tab.evaluate(tag) == '"orang"'
    ground, name = (
        tab.evaluate(f"getComputedStyle(document.querySelector('{where}')).backgroundColor")
        for where in ("body", "main .Person")
    )
    assert ground != name
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_text_runs_nothing(browser: Browser, sample: Extraction, tmp_path: Path) -> None:
    tab, heard = opened(browser, as_html(hostile(sample)), tmp_path)
    tab.locator("#s1 button").click()
    assert tab.evaluate("window.hit") is None
    assert tab.title().startswith("</script><script>window.hit=1</script>")
    assert heard == []


if __name__ == "__main__":
    from conftest import SAMPLE

    GOLDEN.write_text(body(SAMPLE), encoding="utf-8")
