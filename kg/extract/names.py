"""Names: the runs of a text split into segments, in two passes.

The first pass settles what has evidence of its own; the second splits again the runs that hold a part of a
name or an acronym which the first one settled (`Usman` after `Usman Kansong`, `Perhumas` after
`Perhimpunan Hubungan Masyarakat Indonesia (Perhumas)`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace

from kg.extract.acronyms import abbreviates
from kg.extract.candidates import Candidates, Evidence
from kg.extract.grammar import ASIDE, BODY, COMMA, EVENT, PERSON, PLACE, POST, Segment, best_split
from kg.extract.prose import Prose
from kg.extract.runs import runs
from kg.extract.vocabulary import Vocabulary

Run = tuple[int, int]
_LONGEST_NAME = 5
_ONE_WORD = 3
"""Tokens of a bracket with one word in it."""


def split(prose: Prose, vocabulary: Vocabulary, taken: frozenset[int]) -> list[list[Segment]]:
    """The segments of the runs of the text, a list a run that has some, in order; tokens of `taken` are in none."""
    begins = frozenset(first for first, _ in prose.sentences)
    found = list(runs(prose.tokens, vocabulary, taken, begins))
    places = frozenset(_places(prose, vocabulary))
    maker = Candidates(prose.tokens, vocabulary, Evidence(places=places), begins)
    splits = {run: _split(run, maker) for run in found}
    evidence = replace(_evidence(prose, vocabulary, splits.values()), places=places)
    maker = Candidates(prose.tokens, vocabulary, evidence, begins)
    first_parts = {name[0] for name in evidence.names | evidence.bodies} | evidence.acronyms
    for run in found:
        if _unsettled(run, splits[run], prose.tokens.lower, first_parts, evidence.acronyms):
            splits[run] = _split(run, maker)
    return [segments for run in found if (segments := splits[run])]


def _unsettled(
    run: Run, segments: Sequence[Segment], lower: Sequence[str], parts: Set[str], acronyms: Collection[str]
) -> bool:
    """Whether the run holds a settled name's part that its first split did not take for a person's or a body's, or
    an acronym that it took for a person's."""
    if parts.isdisjoint(lower[slice(*run)]):
        return False
    covered = {i for s in segments if s.kind in (PERSON, BODY) and s.last - s.first > 1 for i in range(s.first, s.last)}
    covered -= {i for s in segments if s.kind == PERSON for i in range(s.first, s.last) if lower[i] in acronyms}
    return any(lower[i] in parts and i not in covered for i in range(*run))


def _split(run: Run, maker: Candidates) -> list[Segment]:
    first, last = run
    candidates = maker.run(first, last)
    if all(len(found) == 1 for found in candidates):
        return []
    found = best_split(first, last, candidates, maker.vocabulary.weights["person"])
    found = _joined(found, maker)
    named = (_grown(segment, found, last, maker) if segment.kind == PERSON else segment for segment in found)
    return [segment for segment in named if not (segment.kind == PERSON and _country(segment, maker))]


def _country(person: Segment, maker: Candidates) -> bool:
    """Whether what looks like a person is a country, an island, a people or a town abroad (`juru bicara kementerian …
    Iran`); not where an age follows (`kata Vatikan (27)`)."""
    lower, lands = maker.tokens.lower, (maker.vocabulary.countries, maker.vocabulary.islands, maker.vocabulary.peoples)
    found = (names.longest(lower, person.first) for names in lands if lower[person.first] in names.firsts)
    if not any(name and person.first + name[0] >= person.last for name in found):
        return False
    return not (
        lower[person.last : person.last + 1] == ("(",) and maker.tokens.kind[person.last + 1 : person.last + 2] == "n"
    )


def _joined(found: Sequence[Segment], maker: Candidates) -> list[Segment]:
    """Two posts with nothing between are one (`Staf Khusus Menteri Keuangan`), unless the second stands for an
    office of its own name (`Kepala Biro Umum Sekretaris Daerah …`): then it is the first one's body. The first one
    of `kabinet pimpinan Presiden …` is none."""
    offices, led = (maker.vocabulary.weights["offices"][name] for name in ("posts", "led"))
    joined: list[Segment] = []
    for segment in found:
        before = joined[-1] if joined else None
        if before is None or before.last != segment.first:
            joined.append(segment)
        elif before.kind == POST and segment.kind == POST and segment.row and segment.row["canonical"] in offices:
            joined.append(replace(segment, kind=BODY))
        elif before.kind == POST and segment.kind == POST and maker.tokens.slice(before.first, before.last) in led:
            joined[-1] = segment
        elif before.kind == POST and segment.kind == POST:
            joined[-1] = replace(before, last=segment.last)
        elif segment.kind == ASIDE and before.kind == PERSON and _known_by(before, segment, maker):
            joined[-1:] = [replace(before, kind=BODY), segment]
        elif segment.kind in (PERSON, PLACE) and _unfinished(joined, maker):
            joined[-2:] = [replace(joined[-2], last=segment.last)]
        elif before.kind == BODY and segment.kind == BODY and _open_company(before, maker):  # `PT Asuransi | Jiwasraya`
            joined[-1] = replace(before, last=segment.last)
        elif segment.kind == BODY and before.kind == EVENT and _numbered(before, maker):  # `Munas VIII | Kadin`
            joined[-1] = replace(before, last=segment.last, whole=True)
        elif segment.kind == BODY and before.kind in (BODY, ASIDE) and (prefix := _prefix(joined)):
            joined[-len(prefix) :] = [replace(prefix[0], last=segment.last)]
        elif before.kind == BODY and segment.kind == PLACE and before.row and before.row.get("canonical"):
            joined[-1] = replace(before, last=segment.last, row=None, head=0)
        else:
            joined.append(segment)
    return joined


def _known_by(person: Segment, aside: Segment, maker: Candidates) -> bool:
    """Whether the bracket holds a known body's acronym of what looks like a name: `Kementeri Keuangan (Kemenkeu)`."""
    bodies, i = maker.vocabulary.bodies, aside.first + 1
    if aside.last - aside.first != _ONE_WORD or maker.tokens.lower[i] not in bodies.firsts:
        return False
    known = bodies.longest((maker.tokens.lower[i],), 0) is not None
    return known and abbreviates(maker.tokens.word[i], maker.tokens.word[person.first : person.last])


def _numbered(event: Segment, maker: Candidates) -> bool:
    """Whether the event's number ends what was read of its name, so that whose event it is belongs to it."""
    return event.whole or maker.tokens.word[event.last - 1] in maker.vocabulary.marks.romans


def _prefix(joined: Sequence[Segment]) -> Sequence[Segment]:
    """What goes before a body's whole name and ends what is joined: `UPT | Puskesmas X`, `… (UPTD) | Puskesmas X`."""
    found = joined[-2:] if joined[-1].kind == ASIDE else joined[-1:]
    body = found[0]
    bare = body.kind == BODY and body.last - body.first == body.head and body.row is not None
    return found if bare and body.row and "prefix" in body.row["kind"] else ()


def _open_company(body: Segment, maker: Candidates) -> bool:
    """Whether it is a company of no list whose name may go on over another body's: no `Tbk`, no bracket closes it."""
    company = body.head > 0 and body.row is not None and body.row["kind"] == "company"
    last = maker.tokens.word[body.last - 1]
    return company and last != ")" and last not in maker.vocabulary.connectors["company"]


def _unfinished(joined: Sequence[Segment], maker: Candidates) -> bool:
    """Whether a body whose name cannot end there stands before its acronym: `Pengadilan Negeri (PN) Bogor`."""
    if len(joined) < 2 or joined[-1].kind != ASIDE or joined[-2].kind != BODY:
        return False
    name = " ".join(maker.tokens.lower[joined[-2].first : joined[-2].last])
    return joined[-2].last == joined[-1].first and name in maker.vocabulary.weights["institution"]["unfinished"]


def _grown(person: Segment, found: Sequence[Segment], last: int, maker: Candidates) -> Segment:
    """The person with the capitals right behind that no other segment claims: `Jaya Negara` has two words."""
    end = person.last
    taken = {segment.first for segment in found}
    while end < last and end not in taken and end - person.first < _LONGEST_NAME and maker.may_close_name(end):
        end += 1
    return replace(person, last=end) if end > person.last else person


def _places(prose: Prose, vocabulary: Vocabulary) -> Iterable[tuple[str, ...]]:
    """Names of at most three capitals behind a level of regions: `Kecamatan Rantau Badauh, …`."""
    tokens, marks = prose.tokens, vocabulary.marks
    if marks.settlements.isdisjoint(tokens.lower):
        return
    for i in range(tokens.count - 2):
        before = tokens.lower[i - 1] if i else ""
        behind_post = before in vocabulary.posts.firsts
        behind_post = behind_post or (i > 0 and tokens.cap[i - 1] and before not in vocabulary.venues.firsts)
        if tokens.cap[i] and tokens.lower[i] in marks.settlements and not behind_post:  # no `Kepala Desa Asep`
            last = i + 1
            while last < min(i + 5, tokens.count) and tokens.cap[last]:
                last += 1
            name = tokens.lower[i + 1 : last]
            common = (vocabulary.common.get(word, 0.0) > 0.5 and word not in vocabulary.regions.firsts for word in name)
            ordinary = any(common) or not vocabulary.heads.firsts.isdisjoint(name)
            if 1 <= len(name) <= 3 and not ordinary and marks.levels.isdisjoint(name):
                yield name


def _evidence(prose: Prose, vocabulary: Vocabulary, splits: Iterable[Sequence[Segment]]) -> Evidence:
    names: set[tuple[str, ...]] = set()
    acronyms: set[str] = set()
    for segments in splits:
        for number, segment in enumerate(segments):
            if segment.kind == PERSON:
                names.update(_parts(prose, vocabulary, segment))
                if number + 1 < len(segments) and segments[number + 1].kind == ASIDE:
                    names.update((short,) for short in _defined(prose, segment, segments[number + 1]))
            if segment.kind == BODY and segment.last - segment.first > 3:
                acronyms.update(_inside(prose, segment))
            if segment.kind == BODY and number + 1 < len(segments) and segments[number + 1].kind == ASIDE:
                acronyms.update(_defined(prose, segment, segments[number + 1]))
            elif segment.kind == EVENT and number + 1 < len(segments) and segments[number + 1].kind == ASIDE:
                host = hosting(prose, vocabulary, segment, segments[number + 1])
                acronyms.update(_defined(prose, host, segments[number + 1]) if host else ())
    names = {name for name in names if acronyms.isdisjoint(name)}  # `Ketua Bakohumas Budi` was read before its body
    return Evidence(frozenset(names), frozenset(acronyms), frozenset(_told(prose, splits)))


def hosting(prose: Prose, vocabulary: Vocabulary, event: Segment, aside: Segment) -> Segment | None:
    """The body that an event's name ends with, if the aside behind is its acronym: `Kongres III Asosiasi … (X)`."""
    for first in range(event.first + 1, event.last - 1):
        body = Segment(BODY, first, event.last, 0.0)
        if prose.tokens.lower[first] in vocabulary.heads.firsts and list(_defined(prose, body, aside)):
            return body
    return None


def _told(prose: Prose, splits: Iterable[Sequence[Segment]]) -> Iterable[tuple[str, ...]]:
    """Bodies of three words and more that end where their run or a comma or an aside does: surely whole."""
    for segments in splits:
        for number, segment in enumerate(segments):
            ends = number + 1 == len(segments) or segments[number + 1].kind in (ASIDE, COMMA)
            if segment.kind == BODY and segment.head and segment.last - segment.first > 2 and ends:
                yield prose.tokens.lower[segment.first : segment.last]


def _parts(prose: Prose, vocabulary: Vocabulary, person: Segment) -> Iterable[tuple[str, ...]]:
    """Every stretch of a name that may stand for it: the whole, and the parts that are no ordinary word."""
    lower = tuple(word for word in prose.tokens.lower[person.first : person.last] if word[0].isalpha())
    for first in range(len(lower)):
        for last in range(first + 1, len(lower) + 1):
            part = lower[first:last]
            if last - first > 1 or (len(part[0]) > 2 and vocabulary.common.get(part[0], 0.0) < 0.5):
                yield part


def _inside(prose: Prose, body: Segment) -> Iterable[str]:
    """The acronym in the middle of a body's name: `Universitas Lancang Kuning (Unilak) Pekanbaru`."""
    word = prose.tokens.word
    for i in range(body.first + 1, body.last - 2):
        if word[i] == "(" and word[i + 2] == ")" and abbreviates(word[i + 1], word[body.first : i]):
            yield word[i + 1].lower()


def _defined(prose: Prose, body: Segment, aside: Segment) -> Iterable[str]:
    """The acronym that `Badan … (Bakohumas)` defines, if the aside is one word of the body's letters."""
    if aside.first == body.last and aside.last - aside.first == 3:
        word = prose.tokens.word[aside.first + 1]
        if abbreviates(word, prose.tokens.word[body.first : body.last]):
            yield word.lower()
