"""Characters that two sets of stretches share; each is counted once, however many stretches hold it."""

from collections.abc import Iterable

from evals.spans import Stretch, length, merged


def shared_characters(left: Iterable[Stretch], right: Iterable[Stretch]) -> int:
    """How many code points lie in both."""
    left, right = list(left), list(right)
    return length(merged(left)) + length(merged(right)) - length(merged([*left, *right]))
