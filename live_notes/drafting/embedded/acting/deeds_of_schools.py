"""What clinicians of one school or another do, named in plain words and never by the school."""

from __future__ import annotations

from live_notes.drafting.embedded.acting.deed import LEAD, Deed, deed

_PART = (
    r"(?:part|parts|one|critic|protector|voice|child|little (?:one|girl|boy|lad|lass|kid)|manager part"
    r"|firefighter"
    r"|perfectionist|pleaser)"
)
_KIN = (
    r"(?:your )?(?:m[uo]ther|father|m[uo]m(?:my)?|mam|dad(?:dy)?|papa|parents?|grand\w+|nan|gran"
    r"|brother|sister|uncle"
    r"|aunt\w*|stepdad|stepfather|stepm\w+)"
)
_SCHOOL = (
    r"(?:school|teacher|tutor|coach|gp|doctor|psychiatrist|probation\w*|social worker|case ?worker|care"
    r" coordinator"
    r"|head of year|guidance|principal|nurse|pharmacist|(?:m[sr]s?|miss|dr)\.? \w+)"
)

OF_SCHOOLS: tuple[Deed, ...] = (
    deed(
        "explored what happens between them in the session",
        "here me us angry cross disappointed let between time charge leaving away wait judge please"
        " wrong pay",
        r"\b(?:happens|happening|happened|same thing|too|also|goes on) (?:in )?here (?:too|with me"
        r"|between us|as well)\b"
        r"|\bbetween (?:you and me|us),? (?:here|in here|in this room|too|as well)\b"
        r"|\bwith (?:us|me),? (?:too|as well)\b|\b(?:happen\w*|feel\w*|like (?:this|that)|angry|do(?:ing)?"
        r" (?:it|that)) with (?:us|me),? (?:here|in here|in this room)\b",
        r"\b(?:you(?:'re| are| were| might be| may be|'d be)?|part of you) (?:\w+ )?(?:a (?:little|bit)"
        r" )?(?:angry|cross"
        r"|annoyed|disappointed|irritated|frustrated|let down|furious|hurt) (?:\w+ )?(?:with|at|by) me\b",
        r"\b(?:as if|as though|afraid|fear|worried|wonder\w*|imagine|expect\w*|want(?:ed)?|like) (?:\w+"
        r" ){0,4}?i(?:'d|'ll|'m"
        r"| would| might| will| am| was)? (?:\w+ )?(?:be )?(?:judg\w+|leav\w+|disapprov\w+|criticis\w+"
        r"|criticiz\w+"
        r"|disappoint\w+|left|tire|tired of|turn\w* away|punish\w*|the one (?:who|with))\b",
        r"\byou(?:'d| would|'ve)?(?: \w+){0,3} (?:want|like|need) me to be the (?:one|person)\b"
        r"|\bwho i(?:'m| am) leaving you for\b|\bwhat (?:is|was) it like (?:for you )?(?:to (?:tell|say"
        r" (?:that|it) to) me"
        r"|when i (?:said|asked|was|went|cancelled|canceled))\b",
        r"\bfelt (?:that |like that |this |something )?(?:\w+ )?toward me\b|\b(?:with|toward|towards)"
        r" me,? (?:\w+ ){0,3}what"
        r" you felt\b",
        worth=0.5,
    ),
    deed(
        "linked what happens now to the family of early life",
        "mother father mum mom mam dad daddy papa parents nan gran grandmother grandfather brother"
        " sister uncle aunt auntie"
        " stepdad stepfather stepmother side",
        rf"\b(?:the way|as if|as though|just as|same as|like) (?:\w+ ){{0,5}}?(?:with|to|toward"
        rf"|towards|for|of|in front of)"
        rf" {_KIN}\b",
        rf"\b(?:heard|hear|saw|see|felt|treat\w*|answered|talking to) (?:him|her|them|me|it|that|the"
        rf" \w+) (?:\w+ )?as"
        rf" (?:if (?:he|she|they|i|it) (?:were|was) )?{_KIN}\b",
        rf"\bwho else (?:might|could|would|may|was|is)\b[^?]*\b(?:on|in|there|with|at|across)\b"
        rf"|\bwho (?:was it|is it|were you|are you),? (?:do you think,? )?(?:that )?(?:you (?:were|are)"
        rf" )?(?:talking|speaking"
        rf"|answering|looking) (?:to|at)\b|\bwhat you felt (?:\w+ )?(?:toward|towards|with|about|for)"
        rf" {_KIN}\b",
        rf"\b(?:did|was|would) {_KIN} (?:\w+ )?(?:do|say|react|respond|like|there)\b[^?]*\bwhen you\b",
        worth=0.5,
    ),
    deed(
        "held to the agreed time and frame",
        "time end until stop late minutes charge fee",
        r"\b(?:we(?:'ll| will| do|'re going to)?|i(?:'ll| will)?) (?:\w+ )?(?:keep|stick|hold) to"
        r" (?:our|the|your) (?:usual )?"
        r"(?:time|hour|fifty|frame|agreement|session)\b",
        r"\bwe(?:'ll| will)? (?:still )?(?:have|finish|end|stop) (?:\w+ )?(?:until|till|at|on) (?:the"
        r" usual|our usual|ten to"
        r"|quarter|\w+ past|the hour|half)\b[^?]*$",
        r"\b(?:the|your|our) (?:\w+ )?(?:nineteenth|hour|slot|time|\w+day)\b[^.?]{0,30} is yours\b"
        r"|\beven if you (?:don't|do not) come\b",
        worth=0.35,
    ),
    deed(
        "named what the client asked for without advising on it",
        "notice hear wonder tell decide one",
        r"\bi (?:notice|think|hear|wonder if) you(?:'d| would)? (?:\w+ )?(?:like|want|need) me to (?:be"
        r"|tell|decide|say|give"
        r"|answer|know)\b",
        r"\bi(?:'m not| won't| can't| am not) (?:going to )?(?:tell you what to do|decide (?:it )?for"
        r" you|be the one to"
        r" (?:decide|say))\b",
        worth=0.35,
    ),
    deed(
        "drew attention to the client's dream",
        "dream dreams dreamt dreamed mind",
        r"\bwhat (?:comes|came|springs) to mind\b[^?]*\?|\b(?:in|about|of) (?:the|your|that) dream\b",
        worth=0.4,
    ),
    deed(
        "explored a part of the client",
        "part toward towards",
        rf"\bhow (?:do|are) you feel(?:ing)? (?:toward|towards) (?:(?:that|this|the|your) (?:\w+"
        rf" )?{_PART}\b"
        r"|(?-i:the [A-Z])\w+)",
        r"\b(?:that|this|another|a|the) part (?:there |here |in there |inside )?(?:that|who|of"
        r" you)\b[^.?]*\b(?:hates?|wants?"
        r"|likes?|fears?|is|says?|drinks?|feels?|needs?|tries|protects?)\b(?! the (?:job|form|car|house"
        r"|town))",
        worth=0.45,
    ),
    deed(
        "asked a part to step back",
        "step space back soften relax room part willing",
        r"\b(?:step|stand|move|ease) (?:back|aside|off)\b(?=[^.]*\b(?:part|little|bit|get to know|her"
        r"|him|she|he|it|that"
        r"|they|one)\b)(?<!from )(?! from the (?:camera|screen|door|edge|kerb|curb|line))(?! of the)",
        rf"\b(?:would|could|can|will|if) (?:that|this|the|she|he|it) ?(?:{_PART})?(?:'d)? (?:\w+"
        rf" )?(?:be )?(?:willing|able|okay|open)"
        r" (?:to|with) (?:give|giving|make|making|step|stepping|soften|relax|let|letting)\b",
        rf"\b(?:ask|tell) (?:that|this|the) {_PART} (?:\w+ )?(?:to|if)\b[^?]*\b(?:space|room|back"
        rf"|soften|relax|wait|rest)\b",
        worth=0.5,
    ),
    deed(
        "asked what a part protects from",
        "afraid scared worried protecting protects stop job night",
        rf"\bwhat(?:'s| is| would| does| might) (?:it|he|she|they|that {_PART}|this {_PART}) (?:\w+"
        rf" )?(?:afraid|scared|worried"
        r"|frightened|fear\w*)\b[^?]*\b(?:would|might|could|will|if)\b",
        rf"\b(?:it|he|she|that {_PART})(?:'s| is| has been|'s been) (?:been )?protecting\b|\bprotecting"
        rf" (?:somebody|someone|that"
        r" (?:little|young)|the (?:little|young))",
        rf"\b(?:ask|asking) (?:it|him|her|them|that (?:\w+ )?{_PART}) (?:how old|what (?:it|he|she"
        rf"|they) (?:wants?|needs?|is"
        r"|does|fears?))\b",
        rf"\bif (?:it|he|she|that {_PART}) (?:stopped|took the night off|didn't do (?:it|that)|let go"
        rf"|put (?:it|that) down)\b",
        worth=0.5,
    ),
    deed(
        "went no further than the client allowed",
        "permission leave pace ready until without unless before charge control have",
        r"\b(?:don't|won't|do not|will not|never) (?:go|do|push|open|touch) (?:\w+ ){0,5}?(?:without"
        r"|until|unless|before)"
        r" (?:\w+ ){0,2}?(?:permission|leave|say-?so|okay|ready|says?|wants?)\b",
        r"\b(?:at|in) your (?:own )?(?:pace|speed|time)\b|\byou(?:'re| are) in (?:charge|control) of"
        r" (?:how|what|the)\b"
        r"|\bwe don't have to (?:go|talk|look|do|open)\b[^?]*\b(?:there|today|into|it|about)\b",
        worth=0.35,
    ),
    deed(
        "guided cognitive defusion",
        "thought thoughts mind story just only",
        r"\b(?:notice|see|hold|look at|name|watch) (?:\w+ ){0,3}?(?:as|that it's|that's|it's) (?:just "
        r"|only |simply )?(?:a |another"
        r" |one more )thoughts?\b|\b(?:just|only) a thought\b[^?]*\b(?:mind|brain|head)\b",
        r"\b(?:there's|here's|hello|ah,?) (?:the|that|your) [\w' -]{2,25} (?:story|thought|movie|tape)"
        r" again\b",
        worth=0.45,
    ),
    deed(
        "looked with the client at how well a way of coping works",
        "has helped got get working worked work cost long fight fighting helped lead take took",
        r"\b(?:where|what) (?:has|have|did|does) (?:\w+ ){1,5}?(?:got|gotten|get|get you|brought|bring"
        r"|led|lead|cost|take|taken)"
        r" (?:you|to)\b[^?]*\?",
        r"\bhow(?:'s| is| has| well is| well has) (?:that|it|this|(?:\w+ )?\w+ing(?: it| that| them)?)"
        r" (?:been )?(?:work\w*"
        r"|going|help\w*)(?: out)?(?: for you)?\b",
        r"\bhas \w+ing(?: \w+){0,3} (?:worked|helped)\b[^?]*\?",
        r"\bhas (?:it|that|this|that one|any of (?:it|that)) (?:ever )?(?:helped|worked|made it"
        r" (?:better|go away|quieter))\b"
        r"[^?]*\?|\bhas the (?:sentence|thought|voice|worry|feeling) (?:become|got|gone|gotten)\b[^?]*\?",
        r"\bdoes (?:\w+ing (?:\w+ ){0,3})?(?:it|that|this)? ?(?:work|help|take you)\b[^?]*\b(?:long"
        r"|short|toward|towards"
        r"|closer|further|in the end)\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "explored values",
        "want kind sort life be stand mother father mum mom dad nurse teacher matters watching",
        r"\bwho do you want to be\b|\bhow do you want to (?:be|show up)\b|\bif (?:nobody|no one) (?:was"
        r"|were|is)"
        r" (?:watching|looking)\b",
        r"\bwhat do you want (?:your life|your days|this|to) (?:to )?(?:stand for|be about)\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "traced the chain of events step by step",
        "link chain",
        r"\blink by link\b|\b(?:the|that|this|your|our|a) chain (?:analysis|quick|from|of (?:events"
        r"|what|that)|for)\b"
        r"|\bback to the chain\b",
        worth=0.5,
    ),
    deed(
        "reviewed the diary with the client",
        "card sheet diary",
        r"\b(?:show|read|give|pass|bring) (?:me |us |out )*(?:the|your) (?:diary )?(?:card"
        r"|sheet)\b(?![^.?]*\b(?:machine|bank"
        r"|credit|insurance|clinic|health|birthday|appointment))",
        r"\b(?:your|the) (?:diary )?card (?:says|shows|has|for)\b|\b(?:urges?|numbers?) (?:you've got"
        r"|you have|on|for) (?:\w+ )?"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
        worth=0.4,
    ),
    deed(
        "offered to contact others together with the client",
        "ring call phone email speaker together school",
        rf"\b(?:let's|shall we|we can|we could|can we|i'm going to|we'll|we're going to) (?:\w+"
        rf" )?(?:ring|call|phone|email|dial)"
        rf" (?:the |your |up )*(?:\w+ ){{0,2}}?{_SCHOOL}\b[^.?]*\b(?:now|together|from here|speaker"
        rf"|right now|before (?:you|we)"
        r" (?:go|finish|leave))\b",
        r"\b(?:put|have) (?:you|her|him|them|it) on speaker\b|\bon speaker\b",
        worth=0.5,
    ),
    deed(
        "looked at what it brings and what it costs",
        "enjoy love good like",
        r"\bwhat (?:do )?you (?:like|enjoy|love)\b[^?]*\b(?:and|or) what (?:don't|do) you\b[^?]*\?"
        r"|\bgood things about\b[^?]*\b(?:not so good|less good|bad)\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "reflected both sides of the client's mixed feelings",
        "hand part",
        r"\b(?:on|so,? on) (?:the )?one hand\b[^?]*\b(?:on the other|and the other|but)\b[^?]*$"
        r"|\b(?:part of you|one part)\b[^?]*\b(?:and|but) (?:another|the other|part)\b[^?]*$",
        worth=0.45,
    ),
    deed(
        "affirmed the client's effort and strengths",
        "guts courage nerve bottle strength effort still turned rang showed came managed",
        r"\b(?:that|it) took (?:\w+ )?(?:guts|courage|nerve|bottle|strength|effort|doing)\b",
        r"\b(?:and )?you still (?:rang|came|called|turned up|showed up|did it|got here|went)\b[^?]*$",
        worth=0.45,
    ),
    deed(
        "summarized and checked the understanding",
        "pull together see far round gathered picture miss missed",
        r"\b(?:let me|can i|i'll) (?:just )?(?:pull|draw|gather|bring|put) (?:that|this|it|all that|all"
        r" this|these) (?:all )?"
        r"together\b|\b(?:let me|can i) (?:just )?see if i(?:'ve| have)? (?:got|understood|follow)\b"
        r"|\bdid i (?:miss|leave) (?:any|anything|something)\b|\bhave i missed\b|\bso far (?:i've heard"
        r"|you've told me)\b",
        worth=0.4,
    ),
    deed(
        "withheld reassurance",
        "tell answer reassure reassurance",
        r"\bi(?:'m not| won't| will not| am not|'m never) (?:going to |gonna )?(?:tell you (?:whether"
        r"|if|that (?:you|it|they|he"
        r"|she))|answer (?:that|it)|reassure you|give you (?:an answer|reassurance|the answer))\b",
        r"\b(?:that's|that is|it's) (?:one|a question|something) i(?:'m not| won't| can't| cannot)"
        r" (?:going to )?(?:answer"
        r"|reassure)\b|\bi can(?:'t|not) (?:answer that(?: one| for you)?|reassure you)\b",
        worth=0.45,
    ),
    deed(
        "brought on feared body sensations",
        "straw spin spot sensations symptoms breath",
        r"\bi'll spin you\b|\b(?:a|one|two) minutes? (?:on|of|through) the straw\b|\bbreathe (?:in and"
        r" out )?through (?:the|a|this)"
        r" straw\b|\b(?:run|jog) on the spot\b|\bbringing on the (?:sensations?|symptoms?|feelings?)\b"
        r"|\bspin (?:round|around|in the chair|on the chair)\b",
        worth=0.5,
    ),
    deed(
        "asked about hidden rituals",
        "inside head praying counting neutralising neutralizing doing checking",
        r"\b(?:doing|saying) anything (?:inside|in your (?:head|mind))\b|\bany (?:praying|counting"
        r"|neutrali[sz]ing|mental"
        r" (?:rituals?|checking))\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "kept to the exposure without pushing the anxiety away",
        "push fight stay minutes come",
        r"\bdon't (?:push|fight|force) it (?:to come down|down|away|off)\b|\bit can stay if it (?:wants"
        r"|likes)\b"
        r"|\b(?:we've done|that's|that is|we're at) (?:[\w,]+ ){0,3}(?:two|three|four|five|six|seven"
        r"|eight|nine|ten|twelve"
        r"|fifteen|twenty|\d+) minutes\b(?! (?:late|left|away|ago|from|early))",
        least=2,
        worth=0.5,
    ),
    deed(
        "guided exposure",
        "stay keep hand hold wash washing checking leave pray prayer ritual",
        r"\b(?:stay|keep) (?:with |on |holding |touching )?(?:\w+ ){0,6}?(?:and|but) (?:don't|no"
        r"|without) (?:\w+ ){0,3}?(?:wash\w*"
        r"|check\w*|wip\w*|pray\w*|ask\w*|count\w*|leave|run|escape|google|neutrali\w+)\b",
        r"\b(?:don't|no|without|drop|let go of|leave out) (?:\w+ ){0,2}?(?:the )?(?:prayer|praying"
        r"|counting|ritual|compulsion"
        r"|neutralising|neutralizing|reassurance)\b",
        worth=0.5,
    ),
    deed(
        "asked about exceptions and what has worked",
        "time times day days moment moments night nights",
        r"\b(?:was|were|is|are) there (?:a |any |even )*(?:time|times|day|days|moment|moments|night"
        r"|nights)\b[^?]*\b(?:better"
        r"|less|easier|different|wasn't|didn't|not (?:so|as)|lighter|calmer)\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "asked what others would notice",
        "notice see tell",
        r"\b(?:what|how) (?:would|will|might) (?:your |the )?(?:[\w']+ ){1,3}(?:notice|see (?:you"
        r"|that's|that is|different)|know"
        r" (?:it|that|you)|be able to tell)\b[^?]*\?",
        worth=0.4,
        asks=True,
    ),
    deed(
        "reflected",
        "hear lonely hard how sounds",
        r"\bi (?:can )?(?:really )?hear how (?:\w+ ){0,2}(?:lonely|hard|tired|frightened|painful|angry"
        r"|sad|alone|much|heavy"
        r"|frightening|exhausting|scared|hurt)\b",
        worth=0.35,
    ),
    deed(
        "guided container imagery",
        "put lid shut lock box chest bag left",
        r"\b(?:put|leave|place|let) (?:whatever|what|everything|anything)(?:'s| is|that's|that is)?"
        r" (?:left|still)\b[^?]*\b(?:in|into)\b",
        worth=0.4,
    ),
    deed(
        "explored the thoughts that came with it",
        "mind head thinking thought",
        rf"{LEAD}what(?:'s| is| was| goes| went|'s going| was going) (?:\w+ )?(?:through|on in|into)"
        rf" your (?:mind|head)\b[^?]*\?"
        rf"|{LEAD}what (?:were|are) you (?:thinking(?! (?:of|about))|telling yourself)\b[^?]*\?",
        worth=0.35,
        asks=True,
    ),
    deed(
        "pointed out what was seen in the session",
        "notice noticed smile smiled laugh laughed voice shoulders quiet looked",
        r"\bi(?: just)? notic(?:e|ed)(?: that)? (?:you (?:smil|laugh|look|go|went|stop|clench|shrug"
        r"|hesitat|whisper|cover|hold|held"
        r"|nod)\w*|your (?:voice|shoulders|hands?|fists?|eyes|face|leg|foot|jaw|breathing))\b",
        worth=0.35,
    ),
)
"""Each is looked for by its keys, as in the other tables."""
