"""Where a noun phrase ends: the rules that events, topics and regulations share."""

from __future__ import annotations

from kg.extract.vocabulary import Vocabulary
from kg.language.tokens import Tokens

_LONGEST = 22
_SHORTEST_VERB = 6


def noun_phrase(tokens: Tokens, vocabulary: Vocabulary, first: int, last: int, *, longest: int = _LONGEST) -> int:
    """The token behind the noun phrase that begins at `first`, never past `last`.

    It ends at a mark (a comma that joins a list apart), at a word of `[phrase] ends` in `grammar.toml`, at a
    verb, and never on a connector.
    """
    ends = vocabulary.weights["phrase"]["ends"]
    i = first
    while i < min(last, first + longest):
        if tokens.kind[i] in "pl" and tokens.word[i] not in ("/", "-", "&") and not _list_comma(tokens, i, last):
            break
        verb = i > first and (_clause_verb(tokens, vocabulary, i) or verbal(tokens, vocabulary, i))
        if tokens.lower[i] in ends or verb:
            break
        i += 1
    while i > first and (tokens.lower[i - 1] in vocabulary.weights["phrase"]["joins"] or tokens.kind[i - 1] == "p"):
        i -= 1
    return i


def verbal(tokens: Tokens, vocabulary: Vocabulary, i: int) -> bool:
    """Whether the lower-case word looks like a verb by its prefix (`mem-`, `di-`) and is none of the known nouns."""
    lower, forms = tokens.lower[i], vocabulary.weights["phrase"]
    if tokens.cap[i] or tokens.kind[i] != "w" or len(lower) < _SHORTEST_VERB or lower in forms["nouns"]:
        return False
    passive = lower.startswith("di") and lower not in vocabulary.events.firsts
    return passive or lower.startswith(tuple(forms["active"]))


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
