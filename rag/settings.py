"""All settings in one place: arguments, then the environment (`RAG_…`), then these defaults. Handed down as plain arguments."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.embed import BUNDLED
from index.split import SplitterSettings
from index.store import IndexSettings
from rag.errors import BadSetting

_PREFIX = "RAG_"
OWN_READERS = ("model", "similarity")


class Settings(BaseSettings):
    """Every setting, with its default. `RAG_EMBEDDING_MODEL=…` in the environment sets `embedding_model`."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    index: Path = Field(Path(".rag"), description="The index folder.")
    embedding_model: str = Field(BUNDLED, description="all-MiniLM-L6-v2 (comes along), a folder, or a Hugging Face id.")
    allow_download: bool = Field(False, description="Whether a Hugging Face id may be downloaded.")
    max_file_bytes: int = Field(50_000_000, gt=0, description="Larger files are reported and skipped.")
    passage_tokens: int = Field(
        180, ge=32, le=2_000, description="The longest passage, in tokens of the embedding model."
    )
    chroma_url: str | None = Field(None, description="A Chroma server, instead of files in the index folder.")
    chroma_collection: str = Field("passages", description="The collection's name in Chroma.")
    reader: str = Field(
        "model",
        description="What finds the evidence: model (ours), similarity (none trained), or a cross-encoder for relevance: a folder, or a Hugging Face id.",
    )
    evidence_model: Path | None = Field(None, description="A folder of other weights for the reader.")
    passages_read: int = Field(12, ge=1, le=100, description="How many of the best passages are read for evidence.")
    answer_sentences: int = Field(4, ge=1, le=20, description="The most sentences of an answer.")
    overview_sentences: int = Field(8, ge=1, le=40, description="The most sentences where an overview is asked for.")
    abstain_below: float = Field(0.5, ge=0, le=1, description="Less confidence than this, and the answer abstains.")
    thin_below: float = Field(
        0.6, ge=0, le=1, description="Less than this, and the answer says that its evidence is thin."
    )
    writer: str = Field(
        "none",
        description="Who writes: none (sentences of the documents), ollama/NAME, openai/NAME, anthropic/NAME, openai-like/NAME, local.",
    )
    writer_url: str | None = Field(None, description="Base URL of the language model's server.")
    writer_key: SecretStr | None = Field(
        None, repr=False, description="Its key; otherwise the provider's own variable is used."
    )
    writer_timeout: float = Field(60, gt=0, description="Seconds to wait for the language model's next words.")
    writer_tries: int = Field(3, ge=1, le=10, description="How often a language model that fails is asked.")
    writer_evidence: int = Field(12, ge=1, le=60, description="The most evidence sentences that it is given.")
    support_model: str = Field(
        "built-in",
        description="What judges support: built-in, alignment, none, writer (the language model), a folder, or a Hugging Face id.",
    )
    unsupported: Literal["drop", "mark"] = Field(
        "drop", description="What becomes of sentences that do not stand the checks."
    )
    longest_question: int = Field(2_000, ge=10, description="In characters.")

    @field_validator("reader")
    @classmethod
    def _plain(cls, value: str) -> str:
        """Without spaces around it; our own two in any capitals."""
        name = value.strip()
        if not name:
            raise ValueError("it must name a reader")
        return name.lower() if name.lower() in OWN_READERS else name

    @classmethod
    def load(cls, **given: Any) -> Self:
        """Settings from arguments and environment.

        Raises:
            BadSetting: a setting that does not exist or has a bad value, in either place.
        """
        names = sorted(cls.model_fields)
        unknown = [k for k in os.environ if k.startswith(_PREFIX) and k.removeprefix(_PREFIX).lower() not in names]
        if unknown:
            raise BadSetting(
                f"There is no setting {unknown[0]}.", f"Settings are: {', '.join(_PREFIX + n.upper() for n in names)}."
            )
        try:
            return cls(**given)
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"])
            raise BadSetting(
                f"The setting {name} cannot be used: {first['msg']}.", f"Settings are: {', '.join(names)}."
            ) from error

    def for_index(self) -> IndexSettings:
        """The part that the index needs."""
        return IndexSettings(
            splitter=SplitterSettings(max_tokens=self.passage_tokens),
            chroma_url=self.chroma_url,
            chroma_collection=self.chroma_collection,
        )
