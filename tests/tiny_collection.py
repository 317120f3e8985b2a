"""Three small documents of three formats, about things that do not exist."""

from __future__ import annotations

from pathlib import Path

TINY = {
    "treaty.md": """---
title: The Lantern Treaty
kind: official
date: 2024-03-03
publisher: Lantern Office
language: en
---

# The Lantern Treaty

## Signature

The Lantern Treaty was signed by 41 states on 3 March 2024 in Tartu.

## Seat

The Lantern Office is tentatively planned to have its seat in Vilnius. No date has been set for the move.
""",
    "notes/press briefing.txt": """The spokeswoman said that the inspectors had visited nine lighthouses in April.

Critics warn that the inspectors have no right to enter a lighthouse at night.
""",
    "budget.html": """<html lang="en"><head><title>What the lamps cost</title></head><body><article>
<h1>What the lamps cost</h1><p>The lamps of the northern coast cost 384 crowns in the first year, and the oil came on top of
that.</p><p>Nobody has published what they cost in the second year, although two members of the council have asked.</p>
</article></body></html>
""",
}


def write_tiny(folder: Path) -> Path:
    """The documents as files in `folder`."""
    for name, text in TINY.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
