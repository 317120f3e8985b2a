"""The sets of `run` that examine the checks: labelled pairs through a support model, mutants through all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from evals.commands.limits import held, tell_checks
from evals.commands.options import RESULTS, print_json, screen
from evals.verifier.sets import MUTATIONS

if TYPE_CHECKING:
    from rich.table import Table

MISSED = 1
_KNOWN = frozenset("suite data_dir split limit seed support out least most as_json".split())


def examine(context: typer.Context, out: Path | None, *, as_json: bool) -> int:
    """Examine what `suite` names, write the record, tell the figures; the exit status.

    Raises:
        typer.BadParameter: an option that says how questions are asked.
    """
    from evals.results import note_in_ledger, write

    given = context.params
    _refuse_others(context)
    name, split = given["suite"], given["split"] or "tune"
    record, table = _examined(name, split, given, progress=not as_json)
    out = out or RESULTS / f"{name}-{split}.json"
    write(record, out)
    noted = note_in_ledger(record)
    checks = held(as_result(record), given["least"], given["most"])
    passed = all(one.passed for one in checks)
    if as_json:
        from dataclasses import asdict

        shown = {key: value for key, value in record.items() if key != "questions"}
        print_json({"out": str(out), **shown, "checks": [asdict(one) for one in checks]})
        return 0 if passed else MISSED
    screen().print(table)
    screen().print(f"Written to {out}.", soft_wrap=True)
    if noted:
        screen().print("Noted in evals/ledger.jsonl: this run looked at the report split.")
    if checks:
        tell_checks(checks)
    return 0 if passed else MISSED


def _examined(name: str, split: str, given: Mapping[str, Any], *, progress: bool) -> tuple[dict[str, Any], Table]:
    support, limit, seed = given["support"], given["limit"], given["seed"]
    if name != MUTATIONS:
        from evals.commands import support as labelled

        data_dir = Path(given["data_dir"]) if given["data_dir"] else None
        return labelled.examined(name, data_dir, split, support, limit, seed, progress=progress)
    from evals.commands import mutations

    if split == "all":
        raise typer.BadParameter("The splits of mutations are tune and report.", param_hint="--split")
    record, _, table = mutations.examined(split, support, limit, seed, progress=progress)
    return record, table


def as_result(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record as limits are held against it.

    Of mutants, `negate` is the share caught of all that were negated, `negate_hand` and `negate_code` of those by hand and by
    rule; `false_alarms` the share of true claims that were accused.
    """
    asked, failed = len(record["questions"]), record.get("failed", 0)
    figures = [named for figure in record["figures"] for named in _named(figure, asked)]
    return {"figures": figures, "counts": {"asked": asked, "failed": failed}}


def _named(figure: Mapping[str, Any], asked: int) -> Sequence[Mapping[str, Any]]:
    if "kind" not in figure:
        return [{**figure, "scored": asked, "failed": 0}]
    low, high = figure["interval"] or (None, None)
    about = {"value": figure["value"], "low": low, "high": high, "scored": figure["trials"], "failed": 0}
    if figure["kind"] == "untouched":
        return [{"name": "false_alarms", **about}]
    names = [f"{figure['kind']}_{figure['by']}", *([figure["kind"]] if figure["by"] == "all" else [])]
    return [{"name": name, **about} for name in names]


def _refuse_others(context: typer.Context) -> None:
    for name in context.params:
        source = context.get_parameter_source(name)
        if name not in _KNOWN and source is not None and source.name == "COMMANDLINE":
            option = "--" + name.replace("_", "-")
            raise typer.BadParameter(f"{option} says how questions are asked; {context.params['suite']} asks none.")
