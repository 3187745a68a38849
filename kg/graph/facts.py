"""Facts: statements of all articles brought together over the entities they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Claim, Day, Entity, Extraction, Fact, Kind, Knowledge, Statement, Status, Tenure

_Key = tuple[str, str, str | Day]
_Held = (Status.ASSERTED, Status.PLANNED)


def assemble(
    extractions: Sequence[Extraction], entities: Sequence[Entity], reprints: tuple[tuple[str, str], ...] = ()
) -> Knowledge:
    """All that the articles say, merged; the same whatever their order."""
    key_of = {member: entity.key for entity in entities for member in entity.members}
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    facts = _facts(ordered, key_of)
    return Knowledge(
        articles=tuple(extraction.article for extraction in ordered),
        entities=tuple(sorted(entities, key=lambda entity: entity.key)),
        facts=facts,
        tenures=tuple(_tenures(facts)),
        mentions=tuple(sorted(_mentions(ordered, key_of))),
        reprints=reprints,
    )


def _mentions(extractions: Iterable[Extraction], key_of: Mapping[tuple[str, int], str]) -> set[tuple[str, str]]:
    return {
        (extraction.article.id, key_of[extraction.article.id, mention.referent])
        for extraction in extractions
        for mention in extraction.mentions
        if mention.kind != Kind.QUOTATION
    }


def _facts(extractions: Iterable[Extraction], key_of: Mapping[tuple[str, int], str]) -> tuple[Fact, ...]:
    claims: defaultdict[_Key, set[Claim]] = defaultdict(set)
    for extraction in extractions:
        for statement in extraction.statements:
            claims[_key(statement, extraction.article.id, key_of)].add(_claim(statement, extraction))
    keys = sorted(claims, key=lambda key: (key[0], key[1], str(key[2])))
    return tuple(Fact(*key, tuple(sorted(claims[key], key=_order))) for key in keys)


def _key(statement: Statement, article: str, key_of: Mapping[tuple[str, int], str]) -> _Key:
    found = statement.object
    target = key_of[article, found] if isinstance(found, int) else found
    return key_of[article, statement.subject], statement.relation, target


def _claim(statement: Statement, extraction: Extraction) -> Claim:
    article = extraction.article
    return Claim(
        article.id,
        statement.start,
        statement.end,
        article.text[statement.start : statement.end],
        statement.rule,
        statement.confidence,
        statement.status,
        article.published,
        statement.since,
        statement.until,
        statement.acting,
        statement.former,
        statement.part,
    )


def _order(claim: Claim) -> tuple[str, ...]:
    return (
        claim.article,
        f"{claim.start:09}",
        f"{claim.end:09}",
        claim.rule,
        claim.status,
        str(claim.since),
        str(claim.until),
    )


def _tenures(facts: Iterable[Fact]) -> Iterable[Tenure]:
    """One tenure for each person, post and stated manner: bounds, acting, former."""
    for fact in facts:
        if fact.relation != "holds" or not isinstance(fact.object, str):
            continue
        manners: defaultdict[tuple[str, str, bool, bool], list[Claim]] = defaultdict(list)
        for claim in fact.claims:
            if claim.status in _Held:
                manners[str(claim.since), str(claim.until), claim.acting, claim.former].append(claim)
        for manner in sorted(manners):
            yield _tenure(fact.subject, fact.object, manners[manner])


def _tenure(person: str, role: str, claims: Sequence[Claim]) -> Tenure:
    said = sorted(claim.stated_on for claim in claims if claim.stated_on is not None)
    first = claims[0]
    return Tenure(
        person,
        role,
        said[0] if said else None,
        said[-1] if said else None,
        first.since,
        first.until,
        first.acting,
        first.former,
    )
