"""Labels and sentences that would like to be code: they are shown as they are, and run nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Kind, Knowledge
from kg.page import render

Open = Callable[[str], Any]

HOSTILE = {
    "a script": "<script>window.ran=1;alert(1)</script>",
    "the end of a script": "</script><script>window.ran=1;alert(1)</script>",
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


@pytest.mark.parametrize("label", HOSTILE.values(), ids=HOSTILE)
def test_it_is_shown_as_it_is_and_runs_nothing(label: str, open_page: Open, by_hand: Callable[..., Knowledge]) -> None:
    knowledge = by_hand(label=label)
    opened = open_page(render(knowledge))
    at = [entity.key for entity in knowledge.entities].index("person/rahmat-santika")
    opened.page.evaluate("(at) => jejaring.select(at)", at)
    assert opened.page.text_content("#panel h2") == label
    assert any(label in text for text in opened.page.locator("#panel mark").all_text_contents())
    opened.page.mouse.move(*opened.node(label.split("\n")[0]))
    opened.page.wait_for_selector(".vis-tooltip", state="visible")
    opened.page.fill("#search", label[:200])
    opened.page.press("#search", "Enter")
    assert opened.page.evaluate("window.ran") is None
    assert opened.page.locator("img, iframe, a, style:not(head style), script:not(body > script)").count() == 0
    assert opened.noise == []
    assert [address.rpartition("/")[2] for address in opened.requests] == ["kg.html"]


def test_all_of_them_at_once_in_every_place(open_page: Open, by_hand: Callable[..., Knowledge]) -> None:
    knowledge = by_hand(label=" ".join(HOSTILE.values()))
    opened = open_page(render(knowledge))
    for at, entity in enumerate(knowledge.entities):
        if entity.kind != Kind.QUOTATION:
            opened.page.evaluate("(at) => jejaring.select(at)", at)
    assert opened.page.evaluate("window.ran") is None
    assert opened.noise == [] and len(opened.requests) == 1
