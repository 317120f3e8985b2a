"""Contrast of the page's colours as WCAG 2.2 counts it: 7 for reading text, 4.5 for other text, 3 for edges."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.page import shell

CSS = (Path(shell.__file__).parent / "css" / "palette.css").read_text(encoding="utf-8")
PAIRS = {name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", CSS)}
GROUNDS = ("paper", "shelf", "card")


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(first: str, second: str, mode: int) -> float:
    low, high = sorted((_luminance(PAIRS[first][mode]), _luminance(PAIRS[second][mode])))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_contrast(mode: int) -> None:
    least = {(text, ground): 7.0 for text in ("ink", "ink-soft") for ground in GROUNDS}
    least |= {(text, ground): 4.5 for text in ("accent", "alert", "good", "fair") for ground in GROUNDS}
    least |= {("edge", ground): 3.0 for ground in GROUNDS}
    least |= {("on-mark", "mark"): 7.0, ("on-accent", "accent"): 4.5, ("ink", "accent-wash"): 7.0}
    low = {pair: round(found, 2) for pair, wanted in least.items() if (found := _contrast(*pair, mode)) < wanted}
    assert not low


def test_gradio_paints_the_empty_page_in_the_same_colours() -> None:
    paper, ink = PAIRS["paper"], PAIRS["ink"]
    assert tuple(shell.PAPER.values()) == (*paper, *ink)
