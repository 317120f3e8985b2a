"""What happens before anybody asks: models are loaded, and no language model is asked anything."""

from __future__ import annotations

from tests.ui.stand_in import StandIn
from ui.chat import _load_models


class _Loading(StandIn):
    loaded = 0

    def load(self) -> None:
        self.loaded += 1
        raise OSError("the index is gone")  # the first question meets the same error and shows it


def test_loading_ahead_asks_nothing_and_survives_a_failure() -> None:
    assistant = _Loading()
    _load_models(assistant)
    assert assistant.loaded == 1
    assert assistant.asked == []
