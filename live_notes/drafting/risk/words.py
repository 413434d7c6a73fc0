"""The words that touch each kind of risk, and the idioms that use them without meaning them."""

from __future__ import annotations

from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.passive import PASSIVE
from live_notes.drafting.risk.pattern import RiskPattern, risk
from live_notes.drafting.risk.plainer import PLAINER
from live_notes.drafting.risk.ways import WAYS

_SOFT_DRINKS = r"(?:water|tea|coffee|milk|fluids|soda|juice|smoothies?|decaf)"
_POISONS = (
    r"(?:poison|sniper|gramoxone|paraquat|rat poison|weed ?killer|bleach|pesticide|insecticide|baygon|harpic"
    r"|celphos|otapiapia|kerosene|antifreeze|dettol|lysol|toilet cleaner|drain cleaner|acid)\b(?! reflux)"
)
_BIT_OF = r"(?:(?:some|the|a|bottle|of|his|her|my|dad's) ){0,4}"
_BY_CHANCE = r"(?![^.?!]{0,40}\b(?:by (?:accident|mistake)|accidentally|thinking it was|toddler|two|three)\b)"
_SELF = (
    r"(?:myself|yourself|himself|herself|themself|themselves|yourselves|oneself|meself|mesel|yerself|hisself)"
)
_ONES = r"(?:my|your|his|her|their|one's)"
_SOMEONE = (
    r"(?:him|her(?! feelings)|them|someone|somebody|anyone|anybody|people|others"
    r"|(?:other |another )(?:people|persons?)|persons|everyone"
    r"|each other|(?:my|your|his|her|their|the) (?:\w+ )?(?:husband|wife|partner|boyfriend|girlfriend"
    r"|boss|supervisor|manager|landlord|mother|mom|mum|father|dad|sister|brother|son|daughter|kids?|child"
    r"|children|baby|neighbou?rs?|uncle|auntie?|cousin|nephew|niece|classmates?|colleagues?|mates?|step\w+"
    r"|flatmate|housemate|co-?workers?|ex|roommate|teacher|family|parents|friend)|\[PERSON\w*\])"
)

_NO_BLOW = (
    r"(?! up (?:to|for|on|with)\b| for| with (?:a|an|the) (?:question|deadline|bill)| as"
    r"| in (?:the|a) (?:game|race)"
    r"| at (?:chess|cards|golf|pool|tennis|checkers|scrabble|\w+ball|(?:\w+ ){0,2}games?)\b| to (?:it"
    r"|the)\b| by (?:(?:a|an|one|two|three|four|five|\d+|half) )?(?:points?|goals?|minutes?|seconds?"
    r"|miles?|lengths?|votes?)\b)"
)
"""What follows where nobody is hurt: "he beat me at chess", "it hit me as strange"."""


PATTERNS: tuple[RiskPattern, ...] = (
    risk(
        RiskKind.SUICIDE,
        rf"suicid\w*|(?-i:SI)\b|unaliv\w+|kill(?:s|ed|ing)? {_SELF}|end(?:s|ed"
        rf"|ing)? (?:{_ONES} (?:own )?life"
        rf"|it all|things for good)"
        rf"|tak(?:e|es|ing|en) {_ONES} (?:own )?life|took {_ONES} (?:own )?life"
        r"|(?:want|wanted|wanna|wants|wish|wished|wishing|wanting|rather|ready|hoping|hope|like)(?: that)?"
        r"(?: i| you)?(?: to| was| were)? (?:just )?(?:die|be dead|dead)\b"
        r"|slit(?:ting)? (?:my|your) (?:own )?(?:wrists?|throat)\b|better off (?:dead|without me|if i (?:was"
        r"|were|wasn't|weren't))"
        r"|(?:do not|don't|didn't|not) want(?:ing)? to (?:be here|be alive|live|exist|wake up|be around)\b"
        r"(?! (?:with|in|at|there|here|on|near|alone|by|off|under|next|together|beside|back|abroad|for|when"
        r"|until)\b)"
        r"|not to (?:wake up|be here|be alive|exist)\b"
        r"|(?:wish|wished|hope|hoped|hoping|pray|prayed|praying)(?: that)? i"
        r" (?:wouldn't|would not|won't|will not|didn't|don't|never|could just not) wake up\b"
        r"|(?:easier|better|nice|a relief|peaceful|happier|simpler)(?: (?:for|on) [a-z]+(?: [a-z]+)?)? if i "
        r"(?:(?:wasn't|weren't|were not|was not|didn't|am not|'m not) (?:here|alive|around|wake up|exist)"
        r"|(?:was"
        r"|were) (?:gone"
        r"|dead|not (?:here|around))|died)\b"
        r"|(?:not|never) (?:be here|wake up|be alive|wak(?:e|ing) up|being here|being alive"
        r"|wanting to live)\b"
        r"|(?:mean|meant|meaning|intend|intended|intending|tried|trying|try) to (?:die|kill (?:my|your)self"
        r"|end it all)"
        r"|no (?:point|reason|use|sense) (?:in |to )?(?:me |my )?(?:living|live|going on|go on"
        r"|be(?:ing)? (?:here|alive))(?! (?:about|with (?:this|that|it|the)|there)\b)"
        rf"|thr(?:ow|ew|own|owing) {_SELF} (?:off|under|in front|into|from)\b"
        r"|(?:thoughts?|thinking|think) (?:of|about) (?:death|dying|not being (?:here|alive|around)"
        r"|ending (?:it|things))|(?:of|about) not being (?:here|around|alive)\b"
        r"|wish(?:ed|ing)? (?:that )?i (?:wasn't|weren't|was not|were not) (?:here|alive|around)\b"
        r"|(?:go|gone|going) to sleep and (?:just )?(?:not|never) (?:wake|waking)\b"
        r"|sleep and (?:just )?(?:not|never) (?:get|wake) up\b|\bif i'm not (?:here|around|alive)\b"
        r"|topp(?:ing|ed) (?:my|me|your)sel(?:f)?\b"
        r"|no (?:great |real |much |more )?interest in (?:living|life|being alive)\b"
        r"|not going to wake up\b[^?!]{0,12} i (?:wouldn't|would not|'d not|don't) (?:really )?mind\b"
        rf"|overdos(?:e|es|ed|ing)|hang(?:ed|ing)? {_SELF}|jump(?:ed|ing)? (?:off (?:a|the)"
        r"(?! (?:sofa|couch|bed|wall|chair|steps?|trampoline|diving|swing|bus|train|top board|boat|page)\b)"
        r"|in front of)"
        r"|life (?:is|was|isn't|wasn't)(?: not)? worth (?:living|it)|worth living"
        r"|(?:do|doing|done) (?:something|anything) to end (?:it|things|your life)\b"
        r"|(?:wouldn't|would not|'d not|don't|do not) (?:really |even )?mind (?:dying|being dead"
        r"|not (?:existing|being (?:here|around|alive)|waking up)"
        r"|if i (?:just |ever )?(?:(?:got|get|was|were) (?:hit|run over|knocked (?:down|over)|killed)|died"
        r"|never woke|did not wake|didn't wake))"
        r"|if i (?:just )?(?:didn't|did not|never|don't) (?:ever )?w[ao]ke? up\b[^.?!]{0,20}\b(?:wouldn't"
        r"|would not|'d not|be (?:fine|a relief|easier|okay|happy))"
        r"|(?:i'd|i would)(?: \w+)? be (?:ok|okay|fine|happy|glad|relieved|grand|all right|alright|at peace"
        r"|content)(?: with it)? if i (?:just )?(?:(?:didn't|did not|never) (?:ever )?w[ao]ke? up|died)\b"
        rf"|(?<=\bi )(?:(?:drank|swallowed) {_BIT_OF}{_POISONS}|took {_BIT_OF}(?:rat )?(?:poison|paraquat"
        rf"|sniper|gramoxone|pesticide|celphos)\b(?! (?:to|off|away|out)\b)){_BY_CHANCE}"
        r"|(?:said|wrote|writing|write) (?:my )?goodbyes?|goodbye (?:letter|note)s?",
    ),
    risk(
        RiskKind.SUICIDE,
        r"(?:want(?:ed)? to|wanna|wish i could|could) (?:just )?(?:disappear|not exist|go to sleep forever)"
        r"|(?:(?:if|wish|wished) it(?:'d| had)|it should(?:'ve| have)) been me\b"
        r"|let(?:ting)? go of the (?:steering )?wheel\b|(?:imagin|pictur|plann|think|dream)\w* (?:about "
        r"|of )?my (?:own )?funeral\b"
        r"|(?:don't|can't|do not|cannot|couldn't) (?:see|picture|imagine) (?:myself|me)(?: still"
        r"| even)?(?: being)?"
        r" (?:around|here|alive)\b|(?:drive|walk|walk out|go|run) ?(?:off"
        r"|away)? and (?:just )?(?:not|never) come back\b"
        r"|(?:just as soon|as soon|sooner|rather)(?: just)? (?:go(?: on)? too|go with|join|follow|not"
        r" be|not wake)"
        r"|(?:they|everyone|everybody|he|she|the kids|my (?:\w+ )?\w+)(?:'d| would| might)(?: all|"
        r" probably)* be"
        r" better off\b(?! (?:with (?:a|an|the|some|another|his|her|their|my)|in|at|on|doing|going"
        r"|getting|staying"
        r"|not)\b)"
        r"|(?:don't|do not|didn't) (?:really )?want to go on\b"
        r"(?! (?:a|the|about|with|to|for|that|my|any|another)\b)"
        r"|can't (?:go on(?! (?:holiday|a|the|with|about|to|for|that|my|any|another|dates?|facebook|insta"
        r"|trips?|courses?)\b)|do this any ?more|take (?:it|this) any ?more)|(?:give|giving|gave) up on life"
        r"|kill me(?<!'d kill me)(?<!'ll kill me)(?<!would kill me)(?<!will kill me)(?<!gonna kill me)"
        r"(?<!going to kill me)(?<!might kill me)(?<!tried to kill me)(?<!trying to kill me)"
        r"(?<!wanted to kill me)(?<!threatened to kill me)(?<!and kill me)(?: now)?\b(?! (?:if|for|when)\b)"
        r"|(?:tired|sick|weary) of (?:being alive|living"
        r"|life)(?=[.,!?]|$| (?:really|now)\b)"
        r"|what's (?:there|left) to live for\b|(?:just )?waiting to die\b"
        r"|(?:asked|begged|begging|asking|told) (?:god|him|the lord|allah|jesus) to (?:just )?take me\b"
        r"|(?:hit|run over|knocked down|killed) by (?:a|the) (?:truck|bus|car|lorry|train"
        r"|van)\b[^.?!]{0,24}\b(?:mercy|relief|blessing"
        r"|favour|favor|mind|glad|happy|fine|welcome)"
        r"|(?:happy|glad|content|mind|hope|hoping|wish|pray|like)[^.?!]{0,20} (?:slip(?:ped|ping)?|pass(?:ed"
        r"|ing)?|drift(?:ed)?|go|die|died)"
        r" (?:away |off )?in my sleep\b"
        r"|(?:nothing|what|anything|something|little)(?: (?:do i have|have i(?: got)?|is there|else"
        r"|much))?(?: left)? to live for\b"
        r"|pray(?:ed|ing)? (?:that |to )?(?:god|he|him|the lord|you)(?:'d"
        r"| would)? (?:just )?(?:to )?take me\b"
        r"|(?:thought|thoughts|thinking) (?:of|about) (?:the|that|a) (?:bridge|cliff|ledge|rope|noose"
        r"|tracks)\b"
        r"|could (?:just |have )?di(?:e|ed)\b|dying inside|(?:just|should|could|want to"
        r"|gonna) end (?:it|things)\b"
        r"|what's the point(?: (?:any ?more|some ?days|sometimes))?(?=[?.\"”]|$)"
        r"|what's the point (?:of|in) (?:it all|living|anything|going on|life|any of (?:it|this))"
        r"|took (?:an? (?:bunch|lot|handful|bottle|heap|load|pile|overdose|stack)|loads|heaps|all"
        r"|too many)(?: of)?"
        r"(?: (?:my|the|his|her|those))? (?:panadol|paracetamol|tylenol|ibuprofen|codeine)\b"
        r"|(?:had|have|made) (?:a|one|an) (?:crack|go|attempt)(?= (?:in|at it|when|back|once|that)\b)"
        r"|took (?:a (?:bunch|lot|handful|bottle)|all|too many)(?: of)? (?:(?:my|the|his|her|those) )?"
        r"(?:pills|tablets|meds|medications?)\b(?! (?:this|every|as|like|on|except|last|properly|today"
        r"|now|yes"
        r"|so)\b)|i'm done with (?:life|everything)",
        certain=False,
    ),
    risk(
        RiskKind.SUICIDE,
        r"dark thoughts?\b|(?:a|such a) burden (?:to|on) (?:every(?:one|body)|my \w+|them|people|others)"
        r"|no way out\b"
        r"|never been born\b|want(?:ed|ing)? (?:it all|everything|all of it|it) to (?:just )?(?:stop|end"
        r"|be over)(?=[.!?,]|$| (?:now|already|for good)\b)"
        r"|(?:don't|can't|cannot|do not|couldn't) see (?:a|any|my|the) (?:future|point)"
        r"(?= any ?more\b| in (?:it|anything|living|going)\b|[.!?,]|$)"
        r"|(?:driv|crash|steer|swerv)(?:e|ing|ed)? (?:(?:the|my) car |it )?"
        r"into (?:(?:a|the|an) )?(?:tree|wall|lake|river|lorry|truck|oncoming|traffic|bridge)\b"
        r"|st(?:oo|an)d(?:ing)? on (?:a|the) (?:bridge|ledge|roof|railway)\b|noose\b|had (?:a|the) rope\b"
        r"|(?:tablets|pills|meds|medication|paracetamol|insulin)(?: \w+){0,2}? (?:counted|lined|saved"
        r"|laid|put"
        r"|stored) (?:out|up|by)\b"
        r"|(?:count|lin|sav|stor)(?:ed|ing|e) (?:up|out) (?:(?:all|enough|some) )?(?:(?:of )?(?:my|the"
        r"|his|her"
        r"|those) )?(?:\w+ )?(?:tablets|pills|meds|medication|paracetamol)\b"
        r"|(?:stockpil|hoard|stash|squirrel)\w* (?:\w+ ){0,4}?(?:tablets|pills|meds|medication|paracetamol)\b"
        r"|(?:one|a|just a) (?:more |little )?step and (?:it|that|i|everything|all)(?:'d| would| could"
        r"|'ll| will)\b"
        r"|(?:step(?:ped|ping)?|walk(?:ed|ing)?) (?:out |off )?in front of (?:a|an|the"
        r"|that)\b(?! (?:class|crowd|camera|room|mirror|group|audience|whole|team"
        r"|board|judge|house|telly|tv)\b)"
        r"|(?:looked up|googled|counted) how many (?:pills|tablets)|lethal dose"
        r"|(?:thoughts?|thinking|thought) (?:of|about) (?:going|walking|stepping|jumping|driving|throwing"
        r" myself)"
        r" (?:out )?(?:in front of|off|under)\b"
        r"|if (?:the|a) (?:bus|car|lorry|truck|train|tram)(?: \w+)? (?:hit|took|ran)[^.?!]{0,12} (?:me"
        r"|i)\b[^.?!]{0,20}"
        r"(?:n't|not|never) (?:be bothered|care|mind|complain|fight|move)"
        r"|if (?:the (?:good )?lord|god|jesus|he|allah|bhagwan)(?: just)? (?:took|takes|called|calls|were to"
        r" take) me\b"
        r"|ready to (?:go|join|be)(?: and)?(?: be)? (?:with|to) (?:him|her|them|my \w+|the lord|god|jesus"
        r"|(?-i:[A-Z]\w+))"
        r"(?=[.,!?]|$| (?:now|again|in heaven|up there))"
        r"|(?:be|do) (?:so much |much |far |all )?better without me(?=[.,!?]|$)"
        r"|(?:whole|entire) (?:pack(?:et)?|box|bottle) of (?:\w+ )?"
        r"(?:pills|tablets|paracetamol|tylenol|ibuprofen|aspirin|sleeping)",
        certain=False,
    ),
    risk(
        RiskKind.SELF_HARM,
        rf"scratch(?:ed|ing|es)? (?:at )?{_ONES} (?:\w+ )?(?:arms?|wrists?|legs?|thighs?|skin|face)\b"
        r"|(?:(?<=i )|(?<=i've )|(?<=i'd )|(?<=just )|(?<=and ))(?:punch|kick|headbutt)(?:ed|ing"
        r"|es)? (?:a|the|my) (?:\w+ )?(?:wall|door|mirror|window)s?\b"
        r"|(?:bang|hit|smash|bash)(?:ed|ing|es|s)? (?:my|her|his|their) (?:own )?head (?:off|against|on"
        r"|into)\b"
        r"|pull(?:ed|ing)? (?:my|her|his|their) (?:own )?hair out\b"
        r"|(?:thoughts?|urges?) of harm\b|burn(?:ed|t|s|ing)? (?:my|your|his|her|their) (?:arms?|legs?"
        r"|thighs?|skin)\b"
        r"|(?:i|she|he|they) cut (?:again|twice|once|last|three times)\b",
        certain=False,
    ),
    risk(
        RiskKind.SELF_HARM,
        rf"self[- ]?(?:harm|injur|mutilat)\w*|(?:hurt|harm|burn|punish|injur|starv|cut)(?:s|ed|ing|ting"
        rf"|e|ing)? {_SELF}"
        rf"|(?:hit|hits|hitting|scratch|scratched|scratching|bit|bite|biting) {_SELF}"
        rf"|cut(?:s|ting)? {_ONES} (?:\w+ )?(?:arms?|wrists?|legs?|thighs?|skin|stomach)|(?:started"
        rf"|began|stopped|been|back to)"
        r" (?:self-?)?cutting\b(?! back| down| out| off)|urges? to (?:cut|burn|self-?harm)\b(?! back| down"
        r"| out| off| class| calories| the| my (?:hours|hair))|carv(?:e|ed|ing) into"
        r"|(?:the|any|your) cutting\b(?! back| down| out| off| board| edge| corners| room)"
        r"|(?:ask|asking|talk|talking|check|checking|know|hear|wonder\w*) (?:you )?(?:again )?about cutting\b"
        r"(?! back| down| out| off| class| calories)"
        r"|(?:(?<=haven't )|(?<=hasn't )|(?<=hadn't )|(?<=have not )|(?<=has not ))cut\b(?=[.,!?]|$)"
        r"|(?:haven't|hasn't|have not|has not|hadn't) cut (?:since|again|for|in(?! half)|at all)\b"
        r"|(?:took|take|taken|taking|had|put) (?:a|the|my|that) (?:\w+ )?(?:blade|razor|knife|scissors"
        r"|lighter|cigarette)"
        r" to (?:my|her|his) (?:own )?(?:\w+ )?(?:arms?|wrists?|legs?|thighs?|skin|stomach|hips?|self)\b"
        r"|razor blades?|(?:threw|throw(?:n|ing)?|got rid of|hid|hide|hiding|gave|kept|keep)(?: out| away)?"
        r" (?:the|my|his|her|their) blades?\b",
    ),
    risk(
        RiskKind.HARM_TO_OTHERS,
        rf"homicid\w*|(?<=SI/)HI\b|HI/SI\b|(?<=SI or )HI\b|(?<=SI and )HI\b|(?:hurt|harm|kill|murder"
        rf"|shoot|stab|strangle|choke|attack|poison|beat up|hit"
        rf"|punch|slap|shake|hurting"
        rf"|harming|killing|hitting|strangling|choking"
        rf"|stabbing|beating up|attacked|punched|slapped|stabbed|choked)(?:ed"
        rf"|ing)? (?:{_SELF},? or )?{_SOMEONE}\b"
        r"|violent (?:thoughts?|urges?|impulses?|fantas\w+)|urges? to (?:hurt|harm|kill)(?! (?:my|your|him"
        r"|her|one|them)sel)"
        r"|thoughts? of violence|(?:anyone|anybody|someone|somebody|others) else (?:getting|being|get) hurt"
        r"|make (?:him|her|them) pay|wish(?:ed|ing)? (?:him|her|them|(?:my|the) \w+) (?:was |were )?dead\b",
    ),
    risk(
        RiskKind.HARM_TO_OTHERS,
        r"(?:pictures?|images?|thoughts?|visions?|flash(?:es)?|urges?|impulses?) (?:of|about|to)(?: me|"
        r" just)?"
        r" (?:dropp|throw|shak|smother|drown|push|scald|suffocat)(?:e|ing)? "
        r"(?:him|her|them|it|the baby|my (?:baby|son|daughter|child|kids?|little \w+))\b"
        r"|(?:get|gets|got|gotten|getting) physical\b[^.?!]{0,20}\b(?:either|both)\b"
        rf"|(?:lay|laid|lift(?:ed)?|rais(?:e|ed)) (?:a|my|your) (?:hand|finger|fist) (?:on|to|against"
        rf"|at) {_SOMEONE}\b",
        certain=False,
    ),
    risk(
        RiskKind.HARM_TO_OTHERS,
        r"(?:smash|bash|shove|kick|stove)(?:ed|ing|es|s)? (?:his|her|their) (?:face|head|teeth|skull)"
        r"|put (?:his|her|their) (?:face|head|fist) (?:through|into|in)\b|put (?:him|her"
        r"|them) through (?:a|the) wall",
        certain=False,
    ),
    risk(
        RiskKind.HARM_TO_OTHERS,
        r"(?:i|i've|i'd)(?: \w+)? (?:(?:pushed|shoved|grabbed|shook|slapped|smacked|spanked|hit|punched"
        rf"|kicked|choked) {_SOMEONE}\b"
        r"|(?:took|grabbed|seized|had) (?:him|her|them) by the"
        r" (?:arms?|neck|hair|throat|wrists?|shoulders?)"
        r"|(?:grabbed|squeezed|twisted|yanked|pulled) (?:his|her|their) (?:arm|neck|hair|throat|wrist"
        r"|shoulder"
        r"|ear)s?\b)",
        certain=False,
    ),
    risk(
        RiskKind.ABUSE,
        r"(?<!substance )(?<!alcohol )(?<!drug )(?<!opioid )abus(?:e|es|ed|ing|ive|er)\b|molest\w*"
        r"|rap(?:e|ed|ing|ist)\b"
        r"|(?:sexually |physically )?assault\w*|domestic violence|human trafficking|incest"
        r"|(?:hits?|hitting|beats?|beating|slap(?:s|ped)|punch(?:es|ed)|kick(?:s|ed)|chok(?:es|ed|ing)"
        r"|strangl(?:es|ed)"
        r"|shov(?:es|ed)|push(?:es|ed)|grab(?:s|bed)|burned|spanked|threaten(?:s|ed)|raped"
        r"|groped) (?:me|you)\b"
        rf"{_NO_BLOW}"
        r"|(?:dad|da|father|daddy|mom|mum|ma|mam|mammy|mother|step\w+|uncle|grand\w+|husband|wife|partner"
        r"|boyfriend"
        r"|girlfriend|ex|he"
        r"|she)(?: (?:\w+ly|would|used to|always))? (?:beat|hit|whip(?:ped)?|smack(?:ed)?|kick(?:ed)?"
        r"|choked?|batter(?:ed)?|belt(?:ed)?|thump(?:ed)?|flog(?:ged)?|cane[d]?) (?:me|us)\b"
        rf"{_NO_BLOW}"
        r"|touch(?:es|ed|ing) (?:me|you) (?:when|where|inappropriately|without|in )|forc(?:ed|es"
        r"|ing) (?:me|you) to(?! (?:come|be here|quit|stop|cut (?:down|back)|get help|see (?:a|you|someone)"
        r"|attend))"
        r"|(?:threatened|tried|trying) to kill (?:me|us)\b"
        r"|(?:scared|afraid|frightened|terrified) of (?:him|her|my (?:husband|wife|partner|boyfriend"
        r"|girlfriend|father"
        r"|dad|mother|stepfather|stepdad|ex|brother|uncle))|neglected|not safe at home|unsafe at home"
        r"|don't feel safe at home",
    ),
    risk(
        RiskKind.ABUSE,
        r"(?:any|some|no|been|there's) (?:\w+ ){0,2}?(?:pushing|hitting|shoving|slapping|kicking|punching"
        r"|choking"
        r"|physical (?:fights?|fighting|violence|aggression)|violence)\b"
        r"|(?:any(?:one|body)|some(?:one|body)|he|she|they|partner|husband|wife|boyfriend|girlfriend"
        r"|parents?|ex)"
        r"(?: ever| at home)* (?:hurt|hit|harm|threaten|push|shove|slap|kick|punch|choke|force|touch)(?:s"
        r"|es|ed|ing)?"
        r"(?: (?:or|and) [a-z]+)? you\b(?! (?:to|with) (?:come|do it|help))",
        certain=False,
    ),
    risk(
        RiskKind.ABUSE,
        r"(?:pushing|hitting|shoving|slapping|grabbing|kicking|throwing things)(?:,| or|, or| and)"
        r" (?:pushing|hitting|shoving|slapping|grabbing|kicking|throwing things)\b"
        r"|(?:afraid|scared|frightened|terrified) of (?:you|me)\b"
        r"|hands? (?:a?round|on) my (?:throat|neck)\b|(?:lay|laid|lays|laying) (?:a )?(?:hand"
        r"|finger)s? on (?:me|you|us)\b"
        r"|(?:uncle|father|dad|step-?(?:dad|father|brother)|brother|cousin|grandfather|grandad|grandpa"
        r"|neighbou?r|coach"
        r"|priest|teacher)(?: [\w']+){0,3} c(?:o|a)m(?:e|es|ing) into my (?:room|bed)\b"
        r"|(?:won't|doesn't|wouldn't|didn't|don't|never) (?:let|lets|allow|allows)(?: me)? (?:me )?(?:to"
        r" )?(?:see|talk to"
        r"|visit|ring|speak to|have) (?:any of )?my (?:own )?(?:family|friends|mates|mother|mum|mom|sister"
        r"|parents|money)\b"
        r"|(?:interfered|messed about|fiddled) with me\b"
        r"|(?:said|says|told me|threatened|swore|swears)\b[^.?!]{0,30} (?:he|she|they)(?:'ll|'d| will|"
        r" would) (?:\w+ )?(?:kill"
        r"|batter|bury) me\b"
        r"|(?:said|says|told me|threatened|swore)(?: that)? (?:he|she|they)(?:'d| would|'ll"
        r"| will) (?:\w+ )?(?:kill|hurt|batter|bury) me\b"
        r"|(?:pin(?:s|ned)|hold(?:s|ing)?|held) me (?:down|against|to the)\b|sp(?:at|its?|itting) (?:at"
        r"|on) (?:me|us)\b"
        r"|i was (?:\w+ )?(?:groomed|interfered with|touched up|fondled|trafficked)\b"
        r"|makes? me (?:have sex|sleep with|touch (?:him|her|them))\b"
        r"|(?:wouldn't|didn't|doesn't|won't|kept) (?:stop|going|on)\b[^.?!]{0,12} (?:when|after"
        r"|though) i(?:'d| had)? (?:say|said)"
        r" (?:no|stop)\b|(?:did|do|does|doing) things to (?:me|us)\b"
        r"|i (?:was|got) (?:\w+ )?(?:beaten|hit|caned|whipped|belted|strapped|smacked)"
        r" (?:every|by (?:my|him|her|them|teachers)|at (?:home|school|that)|all|as a|when i|regularly"
        r"|with (?:a|the|his|her) (?:\w+ )?(?:belt|slipper|stick|cane|strap|hand|shoe|ruler|spoon)"
        r"|black)\b"
        r"|made (?:me|you) do (?:things|stuff)\b|(?:gets?|got|getting) physical\b"
        r"(?! (?:therap\w+|exam\w*|ed|education|health|fitness|training|activity|exercise|symptoms?"
        r"|contact)\b)"
        r"|(?:threw|throws|throwing) (?:(?:a|an|the|his|her) )?\w+ at (?:me|you|us)\b|lock(?:s|ed) (?:me"
        r"|you|us) (?:in|out)\b",
        certain=False,
    ),
    risk(
        RiskKind.ABUSE,
        r"(?:feel|feeling|are you|be|been) (?:physically )?safe (?:at home|with (?:him|her|them|your))"
        r"|(?:do|did) you feel safe(?=[?,.]|$| right now| now\b| there| these days)",
        inverted=True,
    ),
    risk(
        RiskKind.SUBSTANCE_USE,
        r"alcohol\w*|beers?\b|wine\b|vodka|whiske?y|tequila|liquor|hungover|weed\b|marijuana|cannabis"
        r"|cocaine|heroin"
        r"|meth(?:amphetamine)?s?\b|opioids?|opiates?|fentanyl|oxycodone|oxycontin|ketamine|ecstasy|mdma"
        r"|lsd|drugs\b|drug (?:use|abuse|problem)|(?:recreational|street|illicit|illegal) (?:drugs?"
        r"|substances?)|substance\w* (?:use|abuse)|substances\b|sober\b|sobriety|relaps\w+|blacked out"
        r"|got (?:high|drunk|wasted)|getting (?:high|drunk)|drunk\b"
        rf"|drink(?:ing|s)? (?!(?:\w+ ){{0,4}}{_SOFT_DRINKS})(?:too much|heavily|every (?:day|night)"
        rf"|again|more|a lot|alone|to (?:sleep|cope|forget))"
        r"|do you drink\b|(?:(?:been|stopped|started|quit|keep|kept|i'm|about) drinking|i (?:drink"
        rf"|drank)(?! (?:\w+ ){{0,4}}{_POISONS})|"
        r"(?<!free )(?<!soft )(?<!energy )(?<!fizzy )(?<!sports )(?<!sugary )(?<!diet )drinks)\b"
        rf"(?! (?:\w+ ){{0,4}}{_SOFT_DRINKS})"
        rf"|drinking (?:any|much|at all)\b(?! (?:\w+ ){{0,2}}{_SOFT_DRINKS})"
        r"|(?:the|my|your|his|her|their|heavy|binge|problem|social|daily|too much) drinking\b"
        rf"(?! (?:(?:\w+ ){{0,3}}{_SOFT_DRINKS}|fountain|straw|age\b))"
        r"|lager\b|gin\b|rum\b|brandy\b|bourbon|prosecco|champagne|hangovers?\b|binge drink\w*"
        r"|half a bottle(?= (?:of (?!water|milk|juice|pop|coke|formula)|most|every|a night|each))"
        r"|(?:had|having) a (?:slip|lapse)\b|(?:started|stopped|quit|been|keep|kept) using(?= again"
        r"| since| drugs|[.,!?]|$)"
        r"|(?:some|smok\w+|doing|on|of) crack\b(?! in)|pints?\b(?! of (?:milk|water|blood|ice|juice"
        r"|cream|\w*berr))"
        r"|(?:do|did|doing|had) (?:a|the odd|a few|a couple of|two|three) lines?"
        r" (?:of (?:coke|charlie|it|speed)|on (?:a|the) \w+(?:day|night|end)|at (?:the )?weekends?)\b"
        r"|(?:had|have|having|touched|take|taken|took|want|wanted|fancied) (?:a|another|one) drink\b(?! of\b)"
        r"|(?:on|off) the wagon\b|glass(?:es)? of (?:red|white|ros[eé]|bubbly|scotch|port)\b"
        r"|cans? of (?:lager|cider|strong)"
        rf"|are you drinking\b(?! (?:\w+ ){{0,3}}{_SOFT_DRINKS})|(?:do|did) you use anything\b"
        r"|(?:stay(?:ed|ing)?|got|getting|been) clean (?:for|since|now)\b|(?:days|weeks|months"
        r"|years) clean\b"
        r"|(?:the|on the|off the) (?:drink|booze|grog)(?=[?.,!]|$)|booz(?:e|ing)\b|grog\b|schooners?\b"
        r"|stubb(?:y|ies)\b"
        r"|six[- ]packs?\b|standard drinks\b|bhang\b|ganja\b|charas\b|hash(?:ish)?\b(?! ?(?:tag|brown))"
        r"|(?:two|three|four|five|six|seven|eight|ten|twelve|few|couple of|\d+) (?:or \w+ )?cans\b(?! of\b)"
        r"|(?:smok(?:e|ed|ing)|have|had|having) (?:a|the odd|the occasional) (?:joint|cone|spliff|bong)\b"
        r"|thc\b|edibles\b|spliffs?\b|shrooms\b|magic mushrooms|benzos\b",
    ),
    *WAYS,
    *PASSIVE,
    *PLAINER,
)
"""Every pattern that is looked for, in the order kinds are reported."""

RISK_WORDS = AnyCase("|".join(p.words.pattern for p in PATTERNS if p.kind is not RiskKind.SUBSTANCE_USE))
"""Any risk but substance use, which is common enough to be weighed like other content."""
_OF_SUBSTANCES = tuple(p for p in PATTERNS if p.kind is RiskKind.SUBSTANCE_USE)


@remembered
def patterns_for(text: str) -> tuple[RiskPattern, ...]:
    """Those of `PATTERNS` that may find anything in a text, told by one search for all but the last few."""
    return PATTERNS if RISK_WORDS.search(text) else _OF_SUBSTANCES
