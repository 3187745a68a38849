"""The page's data as plain values for JSON: what its script reads, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from kg.classes import classes
from kg.graph.contents import Contents, Link, Source
from kg.page.views import Places, Views
from kg.relations import relations

TextOf = Callable[[str], str]
"""The text of an article, by its identifier."""

_BLOCK = 400  # facts whose evidence is read together
_AROUND = 160  # letters


def payload(contents: Contents, views: Views) -> dict[str, Any]:
    """Everything but the evidence. Nodes, articles and facts are lists, and known by their places in them.

    nodes: class, label, other names, key; articles: id, headline, publisher, date, URL; facts: subject, relation,
    object (a date as text), claims, each as article, status, confidence, end of its IRI, start and end;
    tenures: person, post, from, until, first and last report, acting, former
    """
    number = {node.key: at for at, node in enumerate(contents.nodes)}
    articles = {source.id: at for at, source in enumerate(contents.sources)}
    return {
        "base": contents.base,
        "block": _BLOCK,
        "classes": classes(),
        "relations": {name: {"id": one.label["id"], "en": one.label["en"]} for name, one in relations().items()},
        "articles": [_article(source) for source in contents.sources],
        "nodes": [[node.kind, contents.display(node.key), list(node.forms), node.key] for node in contents.nodes],
        "facts": [_fact(link, number, articles) for link in contents.links],
        "tenures": [
            [number[one.person], number[one.post], one.since, one.until, one.first, one.last, one.acting, one.former]
            for one in contents.tenures
        ],
        "first": _places(views.places, number),
        "communities": [
            {"name": list(one.name), "size": one.size, "spot": list(one.spot), "places": _places(one.places, number)}
            for one in views.communities
        ],
        "sums": [[_end(one, number), _end(other, number), count] for one, other, count in views.sums],
    }


def evidence(contents: Contents, text_of: TextOf | None) -> list[list[Any]]:
    """The words of the claims, in blocks of facts: for each fact, for each claim, what stands before it in its line of
    the article, itself, and what stands behind it; nothing before and behind where there are no articles."""
    around = _around(contents, text_of) if text_of else {}
    facts = []
    for link in contents.links:
        places = ((one, around.get((one.article, one.start, one.end), ("", ""))) for one in link.evidence)
        facts.append([[before, one.quote, behind] for one, (before, behind) in places])
    return [facts[at : at + _BLOCK] for at in range(0, len(facts), _BLOCK)]


def _around(contents: Contents, text_of: TextOf) -> dict[tuple[str, int, int], tuple[str, str]]:
    """The words before and behind each claim, by article, start and end; each article is asked for once."""
    places: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for link in contents.links:
        for one in link.evidence:
            places[one.article].add((one.start, one.end))
    found = {}
    for article, spans in places.items():
        text = text_of(article)
        for start, end in spans:
            before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
            found[article, start, end] = before, text[end : end + _AROUND].partition("\n")[0]
    return found


def _article(source: Source) -> list[str]:
    return [source.id, source.headline, source.publisher, source.date, source.url]


def _fact(link: Link, number: Mapping[str, int], articles: Mapping[str, int]) -> list[Any]:
    claims = [
        [articles.get(one.article, -1), one.status, one.confidence, one.key, one.start, one.end]
        for one in link.evidence
    ]
    return [number[link.subject], link.relation, number.get(link.object, link.object), claims]


def _places(places: Places, number: Mapping[str, int]) -> list[list[int]]:
    return [[number[key], *spot] for key, spot in sorted(places.items())]


def _end(end: str | int, number: Mapping[str, int]) -> int | str:
    """A node's number, or `c` and a community's."""
    return f"c{end}" if isinstance(end, int) else number[end]
