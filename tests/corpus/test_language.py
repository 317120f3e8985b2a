import pytest

from corpus.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The ministers agreed on a shared list of tests that every large model should pass before it is sold.",
            "en",
        ),
        (
            "Der Rat hat den Vorschlag der Kommission angenommen und die Mitgliedstaaten aufgefordert, ihn umzusetzen.",
            "de",
        ),
        (
            "中国提出建立世界人工智能合作组织的倡议，总部初步考虑设在上海。中国政府指出，人工智能治理需要国际合作，"
            "各国应当加强对话。",
            "zh",
        ),
    ],
)
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize("text", ["", "Short.", "1234 5678 " * 50, "xkcd qwrt " * 3])
def test_in_doubt_there_is_no_answer(text: str) -> None:
    assert detect(text) is None
