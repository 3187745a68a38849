"""The whole way from files to a graph: what is built, what is left out, and that order never shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg import intake, pipeline
from kg.errors import InputError
from kg.model import Article, Extraction, Kind
from kg.pipeline import Build, NothingBuilt


def test_the_seeds_give_every_kind_of_thing(seeds_build: Build) -> None:
    assert {entity.kind for entity in seeds_build.knowledge.entities} >= {
        Kind.PERSON,
        Kind.ROLE,
        Kind.INSTITUTION,
        Kind.EVENT,
        Kind.TOPIC,
        Kind.PLACE,
        Kind.QUOTATION,
    }
    assert len(seeds_build.articles) == 5
    assert not seeds_build.skipped


def test_every_claim_quotes_its_article(seeds_build: Build) -> None:
    texts = {article.id: article.text for article in seeds_build.articles}
    claims = [claim for fact in seeds_build.knowledge.facts for claim in fact.claims]
    assert claims
    assert all(texts[claim.article][claim.start : claim.end] == claim.quote for claim in claims)


def test_the_graph_answers_sparql(seeds_build: Build) -> None:
    rows = seeds_build.graph.query("SELECT ?name { ?one a kg:Person ; skos:prefLabel ?name }")
    assert "Usman Kansong" in {str(row.name) for row in rows}


def test_the_page_is_made_once(seeds_build: Build) -> None:
    assert seeds_build.page is seeds_build.page


def test_another_base_iri(folder: Path) -> None:
    built = kg.build([folder], base_iri="https://example.org/berita/")
    assert "https://example.org/berita/" in built.turtle
    assert "https://w3id.org/jejaring/id/" not in built.turtle


@pytest.mark.parametrize("given", [str, Path, lambda path: [str(path)], lambda path: iter([path])])
def test_paths_may_be_one_or_many_of_either_type(folder: Path, given: object) -> None:
    assert [article.id for article in kg.build(given(folder)).articles] == ["sigap"]  # type: ignore[operator]


def test_progress_is_told_article_by_article(root: Path) -> None:
    heard: list[tuple[int, int]] = []
    pipeline.build([root / "seeds"], on_article=lambda done, total: heard.append((done, total)))
    assert heard == [(number, 5) for number in range(1, 6)]


def test_no_order_of_the_input_shows(root: Path, seeds_build: Build) -> None:
    files = sorted((root / "seeds").glob("*.txt"))
    backwards = kg.build(reversed(files))
    assert backwards.turtle == seeds_build.turtle
    assert backwards.page == seeds_build.page


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_no_hash_seed_shows(root: Path, seeds_build: Build, tmp_path: Path, seed: str) -> None:
    command = [sys.executable, "-m", "kg", "build", str(root / "seeds"), "-o", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert (tmp_path / "kg.ttl").read_text(encoding="utf-8") == seeds_build.turtle
    assert (tmp_path / "kg.html").read_text(encoding="utf-8") == seeds_build.page


def test_a_file_met_twice_is_read_once(folder: Path) -> None:
    built = kg.build([folder, folder / "sigap.txt", folder / ".." / "articles"])
    assert [article.id for article in built.articles] == ["sigap"]
    assert built.notes == built.skipped == ()


def test_a_copy_under_the_same_name_is_read_once(folder: Path, article: str) -> None:
    (folder / "zz").mkdir()
    copy = folder / "zz" / "sigap.txt"
    copy.write_text(article, encoding="utf-8")
    alone, both = kg.build([folder / "sigap.txt"]), kg.build([copy, folder / "sigap.txt"])
    assert both.turtle == alone.turtle
    assert [str(note) for note in both.notes] == [
        f"{copy}: the same name and text as {folder / 'sigap.txt'}; read once"
    ]


def test_texts_that_share_a_name_are_told_apart_in_any_order(folder: Path, article: str) -> None:
    (folder / "zz").mkdir()
    other = folder / "zz" / "sigap.txt"
    other.write_text(article.replace("Bandung", "Surabaya"), encoding="utf-8")
    one, two = kg.build([other, folder / "sigap.txt"]), kg.build([folder / "sigap.txt", other])
    assert one.turtle == two.turtle
    assert [article.id for article in one.articles] == sorted(f"sigap-{a.sha256[:8]}" for a in one.articles)
    assert len(one.articles) == 2


@pytest.mark.parametrize(
    "name", ["a b", "a'b", 'a"<b>', "a\\b{}", "a#b?c%41", "a.", "..a", "a\nb", "ä中", os.fsdecode(b"caf\xe9")]
)
def test_a_file_may_have_any_name(name: str, folder: Path, article: str) -> None:
    (folder / f"{name}.txt").write_text(article.replace("Bandung", "Surabaya"), encoding="utf-8")
    built = kg.build([folder])
    rows = built.graph.query("SELECT ?a ?id { ?a a kg:Article ; dcterms:identifier ?id }")
    assert {str(row.id) for row in rows} == {
        "sigap",
        name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
    }
    assert len({row.a for row in rows}) == 2 and built.page.encode()


def test_a_fault_in_one_article_is_named_and_costs_only_that_one(
    folder: Path, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(one: Article) -> Extraction:
        return kg.extract(one) if one.id == "sigap" else {}["what is not there"]

    (folder / "broken.txt").write_text(article.replace("Bandung", "Surabaya"), encoding="utf-8")
    monkeypatch.setattr(intake, "extract", faulty)
    built = kg.build([folder])
    assert [article.id for article in built.articles] == ["sigap"]
    (only,) = built.skipped
    assert only.path.name == "broken.txt"
    assert only.text.startswith("KeyError: 'what is not there'")


def test_nothing_built_says_why(tmp_path: Path) -> None:
    with pytest.raises(NothingBuilt, match="nowhere") as caught:
        kg.build([tmp_path / "nowhere", tmp_path])
    assert len(caught.value.skipped) == 2
    assert isinstance(caught.value, InputError)


def test_extract_takes_a_text_or_an_article(article: str, seeds_build: Build) -> None:
    said = kg.extract(article, id="mine")
    assert said.article.id == "mine"
    assert "Rahmat Santika" in {referent.label for referent in said.referents}
    assert kg.extract(said.article) == said
    assert all(article[mention.start : mention.end].strip() for mention in said.mentions)


def test_extract_stays_a_function_whatever_is_imported() -> None:
    import kg.extract.relations

    assert callable(kg.extract)


def test_load_gives_back_what_was_built(seeds_build: Build, tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text(seeds_build.turtle, encoding="utf-8")
    assert len(kg.load(str(tmp_path / "kg.ttl"))) == len(seeds_build.graph) > 100
