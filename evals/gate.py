"""May it ship: figures against limits. What was not measured does not pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evals.errors import BadLimit
from evals.figures import FAILED
from evals.names import named
from evals.saved import Run
from evals.units import unit_of


@dataclass(frozen=True, slots=True)
class Limit:
    """A measure, as it was typed, and the least or the most that it may be."""

    measure: str
    bound: float
    at_least: bool


@dataclass(frozen=True, slots=True)
class Check:
    """A limit held against a result. `value` is `None` where the run does not tell; then it has not passed."""

    measure: str
    limit: Limit
    value: float | None
    scored: int
    failed: int
    passed: bool
    unit: str = "share"


def limits(least: Iterable[str], most: Iterable[str]) -> list[Limit]:
    """From `citation_precision=0.9` and the like.

    Raises:
        BadLimit: not NAME=NUMBER, or none at all.
    """
    found = [_limit(text, at_least=True) for text in least] + [_limit(text, at_least=False) for text in most]
    if not found:
        raise BadLimit("There is nothing to hold the result against.", "Give --min NAME=NUMBER or --max NAME=NUMBER.")
    return found


def check(run: Run, wanted: Iterable[Limit], *, by_interval: bool = False) -> list[Check]:
    """Each limit held against the figure, or, more strictly, against the far end of its interval.

    A run in which a question failed does not pass, unless a most of `failed questions` says how large a share may.

    Raises:
        UnknownMeasure: a name that the result does not have.
    """
    checks = [_checked(run, limit, by_interval=by_interval) for limit in wanted]
    allowed = any(one.measure == FAILED and not one.limit.at_least for one in checks)
    return checks if allowed or not run.record["counts"]["failed"] else [*checks, _failed(run)]


def _failed(run: Run) -> Check:
    """What holds of failed questions where nothing was said of them: none may be."""
    counts = run.record["counts"]
    asked, failed = counts["asked"], counts["failed"]
    return Check(FAILED, Limit(FAILED, 0.0, at_least=False), failed / asked, asked - failed, failed, passed=False)


def _checked(run: Run, limit: Limit, *, by_interval: bool) -> Check:
    name = named(limit.measure, run.figures)
    figure = run.figures[name]
    value = figure[("low" if limit.at_least else "high") if by_interval else "value"]
    passed = value is not None and (value >= limit.bound if limit.at_least else value <= limit.bound)
    return Check(name, limit, value, figure["scored"], figure["failed"], passed, unit_of(figure))


def _limit(text: str, *, at_least: bool) -> Limit:
    name, equals, number = text.partition("=")
    try:
        bound = float(number)
    except ValueError:
        bound = float("nan")
    if not name.strip() or not equals or bound != bound:  # only what is not a number differs from itself
        raise BadLimit(f"{text!r} is not NAME=NUMBER.", "Write for example --min citation_precision=0.9.")
    return Limit(name.strip(), bound, at_least)
