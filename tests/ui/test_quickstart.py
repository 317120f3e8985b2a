"""The notebook runs as it is, and its answers show themselves."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(str(files("ui") / "quickstart.ipynb"))


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    where = tmp_path_factory.mktemp("elsewhere")  # it may not depend on the folder it is started in
    return list(NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(where)}}).execute().cells)


def shown(cells: list[Any], source: str, mime: str) -> str:
    """What the cell that holds `source` shows last, in one form."""
    cell = next(cell for cell in cells if cell.cell_type == "code" and source in cell.source)
    return str(next(o for o in reversed(cell.outputs) if "data" in o).data[mime])


def test_an_answer_shows_itself_with_footnotes(cells: list[Any]) -> None:
    page = shown(cells, "How many countries", "text/html")
    assert "<strong>28</strong>" in re.sub(r" countries(?=</strong>)", "", page)
    assert ">[1]</sup>" in page
    assert "<li>“" in page
    assert "[1] “" in shown(cells, "How many countries", "text/plain")


def test_an_abstention_says_so(cells: list[Any]) -> None:
    assert re.search(r"This collection (?:does|may) not answer that\.", shown(cells, "football", "text/html"))


def test_the_default_index_answers(cells: list[Any]) -> None:
    assert "Paris" in shown(cells, "from rag import answer", "text/html")


def test_every_citation_is_proven(cells: list[Any]) -> None:
    printed = next(cell.outputs[0].text for cell in cells if "same_words" in cell.source)
    assert printed.count(": True\n") == printed.count("[") > 0


def printed(cells: list[Any], source: str) -> str:
    """What the cell that holds `source` prints."""
    cell = next(cell for cell in cells if cell.cell_type == "code" and source in cell.source)
    return "".join(output.text for output in cell.outputs if output.output_type == "stream")


def test_every_sentence_has_a_verdict_and_a_speaker(cells: list[Any]) -> None:
    lines = printed(cells, "sentence.citations[0].speaker").splitlines()
    assert lines[0].startswith("supported (verbatim): ")
    assert all("Speaker: " in line for line in lines[1::2])


def test_what_a_writer_invents_is_removed(cells: list[Any]) -> None:
    assert printed(cells, "class Example").startswith("removed, unsupported: Its secretariat cost 1.1 billion dollars")
    answer = shown(cells, "class Example", "text/plain")
    assert "28" in answer
    assert "1.1 billion" not in answer
    assert "1 sentence did not stand the checks" in answer


def test_the_stored_notebook_holds_no_outputs() -> None:
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
