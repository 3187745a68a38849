"""Writing files so that a reader, or an interrupted run, meets the old file or the new one and nothing between."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from kg.errors import KgError


def write(folder: Path, texts: Mapping[str, str | Iterable[str]]) -> list[Path]:
    """Write each text, whole or in pieces, to `folder/<name>`: all beside their places first, then all into them.
    Returns the paths.

    KgError if the folder cannot be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _replace({folder / name: text for name, text in texts.items()})
    except OSError as error:
        raise KgError("cannot be written to", where=str(folder), hint=error.strerror or str(error)) from error


def _replace(texts: Mapping[Path, str | Iterable[str]]) -> list[Path]:
    with ExitStack() as stack:
        drafts = {path.with_name(f".{path.name}.{os.getpid()}"): path for path in texts}
        for draft, path in drafts.items():
            stack.callback(draft.unlink, missing_ok=True)
            text = texts[path]
            with draft.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines([text] if isinstance(text, str) else text)
        for draft, path in drafts.items():
            draft.replace(path)
    return list(texts)
