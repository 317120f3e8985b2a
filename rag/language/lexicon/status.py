"""Words for how sure, how far along and how binding something is, by class, and which classes may stand for which."""

from __future__ import annotations

from dataclasses import dataclass

from rag.language.lexicon.marking import Marker

CLASSES = {
    "possible": "(?-i:may) might could possibl* possibilit* perhaps potential* conceivabl* chance likely unlikely probabl* "
    "arguabl*",
    "open": "risk* if unless whether in_case provided_that threat* question* up_to depend* when fear* hope* doubt* warn* ask*",
    "able": "quotas? capacity can able ability allow* permit* lets? letting free_to eligible authoris* authoriz* empower* power_to discretion "
    "enabl* option* opportunit* entitl* right_to is_open are_open unable cannot",
    "expected": "by_20\\d\\d estimat* puts?_(?:\\w+_){1,7}?at expect* anticipat* presum* foreseen forecast* predict* (?<!fell\\x20)(?<!fallen\\x20)due scheduled upcoming forthcoming "
    "projected in_prospect slated set_to",
    "future": "will shall going_to is_to are_to won't be_to from_20\\d\\d",
    "conditional": "would was_to were_to 'd",
    "intended": "aim* intend* intention* seek* sought wants? wanted meant_to designed_to willing ready_to goal* objective* "
    "purpose target* ambition* vision prepar* in_order_to working_on wish* keen promis* pledg* commit(?:s|ted|ting|ments?)? vow* try tries trying "
    "attempt* push* effort* request* petition* lobb* implor* beg(?:s|ged)? press(?:es|ed)_for propos* plans? planned planning strive* asks? asked (?:call|calls|called|calling)_(?:for|on) urg* want",
    "proposed": "propos* drafts? drafting tentativ* provisional* bill preliminary under_(?:discussion|negotiation|consideration|review) "
    "being_(?:discussed|negotiated|considered|drafted|prepared) considering put_forward floated mooted envisag* "
    "suggest* planned plans? planning blueprint idea first_thought concept consultation exploring",
    "drafted": "drafted drew_up drawn_up draws_up offer* recommend* tabl(?:es|ed) put_forward puts_forward submit* pitch* sketch* outlin* ask* call(?:s|ed)_for",
    "discussed": "discuss* debat* negotiat* consider* consult* talks deliberat*",
    "pending": "not_yet yet_to still_to pending await* waiting still_not until unfinished outstanding remains?_to incomplete "
    "unresolved unsettled still_(?:before|under|a_draft|open|required|needed|\\w+ing|ha(?:s|ve|d)_to) remains?_(?:to|open|pending|outstanding|undecided|unsettled|unclear|uncertain|unproven|under) has_yet have_yet had_yet",
    "adopted": "vote* adopt* approv* passed passes passage enact* finali[sz]ed agreed agrees decided decides endors* "
    "promulgat* ratif* established establishes set_up created creates founded introduced introduces authorised authorized "
    "granted concluded settled issued issues accepted",
    "in_force": "in_force into_force into_effect in_effect tak(?:e|es|en|ing)_effect took_effect effective appl(?:y|ies|ied|ying) "
    "applicable operational became_law is_law now_law existing",
    "started": "launch* opens? opened opening inaugurat* founded under_way under_construction building began begun begins started starts starting set_up",
    "done": "done completed completes finished achieved accomplished published released delivered "
    "implemented carried_out put_in_place built closed",
    "achieved": "persuad* convinc* succe* manag* ensur* secur* won wins win obtain* get gets got agree* guarantee* achiev* make_sure",
    "legal": "law* act acts legislat* legal* statut* code codes regulation* regulat* rules? bills? ordinance* decree* directive* order*",
    "signed": "sign(?:s|ed|ing)? signature* signator*",
    "ratified": "ratif*",
    "ended": "repeal* rescind* revok* withdr[ae]w* abolish* scrap* dropped drops drop lapsed expired supersed* replac* remov* "
    "gone no_longer cancel* suspend* disappear* delet* ceas* overturn* struck end(?:s|ed)? lift* lost spared undone "
    "discontinu* phas* kept_out abandon* eliminat*",
    "voluntary": "voluntar* non-?binding not_binding no_legal* recommend* guidance guideline* invit* encourag* should ought advis* "
    "optional if_(?:they|she|he|it)_wish* pledg* promis* undertak* asks? asked call(?:s|ed)_(?:for|on) urg* request* suggest* soft "
    "commit(?:s|ted|ting|ments?)? principle* opt",
    "must": "ha(?:s|ve|d)_(?:\\w+_)?(?:\\w+|\\d+)_(?:hours?|days?|weeks?|months?|years?)_(?:in_which_)?to ha(?:s|ve|d)_until must commit(?:s|ted|ting)_(?:\\w+_){1,4}?to requir* mandator* compulsor* oblig* bound bound_to binding bind(?:s|ing)? shall ha(?:s|ve|d|ving)_to "
    "need(?:s|ed)? dut(?:y|ies) demand* insist* prescrib* forc(?:e|es|ed|ing)_\\w+_to compel* prohibit* "
    "ban(?:s|ned|ning)? only_(?:in|with|if|by|after|on|when|for|to|where) forb[ia]d* may_not cannot not_be impos* stipulat* mandat* uphold* law in_force",
    "told": "provided condition* subject_to liable instruct* told tells? direct(?:s|ed) has_\\d+_days comply compliance "
    "responsib* necessar* ordered is_to are_to need*",
    "already": "already has_now have_now had_now by_now",
    "proven": "prov(?:e|es|ed|en) proof confirm* demonstrat* definite* certain(?:ly|ty)? undoubt* guarantee* indisputabl* "
    "unquestionabl* beyond_doubt shown_(?:to|that) establish(?:es|ed)_that conclusive*",
    "trial": "trial* interim temporar* pilot* provisional experimental preliminary draft*",
    "lasting": "permanent* definitive* final",
    "denying": "no not none never neither nor without nobody nothing cannot n't \\w+n't absent absence lack* missing "
    "fail* unable refus* omit*",
    "now": "now",
    "standing": "still remain* existing earlier previous* so_far (?:has|have|had|was|were)_\\w+ed",
    "may": "(?-i:may) can could might would free_to option* discretion entitl* choos* wish*",
    "since": "since later afterwards then",
}
"""Alternatives by class; `_` stands for a blank and `*` for any ending."""

STATUS = Marker(CLASSES)

WEAK = frozenset("possible able expected conditional intended proposed pending voluntary".split())
"""Classes of what is not, or not yet, so."""

UNREAL = (WEAK - {"able"}) | {"future", "must", "denying"}
"""Classes of what is not said to be so."""
ABLE = frozenset({"able", "may", "open", "told", "possible"})
"""Classes that may stand for one another where something is allowed."""
TO_COME = frozenset({"expected", "future", "conditional", "pending", "intended", "proposed"})
"""Classes of what is still to come."""
OUTRIGHT = frozenset({"as decided", "as begun", "as in force", "as ratified", "as ended", "as established", "as final"})
"""What only a statement made outright can be."""

MODALS = frozenset(
    "may might could would should will must tentatively provisionally possibly perhaps meant_to aims aim intends pledged promised "
    "asks asked".split()
)
"""Words that say of a verb that it is not, or not yet, so."""
UNSURE = MODALS | frozenset(
    "expects expect expected plans plan planned proposes propose proposing considering demanded hopes wants ready if unless "
    "provided_that goal aim pledge pledges promise promises draft intends intend seeks due call called".split()
)
"""Words that something cannot have which has happened."""


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
