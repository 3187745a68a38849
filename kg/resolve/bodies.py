"""Which institutions are one: the lexicon's forms, equal names, acronyms that are defined one way only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.model import Referent
from kg.resolve.forms import Member, head_expansions, headed, known_bodies, local_heads, normal
from kg.resolve.groups import Groups


def unite_bodies(bodies: Mapping[Member, Referent]) -> Groups[Member]:
    """The institutions of all articles, grouped."""
    groups: Groups[Member] = Groups(bodies)
    first: dict[str, Member] = {}
    acronyms: dict[str, set[str]] = defaultdict(set)
    bare: list[tuple[Member, str]] = []
    for member in sorted(bodies):
        name = body_name(bodies[member], member[0])
        if name in first:
            groups.unite(first[name], member)
        first.setdefault(name, member)
        for form in bodies[member].forms:
            if _short(form) and not _short(bodies[member].label):
                acronyms[normal(form)].add(name)
        if _short(bodies[member].label) and not name.startswith("="):
            bare.append((member, normal(bodies[member].label)))
    for member, acronym in bare:
        if len(acronyms[acronym]) == 1:
            full = first[next(iter(acronyms[acronym]))]
            groups.unite(
                full, member, f"acronym-defined: {bodies[member].label} is {bodies[full].label}, and nothing else"
            )
    return groups


def body_name(body: Referent, article: str) -> str:
    """What tells the body from others: `=` and the lexicon's label, or its name spelt out, with the region.

    A local body without its region (`Dinas Kesehatan`, `DPRD`) is its article's own.
    """
    for form in (body.label, *body.forms):
        spelt = normal(form).removesuffix(" ri"), headed(form, head_expansions()).removesuffix(" ri")
        known = next((known_bodies()[name] for name in spelt if name in known_bodies()), None)
        if known:
            return f"={known}"
    name = headed(body.label, head_expansions()).removesuffix(" ri")
    if body.region is None and _local(name):
        return f"{name}@{article}"
    return f"{_without_level(name)}#{body.region}" if body.region else name


def _without_level(name: str) -> str:
    return (
        " ".join(word for word in name.split() if word not in ("kota", "kabupaten", "provinsi", "pemerintah")) or name
    )


def _local(name: str) -> bool:
    words = name.split()
    return words[0] == "dinas" or any(
        " ".join(words[:n]) in local_heads() for n in range(1, len(words) + 1) if n == len(words)
    )


def _short(form: str) -> bool:
    return len(form.split()) == 1 and len(form) <= 14 and sum(letter.isupper() for letter in form) >= 1
