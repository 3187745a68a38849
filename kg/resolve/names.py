"""Personal names: made comparable, and in what way two of them may be one person's."""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from kg.language.spelling import singled
from kg.lexicon import table, words
from kg.resolve.forms import normal

_LETTERS_APART = 2
_LONG_WORD = 6
_LONG_VERB = 8
_LEAST_VERB = 4
_OFTEN = 20
_LEAST_LEFT = 3
_FIRST = "i"
Words = tuple[str, ...]


@cache
def _variants(kind: str) -> dict[str, str]:
    return {normal(row["form"]): row["canonical"] for row in table("name_variants") if row["kind"] == kind}


@cache
def common_words() -> frozenset[str]:
    """Words of names that many bear."""
    return frozenset(normal(word) for word in words("given_names")) | {"muhammad", "ahmad"}


@lru_cache(maxsize=1 << 17)
def name_words(label: str) -> Words:
    """The words of a name, variants as one: `Moh. Mahfud` and `Muhammad Mahfud` are the same."""
    found = [_bare(word) for word in normal(label).split()]
    found = [_variants("word").get(word, word) for word in found]
    if len(found) > 2 and found[0] in fields():
        del found[0]  # `Menko Perekonomian Santika Wulung`
    if len(found) > 1 and ((len(found[-1]) >= _LONG_VERB and found[-1].endswith("kan")) or found[-1] in _bare_verbs()):
        found.pop()  # `Santika Peringatkan …`, `Santika Pimpin …`, from a headline
    if len(found) > 2 and found[0] == _FIRST and _first(found[1]) in _variants("first").values():
        del found[0]  # `Teradu I Mochammad Santika`
    if len(found) > 1:
        found[0] = _first(found[0])
    return tuple(found)


def _first(word: str) -> str:
    """The word as a name begins with it, variants as one."""
    return _variants("first").get(word, word)


def glued(label: str) -> bool:
    """Whether a word of the name has a verb behind it, for want of a space."""
    return any(_bare(word) != word for word in normal(label).split())


@cache
def fields() -> frozenset[str]:
    """What ministries are for, in a word, which is no person's name: `perekonomian`, `keuangan`."""
    ministries = (row for row in table("institutions") if row["kind"] == "ministry")
    names = (normal(form) for row in ministries for form in (row["label"], *row["forms"].split("|")))
    last = {name.rpartition("kementerian ")[2].removeprefix("koordinator bidang ") for name in names}
    return frozenset(field for field in last if " " not in field and not field.startswith("kem"))


def _bare(word: str) -> str:
    """The word without the number of a footnote (`lahadalia2`), or the verb behind it where a text lost its space
    (`lahadaliamengatakan`)."""
    word = word.rstrip("0123456789") or word
    if len(word) <= _LONG_WORD + _LEAST_LEFT:
        return word
    verb = next((verb for verb in _saying() if word.endswith(verb) and len(word) - len(verb) >= _LEAST_LEFT), "")
    return word.removesuffix(verb)


@cache
def _saying() -> tuple[str, ...]:
    """Verbs of saying that no name ends in: `mengatakan`, `menyebut`."""
    found = {row["form"] for row in table("verbs") if row["class"] == "say" and row["form"].startswith("me")}
    return tuple(sorted(verb for verb in found if len(verb) > _LONG_WORD and verb.isalpha()))


@cache
def _bare_verbs() -> frozenset[str]:
    """Verbs as headlines have them, without what stands before them elsewhere: `pimpin`, for `memimpin`."""
    passive = (word.removeprefix("di") for word in usual_words() if word.startswith("di"))
    return frozenset(word for word in passive if len(word) > _LEAST_VERB and word in _listed_words()) - common_words()


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """The word in the spelling of today: `soekarno` → `sukarno`."""
    for old, new in _variants("letters").items():
        word = word.replace(old, new)
    return word


@lru_cache(maxsize=1 << 17)
def heard(word: str) -> str:
    """The word as it is heard: `eddy` and `edi`, `aqil` and `akil`, `tarmidzi` and `tarmizi`."""
    word = folded(word)
    for old, new in _variants("sounds").items():
        word = word.replace(old, new)
    return singled(word)


def relation(a: Words, b: Words) -> str:
    """The feature of `weights.toml` that says how two names agree, `names-apart` where they do not."""
    if len(a) > 1 and len(b) > 1:
        return _full(a, b)
    if a == b:
        return "same-word"
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if short[0] in long or folded(short[0]) in map(folded, long):
        return "part-of-name"
    if heard(short[0]) in map(heard, long) or any(_slipped(short[0], word) for word in long):
        return "part-misspelt"
    if len(long) == 1:
        return "other-word"
    return "made-of-beginnings" if made_of(short[0], long) else _begun(short[0], long)


def _begun(word: str, name: Words) -> str:
    """What a word that is none of the name's says: the beginning of one may be how its bearer is called."""
    begins = len(word) >= _LEAST_LEFT and any(other.startswith(word) for other in name)
    return "begins-word" if begins else "names-apart"


def _full(a: Words, b: Words) -> str:
    if a == b:
        return "same-name"
    x, y = without_muhammad(a), without_muhammad(b)
    if x == y or "".join(map(folded, x)) == "".join(map(folded, y)):
        return "variant"
    if tuple(map(heard, x)) == tuple(map(heard, y)):
        return "sounds-same"
    if len(x) == len(y) and all(map(_fits, x, y)):
        return "initials"
    short, long = sorted((x, y), key=len)
    if len(short) < len(long) and len(short) > 1 and _fits(short[0], long[0]) and _within(short, long):
        return "longer-name"
    if len(short) > 1 and tuple(short) == tuple(long[1:]):
        return "first-left-out"
    return "spelling" if _slip(x, y) or _slip(short, long[: len(short)]) else "names-apart"


def without_muhammad(name: Words) -> Words:
    """The name without a leading Muhammad that others leave out: `M. Yusuf Kalla`, `Yusuf Kalla`."""
    return name[1:] if len(name) > 2 and name[0] in ("muhammad", "m") else name


def _fits(x: str, y: str) -> bool:
    """Whether two words are one, as written, in an old spelling, or one the initial of the other."""
    return x == y or folded(x) == folded(y) or (1 in (len(x), len(y)) and x[0] == y[0])


def _within(short: Words, long: Words) -> bool:
    rest = iter(long)
    return all(any(_fits(word, other) for other in rest) for word in short)


def _slip(a: Words, b: Words) -> bool:
    """Whether two names are a slip of spelling apart: a letter or two of one word, or a space and a letter."""
    if len(a) != len(b):
        return min(len(a), len(b)) > 1 and DamerauLevenshtein.distance("".join(a), "".join(b)) <= 1
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(a) > 1 and len(apart) == 1 and _misspelt(*apart[0])


def _misspelt(x: str, y: str) -> bool:
    """Whether two words are one, misspelt: `Ari` and `Arie`, but not `Ali` and `Adi` or `Andi` and `Anto`."""
    edits = DamerauLevenshtein.distance(x, y)
    if any(len(rest) > _LEAST_LEFT and rest in usual_words() for rest in (x.removeprefix(y), y.removeprefix(x))):
        return True  # `wulungbuka`, for `wulung buka`
    return x[0] == y[0] and edits <= _LETTERS_APART and edits * 3 < max(len(x), len(y))


def _slipped(x: str, y: str) -> bool:
    """Whether two long words are a letter apart, or a double one: `afifuddin`, `affifudin`."""
    return min(len(x), len(y)) > _LONG_WORD and _misspelt(singled(x), singled(y))


@cache
def usual_words() -> frozenset[str]:
    """Words that are usual in lower case."""
    return frozenset(row["word"] for row in table("words") if int(row["lower"]) >= _OFTEN)


@cache
def _listed_words() -> frozenset[str]:
    """Words that live in lower case."""
    return frozenset(row["word"] for row in table("words"))


def made_of(word: str, name: Words) -> bool:
    """Whether a nickname is made of beginnings of a name's words, in order: `jokowi` of `joko widodo`, `ahy`."""
    if not name:
        return not word
    first, rest = name[0], name[1:]
    shared = next((n for n, (x, y) in enumerate(zip(word, first, strict=False)) if x != y), min(len(word), len(first)))
    return any(made_of(word[n:], rest) for n in range(1, shared + 1))
