"""What the talk may have been of: words that leave in doubt that a matter was never spoken of.

That a matter was not discussed is a statement like any other, and must be true. So these words are wide: an
exchange about an orchestra is one of work, and a clinician who names safeguarding spoke of harm. They are
read for that alone, and weigh nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.layouts import NO_GOAL_STATED, NOT_DISCUSSED
from live_notes.drafting.note import Section
from live_notes.drafting.risk.borrowed import MEDICINES_THAT_ARE_PASSED_ON

_PART = (
    r"(?:back|knees?|hips?|hands?|neck|shoulders?|ankles?|feet|foot|ears?|eyes?|legs?|wrists?|stomach"
    r"|throat"
    r"|skin|teeth|tooth|joints|lungs?)"
)


def _words(words: str) -> AnyCase:
    return AnyCase(rf"(?<![\w'])(?:{words})(?!\w)")


_IN_DOUBT: Mapping[str, AnyCase] = {
    "suicide": _words(
        r"suicid\w*|(?:kill|hang|drown|harm|hurt)(?:ing|ed)? (?:my|your)self|end(?:ing|ed)? (?:my|your"
        r"|it all|things)"
        r"(?: own)?(?: life)?|(?:be|being|better|off) dead|(?:want|wanted|wanting|rather|ready) to die"
        r"|overdos\w+"
        r"|(?:not|n't want to|no longer) (?:be|being|to be) (?:here|around|alive)|safety plan"
        r"|samaritans|crisis line"
        r"|(?:taking|take|took|taken) (?:my|your) (?:own )?life|keep yourself safe|thoughts of (?:death"
        r"|dying)"
    ),
    "self-harm": _words(
        r"self[- ]?harm\w*|(?:hurt|harm|cut|burn|scratch)(?:ing|ed)? (?:my|your)self|cutting|(?:cut"
        r"|burnt|burned"
        r"|scratched) my (?:\w+ )?(?:arms?|wrists?|legs?|thighs?)|overdos\w+"
    ),
    "harm to others": _words(
        r"(?:hurt|harm|attack|kill)(?:ing|ed)? (?:any|some)(?:one|body)|(?:hurt|harm|violence) (?:to"
        r"|of) (?:others"
        r"|other people|anyone)|(?:lash|lashed|lashing|hit|hitting) out|safeguarding|child protection"
        r"|social services"
        r"|(?:(?:your|my)self|suicid\w*|here)(?: at all)?,? (?:or|and) (?:to |hurt(?:ing)? "
        r"|harm(?:ing)? |of )?(?:any(?:one|body)"
        r"|some(?:one|body)|others|other people)|(?:towards?|against|harm\w*|hurt\w*|violent to) (?:any"
        r"|some)(?:one"
        r"|body) else|(?:towards?|against|harm(?:ing)?|hurt(?:ing)?) (?:others|other people|another person)"
        r"|if i (?:ever )?(?:catch|ketch|get (?:hold of|my hands on)|find|see|meet) (?:him|her|them|that)"
        r"|i(?:'d| would|'ll| could| wanted to| want to) (?:kill|hit|batter|deck|thump|punch|slap|lick"
        r"|smash|beat|murder"
        r"|strangle|throttle|hurt) (?:him|her|them|my \w+)"
        r"|homicid\w*|violen(?:t|ce)|i (?:hit|slapped|shook|pushed|shoved|grabbed|punched|kicked"
        r"|smacked|hurt) (?:him"
        r"|her|them|my \w+)|too rough|lose (?:my|your) temper with|lost my temper with|get your hands on"
    ),
    "abuse": _words(
        r"abus\w+|safeguarding|social services|child protection|(?:are you|do you feel|feel|feeling"
        r"|felt|you're|i'm not"
        r"|not) (?:un)?safe(?: (?:at|in|with|here|there|from|going))?|(?:hit|hits|beat|beats|slapped"
        r"|punched|kicked"
        r"|choked|threatens|threatened|raped|assaulted) (?:me|us)"
        r"|raised? (?:his|her|a|their) hands? (?:to|at) (?:me|us|you)|(?:any|some)(?:one|body)(?: ever)?"
        r" (?:hit|hurt|frightened|threatened|touched|controlled) (?:me|us|you)|bull(?:y|ies|ied|ying)"
        r"|violen(?:t|ce)"
        r"|tortur\w+"
        r"|assault\w*|trafficked|afraid of (?:him|her|them|my \w+)|frightened of (?:him|her|them|my \w+)"
        r"|(?:lay|laid|laying|put|lift|lifted|raise|raised) (?:a|his|her|their|your|my) (?:hands?"
        r"|finger) (?:on|to|at)"
        r"|flinch\w*|(?:hit|hits|beat|beats|slapped|smacked|belted|struck) (?:him|her|them|my \w+)"
        r"|(?:feel|felt) unsafe|domestic violence|controlling|coerci\w+|they (?:hit|beat)"
    ),
    "substance use": _words(
        rf"{MEDICINES_THAT_ARE_PASSED_ON}|alcohol\w*|booze|drunk|beers?|wine|pints?|lager|whiske?y|vodka|rum|hungover"
        r"|drugs?|weed|cannabis|edibles?|joints?|cocaine|heroin|vap(?:e|es|ing)|cigarettes?|tobacco|nicotine|snus|shisha"
        r"|khat|smok(?:e|es|ed|er|ing)|caffeine|energy drinks?|(?:any|much|your|the|about) drink(?:ing)?"
        r"|a drinker"
        r"|(?:do|does|did) (?:you|he|she|they) drink|i (?:don't|do not|never) drink"
    ),
    "goals": _words(
        r"(?:these|those|two|three|one|the|only) (?:\w+ )?things? (?:that )?i want|(?:that's|it's) (?:all"
        r"|what) i want"
        r"|all i want|what i want is"
        r"|goals?|aims?|aiming|ambitions?|miracle|magic wand|best hopes?|how important|importance|important"
        r" (?:to you|is it|it is|for you)|(?:work|working|worked|build|building) towards?"
        r"|what we're working on"
        r"|(?:what|how|where)(?:'d| would|'ll| will| could| do| did| does)? (?:you |it |things |life "
        r"|your \w+ |that )?"
        r"(?:most |really )?(?:be (?:different|better|like instead)|be looking for|look like if"
        r"|be able to do)"
        r"|what(?: [\w']+){0,4} (?:different|all this for)|what (?:do|would|did|'d|are) you (?:most "
        r"|really )?"
        r"(?:want|hope|hoping|wish|after|looking for|like) (?:from|out of|for|to (?:be|change|get|see|come))"
        r"|(?:want|wanted|wants|like|love|hope|hoping|hoped|wish)(?: for)? (?:it|this|that|things|these|us"
        r"|my \w+"
        r"|the \w+) to|(?:i'd|i would|i|we|you|you'd) (?:just |only |really |still |did )?(?:want|wanted"
        r"|like|love"
        r"|hope|hoped|wish) to (?:just |really )?(?:stop|quit|be|become|change|get (?:back|better|over|off"
        r"|out"
        r"|through|rid|my)|feel|learn|go back|sleep|live|cut (?:down|back)|enjoy|manage|cope|have (?:a|my"
        r"|more)"
        r"|be able)|(?:to|i'd|i|you'd|you) (?:stop|quit)(?: altogether| completely| for good)|by the time we"
        r"(?:'re| are|'ve)? (?:finish|finished|done|end)|(?:by|at) the end of (?:this|therapy|treatment|our"
        r"|all this)"
        r"|if (?:this|therapy|treatment|things|it) (?:worked|works|helped|helps|went well|goes well"
        r"|were better"
        r"|got better)|came (?:here )?(?:for|to (?:stop|sort|change|get|work))|why you came|what brought you"
    ),
    "sleep": _words(
        r"dream(?:t|ed|s|ing)?|(?:two|three|four|five|half (?:two|three|four)) in the morning|up at"
        r" (?:two|three|four"
        r"|five|half)|(?:lie|lay|lying|laid) (?:there|awake)|can't nod off|snor(?:e|ing|es)|night shifts?"
    ),
    "anxiety": _words(
        r"(?:chest|stomach|throat|jaw)(?: \w+){0,3} (?:tight|knots?|clenched)|tight(?:ness)? in (?:my"
        r"|the|your) (?:chest"
        r"|throat)|heart(?: \w+){0,2} (?:racing|pounding|thumping|going|hammering)|shaking|shaky"
        r"|sweating|froze|frozen"
        r"|flashbacks?|freaks? me|catastrophi\w+|rumination"
    ),
    "energy and concentration": _words(
        r"(?:so|too|just|dead|bone|that|very|always|i'm|was|feel|felt) tired|can't think|(?:mind|head)"
        r" (?:goes|went|is"
        r"|was|goes all) blank|blank(?:ed|ing)|dragging myself|no energy|can't (?:concentrate|focus|be"
        r" bothered)"
        r"|couldn't be bothered|weary|groggy|sleepy"
    ),
    "work or school": _words(
        r"orchestra|rehears\w+|auditions?|gigs?|concerts?|on tour|contract (?:meetings?|talks?"
        r"|negotiations?|work|signing)"
        r"|the (?:ward|depot|warehouse|factory|building site|company|firm|practice|rota|roster|union"
        r"|shop floor|plant"
        r"|force|station|trust|bar exam)|farm(?:s|ing|er|ers|yard)?|milking|parlour|market stall"
        r"|lay-?offs?|shifts?"
        r"|on (?:nights|earlies|lates)|overtime|self-employed|my (?:own )?(?:business|work|trade|firm"
        r"|shop|clients"
        r"|customers|patients|pupils|students|crew|team|job|boss|manager|hours)|apprentice\w*|payslip"
        r"|pay ?day|for a living"
        r"|years (?:in the|on the|at the|i made|i worked|i drove|i taught)|deadline|promotion"
        r"|(?:stud(?:y|ying)|exams?)"
        r"|dissertation|essay|placement|internship|freelanc\w+|commission|my practice|on call|off work"
        r"|back (?:at|to) work"
    ),
    "physical health": _words(
        rf"(?:my|your|bad|sore|dodgy|this|me) (?:\w+ )?{_PART} (?:is|was|has|had|went|gone|goes|gave"
        rf"|hurts?|aches?|killing"
        rf"|playing|stuffed|knackered|bad|sore|seized|packed|acting|swollen|again)|(?:bad|sore|dodgy"
        rf"|gammy|crook) {_PART}"
        r"|lisinopril|amlodipine|metformin|ramipril|losartan|atorvastatin|levothyroxine|omeprazole"
        r"|warfarin|statins?"
        r"|(?:water|pressure|sugar|heart) (?:pills?|tablets?)|insulin|inhalers?|operation|surgeon"
        r"|surgical|dentist"
        r"|chiropractor|tendon\w*|menopaus\w*|hot flush\w*|periods?|weigh(?:t|ed|s)?|kilos?"
        r"|physical(?:ly)? (?:ill|health"
        r"|unwell)|unwell|poorly|the flu|virus|covid|a cold|appointment at the hospital|consultant"
        r"|specialist|skin|itch\w*|eczema|psoriasis|spots|limp|sprain\w*|vomit\w*|throwing up|diarrh\w+"
        r"|constipat\w+|wheez\w*|hearing aid|tinnitus"
    ),
}

_OF_SECTIONS: Mapping[str, AnyCase] = {
    "Trauma": _words(
        r"trauma\w*|tortur\w+|beat me|beaten|(?:they|he|she) (?:hit|beat|raped|touched)|rap(?:e|ed)"
        r"|abus\w+|assault\w*"
        r"|attack(?:ed)?|prison|detention|camp|war|bomb\w*|shot|shooting|fled|asylum|refugee"
        r"|flashbacks?|nightmares?"
        r"|ptsd|post-traumatic|violen\w+|kidnap\w*|trafficked|accident|(?:like )?it's happening again"
        r"|in care"
    ),
    "Family history": _words(
        r"family|(?:my|your) (?:\w+ )?(?:mother|mum|mom|mam|father|dad|parents|brothers?|sisters?"
        r"|grand\w+|nan|gran"
        r"|uncles?|aunt\w*|cousins?)"
    ),
    "Developmental history": _words(
        r"child(?:hood)?|grew up|growing up|school|born|brought up|raised|when i was (?:a (?:kid|child"
        r"|boy|girl)|little"
        r"|small|young|\w+teen|\d+)|milestones|as a (?:kid|child|boy|girl)"
    ),
    "Legal": _words(
        r"police|court|lawyers?|solicitors?|asylum|arrest(?:ed)?|charges?|probation|judge|custody|visa"
        r"|home office"
        r"|immigration|caution|fine|tribunal|sentence"
    ),
    "Medical history": _words(
        r"hospital|gp|doctor|operation|surgery|illness|pain|diabet\w+|asthma|blood pressure|heart|back"
        r"|tablets?|allerg\w+"
    ),
    "Psychiatric history": _words(
        r"therap(?:y|ist)s?|counsel\w+|psychiatr\w+|antidepressants?|depress\w+|breakdown|before"
        r" (?:with|this)"
    ),
    "Substance use": _words(
        r"alcohol|drink\w*|drunk|beers?|wine|smok\w+|drugs?|weed|cannabis|khat|vap\w+|sober"
    ),
    "Social history": _words(
        r"live|lives|living|hotel|house|flat|work\w*|job|friends?|married|husband|wife|partner|church"
        r"|children|kids"
    ),
}
"""Of the sections of an intake, the words that leave in doubt that nothing was said of them."""
NO_GOAL_PLACED = "No goal was placed here; one may have been spoken of. It is left to the clinician."
NOTHING_PLACED = "Nothing was placed here; it may have been spoken of."


def without_doubtful(sections: Sequence[Section], texts: Sequence[str]) -> tuple[Section, ...]:
    """The sections, where one is empty but may have been spoken of without the claim that it was not."""
    return tuple(_undoubted(one, texts) for one in sections)


def _undoubted(section: Section, texts: Sequence[str]) -> Section:
    if section.statement == NOT_DISCUSSED and _may_be_of(section.title, texts):
        return section.model_copy(update={"statement": NOTHING_PLACED})
    if section.statement == NO_GOAL_STATED and not surely_not(("goals",), texts):
        return section.model_copy(update={"statement": NO_GOAL_PLACED})
    return section


def _may_be_of(title: str, texts: Sequence[str]) -> bool:
    words = _OF_SECTIONS.get(title)
    return words is not None and any(words.search(text.replace("’", "'")) for text in texts)


def surely_not(names: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Of the names of what was not discussed those that no word of the talk leaves in doubt."""
    left = list(names)
    for text in texts:
        plain = text.replace("’", "'")
        left = [one for one in left if one not in _IN_DOUBT or _IN_DOUBT[one].search(plain) is None]
    return tuple(left)
