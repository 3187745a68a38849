"""The part of a graph that a page is made of, as its options say: the most important, a neighbourhood, a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from kg.errors import KgError
from kg.graph.contents import Contents
from kg.graph.nodes import nearest
from kg.model import Day
from kg.resolve.forms import normal


def chosen(
    whole: Contents,
    *,
    top: int | None = None,
    focus: str | None = None,
    depth: int = 1,
    since: str | None = None,
    kinds: Collection[str] = (),
) -> Contents:
    """The part of the graph that is asked for.

    since: an ISO date; facts that an article of that day or a later one states. kinds: classes. focus: a name; what
    is at most `depth` facts away from whatever bears it. top: so many nodes, those with most facts. KgError for a name
    that nothing has, for what is no date, and where nothing is left.
    """
    if not whole.nodes:
        raise KgError("the graph has nothing to show", hint="a .ttl file that `kg build` wrote")
    part = whole
    if since:
        since = _date(since)
        dates = {source.id: source.date for source in whole.sources}
        links = [link for link in part.links if any(dates.get(one.article, "") >= since for one in link.evidence)]
        ends = {end for link in links for end in (link.subject, link.object)}
        part = part.part([key for key in part.shown if key in ends], links)
    if kinds:
        part = part.part(key for key in part.shown if part.by_key[key].kind in kinds)
    if focus:
        part = part.part(_around(part, _named(part, focus), depth))
    if top is not None:
        part = part.part(part.central[:top])
    if not part.nodes:
        raise KgError("nothing of the graph is left to show", hint="fewer options, or other ones")
    return part


def _date(text: str) -> str:
    try:
        return str(Day.parse(text))
    except (ValueError, TypeError) as error:
        raise KgError(f"'{text}' is no date", hint="YYYY-MM-DD, YYYY-MM or YYYY") from error


def _named(part: Contents, name: str) -> set[str]:
    """The keys of what bears the name: a label, another form, a post with its body, or the key itself."""
    wanted = normal(name)
    found = {
        key
        for key in part.shown
        if key == name or wanted in map(normal, (part.by_key[key].label, *part.by_key[key].forms, part.display(key)))
    }
    if not found:
        raise KgError(f"nothing is called '{name}'", hint=nearest(name, {part.by_key[key].label for key in part.shown}))
    return found


def _around(part: Contents, start: set[str], depth: int) -> set[str]:
    near: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in part.pairs:
        near[one].add(other)
        near[other].add(one)
    found, edge = set(start), set(start)
    for _ in range(depth):
        edge = {other for key in edge for other in near[key]} - found
        found |= edge
    return found
