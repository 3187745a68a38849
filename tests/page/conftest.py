"""A page in the browser, with the network cut off, and what the browser saw of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from kg.model import Knowledge
from tests.page.pages import page_of_knowledge

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@dataclass
class Opened:
    """A page in the browser. requests: every address it asked for; noise: what it logged, threw or popped up."""

    page: Page
    requests: list[str] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)

    def text(self, where: str) -> str:
        """The text that a reader sees there, white space folded."""
        return " ".join(self.page.inner_text(where).split())

    def node(self, label: str) -> tuple[float, float]:
        """Where the node of that label is drawn, in the window."""
        at = self.page.evaluate(
            """(label) => {
                const { network } = jejaring, nodes = network.body.data.nodes.get();
                const node = nodes.find((one) => jejaring.nameOf(one.id) === label);
                const spot = network.canvasToDOM(network.getPosition(node.id));
                const box = document.getElementById("map").getBoundingClientRect();
                return [box.left + spot.x, box.top + spot.y];
            }""",
            label,
        )
        return at[0], at[1]

    def drawn(self) -> int:
        """How many nodes are drawn."""
        return int(self.page.evaluate("jejaring.network.body.nodeIndices.length"))


@pytest.fixture(scope="session")
def open_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Opened]]:
    """Opens a page's text as a file, with the network cut off, and closes the page that was open before."""
    context, file = (
        browser.new_context(offline=True, locale="id-ID", accept_downloads=True),
        tmp_path_factory.mktemp("page") / "kg.html",
    )

    def opened(text: str) -> Opened:
        for page in context.pages:
            page.close()
        file.write_text(text, encoding="utf-8")
        found = Opened(context.new_page())
        found.page.set_default_timeout(10_000)
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("console", lambda message: found.noise.append(f"{message.type}: {message.text}"))
        found.page.on("pageerror", lambda error: found.noise.append(f"error: {error}"))
        found.page.on("dialog", lambda dialog: (found.noise.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        found.page.goto(file.as_uri())
        found.page.wait_for_function("window.jejaring !== undefined")
        return found

    yield opened
    context.close()


@pytest.fixture
def opened(open_page: Callable[[str], Opened], knowledge: Knowledge) -> Opened:
    """The page of the knowledge made by hand."""
    return open_page(page_of_knowledge(knowledge))
