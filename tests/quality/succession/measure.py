"""How often a build knows who held a post on a day: the corpora beside this file, each built by itself.

`measure(build)` takes what builds a graph from files (`kg.build`), gives it the articles of a corpus, and asks every
question of `holders` in `rule.py`, which answers as the README here defines it. The names are found by what they
are called in the graph: a person by any form, a post as `posts` says.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Entity, Kind, Knowledge
from tests.quality.identity.measure import article, share
from tests.quality.succession.rule import holders

if TYPE_CHECKING:
    from kg.pipeline import Build

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Question:
    """Who held `post` on the day `at`? `holders` are all names, `acting` those of them that only stood in;
    `optional` may be named too. `same_as`, `other_than`: a day on which the holder was this person, or another."""

    post: str
    at: date
    holders: tuple[str, ...]
    acting: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    same_as: date | None = None
    other_than: date | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """A few articles in order of arrival, and questions about them."""

    id: str
    theme: str
    why: str
    articles: tuple[tuple[date, str], ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a build says: names with whether acting, or None where it has no such post; and whether that is right.

    missing: the post and the expected names that are nowhere in the graph.
    """

    corpus: Corpus
    question: Question
    said: tuple[tuple[str, bool], ...] | None
    right: bool
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """All answers, in order."""

    answers: tuple[Answer, ...]

    @property
    def asked(self) -> int:
        return len(self.answers)

    @property
    def right(self) -> int:
        return sum(answer.right for answer in self.answers)

    @property
    def share(self) -> float:
        return share(self.right, self.asked)

    @property
    def found(self) -> float:
        """The share of the questions whose post and names are in the graph at all."""
        return share(sum(not answer.missing for answer in self.answers), self.asked)

    @property
    def by_theme(self) -> dict[str, Figures]:
        themes = dict.fromkeys(answer.corpus.theme for answer in self.answers)
        return {theme: Figures(tuple(one for one in self.answers if one.corpus.theme == theme)) for theme in themes}


def load(folder: Path = FOLDER) -> list[Corpus]:
    """All corpora, theme by theme."""
    return [
        Corpus(
            entry["id"],
            path.stem,
            entry["why"],
            tuple((one["date"], one["text"]) for one in entry["articles"]),
            tuple(question(one) for one in entry["questions"]),
        )
        for path in sorted(folder.glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["corpus"]
    ]


def question(entry: dict[str, object]) -> Question:
    """A question from its table; TypeError on a key that no question has."""
    return Question(**{key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()})  # type: ignore[arg-type]


def measure(build: Callable[[list[str | Path]], Build], corpora: Sequence[Corpus] | None = None) -> Figures:
    """The figures of `build` (`kg.build`, say) over `corpora`, by default all of them."""
    with tempfile.TemporaryDirectory() as folder:
        asked = load() if corpora is None else corpora
        return Figures(tuple(answer for corpus in asked for answer in answers(build, corpus, Path(folder))))


def answers(build: Callable[[list[str | Path]], Build], corpus: Corpus, folder: Path) -> list[Answer]:
    """The answers to the questions of one corpus, whose articles are written into `folder` and stay there."""
    paths: list[str | Path] = []
    for number, (day, text) in enumerate(corpus.articles, 1):
        path = folder / f"{corpus.id}-{number}.txt"
        path.write_text(article(day, text), encoding="utf-8")
        paths.append(path)
    knowledge = build(paths).knowledge
    return [answer(knowledge, corpus, question) for question in corpus.questions]


def answer(knowledge: Knowledge, corpus: Corpus, question: Question) -> Answer:
    """What `knowledge` says to one question, compared with what it should."""
    people = {entity.key: entity for entity in knowledge.entities if entity.kind is Kind.PERSON}
    roles = posts(knowledge, question.post)
    named = {name for person in people.values() for name in names(person)}
    missing = tuple(name for name in question.holders if plain(name) not in named)
    if not roles:
        return Answer(corpus, question, None, False, (question.post, *missing))
    said = holders(knowledge, roles, question.at)
    wanted = list(question.holders)
    right = True
    for key, acting in said.items():
        mine = names(people[key])
        name = next((name for name in wanted if plain(name) in mine), None)
        if name is None:
            right &= any(plain(name) in mine for name in question.optional)
        else:
            wanted.remove(name)
            right &= acting == (name in question.acting)
    right &= not wanted
    if question.same_as:
        right &= said.keys() == holders(knowledge, roles, question.same_as).keys()
    if question.other_than:
        right &= said.keys().isdisjoint(holders(knowledge, roles, question.other_than))
    told = tuple((people[key].label, acting) for key, acting in said.items())
    return Answer(corpus, question, told, right, missing)


def posts(knowledge: Knowledge, post: str) -> set[str]:
    """The keys of the roles that go by this name: by a name of their own (`Bupati Batang`); with a name of their
    institution behind it (`Kepala` in `Dinas Sosial Kota Bima`); or, where a role has no institution
    (`Sekretaris Daerah` of a region), if the words that show somebody in it have the whole name."""
    entities = {entity.key: entity for entity in knowledge.entities}
    wanted = plain(post)
    found = set()
    for role in knowledge.entities:
        if role.kind is not Kind.ROLE:
            continue
        own = names(role)
        if role.parent in entities:
            full = {f"{name} {body}" for name in own for body in names(entities[role.parent])}
        else:
            begins = any(wanted.startswith(name) for name in own)
            full = {wanted} if begins and any(wanted in quote for quote in quotes(knowledge, role.key)) else set()
        if wanted in own | full:
            found.add(role.key)
    return found


def quotes(knowledge: Knowledge, role: str) -> list[str]:
    """The words on which somebody's holding of the role rests."""
    facts = (fact for fact in knowledge.facts if fact.relation == "holds" and fact.object == role)
    return [plain(claim.quote) for fact in facts for claim in fact.claims]


def names(entity: Entity) -> set[str]:
    return {plain(name) for name in (entity.label, *entity.forms)}


def plain(name: str) -> str:
    """A name as it is compared: its words in small letters.

    >>> plain("Dinas Perhubungan, Komunikasi,  dan Informatika")
    'dinas perhubungan komunikasi dan informatika'
    """
    return " ".join(re.findall(r"\w+", name.casefold()))
