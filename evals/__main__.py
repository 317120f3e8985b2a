"""`python -m evals …`: the same commands as `rag eval`. `python -m evals SUITE` is short for `… run SUITE`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from evals.commands import application
from evals.suites import NAMES
from evals.verifier.sets import LABELLED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 done, 1 questions failed or limits were missed, 2 it could not be done."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in (*NAMES, *LABELLED):
        given.insert(0, "run")
    try:
        application()(args=given, prog_name="python -m evals")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
