"""`rag ui`: the chat page."""

from __future__ import annotations

from threading import Event
from typing import Annotated

import typer

from ui.commands.shared import Index, shared, tell, waiting

_TAKEN = 2


def ui(
    context: typer.Context,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, metavar="NUMBER", help="Default: the first free one from 7860.")
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    index: Index = None,
) -> None:
    """Open the chat page. Only this machine can reach it; Ctrl-C stops it."""
    here = shared(context, index, as_json=False)
    with here.assistant() as assistant:
        with waiting("Starting the page …"):
            from ui import chat
        try:
            page = chat.launch(assistant, port=port, inbrowser=open_browser, wait=False)
        except OSError as error:
            place = f"on port {port}" if port else "on any port from 7860"
            tell(
                f"The page cannot be served {place}: it is taken, or not yours to take.\nName another one with --port."
            )
            raise typer.Exit(_TAKEN) from error
        typer.echo(f"The page is at {page.local_url} (Ctrl-C stops it).")
        try:
            Event().wait()
        finally:
            page.close(verbose=False)
