"""The command line: what it prints, where, and the exit codes that `--help` promises."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import kg
from kg import cli, output
from kg.workbook import opened

KG = [sys.executable, "-m", "kg"]
PEOPLE = "SELECT ?name { ?one a kg:Person ; skos:prefLabel ?name } ORDER BY ?name"


@pytest.fixture(scope="module")
def seeds(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the seeds, built by the command."""
    out = tmp_path_factory.mktemp("out")
    assert cli.main(["build", str(root / "seeds"), "-o", str(out)]) == 0
    return out / "kg.ttl"


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def folder_of_nothing(path: Path) -> Path:
    path.mkdir()
    return path


def unreadable(path: Path) -> Path:
    path.write_text("Rahasia", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    return path


def failing(path: Path) -> Path:
    if not Path("/proc/self/mem").exists():
        pytest.skip("no file at hand that fails to be read")
    path.symlink_to("/proc/self/mem")
    return path


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a missing path": (lambda path: path, "no such"),
    "an empty folder": (folder_of_nothing, ".txt"),
    "an empty file": (lambda path: write(path, b""), "empty"),
    "a binary file": (lambda path: write(path, bytes(range(256)) * 40), "text"),
    "a 50 MB file": (lambda path: write(path, b"Humas pemerintah. " * 2_900_000), "MB"),
    "a file that may not be read": (unreadable, "ermission denied"),
    "a file that fails when it is read": (failing, "nput/output error"),
}


@pytest.mark.parametrize(("make", "says"), BAD.values(), ids=BAD)
def test_bad_input_costs_one_line_and_no_other_article(
    make: Callable[[Path], Path], says: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = make(tmp_path / "bad.txt")
    assert cli.main(["build", str(folder), str(bad), "-o", str(tmp_path / "out")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"kg: {bad}: ") and says in line
    assert "Rahmat Santika" in (tmp_path / "out" / "kg.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(("make", "says"), BAD.values(), ids=BAD)
def test_bad_input_alone_builds_nothing(
    make: Callable[[Path], Path], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = make(tmp_path / "bad.txt")
    assert cli.main(["build", str(bad), "-o", str(tmp_path / "out")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"kg: {bad}: ") and says in line
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("make", "says"), BAD.values(), ids=BAD)
def test_bad_input_cannot_be_explained_for_the_reason_that_it_cannot_be_built(
    make: Callable[[Path], Path], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = str(make(tmp_path / "bad.txt"))
    codes = cli.main(["build", bad, "-o", str(tmp_path / "out")]), cli.main(["explain", bad])
    shown = capsys.readouterr()
    built, explained = shown.err.splitlines()
    assert codes == (2, 2) and says in explained and explained == built
    assert shown.out == ""


def test_an_old_encoding_is_read_and_reported(
    folder: Path, article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quoted = article.replace('"Humas', "“Humas").replace('masyarakat,"', "masyarakat,”")
    (folder / "sigap.txt").write_bytes(quoted.encode("cp1252"))
    assert cli.main(["build", str(folder), "-o", str(tmp_path / "out")]) == 0
    shown = capsys.readouterr()
    assert "1252" in shown.out and shown.err == ""
    assert "“Humas harus sigap" in (tmp_path / "out" / "kg.ttl").read_text(encoding="utf-8")


def test_one_broken_file_among_good_ones_in_a_folder(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "kosong.txt").write_bytes(b"")
    assert cli.main(["build", str(folder), "-o", str(tmp_path / "out")]) == 1
    shown = capsys.readouterr()
    assert shown.err.startswith(f"kg: {folder / 'kosong.txt'}: ") and shown.err.count("\n") == 1
    assert "skipped" in shown.out


WRONG = {
    "no such command": (["biuld"], "biuld"),
    "no such option": (["build", "--fast"], "--fast"),
    "no graph": (["query"], "GRAPH"),
    "a graph that is not there": (["query", "nowhere.ttl", PEOPLE], "nowhere.ttl"),
    "a graph that is none": (["query", "notes.ttl", PEOPLE], "notes.ttl"),
    "a graph that is none, shown": (["show", "notes.ttl", "Rahmat"], "notes.ttl"),
    "a graph that is none, checked": (["validate", "notes.ttl"], "notes.ttl"),
    "no seeds here": (["build"], "seeds/"),
    "a folder to explain": (["explain", "articles"], "the file of one article"),
    "an explanation in the place of its article": (["explain", "articles/sigap.txt", "-o", "articles/sigap.txt"], "-o"),
    "an explanation in the place of a folder": (["explain", "articles/sigap.txt", "-o", "articles"], "directory"),
    "an explanation where none can be": (["explain", "articles/sigap.txt", "-o", "notes.ttl/a.txt"], "written"),
    "a bad base IRI": (["build", "articles", "--base-iri", "not an iri"], "not an iri"),
    "a file in the place of the folder to write": (["build", "articles", "-o", "notes.ttl"], "notes.ttl"),
}


@pytest.mark.parametrize(("args", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_one_line_on_the_error_stream(
    args: list[str], says: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "notes.ttl").write_text("This is no Turtle.", encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    assert cli.main(args) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("kg: ") and shown.err.count("\n") == 1 and says in shown.err


def test_default_paths(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["build"]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["kg.html", "kg.ttl", "workbook.sqlite"]


def test_the_table_counts(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", str(root / "seeds"), "-o", str(tmp_path)]) == 0
    shown = capsys.readouterr()
    assert re.match(r"5 +articles read, \d+\.\d\d seconds, \d+ articles/s", shown.out)
    graph = kg.load(tmp_path / "kg.ttl")
    for name, ask in (("Person", "?one a kg:Person"), ("Role", "?one a kg:Role"), ("holds", "?one kg:holds ?other")):
        assert re.search(rf"\b{name} +{len(graph.query(f'SELECT * {{ {ask} }}'))}\b", shown.out)
    assert shown.out.splitlines()[-2:] == [str(tmp_path / "kg.ttl"), str(tmp_path / "kg.html")]
    assert shown.err == "", "no progress bar in a pipe"
    assert "\x1b" not in shown.out


def test_a_terminal_gets_a_bar_and_links(root: Path, tmp_path: Path) -> None:
    process, screen = on_a_terminal("build", str(root / "seeds"), "-o", str(tmp_path))
    shown = "".join(screen)
    assert process.wait(30) == 0
    assert "]8;id=" in shown and (tmp_path / "kg.html").as_uri() in shown
    assert "5/5" in shown


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_no_traceback_and_the_old_result_and_keeps_what_is_done(
    workers: str, folder: Path, article: str, tmp_path: Path
) -> None:
    for number in range(400):
        (folder / f"{number}.txt").write_text(f"{article}\n{number} orang hadir.\n", encoding="utf-8")
    output.write(tmp_path / "out", {"kg.ttl": "old", "kg.html": "old"})
    process, screen = on_a_terminal("build", str(folder), "-o", str(tmp_path / "out"), "--workers", workers)
    shown = ""
    while not re.search(r"[1-9]\d\d/401", shown):
        shown += next(screen)
    process.send_signal(signal.SIGINT)
    shown += "".join(screen)
    assert process.wait(30) == 130
    assert "Traceback" not in shown and "Error" not in shown
    assert {name: (tmp_path / "out" / name).read_text() for name in ("kg.ttl", "kg.html")} == {
        "kg.ttl": "old",
        "kg.html": "old",
    }
    with opened(tmp_path / "out") as book:
        assert book.kept()


def on_a_terminal(*args: str) -> tuple[subprocess.Popen[bytes], Iterator[str]]:
    """The command on a terminal of its own, and what it shows there, bit by bit."""
    pty = pytest.importorskip("pty", reason="pseudo-terminals are of Unix")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    process = subprocess.Popen([*KG, *args], stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    return process, bits(ours)


def bits(descriptor: int) -> Iterator[str]:
    with suppress(OSError):  # how Linux says that the other end is closed
        while chunk := os.read(descriptor, 65536):
            yield chunk.decode("utf-8", "replace")
    os.close(descriptor)


def test_a_build_replaces_both_files_or_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(self: Path, *args: Any, **others: Any) -> Any:
        if "kg.html" in self.name:
            raise OSError(28, "No space left on device")
        return real(self, *args, **others)

    output.write(tmp_path / "out", {"kg.ttl": "old", "kg.html": "old"})
    real = Path.open
    monkeypatch.setattr(Path, "open", full)
    assert cli.main(["build", str(folder), "-o", str(tmp_path / "out")]) == 2
    assert "No space left" in capsys.readouterr().err
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*kg.*")} == {
        "kg.ttl": b"old",
        "kg.html": b"old",
    }


@pytest.mark.parametrize("sparql", ["SELECT ?a {\n  ?a b:c }", "SELECT ?a {\n  ?a a ? }"])
def test_a_sparql_error_names_line_and_column(seeds: Path, sparql: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["query", str(seeds), sparql]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("kg: ") and shown.count("\n") == 1
    assert "line 2" in shown and "column" in shown


def test_show_one_thing_with_its_evidence(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", str(seeds), "Usman Kansong"]) == 0
    shown = capsys.readouterr().out
    assert "Direktur Jenderal Informasi dan Komunikasi Publik" in shown
    assert "000_2685c13eccb250ec" in shown and "2023-09-02" in shown


def test_show_suggests_near_names(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", str(seeds), "Usman Kansomg"]) == 2
    assert "Usman Kansong" in capsys.readouterr().err


def test_a_built_graph_is_valid(seeds: Path) -> None:
    assert cli.main(["validate", str(seeds)]) == 0


def test_a_graph_that_breaks_the_contract_is_not(seeds: Path, tmp_path: Path) -> None:
    lines = seeds.read_text(encoding="utf-8").splitlines(keepends=True)
    broken = tmp_path / "broken.ttl"
    broken.write_text("".join(line for line in lines if "kg:quote" not in line.replace(".", "")), encoding="utf-8")
    assert cli.main(["validate", str(broken)]) == 1


def test_explain_marks_names_and_says_why(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", str(folder / "sigap.txt")]) == 0
    shown = capsys.readouterr().out
    assert "[Rahmat Santika|Person]" in shown and "‹Bandung -›" in shown
    assert re.search(r"Rahmat Santika — memegang jabatan → Menteri Perhubungan.*\n +asserted · holds by \S+, \d", shown)
    assert "\x1b" not in shown and max(map(len, shown.splitlines())) <= 100


def test_explain_as_a_page_on_the_output_or_in_a_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article, file = str(folder / "sigap.txt"), tmp_path / "new" / "sigap.html"
    assert cli.main(["explain", article, "--html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!doctype html>") and page.endswith("</html>\n")
    assert cli.main(["explain", article, "--html", "-o", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_text(encoding="utf-8") == page


def test_explain_as_text_in_a_file(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", str(folder / "sigap.txt")]) == 0
    shown = capsys.readouterr().out
    assert cli.main(["explain", str(folder / "sigap.txt"), "-o", str(tmp_path / "why.txt")]) == 0
    assert (tmp_path / "why.txt").read_text(encoding="utf-8") == shown


def test_explain_tells_how_an_article_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = write(tmp_path / "old.txt", "Menteri Perhubungan membuka “rapat” itu.".encode("cp1252"))
    assert cli.main(["explain", str(old)]) == 0
    assert re.search(r"^note +not UTF-8, read as Windows-1252$", capsys.readouterr().out, flags=re.MULTILINE)


def test_explain_is_in_colour_on_a_terminal_and_obeys_no_article(tmp_path: Path) -> None:
    text = "Menteri Perhubungan Rahmat Santika\x1b]0;mine\x07\x1b[5m membuka Rapat Kerja 2024 di Bandung."
    process, screen = on_a_terminal("explain", str(write(tmp_path / "sharp.txt", text.encode())))
    shown = "".join(screen)
    assert process.wait(30) == 0
    assert re.search(r"\x1b\[[\d;]*48;[\d;]+mPerson", shown)
    assert "␛]0;mine␇␛[5m" in re.sub(r"\x1b\[[\d;]*m|\r\n", "", shown)
    assert "\x1b]0;" not in shown and "\x07" not in shown


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from kg import __version__

    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"kg {__version__}\n"


@pytest.mark.parametrize("command", [[], ["build"], ["explain"], ["query"], ["show"], ["validate"]])
def test_help_tells_the_exit_codes(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Exit codes:" in shown and "some articles were skipped" in shown


def test_a_closed_pipe_is_no_error(seeds: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [*KG, "query", str(seeds), PEOPLE]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize(("args", "limit"), [(["--help"], 0.3), (["build", "seeds", "-o", "{out}"], 2.0)])
def test_start_up_is_quick(args: list[str], limit: float, root: Path, tmp_path: Path) -> None:
    command = [*KG, *(arg.format(out=tmp_path) for arg in args)]
    assert min(taken(command, root) for _ in range(3)) < limit


def taken(command: list[str], where: Path) -> float:
    """CPU and wall seconds differ on a busy machine: the processor time of the child is what the program costs."""
    before = os.times()
    subprocess.run(command, cwd=where, check=True, capture_output=True)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system
