"""The assistant inside LlamaIndex's own pipelines."""

from __future__ import annotations

import asyncio
import re

from llama_index.core import QueryBundle
from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.llms import MockLLM
from llama_index.core.postprocessor import SimilarityPostprocessor
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.response_synthesizers import get_response_synthesizer
from llama_index.core.schema import NodeWithScore
from llama_index.core.tools import QueryEngineTool

from rag import Assistant
from rag.llama import _response
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.records.verdict import Finding, Verdict

QUESTION = "When was Executive Order 14110 rescinded?"


def proven(assistant: Assistant, nodes: list[NodeWithScore]) -> None:
    assert nodes
    for found in nodes:
        document = assistant.document(found.node.metadata["document_id"])
        start, end = found.node.metadata["start"], found.node.metadata["end"]
        assert document.text[start:end] == found.node.get_content()
        assert found.node.metadata["sha256"] == document.sha256
        assert found.node.ref_doc_id == document.id


def test_the_retriever(sample_assistant: Assistant) -> None:
    retriever = sample_assistant.as_retriever(k=5)
    assert isinstance(retriever, BaseRetriever)
    nodes = retriever.retrieve(QUESTION)
    assert len(nodes) == 5
    proven(sample_assistant, nodes)
    assert [n.node.node_id for n in asyncio.run(retriever.aretrieve(QueryBundle(QUESTION)))] == [
        n.node.node_id for n in nodes
    ]


def test_the_retriever_inside_a_query_engine_of_llama_index(sample_assistant: Assistant) -> None:
    engine = RetrieverQueryEngine(
        retriever=sample_assistant.as_retriever(k=8),
        response_synthesizer=get_response_synthesizer(llm=MockLLM(max_tokens=16)),
        node_postprocessors=[SimilarityPostprocessor(similarity_cutoff=0.1)],
    )
    response = engine.query(QUESTION)
    proven(sample_assistant, response.source_nodes)


def test_the_query_engine(sample_assistant: Assistant) -> None:
    engine = sample_assistant.as_query_engine()
    assert isinstance(engine, BaseQueryEngine)
    response = engine.query(QUESTION)
    answer = sample_assistant.answer(QUESTION)
    assert str(response) == answer.text
    proven(sample_assistant, response.source_nodes)
    assert [n.node.metadata["start"] for n in response.source_nodes] == [c.start for c in answer.footnotes]
    assert str(asyncio.run(engine.aquery(QUESTION))) == answer.text


def test_the_query_engine_as_a_tool(sample_assistant: Assistant) -> None:
    tool = QueryEngineTool.from_defaults(
        sample_assistant.as_query_engine(), name="documents", description="The collection."
    )
    assert "20 January 2025" in str(tool.call(QUESTION))


def test_filters_hold(sample_assistant: Assistant) -> None:
    nodes = sample_assistant.as_retriever(k=5, filters={"kind": "timeline"}).retrieve(QUESTION)
    kinds = {info.id: info.metadata.kind for info in sample_assistant.documents()}
    assert {kinds[n.node.metadata["document_id"]] for n in nodes} == {"timeline"}


def marked(*verdicts: Verdict) -> Answer:
    """An answer as the setting `mark` leaves it: every sentence is there, whatever its verdict."""
    sentences = [
        AnswerSentence(
            f"It is {verdict.value}.",
            (Citation("a.txt", None, None, None, None, i, i + 1, "x", "0" * 64),),
            finding=Finding(verdict, "So it is.", "support"),
        )
        for i, verdict in enumerate(verdicts)
    ]
    return Answer("Is it?", tuple(sentences), False, 0.9, writer="scripted")


def test_a_response_has_no_place_for_marks_and_holds_what_stands_alone() -> None:
    answer = marked(Verdict.CONTRADICTED, Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.PARTIAL, Verdict.UNCHECKED)
    response = _response(answer)
    assert str(response) == "It is supported. It is partial."
    assert [n.node.metadata["start"] for n in response.source_nodes] == [1, 3]
    assert response.metadata
    assert response.metadata["answer"]["sentences"][0]["finding"]["verdict"] == "contradicted"


def test_a_response_of_which_nothing_stands_says_so() -> None:
    response = _response(marked(Verdict.UNSUPPORTED))
    assert str(response) == "Nothing that the language model wrote stood the checks."
    assert response.source_nodes == []


def test_an_abstention_says_so(sample_assistant: Assistant) -> None:
    response = sample_assistant.as_query_engine().query("How do I bake sourdough bread?")
    assert re.fullmatch(r"This collection (?:does|may) not answer that\.", str(response))
    assert response.source_nodes == []
