"""Text between markers in a Markdown file: `<!-- name -->` and `<!-- /name -->`, a line each."""

from __future__ import annotations

from evals.errors import BadData


def put_between(page: str, name: str, text: str) -> str:
    """The page with `text` in the place of what stood between the markers.

    Raises:
        BadData: the page lacks a marker.
    """
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, opened, rest = page.partition(start)
    _, closed, after = rest.partition(end)
    if not opened or not closed:
        raise BadData(f"The file has no place for the table of {name}.", f"Put {start} and {end} into it, a line each.")
    return f"{before}{start}\n{text}\n{end}{after}"
