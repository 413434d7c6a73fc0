"""What a clinician does in talk: asks, gives back, affirms, questions a thought, explores."""

from __future__ import annotations

from live_notes.drafting.embedded.acting.deed import LEAD, Deed, deed

_NUMBER = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|\d{1,3})"
)
_OF_TESTS = (
    r"^(?![^.?]*\b(?:kidneys?|thyroid|creatinine|bloods?|levels?|labs?|ecg|ekg|liver|lipids|pressure|scans?"
    r"|mri|x-?rays?|results?|readings?|sugars?)\b).*"
)
"""Not what was measured: "your thyroid's two point one, that's normal" normalizes nothing."""

OF_TALK: tuple[Deed, ...] = (
    deed(
        "assessed for risk",
        "killing kill suicide suicidal dead die dying harm hurt hurting intention intent intend guns gun"
        " firearms"
        " firearm weapons attempted tried plan alive safe around here dead better",
        r"\bthoughts? (?:of|about) (?:\w+ ){0,2}?(?:killing|ending|hurting|harming|suicide|dying|death"
        r"|wanting to die|not (?:being|wanting to be) (?:here|around|alive)|wanting to (?:be dead|not be)"
        r"|being (?:better off )?dead)",
        r"\b(?:better off dead|trying to die|tak(?:e|ing) your (?:own )?life|end(?:ing)? your (?:own )?life"
        r"|not wanting to be (?:here|alive)|thought about not being (?:around|here))\b",
        r"\b(?:thought|think|thinking) (?:about|of) (?:killing|ending|hurting|harming|suicide|dying)\b",
        r"\bsuicid\w+|\b(?:kill|hurt|harm)(?:ing)? yourself\b|\bwish(?:ing|ed)? you (?:wouldn't|weren't"
        r"|were dead)",
        r"\b(?:intention|intent|intend)\w* (?:to|of) (?:act|do|hurt|kill|harm|end)",
        r"\b(?:guns?|firearms?|weapons?) (?:in|at|around)\b|\bever (?:tried|attempted)\b[^?]*\b(?:before"
        r"|life|kill)",
        worth=0.45,
    ),
    deed(
        "traced the chain of events step by step",
        "walk link chain happened set prompted prompting trigger triggered led next before showed"
        " vulnerable"
        " after thought",
        r"\blink by link\b|\bwalk me through\b|\bwhich link\b|\b(?:this|the) chain\b(?! (?:on|store"
        r"|letter|of your))|\bprompting event\b"
        r"|\bchain analysis\b",
        r"\bwhat (?:set (?:it|that|this|you) off|prompted|triggered|led (?:up )?to)\b",
        r"\bwhat happened (?:next|right (?:before|after)|just before|then|after that)\b",
        r"\bwhat (?:showed up|came up|was going on) (?:right |just )before\b",
        r"\bwhat was the (?:very )?(?:first|last) thought\b|\bwhat made you (?:more )?vulnerable\b"
        r"|\bmade you more vulnerable\b",
        least=2,
        worth=0.5,
    ),
    deed(
        "used Socratic questioning",
        "evidence else friend likely worst another odds proof true facts happened predict she he they same",
        r"\bwhat(?:'s| is| was)? (?:the |your )?(?:evidence|proof|facts?)\b|\bevidence (?:for|against"
        r"|that)\b",
        r"\bwhat (?:would|could|do) you (?:say|tell) (?:to )?(?:a|your|her|him|them)(?: best| good"
        r"| close)? ?friend\b",
        r"\bif (?:a friend|your (?:\w+ )?(?:friend|sister|brother|daughter|son|kid)|she|he|someone"
        r"|somebody)\b[^?]*"
        r"\b(?:would|what would) you (?:say|tell|want|think)\b",
        r"\b(?:another|other|different) (?:way|ways|explanation|explanations|reason"
        r"|reasons)\b[^?]*\b(?:look|see|explain"
        r"|why|could|might|think)\w*|\bwhat else (?:could|might) (?:it|that|this|explain|be)\b",
        r"\bhow likely is (?:it|that) (?:that|really)?\b(?! ?you(?:'d| would))|\bwhat(?:'s"
        r"| is) the (?:worst|best|most"
        r" likely) (?:thing )?(?:that )?(?:could|can|would|will)\b|\bwhat are the odds\b",
        worth=0.35,
        asks=True,
    ),
    deed(
        "explored values",
        "matters matter important want stand kind remembered funeral say values person years",
        r"\bwhat (?:really |most )?matters (?:most |to you|about|here)\b|\bwhat(?:'s| is) (?:most "
        r"|really )?important"
        r" to you\b|\bwho or what (?:do you|matters)\b",
        r"\b(?:kind|sort) of (?:\w+ )?(?:person|parent|mom|mum|mother|dad|father|partner|friend|colleague"
        r"|husband|wife"
        r"|son|daughter|sister|brother|teacher|boss)\b[^?]*\b(?:want|like|hope) to be\b",
        r"\bwhat would you want (?:them|her|him|people|your \w+) to (?:say|remember|know)\b",
        r"\bwhat do you want (?:your life|to stand for|this to be about)\b|\byour values\b|\bvalue here\b",
        worth=0.4,
    ),
    deed(
        "looked at what it brings and what it costs",
        "cost costs like good downside upside side worked workable get got haul term bring away",
        r"\bwhat (?:has|does|did|is) (?:it|that|this|drinking|avoiding|\w+ing)(?: \w+)? cost(?:ing)?\b"
        r"|\bcost you\b",
        r"\bwhat do you (?:like|enjoy|get)(?: out of| from| about)\b|\bwhat (?:did|do) you get from\b",
        r"\b(?:not so good|less good|other side|downsides?|upsides?|pros|cons|good things) (?:about|of"
        r"|side|and)?\b[^.]*\?",
        r"\bwhat(?:'s| is) on the other side\b|\bwhat does it do for you\b|\bin the (?:short|long) (?:run"
        r"|term)\b"
        r"|\bover the long haul\b",
        worth=0.35,
        asks=True,
    ),
    deed(
        "used a scaling question",
        "scale zero nought one ten hundred number rate seven suds close important confident ready",
        r"\b(?:scale of|(?:from )?(?:zero|nought|one|0|1) (?:to|through) (?:ten|seven|five|a hundred"
        r"|one hundred"
        r"|hundred|\d+))\b",
        r"(?<!\bone )(?<!\btwo )(?<!three )(?<!four )(?<!five )(?<!\bsix )(?<!seven )(?<!eight )(?<!nine )"
        r"(?<!\bten )"
        r"(?<!\d )\bout of (?:ten|a hundred|10|100)\b|\bwhat(?:'s| is) (?:your|the) (?:number|suds)\b"
        r"|\bwhat number\b"
        r"|\bhow (?:important|confident|ready) (?:is it|are you|do you feel)\b",
        worth=0.3,
    ),
    deed(
        "followed up the rating",
        "why not take get instead higher lower point make keeping",
        r"\bwhy (?:a |an )?(?:\w+|\d+) (?:and|instead|rather)(?: of)?(?: not)? (?:a |an )?(?:\w+|\d+)\?",
        r"\b(?:get|move|take|go)(?: you| it)? (?:up )?(?:from )?(?:a |an )(?:\w+|\d+) (?:up )?to (?:a "
        r"|an )(?:\w+|\d+)\b",
        rf"\bwhy (?:a |an )?{_NUMBER},? and not,? |\bwhy not (?:a |an )?{_NUMBER}\b"
        rf"|\bwhat(?:'d| would| could| might) (?:make|get|move) (?:it|you)(?: to| up to)? (?:a "
        rf"|an )?{_NUMBER}\b"
        r"|\bwhat(?:'s| is) (?:keeping|stopping) it (?:from|at)\b",
        r"\bone (?:point|step|notch) (?:up|higher|lower)\b|\bwhat (?:makes|made) it (?:a |an )(?:\w+"
        r"|\d+) (?:and|instead)",
        worth=0.35,
        asks=True,
    ),
    deed(
        "asked the miracle question",
        "miracle magic overnight woke wake wand",
        r"\bmiracle\b(?! (?:cure|worker|drug))|\bmagic wand\b|\bwhile you(?:'re| are|'re all)? (?:sleeping"
        r"|asleep)\b[^?]*\b(?:solved|gone|fixed)\b",
        worth=0.45,
    ),
    deed(
        "asked about exceptions and what has worked",
        "manage managed worked different better helped pull exception able",
        r"\bhow(?:'ve|'d| did| do| were| have) you (?:\w+ )?(?:manage|managed|able|pull|do (?:that|it)"
        r"|get through"
        r"|make that)\b",
        r"\bwhat(?:'s| is| was)? (?:worked|helped|different about|different on|different when"
        r"|different that)\b"
        r"(?=[^?]*\?)",
        r"\b(?:a|any|the) times? (?:recently |lately )?(?:when|where|that) (?:it|the problem|you|things|he"
        r"|she) (?:didn't"
        r"|wasn't|weren't|was (?:a little |a bit )?(?:better|less)|were able|could have)\b",
        worth=0.35,
        asks=True,
    ),
    deed(
        "affirmed the client's effort and strengths",
        "warm caught followed stuck stood stopped noticed kind honest clear love proud impressed brave"
        " courage nothing own did done takes took job thoughtful strong clearly"
        " great big good well lovely nice doing pleased glad track honoured honored huge enormous"
        " skillful sensible wise healthy",
        r"\b(?:that's|that is) not nothing\b|\bi love (?:that|how)\b|\bi(?:'m| am) (?:really "
        r"|so )?(?:proud|impressed)\b",
        r"\btook (?:a lot of |some |real )?(?:courage|guts|strength)\b|\b(?:that's|it's) (?:brave|huge"
        r"|a big deal|a big step"
        r"|really (?:something|impressive))\b",
        r"\bthat was (?:really |so |very )?(?:warm|brave|honest|clear|kind|great|good work|hard work)\b"
        r"|\byou (?:caught|followed through|stuck to|stood up for|stopped yourself|noticed it yourself)\b",
        r"\byou (?:just )?did (?:that|it)\b(?!n't)(?! (?:because|to|again|when|before|after|last)\b)"
        r"(?![^?]*\b(?:online|forms?|questionnaires?|scores?|paper|app|waiting room"
        r"|(?:i have|i've got|got) (?:it|them) (?:here|up)|out of|twice|wrong|badly)\b)[^?]*$",
        r"\byou(?:'ve| have) (?:clearly|obviously|really|already)? ?(?:thought about this|worked (?:so "
        r"|really |very )?hard|come"
        r" a long way)\b|\byou (?:let somebody in|stuck with it|showed up|hung in there|kept going)\b",
        r"(?<!a )(?<!get )(?<!really )(?<!very )\b(?:good|nice|great) (?:job|work)\b"
        r"(?! (?:with|at|one|for|in)\b)|^good for you\b|^(?:really|very) good (?:job|work)\b",
        rf"{LEAD}(?:oh,? )?(?:well done|good (?:man|on you|girl|lad|catch)|nice catch|fair play|bravo)\b"
        r"|\byou(?:'re| are) doing (?:really |so |very )?(?:well|great|brilliantly|fine)\b|\byou did"
        r" (?:really |so |very )?(?:well|brilliantly)\b",
        r"\bi(?:'m| am) (?:so |really |very )(?:pleased|glad|happy) (?:you|that you|for you"
        r"|to hear that you)\b"
        r"|\b(?:that's|it's|that is) (?:a |an )?(?:actually )?(?:really |very |mighty |such a |quite a "
        r"|so )*"
        r"(?:lovely|brave|huge|enormous|skil?lful|nice catch|good catch|great catch|impressive|big (?:one"
        r"|step|change|drop)|(?:good|great|big) (?:change|drop|step|insight|catch))\b"
        r"(?! (?:loss|decision|ask|shock|worry|problem|mistake|burden|lie))",
        r"\byou(?:'ve| have) (?:got )?(?:a |such a )?(?:good |real )?track record\b",
        r"\b(?:that's|it's|that is) (?:a |an )?(?:really |very |mighty |such a |quite a |so )*(?:good"
        r"|sensible"
        r"|great|lovely|wise|healthy|fine) (?:thing to|idea|decision|goal|list|plan|thing for you)\b",
        worth=0.3,
    ),
    deed(
        "normalized and validated",
        "fault flaw crazy bad broken sense course surprising wonder normal understandable anybody anyone"
        " hard lonely painful human"
        " natural usual typical expected surprised allowed",
        r"\b(?:makes|make) (?:total |perfect |complete |a lot of |so much )?sense (?:that|you|why|to"
        r" feel)\b",
        r"^(?:of course|no wonder)[.,! ]|\bthat's not surprising\b|\b(?:anybody|anyone"
        r"|most people)\b[^.?]{0,70}\bwould\b|\bnot (?:a character flaw|your fault|crazy|broken"
        r"|a bad (?:person|mother|mom|father|dad|parent))\b",
        r"\bthat (?:sounds|must be|must have been|must feel) (?:so |really |incredibly |very |pretty "
        r"|awfully )*(?:hard"
        r"|lonely|painful|scary|exhausting|tough|awful|frustrating|difficult|overwhelming|sad|heavy"
        r"|confusing)\b",
        rf"{_OF_TESTS}\b(?:that's|it's) (?:a )?(?:completely |totally |very |really |so "
        rf"|perfectly )*(?:normal"
        r"|understandable|human"
        r"|natural)(?! (?:range|limits?|level)| for (?:the|your))\b",
        r"\b(?:quite|very|perfectly|entirely|completely) (?:usual|typical|to be expected)\b"
        r"|\bi'd be (?:more )?"
        r"surprised if you (?:didn't|weren't|hadn't|'d none|had none)\b|\byou(?:'re| are) allowed to\b",
        worth=0.3,
    ),
    deed(
        "reflected",
        "so who torn scared afraid worried angry stuck caught frustrated proud feel felt want wanted care"
        " love miss"
        " wish hate value matters surprised scares hurts hurt means meant bothers part hand side half sit"
        " already",
        LEAD + r"you(?:'re| are| were) (?:an? \w+ who|torn|scared|afraid|worried|angry|stuck|caught"
        r"|frustrated|proud|surprised)\b",
        LEAD + r"(?:so )?you (?:really |still )*(?:feel|felt|want(?! to (?:try|make sure))|wanted|care|love"
        r"|miss|wish|hate|value|don't want|didn't want)\b(?! me\b| to (?:open|sit|lie|take|make))[^?]*$",
        LEAD + r"it (?:really |still )?(?:matters|surprised|scares|scared|hurts|hurt|means|meant|bothers)"
        r"(?: a lot| so much)?(?: to)? you\b[^?]*$",
        LEAD + r"(?:(?:there's |there is )?(?:an? |one )?(?:part|side|half) of you\b(?=[^?]*$)"
        r"|part of you\b"
        r"|on (?:the )?one hand\b|from where you sit\b|you already know\b)",
        r"^(?:(?:and|but|yeah|okay|right)[, ]+)*so (?:you(?:'re|'ve|'d)?(?! (?:can|could|should|need|will"
        r"|might|may|must"
        r"|want to|have to|know|see|get to|don't have|going to|said|were saying|just)\b)|it's|the (?:more"
        r"|very|harder))"
        r" [^?]{12,}$",
        worth=0.3,
    ),
    deed(
        "explored a part of the client",
        "part parts protect protecting toward towards afraid room space react feel",
        r"\b(?:that|this|the|a|another) (?:\w+ )?part (?:of you|that|who|inside|feel|want|is|say|know"
        r"|doesn't|does|need|do)\b",
        r"\bhow (?:do|are) you feel(?:ing)? (?:toward|towards) (?:that|this|the) (?:part|critic|protector"
        r"|voice)\b",
        r"\bwhat(?:'s| is| does| would) (?:it|he|she|that part|this part)\b[^?]*\b(?:afraid|protect"
        r"|need from you|want you to know)"
        r"\w*\b",
        r"\b(?:step back|give (?:us|you) (?:a little |some )?(?:space|room))\b",
        worth=0.4,
    ),
    deed(
        "linked present feelings to earlier relationships",
        "remind reminds remember earlier familiar before growing child mother father first pattern",
        r"\b(?:who|what) does (?:that|this|he|she|it) remind you of\b|\bdoes (?:that"
        r"|this) (?:feel familiar|remind you)\b",
        r"\bwhen(?: else)? (?:have|did) you (?:first )?(?:felt|feel) (?:this|that|like that"
        r"|like this) (?:way|before|feeling)?",
        r"\b(?:first|earliest) (?:time|memory)\b[^?]*\b(?:felt|feel|remember|feeling)\b",
        r"\b(?:like|as) (?:you did )?with your (?:mother|father|mom|mum|dad|parents?|brother|sister)\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "wondered with the client",
        "wonder wondering",
        r"\bi(?:'m| am)? wonder(?:ing)? (?:if|whether)\b(?! (?:you(?:'d| could| can| would| have any"
        r"|'ve given)|we (?:could|can)|that's (?:something|the sort)))",
        worth=0.3,
    ),
    deed(
        "looked at what happens between client and therapist",
        "here me us between annoyed angry",
        r"\b(?:between (?:us|you and me)|toward me|at me|angry with me"
        r"|in here)\b[^?]*\b(?:right now|too|feel|happening"
        r"|afraid|also)\b|\bwith me\b[^?]*\b(?:right now|feel|feeling|happening|afraid)\b",
        r"\b(?:angry|annoyed|upset|disappointed|mad|irritated) (?:with|at|by) me\b|\bi'd be (?:annoyed"
        r"|angry|upset)\b",
        worth=0.3,
    ),
    deed(
        "elicited the client's own reasons and plan",
        "make think reasons ready decide decided swore where leave",
        r"\bwhat do you make of (?:that|it|this)\b|\bwhat do you think you(?:'ll| will|'d like to"
        r"| want to) do\b",
        r"\bwhere does that leave you\b|\bwhat (?:are|would be) (?:the|your) (?:\w+ )?reasons? (?:for|to)\b"
        r"|\bwhy would you want to\b|\bhow would you (?:like|want) (?:it|things|that) to be"
        r" (?:different)?\b",
        worth=0.3,
        asks=True,
    ),
    deed(
        "asked about body sensations",
        "body chest notice feel stomach throat sits",
        r"\b(?:where|what)\b[^?]*\b(?:in|with) your body\b|\bwhat (?:do|did) you (?:notice|feel) (?:now"
        r"|in your|there)\b"
        r"|\bnotice where (?:it|that) sits\b",
        worth=0.1,
        asks=True,
    ),
)
