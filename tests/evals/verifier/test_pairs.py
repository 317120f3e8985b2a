import json
from pathlib import Path

import pytest

from evals.errors import BadData, DataMissing
from evals.verifier.pairs import KINDS, SPLITS, load
from evals.verifier.sources import Shelf

ROW = {"id": "a", "document": "d.md", "cited": "Six came.", "claim": "There were six.", "mutants": []}


def write(folder: Path, row: object) -> Path:
    (folder / "tune").mkdir()
    (folder / "tune" / "d.jsonl").write_text(json.dumps(row) + "\n")
    return folder


def test_what_ships_stands_in_the_documents_and_no_claim_is_a_sentence_of_its_source() -> None:
    documents = Shelf().documents
    for split in SPLITS:
        for claim in load(split):
            assert documents[claim.document].text.count(claim.cited) >= 1, claim.id
            assert claim.claim not in documents[claim.document].text, claim.id
            assert all(mutant.text != claim.claim for mutant in claim.mutants), claim.id


def test_no_document_has_claims_in_two_splits_and_the_reported_ones_are_enough() -> None:
    documents = [{claim.document for claim in load(split)} for split in SPLITS]
    assert sum(map(len, documents)) == len(set.union(*documents))
    report = load("report")
    assert len(report) >= 300
    assert {m.kind for c in report for m in c.mutants} <= set(KINDS)


def test_a_missing_folder_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="There are no claims in"):
        load("tune", tmp_path)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({**ROW, "mutants": [{"kind": "odd", "text": "x", "by": "hand"}]}, "mutants of unknown kind"),
        ({k: v for k, v in ROW.items() if k != "cited"}, "is not a claim"),
        ([1], "is not a claim"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, row: object, message: str) -> None:
    with pytest.raises(BadData, match=message) as caught:
        load("tune", write(tmp_path, row))
    assert "d.jsonl, line 1" in caught.value.message
