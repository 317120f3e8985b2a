"""`mutations`: true claims and broken ones through the checks; what is caught, what is falsely accused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from evals.commands.options import Json, print_json, screen

if TYPE_CHECKING:
    from rich.table import Table

    from evals.verifier.examine import Examined, Row

MISSED = 1
_AIMS = {"drop_speaker": 0.85, "widen_scope": 0.85, "status": 0.85, "cite_neighbour": 0.0}
_AIM, _MOST_FALSE_ALARMS = 0.97, 0.05


def mutations(
    split: Annotated[
        Literal["tune", "calibrate", "report"],
        typer.Option(help="Claims to look at while choosing, to fit weights on, or those kept for reporting."),
    ] = "tune",
    support: Annotated[
        str,
        typer.Option(
            "--support", help="The support model: as the setting support_model, or `none` for the guards alone."
        ),
    ] = "built-in",
    seed: Annotated[int, typer.Option(help="Of the mutants that are made by rule.")] = 0,
    strict: Annotated[bool, typer.Option("--strict", help="End with status 1 where a kind misses its aim.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Also write everything as JSON.")
    ] = None,
    no_texts: Annotated[bool, typer.Option("--no-texts", help="Keep no words of claims in FILE.")] = False,
    as_json: Json = False,
) -> None:
    """Check true paraphrases and mutants of them, each against the sentence that it cites.

    Caught: called anything but supported. Removed: so that an answer would not hold it. A run on those for reporting is noted in the ledger.
    Limits of your own: rag eval run mutations --min negate=0.9 --max false_alarms=0.1

    \b
    rag eval mutations --split report -o mutations.json
    """
    from evals.results import note_in_ledger, write
    from evals.strip import without_texts

    record, rows, table = examined(split, support, None, seed, progress=not as_json)
    if as_json:
        print_json({name: value for name, value in record.items() if name != "questions"})
    else:
        screen().print(table)
    note_in_ledger(record)
    if out:
        write(without_texts(record) if no_texts else record, out)
    raise typer.Exit(MISSED if strict and not all(_aim_met(row) for row in rows) else 0)


def examined(
    split: str, support: str | None, limit: int | None, seed: int, *, progress: bool
) -> tuple[dict[str, Any], list[Row], Table]:
    """The record of the exam, its rows, and what the screen shows of it."""
    from rich.console import Console
    from rich.progress import Progress

    from evals.splits import drawn
    from evals.verifier.examine import examine, rows
    from evals.verifier.models import checker_with, support_model
    from evals.verifier.pairs import load

    claims = drawn(load(split), limit, seed)
    model, _ = support_model(support)
    with Progress(transient=True, console=Console(stderr=True), disable=not progress) as bar:
        task = bar.add_task("Checking", total=len(claims))
        found = examine(claims, checker_with(model), seed, lambda done: bar.update(task, advance=done))
    table = rows(found)
    name = model.name if model else "none"
    record = _record(split, support or name, limit, seed, len(claims), table, found)
    return record, table, _table(table, f"mutations, split {split}, {len(claims)} true claims, support: {name}")


def _aim_met(row: Row) -> bool:
    if row.share is None or row.by not in ("all", "hand"):
        return True
    if row.kind == "untouched":
        return row.share <= _MOST_FALSE_ALARMS
    return row.share >= _AIMS.get(row.kind, _AIM)


def _record(
    split: str, support: str, limit: int | None, seed: int, claims: int, table: list[Row], found: list[Examined]
) -> dict[str, Any]:
    from dataclasses import asdict

    from evals.provenance import provenance, public_settings

    return {
        "kind": "mutations",
        **provenance(),
        "suite": {"name": "mutations", "claims": claims},
        "split": split,
        "limit": limit,
        "seed": seed,
        "assistant": {"name": "checker", "settings": public_settings({"support_model": support})},
        "figures": [
            {"name": f"{row.kind}_{row.by}", "value": row.share, "interval": row.interval, **asdict(row)}
            for row in table
        ],
        "questions": [asdict(one) for one in found],
    }


def _table(found: list[Row], title: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=title, box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for name in ("kind", "made by"):
        table.add_column(name, no_wrap=True)
    for name in ("removed", "caught", "of", "share", "95%"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in found:
        low, high = row.interval or (0.0, 1.0)
        kind = "untouched (false alarms)" if row.kind == "untouched" else row.kind
        counts = str(row.removed), str(row.caught), str(row.trials)
        table.add_row(kind, row.by, *counts, f"{row.share or 0:.3f}", f"{low:.3f}-{high:.3f}")
    return table
