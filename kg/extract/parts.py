"""Bodies that are part of another by what they are: a region's agencies, a party's boards."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.model import Kind


def read_regional(entities: Entities) -> None:
    """A region's agency is part of the region's government, where the article names both."""
    register = entities.register
    governments = {
        draft.region: at
        for at, draft in enumerate(register.drafts)
        if draft.kind == Kind.INSTITUTION and draft.region and _governs(entities, draft.best())
    }
    for item in entities.items:
        draft = register.drafts[item.referent] if item.referent >= 0 else None
        if draft is None or item.kind != Kind.INSTITUTION or draft.region not in governments:
            continue
        parent = governments[draft.region]
        if parent != item.referent and _agency(entities, draft.best()):
            register.state(item.referent, "partOf", parent, item.first, item.last, "regional-body")


def read_organs(entities: Entities) -> None:
    """A party's board is part of the party (`DPC Gerindra Jakarta Timur`); another body's board or office (`Kanwil
    Kementerian Agama Provinsi Jambi`) is part of it where the article names it by itself, too."""
    register, vocabulary = entities.register, entities.vocabulary
    lower = register.prose.tokens.lower
    for item in entities.items:
        if item.kind != Kind.INSTITUTION or lower[item.first] not in vocabulary.heads.firsts:
            continue
        head = vocabulary.heads.longest(lower, item.first)
        if head is None:
            continue
        kinds = head[1]["kind"].split()
        first = item.first + (1 if "office" in kinds else head[0])
        if kinds == ["organ"] and (party := vocabulary.party(lower, first)):
            last = first + party[0]
            at = register.add(Kind.INSTITUTION, f"={party[1]['label'].lower()}", entities.text(first, last))
            register.mention(at, first, last)
            register.state(item.referent, "partOf", at, item.first, last, "organ-of-party")
        elif ("board" in kinds or "office" in kinds) and first < item.last and lower[first] in vocabulary.bodies.firsts:
            body = vocabulary.bodies.longest(lower, first)
            parent = register.find(Kind.INSTITUTION, f"={body[1]['label'].lower()}") if body else None
            if parent is not None and parent != item.referent:
                register.state(item.referent, "partOf", parent, item.first, item.last, "board-of-body")


def _governs(entities: Entities, label: str) -> bool:
    words = entities.vocabulary.weights["regional"]["governments"]
    return any(label.lower().startswith(word) for word in words)


def _agency(entities: Entities, label: str) -> bool:
    return any(label.lower().startswith(word) for word in entities.vocabulary.weights["regional"]["agencies"])
