"""`rag eval …` and `python -m evals …`: one command a file. What is heavy is imported when one runs."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from corpus.errors import RagError

_USAGE = 2
_STOPPED = 130
_HELP = """Measure how well questions are answered and cited, compare two versions, and decide whether one may ship.

\b
rag eval run governance                      the questions that ship with the project
rag eval run --questions Q.jsonl --folder D  your own
rag eval run mutations --min negate=0.7      what the checks catch, and whether that is enough
rag eval compare before.json after.json      better, worse, or cannot tell
rag eval gate after.json --min citation_precision=0.9 --max wrong_abstention=0.2
rag eval report after.json -o report.html    every figure and every question on a page
rag eval draft D -o Q.jsonl                  questions to start from, to be edited by hand
rag eval validate Q.jsonl --folder D         what is wrong with them, line by line

Exit status: 0 done; 1 some questions failed, a limit was missed, or a file has mistakes; 2 it could not be done.
"""


class Commands(TyperGroup):
    """Turns the project's errors into a message, a remedy and an exit status."""

    def list_commands(self, ctx: Any) -> list[str]:
        """In the order in which people need them."""
        asking = ["run", "compare", "gate", "report", "draft", "validate"]
        return [*asking, "alce", "mutations", "support", "replies", "survivors", "table", "strip", "latency"]

    def invoke(self, ctx: Any) -> Any:
        """Run the subcommand."""
        try:
            return super().invoke(ctx)
        except RagError as error:
            typer.echo(f"Error: {error.message}\n{error.remedy}".rstrip(), err=True)
            raise typer.Exit(_USAGE) from None
        except OSError as error:
            typer.echo(f"Error: {error.filename or 'A file'} cannot be used: {error.strerror or error}.", err=True)
            raise typer.Exit(_USAGE) from None
        except KeyboardInterrupt:
            typer.echo("Stopped. What `run` has asked so far is kept; the same command goes on from there.", err=True)
            raise typer.Exit(_STOPPED) from None


def application() -> typer.Typer:
    """The commands, ready to be called or to be hung below another command."""
    from evals.commands import (
        alce,
        compare,
        draft,
        gate,
        latency,
        mutations,
        replies,
        report,
        run,
        strip,
        support,
        table,
        validate,
    )

    app = typer.Typer(
        name="evals",
        cls=Commands,
        help=_HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.command("run", short_help="Ask the questions of a suite, or your own, and score the answers.")(run.run)
    app.command("compare", short_help="Did the change make it better?")(compare.compare)
    app.command("gate", short_help="May it ship? Figures against limits.")(gate.gate)
    app.command("report", short_help="One page with every figure and every question.")(report.report)
    app.command("draft", short_help="Draft questions for a folder, to be edited by hand.")(draft.draft)
    app.command("validate", short_help="What is wrong with a file of questions, line by line.")(validate.validate)
    app.command("alce", short_help="Do the cited texts bear the answers out? A support model judges.")(alce.alce)
    app.command("support", short_help="A support model on labelled pairs of claim and text.")(support.support)
    app.command("mutations", short_help="The checks of an answer on sentences made false.")(mutations.mutations)
    app.command("replies", short_help="What a language model writes to the sample's questions, kept.")(replies.replies)
    app.command("survivors", short_help="What of kept replies stands the checks.")(replies.survivors)
    app.command("table", short_help="Write the results table of the README.")(table.table)
    app.command("strip", short_help="A result file without texts, to pass on.")(strip.strip)
    app.command("latency", short_help="Time by stage, on the sample collection.")(latency.latency)
    return app
