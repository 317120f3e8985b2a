"""The words of a sentence that are the fact asked for."""

import pytest

from rag.reading.facts import facts
from rag.reading.question import Asked


@pytest.mark.parametrize(
    ("sentence", "asked", "question", "expected"),
    [
        ("It was signed on 5 September 2024 in Vilnius.", Asked.TIME, "When was it signed?", ["5 September 2024"]),
        ("On July 26, 2025 the plan was shown.", Asked.TIME, "When was the plan shown?", ["July 26, 2025"]),
        ("They may meet in 2026.", Asked.TIME, "When do they meet?", ["in 2026"]),
        (
            "The system has 384 chips of the 910C kind and costs $8 million.",
            Asked.NUMBER,
            "How many chips has it?",
            ["384"],
        ),
        ("The fine is 7% of turnover.", Asked.NUMBER, "How much is the fine?", ["7%"]),
        ("More than 40 delegations came on 26 July.", Asked.NUMBER, "How many delegations came?", ["More than 40"]),
        ("Twenty-eight countries signed.", Asked.NUMBER, "How many countries signed?", ["Twenty-eight"]),
        ("It is tentatively to be seated in Shanghai.", Asked.PLACE, "Where is its seat?", ["Shanghai"]),
        ("Huawei and Tencent welcomed it.", Asked.PERSON, "Which companies welcomed it?", ["Huawei and Tencent"]),
        ("In October the order was signed by Joe Biden.", Asked.PERSON, "Who signed the order?", ["Joe Biden"]),
        ("Shanghai is the seat.", Asked.PERSON, "Who named Shanghai?", []),
        ("The reason is cost.", Asked.ANYTHING, "Why?", []),
    ],
)
def test_facts(sentence: str, asked: Asked, question: str, expected: list[str]) -> None:
    assert [sentence[a:b] for a, b in facts(sentence, asked, question)] == expected


@pytest.mark.parametrize("asked", list(Asked))
@pytest.mark.parametrize("unit", ["A", "Aa, ", "A B ", "1,", "in the ", "twenty-", "$", "A’"])
def test_long_runs_of_like_words_do_not_hang(asked: Asked, unit: str) -> None:
    sentence = unit * 3_000
    assert all(0 <= a < b <= len(sentence) for a, b in facts(sentence, asked, "How many?"))
