"""The words that announce things to come, and the words that only seem to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.briefing import Certainty


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIXED = _words("schedule slate due set reschedule postpone delay adjourn defer book")
"""A day has been set: "is scheduled to", "due on", "postponed until"."""
AWAITED = _words("expect anticipate plan intend poise prepare arrange agree vow pledge promise commit go ready await")
"""Somebody means it to happen or counts on it."""
POSSIBLE = _words("likely threaten propose consider close weigh")
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
UPCOMING = _words("upcoming forthcoming scheduled planned impending looming pending expected proposed")
"""Adjectives that put an event ahead."""
EVENTS = _words(
    "summit meeting talks talk vote election deadline hearing conference referendum ballot session ceremony "
    "debate launch rollout round inauguration runoff primary visit trip trial verdict ruling sentencing "
    "announcement decision negotiation review auction expiry budget report publication release statement speech "
    "address gathering assembly congress forum event match game final tournament festival exercise drill deal "
    "signing agreement inquiry investigation appeal testimony census strike protest march rally opening closure "
    "resumption start end filing guidance legislation bill tariff sanction package exchange swap delivery mission "
    "flight consultation dialogue approval confirmation swearing-in induction funeral parade audit probe payment "
    "instalment tranche"
)
"""Things that can be seen to happen."""
SEEN = _words(
    "meet vote hold send submit sign announce return visit travel attend host launch begin start open reopen "
    "resume release publish issue present introduce impose decide rule hear appear testify deliver deploy "
    "withdraw unveil debate discuss review convene gather fly arrive leave resign appoint elect replace "
    "inaugurate induct swear double raise cut lift suspend expire close shut block veto halt extend ban charge "
    "sentence appeal sue join play compete respond retaliate approve ratify pass adopt transfer exchange swap "
    "table file brief chair reconvene reconsider implement enact dissolve oppose challenge sell buy acquire merge "
    "hand unblock freeze seize build finalise finalize conclude complete clinch nominate confirm commission "
    "inspect examine sanction levy repeal revoke scrap phase restart evacuate recall"
)
"""Acts that can be seen to happen: what "will" announces without a date."""
HAPPEN = _words("happen occur begin start open resume convene kick commence")
"""Acts of an event itself: "the talks will begin" is about the talks."""
BEING = _words(
    "be have remain mean need help require depend mark make see continue lead cause face include seem appear "
    "become affect influence shape benefit allow enable cost exceed total average know think believe want like "
    "live work bring provide offer serve add reflect show prove matter last come prompt attract draw drive push "
    "generate create focus seek try aim feel hope enjoy look"
)
"""States and effects, of which nobody can say on what day they happened."""
SAYING = _words("say tell announce claim add declare state confirm warn report write insist promise vow pledge")
"""Verbs whose clause is what somebody says."""
ROUNDS = _words("talk negotiation consultation vote election")
"""What there are rounds of."""
LIGHT = _words("hold host stage convene organise organize have schedule conduct")
"""Verbs that say no more than their object: "holding the next meeting of the pilots"."""
BRINGING = _words("introduce impose announce publish release launch unveil present issue table")
"""Verbs that bring forth what their object names."""
DATED = SEEN | HAPPEN | _words("go end come take run travel fight face")
"""Verbs that in the present tense, with a date ahead, announce: "Parliament votes on Friday"."""
WATCHED = _words("watch monitor track follow")
"""Verbs whose object the reader is told to keep an eye on."""
ABSTRACT = _words(
    "way thing situation role impact effect future implication consequence question issue challenge risk need "
    "idea success failure strategy approach pressure environment landscape context stance case matter order "
    "potential balance relationship focus priority attention dynamic space story news post guide article section "
    "tip detail"
)
"""Nouns that nobody can see happen."""
POINTING = _words(
    "he she it they we i you this that these those who which what there one some many others all both such"
)
"""Words that name nothing by themselves."""
