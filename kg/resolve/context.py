"""What the articles say around their referents: the posts they hold, where, when, and in whose company."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.model import Day, Extraction, Kind, Referent, Status
from kg.resolve.forms import Member, known_bodies, normal, region_codes

_HELD = (Status.ASSERTED, Status.PLANNED)
_COMPANY = (Kind.PERSON, Kind.INSTITUTION, Kind.INITIATIVE)
CAPITAL = "31"
"""Code of the region where half of the news happens: to be there tells nobody from others."""

REPRINTED = "reprinted: the same name in the same words"
_AROUND = 40
_RARE = 5
_RARE_SHARE = 100
_REGENCY = "."
_NONE: frozenset[Member] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of all referents.

    referents: by class; objects: object referents of each relation, by subject; subjects: the other way round
    lesser: the posts that articles call past or acting, by holder; days: dates of events; said: dates of articles
    told: the articles, by id
    company: names that few articles have, by article; places: codes of its towns and regencies, by article
    """

    referents: Mapping[Kind, Mapping[Member, Referent]]
    objects: Mapping[str, Mapping[Member, frozenset[Member]]]
    subjects: Mapping[str, Mapping[Member, frozenset[Member]]]
    lesser: Mapping[Member, frozenset[Member]]
    days: Mapping[Member, frozenset[Day]]
    said: Mapping[str, Day]
    told: Mapping[str, Extraction] = field(default_factory=dict)
    company: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def related(self, relation: str, member: Member) -> frozenset[Member]:
        """What the member is the subject of."""
        return self.objects.get(relation, {}).get(member, _NONE)

    def relating(self, relation: str, member: Member) -> frozenset[Member]:
        """What the member is the object of."""
        return self.subjects.get(relation, {}).get(member, _NONE)

    def parent(self, member: Member, kind: Kind) -> Member | None:
        """The referent that the member's identity hangs on."""
        parent = self.referents[kind][member].parent
        return None if parent is None else (member[0], parent)


def context(extractions: Sequence[Extraction]) -> Context:
    """The surroundings of the referents of all articles."""
    referents: dict[Kind, dict[Member, Referent]] = {kind: {} for kind in Kind}
    for extraction in extractions:
        for number, referent in enumerate(extraction.referents):
            referents[referent.kind][extraction.article.id, number] = referent
    triples = list(_related(extractions))
    return Context(
        referents,
        _by_relation(triples),
        _by_relation([(relation, target, subject) for relation, subject, target in triples]),
        _by_relation(("lesser", *pair) for pair in _lesser(extractions)).get("lesser", {}),
        _days(extractions),
        {one.article.id: one.article.published for one in extractions if one.article.published},
        {one.article.id: one for one in extractions},
        _company(extractions),
        {one.article.id: frozenset(_towns(one)) for one in extractions},
    )


def _related(extractions: Iterable[Extraction]) -> Iterator[tuple[str, Member, Member]]:
    for extraction in extractions:
        name = extraction.article.id
        for said in extraction.statements:
            if isinstance(said.object, int) and said.status in _HELD and said.relation != "says":
                yield said.relation, (name, said.subject), (name, said.object)


def _by_relation(
    triples: Iterable[tuple[str, Member, Member]],
) -> dict[str, dict[Member, frozenset[Member]]]:
    found: dict[str, dict[Member, set[Member]]] = defaultdict(lambda: defaultdict(set))
    for relation, start, end in triples:
        found[relation][start].add(end)
    return {relation: {one: frozenset(ends) for one, ends in by.items()} for relation, by in found.items()}


def _lesser(extractions: Iterable[Extraction]) -> Iterator[tuple[Member, Member]]:
    for extraction in extractions:
        name = extraction.article.id
        for said in extraction.statements:
            lesser = said.former or said.until or said.acting
            if said.relation == "holds" and isinstance(said.object, int) and lesser:
                yield (name, said.subject), (name, said.object)


def _days(extractions: Iterable[Extraction]) -> dict[Member, frozenset[Day]]:
    found: dict[Member, set[Day]] = defaultdict(set)
    for extraction in extractions:
        for said in extraction.statements:
            if isinstance(said.object, Day) and said.status in _HELD:
                found[extraction.article.id, said.subject].add(said.object)
    return {member: frozenset(days) for member, days in found.items()}


def _company(extractions: Sequence[Extraction]) -> dict[str, frozenset[str]]:
    """Names of persons, bodies and programmes in each article; those known in all the land, and those that many
    articles have, tell nothing."""
    named = {one.article.id: frozenset(_names(one)) for one in extractions}
    counts = Counter(name for names in named.values() for name in names)
    most = max(_RARE, len(extractions) // _RARE_SHARE)
    return {article: frozenset(n for n in names if counts[n] <= most) for article, names in named.items()}


def _names(extraction: Extraction) -> Iterator[str]:
    for referent in extraction.referents:
        name = normal(referent.label)
        if (
            referent.kind in _COMPANY
            and (" " in name or referent.kind == Kind.INSTITUTION)
            and name not in known_bodies()
        ):
            yield name


def _towns(extraction: Extraction) -> Iterator[str]:
    """Codes of towns and regencies, the capital as a whole; the dateline's, or its name where it has no code."""
    for referent in extraction.referents:
        if referent.region and _REGENCY in referent.region and referent.kind in (Kind.PLACE, Kind.INSTITUTION):
            yield town(referent.region)
    if extraction.article.dateline:
        name = normal(extraction.article.dateline)
        yield town(region_codes().get(name, name))


def town(code: str) -> str:
    """The code of the town or regency that a region is in; the capital is one town."""
    return code.partition(".")[0] if code.startswith(CAPITAL) else ".".join(code.split(".")[:2])


def ordinal(day: Day | None) -> int | None:
    """The day's number, for distances; the first of the month or year where it is no more precise."""
    return None if day is None else date(day.year, day.month or 1, day.day or 1).toordinal()


def reprinted(members: Iterable[Member], seen: Context) -> Iterator[tuple[tuple[str, str], Member]]:
    """The name of each member with the words around it, for each place that names it: newspapers print what others
    wrote, and where both agree it is one thing."""
    inside: dict[str, set[int]] = defaultdict(set)
    for article, number in members:
        inside[article].add(number)
    for article, numbers in sorted(inside.items()):
        one = seen.told[article]
        for mention in one.mentions:
            if mention.referent in numbers:
                before = one.article.text[max(0, mention.start - _AROUND) : mention.start]
                behind = one.article.text[mention.end : mention.end + _AROUND]
                if min(len(before), len(behind)) == _AROUND:
                    around = f"{before} / {one.article.text[mention.start : mention.end]} / {behind}"
                    yield (normal(one.referents[mention.referent].label), around), (article, mention.referent)
