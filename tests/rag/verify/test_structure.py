"""The plainest check: is the quote where the citation says, in the version that it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Document
from rag.records.answers import Citation
from rag.verify import structure

TEXT = "The lamps cost 384 crowns. The oil came on top."
DOCUMENT = Document.from_text("lamps.txt", TEXT)
SOUND = Citation("lamps.txt", None, None, None, None, 0, 26, TEXT[:26], DOCUMENT.sha256)


def test_a_sound_citation_has_nothing_wrong() -> None:
    assert structure.check(SOUND, DOCUMENT) is None


@pytest.mark.parametrize(
    ("citation", "told"),
    [
        (replace(SOUND, quote="The lamps cost 500 crowns."), "not what stands"),
        (replace(SOUND, quote=TEXT[:20]), "not as long"),
        (replace(SOUND, start=-3, end=23), "no stretch"),
        (replace(SOUND, start=5, end=5, quote=""), "no stretch"),
        (replace(SOUND, start=30, end=56), "past the end"),
        (replace(SOUND, sha256="0" * 64), "has changed"),
        (replace(SOUND, document_id="other.txt"), "not in the collection"),
    ],
)
def test_each_defect_is_told_in_words(citation: Citation, told: str) -> None:
    finding = structure.check(citation, DOCUMENT)
    assert finding
    assert told in finding.reason
    assert (finding.check, finding.verdict.stands) == ("structure", False)


def test_a_document_that_is_gone_is_told() -> None:
    finding = structure.check(SOUND, None)
    assert finding
    assert "not in the collection" in finding.reason
