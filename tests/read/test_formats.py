"""Files of every format: what is in them, what is wrong with them, and how much of them is read."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article, Day
from kg.read import Columns, Document, How, Limits, Told, documents, parse_document
from kg.read.formats import ENDINGS, FORMATS, opened

TITLE = "Humas Daerah Diminta Sigap Jelang Pemilu"
BODY = (
    "Bandung - Menteri Perhubungan Rahmat Santika membuka Rapat Koordinasi Nasional Kehumasan 2024 di Bandung, Senin "
    "(5/2/2024).\n\nRapat itu dihadiri para kepala dinas. Mereka membahas keterbukaan informasi."
)
RECORD = {
    "id": "berita-7",
    "judul": TITLE,
    "tanggal": "2024-02-06T08:00:00+07:00",
    "link": "https://kabar.example/7",
    "isi": BODY,
}
PAGE = f"""<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{TITLE}</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Kabar Humas">
<meta property="article:published_time" content="2024-02-06T08:00:00+07:00"></head><body>
<nav><a href="/">Beranda</a> <a href="/politik">Politik</a></nav><article><h1>{TITLE}</h1>
<p>{"</p><p>".join(BODY.split(chr(10) * 2))}</p>
<p>Kementerian itu berharap seluruh humas di daerah siap melayani masyarakat dan menjawab pertanyaan wartawan.</p>
<p>Kegiatan ini akan berlangsung selama dua hari dan ditutup oleh Gubernur Jawa Barat di Gedung Sate.</p>
</article><footer>Hak cipta 2024</footer></body></html>"""


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def table(mark: str, *records: dict[str, str]) -> bytes:
    quoted = [mark.join(records[0])]
    quoted += [mark.join('"' + value.replace('"', '""') + '"' for value in record.values()) for record in records]
    return "\n".join(quoted).encode()


def found(data: bytes, name: str, tmp_path: Path, how: How | None = None) -> list[Document | InputError | Told]:
    (tmp_path / name).write_bytes(data)
    return list(documents(tmp_path / name, how))


def articles(items: Iterable[object]) -> list[Article]:
    return [parse_document(item).article for item in items if isinstance(item, Document)]


LINE = json.dumps(RECORD, ensure_ascii=False).encode()
WHOLE = {
    "JSON Lines": ("a.jsonl", LINE + b"\n\n"),
    "JSON Lines with a byte order mark": ("a.ndjson", b"\xef\xbb\xbf" + LINE),
    "a JSON array": ("a.json", b"[" + LINE + b"]"),
    "a JSON object": ("a.json", LINE),
    "a JSON object with an array in it": ("a.json", b'{"total": 1, "articles": [' + LINE + b"]}"),
    "CSV": ("a.csv", table(",", RECORD)),
    "CSV with semicolons": ("a.csv", table(";", RECORD)),
    "CSV with a byte order mark": ("a.csv", b"\xef\xbb\xbf" + table(",", RECORD)),
    "TSV": ("a.tsv", table("\t", RECORD)),
    "gzip of JSON Lines": ("a.jsonl.gz", gzip.compress(LINE)),
    "ZIP of JSON Lines": ("a.zip", zipped({"isi/a.jsonl": LINE})),
    "an ending that says nothing, JSON Lines": ("a.data", LINE),
    "an ending that says nothing, gzip": ("a.bin", gzip.compress(b"[" + LINE + b"]")),
    "an ending that says nothing, ZIP": ("a.bin", zipped({"a.jsonl": LINE})),
}


@pytest.mark.parametrize(("name", "data"), WHOLE.values(), ids=WHOLE)
def test_a_record_in_any_format_is_the_same_article(name: str, data: bytes, tmp_path: Path) -> None:
    items = found(data, name, tmp_path)
    assert not [item for item in items if isinstance(item, InputError)]
    (article,) = articles(items)
    assert (article.id, article.headline, article.url) == ("berita-7", TITLE, RECORD["link"])
    assert article.published == Day(2024, 2, 6)
    assert article.text == f"{TITLE}\n\n{BODY}"
    assert article.headline_span and article.text[article.headline_span.start : article.headline_span.end] == TITLE
    assert article.text[article.body[0].start :].startswith("Menteri Perhubungan")


def test_what_was_guessed_is_told(tmp_path: Path) -> None:
    (told,) = (item for item in found(LINE, "a.jsonl", tmp_path) if isinstance(item, Told))
    assert told.text == "read from the columns text=isi, title=judul, date=tanggal, url=link, id=id"


def test_columns_may_be_named(tmp_path: Path) -> None:
    line = json.dumps({"a": TITLE, "b": BODY, "c": "5 Februari 2024"}).encode()
    items = found(line, "a.jsonl", tmp_path, How(Columns(text="b", title="a", date="c")))
    (article,) = articles(items)
    assert (article.id, article.headline, article.published) == ("a-1", TITLE, Day(2024, 2, 5))
    assert not [item for item in items if isinstance(item, Told)]


DATES = {
    "2024-02-06": Day(2024, 2, 6),
    "2024-02": Day(2024, 2),
    "06/02/2024 10:15": Day(2024, 2, 6),
    "Selasa, 6 Februari 2024": Day(2024, 2, 6),
    "1707181200": Day(2024, 2, 6),
    "1707181200000": Day(2024, 2, 6),
    "31/02/2024": None,
    "kemarin dulu": None,
}


@pytest.mark.parametrize(("written", "day"), DATES.items(), ids=DATES)
def test_dates_of_records(written: str, day: Day | None, tmp_path: Path) -> None:
    (item,) = (i for i in found(json.dumps({"isi": "Rapat itu selesai.", "tgl": written}).encode(), "a.json", tmp_path)
               if isinstance(i, Document))  # fmt: skip
    read = parse_document(item)
    assert read.article.published == day
    assert read.notes == (() if day else (f"no date: {written}",))


# -- pages and Markdown ----------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page(encoding: str, tmp_path: Path) -> None:
    page = PAGE.replace("siap melayani", "“siap” melayani").replace("utf-8", encoding, 1)
    (article,) = articles(found(page.encode(encoding), "a.html", tmp_path))
    assert (article.id, article.headline, article.publisher) == ("a", TITLE, "Kabar Humas")
    assert article.published == Day(2024, 2, 6)
    assert "“siap” melayani" in article.text and "Beranda" not in article.text and "Hak cipta" not in article.text


def test_a_page_that_says_what_is_not_so(tmp_path: Path) -> None:
    data = PAGE.replace("siap", "“siap”").encode("cp1252")
    (article,) = articles(found(data, "a.htm", tmp_path))
    assert "“siap”" in article.text


def test_markdown(tmp_path: Path) -> None:
    text = f"---\ntitle: {TITLE}\ndate: 2024-02-06\n---\n# {TITLE}\n\n{BODY.replace('Rahmat', '**Rahmat**')}\n"
    (article,) = articles(found(text.encode(), "a.md", tmp_path))
    assert (article.headline, article.published) == (TITLE, Day(2024, 2, 6))
    assert "Menteri Perhubungan Rahmat Santika membuka" in article.text


# -- web archives ----------------------------------------------------------------------------------


def crawled(*pages: tuple[str, str, str]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    held = io.BytesIO()
    writer = WARCWriter(held, gzip=True)
    for url, status, page in pages:
        headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(page.encode()), http_headers=headers)
        )
    return held.getvalue()


ENGLISH = (
    f"<html><body><article><p>{'The minister said that the meeting would go on for two days. ' * 20}</p></article>"
)
NAVIGATION = f"<html><body>{'<p><a href=x>Berita di daerah yang ini dan itu</a></p>' * 40}</body></html>"


def test_a_web_archive_gives_its_indonesian_articles_once(tmp_path: Path) -> None:
    data = crawled(
        ("https://kabar.example/7", "200 OK", PAGE),
        ("https://kabar.example/7?utm=a", "200 OK", PAGE),
        ("https://kabar.example/en", "200 OK", ENGLISH),
        ("https://kabar.example/", "200 OK", NAVIGATION),
        ("https://kabar.example/gone", "404 Not Found", PAGE),
    )
    items = found(data, "CC-NEWS-a.warc.gz", tmp_path)
    (article,) = articles(items)
    assert (article.id, article.url, article.headline) == ("kabar.example-7", "https://kabar.example/7", TITLE)
    (told,) = (item for item in items if isinstance(item, Told))
    assert told.text.startswith("kept 1 of 4 pages: 1 met before, 1 not Indonesian, 1 ")


# -- what is wrong ---------------------------------------------------------------------------------

SMALL = How(limits=Limits(file=2_000, unpacked=3_000, line=2_000, depth=50))
WRONG: dict[str, tuple[str, bytes, str, str]] = {
    "no JSON": ("a.jsonl", b"{'isi': 1}\n", ":1", "no JSON"),
    "JSON nested without end": ("a.jsonl", b'{"isi": ' + b"[" * 900, ":1", "no JSON"),
    "no object": ("a.jsonl", b"[1, 2]\n", ":1", "no record"),
    "no text in it": ("a.jsonl", b'{"isi": " ", "id": "a"}\n', ":1", "no text"),
    "no column for the text": ("a.jsonl", b'{"nama": "a", "umur": 3}\n', "", "there are: nama, umur"),
    "a line too long": ("a.jsonl", b'{"isi": "' + b"a" * 4_000 + b'"}\n', ":1", "--max-line"),
    "a JSON file too large": ("a.json", b'["' + b"a" * 4_000 + b'"]', "", "--max-unpacked"),
    "an empty table": ("a.csv", b"", "", "empty file"),
    "a table of nothing but a header": ("a.csv", b"id;isi\n", "", ""),
    "a NUL in a table": ("a.csv", b"id,isi\n1,a\0b\n", "", ""),
    "a quote that never ends": ("a.csv", b'id,isi\n1,"' + b"a b c\n" * 500, ":2", "no CSV"),
    "a text too large": ("a.txt", b"a" * 4_000, "", "--max-file"),
    "a page too large": ("a.html", b"<html>" + b"a" * 4_000, "", "--max-file"),
    "a gzip cut off": ("a.txt.gz", gzip.compress(b"Rapat itu selesai. " * 90)[:-12], "", "a broken archive"),
    "no gzip at all": ("a.gz", b"Rapat itu selesai.", "", "a broken archive"),
    "a bomb": ("a.jsonl.gz", gzip.compress(b'{"isi": "a"}\n' * 100_000), "", "--max-unpacked"),
    "a ZIP cut off": ("a.zip", zipped({"a.txt": b"Rapat itu selesai."})[:-30], "", "a broken archive"),
    "an empty ZIP": ("a.zip", zipped({}), "", "an empty archive"),
    "an archive in an archive": ("a.zip", zipped({"b.zip": zipped({})}), "!b.zip", "an archive in an archive"),
    "a ZIP bomb": ("a.zip", zipped({"a.jsonl": b'{"isi": "a"}\n' * 100_000}), "", "--max-unpacked"),
    "a broken web archive": ("a.warc", b"WARC/1.0\r\nnonsense", "", ""),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "place", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_place(name: str, data: bytes, place: str, says: str, tmp_path: Path) -> None:
    errors = [item for item in found(data, name, tmp_path, SMALL) if isinstance(item, InputError)]
    assert len(errors) == (1 if says else len(errors))
    for error in errors:
        assert error.where == f"{tmp_path / name}{place}" and says in str(error)


def test_a_broken_record_costs_only_itself(tmp_path: Path) -> None:
    lines = [json.dumps({**RECORD, "id": f"n{number}"}).encode() for number in range(3)]
    items = found(b"\n".join([lines[0], b"{broken", lines[1], b'{"isi": ""}', lines[2]]), "a.jsonl", tmp_path)
    assert [article.id for article in articles(items)] == ["n0", "n1", "n2"]
    assert [error.where.rpartition(":")[2] for error in items if isinstance(error, InputError)] == ["2", "4"]


def test_paths_inside_an_archive_go_nowhere(tmp_path: Path) -> None:
    text = BODY.encode()
    names = ["../../luar.txt", "/etc/a.txt", "..\\b.txt", "__MACOSX/c.txt", ".tersembunyi.txt", "d/e.txt"]
    inside = tmp_path / "x" / "y"
    inside.mkdir(parents=True)
    items = found(zipped(dict.fromkeys(names, text)), "x/y/a.zip", tmp_path)
    assert [item.name for item in items if isinstance(item, Document)] == ["luar", "b", "a", "e"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "x", "y"]


DEEP: dict[str, Callable[[int], str]] = {
    "one in the other": lambda depth: "<div>" * depth + "a" + "</div>" * depth,
    "never closed": lambda depth: "<span><b>" * (depth // 2),
}


@pytest.mark.parametrize("make", DEEP.values(), ids=DEEP)
def test_a_page_nested_too_deep_is_told_and_takes_no_time(make: Callable[[int], str], tmp_path: Path) -> None:
    (item,) = found(f"<html><body>{make(100_000)}".encode(), "a.html", tmp_path)
    assert isinstance(item, Document)
    with pytest.raises(InputError, match=r"nested deeper than 500 .*--max-depth"):
        parse_document(item)


# -- the table -------------------------------------------------------------------------------------


def test_an_ending_is_of_one_format() -> None:
    assert len(ENDINGS) == sum(len(one.endings) for one in FORMATS)


@given(data=st.binary(max_size=400), name=st.sampled_from(sorted(ENDINGS)))
def test_any_bytes_under_any_ending_give_documents_or_clear_errors(data: bytes, name: str) -> None:
    try:
        for item in opened(io.BufferedReader(io.BytesIO(data)), "a", f"a{name}", SMALL):  # type: ignore[type-var]
            if isinstance(item, Document):
                parse_document(item)
    except InputError as error:
        assert error.what


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=3).filter(str.strip), min_size=1))
def test_files_and_records_of_the_same_texts_are_the_same_articles(texts: list[str]) -> None:
    lines = b"\n".join(json.dumps({"id": f"t{n}", "text": text}).encode() for n, text in enumerate(texts))
    records = articles(opened(io.BufferedReader(io.BytesIO(lines)), "a.jsonl", "a.jsonl", How()))  # type: ignore[type-var]
    files = articles(Document(f"t{n}.txt", f"t{n}", text.encode()) for n, text in enumerate(texts))
    assert records == files
