"""The server as its clients meet it: over HTTP, on loopback, in a process of its own."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from rdflib import Graph
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TSV, TURTLE, URLENCODED, XML, SPARQLWrapper

from tests.serve.conftest import Client, running

PEOPLE = "SELECT ?name { ?one a kg:Person ; skos:prefLabel ?name } ORDER BY ?name"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
USMAN = "id/person/usman-kansong"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?a) < STR(?d) && STR(?e) < STR(?h)) }"


def proc(name: str) -> Path:
    """What the kernel says of its processes and connections."""
    if not Path("/proc/net/tcp").exists():
        pytest.skip("/proc is of Linux")
    return Path("/proc", name)


def children(process: int) -> list[int]:
    """The processes that a process has made and that have not ended."""
    found = []
    for stat in proc("").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            if int(parent) == process and state != "Z":
                found.append(int(stat.parent.name))
    return found


def wrapper(client: Client, sparql: str, style: str) -> SPARQLWrapper:
    found = SPARQLWrapper(f"{client.address}sparql")
    found.setQuery(f"PREFIX kg: <https://w3id.org/jejaring/ontology#> {sparql}")
    found.setReturnFormat(style)
    return found


@pytest.mark.parametrize(("method", "how"), [("GET", URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_asks_by_get_by_form_and_directly(method: str, how: str, client: Client) -> None:
    found = wrapper(client, "SELECT ?one { ?one a kg:Person }", JSON)
    found.setMethod(method)
    found.setRequestMethod(how)
    assert len(found.queryAndConvert()["results"]["bindings"]) == 20  # type: ignore[index, call-overload]


def test_sparqlwrapper_gets_each_format(client: Client) -> None:
    select = "SELECT ?one { ?one a kg:Person }"
    assert wrapper(client, "ASK { ?one a kg:Person }", JSON).queryAndConvert() == {"head": {}, "boolean": True}
    document = wrapper(client, select, XML).queryAndConvert()
    assert len(document.getElementsByTagName("result")) == 20  # type: ignore[union-attr]
    for style in (CSV, TSV):
        assert wrapper(client, select, style).queryAndConvert().count(b"usman-kansong") == 1  # type: ignore[union-attr, arg-type]
    turtle = wrapper(client, "CONSTRUCT { ?one a kg:Person } WHERE { ?one a kg:Person }", TURTLE).queryAndConvert()
    assert len(Graph().parse(data=turtle, format="turtle")) == 20  # type: ignore[arg-type]


NEGOTIATED = {
    "anything": ("*/*", PEOPLE, 200, "application/sparql-results+json"),
    "plain JSON": ("application/json", PEOPLE, 200, "application/sparql-results+json"),
    "XML": ("application/sparql-results+xml", PEOPLE, 200, "application/sparql-results+xml"),
    "what is preferred": ("text/csv;q=0.5, text/tab-separated-values", PEOPLE, 200, "text/tab-separated-values"),
    "a browser's wish": (BROWSER, PEOPLE, 200, "text/html"),
    "rows as Turtle": ("text/turtle", PEOPLE, 406, "text/plain"),
    "a picture": ("image/png", PEOPLE, 406, "text/plain"),
    "nonsense": ("x", PEOPLE, 400, "text/plain"),
    "triples": ("*/*", "DESCRIBE kg:Person", 200, "text/turtle"),
    "triples as N-Triples": ("application/n-triples", "DESCRIBE kg:Person", 200, "application/n-triples"),
    "triples as JSON-LD": ("application/ld+json", "DESCRIBE kg:Person", 200, "application/ld+json"),
    "triples as CSV": ("text/csv", "DESCRIBE kg:Person", 406, "text/plain"),
    "truth in XML": ("text/xml", "ASK {}", 200, "application/sparql-results+xml"),
}


@pytest.mark.parametrize(("accept", "sparql", "status", "media"), NEGOTIATED.values(), ids=NEGOTIATED)
def test_content_negotiation(accept: str, sparql: str, status: int, media: str, client: Client) -> None:
    got = client.ask(sparql, accept)
    assert (got.status, got.headers.get_content_type()) == (status, media)
    assert got.headers["Vary"] == "Accept"


REFUSED = {
    "no SPARQL": ("SELECT ?a {\n ?a a ? }", 400, "line 2, column"),
    "another endpoint": ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }", 400, "SERVICE is refused"),
    "a file": ("SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }", 400, "one graph"),
    "an update": ("INSERT DATA { <x:a> <x:b> <x:c> }", 403, "read-only"),
    "too many rows": ("SELECT * { ?a ?b ?c . ?d a kg:Claim }", 500, "more than 100,000 rows"),
}


@pytest.mark.parametrize(("sparql", "status", "says"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why_in_one_line(sparql: str, status: int, says: str, client: Client) -> None:
    got = client.ask(sparql)
    assert got.status == status and got.headers.get_content_type() == "text/plain"
    assert says in got.body and got.body.count("\n") == 1
    page = client.ask(sparql, BROWSER)
    if status != 500:
        assert page.status == status and says in page.body and "<textarea" in page.body


def test_other_methods_and_addresses(client: Client) -> None:
    for method, path, status in (("PUT", "sparql", 405), ("DELETE", "", 405), ("HEAD", "", 200), ("GET", "tidak", 404)):
        with socket.create_connection(("127.0.0.1", client.port), timeout=20) as line:
            line.sendall(f"{method} /{path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            head = b"".join(iter(lambda: line.recv(65536), b"")).decode()
        assert f" {status} " in head.splitlines()[0]
        assert ("allow:" in head.lower()) == (status == 405)


def test_no_query_is_a_form_for_a_browser_and_an_error_for_others(client: Client) -> None:
    page, line = client.get("sparql", BROWSER), client.get("sparql")
    assert page.status == 200 and "PREFIX kg: &lt;https://w3id.org/jejaring/ontology#&gt;" in page.body
    assert 'href="/questions/holders"' in page.body
    assert line.status == 400 and "no query" in line.body


def test_a_browsers_answer_links_to_things(client: Client) -> None:
    page = client.ask("SELECT ?one { ?one skos:prefLabel 'Usman Kansong'@id }", BROWSER)
    assert '<a href="/id/person/usman-kansong">id:person/usman-kansong</a>' in page.body


def test_a_question_is_a_form_and_then_its_answer(client: Client) -> None:
    form = client.get("questions/tenures", BROWSER)
    assert form.status == 200 and 'name="person"' in form.body and 'placeholder="Usman Kansong"' in form.body
    page = client.get("questions/tenures?person=usman+kangsong&post=", BROWSER)
    assert "→ Usman Kansong" in page.body and "Penasihat" in page.body and "VALUES ?person { &lt;https" in page.body
    rows = client.get("questions/riwayat-jabatan?person=Usman+Kansong", "text/csv")
    assert rows.headers.get_content_type() == "text/csv" and rows.body.count("Usman Kansong") == 2


QUESTIONS = {
    "no such question": ("questions/siapa", 404, "no question is named 'siapa'"),
    "no such thing": ("questions/tenures?person=Citra", 400, "no person is called"),
    "several": ("questions/tenures?post=ketua+umum", 400, "may be any of 2"),
    "an argument that is wanted": ("questions/units", 400, "units wants --institution"),
    "another parameter": ("questions/tenures?x=1", 400, "no parameter --x"),
}


@pytest.mark.parametrize(("path", "status", "says"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_that_cannot_be_answered(path: str, status: int, says: str, client: Client) -> None:
    got = client.get(path)
    assert got.status == status and says in got.body and got.body.count("\n") == 1


def test_an_entitys_page_in_three_formats(client: Client) -> None:
    page = client.get(USMAN, BROWSER)
    assert page.status == 200 and "<h1>Usman Kansong</h1>" in page.body
    assert "memegang jabatan → " in page.body and "“Usman yang juga Penasihat Perhumas”" in page.body
    assert 'href="/id/article/000_2685c13eccb250ec"' in page.body
    node = "https://w3id.org/jejaring/id/person/usman-kansong"
    for accept, name in (
        ("text/turtle", "turtle"),
        ("application/ld+json", "json-ld"),
        ("application/n-triples", "nt"),
    ):
        got = client.get(USMAN, accept)
        assert got.headers.get_content_type() == accept
        found = Graph().parse(data=got.body, format=name)
        (label,) = found.query(f"SELECT ?l {{ <{node}> <http://www.w3.org/2004/02/skos/core#prefLabel> ?l }}")
        assert str(label[0]) == "Usman Kansong"  # type: ignore[index]
        assert len(found) > 100, "its claims, too"


ENTITIES = {
    "an article": ("id/article/003_91fbb03a41b080ff", 200, "Kick Off Meeting"),
    "a claim": ("id/claim/000_2685c13eccb250ec-holds-1402-1436-ec2b3c65", 200, "name-then-as-post"),
    "nothing": ("id/person/tidak-ada", 404, "the graph has nothing at"),
    "no IRI": ("id/person/%3Cx", 404, "nothing"),
    "another formats' wish": ("id/person/usman-kansong", 200, "Usman"),
}


@pytest.mark.parametrize(("path", "status", "says"), ENTITIES.values(), ids=ENTITIES)
def test_pages_of_other_things(path: str, status: int, says: str, client: Client) -> None:
    got = client.get(path)
    assert got.status == status and says in got.body


def test_an_old_iri_leads_to_the_new(tmp_path: Path, served_file: Path) -> None:
    old = "<https://w3id.org/jejaring/id/person/usman> <http://purl.org/dc/terms/isReplacedBy> "
    new = "<https://w3id.org/jejaring/id/person/usman-kansong> ."
    (tmp_path / "kg.ttl").write_text(served_file.read_text("utf-8") + old + new, encoding="utf-8")
    with running([sys.executable, "-m", "kg", "serve", str(tmp_path / "kg.ttl"), "--port", "0"]) as client:
        got = client.get("id/person/usman")
        assert (got.status, got.headers["Location"]) == (301, "/id/person/usman-kansong")
        assert client.get("explorer").status == 404


def test_find_leads_to_the_thing_or_says_which(client: Client) -> None:
    got = client.get("find?name=perhumas")
    assert (got.status, got.headers["Location"]) == (
        303,
        "/id/institution/perhimpunan-hubungan-masyarakat-indonesia",
    )
    assert "nearest" in client.get("find?name=Citra+Lestari").body


def test_the_explorer_is_the_page_beside_the_graph(client: Client, served_file: Path) -> None:
    got = client.get("explorer")
    assert got.body == served_file.with_suffix(".html").read_text("utf-8")
    assert got.headers["Content-Security-Policy"] is None, "the page has its own"


def test_pages_run_no_script_and_load_nothing_from_elsewhere(client: Client) -> None:
    for path in ("", "sparql", "questions/holders", USMAN):
        got = client.get(path, BROWSER)
        assert "default-src 'none'" in got.headers["Content-Security-Policy"]
        assert "<script" not in got.body and not re.search(r'(src|href)="(https?:)?//', got.body)
    assert client.get("style.css").headers.get_content_type() == "text/css"


def test_what_a_query_brings_is_text_in_a_page(client: Client) -> None:
    page = client.ask('SELECT ("<script>alert(1)</script>" AS ?a) {}', BROWSER)
    assert "&lt;script&gt;alert(1)" in page.body and "<script>alert" not in page.body


def test_other_sites_may_not_ask_unless_told_so(client: Client, strict: Client) -> None:
    headers = {"Origin": "https://a.example"}
    assert client.get("sparql?query=ASK%7B%7D", **headers).headers["Access-Control-Allow-Origin"] is None
    assert strict.get("sparql?query=ASK%7B%7D", **headers).headers["Access-Control-Allow-Origin"] == headers["Origin"]
    other = strict.get("sparql?query=ASK%7B%7D", Origin="https://b.example")
    assert other.headers["Access-Control-Allow-Origin"] is None


def test_it_listens_on_loopback_alone(client: Client) -> None:
    listening = proc("net/tcp").read_text()
    assert f"0100007F:{client.port:04X} 00000000:0000 0A" in listening
    assert f"00000000:{client.port:04X} 00000000:0000 0A" not in listening


def test_fifty_clients_at_once(client: Client) -> None:
    def ask(number: int) -> bool:
        if number % 5 == 4:
            return "Usman Kansong" in client.get(USMAN, BROWSER).body
        got = client.ask(f"SELECT ({number} AS ?n) ?one {{ ?one a kg:Person }}")
        rows = json.loads(got.body)["results"]["bindings"]
        return len(rows) == 20 and all(row["n"]["value"] == str(number) for row in rows)

    with ThreadPoolExecutor(50) as pool:
        assert all(pool.map(ask, range(250)))


def test_a_query_without_an_end_is_stopped_and_said_so(strict: Client) -> None:
    started = time.monotonic()
    got = strict.ask(ENDLESS)
    assert got.status == 503 and "stopped after 1 seconds" in got.body and time.monotonic() - started < 4
    (keeper,) = children(strict.process.pid)
    assert children(keeper) == [], "nothing goes on behind the answer"
    assert strict.ask("ASK {}").status == 200


def test_who_waits_too_long_for_a_turn_is_told_so(strict: Client) -> None:
    with ThreadPoolExecutor(12) as pool:
        got = list(pool.map(lambda _: strict.ask(ENDLESS), range(12)))
    said = [one.body for one in got]
    assert {one.status for one in got} == {503}
    assert any("too many ask at once" in body for body in said) and any("stopped after" in body for body in said)
    assert all(one.headers["Retry-After"] for one in got)
    assert strict.ask("ASK {}").status == 200


def raw(client: Client, *pieces: bytes, pause: float = 0.0) -> bytes:
    """What the server sends to a client that sends these pieces, until it hangs up."""
    with socket.create_connection(("127.0.0.1", client.port), timeout=20) as line:
        for piece in pieces:
            line.sendall(piece)
            time.sleep(pause)
        try:
            return b"".join(iter(lambda: line.recv(65536), b""))
        except ConnectionResetError:
            return b""


MALFORMED = {
    "no HTTP": b"hello\r\n\r\n",
    "bytes": bytes(range(256)) * 8 + b"\r\n\r\n",
    "no version": b"GET /\r\n\r\n",
    "an endless head": b"GET / HTTP/1.1\r\n" + b"X-A: " + b"a" * 100_000,
    "a length that is none": b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    "an endless address": b"GET /sparql?query=" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_request_is_a_400(data: bytes, client: Client) -> None:
    answer = raw(client, data)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 400 ")
    assert client.ask("ASK {}").status == 200


def test_an_oversized_request_is_a_413(client: Client) -> None:
    got = client.get("sparql", data=b"query=" + b"a" * 1_000_001)
    assert got.status == 413 and "at most 1,000,000 bytes" in got.body
    assert client.get("sparql", data=b"query=ASK{}" + quote(" " * 200_000).encode()).status == 200


HEAD = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\n"
SLOW = {
    "nothing at all": ([], b""),
    "half a head": ([HEAD[:30]], b""),
    "a head letter by letter": ([HEAD[n : n + 1] for n in range(12)], b""),
    "half a body": ([HEAD, b"ASK {"], b"HTTP/1.1 408 "),
}


@pytest.mark.parametrize(("pieces", "begins"), SLOW.values(), ids=SLOW)
def test_a_client_that_sends_slowly_is_left(pieces: list[bytes], begins: bytes, strict: Client) -> None:
    started = time.monotonic()
    try:
        answer = raw(strict, *pieces, pause=0.3 if len(pieces) > 2 else 0)
    except (BrokenPipeError, ConnectionResetError):
        answer = b""
    assert answer.startswith(begins) and time.monotonic() - started < 8
    assert strict.ask("ASK {}").status == 200


def test_clients_that_take_slowly_hold_nobody_up_and_are_left(strict: Client) -> None:
    long = urlencode({"query": "SELECT * { { ?a ?b ?c } UNION { ?d ?e ?f } { ?g a kg:Person } }"})
    lines = []
    for _ in range(10):
        line = socket.socket()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", strict.port))
        line.sendall(f"GET /sparql?{long} HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n\r\n".encode())
        lines.append(line)
    time.sleep(1)
    assert strict.ask("ASK {}").status == 200
    deadline = time.monotonic() + 30
    while connections(strict) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not connections(strict), "the server has closed them all"
    for line in lines:
        line.close()


def connections(client: Client) -> int:
    """How many of the server's connections are open."""
    ours = f"0100007F:{client.port:04X}"
    lines = (line.split() for line in proc("net/tcp").read_text().splitlines()[1:])
    return sum(1 for line in lines if line[1] == ours and line[3] == "01")


def test_a_client_that_goes_away_harms_nobody(client: Client) -> None:
    for _ in range(10):
        with socket.create_connection(("127.0.0.1", client.port)) as line:
            line.sendall(f"GET /sparql?{urlencode({'query': PEOPLE})} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert client.ask("ASK {}").status == 200


def test_ctrl_c_ends_it_and_its_keeper(served_file: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", str(served_file), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        assert "SPARQL at http://127.0.0.1:" in process.stdout.readline()
        (keeper,) = children(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr.read().strip() == ""
        assert not Path(f"/proc/{keeper}").exists()


def test_a_port_that_is_taken(client: Client, served_file: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", str(served_file), "--port", str(client.port)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert run.returncode == 2 and run.stderr.count("\n") == 1
    assert f"cannot listen at port {client.port}" in run.stderr
