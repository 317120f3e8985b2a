"""What the page asks of Python, and what it gets: one function a request, each taking and giving plain JSON."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Any, Protocol

from corpus.document import Document, Metadata, Span
from corpus.errors import RagError
from rag.records.events import Event, Finished
from ui.page import library, replies, source, trouble
from ui.page.draft import Draft
from ui.page.replies import Reply
from ui.page.turns import Told, Turn, Turns

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

    def stream(self, question: str, filters: dict[str, Any] | None = None) -> Iterator[Event]: ...
    def load(self) -> None: ...
    def documents(self) -> Sequence[DocumentInfo]: ...
    def document(self, id: str) -> Document: ...


def requests(assistant: Assistant, examples: Sequence[tuple[str, str]]) -> list[Request]:
    """The functions that the page's script calls by name."""
    turns = Turns()

    def ask(request: dict[str, Any]) -> Reply:
        """`question`, `filters` -> the key of the turn that answers it."""
        return {"turn": turns.begin(turn(assistant, str(request.get("question", "")), request.get("filters") or {}))}

    def follow(request: dict[str, Any]) -> Reply:
        """`turn`, `since` -> what has come of it since, as soon as there is something."""
        return turns.find(str(request.get("turn"))).since(int(request.get("since") or 0))

    def stop(request: dict[str, Any]) -> Reply:
        """`turn` -> nothing; what is told of it next is the end."""
        turns.find(str(request.get("turn"))).stop()
        return {}

    def collection(request: dict[str, Any]) -> Reply:
        """Nothing -> the documents with what is known of them, and the questions offered at first."""
        entries = [library.entry(info.id, info.metadata) for info in assistant.documents()]
        return {"entries": entries, "examples": library.examples(examples, entries)}

    def document(request: dict[str, Any]) -> Reply:
        """`id` and, for a citation, `sha256`, `start`, `end` -> the whole document as HTML."""
        return whole(assistant, request)

    return [_safe(function) for function in (ask, follow, stop, collection, document)]


def turn(assistant: Assistant, question: str, filters: dict[str, Any]) -> Turn:
    """A question on its way, not yet begun."""
    draft = Draft()
    return Turn(
        _told(assistant, question, filters, draft),
        lambda: {"finished": replies.stopped(question, draft, assistant.document)},
    )


def whole(assistant: Assistant, request: dict[str, Any]) -> Reply:
    """A whole document, with the quote marked if the document is still the version that was cited."""
    document = assistant.document(str(request["id"]))
    same = request.get("sha256") == document.sha256
    mark = Span(int(request["start"]), int(request["end"])) if same else None
    return {"state": "shown", "html": source.whole(document, mark), "label": document.label}


def _told(assistant: Assistant, question: str, filters: dict[str, Any], draft: Draft) -> Told:
    """What the page is told of an answer on its way; at the end the whole of it, or what went wrong."""
    try:
        with closing(assistant.stream(question, filters)) as events:  # type: ignore[type-var]
            for event in events:
                yield from _of(event, draft, assistant)
    except RagError as error:
        yield {"finished": _refused(error)}
    except Exception:  # the page must always get a reply; the log gets the details
        _log.exception("a question could not be answered")
        yield {"finished": _failed()}


def _of(event: Event, draft: Draft, assistant: Assistant) -> Iterator[Reply]:
    if isinstance(event, Finished):
        yield {"finished": replies.answered(event.answer, assistant.document, read_out=draft.was_shown)}
    elif piece := draft.take(event):
        cited = piece.pop("cited", [])
        yield {**piece, "sources": replies.sources(cited, draft.kept, assistant.document)} if cited else piece


def _safe(function: Request) -> Request:
    """Errors become replies: a foreseen one with its remedy; any other without details, which go to the log."""

    def call(request: dict[str, Any]) -> Reply:
        try:
            return function(request)
        except RagError as error:
            return _refused(error)
        except Exception:  # the page must always get a reply; the log gets the details
            _log.exception("the page asked for %s and it failed", function.__name__)
            return _failed()

    call.__name__ = function.__name__
    return call


def _refused(error: RagError) -> Reply:
    return {"state": "refused", "html": trouble.known(error), "summary": str(error)}


def _failed() -> Reply:
    return {"state": "failed", "html": trouble.unforeseen(), "summary": trouble.UNFORESEEN}
