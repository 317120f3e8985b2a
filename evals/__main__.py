"""`python -m evals SUITE` and `python -m evals latency`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from rich.console import Console

from corpus.errors import RagError
from evals import latency
from evals.adapters.product import Product
from evals.results import note_in_ledger, write
from evals.run import run
from evals.splits import SPLITS
from evals.suites import NAMES, PUBLIC, load
from evals.table import figures_table, timings_table

INDEXES = Path(".rag/evals")
RESULTS = Path(".rag/evals/results")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 1 some questions failed, 2 it could not be run."""
    options = _parser().parse_args(arguments)
    try:
        return _latency(options) if options.command == "latency" else _suite(options)
    except RagError as error:
        print(f"Error: {error.message}\n{error.remedy}", file=sys.stderr)
        return 2


def _suite(options: argparse.Namespace) -> int:
    console = Console()
    suite = load(options.command, options.data_dir)
    console.print(suite.description, highlight=False, soft_wrap=True)
    index = options.index or INDEXES / suite.name
    chosen = {name: getattr(options, name) for name in ("split", "limit", "seed", "search_only")}
    with closing(Product(remember=not options.timed)) as assistant:
        result = run(suite, assistant, index=index, **chosen)
    record = result.to_dict()
    out = options.out or RESULTS / f"{suite.name}-{options.split}.json"
    write(record, out)
    console.print(figures_table(result))
    if options.timed:
        console.print(timings_table(record["timings_ms"]))
    console.print(f"Written to {out}.", highlight=False, soft_wrap=True)
    if note_in_ledger(record):
        console.print("Noted in evals/ledger.jsonl: this run looked at questions of the report split.")
    return 1 if result.failed else 0


def _latency(options: argparse.Namespace) -> int:
    suite = load("governance", None)
    measured = latency.measure(suite, options.index or INDEXES / suite.name, options.limit)
    Console().print(timings_table(measured.stages, measured.title))
    if options.out:
        write({**measured.to_dict(), "questions": []}, options.out)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals", description="How good is it? Figures on labelled questions."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="SUITE")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--index", type=Path, help="folder of the index, built if need be (default: .rag/evals/SUITE)")
    common.add_argument("--limit", type=int, help="ask that many questions, drawn by the seed")
    common.add_argument("--out", type=Path, help="result file (default: .rag/evals/results/SUITE-SPLIT.json)")
    asking = argparse.ArgumentParser(add_help=False, parents=[common])
    asking.add_argument(
        "--split",
        choices=SPLITS,
        default="tune",
        help="which questions; runs on others than tune are noted in the ledger",
    )
    asking.add_argument("--seed", type=int, default=0, help="of the draw and of the intervals")
    asking.add_argument(
        "--timed", action="store_true", help="keep no vectors between questions, so that times are real"
    )
    asking.add_argument("--search-only", action="store_true", help="retrieval figures only; no answers are made")
    for name in NAMES:
        where = "read from --data-dir" if name in PUBLIC else "ships with the project"
        command = commands.add_parser(name, parents=[asking], help=f"question set, {where}")
        command.add_argument("--data-dir", type=Path, help="folder that holds the benchmarks, one folder each")
    commands.add_parser("latency", parents=[common], help="time by stage, on the sample collection")
    return parser


if __name__ == "__main__":
    sys.exit(main())
