"""Words at the borders of a noun phrase: prepositions, determiners, times, and those that no noun phrase goes on beyond."""

from __future__ import annotations

import re

PREPOSITIONS = frozenset(
    "in on at by since after before during under from among within with without for despite amid until unlike besides "
    "beyond throughout following of to against about around near over across behind between through as inside outside".split()
)
STOPS = frozenset(
    "that while although though because when where which if whether since whereas than but or nor so yet unless once "
    "how why what then until as after before is are was were be been has have had will would may might could should must "
    "did does do can not".split()
)
TIME = re.compile(
    r"(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|"
    r"july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|\d[\d.,-]*(?:st|nd|rd|th)?|week|month|year|day|"
    r"morning|evening|afternoon|night|earlier|later|today|yesterday|tomorrow|last|this|next|same|that|late|early|the|weeks|"
    r"months|years|days|ago|week's|time|spring|summer|autumn|winter|end|mid|time|and|to|of|previous|following)$"
)
DETERMINERS = frozenset(
    "the a an some many most several few both all its his her their our other another certain various one two three four "
    "five six seven eight nine ten more no each every any these those this that".split()
)
