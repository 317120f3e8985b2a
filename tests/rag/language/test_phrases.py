"""What is no part of an answer is recognised, and what states something is not taken for it."""

from __future__ import annotations

import pytest

from rag.language.phrases import says_there_is_no_answer, states_nothing

REFUSALS = [
    "The documents do not say.",
    "The provided documents don’t mention a budget.",
    "Unfortunately, the evidence does not state when the act applies.",
    "None of the sources mention it.",
    "I cannot answer this from the given sentences.",
    "There is no information about the budget.",
    "There is not enough information in the passages to tell.",
    "The answer is not given in the documents.",
    "It is not specified in the provided context.",
    "Based on the documents, there is no mention of a seat.",
    "No information about it is available.",
    "The context contains no answer.",
    "Not mentioned in the documents.",
]
STATEMENTS = [
    "The treaty does not say when it applies.",
    "The ministry cannot answer before May.",
    "There is no plan to move the office.",
    "The document was adopted in Tartu.",
    "The evidence was destroyed in the fire.",
    "The sources of the river lie in Estonia.",
    "It is not clear that the mayor will sign.",
    "The minister did not mention the budget.",
]
EMPTY = [
    "",
    "...",
    "Here is what the documents say:",
    "Here are the main points:",
    "Sure, here is the answer.",
    "According to the documents:",
    "Based on the provided evidence,",
    "In summary:",
    "Yes.",
    "What does this mean?",
]
TELLING = [*STATEMENTS, "Vilnius.", "Here the river meets the sea: the port of Narva.", "384 crowns."]


@pytest.mark.parametrize("text", REFUSALS)
def test_a_refusal_is_recognised(text: str) -> None:
    assert says_there_is_no_answer(text)


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_statement_is_no_refusal(text: str) -> None:
    assert not says_there_is_no_answer(text)


@pytest.mark.parametrize("text", EMPTY)
def test_what_states_nothing_is_recognised(text: str) -> None:
    assert states_nothing(text)


@pytest.mark.parametrize("text", TELLING)
def test_what_states_something_is_kept(text: str) -> None:
    assert not states_nothing(text)
