"""From the setting to the support model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from llama_index.core.llms import MockLLM

from rag.errors import BadSetting
from rag.records.drafts import Numbered
from rag.settings import Settings
from rag.verify.support.alignment import AlignmentModel
from rag.verify.support.choose import choose
from rag.verify.support.cross_encoder import CrossEncoderModel
from rag.verify.support.judge import JudgeModel
from rag.verify.support.trained import TrainedModel
from tests.fakes import HashEmbedder


class Writer:
    name = "fake"

    def __init__(self) -> None:
        self.llm = MockLLM()

    def write(self, question: str, evidence: Sequence[Numbered]) -> Iterator[str]:
        yield ""


def of(name: str, writer: Writer | None = None) -> object:
    return choose(Settings(support_model=name), HashEmbedder(), writer)


def test_each_value_names_its_model() -> None:
    assert of("none") is None
    assert isinstance(of("alignment"), AlignmentModel)
    assert isinstance(of("writer", Writer()), JudgeModel)
    assert isinstance(of("some/cross-encoder"), CrossEncoderModel)


def test_built_in_is_the_trained_model_and_is_not_loaded_before_it_is_asked() -> None:
    assert isinstance(of("built-in"), TrainedModel)


def test_the_writer_cannot_judge_where_none_writes() -> None:
    with pytest.raises(BadSetting, match="no language model writes"):
        of("writer")
