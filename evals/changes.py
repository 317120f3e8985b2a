"""Which questions came out otherwise in two runs, those that lost most first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from evals.compare import Pair, score
from evals.saved import share

Row = Mapping[str, Any]
_OF_EVIDENCE = ("citation F1", "short answer hit")
_OF_SEARCH = ("R@10 (search)", "MRR@10 (search)")


@dataclass(frozen=True, slots=True)
class Change:
    """One question in both runs: how it ended, and how good that is, from 0 to 1."""

    question: str
    text: str | None
    type: str
    before: str
    after: str
    worth_before: float
    worth_after: float

    @property
    def gain(self) -> float:
        """Below zero: it got worse."""
        return self.worth_after - self.worth_before

    @property
    def matters(self) -> bool:
        """Whether its worth or its end changed, or only the sentences that are cited."""
        return round(self.gain, 9) != 0 or self.before != self.after


def changes(pairs: Iterable[Pair]) -> list[Change]:
    """The questions whose end, worth or citations differ, worst first; ties by id."""
    found = [_change(old, new) for old, new in pairs if _differs(old, new)]
    return sorted(found, key=lambda change: (round(change.gain, 9), change.question))


def worth(row: Row) -> float:
    """How good the end is: 0 for a failure; for an unanswerable question, whether it was declined; else its F1.

    Where there is no evidence to compare with, the short answer counts, then whether it was answered at all, and where
    no answer was asked for, the search.
    """
    if row["error"] is not None:
        return 0.0
    if row["abstained"] is None:
        return _first(row, _OF_SEARCH, 0.0)
    if not row["answerable"]:
        return float(row["abstained"])
    return _first(row, _OF_EVIDENCE, float(not row["abstained"]))


def ended(row: Row) -> str:
    """How a question ended, in words."""
    if row["error"] is not None:
        return "failed"
    if row["abstained"] is None:
        return "searched"
    return "declined" if row["abstained"] else "answered"


def _first(row: Row, names: Iterable[str], otherwise: float) -> float:
    scores = (score(name, row) for name in names)
    shares = (share(found) for found in scores if found is not None)
    return next((value for value in shares if value is not None), otherwise)


def _differs(old: Row, new: Row) -> bool:
    return (ended(old), worth(old), old["cited"]) != (ended(new), worth(new), new["cited"])


def _change(old: Row, new: Row) -> Change:
    return Change(new["question"], new["text"], new["type"], ended(old), ended(new), worth(old), worth(new))
