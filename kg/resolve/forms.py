"""Forms: how names are made comparable, and the slugs that IRIs are made of."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from hashlib import sha256

from kg.lexicon import table

Member = tuple[str, int]
"""A referent: its article's id and its number there."""

_LONGEST_SLUG = 80
_WORDS = re.compile(r"[^\W_]+")
_SMALL = frozenset({"dan", "di", "ke", "dari", "yang", "untuk", "the", "of", "and", "pada", "dalam"})


@lru_cache(maxsize=1 << 16)
def normal(text: str) -> str:
    """Case, accents, marks and spaces aside: `Komisi X (KX)!` → `komisi x kx`."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_WORDS.findall(plain.replace("'", "").replace("’", "")))


def content(text: str) -> tuple[str, ...]:
    """The words of a name that tell it from others."""
    return tuple(word for word in normal(text).split() if word not in _SMALL)


def slug(text: str) -> str:
    """An ASCII path segment: words joined by hyphens, cut at a word with a hash of the whole where too long.

    >>> slug("Kementerian PPN/Bappenas")
    'kementerian-ppn-bappenas'
    """
    words = normal(text).encode("ascii", "ignore").decode().split()
    whole = "-".join(words) or f"x{digest(text)}"
    if len(whole) <= _LONGEST_SLUG:
        return whole
    cut = whole[: _LONGEST_SLUG - 7].rpartition("-")[0] or whole[: _LONGEST_SLUG - 7]
    return f"{cut}-{digest(whole)}"


def digest(text: str) -> str:
    """Six letters that stand for a text."""
    return sha256(text.encode()).hexdigest()[:6]


@cache
def known_bodies() -> dict[str, str]:
    """Every form of the lexicon's bodies, normalised, to the body's label."""
    found: dict[str, str] = {}
    for row in table("institutions"):
        for form in (row["label"], *filter(None, row["forms"].split("|"))):
            found.setdefault(normal(form), row["label"])
    return found


@cache
def head_expansions() -> dict[str, str]:
    """Abbreviated heads of bodies, spelt out: `pemkot` → `pemerintah kota`."""
    return {normal(row["head"]): normal(row["expansion"]) for row in table("institution_heads") if row["expansion"]}


@cache
def local_heads() -> frozenset[str]:
    """Heads of bodies that every region has one of: alone, without the region, they name no certain body."""
    rows = table("institution_heads")
    found = {normal(row["head"]) for row in rows if row["complement"] == "region"}
    return frozenset(
        found | {normal(row["expansion"]) for row in rows if row["complement"] == "region" and row["expansion"]}
    )


@cache
def post_heads() -> dict[str, tuple[str, str]]:
    """Heads of posts to (spelt out, kind), both normalised."""
    return {normal(row["form"]): (normal(row["canonical"]), row["kind"]) for row in table("posts")}


@cache
def expansions() -> dict[str, str]:
    """Concepts' acronyms spelt out, normalised: `asn` → `aparatur sipil negara`."""
    return {normal(row["form"]): normal(row["expansion"]) for row in table("acronyms")}


@cache
def event_expansions() -> dict[str, str]:
    """Event nouns' abbreviations spelt out."""
    return {normal(row["form"]): normal(row["expansion"]) for row in table("events") if row.get("expansion")}


@cache
def regulation_kinds() -> dict[str, str]:
    """Kinds of regulation, abbreviated or not, spelt out."""
    return {normal(row["form"]): normal(row["expansion"]) for row in table("regulations")}


@cache
def many_issue() -> frozenset[str]:
    """Kinds of regulation that every region, ministry or office has its own of."""
    return frozenset(normal(row["expansion"]) for row in table("regulations") if row["issuer"] == "many")


def spelt(text: str, words: dict[str, str]) -> str:
    """The normalised text with each word that `words` knows spelt out."""
    return " ".join(words.get(word, word) for word in normal(text).split())


def headed(text: str, heads: dict[str, str]) -> str:
    """The normalised text with its longest known beginning spelt out."""
    words = normal(text).split()
    for count in range(min(4, len(words)), 0, -1):
        start = " ".join(words[:count])
        if start in heads:
            return " ".join([heads[start], *words[count:]])
    return " ".join(words)
