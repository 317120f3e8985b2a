"""The assistant as LlamaIndex objects, so that both drop into its pipelines."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from llama_index.core.base.response.schema import RESPONSE_TYPE, Response
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.query_engine import BaseQueryEngine
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeRelationship, NodeWithScore, QueryBundle, RelatedNodeInfo, TextNode

from index.search import Filters, Hit
from rag.records.answers import Answer, Citation
from rag.wording import NOTHING_STOOD, abstention

if TYPE_CHECKING:
    from rag.assistant import Assistant


class PassageRetriever(BaseRetriever):
    """The best passages for a question, as nodes with `document_id`, `start`, `end` and `sha256` in their metadata."""

    def __init__(self, assistant: Assistant, k: int, filters: Filters) -> None:
        self._assistant = assistant
        self._k = k
        self._filters = filters
        super().__init__()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._assistant.search(query_bundle.query_str, self._k, self._filters)
        return [_passage_node(hit) for hit in hits]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


class AnswerQueryEngine(BaseQueryEngine):
    """`Assistant.answer` behind LlamaIndex's query interface.

    The response holds the sentences that stand and what they cite, since it has no place for a verdict; the whole answer,
    with what does not stand and why, is in its metadata.
    """

    def __init__(self, assistant: Assistant, filters: Filters) -> None:
        self._assistant = assistant
        self._filters = filters
        super().__init__(callback_manager=None)

    def _query(self, query_bundle: QueryBundle) -> RESPONSE_TYPE:
        return _response(self._assistant.answer(query_bundle.query_str, self._filters))

    async def _aquery(self, query_bundle: QueryBundle) -> RESPONSE_TYPE:
        return await asyncio.to_thread(self._query, query_bundle)

    def retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        """The passages that an answer would be read from."""
        return self._assistant.as_retriever(filters=self._filters).retrieve(query_bundle)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}


def _response(answer: Answer) -> Response:
    cited = {c.key: c for sentence in answer.sentences if sentence.stands for c in sentence.citations}
    nodes = [_citation_node(citation, answer.confidence) for citation in cited.values()]
    text = answer.text or (abstention(answer.confidence) if answer.abstained else NOTHING_STOOD)
    return Response(text, source_nodes=nodes, metadata={"answer": answer.to_dict()})


def _passage_node(hit: Hit) -> NodeWithScore:
    passage = hit.passage
    metadata = {
        "document_id": passage.document_id,
        "start": passage.start,
        "end": passage.end,
        "sha256": passage.sha256,
        "page": passage.page,
    }
    return NodeWithScore(node=_node(passage.id, passage.text, metadata), score=hit.score)


def _citation_node(citation: Citation, score: float) -> NodeWithScore:
    names = ("document_id", "start", "end", "sha256", "page", "title", "kind", "publisher", "date", "heading")
    identity = f"{citation.document_id}#{citation.start}-{citation.end}@{citation.sha256[:12]}"
    return NodeWithScore(
        node=_node(identity, citation.quote, {name: getattr(citation, name) for name in names}), score=score
    )


def _node(identity: str, text: str, metadata: dict[str, Any]) -> TextNode:
    hidden: Sequence[str] = [name for name in metadata if name not in ("title", "date")]
    return TextNode(
        id_=identity,
        text=text,
        metadata=metadata,
        start_char_idx=metadata["start"],
        end_char_idx=metadata["end"],
        excluded_embed_metadata_keys=list(metadata),
        excluded_llm_metadata_keys=list(hidden),
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=metadata["document_id"])},
    )
