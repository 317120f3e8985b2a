"""HTML: the main text of a page without menus, notices and scripts, found by trafilatura."""

from __future__ import annotations

import re
from typing import Any

from corpus.content import Content, Writer
from corpus.encoding import decode
from corpus.formats.html_fields import stated_by

SHORTEST_MAIN_TEXT = 250  # code points; trafilatura itself trusts nothing shorter and then drops headings and lists
NEARLY_ALL = 0.8  # share of the page's text from which on there is hardly anything else on it
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_INLINE = {
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "del",
        "dfn",
        "em",
        "font",
        "hi",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
    ),
    *(
        "q",
        "ref",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "code",
    ),
}
_SILENT = ("noscript", "script", "style", "template")
_NOT_SHOWN = (
    *_SILENT,
    *("audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "math", "meta"),
    *("object", "select", "svg", "textarea", "title", "video"),
)
_AROUND_THE_TEXT = ("aside", "footer", "nav")


def read(data: bytes) -> Content:
    """The main text of a page with headings, list items and table rows as blocks."""
    from trafilatura import bare_extraction, load_html  # 0.7 s to load

    charset = _CHARSET.search(data[:4096])
    text = decode(data, charset[1].decode() if charset else None)
    tree = load_html(text)
    if tree is None:  # a mere fragment
        tree = load_html(f"<html><body><div>{text}</div></body></html>")
    metadata = stated_by(tree)
    extracted = bare_extraction(tree, include_comments=False, max_tree_size=None)
    writer = Writer()
    _Walk(writer).walk(getattr(extracted, "body", None))
    shown = _shown(tree, (*_NOT_SHOWN, *_AROUND_THE_TEXT))
    if _better(shown, writer):
        writer = shown
    if not writer.length:
        writer = _shown(tree, _NOT_SHOWN)
    return writer.content(metadata)


def _shown(tree: Any, left_out: tuple[str, ...]) -> Writer:
    """All that a reader sees of a page, without the elements `left_out`."""
    body = tree.find(".//body")
    writer = Writer()
    _Walk(writer, frozenset(left_out)).walk(tree if body is None else body)
    return writer


def _better(shown: Writer, main: Writer) -> bool:
    """Whether to take the whole page: the main text is a scrap, or nearly all there is, but without its headings."""
    if main.length < SHORTEST_MAIN_TEXT:
        return shown.length > 0
    return len(shown.headings) > 2 * len(main.headings) and main.length > NEARLY_ALL * shown.length


class _Walk:
    """Writes the text of a tree, in HTML's or in trafilatura's own element names, as blocks."""

    def __init__(self, writer: Writer, left_out: frozenset[str] = frozenset()) -> None:
        self.writer = writer
        self.left_out = left_out
        self.waiting: list[str] = []

    def walk(self, element: Any) -> None:
        """Write `element`, which may be `None`, and what is left waiting."""
        if element is not None:
            self._element(element)
        self._flush()

    def _element(self, element: Any) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in self.left_out:  # comments and processing instructions have no name
            return
        level = _heading_level(element)
        if level:
            self._flush()
            self.writer.add(_text_of(element), level)
        elif tag in ("br", "lb"):
            self.waiting.append("\n")
        elif tag in ("tr", "row"):
            self._row(element)
        elif tag in _INLINE:
            self._inside(element)
        else:
            self._flush()
            self._inside(element)
            self._flush()

    def _inside(self, element: Any) -> None:
        self._text(element.text)
        for child in element:
            self._element(child)
            self._text(child.tail)

    def _row(self, row: Any) -> None:
        self._flush()
        cells = [cell for cell in row if isinstance(cell.tag, str) and cell.tag not in self.left_out]
        written = [_text_of(cell) for cell in cells]
        while written and not written[-1]:
            written.pop()
        if len(written) == 1:  # a table used for the layout
            self._element(cells[0])
            self._flush()
        else:
            self.writer.add(" | ".join(written))

    def _text(self, text: str | None) -> None:
        if text:
            self.waiting.append(re.sub(r"\s+", " ", text))

    def _flush(self) -> None:
        waiting, self.waiting = "".join(self.waiting), []
        for paragraph in re.split(r"\n\s*\n", waiting):
            self.writer.add(paragraph)


def _heading_level(element: Any) -> int | None:
    name = element.get("rend", "") if element.tag == "head" else element.tag
    return int(name[1]) if name in _HEADINGS else None


def _text_of(element: Any) -> str:
    """All the text inside; words of neighbouring elements are kept apart unless they are inline."""
    parts = []
    for inner in element.iter():
        if isinstance(inner.tag, str) and inner.tag not in _SILENT:
            parts.append(f"{'' if inner.tag in _INLINE else ' '}{inner.text or ''}")
        if inner is not element:
            parts.append(f"{'' if inner.tag in _INLINE else ' '}{inner.tail or ''}")
    return " ".join("".join(parts).split())
