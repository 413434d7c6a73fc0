"""Other words in which clinicians ask about risk: they name one only as a question."""

from __future__ import annotations

from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.pattern import RiskPattern

_THEM = (
    r"(?:him|her|them|any ?(?:one|body)|some ?(?:one|body)|people|others|other people|(?:any|one|some)(?:"
    r" one)?"
    r" of them|(?:your|the|my) (?:\w+ ){0,2}?(?:husband|wife|partner|boyfriend|girlfriend|ex|boss|mother|mum"
    r"|mom|father|dad"
    r"|sister|brother|son|daughter|kids?|child|children|baby|boys?|girls?|neighbou?rs?|housemates?"
    r"|flatmates?|roommates?"
    r"|teachers?|family|parents|friends?|colleagues?|guy|man|woman|lad))"
)


def _asked(kind: RiskKind, words: str, *, certain: bool = True) -> RiskPattern:
    return RiskPattern(kind, AnyCase(rf"\b(?:{words})"), certain)


ASKED: tuple[RiskPattern, ...] = (
    _asked(
        RiskKind.SUBSTANCE_USE,
        r"any drinking\b|(?:what|how) about (?:the )?(?:drink|drinking|alcohol|booze)\b|are you drinking\b"
        r"|(?<!a )(?<!to )drink(?=\?$)",
    ),
    _asked(
        RiskKind.HARM_TO_OTHERS,
        rf"(?:lash|hit|strik)(?:ed|ing|e)? out(?: at {_THEM})?\b(?! at yourself)"
        rf"|kick(?:ed|ing)? out(?: at {_THEM}\b|(?=\?|,? (?:or|when|if)\b)(?<!(?:get|got|was|the) kicked out)"
        r"(?<!(?:been|were|gets) kicked out)(?<!being kicked out)(?<!(?:you|him|her) kicked"
        r" out)(?<!getting kicked out))"
        rf"|(?:do|doing|done|did) (?:something|anything) to {_THEM}(?= |\?|,|$)(?! (?:help|cope|relax|calm"
        rf"|feel))"
        rf"|(?:hit|hurt|harm(?:ed)?|attack(?:ed)?|punch(?:ed)?|slap(?:ped)?|gone for|go for|going for)"
        rf" {_THEM}"
        r"(?: else)?(?=\?|,|$| (?:when|if|or|at|else|before|in)\b)(?<!feelings)"
        rf"|(?:violent|aggressive|physical) (?:with|to|towards?) {_THEM}(?= |\?|,|$)"
        rf"|(?:get|getting|got) (?:back at|even with|revenge on|at) {_THEM}(?= |\?|,|$)"
        r"|(?:get|getting|got|take|taking) (?:your own back|revenge)\b|retaliat\w+"
        r"|(?:at risk|in danger|unsafe) (?:from|around) you\b"
        rf"|(?:thoughts?|urges?|worr\w+|fears?|images?)[^?]{{0,24}}(?:harm|hurt|damage) (?:coming "
        rf"|happening |done )?(?:to"
        rf"|towards?) (?:the (?:baby|child|kids|children)|{_THEM})(?=[?,. ]|$)"
        r"|(?:harm|hurt|danger|risk|violence) (?:to|of|towards?) (?:any ?(?:one|body)|some ?(?:one|body)"
        r"|others|other people)"
        r"|any (?:HI|hi)\b(?! there)|any(?:one|body) (?:that |who |else )?you(?:'re| are|'ve| have"
        r"|'d)? (?:been )?(?:thinking"
        r" (?:of|about)|wanting to|want to|like to|planning (?:on|to)|going to) (?:hurt|harm|kill"
        r"|hit)(?:ing|ting)?\b"
        r"|(?:rais(?:e|ed|ing)|laid|lay|put|putting) (?:a hand|your hands?|your fists?) (?:to|on|at) "
        rf"{_THEM}(?= |\?|,|$)",
    ),
    _asked(
        RiskKind.HARM_TO_OTHERS,
        r"(?:hav(?:e|ing)|had) it out with\b|squar(?:e|ed|ing) up to\b|confront(?:ing|ed)? (?:him|her|them)\b"
        r"|(?:tak(?:e|en|ing)|took|carry(?:ing)?|carried|keep(?:ing)?|kept|got|hav(?:e|ing)|bring(?:ing)?"
        r"|brought) "
        r"(?:(?:around|out|with you) )?(?:a |an |any |some )?(?:\w+ ){0,4}?(?:knife|knives|weapons?|blades?"
        r"|bat|machete"
        r"|cutlass|guns?)\b[^?]{0,40}\b(?:protect|defen[cds]|with you|out"
        r"|bed|on you"
        r"|around|in your|just in case|safe)"
        r"|(?:carry(?:ing)?|carried|tak(?:e|en|ing)|took|got|keep(?:ing)?) (?:anything|something) (?:\w+"
        r" ){0,4}?"
        r"(?:for (?:protection|self[- ]?defen[cs]e)|to (?:protect|defend) yourself|with you)\b"
        r"|(?:carry(?:ing)?|carried) (?:a |any )?(?:knife|weapon|blade)\b"
        r"|(?:protect(?:ing)?|defend(?:ing)?|arm(?:ing)?) yourself\b",
        certain=False,
    ),
    _asked(
        RiskKind.SUICIDE,
        r"(?:past|previous|prior|earlier|other|any) (?:suicide )?attempts?\b(?! (?:to|at) (?!suicide)\w)"
        r"|(?:like|of|about|or) ending (?:it|things)\b(?! with)|wish(?:ed|ing)? you (?:weren't|wasn't"
        r"|were not"
        r"|was not)"
        r" (?:here"
        r"|alive|around)|wish(?:ed|ing)? you (?:didn't|did not|hadn't|wouldn't) (?:wake up|woken up|been"
        r" born)"
        r"|(?:easier|better|simpler)(?: for \w+)? if you (?:weren't|wasn't|were not|was not|were no longer)"
        r" (?:here|alive|around|there)\b"
        r"|thoughts? (?:of|about) (?:going|walking|stepping|jumping|driving)[^?]{0,12} (?:in front of|off"
        r"|into|under) "
        r"|on the (?:form|questionnaire|phq|scale|sheet)[^?]{0,40}\bbetter off\b",
    ),
    _asked(
        RiskKind.SELF_HARM,
        r"(?:how (?:often|much|many times)|when) (?:do|did|are|were|have) you (?:last )?(?:been"
        r" )?cut(?:ting)?\b"
        r"(?! (?:back|down|out|off|your hair|the grass))|(?:have you been|are you|are you still|still)"
        r" cutting\b"
        r"(?! (?:back|down|out|off|your))|(?:the|any) urges? to (?:hurt|cut|burn|scratch)\b",
    ),
    _asked(
        RiskKind.ABUSE,
        r"(?:afraid|scared|frightened|terrified) of (?:your (?:\w+ )?(?:partner|husband|wife|boyfriend"
        r"|girlfriend|dad|father"
        r"|mother|mum|mom|brother|ex|son|family|in-laws)|him|her|them|any ?(?:one|body))"
        r"|(?<!it )(?<!that )(?<!this )(?:frightens?|frightened|scares?|scared|hurts?|hurting|threatens?"
        r"|threatened|controls?|forces?)"
        r" you\b"
        r"(?! (?:about|most|more|that|when|to|off))"
        r"|(?:made|make|makes|making) you (?:feel )?(?:afraid|scared|frightened|unsafe)\b"
        r"|put (?:his|her|their) hands on you\b|(?:feel|felt) unsafe (?:at home|growing up|with|as a child"
        r"|in the house)",
        certain=False,
    ),
)
"""Looked for in the questions of clinicians alone. Where one is not `certain`, a no denies what was asked and
may leave open whether there were thoughts of it."""
