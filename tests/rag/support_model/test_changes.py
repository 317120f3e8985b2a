"""Which words of a broken claim are called to blame."""

from __future__ import annotations

from rag.support_model.training.changes import changed

TRUE = "The council adopted the rule on 14 May by 12 votes to 9."


def blamed(claim: str, *lines: str) -> list[str] | None:
    """The words, instead of where they stand."""
    found = changed(claim, lines or (TRUE,))
    return None if found is None else [claim[start:end] for start, end in found]


def test_words_that_were_changed_or_put_in_are_to_blame() -> None:
    assert blamed("The council adopted the rule on 24 May by 12 votes to 9.") == ["24"]
    assert blamed("The council never adopted the rule on 14 May by 12 votes to 9.") == ["never"]
    assert blamed("The city council adopted the rule on 14 May by 12 votes to 3.") == ["city", "3"]


def test_case_is_no_difference_and_numbers_are_one_word() -> None:
    assert blamed("Prices rose by 1,250 euros in 2031.", "prices rose by 1,200 euros in 2031.") == ["1,250"]


def test_a_claim_that_only_leaves_something_out_has_no_word_to_blame() -> None:
    assert blamed("The council adopted the rule on 14 May by 12 votes.") is None


def test_of_several_true_lines_the_nearest_is_compared() -> None:
    far = "On 14 May, by 12 votes to 9, a new rule was adopted."
    assert blamed("On 14 May, by 12 votes to 9, a new rule was rejected.", TRUE, far) == ["rejected"]


def test_what_is_like_no_true_line_is_not_compared() -> None:
    assert blamed("Ferries will be cheaper for children from next year.") is None
    assert changed("The council adopted the rule.", ()) is None
