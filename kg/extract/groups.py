"""Groups: which posts, bodies and persons of a run belong together.

`Kepala Biro Umum Sekretariat Negara Haryanto`, `Budi, Ketua KPU`, `A sekaligus B C`: a post takes the bodies
and regions behind it, and is held by the person that the run puts it beside.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.grammar import (
    ACTING,
    AND,
    ASIDE,
    BODY,
    COMMA,
    DEGREE,
    ORIGIN,
    PERIOD,
    PERSON,
    PLACE,
    POST,
    TITLE,
    Segment,
)


@dataclass(slots=True)
class PostGroup:
    """A post with all that qualifies it. holders: the persons the run puts it beside, with the rule; others: those
    listed behind its holder without a post of their own, who hold it, too, if it is one that many hold."""

    post: Segment
    acting: Segment | None = None
    bodies: list[Segment] = field(default_factory=list)
    places: list[Segment] = field(default_factory=list)
    asides: dict[int, Segment] = field(default_factory=dict)
    period: Segment | None = None
    holders: list[tuple[Segment, str]] = field(default_factory=list)
    others: list[Segment] = field(default_factory=list)
    last: int = 0

    @property
    def first(self) -> int:
        """Its first token, an acting mark included."""
        return self.acting.first if self.acting else self.post.first


@dataclass(slots=True)
class _Reader:
    groups: list[PostGroup] = field(default_factory=list)
    pending: list[PostGroup] = field(default_factory=list)
    held: list[PostGroup] = field(default_factory=list)
    person: Segment | None = None
    person_first: bool = False
    acting: Segment | None = None
    joined: bool = False
    origin: bool = False
    parted: bool = False
    at: int = -1
    renamed: bool = False
    said_of: Container[int] = ()


def post_groups(
    segments: Sequence[Segment], said_of: Container[int] = (), renamed: Container[int] = ()
) -> list[PostGroup]:
    """The post groups of one run, in order. said_of: first tokens of posts that the text says of somebody named
    before (`sebagai Ketua`): the next name is not their holder. renamed: first tokens of segments that give the person
    named before another name (`Muhaimin Iskandar alias | Cak Imin`)."""
    reader = _Reader(said_of=said_of)
    for number, segment in enumerate(segments):
        reader.renamed = reader.renamed or segment.first in renamed
        if segment.first != reader.at and not reader.renamed:
            _break(reader)
        _READ.get(segment.kind, _ignore)(reader, segment, segments[number + 1 :])
        reader.parted = segment.kind == COMMA
        reader.origin = reader.parted and segment.head == ORIGIN
        reader.at = segment.last
    return reader.groups


def _break(reader: _Reader) -> None:
    """A word outside every segment: what waited waits no more."""
    reader.pending, reader.held, reader.person, reader.acting = [], [], None, None
    reader.joined = reader.person_first = False


def _post(reader: _Reader, segment: Segment, rest: Sequence[Segment]) -> None:
    group = PostGroup(segment, reader.acting, last=segment.last)
    reader.acting, reader.held = None, []
    if reader.pending and not reader.joined:
        reader.pending = []
    if reader.person is not None and not reader.joined and not _own_person(segment, rest):
        group.holders.append((reader.person, "post-behind-name"))
        reader.person = None  # the next post behind a comma is the next person's
    elif group.first not in reader.said_of:
        reader.pending.append(group)
    reader.joined = False
    reader.groups.append(group)


def _own_person(post: Segment, rest: Sequence[Segment]) -> bool:
    """Whether a person stands right behind the post's bodies, with no comma between: `Ketua X Budi`."""
    at = post.last
    for segment in rest:
        if segment.first != at:
            return False
        if segment.kind == PERSON:
            return True
        if segment.kind in (COMMA, AND):
            return False
        at = segment.last
    return False


def _qualify(reader: _Reader, segment: Segment, rest: Sequence[Segment]) -> None:
    """A body, region, period or aside joins the latest post if nothing but a comma stands between."""
    del rest
    group = reader.groups[-1] if reader.groups else None
    waiting = group is not None and (group in reader.pending or group.first in reader.said_of)
    open_post = group is not None and (waiting or group.last == segment.first)
    if reader.joined and segment.kind == PLACE and group is not None and group.last == segment.first - 1:
        group.last, reader.joined = segment.last, False  # `Kepala Kantor Regional Jawa Tengah dan Yogyakarta`
        return
    if group is None or not open_post or reader.joined:
        reader.person = None if segment.kind != ASIDE else reader.person
        return
    apart = group.last != segment.first
    if (group.bodies and fraction(segment)) or (reader.origin and (group.bodies or not _joins(group))):
        group.last = segment.last
        return
    if apart and segment.kind == PLACE and (group.bodies or group.places):  # `Kepala Dinas X, Kabupaten Y, Budi`
        group.last = segment.last
        return
    if apart and (group.bodies or group.places) and segment.kind == BODY:
        reader.pending = []
        return
    if segment.kind == BODY:
        group.bodies.append(segment)
    elif segment.kind == PLACE:
        group.places.append(segment)
    elif segment.kind == PERIOD:
        group.period = segment
    else:
        group.asides[segment.first] = segment
    group.last = segment.last


def _person(reader: _Reader, segment: Segment, rest: Sequence[Segment]) -> None:
    if reader.renamed:
        reader.renamed = False
        return
    if reader.joined or (reader.parted and _before_post(segment, rest)):  # `adalah asisten dan Budi disebut …`
        reader.pending = []
    for group in reader.held:
        group.others.append(segment)
    for group in reader.pending:
        group.holders.append((segment, "post-before-name"))
        group.last = max(group.last, segment.last)
    reader.held = reader.pending or reader.held
    reader.person_first = reader.person_first or not reader.pending
    # whoever has a post in front has none behind
    reader.person = segment if reader.person_first and not reader.pending else None
    reader.pending, reader.joined = [], False


def _before_post(person: Segment, rest: Sequence[Segment]) -> bool:
    """Whether a post that is nobody else's stands right behind the person: `Yanuar Sekretaris I, Rahmat Sekretaris II`
    is a list of names with their posts behind."""
    behind = not person.head and bool(rest) and rest[0].kind == POST and rest[0].first == person.last
    return behind and not _own_person(rest[0], rest[1:])


def _and(reader: _Reader, segment: Segment, rest: Sequence[Segment]) -> None:
    """`dan` leads to another; `sekaligus` and `merangkap` to another post of the same person, right behind a name. A
    post whose holder stands before it is not the next one's: `A yang juga ketua umum X | dan Ketua Y, B`."""
    del rest
    if segment.score and reader.person is not None and reader.person.last == segment.first:
        return
    if not segment.score:
        reader.pending = [group for group in reader.pending if not group.post.whole]
    reader.joined = True
    reader.person = None


def _acting(reader: _Reader, segment: Segment, rest: Sequence[Segment]) -> None:
    del rest
    reader.acting = segment


def _ignore(reader: _Reader, segment: Segment, rest: Sequence[Segment]) -> None:
    del reader, segment, rest


_READ = {
    POST: _post,
    BODY: _qualify,
    PLACE: _qualify,
    PERIOD: _qualify,
    ASIDE: _qualify,
    PERSON: _person,
    AND: _and,
    ACTING: _acting,
    COMMA: _ignore,
    TITLE: _ignore,
    DEGREE: _ignore,
}


def _joins(group: PostGroup) -> bool:
    """Whether the body that a holder comes from may be the one of the post: `jaksa dari Kejari X`, no `bupati dari
    PDIP`."""
    return group.post.row is not None and group.post.row["kind"] in ("post", "occupation")


def fraction(segment: Segment) -> bool:
    """Whether it is a party's fraction in a parliament, which tells only whose member somebody is."""
    return segment.kind == BODY and segment.row is not None and "fraction" in segment.row["kind"]


def _may_hold(unit: Segment, parent: Segment) -> bool:
    """Whether the second body may be the one that the first is part of: no fraction is, and a unit (`Bidang …`) only
    that of another unit; no company is part of what is named behind it, nor a parliament of its commission."""
    kinds = [(segment.row or {}).get("kind", "") for segment in (unit, parent)]
    commission = parent.row is not None and parent.row.get("head") == "Komisi"
    if kinds[0] == "company" or (commission and not unit.head):
        return False
    return not fraction(parent) and ("unit" in kinds[0] or "unit" not in kinds[1])


def adjacent_bodies(segments: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """Pairs of bodies with nothing (or an aside) between: a unit and its parent."""
    before: Segment | None = None
    at = -1
    for segment in segments:
        if segment.kind == BODY:
            if before is not None and segment.first == at and _may_hold(before, segment):
                yield before, segment
            before, at = segment, segment.last
        elif segment.kind == ASIDE and segment.first == at:
            at = segment.last
        else:
            before = None
