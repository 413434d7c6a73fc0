"""How matters are spoken of in everyday words, and where their words speak of something else.

Only what is said not to have been discussed is read with it: it must be true either way. What a sentence is
worth is weighed by the words of `domains` alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from live_notes.drafting.language.any_case import AnyCase

_WORDS = r"(?<![\w'])(?:{})(?!\w)"


def _words(words: str) -> AnyCase:
    return AnyCase(_WORDS.replace("{}", words))


def _phrases(words: str) -> re.Pattern[str]:
    return re.compile(_WORDS.replace("{}", words), re.IGNORECASE)


EVERYDAY: Mapping[str, AnyCase] = {
    "sleep": _words(
        r"(?:get|got|getting|drop(?:ped)?|nod(?:ded)?|doz(?:e|ed|ing)) off|lie[- ]ins?|lying in bed|up"
        r" all night"
        r"|(?:hours|shut-?eye) a night|kip|sleepless|tossing and turning|night (?:sweats|terrors)"
    ),
    "appetite": _words(
        r"foods?|starving|nibbl\w+|picking at|skip(?:s|ped|ping)? (?:meals?|lunch|breakfast|dinner|tea"
        r"|supper)"
        r"|(?:lost|gained|put on|down|up) (?:about |around |like )?(?:[\w-]+ ){0,3}(?:pounds?|kilos?|kgs?"
        r"|stone|lbs?)"
        r"|(?:clothes|pants|trousers|jeans|belt) (?:are|is|'s|re) (?:\w+ )?(?:loose|tight)|calories"
        r"|nauseous"
    ),
    "mood": _words(
        r"spirits|(?:feel|feels|feeling|felt|been|bit|pretty|really|so) (?:\w+ )?(?:low|flat"
        r"|down|blue|blah"
        r"|rubbish|grim|glum|miserable)|miserable|snappy|short[- ]tempered|fed up|crabby|cranky|teary"
        r"|in bits"
        r"|down in the dumps|(?:feel|feeling|felt) (?:more )?like (?:myself|me again)|no joy"
        r"|enjoy(?:ing)? (?:nothing"
        r"|anything)|heavy[- ]hearted|elated|high as a kite|joy(?:less)?"
    ),
    "anxiety": _words(
        r"terrified|frightened|petrified|jumpy|edgy|nerves|jitter\w*|wound up|keyed up"
        r"|freak(?:ed|ing)?"
        r" out|butterflies|spiral(?:l?ing|led)?|ocd|y-?bocs|obsess\w+|compuls\w+|what ifs?|uneasy|panick\w+"
    ),
    "energy and concentration": _words(
        r"knackered|shattered|wiped(?: out)?|worn out|drained|wrecked|banjaxed|zapped|sluggish"
        r"|letharg\w+|run[- ]?down"
        r"|burn(?:t|ed) out|zonked|spent|jaded|brain fog|foggy|zon(?:e|ed|ing) out|attention span"
        r"|(?:no|the) get[- ]up[- ]and[- ]go|(?:can't|cannot|couldn't) (?:think straight|get going|take"
        r" (?:it|anything)"
        r" in|settle to)|read(?:ing)? the same (?:line|page|sentence|paragraph)|energ(?:etic|ised|ized)"
        r"|scatter-?brained"
    ),
    "medication": _words(
        r"injections?|depot|jab|sachets?|statins?|the pill|contracepti\w+|refills?|pharmac\w+|chemist"
        r"|nhs prescription"
    ),
    "substance use": _words(
        r"booze|grog|lager|cider|gin|rum|pints?|schooners?|stubbies|six[- ]packs?|seltzers?|ganja|hash"
        r"|edibles?|cones?"
        r"|joints?|spliffs?|fags?|ciggies|smokes|a (?:cheeky )?(?:bevvy|tipple|tinnie)|hangovers?"
        r"|wasted|tipsy|sponsor"
        r"|(?:on|off) the wagon|aa|na meetings?"
    ),
    "relationships and support": _words(
        r"mates?|pals?|missus|hubby|other half|better half|fianc[eé]e?|in-laws?|nan|granny|grandad"
        r"|grandpa|nephews?"
        r"|nieces?|cousins?|flatmates?|housemates?|church|neighbou?rs?|didi|bhai|mummy|papa|aunt(?:ie|y)"
    ),
    "work or school": _words(
        r"(?:for|at|from|to|off|into|after|before|miss(?:ed)?|in) work(?! (?:on|out|through|towards?"
        r"|with|up|at))|(?:i|we|he|she|they) works?"
        r" (?:hard|at|for|in|as"
        r"|with|nights|days|full|part|from)|(?:used to|do you|still) work|uni|university|lectur\w+"
        r"|thesis|degree"
        r"|supervisor|colleagues?|manager|redundan\w+|wages?|salary|semester|revision|gcses?|a[-"
        r" ]levels?|assembly"
        r"|assignments?|coursework|tutors?|(?:chem|maths?|biology|english|history|science) (?:test"
        r"|class|homework)"
        r"|payroll|overtime|retired|retirement|sacked|made redundant|dole|apprentice\w*|interviews?"
        r"|customers?"
    ),
    "physical health": _words(
        r"gp|bloods|ecg|ekg|liver|kidneys?|thyroid|pressure (?:was|is|'s|has)|blood pressure"
        r"|cholesterol|seizures?"
        r"|the shakes|sweats|scans?|x-?rays?|hospital|physio\w*|guts|tummy|belly|bowels?|arthritis"
        r"|stroke|creatinine"
        r"|vitamin (?:d|b)\b.{0,4}|palpitations|pregnan\w+|infection|vomit\w*"
    ),
    "coping and homework": _words(
        r"(?:calm|safe|happy) place|container|resourc(?:e|ing) work|jot(?:s|ted)?(?: \w+)? down|write"
        r" (?:it|that|them"
        r"|this|one|two|three|a|down)|once a day|every (?:night|day|morning|evening)|(?:for|over"
        r"|during) (?:this|the next"
        r"|the coming) (?:week|fortnight|month)|(?:before|until|till|by) (?:we (?:meet|speak|talk)|next"
        r" (?:time|week"
        r"|session|tuesday|wednesday|thursday|friday|monday))|worry list|diary card|distract\w+ myself"
        r"|the steps"
    ),
    "goals": _words(
        r"(?:the|your|our|these|those) goals|to be able to|"
        r"good enough place|(?:what|where) (?:you|do you|would you|did you)(?: most|"
        r" really| also)?"
        r" (?:want(?:ed)?|like|hope|hoping)(?: (?:most|to (?:get|be|see|happen|change|work|aim|do)|out"
        r" of|from|when"
        r"|different|instead))|you(?:'d| would) (?:want|like) to be different"
        r"|that's what i (?:want|wanted|'m after)|i (?:just )?(?:want|wanted|'d like|would like) to"
        r" (?:be|feel|get|keep"
        r"|stay|enjoy|have|sleep|live|go|see)|what we're working (?:on|towards?)|aiming (?:for|to)"
        r"|want(?:ed)? from this"
        r"|big goal|came (?:here )?for|brought you here|by the end of (?:this|our|therapy|treatment)"
    ),
}
"""What shows, beside the words of a domain, that it was spoken of."""

ELSEWHERE: Mapping[str, re.Pattern[str]] = {
    "mood": _phrases(r"happy (?:with (?:that|it|this)|to|birthday|new year|christmas|anniversary|days|out)"),
    "anxiety": _phrases(
        r"no worries|(?:don't|do not|not to|nothing to) worry|worrying (?:me|him|her) (?:about|to|for)"
        r"|(?:if|unless|when) i'?(?:m| am|'d be| was| were|d be) (?:\w+ )?(?:worried|concerned)"
        r"|i'm (?:a bit |just )?worried about you|i(?:'m| am) afraid (?:not|so|that|i|we|the|it|there)"
    ),
    "energy and concentration": _phrases(
        r"from memory|tired of|in (?:loving )?memory of|memory lane|(?:happy|good|bad|new|target"
        r"|traumatic|that|the|this)"
        r" memory|memory (?:of|that|comes|came)|focus on (?:the|that|your|this|what)|you look tired"
    ),
    "work or school": _phrases(
        r"(?:therapy |our |your |the |for |of )homework|works(?! (?:at|for(?! (?:me|you|us)\b)|in|as"
        r"|nights|days|full|part"
        r"|from|there|hard)\b)(?: for (?:me|you|us))?"
        r"|(?:it|that|this|which|what|nothing|something) (?:\w+ )?work(?:ed|ing)|work(?:ed|ing) (?:on"
        r"|out|through|up"
        r"|with (?:it|that|this|you))|the office|(?:good|nice|great|amazing|fantastic) job|homework"
    ),
    "physical health": _phrases(
        r"(?:take|hold|deep|big|catch) (?:a |your |my |in |some )?(?:\w+ )?breaths?|by heart|pain in"
        r" the (?:neck|ar?se|butt)"
        r"|breath(?:e|ing) (?:exercises?|experiment|technique|space|in|out|normally)|doctor who"
    ),
    "coping and homework": _phrases(
        r"walk(?:s|ed|ing)? (?:out|in|over|into|through|me|past|away|off|by)|homework from school"
    ),
}
"""Where the words of a domain do not speak of it."""
