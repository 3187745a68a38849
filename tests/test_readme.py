"""What the README shows is what happens: its commands are run, their output compared, its links followed.

The two set-up commands are run by `.ci/run`, as printed; here only that it finds them. Where the output has changed
for good, `python tests/test_readme.py` writes it into the README anew.
"""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\$ ((?:[^'\n]|'[^']*')+)\n((?:(?!\$ |```).*\n)*)", flags=re.MULTILINE)
STEPS = [(step[1], step[2]) for step in STEP.finditer(README)]
TIMES = re.compile(r"[\d.]+ seconds, [\d,]+ articles/s")


def furnished(desk: Path) -> Path:
    """The folder where a reader of the README sits: the seeds, and a `kg` on the path."""
    (desk / "seeds").symlink_to(ROOT / "seeds")
    (desk / "kg").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    (desk / "kg").chmod(0o755)
    run("kg build", desk)
    return desk


def run(command: str, desk: Path) -> str:
    environment = {"PATH": f"{desk}:/usr/bin:/bin", "LANG": "C.UTF-8"}
    shell = ["bash", "-c", command]
    shown = subprocess.run(shell, cwd=desk, env=environment, capture_output=True, text=True, check=True).stdout
    return "".join(f"{line.rstrip()}\n" for line in shown.splitlines())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return furnished(tmp_path_factory.mktemp("desk"))


def test_the_readme_shows_commands() -> None:
    assert len(STEPS) >= 5


@pytest.mark.parametrize(("command", "shown"), STEPS, ids=[command for command, _ in STEPS])
def test_a_command_prints_what_is_shown(command: str, shown: str, desk: Path) -> None:
    assert TIMES.sub("", run(command, desk)) == TIMES.sub("", shown)


@pytest.mark.parametrize("session", [text for kind, text in BLOCKS if kind == "pycon"])
def test_python_prints_what_is_shown(session: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    test = doctest.DocTestParser().get_doctest(session, {}, "README", "README.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("excerpt", [text for kind, text in BLOCKS if kind == "toml"])
def test_a_relation_is_shown_as_it_stands_in_its_file(excerpt: str) -> None:
    file = ROOT / "ontology" / "relations" / f"{tomllib.loads(excerpt)['name']}.toml"
    assert set(excerpt.splitlines()) <= set(file.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_a_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("name", re.findall(r"^\| `([^`]+)`", README, flags=re.MULTILINE))
def test_the_house_has_the_rooms_that_are_named(name: str) -> None:
    assert (ROOT / name).exists()


@pytest.mark.parametrize("ending", ["kg build", "pytest"])
def test_each_set_up_command_is_one_line_that_ci_finds(ending: str) -> None:
    lines = [line for line in README.splitlines() if re.fullmatch(rf"python3 -m venv .*{ending}", line)]
    assert len(lines) == 1
    assert f"printed '{ending}'" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        place = furnished(Path(folder))
        text = STEP.sub(lambda step: f"$ {step[1]}\n{run(step[1], place)}", README)
    (ROOT / "README.md").write_text(text, encoding="utf-8")
