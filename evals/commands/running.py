"""What `run` does around the questions: the suite, the index folder, the file, and what it prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from evals.commands.limits import tell_checks
from evals.commands.options import INDEXES, print_json, screen

if TYPE_CHECKING:
    from evals.cases import Suite
    from evals.gate import Check
    from evals.results import Result
    from evals.usage import Prices
    from evals.verifier.models import Judge


def chosen_suite(
    name: str | None, data_dir: Path | None, questions: Path | None, folder: Path | None, *, with_drafts: bool
) -> Suite:
    """The suite of that name, or one's own questions on one's own documents."""
    if questions is None:
        if name is None or folder is not None:
            from evals.suites import NAMES
            from evals.verifier.sets import CHECKED

            every = ", ".join((*NAMES, *CHECKED))
            raise typer.BadParameter(f"Name a suite ({every}), or give both --questions and --folder.")
        from evals.suites import load

        return load(name, data_dir)
    if name is not None or folder is None:
        raise typer.BadParameter("With --questions give --folder, and no suite.")
    from evals.suites import own

    return own.load(questions, folder, with_drafts=with_drafts)


def index_folder(suite: Suite) -> Path:
    """A folder for each suite; for one's own documents a folder for each folder of them."""
    from evals.fingerprints import text_hash
    from evals.suites import NAMES

    if suite.name in NAMES or suite.folder is None:
        return INDEXES / suite.name
    return INDEXES / f"{suite.name}-{text_hash(str(suite.folder.resolve()))[:8]}"


def chosen_prices(prompt: float | None, completion: float | None) -> Prices | None:
    """Both or none."""
    from evals.usage import Prices

    if prompt is None and completion is None:
        return None
    if prompt is None or completion is None:
        raise typer.BadParameter("Give both --price-in and --price-out; a price may be 0.")
    return Prices(prompt, completion)


def forget(out: Path) -> None:
    """Delete what a stopped run had asked."""
    for part in out.parent.glob(f"{out.name}.*.part"):
        part.unlink()


def chosen_judge(support: str | None) -> Judge:
    """Who judges what the citations bear out: the model of that name, or that of the setting.

    Raises:
        typer.BadParameter: "none". BadSetting, ExtraMissing: it cannot be used.
    """
    from evals.verifier.models import Judge

    return Judge.of(support)


def written(result: Result, out: Path, judge: Judge | None, *, texts: bool) -> dict[str, Any]:
    """The record, with texts, once it is on the disk as it was asked for.

    It is written before it is judged, too: what the answers cost is not lost where judging breaks off.
    """
    from evals.results import write
    from evals.strip import without_texts

    record = result.to_dict()
    write(record if texts else without_texts(record), out)
    if judge:
        from evals.commands.alce import judged

        record = judged(record, judge)
        write(record if texts else without_texts(record), out)
    if result.part and not result.failed:
        result.part.unlink(missing_ok=True)
    return record


def tell(record: dict[str, Any], out: Path, checks: list[Check], *, timed: bool, noted: bool, as_json: bool) -> None:
    """Figures, who judged them, how the questions ended, how long it took, and whether the limits are kept."""
    if as_json:
        _tell_as_json(record, out, checks)
        return
    _tell_figures(record, timed=timed)
    console = screen()
    console.print(f"Written to {out}.", soft_wrap=True)
    if noted:
        console.print("Noted in evals/ledger.jsonl: this run looked at questions of the report split.")
    if checks:
        tell_checks(checks)


def _tell_figures(record: dict[str, Any], *, timed: bool) -> None:
    from evals.table import counts_line, figures_table, timings_table, usage_line
    from evals.verifier.trust import told
    from evals.wall_time import stages, wall_time

    console = screen()
    console.print(figures_table(record))
    if "judge" in record:
        console.print(told(record["judge"]), soft_wrap=True)
    if timed:
        console.print(timings_table(record["timings_ms"]))
    console.print(counts_line(record["counts"]))
    console.print(f"It took {wall_time(record)} ({stages(record)}; {record['run']['workers']} at once).")
    if used := usage_line(record):
        console.print(used)
    if record["counts"]["failed"]:
        console.print("Failed questions are asked again when the same command is run again.")


def _tell_as_json(record: dict[str, Any], out: Path, checks: list[Check]) -> None:
    from dataclasses import asdict

    shown = {name: record[name] for name in ("counts", "figures", "judge", "run", "usage") if name in record}
    print_json({"out": str(out), **shown, "checks": [asdict(one) for one in checks]})
