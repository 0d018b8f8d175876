"""Words for groups of people that a text describes but does not name: whom "Ukrainian officials" or "evacuees" turn on."""

from __future__ import annotations

PEOPLE = frozenset(
    """activist adult adviser advisor advocate agent aide airline ally analyst applicant asylum-seeker athlete attacker
    audience author authority backer bank believer bidder borrower broker builder business businesspeople buyer
    campaigner captive carrier caregiver charity child citizen civilian climber clinician coach colleague combatant
    commander commentator community commuter company competitor congregant conservationist conscript consultant
    consumer contractor country cleric creditor critic customer dealer defector defender defendant delegate
    delegation demonstrator deputy detainee developer dignitary diplomat dissident doctor donor driver economist
    editor elite employee employer engineer entrepreneur envoy evacuee executive expert exporter extremist
    eyewitness family farmer father fighter firefighter firm fisherman force foreigner government governor graduate
    group grower guard gunman historian holder homeowner hospital hostage household human immigrant importer
    industrialist infant inhabitant inspector insurer intellectual intermediary interpreter investigator investor
    islander jihadist journalist judge juror lawmaker lawyer leader legislator lender loyalist magistrate man manager
    manufacturer marine mayor mediator medic member mentor merchant migrant militant militia miner minister ministry
    minority mother motorist nation national negotiator neighbor neighbour newborn ngo nurse observer occupier
    officer official operator opponent organisation organization organiser organizer owner paramedic parent
    participant partner passenger patient peacekeeper pensioner people performer perpetrator petrostate pharmacist
    physicist pilot policymaker politician pollster pow powerbroker practitioner prisoner producer professional
    prosecutor protester protestor protégé provider publisher pundit pupil raider rebel recruit reformer refugee
    regulator relative reporter representative rescuer researcher resident responder retailer retiree rioter sailor
    sceptic scholar scientist seller senator separatist serviceman settler shareholder shopkeeper shopper skeptic
    soldier source specialist spectator sponsor spokesperson staffer strategist striker student subscriber supplier
    supporter survivor suspect taxpayer teacher technician tenant terrorist theorist tourist trader trafficker
    traveler traveller troop union user vendor veteran victim viewer villager visitor volunteer voter warlord
    witness woman worker youth""".split()
)
"""In the singular; a text speaks of them in the plural."""

ANYBODY = frozenset(
    """adult business child community company country family firm government group household human leader man member nation
    national one organisation organization partner patient people person professional source student team union woman
    worker""".split()
)
"""Who is nobody in particular unless something more is said of them: "people", but "displaced people"."""

COLLECTIVE = frozenset(
    """community crew delegation diaspora electorate elite industry leadership media opposition population public
    team workforce""".split()
)
"""Singular words for many: "Ukrainian industry", "the Russian public". Without a state or a quality they say nobody."""

SUSPECTS = frozenset({"attacker", "defendant", "gunman", "perpetrator", "suspect"})
"""Single people whom texts leave without a name."""

QUANTITIES = frozenset(
    """bulk crowd dozen group half handful hundred lot majority many million most number part scores score series
    several some team thousand""".split()
)
"""What stands before "of" and only counts: "thousands of displaced residents"."""

HOW_MANY = frozenset(
    """additional another certain different entire few fewer immediate many more most multiple new numerous only
    ordinary other others own several some such various whole""".split()
)
"""Words before a group that only count it, or set it apart from none."""

NOBODY = frozenset({"country", "human", "nation", "one", "people", "person"})
"""Who is nobody in particular even with a figure before it: "27 people"."""

COMPLETED = frozenset(
    """bureau chamber chief commission council court department director directorate embassy governor head mayor member
    minister ministry office president prisoner secretary""".split()
)
"""Words that "of" and a bare noun complete: "ministry of finance", "prisoners of war"."""
