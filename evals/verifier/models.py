"""The support model and the checker that are examined, by the name that the setting `support_model` takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import typer

from evals.verifier.citation_judge import CitationJudge
from index.embed import Embedder, SentenceTransformerEmbedder
from rag.settings import Settings
from rag.verify.support.port import SupportModel

if TYPE_CHECKING:
    from rag.verify.checker import Checker


def support_model(name: str | None) -> tuple[SupportModel | None, Embedder]:
    """The model, and the embedding model that it may need. `None` as the name: that of the setting; `None` as the model: "none".

    Raises:
        BadSetting, ExtraMissing: "writer", and the language model that RAG_WRITER names cannot be used, or none is named.
    """
    from rag.answering.choose import writer
    from rag.verify.support.choose import choose

    settings = Settings.load(**({"support_model": name} if name else {}))
    embedder = SentenceTransformerEmbedder(settings.embedding_model, allow_download=settings.allow_download)
    asked = writer(settings) if settings.support_model == "writer" else None
    return choose(settings, embedder, asked), embedder


def judging_model(name: str | None) -> tuple[SupportModel, Embedder]:
    """The same, for what cannot be done without one.

    Raises:
        typer.BadParameter: "none".
    """
    model, embedder = support_model(name)
    if model is None:
        raise typer.BadParameter("`none` judges nothing.", param_hint="--support")
    return model, embedder


def checker_with(model: SupportModel | None) -> Checker:
    """All guards, and the support model."""
    from rag.verify.checker import Checker
    from rag.verify.claims import split
    from rag.verify.guards import GUARDS

    return Checker(GUARDS, model, split=split)


@dataclass(frozen=True)
class Judge:
    """Who judges answers afterwards: their citations, and their sentences where the assistant gave no verdicts."""

    citations: CitationJudge
    checker: Checker

    @classmethod
    def of(cls, support: str | None) -> Self:
        """With the support model of that name, or that of the setting. Raises as `judging_model`."""
        model, embedder = judging_model(support)
        return cls(CitationJudge(model, embedder), checker_with(model))
