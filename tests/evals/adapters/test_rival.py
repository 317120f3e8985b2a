"""Another assistant as a program: what is asked of it, and what becomes of a program that fails. No package is needed."""

import sys

import pytest

from evals.adapters.rival import Rival
from evals.errors import RivalFailed
from evals.run import run
from evals.spans import Stretch
from tests.evals.tiny import QUESTIONS, SUITE

pytestmark = pytest.mark.usefixtures("few_resamples")

PROGRAM = """
import json, sys
texts = {}
def prepare(documents):
    texts.update((row["id"], row["text"]) for row in documents)
    return {"made": {"documents": len(texts)}, "settings": {"version": "1"}}
def whole(question):
    return [{"document": i, "start": 0, "end": len(t), "quote": t} for i, t in texts.items() if i in question]
def find(question, depth):
    return {"documents": [row["document"] for row in whole(question)], "passages": whole(question)}
def reply(question):
    if "arches" in question:
        return {"error": "no idea"}
    return {"sentences": [{"text": "Café.", "citations": [row]} for row in whole(question)]}
for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(globals()[asked.pop("do")](**asked)), flush=True)
"""


@pytest.fixture
def rival(tmp_path):
    def made(program):
        path = tmp_path / "program.py"
        path.write_text(program)
        return Rival("other", str(path), sys.executable)

    return made


def test_a_program_is_measured_like_any_assistant(rival, tmp_path):
    assistant = rival(PROGRAM)
    result = run(SUITE, assistant, index=tmp_path, split="all", progress=False)
    assistant.close()
    first, second, third = (outcome for _, outcome in result.asked)
    mill = Stretch("mill", 0, len(SUITE.documents["mill"].text))

    assert result.assistant == {"name": "other", "index": {"documents": 2}, "settings": {"version": "1"}}
    assert first.passages == first.cited == (mill,) and first.rankings == {"search": ("mill",)}
    assert first.inexact == 0 and first.sentences[0].text == "Café."
    assert second.error == "RivalFailed: other could not: no idea"
    assert third.error is None and not third.abstained


def test_a_program_that_breaks_off_is_said_to(rival, tmp_path):
    assistant = rival("import sys; sys.exit(3)")
    with pytest.raises(RivalFailed, match="other broke off"):
        assistant.prepare(SUITE, tmp_path)
    assistant.close()


def test_a_python_that_is_not_there_is_named(tmp_path):
    with pytest.raises(RivalFailed, match="cannot be started"):
        Rival("other", "haystack_bm25.py", str(tmp_path / "python")).prepare(SUITE, tmp_path)


def test_nothing_cited_is_declined(rival, tmp_path):
    assistant = rival(PROGRAM)
    assistant.prepare(SUITE, tmp_path)

    assert assistant.reply("Who painted the ceiling?").abstained
    assert QUESTIONS[0].documents == ("mill",)
    assistant.close()
