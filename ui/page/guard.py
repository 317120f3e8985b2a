"""Only the page itself may ask its server: no other site that the reader has open, under whatever name it comes.

A page of another site can have its own name point at this machine, and could then read the documents through the
reader's browser. What the browser says of the name asked for (`Host`) and of the asking page (`Origin`) gives it away.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What the server may be called; for `allowed_hosts` of Starlette's `TrustedHostMiddleware`."""


class OwnPageOnly:
    """Refuses requests that another page makes, and uploads, which Gradio takes from anyone and keeps on the disk."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = _refusal(scope) if scope["type"] in ("http", "websocket") else None
        await (PlainTextResponse(refusal, status_code=403) if refusal else self.app)(scope, receive, send)


def _refusal(scope: Scope) -> str | None:
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{headers.get('host')}":
        return "Only the page of this server may ask it."
    return "This server takes no files." if scope["path"].rstrip("/").endswith("/upload") else None
