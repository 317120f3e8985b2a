"""A view is somebody's without a verb of saying, and a country speaks by several names."""

from __future__ import annotations

import pytest

from rag.speaking.governments import governed
from rag.speaking.viewpoints import is_viewpoint


@pytest.mark.parametrize(
    "claim",
    [
        "To Ida Falk, who chairs the league, ten beds are a start.",
        "For Maas, the harvest was lost.",
        "The gardeners would rather wait.",
        "By her own account, the well was dry.",
    ],
)
def test_a_view_is_given_to_somebody(claim: str) -> None:
    assert is_viewpoint(claim)


def test_a_plain_statement_is_nobody_s_view() -> None:
    assert not is_viewpoint("The harvest was lost to the frost.")


def test_a_capital_stands_for_its_country() -> None:
    assert governed(["tokyo"]) == governed(["japan"]) == governed(["japanese"])
    assert not governed(["falk"])
