"""The `rag` command. What each subcommand does is in `ui/commands/`.

Exit status: 0 answered or abstained, 1 a saved answer no longer holds, 2 usage, 3 index missing or unusable,
4 some documents failed, 130 Ctrl-C.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Any

import typer
from typer.core import TyperGroup

from corpus.errors import CorpusError, RagError
from index.errors import BadFilter, DocumentMissing
from rag.errors import BadAnswerFile, BadQuestion, BadSetting
from ui.commands import ask, docs, doctor, serve
from ui.commands.eval import app as eval_app
from ui.commands.index import index as index_command
from ui.commands.shared import Index, Json, shared, tell, tell_error
from ui.commands.verify import verify as verify_command

_ASKED_WRONGLY = (CorpusError, BadAnswerFile, BadFilter, BadQuestion, BadSetting, DocumentMissing)
_USAGE = 2
_UNUSABLE = 3
_STOPPED = 130
_PERMISSIONS = "Check the path, its permissions and the space on the disk; `rag doctor` looks closer."
_KEPT = {
    "index": "Stopped. What was indexed so far is kept and nothing is half done; the same command goes on from here.",
    "docs": "Stopped. The index is whole.",
}

_HELP = """Ask questions of your own documents; every sentence of an answer is cited.

\b
rag index my-documents          read a folder into the index
rag ask "Where is its seat?"    an answer with footnotes
rag ui                          the chat page
rag docs                        what is indexed
rag verify answer.json          whether a saved answer still holds
rag doctor                      what is wrong, and the remedy

The index is a folder that holds the documents' text, passages and vectors: .rag in the current folder, or the one
that --index or the environment variable RAG_INDEX names. Your files are only read. Deleting the index folder loses
nothing that `rag index` cannot make again, save what you set with `rag docs set`.

Nothing is sent anywhere, and no key and no network are needed. `rag settings` lists what can be set (RAG_…).

Exit status: 0 answered, or the documents do not answer it; 1 a saved answer no longer holds; 2 usage; 3 index
missing or unusable; 4 some documents failed.
"""


class Commands(TyperGroup):
    """Turns the project's errors into a message, a remedy and an exit status."""

    def list_commands(self, ctx: Any) -> list[str]:
        """In the order in which people need them."""
        return ["index", "ask", "search", "ui", "docs", "verify", "doctor", "settings", "eval"]

    def invoke(self, ctx: Any) -> Any:
        """Run the subcommand."""
        try:
            return super().invoke(ctx)
        except RagError as error:
            tell_error(error)
            raise typer.Exit(_USAGE if isinstance(error, _ASKED_WRONGLY) else _UNUSABLE) from None
        except BrokenPipeError:
            raise  # Typer ends quietly
        except OSError as error:
            tell(f"{error.filename or 'A file'} cannot be used: {error.strerror or error}.\n{_PERMISSIONS}")
            raise typer.Exit(_UNUSABLE) from None
        except KeyboardInterrupt:
            tell(_KEPT.get(ctx.invoked_subcommand or "", "Stopped."))
            raise typer.Exit(_STOPPED) from None


app = typer.Typer(
    name="rag",
    cls=Commands,
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _before(context: typer.Context, index: Index = None, as_json: Json = False) -> None:
    shared(context, index, as_json)


app.command("index", short_help="Read the documents of a folder into the index.")(index_command)
app.command("ask", short_help="Answer a question, with citations.")(ask.ask)
app.command("search", short_help="Show the passages that fit a question best.")(ask.search)
app.command("ui", short_help="Open the chat page.")(serve.ui)
app.add_typer(docs.app, name="docs", short_help="List, print and describe the documents.")
app.command("verify", short_help="Check the citations of a saved answer again.")(verify_command)
app.command("doctor", short_help="Say what is wrong and what to do.")(doctor.doctor)
app.command("settings", short_help="List every setting with its value.")(doctor.settings)
app.add_typer(eval_app, name="eval", short_help="Measure it, compare two versions, decide whether one may ship.")


def main() -> None:
    """The entry point."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a character shows a question mark
    app(prog_name="rag")


if __name__ == "__main__":
    main()
