"""What must be answered, and what must not, on two real articles that are not part of the project.

    make acceptance ARTICLES=DIR

One is a news report of the 2025 Shanghai conference, the other an advocate's analysis of it. The questions are those that
their readers ask first; only facts of the articles stand here, none of their sentences.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import rag

ARTICLES = Path(os.environ["ARTICLES_DIR"]) if "ARTICLES_DIR" in os.environ else None
REPORT, ANALYSIS = "waic-2025-global-ai-body-proposal.txt", "chinas-blueprint-for-global-ai-governance-analysis.txt"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[rag.Assistant]:
    assert ARTICLES is not None, "name their folder: make acceptance ARTICLES=DIR"
    with rag.build(ARTICLES, index=tmp_path_factory.mktemp("articles"), progress=False) as built:
        assert {info.id for info in built.documents()} == {REPORT, ANALYSIS}
        yield built


@pytest.mark.parametrize(
    ("question", "document", "words"),
    [
        ("Where is the organisation to have its seat?", None, ["tentatively", "Shanghai"]),
        ("What was the theme of the conference?", REPORT, ["Governing Intelligence, Sharing Future"]),
        ("Leaders of which companies welcomed what?", REPORT, ["some", "Huawei", "Tencent", "cooperation"]),
        ("How many chips does the CloudMatrix system have?", ANALYSIS, ["384", "chips"]),
        (
            "In which countries does the analysis see Chinese AI at work, and for what?",
            ANALYSIS,
            ["Myanmar", "Brazil", "Japan"],
        ),
        ("What do critics warn of?", ANALYSIS, ["Critics", "censorship"]),
    ],
)
def test_answered_with_the_right_sentence_cited(
    assistant: rag.Assistant, question: str, document: str | None, words: list[str]
) -> None:
    answer = assistant.answer(question)
    assert not answer.abstained, answer.confidence
    right = [
        c
        for sentence in answer.sentences[:2]
        for c in sentence.citations
        if document in (None, c.document_id) and all(word.lower() in c.quote.lower() for word in words)
    ]
    assert right, [s.text for s in answer.sentences]
    assert all(assistant.document(c.document_id).text[c.start : c.end] == c.quote for c in right)


@pytest.mark.parametrize(
    "question",
    [
        "What is the budget of the organisation?",
        "Who is the organisation's first director?",
        "What is the price of the Quark AI glasses?",
        "What did Sam Altman say about the proposal?",
        "What did Emmanuel Macron say about the organisation?",
    ],
)
def test_not_answered(assistant: rag.Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.abstained, (answer.confidence, answer.text)
    assert answer.nearest


def test_nothing_is_known_of_them_that_they_do_not_say(assistant: rag.Assistant) -> None:
    assert all(info.metadata == rag.Metadata() for info in assistant.documents())
