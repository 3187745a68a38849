"""The page's data: what is drawn, and every fact with its evidence, as plain values for JSON."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.classes import classes
from kg.model import Claim, Entity, Fact, Kind, Knowledge
from kg.relations import relations

DRAWN = 300
"""So many nodes are drawn at most, those with most facts; the others are found by search."""

_CONTEXT = 160
_WIDEST_LABEL = 26


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: entity keys, and pairs of keys that some stated fact joins with the facts' labels."""

    nodes: tuple[str, ...]
    edges: tuple[tuple[str, str, str], ...]


def drawing(knowledge: Knowledge) -> Drawing:
    """The nodes and edges to draw."""
    shown = {entity.key for entity in knowledge.entities if entity.kind != Kind.QUOTATION}
    joined = [fact for fact in knowledge.facts if fact.stated and fact.subject in shown and fact.object in shown]
    degree = Counter(key for fact in joined for key in (fact.subject, str(fact.object)))
    nodes = sorted(sorted(shown), key=lambda key: -degree[key])[:DRAWN]
    kept = set(nodes)
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact in joined:
        if fact.subject in kept and fact.object in kept:
            pairs[fact.subject, str(fact.object)].append(relations()[fact.relation].label["id"])
    edges = tuple((*pair, ", ".join(sorted(set(labels)))) for pair, labels in sorted(pairs.items()))
    return Drawing(tuple(sorted(nodes)), edges)


def display(entity: Entity, entities: Mapping[str, Entity]) -> str:
    """The entity's label, a post's with its body: `Ketua Umum · Perhumas`."""
    parent = entities.get(entity.parent or "")
    return f"{entity.label} · {_shortest(parent)}" if parent else entity.label


def _shortest(body: Entity) -> str:
    """A body's acronym or shortest form."""
    return min((body.label, *body.forms), key=lambda form: (len(form), form))


def wrapped(label: str) -> str:
    """A label in lines of some 26 letters, three at most."""
    lines: list[str] = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _WIDEST_LABEL:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines if len(lines) <= 3 else [*lines[:2], f"{lines[2]} …"])


def payload(knowledge: Knowledge) -> dict[str, Any]:
    """Everything that the page's script reads: entities, facts, articles, words."""
    entities = {entity.key: entity for entity in knowledge.entities}
    number = {key: at for at, key in enumerate(entities)}
    articles = {article.id: at for at, article in enumerate(knowledge.articles)}
    texts = {article.id: article.text for article in knowledge.articles}
    return {
        "classes": classes(),
        "relations": {name: {"id": r.label["id"], "en": r.label["en"]} for name, r in relations().items()},
        "articles": [
            [article.id, article.headline or article.id, str(article.published or "")] for article in knowledge.articles
        ],
        "entities": [
            [entity.kind.value, display(entity, entities), list(entity.forms), entity.key]
            for entity in knowledge.entities
        ],
        "facts": [_fact(fact, number, articles, texts) for fact in knowledge.facts],
    }


def _fact(fact: Fact, number: Mapping[str, int], articles: Mapping[str, int], texts: Mapping[str, str]) -> list[Any]:
    target = number[fact.object] if isinstance(fact.object, str) else str(fact.object)
    return [
        number[fact.subject],
        fact.relation,
        target,
        [_claim(claim, articles, texts) for claim in _once(fact.claims)],
    ]


def _once(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each stretch of text: rules that agree are no news to a reader."""
    return list({(claim.article, claim.start, claim.end, claim.status): claim for claim in claims}.values())


def _claim(claim: Claim, articles: Mapping[str, int], texts: Mapping[str, str]) -> list[Any]:
    """Article, status, and the evidence in three parts: the words before it, itself, the words behind it."""
    text = texts[claim.article]
    before = text[max(0, claim.start - _CONTEXT) : claim.start].rpartition("\n")[2]
    behind = text[claim.end : claim.end + _CONTEXT].partition("\n")[0]
    return [articles[claim.article], claim.status.value, before, claim.quote, behind]
