"""The topics that a clinician goes through, and the ways of asking about one."""

from __future__ import annotations

import re

_MASS = (
    r"sleep(?:ing)?|appetite|eating|food|(?:low )?mood|spirits|energy(?: levels?)?|concentration|focus"
    r"|attention"
    r"|memory|motivation|weight|diet|nutrition|anxiety|panic|depression|stress|anger|temper|irritability"
    r"|worrying|rumination|grief|guilt|shame|loneliness|paranoia|alcohol|drinking|booze|smoking|vaping"
    r"|nicotine"
    r"|tobacco|weed|cannabis|marijuana|ganja|caffeine|coffee|gambling|drug use|substance use|cravings"
    r"|medications?|meds|medicines?|work|school|schooling|college|uni|university|home life|family life|family"
    r"|social life|money|finances|housing|childcare|pain|headaches|migraines|nausea|dizziness|health"
    r"|physical health|home|exercise|self-care|hygiene|libido|sex|intimacy|side effects|panic attacks"
    r"|nightmares"
    r"|bad dreams|flashbacks|voices|intrusive thoughts|racing thoughts|compulsions|obsessions|rituals"
    r"|checking"
    r"|avoidance|homework|hobbies|friends|friendships|relationships|support|coping|routine|parenting|studies"
    r"|job|marriage|relationship|breathing|grounding|mindfulness|meditation|journalling|journaling|thirst"
    r"|blood pressure|blood sugars?|bowels|periods|suds"
)
_THINGS = (
    r"(?:[a-z-]+ )?(?:diar(?:y|ies)|diary cards?|thought records?|logs?|worksheets?|worry list|mood charts?"
    r"|journal|(?:home)?work sheets?|practice|exercises?|exposures?|breathing exercises?|reading|hierarchy"
    r"|questionnaires?|food diary|sleep diary|safety plan|activity schedule|step count|letter|drink(?:s|ing)?"
    r"|drugs?|smokes|urges?|triggers?|attacks?|symptoms?|dreams?|jobs?|exams?|course|studies|partner|husband"
    r"|wife|boyfriend|girlfriend|fiancee?|mothers?|mum|mom|mam|mummy|mama|fathers?|dad|daddy|papa|parents"
    r"|brothers?"
    r"|sisters?|siblings|sons?|daughters?|children|kids|lads|bab(?:y|ies)|grandchildren|grandkids|in-laws"
    r"|family|friends?|flatmates?|housemates?|roommates?|boss|manager|colleagues|neighbours|neighbors|aunt"
    r"|aunty|uncle|gran|granny|nan|nana|grandmother|grandfather|grandad|grandpa|grandma|cousins?|ex"
    r"|goals?|aims?|predictions?|fears?|worr(?:y|ies)|hopes?|expectations?|pills?|tablets?|injections?"
    r"|patch(?:es)?|inhalers?|dose|back|knees?|shoulder|stomach|chest|head)"
)
KNOWN = re.compile(
    rf"\b(?:{_MASS}|(?<!\w ){_THINGS}|side effects|panic attacks|anxiety levels?|stress levels?)\b", re.I
)
"""What a clinician asks after by its name."""
COUNTED = re.compile(
    r"(?:[a-z]+ )?(?:diary(?: card)?|thought record|log|worksheet|mood chart|journal|worry list"
    r"|hierarchy|letter"
    r"|questionnaire|safety plan|activity schedule|form|list|sheet|chart)",
    re.IGNORECASE,
)
"""What needs an article where none was said: "diary card?"."""
MASS = re.compile(
    rf"(?:{_MASS})(?: (?:and|or) (?:{_MASS}))*(?:, (?:{_MASS}))*(?: at (?:work|home|school|college))?", re.I
)
"""What stands without an article: "the sleep" is "sleep"."""
DETERMINER = re.compile(r"^(?:the|your|any|all the|all your|this|that)\s+", re.IGNORECASE)
DOING_ALONE = re.compile(r"[a-z]+ing", re.IGNORECASE)
POINTING = re.compile(r"^(?:this|that)\s+", re.IGNORECASE)
_WELL = r"(?:(?:oh|um+|uh+|er+|ah|well|god|gosh|hm+|so|right|lord|look|honestly)[,. ]+)*"
YES_OR_NO = re.compile(
    rf"{_WELL}(?:yes|yeah|yep|yup|yah|aye|no|nope|nah|none|never|mhm|mm-hmm|uh-huh|of course)(?!\w)",
    re.IGNORECASE,
)
"""Says yes or no: it means nothing without all that was asked."""
HOW_FAR = re.compile(
    rf"{_WELL}(?:not|nothing|neither|nor|sometimes|sure|ok|okay|correct|right|true|definitely|absolutely|mm|a"
    r"|some|only|just|occasionally|rarely|hardly|kind of|sort of|maybe|probably|every|most|all|always|still"
    r"|i (?:do|did|have|am|was|would|could|can|will|might|don't|didn't|haven't|wasn't|wouldn't|couldn't"
    r"|can't)(?:[.,]|$)"
    r"|i'm not\W*$)(?!\w)",
    re.IGNORECASE,
)
"""Says how far a yes or a no goes: it needs a question that could be answered so."""
ASIDE = re.compile(
    r"^(?:(?:and|so|okay|right|now|well|but)[, ]+)*(?:(?:i (?:always |have to |do )?ask (?:this "
    r"|everyone|everybody"
    r"|all my \w+|every\w*|each)[^,]*|bear with me|(?:if )?(?:you )?(?:don't|do not) mind (?:me|my) asking"
    r"|just (?:so (?:that )?i know|to check|out of interest|quickly|checking)|quick one|last (?:one|thing)"
    r"|one more(?: thing)?|moving on|before (?:we|i|you) [^,]{1,25}|while (?:we're|i'm) (?:here|on it|at it)"
    r"|out of interest|remind me|tell me)(?:[,:] ?|\s+-\s+)(?:so |and )?)+(?=\S)",
    re.IGNORECASE,
)
"""What a clinician says before a question, and what is no matter of it."""
PARENTHESIS = re.compile(
    r"(?<=\bthe)[, ]+(?:what (?:was|is) it(?: called)?|what's it(?: called)?|what d(?:o |')?(?:you|ye"
    r"|ya) call"
    r"(?: it| them)?|oh|um+|uh+|er+m?|you know)(?: again)?[, ]+(?:the )?"
    r"|(?<=\bthe) what (?:was|is) (?:it )?the ",
    re.IGNORECASE,
)
"""What somebody says who looks for a name: "the, what was it, the lithium"."""
_SINCE = (
    r"since (?:then|(?:i|we) (?:last )?(?:saw|met|spoke|talked)(?: to)?(?: you| each other)?(?: last)?"
    r"|(?:(?:the|our|your) )?last (?:session|time|visit|appointment|week|month|met|one))"
)
TAIL = re.compile(
    r"(?:,? ?\b(?:been|going|doing|coming along|coming on|getting on|holding up|looking|treating you"
    r"|lately|recently"
    r"|now|today|tonight|generally|overall|otherwise|in general|generally speaking|at the (?:moment"
    r"|minute|present)"
    r"|at present|right now|just now|currently|these days|nowadays|this (?:past |last )?(?:week"
    r"|fortnight|month"
    r"|morning|time)|(?:over |in |for |during )(?:the |this )?(?:last|past) (?:[a-z]+ )?(?:days?|weeks?"
    rf"|fortnight|months?)|last (?:week|month|night)|so far|{_SINCE}|at all|any|much|for you|with you"
    rf"|then|though|again"
    r"|and (?:all|everything)(?: that| else| of that)?|and so on|and that|all (?:of )?that"
    r"|that (?:sort|kind) of (?:thing|stuff)|anything like that|and things|and stuff"
    r"|(?:apart|aside|away) from [^?]+|other than [^?]+|,? in your (?:own )?words|, not [^?]+"
    r"|outside of [^?]+|in all (?:of )?this|, (?:in|at) (?:the|your) [a-z]+))+$",
    re.IGNORECASE,
)
"""What a question about a topic may end with and ask no more: a time, "at all", "apart from all this"."""
_HOW = r"(?:how(?:'s| is| are|'re| was| were| has| have|'ve|'d))"
_WHAT = r"(?P<what>[^?]+)"
_ASKED_FOR = (
    r"goals?|aims?|predictions?|fears?|worr(?:y|ies)|triggers?|hopes?|expectations?|rating|score|suds?|plan"
    r"|routine|living situation|home situation|work situation|diet|dose|sleep|mood|appetite|pain"
)
FRAMES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?:how|what) about (?:at |in |with )?(?!you\b)" + _WHAT,
        rf"(?:{_HOW} )(?:(?:things|it|everything|life)(?: been)?(?: going)? (?:with|at|in) )?{_WHAT}",
        r"(?:can you |could you )?(?:tell me|talk to me|talk me through|say)(?: a (?:little"
        r"|bit)(?: bit)?)?(?: more)?"
        rf" about {_WHAT}",
        rf"(?:fill me in|catch me up|update me|bring me up to date|any news|any update"
        rf"|where are we) (?:on|with) {_WHAT}",
        rf"what(?:'s| is| has been|'s been) (?:happening|going on|the story|the latest"
        rf"|the situation) with {_WHAT}",
        rf"(?:how (?:are|have|'re|'ve) you (?:been )?(?:doing|getting on|getting along|coping|managing"
        rf"|going) with) {_WHAT}",
        rf"how (?:did|'d) you (?:get on|go|do|find it|cope|manage) with {_WHAT}",
        rf"how (?:do|did) you (?:find|like) (?!it\b){_WHAT}",
        r"what(?:'s| is| was|'s been| has been) (?P<what>[^?]+?)(?: been)? like",
        rf"what(?:'s| is| was| are| were) (?P<what>(?:the|your) (?:(?:main|big|biggest|worst|overall"
        rf"|current|own|usual)"
        rf" )?(?:{_ASKED_FOR}))",
        r"how (?:did|'d) (?P<what>[^?]+?) (?:go|turn out|work out|work|pan out)",
    )
)
"""Ways of asking about a thing."""
NAMED_FIRST = re.compile(
    r"(?:(?:what|how) about )?(?P<what>(?:the |your |that )?[a-z-]+(?: [a-z-]+)?), (?:"
    r"(?:(?:are |were )?(?:you|you're|you've been) )?(?:still |currently )?(?:on|taking|using|having"
    r"|doing|keeping up with"
    r"|managing|getting) (?:it|that|those|them)(?: okay| ok| all right| alright| every (?:day|night)"
    r"| regularly| fine| now)*"
    r"|where are (?:we|you) (?:with|on|at with) (?:it|that|those)"
    r"|(?:and )?how(?:'s| is| are|'re| was| were|'s that| has| have) (?:it|that|those|they"
    r"|that one)(?: been| going| doing"
    r"| now| coming along)*"
    r"|(?:what|how) (?:was|is|are|were) (?:it|that|they) (?:at|before|in|on|during|over|this|last"
    r"|now)\b[^?]{0,50}"
    r"|(?:the|on|in|at|over|this|last) (?!.*\b(?:and|or) )[^?,]{1,30}(?: or otherwise)?)",
    re.IGNORECASE,
)
"""A thing named first, and then asked after: "prazosin, still on that?", "what about walking, on Sunday?"."""
LISTED = re.compile(
    r"(?P<things>(?:(?:the|your|any) )?[a-z-]+(?: [a-z-]+)?(?:(?:,(?: and)?| and) (?:(?:the|your"
    r"|any) )?(?!how\b|what\b)"
    rf"[a-z-]+(?: [a-z-]+)?){{1,2}})(?:, ?{_HOW} (?:that|those|it|they|all that|these)(?: been| going"
    rf"| doing)?"
    r"(?P<where> at (?:work|home|school|college))?)?",
    re.IGNORECASE,
)
_DONE = r"(?P<what>sleeping|eating|drinking|smoking|vaping|working|studying|exercising|gambling|coping)"
_WELL_DONE = (
    r"(?: (?:ok|okay|all right|alright|well|better|properly|enough|much|any|at all|regularly|any better))*"
)
HOW_DOING = re.compile(rf"{_HOW} you (?:been )?(?:still )?{_DONE}", re.IGNORECASE)
DOING = re.compile(
    rf"(?:are you|have you been|you|you been|been|still|you're) (?:still )?{_DONE}{_WELL_DONE}", re.IGNORECASE
)
RATED = re.compile(
    r"(?P<what>[a-z]+(?: [a-z]+)?)(?:,? (?:out of|from (?:zero|nought|nothing|one|0|1) to|(?:zero"
    r"|nought|one|0|1) to"
    r"|on a scale of (?:zero|nought|one|0|1) to) (?:a )?(?:ten|hundred|10|100|seven|7))",
    re.IGNORECASE,
)
ANY = re.compile(r"^any(?: other)? ", re.IGNORECASE)
BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
NOUN_OF_DOING = {"sleeping": "sleep", "working": "work"}
ON_A_DRUG = re.compile(
    r"(?:(?:are|were) you |you(?:'re| are)? |have you been )?(?:still |currently )*(?:on|taking|using"
    r"|having) "
    r"(?:the |your |that )?(?P<what>[a-z]+)",
    re.IGNORECASE,
)
BROUGHT = re.compile(
    r"(?:did you (?:bring|do|keep|fill (?:in|out)|get (?:a chance )?to(?: do)?|manage(?: to do)?"
    r"|get (?:round|around) to)"
    r"|do you have|have you (?:got|brought|done|kept|filled (?:in|out)|been (?:doing|keeping|using))"
    r"|(?:will|shall|can|could) (?:we|i) (?:see|start with|go through|(?:take |have )?(?:a )?look at))"
    r" (?P<what>(?:the|your|that) (?:[a-z-]+ )?(?:diary(?: card)?|thought record|log|worksheet"
    r"|mood chart|journal"
    r"|list|sheet|card|homework|chart|record|reading|letter|exposures?|questionnaires?|forms?))",
    re.IGNORECASE,
)
"""Asks for what was given to do by its name."""
NO_THING = re.compile(
    r"\b(?:you|it|i|we|he|she|they|them|me|us|him|so|why|how|what|when|where|who|which|did|do|does|was|is|are"
    r"|were|been|be|ever|always|or|and|but|if|than|that|to|not|no|things|everything|anything|something"
    r"|all|better|worse|different|else|someone|anyone|anybody|one|ones|thing|part|rest|other|others|first"
    r"|second|third|next|last|two|three|four|five|same)\b",
    re.IGNORECASE,
)
"""Words with which it is more than a topic, or points at one."""
IS_SO = re.compile(
    r"\w's (?:all |still |any |been |really )*(?:gone|back|over|okay|ok|alright|fine|good|bad|on|off|up"
    r"|down|settled"
    r"|sorted|working|done|there|here|eased|easier|away|improving|improved)\b",
    re.IGNORECASE,
)
"""Says how the thing is: "the panic's gone" is no topic."""
