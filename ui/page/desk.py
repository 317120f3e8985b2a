"""What the page asks of Python, and what it gets: one function a request, each taking and giving plain JSON."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from corpus.document import Document, Metadata, Span
from corpus.errors import RagError
from rag.answers import Answer, Citation
from rag.formats import plain_text
from rag.wording import one_line
from ui import present
from ui.page import library, source, trouble

Reply = dict[str, Any]
Request = Callable[[dict[str, Any]], Reply]

_log = logging.getLogger(__name__)


class DocumentInfo(Protocol):
    """What the page needs to know of an indexed document."""

    @property
    def id(self) -> str: ...
    @property
    def metadata(self) -> Metadata: ...


class Assistant(Protocol):
    """What the page asks of an assistant; `rag.Assistant` is one. Called from several threads at once."""

    def answer(self, question: str, filters: dict[str, Any] | None = None) -> Answer: ...
    def documents(self) -> Sequence[DocumentInfo]: ...
    def document(self, id: str) -> Document: ...


def requests(assistant: Assistant, examples: Sequence[tuple[str, str]]) -> list[Request]:
    """The functions that the page's script calls by name."""

    def ask(request: dict[str, Any]) -> Reply:
        """`question`, `filters` -> the answer as HTML, its sources as HTML, and the forms to take away."""
        return answered(assistant, str(request.get("question", "")), request.get("filters") or {})

    def collection(request: dict[str, Any]) -> Reply:
        """Nothing -> the documents with what is known of them, and the questions offered at first."""
        entries = [library.entry(info.id, info.metadata) for info in assistant.documents()]
        return {"entries": entries, "examples": library.examples(examples, entries)}

    def document(request: dict[str, Any]) -> Reply:
        """`id` and, for a citation, `sha256`, `start`, `end` -> the whole document as HTML."""
        return whole(assistant, request)

    return [_safe(ask), _safe(collection), _safe(document)]


def answered(assistant: Assistant, question: str, filters: dict[str, Any]) -> Reply:
    """Ask, and put the answer into the forms that the page shows and hands out."""
    answer = assistant.answer(question, filters)
    sources = present.shown_sources(answer)
    documents = _cited(assistant, sources)
    return {
        "state": "abstained" if answer.abstained else "answered",
        "html": present.answer_html(answer, documents),
        "summary": present.summary(answer),
        "sources": [_source(citation, documents.get(citation.document_id)) for citation in sources],
        "takeaway": takeaway(answer),
        "file": _file_name(question),
    }


def takeaway(answer: Answer) -> dict[str, str]:
    """The answer for the clipboard and for files: `text` below its question, `md` and `json`."""
    text = f"{one_line(answer.question)}\n\n{plain_text(answer)}"
    return {"text": text, "md": answer.to_markdown(), "json": answer.to_json()}


def whole(assistant: Assistant, request: dict[str, Any]) -> Reply:
    """A whole document, with the quote marked if the document is still the version that was cited."""
    document = assistant.document(str(request["id"]))
    same = request.get("sha256") == document.sha256
    mark = Span(int(request["start"]), int(request["end"])) if same else None
    return {"state": "shown", "html": source.whole(document, mark), "label": document.label}


def _cited(assistant: Assistant, citations: Sequence[Citation]) -> dict[str, Document]:
    documents: dict[str, Document] = {}
    for name in dict.fromkeys(c.document_id for c in citations):
        try:
            documents[name] = assistant.document(name)
        except RagError:  # removed between the search and now: its quotes are shown alone
            _log.info("a cited document is no longer indexed: %s", name)
    return documents


def _source(citation: Citation, document: Document | None) -> dict[str, Any]:
    return {
        "html": source.passage(citation, document),
        "id": citation.document_id,
        "sha256": citation.sha256,
        "start": citation.start,
        "end": citation.end,
        "label": citation.label,
    }


def _file_name(question: str) -> str:
    words = re.findall(r"\w+", question.lower())
    return "-".join(words[:8])[:60] or "answer"


def _safe(function: Request) -> Request:
    """Errors become replies: a foreseen one with its remedy; any other without details, which go to the log."""

    def call(request: dict[str, Any]) -> Reply:
        try:
            return function(request)
        except RagError as error:
            return {"state": "refused", "html": trouble.known(error), "summary": str(error)}
        except Exception:  # the page must always get a reply; the log gets the details
            _log.exception("the page asked for %s and it failed", function.__name__)
            return {"state": "failed", "html": trouble.unforeseen(), "summary": trouble.UNFORESEEN}

    call.__name__ = function.__name__
    return call
