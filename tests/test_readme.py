"""What the README shows is what happens: its commands are run, their output compared, its links followed.

The two set-up commands are run by `.ci/run`, as printed; here only that it finds them.
"""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
SESSIONS = [text for kind, text in BLOCKS if kind == "console"]
STEPS = [step for text in SESSIONS for step in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", text, flags=re.MULTILINE)]
TIMES = re.compile(r"[\d.]+ seconds, [\d,]+ articles/s")


@pytest.fixture(scope="module")
def desk(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where a reader of the README sits: the seeds, and a `kg` on the path."""
    here = tmp_path_factory.mktemp("desk")
    (here / "seeds").symlink_to(root / "seeds")
    (here / "ontology").symlink_to(root / "ontology")
    (here / "kg").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    (here / "kg").chmod(0o755)
    run("kg build", here)
    return here


def run(command: str, where: Path) -> str:
    environment = {"PATH": f"{where}:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(where)}
    shell = ["bash", "-c", command]
    return subprocess.run(shell, cwd=where, env=environment, capture_output=True, text=True, check=True).stdout


def plain(text: str) -> str:
    """The text without what differs from run to run: times, and blanks at the end of a line."""
    return "\n".join(line.rstrip() for line in TIMES.sub("", text).strip().splitlines())


def test_the_readme_shows_commands() -> None:
    assert len(STEPS) >= 4


@pytest.mark.parametrize(("command", "shown"), STEPS, ids=[command for command, _ in STEPS])
def test_a_command_prints_what_is_shown(command: str, shown: str, desk: Path) -> None:
    assert plain(run(command, desk)) == plain(shown)


@pytest.mark.parametrize("session", [text for kind, text in BLOCKS if kind == "pycon"])
def test_python_prints_what_is_shown(session: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    test = doctest.DocTestParser().get_doctest(session, {}, "README", "README.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("excerpt", [text for kind, text in BLOCKS if kind == "toml"])
def test_a_relation_is_shown_as_it_stands_in_its_file(excerpt: str, root: Path) -> None:
    file = root / "ontology" / "relations" / f"{tomllib.loads(excerpt)['name']}.toml"
    assert set(excerpt.splitlines()) <= set(file.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_a_link_leads_somewhere(target: str, root: Path) -> None:
    assert (root / target).exists()


@pytest.mark.parametrize("name", re.findall(r"^\| `([^`]+)`", README, flags=re.MULTILINE))
def test_the_house_has_the_rooms_that_are_named(name: str, root: Path) -> None:
    assert (root / name).exists()


@pytest.mark.parametrize("ending", ["kg build", "pytest"])
def test_each_set_up_command_is_one_line_that_ci_finds(ending: str, root: Path) -> None:
    lines = [line for line in README.splitlines() if re.fullmatch(rf"python3 -m venv .*{ending}", line)]
    assert len(lines) == 1
    assert f"printed '{ending}'" in (root / ".ci" / "run").read_text(encoding="utf-8")
