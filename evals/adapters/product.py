"""This project's own assistant, used through its public names as anybody would use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import rag
from evals.adapters.metered_writer import MeteredWriter
from evals.adapters.protocol import Cited, Found, Reply, Sentence
from evals.adapters.remembering import Remembering
from evals.cases import Suite
from evals.errors import BadData
from evals.spans import Stretch
from evals.usage import Usage
from index.embed import Embedder, SentenceTransformerEmbedder
from index.search import Hit

ANSWERING = frozenset(
    "reader evidence_model answer_sentences overview_sentences abstain_below thin_below writer_evidence support_model "
    "unsupported".split()
)
"""Settings of what this project does with the passages that it finds."""
WRITING = frozenset("passages_read writer writer_url writer_key writer_timeout writer_tries".split())
"""Settings of the language model, and of what it is given."""
_PASSAGES = 50  # found for each question: a document's rank is that of its best passage


class Product:
    """`rag.build`, `Assistant.search` and `Assistant.answer` behind the protocol.

    Args:
        remember: keep vectors between questions (see `Remembering`); faster, and timings say nothing.
        progress: show a bar while indexing.
    """

    name = "rag"
    concurrent = True
    unused: frozenset[str] = frozenset()  # settings that this assistant does not go by

    def __init__(self, *, remember: bool = True, progress: bool = True) -> None:
        self._assistant: rag.Assistant | None = None
        self._writer: MeteredWriter | None = None
        self._remember = remember
        self._progress = progress

    def prepare(self, suite: Suite, folder: Path) -> Mapping[str, Any]:
        """See `Assistant.prepare`. Unchanged documents are not embedded again.

        Raises:
            BadData: the index does not hold the suite's documents and no others. BadSetting, ExtraMissing: the language model
                that the settings name cannot be used.
        """
        self._writer = self._chosen_writer()
        self._assistant = rag.build(
            suite.source, index=folder, progress=self._progress, embedder=self._embedder(), writer=self._writer
        )
        texts = {info.id: info.sha256 for info in self._assistant.documents()}
        if texts != {document.id: document.sha256 for document in suite.documents.values()}:
            raise BadData(
                f"The index in {folder} does not hold the documents of {suite.name}.",
                "Delete it, or name another with --index.",
            )
        report = self._assistant.report
        return {"documents": report.documents, "passages": report.passages}

    def _embedder(self) -> Embedder:
        settings = rag.Settings.load()
        model = Remembering if self._remember else SentenceTransformerEmbedder
        return model(settings.embedding_model, allow_download=settings.allow_download)

    def _chosen_writer(self) -> MeteredWriter | None:
        """The language model of the settings; `None`: there is none, or nothing is written with it."""
        if rag.Settings.load().writer == "none":
            return None
        from rag.writing.choose import choose

        writer = choose(rag.Settings.load())
        return MeteredWriter(writer) if writer is not None else None

    @property
    def assistant(self) -> rag.Assistant:
        """The assistant, once prepared."""
        if self._assistant is None:
            raise RuntimeError("prepare() comes first")
        return self._assistant

    def find(self, question: str, depth: int) -> Found:
        """See `Assistant.find`. A channel's ranking is of what the search found, by that channel's ranks."""
        hits = self.assistant.search(question, k=_PASSAGES)
        rankings = {
            "search": _documents(hits, lambda hit: -hit.score, depth),
            "dense": _documents((h for h in hits if h.dense_rank), lambda hit: hit.dense_rank or 0, depth),
            "keyword": _documents((h for h in hits if h.keyword_rank), lambda hit: hit.keyword_rank or 0, depth),
        }
        return Found(rankings, max((hit.dense for hit in hits), default=None), tuple(map(stretch_of, hits[:depth])))

    def reply(self, question: str) -> Reply:
        """See `Assistant.reply`."""
        answer = self.assistant.answer(question)
        sentences = tuple(
            Sentence(s.text, tuple(_cited(c) for c in s.citations), s.verdict.value, s.finding.reason, s.emphasis)
            for s in answer.sentences
        )
        top = [Stretch(e["document_id"], e["start"], e["end"]) for e in answer.trace["evidence"][:1]]
        return Reply(
            sentences,
            answer.abstained,
            answer.confidence,
            top[0] if top else None,
            answer.trace["timings"],
            removed=len(answer.removed),
            usage=self._writer.taken() if self._writer else Usage(),
            reread=_reread(answer.trace["candidates"]),
            nearest=tuple(Stretch(c.document_id, c.start, c.end) for c in answer.nearest) if answer.abstained else (),
        )

    def settings(self) -> Mapping[str, Any]:
        """See `Assistant.settings`."""
        settings = self.assistant.settings.model_dump(mode="json", exclude={"index", *self.unused})
        return {**settings, "vectors_remembered": self._remember}

    def close(self) -> None:
        """See `Assistant.close`."""
        if self._assistant is not None:
            self._assistant.close()


def stretch_of(hit: Hit) -> Stretch:
    """Where a passage stands."""
    return Stretch(hit.passage.document_id, hit.passage.start, hit.passage.end)


def _cited(citation: rag.Citation) -> Cited:
    speaker = citation.speaker.name if citation.speaker else None
    return Cited(Stretch(citation.document_id, citation.start, citation.end), citation.quote, citation.sha256, speaker)


def _reread(candidates: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Ids of the documents that own the candidates, by what the reader made of them."""
    ordered = sorted(candidates, key=lambda one: (-one["relevance"], one["passage"]))
    return tuple(dict.fromkeys(one["document_id"] for one in ordered))


def _documents(hits: Iterable[Hit], rank: Callable[[Hit], float], depth: int) -> tuple[str, ...]:
    """Ids of the documents that own the hits, by their best hit."""
    ordered = sorted(hits, key=lambda hit: (rank(hit), hit.passage.id))
    return tuple(dict.fromkeys(hit.passage.document_id for hit in ordered))[:depth]
