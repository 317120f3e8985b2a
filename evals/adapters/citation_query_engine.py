"""LlamaIndex's `CitationQueryEngine` over this project's search, with the language model that `RAG_WRITER` names.

It is what people who know the framework would build first. It gets the same passages as the product reads, and its reply
is read by the same rules; what differs is what it asks of the model and that nothing is checked afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rag
from corpus.document import Document
from evals.adapters.product import ANSWERING, Product
from evals.adapters.protocol import Cited, Reply, Sentence
from evals.cases import Suite
from evals.spans import Stretch

if TYPE_CHECKING:
    from llama_index.core.llms import LLM
    from llama_index.core.schema import NodeWithScore

    from evals.adapters.token_meter import TokenMeter
    from rag.records.drafts import DraftSentence


class CitationEngine(Product):
    """Answers with `CitationQueryEngine`; everything but the answer is the product's.

    A marker such as `[3]` cites the third numbered source, which is a passage or, of a long passage, a part of it: the
    engine gives sources no finer than that. A marker that names no source, `[9]` of seven, is kept as a citation of
    nothing and counted among the inexact ones. A reply without any marker counts as declining: the engine's prompt asks
    for one in every answer, and to say so where no source helps.

    Args:
        llm: another language model than the setting `writer` names.
    """

    name = "citation-query-engine"
    unused = ANSWERING

    def __init__(self, llm: LLM | None = None, *, remember: bool = True, progress: bool = True) -> None:
        super().__init__(remember=remember, progress=progress)
        self._llm = llm

    def prepare(self, suite: Suite, folder: Path) -> Mapping[str, Any]:
        """See `Assistant.prepare`.

        Raises:
            BadSetting, ExtraMissing: the language model cannot be used, or none is named.
        """
        self._llm = self._llm or _of_settings()
        return super().prepare(suite, folder)

    def reply(self, question: str) -> Reply:
        """See `Assistant.reply`.

        Raises:
            WriterFailed: the language model did.
        """
        from evals.adapters.token_meter import TokenMeter
        from rag.writing.parse import parse

        meter = TokenMeter()
        text, sources = self._asked(question, meter)
        places = [self._place(number, source) for number, source in enumerate(sources, 1)]
        drafts = parse(text, len(places))
        sentences = tuple(self._sentence(draft, places) for draft in drafts)
        cites = any(sentence.citations for sentence in sentences)
        return Reply(sentences if cites else (), abstained=not cites, usage=meter.usage)

    def settings(self) -> Mapping[str, Any]:
        """See `Assistant.settings`."""
        return {**super().settings(), "llama_index": version("llama-index-core")}

    def _chosen_writer(self) -> None:
        """The engine asks its language model itself."""

    def _asked(self, question: str, meter: TokenMeter) -> tuple[str, Sequence[NodeWithScore]]:
        from llama_index.core.query_engine import CitationQueryEngine

        from rag.writing.failures import explain
        from rag.writing.language_model import ADVICE

        passages = self.assistant.as_retriever(k=self.assistant.settings.passages_read)
        llm = meter.on(self._model)  # the engine would put its own callbacks in the place of the meter's
        engine = CitationQueryEngine(retriever=passages, llm=llm, callback_manager=llm.callback_manager)
        try:
            response = engine.query(question)
        except rag.RagError:
            raise
        except Exception as error:  # each library raises its own
            failure = explain(error, self.assistant.settings.writer, ADVICE)
            raise rag.WriterFailed(failure.message, failure.remedy) from error
        return str(response), response.source_nodes

    @property
    def _model(self) -> LLM:
        if self._llm is None:
            raise RuntimeError("prepare() comes first")
        return self._llm

    def _place(self, number: int, source: NodeWithScore) -> Cited:
        """Where a numbered source stands. The engine drops the offsets of parts: they are looked for in the passage."""
        passage = source.node.metadata
        document = self.assistant.document(passage["document_id"])
        chunk = source.node.get_content().removeprefix(f"Source {number}:\n").strip()
        start = document.text.find(chunk, passage["start"], passage["end"]) if chunk else -1
        if start < 0:
            return _cited(document, passage["start"], passage["end"])
        return _cited(document, start, start + len(chunk))

    def _sentence(self, draft: DraftSentence, places: Sequence[Cited]) -> Sentence:
        known = tuple(places[number - 1] for number in draft.numbers)
        return Sentence(draft.text, known + tuple(_broken(number) for number in draft.unknown))


def _of_settings() -> LLM:
    from rag.writing.choose import choose

    model = choose(rag.Settings.load())
    if model is None:
        raise rag.BadSetting(
            f"The adapter {CitationEngine.name} needs a language model.", "Name one, such as RAG_WRITER=ollama/qwen3."
        )
    return model.llm


def _cited(document: Document, start: int, end: int) -> Cited:
    return Cited(Stretch(document.id, start, end), document.text[start:end], document.sha256)


def _broken(number: int) -> Cited:
    return Cited(Stretch(f"no source {number}", 0, 0), f"[{number}]")
