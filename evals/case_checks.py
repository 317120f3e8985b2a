"""What can be wrong with one case: in itself, and against the documents that it points into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpus.document import Document
from evals.case_format import Case, Gold, Problem, located
from evals.quotes import occurrences
from evals.spans import Stretch


def contradictions(place: str, case: Case) -> Iterator[Problem]:
    """What is wrong with a case whatever the documents are, and whether it is a draft."""
    if not case.question.strip():
        yield Problem(place, "'question' is empty.", "Write the question.")
    if case.answerable != bool(case.gold):
        told = f"answerable is {case.answerable} with {len(case.gold)} gold quotes."
        yield Problem(place, told, "Correct one of them.")
    if case.answers and not case.answerable:
        yield Problem(place, "an unanswerable question has answers.", "Take them out, or make it answerable.")
    for gold in case.gold:
        if (gold.start is None) != (gold.end is None):
            yield Problem(place, "a gold piece has one of start and end.", "Give both, or a quote.")
        elif not _points(gold):
            yield Problem(place, "a gold piece has no quote and no offsets.", "Copy the words from the document.")
    if case.status == "draft":
        remedy = 'Read it, put it right, and set "status": "confirmed".'
        yield Problem(place, f"{case.id} is a draft and will not be asked.", remedy, warning=True)


def not_found(place: str, case: Case, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Gold pieces that do not stand in their documents exactly once."""
    for gold in filter(_points, case.gold):
        document = documents.get(gold.document)
        if document is None:
            yield Problem(place, f"there is no document {gold.document!r}.", f"Documents: {_some(documents)}.")
            continue
        found = located(gold, document)
        if len(found) != 1:
            yield Problem(place, *_miscounted(gold, found, document))
        elif gold.quote and gold.start is not None and found[0] not in occurrences(gold.quote, document):
            told = f"the text of {document.id} from {gold.start} to {gold.end} is not {gold.quote[:60]!r}."
            yield Problem(place, told, "Correct the offsets, or leave them out and keep the quote.")


def _points(gold: Gold) -> bool:
    return bool((gold.quote or "").strip()) or (gold.start is not None and gold.end is not None)


def _miscounted(gold: Gold, found: list[Stretch], document: Document) -> tuple[str, str]:
    if gold.start is not None:
        told = (
            f"{gold.start} to {gold.end} is not a stretch of {document.id}, which has {len(document.text)} characters."
        )
        return told, "Offsets count characters of the text that `rag docs --text ID` prints."
    problem = "is not in" if not found else f"stands {len(found)} times in"
    places = f" (at {', '.join(str(stretch.start) for stretch in found[:5])})" if found else ""
    told = f"the quote {(gold.quote or '')[:60]!r} {problem} {document.id}{places}."
    return told, "Copy it from the document's text, long enough to stand there once."


def _some(documents: Mapping[str, Document]) -> str:
    shown = list(documents)[:12]
    return ", ".join(shown) + (f" and {len(documents) - len(shown)} more" if len(documents) > len(shown) else "")
