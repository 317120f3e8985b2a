"""Names: any of a thing's names will do, a name that nobody cited will not."""

import pytest

from rag.records.answers import Speaker
from rag.records.source import Source
from rag.records.verdict import Verdict
from rag.verify.guards.names import Names

FAIR = [
    ("Henrik Dalgaard said no.", "Dalgaard said no."),
    ("The European Union agreed.", "The EU agreed."),
    ("The U.S. agreed.", "The United States agreed."),
    ("China objected.", "Chinese officials objected."),
    ("Washington objected to the plan.", "The United States objected to the plan."),
    ("The European Commission replied.", "The Commission replied."),
    ("The World Harbour Forum met.", "The WHF met."),
    ("The WHF met.", "The World Harbour Forum met."),
    ("Nvidia's chips were held back.", "The chips of Nvidia were held back."),
    ("It was signed in Vilnius, the capital of Lithuania.", "It was signed in the Lithuanian capital."),
    ("Companies must register.", "Firms must register."),
    ("The treaty binds states.", "States are bound by the Treaty."),
]
WRONG = [
    ("Google signed the pledge.", "Meta signed the pledge.", "Meta"),
    ("The OECD revised it.", "The OSCE revised it.", "OSCE"),
    ("The rules apply in France.", "The rules apply in Germany.", "Germany"),
    ("The Council of Europe drafted it.", "The European Council drafted it.", "European Council"),
    ("North Korea is excluded.", "South Korea is excluded.", "South Korea"),
    ("The foreign ministry published it.", "The commerce ministry published it.", "commerce ministry"),
    ("The meeting was held in China.", "The meeting was held in Beijing.", "Beijing"),
]


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_another_form_of_a_name_stands(text: str, claim: str) -> None:
    assert Names().check(claim, [Source(text)]) is None


@pytest.mark.parametrize(("text", "claim", "shown"), WRONG)
def test_a_name_that_is_not_cited_is_told(text: str, claim: str, shown: str) -> None:
    finding = Names().check(claim, [Source(text)])
    assert finding is not None
    assert finding.verdict in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED)
    assert shown in finding.reason


def test_whom_a_pronoun_means_stands_before_it() -> None:
    source = Source("She asked for a delay.", before="Ines Okafor leads the port authority.")
    assert Names().check("Okafor asked for a delay.", [source]) is None
    assert Names().check("Dalgaard asked for a delay.", [source]) is not None


def test_a_sentence_that_refers_to_nothing_takes_no_name_from_before_it() -> None:
    source = Source("Regulators asked for a delay.", before="Ines Okafor leads the port authority.")
    assert Names().check("Okafor asked for a delay.", [source]) is not None


def test_heading_title_and_speaker_are_known() -> None:
    source = Source("The plan is late.", heading="Rotterdam", title="Ports of Europe", speaker=Speaker("Ines Okafor"))
    assert Names().check("Okafor says that the plan for Rotterdam is late.", [source]) is None


@pytest.mark.parametrize(
    "claim",
    ["Norway sued Iceland over herring.", "Iceland was sued by Norway over herring."],
)
def test_who_did_it_to_whom_matters(claim: str) -> None:
    assert Names().check(claim, [Source("Norway sued Iceland over herring.")]) is None
    finding = Names().check(claim, [Source("Iceland sued Norway over herring.")])
    assert finding is not None
    assert finding.verdict is Verdict.CONTRADICTED
