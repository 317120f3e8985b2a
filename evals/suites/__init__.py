"""The question sets: one loader a file, each from a folder to a `Suite`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from evals.cases import Suite
from evals.errors import DataMissing
from evals.suites import chunking, clapnq, everyday, governance, obliqa, press, quotesum, squad2

PUBLIC: Mapping[str, Callable[[Path], Suite]] = {
    "clapnq": clapnq.load,
    "squad2": squad2.load,
    "obliqa": obliqa.load,
    "chunking": chunking.load,
    "quotesum": quotesum.load,
}
SHIPPED: Mapping[str, Callable[[], Suite]] = {
    "governance": governance.load,
    governance.HELD_OUT: governance.load_held_out,
    "press": press.load,
    "everyday": everyday.load,
    everyday.HELD_OUT: everyday.load_held_out,
}
NAMES = (*PUBLIC, *SHIPPED)


def load(name: str, data_dir: Path | None) -> Suite:
    """The suite of that name; a public one from the folder that holds the benchmarks.

    Raises:
        DataMissing: a name that is none, or a public suite without its folder or files.
        BadData: a file that the loader does not recognise.
    """
    if name in SHIPPED:
        return SHIPPED[name]()
    if name not in PUBLIC:
        raise DataMissing(f"There is no suite {name!r}.", f"Suites are: {', '.join(NAMES)}.")
    if data_dir is None:
        raise DataMissing(
            f"The suite {name} is not part of this project.", "Name the folder that holds it with --data-dir."
        )
    return PUBLIC[name](data_dir)
