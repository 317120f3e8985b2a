"""The cited documents as CSL-JSON, which Zotero, Pandoc and citeproc read.

The names are those of the schema at https://resource.citationstyles.org/schema/latest/input/json/csl-data.json.
"""

from __future__ import annotations

from typing import Any

from rag.exports.references import Known, Reference, references
from rag.records.answers import Answer

_TYPES = {"news": "article-newspaper", "analysis": "article", "official": "document"}
_OTHER = "document"


def csl_items(answer: Answer, known: Known | None = None) -> list[dict[str, Any]]:
    """One item a document. What is unknown is left out."""
    return [_item(reference) for reference in references(answer, known)]


def _item(reference: Reference) -> dict[str, Any]:
    of_a_paper = _TYPES.get(reference.kind or "") == "article-newspaper"
    values: dict[str, Any] = {
        "id": reference.key,
        "type": _TYPES.get(reference.kind or "", _OTHER),
        "title": reference.title,
        "author": [{"literal": reference.author}] if reference.author else None,
        "container-title": reference.publisher if of_a_paper else None,
        "publisher": None if of_a_paper else reference.publisher,
        "issued": {"date-parts": [list(reference.date)]} if reference.date else None,
        "URL": reference.url,
        "language": reference.language,
        "genre": reference.kind,
        "source": reference.document_id,
    }
    return {name: value for name, value in values.items() if value is not None}
