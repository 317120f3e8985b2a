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
    limit: Annotated[int | None, typer.Option(help="That many pairs, the first.", min=1)] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Also write it as JSON, without texts.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Judge labelled pairs with the threshold that the model comes with.

    \b
    rag eval support wice --data-dir benchmarks --split report
    """
    from rich.progress import Progress

    from evals.results import note_in_ledger, write
    from evals.verifier.judge import judge
    from evals.verifier.labelled import SETS, pairs
    from index.embed import SentenceTransformerEmbedder
    from rag.settings import Settings
    from rag.verify.support.choose import choose

    chosen = next(one for one in SETS if one.name == name)
    settings = Settings.load(support_model=model)
    embedder = SentenceTransformerEmbedder(settings.embedding_model)
    judging = choose(settings, embedder)
    if judging is None:
        raise typer.BadParameter("`none` judges nothing.", param_hint="--support")
    asked = pairs(chosen, data_dir, split)[:limit]
    with Progress(transient=True, disable=as_json) as bar:
        task = bar.add_task("Judging", total=len(asked))
        exam = judge(asked, judging, embedder, lambda done: bar.update(task, advance=done))
    record = _record(name, chosen.licence, split, judging.name, exam)
    if as_json:
        print_json({key: value for key, value in record.items() if key != "questions"})
    else:
        screen().print(_table(exam, f"{name}, split {split}, {len(asked)} pairs, support: {judging.name}"))
    note_in_ledger(record)
    if out:
        write(record, out)


def _record(name: str, licence: str, split: str, model: str, exam: Exam) -> dict[str, Any]:
    from dataclasses import asdict

    from evals.provenance import provenance

    return {
        "kind": "support",
        **provenance(),
        "suite": {"name": name, "licence": licence},
        "split": split,
        "limit": None,
        "seed": 0,
        "assistant": {"name": "support model", "settings": {"support_model": model, "threshold": exam.threshold}},
        "model": model,
        "milliseconds": round(exam.milliseconds, 2),
        "failed": sum(one.chance is None for one in exam.judged),
        "figures": [asdict(figure) for figure in exam.figures()],
        "questions": [asdict(one) for one in exam.judged],
    }


def _table(exam: Exam, title: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    failed = sum(one.chance is None for one in exam.judged)
    caption = f"threshold {exam.threshold:.3f}; {exam.milliseconds:.1f} ms a pair; {failed} failed"
    table = Table(title=title, caption=caption, box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("measure", no_wrap=True)
    for heading in ("value", "95%"):
        table.add_column(heading, justify="right", no_wrap=True)
    for figure in exam.figures():
        table.add_row(figure.name, number(figure.value), f"{number(figure.low)}-{number(figure.high)}")
    return table
