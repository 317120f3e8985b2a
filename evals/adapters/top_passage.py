"""The plainest answer that search alone can give: the best passage, cited whole, whatever the question.

It shows what choosing sentences, declining and checking add to the same search on the same index. It never declines
unless nothing at all is found, and it has no confidence.
"""

from __future__ import annotations

from evals.adapters.product import ANSWERING, WRITING, Product, stretch_of
from evals.adapters.protocol import Cited, Reply, Sentence
from evals.usage import Usage
from index.search import Hit


class TopPassage(Product):
    """Answers with the passage that the product's search ranks first."""

    name = "top-passage"
    unused = ANSWERING | WRITING

    def reply(self, question: str) -> Reply:
        """See `Assistant.reply`. The passage is handed over as one sentence."""
        hits = self.assistant.search(question, k=1)
        sentences = tuple(_sentence(hit) for hit in hits)
        return Reply(sentences, abstained=not sentences, usage=Usage())

    def _chosen_writer(self) -> None:
        """Nothing is written."""


def _sentence(hit: Hit) -> Sentence:
    text = hit.passage.text
    return Sentence(text, (Cited(stretch_of(hit), text, hit.passage.sha256),))
