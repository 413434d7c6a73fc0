"""What a clinician does that has a name in their trade: an agenda, an experiment, a scheduled activity."""

from __future__ import annotations

from live_notes.drafting.embedded.acting.deed import LEAD, Deed, deed

_SCALE = (
    r"(?:phq|gad|pcl|bdi|bai|madrs|audit|dast|moca|mmse|y-?bocs|c-?ssrs|ces-?d|ors|srs|dass|isi|asrs|ymrs"
    r"|epds|edinburgh|wsas|core[- ]10|core[- ]om)"
)
_NUMBER = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|\d{1,3})"
)
_PEOPLE = (
    r"(?:people|folks?|men|women|mums|moms|mothers|dads|fathers|parents|blokes|lads|kids|teenagers|students"
    r"|couples|veterans|nurses|carers|survivors|adults)"
)

OF_METHOD: tuple[Deed, ...] = (
    deed(
        "set the agenda with the client",
        "agenda cover focus priority priorities put list then",
        r"\b(?:set|make|do|agree) (?:the|an|our|today's|a quick) agenda\b|\b(?:on|for|to) (?:the|our"
        r"|today's) agenda\b",
        r"\b(?:go over|review|start with|look at) (?:your|the) (?:homework|diary|week|practice|records?"
        r"|log)\b[^?]*"
        r"\b(?:then|after that)\b",
        rf"{LEAD}what (?:do|would|should|did|shall) (?:you|we) (?:want|like|need)?(?: to)? ?(?:put on"
        r"|cover|focus on|prioriti[sz]e)\b[^?]*\?",
        worth=0.2,
    ),
    deed(
        "explained confidentiality and its limits",
        "confidential confidentiality stays private unless",
        r"\b(?:what|whatever|anything|everything) (?:you|we) (?:say|tell me|share|talk about"
        r"|discuss)\b[^.?]*\b(?:stays?|is (?:private|confidential)|remains?|kept)\b",
        r"\bconfidential\b[^.]*\b(?:unless|except|limits?|but)\b|\blimits? (?:of|to) confidentiality\b"
        r"|\bconfidentiality\b",
        worth=0.35,
    ),
    deed(
        "reviewed the safety plan",
        "safety crisis warning",
        r"\b(?:safety|crisis|stay[- ]safe|coping) plan\b|\bwarning signs?\b",
        worth=0.5,
    ),
    deed(
        "went over emergency and crisis contacts",
        "crisis hotline helpline lifeline samaritans manas pieta eight nine 988 911 999 111 one beyond"
        " lifeline shout emergency text",
        r"\b(?:crisis (?:line|text|team|number|service)s?|text line|hotline|helpline|suicide line"
        r"|samaritans|lifeline|tele[- ]?manas|pieta house|beyond blue|kids helpline)\b",
        r"\b(?:nine eight eight|988|nine one one|911|triple (?:zero|o)|nine nine nine|999|one one one|111"
        r"|13 11 14)\b|\b(?:emergency (?:room|department|services)|a ?(?:and|&) ?e|casualty)\b",
        worth=0.45,
    ),
    deed(
        "addressed access to means",
        "locked lock lockbox guns gun firearms firearm shotgun rifle pistol weapons pills tablets blades"
        " razors rid",
        r"\b(?:locked|lock|lockbox)\b(?=[^.]*\b(?:up|away|in|box|still|key|cabinet|safe|meds|pills|them"
        r"|it)\b)(?!ed? (?:the|your) (?:front|back|car|house) ?door)(?! (?:out|door))",
        r"\b(?:guns?(?! safe(?:[.,]|$))|firearms?|shotgun|rifle|pistol|weapons?)\b[^.]*\b(?:house|home|in"
        r"|lock|access|safe|where|keep|kept)\w*\b",
        worth=0.45,
    ),
    deed(
        "reviewed the diary with the client",
        "diary card log sheet record worksheet brought bring averages",
        r"\b(?:look|go|went|walk|run) (?:at|through|over) (?:the|your|that|this) (?:\w+ )?(?:diary"
        r"|log|sheet|record|cards?|worksheet|monitoring|chart|spreadsheet)\b",
        rf"{LEAD}(?:the |your )?(?:diary|diary card|thought record|thought diary|activity log|sleep diary)\?",
        r"\bdiary card\b|\b(?:have you|did you|you) (?:brought?|bring|got) (?:the|your|that"
        r"|those) (?:\w+ )?(?:diary"
        r"|log|records?)\b|\bwhat about the (?:diary|log)\b|\bread me (?:the|your) averages\b",
        worth=0.4,
    ),
    deed(
        "mapped how thought, feeling and behavior keep the problem going",
        "trigger trap cycle circle loop spiral diagram draw round map board page",
        r"\b(?:vicious|maintenance|downward|panic|same|whole) (?:circle|cycle|loop|trap|spiral)\b"
        r"|\b(?:there's|that's|here's|see|this is) (?:the|your|that) (?:\w+ )?(?:trap|cycle|circle|loop"
        r"|spiral)\b",
        r"\b(?:draw|map|put|write|sketch) (?:it|this|that|them|those) (?:all |up )?(?:out|on (?:the|a|this)"
        r" (?:page|board|whiteboard|paper|diagram))\b",
        r"\b(?:the|that|your) trigger (?:is|was|being|there)\b|\bso the trigger\b|\bthere's the trigger\b",
        worth=0.5,
    ),
    deed(
        "explored avoidance and safety behaviors",
        "safety stop avoid avoiding avoidance finding learning",
        r"\bsafety behaviou?rs?\b|\b(?:what|how) (?:does|did|do|would|has|might) [^?.]{2,40} (?:stop|keep"
        r"|stopping|keeping|prevent) you (?:from )?(?:finding out|learning|seeing|discovering)\b",
        r"\bwhat (?:do|did|are) you (?:\w+ )?(?:avoid|avoiding|steer clear of|staying away from)\b",
        worth=0.4,
    ),
    deed(
        "tested a prediction by experiment",
        "experiment prediction predict predicting",
        r"\b(?:do|try|run|set up|design|the|our|this|an|a behaviou?ral|as an|little) experiment\b"
        r"(?!s? (?:with|in) (?:drugs|weed|alcohol))",
        worth=0.5,
    ),
    deed(
        "asked what the client predicted",
        "prediction predict predicting",
        r"\bwhat(?:'s| is| was| were|'d)? (?:your |the |you )?(?:prediction|predicting|predict)\b|\bwhat"
        r" (?:do|did|would) you predict\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "rated with the client how strongly a thought was believed",
        "believe believed likely convinced true",
        r"\bhow (?:much|strongly|far|firmly) (?:do|did|would|are) you (?:actually |really )?(?:believe"
        r"|convinced)\b|\bhow much (?:do|did) you buy\b",
        r"\b(?:how much do|do) you believe (?:it|that) now\b|\bhow (?:likely|probable) (?:does|did)"
        r" (?:it|that) (?:feel|seem)\b|\bhow convinced\b",
        worth=0.35,
        asks=True,
    ),
    deed(
        "drew out what was learned",
        "learn learned learnt take taking away says say tell discover rule remember",
        r"\bwhat(?:'ve| have| did| do| are| would)? (?:we|you) (?:just )?(?:learn(?:ed|t)?"
        r"|discover(?:ed)?)\b",
        r"\bwhat(?:'s| is| are)? (?:the )?(?:one |main |biggest |key )*(?:thing "
        r"|message )?(?:that )?(?:are )?"
        r"you(?:'re|'ll| are)? (?:want to )?(?:tak(?:e|ing)|tak(?:e|ing) home|remember) (?:away|from|out)\b",
        r"\bwhat(?:'s| is) (?:the |your )?(?:main )?take[- ]?(?:away|home)\b|\bwhat (?:does|do|did|might)"
        r" (?:that|this|it|those) (?:say|tell (?:you|us)|mean|show you|teach you) about\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "checked the facts with the client",
        "facts fact fit",
        r"\bcheck(?:ing|ed)? the facts\b|\b(?:what|which) (?:are )?(?:do|did) you (?:actually |really )"
        r"know\b|\b(?:just|only) the facts\b",
        r"\b(?:does|do|did|is) (?:the |that |your )?(?:shame|guilt|anger|fear|mad|sadness|jealousy|emotion"
        r"|feeling) (?:\w+ )?(?:fit|justified|fitting)\b",
        worth=0.4,
    ),
    deed(
        "worked on interpersonal effectiveness",
        "dear effectiveness assertive assertiveness assert boundaries boundary",
        r"\bdear man\b|\binterpersonal effectiveness\b|\bassertive(?:ness|ly)?\b|\bbroken record\b",
        r"\b(?:set|setting|hold|holding|keep|keeping|put) (?:\w+ )?(?:a |the |that |your |some )?boundar(?:y"
        r"|ies)\b",
        worth=0.45,
    ),
    deed(
        "rehearsed what the client could say",
        "say go try practise practice practicing word put rehearse",
        r"\b(?:try|practi[cs]e|run|rehearse) (?:it|that|saying it) (?:out )?(?:on|with|past) me\b|\btry it"
        r" on me\b",
        r"\b(?:have|take|want) (?:a|another) (?:go|crack|shot|stab|try)(?: at (?:what|how|saying"
        r"|telling|it|that)\b|[.!?]?$)",
        r"\bwhat(?: will|'ll| are you going to| would you actually| would you want to| would you like to"
        r"| do you want to)"
        r"(?: you)?(?: actually| want to)? say (?:to (?!yourself|your ?self|it\b|a friend|that part)|if"
        r"|when)\b"
        r"|\bwhat (?:would|could|might) you say (?:if|when) (?:[\w']+ ){1,2}?(?:asks?|says?|brings?"
        r"|starts?|tells?|comes?"
        r"|wants?|rings?|offers?)\b",
        r"\bhow (?:would|could|might) you (?:put|word|phrase|say) (?:it|that|this) to\b",
        worth=0.4,
    ),
    deed(
        "broke a task into smaller steps",
        "smallest tiniest easiest smaller easier manageable steps step break build first before",
        r"\b(?:tiniest|smallest|easiest|least scary|gentlest) (?:possible )?(?:bit|step|piece|part|version"
        r"|thing|chunk|start)\b|\bone (?:small|tiny|little) (?:step|thing|bit)\b",
        r"\bmak(?:e|ing) (?:it|that|this|the [\w' ]{2,25}) (?:a (?:bit|little|wee bit) )?(?:smaller|easier"
        r"|more manageable|doable)\b|\bbreak(?:ing)? (?:it|that|this|them) (?:down|up)\b",
        rf"{LEAD}what(?:'s| is| would be|'d be) the (?:very )?first (?:real |actual |little )?(?:bit|step"
        rf"|thing|piece"
        r"|part)\b(?! (?:you(?:'d| would|'ll| will)? (?:noticed?|see|know|remember|feel|felt|thought)"
        r"|that (?:happen|went|came"
        r"|goes))\w*)[^?]*\?"
        rf"|{LEAD}what(?:'s| is) the (?:one|step|bit|thing) before that\b",
        r"\bbuild(?:ing)? (?:up )?(?:to|towards?|up) (?:it|that|this)\b|\bbaby steps\b|\bstep by step\b",
        worth=0.4,
    ),
    deed(
        "invited self-compassion",
        "kind kinder hard judging compassion chest heart friend say yourself gentle gentler",
        r"\b(?:kind|kinder|gentle|gentler|nicer|soft|softer|compassion\w*) (?:to|with|towards?|on|for)"
        r" yourself\b|\bself[- ]compassion\w*\b|\bhand on (?:your|the) (?:chest|heart)\b",
        r"\b(?:hard|harsh|tough) on yourself\b|\b(?:judging|blaming|punishing|beating) yourself\b",
        r"\bwhat (?:would|could|might|do) you (?:want to |like to )?say to (?:it|that (?:part|bit|voice|boy"
        r"|girl|child|kid|younger)|yourself|the (?:boy|girl|child|kid|younger))\b",
        r"\bsay (?:that|it|this) to yourself\b",
        worth=0.4,
    ),
    deed(
        "reviewed medication and side effects",
        "side meds medication medications medicine tablets pills dose doses",
        r"\bside[- ]effects?\b|\bgo (?:through|over) (?:the|your) (?:meds|medications?|medicines?|tablets)\b",
        r"\b(?:how(?:'s| is| are|'re)|missed|missing|skipp(?:ed|ing)|still (?:on|taking)|taking)\b[^.?]*"
        r"\b(?:meds|medications?|medicines?|tablets?|pills?|doses?)\b[^.]*\?",
        worth=0.35,
    ),
    deed(
        "went over questionnaire scores",
        "phq gad pcl bdi bai madrs audit dast moca mmse ybocs bocs ssrs cesd ors srs dass isi asrs ymrs epds"
        " edinburgh wsas core questionnaire score scored scores",
        rf"\b{_SCALE}\b[^?]*\b(?:{_NUMBER}|\w+teen|eleven|twelve)\b",
        r"\b(?:you (?:scored?|came out)|your (?:total|score)|it comes) (?:\w+ ){0,2}?(?:at|to|is|was|of)\b"
        r"|\bin the (?:\w+ )?(?:severe|moderate|mild|minimal|clinical|normal)\w*(?: \w+)? range\b",
        worth=0.35,
    ),
    deed(
        "clarified the client's goal",
        "goal goals aim want hope hoping get different working",
        r"\bwhat(?:'s| is| are|'re|'d be| would be) (?:your|the|one|some)(?: \w+){0,2} (?:goals?|aim)\b",
        r"\bwhat (?:do|would|are|were) you (?:most |really |like to )?(?:want|like|hope|hoping)"
        r"[^?]{0,50}\b(?:out of|from) (?:this|us|our|coming|therapy|these|counselling|counseling"
        r"|treatment)\b",
        r"\b(?:that's|is that|that) still (?:the|your|it,? the) goal\b|\b(?:the|our|your) (?:original "
        r"|main |overall "
        r"|big )?goals?\b[^?]*\b(?:we wrote|in your own words|again|looking|put down|was it)\b",
        r"\bwhere (?:do|would) you (?:want|like|hope) to (?:get to|be|end up)\b|\bwhat would (?:you|a good)"
        r" (?:want to be different|be a good enough place)\b|\bwhat (?:would|do) you want to be (?:different"
        r"|able to do)\b",
        worth=0.35,
        asks=True,
    ),
    deed(
        "summarized and checked the understanding",
        "summarize summarise sum recap read correct back got right together understanding",
        r"\b(?:(?<!you )to|let me|let's|i'll) (?:just )?(?:sum (?:it |this |that )?up|summari[sz]e"
        r"|recap)\b|\bread"
        r" (?:it|that|them|this) back\b|\bcorrect me\b",
        r"\bhave i (?:got|understood|heard) (?:it|that|you)(?: right| correctly)?\b|\b(?:did|do) i (?:get"
        r"|have|hear) (?:it|that|you) (?:right|correctly)\b|\bam i (?:getting|hearing) (?:it|that|you)"
        r" right\b",
        r"\b(?:tell|say) (?:it |that )?(?:to )?me back\b|\btell me back\b",
        worth=0.35,
    ),
    deed(
        "asked the client to sum up what they take from the session",
        "sum taking take away",
        r"\bwhat(?:'s| is| are| will| would|'ll|'d) (?:you |the (?:one|main) thing you(?:'re|'ll| will"
        r"| are)? )(?:be )?"
        r"(?:taking|take|tak(?:e|ing)) (?:away|home|with you|from (?:today|this|it))\b",
        r"\b(?:ask(?:ed)? you|(?:you|could you|can you|would you)(?: have"
        r"| had)?) to (?:just )?(?:sum (?:it |this |that |today )?up"
        r"|summari[sz]e)\b|\b(?:how|could|can|would|will) (?:would |might |you )+sum (?:it |this |that "
        r"|today )?up\b",
        worth=0.35,
        asks=True,
    ),
    deed(
        "guided the client to stay with what came up",
        "notice stay go feeling there throat",
        rf"{LEAD}(?:just |you can )?(?:go with (?:that|it|this|the\b)|notice (?:that|it|this|the\b|what"
        r"(?:'s| is| comes))|stay (?:with|in|there)\b|be with (?:that|it|this)\b|let it (?:be|come)\b"
        r"|just notice\b)",
        worth=0.3,
        least=2,
    ),
    deed(
        "set up the target memory",
        "picture image worst represents represent",
        r"\b(?:what|which) (?:picture|image|part|moment|bit)\b[^?]*\b(?:represents?|worst|stands? out"
        r"|sums? up)\b|\bworst (?:part|moment|bit) of (?:it|that|the)\b",
        worth=0.4,
        asks=True,
    ),
    deed(
        "identified a negative and a preferred belief",
        "negative believe belief rather words cognition",
        r"\b(?:words?|beliefs?|thoughts?|cognition)\b[^?]*\bnegative\b|\bnegative (?:belief|cognition)\b"
        r"|\bpositive (?:belief|cognition)\b",
        r"\bwhat (?:would|do) you (?:rather|prefer to|like to|want to) (?:believe|think"
        r"|be able to believe)\b",
        worth=0.45,
        asks=True,
    ),
    deed(
        "strengthened the preferred belief",
        "hold pair words together install strengthen fit",
        r"\b(?:hold|bring|pair|put|link) (?:on to )?(?:the|those|that|both|your|these) (?:words?"
        r"|belief|positive|statement|two)\b[^.?]*\b(?:together|and the|with the|with it)\b",
        r"\b(?:do|does) (?:those|the|that) (?:words?|belief|statement) still fit\b|\bhow true\b[^?]*\bnow\b",
        worth=0.4,
    ),
    deed(
        "carried out a body scan",
        "scan body head",
        r"^(?!.*\b(?:not|never|no|haven't|didn't|won't|don't|next (?:week|time|session)|later|skip|leave)\b)"
        r".*(?:\bbody scan\b|\bscan (?:down |through )?(?:your|the|from)\b|\bfrom (?:your|the) (?:head"
        r"|top of your head) to your (?:toes|feet)\b)",
        worth=0.4,
    ),
    deed(
        "guided imaginal exposure",
        "imaginal story script worst tense happening",
        r"\bimaginal\b(?! next)|\bpresent tense\b|\bas (?:if|though) it(?:'s| is| were"
        r"| was) (?:all )?happening\b|\btell me the (?:whole )?(?:story|script)\b"
        r"|\bread (?:me )?(?:the|your) script\b",
        worth=0.45,
    ),
    deed(
        "worked on tolerating doubt without reassurance",
        "reassurance compulsion ritual certain certainty sure find uncertainty doubt",
        r"\bmake you (?:feel )?(?:certain|sure|a hundred percent)\b|\b(?:not going to|never going to|won't"
        r"|don't get to) (?:ever )?(?:find out|know for (?:sure|certain))\b",
        r"\b(?:that's|it's|it was|is that|was that|sounds like|bit of) (?:a |an |some |the )?(?:reassurance"
        r"|compulsion|ritual|checking|undoing)\b|\bsit with (?:the )?(?:doubt|uncertainty|not knowing)\b",
        worth=0.4,
    ),
    deed(
        "put the symptom in context as common",
        "common half lots many everybody everyone normal",
        r"\b(?:very|really|so|ever so|incredibly|extremely|pretty|quite|awfully|super|fierce) common\b",
        rf"\b(?:half|most|many|lots|loads|plenty|one in \w+|two thirds|a third|\w+ percent)(?: of)?(?: all)?"
        rf"(?: the)?(?: new| other| young)? {_PEOPLE}\b[^?]*\b(?:get|have|feel|go through|experience|do"
        r"|say|find)\b",
        worth=0.3,
    ),
)
