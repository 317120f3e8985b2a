"""`run`: ask the questions of a suite, or one's own, and write what came out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from evals.commands.options import INDEXES, RESULTS, Index, Limit, print_json, screen

if TYPE_CHECKING:
    from evals.cases import Suite
    from evals.results import Result

Split = Literal["tune", "report", "all"]


def run(
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
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON on standard output.")] = False,
) -> None:
    """Ask questions against the whole collection, score the answers, and write one result file.

    The answers are those of the current settings (RAG_…). A run that was stopped goes on where it was, as long as the
    settings, the code and the documents are the same. Ends with status 1 where questions failed.

    \b
    rag eval run governance
    rag eval run clapnq --data-dir benchmarks --split report --no-texts
    rag eval run --questions mine.jsonl --folder my-documents --limit 50
    """
    from evals.adapters import choose, label
    from evals.run import run as ask_all

    chosen = _suite(suite, data_dir, questions, folder, with_drafts=with_drafts)
    which: Split = "report" if chosen.held_out else split or ("all" if questions else "tune")
    assistant = choose(adapter, remember=not timed)
    out = out or RESULTS / f"{chosen.name}-{which}{label(adapter)}.json"
    if not as_json:
        screen().print(chosen.description, soft_wrap=True)
    drawn: dict[str, Any] = {"split": which, "limit": limit, "seed": seed, "search_only": search_only}
    if fresh:
        _forget(out)
    with closing(assistant):
        result = ask_all(chosen, assistant, index=index or _index(chosen), resume=out, **drawn)
    record = _written(result, out, texts=not no_texts)
    _tell(result, record, out, as_json=as_json, timed=timed, own=questions is not None)
    raise typer.Exit(1 if result.failed else 0)


def _suite(
    name: str | None, data_dir: Path | None, questions: Path | None, folder: Path | None, *, with_drafts: bool
) -> Suite:
    if questions is None:
        if name is None or folder is not None:
            from evals.suites import NAMES

            raise typer.BadParameter(f"Name a suite ({', '.join(NAMES)}), or give both --questions and --folder.")
        from evals.suites import load

        return load(name, data_dir)
    if name is not None or folder is None:
        raise typer.BadParameter("With --questions give --folder, and no suite.")
    from evals.suites import own

    return own.load(questions, folder, with_drafts=with_drafts)


def _index(suite: Suite) -> Path:
    """A folder for each suite; for one's own documents a folder for each folder of them."""
    from evals.fingerprints import text_hash
    from evals.suites import NAMES

    if suite.name in NAMES or suite.folder is None:
        return INDEXES / suite.name
    return INDEXES / f"{suite.name}-{text_hash(str(suite.folder.resolve()))[:8]}"


def _forget(out: Path) -> None:
    for part in out.parent.glob(f"{out.name}.*.part"):
        part.unlink()


def _written(result: Result, out: Path, *, texts: bool) -> dict[str, Any]:
    from evals.results import write
    from evals.strip import without_texts

    record = result.to_dict()
    write(record if texts else without_texts(record), out)
    if result.part and not result.failed:
        result.part.unlink(missing_ok=True)
    return record


def _tell(result: Result, record: dict[str, Any], out: Path, *, as_json: bool, timed: bool, own: bool) -> None:
    from evals.results import note_in_ledger
    from evals.table import counts_line, figures_table, timings_table

    noted = not own and note_in_ledger(record)
    if as_json:
        print_json({"out": str(out), "counts": record["counts"], "figures": record["figures"]})
        return
    console = screen()
    console.print(figures_table(result))
    if timed:
        console.print(timings_table(record["timings_ms"]))
    console.print(counts_line(record["counts"]))
    if result.failed:
        console.print("Failed questions are asked again when the same command is run again.")
    console.print(f"Written to {out}.", soft_wrap=True)
    if noted:
        console.print("Noted in evals/ledger.jsonl: this run looked at questions of the report split.")
