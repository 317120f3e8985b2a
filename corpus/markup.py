"""A quotation for display: the words without the marks that write them in Markdown, on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_QUOTE_MARKS = re.compile(r"\n[ \t]*(?:>[ \t]?)+")


def plain(text: str, media_type: str) -> str:
    """The words of `text`; white space becomes single spaces. Only Markdown has marks to take away.

    The result is text, not HTML: whoever shows it must escape it.
    """
    if media_type == "text/markdown":
        tokens = _inline().parseInline(_QUOTE_MARKS.sub("\n", text))
        text = "".join(_words(tokens))
    return " ".join(text.split())


@cache
def _inline() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("strikethrough")


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.children:  # the whole of the text, or the description of a picture
            yield from _words(token.children)
