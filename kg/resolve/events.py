"""Which events are one: name, day, place, organiser and participants agree; an edition of another year is another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from kg.model import Day, Kind
from kg.resolve.context import REPRINTED, Context, ordinal, reprinted
from kg.resolve.forms import Member, content, event_expansions, event_words, expansions, headed, normal, spelt
from kg.resolve.groups import Groups
from kg.resolve.judgements import Judged
from kg.resolve.matching import Doubt, match
from kg.resolve.weights import NAMES_APART, Verdict, settings, weigh

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"(?:ke)?\d+|[ivx]+")
_YEARLESS = frozenset({"tahun"})
_NAMED = 3
_LONG = 7
_ALIKE = 88
_SPAN = 3
_FAR = 120


@dataclass(frozen=True, slots=True)
class Event:
    """Events of one name. words: of the name, spelt out, without year and number; named: those of its other names;
    days: ordinals of the days that articles state; said: those of the articles; the rest are keys of what they name
    around it."""

    members: tuple[Member, ...]
    label: str
    words: frozenset[str]
    named: frozenset[frozenset[str]]
    year: str
    numbers: frozenset[str]
    days: frozenset[int]
    said: frozenset[int]
    places: frozenset[str]
    towns: frozenset[str]
    organisers: frozenset[str]
    participants: frozenset[str]
    topics: frozenset[str]

    @property
    def common(self) -> bool:
        """Whether its name is that of many events."""
        told = self.words - event_words()
        return not told or (len(self.words) < _NAMED and not any(word[0].isupper() for word in self.label.split()[1:]))


def unite_events(
    seen: Context, key_of: Mapping[Member, str], judged: Iterable[Judged[Member]]
) -> tuple[Groups[Member], list[Doubt]]:
    """The events of all articles, grouped, and which might have been one. key_of: of places and institutions."""
    events = seen.referents[Kind.EVENT]
    groups: Groups[Member] = Groups(events, judged)
    named = [(event_name(member, seen), member) for member in sorted(events)]
    groups.gather(named)
    groups.gather(reprinted(sorted(events), seen), REPRINTED)
    inside: dict[tuple[str, Member], list[Member]] = defaultdict(list)
    for name, member in named:
        inside[name, groups.find(member)].append(member)
    profiles = sorted((_event(members, seen, key_of) for members in inside.values()), key=lambda event: event.members)

    @lru_cache(maxsize=1 << 16)
    def compare(a: int, b: int) -> Verdict:
        return weigh(Kind.EVENT, features(profiles[a], profiles[b]))

    return groups, match(profiles, lambda number: blocks(profiles[number]), compare, groups)


def _words(label: str) -> list[str]:
    return [word for word in content(spelt(headed(label, event_expansions()), expansions())) if word not in _YEARLESS]


def event_name(member: Member, seen: Context) -> str:
    """An event that has a year in its name is that; all others are their article's until they are compared."""
    words = _words(seen.referents[Kind.EVENT][member].label)
    dated = any(_YEAR.fullmatch(word) for word in words) and not set(words) <= event_words()
    return " ".join(words) if dated else f"{' '.join(words)} in {member[0]} {member[1]}"


def _event(members: list[Member], seen: Context, key_of: Mapping[Member, str]) -> Event:
    label = seen.referents[Kind.EVENT][members[0]].label
    words = _words(label)
    numbers = frozenset(word for word in words if _NUMBER.fullmatch(word) and not _YEAR.fullmatch(word))
    days = {day for member in members for day in seen.days.get(member, ()) if day.day}
    said = {seen.said[member[0]] for member in members if member[0] in seen.said}

    held = [one for member in members for one in seen.related("heldAt", member) if one in seen.referents[Kind.PLACE]]

    return Event(
        tuple(members),
        label,
        _told(words),
        frozenset(_other_names(members, seen)),
        next((word for word in words if _YEAR.fullmatch(word)), ""),
        numbers,
        _ordinals(days),
        _ordinals(said),
        frozenset(key_of[one] for one in held if not seen.referents[Kind.PLACE][one].region),
        frozenset(town for member in members for town in seen.places[member[0]]),
        frozenset(key_of[one] for member in members for one in seen.relating("organises", member)),
        frozenset(_people(members, seen)),
        frozenset(" ".join(_words(seen.referents[Kind.TOPIC][one].label)) for one in _about(members, seen)),
    )


def _told(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if not _NUMBER.fullmatch(word) and not _YEAR.fullmatch(word))


def _other_names(members: Iterable[Member], seen: Context) -> Iterator[frozenset[str]]:
    """The words of the names that articles call the event by beside its label; acronyms are none."""
    for member in members:
        for form in seen.referents[Kind.EVENT][member].forms:
            words = _told(_words(form))
            if len(words) >= _NAMED:
                yield words


def _ordinals(days: Iterable[Day]) -> frozenset[int]:
    return frozenset(number for day in days if (number := ordinal(day)) is not None)


def _people(members: Iterable[Member], seen: Context) -> Iterator[str]:
    for member in members:
        for one in seen.relating("participates", member):
            person = seen.referents[Kind.PERSON].get(one)
            if person is not None:
                yield normal(person.label)


def _about(members: Iterable[Member], seen: Context) -> Iterator[Member]:
    for member in members:
        yield from (one for one in seen.related("about", member) if one in seen.referents[Kind.TOPIC])


def blocks(event: Event) -> Iterator[tuple[object, ...]]:
    """What another report of the event would have in common with this one."""
    for words in {event.words, *event.named}:
        yield ("name", *sorted(words))
    for word in sorted(event.words) if len(event.words) >= _NAMED else ():
        if len(word) >= _LONG:
            yield ("but", *sorted(event.words - {word}))
    for day in event.days:
        for one in (*event.places, *event.organisers, *event.participants, *sorted(event.words - event_words())):
            yield day, one


def features(a: Event, b: Event) -> dict[str, str]:
    """What speaks for and against two profiles being one event; of names that cannot be one no more than that."""
    named = _names(a, b)
    if named == NAMES_APART:
        return {named: ""}
    found = {named: ""}
    if a.common or b.common:
        found["common-name"] = ""
    if a.year and b.year and a.year != b.year:
        found["years-apart"] = f"{a.year} / {b.year}"
    if a.numbers != b.numbers and a.numbers and b.numbers:
        found["numbers-apart"] = f"{min(a.numbers)} / {min(b.numbers)}"
    elif a.numbers and a.numbers == b.numbers:
        found["same-number"] = min(a.numbers)
    if a.organisers and b.organisers and not a.organisers & b.organisers:
        found["organisers-apart"] = ""
    found |= _time(a, b) | _place(a, b)
    for name, left, right in (
        ("shared-organiser", a.organisers, b.organisers),
        ("shared-participants", a.participants, b.participants),
        ("shared-topic", a.topics, b.topics),
    ):
        if left & right:
            found[{"shared-organiser": "same-organiser"}.get(name, name)] = min(left & right)
    return found


def _names(a: Event, b: Event) -> str:
    if a.words == b.words:
        return "same-name"
    found = {_alike(x, y) for x in {a.words, *a.named} for y in {b.words, *b.named}}
    return min(found, key=("same-name", "similar-name", NAMES_APART).index)


def _alike(a: frozenset[str], b: frozenset[str]) -> str:
    if a == b or _slip(a, b):
        return "same-name"
    shared = (a & b) - event_words()
    alike = fuzz.token_set_ratio(" ".join(sorted(a)), " ".join(sorted(b)))
    brief, full = sorted((a, b), key=len)
    shorter = len(brief) > 1 and brief < full
    return "similar-name" if shorter or (shared and alike >= _ALIKE) else NAMES_APART


def _slip(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one long word of a name of three or more is a letter apart: `Indonesia`, `Indonesian`."""
    apart = sorted(a - b), sorted(b - a)
    return (
        len(a) == len(b) >= _NAMED
        and all(len(words) == 1 and len(words[0]) >= _LONG for words in apart)
        and DamerauLevenshtein.distance(apart[0][0], apart[1][0]) == 1
    )


def _time(a: Event, b: Event) -> dict[str, str]:
    if a.days and b.days:
        apart = min(abs(x - y) for x in a.days for y in b.days)
        return {"same-day": ""} if apart == 0 else {"days-apart": f"{apart} days"} if apart > _SPAN else {}
    if a.year and b.year:
        return {}
    if a.year or b.year:
        dated, other = (a, b) if a.year else (b, a)
        reported = {str(date.fromordinal(number).year) for number in other.days or other.said}
        return {"year-agrees": dated.year} if dated.year in reported else {"far-articles": ""} if reported else {}
    if not a.said or not b.said:
        return {}
    apart = min(abs(x - y) for x in a.days or a.said for y in b.days or b.said)
    near: int = settings()["near"]
    return {"near-articles": f"{apart} days"} if apart <= near else {"far-articles": ""} if apart > _FAR else {}


def _place(a: Event, b: Event) -> dict[str, str]:
    if a.places & b.places:
        return {"same-place": min(a.places & b.places)}
    if a.towns & b.towns:
        return {"same-town": min(a.towns & b.towns)}
    return {"places-apart": ""} if a.towns and b.towns else {}
