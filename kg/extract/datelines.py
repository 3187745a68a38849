"""Datelines: the town of an event whose venue is told without one.

`BAJAWA – … menggelar Rapat Koordinasi … di Aula Setda.`: the event that the article is about was held where the
article was written, unless the text names a town or region for it.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.attendance import reported
from kg.extract.register import Register
from kg.extract.vocabulary import Vocabulary
from kg.model import Kind, Span, Statement, Status

RULE = "event-at-dateline"


def read_dateline(register: Register, vocabulary: Vocabulary, election: Callable[[int], bool]) -> None:
    """State that the event the article is about was held in the dateline's town. election: whether a referent is an
    election."""
    place = _place(register)
    event = reported(register, election) if place else None
    if place is None or event is None:
        return
    label = register.prose.article.text[place.start : place.end]
    words = tuple(label.lower().split())
    found = vocabulary.regions.longest(words, 0) or vocabulary.districts.longest(words, 0)
    venues = [one for one in register.statements if one.relation == "heldAt" and one.subject == event]
    if not found or found[0] != len(words) or not venues:
        return
    if not all(_bare(register, one, found[1], vocabulary) for one in venues):
        return
    told = min(venues, key=lambda one: one.end)
    at = register.add(Kind.PLACE, found[1], label)
    register.drafts[at].region = found[1]
    register.statements.append(Statement(event, "heldAt", at, told.start, told.end, RULE, 0.0))
    register.datelined = place, at, len(register.statements) - 1


def _place(register: Register) -> Span | None:
    """Where the dateline's place stands in the article."""
    article = register.prose.article
    if not article.dateline or not article.body:
        return None
    start = article.text.rfind(article.dateline, 0, article.body[0].start)
    return Span(start, start + len(article.dateline)) if start >= 0 else None


def _bare(register: Register, one: Statement, code: str, vocabulary: Vocabulary) -> bool:
    """Whether the statement names a building of the town, and no village or other region."""
    if not isinstance(one.object, int) or one.status != Status.ASSERTED:
        return False
    draft = register.drafts[one.object]
    words = tuple(draft.best().lower().split())
    region = vocabulary.regions.longest(words[-1:], 0)
    elsewhere = region is not None and not region[1].startswith(code[:2])
    parts = vocabulary.marks.levels.union(vocabulary.weights["marks"]["villages"])
    if elsewhere or not parts.isdisjoint(words):
        return False
    return draft.kind == Kind.INSTITUTION or vocabulary.venues.longest(words, 0) is not None
