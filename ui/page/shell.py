"""The page before anything is asked: its markup, its style and its script, from the files beside this one."""

from __future__ import annotations

from pathlib import Path
from string import Template

from rag.wording import count
from ui.page.words import escape

PAPER = {
    "body_background_fill": "#fbfaf6",
    "body_background_fill_dark": "#171613",
    "body_text_color": "#1d1b17",
    "body_text_color_dark": "#ece6d9",
}
"""The colours of the empty page, which Gradio paints before the style is there; the same as in `css/palette.css`."""

_HERE = Path(__file__).parent
ICON = _HERE / "mark.svg"
_STYLES = (
    "palette",
    "type",
    "frame",
    "controls",
    "conversation",
    "verdicts",
    "footnotes",
    "source",
    "sheet",
    "scope",
    "print",
)
_SCRIPTS = (
    "words",
    "theme",
    "preview",
    "verdicts",
    "source",
    "scope",
    "documents",
    "table",
    "turns",
    "takeaway",
    "stream",
    "composer",
    "start",
)


def html(name: str, documents: int) -> str:
    """The page's markup with its style. The collection's name and the number of documents stand in the header."""
    return Template(_read("shell.html")).substitute(
        style="\n".join(_read(f"css/{style}.css") for style in _STYLES),
        name=escape(name),
        scope=f"All {count(documents, 'document')}" if documents > 1 else count(documents, "document"),
        icons=_read("icons.svg"),
    )


def script() -> str:
    """The page's script: the body of one function that Gradio calls with the page's `element` and the `server`."""
    return "\n".join(['"use strict";', *(_read(f"js/{script}.js") for script in _SCRIPTS)])


def _read(path: str) -> str:
    return (_HERE / path).read_text(encoding="utf-8")
