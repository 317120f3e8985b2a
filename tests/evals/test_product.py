"""The product behind the protocol: the real index and the real models, on a tiny collection."""

import json
from pathlib import Path

import pytest

from corpus.document import Document
from evals.__main__ import main
from evals.adapters.product import Product
from evals.cases import Suite
from evals.errors import BadData
from evals.run import run
from evals.strip import without_texts
from evals.usage import Usage
from tests.evals.tiny import SUITE


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    product = Product(progress=False)
    yield run(SUITE, product, index=tmp_path_factory.mktemp("index"), split="all", progress=False)
    product.close()


def test_documents_are_ranked_by_every_channel(result):
    outcome = result.asked[0][1]

    assert outcome.error is None
    assert {channel: ranking[0] for channel, ranking in outcome.rankings.items()} == {
        "search": "mill",
        "dense": "mill",
        "keyword": "mill",
        "reread": "mill",
    }
    assert 0 < outcome.best_cosine <= 1


def test_answers_cite_exactly_and_are_timed(result):
    figures = {figure.name: figure for figure in result.figures}

    assert figures["inexact citations"].value == 0
    assert result.asked[0][1].cited
    assert {"whole search", "whole answer", "embed"} <= result.to_dict()["timings_ms"].keys()


def test_an_answer_tells_its_facts_its_removals_and_that_no_language_model_was_used(result):
    outcome = result.asked[0][1]
    said = outcome.sentences[0]

    assert [said.text[start:end] for start, end in said.emphasis] == ["1801"]
    assert (outcome.removed, outcome.usage) == (0, Usage())
    assert {figure.name: figure.value for figure in result.figures}["prompt tokens a question"] == 0


def test_where_it_declined_it_tells_what_it_shows_instead_and_nowhere_else(tmp_path):
    product = Product(progress=False)
    product.prepare(SUITE, tmp_path)
    answered, declined = (product.reply(text) for text in (SUITE.questions[0].text, "How do I bake sourdough bread?"))
    product.close()

    assert (answered.abstained, declined.abstained) == (False, True)
    assert answered.nearest == ()
    assert declined.nearest


def test_without_texts_what_was_shown_instead_goes_too(result):
    rows = result.to_dict()["questions"]

    assert all(row["nearest"] is not None for row in rows)
    assert all(row["nearest"] is None for row in without_texts(result.to_dict())["questions"])


def test_an_index_of_other_documents_is_refused(tmp_path):
    other = Suite("other", "none", {"x": Document("x", "Some other text stands here.")}, ())
    for suite in (other, SUITE):
        product = Product(progress=False)
        if suite is other:
            product.prepare(suite, tmp_path)
        else:
            with pytest.raises(BadData, match="does not hold the documents of tiny") as error:
                product.prepare(suite, tmp_path)
            assert "Delete it" in error.value.remedy
        product.close()


def squad(folder: Path) -> None:
    context = "The mill was built in 1801. It burned down twice. It stands by a river."
    questions = [
        {
            "id": "a",
            "question": "When was the mill built?",
            "answers": [{"text": "1801", "answer_start": 22}],
            "is_impossible": False,
        },
        {"id": "b", "question": "Who painted the ceiling?", "answers": [], "is_impossible": True},
    ]
    (folder / "squad2").mkdir()
    article = {"title": "Watermill", "paragraphs": [{"context": context, "qas": questions}]}
    (folder / "squad2" / "dev-half-v2.0.json").write_text(json.dumps({"version": "v2.0", "data": [article]}))


def test_the_command_prints_licence_and_figures_and_writes_the_result(tmp_path, capsys):
    squad(tmp_path)
    out = tmp_path / "result.json"
    chosen = ["--data-dir", str(tmp_path), "--index", str(tmp_path / "index"), "--out", str(out), "--split", "tune"]

    assert main(["squad2", *chosen, "--search-only"]) == 0
    said = capsys.readouterr().out
    assert "CC BY-SA 4.0" in said and "2 questions (1 unanswerable)" in said and "R@1 (search)" in said
    assert json.loads(out.read_text())["suite"]["name"] == "squad2"


def test_the_command_says_what_is_missing(tmp_path, capsys):
    assert main(["clapnq", "--data-dir", str(tmp_path)]) == 2
    assert "There is no clapnq/clapnq_dev_answerable.jsonl" in capsys.readouterr().err
