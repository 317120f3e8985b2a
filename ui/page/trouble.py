"""Errors as the page shows them: what happened, what is safe, what to do. Never a stack trace."""

from __future__ import annotations

from corpus.errors import RagError
from ui.page.words import escape

UNFORESEEN = "The search stopped before it had an answer."
_SAFE = "The documents and the index are as they were, and your question is still in the box."


def known(error: RagError) -> str:
    """An error that was foreseen: its message and its remedy."""
    return _box(error.message, error.remedy, "")


def unforeseen() -> str:
    """An error that was not foreseen. Its details are in the log of the program, not on the page."""
    return _box(
        UNFORESEEN,
        "Ask again; if it happens again, run “rag doctor” in a terminal. The window of “rag ui” shows the details.",
        _SAFE,
    )


def _box(happened: str, remedy: str, safe: str) -> str:
    lines = [("happened", happened), ("safe", safe), ("remedy", remedy)]
    return "".join(f'<p class="{name}">{escape(line)}</p>' for name, line in lines if line)
