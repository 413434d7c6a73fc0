"""The words of what every note of talk is looked up for, however plainly it is said.

The worths of talk are learned from some thirty sessions: people speak of a task, of how much they drank or of
what befell them in far more words than occur there. Each class here holds for any session. What is told has
clients as "they", what is quoted as "I": both are meant.
"""

from __future__ import annotations

from live_notes.drafting.language.any_case import AnyCase

_WHO = r"(?:i|we|they|the (?:client|patient))"
_NOT = (
    r"(?:did|do|have|had|has|was|were|could|would|do)(?:n't|nae| not)(?: really| even| actually| quite"
    r"| exactly"
    r"| properly| manage to| get (?:a chance )?to| bring (?:myself|themself) to)*"
)
_NEVER = (
    rf"(?:{_NOT}|never|forgot(?:ten)?(?: to)?|skipped|skip|missed|(?:only|barely|hardly|just) (?:really )?)"
)
_DO = (
    r"(?:do|did|done|doing|get (?:to|round to|around to|through)|got (?:to|round to|around to|through)"
    r"|gotten (?:to|around to)|try|tried|touch(?:ed)?|open(?:ed)?|look(?:ed)? at|start(?:ed)?|finish(?:ed)?"
    r"|fill(?:ed)?(?: in| out)?|keep|kept|keep up|kept up|write|wrote|written|use[d]?|practi[cs]ed?"
    r"|complete[d]?"
    r"|manage[d]?|bring|brought|stick to|stuck to)"
)
_TASK = (
    r"(?:homework|assignment|journal(?:l?ing)?|diary|diaries|(?:mood |food |sleep |thought |urge |panic "
    r"|one-line )?"
    r"(?:log|diary|record|chart|tracker|sheet|card)s?|worksheets?|work ?book|handouts?|gratitude list"
    r"|thought records?"
    r"|breathing|relaxation|grounding|meditation|mindfulness|body scan|exposures?|ladder|experiment"
    r"|exercises?"
    r"|practi[cs]e|recordings?|tapping|worry (?:time|period)|questionnaires?|monitoring|task|challenge"
    r"|steps you gave me"
    r"|what (?:you|we) (?:said|agreed|set)|the thing you gave (?:me|them))"
)
_ITS = (
    r"(?:(?:the|my|their|that|any(?: of)?(?: the)?|your|this|those|our|much|all(?: of)?(?: the)?) (?:\w+ )?)?"
)
_HOW_OFTEN = (
    r"(?:once|twice|(?:about |maybe |like |only |just |roughly )*(?:\d+|one|two|three|four|five|six)"
    r" (?:times?|days?|nights?|goes|out of)|most (?:days|nights)|every (?:day|night)|half(?: of)? (?:it"
    r"|them))"
)
NOT_DONE = AnyCase(
    rf"\b{_WHO} {_NEVER} ?(?:{_DO} )?{_ITS}{_TASK}\b"
    rf"|\b{_TASK}(?: \w+)?,? (?:that )?{_WHO} (?:{_NOT}|never) {_DO}\b"
    rf"|\b(?:no|not),? {_WHO} {_NOT} {_DO} {_ITS}{_TASK}\b"
    rf"|\b(?:did|done|kept|filled in|used|wrote in|tried|practi[cs]ed) {_ITS}{_TASK}(?: \w+)? {_HOW_OFTEN}\b"
    rf"|\b{_TASK} (?:didn't|didnae|did not|never) (?:happen|get done|get a look in)\b"
    rf"|\b{_WHO} (?:left|lost) {_ITS}(?:homework|worksheets?|sheets?|diary|log|journal) (?:at|on|in"
    rf"|somewhere)\b"
)
"""A task that was not done, or how often it was."""
SAYS_UNDONE = AnyCase(
    rf"\b{_WHO} (?:{_NOT}|never) {_DO}\b|\b{_WHO} (?:{_NOT}|never)(?=\W*$|[.;,])|^\W*(?:client )?(?:no"
    rf"|nah|naw|nope)\b"
    r"|\b(?:not really|not (?:as )?(?:much|often)|not every|didn't happen|forgot|ran out of time)\b"
)
"""The same in an answer to what became of a task."""
FRONTED_NOT_DONE = AnyCase(
    rf"\b(?:the|that) (?:[\w-]+ )?[\w-]+,? {_WHO} (?:{_NOT}|never) (?:do|did|get (?:to|round to|around to"
    rf"|near|that far)"
    r"|go near|try|touch|manage|attempt|face)\b"
)
"""The same with the task named first, whatever it is: only where tasks are gone over."""

_MANY = (
    r"(?:\d[\d.,]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif"
    r"|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|a (?:couple|few|dozen)(?: of)?|half a"
    r"|several)"
)
_COUNT = (
    r"(?:\d[\d.,]*|once|twice|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif"
    r"|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|a couple(?: of)?|several)"
)
DRUNK = AnyCase(
    rf"\b{_MANY} (?:(?:whole|full|big|large|small|good|more|or|to|whole) |{_MANY} ){{0,3}}"
    r"(?:bottles?|glass(?:es)?|pints?|cans?|tinnies|stubbies|schooners?|longnecks?|pegs?|shots?"
    r"|six-?packs?|slabs?"
    r"|nips?|doubles?|flasks?|quarters?)\b[^.?!]{0,70}?\b"
    r"(?:wine|beers?|vodka|gin|rum|whisk(?:e)?y|cider|lager|stout|spirits|bourbon|tequila|brandy|prosecco"
    r"|guinness)\b"
    rf"|\b{_COUNT} (?:(?:or|to|standard|stiff|full-strength|strong) |{_COUNT} ){{0,3}}"
    r"(?:drinks|beers|pints|ciders|wines|joints|spliffs|stubbies|schooners|tinnies|cones|vodkas|gins"
    r"|whiskeys|whiskies"
    r"|units a|fags|cigarettes|energy drinks|bumps)\b"
    rf"|\b{_COUNT} (?:whole )?(?:nights|days|times)(?: this| a| last| out of| of the)? .{{0,40}}"
    r"\b(?:drank|drinking|drunk|bottles?|smoked|used|using|bourbon|wine|vodka|beers?|cans)\b"
)
"""How much was drunk or used."""
COUNTED = AnyCase(
    r"\b(?:dr[aiu]nk\w*|alcohol|grog|booze|beers?|wine|bottles?|smok\w+|weed|cannabis|vap\w+|bet|bets|betting"
    r"|gambl\w*|punt\w*|bing\w+|purg\w+|panic\w*|attacks?|cut|cutting|us(?:e|ed|ing)|sleep\w*|slept|awake"
    r"|nightmares?|cry\w*|cried|urges?|voices?|flashbacks?|pokies|intrusive|check(?:ed|ing))\b"
)
"""What is counted, where it is the trouble that somebody comes with."""
_OFTEN = (
    rf"{_COUNT} (?:or (?:\w+ ))?(?:nights?|days?|times?|mornings?|occasions)?,? ?(?:or so )?"
    r"(?:this|last|a|per|each|every|in (?:the|a)|out of|over the|of the) (?:last |past )?"
    r"(?:week|fortnight|day|night|month|seven|weekend)"
)
OFTEN = AnyCase(rf"\b{_OFTEN}\b")
"""How often in a week, a day, a month."""
COUNTED_NIGHTS = AnyCase(
    rf"\b(?:it was|it's|it's been|that's|there (?:was|were)|call it|about) {_COUNT} (?:nights"
    rf"|times) (?:this|last) week\b"
)
"""The same where it answers what is being counted, and nothing else is named."""
ATTACKS = AnyCase(
    rf"\b(?:{_COUNT}|no|one|only one|just one) (?:(?:big|bad|full|proper|more|little|small|panic"
    rf"|full-blown|or|real)"
    rf" |{_COUNT} )*(?:attacks|binges?|purges?|flashbacks?|nightmares?|meltdowns?|blackouts?|slips"
    rf"|slip-ups?|lapses"
    r"|relapses|panic attack|fits|seizures|outbursts|rages)\b"
    rf"|\b(?:binged|purged|vomited|threw up|been sick|panicked|cut|relapsed|gambled"
    rf"|blacked out) (?:about |maybe |only )*"
    rf"{_COUNT}(?: times| nights| days)?\b"
)
"""How many attacks, binges or lapses there were."""
ABSTINENT = AnyCase(
    rf"\b(?:{_COUNT}|a|one) (?:whole |full |clear )?(?:days?|nights?|weeks?|months?|years?)(?: now"
    rf"| today)?,? "
    r"(?:sober|clean|dry|abstinent|free of|off (?:the|it|them)|smoke-free|binge-free|alcohol-free"
    r"|without (?:a |any |one |the |having a )?(?:drink\w*|bet\w*|gambl\w*|punt|flutter|smok\w*|cigarette"
    r"|joint|binge\w*"
    r"|purge?\w*|cut\w*|us(?:e|ing))"
    r"|since (?:my|their|the|i|they) (?:last )?(?:drink|bet|binge|drank|used|smoked|joint|gambled|cut"
    r"|punt))\b"
    r"|\b(?:my|their|the) last (?:drink|bet|joint|smoke|cigarette|hit|binge|punt) (?:was|were)\b"
    rf"|(?:\bnot|n't|nae) (?:had|touched|placed|gambled|drunk|used|smoked|binged"
    rf"|purged)\b.{{0,30}}\b(?:in|for|since)"
    rf" (?:{_COUNT}|a|about|over|nearly|the|last|my|their)\b"
)
"""How long somebody has done without."""
_SUM = (
    r"(?:[$£€₹₦]\s?\d[\d,.]*|\d{2,}[\d,.]*(?: (?:dollars|bucks|pounds|quid|euros?|rupees|naira|grand|k"
    r"|thousand))?"
    r"|(?:\w+ )?(?:hundred|thousand|grand|lakhs?)(?: (?:dollars|bucks|pounds|quid|euros?|rupees|naira))?)"
)
LOST = AnyCase(
    rf"\b(?:lost|lose|blew|blown|dropped|spunked|burn(?:ed|t)|burned through|punted|gambled(?: away)?"
    rf"|staked|bet"
    rf"|wagered|(?:am|are|was|were|'m) down|chased) (?:(?:about|over|nearly|like|maybe|another|up to|the"
    rf"|almost|a) )*{_SUM}"
    rf"|\b(?:done|did|put|spent|sunk|went through) .{{0,20}}{_SUM}.{{0,14}} (?:on|at|down|into) (?:the "
    rf"|my |their |them |an? )?"
    r"(?:phone|pokies|horses|dogs|slots|roulette|apps?|machines?|multis?|cards|casino|football|cricket"
    r"|scratch\w*"
    r"|bookies?|tables?|poker|lotto|lottery|teen patti|betting|sports)\b"
    rf"|\b(?:owe|owes|owing|in debt|debts? (?:of|is|was|are)|loans? (?:of|for)|borrowed) .{{0,20}}{_SUM}"
)
"""What was lost at play, or is owed."""
SLEPT = AnyCase(
    rf"\b(?:{_COUNT}|an?|half an)(?: (?:or|to|and a half"
    rf"|maybe) ?(?:{_COUNT})?)? (?:and a half )?hours?\b.{{0,24}}"
    r"\b(?:sle(?:ep|pt)|a night|of sleep|last night|at night|awake|in bed)\b"
    rf"|\b(?:sle(?:ep|pt)|sleeping|awake)\b.{{0,30}}\b(?:{_COUNT}|an|half an) (?:or \w+ )?hours?\b"
)
"""How long somebody slept."""
HOURS = AnyCase(rf"\b(?:{_COUNT}|half an|an)(?: (?:or|to|and a half) ?(?:{_COUNT})?)? hours?\b")
NOT_UP = AnyCase(
    rf"\b(?:{_WHO} )?(?:{_NOT}|never|barely|hardly|can't|cannot|could not|couldn't|no longer) (?:even "
    rf"|really )?"
    r"(?:get (?:up|out of bed|dressed|washed)|got (?:up|out of bed|dressed|washed)|leave (?:the house"
    r"|my room|their room"
    r"|the flat)|left (?:the house|the flat|my room|their room|my bed|their bed)|wash(?:ed)?\b(?! up"
    r"| the)|shower(?:ed)?"
    r"|answer(?:ed)? the (?:phone|door)|go (?:into|in to|to) (?:work|school|college))\b"
    r"(?! (?:until|till|early|at|to|for|the)\b)"
    r"|\b(?:stayed|spent|lay|was|were) (?:\w+ ){0,3}in bed (?:all|the whole|for|most|since)\b"
)
"""That somebody did not get through the day."""

_PILLS = (
    r"(?:tablets?|meds|medications?|medicines?|pills?|capsules?|injections?|patch(?:es)?"
    r"|inhaler|prescription|script|dose)"
)
TABLETS = AnyCase(
    rf"\b(?:took|take|taken|taking|stopped(?: taking)?|quit|came off|come off|missed|skipped|forgot"
    rf"|halved|doubled"
    rf"|ran out of|run out of|started(?: on)?|restarted|resumed|increased|upped|dropped|cut down|cut back"
    rf"|swapped|changed"
    rf"|filled|picked up|collected|swallowed|need|had)"
    rf" (?:\w+ ){{0,3}}?(?:(?:the|my|me|their|his|her|its|your|those|any|an?|one|two|half"
    rf"|of|extra)\b ?){{1,4}}(?:\w+ )?{_PILLS}\b"
    rf"|\b{_PILLS} (?:\w+ )?(?:make|makes|made|making|give|gives|gave|giving|help\w*|work\w*|knock\w*"
    rf"|keep\w*|upset)"
    r" (?:me|them|my|their|him|her)?\b"
)
"""What was done with a medicine, and what it did, where it is not named."""
ASKED_OF_BODY = AnyCase(
    r"\b(?:withdraw\w*|shakes|shaking|sweats|tremors?|seizures?|cravings?|urges?|side effects?|black ?outs?"
    r"|dizz\w*|light-?headed|faint(?:ing|ed)?|palpitations|blood pressure|detox)\b"
)
"""What a clinician asks for when they want to know whether something is dangerous."""
HOPES = AnyCase(
    r"\bwhat (?:are|were|would|do|did|'s|is) (?:you|your|ye) (?:most |best |really |biggest )*(?:hop(?:e"
    r"|es|ing)|want(?:ing)?"
    r"|like|goals?|aims?)\b.{0,30}\b(?:from|out of|to (?:get|be|change|achieve|happen|work|take)"
    r"|for (?:today|this|our|us"
    r"|coming)|different|therapy|here|together)\b"
    r"|\b(?:hoping to (?:get|work|change|achieve)|what would (?:be different|better look like|success look)"
    r"|what(?:'d| would) tell you (?:it|this|that|therapy)|if (?:this|therapy|we) (?:works?|went well"
    r"|goes well))\b"
)
"""Asks for what somebody hopes to get."""
CONFIDENT = AnyCase(
    r"\b(?:confiden(?:ce|t)|how (?:important|ready|willing)"
    r"|how sure (?:are|were) you (?:that )?you|importance|readiness|motivation)\b"
)
NUMBERED = AnyCase(
    r"\d|\b(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|(?:twen|thir|for|fif|six|seven"
    r"|eigh|nine)ty"
    r"|hundred)\b"
)
LIGHTER = AnyCase(
    r"\b(?:a (?:bit|wee bit|little|touch|lot|tad)|much|so much|kinda|kind of|sort of|way|feel(?:s|ing)?"
    r"|felt|definitely"
    r"|slightly|some(?:what)?|far) (?:\w+ )?(?:lighter|calmer|steadier|clearer|looser|hopeful"
    r"|more hopeful|relieved|settled"
    r"|more settled|less (?:heavy|tight|anxious|alone|tense|stuck|scared|angry|ashamed)"
    r"|easier in (?:myself|themself)"
    r"|better (?:than when|now|for)|stronger|more relaxed|at peace)\b"
    r"|\b(?:weight|load|knot|lump|tightness|pressure) (?:\w+ ){0,3}(?:off|lifted|gone|eased|loosened"
    r"|come off|has gone)\b"
    r"|(?:\bnot|n't|\bno longer|\bstopped being) (?:\w+ ){0,2}(?:scared|afraid|frightened|ashamed"
    r"|dreading|terrified"
    r"|fighting|hiding|embarrassed|bothered by)\b[^.]{0,40}\b(?:any ?more|no more|now|these days)\b"
)
"""A change that is felt."""
ASKED_HOW_NOW = AnyCase(
    r"\bhow(?: are|'re) (?:you|ye)(?: all)? (?:feeling|doing|now|leaving)\b"
    r"|\bhow (?:do|are) (?:you|ye) (?:feel now|feel\w* (?:about|leaving|going)|leaving|going out)\b"
)
"""Asks how somebody is by now."""
BEFELL = AnyCase(
    r"\b(?:(?:had|have had|having|got into|been) (?:\w+ ){0,2}?(?:an? |another |the )(?:\w+ ){0,2}"
    r"(?:(?:thing|row|fight|argument|barney|falling.out|blow.?up|blowout|bust.?up|quarrel|set-to|scene"
    r"|meltdown|wobble"
    r"|relapse|slip|panic attack|miscarriage|scare|accident|crash|fall|stroke)\b(?! (?:that|about|for"
    r"|to|on)\b))"
    r"|(?:broke|split|broken) up (?:with|last|on|this)|(?:left|dumped|kicked|threw|thrown) (?:me|them|him"
    r"|her)(?: out)?\b"
    r"|walked out|moved out|filed for divorce|separated"
    r"|(?:died|passed(?: away)?|was killed|got killed) (?:last|on|in|this|two|three|a|the|back)\b"
    r"|lost (?:my|their|me|the) "
    r"(?:mum|mom|mam|mother|dad|da|father|husband|wife|partner|son|daughter|brother|sister|baby|job|house"
    r"|home|gran|nan)"
    r"|passed over|laid off|made redundant|let go from|(?:was|were|got|been|getting) (?:sacked|fired"
    r"|suspended|evicted"
    r"|arrested|charged|mugged|attacked|assaulted|diagnosed|demoted|bullied)"
    r"|(?:didn't|did not|didnae) get the (?:job|post|promotion|place|role)|gave (?:it|the (?:job|post"
    r"|role)) to"
    r"|relapsed|busted|fell off the wagon|(?:slipped|used|drank|cut|gambled|binged|purged) (?:again"
    r"|last night|on the weekend"
    r"|at the weekend|yesterday)|(?:of course|then) (?:i|they|we) drank"
    r"|(?:ended up|landed|was|were) in (?:the )?(?:hospital|A and E|A&E|the ER|emergency|casualty|a cell)"
    r"|(?:barely|hardly|not|n't) sle(?:ep|pt) (?:all|a wink|last|since))\b"
)
"""What befell somebody: what they come with, where it is told at once."""
VEILED = AnyCase(
    r"\bbetter off (?:with(?:out)? (?:me|him|her|the insurance)|dead)\b|\b(?:with|get|got"
    r"|have) the (?:life )?insurance money\b"
    r"|\bsave (?:you|everyone|everybody|us|them|ye|yous|y'all|people)(?: all| both)? (?:the"
    r"|a lot of) (?:trouble|bother|hassle)\b"
    r"|\bfind (?:me|myself|himself|herself|themself|themselves)(?: an?| some)? (?:overpass|bridge|rope"
    r"|cliff|train|tree|river)\b"
    r"|\b(?:won't|will not|wouldn't|would not|not going to) be (?:around|here) (?:much longer|for long"
    r"|to (?:see|worry|bother))"
    r"|\bsick of (?:being alive|living|life)\b|\b(?:i'll|will) be (?:in )?(?:with|to|joining) (?:you|him"
    r"|her|them) "
    r"(?:one of these days|soon|before long)\b"
    r"|\bno (?:great |real |much |particular )?(?:interest|point|joy|use) in (?:it; in )?(?:living|life"
    r"|going on|being here)\b"
    r"|(?:\b(?:am|is|are|was|were|be)|'(?:s|m|re)) (?:just |so |all )?(?:done|finished)\b.{0,50}"
    r"\b(?:pills|tablets|rope|gun)\b"
    r"|\bnot (?:see|make) (?:christmas|my next birthday|the summer|new year)\b"
)
"""That somebody, whoever it is, may not wish to live, in words that do not say it."""
