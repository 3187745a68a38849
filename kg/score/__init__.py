"""How good a graph is: what it tells of articles beside what a careful reader annotated, the gold.

===========  ==============================================================
gold         annotations from their files, JSON by `record`
told         what the graph tells of the same articles
match        which node is which entity of the gold
judge        what is right, wrong and missing, by article; quotations in `spoken`
distractors  which sentences were taken for what they do not say
tally        counts and figures; `bootstrap`: how sure they are
report       all of that as a table or as JSON
===========  ==============================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.score.bootstrap import Spread, spreads
from kg.score.distractors import Belief, beliefs
from kg.score.gold import GoldSet
from kg.score.judge import Judgement, judge, merged
from kg.score.tally import MERGE, Tally, Verdict, rows, tally
from kg.score.told import tell

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass(frozen=True, slots=True)
class Score:
    """A graph judged by a gold set: article by article, what should be one node, and the distractors."""

    judgements: tuple[Judgement, ...]
    merges: tuple[Verdict, ...]
    beliefs: tuple[Belief, ...]

    @property
    def missing(self) -> list[str]:
        """The articles that the graph does not have."""
        return [one.article for one in self.judgements if not one.known]

    @property
    def judged(self) -> list[Belief]:
        """The distractors whose article's text was at hand."""
        return [belief for belief in self.beliefs if belief.relations is not None]

    @property
    def unjudged(self) -> list[Belief]:
        """The distractors whose article's text was not."""
        return [belief for belief in self.beliefs if belief.relations is None]

    @property
    def believed(self) -> list[Belief]:
        """The distractors that the graph believes."""
        return [belief for belief in self.beliefs if belief.relations]

    def tallies(self) -> dict[str, Tally]:
        """The counts of every row."""
        return tally([*(verdict for one in self.judgements for verdict in one.verdicts), *self.merges])

    def spreads(self) -> dict[str, Spread]:
        """How sure the figures are: by articles drawn anew, and for merges by pairs."""
        articles = spreads([tally(one.verdicts) for one in self.judgements], rows())
        return articles | spreads([tally([verdict]) for verdict in self.merges], [MERGE])


def score(graph: Graph, golds: GoldSet, articles: Path) -> Score:
    """The graph judged by the gold; `articles` is where their texts lie, which only distractors need.

    InputError where a distractor is not in its article's text, or that text cannot be read.
    """
    tales = tell(graph, [gold.article for gold in golds.golds])
    judgements = tuple(judge(gold, tales.get(gold.article)) for gold in golds.golds)
    found = tuple(belief for gold in golds.golds for belief in beliefs(gold, tales.get(gold.article), articles))
    return Score(judgements, merged(golds, judgements), found)
