"""Text of documents and questions, made harmless for a prompt: it cannot end its fence, cite, or speak for anybody."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from rag.wording import one_line
from rag.writing.markers import MARKER

# What chat templates write around a turn: a model that reads it in a document would take the rest for somebody's words.
# Each beginning and end counts alone, and none may have anything variable in it: what is left after one look is harmless.
_MARKS = re.compile(
    r"<\||\|>|<\uff5c|\uff5c>|</?s>|</?think>|<</?SYS>>|</?(?:start|end)_of_turn>?|</? ?evidence(?:-\w{0,20}>?|>)?"
    r"|\[/?(?:INST|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|AVAILABLE_TOOLS|SYSTEM_PROMPT)\]?"
    r"|#{2,6} ?(?:Instruction|Response|Input|System|User|Assistant|Human)s?:?",
    re.IGNORECASE,
)
_INSTEAD = "\u00b7"  # no white space and no letter, so that what stands on both sides of a mark makes no new one
_UNSEEN = re.compile(
    "[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)  # left by `clean` for the page; a model reads them
_NUMBERS = re.compile(r"\d+")


def inert(text: str) -> str:
    """`text` on one line, without marks of chat templates or of a fence; `[3]` becomes "(note 3)", which cites nothing.

    The work grows with the text and no faster.
    """
    bare = _MARKS.sub(_INSTEAD, one_line(_UNSEEN.sub("", text)))
    return MARKER.sub(lambda match: f"(note {', '.join(_NUMBERS.findall(match[0]))})", bare)


def fenced(lines: Iterable[str], salt: str) -> str:
    """The lines between two tags that no document can know: they depend on every line and on `salt`."""
    body = "\n".join(lines)
    secret = hashlib.sha256(f"{salt}\n{body}".encode("utf-8", "replace")).hexdigest()[:8]
    tag = f"evidence-{secret}"
    return f"<{tag}>\n{body}\n</{tag}>"
