"""`rag docs`: what is indexed, the text of a document, and what is known about it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.commands.shared import Index, Json, Shared, print_json, shared, tell

if TYPE_CHECKING:
    from corpus.document import Document
    from index.catalog import DocumentInfo

app = typer.Typer(
    invoke_without_command=True, rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]}
)
Id = Annotated[str, typer.Argument(metavar="ID", help="A document's id, as `rag docs` shows it.")]


@app.callback()
def docs(
    context: typer.Context,
    text: Annotated[str | None, typer.Option("--text", metavar="ID", help="Print the text of this document.")] = None,
    index: Index = None,
    as_json: Json = False,
) -> None:
    """List the indexed documents, print one, or set what is known about it.

    Each document is listed by its id (its path in the folder that was indexed) with title, kind, publisher, date and
    language. What is unknown is called unknown; nothing is guessed.

    \b
    rag docs
    rag docs --text notes/summit.md
    rag docs set notes/summit.md kind=news date=2025-07-26
    """
    here = shared(context, index, as_json)
    if context.invoked_subcommand is not None:
        return
    if text is None:
        _list(here)
    else:
        _print_text(here, text)


@app.command("set")
def set_values(
    context: typer.Context,
    id: Id,
    values: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE...", help="For example kind=news date=2025-07-26.")
    ],
    index: Index = None,
    as_json: Json = False,
) -> None:
    """Set what is known about a document; it stays when the file changes.

    Fields are title, kind (news, analysis, official, explainer or timeline), date (2025-07-26), publisher, author,
    language (en), url and licence. An empty value (kind=) takes back what was set, and the file's own value holds again.
    """
    from corpus.metadata import parse_values

    here = shared(context, index, as_json)
    pairs = _pairs(values)
    metadata = parse_values(pairs)
    with here.assistant() as assistant:
        assistant.set_metadata(id, metadata, clear=[name for name, value in pairs.items() if not value])
        after = next(info for info in assistant.documents() if info.id == id)
    if here.as_json:
        print_json(_plain(after))
        return
    from ui.terminal import screen, show_documents

    show_documents(screen(), [after])


@app.command()
def remove(context: typer.Context, id: Id, index: Index = None) -> None:
    """Take a document out of the index. The file stays; the next `rag index` of its folder brings it back."""
    here = shared(context, index, as_json=False)
    with here.assistant() as assistant:
        assistant.remove(id)
    tell(f"{id} is no longer in the index.")


def _list(here: Shared) -> None:
    with here.assistant() as assistant:
        documents = assistant.documents()
    if here.as_json:
        print_json([_plain(document) for document in documents])
        return
    if not documents:
        tell("The index holds no documents yet. Add some with: rag index FOLDER")
        return
    from rag.wording import count
    from ui.terminal import screen, show_documents

    show_documents(screen(), documents)
    tell(count(len(documents), "document"))


def _print_text(here: Shared, id: str) -> None:
    with here.assistant() as assistant:
        document = assistant.document(id)
    if here.as_json:
        print_json(_whole(document))
        return
    from ui.terminal import readable

    typer.echo(readable(document.text))


def _plain(document: DocumentInfo) -> dict[str, Any]:
    values = asdict(document)
    return {"id": values.pop("id"), **values.pop("metadata"), **values}


def _whole(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        **asdict(document.metadata),
        "sha256": document.sha256,
        "media_type": document.media_type,
        "text": document.text,
    }


def _pairs(values: list[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for value in values:
        name, equals, content = value.partition("=")
        if not equals:
            raise typer.BadParameter(f"{value!r} is not FIELD=VALUE, such as kind=news.", param_hint="FIELD=VALUE")
        pairs[name.strip()] = content.strip()
    return pairs
