"""When a text names a speaker: what must match, and what must not."""

import pytest

from evals.speakers import names, same


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Schaake called it thin.", "Marietje Schaake"),
        ("MARIETJE SCHAAKE’S view", "Marietje Schaake"),
        ("In Müller's view it is thin.", "Anna Muller"),
        ("von der Leyen said so.", "President Ursula von der Leyen"),
        ("the Commission’s proposal", "the European Commission"),
        ("China's Foreign Ministry said so.", "Ministry of Foreign Affairs"),
        ("NIST says so.", "National Institute of Standards and Technology"),
        ("The U.S. says so.", "United States; US"),
        ("Some industry groups object.", "industry groups"),
        ("Premier Li said so.", "Li Qiang; Premier Li"),
        ("Li Qiang said so.", "Premier Li Qiang"),
        ("The Premier said so.", "the Premier"),
    ],
)
def test_a_text_that_names_the_speaker(text, speaker):
    assert names(text, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The European Parliament says so.", "European Commission"),
        ("Marietje called it thin.", "Marietje Schaake"),
        ("The Ministry of Commerce says so.", "Ministry of Foreign Affairs"),
        ("Studies of strategy show it.", "Center for Strategic and International Studies"),
        ("The white house by the river", "White House"),
        ("He called it thin.", "Marietje Schaake"),
        ("The US says so.", "Ursula Schmidt"),
        ("The text is thin.", "Premier Li Qiang"),
        ("The text is thin.", " ; "),
        ("", "Marietje Schaake"),
    ],
)
def test_a_text_that_does_not(text, speaker):
    assert not names(text, speaker)


def test_a_name_may_also_be_a_part_of_the_speakers():
    """What a citation says of its speaker is a name and nothing else: "Premier Li" cannot be many."""
    assert same("Premier Li", "Li Qiang") and same("Li Qiang", "Li Qiang") and same("Schaake", "Marietje Schaake")
    assert not same("European Parliament", "European Commission")
    assert not same("the author", "Marietje Schaake") and not same("", "Marietje Schaake")
