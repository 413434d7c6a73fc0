"""The words in which a clinician takes a history, by the section of an intake that the answer belongs to."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.planning.step_words import LEAD


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_KIN = (
    r"famil(?:y|ies)|relatives?|parents?|mothers?|fathers?|m[uo]m(?:my|s)?|mam|dads?|daddy|papa|siblings?"
    r"|brothers?|sisters?|grand\w+|aunt\w*|uncles?|cousins?"
)
_ILL = (
    r"depress\w*|anxi\w*|bipolar|schizo\w*|psycho\w*|mental\w*|nerves|breakdowns?|suicid\w*|ill(?:ness\w*)?"
    r"|suffer\w*|diagnos\w*|addict\w*|alcohol\w*|drink\w*|treat\w*|hospital\w*|cancer|diabet\w*|strokes?"
    r"|heart|blood pressure|conditions?|diseases?|(?:health|medical) \w+|pass(?:ed)? away|di(?:e|ed)"
)
_PAST_SCHOOL = (
    r"(?:was|were|did|used to|find|found|left|leave|finish\w*)\b[^?]*\bschool(?! (?:today|this|yet))"
    r"|school (?:days|years|like for you)|schooling|educat\w+|qualifications?"
)
MATTERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "Psychiatric history",
        _words(
            r"(?:too much|lots of|so much|loads of) energy|(?:not |without )?need(?:ing|ed)? (?:(?:less"
            r"|no|little|much)"
            r" )?sleep|manic|mania|hypomani\w+"
        ),
    ),
    (
        "Medical history",
        _words(
            r"(?:give|gave|given|offer\w*|prescribe[ds]?|put) you (?:on )?(?:anything|something"
            r"|any)\b(?=[^?]*\?)"
            r"|allerg\w+|head injur\w+|(?:bang|bump|blow|knock)s? (?:on|to) (?:the|your) head|knocked"
            r" out|concuss\w+"
            r"|(?:a |any )?(?:fits?|seizures?|epilep\w+)|inhalers?|operations?|periods?\b(?! of)"
            r"|menopaus\w*|hrt"
            r"|(?:take|taking|on) anything (?:regular\w*|every day|daily|else|over the counter)"
            r"|(?:regular|repeat)"
            r" (?:meds|medicines?|medications?|tablets|prescriptions?)"
        ),
    ),
    (
        "Presenting problem",
        _words(
            r"brings? you|brought you|voices?|explanation|(?:do you think|you think) (?:is|'s) going on"
            r"|what do you (?:make of|think it is)|hear(?:d|ing)? (?:voices|or see|things)|see(?:n"
            r"|ing)? things"
            r"|(?:thoughts|mind) (?:aren't|are not|being) (?:your own|read)|(?:make|makes|making) (?:it"
            r"|this|that|things)"
            r" (?:worse|better)|(?:want|like|hope|hoping|get|looking) [^?]*(?:different|out of|from)\b"
            r"|goals?|sleep\w*|appetite|energy|concentrat\w+|mood|(?:how|what) (?:are"
            r"|have) you (?:been )?feel\w*"
            r"|symptoms?|panic|since when|(?:this|it|that|things) (?:start|began|begin)\w*"
            r"|how long (?:has|have) (?:this|it|you (?:been|had|felt))",
        ),
    ),
    (
        "Family history",
        re.compile(
            rf"(?!.*\b(?:talk to|close to|turn to|rely|confide|trust|lean on|supports?|know about)\b)(?:.*"
            rf"\b(?:famil(?:y|ies) (?:medical |psychiatric |mental health )?history"
            rf"|(?:runs?|running) in (?:the|your) family"
            rf"|(?:any(?:one|body|thing)?|other|else|similar|like this|like that"
            rf"|history)\b.*\b(?:famil(?:y|ies)|relatives?)"
            rf"|(?:famil(?:y|ies)|relatives?|blood relations?)\b.*\b(?:any(?:one|body|thing)?|similar"
            rf"|like (?:this|that)"
            rf"|{_ILL})"
            rf"|(?:any(?:one|body)) (?:else )?(?:at home|related to you|in the house)\b.*\b(?:{_ILL}"
            rf"|struggl\w*)"
            rf"|any(?:one|body) (?:else )?(?:ever )?(?:\w+ ){{0,4}}(?:tak\w+|took) their (?:own"
            rf" )?li(?:fe|ves)"
            rf"|(?:{_KIN})\b.*\b(?:had|have|has|suffer\w*|ever|treated|with|of)\b.*\b(?:{_ILL})"
            rf"|(?:{_ILL}).*\b(?:in|on) (?:the|your|either) (?:\w+ )?(?:family|side)"
            rf"|(?:what|how) about (?:your |the )?family(?! (?:life|now|here|dinner|at home|doctor|therapy))"
            rf"|tell me (?:a (?:bit|little) |something |more )?about your (?:family|people|folks)"
            rf"(?! (?:life|now|doctor|business))"
            rf"|(?:are|is) your (?:parents?|mother|father|mum|mom|dad)[^?]*\b(?:alive|living|well"
            rf"|in good health))\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "Legal",
        _words(
            r"police|courts?|arrest\w*|the law|legal\w*|probation|parole|criminal|convict\w*|charge[ds]"
            r"|prison|jail"
            r"|solicitors?|lawyers?|attorneys?|custody|cautions?|lawsuits?|restraining order"
        ),
    ),
    (
        "Substance use",
        _words(
            r"alcohol|drink(?:s|ing|er)?(?! (?:of )?(?:water|tea|coffee|enough))|smok\w+|vap(?:e|ing)"
            r"|drugs?"
            r"(?! (?:allerg|names?))|substances?|cannabis|weed|marijuana|ganja|tobacco|cigarettes?|nicotine"
            r"|cocaine|coke|spice|ket(?:amine)?|mushrooms|mdma|ecstasy|khat|edibles|steroids"
            r"|recreational\w*|detox|black ?outs?"
        ),
    ),
    (
        "Trauma",
        _words(
            r"(?:hit|hurt|beat\w*|slapped|smacked|punished|touch(?:ed)?) (?:you )?(?:as a|when you were"
            r"|growing up|at home|in a way"
            r"|where you)|touch(?:ed)? you|tours?|combat|(?:forces|army|navy|military)\b[^?]*\b(?:see"
            r"|saw|happen\w*)"
            r"|pinned|restrain\w*|held down"
            r"|traum\w+|abus(?:ed?|ive)|assault\w*|attacked|(?:hit|hurt|harmed|frightened|threatened)"
            r" you(?!r)"
            r"|unsafe|violen\w+|bull(?:y|ied|ying)|neglect\w*|bereave\w*|lost (?:any(?:one|body)"
            r"|some(?:one|body))"
            r"|(?:any(?:one|body)|some(?:one|body)) (?:close|dear)[^?]*\b(?:died|lost|passed)"
            r"|(?:bad|terrible|awful|frightening|upsetting|scary) (?:\w+ )?happen\w*"
        ),
    ),
    (
        "Developmental history",
        _words(
            r"gr[eo]w(?:ing)? up|childhood|as a (?:child|kid|boy|girl|teen\w*|youngster)|upbringing|raised"
            r"|when you were (?:a )?(?:very )?(?:little|small|young\w*|child|kid|boy|girl|teen\w*"
            r"|bab(?:y|ies)|in school)"
            r"|early (?:years|life)|born|milestones"
            rf"|{_PAST_SCHOOL}|(?:your|own|bit of|some|family) background"
        ),
    ),
    (
        "Psychiatric history",
        _words(
            r"(?:hospital|ward|unit)\b[^?]*\b(?:mental|psych\w*|nerves|mood|your head)"
            r"|(?:seen|see|saw|spoken to|talked to|been to) (?:a |an )?(?:any(?:one|body)|some(?:one"
            r"|body)|professional"
            r"|counsel\w+|therap\w+|psych\w+)(?! (?:today|again|with))"
            r"|counsel\w+ (?:before|in the past|previously)|therap(?:y|ist) (?:before|in the past"
            r"|previously)"
            r"|(?:ever|before|previous\w*|past|history|first)\b[^?]*\b(?:counsel\w+|therap(?:y|ies"
            r"|ists?)|psych\w+"
            r"|mental health|treat(?:ed|ment)|hospitali[sz]\w+|admi(?:tted|ssions?)|sectioned|diagnos\w+"
            r"|episodes?|CBT"
            r"|antidepressants?|breakdowns?)"
            r"|(?:counsel\w+|therap(?:y|ists?)|psych\w+|antidepressants?|diagnos\w+|episodes?|like this"
            r"|this way)\b[^?]*"
            r"\b(?:before|ever|in the past|previously)"
            r"|inpatient|psychiatric (?:\w+ )?(?:history|admissions?|hospitals?|wards?|units?)"
            r"|mental health (?:care|treatment|diagnos\w+|services|history|team|problems? before)"
            r"|(?:ever|before|in the past|previous\w*)\b[^?]*\b(?:tried|attempt\w*|harmed|hurt|cut"
            r"|overdos\w*|harm"
            r"|kill)(?:ting|ing)?\b[^?]*\b(?:yourself|your (?:own )?life)|(?:suicide )?attempts?"
        ),
    ),
    (
        "Medical history",
        _words(
            r"(?<!bio)medical\w*|physical(?:ly)? (?:health|conditions?|well|ill\w*)"
            r"|(?<!mental )health (?:problems?|conditions?|issues?|wise)|medicines?|medications?"
            r"|tablets?|allerg\w+"
            r"|operations?|surger(?:y|ies)|thyroid|blood pressure|diabet\w+|asthma|prescri\w+"
            r"|any (?:other )?conditions?"
        ),
    ),
    (
        "Strengths",
        _words(
            r"(?:in|on) your (?:corner|side)|(?:what(?:'s| is| has)|anything) (?:kept|keeping|holding"
            r"|been holding|going right)"
            r"(?: you going)?|there for you"
            r"|good at|(?:what|things?) (?:do|can|could|did) you do (?:well|best)|you(?:'re| are)? best at"
            r"|(?:would|do|might) (?:your )?(?:friends|people|others|family|colleagues)(?: who know you)?"
            r" say (?:about|of) you"
            r"|proud\w*|strengths?|hobb(?:y|ies)|interests?|for fun|(?:free|spare) time|going well"
            r"|(?:like|love|enjoy|liked|loved|enjoyed) (?:to do(?= (?:in|for|with your|when|on)\b|\W*$)"
            r"|doing|best|most)|(?:do|did|can|could"
            r"|things) you"
            r" (?:used to )?enjoy|what helps?|get(?:s|ting)? you through|keep(?:s|ing)? you (?:going"
            r"|safe|here|alive|strong)"
            r"|reasons? (?:to (?:live|go on|stay)|for (?:living|going on|staying))|look(?:ing)? forward to"
            r"|who (?:supports?|helps?|do you (?:lean|rely|turn))|cop(?:e|ed|ing)(?: (?:before|so far"
            r"|strategies))?"
        ),
    ),
    (
        "Social history",
        _words(
            r"(?:served|serve|been|were you) (?:\w+ )?in the (?:forces|army|navy|military|services|air"
            r" force|guards)|veteran"
            r"|who(?:'s| is| all| else|m)? [^?]*\b(?:home|house|live|lives|living|family)|liv(?:e"
            r"|ing) (?:alone|with (?:any|some|your|other|family|them)\w*|situation"
            r"|arrangements?|now|at the moment)|where (?:do|are) you liv\w+|home life|at home"
            r"|for (?:work|a living)|your (?:job|work|studies|course|degree)|what do you (?:study"
            r"|do (?:for|as|all day|during))"
            r"|(?:do|are) you (?:work|study|at (?:college|uni\w*|school)|employ)\w*|friends?"
            r"|friendships?|social life|socially"
            r"|(?:any(?:one|body)|some(?:one|body)) (?:[\w']+ ){0,4}?you (?:can|could|feel|are|trust|talk"
            r"|see)|lonely|isolated"
            r"|partner|relationships?|married|husband|wife|girlfriend|boyfriend|children|kids|grandchildren"
            r"|your (?:parents?|family|flatmates?|housemates?|roommates?|neighbou?rs?|colleagues?)"
            r"|religio\w*|spiritual\w*|cultur\w*|faith|church|mosque|temple|money|financ\w*|debts?"
            r"|hous(?:ing|ed)|rent"
            r"|benefits"
        ),
    ),
    (
        "Plan",
        _words(
            r"would it be (?:all right|okay|ok|fine) if (?:i|we)|(?:can|may|could) (?:i|we) (?:talk"
            r"|speak|contact|ring"
            r"|write|call|email)|(?:permission|consent|happy|okay|all right) (?:for (?:me|us) )?to"
            r" (?:contact|speak|talk|write)"
            r"|(?:contact|share) (?:anything |it |this )?with (?:your|anyone)|what'll you do|what will"
            r" you do",
            r"(?:would|will|could) you (?:be )?(?:ready|willing|happy|prepared|okay|ok|open"
            r"|able)? ?(?:to )?(?:tell|try"
            r"|let|bring|ring|call|save|think about|see|meet|come)"
            r"|(?:are|would) you (?:be )?(?:ok|okay|happy|willing|all right|comfortable) (?:with|to)"
            r"|(?:you'd|would you) like (?:me|us) to|shall (?:we|i)|you'll",
        ),
    ),
)
"""Sections with the questions whose answers stand there; the first that fits is meant."""
SAID_OF: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "Trauma",
        _words(
            r"(?:had|held|pinned|got|pushed|forced|threw|knelt on|jumped on) me (?:down|on (?:the|my)"
            r"|to the|against"
            r"|up against)|restrained me|handcuffed|mugged|raped|assaulted|attacked me|beat me|(?:used"
            r" to|would) (?:hit"
            r"|beat|belt|thrash|batter) me|(?:he|she|they|dad|father|mother|mum|mam|mom|uncle) (?:hit"
            r"|beat|belted|battered"
            r"|thrashed|choked|strangled) me|(?:flogged|whipped|caned|lashed|took (?:the|a|his"
            r"|her) belt to) (?:me|us)|(?:touched|interfered with|molested) (?:me|us)(?! (?:that"
            r"|how|by|when|because|so|deep))|tied (?:me|her|him|them)(?: (?:up|down))? (?:like|to"
            r"|with|and)|(?:saw|watched|found) (?:him|her|them|my \w+) (?:die|dying|dead|hanging"
            r"|being beaten|get (?:shot|stabbed|beaten|hit))|was (?:abused|molested|beaten)|house fire"
            r"|(?:car|bike"
            r"|train|plane) crash"
        ),
    ),
    (
        "Trauma",
        _words(
            r"tortur\w+|kidnapp?\w*|traffick\w*|smugglers?|(?:they|soldiers?|guards?|police|men|rebels|militia"
            r"|army)(?: \w+)? (?:hit|beat|beats|beating|kick|kicked|burn|burned|burnt|tie|tied|shot|shoot"
            r"|rape|raped)(?= (?:me|us|my|her|him|people|everyone|you|with|there|every)\b|\W*$)"
            r"|(?:in|from) (?:the |a )?(?:detention|prison camp|labou?r camp|refugee camp|war)"
            r"|(?:bombing|shelling|missiles?)"
        ),
    ),
    (
        "Legal",
        _words(
            r"(?:got|get|been|was|kept getting|being) (?:stopped|arrested|cautioned|charged|nicked"
            r"|lifted|searched|sentenced)"
            r"(?! (?:by my|at work|from))|stop and search|community service|on probation|suspended"
            r" sentence|court (?:case|date"
            r"|order|hearing)|restraining order|in prison|in jail|did time"
        ),
    ),
)
"""What a client says unasked of a matter with a section of its own."""
OF_ANOTHER = re.compile(
    rf"(?:(?:and|so|but|because|then)[, ]+)*(?:my (?:\w+ )?(?:{_KIN}|husband|wife|partner|son|daughter|friend"
    r"|boss)|he|she|they)\b",
    re.IGNORECASE,
)
"""Tells of somebody else, whose troubles with the law are not the client's."""
OF_DEATH = _words(
    r"better (?:to be |being |off )?dead|(?:wish(?:ed|es)?|want(?:ed|s)?|rather) (?:\w+ )?"
    r"(?:be|were|was|been) dead"
    r"|(?:not|n't) (?:be|being) alive|life(?:'s| is| was)?(?: not|n't)? worth|(?:not|never) wak(?:e|ing) up"
    r"|go(?:ing)? on living"
)
"""Names death to lead up to a question for such thoughts."""
STOPS = _words(
    r"(?:what|who|anything|something)(?: is it that)?(?:'s| has| is)?(?: \w+)? (?:stop(?:s|ped|ping)?"
    r"|keep(?:s|ing)?|kept"
    r"|h[eo]ld(?:s|ing)?|protect(?:s|ed|ing)?|prevent(?:s|ed|ing)?) you"
)
"""Asks, after thoughts of death, what holds against them."""
GOES_ON = _words(
    r"he|she|him|her|his|they|them|their|it|that|this|those|these|there|then|so|else|other|more|meaning"
)
"""Leans on what was said before."""
HOW_OFTEN = re.compile(
    rf"{LEAD}how (?:often|long|many|bad|much|frequent\w*)\b(?! (?:do you|are you|is your|of your))",
    re.IGNORECASE,
)
"""Asks on about what was just told, without naming it."""
TELL_ME = re.compile(
    rf"{LEAD}(?:(?:can|could|would) you )?(?:just )?(?:tell me|talk me through|walk me through|describe"
    rf"|say) ",
    re.IGNORECASE,
)
ASKS_WHOLE = re.compile(
    rf"{LEAD}(?:or )?(?:do|does|did|are|is|am|was|were|have|has|had|can|could|would|will|shall|should"
    rf"|may|might|how"
    r"|what|when|where|who|whom|why|which|whose|any|anyone|anybody|anything|tell|talk|describe|and)\b",
    re.IGNORECASE,
)
"""A question by itself, and no list that ends the one before it."""
_CALL = r"(?:contact|call|ring|phone|text|tell|turn to|go to|reach out to|message|speak to|talk to)"
ASKS_WHOM = _words(rf"whom?(?:'d| would| could| can| will| do| might) you {_CALL}")
CONTACTS = re.compile(
    rf"[Ww]hen asked (?:who(?:m)? (?:they|she|he)(?:'d|'ll)?(?: would| could| can| will| might)? {_CALL}\b"
    rf"|\"[^\"]*\bwho(?:m)?(?:'d| would| could| can| will| do| might) you {_CALL}\b)"
)
"""Who is to be called in need."""
