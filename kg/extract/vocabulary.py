"""The lexicon as the extraction reads it: phrase tables and word scores, loaded once."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.language.phrases import Phrases
from kg.lexicon import table, words

Row = dict[str, str]
_OFFICIAL_SHARE = 0.75
_OFFICIAL = ("ministry", "body", "agency")


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Closed sets of words and signs: levels of regions, roman numerals, clitics, what joins posts of one person, what
    a body's name leaves unsaid, directions, days."""

    levels: frozenset[str]
    settlements: frozenset[str]
    villages: frozenset[str]
    romans: frozenset[str]
    clitics: frozenset[str]
    joins: frozenset[str]
    unsaid: frozenset[str]
    directions: frozenset[str]
    days: frozenset[str]


@dataclass(frozen=True, slots=True)
class TermWords:
    """Words that say when somebody held a post, from `kg/lexicon/terms.toml`."""

    periods: Phrases[str]
    within: Phrases[str]
    since: Phrases[str]
    till: Phrases[str]
    on: Phrases[str]
    about: Phrases[str]
    now: Phrases[str]
    adverbs: Phrases[str]
    serving: Phrases[str]
    coming: Phrases[str]
    leaving: Phrases[str]
    removing: Phrases[str]
    passing: Phrases[str]
    handing: Phrases[str]
    honour: Phrases[str]
    office: Phrases[str]
    behind: Phrases[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrase tables by name, each giving the lexicon's row; `weights` are the grammar's scores."""

    posts: Phrases[Row]
    heads: Phrases[Row]
    tails: frozenset[str]
    body_tails: frozenset[str]
    event_tails: frozenset[str]
    venue_tails: frozenset[str]
    connectors: dict[str, frozenset[str]]
    firsts: frozenset[str]
    here: Phrases[str]
    bodies: Phrases[Row]
    acronyms: dict[str, Row]
    events: Phrases[Row]
    titles: Phrases[Row]
    verbs: Phrases[Row]
    status: Phrases[Row]
    regions: Phrases[str]
    districts: Phrases[str]
    countries: Phrases[str]
    islands: Phrases[str]
    peoples: Phrases[str]
    venues: Phrases[str]
    seats: frozenset[str]
    local_seats: frozenset[str]
    branches: frozenset[str]
    hosts: frozenset[str]
    small_titles: frozenset[str]
    small_posts: frozenset[str]
    unit_posts: frozenset[str]
    villages: frozenset[str]
    namers: frozenset[str]
    capitals: frozenset[str]
    lands: dict[str, str]
    nominalisations: dict[str, str]
    regulations: Phrases[Row]
    initiatives: Phrases[Row]
    stop: frozenset[str]
    given: frozenset[str]
    cues: frozenset[str]
    ranks: frozenset[str]
    common: dict[str, float]
    weights: dict[str, Any]
    marks: SmallWords
    late: Phrases[str]
    constituencies: Phrases[str]
    terms: TermWords

    def party(self, lower: Sequence[str], at: int) -> tuple[int, Row] | None:
        """Length and row of the known party at token `at`."""
        found = self.bodies.longest(lower, at) if at < len(lower) and lower[at] in self.bodies.firsts else None
        return found if found and found[1]["kind"] == "party" else None


def _keyed(name: str, column: str = "form") -> Phrases[Row]:
    return Phrases((row[column], row) for row in table(name))


def _titles() -> Phrases[Row]:
    """The titles, dotted degrees also with a blank inside, with and without a stop at their end: `M. Pd`, `M.Pd.`."""
    rows = {row["form"]: row for row in table("titles")}
    degrees = {form.removesuffix("."): row for form, row in rows.items() if row["kind"] == "after"}
    dotted = {form: row for form, row in degrees.items() if "." in form and " " not in form}
    spaced = {form.replace(".", ". "): row for form, row in dotted.items()}
    stopped = {f"{form}.": row for form, row in (dotted | spaced).items()}
    return Phrases((spaced | dotted | stopped | rows).items())


def _verbs() -> Phrases[Row]:
    """The verbs, passive ones also in the common misspelling that parts the prefix: `di gelar`."""
    rows = {row["form"]: row for row in table("verbs")}
    split = {f"di {form[2:]}": row for form, row in rows.items() if form.startswith("di") and " " not in form}
    return Phrases((split | rows).items())


def _bodies() -> Phrases[Row]:
    forms: dict[str, Row] = {}
    for row in table("institutions"):
        for form in (row["label"], *filter(None, row["forms"].split("|"))):
            forms.setdefault(form, row)
    return Phrases(forms.items())


def _regions() -> tuple[Phrases[str], Phrases[str]]:
    wide: dict[str, str] = {}
    narrow: dict[str, str] = {}
    rows = table("regions")
    for row in rows:
        (narrow if row["level"] == "district" else wide).setdefault(row["name"], row["code"])
    for row in rows:
        if row["level"] in ("regency", "city"):
            wide.setdefault(row["name"].split(" ", 1)[1], row["code"])
    for row in table("region_aliases"):
        wide[row["form"]] = row["code"]
    return Phrases(wide.items()), Phrases((n, c) for n, c in narrow.items() if n not in wide)


def _given() -> frozenset[str]:
    return frozenset(word.lower() for name in ("given_names", "name_parts") for word in words(name))


def _commonness() -> dict[str, float]:
    """Share of a word's uses that are in lower case, for words that live there at all; the words that known
    bodies' names are made of count as ordinary too."""
    share = {row["word"]: int(row["lower"]) / (int(row["lower"]) + int(row["capital"])) for row in table("words")}
    official = {
        word for row in table("institutions") if row["kind"] in _OFFICIAL for word in row["label"].lower().split()
    }
    return (
        share
        | dict.fromkeys((word.strip(",()") for word in official), _OFFICIAL_SHARE)
        | dict.fromkeys(words("officialese"), 1.0)
    )


def grammar() -> dict[str, Any]:
    """The tables of `kg/lexicon/grammar.toml`."""
    return tomllib.loads((Path(__file__).parent.parent / "lexicon" / "grammar.toml").read_text(encoding="utf-8"))


def _unit_posts(heads: Phrases[Row]) -> frozenset[str]:
    """Short posts that hold the first word of what they are at the head of: `Kadis` is `Kepala Dinas`."""
    rows = ((row["form"].lower(), row["canonical"].lower().split()) for row in table("posts"))
    return frozenset(form for form, spelt in rows if " " not in form and len(spelt) == 2 and spelt[1] in heads.firsts)


def _terms() -> TermWords:
    file = Path(__file__).parent.parent / "lexicon" / "terms.toml"
    groups = tomllib.loads(file.read_text(encoding="utf-8"))
    return TermWords(**{name: Phrases((phrase, phrase) for phrase in group) for name, group in groups.items()})


def _namers() -> frozenset[str]:
    """First words of everything that is named by a head, so that none is taken for a person's name part."""
    given = _given()
    tables = (
        ("posts", "form"),
        ("institution_heads", "head"),
        ("regulations", "form"),
        ("events", "form"),
        ("initiatives", "form"),
    )
    first = {row[column].lower().split()[0] for name, column in tables for row in table(name)}
    return frozenset((first | {venue.lower().split()[0] for venue in words("venues")}) - given)


def _capitals() -> frozenset[str]:
    """Known bodies' one-word forms that are written in capitals only."""
    forms = (form for row in table("institutions") for form in (row["label"], *row["forms"].split("|")))
    return frozenset(form for form in forms if form.isupper() and " " not in form)


@cache
def vocabulary() -> Vocabulary:
    """The whole lexicon, read once a process. DataError where a file is not well formed."""
    wide, narrow = _regions()
    weights = grammar()
    tables = {name: _keyed(name) for name in ("posts", "events", "status", "initiatives")}
    tables["titles"] = _titles()
    tables |= {"heads": _keyed("institution_heads", "head"), "bodies": _bodies()}
    names: dict[str, Phrases[str]] = {
        name: Phrases((word, word) for word in sorted(words(name)))
        for name in ("countries", "islands", "peoples", "venues")
    }
    names["countries"] = Phrases((word, word) for word in sorted(words("countries") | words("towns")))
    return Vocabulary(
        posts=tables["posts"],
        heads=tables["heads"],
        tails=frozenset(weights["tails"]["institution"] + weights["tails"]["event"]),
        body_tails=frozenset(weights["tails"]["institution"]),
        event_tails=frozenset(weights["tails"]["event"]),
        venue_tails=frozenset(weights["tails"]["venue"]),
        connectors={name: frozenset(group) for name, group in weights["connectors"].items()},
        firsts=frozenset().union(
            *(phrases.firsts for phrases in tables.values()),
            *(phrases.firsts for phrases in names.values()),
            wide.firsts,
            narrow.firsts,
            weights["marks"]["villages"],
            weights["post"]["small"],
        ),
        here=Phrases((phrase, phrase) for phrase in weights["reference"]["here"]),
        bodies=tables["bodies"],
        acronyms={row["form"]: row for row in table("acronyms")},
        events=tables["events"],
        titles=tables["titles"],
        verbs=_verbs(),
        status=tables["status"],
        regions=wide,
        districts=narrow,
        countries=names["countries"],
        islands=names["islands"],
        peoples=names["peoples"],
        venues=names["venues"],
        seats=frozenset(row["form"].lower().split()[-1] for row in table("posts") if row["institution"].endswith("*")),
        local_seats=frozenset(weights["post"]["local"]),
        branches=frozenset(weights["regional"]["branches"]),
        hosts=frozenset(weights["institution"]["before"]),
        small_titles=frozenset(row["form"] for row in table("titles") if row["form"][0].islower()),
        small_posts=frozenset(weights["post"]["small"]),
        unit_posts=_unit_posts(tables["heads"]),
        villages=frozenset(row["form"].lower().split()[-1] for row in table("posts") if row["kind"] == "village_head"),
        namers=_namers(),
        capitals=_capitals(),
        lands={row["form"].lower(): row["country"] for row in table("country_aliases")},
        nominalisations={row["form"]: row["event"] for row in table("nominalisations")},
        regulations=_keyed("regulations"),
        initiatives=tables["initiatives"],
        stop=frozenset(word.lower() for word in words("stop")),
        given=_given(),
        cues=words("person_cues"),
        ranks=frozenset(
            row["form"].lower() for row in table("titles") if row["kind"] == "rank" and " " not in row["form"]
        ),
        common=_commonness(),
        weights=weights,
        marks=SmallWords(**{name: frozenset(group) for name, group in weights["marks"].items()}),
        late=Phrases((phrase, phrase) for phrase in weights["post"]["late"]),
        constituencies=Phrases((phrase, phrase) for phrase in weights["post"]["constituencies"]),
        terms=_terms(),
    )
