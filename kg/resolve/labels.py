"""Canonical labels and keys of the groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import Day, Entity, Kind, Referent
from kg.resolve.forms import Member, digest, in_area, known_bodies, normal, place_aliases, slug
from kg.resolve.names import glued, name_words

_SELDOM = 20


def canonical(kind: Kind, members: Sequence[Referent]) -> tuple[str, tuple[str, ...]]:
    """The label and the other forms: a known body's own label where an article spells it out or the lexicon
    holds it, else the fullest form, of several one not in capitals alone, then the one met in most articles; a place
    without a mere `kawasan`, a person without words that are no name."""
    counts = _usual(Counter(member.label for member in members))
    forms = {form for member in members for form in (member.label, *member.forms)}
    label = _known(forms) if kind == Kind.INSTITUTION else None
    if label is None:
        counts = {form: count for form, count in counts.items() if _clean(kind, form)} or counts
        label = min(counts, key=lambda form: (-len(form.split()), _shouts(form), -counts[form], -len(form), form))
    return label, tuple(form for form in sorted(forms) if form != label)


def _clean(kind: Kind, form: str) -> bool:
    """Whether nothing is in the form that does not belong there."""
    if kind == Kind.PERSON:
        return len(name_words(form)) == len(normal(form).split()) and not glued(form)
    return kind != Kind.PLACE or (in_area(form) is None and normal(form) not in place_aliases())


def _shouts(form: str) -> bool:
    return " " in form and form.isupper()


def _usual(counts: Counter[str]) -> dict[str, int]:
    """The labels without those that hardly any of the articles have: slips, and names that ran on."""
    least = max(counts.values()) / _SELDOM
    return {label: count for label, count in counts.items() if count >= least}


def _known(forms: Iterable[str]) -> str | None:
    found = sorted({known_bodies()[normal(form)] for form in forms if normal(form) in known_bodies()})
    return found[0] if len(found) == 1 else None


def path(kind: Kind, label: str, parent: str | None) -> str:
    """The readable path of an entity: its class, its body for a post, and its label."""
    folder = kind.value.lower()
    if kind == Kind.ROLE and parent is not None:
        return f"{folder}/{parent.partition('/')[2]}/{slug(label)}"
    return f"{folder}/{slug(label)}"


def suffixed(path: str, member: Member) -> str:
    """A path that another thing has already, with a suffix that only the member decides."""
    return f"{path}-{digest(f'{member[0]} {member[1]}')}"


class Order:
    """In what order members came to be known: by their article's date, then its id; so that things keep their IRIs
    when later articles are added."""

    def __init__(self, said: Mapping[str, Day]) -> None:
        self._said = said

    def __call__(self, member: Member) -> tuple[str, str, int]:
        day = self._said.get(member[0])
        return str(day) if day else "9999-99-99", *member

    def first(self, members: Iterable[Member]) -> Member:
        """The one that was known first."""
        return min(members, key=self)


class Alone:
    """What each member would have been called if its article were the only one."""

    def __init__(self, referents: Mapping[Kind, Mapping[Member, Referent]]) -> None:
        self._referents = {member: one for of_kind in referents.values() for member, one in of_kind.items()}

    def __call__(self, member: Member) -> str:
        one = self._referents[member]
        label, _ = canonical(one.kind, [one])
        is_post = one.kind == Kind.ROLE and one.parent is not None
        return path(one.kind, label, self((member[0], one.parent)) if is_post and one.parent is not None else None)


def keys(paths: Mapping[Member, str], order: Order) -> dict[Member, str]:
    """A key for each group's first member: its path; where groups share one, all but the one known first get a
    suffix, so that no order of the input shows."""
    sharing: dict[str, list[Member]] = defaultdict(list)
    for member, path in paths.items():
        sharing[path].append(member)
    found: dict[Member, str] = {}
    for path, members in sharing.items():
        first, *others = sorted(members, key=order)
        found[first] = path
        found |= {member: suffixed(path, member) for member in others}
    return found


def formerly(entities: Sequence[Entity], alone: Callable[[Member], str], order: Order) -> list[Entity]:
    """The entities, each with the keys that its members had before it was known that they are one.

    A name that several would have had was that of the member known first, the others' had their suffix.
    """
    claims: dict[str, list[tuple[Member, int]]] = defaultdict(list)
    for number, entity in enumerate(entities):
        for member in entity.members if len(entity.members) > 1 else ():
            claims[alone(member)].append((member, number))
    taken = {entity.key for entity in entities}
    old: dict[int, set[str]] = defaultdict(set)
    for path, claimants in claims.items():
        first, *others = sorted(claimants, key=lambda claim: order(claim[0]))
        old[first[1]].add(path)
        if len({number for _, number in claimants}) > 1 or _single_word(path):
            for member, number in others:
                old[number].add(suffixed(path, member))
    return [
        replace(entity, formerly=tuple(sorted(old[number] - taken))) if old[number] - taken else entity
        for number, entity in enumerate(entities)
    ]


def _single_word(path: str) -> bool:
    folder, _, name = path.partition("/")
    return folder == "person" and "-" not in name
