"""Relations: the surface patterns of the relation files, held against every sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from kg.extract.commitment import OPEN, Governed, Government, Manner, strongest
from kg.extract.patterns import Match, Pattern, compile_pattern
from kg.extract.register import Register
from kg.extract.shapes import DATE, LETTERS, Element, Shape
from kg.extract.terms import Terms
from kg.model import Day, Kind, Status
from kg.relations import relations

_LEAVE = ("dismiss", "dismissed", "leave")
_AHEAD = 5
_LED = re.compile(r"Y[nO]y?$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a relation. frame: its event, the object or, where it binds none, the subject, is the one that
    the article was last about."""

    relation: str
    pattern: Pattern
    domain: tuple[str, ...]
    range: tuple[str, ...]
    frame: bool


@cache
def word_classes() -> dict[str, Any]:
    """The tables of `kg/lexicon/shapes.toml`."""
    file = Path(__file__).parent.parent / "lexicon" / "shapes.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def rules() -> tuple[Rule, ...]:
    """Every pattern of every relation, compiled once a process."""
    spec = word_classes()
    letters = spec["classes"] | spec["words"]
    found = []
    for relation in relations().values():
        for rule in relation.patterns:
            if "match" in rule:
                pattern = compile_pattern(rule["name"], rule["match"], letters)
                found.append(Rule(relation.name, pattern, relation.domain, relation.range, rule.get("frame", False)))
    return tuple(found)


@cache
def confidences() -> dict[str, float]:
    """The confidence of every rule by its name."""
    return {rule["name"]: rule["confidence"] for relation in relations().values() for rule in relation.patterns}


@dataclass(frozen=True, slots=True)
class Holding:
    """A match of the rule of that name that says who holds which post, and in what manner."""

    match: Match
    rule: str
    manner: Manner


@cache
def _appoints() -> re.Pattern[str]:
    """Letters before a person who is whom somebody was appointed by: `Hadi, yang dilantik Presiden …`."""
    spec = word_classes()
    return re.compile(f"{LETTERS[Kind.PERSON]}.{{0,3}}{spec['classes']['appointed']}{spec['words']['by']}?$")


def _halved(sentence: Shape, match: Match) -> bool:
    """Whether two persons share two posts, one each, of which the match has only the nearest: `A dan B dilantik
    menjadi Presiden dan Wakil Presiden`."""
    joint, end = word_classes()["words"]["and"], match.at + len(match.letters)
    before, behind = sentence.letters[: match.at], sentence.letters[end:]
    pair = before.endswith(LETTERS[Kind.PERSON] + joint), behind.startswith(joint + LETTERS[Kind.ROLE])
    return all(pair) and match.letters.count(LETTERS[Kind.ROLE]) == 1


def _replaced(match: Match) -> bool:
    """Whether it tells whom somebody else replaced: `dilantik sebagai Bupati Alor menggantikan Budi`."""
    return word_classes()["classes"]["replace"] in match.letters and match.last in match.subjects


def _handed(governed: Governed, match: Match, status: str) -> Manner | None:
    """Who hands a post over has left it, who takes it over has come into it, if it was done: nobody says anything
    else of it in front or behind (`akan digelar`, `batal`)."""
    end = match.at + len(match.letters)
    open_ = status != Status.ASSERTED or any(governed.marks[end : end + _AHEAD])
    if match.last in match.subjects:
        return None if open_ else Manner()
    return Manner(former=not open_)


def _manner(governed: Governed, match: Match, status: str) -> Manner | None:
    """How the match says that a post is held; None where it leaves that open.

    Whoever leaves a post or is replaced in it held it, and holds it still if that is only planned or denied.
    """
    letters, before = word_classes()["classes"], governed.before(match)
    if _halved(governed.sentence, match) or _led_by(governed.sentence, match):
        return None
    if {letters[name] for name in _LEAVE} & set(match.letters):
        return Manner(former=status == Status.ASSERTED)
    if letters["handover"] in match.letters:
        return _handed(governed, match, status)
    if before and before[0] == letters["replace"]:
        return Manner(former=not before[1])
    if _replaced(match):
        hindered = governed.sentence.letters.startswith(word_classes()["words"]["which"], match.at + len(match.letters))
        return Manner(former=True) if status == Status.ASSERTED and not hindered else None
    if before and before[0] == letters["appoint"]:  # `akan melantik Budi sebagai …`
        status = strongest(before[1])
    if status == OPEN or _appoints().search(governed.sentence.letters, 0, match.at):
        return None
    words = frozenset(governed.words(match))
    if "ended" in words:
        return Manner(former=True)
    if "alleged" in words and status == Status.ASSERTED:  # of the post itself, no verb between: `dicalonkan sebagai`
        return Manner(Status.ALLEGED)
    return Manner(Status(status), former="once" in words and status == Status.ASSERTED)


def _led_by(sentence: Shape, match: Match) -> bool:
    """Whether the holder only leads or organises what somebody is in: `masuk kabinet yang dipimpin P sebagai …`."""
    return _LED.search(sentence.letters[: match.at]) is not None


def _absent(sentence: Shape) -> frozenset[int]:
    """First tokens of the people for whom somebody else stands in: `mewakili Bupati Alor P`, `atas nama P`."""
    represent = word_classes()["classes"]["represent"]
    if represent not in sentence.letters:
        return frozenset()
    found = re.finditer(f"{represent}[^P;,]{{0,3}}{LETTERS[Kind.PERSON]}", sentence.letters)
    return frozenset(sentence.elements[match.end() - 1].first for match in found)


@dataclass(frozen=True, slots=True)
class Stating:
    """Applies the rules to the sentences of one article. dates: the day of each date element by first token;
    government: what governs the verbs of its sentences; election: whether a referent is one; terms: when a post was
    held."""

    register: Register
    dates: Mapping[int, Day]
    government: Government
    election: Callable[[int], bool]
    terms: Terms

    def read(self, sentence: Shape, frame: int | None) -> list[Holding]:
        """State what the sentence's patterns say; give back what they say of posts."""
        letters = frozenset(sentence.letters)
        fit = [rule for rule in rules() if rule.pattern.needs <= letters]
        found = [(match, rule) for rule in fit for match in rule.pattern.matches(sentence)]
        if not found:
            return []
        governed = self.government.of(sentence)
        absent = _absent(sentence)
        posts = []
        for match, rule in found:
            status = governed.status(match, rule.pattern.words)
            if rule.relation == "holds":
                manner = _manner(governed, match, status)
                if manner:
                    posts.append(Holding(match, rule.pattern.name, self._timed(sentence, match, manner)))
            elif status != OPEN:
                self._state(match, rule, frame, Status(status), absent)
        return posts

    def _timed(self, sentence: Shape, match: Match, manner: Manner) -> Manner:
        """The manner with the term that is said behind the match."""
        letters, before = word_classes()["classes"], sentence.letters[match.at - 1 : match.at]
        if _replaced(match) or before == letters["replace"]:
            return manner
        leaving = manner.former and bool({letters[name] for name in (*_LEAVE, "handover")} & set(match.letters))
        return replace(manner, term=self.terms.behind_match(sentence, match, over=leaving))

    def _state(self, match: Match, rule: Rule, frame: int | None, status: Status, absent: frozenset[int]) -> None:
        came = rule.relation != "participates"
        present = (one for one in match.subjects if came or one.first not in absent)
        subjects = [one.referent for one in present if self._fits(one, rule.domain)]
        if rule.frame and not match.subjects and frame is not None:
            subjects = [frame]
        for subject in subjects:
            for found in self._objects(match, rule, frame):
                if subject != found:
                    self.register.state(
                        subject,
                        rule.relation,
                        found,
                        match.first.first,
                        match.last.last,
                        rule.pattern.name,
                        status=status,
                    )

    def _objects(self, match: Match, rule: Rule, frame: int | None) -> list[int | Day]:
        if rule.frame and match.subjects:
            return [frame] if frame is not None else []
        found: list[int | Day] = []
        for element in match.objects:
            if element.letter == DATE:
                if not self.terms.last_day(element.first):
                    found.append(self.dates[element.first])
            elif rule.relation == "heldAt" and self._kind(element.referent) == Kind.INSTITUTION:
                found.append(self._venue(element))
            elif self._fits(element, rule.range) and not self._while_voting(element.referent, rule):
                found.append(element.referent)
        return found

    def _while_voting(self, event: int, rule: Rule) -> bool:
        """Whoever does something in an election does not take part in it as in a meeting: `maju dalam Pemilu 2019`."""
        return rule.relation == "participates" and self.election(event)

    def _venue(self, element: Element) -> int:
        """The building that a body's name stands for behind `di`."""
        label = self.register.prose.text(element.first, element.last)
        at = self.register.add(Kind.PLACE, label.lower(), label)
        self.register.mention(at, element.first, element.last)
        return at

    def _kind(self, referent: int) -> Kind:
        return self.register.drafts[referent].kind

    def _fits(self, element: Element, kinds: tuple[str, ...]) -> bool:
        """Whether the element names a thing of one of the kinds; a post's referent is only known where it is held."""
        named = element.referent >= 0 and element.letter != LETTERS[Kind.ROLE]
        return named and self._kind(element.referent).value in kinds
