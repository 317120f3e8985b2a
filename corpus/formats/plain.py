"""Plain text: the file as it is, with the structure that its line breaks show."""

from __future__ import annotations

from corpus.content import Content
from corpus.encoding import decode
from corpus.plain import structure


def read(data: bytes) -> Content:
    """The text of a file; nothing is taken for metadata, because plain text has no fields."""
    text = decode(data)
    return Content(text, *structure(text))
