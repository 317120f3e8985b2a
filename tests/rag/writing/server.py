"""A real server on this machine that speaks OpenAI's protocol, and does what it is told to do next."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Play = Callable[["Request"], None]
"""How one request is answered."""


class Request(BaseHTTPRequestHandler):
    """One request; `server` is the `Server`."""

    server: Server
    body: dict[str, Any]

    def do_POST(self) -> None:
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append(self)
        plays = self.server.plays
        play = plays.pop(0) if len(plays) > 1 else plays[0]
        try:
            play(self)
        except (BrokenPipeError, ConnectionResetError):
            self.server.left.set()

    def do_GET(self) -> None:
        self.server.requests.append(self)
        self.answer(200, {"object": "list", "data": [{"id": name, "object": "model"} for name in self.server.models]})

    def answer(self, status: int, body: object, headers: dict[str, str] | None = None) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(data)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()

    def event(self, data: object) -> None:
        text = data if isinstance(data, str) else json.dumps(data)
        self.raw(f"data: {text}\n\n".encode())

    def raw(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


class Server(ThreadingHTTPServer):
    """`plays` are used up one a request; the last one stays. `left` is set once a client has gone away."""

    daemon_threads = True

    def __init__(self, plays: Sequence[Play], models: Sequence[str]) -> None:
        self.plays = list(plays)
        self.models = models
        self.requests: list[Request] = []
        self.left = threading.Event()
        self.over = threading.Event()
        super().__init__(("127.0.0.1", 0), Request)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


@contextmanager
def serving(*plays: Play, models: Sequence[str] = ("small",)) -> Iterator[Server]:
    """A server that answers with `plays`."""
    server = Server(plays, models)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()


def chunk(**delta: str) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": None}
    return {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "small", "choices": [choice]}


def says(*pieces: str) -> Play:
    """Streams the pieces and ends well."""

    def play(request: Request) -> None:
        request.begin()
        for piece in pieces:
            request.event(chunk(content=piece))
        request.event("[DONE]")

    return play


def refuses(status: int, message: str = "no", headers: dict[str, str] | None = None) -> Play:
    """Answers with an error."""
    return lambda request: request.answer(status, {"error": {"message": message}}, headers)


def breaks_off(*pieces: str) -> Play:
    """Announces more than it sends, and hangs up."""

    def play(request: Request) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/event-stream")
        request.send_header("Content-Length", "100000")
        request.end_headers()
        for piece in pieces:
            request.event(chunk(content=piece))

    return play


def sends(*raw: bytes) -> Play:
    """Streams bytes as they are."""

    def play(request: Request) -> None:
        request.begin()
        for data in raw:
            request.raw(data)

    return play


def falls_silent(*pieces: str) -> Play:
    """Streams the pieces, and then nothing until the test is over."""

    def play(request: Request) -> None:
        request.begin()
        for piece in pieces:
            request.event(chunk(content=piece))
        request.server.over.wait(30)

    return play


def never_ends(**delta: str) -> Play:
    """Streams one piece again and again until the client goes away."""

    def play(request: Request) -> None:
        request.begin()
        while not request.server.over.wait(0.002):
            request.event(chunk(**delta))

    return play


def repeats(again: bytes) -> Play:
    """Streams the same bytes again and again until the client goes away."""

    def play(request: Request) -> None:
        request.begin()
        while not request.server.over.wait(0.002):
            request.raw(again)

    return play
