"""The values that travel between the stages; imports nothing but the standard library.

=============  ======================================================================
`Article`      one article as read: its text, unaltered, and what the text says of itself
`Mention`      a span of that text that names something
`Referent`     what the mentions of one article name: one thing, with the forms met there
`Statement`    a relation between two referents, with the span that states it
`Extraction`   one article with its referents, mentions and statements
`Entity`       one node of the graph: the referents of all articles that are one thing
`Claim`        one article's evidence for a fact
`Fact`         a relation between two entities with all its claims
`Tenure`       who held which post when, summed up over the claims
`Knowledge`    all of it, merged: what the graph, the page and the commands are made from
=============  ======================================================================

Offsets are Unicode code points into `Article.text`, half-open, everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The classes of things in the graph; values are the local names of the ontology."""

    PERSON = "Person"
    ROLE = "Role"
    INSTITUTION = "Institution"
    EVENT = "Event"
    TOPIC = "Topic"
    PLACE = "Place"
    INITIATIVE = "Initiative"
    REGULATION = "Regulation"
    QUOTATION = "Quotation"


class Status(StrEnum):
    """How an article commits itself to a statement; values are local names of the ontology."""

    ASSERTED = "Asserted"
    PLANNED = "Planned"
    NEGATED = "Negated"
    ALLEGED = "Alleged"


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A calendar date of year, month or day precision (`2024`, `2023-09`, `2023-09-02`).

    >>> str(Day(2023, 9, 2)), str(Day(2023, 9)), str(Day(2024))
    ('2023-09-02', '2023-09', '2024')
    >>> Day.parse("2023-09") == Day(2023, 9)
    True

    `Day(2023, 2, 30)` raises ValueError.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999 or (self.day and not self.month):
            raise ValueError(f"no such date: {self.year}-{self.month}-{self.day}")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> Day:
        """The date written as ISO `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; else ValueError."""
        return cls(*(int(part) for part in text.split("-")))

    def __str__(self) -> str:
        if self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch `[start, end)` of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. `text` is the file's own, never altered; `body` says which stretches of
    it are prose, in order (furniture such as menus, captions and related-news lists left out).

    `headline` and `dateline` are as written; `dateline` is the place. `author` and `editor` are
    literals: bylines are no persons of the graph. `copies`: other names under which the same text lies, sorted.
    """

    id: str
    text: str
    sha256: str
    body: tuple[Span, ...]
    headline: str | None = None
    headline_span: Span | None = None
    published: Day | None = None
    publisher: str | None = None
    author: str | None = None
    editor: str | None = None
    url: str | None = None
    dateline: str | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span that names a referent (an index into `Extraction.referents`)."""

    start: int
    end: int
    kind: Kind
    referent: int


@dataclass(frozen=True, slots=True)
class Referent:
    """One thing as one article speaks of it.

    label: the fullest good name in the article, cleaned (no degrees, quotes or line breaks)
    forms: every other form met there that is fit to be a label, sorted (acronyms, short forms)
    parent: the referent that its identity hangs on: a role's institution, a unit's parent body
    region: code of the administrative region, of a place or of a regional body (`34.71`)
    titles: degrees, ranks and religious titles stripped from a person's name, sorted
    span: a quotation's place in the text (without its quote marks), None for all else
    """

    kind: Kind
    label: str
    forms: tuple[str, ...] = ()
    parent: int | None = None
    region: str | None = None
    titles: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation that the article states in `text[start:end]`.

    subject: index of a referent; object: index of a referent, or a `Day` for `heldOn`
    relation: local name of the property (`holds`)
    rule: the rule that found it; confidence: that rule's measured precision
    since, until, acting, former: of a holding of a post, where stated
    part: what a participant did (`membuka`, `narasumber`), where stated
    """

    subject: int
    relation: str
    object: int | Day
    start: int
    end: int
    rule: str
    confidence: float
    status: Status = Status.ASSERTED
    since: Day | None = None
    until: Day | None = None
    acting: bool = False
    former: bool = False
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says, without any other article in view."""

    article: Article
    referents: tuple[Referent, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two entities that were compared and are not one.

    other: key of the other; left, right: the names compared, as a judgement would write them (`Budi@article`)
    unsure: whether a person should look; score: what the evidence weighs; why: the evidence
    """

    other: str
    left: str
    right: str
    unsure: bool
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One node of the graph.

    key: the readable tail of its IRI, after `id:` (`person/usman-kansong`)
    label: canonical label; forms: every other form met, sorted
    members: the referents it unites, as (article id, index into that article's referents), sorted
    parent: key of the entity that its identity hangs on (a role's institution)
    why: one line for each merge that united members, naming the rule and its evidence, sorted
    apart: what it might have been one with and is not, dearest first
    formerly: keys that some of its members alone would have had, sorted
    """

    key: str
    kind: Kind
    label: str
    forms: tuple[str, ...]
    members: tuple[tuple[str, int], ...]
    parent: str | None = None
    region: str | None = None
    titles: tuple[str, ...] = ()
    why: tuple[str, ...] = field(default=())
    apart: tuple[Apart, ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """One place of one article that states a fact; `quote == text[start:end]`.

    stated_on: the article's date. The rest as in `Statement`.
    """

    article: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    status: Status
    stated_on: Day | None = None
    since: Day | None = None
    until: Day | None = None
    acting: bool = False
    former: bool = False
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two entities (by key), or from an entity to a `Day`, with its claims in
    order of article and place."""

    subject: str
    relation: str
    object: str | Day
    claims: tuple[Claim, ...]

    @property
    def stated(self) -> bool:
        """Whether the fact may stand as a plain triple: some claim asserts or plans it."""
        return any(claim.status in (Status.ASSERTED, Status.PLANNED) for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's holding of a post, summed up: first and last report, stated bounds and manner."""

    person: str
    role: str
    first_reported: Day | None
    last_reported: Day | None
    since: Day | None = None
    until: Day | None = None
    acting: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The merged knowledge of all articles, everything in a fixed order: articles by id, entities
    by key, facts by subject, relation and object; `mentions` pairs article ids with entity keys, `reprints` those of
    articles that print another's words with that one's."""

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    tenures: tuple[Tenure, ...]
    mentions: tuple[tuple[str, str], ...]
    reprints: tuple[tuple[str, str], ...] = ()
