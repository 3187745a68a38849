"""Explain: one article with everything that was found in it, and why; as text, and as a page of its own.

`marks` cuts the article's text where its marks begin and end, `told` puts its statements into words, `safe` takes
the sting out of what the article says; `text` and `html` show it. Nothing here decides anything: what is shown is
the `Extraction`, no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.model import Extraction

if TYPE_CHECKING:
    from rich.console import Group


def as_text(extraction: Extraction, notes: Sequence[str] = ()) -> Group:
    """For a terminal: the article with its marks, statements below their lines. notes: on how it was read."""
    from kg.explain.text import render

    return render(extraction, notes)


def as_html(extraction: Extraction, notes: Sequence[str] = ()) -> str:
    """For a browser, without any network: the same, with what each statement rests on lit in the text."""
    from kg.explain.html import render

    return render(extraction, notes)
