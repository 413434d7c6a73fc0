"""Words that the names of streets end with."""

from __future__ import annotations

from live_notes.masking.lexicon.word_set import word_set

STREETS = word_set(
    """
    street st avenue ave av road rd lane ln boulevard blvd parkway pkwy highway hwy terrace turnpike pike
    crescent alley mews expressway freeway
    """
)
"""Ends of a street's name, also without a house number."""

STREETS_NUMBERED = word_set(
    """
    drive dr court ct place pl way circle cir square sq trail close row loop plaza walk grove gardens ridge
    hill view path run crossing bend point heights hollow park green str strasse straße
    """
)
"""Ends of a street's name that are ordinary words: only after a house number."""

STREETS_RARE = word_set(
    """
    annex arcade bayou beach bluff bluffs bottom branch bridge brook brooks burg burgs bypass camp canyon
    cape causeway center centre circles cliff cliffs club common commons corner corners course
    courts cove coves creek crest crossroad crossroads curve dale dam divide estate estates
    extension extensions fall ferry field fields flats ford fords forest forge forges fork forks fort
    freeway garden gateway glen glens greens groves harbor harbors harbour haven hills inlet island islands
    isle junction junctions key keys knoll knolls lake lakes land landing light lights lock locks lodge mall
    manor manors meadow meadows mill mills mission motorway mount mountain mountains neck orchard oval
    overpass parks parkways pass passage pine pines plain plains plazas port ports prairie radial
    ramp ranch rapid rapids rest ridges river roads route rue shoal shoals shore shores skyway spring
    springs spur spurs squares station stravenue stream streets summit throughway trace track trafficway
    tunnel underpass union unions valley valleys viaduct village villages ville vista wall
    well wells
    """
)
"""Most other ends of the list of the United States Postal Service (Publication 28, appendix C1) but those
that are said of much else ("falls", "points"): only after two figures and a word that is no ordinary one."""
