"""The guards, one kind of error each, the cheapest first."""

from __future__ import annotations

from rag.records.source import Guard
from rag.verify.guards.attribution import Attribution
from rag.verify.guards.comparison import Comparison
from rag.verify.guards.dates import Dates
from rag.verify.guards.modality import Modality
from rag.verify.guards.names import Names
from rag.verify.guards.negation import Negation
from rag.verify.guards.numbers import Numbers
from rag.verify.guards.quotation import Quotation
from rag.verify.guards.scope import Scope

GUARDS: tuple[Guard, ...] = (
    Quotation(),
    Scope(),
    Comparison(),
    Names(),
    Negation(),
    Attribution(),
    Dates(),
    Modality(),
    Numbers(),
)
