"""What a clinician says of the line, which only sounds like something seen of the client.

"Hello? You went a bit quiet there." "There was another call coming in." is no observation.
"""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_GONE = AnyCase(
    r"\b(?:you|you're|you've|your (?:voice|sound|picture|video|face|audio|screen)|it|that)(?: have| are|"
    r" has| is| just"
    r"|'ve|'s)*(?: (?:went|gone|go|going|got|getting|gotten|sounds?|sounded|sounding|looks?|looked"
    r"|looking|are|is"
    r"|very|a bit|all|really|so|just))+ (?:a (?:bit|little|wee bit) |all |very |really |so |kind of "
    r"|sort of |suddenly )*"
    r"(?:quiet|silent|faint|distant|far away|muffled|robotic|frozen|blurr(?:y|ed)|tinny|crackl(?:y|ing)"
    r"|echo\w*|jerky"
    r"|stuck|dark|sideways|pixelat\w+|still|dead)\b"
    r"|\b(?:you|your (?:voice|sound|picture|video|face|audio|screen))(?: have| are| has|'ve|'re)*(?:"
    r" just| all)?"
    r" (?:froze|frozen|freezing|cut(?:ting)? (?:out|off)|br(?:oke|eaking) up|dropp(?:ed|ing) (?:out|off)"
    r"|lagg\w+"
    r"|disappear\w+|vanished|fad(?:ed|ing)(?: out| away)?)\b"
)
"""That the client's voice or picture went, as a clinician says it."""
_HINTS = (
    *("quiet", "silent", "faint", "distant", "far away", "muffled", "robotic", "froze", "freezing", "blurr"),
    *("tinny", "crackl", "echo", "jerky", "stuck", "dark", "sideways", "pixel", "still", "dead", "cut out"),
    *("cut off", "cutting", "broke", "breaking", "dropping", "dropped", "lagg", "disappear", "vanish", "fad"),
)
"""Without one of these nothing is said of the line."""
_OF_THE_LINE = AnyCase(
    r"^(?:oh |sorry,? |um,? )?hello\?|\bcan you (?:hear|see) me\b|\b(?:i can|can) (?:hear|see) you"
    r" (?:now|again)\b"
    r"|\b(?:can't|couldn't|cannot|could not|didn't) (?:hear|see|catch) (?:you|me|that)\b|\byou're"
    r" (?:back|muted|on mute"
    r"|frozen)\b|\bare you (?:still )?there\b|\b(?:connection|signal|wi-?fi|internet|broadband|reception"
    r"|network|line"
    r"|battery|microphone|mic|mute|muted|unmute\w*|speaker|headphones?|earphones?|earbuds?|airpods?"
    r"|headset|bluetooth"
    r"|laptop|router|hotspot|data)\b|\b(?:whatsapp|zoom|teams|skype|facetime|phone|another|other"
    r"|incoming|a) call"
    r" (?:was |is |'s )?(?:coming|came|in\b|rang|popped)|\b(?:my |the )?(?:phone|tablet|screen|camera"
    r"|video)(?:'s| is| was"
    r"| has| just| keeps)* (?:ringing|rang|died|dying|froze|frozen|went|gone|fell|slipp\w+|locked"
    r"|dropp\w+|playing|acting)"
)
"""That the line, or what they speak by, was at fault."""
_NEAR, _REACH, _MOST = 1, 8, 12


def of_the_line(units: Sequence[Unit]) -> set[int]:
    """The places of what a clinician says of the client's voice or picture where the line was at fault."""
    return {unit.index for unit in units if _may_be(unit) and _is_of_the_line(units, unit)}


def _may_be(unit: Unit) -> bool:
    clinician = unit.speaking is Speaking.CLINICIAN and not unit.risk_in_words
    if not clinician or unit.length > _MOST or not any(hint in unit.exact for hint in _HINTS):
        return False
    return _GONE.search(unit.exact) is not None


def _is_of_the_line(units: Sequence[Unit], unit: Unit) -> bool:
    near = units[max(0, unit.index - 2) : unit.index + _REACH]
    return any(_OF_THE_LINE.search(one.exact.strip()) for one in near if abs(one.turn - unit.turn) <= _NEAR)
