"""The words that announce things to come, and the words that only seem to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.analysis import Token
    from briefgen.model.briefing import Certainty


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIXED = _words("schedule slate due set reschedule postpone delay adjourn defer book")
"""A day has been set: "is scheduled to", "due on", "postponed until"."""
AWAITED = _words(
    "expect anticipate plan intend poise prepare arrange agree vow pledge promise commit go ready await certain "
    "bound forecast predict"
)
"""Somebody means it to happen or counts on it."""
COUNTED_ON = _words("expect anticipate go await certain bound likely forecast predict")
"""Of these and the possible ones, what the source counts on rather than what somebody means to do."""
POSSIBLE = _words("likely threaten propose consider close weigh mull open look work")
"""It may happen."""
CUES: dict[str, Certainty] = {
    **dict.fromkeys(sorted(FIXED), "scheduled"),
    **dict.fromkeys(sorted(AWAITED), "expected"),
    **dict.fromkeys(sorted(POSSIBLE), "possible"),
}
"""Lemma of a word that puts what it governs ahead, and how certain that is."""
MOVED = _words("postpone delay adjourn defer reschedule")
"""Look ahead only with "until" or "to"."""
PLANNED_NOUN = _words("plan pledge promise threat vow intention deadline")
"""Nouns that do so with an infinitive: "plans to visit"."""
UPCOMING = _words(
    "upcoming forthcoming coming scheduled planned impending looming pending expected proposed next possible potential"
)
"""Adjectives that put an event ahead."""
EVENTS = _words(
    "summit meeting talks talk vote election deadline hearing conference referendum ballot session ceremony debate "
    "launch rollout round inauguration runoff primary visit trip trial verdict ruling sentencing announcement "
    "decision negotiation review auction expiry budget report publication release statement speech address "
    "gathering assembly congress forum event match game final tournament festival exercise drill deal signing "
    "agreement inquiry investigation appeal testimony census strike protest march rally opening closure resumption "
    "start end filing guidance legislation bill tariff sanction package exchange swap delivery mission flight "
    "consultation dialogue approval confirmation sale takeover merger acquisition swearing-in induction funeral "
    "parade audit probe payment instalment tranche anniversary conversation response retaliation contest convention "
    "interview caucus voting arraignment retrial veto handover"
)
"""Things that can be seen to happen."""
IN_TURN = _words("round meeting summit session talk hearing election vote stage phase tranche report")
"""Events of which "the next" lies ahead; "the next announcement" may be one in the story."""
PERIODS = _words(
    "pause truce ceasefire cease-fire suspension moratorium extension reprieve closure curfew deadline ban"
)
"""What lasts so and so many days, and whose end can be seen."""
INQUIRIES = _words("investigation inquiry enquiry probe review audit inquest search autopsy examination")
"""What ends with a finding."""
LABOUR = _words("work effort search rescue repair preparation operation")
"""Of what is under way, what tells nothing without its object."""
LASTING = _words(
    "work effort search rescue repair preparation talk negotiation consultation discussion trial vote count recount "
    "deliberation operation strike"
)
"""What is under way and has an outcome."""
ACTS = _words(
    "imposition lifting resumption restoration reopening expansion extension release delivery deployment withdrawal "
    "ratification adoption completion introduction implementation signing sale purchase approval passage"
)
"""Nouns of acts that can be seen to happen."""
PENALTIES = _words(
    "sanction fine trial charge penalty lawsuit prosecution extradition deportation jail prison ban tariff levy "
    "vote election impeachment verdict sentence"
)
"""What somebody faces, and can be seen to get."""
PURPOSES = _words(
    "key trick answer duty intent best solution aim goal purpose plan idea hope task job point objective mission "
    "priority challenge intention role way"
)
"""What "is to" tells of and does not announce: "the aim is to win"."""
SETTLED = _words("agree finalise finalize settle resolve reach name set disclose schedule specify draw find determine")
"""What has yet to be done can also be these."""
SEEN = _words(
    "lead choose fill analyse analyze apply contest increase reduce eliminate expand restore repair install "
    "establish form step tighten ease restrict curb slash hike invest extradite deport arrest retry question "
    "recover rebuild construct demolish dismantle test fire strike attack invade occupy annex boycott counter "
    "mobilise mobilize recruit free repatriate dock land debut premiere defend compensate pay reimburse supply hit "
    "address revise amend quit retire hand give receive meet vote hold send submit sign announce return visit "
    "travel attend host launch begin start open reopen resume release publish issue present introduce impose decide "
    "rule hear appear testify deliver deploy withdraw unveil debate discuss review convene gather fly arrive leave "
    "resign appoint elect replace inaugurate induct swear double raise cut lift suspend expire close shut block "
    "veto halt extend ban charge sentence appeal sue join play compete respond retaliate approve ratify pass adopt "
    "transfer exchange swap table file brief chair reconvene reconsider implement enact dissolve oppose challenge "
    "sell buy acquire merge unblock freeze seize build finalise finalize conclude complete clinch nominate confirm "
    "commission inspect examine sanction levy repeal revoke scrap phase restart evacuate recall"
)
"""Acts that can be seen to happen: what "will" announces without a date."""
HAPPEN = _words("happen occur begin start open resume convene kick commence")
"""Acts of an event itself: "the talks will begin" is about the talks."""
ALONE = HAPPEN | _words(
    "leave resign worsen expire end close arrive depart return testify appear vote meet retire land launch debut "
    "conclude collapse escalate intensify ease continue appeal sue strike withdraw step"
)
"""Acts that need no object to be understood: "Ferries to return", but hardly "Ferries to attend"."""
BEING = _words(
    "be have remain mean need help require depend mark make see continue cause include seem appear become affect "
    "influence shape benefit allow enable cost exceed total average know think believe want like live work bring "
    "provide offer serve add reflect show prove matter last come prompt attract draw drive push generate create "
    "focus seek try aim feel hope enjoy look consist comprise dominate alienate"
)
"""States and effects, of which nobody can say on what day they happened."""
BODIES = _words(
    "owner shipowner farmer fisherman driver pilot skipper captain teacher doctor nurse student parent resident "
    "migrant refugee player coach exporter importer secretary general chancellor king commissioner director "
    "chairman chairwoman ceo minister-designate family government official authority ministry minister president "
    "premier court judge prosecutor police parliament congress senate council committee commission board bank "
    "company firm regulator agency party union army navy force troops negotiator delegation envoy ambassador "
    "lawmaker mp leader chief governor mayor administration office department team researcher scientist rescuer "
    "engineer airline operator side country state member nation ally district utility club federation association "
    "organisation organization group city school university hospital lawyer opposition rebel worker voter spokesman "
    "spokeswoman spokesperson retailer manufacturer producer maker investor lender platform"
)
"""Bodies and people that act, where no name stands."""
OFFICIALS = _words(
    "official authority rescuer police lawmaker mp minister negotiator prosecutor envoy troop judge delegate "
    "senator soldier leader diplomat ambassador firefighter investigator councillor deputy king president"
)
"""Who is somebody even without a name or an article: "officials may …"; "insurers may …" are insurers at large."""
EFFECTS = _words(
    "increase reduce expand restore ease strengthen lead form fill cut raise lift hit double ban end help block "
    "attract present introduce eliminate counter defend drop push enter create"
)
"""Of the acts that can be seen those that things bring about as well, at no moment: "the deal will expand trade"."""
SPOKEN = _words(
    "face consider weigh reflect expect question recalibrate argue say tell claim ask answer explain describe call "
    "note stress highlight emphasise emphasize point judge regard see view treat watch ensure avoid prevent keep "
    "stay protect support promote maintain preserve understand learn find struggle contribute benefit win lose rise "
    "fall grow drop suffer address mean reach make use take give get do put go come turn let work follow deal "
    "handle react pursue act play compete balance advance deepen defeat"
)
"""What is said, or done all along and at no moment."""
SAYING = _words("say tell announce claim add declare state confirm warn report write insist promise vow pledge")
"""Verbs whose clause is what somebody says."""
ROUNDS = _words("talk negotiation consultation vote election")
"""What there are rounds of."""
GIVING = _words("make give deliver have undergo begin open launch issue stage")
"""Verbs that with an event as their object say no more than that it will be: "will make an announcement"."""
BETWEEN = _words("talk meeting negotiation summit discussion consultation call conversation")
"""Events that people have with each other."""
PROSPECTS = _words("prospect possibility likelihood chance")
"""Nouns that with "of" put an event ahead: "raised the prospect of a strike"."""
TIMETABLES = _words("date timeframe timetable timeline schedule")
"""What is missing where "no date has been given for" something ahead."""
LIGHT = _words("hold host stage convene organise organize have schedule conduct")
"""Verbs that say no more than their object: "holding the next meeting of the pilots"."""
DATED = SEEN | HAPPEN | _words("go end come take run travel fight face")
"""Verbs that in the present tense, with a date ahead, announce: "Parliament votes on Friday"."""
WATCHED = _words("watch monitor track follow")
"""Verbs whose object the reader is told to keep an eye on."""
ABSTRACT = _words(
    "readiness willingness ability capacity desire way thing situation role impact effect future implication "
    "consequence question issue challenge risk need idea success failure strategy approach pressure environment "
    "landscape context stance case matter order potential balance relationship focus priority attention dynamic "
    "victory win hurdle obstacle option opportunity privacy protection "
    "advancement resolve speculation impact eye story news post guide article section "
    "tip detail development trend update outlet amount"
)
"""Nouns that nobody can see happen."""
POINTING = _words(
    "he she it they we i you this that these those who which what there one some many others all both such"
)
"""Words that name nothing by themselves."""


def names_something(token: Token) -> bool:
    """Tell whether a noun names something by itself and is no pronoun."""
    return token.pos in {"NOUN", "PROPN"} and token.text.lower() not in POINTING
