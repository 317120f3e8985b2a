"""Text of documents and questions, made harmless for a prompt: it cannot end its fence, cite, or speak for anybody."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from rag.wording import one_line
from rag.writing.markers import MARKER

# What chat templates write around a turn: a model that reads it in a document would take the rest for somebody's words.
_TEMPLATE = re.compile(
    r"<\|[^|<>\n]{0,40}\|>|</?s>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>|</?think>|<\uff5c[^<>\n]{0,40}\uff5c>",
    re.IGNORECASE,
)
_FENCE = re.compile(r"</?\s*evidence[^<>\n]{0,40}>?", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")


def inert(text: str) -> str:
    """`text` on one line, without marks of chat templates or of a fence; `[3]` becomes "(note 3)", which cites nothing."""
    bare = text
    while (less := _FENCE.sub(" ", _TEMPLATE.sub(" ", bare))) != bare:  # what is taken out may have hidden another
        bare = less
    return one_line(MARKER.sub(lambda match: f"(note {', '.join(_NUMBERS.findall(match[0]))})", bare))


def fenced(lines: Iterable[str], salt: str) -> str:
    """The lines between two tags that no document can know: they depend on every line and on `salt`."""
    body = "\n".join(lines)
    secret = hashlib.sha256(f"{salt}\n{body}".encode("utf-8", "replace")).hexdigest()[:8]
    tag = f"evidence-{secret}"
    return f"<{tag}>\n{body}\n</{tag}>"
