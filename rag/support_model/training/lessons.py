"""What the model learns from: a claim beside its cited text, and what people or code know of it. Kept as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.errors import RagError
from rag.support_model.encoding import Cited

LABELS = ("supported", "contradicted", "neither", "not_supported")
"""The last one says only that it is one of the two before."""


class BadLesson(RagError):
    """A line of a file of lessons that is none. Names the file and the line."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A claim, its text and its context as the model will be given them at run time, and what is known of the claim.

    Attributes:
        source: where it is from, as "part/kind" or "part/kind/maker": development figures are of a part and a kind.
        label: one of `LABELS`.
        doubted: stretches of the claim that the text does not bear out, half-open ranges of code points; `None`: not known.
        weight: what it counts for in the loss and in the calibration.
        group: lessons of one document or article share it; whole groups are trained on or kept for development.
        rivals: true and broken claims about the same words share it: the true ones should look likelier. Empty: none.
    """

    source: str
    claim: str
    text: str
    context: str
    label: str
    doubted: tuple[tuple[int, int], ...] | None = None
    weight: float = 1.0
    group: str = ""
    rivals: str = ""

    @property
    def cited(self) -> Cited:
        """What the model reads of it."""
        return Cited(self.claim, self.text, self.context)


def write_lessons(path: Path, lessons: Iterable[Lesson]) -> None:
    """One JSON object a line."""
    lines = (json.dumps(asdict(lesson), ensure_ascii=False) + "\n" for lesson in lessons)
    path.write_text("".join(lines), encoding="utf-8")


def read_lessons(path: Path) -> list[Lesson]:
    """The lessons of a file that `write_lessons` wrote.

    Raises:
        BadLesson: a line of another form.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_lesson(line, f"{path.name}, line {number}") for number, line in enumerate(lines, start=1) if line.strip()]


def _lesson(line: str, place: str) -> Lesson:
    try:
        row: dict[str, Any] = json.loads(line)
        doubted = row.pop("doubted", None)
        ranges = None if doubted is None else tuple((int(start), int(end)) for start, end in doubted)
        lesson = Lesson(**row, doubted=ranges)
    except (ValueError, TypeError, AttributeError) as error:
        raise BadLesson(f"{place} is not a lesson: {error}.", "See rag/support_model/training/lessons.py.") from error
    if lesson.label not in LABELS:
        raise BadLesson(f"{place} has the label {lesson.label!r}.", f"The labels are {', '.join(LABELS)}.")
    return lesson
