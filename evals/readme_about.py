"""The last rows of the results table: how a run was made, how long it took, and how its questions ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from evals.wall_time import wall_time


def _counts(record: Mapping[str, Any]) -> str:
    counts = record["counts"]
    return f"{counts['asked']:,} / {counts['failed']:,}"


def _when(record: Mapping[str, Any]) -> str:
    commit = (record["commit"] or "unknown")[:7]
    return f"{record['date'][:10]}, commit {commit}{', with changes' if record['dirty'] else ''}"


def _settings(record: Mapping[str, Any]) -> str:
    """Those that decide most; all of them are in the file."""
    settings = record["assistant"]["settings"]
    return ", ".join(f"{words} {settings[name]}" for name, words in _SETTINGS.items() if name in settings)


def _wall_time(record: Mapping[str, Any]) -> str:
    took = wall_time(record)
    return f"{took} on {record['processors']} processors" if took else ""


_SETTINGS = {
    "writer": "writer",
    "reader": "reader",
    "support_model": "support model",
    "abstain_below": "abstains below",
    "haystack": "haystack",
    "llama_index": "llama-index",
}
ABOUT: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "questions asked / failed": _counts,
    "time of the whole run": _wall_time,
    "date and commit": _when,
    "settings": _settings,
}
"""What a row is called, and what it says of a result file; nothing where the file does not say."""
