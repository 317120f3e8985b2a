"""Wrong passage, right document: of the sentences cited, the share in a gold document but outside the gold evidence.

Pooled over questions. What an eval that stops at "right document" would have let pass. With citation precision and the
share cited from other documents it adds up to 1.
Source: this project.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.spans import Unit


def wrong_passage(cited: Iterable[Unit], gold: Iterable[Unit]) -> Ratio:
    """Sentences of gold documents that were cited and are not gold, over cited sentences, of one question."""
    cited, gold = set(cited), set(gold)
    documents = {document_id for document_id, _ in gold}
    return Ratio(sum(document_id in documents for document_id, _ in cited - gold), len(cited))
