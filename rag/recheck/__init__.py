"""Whether an answer from another day still holds."""

from rag.recheck.answer import Recheck, Standing, State, recheck

__all__ = ["Recheck", "Standing", "State", "recheck"]
