"""The chat page: `page(assistant)` gives the Gradio app, `launch(assistant)` serves it on this machine.

Gradio carries the page and its calls to Python; the page's own markup, style and script are in `ui/page/`.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from threading import Thread
from typing import Any

from ui.page.privacy import KeepInside  # before Gradio: it turns Gradio's reports off

import gradio as gr  # isort: skip
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from ui.page import shell
from ui.page.desk import Assistant, requests
from ui.page.examples import EXAMPLES, default_name
from ui.page.guard import OWN_NAMES, OwnPageOnly

HOST = "127.0.0.1"
"""The address that only this machine can reach."""

_log = logging.getLogger(__name__)


def page(assistant: Assistant, name: str | None = None, examples: Sequence[tuple[str, str]] = EXAMPLES) -> gr.Blocks:
    """The page as a Gradio app; `launch` serves it with the settings that keep it private.

    Args:
        assistant: answers the questions; called from several threads at once.
        name: what the collection is called in the header.
        examples: questions offered at first, each with the id of a document that answers it; one whose document is
            not in the collection is not offered.
    """
    documents = [info.id for info in assistant.documents()]
    title = name or default_name(documents)
    blocks: gr.Blocks
    with gr.Blocks(title=title, analytics_enabled=False, fill_width=True) as blocks:
        gr.HTML(
            shell.html(title, len(documents)),
            js_on_load=shell.script(),
            server_functions=list(requests(assistant, examples)),
            apply_default_css=False,
            elem_id="page",
        )
    return blocks


def launch(
    assistant: Assistant,
    name: str | None = None,
    *,
    port: int | None = None,
    inbrowser: bool = False,
    wait: bool = True,
) -> gr.Blocks:
    """Serve the page on this machine; its address is `.local_url` of what comes back.

    Args:
        assistant: answers the questions; called from several threads at once.
        name: what the collection is called in the header.
        port: `None` takes the first free one from 7860.
        inbrowser: open the page in the browser.
        wait: return only when the server is stopped.

    Raises:
        OSError: the port is taken.
    """
    blocks = page(assistant, name)
    Thread(target=_load_models, args=(assistant,), daemon=True).start()
    blocks.launch(
        server_name=HOST, server_port=port, inbrowser=inbrowser, prevent_thread_lock=True, quiet=True, **options()
    )
    if wait:
        blocks.block_thread()
    return blocks


def options() -> dict[str, Any]:
    """The settings of Gradio's `launch` for this page: nothing shared, nothing fetched, nothing of Gradio's shown."""
    return {
        "share": False,
        "theme": gr.themes.Base(font=("system-ui", "sans-serif"), font_mono=("monospace",)).set(**shell.PAPER),
        "footer_links": [],
        "run_history": False,
        "ssr_mode": False,
        "pwa": False,
        "mcp_server": False,
        "enable_monitoring": False,
        "show_error": False,
        "favicon_path": shell.ICON,
        "app_kwargs": {"middleware": _doors()},
    }


def _doors() -> list[Middleware]:
    """What every request passes, outermost first: refusals carry the policy too."""
    names = Middleware(TrustedHostMiddleware, allowed_hosts=OWN_NAMES, www_redirect=False)
    return [Middleware(KeepInside), names, Middleware(OwnPageOnly)]


def _load_models(assistant: Assistant) -> None:
    """Models load when they are first used: do that while the reader looks at the page, not at the first question.

    A language model is asked nothing that nobody asked.
    """
    try:
        assistant.load()
    except Exception:  # the first question will meet the same error and show it
        _log.info("the models could not be loaded ahead", exc_info=True)
