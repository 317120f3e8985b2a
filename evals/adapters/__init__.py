"""Assistants that can be measured: this project's, and any other behind the same small protocol."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from evals.errors import DataMissing

if TYPE_CHECKING:
    from evals.adapters.protocol import Assistant

PRODUCT = "rag"


def _product(remember: bool) -> Assistant:
    from evals.adapters.product import Product

    return Product(remember=remember)


def _top_passage(remember: bool) -> Assistant:
    from evals.adapters.top_passage import TopPassage

    return TopPassage(remember=remember)


def _citation_query_engine(remember: bool) -> Assistant:
    from evals.adapters.citation_query_engine import CitationEngine

    return CitationEngine(remember=remember)


HERE: Mapping[str, Callable[[bool], Assistant]] = {
    PRODUCT: _product,
    "top-passage": _top_passage,
    "citation-query-engine": _citation_query_engine,
}
"""Those that run in this project's environment, by name."""
RIVALS: Mapping[str, str] = {"haystack-bm25": "haystack_bm25.py"}
"""Those that run in an environment of their own, named with its Python; the file in `evals/rivals/` by name."""


def choose(name: str, *, remember: bool = True) -> Assistant:
    """The assistant of that name, or of `NAME:PYTHON` for one with an environment of its own.

    Args:
        remember: keep vectors between questions, where it works on this project's index.

    Raises:
        DataMissing: there is none of that name, or its Python is not named.
    """
    if name in HERE:
        return HERE[name](remember)
    rival, _, python = name.partition(":")
    if rival not in RIVALS:
        raise DataMissing(f"There is no adapter {rival!r}.", f"Adapters are: {', '.join((*HERE, *RIVALS))}.")
    if not python:
        told = f"The adapter {rival} runs in an environment of its own."
        raise DataMissing(told, f"Name its Python: --adapter {rival}:PATH. evals/README.md says how to make one.")
    from evals.adapters.rival import Rival

    return Rival(rival, RIVALS[rival], python)


def label(name: str) -> str:
    """What is added to the name of a result file, so that no assistant's overwrites another's."""
    return "" if name == PRODUCT else f"-{name.partition(':')[0]}"
