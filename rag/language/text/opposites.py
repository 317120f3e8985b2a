"""Words of opposite meaning in matters of policy: each row has two poles, each pole the words that say the same."""

from __future__ import annotations

import re
from functools import lru_cache

from index.words import stem
from rag.language.text.tokens import normal

_POLARITY = """
allow permit authorise enable legalise | ban prohibit forbid outlaw bar block disallow bans prohibition moratorium refuse deny
accept approve endorse welcome adopt embrace back support favour agree praise applaud sponsor propose backing hail pleased glad | reject refuse decline oppose dismiss condemn criticise rebuff veto object objection disapprove spurn deplore regret disappointed denounce
support back favour champion propose sponsor advocate | oppose against resist fight object criticise
legal legally | illegal unlawful unlawfully
approve approval approved clear cleared clearance | reject refuse deny disapprove veto
join enter accede sign adhere | leave quit withdraw exit abandon
increase rise raise grow expand widen extend strengthen boost climb higher larger gain surge multiply tighten intensify | decrease fall reduce lower cut shrink narrow decline weaken drop smaller lessen diminish relax loosen ease slash curb
stay remain continue persist | cease discontinue lapse
win gain victory | lose defeat loss
start begin commence launch open initiate resume enter | end stop cease terminate halt close finish conclude suspend expire
add create introduce establish insert | remove delete drop scrap abolish strike eliminate repeal revoke rescind withdraw disappear cancel dissolve
keep retain retained maintain preserve remain uphold continue | drop scrap abolish remove abandon discard repeal revoke rescind disappear gone discontinue replace
mandatory compulsory obligatory binding required oblige require | voluntary optional non-binding nonbinding discretionary
binding | non-binding nonbinding voluntary unenforceable
include cover covered contain included encompass | exclude exempt exclusion exemption omit
impose introduce reinstate | lift waive suspend
accelerate hasten speed bring advance | delay postpone slow defer pause stall postponement delayed
public open published | private secret closed confidential classified
open | closed proprietary
confirm admit acknowledge concede affirm | deny dispute reject rebut refute
succeed success successful manage achieve | fail failure unsuccessful
comply obey observe follow respect honour meet | breach violate break infringe flout ignore disregard defy
agree consensus agreement united unanimous | disagree dispute disagreement split divide divided
centralised centralise | decentralised decentralise
domestic internal national | foreign external international abroad overseas
import | export
buy purchase acquire | sell
easy easily simple simpler | difficult hard hardly complex
strong strict strictest stricter tough tighter heavy heaviest heavier rigid | weak lax looser loose lenient light lightest lighter soft gentle gentler mild
safe safer secure | unsafe dangerous risky insecure hazardous
benefit advantage help beneficial | harm damage hurt harmful hinder
trust confidence confident certain sure optimistic hopeful | distrust doubt question sceptical skeptical uncertain doubtful pessimistic worried
permanent permanently indefinite | temporary temporarily interim provisional
explicit explicitly | implicit implicitly
direct directly | indirect indirectly
rich wealthy developed | poor developing
friend ally partner | rival enemy adversary opponent
peaceful civilian | military
central centralized | local regional
present attend attended presence | absent absence boycott skip
presence present attached | absent absence lacking
same identical uniform equal | different differing distinct unequal graduated varied
possible feasible able | impossible infeasible unable
transparent transparency | opaque secretive opacity
positive | negative
ease relax loosen soften | tighten toughen harden
encourage urge promote foster | discourage deter hinder impede
warn caution | reassure
cooperate cooperation collaborate collaboration | compete competition rivalry confront confrontation
independent independently autonomous | dependent subordinate
responsible liable | immune
granted grant give gave | denied deny refuse withhold
proceed ahead continue | halt stop
resemble similar similarity alike echo match | contrast differ difference unlike
ahead lead leading outperform | behind lag trail trailing
"""

_DEGREE = """
more greater higher larger bigger longer faster stronger wider increase rise grow | less fewer lower smaller shorter slower weaker narrower decrease fall decline
largest biggest greatest highest longest strongest fastest heaviest | smallest least lowest shortest weakest slowest lightest
upper ceiling maximum top highest most | lower floor minimum bottom lowest least
best better | worst worse
first initial initially | last final finally
before precede preceding prior earlier beforehand ahead | after afterwards subsequent later thereafter
early earliest earlier sooner | late latest later
majority most many | minority few hardly scarcely barely
frequent frequently often | rare rarely seldom
near nearer closer | far farther further
rich richer | poor poorer
cheap cheaper | costly costlier expensive dear
young younger youngest | old older oldest
"""
# The rows from this one on compare; those before it affirm and deny.
FIRST_DEGREE_ROW = len(_POLARITY.strip().splitlines())


_PREFIXES = ("un", "non", "in", "im", "ir", "il", "dis")
DENYING_PREFIX = re.compile(
    r"^non[a-z]{3,}|^un(?!der|ion|it|til|less|iv|iq|if|ear)[a-z]{3,}"
    r"|^(?:in|im|ir|il)(?:[a-z]{3,}[ai]ble|adequate|sufficient|complete|consistent|effective|accurate|secure|active|formal|eligible|"
    r"correct|appropriate|direct|valid|legal|legitimate|regular|relevant|proper|mature|perfect)(?:ly)?$"
    r"|^dis(?:approv|agree|allow|regard|satisf|trust|qualif|honest|favor|like|advantage|prove|continu|appear|appoint|incentiv)\w*"
)


@lru_cache(maxsize=1)
def _poles() -> dict[str, tuple[tuple[int, int], ...]]:
    """Stem -> the rows and poles (0 or 1) in which it stands."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for row, line in enumerate((_POLARITY.strip() + _DEGREE.rstrip()).splitlines()):
        for pole, words in enumerate(line.split("|")):
            for word in words.split():
                key = stem(normal(word))
                found[key] = (*found.get(key, ()), (row, pole))
    return found


def poles(word_stem: str) -> tuple[tuple[int, int], ...]:
    """The rows of opposites in which a stem stands, each with its pole."""
    return _poles().get(word_stem, ())


@lru_cache(maxsize=50_000)
def opposite_rows(one: str, other: str) -> frozenset[int]:
    """The rows in which two stems stand at opposite poles; none where they share a pole anywhere."""
    ours, theirs = set(poles(one)), set(poles(other))
    if ours & theirs:
        return frozenset()
    return frozenset(row for row, pole in ours if (row, 1 - pole) in theirs)


def are_opposite(one: str, other: str) -> bool:
    """Whether two stems stand at opposite poles of a row and at no common pole."""
    return bool(opposite_rows(one, other))


def unprefixed(word: str) -> tuple[str, ...]:
    """What may be left of a word without a prefix that denies."""
    return tuple(word.removeprefix(p) for p in _PREFIXES if word.startswith(p) and len(word) >= len(p) + 4)


def is_negated_form(one: str, other: str) -> bool:
    """Whether one word is the other with a prefix that denies: "unfair", "non-binding", "disapprove"."""
    return (other in unprefixed(one) and bool(DENYING_PREFIX.search(one))) or (
        one in unprefixed(other) and bool(DENYING_PREFIX.search(other))
    )


def are_alike(one: str, other: str) -> bool:
    """Whether two stems are the same or stand at the same pole of a row."""
    return one == other or bool(set(poles(one)) & set(poles(other)))
