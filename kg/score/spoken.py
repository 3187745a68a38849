"""Quotations beside the gold's: one is right when its speaker is and it holds the words that the gold's begins with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.score.gold import SAYS, Gold, GoldQuote
from kg.score.match import plain
from kg.score.tally import QUOTE, Outcome, Verdict
from kg.score.told import Told

_FEWEST_WORDS = 4
_SHOWN = 60
_Fact = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What people are told to say in an article.

    texts: of each fact (speaker, says, quotation), in order of the article; met: the gold quote that it is
    missed: the gold quotes that none is
    """

    told: Told
    texts: Mapping[_Fact, str]
    met: Mapping[_Fact, GoldQuote]
    missed: tuple[GoldQuote, ...]

    @classmethod
    def of(cls, gold: Gold, told: Told, placed: Mapping[str, str]) -> Spoken:
        """Each gold quote is met once, by the first quotation that fits; a quotation meets one at most."""
        texts = {claim.fact: told.node(claim.object) for claim in told.claims if claim.relation == SAYS}
        spoken = {fact: plain(node.text or node.name) for fact, node in texts.items()}
        left = {(quote.speaker, plain(quote.starts)): quote for quote in gold.quotes}
        met: dict[_Fact, GoldQuote] = {}
        for fact, text in spoken.items():
            key = next((key for key in left if key[0] == placed.get(fact[0]) and key[1] in text), None)
            if key is not None:
                met[fact] = left.pop(key)
        return cls(told, spoken, met, tuple(left.values()))

    def right(self, fact: _Fact) -> bool | None:
        """Whether it is one of the gold's; None where that does not count: an optional one, or a very short one."""
        if fact in self.met:
            return None if self.met[fact].optional else True
        return False if len(self.texts[fact].split()) >= _FEWEST_WORDS else None

    def verdicts(self, names: Mapping[str, str]) -> Iterator[Verdict]:
        """Each quotation that counts; `names` says what each speaker of the gold is called."""
        for fact in self.texts:
            right = self.right(fact)
            if right is not None:
                yield Verdict(QUOTE, Outcome.HIT if right else Outcome.EXTRA, self._words(fact))
        for quote in self.missed:
            if not quote.optional:
                yield Verdict(QUOTE, Outcome.MISS, f"quote by {names[quote.speaker]}: {quote.starts}")

    def _words(self, fact: _Fact) -> str:
        text = self.told.node(fact[2])
        return f"quote by {self.told.node(fact[0]).name}: {(text.text or text.name)[:_SHOWN]}"
