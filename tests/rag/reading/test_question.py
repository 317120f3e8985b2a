"""What is asked."""

import pytest

from rag.errors import BadQuestion
from rag.reading.question import Asked, as_asked, parse


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Where is the seat?", Asked.PLACE),
        ("In which countries is it used?", Asked.PLACE),
        ("When was it signed?", Asked.TIME),
        ("In what year did it end?", Asked.TIME),
        ("How many chips does it have?", Asked.NUMBER),
        ("What is the price of the glasses?", Asked.NUMBER),
        ("Who said so?", Asked.PERSON),
        ("Leaders of which companies welcomed it?", Asked.PERSON),
        ("Why was it rescinded?", Asked.ANYTHING),
    ],
)
def test_the_kind_of_fact_that_is_asked_for(text: str, kind: Asked) -> None:
    assert parse(text, 2_000).asked is kind


@pytest.mark.parametrize(
    "text", ["What did Li say?", "Summarise the criticism.", "Compare the two acts", "What do critics warn of?"]
)
def test_broad_requests(text: str) -> None:
    assert parse(text, 2_000).broad


@pytest.mark.parametrize("text", ["Where is the seat?", "When did Li speak?", "What did the order require?"])
def test_narrow_questions(text: str) -> None:
    assert not parse(text, 2_000).broad


@pytest.mark.parametrize(
    "text",
    [
        "Which risks did the premier name?",
        "reasons for the delay",
        "What conditions were attached to the loan?",
        "When does the fund open and who runs it?",
        "What happens next?",
        "How did the unions react to the offer?",
        "How do the two drafts differ?",
        "What other measures are planned?",
        "what are the fees",
        "Who objected, and why?",
        "Summarise the criticism.",
    ],
)
def test_questions_for_several_things(text: str) -> None:
    assert parse(text, 2_000).several


@pytest.mark.parametrize(
    "text",
    [
        "Where is the seat?",
        "Who runs the fund?",
        "What is the status of the bill?",
        "How many years does it last?",
        "What did the order require?",
        "What share of the members voted?",
        "What did Texas decide?",
        "What triggers the clause?",
        "Which party wins?",
        "What is gas used for?",
        "Which clause allows an appeal?",
        "When do the rules apply?",
        "How many conditions are there?",
        "How much will the measures cost?",
        "Who received the prize?",
    ],
)
def test_questions_for_one_thing(text: str) -> None:
    assert not parse(text, 2_000).several


@pytest.mark.parametrize("text", ["", "   ", "\x00\x07", "?!", "\u200b"])
def test_an_empty_question(text: str) -> None:
    with pytest.raises(BadQuestion, match="empty"):
        parse(text, 2_000)


def test_a_question_that_is_too_long_is_refused_not_cut() -> None:
    with pytest.raises(BadQuestion, match="50,000 characters; at most 2,000"):
        parse("x" * 50_000, 2_000)


def test_control_characters_and_invisible_ones_are_dropped() -> None:
    assert parse("Where\x00 is\u202e the\n\tseat?\x1b[31m", 2_000).text == "Where is the seat?[31m"


def test_names_are_capitals_inside_the_question_and_numbers() -> None:
    assert parse("Did the EU fine Meta 384 times under Article 5?", 2_000).names == (
        "eu",
        "meta",
        "384",
        "article",
        "5",
    )


@pytest.mark.parametrize(
    ("text", "missing", "shown"),
    [
        ("What did Ursula von der Leyen reply?", ("ursula", "leyen"), ("Ursula von der Leyen",)),
        (
            "Did Macron and Modi agree with Sam Altman?",
            ("macron", "modi", "sam", "altman"),
            ("Macron", "Modi", "Sam Altman"),
        ),
        ("Did OpenAI sign?", ("openai",), ("OpenAI",)),
    ],
)
def test_names_are_shown_as_they_were_asked(text: str, missing: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert as_asked(parse(text, 1_000), missing) == shown
