"""`python -m tests.quality`: the figures of each annotated set, and of each rule.

`--write` states each rule's measured precision as its confidence; `--floor` raises `floor.toml` to what is reached.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.relations import relations
from kg.resources import ontology
from kg.score.report import as_table
from tests.quality.floor import FLOOR, floors, raised, written
from tests.quality.rules import Rule, calibration_error, confidences, measure, with_confidence
from tests.quality.sets import AnnotatedSet, figures, present, scored


def main() -> None:
    """Print the tables, or write what the options ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--write", action="store_true", help="state the measured precisions in ontology/relations")
    parser.add_argument("--floor", action="store_true", help="raise floor.toml to the figures reached now")
    options = parser.parse_args()
    if options.write:
        _write_confidences(ontology("relations"), _rules(one for one in present() if one.seen))
    if options.floor:
        _raise_floor(FLOOR)
    if not (options.write or options.floor):
        print("\n".join(_report(present())))


def _rules(sets: Iterable[AnnotatedSet]) -> list[Rule]:
    return measure(scored(one) for one in sets)


def _report(sets: Sequence[AnnotatedSet]) -> Iterator[str]:
    for one in sets:
        yield f"── {one.name}: {len(scored(one).judgements)} articles"
        yield as_table(scored(one)) + "\n"
    yield f"── rules, on {', '.join(one.name for one in sets if one.seen) or 'nothing'}"
    yield f"{'relation':13}{'rule':28}{'right':>6}{'wrong':>6}{'precision':>11}{'stated':>8}{'apart':>7}"
    yield from map(_line, _rules(one for one in sets if one.seen))
    yield "\nreliability error: |confidence − precision|, averaged over the claims"
    for one in sets:
        error = calibration_error(_rules([one]))
        yield f"{one.name:13}{'–' if error is None else f'{error:.3f}':>6}"


def _line(rule: Rule) -> str:
    head = f"{rule.relation:13}{rule.name:28}{rule.right:6}{rule.wrong:6}"
    if rule.precision is None:
        return f"{head}{'–':>11}{rule.stated:8.2f}{'–':>7}"
    return f"{head}{rule.precision:11.3f}{rule.stated:8.2f}{rule.error:7.2f}"


def _write_confidences(folder: Path, rules: Sequence[Rule]) -> None:
    for name in relations():
        file = folder / f"{name}.toml"
        old = file.read_bytes().decode()
        file.write_bytes(with_confidence(old, confidences(rules, name)).encode())


def _raise_floor(file: Path) -> None:
    old = floors(file)
    now = {one.name: raised(old.get(one.name, {}), figures(scored(one))) for one in present()}
    file.write_text(written(file.read_text(encoding="utf-8"), old | now), encoding="utf-8", newline="\n")


main()
