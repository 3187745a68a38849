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
_Relations = dict[str, dict[Member, frozenset[Member]]]


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of all referents.

    referents: by class; objects: object referents of each relation, by subject; subjects: the other way round
    lesser: the posts that articles call past or acting, by holder; days: dates of events; said: dates of articles
    told: what the articles say, to be gone over again
    company: names that few articles have, by article; places: codes of its towns and regencies, by article
    """

    referents: Mapping[Kind, Mapping[Member, Referent]]
    objects: Mapping[str, Mapping[Member, frozenset[Member]]]
    subjects: Mapping[str, Mapping[Member, frozenset[Member]]]
    lesser: Mapping[Member, frozenset[Member]]
    days: Mapping[Member, frozenset[Day]]
    said: Mapping[str, Day]
    told: Iterable[Extraction] = ()
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


def context(extractions: Iterable[Extraction]) -> Context:
    """The surroundings of the referents of all articles."""
    referents: dict[Kind, dict[Member, Referent]] = {kind: {} for kind in Kind}
    objects: _Relations = defaultdict(lambda: defaultdict(frozenset))
    subjects: _Relations = defaultdict(lambda: defaultdict(frozenset))
    lesser: defaultdict[Member, frozenset[Member]] = defaultdict(frozenset)
    days: defaultdict[Member, frozenset[Day]] = defaultdict(frozenset)
    said: dict[str, Day] = {}
    named: dict[str, frozenset[str]] = {}
    towns: dict[str, frozenset[str]] = {}
    for extraction in extractions:
        name = extraction.article.id
        members = [(name, number) for number in range(len(extraction.referents))]
        for member, referent in zip(members, extraction.referents, strict=True):
            referents[referent.kind][member] = referent
        for relation, subject, target in _related(extraction, members):
            objects[relation][subject] |= {target}
            subjects[relation][target] |= {subject}
        for subject, target in _lesser(extraction, members):
            lesser[subject] |= {target}
        for subject, day in _days(extraction, members):
            days[subject] |= {day}
        if extraction.article.published:
            said[name] = extraction.article.published
        named[name] = frozenset(_names(extraction))
        towns[name] = frozenset(_towns(extraction))
    return Context(referents, objects, subjects, lesser, days, said, extractions, _company(named), towns)


def _related(extraction: Extraction, members: Sequence[Member]) -> Iterator[tuple[str, Member, Member]]:
    for said in extraction.statements:
        if isinstance(said.object, int) and said.status in _HELD and said.relation != "says":
            yield said.relation, members[said.subject], members[said.object]


def _lesser(extraction: Extraction, members: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    for said in extraction.statements:
        lesser = said.former or said.until or said.acting
        if said.relation == "holds" and isinstance(said.object, int) and lesser:
            yield members[said.subject], members[said.object]


def _days(extraction: Extraction, members: Sequence[Member]) -> Iterator[tuple[Member, Day]]:
    for said in extraction.statements:
        if isinstance(said.object, Day) and said.status in _HELD:
            yield members[said.subject], said.object


def _company(named: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Names of persons, bodies and programmes in each article; those known in all the land, and those that many
    articles have, tell nothing."""
    counts = Counter(name for names in named.values() for name in names)
    most = max(_RARE, len(named) // _RARE_SHARE)
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


def reprinted(members: Iterable[Member], seen: Context) -> list[tuple[tuple[str, str], Member]]:
    """The name of each member with the words around it, for each place that names it: newspapers print what others
    wrote, and where both agree it is one thing."""
    inside: dict[str, set[int]] = defaultdict(set)
    for article, number in members:
        inside[article].add(number)
    found = []
    for one in seen.told:
        numbers = inside.get(one.article.id, ())
        for mention in one.mentions if numbers else ():
            if mention.referent in numbers:
                before = one.article.text[max(0, mention.start - _AROUND) : mention.start]
                behind = one.article.text[mention.end : mention.end + _AROUND]
                if min(len(before), len(behind)) == _AROUND:
                    around = f"{before} / {one.article.text[mention.start : mention.end]} / {behind}"
                    name = normal(one.referents[mention.referent].label)
                    found.append(((name, around), (one.article.id, mention.referent)))
    return sorted(found, key=lambda item: item[1])
