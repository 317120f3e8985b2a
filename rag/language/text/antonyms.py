"""Words of opposite meaning: each row has two poles, each pole the base forms of words that say much the same.

A form that stands for itself alone is marked with "=": "=lowers" is the verb, "lower" the comparison.
"""

from __future__ import annotations

AFFIRMED = """
allow permit authorise enable legalise let permission | ban prohibit forbid outlaw bar block disallow prohibition moratorium refuse deny prevent
accept acceptance approve approval consent assent endorse endorsement welcome adopt adoption embrace agree support back favour backing | reject rejection refuse refusal decline oppose dismiss dismissal condemn veto disapprove disapproval spurn turn-down
support back favour champion propose sponsor advocate backing praise applaud hail defend | oppose opposition against resist resistance fight object objection criticise criticism attack denounce
praise applaud hail pleased glad commend celebrate like approve | criticise criticism condemn rebuke deplore regret disappointed denounce lament attack disapprove dislike
propose suggest float put-forward present | dismiss reject preclude
recommend advise urge favour | oppose reject discourage advise-against
confirm uphold affirm sustain renew reaffirm extend | overturn quash revoke rescind repeal annul reverse cancel void invalidate
legal lawful legitimate | illegal unlawful illegitimate
clear cleared clearance approve approval authorise authorisation | reject refuse refusal deny denial veto block
join enter accede sign adhere accession | leave quit withdraw withdrawal exit departure
increase rise raise grow growth expand expansion widen climb surge swell multiply soar jump go-up up | decrease fall reduce reduction =lowers =lowered =lowering cut shrink contract decline drop dwindle diminish plunge slump halve slash curb narrow ease go-down
strengthen toughen tighten intensify reinforce bolster harden stiffen | weaken dilute water-down loosen relax ease soften erode undermine thin
widen broaden extend expand extension | narrow shrink restrict confine curtail
improve improvement better recover recovery gain progress | worsen deteriorate deterioration worse decline setback
stay remain continue persist keep survive | cease discontinue lapse vanish disappear end
win winner victory succeed success triumph | lose loser defeat loss fail failure
gain profit profitable earn surplus | loss lose deficit loss-making unprofitable cost
start begin commence launch open initiate resume reopen | end stop cease terminate halt close finish complete conclude suspend shut shutdown closure
add create introduce establish insert found set-up | remove removal delete drop scrap abolish strike eliminate repeal revoke rescind withdraw cancel dissolve disband
keep retain maintain preserve remain uphold continue retention save | drop scrap abolish remove abandon discard repeal revoke rescind cease discontinue replace relinquish lose
mandatory compulsory obligatory binding required oblige require requirement forced | voluntary optional nonbinding discretionary exempt excuse spare
include inclusion cover =covering contain encompass | exclude =excluding exclusion spare exempt exemption omit omission
impose introduce reinstate levy apply | lift waive suspend remove scrap
accelerate hasten speed expedite quicken advance bring-forward early | delay postpone postponement slow defer pause stall slow-down late
public open published disclose reveal release publish transparent | private secret closed confidential classified conceal hide withhold undisclosed
open reopen unlock | closed close shut lock sealed
confirm admit acknowledge concede affirm accept | deny denial dispute reject rebut refute contest disclaim
succeed success successful successfully manage achieve accomplish | fail failure unsuccessful unsuccessfully
comply compliance compliant obey observe follow respect honour fulfil meet adhere | breach violate violation break infringe flout ignore disregard defy miss
agree agreement consensus united unanimous concur accord | disagree disagreement dispute split divide divided quarrel
centralise centralised | decentralise decentralised
domestic internal | foreign external international abroad overseas
domestically | internationally
import importer | export exporter
easy simple straightforward | difficult hard complex complicated difficulty
common usual frequent regular widespread | rare unusual uncommon infrequent exceptional scarce
strict strong tough tight rigid stringent firm | weak lax loose lenient light gentle mild soft
safe secure safety harmless | unsafe dangerous risky insecure hazardous harmful danger
beneficial benefit advantage help advantageous favourable aid | harm damage hurt harmful hinder detrimental disadvantage unfavourable
trust confidence confident certain sure optimistic hopeful optimism | distrust mistrust doubt doubtful sceptical skeptical scepticism uncertain pessimistic worried concerned concern fear pessimism question worry unease
permanent permanently indefinite | temporary temporarily interim provisional tentative
final definitive | provisional preliminary interim draft tentative
explicit express openly | implicit tacit tacitly
direct | indirect
rich wealthy prosperous affluent | poor impoverished needy
friend ally partner supporter backer proponent advocate | rival enemy adversary opponent critic foe detractor
peaceful civilian peace | military violent war
local regional | national central federal
present attend attended attendance appear | absent absence boycott skip miss stay-away
same identical uniform equal alike unchanged | different differing distinct unequal varied differ difference changed
possible feasible able capable | impossible infeasible unable incapable
transparent transparency | opaque secretive opacity secrecy
positive | negative
good well | bad poor badly
true correct accurate correctly rightly accurately | false wrong incorrect inaccurate mistaken wrongly incorrectly falsely
encourage promote foster facilitate stimulate | discourage deter hinder impede obstruct restrict suppress restrain hamper hold-back
warn caution alarm | reassure
cooperate cooperation collaborate collaboration | compete competition rivalry confront confrontation
independent autonomous independence autonomy | dependent subordinate dependence reliant
responsible liable guilty | immune innocent blameless acquit
guilty convict conviction | innocent acquit acquittal
grant give award | deny refuse withhold
proceed go-ahead continue progress | halt stop cancel call-off abandon suspend
resemble similar similarity alike echo match consistent | contrast differ difference unlike inconsistent
ahead lead leading outperform | behind lag trail trailing
hire recruit appoint employ | fire dismiss sack lay-off
arrive arrival enter | depart departure leave
attack aggressor | defend defender
create build construct erect | destroy demolish dismantle
popular | unpopular
willing ready prepared eager keen | unwilling reluctant unready refuse hesitant
sufficient enough adequate ample abundant | insufficient inadequate short shortage scarce scarcity lack lacking
known identified named familiar | unknown unidentified unnamed unfamiliar anonymous
full complete entirely fully wholly | empty partial incomplete partly partially vacant
stable steady stability calm | unstable volatile instability turmoil turbulent
flat unchanged stagnant | grow rise growth expand
busy crowded | quiet idle deserted
new novel modern | old obsolete outdated
healthy | ill sick unhealthy
alive survive survivor | dead die death kill
dry drought | wet flood
hot warm | cold cool
urban city | rural countryside
majority | minority
income revenue | expenditure spending
expand enlarge scale-up | shrink scale-back downsize
nationalise nationalisation | privatise privatisation
regulate regulation | deregulate deregulation
appoint elect | dismiss oust remove
arm armed | disarm unarmed
connect connected link | disconnect disconnected sever isolated
visible | invisible hidden
active operate operating operational run working | inactive idle dormant closed stopped disused
fresh | stale
quick fast rapid swift quickly rapidly swiftly promptly immediately immediate at-once | slow slowly gradual gradually eventually
deliberate intentional deliberately intentionally | accidental unintentional accidentally unintentionally
precise | vague imprecise
fair just reasonable | unfair unjust unreasonable
likely probable expected | unlikely improbable unexpected
optimist | pessimist
ignore neglect overlook | consider heed notice
paid pay charge | free unpaid
remember | forget
solve resolve settle | unresolved unsettled outstanding pending
decided settled determined | undecided open unsettled pending
mild minor slight slightly modest small | severe serious major grave sharp sharply significant considerably
upgrade | downgrade
rural | metropolitan
unite merge combine | divide split separate
plenty | scarcity
innocent harmless | harmful dangerous
together jointly | separately apart alone
expert professional specialist | amateur lay
external outside | internal inside
horizontal | vertical
necessary essential needed indispensable | unnecessary needless superfluous
appreciate | depreciate
appeal challenge contest | accept
reward | punish penalise penalty fine
forgive pardon | punish blame
protect protection | endanger expose harm
restore reinstate repair | remove damage destroy
respond reply answer | ignore silent
speak comment | silent quiet
trustworthy reliable | unreliable untrustworthy
open-source | proprietary
pass passage | reject defeat fail
comply | evade escape
outlast outlive survive | vanish
worry concern fear anxious anxiety alarm | reassured calm
limit cap ceiling restrict | unlimited uncapped
only solely merely just alone exclusively sole |
unless except without lacking lack no |
pass passed carried | defeated rejected
"""

COMPARED = """
more greater | less fewer
higher increased | lower reduced
larger bigger greater | smaller lesser
longer lengthier | shorter briefer
faster quicker | slower
stronger firmer tougher stricter tighter | weaker looser laxer milder
wider broader | narrower
thicker denser | thinner
heavier | lighter
warmer hotter | colder cooler
easier simpler | harder tougher
safer | riskier
more most highest greatest largest biggest | least fewest lowest smallest
longest | shortest
fastest quickest | slowest
strongest | weakest
heaviest | lightest
widest | narrowest
upper ceiling maximum top | lower floor minimum bottom
best better finest | worst worse
first initial initially | last final finally
before precede preceding prior beforehand | after following subsequent subsequently afterwards thereafter
early earliest earlier sooner | late latest later
start beginning outset | end close conclusion
majority most many mostly mainly | minority few hardly scarcely barely
always | never
often frequently usually normally generally commonly | rarely seldom hardly scarcely barely
nearer closer | farther further
richer | poorer
cheap cheaper cheapest inexpensive | costly costlier expensive dear dearer
young younger youngest | old older oldest
above over exceed top surpass | below under beneath
north northern | south southern
east eastern | west western
inside within | outside beyond
most | none
exceed outnumber surpass outweigh outpace outstrip | trail undercut
near | far
"""
