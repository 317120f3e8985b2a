"""`support`: a support model on public pairs of claim and text that people have labelled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from evals.commands.options import Json, number, print_json, screen

if TYPE_CHECKING:
    from rich.table import Table

    from evals.verifier.judge import Exam


def support(
    name: Annotated[
        Literal["wice", "wice-oracle", "attributionbench"],
        typer.Argument(metavar="SET", help="wice, wice-oracle or attributionbench.", show_default=False),
    ],
    data_dir: Annotated[Path, typer.Option("--data-dir", help="The folder that holds the set.", show_default=False)],
    split: Annotated[Literal["tune", "report", "all"], typer.Option(help="Which pairs.")] = "tune",
    model: Annotated[
        str, typer.Option("--support", help="The support model, as the setting support_model.")
    ] = "built-in",
    limit: Annotated[int | None, typer.Option(help="That many pairs, drawn by the seed.", min=1)] = None,
    seed: Annotated[int, typer.Option(help="Of the draw and of the intervals.")] = 0,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Also write it as JSON, without texts.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Judge labelled pairs with the threshold that the model comes with.

    \b
    rag eval support wice --data-dir benchmarks --split report
    """
    from evals.results import note_in_ledger, write

    record, table = examined(name, data_dir, split, model, limit, seed, progress=not as_json)
    if as_json:
        print_json({key: value for key, value in record.items() if key != "questions"})
    else:
        screen().print(table)
    note_in_ledger(record)
    if out:
        write(record, out)


def examined(
    name: str, data_dir: Path | None, split: str, model: str | None, limit: int | None, seed: int, *, progress: bool
) -> tuple[dict[str, Any], Table]:
    """The record of the exam, without texts, and what the screen shows of it.

    Raises:
        DataMissing: the set is not there.
    """
    from rich.console import Console
    from rich.progress import Progress

    from evals.errors import DataMissing
    from evals.splits import drawn
    from evals.verifier.judge import judge
    from evals.verifier.labelled import SETS, pairs
    from evals.verifier.models import judging_model

    if data_dir is None:
        raise DataMissing(
            f"The set {name} is not part of this project.", "Name the folder that holds it with --data-dir."
        )
    judging, embedder = judging_model(model)
    chosen = next(one for one in SETS if one.name == name)
    asked = drawn(pairs(chosen, data_dir, split), limit, seed)
    with Progress(transient=True, console=Console(stderr=True), disable=not progress) as bar:
        task = bar.add_task("Judging", total=len(asked))
        exam = judge(asked, judging, embedder, lambda done: bar.update(task, advance=done))
    record = _record(name, chosen.licence, split, limit, seed, judging.name, model, exam)
    return record, _table(record, f"{name}, split {split}, {len(asked)} pairs, support: {judging.name}")


def _record(
    name: str, licence: str, split: str, limit: int | None, seed: int, model: str, setting: str | None, exam: Exam
) -> dict[str, Any]:
    from dataclasses import asdict

    from evals.provenance import provenance, public_settings

    settings = {"support_model": setting or model, "threshold": exam.threshold}
    return {
        "kind": "support",
        **provenance(),
        "suite": {"name": name, "licence": licence},
        "split": split,
        "limit": limit,
        "seed": seed,
        "assistant": {"name": "support model", "settings": public_settings(settings)},
        "model": model,
        "milliseconds": round(exam.milliseconds, 2),
        "failed": sum(one.chance is None for one in exam.judged),
        "figures": [asdict(figure) for figure in exam.figures(seed)],
        "questions": [asdict(one) for one in exam.judged],
    }


def _table(record: dict[str, Any], title: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    threshold = record["assistant"]["settings"]["threshold"]
    caption = f"threshold {threshold:.3f}; {record['milliseconds']:.1f} ms a pair; {record['failed']} failed"
    table = Table(title=title, caption=caption, box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("measure", no_wrap=True)
    for heading in ("value", "95%"):
        table.add_column(heading, justify="right", no_wrap=True)
    for figure in record["figures"]:
        table.add_row(figure["name"], number(figure["value"]), f"{number(figure['low'])}-{number(figure['high'])}")
    return table
