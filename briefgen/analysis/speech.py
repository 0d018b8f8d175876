"""Which words report speech, belief and judgement, and who can speak at all."""

from __future__ import annotations

from briefgen.analysis.bodies import BODIES
from briefgen.analysis.people import PEOPLE

# Verbs that report speech. With a dependency parse and 85 such verbs attribution reaches 61 F on PolNeAR (pattern
# "said/according to": 48); given the verb, the speaker is right 93 % of the time.
SAY = frozenset(
    """accuse acknowledge add admit agree allege announce answer argue ask assert assure boast call caution claim
    comment complain concede conclude confirm contend counter cite declare demand deny describe disclose emphasize
    emphasise explain find float highlight hint indicate inform insist joke lament maintain mention note observe
    pledge plead point portray post predict promise propose put quip quote reaffirm reassure recall reckon recommend
    refer reiterate remark remind repeat reply report respond reveal rule say scoff show signal state stress suggest
    tell testify threaten tweet underline underscore urge vow warn write""".split()
)
# A judgement that needs no clause: what is condemned stands as the object.
JUDGE = frozenset(
    """applaud blame blast condemn criticize criticise decry denounce deplore hail lambast praise ridicule slam""".split()
)
BELIEVE = frozenset(
    """anticipate assess assume believe consider doubt estimate expect fear forecast foresee hope judge know predict
    project reckon see speculate suspect think worry caution warn argue suggest""".split()
)
# What only something written does: "the report establishes the cost", while who establishes a fund says nothing.
ON_PAPER = frozenset({"detail", "document", "establish", "outline"})
# What is named by the way: "also mentioned the talks", "denied the charge".
MENTION = frozenset({"deny", "mention"})
# Report how somebody sees a thing, with "as": "framed it as a test".
FRAME = frozenset({"cast", "characterise", "characterize", "depict", "describe", "frame", "portray", "refer"})
CUES = SAY | BELIEVE | JUDGE | ON_PAPER | MENTION | FRAME | {"read"}
# Verbs that report speech only with a clause or a quote behind them: "Russia indicated that", not "it added sugar".
NEED_CLAUSE = frozenset(
    """add agree answer ask assess assume call cite comment complain conclude consider counter describe disclose demand
    doubt estimate expect explain fear find indicate inform judge know maintain note observe plead
    point portray post project promise propose put quote recall refer remind repeat reply report respond reveal rule
    see show signal suggest suspect tell think threaten underline underscore urge write""".split()
)
# "promised to pay", "urged Kenya to pay", "expects to open": an infinitive says what is said.
TAKE_INFINITIVE = frozenset({"ask", "demand", "expect", "promise", "propose", "tell", "threaten", "urge", "remind"})
# Things do so too: "Trade shows that", "Experience suggests".
THINGS_SAY = frozenset(
    """answer confirm describe disclose explain highlight hint indicate portray predict reassure recall refer remind reply
    reveal rule show signal state suggest tell underline underscore""".split()
)
# What is said needs somebody who says it; with these verbs any noun can ("both islands say").
SPEECH_ONLY = frozenset({"say", "tell", "warn"})
# "voiced concern", "expressed doubts": a light verb with a noun of feeling or judgement.
LIGHT = frozenset({"voice", "express", "raise", "share"})
FEELING_NOUNS = frozenset(
    """alarm anger concern confidence disappointment doubt dismay fear frustration hope objection opposition optimism
    outrage regret reservation scepticism skepticism support worry""".split()
)
FEELING_ADJECTIVES = frozenset(
    """afraid alarmed concerned confident convinced doubtful fearful hopeful optimistic pessimistic sceptical skeptical
    worried""".split()
)
DOCUMENTS = frozenset(
    """account ad advertisement affidavit analysis assessment article audit book brief briefing calculation column
    commentary coverage data complaint document editorial estimate figure filing index indictment inquiry
    investigation journal lawsuit letter list memo model opinion paper piece poll probe ranking readout record
    report reporting research review statement statistic study suit survey tally text""".split()
)
"""What is written speaks for who wrote it."""
FIGURES = frozenset("calculation data estimate figure index list model ranking record statistic tally".split())
"""Documents that speak behind "according to" only: figures that "underline" a trend say nothing themselves."""
# "According to plan" names nobody.
NOT_SOURCES = frozenset(
    """ability age agreement condition contract custom deadline design law logic need order plan preference protocol
    regulation requirement rule term schedule season size standard taste
    timetable tradition type whether""".split()
)
PRONOUNS = frozenset("he she they it him her them others some many both".split())
PERSONLIKE = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_SPEAKING_NOUNS = frozenset(
    """activist actor administration adviser advisor advocate agency aide ally ambassador analyst army association
    attorney author authority bank bishop blogger board boss both brother campaign campaigner candidate captain
    challenger chair chairman champion charity chief coach colleague columnist congressman congresswoman
    contender commander commentator commission committee company congress council country court critic daughter
    defence defense delegation democrat department diplomat director doctor driver economist editor envoy
    executive expert exporter farmer father fighter firm force founder friend frontrunner general government
    governor group head headteacher historian hopeful host house incumbent husband imam importer institute
    insurer investor journalist judge king kingdom kremlin lawmaker lawyer lead leader local man manager many
    mayor media mediator migrant military minister ministry mission mother nation negotiator nominee neighbor
    neighbour newspaper nurse observer office officer official one operator opponent organisation organization
    others outlet owner panel parent parliament party patient people pilot player police pope power president
    priest prince princess producer professor prosecution prosecutor protester queen rebel refugee regulator
    relative reporter republican researcher resident runner retailer scientist secretary senate senator sides
    singer sister soldier some son source staff star state strategist student supporter tank teacher team trader
    union victim villager voice voter watchdog wife witness woman worker writer""".split()
)


def speaks(lemma: str) -> bool:
    """Tell whether the noun, in the singular, names somebody who can speak: people, and bodies of people."""
    plain = lemma.lower()
    return plain in _SPEAKING_NOUNS or plain in PEOPLE or plain in BODIES or plain.startswith("spokes")
