"""The top passage and LlamaIndex's citation engine on a real index; only the language model is a fake."""

from typing import ClassVar

import pytest
from llama_index.core.base.llms.types import CompletionResponse, LLMMetadata
from llama_index.core.llms import CustomLLM

import rag
from evals.adapters import choose, label
from evals.adapters.citation_query_engine import CitationEngine
from evals.adapters.top_passage import TopPassage
from evals.errors import DataMissing
from evals.run import run
from tests.evals.tiny import BRIDGE, MILL, QUESTIONS, SUITE

pytestmark = pytest.mark.usefixtures("few_resamples")


class ScriptedModel(CustomLLM):
    """Says what it is told, and keeps what it was asked."""

    said: str = ""
    error: Exception | None = None
    asked: ClassVar[list[str]] = []

    @property
    def metadata(self):
        return LLMMetadata(context_window=4_096, num_output=200)

    def complete(self, prompt, formatted=False, **kwargs):
        self.asked.append(prompt)
        if self.error:
            raise self.error
        return CompletionResponse(text=self.said)

    def stream_complete(self, prompt, formatted=False, **kwargs):
        yield self.complete(prompt)


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return tmp_path_factory.mktemp("index")


@pytest.fixture(scope="module")
def top_passage(index):
    adapter = TopPassage(progress=False)
    adapter.prepare(SUITE, index)
    yield adapter
    adapter.close()


@pytest.fixture(scope="module")
def model():
    return ScriptedModel()


@pytest.fixture(scope="module")
def engine(index, model, top_passage):
    adapter = CitationEngine(model, progress=False)
    adapter.prepare(SUITE, index)
    yield adapter
    adapter.close()


def test_the_top_passage_is_cited_whole_and_nothing_is_declined(top_passage):
    for question in (QUESTIONS[0].text, "What is the price of a ticket to the moon?"):
        reply = top_passage.reply(question)
        citation = reply.sentences[0].citations[0]
        document = SUITE.documents[citation.stretch.document_id]

        assert not reply.abstained and len(reply.sentences) == 1
        assert document.text[citation.stretch.start : citation.stretch.end] == citation.quote == reply.sentences[0].text
        assert citation.sha256 == document.sha256
        assert top_passage.find(question, 10).passages[0] == citation.stretch


def test_a_whole_run_of_the_top_passage(top_passage, index):
    result = run(SUITE, top_passage, index=index, split="all", progress=False)
    figures = {figure.name: figure.value for figure in result.figures}

    assert result.assistant["name"] == "top-passage"
    assert figures["citation recall"] == 1 and figures["abstention recall"] == 0 and figures["inexact citations"] == 0


def numbers(engine, question):
    """The number under which the engine hands over each document."""
    hits = engine.assistant.search(question, k=12)
    return {hit.passage.document_id: number for number, hit in enumerate(hits, 1)}


def test_markers_of_the_engine_become_the_places_of_its_sources(engine, model):
    number = numbers(engine, QUESTIONS[0].text)
    model.said = f"The mill dates from 1801 [{number['mill']}]. The bridge is younger. [{number['bridge']}]"
    reply = engine.reply(QUESTIONS[0].text)

    assert [sentence.text for sentence in reply.sentences] == ["The mill dates from 1801.", "The bridge is younger."]
    cited = [citation for sentence in reply.sentences for citation in sentence.citations]
    assert [(c.stretch.document_id, c.quote) for c in cited] == [("mill", MILL), ("bridge", BRIDGE)]
    assert [(c.stretch.start, c.stretch.end) for c in cited] == [(0, len(MILL)), (0, len(BRIDGE))]
    assert f"Source {number['mill']}:\n{MILL}" in model.asked[-1]
    assert reply.usage is None, "this model tells nothing of its requests"
    assert reply.removed is None and engine.concurrent


def test_settings_that_an_assistant_does_not_go_by_are_not_in_its_name(top_passage, engine):
    assert not {"writer", "abstain_below", "support_model"} & set(top_passage.settings())
    assert "writer" in engine.settings() and "abstain_below" not in engine.settings()


def test_a_marker_of_no_source_is_a_broken_citation(engine, model):
    model.said = "The mill was built in 1801 [1][9]."
    result = run(SUITE, engine, index=engine.assistant.index, split="all", limit=1, progress=False)
    outcome = result.asked[0][1]

    assert (len(outcome.cited), outcome.inexact) == (2, 1)
    assert outcome.sentences[0].citations[1].quote == "[9]"
    assert {figure.name: figure.value for figure in result.figures}["inexact citations"] == 1 / 2


def test_a_reply_without_markers_counts_as_declining(engine, model):
    model.said = "None of the sources says who owned it."
    reply = engine.reply(QUESTIONS[2].text)

    assert reply.abstained and reply.sentences == ()


def test_a_language_model_that_fails_is_a_failed_question(engine):
    engine._llm = ScriptedModel(error=ConnectionError("refused"))
    result = run(SUITE, engine, index=engine.assistant.index, split="all", limit=1, progress=False)

    assert result.failed == 1 and "WriterFailed" in result.asked[0][1].error


def test_the_engine_needs_a_language_model(tmp_path, monkeypatch):
    monkeypatch.delenv("RAG_WRITER", raising=False)
    with pytest.raises(rag.BadSetting, match="citation-query-engine needs a language model"):
        choose("citation-query-engine").prepare(SUITE, tmp_path)


def test_adapters_are_chosen_by_name():
    assert isinstance(choose("top-passage"), TopPassage) and choose("rag").name == "rag"
    assert (label("rag"), label("top-passage"), label("haystack-bm25:python")) == ("", "-top-passage", "-haystack-bm25")
    with pytest.raises(DataMissing, match="no adapter 'best'") as error:
        choose("best")
    assert "haystack-bm25" in error.value.remedy
    with pytest.raises(DataMissing, match="an environment of its own"):
        choose("haystack-bm25")
