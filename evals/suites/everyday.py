"""Questions that name nobody and use other words than the documents, as people ask about a folder they know.

"What did the minister promise the fishers?" where the document says which minister, and "will compensate". Reads
`evals/golden/everyday`, in the case format: `tune.jsonl` is for tuning, `report.jsonl` is held out. The documents are those texts of
`evals/golden/support/texts` that the questions name; no text is in both.
"""

from __future__ import annotations

from dataclasses import replace

from evals.cases import Suite
from evals.suites.governance import GOLDEN
from evals.suites.press import on_named_texts

HELD_OUT = "everyday-report"
FOLDER = GOLDEN / "everyday"


def load() -> Suite:
    """The questions to tune on.

    Raises:
        BadData: a row of another form, an id used twice, a quote that does not stand in its document exactly once.
    """
    return on_named_texts("everyday", FOLDER / "tune.jsonl")


def load_held_out() -> Suite:
    """The questions that nothing was tuned on. As `load`."""
    return replace(on_named_texts(HELD_OUT, FOLDER / "report.jsonl"), held_out=True)
