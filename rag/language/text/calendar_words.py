"""Words of the calendar: months, weekdays, and parts of a year with the months that they span."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {name: i for i, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
# The months that a part of a year can mean; people draw the lines of "early" and "late" loosely.
PARTS = {
    "early": (1, 5), "beginning": (1, 3), "start": (1, 3), "mid": (4, 9), "middle": (4, 9), "late": (8, 12), "end": (9, 12), "later": (4, 12),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
    "last quarter": (10, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "first half": (1, 6), "second half": (7, 12),
    "h1": (1, 6), "h2": (7, 12), "spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (1, 12),
}  # fmt: skip
# The days of a month that a part of it can mean.
DAYS = {
    "early": (1, 12), "beginning": (1, 7), "start": (1, 7), "mid": (8, 23), "middle": (8, 23), "late": (18, 31), "end": (22, 31),
    "first week": (1, 7), "second week": (8, 14), "third week": (15, 21), "fourth week": (22, 28), "last week": (22, 31),
    "first days": (1, 7), "last days": (24, 31), "first fortnight": (1, 14), "second fortnight": (15, 28), "last fortnight": (17, 31),
    "turn": (1, 5), "first half": (1, 16), "second half": (14, 31),
}  # fmt: skip
# Words for the same stretch of a year or month, of which nobody says where exactly it ends.
LOOSE = (
    frozenset({"early", "beginning", "start", "first quarter", "first week", "first days", "turn"}),
    frozenset({"mid", "middle", "summer"}),
    frozenset({"late", "end", "later", "last quarter", "fourth quarter", "last week", "last days"}),
)
EVENTS = frozenset(
    "thanksgiving christmas easter ramadan eid passover hanukkah diwali lent advent pentecost whitsun halloween epiphany ascension "
    "xmas boxing valentine valentines juneteenth midsummer".split()
)
