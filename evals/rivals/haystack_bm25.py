"""Haystack's search by words, answering with the best piece that it finds, cited whole. It imports nothing of this project.

Without a language model Haystack has no answers, only what its retrievers find. This is that, with its components as
they come: `DocumentSplitter` (by words), `InMemoryDocumentStore`, `InMemoryBM25Retriever`. It never declines unless it
finds nothing.
Run by `evals/adapters/rival.py`, which says what is asked and answered.
"""

# mypy: disable-error-code="import-not-found"
from __future__ import annotations

import json
import os
import sys
from typing import Any

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"  # read on import: it would report to its makers

import haystack
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

_PIECES = 50  # found for each question: a document's rank is that of its best piece


class Haystack:
    """The retriever over one collection."""

    def __init__(self) -> None:
        self._store = InMemoryDocumentStore()
        self._retriever = InMemoryBM25Retriever(self._store, top_k=_PIECES)

    def prepare(self, documents: list[dict[str, Any]]) -> dict[str, Any]:
        """Split and index; each piece keeps the id of its document and where it starts."""
        given = [haystack.Document(content=row["text"], meta={"document": row["id"]}) for row in documents]
        splitter = DocumentSplitter()
        pieces = splitter.run(given)["documents"]
        self._store.write_documents(pieces)
        by = {"split_by": splitter.split_by, "split_length": splitter.split_length}
        made = {"documents": len(documents), "passages": len(pieces)}
        return {"made": made, "settings": {"haystack": haystack.__version__, **by}}

    def find(self, question: str, depth: int) -> dict[str, Any]:
        """The best documents and pieces."""
        found = self._found(question)
        return {"documents": list(dict.fromkeys(row["document"] for row in found))[:depth], "passages": found[:depth]}

    def reply(self, question: str) -> dict[str, Any]:
        """The best piece, as one sentence that cites all of it."""
        return {"sentences": [{"text": row["quote"], "citations": [row]} for row in self._found(question)[:1]]}

    def _found(self, question: str) -> list[dict[str, Any]]:
        pieces = self._retriever.run(query=question)["documents"]
        starts = [piece.meta["split_idx_start"] for piece in pieces]
        return [
            {"document": p.meta["document"], "start": start, "end": start + len(p.content), "quote": p.content}
            for p, start in zip(pieces, starts, strict=True)
        ]


def main() -> None:
    """Answer a line with a line until there are no more."""
    assistant = Haystack()
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(getattr(assistant, asked.pop("do"))(**asked)), flush=True)


if __name__ == "__main__":
    main()
