"""From the setting `support_model` to the model."""

from __future__ import annotations

from typing import Any

from index.embed import Embedder
from rag.errors import BadSetting
from rag.records.drafts import Writer
from rag.settings import Settings
from rag.verify.support.alignment import AlignmentModel
from rag.verify.support.judge import JudgeModel
from rag.verify.support.port import SupportModel
from rag.verify.support.trained import TrainedModel

NONE = "none"


def choose(settings: Settings, embedder: Embedder, writer: Writer | None = None) -> SupportModel | None:
    """The support model that the settings name; `None` for the value "none".

    "built-in" is our trained model, "alignment" does without one. "writer" asks the language model that writes: the `llm` of
    its writer. Anything else is a folder or a Hugging Face id of a cross-encoder.

    Raises:
        BadSetting: "writer" where no language model writes. ModelMissing, WeightsUnusable (when
            first used): the model cannot be loaded.
    """
    name = settings.support_model
    if name == NONE:
        return None
    if name == "built-in":
        return TrainedModel(embedder)
    if name == "alignment":
        return AlignmentModel(embedder)
    if name == "writer":
        return JudgeModel.of_llama(_language_model(writer), settings.writer)
    from rag.verify.support.cross_encoder import CrossEncoderModel

    return CrossEncoderModel(name, allow_download=settings.allow_download)


def _language_model(writer: Writer | None) -> Any:
    model = getattr(writer, "llm", None)
    if model is None:
        raise BadSetting(
            "The setting support_model is writer, and no language model writes.",
            "Name one with RAG_WRITER, or set RAG_SUPPORT_MODEL=built-in.",
        )
    return model
