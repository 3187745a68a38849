"""The scored grammar: a run of capitalised words split into post, body, person, place and event.

Candidates for every stretch of the run come from `kg/extract/candidates/`; the best sequence is found by
dynamic programming over (position, what came last, whether a post is waiting for its holder).
"""

from __future__ import annotations

from kg.extract.values import value
from kg.extract.vocabulary import Row

POST, BODY, PERSON, PLACE, EVENT, INITIATIVE = "post", "body", "person", "place", "event", "initiative"
TITLE, DEGREE, ASIDE, PERIOD, COMMA, AND, OTHER = "title", "degree", "aside", "period", "comma", "and", "other"
ACTING = "acting"
WIDER = 3
"""`Segment.head` of a place that is one only behind another place and a comma."""
ORIGIN = 1
"""`Segment.head` of a comma that stands for `dari` or `asal` in front of where somebody comes from."""

_NAMES = frozenset({POST, BODY, PERSON, PLACE, EVENT, INITIATIVE})
_FREE = frozenset({OTHER, COMMA, AND, ASIDE, ACTING})  # what may follow anything, at its own score
_KEEPS = frozenset({ASIDE, COMMA})
_JOINS = frozenset({COMMA, AND, ASIDE, DEGREE, TITLE})
_NEVER = frozenset({(TITLE, BODY), (PERSON, TITLE)})  # `Prof | YL Sukestiyarno`, `Universitas | Panca Budi | Dr. Isa`
_WHOLE = frozenset({"national", "abroad", "minister", "region_head"})
_IN_POST = frozenset({BODY, PLACE, TITLE, PERIOD, ASIDE, COMMA, DEGREE, ACTING})


@value
class Segment:
    """A typed stretch of tokens. `row` is the lexicon's row of its head, `head` that head's length (of a person:
    1 where nothing but its place in the run speaks for it); `whole`: a region closes the name, or the holder of the
    post stands before it."""

    kind: str
    first: int
    last: int
    score: float
    row: Row | None = None
    head: int = 0
    whole: bool = False


@value
class _State:
    score: float
    segment: Segment | None
    before: _State | None


_Key = tuple[str, bool]


def best_split(first: int, last: int, candidates: list[list[Segment]], bonus: dict[str, float]) -> list[Segment]:
    """The segments of the best split of tokens `first`…`last`, in order, what is left outside left out.

    candidates[i]: the segments that may begin at token `first + i`. bonus: the `[person]` weights.
    """
    chart: list[dict[_Key, _State]] = [{} for _ in range(last - first + 1)]
    chart[0][(OTHER, False)] = _State(0.0, None, None)
    for at in range(last - first):
        for (kind, waiting), state in chart[at].items():
            for segment in candidates[at]:
                gain = segment.score if segment.kind in _FREE else _gain(state, kind, waiting, segment, bonus)
                if gain is not None:
                    _offer(chart[segment.last - first], kind, waiting, state, segment, gain)
    best = max(chart[-1].values(), key=lambda state: state.score)
    return _trace(best)


_FOLLOWS = {
    POST: {BODY, PLACE, PERSON, PERIOD, TITLE, POST, ACTING},
    BODY: {BODY, PERIOD, TITLE, ACTING},
    PLACE: {TITLE, POST, ACTING, PERIOD},
    PERSON: {DEGREE, POST, ACTING},
    EVENT: {PERIOD},
    INITIATIVE: {PERIOD, POST, TITLE},
    TITLE: {PERSON, TITLE, POST, ACTING},
}


def _glued(kind: str, waiting: bool, segment: Segment) -> bool:
    """Whether the segment more likely belongs to the name right before it than begins one."""
    if kind not in _FOLLOWS:
        return False
    if kind == POST and segment.kind == BODY:
        return segment.row is not None and "unit" in segment.row["kind"] and not segment.row["head"].isupper()
    if kind == POST and segment.kind == PLACE:
        return segment.head > 0
    if kind == BODY and segment.kind == BODY:
        return segment.row is not None and "weak" in segment.row["kind"]
    if segment.kind == PERSON and kind in (BODY, PLACE):
        return not waiting
    return segment.kind not in _FOLLOWS[kind]


def _behind_venue(state: _State) -> bool:
    """Whether a venue, or a place that stands behind one, and a comma come right before."""
    before = state.before.segment if state.before else None
    comma = state.segment is not None and state.segment.kind == COMMA
    return comma and before is not None and before.kind == PLACE and before.head > 0


def _listed(state: _State) -> bool:
    """Whether a person and then commas, `dan` or degrees come right before: the name goes on a list of people."""
    step: _State | None = state
    joined = False
    while step is not None and step.segment is not None:
        if step.segment.kind == PERSON:
            return joined and (not step.segment.head or step.segment.last - step.segment.first > 1)
        if step.segment.kind not in _JOINS:
            return False
        joined = joined or step.segment.kind in (COMMA, AND)
        step = step.before
    return False


def _closed(before: Segment | None) -> bool:
    """Whether what stands right before surely is the whole post or body, so that even an unknown lone word must
    be the holder: `Presiden`, `Ketua KPK`, `Kepala Dinas Koperasi`, a comma; not `Kapolsek` or `Ketua Forum`,
    whose name may go on."""
    if before is None or before.kind not in (POST, BODY):
        return True
    if before.kind == BODY:
        row = before.row or {}
        bare = before.last - before.first == before.head and row.get("complement") == "region"
        if bare and "local" not in row["kind"]:  # `Ketua DPRD Sutarno`: every regency's name is known
            return True
        return not before.head or before.whole or row.get("complement") == "words"
    return before.last - before.first > 1 or (before.row is not None and before.row["kind"] in _WHOLE)


def _gain(state: _State, kind: str, waiting: bool, segment: Segment, bonus: dict[str, float]) -> float | None:
    """What the segment adds to a path that ends in `kind`; None where it may not follow."""
    last = state.segment.last if state.segment and state.segment.kind == kind else -1
    if segment.first == last and (kind, segment.kind) in _NEVER:
        return None
    glued = (
        bonus["glued"] if segment.first == last and segment.kind in _NAMES and _glued(kind, waiting, segment) else 0.0
    )
    if segment.kind == PERSON:
        if kind == PERSON and segment.first == last:
            return None
        if kind == TITLE:
            return segment.score + bonus["after_title"]
        if waiting and kind != DEGREE:
            sure = not segment.head or segment.last - segment.first > 1 or _closed(state.segment)
            return segment.score + glued + bonus["after_post" if sure else "after_post_lone"]
        lone, listed = segment.last - segment.first == 1, _listed(state)
        if lone and listed and kind == AND:
            return segment.score + glued + bonus["listed_lone"]
        support = bonus["listed" if listed and not lone else "unsupported"] if segment.head else 0.0
        return segment.score + glued + support
    if segment.kind == PLACE and segment.head == WIDER:
        return segment.score if not waiting and _behind_venue(state) else None
    if segment.kind == DEGREE:
        return segment.score + bonus["before_degree"] if kind in (PERSON, DEGREE) else None
    if segment.kind == PERIOD and not waiting:
        return None
    return segment.score + glued


def _offer(cell: dict[_Key, _State], kind: str, waiting: bool, state: _State, segment: Segment, gain: float) -> None:
    now = segment.kind
    awaits = (now == POST and not segment.whole) or (waiting and now in _IN_POST)
    key = (kind if now in _KEEPS else now, awaits)
    score, best = state.score + gain, cell.get(key)
    if best is None or score > best.score:
        cell[key] = _State(score, segment, state)


def _trace(state: _State) -> list[Segment]:
    found: list[Segment] = []
    step: _State | None = state
    while step is not None and step.segment is not None:
        if step.segment.kind != OTHER:
            found.append(step.segment)
        step = step.before
    return found[::-1]
