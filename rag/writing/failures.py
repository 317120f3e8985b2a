"""What went wrong between us and a language model, in words, with what to do about it.

Each library raises errors of its own, so they are told apart by what they have in common: an HTTP status, or the kind of
error that their names say. No library is imported for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.wording import one_line

_LONGEST_DETAIL = 160
_LONGEST_WAIT = 20.0  # seconds that a server may ask to be left alone before it is asked again


class EmptyReply(Exception):
    """The language model answered, and wrote nothing."""


class Waited(Exception):
    """No word came within the time that was given."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a language model of one provider: where it does not run, does not know the model, refuses the key."""

    start: str
    fetch: str
    key: str


@dataclass(frozen=True, slots=True)
class Failure:
    """What happened, what to do, and whether asking again may help (and after how many seconds at least)."""

    message: str
    remedy: str
    again: bool = False
    wait: float = 0.0


def explain(error: BaseException, name: str, advice: Advice) -> Failure:
    """The failure that an error of a library means for the language model `name`."""
    status = next((s for s in map(_status, _chain(error)) if s), None)
    if status is not None:
        return _refused(status, error, name, advice)
    kinds = " ".join(c.__name__ for e in _chain(error) for c in type(e).__mro__)
    for words, message, remedy, again in _KINDS:
        if re.search(words, kinds):
            return Failure(message.format(name=name), _fill(remedy, advice), again)
    about = f"{type(error).__name__}: {one_line(str(error))}"[:_LONGEST_DETAIL]
    return Failure(f"{name} could not be used ({about}).", "Look at its log, or set RAG_WRITER=none.")


_LOG = "Look at the log of its server, or set RAG_WRITER=none."
_KINDS = (
    (
        r"\bWaited\b|Timeout",
        "{name} wrote nothing for too long.",
        "Give it longer with RAG_WRITER_TIMEOUT, or name a smaller model.",
        False,
    ),
    (r"\bEmptyReply\b", "{name} answered without a word.", "Ask again, or name another model.", True),
    (r"Connect|NetworkError", "{name} cannot be reached.", "{start}", True),
    (r"RemoteProtocol|ReadError|IncompleteRead", "{name} broke off.", _LOG, True),
    (r"Decod|JSON|Validation|APIError|ResponseError", "{name} answered something that cannot be read.", _LOG, True),
    (r"ValueError.*", "{name} cannot be asked.", "{fetch}", False),
)
_STATUS = {
    400: (
        "{name} refused the request: {detail}",
        "Name another model, or fewer sentences with RAG_WRITER_EVIDENCE.",
        False,
    ),
    401: ("{name} did not accept the key.", "{key}", False),
    403: ("{name} did not accept the key.", "{key}", False),
    404: ("{name} is not known there.", "{fetch}", False),
    413: ("The request is too long for {name}.", "Set a smaller RAG_WRITER_EVIDENCE.", False),
    429: ("{name} has had too many requests.", "Wait a little, and look at the limits of your account.", True),
}
_SERVER_FAILED = ("{name} failed with an error of its server ({status}).", _LOG, True)


def _refused(status: int, error: BaseException, name: str, advice: Advice) -> Failure:
    message, remedy, again = _STATUS.get(status, _SERVER_FAILED if status >= 500 else _STATUS[400])
    detail = one_line(str(error))[:_LONGEST_DETAIL]
    told = message.format(name=name, status=status, detail=detail)
    return Failure(told, _fill(remedy, advice), again, _asked_to_wait(error))


def _fill(remedy: str, advice: Advice) -> str:
    return remedy.format(start=advice.start, fetch=advice.fetch, key=advice.key)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those that caused it."""
    while error is not None:
        yield error
        error = error.__cause__


def _status(error: BaseException) -> int | None:
    found = getattr(error, "status_code", None)
    return found if isinstance(found, int) and found >= 400 else None


def _asked_to_wait(error: BaseException) -> float:
    """Seconds, from the header `Retry-After` where it gives a number; 0 otherwise."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    asked = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*", headers.get("retry-after", "") or "")
    return min(float(asked[1]), _LONGEST_WAIT) if asked else 0.0
