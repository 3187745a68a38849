"""Which persons are one. Names alone unite only whole names; anything less needs a shared post.

rule                 unites                                       evidence
same-name            the same name of two words or more           unless their posts are in different regions
same-name-same-post  the same name of one word                    a post both hold
longer-name          `Sri Mulyani`, `Sri Mulyani Indrawati`       a post both hold
spelling             `Budi Ari Setiadi`, `Budi Arie Setiadi`      a post both hold, a letter or two of one word apart
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from rapidfuzz.distance import DamerauLevenshtein

from kg.model import Referent
from kg.resolve.forms import Member, normal
from kg.resolve.groups import Groups

_VARIANTS = {
    "mohammad": "muhammad",
    "mohamad": "muhammad",
    "moh": "muhammad",
    "muh": "muhammad",
    "mochamad": "muhammad",
}
_LETTERS_APART = 2


def unite_people(
    people: Mapping[Member, Referent],
    posts_of: Mapping[Member, frozenset[str]],
    regions_of: Mapping[Member, frozenset[str]],
) -> Groups[Member]:
    """The persons of all articles, grouped. posts_of: keys of the posts each holds; regions_of: where those are."""
    groups: Groups[Member] = Groups(people)
    blocks: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(people):
        name = person_name(people[member].label)
        if " " in name:
            blocks[name].append(member)
    for members in blocks.values():
        _unite_namesakes(members, regions_of, groups)
    _unite_by_post(people, posts_of, groups)
    return groups


def person_name(label: str) -> str:
    """The name made comparable: `Moh. Mahfud` and `Muhammad Mahfud` are the same."""
    words = normal(label).split()
    return " ".join(_VARIANTS.get(word, word) if number == 0 else word for number, word in enumerate(words))


def _unite_namesakes(
    members: list[Member], regions_of: Mapping[Member, frozenset[str]], groups: Groups[Member]
) -> None:
    """Namesakes are one unless their posts are in regions apart; those without a region join only one cluster."""
    clusters: list[tuple[set[str], Member]] = []
    for member in members:
        regions = set(regions_of.get(member, ()))
        fits = [cluster for cluster in clusters if not regions or not cluster[0] or _near(regions, cluster[0])]
        if len(fits) == 1 or (fits and not regions):
            groups.unite(fits[0][1], member)
            fits[0][0].update(regions)
        else:
            clusters.append((regions, member))


def _near(left: set[str], right: set[str]) -> bool:
    """Whether some region of one side is, or is inside, one of the other."""
    return any(a.startswith(b) or b.startswith(a) for a in left for b in right)


def _unite_by_post(
    people: Mapping[Member, Referent], posts_of: Mapping[Member, frozenset[str]], groups: Groups[Member]
) -> None:
    holders: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(people):
        for post in sorted(posts_of.get(member, ())):
            holders[post].append(member)
    for post, members in sorted(holders.items()):
        for number, left in enumerate(members):
            for right in members[number + 1 :]:
                if left[0] != right[0] and groups.find(left) != groups.find(right):
                    rule = alike(people[left].label, people[right].label)
                    if rule:
                        why = f"{rule}: {people[left].label} and {people[right].label} both hold {post}"
                        groups.unite(left, right, why)


def alike(left: str, right: str) -> str:
    """The rule by which two names may be one person's, given a post in common; empty if none."""
    a, b = person_name(left).split(), person_name(right).split()
    if a == b:
        return "same-name-same-post"
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and short[0] == long[0] and len(short) > 1 and _within(short, long):
        return "longer-name"
    apart = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return "spelling" if len(a) == len(b) > 1 and len(apart) == 1 and _slip(*apart[0]) else ""


def _slip(left: str, right: str) -> bool:
    """Whether two words are one, misspelt: `Ari` and `Arie`, but not `Ali` and `Adi` or `Andi` and `Anto`."""
    edits = DamerauLevenshtein.distance(left, right)
    return left[0] == right[0] and edits <= _LETTERS_APART and edits * 3 < max(len(left), len(right))


def _within(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)
