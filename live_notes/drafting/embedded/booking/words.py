"""The words in which two people find a day for the next session, and those that take one off the table."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.planning.step_words import WEEKDAY
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_set

_ORDINAL = (
    r"(?:(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    r"|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
    r"|\d{1,2}(?:st|nd|rd|th))"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|next month)"
)
_DATE = rf"(?:(?:the )?{_ORDINAL}(?: of)?(?: {_MONTH})?|{_MONTH} (?:the )?(?:{_ORDINAL}|\d{{1,2}}))"
_PART = r"(?: (?:morning|afternoon|evening|arvo|lunchtime|night)| at lunchtime)?"
_STANDS = (
    r"(?:'s| is| works| suits| at|,? yes|,? no|,? yeah|,? then| then| (?:would|will|could) (?:be|do|suit"
    r"|work)"
    r"| and)\b"
)
"""What goes on behind a day of the month that is named alone: "twenty-third is fine"."""
_DAY = (
    rf"(?:(?:(?:a|one|two|three) weeks? (?:on |from |next |this )+)?"
    rf"(?:on |next |this |the |that |coming |following |every |each )*\b{WEEKDAY}s?\b(?!'(?!s (?:no"
    rf"|not|my|when|out|gone|full|bad|fine|good|grand|great|perfect|okay|better|busy|the|a|an|our)\b))"
    rf"(?:,? (?:and )?(?:the )*{_DATE}\b)?{_PART}(?: (?:week|fortnight)\b)?"
    rf"|\b(?:on )?the {_ORDINAL}(?: of)?(?: {_MONTH})?\b(?! (?:one|time|thing|session|week|of)\b)"
    rf"|\b{_MONTH} (?:the )?(?:{_ORDINAL}|\d{{1,2}})\b|\[DATE\w*\]"
    rf"|(?:^|(?<=[.,?!] )|(?<=\band ))(?!(?:first|second|third)\b(?!{_STANDS}))(?:oh,? |the )?{_ORDINAL}"
    rf"(?={_STANDS}|[.,?!]|$))"
)
_COUNT = r"(?:a|one|two|three|four|five|six|\d)"
_GAP = (
    r"(?:\b(?:this day|today) (?:week|fortnight)\b|\bthis time next week|\bnext week"
    r"|\bthe week after(?: next)?|\bin (?:about )?"
    rf"{_COUNT} (?:week|fortnight|month)s?(?:' time|'s time| time)?"
    rf"|\b{_COUNT} (?:week|fortnight|month)s?(?: (?:from )?(?:today|now|tomorrow)|'s? time)"
    r"|\b(?:two|three|four|six) weeks|\b(?:a |in a )?fortnight(?:'s time)?|\bnext month)"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_IN_DIGITS = r"(?:1[0-2]|[1-9])(?!\d)"
_HOUR_OF_CLOCK = rf"(?:{_NUMBER}|{_IN_DIGITS})"
_MINUTES = (
    r"(?:[ -](?:o'clock|oh five|ten|fifteen|twenty(?:[- ]five)?|thirty(?:[- ]five)?|forty(?:[- ]five)?"
    r"|fifty(?:[- ]five)?))"
)
_NO_ONE = (
    r"(?<!-)(?<!room )(?<!floor )(?<!door )(?<!suite )(?<!unit )(?<!gate )(?<!chapter )(?<!step )"
    r"(?<!session )(?<!number )(?<!week )(?<!part )(?<!question )(?<!next )"
    r"(?<!that )(?<!this )(?<!other )(?<!another )(?<!last )(?<!first )(?<!which )"
)
"""Behind these "one" is no hour."""
_OF_DAY = r"(?:,? in the (?:morning|afternoon|evening)| ?[ap]\.?m\b\.?)?"
_HOUR = (
    r"(?:\b(?:the |at the |at )?(?:same|usual) (?:time|slot|hour)\b"
    rf"|\b(?:at |for |around |about )*(?:half (?:past )?{_HOUR_OF_CLOCK}"
    rf"|(?:a )?(?:quarter|ten|twenty(?:[- ]five)?|five) (?:past|to|after) {_HOUR_OF_CLOCK}|noon|midday"
    rf"|(?<=\bat ){_IN_DIGITS}(?![\d:.,]\d|%| ?(?:minutes?|weeks?|days?|months?|years?|percent|out|mg"
    rf"|pounds|kilos"
    r"|points?|sessions?|hours?|a\.?m|p\.?m|o'clock|to|in the end)\b)"
    rf"|\d{{1,2}}[:.]\d\d"
    rf"|{_NUMBER}{_MINUTES}"
    rf"|{_NO_ONE}(?!(?<=\bthe )one\b){_NUMBER}(?!-)"
    rf"|\d{{1,2}}(?= ?[ap]\.?m| o'clock)(?: o'clock)?)\b{_OF_DAY})"
)
LASTS_TILL = re.compile(
    rf"(?P<from>{_HOUR}),? (?:till|until|'til|through to|to (?=half|quarter)) (?:{_HOUR})", re.IGNORECASE
)
"""An hour with the one at which they will have done: "ten till half eleven"."""
SLOT = re.compile(rf"(?P<day>{_DAY})|(?P<gap>{_GAP})|(?P<hour>{_HOUR})", re.IGNORECASE)
"""A day, how long until then, or an hour, as somebody says it."""
IS_SLOT = AnyCase(
    rf"{WEEKDAY}|{_ORDINAL}\b|\b{_NUMBER}\b|\d|\bweeks?\b|fortnight|\bmonth|noon|midday|same time|usual time"
)
"""Whether there may be any: it is looked for first."""
WHICH_DAY = re.compile(WEEKDAY, re.IGNORECASE)
WHICH_DATE = re.compile(rf"{_ORDINAL}|\d{{1,2}}(?!\d)", re.IGNORECASE)
ASIDE = re.compile(
    r",? (?:um|uh|em|erm|er|hmm|eh)(?:,|(?=\?|\.|$))|,? (?:let me (?:see|look|check|think)|hang on"
    r"|hold on|what is it|is it|one sec(?:ond)?|bear with me"
    r"|i think|i suppose|if i remember)(?:,|(?=\?|\.|$))"
    r"|(?<=\bi'd )(?:normally|usually) (?=(?:say|do|go|suggest|make it|put)\b)",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"\b(?:half )?(?:seven|eight|nine|ten|[789]|10)(?: ?a\.?m\.?)?(?: ?to ?| till | until "
    r"| ?- ?)(?:half )?(?:three|four|five|six"
    r"|seven|eight|[3-8]|1[5-9])(?: ?p\.?m\.?)?\b(?=[^.?!]{0,12}(?:\bus\b|\bopen|\bthe (?:office|line"
    r"|desk|clinic)|$)"
    r"|,? (?:monday|mon|weekdays|us\b))",
    re.IGNORECASE,
)
"""When an office is open: "nine to five, us"."""
TODAY = re.compile(
    r"(?:^|,? )\b(?:what(?:'s| is)(?: the date)?(?: today)?|today(?:'s| is| being)(?: now)?|is today)"
    rf"(?<!what's)(?<!what is),? (?:{_DAY})(?: today)?,?(?!,? ?isn't it)"
    rf"|(?:^|,? )\b(?:it's|this is|we're|is it|is this) (?:{_DAY}),? today\b,?",
    re.IGNORECASE,
)
"""What day it is today: "what's today, the thirty-first"."""
BY_THEN = re.compile(
    rf"\b(?:by|before)(?: say| about| around|,? say,| the end of| close of| noon| lunchtime)?(?: on)?"
    rf" (?:{_DAY})"
    rf"(?!,? (?:at|around|about) (?:{_HOUR}))",
    re.IGNORECASE,
)
"""The day before which somebody is to say something: "let me know by the first"."""
AWAY = re.compile(
    r"\b(?:i'm|i am|we're|we are|i'll be|i will be|we'll be|i'd be|you're|you'll be|he's|she's|they're"
    r"|he'll be"
    r"|she'll be|they'll be)(?: still| all| both| just| actually| also)? (?:on (?:my |our |the"
    r" )?(?:annual |study "
    r"|parental |maternity |paternity |sick |compassionate |carer's )?(?:leave|holidays?|hols|vacation|call"
    r"|nights|placement|retreat)|away|abroad|overseas|offshore|out of (?:the )?(?:office|town|country)"
    r"|closed|at a conference)\b(?! (?:from|after|since|again)\b)",
    re.IGNORECASE,
)
"""That somebody is not there at the time that they name."""
NOT_THAT = re.compile(
    rf",? (?:rather than|instead of|not) (?:in |at |on )?(?:{_DAY}|{_GAP}|{_HOUR})", re.IGNORECASE
)
"""What it is not to be, said beside what it is."""
CORRECTS = re.compile(
    r"(?:(?:^|[,.;:–—-]+\s*)(?:oh,? |ah,? )?(?:no,? (?:wait|sorry|hang on|hold on|actually)|no|nah|wait)"
    r"|\s(?:no,? (?:wait|sorry|hang on|hold on|actually)|(?:no|nah|wait)(?=[,.]))"
    r"|(?:^|[,.;:–—-]+\s*|\s)(?:oh,? |ah,? )?(?:(?:i'm )?sorry|i mean|i meant|make (?:that|it)|scratch that"
    r"|actually|hang on|hold on))\b[,. ]+",
    re.IGNORECASE,
)
"""Begins what is put in the place of what was just said."""
PLAINLY_FINE = re.compile(
    r"\b(?:fine|grand|good|great|perfect|works|suits|worries|problem|bother|lovely|okay|ok|rush)\b",
    re.IGNORECASE,
)
CLASH = AnyCase(
    r"\b(?:i(?:'ve| have)? (?:got|have)|i've|i have|i'm (?:on|away|at|off|in|not|working|busy|teaching|flying"
    r"|travelling|traveling|meant|supposed)|i (?:work|teach|ta|won't|don't|can't|cannot|couldn't|start|fly)"
    r"|we (?:work|can't|have)|we've|we're|can't|cannot|won't|doesn't|isn't|not (?:good|great|free|going"
    r"|possible)|no good|bank holiday|holiday|closed|busy|booked|full|away|off|\x01 's (?:the|a|an|my|our"
    r"|his|her) |clash\w*|working|(?:he|she"
    r"|they)(?:'s|'ve)(?: got)?|(?:he|she|they) (?:has|have)|there's|my|kids|today's)\b"
)
"""Why a day or an hour is not to be had."""
BUSY_TILL = re.compile(
    r"\x01[^,;.?!]*\b(?:till|until|'til|up to|to|at|from|before|finish\w*(?: at)?|over (?:by|at)"
    r"|done (?:by|at)) +\x01"
    r"|\b(?:till|until|'til|up to) +\x01 on +\x01",
    re.IGNORECASE,
)
"""That somebody is busy on a day as far as an hour: the day itself may do."""
IS_BUSY_TILL = re.compile(
    r"\b(?:i|i'm|i've|i'd|he|he's|she|she's|we|we're|they|they're)\b[^,;.?!\x01]*"
    r"\b(?:till|until|'til|up to|finish\w* at|start\w* at|busy (?:at|from)) +\x01",
    re.IGNORECASE,
)
"""That somebody is busy as far as an hour, whatever the day."""
ON_THE_WAY = re.compile(
    r"\b(?:leav(?:e|ing)|set(?:ting)? off|get(?:ting)? (?:out|away|off)|head(?:ing)? off|start out"
    r"|finish(?:ing)? up)\b"
    r"[^,;.?!\x01]*\b(?:by|at|around|before) +\x01",
    re.IGNORECASE,
)
"""When somebody will set out: no hour of the session."""
UNSUITED = re.compile(
    r"\b(?:(?:that|it|this)(?:'s| is) (?:a |the )?(?:bank holiday|holiday|no good|not (?:good|great|going to"
    r" work)|when)|(?:that|it|this) (?:won't|doesn't|isn't going to) (?:work|suit|do)|i (?:can't"
    r"|cannot) (?:do|make)"
    r" (?:that|it|then)|i'm (?:away|working|off|busy)(?: then)?|we're closed)\b",
    re.IGNORECASE,
)
"""The same of what was just named."""
MEETS = AnyCase(
    r"\b(?:see (?:you|each other)|meet|next (?:session|appointment|visit)|come (?:back|in)|book (?:you|us|it"
    r"|that|in)|pencil|put you (?:in|down)|have you (?:down|in)|got you (?:down|in)|same time|usual"
    r" (?:time|slot)"
    r"|again|back here|back on|we're on|seeing you|catch up|(?:pop|squeeze|slot|fit) you in|next one"
    r"|come (?:on )?\x01|our next|the next|your slot"
    r"|every (?:second|other) week"
    r"|double slot"
    r"|skip a week)\b"
)
"""That they are to meet."""
OFFERS = AnyCase(
    r"\b(?:(?:does|do|would|will|is|could) \x01|(?:how|what) about \x01|i(?:'ve| have)(?: got)? (?:the )?\x01"
    r"|(?:i|we) (?:could|can) (?:do|offer|manage)|\x01(?:,? \x01)* (?:suits?|works?|do you|okay|ok|good)"
    r"|shall we (?:say|do|keep|make it|try|stick)|let(?:'s| us) (?:say|do|keep|make it|try)|(?:can|could"
    r"|would|will) (?:you|ye) (?:come|make|do|manage|be (?:here|free|able))|then it's|so it's|otherwise it's"
    r"|how are (?:you|ye) (?:fixed|placed|set|off|looking)? ?for \x01|are (?:you|ye|we) (?:okay|ok|good"
    r"|free|around"
    r"|on|available) (?:for |on )?\x01|(?:do|would) you (?:want|like) \x01|will (?:we|i) (?:say|put)"
    r"|that's \x01"
    r"|can we do|could we do)"
)
"""A slot as somebody puts it to the other."""
CALLS = AnyCase(
    r"\b(?:i|we|she|he|they|someone|somebody)(?:'ll| will| can| could|'d like to|(?:'m| am|'re| are|'s"
    r"| is) (?:going to"
    r"|gonna|gonnae)) (?:just |also )?"
    r"(?:phone|ring|call|text|message|e-?mail) (?:you|him|her|them)\b|\bcheck-?in call\b"
    r"|\b(?:can|could|shall|will|may|should|would it be (?:okay|ok|alright|all right) (?:if|for me to))"
    r" (?:i )?"
    r"(?:just |maybe |also )?(?:phone|ring|call|text|message|e-?mail) you\b"
    r"|\b(?:i'll|i will|can i|could i|shall i|will i|may i|i could|i can|let me|i'd like to|i'm going"
    r" to) (?:just "
    r"|maybe |also |then )?(?:give|giv|drop) (?:you|ye|him|her|them|your \w+)(?: all| both)? (?:a |an"
    r" )?(?:quick "
    r"|wee |short |little |brief |bit of a |two-minute )*(?:ring|call|bell|buzz|shout|tinkle|phone|text|line"
    r"|phone call)\b"
)
"""Another contact than a session."""
AS_A_RULE = re.compile(
    r"\b(?:back to|usually|normally|as a rule|from then on"
    r"|going forward)\b",
    re.IGNORECASE,
)
"""Of the days on which they meet as a rule: "and then we go back to Saturdays"."""
ASKS_WHICH = re.compile(
    r"^(?:oh |so |wait |and )*(?:is|isn't|what'?s|what is) (?:that|it|this)\b(?! okay| ok| good"
    r"| fine)",
    re.IGNORECASE,
)
"""Asks which day that is, and puts none: "is that a Monday?"."""
ASSENTS = AnyCase(
    r"^(?:(?:oh|um|uh|well|right|so|then)[,. ]+)*(?:yes|yeah|yep|yup|aye|okay|ok|sure|perfect|great|good"
    r"|lovely|grand"
    r"|fine|done|brilliant|beauty|super|cool|deal|works|no (?:problem|worries|bother)|that(?:'s|'d be| is"
    r"| would be)? (?:fine|good|great|grand|perfect|lovely|okay|ok|works?|suits?|suit|work|ideal)|i'm free"
    r"|i can (?:do|make)|i'll (?:be here|see you|put)|see you|sounds? (?:good|fine|great)|alright|all right"
    r"|right so|[\w' ]{2,30}(?:'s| is| works| suits)(?: \w+)? (?:fine|good|great|grand|perfect|lovely"
    r"|me|ideal"
    r"|best|better)|thank(?:s| you)|cheers|please god)\b"
)
"""Takes what was put."""
CLIENT_ASKS = re.compile(
    r"\b(?:can|could|would|will|d'you|do) (?:you|ye|we|i) (?:do|have|manage|come|see me|fit me in"
    r"|squeeze me in"
    r"|make it|say|get|possibly do|ever do)\b[^?]*\x01|\b(?:any chance of|how about|what about"
    r"|is) (?:the )?\x01"
    r"|\bhave you (?:got )?(?:anything|something|any|space|a slot)?[^?]*\x01",
    re.IGNORECASE,
)
"""A client asks for a day."""
_HOLDS = (
    r"\b(?:(?:i|we)(?:'m|'ll|'re| am| will| can|'d| could)?|let me|let's) (?:just )?"
    r"(?:hold|keep|sav|reserv)(?:e|ing)? (?:(?:on to|onto|you|both|open|the|that|your) )*"
)
_SAY = r"(?:,? (?:say|about|around|maybe|perhaps),?)?"
_TILL_A_DAY = rf"\b(?:till|until|'til){_SAY} (?:then|tomorrow|tonight|the end of|lunchtime|close|noon|{_DAY})"
_TILL_HEARD = (
    r"\b(?:till|until|unless) (?:you|he|she|they|mum|mom|mam|dad|i|we|your \w+)(?:'ve|'s|'ll| have| has| can"
    r"| could)? (?:just )?(?:(?:ring|call|phone|text|let|hear|say|confirm|e-?mail|message|check|know|decide)"
    r"(?:s|ed)?|rung|known|heard|said|(?:get|gets|got|come|comes) back)\b"
)
_TRIES = (
    r"(?:\b(?:i'll|i will|we'll|i'm going to|i'm gonna|let me) (?:just |definitely )?(?:try|aim|push|shoot"
    r"|do my best|see if i can)(?: and| to)*(?: (?:get|find|book|make|fit|squeeze|put|slot)(?: you| us| one"
    r"| a slot| something)?(?: in)?|(?<=make) it)?(?: for| on)? "
    r"|\b(?:i'm |we're )?(?:hoping|i hope|i'd hope)(?: for| on| it's| it'll be| that'll be| that'd be"
    r"| it can be)? (?:either )?)"
)
HOPES = re.compile(
    rf"{_TRIES}(?:{_DAY}|{_GAP})"
    rf"|\b(?:hopefully|with (?:any )?luck|god willing|fingers crossed|touch wood|please god)(?: for| on| it's"
    rf"| it'll be| that'll be| that'd be| it can be)?,? (?:{_DAY}|{_GAP})(?=[.,;!?]|$| (?:or|at|i'll|and"
    rf" i'll|but)\b)",
    re.IGNORECASE,
)
"""A day that a clinician hopes for, and has not got."""
ARRANGES = re.compile(
    r"\b(?:see(?:ing)? you|next (?:time|session|appointment|visit|one)|book\w*|(?:tell|give) you (?:the"
    r"|a) (?:day"
    r"|date|time)|come (?:back|in)|appointments?|which day|what day|to confirm|let you know)\b",
    re.IGNORECASE,
)
"""That a day is looked for on which both will meet."""
HOLDS_TILL = re.compile(rf",? (?:till|until|'til){_SAY} (?:{_DAY}|{_GAP})", re.IGNORECASE)
"""How long a day is held that is not booked: "till, say, Friday"."""
KEEPS = re.compile(rf"{_HOLDS}(?:{_DAY}|{_HOUR}|slot|time|one)|\bpencil", re.IGNORECASE)
"""That a day is kept for somebody, or written down for now."""
KEEPS_IT = re.compile(r"\b(?:hold|keep|save|reserve|pencil)(?:ed|led|ing|ling)? (?:it|that|this)\b", re.I)
"""That this is done with what was just named."""
PENCILS = re.compile(
    r"\bsubject to\b|\bdepend(?:s|ing|ent) on\b|\b(?:not|isn't|n't) (?:for )?(?:definite|guaranteed"
    r"|a promise)\b"
    r"|\bnot (?:booked|fixed|confirmed|settled|set in stone|in the book) (?:till|until|unless|yet)\b"
    r"|\bto be confirmed\b|\bdon't hold me to\b|\ball going well\b|\b(?:if|whether) i can get (?:the"
    r"|a) room\b"
    r"|\bpencil(?:led|ed|ling|ing)?\b|\bprovisional(?:ly)?\b|\btentative(?:ly)?\b|\bhold (?:it|that|the"
    r" (?:slot|time)|\x01)[^.?]{0,20} for (?:you|now)\b"
    rf"|{_HOLDS}(?:{_DAY}|{_HOUR}|slot|time|one)[^.?]{{0,50}}(?:{_TILL_HEARD}|{_TILL_A_DAY})"
    rf"|{_HOLDS}(?:{_DAY}|{_HOUR}|slot|time|one)[^.?]{{0,50}}\b(?:if|provided|so long as|as long as)"
    rf" (?:you|ye)"
    r"(?:'ll| can| could)? (?:let me know|ring|call|text|confirm|e-?mail|message|tell me|get back)\b"
    rf"|{_HOLDS}(?:{_DAY}|{_HOUR}|slot|time|one)[^.?]{{0,50}}\bif (?:i|we)(?:'ve| have)?(?: don't| do not)? "
    r"(?:hear|heard) (?:nothing|anything|from you)"
    r"|\bif (?:i|we)(?: hear nothing| don't hear|'ve heard nothing| haven't heard)[^.?]{0,60}\b(?:let it go"
    r"|release|goes|free it|give it|gone)\b",
    re.IGNORECASE,
)
"""Writes a day down that is not fixed."""
LASTS = re.compile(
    r"\b(?P<long>(?:thirty|forty[- ]five|fifty|sixty|seventy[- ]five|eighty|ninety|\d\d)[- ]minutes?"
    r"|an hour and a half|two hours|double (?:slot|session|appointment))\b",
    re.IGNORECASE,
)
"""How long a session is to be."""
BY_PHONE = re.compile(
    r"\bi(?:'ll| will|'d)? (?:ring|call|phone) (?:you on )?(?:your|the) (?P<by>mobile|phone|cell|landline)",
    re.IGNORECASE,
)
WHERE = re.compile(
    r"\b(?P<where>(?:on|over) (?:video|zoom|the (?:phone|telephone)|teams|skype|whatsapp|google meet)"
    r"|by (?:phone"
    r"|video|telephone)|online|in person|face to face"
    r"|(?:here|same place|same room)(?:, same (?:room|place))?)\b(?!'s)(?! (?:till|until|from|all day"
    r"|every)\b)",
    re.IGNORECASE,
)
VOCABULARY = word_set(
    "i i'll i'd i've i'm we we'll we'd you you're it it's its is that that's that'd that'll then so"
    " and or again"
    " same as today would will could can do does works work suit suits good fine okay ok yes yeah aye yep"
    " great"
    " perfect lovely sure grand brilliant super cool see meet each other back here there in at on"
    " for the a let's"
    " say shall how how's about what what's be got have having book pencil put down next time"
    " session appointment"
    " visit another free available slot possible alright all right well right now usual room place zoom video"
    " phone online telehealth person office maybe think if with me us thanks thank cheers please"
    " like want come"
    " to still just but make early late around sounds too by of this week weekly fortnight"
    " fortnightly morning"
    " afternoon evening morning's afternoon's evening's mornings afternoons evenings arvo works best"
    " better easier"
    " earlier later when which one or any either instead sooner give your you'd ours our until till catch up"
    " it'll it'd pop squeeze double skip holidays christmas easter every second other said one's only back"
    " keep stay stick leave with but over after face ninety fifty sixty forty minute"
    " when you're are were mine yours ourselves ours us before between twice we're both"
    " now ye love pet hen mate ma sir doctor myself seeing able let looking"
    " otherwise fixed placed set are confirm take kept reserved held saved slot"
    " abeg o eh heh jare sha na ji yaar will"
    " speak continue pick from now day days day's try go happy wait oh um uh hmm s my love no"
    " beauty done deal ideal lunchtime noon start shall mind could've gets get into hour minutes usual"
)
"""Of these a clause about the next session is made, beside its days and hours."""
