"""Regulations stated: what each is about."""

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
