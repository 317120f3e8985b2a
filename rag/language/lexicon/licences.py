"""What a claim may say of certainty, stage and duty, by the classes of words that its source must have for it."""

from __future__ import annotations

from dataclasses import dataclass

OUTRIGHT = frozenset({"as decided", "as begun", "as in force", "as ratified", "as ended", "as established", "as final"})
"""What only a statement made outright can be."""


@dataclass(frozen=True, slots=True)
class Licence:
    """When words of a class may stand in a claim.

    Attributes:
        words: the class of the claim's word, or the words themselves as alternatives.
        by: a source with a word of these classes bears it out.
        against: without those, a source with a word of these classes speaks against it; empty: any source does.
        says: what the claim makes of it, for people.
    """

    words: str
    by: frozenset[str]
    against: frozenset[str]
    says: str


def _row(words: str, by: str, against: str, says: str) -> Licence:
    return Licence(words, frozenset(by.split()), frozenset(against.split()), says)


LICENCES = (
    _row("will", "future expected must pending", "possible conditional proposed intended able voluntary", "as certain"),
    _row("already has_now have_now had_now by_now", "already done now since standing", "", "as done already"),
    _row("(?:has|have|had)_since", "since already", "", "as done since"),
    _row(
        "now_that now_the",
        "now already",
        "proposed conditional possible intended expected pending future open",
        "as settled",
    ),
    _row(
        "under_construction under_way begun",
        "started discussed",
        "proposed conditional possible intended expected pending",
        "as begun",
    ),
    _row(
        "adopt(?:s|ed) approv(?:es|ed)(?!_of) passed(?!_(?:\\w+_){0,2}\\d) enact(?:s|ed) finali[sz]ed ratified decided agreed established granted "
        "created introduced completed",
        "adopted in_force done signed ratified started",
        "proposed pending conditional possible intended expected voluntary future denying",
        "as decided",
    ),
    _row(
        "opened launched inaugurated founded set_up",
        "started adopted in_force",
        "proposed conditional possible intended expected pending",
        "as begun",
    ),
    _row(
        "in_force into_force into_effect in_effect takes?_effect took_effect taken_effect became_law is_law",
        "in_force",
        "proposed pending conditional possible intended expected voluntary signed adopted denying",
        "as in force",
    ),
    _row("ratif(?:y|ies|ied|ication|ications)", "ratified", "signed adopted proposed pending", "as ratified"),
    _row(
        "must mandatory compulsory obliged obliges oblige obligatory obligations? requires? required requirement binding "
        "legally_binding ha(?:s|ve)_to bound_to",
        "must",
        "voluntary possible able",
        "as a duty",
    ),
    _row(
        "voluntar(?:y|ily) non-?binding optional recommended recommends? encouraged invited (?-i:may)_choose if_they_wish "
        "if_(?:she|he|it)_wishes (?-i:should)",
        "voluntary possible able expected conditional",
        "must",
        "as voluntary",
    ),
    _row(
        "propos(?:e|es|ed|al|als|ing) draft drafts under_(?:discussion|negotiation|consideration) "
        "being_(?:discussed|negotiated|considered|drafted)",
        "proposed pending conditional intended discussed drafted",
        "",
        "as a proposal",
    ),
    _row(
        "tentative tentatively provisional provisionally",
        "proposed pending conditional trial possible",
        "",
        "as tentative",
    ),
    _row(
        "(?:expected|set|scheduled|slated)_to due_to_(?:be|take|go|come|start|begin|open|end|close|meet|vote|decide|rule|expire|run|pay|sign) "
        r"(?<!more\x20)(?<!less\x20)likely_to planned plans_to planning_to promised pledged",
        "expected future conditional proposed intended possible pending",
        "",
        "as still to come",
    ),
    _row(
        "not_yet (?:has|have|had)_yet_to yet_to still_waiting awaiting still_(?:being|under|before|a_draft|not|to|debating|"
        "discussing|negotiating|considering)",
        "pending denying proposed future expected conditional possible standing",
        "",
        "as still to come",
    ),
    _row(
        "(?-i:may) might could possibly perhaps",
        "possible able conditional expected voluntary intended proposed denying open may told",
        "",
        "as a possibility",
    ),
    _row(
        "prov(?:es|ed|en) confirm(?:s|ed) demonstrat(?:es|ed) definitely undoubtedly certainly guaranteed? has_been_shown",
        "proven",
        "possible expected conditional intended proposed pending voluntary",
        "as established",
    ),
    _row(
        "certainly certain_(?:to|that) (?:is|are|was|were|be|been|as)_(?:now_)?certain sure_to definitely undoubtedly guaranteed",
        "proven",
        "possible expected conditional intended proposed pending",
        "as certain",
    ),
    _row(
        "still_(?:being_)?(?:negotiated|discussed|debated|considered|drafted) still_under_\\w+ under_(?:negotiation|discussion)",
        "discussed pending",
        "adopted signed ratified in_force done",
        "as still discussed",
    ),
    _row(
        "persuad(?:es|ed) convinc(?:es|ed) succeed(?:s|ed)_in manag(?:es|ed)_to ensur(?:es|ed)_(?:that|it|they|\\w+_will) "
        "(?:secured|won|obtained)_(?:an_|a_|the_)?(?:agreement|promise|commitment|consent|approval|assurance)s?",
        "achieved adopted done signed started in_force already",
        "intended proposed voluntary possible conditional pending",
        "as achieved",
    ),
    _row(
        r"(?<!proposed\x20)(?<!draft\x20)(?<!planned\x20)(?<!by\x20)(?<!of\x20)laws?(?!_(?:would|could|might|may|firm|school|professor|court)\b)",
        "legal",
        "proposed",
        "as law",
    ),
    _row("permanent permanently final definitive definitively", "lasting", "trial proposed pending", "as final"),
    _row(
        "repealed rescinded revoked withdrawn abolished scrapped superseded no_longer",
        "ended denying",
        "proposed pending possible in_force adopted conditional",
        "as ended",
    ),
)
"""What a claim may say of certainty, stage and duty, in the order in which it is looked for."""
