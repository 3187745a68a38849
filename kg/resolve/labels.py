"""Canonical labels and keys of the groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Kind, Referent
from kg.resolve.forms import Member, digest, known_bodies, normal, slug


def canonical(kind: Kind, members: Sequence[Referent]) -> tuple[str, tuple[str, ...]]:
    """The label and the other forms: a known body's own label where an article spells it out or the lexicon
    holds it, else the fullest form, of several one not in capitals alone, then the one met in most articles."""
    counts = Counter(member.label for member in members)
    forms = set(counts) | {form for member in members for form in member.forms}
    label = _known(forms) if kind == Kind.INSTITUTION else None
    if label is None:
        label = min(counts, key=lambda form: (-len(form.split()), _shouts(form), -counts[form], -len(form), form))
    return label, tuple(form for form in sorted(forms) if form != label)


def _shouts(form: str) -> bool:
    return " " in form and form.isupper()


def _known(forms: Iterable[str]) -> str | None:
    found = sorted({known_bodies()[normal(form)] for form in forms if normal(form) in known_bodies()})
    return found[0] if len(found) == 1 else None


def keys(paths: Mapping[Member, str]) -> dict[Member, str]:
    """A key for each group's first member: its path; where groups share one, all but that of the smallest
    article's id get a suffix made from their own first member, so that no order of the input shows."""
    sharing: dict[str, list[Member]] = defaultdict(list)
    for member, path in paths.items():
        sharing[path].append(member)
    found: dict[Member, str] = {}
    for path, members in sharing.items():
        for number, member in enumerate(sorted(members)):
            found[member] = path if number == 0 else f"{path}-{digest(f'{member[0]} {member[1]}')}"
    return found


def path(kind: Kind, label: str, parent: str | None) -> str:
    """The readable path of an entity: its class, its body for a post, and its label."""
    folder = kind.value.lower()
    if kind == Kind.ROLE and parent is not None:
        return f"{folder}/{parent.partition('/')[2]}/{slug(label)}"
    return f"{folder}/{slug(label)}"
