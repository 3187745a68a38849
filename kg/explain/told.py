"""What there is to tell of an article and its statements, in words."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Article, Extraction, Kind, Referent, Statement, Status
from kg.relations import Relation, relations


@dataclass(frozen=True, slots=True)
class End:
    """An end of a statement as it is shown. kind: None for a date; number: of the referent, None for a date."""

    label: str
    kind: Kind | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A statement in words. number: from 1, in the order of the extraction; quote: its evidence, as written."""

    number: int
    statement: Statement
    subject: End
    relation: Relation
    object: End
    quote: str

    @property
    def believed(self) -> bool:
        """Whether it becomes a plain triple of the graph, and no claim alone."""
        return self.statement.status in (Status.ASSERTED, Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that the article names: its label, the other forms that stand there, and how often in all."""

    kind: Kind
    label: str
    forms: tuple[str, ...]
    times: int


def told(extraction: Extraction) -> tuple[Told, ...]:
    """Every statement of the extraction, in its order."""
    return tuple(_told(extraction, number, statement) for number, statement in enumerate(extraction.statements, 1))


def _told(extraction: Extraction, number: int, statement: Statement) -> Told:
    found, subject = statement.object, extraction.referents[statement.subject]
    post_of_it = subject.parent is not None and subject.parent == found
    return Told(
        number,
        statement,
        End(subject.label if post_of_it else label(extraction, subject), subject.kind, statement.subject),
        relations()[statement.relation],
        _object(extraction, found) if isinstance(found, int) else End(str(found)),
        extraction.article.text[statement.start : statement.end],
    )


def _object(extraction: Extraction, number: int) -> End:
    referent = extraction.referents[number]
    return End(label(extraction, referent), referent.kind, number)


def label(extraction: Extraction, referent: Referent) -> str:
    """A referent's label, a post's with its body: `Ketua Umum · Perhumas`; a quotation's in quote marks."""
    if referent.kind == Kind.QUOTATION:
        return f"“{referent.label}”"
    if referent.kind == Kind.ROLE and referent.parent is not None:
        return f"{referent.label} · {extraction.referents[referent.parent].label}"
    return referent.label


def frame(article: Article) -> dict[str, str]:
    """What the article says of itself, by name of the field, where it does."""
    names = ("headline", "published", "dateline", "publisher", "author", "editor", "url")
    return {name: str(value) for name in names if (value := getattr(article, name))}


def named(extraction: Extraction) -> list[Named]:
    """Every thing that the article names in so many words, by class, in the order of the first mention."""
    met: dict[int, list[str]] = {}
    for mention in (one for one in extraction.mentions if one.kind != Kind.QUOTATION):
        form = " ".join(extraction.article.text[mention.start : mention.end].split())
        met.setdefault(mention.referent, []).append(form)
    order = list(Kind)
    found = [_named(extraction, number, forms) for number, forms in met.items()]
    return sorted(found, key=lambda one: order.index(one.kind))


def _named(extraction: Extraction, number: int, met: list[str]) -> Named:
    referent = extraction.referents[number]
    forms = tuple(dict.fromkeys(form for form in met if form != referent.label))
    return Named(referent.kind, label(extraction, referent), forms, len(met))


def cut(text: str, most: int) -> str:
    """The text in one line, one of more than `most` characters without its middle."""
    flat, half = " ".join(text.split()), most // 2
    if len(flat) <= most:
        return flat
    front, back = flat[:half].rpartition(" "), flat[-half:].partition(" ")
    return f"{front[0] or front[2]} … {back[2] or back[0]}"
