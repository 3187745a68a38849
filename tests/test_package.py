"""The wheel, installed into an environment of its own outside the checkout, builds an article and answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest


def run(*command: str | Path, cwd: Path) -> str:
    """The command's output; nothing of this checkout or this environment on the way in."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive and the wheel that was made from it."""
    pytest.importorskip("build", reason="the wheel is made with `build`, of the test extra")
    pytest.importorskip("hatchling", reason="the wheel is made with hatchling, of the test extra")
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, root, cwd=out)
    return out


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a new environment with the wheel in it.

    The dependencies are those installed here, by a `.pth` file, so that the test needs no network; the package
    itself comes from the wheel alone: paths that `.pth` adds are no site folders, their own `.pth` files are not
    read, and so the editable checkout stays out of sight.
    """
    home = tmp_path_factory.mktemp("home") / "venv"
    venv.create(home, with_pip=False)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    (wheel,) = built.glob("*.whl")
    interpreter = home / "bin" / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        interpreter,
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=home,
    )
    return home / "bin"


def test_the_wheel_carries_its_data(built: Path, root: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    data = [path for path in (root / "kg").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    ontology = [path for path in (root / "ontology").rglob("*") if path.is_file()]
    wanted = {str(path.relative_to(root)) for path in data} | {f"kg/{path.relative_to(root)}" for path in ontology}
    assert wanted - names == set()
    assert {"LICENSE", "NOTICE"} <= {name.rsplit("/", 1)[-1] for name in names}


def test_the_source_archive_is_enough_to_test_with(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as inside:
        tops = {name.split("/")[1] for name in inside.getnames() if "/" in name}
    assert {"kg", "ontology", "seeds", "tests", "LICENSE", "NOTICE", "README.md", "pyproject.toml"} <= tops


def test_the_installed_command_builds_and_answers(installed: Path, folder: Path) -> None:
    run(installed / "kg", "build", "articles", cwd=folder.parent)
    where = run(installed / "python", "-c", "import kg; print(kg.__file__)", cwd=folder.parent)
    assert Path(where.strip()).is_relative_to(installed.parent)
    ask = "SELECT ?name { ?one a kg:Person ; skos:prefLabel ?name }"
    answer = json.loads(run(installed / "kg", "query", "out/kg.ttl", ask, "--format", "json", cwd=folder.parent))
    assert "Rahmat Santika" in json.dumps(answer)
    assert run(installed / "kg", "query", "--list", cwd=folder.parent).strip()
    run(installed / "kg", "validate", "out/kg.ttl", cwd=folder.parent)
