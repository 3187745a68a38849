"""A browser without a network, and what it saw of a page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.model import Knowledge
from kg.page import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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
                const node = nodes.find((one) => one.title.split("\\n")[0] === label);
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
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no chromium here")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is of the test extra")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Opened]]:
    """Opens a page's text as a file, with the network cut off."""
    context = browser.new_context(offline=True)

    def opened(text: str) -> Opened:
        (tmp_path / "kg.html").write_text(text, encoding="utf-8")
        found = Opened(context.new_page())
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("console", lambda message: found.noise.append(f"{message.type}: {message.text}"))
        found.page.on("pageerror", lambda error: found.noise.append(f"error: {error}"))
        found.page.on("dialog", lambda dialog: (found.noise.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        found.page.goto((tmp_path / "kg.html").as_uri())
        found.page.wait_for_function("window.jejaring !== undefined", timeout=10_000)
        return found

    yield opened
    context.close()


@pytest.fixture
def opened(open_page: Callable[[str], Opened], knowledge: Knowledge) -> Opened:
    """The page of the knowledge made by hand."""
    return open_page(render(knowledge))
