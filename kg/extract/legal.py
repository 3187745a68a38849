"""Regulations and regional bodies stated: what a regulation is about, whose agency a `Dinas` is."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.entities import Entities
from kg.extract.regulations import Regulation
from kg.model import Kind


def read_regulations(entities: Entities, laws: Iterable[Regulation]) -> None:
    """Register each regulation and state what it regulates, where it says so."""
    register = entities.register
    for law in laws:
        at = register.add(Kind.REGULATION, law.key, entities.text(law.first, law.last))
        register.mention(at, law.first, law.last)
        if law.about < law.last:
            about = _subject(entities, law)
            register.state(at, "regulates", about, law.first, law.last, "regulation-about")


def _subject(entities: Entities, law: Regulation) -> int:
    """The body that the subject names, else the subject as a topic."""
    register = entities.register
    label = entities.text(law.about, law.last)
    found = entities.vocabulary.bodies.longest(register.prose.tokens.lower, law.about)
    key = f"={found[1]['label'].lower()}" if found and law.about + found[0] == law.last else label.lower()
    body = register.find(Kind.INSTITUTION, key)
    if body is not None:
        return body
    topic = register.add(Kind.TOPIC, label.lower(), label)
    register.mention(topic, law.about, law.last)
    return topic


def read_regional(entities: Entities) -> None:
    """A region's agency is part of the region's government, where the article names both."""
    register = entities.register
    governments = {
        draft.region: at
        for at, draft in enumerate(register.drafts)
        if draft.kind == Kind.INSTITUTION and draft.region and _governs(entities, draft.best())
    }
    for item in list(entities.items):
        draft = register.drafts[item.referent] if item.referent >= 0 else None
        if draft is None or item.kind != Kind.INSTITUTION or draft.region not in governments:
            continue
        parent = governments[draft.region]
        if parent != item.referent and _agency(entities, draft.best()):
            register.state(item.referent, "partOf", parent, item.first, item.last, "regional-body")


def read_organs(entities: Entities) -> None:
    """A party's board is part of the party: `DPC Gerindra Jakarta Timur`."""
    register, vocabulary = entities.register, entities.vocabulary
    lower = register.prose.tokens.lower
    for item in list(entities.items):
        head = vocabulary.heads.longest(lower, item.first) if lower[item.first] in vocabulary.heads.firsts else None
        if item.kind != Kind.INSTITUTION or not head or head[1]["kind"] != "organ":
            continue
        first = item.first + head[0]
        party = vocabulary.bodies.longest(lower, first) if first < item.last else None
        if party and party[1]["kind"] == "party":
            last = first + party[0]
            at = register.add(Kind.INSTITUTION, f"={party[1]['label'].lower()}", entities.text(first, last))
            register.mention(at, first, last)
            register.state(item.referent, "partOf", at, item.first, last, "organ-of-party")


def _governs(entities: Entities, label: str) -> bool:
    words = entities.vocabulary.weights["regional"]["governments"]
    return any(label.lower().startswith(word) for word in words)


def _agency(entities: Entities, label: str) -> bool:
    return any(label.lower().startswith(word) for word in entities.vocabulary.weights["regional"]["agencies"])
