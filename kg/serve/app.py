"""The addresses of the server, and what all its answers have in common: headers, bounds on what a client may send and
on how slowly it may take."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import IO, Any

import uvicorn
from h11 import IDLE
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.serve import pages
from kg.serve.answers import Job, refusal
from kg.serve.keeper import Answer, Keeper
from kg.serve.protocol import Refused, asked, posted

MOST_BYTES = 1_000_000
"""The longest body of a request."""

PATIENCE = 20.0
"""Seconds that a client may take for the head of a request, for the next piece of its body, or for a piece of ours."""

CONNECTIONS = 500
"""Connections at once; more are answered that the server is busy."""

_PIECE = 1 << 16
_HEADERS = [
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]


def app(keeper: Keeper, explorer: Path, cors: Sequence[str] = (), patience: float = PATIENCE) -> ASGIApp:
    """The server's application. explorer: the file of the explorer's page; cors: origins whose pages may ask."""

    async def done(job: Job) -> Response:
        return _response(await keeper.answer(job))

    async def sparql(request: Request) -> Response:
        accept = request.headers.get("accept", "*/*")
        try:
            parameters = request.query_params.multi_items()
            if request.method == "POST":
                query: str | None = posted(
                    request.headers.get("content-type", ""), parameters, await _body(request, patience)
                )
            else:
                query = asked(parameters)
        except Refused as error:
            found = refusal(error.status, error.why, Job("sparql", accept=accept))
            return Response(found.body, found.status, media_type=found.media)
        return await done(Job("form", accept=accept) if query is None else Job("sparql", query, {}, accept))

    async def question(request: Request) -> Response:
        accept = request.headers.get("accept", "*/*")
        return await done(Job("question", request.path_params["name"], dict(request.query_params), accept))

    async def entity(request: Request) -> Response:
        key = request.scope["raw_path"].decode("ascii", "replace").partition("/id/")[2]  # as IRIs are written: escaped
        return await done(Job("entity", key, {}, request.headers.get("accept", "*/*")))

    async def find(request: Request) -> Response:
        return await done(Job("find", request.query_params.get("name", ""), {}, "text/html"))

    async def home(request: Request) -> Response:
        return await done(Job("home"))

    async def explore(request: Request) -> Response:
        if not explorer.is_file():
            raise HTTPException(404, f"there is no {explorer.name} beside the graph; kg build writes both")
        return FileResponse(explorer, media_type="text/html", headers={"content-security-policy": ""})

    async def style(request: Request) -> Response:
        return Response(pages.style(), media_type="text/css")

    routes = [
        Route("/", home),
        Route("/explorer", explore),
        Route("/find", find),
        Route("/id/{key:path}", entity),
        Route("/questions/{name}", question),
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/style.css", style),
    ]
    sharing = [Middleware(CORSMiddleware, allow_origins=list(cors), allow_methods=["GET", "POST"])] if cors else []
    handlers: Any = {HTTPException: _said}
    starlette = Starlette(routes=routes, middleware=sharing, exception_handlers=handlers)
    return _Headed(starlette)


async def _said(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)


async def _body(request: Request, patience: float) -> bytes:
    """The body of a request. Refused where it is too long, or does not come."""
    body = bytearray()
    pieces = request.stream()
    try:
        while True:
            async with asyncio.timeout(patience):
                body += await anext(pieces)
            if len(body) > MOST_BYTES:
                raise Refused(413, f"a request of at most {MOST_BYTES:,} bytes was expected")
    except StopAsyncIteration:
        return bytes(body)
    except ClientDisconnect as error:
        raise Refused(400, "the request ended before its body did") from error
    except TimeoutError as error:
        raise Refused(408, f"the request's body stopped coming for {patience:g} seconds") from error


def _response(found: Answer) -> Response:
    vary = {"vary": "Accept"}
    if found.location:
        found.body.close()
        return RedirectResponse(found.location, found.status, headers=vary)
    headers = vary | {"content-length": str(found.size)} | ({"retry-after": "10"} if found.status == 503 else {})
    return StreamingResponse(_pieces(found.body), found.status, headers, found.media)


async def _pieces(body: IO[bytes]) -> AsyncIterator[bytes]:
    """The body, read as it is sent, so that a client that takes it slowly costs no memory."""
    with body:
        body.seek(0)
        while piece := body.read(_PIECE):
            yield piece


class _Headed:
    """Puts the common headers on every answer that does not bring its own."""

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                have = {name for name, _ in message["headers"]}
                kept = [(name, value) for name, value in message["headers"] if value]
                message["headers"] = [*kept, *((name, value) for name, value in _HEADERS if name not in have)]
            await send(message)

        await self._inner(scope, receive, headed)


def serve(
    application: ASGIApp, host: str, port: int, tell: Callable[[], None], patience: float = PATIENCE
) -> uvicorn.Server:
    """A server for the application, not yet running. tell: called once it takes requests, and signals."""

    class Telling(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            tell()

    class Impatient(H11Protocol):
        """Leaves a client that does not send the head of a request, or does not take what it is sent."""

        watch: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._watch()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.conn.their_state is IDLE:
                self._watch()
            else:
                self._stop()

        def pause_writing(self) -> None:
            super().pause_writing()
            self._watch()

        def resume_writing(self) -> None:
            super().resume_writing()
            self._stop()

        def connection_lost(self, error: Exception | None) -> None:
            super().connection_lost(error)
            self._stop()

        def _watch(self) -> None:
            if self.watch is None:
                self.watch = self.loop.call_later(patience, self.transport.abort)

        def _stop(self) -> None:
            if self.watch is not None:
                self.watch.cancel()
                self.watch = None

    config = uvicorn.Config(
        application,
        host=host,
        port=port,
        http=Impatient,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=3,
        proxy_headers=False,
    )
    return Telling(config)
