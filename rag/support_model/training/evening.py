"""Keeps the likeness of a claim to its text from telling whether the text bears it out.

People who break a claim tend to start from the text's own words, and people who restate it from others. A model that learns
from that alone takes near copies with a small change for broken, and whatever is in other words for true. So broken lines
near the text are thinned, true lines are also broken by rule, and the text itself is among the true claims.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.evidence_model.training.nearby import words
from rag.evidence_model.training.perturb import negated, spoil_claim

from .changes import changed
from .claims import LABEL_OF
from .lessons import Lesson
from .minimal_pairs import shortened
from .modality import stronger
from .speakers import reported

PART = "written/"
NEAR, KEPT = 0.7, 0.35  # share of a broken line's words that its text holds, and of such lines that are kept
RULED = 0.4  # of the true lines are broken by rule, in one of the ways that apply
LONGEST_COPY, COPIED_WHOLE = 400, 0.4  # characters; the share of copies that are not shortened


def evened(lessons: Sequence[Lesson], rng: random.Random) -> list[Lesson]:
    """The lessons, those of written texts evened out; the others as they are."""
    found: list[Lesson] = []
    copied: set[str] = set()
    for lesson in lessons:
        if not lesson.source.startswith(PART):
            found.append(lesson)
        elif lesson.label != "supported":
            found += [lesson] if lesson.label == "neither" or not _near(lesson) or rng.random() < KEPT else []
        else:
            found += [lesson, *_broken(lesson, rng)]
            if lesson.rivals not in copied and len(lesson.text) < LONGEST_COPY:
                found.append(_copy(lesson, rng))
            copied.add(lesson.rivals)
    return found


def _near(lesson: Lesson) -> bool:
    claimed = words(lesson.claim)
    return len(claimed & words(lesson.text)) > NEAR * max(1, len(claimed))


def _copy(lesson: Lesson, rng: random.Random) -> Lesson:
    claim = lesson.text if rng.random() < COPIED_WHOLE else shortened(lesson.text, rng)
    return replace(lesson, source=f"{PART}copied", claim=claim, weight=1.0)


def _broken(lesson: Lesson, rng: random.Random) -> list[Lesson]:
    made = [one for one in _ways(lesson, rng) if one[0] != lesson.claim]
    rng.shuffle(made)
    kept = made[: rng.random() < RULED]
    return [
        replace(lesson, source=f"{PART}code", claim=c, label=label, doubted=changed(c, [lesson.claim]), weight=1.0)
        for c, label in kept
    ]


def _ways(lesson: Lesson, rng: random.Random) -> Iterator[tuple[str, str]]:
    """The claim broken in each way that applies, with its new label."""
    claim = lesson.claim
    if spoiled := spoil_claim(claim, lesson.text, rng):
        yield spoiled[0], LABEL_OF.get(spoiled[1], spoiled[1])
    if (denied := negated(claim)) and rng.random() < 0.35:
        yield denied, "contradicted"
    if " not " in claim and rng.random() < 0.6:
        yield claim.replace(" not ", " ", 1), "contradicted"
    if surer := stronger(claim, rng):
        yield surer, "not_supported"
    if (told := reported(claim)) and rng.random() < 0.7:
        yield told[1], "not_supported"
