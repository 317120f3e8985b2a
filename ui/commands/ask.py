"""`rag ask "…"`: a question to a cited answer. `rag search "…"`: to the passages alone."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.commands.shared import (
    DocumentId,
    From,
    Index,
    Json,
    Kind,
    Language,
    Publisher,
    To,
    print_json,
    shared,
    tell,
    waiting,
)

if TYPE_CHECKING:
    from corpus.document import Metadata
    from index.catalog import DocumentInfo
    from index.search import Filters, Hit
    from rag import Assistant
    from rag.records.answers import Answer


class Export(StrEnum):
    """What an answer can be printed as, for other programs."""

    MARKDOWN = "md"
    HTML = "html"
    CSL = "csl"
    BIBTEX = "bibtex"


Words = Annotated[
    list[str], typer.Argument(metavar="QUESTION", help="The question. Quote it, or leave the quotes out.")
]

Save = Annotated[
    Path | None,
    typer.Option(
        "--save", metavar="FILE", help="Keep the answer in a file that `rag verify` checks again.", dir_okay=False
    ),
]
ExportAs = Annotated[
    Export | None,
    typer.Option("--export", help="Print it as Markdown, as a page, or its sources as CSL-JSON or BibTeX."),
]


def ask(
    context: typer.Context,
    question: Words,
    kind: Kind = None,
    publisher: Publisher = None,
    language: Language = None,
    document: DocumentId = None,
    date_from: From = None,
    date_to: To = None,
    save: Save = None,
    export: ExportAs = None,
    index: Index = None,
    as_json: Json = False,
) -> None:
    """Answer a question from the indexed documents, with citations.

    The number behind each sentence leads to its footnote. The sentences stand in the documents word for word, unless a
    language model is set to write (RAG_WRITER); then each was checked against what it cites, and what did not stand is left out.
    Where the documents do not answer the question, the answer says so and shows the sentences that came nearest.

    \b
    rag ask "Where is the organisation to have its seat?"
    rag ask --kind official --from 2024-01-01 "When does the act apply?"
    rag ask --json "How many chips does it join?" | jq .sentences
    rag ask --save answer.json --export html "Where is its seat?" > answer.html
    """
    here = shared(context, index, as_json)
    if export is not None and here.as_json:
        raise typer.BadParameter("Choose --json or --export.", param_hint="--export")
    if save is not None:
        from rag.exports.answer_file import require_place

        require_place(save)
    filters = _filters(kind, publisher, language, document, date_from, date_to)
    with here.assistant() as assistant:
        _tell_if_nothing_is_searched(assistant.documents(), filters)
        answer = _answered(assistant, _joined(question), filters, shown=not here.as_json and export is None)
        known = {document.id: document.metadata for document in assistant.documents()} if export else {}
    _print(answer, export, known, as_json=here.as_json)
    if save is not None:  # after it is printed: an answer that cannot be kept is not lost
        answer.save(save)


def search(
    context: typer.Context,
    question: Words,
    number: Annotated[int, typer.Option("--number", "-k", min=1, max=200, help="How many passages.")] = 10,
    kind: Kind = None,
    publisher: Publisher = None,
    language: Language = None,
    document: DocumentId = None,
    date_from: From = None,
    date_to: To = None,
    index: Index = None,
    as_json: Json = False,
) -> None:
    """Show the passages that fit a question best, without composing an answer."""
    here = shared(context, index, as_json)
    filters = _filters(kind, publisher, language, document, date_from, date_to)
    with here.assistant() as assistant:
        known = {document.id: document for document in assistant.documents()}
        _tell_if_nothing_is_searched(list(known.values()), filters)
        with waiting("Searching …"):
            hits = assistant.search(_joined(question), number, filters)
    if here.as_json:
        print_json([_plain(hit, known[hit.passage.document_id]) for hit in hits])
        return
    from ui.terminal import screen, show_hits

    show_hits(screen(), hits, known)


def _filters(
    kind: list[str] | None,
    publisher: list[str] | None,
    language: list[str] | None,
    document: list[str] | None,
    date_from: str | None,
    date_to: str | None,
) -> Filters:
    from index.search import Filters

    given = {"kind": kind, "publisher": publisher, "language": language, "document_id": document}
    return Filters.parse({**given, "date_from": date_from, "date_to": date_to})


def _answered(assistant: Assistant, question: str, filters: Filters, *, shown: bool) -> Answer:
    """The answer; while a language model writes it, its sentences as they settle, where somebody is looking."""
    from rag.answering.choose import NO_WRITER

    if shown and sys.stdout.isatty() and assistant.settings.writer != NO_WRITER:
        from ui.commands.streaming import streamed
        from ui.terminal import screen

        return streamed(screen(), assistant.stream(question, filters))
    with waiting("Reading the documents …"):
        return assistant.answer(question, filters)


def _print(answer: Answer, export: Export | None, known: dict[str, Metadata], *, as_json: bool) -> None:
    if as_json:
        from rag.exports.answer_file import to_save

        print_json(to_save(answer))
    elif export is not None:
        _print_export(answer, export, known)
    else:
        from ui.terminal import screen, show_answer

        show_answer(screen(), answer)


def _print_export(answer: Answer, export: Export, known: dict[str, Metadata]) -> None:
    if export is Export.CSL:
        from rag.exports.csl import csl_items

        print_json(csl_items(answer, known))
    elif export is Export.BIBTEX:
        from rag.exports.bibtex import bibtex

        typer.echo(bibtex(answer, known), nl=False)
    else:
        typer.echo(answer.to_html() if export is Export.HTML else answer.to_markdown(), nl=False)


def _joined(words: list[str]) -> str:
    """One question out of the words of a command line; bytes that are no text are replaced."""
    return " ".join(words).encode("utf-8", "replace").decode()


def _tell_if_nothing_is_searched(documents: list[DocumentInfo], filters: Filters) -> None:
    if not documents:
        tell("The index holds no documents yet. Add some with: rag index FOLDER")
    elif not any(filters.admits(document.id, document.metadata) for document in documents):
        tell("No document passes these filters. See what is known of the documents with: rag docs")


def _plain(hit: Hit, document: DocumentInfo) -> dict[str, Any]:
    passage, metadata = hit.passage, document.metadata
    return {
        "passage_id": passage.id,
        "document_id": passage.document_id,
        "title": metadata.title,
        "kind": metadata.kind,
        "publisher": metadata.publisher,
        "date": metadata.date,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "sha256": document.sha256,
        "page": passage.page,
        "heading": " › ".join(passage.heading) or None,
        "score": round(hit.score, 5),
        "dense": round(hit.dense, 5),
        "keyword": round(hit.keyword, 4),
        "dense_rank": hit.dense_rank,
        "keyword_rank": hit.keyword_rank,
    }
