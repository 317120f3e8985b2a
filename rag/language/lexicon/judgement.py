"""Words by which a writer judges rather than reports."""

from __future__ import annotations

NORMATIVE = frozenset("should ought must needs deserves".split())

EVALUATIVE = frozenset(
    """
absurd admirable alarming arguably bad-faith bizarre bold brilliant brutal catastrophic cautious clumsy compelling
complacent constructive convincing counterproductive courageous cynical damaging dangerous dangerously deplorable
desirable destructive disappointing disastrous dishonest disturbing doomed encouraging fatal feeble flawed
fledgling foolish fortunately fruitful futile genuinely harmful heroic hollow hopeless hypocritical ill-judged
impressive indefensible indispensable inexcusable ingenious invaluable irresponsible laudable meaningful
meaningless misguided mistaken naive naïve noble obviously odd overdue pointless poor pragmatic problematic
promising prudent rash realistic reckless regrettable regrettably remarkably responsible rightly sad sadly sensible
shameful short-sighted shortsighted shrewd sorely strikingly stubborn stupid superb surely surprising surprisingly
tactful terrible timid tragic tragically troubling truly undeniable undeniably undoubtedly unfair unfortunate
unfortunately unhelpful unjust unjustified unreasonable unsurprisingly unwise useless vague welcome wise wisely
worrying worthwhile wrong wrongly
""".split()
)
"""Adjectives and adverbs of praise and blame, and words that press a judgement on the reader."""

OWN_VOICE = frozenset("i we our us my ours".split())
"""Words by which a writer owns up to a view."""
