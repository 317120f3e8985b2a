"""What the subcommands share: options, the index they work on, and where they write."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from corpus.errors import RagError
    from rag import Assistant, Settings

_OBEYED = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # those below U+0020 are escaped in any JSON
_WHERE = "The index folder. Default: RAG_INDEX, else .rag in the current folder."
Index = Annotated[Path | None, typer.Option("--index", metavar="DIR", help=_WHERE, show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="JSON alone on standard output; all else on standard error.")]


Kind = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Search news, analysis, official, explainer or timeline. Repeatable."),
]
Publisher = Annotated[
    list[str] | None,
    typer.Option("--publisher", metavar="NAME", help="Search this publisher, as `rag docs` shows it. Repeatable."),
]
Language = Annotated[
    list[str] | None, typer.Option("--language", metavar="CODE", help="Search this language, such as en. Repeatable.")
]
DocumentId = Annotated[
    list[str] | None, typer.Option("--document", metavar="ID", help="Search this document. Repeatable.")
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Search what is dated on this day (2025-07-26) or later.")
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Search what is dated on this day or earlier.")]


@dataclass(frozen=True, slots=True)
class Shared:
    """What was said before the subcommand or after it; what comes later wins."""

    index: Path | None = None
    as_json: bool = False

    def settings(self) -> Settings:
        """The settings with the index folder that was named.

        Raises:
            BadSetting: something in the environment cannot be used.
        """
        from rag.settings import Settings

        return Settings.load(**({"index": self.index} if self.index is not None else {}))

    @contextmanager
    def assistant(self) -> Iterator[Assistant]:
        """The assistant over the index.

        Raises:
            IndexMissing, IndexUnusable, BadSetting: each says what to do.
        """
        import rag

        with rag.open(settings=self.settings()) as assistant:
            yield assistant


def shared(context: typer.Context, index: Path | None, as_json: bool) -> Shared:
    """What holds for this command; kept in the context for a subcommand of it."""
    above = context.obj if isinstance(context.obj, Shared) else Shared()
    here = replace(above, index=index or above.index, as_json=as_json or above.as_json)
    context.obj = here
    return here


def print_json(value: Any) -> None:
    """JSON on standard output; what a terminal would obey is escaped, as JSON may."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    typer.echo(_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def tell(text: str) -> None:
    """A message on standard error."""
    from rag.wording import clean

    typer.echo(clean(text), err=True)


def tell_error(error: RagError) -> None:
    """What happened, and on a second line what to do about it."""
    tell(f"{error.message}\n{error.remedy}".rstrip())


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show that something takes its time, where somebody is looking."""
    if not sys.stderr.isatty():
        yield
        return
    from ui.terminal import screen

    with screen(stderr=True).status(what):
        yield
