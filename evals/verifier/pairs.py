"""True claims beside the sentences that they cite, and the ways in which they were broken by hand.

Reads `evals/golden/support/{tune,calibrate,report}/*.jsonl`: one true claim a line, `{id, document, cited, claim, mutants: [{kind,
text, by}]}`. The claims paraphrase sentences of the sample collection and of invented texts, and were written from the
documents alone, without sight of the checks; no document has claims in two folders. Guards are
written with those of "tune" in sight; how a support model weighs against them is fitted on "calibrate", which no guard has seen:
claims that were reported on once, and gave way to the newer ones of "report".
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from evals.errors import BadData, DataMissing

GOLDEN = Path(__file__).parent.parent / "golden" / "support"
SPLITS = ("tune", "calibrate", "report")
KINDS = (
    "swap_citation",
    "cite_neighbour",
    "negate",
    "number_date",
    "name",
    "drop_speaker",
    "widen_scope",
    "status",
    "quotation",
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A claim that its text does not bear out: how it was broken, its words, and whether a person or code did it.

    `cited` is the sentence that it cites; for a swapped citation it is another one than the true claim's.
    """

    kind: str
    text: str
    cited: str
    by: str = "hand"


@dataclass(frozen=True, slots=True)
class TrueClaim:
    """A claim that the cited sentence of a document bears out, and its mutants."""

    id: str
    document: str
    cited: str
    claim: str
    mutants: tuple[Mutant, ...]


def load(split: str, golden: Path = GOLDEN) -> list[TrueClaim]:
    """The claims of a split, in the order of files and lines.

    Raises:
        DataMissing: there are none. BadData: a line that is none, with its place.
    """
    files = sorted((golden / split).glob("*.jsonl"))
    if not files:
        raise DataMissing(f"There are no claims in {golden / split}.", "It should hold files that end in .jsonl.")
    return [
        _claim(line, f"{file.name}, line {number}")
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if line.strip()
    ]


def _claim(line: str, place: str) -> TrueClaim:
    try:
        row = json.loads(line)
        mutants = tuple(Mutant(m["kind"], m["text"], row["cited"], m["by"]) for m in row["mutants"])
        claim = TrueClaim(row["id"], row["document"], row["cited"], row["claim"], mutants)
    except (ValueError, KeyError, TypeError) as error:
        raise BadData(f"{place} is not a claim: {error!r}.", "See evals/verifier/pairs.py for the form.") from error
    unknown = {m.kind for m in mutants} - set(KINDS)
    if unknown:
        raise BadData(f"{place} has mutants of unknown kind {sorted(unknown)}.", f"The kinds are {', '.join(KINDS)}.")
    return claim
