"""What a clinician does beyond talk: teaches, guides, has the client try or face something."""

from __future__ import annotations

from live_notes.drafting.embedded.acting.deed import LEAD, NOT_HERE, Deed, deed

OF_PRACTICE: tuple[Deed, ...] = (
    deed(
        "compared what was feared with what happened",
        "thought predicted expect expected afraid happened",
        r"\bwhat (?:did|were) you (?:think|thinking|expect|expecting|predict|afraid)\b[^?]*\b(?:happen"
        r"|happened)\b",
        r"\b(?:did|does) what you (?:feared|predicted|expected|were afraid of)\b|\bhow did (?:that"
        r"|it) compare\b",
        worth=0.35,
        asks=True,
    ),
    deed(
        "guided cognitive defusion",
        "thought mind story say word passengers leaf leaves sing fast silly",
        r"\bhaving the thought that\b",
        r"\b(?:say|repeat|sing)\b[^?.]*\b(?:word|thought|it)\b[^?.]*\b(?:fast|over and over|funny|silly"
        r"|cartoon|voice"
        r"|seconds)\b",
        r"\b(?:thank|notice) (?:your|the) mind\b|\bwhat (?:does|is) your mind (?:tell|say|telling|saying"
        r"|giving)\b",
        r"\b(?:the|that) [\w' ]{2,20} (?:story|radio|channel|passenger)\b[^?.]*\b(?:ride|back seat|bus"
        r"|playing|on)\b",
        worth=0.4,
    ),
    deed(
        "invited willingness to have the feeling",
        "room willing allow space fight rid sit",
        r"\bmake (?:some |a little )?(?:room|space) for\b|\blet (?:it|that|the \w+) (?:just )?be there\b",
        r"\bwilling to (?:feel|carry|sit with|make room|have (?:\w+ ){1,5}?(?:feelings?|thoughts?|anxiety"
        r"|fear"
        r"|discomfort|heart|urges?|sadness|pain|shame|worry|doubt))\b",
        r"\bnot trying to (?:get rid of|fight|fix|push)\b|\bsit with (?:that|it|the (?:feeling|discomfort"
        r"|anxiety))\b",
        worth=0.35,
    ),
    deed(
        "asked leave and gave information",
        "right permission okay tell told share shared explain explained mind",
        r"\b(?:all right|okay|ok|fine|alright) (?:with you )?if i (?:shared?|tell|told|give|gave|explain"
        r"|explained|show|showed|said|say)\b"
        r"|\bwould (?:it be|you) (?:okay|all right|mind|like)(?: if i| me to) (?:share|tell|give|explain)\b",
        r"\b(?:do|can|could|may|might) i (?:have|get|ask) your permission\b|\bwith your permission\b",
        r"\bif (?:it's|that's) (?:all right|okay|ok) with you\b[^?]*\b(?:tell|share|explain|give)\b",
        r"\blet me (?:explain|tell you (?:a (?:bit|little) )?(?:about|how|what|why))\b",
        worth=0.35,
    ),
    deed(
        "provided psychoeducation",
        "kids children toddlers teenagers brain body nervous anxiety alarm system reflex heart avoidance"
        " trauma liver ocd depression panic"
        " hormone"
        " adrenaline memory muscles sleep habituation urge cravings craving drinks",
        r"\b(?:the|your|our) (?:\w+ )?(?:brain|body|nervous system|amygdala|alarm(?: system)?"
        r"|mind) (?:\w+ )?(?:doesn't"
        r"|does|can|can't|thinks|learns?|gets?|goes|sends|tries|treats|reads|stays|remembers|starts|takes"
        r"|holds|needs"
        r"|releases|produces|is (?:trying|wired|built|designed|doing|reacting|telling))\b",
        r"\b(?:anxiety|avoidance|panic|ocd|depression|trauma|grief|shame|an urge|urges|cravings|worry"
        r"|alcohol|sleep|the"
        r" urge|a craving|fear|anger) (?:\w+ly )?(?:works|comes (?:and|in|from|down)|goes (?:up|down|away)"
        r"|peaks|feeds|grows"
        r"|shrinks|tells (?:you|us|people)|makes (?:you|us|people|it)|tends to|is (?:like|a (?:wave|signal"
        r"|way|normal))|wants"
        r" (?:you|us)|gets (?:stronger|weaker|bigger|smaller)|keeps)\b",
        r"\b(?:slows?|raises?|lowers?|speeds up|calms?|activates?|triggers?|settles?) (?:down )?(?:your"
        r"|the) (?:heart(?: rate)?"
        r"|breathing|nervous system|body|system|stress response)\b",
        r"\b(?:it|your body|the brain|your brain) learns (?:that |there )\b",
        r"\bfor (?:men|women|adults|most people|people your age)\b[^?]*\b(?:more than|a week|a day|limit"
        r"|guideline|start"
        r" seeing)\b",
        r"\b(?:kids|children|toddlers|teenagers) (?:are (?:like|wired|still)|learn|test|need|do what"
        r"|will (?:keep|test|push))\b",
        worth=0.35,
    ),
    deed(
        "guided imagery of a calm place",
        "place safe calm calmer peaceful",
        r"\b(?:think of|imagine|picture|bring (?:up|to mind)"
        r"|go (?:back )?to)\b[^?.]*\bplace\b[^?.]*\b(?:calm|safe|peaceful"
        r"|relaxed|at ease|comfortable)\b",
        rf"{NOT_HERE}.*\byour (?:calm|safe|peaceful|happy) place\b",
        worth=0.4,
    ),
    deed(
        "guided container imagery",
        "container lid vault box safe chest",
        rf"{NOT_HERE}.*\b(?:container|vault|strongbox)\b",
        r"\b(?:picture|imagine|think of)\b[^?.]*\b(?:box|chest|jar"
        r"|safe)\b[^?.]*\b(?:lid"
        r"|door|lock|close)\w*\b",
        worth=0.35,
    ),
    deed(
        "used eye movements",
        "eye eyes fingers hand follow light",
        r"\bfollow (?:my|the) (?:fingers?|hand|light|dots?|bar)\b|\bfollow with your eyes\b",
        worth=0.35,
    ),
    deed(
        "used bilateral stimulation",
        "taps tapping tap tappers bilateral buzzers paddles",
        r"\b(?:slow|short|quick|some|the|a few) (?:\w+ )?taps? (?:on|your)\b|\btaps? on (?:the|your)\b"
        r"|\bbilateral\b"
        r"|\b(?:i'll|i'm going to|let me|i am going to) (?:do|tap|start tapping)\b[^?]*\b(?:taps?|hands"
        r"|knees)\b"
        r"|\b(?:hold|start|turning on|turn on) the (?:buzzers|tappers|paddles|pulsers)\b",
        worth=0.35,
    ),
    deed(
        "offered another kind of stimulation",
        "change switch swap rather prefer butterfly tap",
        r"\b(?:change|switch|swap|move)(?: over)? to (?:the )?(?:taps|tapping|tappers|buzzers|tones|paddles"
        r"|eye movements|butterfly)\b"
        r"|\b(?:rather|prefer) (?:have |do |try )?(?:the )?(?:taps|tapping|tappers|buzzers|tones|paddles"
        r"|eye movements|(?:your|my) hands)\b"
        r"|\b(?:you can|you could|try) (?:do |use )?the butterfly\b|\bi can tap\b",
        worth=0.4,
    ),
    deed(
        "practiced a skill in session",
        "breath breathe breathing cold ice ground grounding muscles tense feet senses exhale inhale try",
        r"\b(?:hold|take in|let out) (?:your|a|another|three|one|some)(?: \w+)? breaths?\b"
        r"|\btake (?:(?:another|three|four|five|some|a few)(?: \w+)?|(?:a|one) (?!breath)\w+) breaths?\b"
        r"|\bbreathe (?:in|out|with"
        r"|slowly|through)\b|\b(?:in|out) (?:for|through your nose)\b[^?]*\b(?:count|out|hold|four)\b",
        r"\bface (?:in|into) (?:the|your|some) (?:ice |cold |iced )*(?:water|bowl|sink)\b"
        r"|\b(?:put|dip|use|try|hold|splash) (?:\w+ ){0,4}?(?:ice|cold) water\b(?! on)|\btense (?:your|the"
        r"|up)\b"
        r"|^(?:now |and |just )?(?:put|feel|notice|press) (?:both )?your feet\b",
        r"\bname (?:five|three|four) things (?:you|that|in)\b",
        worth=0.45,
    ),
    deed(
        "worked on acting opposite to the urge",
        "opposite urge tell tells",
        r"\bopposite[- ]action\b"
        r"|(?<!he'd )(?<!she'd )(?<!they'd )(?<!they )\b(?:do|doing|try|trying|act|acting|go|going)"
        r" (?:\w+ ){0,2}?(?:in |into )?(?:the )?opposite\b(?! (?:of what|from what|to what)"
        r" (?:you|we|i|he|she|they|your (?:mum|mom|dad|wife|husband|boss))\b)"
        r"(?! of what (?:[\w']+ ){1,3}(?:said|says|asked|told|wanted|advised)\b)"
        r"(?! (?:side|end|direction of))"
        r"|\bopposite (?:of|to) (?:what |whatever )?(?:the |your |that |an )?(?:urges?|shame|fear|anger"
        r"|anxiety|sadness|guilt|impulse|craving|depression|emotion|feeling|ocd|panic)\b"
        r"|\bwhat (?:does|do|is) (?:the |your |that )?(?:shame|fear|anger"
        r"|anxiety|sadness|guilt"
        r"|urge|it)\b[^?]*\b(?:tell|want|make|urge)\w* (?:you|yourself) (?:to|do)\b",
        r"\bwhat does it tell you to do\b",
        worth=0.4,
    ),
    deed(
        "guided exposure",
        "touch touching hold looking keep list ladder hierarchy washing face stay number minutes exposure"
        " rung suds",
        rf"\bkeep your (?:hand|hands|finger|fingers|palm|eyes|face)\b|\bsuds\b|{LEAD}touch (?:it|your"
        rf"|the|that)\b"
        r"|\byou haven't (?:washed|checked|wiped|left|run|escaped|asked)\b",
        r"\bkeep (?:touching|holding|looking|standing|sitting|reading|listening)\b",
        r"\bmaybe (?:you|it|he|she|they) will,? (?:and )?maybe (?:you|it|he|she|they) (?:won't|will not)\b",
        r"\b\w+ minutes in\b|\bat (?:five|ten|fifteen|twenty|thirty) minutes\b",
        least=2,
        worth=0.45,
    ),
    deed(
        "chose from the list of feared situations",
        "list ladder hierarchy rung",
        r"\b(?:next|on|up) (?:\w+ ){0,2}?(?:your|the) (?:list|ladder|hierarchy|fear ladder)\b"
        r"|\b(?:rung|hierarchy|fear ladder)\b",
        worth=0.35,
    ),
    deed(
        "planned response prevention",
        "washing checking wiping asking reassurance googling",
        r"\bno (?:washing|checking|wiping|asking|reassurance|googling)\b|\bwithout (?:washing|checking"
        r"|wiping)\b",
        worth=0.4,
    ),
    deed(
        "asked about accommodation by the family",
        "checking reassure reassuring reassurance asks ask answers yes accommodating counter",
        r"\b(?:still |is |does |keeps? )(?:\w+ )?(?:check|reassur|answer|wash|open"
        r"|touch)\w* (?:\w+ )?(?:things |it |doors )?"
        r"for you\b|\breassur(?:e|es|ing) you\b|\b(?:asks?|asking) (?:\w+ )?for reassurance\b",
        worth=0.25,
        asks=True,
    ),
    deed(
        "role-played",
        "pretend play be role him her practise practice say imagine suppose as",
        r"\bi'll be (?:(?-i:[A-Z])\w+|\[\w+\])(?! (?:back|here|there|away)\b)|\brole[- ]?play\w*\b"
        r"|\b(?:i'll|let me|i'm going to) (?:play|pretend to be)\b"
        r"|\b(?:i'll|let me) be (?:your \w+|him|her|the \w+|[a-z]+)\b[^.]*\byou(?: be|'re)\b",
        r"\byou be (?:you|yourself|her|him|your|the)\b|\bsay (?:it|that|this) to me\b[^.]*\b(?:like|as if)\b",
        r"\bi(?:'m going to|'m gonna| am going to|'ll) (?:just )?be (?:her|him|them|your (?!therapist"
        r"|counsel)\w+)\b"
        r"(?! (?:back|there|here)\b)|\b(?:as if|pretend|imagine|suppose)(?: that)? i(?:'m| am| was"
        r"| were) (?:her|him"
        r"|them|your \w+|(?-i:[A-Z])\w+|\[\w+\])(?! (?:with|at)\b)",
        worth=0.45,
    ),
    deed(
        "worked with an empty chair",
        "chair",
        r"\b(?:empty|vacant) chair\b|\b(?:put|picture|imagine|see|seat|place) (?:\w+ ){1,4}(?:in"
        r"|on) (?:the"
        r"|that|this) (?:\w+ )?chair\b|\btwo[- ]chair\b|\b(?:move|switch|swap|change) (?:\w+ ){0,3}chairs?\b"
        r"|\b(?:go|come|hop|step|get|sit|talk|speak|say|tell|answer|reply"
        r"|respond)\b(?: (?!from\b)[\w']+){0,5}?"
        r" (?:from|in|into|on|to|over to) (?:the|that|this) (?:other|second) chair\b",
        worth=0.45,
    ),
    deed(
        "coached parenting skills",
        "once level question job what praise ignore ignoring sticker reward rewards consequence catch"
        " timeout tantrum calmly command"
        " special labeled",
        r"\b(?:labell?ed|specific) praise\b|\bpraise (?:him|her|them|the)\b|\bcatch (?:him|her"
        r"|them) (?:being|doing)\b",
        r"\b(?:ignore|ignoring) (?:the|that|him|her|it|them)\b|\b(?:sticker|reward) chart\b|\btell (?:him"
        r"|her|them|me) once\b"
        r"|\b(?:at|to|on) (?:his|her|my|their) level\b|\bthat (?:one )?was a question\b|\bgood job for what\b"
        r"|\btime[- ]?out\b|\bone (?:clear )?(?:command|instruction)\b",
        worth=0.4,
    ),
    deed(
        "planned activities with the client",
        "used pleasure mastery schedule activity activities calendar diary routine",
        r"\bwhat (?:used to|would|could|might) get you (?:up|out|going|moving|out of bed)\b"
        r"|\bthings? (?:\w+ )"
        r"{1,5}?that used to (?:matter|give|bring|lift)\b",
        r"\b(?:two|three|a few|a couple|some|one) (?:\w+ )?(?:activities|things) (?:in|into|for"
        r"|over) (?:the|your"
        r"|this) week\b|\bactivity schedul\w+|\b(?:bit of |some kind of |a )routine\b",
        r"\b(?:put|get|write) (?:it|that|this|them) (?:in|on|into) (?:the|your) (?:calendar|schedule"
        r"|planner|week|diary)\b",
        r"\b(?:pleasure|mastery|enjoyment)\b[^?]*\b(?:rate|number|rating|out of)\b|\bactivit(?:y"
        r"|ies) (?:you (?:enjoy|like|used)|log|schedule)",
        worth=0.35,
    ),
    deed(
        "reviewed practice since the last session",
        "go went chart homework diary card practice sheet log try tried worksheet chance bring set manage"
        " used get fare find got task jot write letter letting agreed going start vivo exposure recording",
        rf"{LEAD}how(?:'d| did) (?:[\w']+ ){{1,4}}go\b(?! (?:down|away|up))",
        r"\b(?:did you(?: manage to)?|have you|were you able to) (?:\w+ )?(?:bring|do|try|fill out|fill in"
        r"|get a chance to|practi[cs]e|use)"
        r" (?:\w+ )?(?:your|the|to|any|out)\b[^?]*\b(?:card|chart|diary|log|sheet|homework|record|breathing"
        r"|exercise|practice|list"
        r"|skill|worksheet)\b",
        r"\byou(?:'d| had)? (?:were going|were gonna|said you(?:'d| would)|agreed|planned"
        r"|were) to (?:\w+ ){1,4}"
        r"[^?]*\?|\blast (?:week|time|session),? (?:we|i)(?:'d)? (?:set|gave|asked) (?:you )?\b[^?]*",
        r"\bhow did you (?:get on|fare|manage|go) with\b|\bhow did you find (?:it|that|the)\b"
        r"|\bhave you (?:used|tried"
        r"|practi[cs]ed)"
        r" (?:it|them|that|any|the)\b|\bdid you (?:get|have) (?:a|the) chance to\b",
        rf"{LEAD}(?:what|how) about the (?:[\w-]+ ){{0,3}}(?:practice|exercise|start|homework|breathing"
        rf"|task|walks?"
        r"|recordings?)\b[^?]*\?|\btell me about the (?:in vivo|exposures?|practice|homework|recordings?)\b",
        r"\b(?:so|okay|right|now|and)[, ]+(?:the )?homework\b[^?]*\??$|\bhow (?:was|were|is"
        r"|are) the homework\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "worked through what could get in the way",
        "way stop hard harder hardest obstacle obstacles barriers help",
        r"\bget(?:s)? in (?:the|your) way\b(?=[^.]*\?)|\bwhat (?:might|could|would) (?:stop|keep) you\b",
        r"\bwhat would make (?:it|that) (?:hard|harder|difficult|easier)\b|\bwhat (?:would|could"
        r"|might) help (?:you )?(?:with"
        r" that|to do that)\b",
        r"\bwhich (?:of (?:those|them|these)|one|bit) (?:will|would|'ll|is going to) be (?:the )?hardest\b"
        rf"|{LEAD}what(?:'d| would| could| might) help\b[^?]{{0,30}}\?",
        r"\bhow (?:likely|confident) (?:is it|are you)\b[^?]*\b(?:you'd|you would|you'll|you will|do (?:it"
        r"|that|this))\b",
        worth=0.35,
        asks=True,
    ),
)
