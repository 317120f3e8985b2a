"""Another site cannot ask the page's server for documents, nor leave files with it. Plain requests, no browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.ui.reader import serve
from tests.ui.stand_in import SEAT, StandIn

QUESTION = "/gradio_api/component_server/"
EVIL = "evil.example"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Host and port of a page that is served as `rag ui` serves it."""
    blocks = serve(StandIn())
    yield urlsplit(str(blocks.local_url)).netloc
    blocks.close()


def _request(server: str, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str]:
    """Status and body of the reply; `host` and `origin` are sent as they are given."""
    connection = HTTPConnection(server, timeout=20)
    try:
        connection.request(method, path, body, {"host": server, **headers})
        reply = connection.getresponse()
        return reply.status, reply.read().decode()
    finally:
        connection.close()


def _ask(server: str, **headers: str) -> tuple[int, str]:
    """Ask for a whole document, as the page's script does."""
    _, config = _request(server, "GET", "/config")
    component = next(c["id"] for c in json.loads(config)["components"] if c["type"] == "html")
    asked = {"data": {"id": "brief.md"}, "component_id": component, "fn_name": "document", "session_hash": "a"}
    return _request(
        server, "POST", QUESTION, json.dumps(asked).encode(), **{"content-type": "application/json", **headers}
    )


def test_the_page_itself_is_answered(server: str) -> None:
    port = server.rpartition(":")[2]
    assert _request(server, "GET", "/")[0] == 200
    for name in (server, f"localhost:{port}", f"[::1]:{port}"):
        for headers in ({"host": name}, {"host": name, "origin": f"http://{name}"}):
            status, reply = _ask(server, **headers)
            assert (status, SEAT in reply) == (200, True)


@pytest.mark.parametrize(
    "host", [EVIL, f"{EVIL}:7860", f"127.0.0.1.{EVIL}", f"localhost.{EVIL}", f"localhost@{EVIL}", "[::]", ""]
)
def test_a_server_asked_under_another_name_is_silent(server: str, host: str) -> None:
    status, reply = _ask(server, host=host, origin=f"http://{host}")
    assert (status, SEAT in reply) == (400, False)
    assert _request(server, "GET", "/", host=host)[0] == 400


@pytest.mark.parametrize(
    "origin", [f"http://{EVIL}", f"https://{EVIL}", "null", "", "http://localhost", "http://127.0.0.1:1"]
)
def test_another_page_is_refused(server: str, origin: str) -> None:
    status, reply = _ask(server, origin=origin)
    assert (status, SEAT in reply) == (403, False)


@pytest.mark.parametrize("path", ["upload", "upload/", "upload?upload_id=a", "%75pload"])
def test_files_are_not_taken(server: str, path: str) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nwords\r\n--x--\r\n'
    kind = {"content-type": "multipart/form-data; boundary=x"}
    status, reply = _request(server, "POST", f"/gradio_api/{path}", body, **kind)
    assert status == 403
    assert not re.search(r"a\.txt", reply)
