"""Names of institutions: what tells one from another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from kg.lexicon import table
from kg.model import Referent
from kg.resolve.forms import (
    board_heads,
    expansions,
    head_expansions,
    headed,
    known_bodies,
    legal_words,
    local_heads,
    normal,
    organ_heads,
    region_codes,
    region_names,
    spelt,
    standing_heads,
    unit_heads,
    universities,
)

PARLIAMENT = "=Dewan Perwakilan Rakyat"
_COUNCIL = ("dewan perwakilan rakyat daerah", "dprd")
_HIGH = frozenset({"vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"})
_LONG = 8
_MINISTRY = ("kementerian", "kementrian", "kemenko")
_LEVELS = frozenset({"kota", "kabupaten", "provinsi", "pemerintah", "kab", "prov", "daerah"})


def body_name(body: Referent, article: str) -> str:
    """What tells the body from others: `=` and the lexicon's label, or its name spelt out, with the region.

    A local body without its region (`Dinas Kesehatan`, `DPRD`) and a mere unit (`Komisi II`) is its article's own.
    """
    for form in (body.label, *body.forms):
        known = next((known_bodies()[name] for name in _spellings(form) if name in known_bodies()), None)
        if known and (body.region is None or known in universities()):
            return f"={known}"
    label = normal(body.label)
    if label in known_bodies() and body.region and _named_in(label, body.region):  # `Polda Metro`, `Bank Jakarta`
        return f"={known_bodies()[label]}"
    if body.region is None and f"{label} ri" in known_bodies():  # `DPD`
        return f"={known_bodies()[f'{label} ri']}"
    name = spelt_body(body.label)
    region = region_in(name) or body.region
    if region is not None:
        rest = _regionless(name, region)
        return f"={university}" if (university := _university(rest)) else f"{rest}#{region}"
    return f"{name}@{article}" if _local(name) or is_part(name) else name


def _spellings(form: str) -> Iterator[str]:
    """The ways in which the lexicon may have a name: `Kementerian Koordinator Pangan`, `Kementerian HAM`."""
    name, bare = normal(form), _plain(form)
    yield from (name, bare, headed(name, head_expansions()), headed(bare, head_expansions()))
    if bare.startswith(_MINISTRY):
        spelt_out = spelt(headed(bare, head_expansions()), expansions()).removesuffix(" indonesia")
        yield from (spelt_out, spelt_out.replace("koordinator ", "koordinator bidang ", 1), _ministry(spelt_out))


@lru_cache(maxsize=1 << 12)
def _ministry(name: str) -> str:
    """The only ministry that the name is a letter away from, in one long word: `kementerian keseharan`; else itself."""
    words = name.split()
    near = set()
    for known in _ministries():
        if len(known) == len(words):
            apart = [(x, y) for x, y in zip(words, known, strict=True) if x != y]
            if len(apart) == 1 and min(map(len, apart[0])) >= _LONG and DamerauLevenshtein.distance(*apart[0]) == 1:
                near.add(" ".join(known))
    return next(iter(near)) if len(near) == 1 else name


@cache
def _ministries() -> frozenset[tuple[str, ...]]:
    rows = (row for row in table("institutions") if row["kind"] == "ministry")
    return frozenset(tuple(normal(row["label"]).split()) for row in rows)


def _university(name: str) -> str | None:
    """The university that a name without its town is: `universitas diponegoro` of `Universitas Diponegoro Semarang`."""
    known = known_bodies().get(name)
    return known if known in universities() else None


def _named_in(name: str, code: str) -> bool:
    """Whether the name has the region's name in it."""
    return any(f" {' '.join(region)} " in f" {name} " for region in region_names(code))


def _plain(form: str) -> str:
    return normal(form).removesuffix(" ri").removesuffix(" republik indonesia")


def spelt_body(label: str) -> str:
    """The name with its head spelt out, without the words of a company's form."""
    name = _organ(headed(_plain(label), head_expansions()))
    return " ".join(word for word in name.split() if word not in legal_words()) or name


def _organ(name: str) -> str:
    """An organ with the name of what it is of spelt out, a station without what only the capital's have: `dpp pdip`,
    `polres metro bekasi`."""
    words = name.split()
    for head in organ_heads():
        size = len(head)
        rest = " ".join(words[size:])
        if tuple(words[:size]) == head and rest in known_bodies():
            return " ".join((*head, normal(known_bodies()[rest])))
    for head in board_heads():
        size = len(head)
        if tuple(words[:size]) == head:
            ends = (at for at in range(len(words), size, -1) if " ".join(words[size:at]) in known_bodies())
            at = next(ends, size)  # `kantor wilayah djp jawa tengah`
            return " ".join([*head, *_known_words(words[size:at]), *words[at:]])
    return name.replace("kepolisian resor metro ", "kepolisian resor ", 1)


def _known_words(words: list[str]) -> list[str]:
    """The words of a known body's label; none for none."""
    return normal(known_bodies()[" ".join(words)]).split() if words else []


def region_in(name: str) -> str | None:
    """The code of the region that stands with its level at the end of a name: `dinas pariwisata kota gorontalo`."""
    words = name.split()
    starts = (number for number, word in enumerate(words) if word in _LEVELS)
    return next((code for at in starts if (code := region_codes().get(" ".join(words[at:])))), None)


def _regionless(name: str, code: str) -> str:
    """The name without its region, an acronym before it spelt out: `kpu kota yogyakarta` → `komisi pemilihan umum`."""
    words = name.split()
    for region in region_names(code):
        size = len(region)
        if size < len(words) and tuple(words[-size:]) == region:
            words = words[:-size]
            break
    while len(words) > 1 and words[-1] in _LEVELS:
        words.pop()
    rest = " ".join(words)
    return normal(known_bodies().get(rest, rest))


def _local(name: str) -> bool:
    return name in local_heads() or name.split()[0] == "dinas"


def is_part(name: str) -> bool:
    """Whether it names a part and not of what: `komisi ii`, `biro umum`, `dewan pengarah`."""
    words = name.split()
    fraction = (words[0],) in organ_heads() and words[0] in unit_heads() and " ".join(words[1:]) in known_bodies()
    return fraction or (len(words) <= 2 and any(" ".join(words[:n]) in unit_heads() for n in (1, 2)))


def parliament_of(name: str, parliaments: Collection[str]) -> str | None:
    """The name of the parliament that a commission or fraction is part of: the only one its article names; the
    councils of regions have five commissions."""
    words = name.partition("@")[0].split()
    if words[0] == "komisi" and words[-1] in _HIGH:
        return PARLIAMENT
    some = words[0] == "fraksi" or (words[0] == "komisi" and len(words) == 2)
    return next(iter(parliaments)) if some and len(parliaments) == 1 else None


def is_parliament(name: str) -> bool:
    """Whether the name, as `body_name` has it, is that of parliament or of a region's council."""
    return name == PARLIAMENT or name.startswith(_COUNCIL)


def stands(name: str) -> bool:
    """Whether it is the name of a school or hospital of its own, which is at one place and has no branches."""
    words = name.partition("#")[0].split()
    heads = (" ".join(words[:n]) for n in range(1, len(words) - 1))
    return "@" not in name and any(head in standing_heads() for head in heads)


def legless(label: str) -> str:
    """The label without the words of a company's form: `SPR` of `PT SPR`."""
    return " ".join(word for word in label.split() if normal(word) not in legal_words()) or label


def short(form: str) -> bool:
    """Whether a form may be an acronym."""
    return len(form.split()) == 1 and len(form) <= 14 and any(letter.isupper() for letter in form)
