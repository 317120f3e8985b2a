"""An answer as the page gets it: HTML, the sources behind the numbers, and the forms to take away. Plain JSON."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from corpus.document import Document, Metadata
from corpus.errors import RagError
from rag.exports.answer_file import to_save
from rag.exports.formats import plain_text
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.wording import one_line
from ui import present
from ui.page import source
from ui.page.draft import Draft
from ui.page.footnotes import footnote

Reply = dict[str, Any]
FindDocument = Callable[[str], Document]

_log = logging.getLogger(__name__)


def answered(answer: Answer, find: FindDocument, *, read_out: bool = False) -> Reply:
    """A whole answer in the forms that the page shows and hands out."""
    return {
        "state": "abstained" if answer.abstained else "answered",
        "html": present.answer_html(answer),
        "summary": present.summary(answer, read_out=read_out),
        "sources": sources(answer.sources, answer.sentences, find),
        "takeaway": takeaway(answer, _known(answer, find)),
        "file": file_name(answer.question),
    }


def stopped(question: str, draft: Draft, find: FindDocument) -> Reply:
    """What stands of an answer that the reader stopped. It is not taken away: it is not the assistant's answer."""
    answer = draft.stopped(question)
    return {
        "state": "stopped",
        "html": present.stopped_html(answer),
        "summary": answer.notes[0],
        "sources": sources(answer.footnotes, answer.sentences, find),
    }


def sources(citations: Sequence[Citation], sentences: Sequence[AnswerSentence], find: FindDocument) -> list[Reply]:
    """What the source pane shows of each citation, in the order of the numbers."""
    documents = {name: _document(name, find) for name in dict.fromkeys(c.document_id for c in citations)}
    return [_source(c, documents[c.document_id], sentences) for c in citations]


def takeaway(answer: Answer, known: Mapping[str, Metadata] | None = None) -> dict[str, str]:
    """The answer for the clipboard (`text`, below its question) and for files, by their suffix.

    The JSON is what `rag ask --save` writes. `known` adds author, language and URL to the lists of sources, by document id.
    """
    return {
        "text": f"{one_line(answer.question)}\n\n{plain_text(answer)}",
        "md": answer.to_markdown(),
        "html": answer.to_html(),
        "json": json.dumps(to_save(answer), ensure_ascii=False, indent=2) + "\n",
        "csl.json": json.dumps(answer.to_csl(known), ensure_ascii=False, indent=2),
        "bib": answer.to_bibtex(known),
    }


def file_name(question: str) -> str:
    """What a saved answer is called, without the suffix."""
    words = re.findall(r"\w+", question.lower())
    return "-".join(words[:8])[:60] or "answer"


def _known(answer: Answer, find: FindDocument) -> dict[str, Metadata]:
    """What is known of the documents that it cites, by their ids."""
    cited = answer.sources
    found = {name: _document(name, find) for name in dict.fromkeys(c.document_id for c in cited)}
    return {name: document.metadata for name, document in found.items() if document}


def _document(name: str, find: FindDocument) -> Document | None:
    try:
        return find(name)
    except RagError:  # removed between the search and now: its quotes are shown alone
        _log.info("a cited document is no longer indexed: %s", name)
        return None


def _source(citation: Citation, document: Document | None, sentences: Sequence[AnswerSentence]) -> Reply:
    return {
        "html": source.passage(citation, document),
        "facts": source.facts(citation, sentences),
        "footnote": footnote(citation),
        "id": citation.document_id,
        "sha256": citation.sha256,
        "start": citation.start,
        "end": citation.end,
        "label": citation.label,
    }
