"""How long a run took by the clock on the wall, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]


def wall_time(record: Record) -> str:
    """`1 min 12 s`; nothing where the file does not say. Judging afterwards is counted too.

    A run that was stopped and taken up again says so: the time is that of its last part.
    """
    took = record.get("run")
    if not took:
        return ""
    seconds = sum(took["seconds"].values()) + record.get("judge", {}).get("seconds", 0)
    resumed = record["counts"]["resumed"]
    rest = f" ({resumed:,} questions were asked before)" if resumed else ""
    return _words(seconds) + rest


def stages(record: Record) -> str:
    """`index 3 s, questions 41 s, scores 9 s`."""
    seconds = {**record.get("run", {}).get("seconds", {})}
    if "judge" in record:
        seconds["judging"] = record["judge"]["seconds"]
    return ", ".join(f"{name} {_words(value)}" for name, value in seconds.items())


def _words(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
