"""Whose statement it is stays with them."""

from __future__ import annotations

import pytest

from rag.records.source import Source
from rag.records.verdict import Verdict
from rag.verify.guards.attribution import Attribution

WARNING = "Critics warn that the new quay would flood the old town."
MINISTRY = "The ministry said that 40 towns had joined the scheme."
FINCH = "Orla Finch, the port's treasurer, suggested that the fund could be empty by May."
TWO = "Orla Finch said the fund was empty, while Ilse Brand argued that the bridge needed repairs."


def objects(claim: str, *texts: str, **known: str) -> bool:
    return Attribution().check(claim, [Source(text, **known) for text in texts]) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The new quay would flood the old town.", WARNING),
        ("40 towns have joined the scheme.", MINISTRY),
        ("The port's fund could be empty by May.", FINCH),
        ("Supporters say the new quay would flood the old town.", WARNING),
        ("According to the harbour master, the new quay would flood the old town.", WARNING),
        ("Ada Moor suggested that the fund could be empty by May.", FINCH),
        ("Ilse Brand said the fund was empty.", TWO),
        ("The ministry admitted that 40 towns had joined the scheme.", MINISTRY),
        ("Critics deny that the new quay would flood the old town.", WARNING),
        ("Shippers say that the tunnel is unsafe.", "One critic said that the tunnel is unsafe."),
    ],
)
def test_objects_to_a_lost_or_changed_speaker(claim: str, text: str) -> None:
    assert objects(claim, text)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Opponents fear that the old town would be flooded by the new quay.", WARNING),
        ("The old town, in the eyes of critics, would be flooded by the quay.", WARNING),
        ("Forty towns had joined the scheme by the ministry's count.", MINISTRY),
        ("According to officials, 40 towns had joined the scheme.", MINISTRY),
        ("Treasurer Orla Finch thinks the fund may be empty by May.", FINCH),
        ("Finch says the fund could be empty by May.", FINCH),
        ("The treasurer said the fund could be empty by May.", FINCH),
        ("The fund was empty, Orla Finch said.", TWO),
        ("She said the fund could be empty by May.", FINCH),
    ],
)
def test_lets_a_kept_speaker_pass(claim: str, text: str) -> None:
    assert not objects(claim, text)


def test_the_reason_names_both() -> None:
    found = Attribution().check("Supporters say the new quay would flood the old town.", [Source(WARNING)])
    assert found is not None
    assert found.verdict is Verdict.UNSUPPORTED
    assert found.reason == "The source says that critics said this; the sentence gives it to supporters."
    dropped = Attribution().check("40 towns have joined the scheme.", [Source(MINISTRY)])
    assert dropped is not None
    assert dropped.reason == "The source says that the ministry said this; the sentence states it as fact."


def test_a_fact_that_another_source_states_needs_no_speaker() -> None:
    assert not objects(
        "40 towns have joined the scheme.", MINISTRY, "In all, 40 towns have joined the scheme since May."
    )


def test_who_he_is_stands_before_the_cited_words() -> None:
    cited, before = "He warned that the ferry would stop in winter.", "Mayor Jon Vale opened the meeting."
    assert not objects("Mayor Jon Vale warned that the ferry would stop in winter.", cited, before=before)
    assert objects("The ferry will stop in winter.", cited, before=before)


def test_a_name_that_is_nowhere_near_is_made_up() -> None:
    assert objects("Walter Hume said that the ferry had stopped.", "The ferry stopped on Monday.")
    assert not objects(
        "The Tide reports that the ferry stopped on Monday.", "The ferry stopped on Monday.", publisher="The Tide"
    )


def test_a_judgement_of_an_analysis_is_its_writers() -> None:
    text = "The reckless plan leaves the old town without a quay."
    claim = "The reckless plan leaves the town without any quay."
    found = Attribution().check(claim, [Source(text, kind="analysis")])
    assert found is not None
    assert found.verdict is Verdict.PARTIAL
    assert not objects(claim, text, kind="news")
    assert not objects("The analysis calls the plan reckless.", text, kind="analysis")


def test_an_official_text_speaks_for_itself() -> None:
    text = "The report states that five ferries failed the test."
    assert not objects("Five ferries failed the test.", text, kind="official")
    assert objects("Five ferries failed the test.", text, kind="news")
