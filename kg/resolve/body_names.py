"""Names of institutions: what tells one from another."""

from __future__ import annotations

from kg.model import Referent
from kg.resolve.forms import (
    head_expansions,
    headed,
    known_bodies,
    legal_words,
    local_heads,
    normal,
    region_codes,
    region_names,
    unit_heads,
)

_LEVELS = frozenset({"kota", "kabupaten", "provinsi", "pemerintah", "kab", "prov", "daerah"})


def body_name(body: Referent, article: str) -> str:
    """What tells the body from others: `=` and the lexicon's label, or its name spelt out, with the region.

    A local body without its region (`Dinas Kesehatan`, `DPRD`) and a mere unit (`Komisi II`) is its article's own.
    """
    for form in (body.label, *body.forms):
        spelt = _plain(form), headed(_plain(form), head_expansions())
        known = next((known_bodies()[name] for name in spelt if name in known_bodies()), None)
        if known and body.region is None:
            return f"={known}"
    name = spelt_body(body.label)
    region = region_in(name) or body.region
    if region is not None:
        return f"{_regionless(name, region)}#{region}"
    return f"{name}@{article}" if _local(name) or is_part(name) else name


def _plain(form: str) -> str:
    return normal(form).removesuffix(" ri").removesuffix(" republik indonesia")


def spelt_body(label: str) -> str:
    """The name with its head spelt out, without the words of a company's form."""
    name = headed(_plain(label), head_expansions())
    return " ".join(word for word in name.split() if word not in legal_words()) or name


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
    return len(words) <= 2 and any(" ".join(words[:n]) in unit_heads() for n in (1, 2))


def short(form: str) -> bool:
    """Whether a form may be an acronym."""
    return len(form.split()) == 1 and len(form) <= 14 and any(letter.isupper() for letter in form)
