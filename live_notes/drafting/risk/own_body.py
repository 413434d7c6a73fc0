"""A wound somebody made on their own body, told as an act: what was taken up, where, and what it left.

"I got the compass out of the pencil case. And I did my leg. It was only scratches." names no self-harm; a
thing that wounds in the hand, the own limb and the mark it left tell of it together, in one turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.risk.past import is_past
from live_notes.drafting.risk.turns import turn_of

_TOOL = (
    r"(?:compass|protractor|razors?|razor blade|blades?|scissors|lighter|sharpener|box ?cutter"
    r"|stanley(?: knife)?"
    r"|knife|penknife|cutlass|needle|safety pin|pin|glass|shard|piece of (?:glass|tin|plastic)|cigarette"
    r"|fag|beedi"
    r"|iron|straighteners?|hair tongs?|tweezers|nail (?:file|scissors)|keys?|paper ?clip|staple|biro|incense"
    r" stick|thorn|can lid|bottle top)"
)
_IN_HAND = AnyCase(
    rf"\bi(?:'d|'ve| had| have)?(?: (?:just|then|also|only|went and))* (?:got|took|taken|used|picked up"
    rf"|grabbed|found"
    rf"|had|held|lit|heated|broke|pulled out|went for|reached for|dug out|opened)(?: (?:out|up|me|myself"
    rf"|hold of))*"
    rf" (?:a|an|the|my|me|mi|his|her|their|some|one of (?:the|my)|that|mum's|mam's|mom's|dad's)"
    rf" (?:[\w'-]+ ){{0,2}}?"
    rf"{_TOOL}\b|\bwith (?:a|an|the|my|me|mi|his|her|some|mum's|mam's|mom's|dad's) (?:[\w'-]+"
    rf" ){{0,2}}?{_TOOL}\b"
)
_OWN_LIMB = re.compile(
    r"\b(?:my|me|mi) (?:own )?(?:\w+ )?(?:arms?|forearms?|wrists?|legs?|thighs?|hips?|stomach|belly"
    r"|tummy|ankles?"
    r"|calf|calves|shins?|chest|shoulders?)\b",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"\b(?:scratch(?:es|ed)?|cuts?\b(?! (?:down|back|out|off|it short))|bled|bleed(?:ing)?|blood"
    r"|burn(?:s|ed|t)?"
    r"|blister(?:s|ed)?|scars?|lines?|marks?|slash(?:ed)?|slice[sd]?|carved|nicks?|wound|stung|stitch\w*"
    r"|plaster"
    r"|band-?aid|bandage)\b",
    re.IGNORECASE,
)
_DID_IT = re.compile(
    r"\bi(?:'d|'ve| had| have)?(?: (?:just|then|only|kind of|sort of))* (?:did|done|cut|scratched"
    r"|burn(?:ed|t)|sliced"
    r"|slashed|carved|dragged|pressed|held|put|pushed|stuck|jabbed|went at|ran|drew|dug|used)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:shav\w+|wax\w*|hair removal|accident\w*|by mistake|slipp\w+|fell|fall|tripp\w+|cook\w*"
    r"|kitchen|onions?"
    r"|garden\w*|rose\w*|hedge|thorns|itch\w*|rash|eczema|psoriasis|insulin|inject\w*|blood (?:test"
    r"|sugar|pressure)"
    r"|nurse|doctor|surgeon|surgery|operation|hospital gave|tattoo\w*|tick|splinter|ingrown|corn|blister"
    r" from|cat|dog"
    r"|kitten|cast|plaster cast|fishing|barbecue|bbq|candles?|stove|oven|ironing|costume|fabric|sew\w*"
    r"|craft|parcel"
    r"|box open|unbox\w*|lawn|chain|saw|never|dream\w*|nightmare|nearly|almost|thought about|wanted to"
    r"|film|movie|book)\b|n't\b(?! (?:really |even |too |that )?(?:bleed|hurt|deep|bad|much|need|know"
    r"|feel|tell))",
    re.IGNORECASE,
)
_MOST, _REACH = 6, 5


def wounded_themselves(
    units: Sequence[Unit], unit: Unit, lately: Mapping[RiskKind, int]
) -> Iterator[Mention]:
    """A wound a client tells of having made, reported where self-harm was spoken of in this session.

    Elsewhere it is shown as unclear: what is told may be of a mishap.
    """
    plain = unit.exact.replace("’", "'")
    if unit.question or not _IN_HAND.search(plain) or RiskKind.SELF_HARM in kinds_in(unit.exact):
        return
    turn = [one for one in turn_of(units, unit) if unit.index <= one.index <= unit.index + _REACH]
    told = [one for one in turn if not one.question]
    said = " ".join(one.exact.replace("’", "'") for one in told)
    if not (_OWN_LIMB.search(said) and _MARK.search(said) and _DID_IT.search(said)):
        return
    if _OTHERWISE.search(_UNHURT.sub(" ", said)):
        return
    status = RiskStatus.REPORTED if RiskKind.SELF_HARM in lately else RiskStatus.UNCLEAR
    kept = tuple(told[:_MOST])
    yield Mention(RiskKind.SELF_HARM, status, kept, rank=DISCLOSED, past=is_past(units, unit), whole=True)


_UNHURT = re.compile(r"\b(?:there's no|i've no|had no|no) \w+", re.IGNORECASE)
"""What was not to hand: "there's no razors" is no denial of the wound."""
