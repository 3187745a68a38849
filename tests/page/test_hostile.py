"""Labels and sentences that would like to be code: they are shown as they are, and run nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Article, Claim, Entity, Fact, Kind, Knowledge, Status
from tests.page.pages import page_of_knowledge

Open = Callable[[str], Any]

HOSTILE = {
    "a script": "<script>window.ran=1;alert(1)</script>",
    "the end of a script": "</script><script>window.ran=1;alert(1)</script>",
    "the end of a script, with space": "</script ><script >window.ran=1</script >",
    "a comment in a script": "<!--<script>window.ran=1",
    "an image behind a quote mark": '"><img src=x onerror="window.ran=1;alert(1)">',
    "an image with an address": "<img src=https://jahat.example/a.png>",
    "a link that is code": '<a href="javascript:window.ran=1">javascript:window.ran=1</a>',
    "the letters href": "href",
    "a template": "{{ 7 * 7 }}{% raw %}${window.ran=1}",
    "a frame": '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
    "a style": "</style><style>*{display:none}</style>",
    "entities": "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "marks of direction": "Rahmat \u202egnitnas\u202c \u2066x\u2069",
    "separators of lines": "Rahmat\u2028Santika\u2029Putra",
    "a backslash": "Rahmat\\Santika\\u003c\\",
    "ten thousand letters": "Rahmat " * 1400 + "x" * 200,
}


def person(number: int, label: str) -> Entity:
    return Entity(f"person/p{number:02}", Kind.PERSON, label, (f"Juga {label}",), ())


def holding(number: int, label: str, text: str) -> Fact:
    start = text.index(label)
    claim = Claim("jahat", start, start + len(label), label, "by-hand", 0.9, Status.ASSERTED)
    return Fact(f"person/p{number:02}", "holds", "role/jabatan", (claim,))


@pytest.fixture(scope="module")
def hostile(open_page: Open) -> Any:
    """One page with all of them: as persons' names, as other names, as a headline, in sentences, as a post's name."""
    labels = list(HOSTILE.values())
    text = "\n".join(f"Kata {label} kemarin." for label in labels)
    everything = " ".join(labels[:-1])
    article = Article("jahat", text, "0" * 64, (), headline=everything)
    post = Entity("role/jabatan", Kind.ROLE, everything, (), ())
    people = [person(number, label) for number, label in enumerate(labels)]
    facts = [holding(number, label, text) for number, label in enumerate(labels)]
    return open_page(page_of_knowledge(Knowledge((article,), (*people, post), tuple(facts), (), ())))


def harmless(opened: Any) -> bool:
    """Whether nothing ran, was logged, asked for or made of what the page was given."""
    made = opened.page.locator("body *:is(img, iframe, a, style, object), body script:not(body > script)").count()
    asked = [address.rpartition("/")[2] for address in opened.requests]
    return opened.page.evaluate("window.ran === undefined") and made == 0 and (opened.noise, asked) == ([], ["kg.html"])


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=HOSTILE)
def test_it_is_shown_as_it_is_and_runs_nothing(number: int, hostile: Any) -> None:
    label = list(HOSTILE.values())[number]
    hostile.page.evaluate("(at) => jejaring.select(at)", number)
    assert hostile.page.text_content("#panel h2") == label
    assert hostile.page.text_content("#panel .forms") == f"Juga: Juga {label}"
    assert hostile.page.locator("#panel mark").all_text_contents() == [label]
    assert harmless(hostile)


@pytest.mark.parametrize("name", ["a script", "an image behind a quote mark", "the letters href"])
def test_a_tooltip_shows_it_as_it_is_and_runs_nothing(name: str, hostile: Any) -> None:
    number = list(HOSTILE).index(name)
    hostile.page.evaluate("(at) => jejaring.select(at)", number)
    hostile.page.mouse.move(*hostile.node(HOSTILE[name]))
    hostile.page.wait_for_function(
        "(t) => document.querySelector('.vis-tooltip')?.textContent.startsWith(t)", arg=HOSTILE[name]
    )
    assert harmless(hostile)


def test_search_lists_it_as_it_is_and_runs_nothing(hostile: Any) -> None:
    hostile.page.fill("#search", "window.ran")
    listed = hostile.page.locator("#found li span:first-child").all_text_contents()
    assert HOSTILE["a script"] in listed and HOSTILE["an image behind a quote mark"] in listed
    assert harmless(hostile)


def test_the_one_that_holds_them_all_is_shown_with_all_its_facts(hostile: Any) -> None:
    hostile.page.evaluate("(at) => jejaring.select(at)", len(HOSTILE))
    assert hostile.page.locator("#panel .fact").count() == len(HOSTILE)
    assert harmless(hostile)
