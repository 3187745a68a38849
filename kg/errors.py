"""What can go wrong, as one small tree. Each says what, where, and what would have been right.

KgError
├── InputError      a path, file or record that cannot be read
├── DataError       a file of the lexicon, the ontology or the judgements that is not well formed
└── QueryError      a SPARQL query that cannot be parsed or run
"""

from __future__ import annotations

from functools import partial


class KgError(Exception):
    """Any error that the user can mend. `str()` is one clear line."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        line = f"{where}: {what}" if where else what
        super().__init__(f"{line} ({hint})" if hint else line)

    def __reduce__(self) -> tuple[partial[KgError], tuple[str]]:
        return partial(type(self), where=self.where, hint=self.hint), (self.what,)


class InputError(KgError):
    """A path, file or record that cannot be read."""


class DataError(KgError):
    """A file of the lexicon, the ontology or the judgements that is not well formed."""


class QueryError(KgError):
    """A SPARQL query that cannot be parsed or run; `line` and `column` count from 1."""

    def __init__(self, what: str, *, where: str = "", hint: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(what, where=where, hint=hint)
        self.line, self.column = line, column
