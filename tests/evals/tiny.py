"""A tiny suite and an assistant that says what it is told: for tests that need both."""

from collections.abc import Mapping

from corpus.document import Document
from corpus.errors import RagError
from evals.adapters.protocol import Cited, Found, Reply, Sentence
from evals.cases import Question, Suite
from evals.spans import Stretch

MILL = "The mill was built in 1801. It burned down twice. It stands by a river."
BRIDGE = "The bridge was opened in 1822. It has three arches."
DOCUMENTS = {"mill": Document("mill", MILL), "bridge": Document("bridge", BRIDGE)}


def stretch(document_id: str, quote: str) -> Stretch:
    start = DOCUMENTS[document_id].text.index(quote)
    return Stretch(document_id, start, start + len(quote))


BUILT = stretch("mill", "The mill was built in 1801.")
BURNED = stretch("mill", "It burned down twice.")
ARCHES = stretch("bridge", "It has three arches.")

QUESTIONS = (
    Question("built", "When was the mill built?", True, ("mill",), (BUILT,), ("1801",)),
    Question("arches", "How many arches?", True, ("bridge",), (ARCHES,), ("three",)),
    Question("owner", "Who owned the mill?", False, ("mill",)),
)
SUITE = Suite("tiny", "none", DOCUMENTS, QUESTIONS)


def cited(where: Stretch, quote: str | None = None) -> Cited:
    text = DOCUMENTS[where.document_id].text[where.start : where.end]
    return Cited(where, text if quote is None else quote, DOCUMENTS[where.document_id].sha256)


def reply(*citations: Cited, confidence: float = 0.9) -> Reply:
    sentences = tuple(Sentence(citation.quote, (citation,)) for citation in citations)
    return Reply(sentences, not citations, confidence, timings={"compose": 2.0})


class Scripted:
    """Answers from a table; a question that is not in it ends in an error."""

    name = "scripted"
    concurrent = True

    def __init__(self, replies: Mapping[str, Reply], rankings: Mapping[str, tuple[str, ...]]) -> None:
        self._replies = replies
        self._rankings = rankings

    def prepare(self, suite, folder):
        return {"documents": len(suite.documents)}

    def find(self, question, depth):
        return Found({"search": self._rankings.get(question, ())[:depth]}, 0.5)

    def reply(self, question):
        if question not in self._replies:
            raise RagError("It broke.", "Mend it.")
        return self._replies[question]

    def settings(self):
        return {"model": "none", "index": "/somewhere/on/this/machine/index"}

    def close(self):
        pass
