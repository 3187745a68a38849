"""Where a noun phrase ends: the rules that events, topics and regulations share."""

from __future__ import annotations

from kg.extract.vocabulary import Vocabulary
from kg.language.tokens import Tokens

MARKS = "\"“”'‘’"
"""Quote marks, opening and closing ones."""

_LONGEST = 22
_LONGEST_TITLE = 30
_SHORTEST_VERB = 6


def noun_phrase(tokens: Tokens, vocabulary: Vocabulary, first: int, last: int, *, longest: int = _LONGEST) -> int:
    """The token behind the noun phrase that begins at `first`, never past `last`.

    It ends at a mark (a comma that joins a list apart), at a word of `[phrase] ends` in `grammar.toml`, at a
    verb, at `hari itu`, and never on a connector.
    """
    ends = vocabulary.weights["phrase"]["ends"]
    i = first
    while i < min(last, first + longest):
        if tokens.kind[i] in "pl" and tokens.word[i] not in ("/", "-", "&") and not _list_comma(tokens, i, last):
            break
        verb = i > first and (_clause_verb(tokens, vocabulary, i) or verbal(tokens, vocabulary, i))
        if tokens.lower[i] in ends or verb or (tokens.lower[i] == "hari" and _pointed(tokens, vocabulary, i + 1)):
            break
        i += 1
    while i > first and (tokens.lower[i - 1] in vocabulary.weights["phrase"]["joins"] or tokens.kind[i - 1] == "p"):
        i -= 1
    return i


def _pointed(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    """Whether a word points back there: `rakor hari | itu`."""
    return i < tokens.count and tokens.lower[i] in vocabulary.weights["reference"]["these"]


def verbal(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    """Whether the lower-case word looks like a verb by its prefix (`mem-`, `di-`) and is none of the known nouns."""
    lower, forms = tokens.lower[i], vocabulary.weights["phrase"]
    if tokens.cap[i] or tokens.kind[i] != "w" or len(lower) < _SHORTEST_VERB or lower in forms["nouns"]:
        return False
    passive = lower.startswith("di") and lower not in vocabulary.events.firsts
    return passive or lower.startswith(tuple(forms["active"]))


def title(tokens: Tokens, at: int) -> int:
    """The closing mark of the title in quote marks that opens at `at`, within one paragraph; `at` where none does.

    A title is no speech: it has two words and more, and most of them begin with capitals.
    """
    if at >= tokens.count or tokens.word[at] not in MARKS:
        return at
    for i in range(at + 1, min(at + _LONGEST_TITLE, tokens.count)):
        if tokens.kind[i] == "l":
            return at
        if tokens.word[i] in MARKS and not _glued(tokens, i):
            words = [k for k in range(at + 1, i) if tokens.kind[k] == "w"]
            capitals = sum(tokens.cap[k] for k in words)
            return i if len(words) > 1 and tokens.cap[words[0]] and capitals * 2 > len(words) else at
    return at


def _glued(tokens: Tokens, i: int) -> bool:
    """Whether the mark stands inside a word: an apostrophe."""
    return i + 1 < tokens.count and tokens.kind[i + 1] == "w" and tokens.end[i] == tokens.start[i + 1]


def _list_comma(tokens: Tokens, i: int, last: int) -> bool:
    """A comma in a short enumeration: one to three words, then another comma or `dan`."""
    if tokens.word[i] != ",":
        return False
    for j in range(i + 1, min(i + 6, last)):
        if tokens.lower[j] in ("dan", "serta", "hingga"):
            return j > i
        if tokens.kind[j] != "w":
            return tokens.word[j] == "," and j > i + 1 and _list_comma(tokens, j, last)
    return False


def _clause_verb(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    if tokens.lower[i] not in vocabulary.verbs.firsts:
        return False
    found = vocabulary.verbs.longest(tokens.lower, i)
    return bool(
        found and found[1]["class"] in ("say", "said", "organised", "held", "attended", "theme", "opened", "discuss")
    )
