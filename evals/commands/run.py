"""`run`: ask the questions of a suite, or one's own, and write what came out. Or examine the checks, where a name says so."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from evals.commands import running
from evals.commands.limits import Least, Most, held
from evals.commands.options import RESULTS, Index, Limit, Support, screen
from evals.verifier.sets import CHECKED

MISSED = 1
Split = Literal["tune", "report", "all"]


def run(
    context: typer.Context,
    suite: Annotated[str | None, typer.Argument(metavar="SUITE", help="A question set.", show_default=False)] = None,
    data_dir: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder that holds the public benchmarks, one folder each.")
    ] = None,
    questions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own questions, JSON Lines; see evals/README.md.")
    ] = None,
    folder: Annotated[Path | None, typer.Option(metavar="DIR", help="The documents that they are about.")] = None,
    with_drafts: Annotated[
        bool, typer.Option("--with-drafts", help="Ask questions that are still drafts, too.")
    ] = False,
    split: Annotated[
        Split | None,
        typer.Option(help="Which questions; any but tune is noted in the ledger. Default: tune; of your own, all."),
    ] = None,
    limit: Limit = None,
    seed: Annotated[int, typer.Option(help="Of the draw and of the intervals.")] = 0,
    index: Index = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Default: .rag/evals/results/SUITE-SPLIT.json."),
    ] = None,
    no_texts: Annotated[
        bool, typer.Option("--no-texts", help="Write ids, offsets, hashes and scores only: the form to commit.")
    ] = False,
    timed: Annotated[
        bool, typer.Option("--timed", help="Keep no vectors between questions, so that times are those of a user.")
    ] = False,
    search_only: Annotated[bool, typer.Option("--search-only", help="Search, and ask for no answers.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask anew what a stopped run has asked already.")] = False,
    adapter: Annotated[
        str, typer.Option(metavar="NAME", help="Who is asked: rag, or another to compare with; see evals/README.md.")
    ] = "rag",
    workers: Annotated[
        int,
        typer.Option(min=1, metavar="N", help="Ask so many at once, where the adapter allows it; --timed asks one."),
    ] = 1,
    judge_citations: Annotated[
        bool, typer.Option("--judge-citations", help="Have a support model judge what the citations bear out. Slower.")
    ] = False,
    support: Support = None,
    price_in: Annotated[float | None, typer.Option(min=0, help="Of a million tokens in prompts.")] = None,
    price_out: Annotated[float | None, typer.Option(min=0, help="Of a million tokens in replies.")] = None,
    least: Least = None,
    most: Most = None,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON on standard output.")] = False,
) -> None:
    """Ask questions against the whole collection, score the answers, and write one result file.

    The answers are those of the current settings (RAG_…). A run that was stopped goes on where it was, as long as the
    settings, the code and the documents are the same. Ends with status 1 where questions failed or a limit was missed.
    The sets wice, wice-oracle, attributionbench and mutations examine the checks instead.

    \b
    rag eval run governance --judge-citations
    rag eval run clapnq --data-dir benchmarks --split report --no-texts
    rag eval run --questions mine.jsonl --folder my-documents --limit 50
    rag eval run mutations --min negate=0.7 --max false_alarms=0.15
    """
    if suite in CHECKED:
        from evals.commands.examining import examine

        raise typer.Exit(examine(context, out, as_json=as_json))

    from evals.adapters import choose, label
    from evals.results import note_in_ledger
    from evals.run import run as ask_all

    chosen = running.chosen_suite(suite, data_dir, questions, folder, with_drafts=with_drafts)
    which: Split = "report" if chosen.held_out else split or ("all" if questions else "tune")
    assistant = choose(adapter, remember=not timed)
    out = out or RESULTS / f"{chosen.name}-{which}{label(adapter)}.json"
    judge = running.chosen_judge(support) if judge_citations or support else None
    how: dict[str, Any] = {"split": which, "limit": limit, "seed": seed, "search_only": search_only}
    how |= {"workers": 1 if timed else workers, "prices": running.chosen_prices(price_in, price_out)}
    if not as_json:
        screen().print(chosen.description, soft_wrap=True)
    if how["workers"] > 1 and not assistant.concurrent:
        typer.echo(f"{assistant.name} answers one question at a time.", err=True)
    if fresh:
        running.forget(out)
    with closing(assistant):
        result = ask_all(chosen, assistant, index=index or running.index_folder(chosen), resume=out, **how)
    record = running.written(result, out, None if search_only else judge, texts=not no_texts)
    noted = questions is None and note_in_ledger(record)
    checks = held(record, least, most)
    running.tell(record, out, checks, timed=timed, noted=noted, as_json=as_json)
    raise typer.Exit(MISSED if result.failed or any(not one.passed for one in checks) else 0)
