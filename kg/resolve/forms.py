"""Forms: how names are made comparable, and the slugs that IRIs are made of."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import sha256

from kg.lexicon import table, words

Member = tuple[str, int]
"""A referent: its article's id and its number there."""

_LONGEST_SLUG = 80
_WORDS = re.compile(r"[^\W_]+")
AREAS = ("kawasan", "wilayah", "daerah")
"""Words before a place's name that are no part of it."""

_SMALL = frozenset({"dan", "di", "ke", "dari", "yang", "untuk", "the", "of", "and", "pada", "dalam"})


@lru_cache(maxsize=1 << 16)
def normal(text: str) -> str:
    """Case, accents, marks and spaces aside: `Komisi X (KX)!` → `komisi x kx`."""
    plain = text.lower()
    if not plain.isascii():
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
    whole = "-".join(normal(text).encode("ascii", "ignore").decode().split()) or f"x{digest(text)}"
    if len(whole) <= _LONGEST_SLUG:
        return whole
    cut = whole[: _LONGEST_SLUG - 7].rpartition("-")[0] or whole[: _LONGEST_SLUG - 7]
    return f"{cut}-{digest(whole)}"


def digest(text: str) -> str:
    """Six letters that stand for a text."""
    return sha256(text.encode()).hexdigest()[:6]


def in_area(place: str) -> str | None:
    """The place that a name means with a mere `kawasan` before it: `Senayan` of `kawasan Senayan`."""
    area, _, rest = place.partition(" ")
    return rest if area in AREAS and rest[:1].isupper() else None


@cache
def land_names() -> frozenset[str]:
    """Names of lands and foreign cities, normalised."""
    return frozenset(map(normal, words("countries"))) | lands().keys()


@cache
def lands() -> dict[str, str]:
    """Other names of lands to those that are usual, normalised: `as` → `amerika serikat`."""
    return {normal(row["form"]): normal(row["country"]) for row in table("country_aliases")}


@cache
def place_aliases() -> dict[str, str]:
    """Other names of buildings to those that are usual, normalised."""
    return {normal(row["form"]): normal(row["place"]) for row in table("place_aliases")}


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
def unit_heads() -> frozenset[str]:
    """Heads of parts of bodies, which alone do not say of what."""
    rows = table("institution_heads")
    parts = {normal(row["head"]) for row in rows if row["kind"] == "unit"}
    return frozenset(parts | {normal(unit) for unit in words("units")})


@cache
def organ_heads() -> tuple[tuple[str, ...], ...]:
    """Heads of a party's organs and fractions, as they stand and spelt out, as words."""
    return _longest_first(form for row in _heads("organ", "fraction") for form in (row["head"], row["expansion"]))


@cache
def board_heads() -> tuple[tuple[str, ...], ...]:
    """Heads of what stands before any body's name, spelt out, as words: `kantor wilayah`."""
    return _longest_first(row["expansion"] or row["head"] for row in _heads("board"))


@cache
def standing_heads() -> frozenset[str]:
    """Heads of schools and hospitals, spelt out: each stands at one place."""
    return frozenset(normal(row["expansion"] or row["head"]) for row in _heads("school", "university", "hospital"))


def _heads(*kinds: str) -> Iterator[dict[str, str]]:
    """The heads of institutions of one of the kinds."""
    return (row for row in table("institution_heads") if not set(kinds).isdisjoint(row["kind"].split()))


def _longest_first(heads: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The heads as words, normalised, each once."""
    names = {normal(head) for head in heads if head}
    return tuple(sorted((tuple(name.split()) for name in names), key=lambda head: (-len(head), head)))


@cache
def universities() -> frozenset[str]:
    """Labels of the universities that the lexicon knows: each is one, in whatever town it stands."""
    return frozenset(row["label"] for row in table("institutions") if row["kind"] == "university")


@cache
def venue_words() -> frozenset[str]:
    """Words that begin the names of venues, and of what stands in them: a place of these alone is in every town."""
    heads = {word for venue in words("venues") for word in normal(venue).split()}
    return frozenset(heads | {head for head in local_heads() if " " not in head})


@cache
def event_words() -> frozenset[str]:
    """Words that events' names begin with, spelt out: a name of these alone is that of many events."""
    return frozenset(word for row in table("events") for word in normal(row["expansion"] or row["form"]).split())


@cache
def legal_words() -> frozenset[str]:
    """Words that say a company's form, not its name."""
    return frozenset(map(normal, words("company_forms")))


@lru_cache(maxsize=1 << 14)
def region_names(code: str) -> tuple[tuple[str, ...], ...]:
    """The words of a region's names, longest first: `kota yogyakarta`, `yogyakarta`, `jogja`."""
    names = {tuple(normal(name).split()) for name in _region_labels().get(code, ())}
    bare = {name[1:] for name in names if name[0] in ("kota", "kabupaten", "provinsi") and len(name) > 1}
    return tuple(sorted(names | bare, key=lambda name: (-len(name), name)))


@cache
def _region_labels() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in table("regions"):
        found[row["code"]].append(row["name"])
    for row in table("region_aliases"):
        found[row["code"]].append(row["form"])
    return found


@cache
def region_codes() -> dict[str, str]:
    """Names of provinces, regencies and cities to codes: with their level (`provinsi jawa timur`), other names
    (`jogja`), and the bare name where a city has it, or one regency alone."""
    found = {normal(row["form"]): row["code"] for row in table("region_aliases")}
    bare: dict[str, str] = {}
    for row in sorted(table("regions"), key=lambda row: row["level"] != "city"):
        name = normal(row["name"])
        if row["level"] == "province":
            found[f"provinsi {name}"] = row["code"]
        elif row["level"] in ("regency", "city"):
            found[name] = row["code"]
            bare.setdefault(name.removeprefix("kota ").removeprefix("kabupaten "), row["code"])
    return bare | found


@cache
def districts() -> dict[str, tuple[str, ...]]:
    """Names of districts to the codes of their regencies and cities."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in table("regions"):
        if row["level"] == "district":
            found[normal(row["name"])].append(row["code"].rpartition(".")[0])
    return {name: tuple(codes) for name, codes in found.items()}


def post_name(label: str) -> str:
    """The post with its head spelt out: `Dirjen IKP` → `direktur jenderal ikp`."""
    name = headed(label, _post_expansions())
    if (bare := name.removeprefix("deputi bidang ")) != name:
        name = f"deputi {bare}"
    for acting in ("plt ", "plh ", "pj ", "pjs "):
        name = name.removeprefix(acting)
    return name.removesuffix(" ri").removesuffix(" republik indonesia")


@cache
def _post_expansions() -> dict[str, str]:
    return {form: canonical for form, (canonical, _) in post_heads().items()}


@cache
def post_heads() -> dict[str, tuple[str, str]]:
    """Heads of posts to (spelt out, kind), both normalised."""
    return {normal(row["form"]): (normal(row["canonical"]), row["kind"]) for row in table("posts")}


@cache
def _seats() -> dict[str, tuple[bool, bool]]:
    return {normal(row["head"]): (row["seats"] == "one", row["room"] == "some") for row in table("seats")}


@cache
def seat(name: str) -> tuple[bool, bool]:
    """Of a post's name, spelt out: whether one person holds it at once, and whether it leaves room for another."""
    parts = normal(name).split()
    starts = (" ".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((_seats()[start] for start in starts if start in _seats()), (False, False))


@cache
def many_issue() -> frozenset[str]:
    """Kinds of regulation that every region, ministry or office has its own of."""
    return frozenset(normal(row["expansion"]) for row in table("regulations") if row["issuer"] == "many")


@cache
def ranks() -> frozenset[str]:
    """Ranks of the forces, normalised."""
    return frozenset(normal(row["form"]) for row in table("titles") if row["kind"] == "rank")


@cache
def national_parties() -> frozenset[str]:
    """Keys of the parties that the lexicon knows."""
    return frozenset(f"institution/{slug(row['label'])}" for row in table("institutions") if row["kind"] == "party")


@cache
def successors() -> dict[str, frozenset[str]]:
    """Keys of institutions to those of the institutions that they became or came from."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("successions"):
        old, new = (f"institution/{slug(row[end])}" for end in ("old", "new"))
        found[old].add(new)
        found[new].add(old)
    return {key: frozenset(others) for key, others in found.items()}


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


def spelt(text: str, known: dict[str, str]) -> str:
    """The normalised text with each word that `known` knows spelt out."""
    return " ".join(known.get(word, word) for word in normal(text).split())


def headed(text: str, heads: dict[str, str]) -> str:
    """The normalised text with its longest known beginning spelt out."""
    parts = normal(text).split()
    for count in range(min(4, len(parts)), 0, -1):
        start = " ".join(parts[:count])
        if start in heads:
            return " ".join([heads[start], *parts[count:]])
    return " ".join(parts)
