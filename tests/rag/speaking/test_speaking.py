"""Whose statement a text says it is."""

from __future__ import annotations

import pytest

from rag.records.answers import Speaker
from rag.speaking import as_words, reports, speaking


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("Mayor Ilse Brand warned that the bridge could close.", "Mayor Ilse Brand", "warned"),
        ("The harbour, the union says, is unsafe.", "the union", "says"),
        ("The bridge could close, said Ilse Brand.", "Ilse Brand", "said"),
        ("According to the ferry company, crossings fell by half.", "the ferry company", "according to"),
        ("Crossings fell by half, according to press reports.", "press reports", "according to"),
        ("In Orla Finch's view the plan comes too late.", "Orla Finch", "view"),
        ("By the ministry's account the work is finished.", "the ministry", "account"),
        ("The toll was criticised by the hauliers' association.", "the hauliers' association", "criticised"),
        ("Two officials who asked not to be named said the talks had failed.", None, "said"),
        ("Some residents are wary of the new terminal.", "Some residents", "wary"),
        ("The city council called for a lower limit.", "The city council", "called"),
        ("Their fear is that the quay would flood.", "Their", "fear"),
        ("The dockers' union expressed concern about the shifts.", "The dockers' union", "concern"),
        ("Ilse Brand, the mayor of Tarn, has argued that tolls work.", "Ilse Brand", "argued"),
        ("Its treasurer, Orla Finch, said the fund was empty.", "Its treasurer, Orla Finch", "said"),
        ("Supporters see a chance in the new rule.", "Supporters", "see"),
        ("The agency announced that the line will reopen in May.", "The agency", "announced"),
    ],
)
def test_names_the_speaker_in_the_words_of_the_text(text: str, name: str | None, verb: str) -> None:
    found = speaking(text)
    assert found is not None
    assert found.verb == verb
    assert found.manner == "reported"
    assert name is None or found.name == name
    assert found.name in text


@pytest.mark.parametrize(
    "text",
    [
        "The Act provides that every ferry must carry life jackets.",
        "Article 5 states that fines may be imposed.",
        "The European Commission proposed a new ferry regulation.",
        "A number of member states have been late.",
        "The tunnel was opened in 1994 and has two tubes.",
        "The company called a meeting for Monday.",
        "Twenty-three objects are to be lent for ten years.",
        "The results show a rise of 4%.",
        "Providers must report accidents within a day.",
        "A public call for ideas drew 300 letters.",
        "He did not mention the price.",
    ],
)
def test_the_documents_own_voice_has_no_speaker(text: str) -> None:
    assert speaking(text) is None


def test_words_in_quotation_marks_are_quoted() -> None:
    assert speaking('"This is a loan, not a sale," said the director.') == Speaker("the director", "said", "quoted")
    assert speaking('The mayor told reporters: "We have no other choice left."') == Speaker(
        "The mayor", "told", "quoted"
    )


def test_a_pronoun_stands_for_whoever_spoke_last() -> None:
    before = "Premier Li Qiang opened the fair on Saturday. The hall was full."
    assert speaking("He said that rules were needed.", before) == Speaker("Premier Li Qiang", "said")
    critics = "Critics doubt that the body would be neutral. The talks go on."
    assert speaking("They warn that the host would set the agenda.", critics) == Speaker("Critics", "warn")
    assert speaking("He said that rules were needed.") == Speaker("He", "said")


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    before = "The pumps held, engineer Ada Moor said."
    assert speaking('"They did what they were built to do."', before) == Speaker("engineer Ada Moor", "said", "quoted")


def test_the_writer_of_an_opinion_judges_and_the_reporter_does_not() -> None:
    text = "Unfortunately the council has missed its best chance."
    assert speaking(text, kind="opinion", author="Orla Finch") == Speaker("Orla Finch", None, "author")
    assert speaking(text, kind="analysis") == Speaker("the author", None, "author")
    assert speaking(text, kind="news") is None
    assert speaking("The council met on Monday.", kind="opinion") is None
    assert speaking("Under the Act operators must keep records.", kind="analysis") is None


def test_an_official_text_about_itself_is_nobodys_opinion() -> None:
    text = "The report says that five ferries failed."
    assert speaking(text) == Speaker("The report", "says")
    assert speaking(text, kind="official") is None


def test_what_is_theirs_ends_where_the_sentence_turns() -> None:
    text = "The union says the quay is unsafe, but the port has reopened it."
    (report,) = reports(text)
    assert report.words_said(text) == "the quay is unsafe"


def test_each_of_two_speakers_has_their_own_words() -> None:
    text = "Orla Finch said the fund was empty, while Ilse Brand denied that money was missing."
    first, second = reports(text)
    assert (first.speaker, second.speaker) == ("Orla Finch", "Ilse Brand")
    assert "empty" in first.words_said(text)
    assert "missing" not in first.words_said(text)
    assert second.stance == ("deny",)


@pytest.mark.parametrize(
    ("speaker", "source", "words"),
    [
        (
            Speaker("Premier Li Qiang", "said"),
            "Example News",
            "according to Premier Li Qiang, as reported by Example News",
        ),
        (Speaker("The ministry", "said"), "Example News", "according to the ministry, as reported by Example News"),
        (Speaker("Critics", "warn"), None, "according to critics"),
        (Speaker("Ada Moor", "said", "quoted"), "The Tide", "according to Ada Moor, as quoted by The Tide"),
        (Speaker("the author", None, "author"), "The Tide", "in the view of the author, writing in The Tide"),
        (Speaker("He", "said"), "The Tide", "according to a speaker whom The Tide does not name here"),
    ],
)
def test_speakers_are_put_in_words_for_people(speaker: Speaker, source: str | None, words: str) -> None:
    assert as_words(speaker, source) == words
