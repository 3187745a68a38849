"""The register of one article: which mention names which thing.

Mutable while an article is read, and nowhere else; `freeze` gives the values that travel on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from kg.extract.prose import Prose
from kg.model import Day, Kind, Mention, Referent, Span, Statement, Status


@dataclass(slots=True)
class Draft:
    """A referent in the making: how often each form was met, in the order met."""

    kind: Kind
    forms: Counter[str] = field(default_factory=Counter)
    label: str | None = None
    parent: int | None = None
    region: str | None = None
    titles: set[str] = field(default_factory=set)
    span: Span | None = None

    def best(self) -> str:
        """The label: the one set, else the form with most words, then the longest, then the first met."""
        return self.label or max(self.forms, key=lambda form: (len(form.split()), len(form)))


@dataclass(slots=True)
class Register:
    """Referents, mentions and statements of one article as they are found; offsets are the working text's. datelined:
    where the dateline names a place, in the article's own offsets, that place, and the number of the statement that
    begins there."""

    prose: Prose
    drafts: list[Draft] = field(default_factory=list)
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    keys: dict[tuple[Kind, str], int] = field(default_factory=dict)
    datelined: tuple[Span, int, int] | None = None

    def find(self, kind: Kind, key: str) -> int | None:
        """The referent registered under a key, if any."""
        return self.keys.get((kind, key))

    def add(self, kind: Kind, key: str, form: str) -> int:
        """The referent of that key, made if new, with one more meeting of the form."""
        at = self.keys.get((kind, key))
        if at is None:
            at = self.keys[(kind, key)] = len(self.drafts)
            self.drafts.append(Draft(kind))
        self.drafts[at].forms[form] += 1
        return at

    def alias(self, at: int, kind: Kind, key: str) -> None:
        """Let another key lead to the same referent; a key that is taken keeps its own."""
        self.keys.setdefault((kind, key), at)

    def mention(self, at: int, first: int, last: int) -> None:
        """Note that tokens `first`…`last - 1` name the referent."""
        tokens = self.prose.tokens
        self.mentions.append((tokens.start[first], tokens.end[last - 1], at))

    def state(
        self,
        subject: int,
        relation: str,
        object: int | Day,
        first: int,
        last: int,
        rule: str,
        *,
        status: Status = Status.ASSERTED,
        **more: object,
    ) -> int:
        """Note a statement that tokens `first`…`last - 1` make, and give its number; its confidence is filled in by
        `freeze`."""
        tokens = self.prose.tokens
        start, end = tokens.start[first], tokens.end[last - 1]
        self.statements.append(
            Statement(subject, relation, object, start, end, rule, 0.0, status, **more)  # type: ignore[arg-type]
        )
        return len(self.statements) - 1

    def bound(self, number: int, since: Day | None, until: Day | None, *, former: bool, last: int) -> None:
        """Add to a holding when it began and ended, as tokens up to `last - 1` say, or those that state it if 0."""
        found = self.statements[number]
        self.statements[number] = replace(
            found,
            since=since or found.since,
            until=until or found.until,
            former=former or found.former,
            end=max(found.end, self.prose.tokens.end[last - 1]) if last else found.end,
        )


@dataclass(frozen=True, slots=True)
class _Numbering:
    """Old to new numbers of the referents that are kept."""

    new: dict[int, int]

    def __call__(self, at: int) -> int:
        return self.new[at]


def freeze(
    register: Register, confidence: dict[str, float]
) -> tuple[tuple[Referent, ...], tuple[Mention, ...], tuple[Statement, ...]]:
    """The values of the register, with offsets into the article's own text and in a fixed order.

    Referents that nothing mentions or states are dropped: a post without a holder, an unused draft.
    """
    kept = _kept(register)
    number = _Numbering({old: new for new, old in enumerate(kept)})
    referents = tuple(_referent(register.drafts[old], number) for old in kept)
    origin = register.prose.origin
    mentions = {
        Mention(*origin(start, end), register.drafts[at].kind, number(at))
        for start, end, at in register.mentions
        if at in number.new
    }
    statements = {_statement(found, number, register, confidence) for found in register.statements}
    if register.datelined:
        span, place, stated = register.datelined
        mentions.add(Mention(span.start, span.end, Kind.PLACE, number(place)))
        found = _statement(register.statements[stated], number, register, confidence)
        statements = (statements - {found}) | {replace(found, start=span.start)}
    ordered = sorted(statements, key=lambda s: (s.start, s.end, s.relation, s.subject, str(s.object), s.rule))
    return referents, tuple(sorted(mentions)), tuple(ordered)


def _kept(register: Register) -> list[int]:
    used = {at for _, _, at in register.mentions if register.drafts[at].kind != Kind.ROLE}
    for found in register.statements:
        used.add(found.subject)
        if isinstance(found.object, int):
            used.add(found.object)
    grown = used | {parent for at in used if (parent := register.drafts[at].parent) is not None}
    return sorted(grown)


def _referent(draft: Draft, number: _Numbering) -> Referent:
    label = draft.best()
    forms = tuple(sorted(form for form in draft.forms if form != label))
    parent = number(draft.parent) if draft.parent is not None else None
    return Referent(draft.kind, label, forms, parent, draft.region, tuple(sorted(draft.titles)), draft.span)


def _statement(found: Statement, number: _Numbering, register: Register, confidence: dict[str, float]) -> Statement:
    start, end = register.prose.origin(found.start, found.end)
    return Statement(
        number(found.subject),
        found.relation,
        number(found.object) if isinstance(found.object, int) else found.object,
        start,
        end,
        found.rule,
        confidence[found.rule],
        found.status,
        found.since,
        found.until,
        found.acting,
        found.former,
        found.part,
    )
