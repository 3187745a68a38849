"""A score as text: a table for people, JSON for programs; what was wrong and missing, by article, on demand."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from kg.score import Score
from kg.score.bootstrap import Interval, Spread
from kg.score.tally import MERGE, QUOTE, Outcome, Tally, Verdict

_SIGNS = {Outcome.MISS: "-", Outcome.EXTRA: "+"}
_WIDTH = 13
_HEAD = f"{'':{_WIDTH}}{'P':>7}{'R':>7}{'F1':>7}{'hit':>6}{'miss':>6}{'extra':>6}" + "".join(
    f"{name + ', 95 %':>12}" for name in ("P", "R", "F1")
)


def as_table(score: Score, errors: bool = False) -> str:
    """A line for each row, `–` where nothing is annotated or told; below it the distractors and what is not known."""
    spreads = score.spreads()
    rows = [_row(name, tally, spreads.get(name)) for name, tally in _shown(score)]
    return "\n".join([*(_listed(score) if errors else ()), _HEAD, *rows, *_notes(score)])


def as_json(score: Score, errors: bool = False) -> str:
    """The same as one JSON object: `rows` by name, `distractors`, `missing` articles, and `errors` if wanted."""
    spreads = score.spreads()
    document: dict[str, Any] = {
        "articles": len(score.judgements),
        "missing": score.missing,
        "rows": {name: _figures(tally, spreads.get(name)) for name, tally in _shown(score)},
        "distractors": {"believed": len(score.believed), "of": len(score.judged), "unjudged": len(score.unjudged)},
    }
    if errors:
        document["errors"] = [_error(*one) for one in _wrong(score)]
    return json.dumps(document, ensure_ascii=False, indent=1)


FORMATS = {"table": as_table, "json": as_json}
"""How a score is written, by the name that the command line takes."""


def _shown(score: Score) -> Iterator[tuple[str, Tally]]:
    """Every row; quotes and merges only where there are any."""
    for name, tally in score.tallies().items():
        if tally or name not in (QUOTE, MERGE):
            yield name, tally


def _row(name: str, tally: Tally, spread: Spread | None) -> str:
    counts = f"{tally.hit:6}{tally.miss:6}{tally.extra:6}"
    if spread is None:
        return f"{name:{_WIDTH}}" + f"{'–':>7}" * 3 + counts
    figures = "".join(f"{figure:7.3f}" for figure in (tally.precision, tally.recall, tally.f1))
    bounds = "".join(f"{_range(interval):>12}" for interval in (spread.precision, spread.recall, spread.f1))
    return f"{name:{_WIDTH}}{figures}{counts}{bounds}"


def _range(interval: Interval | None) -> str:
    return f"{interval[0]:.2f}–{interval[1]:.2f}" if interval else "–"


def _figures(tally: Tally, spread: Spread | None) -> dict[str, Any]:
    figures = {"P": tally.precision, "R": tally.recall, "F1": tally.f1}
    counts = {"hit": tally.hit, "miss": tally.miss, "extra": tally.extra}
    bounds = {"P": spread.precision, "R": spread.recall, "F1": spread.f1} if spread else dict.fromkeys(figures)
    intervals = {name: [round(bound, 3) for bound in found] if found else None for name, found in bounds.items()}
    return {name: round(figure, 3) for name, figure in figures.items()} | counts | {"interval": intervals}


def _notes(score: Score) -> Iterator[str]:
    if score.beliefs:
        believed, judged = len(score.believed), len(score.judged)
        share = f" ({believed / judged:.1%})" if judged else ""
        yield f"distractors believed {believed} of {judged}{share}"
    if score.unjudged:
        names = _names(belief.article for belief in score.unjudged)
        yield f"distractors not judged {len(score.unjudged)}, as the text is not at hand (--articles DIR): {names}"
    if score.missing:
        yield f"not in the graph: {_names(score.missing)}"


def _names(articles: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(articles))


def _wrong(score: Score) -> Iterator[tuple[str, Verdict]]:
    """Every verdict that is no hit, with its article; a believed distractor is told as such."""
    beliefs: defaultdict[str, list[Verdict]] = defaultdict(list)
    for belief in score.believed:
        beliefs[belief.article].append(Verdict("distractor", Outcome.EXTRA, belief.words))
    for one in score.judgements:
        verdicts = [verdict for verdict in one.verdicts if verdict.outcome is not Outcome.HIT]
        yield from ((one.article, verdict) for verdict in (*verdicts, *beliefs[one.article]))
    yield from ((MERGE, verdict) for verdict in score.merges if verdict.outcome is not Outcome.HIT)


def _listed(score: Score) -> Iterator[str]:
    lines: dict[str, list[str]] = {one.article: [] for one in score.judgements}
    for article, verdict in _wrong(score):
        lines.setdefault(article, []).append(f"  {_SIGNS[verdict.outcome]} {verdict.what}")
    for article, found in lines.items():
        yield f"{article}: not in the graph" if article in score.missing else article
        yield from [*found, ""]


def _error(article: str, verdict: Verdict) -> dict[str, str]:
    return {"article": article, "row": verdict.row, "outcome": verdict.outcome, "what": verdict.what}
