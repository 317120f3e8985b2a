"""Words for how sure, how far along and how binding something is, by class."""

from __future__ import annotations

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
