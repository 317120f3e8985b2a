"""Attribution kept: of the answer sentences that cite the gold evidence of somebody's statement, the share that name that speaker.

For questions whose case names a `speaker`. A sentence names them in its own words, or in what a citation of the gold evidence
says about who is speaking there. Names are compared by their parts; `evals/speakers.py` says how. Pooled over questions; where
no sentence cites the gold evidence there is nothing to attribute, and recall tells.
Source: this project; the error is the one that arXiv 2509.25498 finds most often, attributed opinion turned into fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evals.measures.ratio import Ratio
from evals.speakers import names, same


@dataclass(frozen=True, slots=True)
class Attributed:
    """A sentence that cites gold evidence, and who speaks in that evidence, as its citations say."""

    text: str
    speakers: tuple[str, ...] = ()


def attribution_kept(speaker: str, sentences: Iterable[Attributed]) -> Ratio:
    """Sentences that name the speaker over sentences, of one answer."""
    kept = [names(one.text, speaker) or any(same(said, speaker) for said in one.speakers) for one in sentences]
    return Ratio(sum(kept), len(kept))
