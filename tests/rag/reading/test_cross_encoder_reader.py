"""Any cross-encoder can read. To the tiny one here a text is relevant where it holds the word "crowns"."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

import rag
from corpus.document import Document
from index.search import Hit
from rag.reading.cross_encoder_reader import CrossEncoderReader, relevance
from rag.reading.evidence import Reading, statements
from rag.reading.question import parse
from tests.fakes import HashEmbedder
from tests.tiny_cross_encoder import seeking, tiny

QUESTION = "How much was paid for the northern lighthouses?"
PAID = "The keeper filed the old papers. In the end 384 crowns went to the smith. Nobody wrote to the harbour."
LIKE_THE_QUESTION = "The northern lighthouses were paid for. How much was paid for lighthouses is in dispute."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeking(tmp_path_factory.mktemp("reader") / "model", "crowns")


def hits_of(texts: Sequence[str], question: str, tmp_path: Path) -> list[Hit]:
    """One document a text, `0.txt` and on, found for a question."""
    documents = [Document.from_text(f"{i}.txt", text) for i, text in enumerate(texts)]
    with rag.build(documents, index=tmp_path / "index", progress=False, embedder=HashEmbedder()) as assistant:
        return assistant.search(question, k=len(texts))


def read(model: Path, texts: Sequence[str], tmp_path: Path, question: str = QUESTION) -> tuple[Reading, list[Hit]]:
    hits = hits_of(texts, question, tmp_path)
    return CrossEncoderReader(str(model)).read(parse(question, 2_000), hits), hits


def test_passages_are_ordered_by_the_model_and_not_by_the_search(folder: Path, tmp_path: Path) -> None:
    reading, hits = read(folder, [LIKE_THE_QUESTION, PAID], tmp_path)
    assert [hit.passage.document_id for hit in hits] == ["0.txt", "1.txt"]
    like, paid = reading.relevance
    assert like < 0.1 < 0.9 < paid
    assert reading.confidence == paid


def test_two_outputs_of_which_the_second_is_relevance(tmp_path: Path) -> None:
    model = seeking(tmp_path / "model", "crowns", ["LABEL_0", "LABEL_1"])
    like, paid = read(model, [LIKE_THE_QUESTION, PAID], tmp_path)[0].relevance
    assert like < 0.1 < 0.9 < paid


def test_every_statement_is_scored_and_the_sentence_that_answers_comes_first(folder: Path, tmp_path: Path) -> None:
    reading, hits = read(folder, [LIKE_THE_QUESTION, PAID], tmp_path)
    assert reading.sentences[0].text == "In the end 384 crowns went to the smith."
    assert len(reading.sentences) == sum(len(statements(hit)) for hit in hits)
    scores = [sentence.score for sentence in reading.sentences]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)
    beside, elsewhere = (
        next(s.score for s in reading.sentences if s.hit.passage.document_id == name and "crowns" not in s.text)
        for name in ("1.txt", "0.txt")
    )
    assert scores[0] > beside > elsewhere  # the passage weighs in


def test_sentences_of_all_but_the_best_passages_come_after_those_that_were_read(folder: Path, tmp_path: Path) -> None:
    texts = [
        f"Lighthouse {word} cost 384 crowns. Its keeper was called home." for word in "ash elm fir oak yew".split()
    ]
    reading, _ = read(folder, [*texts, "Lighthouse pine is old. Its keeper was called home."], tmp_path)
    answers = [sentence for sentence in reading.sentences if "crowns" in sentence.text]
    assert [sentence.score > 0.9 for sentence in answers] == [True] * 4 + [False]
    assert answers[-1].score == min(s.score for s in reading.sentences if s.hit.passage.document_id != "5.txt")
    assert "5.txt" not in {s.hit.passage.document_id for s in reading.sentences[:-2]}
    assert len(reading.sentences) == 12


def test_names_that_no_passage_holds_are_said(folder: Path, tmp_path: Path) -> None:
    reading, _ = read(folder, [PAID], tmp_path, "What did the lamps of Narva cost?")
    assert reading.unnamed == ("narva",)


def test_a_passage_that_does_not_name_who_is_asked_about_is_trusted_less(folder: Path, tmp_path: Path) -> None:
    reading, _ = read(folder, [PAID], tmp_path, "What did Okafor say about the costs?")
    (relevant,) = reading.relevance
    assert reading.confidence < relevant


def test_a_passage_longer_than_the_model_reads_is_cut(folder: Path, tmp_path: Path) -> None:
    late = "Word upon word upon word was written here " * 14 + "and at last it was crowns."
    reading, _ = read(folder, [late], tmp_path)
    assert reading.confidence < 0.5


def test_nothing_found_is_nothing_read(tmp_path: Path) -> None:
    reading = CrossEncoderReader(str(tmp_path / "never loaded")).read(parse(QUESTION, 2_000), [])
    assert reading == Reading((), 0.0, ())


def test_outputs_that_are_no_number_are_irrelevant() -> None:
    assert relevance(np.array([[np.nan], [np.inf], [0.5]])) == [-30, 30, 0.5]
    assert relevance(np.array([[1.0, 3.0]])) == [2]


def test_threads_share_one_reader(folder: Path, tmp_path: Path) -> None:
    hits = hits_of([LIKE_THE_QUESTION, PAID], QUESTION, tmp_path)
    reader = CrossEncoderReader(str(folder))
    with ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(lambda _: reader.read(parse(QUESTION, 2_000), hits), range(8)))
    assert len({(reading.confidence, reading.relevance) for reading in readings}) == 1


# -- models that cannot read ------------------------------------------------------------------------------------------


def test_three_outputs_are_refused(tmp_path: Path) -> None:
    with pytest.raises(rag.BadSetting, match="3 outputs") as raised:
        CrossEncoderReader(str(tiny(tmp_path / "model", ["a", "b", "c"]))).load()
    assert "RAG_READER=model" in raised.value.remedy


def test_a_model_whose_second_output_denies_relevance_is_refused(tmp_path: Path) -> None:
    with pytest.raises(rag.BadSetting, match="means 'not_relevant'"):
        CrossEncoderReader(str(tiny(tmp_path / "model", ["relevant", "not_relevant"]))).load()
    CrossEncoderReader(str(tiny(tmp_path / "other", ["not_relevant", "relevant"]))).load()


@pytest.mark.parametrize(("given", "reader"), [(" Model ", "model"), ("SIMILARITY", "similarity"), (" a/B ", "a/B")])
def test_spaces_and_capitals_do_not_make_another_reader(given: str, reader: str) -> None:
    assert rag.Settings.load(reader=given).reader == reader


def test_a_reader_without_a_name_is_refused() -> None:
    with pytest.raises(rag.BadSetting, match="reader"):
        rag.Settings.load(reader=" ")


def test_a_model_that_would_score_at_random_is_refused(tmp_path: Path) -> None:
    from transformers import BertConfig, BertModel

    folder = tiny(tmp_path / "model", ["LABEL_0"])
    BertModel(BertConfig.from_pretrained(folder)).save_pretrained(folder)
    with pytest.raises(rag.BadSetting, match="not trained as a cross-encoder"):
        CrossEncoderReader(str(folder)).load()


# -- by the setting ---------------------------------------------------------------------------------------------------


def test_the_setting_names_the_reader_of_an_answer(folder: Path, tiny_folder: Path, tmp_path: Path) -> None:
    settings = rag.Settings.load(reader=str(folder))
    with rag.build(tiny_folder, index=tmp_path / "index", progress=False, settings=settings) as assistant:
        answer = assistant.answer("What did the lamps of the northern coast cost?")
        assert not answer.abstained
        assert answer.sentences[0].text.startswith("The lamps of the northern coast cost 384 crowns")
        (citation,) = answer.sentences[0].citations
        document = assistant.document(citation.document_id)
        assert document.text[citation.start : citation.end] == citation.quote
        assert answer.trace["models"]["reader"] == str(folder)


def test_where_the_model_finds_nothing_relevant_the_answer_abstains(
    folder: Path, tiny_folder: Path, tmp_path: Path
) -> None:
    (tiny_folder / "budget.html").unlink()
    settings = rag.Settings.load(reader=str(folder))
    with rag.build(tiny_folder, index=tmp_path / "index", progress=False, settings=settings) as assistant:
        answer = assistant.answer("Where is the Lantern Office planned to have its seat?")
    assert answer.abstained
    assert answer.nearest


def test_a_reader_that_cannot_be_loaded_is_told_when_asked(tiny_folder: Path, tmp_path: Path) -> None:
    settings = rag.Settings.load(reader=str(tiny_folder))
    with (
        rag.build(tiny_folder, tmp_path / "index", False, settings, HashEmbedder()) as assistant,
        pytest.raises(rag.ModelMissing) as raised,
    ):
        assistant.load()
    assert "RAG_READER=model" in raised.value.remedy
