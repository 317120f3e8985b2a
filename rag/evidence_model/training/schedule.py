"""How long a run lasts, and how fast it learns at each moment of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

WARM_UP_STEPS = 60


@dataclass
class Clock:
    """How much of a run is over: by steps, or, where `minutes` is given, by the time spent in it, breaks left out."""

    steps: int
    minutes: float | None
    spent: float = 0.0  # seconds, in earlier runs from the same checkpoint too
    _last: float = field(default_factory=time.monotonic)

    def tick(self) -> None:
        """Count the time since the last call."""
        now = time.monotonic()
        self.spent, self._last = self.spent + now - self._last, now

    def over(self, step: int) -> float:
        """Share of the run that is over, 1 or more at its end."""
        return max(step / self.steps, self.spent / 60 / self.minutes if self.minutes else 0.0)


def rate_at(step: int, over: float, decay_share: float) -> float:
    """Share of the full rate: a warm-up, a plateau, then a straight line to zero over the last `decay_share`."""
    return max(0.0, min(1.0, (step + 1) / WARM_UP_STEPS, (1 - over) / decay_share))
