"""The page's text: nothing in it leads out, nothing in its data can end its element."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Knowledge
from kg.page.payload import payload
from kg.page.views import views
from kg.pipeline import Build
from tests.page.pages import contents_of
from tests.page.pages import page_of_knowledge as render


class Elements(HTMLParser):
    """The elements of a page: tags with their attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag in self.texts:
            self.texts[tag].append("")

    def handle_data(self, data: str) -> None:
        tag = self.tags[-1][0] if self.tags else ""
        if tag in self.texts:
            self.texts[tag][-1] += data


@pytest.fixture(scope="module")
def page(knowledge: Knowledge) -> str:
    return render(knowledge)


def test_no_address_stands_in_it(seeds_build: Build, page: str) -> None:
    assert [re.findall(r"https?://\S{,40}", text) for text in (seeds_build.page, page)] == [[], []]


LEADING = {"src", "href", "srcset", "action", "formaction", "poster", "data", "background", "ping", "manifest"}


def test_no_attribute_leads_anywhere(page: str) -> None:
    attributes = {name for _, attributes in Elements(page).tags for name in attributes}
    assert attributes & LEADING == set()


def test_no_element_loads_anything(page: str) -> None:
    assert {tag for tag, _ in Elements(page).tags} & {
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "video",
    } == set()


@pytest.mark.parametrize(
    "call",
    [
        r"\bfetch\(",
        r"\bimport\b",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "innerHTML",
        r"\beval\(",
        "document.write",
    ],
)
def test_its_own_script_neither_asks_nor_evaluates(call: str, page: str) -> None:
    assert not re.search(call, Elements(page).texts["script"][-1])


@pytest.mark.parametrize("call", [r"url\(", "@import"])
def test_its_style_loads_nothing(call: str, page: str) -> None:
    assert not re.search(call, "".join(Elements(page).texts["style"]))


def policy(page: str) -> dict[str, list[str]]:
    (content,) = (one["content"] for tag, one in Elements(page).tags if tag == "meta" and "http-equiv" in one)
    parts = [part.split() for part in (content or "").split(";")]
    return {name: values for name, *values in parts}


def test_a_policy_forbids_all_that_is_not_needed(page: str) -> None:
    rules = policy(page)
    assert rules["default-src"] == rules["connect-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"]
    assert set(rules["img-src"]) <= {"data:", "blob:", "'none'"}
    assert "'unsafe-inline'" not in rules["script-src"] and "'unsafe-eval'" not in rules["script-src"]


def test_the_policy_lets_exactly_the_pages_own_scripts_run(page: str) -> None:
    code = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in code]
    assert policy(page)["script-src"] == hashes and len(hashes) == 2


def test_it_is_small(seeds_build: Build) -> None:
    assert len(seeds_build.page.encode()) < 1_000_000


def data(page: str) -> object:
    elements = Elements(page)
    ids = [one.get("id") for tag, one in elements.tags if tag == "script"]
    return json.loads(elements.texts["script"][ids.index("data")])


def told(knowledge: Knowledge) -> object:
    """What the page's script is to read, as JSON has it."""
    whole = contents_of(knowledge)
    made = payload(whole, views(whole))
    return json.loads(json.dumps({name: value for name, value in made.items() if name not in ("first", "sums")}))


def test_the_data_is_the_knowledge(page: str, knowledge: Knowledge) -> None:
    assert data(page) == told(knowledge)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(
    ["</script>", "<!--", "-->", "]]>", "<script", "&lt;", "\u2028", "\\u003c", '"', "</SCRIPT >"]
)


def test_no_letter_of_the_data_can_mean_anything_to_a_browser(by_hand: Callable[..., Knowledge]) -> None:
    page = render(by_hand(label="</script ><!--<script>&lt;]]>\u2028\u2029"))
    parts = re.findall(r'<script id="\w+" type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert len(parts) == 3 and not re.search("[<>&\u2028\u2029]", "".join(parts))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_any_label_comes_back_from_the_page(by_hand: Callable[..., Knowledge], label: str) -> None:
    made = by_hand(label=label)
    assert data(render(made)) == told(made)


def test_the_same_knowledge_gives_the_same_text(knowledge: Knowledge, page: str) -> None:
    assert render(knowledge) == page


def test_nothing_at_all_is_a_page_too() -> None:
    assert data(render(Knowledge((), (), (), (), ())))
