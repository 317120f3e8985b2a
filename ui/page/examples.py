"""The questions offered on a first visit, each with the sample document that answers it.

In another collection none of these documents exists, so none of the questions is offered.
"""

from __future__ import annotations

from collections.abc import Iterable

EXAMPLES = (
    ("Where is the World AI Cooperation Organization to have its seat?", "shanghai-conference-report-2025.md"),
    ("When do the EU AI Act's rules for high-risk systems apply?", "eu-ai-act-timeline.html"),
    ("Is Executive Order 14110 still in force?", "us-policy-turn-2025.md"),
    ("What do critics say about the World AI Cooperation Organization?", "cooperation-organization-arguments.md"),
    ("Which countries did not sign the Paris statement?", "summits-bletchley-seoul-paris.html"),
)

SAMPLE, OTHER = "AI governance, sample collection", "Documents"


def default_name(document_ids: Iterable[str]) -> str:
    """What to call a collection that nobody named."""
    return SAMPLE if {document_id for _, document_id in EXAMPLES} <= set(document_ids) else OTHER
