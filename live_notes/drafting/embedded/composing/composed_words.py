"""How a phrase that answers an open question is made: how long, since when, how often, where, whom, what.

A phrase is taken up only where all of it has one of these forms; whatever else is said stays behind it, or
the answer stays as it was told.
"""

from __future__ import annotations

import re

from live_notes.drafting.language.words import word_set

_COUNT = (
    r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif"
    r"|six|seven|eigh"
    r"|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven"
    r"|eight|nine))?)"
)
_SOME = rf"(?:{_COUNT}|a few|a couple(?: of)?|several|many|half an?|(?:a )?dozens? of)"
AMOUNT = rf"{_SOME}(?: and a (?:half|quarter))?(?:(?:,? or|,|,? to| and|-) ?{_SOME}(?: and a half)?)?"
"""How many: "3", "2 or 3", "a couple of", "a year and a half" is spelt by the unit behind it."""
HEDGE = (
    r"(?:(?:about|around|roughly|approximately|maybe|probably|perhaps|possibly|almost|nearly|over|just over"
    r"|just under|well over|more than|less than|at least|at most|up to|close to|only|just|a good|not even"
    r"|no more than|something like|easily) )*"
)
_UNIT = (
    r"(?:seconds?|minutes?|mins|hours?|hrs|days?|nights?|weeks?|weekends?"
    r"|fortnights?|months?|years?|decades?)"
)
_LONG = r"(?: (?:long|good|full|whole|solid|straight|odd))?"
_HEDGED_AFTER = (
    r"(?:,? (?:now|or so|or more|ish|at least|at most|roughly|maybe|probably|altogether|in total|already"
    r"|straight"
    r"|they (?:think|guess|suppose|believe|reckon)|(?:he|she) (?:thinks|guesses|supposes|believes|reckons)"
    r"|off and on|on and off|give or take))*"
)
DURATION = re.compile(
    rf"(?:for )?(?P<long>{HEDGE}(?:(?:the )?(?:past|last) (?:{AMOUNT} )?{_UNIT}"
    rf"|{AMOUNT}{_LONG} {_UNIT}(?: and a half)?|(?:years|months|weeks|ages|hours|decades)(?: and (?:years"
    rf"|months|weeks))?"
    r"|(?:quite )?a (?:very |really |fairly |pretty )?(?:long|little|short|good|fair) (?:time|while)"
    r"|(?:quite )?a while"
    r"|all (?:my|their|his|her) life|most of (?:my|their|his|her) (?:adult )?life"
    rf"|(?:all|most of the) (?:day|night|week|time|morning|afternoon|evening|year|month|summer"
    rf"|winter)){_HEDGED_AFTER})",
    re.IGNORECASE,
)
SINCE = re.compile(
    rf"(?P<since>{HEDGE}(?:ever )?since (?:\S+ ){{0,7}}\S+)",
    re.IGNORECASE,
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:morning|afternoon|evening|night)s?)?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:early"
    r"|late|mid)"
    r"[- ](?:january|february|march|april|may|june|july|august|september|october|november|december))"
)
_SEASON = r"(?:spring|summer|autumn|fall|winter|christmas|easter|thanksgiving)"
_CLOCK = (
    r"(?:(?:half|quarter) (?:past )?)?(?:\d{1,2}(?:[:.]\d\d)?|(?:one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven"
    r"|twelve)(?:[ -]thirty)?|midnight|noon|midday|lunchtime|dinner ?time|bedtime|night|the weekends?)"
    r"(?: o'clock)?(?: ?[ap]\.?m\.?| in the (?:morning|evening|afternoon)| at night)?"
)
_OF_A_DAY = (
    r"(?: (?:morning|afternoon|evening|night|week|weekend|month|year|time|term"
    r"|spring|summer|autumn|fall|winter))"
)
TIME = re.compile(
    rf"(?P<time>{HEDGE}(?:{AMOUNT}{_LONG} {_UNIT}(?: and a half)? (?:ago|back|earlier|before(?: that)?)"
    r"|(?:a (?:long|little|short) (?:time|while)|(?:quite )?a while|ages|years|months|weeks|hours) (?:ago"
    r"|back)"
    r"|yesterday(?: (?:morning|afternoon|evening))?|today|tonight|last night|tomorrow(?: (?:morning|afternoon"
    r"|evening|night))?"
    rf"|(?:this|last|next|every|each|that|most|(?:the )?(?:day|week|night) before last)(?:{_OF_A_DAY}"
    rf"| {_DAY}|"
    rf" {_MONTH})s?|(?:in )?the (?:first|second|third|fourth|last) (?:week|weekend|day|half) (?:of"
    rf"|in) {_MONTH}"
    rf"|(?:in |at |towards )?the (?:end|beginning|start|middle) of (?:{_MONTH}|last (?:week|month|year)"
    rf"|the (?:week|month|year))"
    rf"|the (?:day|night) (?:before yesterday|before last|before)|the other (?:day|night|week)"
    rf"|(?:(?:back|early|late|sometime|mostly|usually|mainly|late) )?(?:on (?:the )?(?:{_DAY}|weekend|day"
    rf"|\d{{1,2}}(?:st|nd|rd|th)(?: of {_MONTH})?|\w+(?:th|st|nd|rd)|{_MONTH} (?:the )?\d{{1,2}}(?:st|nd"
    rf"|rd|th)?)"
    rf"|in (?:the )?(?:early |late )?(?:{_MONTH}|{_SEASON}|mornings?|afternoons?|evenings?"
    rf"|middle of the night"
    rf"|(?:19|20)\d\d|(?:my|their|his|her) (?:teens|twenties|thirties|forties|\d0s))(?: (?:of )?(?:(?:19"
    rf"|20)\d\d"
    r"|last year|this year))?"
    rf"|(?:at|around|by|before|after|from|till|until) {_CLOCK}|(?:during|over|at) the (?:day|night"
    rf"|weekend"
    rf"|week|summer|winter|holidays)|(?:just |right |shortly |straight )?(?:before|after) (?:school|work"
    rf"|bed|lunch|dinner|breakfast"
    rf"|{_SEASON}|(?:the|my|their|his|her) [\w-]+(?: [\w-]+)?)))"
    rf"{_HEDGED_AFTER})",
    re.IGNORECASE,
)
ON_A_DAY = re.compile(rf"(?P<time>{_DAY}(?: just gone| gone)?{_HEDGED_AFTER})", re.IGNORECASE)
IN_A_MONTH = re.compile(
    rf"(?P<time>(?:{_MONTH}(?: (?:19|20)\d\d)?|(?:19|20)\d\d){_HEDGED_AFTER})", re.IGNORECASE
)
AT_AN_HOUR = re.compile(
    rf"(?:at )?(?P<time>(?:(?:about|around|roughly|maybe|usually|probably|like) )*{_CLOCK}"
    rf"(?:(?:,? or|,) {_CLOCK})?{_HEDGED_AFTER})",
    re.IGNORECASE,
)
_PER = (
    r"(?:an?|per|each|every|in (?:the|a)) "
    r"(?:day|night|week|weekend|month|year|fortnight|hour|shift|morning|evening)"
)
OFTEN = re.compile(
    rf"(?P<often>{HEDGE}(?:(?:once|twice|thrice|once or twice|a couple of times|a few times|several times"
    rf"|multiple times"
    rf"|{AMOUNT} times?|{AMOUNT} (?:days|nights|mornings|evenings)|(?:a )?couple times)(?: {_PER}| daily"
    rf"| weekly)?"
    r"(?: or (?:once|twice|so))?"
    r"|(?:every|most|some|almost every|nearly every) (?:single |other |second |\w+ )?(?:days?|nights?"
    r"|weeks?|weekends?"
    r"|mornings?|evenings?|months?|hours?|time|(?:few|couple of) (?:days|weeks|months|hours))"
    r"|(?:once|twice) (?:daily|weekly|in a while|in a blue moon)|daily|weekly|monthly|nightly"
    r"|all the time|now and (?:then|again)|every now and (?:then|again)|from time to time|on (?:weekends"
    r"|the weekends?"
    r"|occasion)|at (?:weekends|the weekends?)|quite often|quite a lot|a lot|not (?:very|that|too) often)"
    rf"{_HEDGED_AFTER})",
    re.IGNORECASE,
)
SELDOM = re.compile(
    r"(?P<often>hardly ever|almost never|very rarely|rarely|never|seldom|only rarely|occasionally|sometimes"
    r"|only occasionally|only sometimes|very occasionally|not often|not very often|not that often)",
    re.IGNORECASE,
)
"""Stands before the verb."""
TIMES = re.compile(
    rf"(?P<times>{HEDGE}(?:once|twice|just the once|the once|(?:a few|several|a couple of|couple of|many"
    rf"|{AMOUNT}) times"
    rf"|once or twice)(?: {_PER})?{_HEDGED_AFTER})",
    re.IGNORECASE,
)
NUMBER_ALONE = re.compile(
    rf"(?P<many>{HEDGE}(?:{AMOUNT}|none|zero)){_HEDGED_AFTER}",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"(?P<place>(?:(?:just|right|mostly|mainly|usually|all|only|down|up|out|back|over|kind of|sort of"
    r"|always|normally|literally|actually|still|probably|maybe) )*"
    r"(?:in|on|at|under|behind|inside|outside|around|across|near|between|below|above|over|by|through"
    r"|along|from|into"
    r"|onto|next to|beside|towards?|underneath|to) (?:[\w'-]+,? (?:and |or )?){0,9}[\w'-]+)",
    re.IGNORECASE,
)
WITH_OR_BY = re.compile(
    r"(?P<way>(?:just |mostly |mainly |only )?(?:with|by) (?:[\w'-]+ ){0,9}[\w'-]+)", re.I
)
BECAUSE = re.compile(
    r"(?P<why>(?:just |mainly |mostly |only |partly |probably )?(?:because|due to)\b.+)", re.I
)

_VERY = (
    r"(?:(?:so|very|really|pretty|quite|a bit|a little|a lot|much|still|kind of|sort of|fairly|all"
    r"|extremely|too"
    r"|more|just|rather|not|not (?:too|so|that|very|really)|incredibly|totally|absolutely|completely"
    r"|mostly|generally) )*"
)
_EITHER = (
    r"(?:good|great|fine|okay|ok|all right|alright|bad|terrible|awful|dreadful|horrible|better|worse"
    r"|the same|cringe|brutal|rotten|rubbish|rough|tough"
    r"|up and down|so-so|weird|strange|different|normal|calmer|lighter|heavier|heavy|flat|numb|sore"
    r"|stressed|grand|decent"
    r"|tense|raw|stuck|down|low|lonely|safe|sick|miserable|brilliant|amazing|wonderful|mixed|quiet)"
)
_OF_THINGS = (
    r"(?:hard|difficult|painful|scary|frightening|terrifying|embarrassing|easy|easier|harder|tiring"
    r"|exhausting"
    r"|stressful|upsetting|frustrating|helpful|useful|intense|overwhelming|awkward|uncomfortable|nice"
    r"|lovely|patchy"
    r"|shocking|poor|broken|unreal|surreal|manageable|busy|chaotic|boring|fun|ridiculous|odd|emotional"
    r"|freeing|daunting)"
)
_OF_PEOPLE = (
    r"(?:tired|sad|anxious|nervous|calm|relieved|proud|guilty|ashamed|angry|frustrated|overwhelmed"
    r"|embarrassed|worried"
    r"|hopeful|happy|happier|exhausted|knackered|drained|fed up|confused|upset|scared|afraid|frightened"
    r"|hurt|disappointed"
    r"|depressed|excited|restless|irritable|on edge|shaky|dizzy|hot|cold|wobbly|teary|tearful|confident"
    r"|useless|hopeless"
    r"|worthless|invisible|judged|trapped|empty|stupid|bored|wired|jealous|relaxed|comfortable"
    r"|uncomfortable|sleepy|weak"
    r"|strong|stronger|ready|surprised|annoyed|furious|devastated|heartbroken|lost|foggy|panicky|rejected)"
)


def _several(one: str) -> str:
    return rf"{_VERY}{one}(?:(?:,|,? and| and also) (?:also )?{_VERY}{one})*"


QUALITY_OF_THINGS = re.compile(
    rf"(?P<how>{_several(f'(?:{_EITHER}|{_OF_THINGS})')}{_HEDGED_AFTER})", re.IGNORECASE
)
QUALITY_OF_PEOPLE = re.compile(
    rf"(?P<how>{_several(f'(?:{_EITHER}|{_OF_PEOPLE})')}{_HEDGED_AFTER})", re.IGNORECASE
)
MANNER = re.compile(
    r"(?P<how>(?:(?:really|very|pretty|quite|so|fairly|actually) )*(?:well|badly|fine|okay|ok|all right"
    r"|alright|better"
    r"|smoothly|terribly|poorly|worse))",
    re.IGNORECASE,
)
OF_A_CLAUSE = re.compile(
    r"\b(?:i|he|she|it|they|we|you|there|who|which|what|that|because|if|when|while|where|how|so|than|is"
    r"|was|are|were"
    r"|has|have|had|do|does|did|can|could|will|would|should|might|must|am|be|been|let|cannot)\b|n't\b"
    r"|'(?:m|re|ve|ll|d)\b"
    r"|\.\.|[?!:…\"]",
    re.IGNORECASE,
)
"""What makes words more than a phrase."""
OWNED = re.compile(
    r"\b(?:mother|father|mum|mom|mam|dad|sister|brother|friend|husband|wife|partner|doctor|son|daughter|gran"
    r"|nan|aunt|uncle|cousin|boss|boyfriend|girlfriend|neighbour|neighbor|day|week|night|year)'s (?=\w)",
    re.IGNORECASE,
)
NO_THING = word_set("""
no not yes yeah nope because cause if when so but and or that to for in on at with from by of about like
maybe probably just only well oh um uh as than then now neither either both none same it this those these
what who how where why which one ones every all really very too more less most least never always often
sometimes usually mostly mainly here there up down out off back over ask tell go get do be stop take call
ring try make put keep let give say talk walk eat drink sleep text read write sit stand come run something
anything everything anyone anybody everyone everybody someone somebody depends basically honestly ooo ooh
oof aah ah gosh wow huh hmm hm eh er erm actually literally absolutely definitely okay fine good bad great
better worse being nothing n't non
""")
"""What a thing's name does not begin with."""
DETERMINED = re.compile(
    r"(?:(?:just|mainly|mostly|probably|maybe|definitely|usually|only|also|either|perhaps) )*"
    r"(?:an?|the|my|their|his|her|our|some|no|any|a few|a couple(?: of)?|a lot of|lots of|plenty of|more"
    r"|less|two|three"
    r"|four|five|six|\d+|half an?|several|both|all (?:my|their|the|his|her)|each|this|these|those) "
    r"(?=[\w'-]+)(?!(?:and|or|but|lot|bit|time|while)\b)",
    re.IGNORECASE,
)
FIRST_MAY_BE = re.compile(
    r"^(?:(?:just|mainly|mostly|probably|maybe|definitely|usually|only) )+(?=\w)", re.IGNORECASE
)
BESIDE = re.compile(
    r"(?=,? (?:but|because|so|although|though|cause)\b|, (?:and|which|when|whenever|if|usually|maybe"
    r"|mostly|mainly"
    r"|especially|probably|sometimes|then|or|before|in|on|at|around|during|both|each|every|with|from|for"
    r"|by|just|like|depending|since|while|at least|also|not)\b|, (?:they|it"
    r"|he|she|the"
    r" client)\b)",
    re.IGNORECASE,
)
"""Where a phrase ends and something is said beside it."""
CORRECTS = re.compile(
    r"^[;,]? ?\"?(?:(?:and|but|so|or|oh|well)[, ]+)*(?:no|nope|nah|naw|not(?! (?:too|so|very|that|since"
    r"|every|all|always"
    r"|anymore|any more)\b)|well|actually|sorry|wait|i mean|they mean|(?:he|she) means|rather|make that"
    r"|more like"
    r"|hang on|hold on|scratch that|i(?:'m| am) not sure|i don't know|they do not know|they are not sure"
    r"|(?:it|that)"
    r" (?:was|is) (?:more|actually)|it's (?:more|actually)|actually)\b",
    re.IGNORECASE,
)
"""Takes back, or doubts, what was answered first."""
TOO_OPEN = word_set(
    "neither either both nothing anything everything something it that this same whatever depends"
)
MAY_HARM = re.compile(
    r"\b(?:razor|(?<!shoulder )blades?|knife|knives|scissors|cut(?:s|ting)?(?! (?:back|down|out|off|short"
    r"|the|some|it out|my hours))"
    r"|scratch(?:es|ed|ing)?|burn(?:t|ed|ing)? (?:my|him|her|them|their)|rope|overdos\w*|bleach|bridge"
    r"|ligature|gun|shotgun"
    r"|needle|hit(?:ting)? (?:me|him|her|them|my)|punch\w*|strangl\w*|chok\w*)\b",
    re.IGNORECASE,
)
"""May be of a wound: told as it was asked and answered."""
FAILS = re.compile(
    r"\b(?:do|does|did|are|is) not (?:\w+ )?(?:know|remember|recall|sure|think so)\b|\bcannot (?:say|tell"
    r"|remember|think)\b"
    r"|^(?:they|he|she) (?:feels?|felt) if\b"
    r"|^(?:they|he|she) (?:sat|did|do|have|were|are|was|is)$|^(?:that is|that's|this is) |^it(?:'s| is"
    r"| was)? (?:just )?not\b",
    re.IGNORECASE,
)
"""Says nothing of what was asked, which would be lost without the question."""
