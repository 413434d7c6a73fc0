"""The words that show what a speaker does: plans, observes, formulates, intervenes, responds, or nothing."""

from __future__ import annotations

import re

from live_notes.drafting.language.any_case import AnyCase


def _any(*patterns: str) -> AnyCase:
    return AnyCase("|".join(patterns))


TECHNICAL = _any(
    r"\b(?:can|could|do) you (?:hear|see) (?:me|us)\b",
    r"\bi can(?:'t)? (?:hear|see) you\b(?!'re (?!froz|mut|back)| are )",
    r"\byou(?:'re| are) (?:on mute|muted|frozen|breaking up|back)\b",
    r"\b(?:mute|unmute|microphone|webcam|wi-?fi|the (?:video|audio|connection|link)|zoom|bandwidth"
    r"|lag(?:ging|gy)?)\b",
    r"\bshare (?:my|your) screen\b",
    r"\b(?:private|quiet) (?:place|space|room|spot)\b.{0,40}\b(?:speak|talk|now|moment)\b",
    r"\bhey,? dragon\b",
    r"\b(?:ignore|disregard|forget|override) (?:all |any |your |the |my |these )*(?:previous|prior|above"
    r"|earlier|system)"
    r" (?:instructions?|rules|prompts?|orders)\b",
    r"^\W*(?:system|assistant|prompt)\s*:",
    r"\byou are now (?:an?|in) (?:\w+ ){0,2}(?:poet|pirate|assistant|model|ai|bot|mode|system)\b",
    r"\boutput (?:the |all |your )+(?:names?|prompts?|instructions?|clients?)\b",
)
ASKED_FOR_IDENTITY = _any(
    r"\b(?:date of birth|d\.?o\.?b\.?|(?:your|full|first|last|sur) ?name|confirm (?:your|who)|your (?:home "
    r")?address"
    r"|(?:your|phone|mobile|cell|contact) (?:phone )?number|post ?code|zip code)\b",
    r"^(?:\W|hi|hello|so|and|good|morning|afternoon)*(?:are you|is (?:this|that)|am i speaking (?:to|with))"
    r" (?:(?:mrs?|ms|miss)\b|\[client\w*\])",
)
"""What is asked to know who is there: the record has it already."""
IDENTITY_GIVEN = _any(
    r"\b(?:(?:my|full|first|last|sur)[ -]?name(?:'s| is)|(?:i (?:was|am)|i'm) (?:called|born (?:on|in"
    r"|the)|[a-z]+ [a-z]+,? and i was"
    r" born)|my (?:date of birth|d\.?o\.?b\.?|address|post ?code|zip code|(?:phone |mobile "
    r"|cell )?number)\W*(?:is|'s)?)\b",
    r"^(?:it's|that's|this is|i'm|i am)? ?(?:dr\.? |mrs?\.? |ms\.? )?\[(?:CLIENT|PERSON|DATE|LOCATION"
    r"|STREET_ADDRESS|PHONE_NUMBER)"
    r"\w*\]\W*(?:\[\w+\]\W*)*$",
    r"^(?:date of birth|d\.?o\.?b)\b",
)
"""Who somebody is, told to show who is there."""
SMALL_TALK = _any(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|welcome|bye|goodbye)\b",
    r"\bhow are you(?: doing)?(?: today)?\s*[?.]?$",
    r"\bnice to (?:meet|see) you\b",
    r"\b(?:thanks|thank you)\b.{0,40}$",
    r"\b(?:take care|have a (?:good|great|nice|lovely)|see you (?:soon|later)|the weather"
    r"|good to see you)\b",
    r"^(?:i'm )?(?:good|fine|okay|doing okay|doing well),?(?: thanks| thank you)?(?:,? how are you"
    r"|,? and you)\??$",
    r"^(?:sounds good|i see|i understand|got it|that's (?:great|good|right|fine|okay)|i'm (?:sorry"
    r"|glad) to hear that)\b.?$",
    r"\b(?:glad to hear|sorry to hear)\b",
    r"\b(?:any|other|have) (?:other |more )?questions?\b(?: \w+){0,4}\??$",
    r"^(?:(?:no|yes|yeah|okay|ok|right|so|and|well)[,. ]+)*(?:that's|that is|it's) (?:absolutely "
    r"|totally |perfectly |all |quite "
    r"|really |always |completely )+(?:fine|okay|ok|alright|good|right|great|good to know)\b.?$",
    r"^(?:(?:okay|ok|all right|right|so|well)[,. ]+)*(?:let's (?:start|begin|continue|get started|go on"
    r"|move on|carry on)"
    r"(?: again| anyway| over)*|i(?:'ll| will) continue\b.*)\W*$",
    r"^(?:(?:and|well|so|okay|all right|alright)[,. ]+)*i (?:really )?appreciate (?:it|that|you (?:coming"
    r"|talking|taking|being|meeting|doing"
    r"|sharing this|calling)|your (?:time|help|coming|honesty|patience))\b(?: \w+){0,4}\W*$",
    r"\bthis sound quality\b|\bsee your face (?:properly|clearly)\b",
)
WHEN = (
    r"(?:next (?:week|time|session|month|appointment|monday|tuesday|wednesday|thursday|friday|saturday"
    r"|sunday)"
    r"|tomorrow|this (?:week|weekend)|between now and|before (?:we|our) (?:meet|next)|by (?:next|our)"
    r"|in \w+ weeks?"
    r"|until (?:we|our|next)|the coming week|each (?:day|night|evening|morning)|every (?:day|night"
    r"|evening|morning)"
    r"|\[DATE\w*\])"
)
ASSIGNED = _any(
    r"\bi(?:'d| would) (?:like|love|want|encourage|invite|ask|recommend|suggest)(?: for)? (?:you"
    r"|that you)\b",
    r"\bi (?:want|need|recommend|suggest|encourage|advise|ask)(?: for)? (?:that )?you\b",
    r"\b(?:for|as) (?:your )?homework\b|\byour homework\b",
    r"\b(?:i'll|i will|i'm going to|i'm gonna|we'll|we will|we're going to|we're gonna|let's"
    r"|let us)\s+(?:also |just )?"
    r"(?:send|refer|schedule|book|meet|see|prescribe|order|increase|decrease|start|stop|continue|keep"
    r"|plan|follow"
    r"|check|work on|talk (?:more )?(?:about|with|to)|revisit|review|set up|call|write|email|put you"
    r"|have you|get you"
    r"|go (?:up|down|back)|try|add|change|touch base|repeat|taper|raise|lower|reduce|give you|make (?:a"
    r"|an) )\b",
    r"\b(?:refer(?:ral|ring)? (?:you )?to|follow[- ]up|(?<!it )come back|see you (?:next|in|on|again)"
    r"|our next (?:session|appointment"
    r"|visit)|next (?:session|appointment) (?:is|will|on|at))\b",
    r"\bwe(?:'ll| will) be (?:starting|increasing|stopping|referring|reducing|changing) (?:you|your)\b",
    r"^(?:please )?(?:try|keep|practi[cs]e|remember to|make sure|start|write down|take) .*" + WHEN,
    r"^(?:please )?(?:continue|stop|avoid|resume|repeat|increase|decrease|taper|follow up|come back"
    r"|call (?:me|us|the)"
    r"|return) \w+",
    r"\bi (?:would |'d )?(?:recommend|suggest|advise|prescribe)\b|\bmy recommendation\b",
    r"\b(?:i(?:'d| would)? (?:like|want|plan|need|prefer)|i'm going|i am going|we(?:'re| are) going"
    r"|we(?: need| plan| want))"
    r" to (?:also |just |go ahead and )*"
    r"(?:send|refer|schedule|book|see you|prescribe|order|increase|decrease|start|stop|continue|keep"
    r"|plan|follow|get (?:you|an?"
    r"|some|the|another|your)|put you|have you|add|change|repeat|taper|raise|lower|reduce|give you"
    r"|place|request|write|renew"
    r"|refill|switch|hold|monitor|recheck|make|set|do an? (?!quick)|wait|obtain|arrange|bring you)\b",
    r"\bwe (?:can|could|should|may|might) (?:also |just |always |certainly |then )*(?:send|refer"
    r"|schedule|book|prescribe|order|increase"
    r"|decrease|start|stop|continue|try|add|change|repeat|taper|raise|lower|reduce|place|switch|hold"
    r"|monitor|recheck|consider"
    r"|get|do an? (?!quick)|wait|meet|revisit)\b",
    r"\byou(?:'re| are) going to (?:need|take|want|use|wear|come|start|stop|continue|do|follow|go|keep)\b",
    r"^we(?:'ll| will| can)? (?:stay|remain|stick|keep|continue|leave) (?:at|on|with|the|you|your)\b",
    r"^i(?:'ll| will)? (?:also )?need (?:an?|your|some) (?:blood|weight|urine|ekg|ecg|level|lipid|lab)",
    r"\bwe(?:'ll| will| can)? (?:talk|speak|check in|meet|see each other) again (?:in|on|next)\b",
    r"\b(?:would|could|can|will) you (?:be willing to|be able to|be open to|try|keep|write|practi[cs]e"
    r"|call|commit)\b",
    rf"\b(?:you (?:should|need to|could|can|might|will)|you'll|you want to)\b.*{WHEN}",
    r"\b(?:you should|you'll need to|you need to) (?:take|call|go|come|keep|continue|start|stop|avoid"
    r"|use|wear|do)\b",
)
COMMITTED = _any(
    r"\bi(?:'ll| will| can|'m going to|'m gonna| am going to| plan to| want to| could)\s+(?:also |just "
    r"|definitely )?"
    r"(?:try|call|talk|write|practi[cs]e|do|keep|start|stop|go|book|schedule|ask|tell|reach|use|take"
    r"|make|set|bring"
    r"|commit|aim|sign up|send|walk|cut down|check|attend|finish|work on|text|message|email|ride|read|visit"
    r"|join|stay|meet)\b.*",
)
SOON = re.compile(rf"\b{WHEN}|\bi(?:'ll| will)\b", re.IGNORECASE)
OBSERVED = _any(
    r"\bi(?: can)? (?:notice|noticed|see|saw|observe|observed|hear|heard) (?:that )?(?:you\b"
    r"(?!\W*$|'ve (?:filled|done|brought|completed|written|got|had|been)| made| had| have been to| went"
    r"| say| talk| mention)"
    r"|your (?:face|eyes|voice|hands?|breath\w*|shoulders?|leg|foot|body|jaw|posture|affect|mood|energy"
    r"|speech|smile)\b"
    r"|some tears\b|tears\b|a (?:smile|tear|shift|change|lot of)\b)",
    r"\byou (?:look|looked|seem|seemed|appear|sound|sounded) (?!like you|(?:at|for|up|into|after|through"
    r"|over"
    r"|forward|back|out|around|it up|him up|her up|them up|to (?:me|him|her|them|the|your))\b)",
    r"\byou(?:'ve| have)? (?:just |almost |nearly |really |kind of |kinda |sort of )*(?:smiled|laughed"
    r"|grinned"
    r"|teared up|welled up|filled up|flinched|winced|sighed|shuddered|froze|blushed|frowned|shrugged"
    r"|stiffened"
    r"|tensed(?: up)?|went (?:very |really |quite |all |a bit )?(?:quiet|still|silent|pale|red)"
    r"|looked (?:away"
    r"|down)|sat (?:up|back)|leaned (?:in|back|forward)|curled up|closed your eyes"
    r"|shook your head)\b[^.?]*?"
    r"(?:\bjust (?:now|then)\b|\b(?:right )?there\W*$|\b(?:when|as) (?:you said|you say|i (?:said|say|asked"
    r"|mentioned)|we (?:talk\w*|spoke|started))\b)",
    r"\byou(?:'re| are) (?:smiling|crying|tearing up|tearful|shaking|fidgeting|wringing|looking|tapping"
    r"|laughing)\b",
    r"\byour (?:voice|hands?|eyes|face|breathing|shoulders?|leg|affect|posture|speech)\b.{0,30}\b(?:is"
    r"|are|was|were"
    r"|just|got|look|seem|drop\w*|chang\w+|shak\w+|tight\w*|relax\w*)\b",
    r"\b(?:your )?(?:phq|gad|pcl|audit|bdi|madrs|moca|blood pressure|pulse|temperature|heart rate"
    r"|weight(?!,)|score|bmi"
    r"|oxygen|vitals?|x-?ray|mri|ct|labs?|a1c|hemoglobin|echocardiogram|ekg|results?)\b[^?]*\b(?:is|was"
    r"|are|were|show\w*"
    r"|came|at|of|look\w*)\b",
    r"\bon (?:your |the )?(?:physical )?exam\w*\b|\bi (?:do )?(?:appreciate|hear|feel) (?:a|an|some|no)\b",
    r"\b(?:lungs|abdomen|heart|range of motion|swelling|edema|tenderness|murmur"
    r"|reflexes)\b.{0,40}\b(?:clear|normal"
    r"|soft|regular|good|full|present|no|intact|equal|limited|positive|negative)\b",
)
FORMULATED = _any(
    r"\bit (?:sounds|seems|looks|feels) (?:to me )?(?:like|as if|as though|that)\b",
    r"\b(?:my (?:sense|impression|understanding|assessment|thinking|hunch) (?:is|would)|what i(?:'m"
    r"| am) (?:hearing|seeing"
    r"|noticing)|what i hear)\b",
    r"\bi (?:think|believe|feel|wonder|suspect|get the sense)(?: that| if| whether)? (?:you|your|this"
    r"|that|it|part|some"
    r"|what|there|the)\b",
    r"\b(?:from|based on) what you(?:'ve| have)? (?:told|said|described|shar)",
    r"\b(?:consistent with|in line with|meets? criteria|pattern|the way i see it|connected to"
    r"|related to|underneath"
    r"|protecting you|cycle|diagnos\w+)\b",
    r"\b(?:progress|improvement|improved|come a long way|growth|doing (?:much )?better"
    r"|getting better"
    r"|getting worse|handled that|work(?:ed|ing) hard)\b",
    r"(?:^|[,.] |^(?:so|and|but|okay|now) )(?:for|as for|regarding|as far as) (?:your|the) (?:first"
    r"|second|third|next|last)? ?(?:problem|issue"
    r"|\w+)\b.{0,40}\b(?:i (?:do )?(?:think|believe|feel)|this is|you(?:'re| are| do)?(?: have)?"
    r"|it(?:'s| is)|that's)\b",
    r"\b(?:i (?:do )?(?:think|believe|suspect)|this (?:is|could be|may be|looks like)) (?:you have"
    r"|you've got|this is|an?|the|most"
    r"|likely|related|due)\b|\b(?:stable|well[- ]controlled|under (?:good )?control|out of control|most "
    r"likely|due to)\b",
)
JUDGED = _any(
    r"\bi (?:think|guess|believe|feel|suppose|reckon)(?: that)? (?:that's|that is|it's|it is|this is"
    r"|that was"
    r"|that'd be|it'd be|that would be)(?! (?:\w+ ){0,4}(?:depress|anxi|panic|trauma|grief|relaps|avoid"
    r"|pattern"
    r"|cycle|protect|because|related|connected|linked|due|what (?:keeps|drives|happens)|part of|why))",
    r"\b(?:isn't|wasn't|aren't|doesn't|don't|won't|hasn't) (?:it|that|you|they|she|he)\b\W*(?:$|,)",
    r"\byour (?:\w+ )?(?:form|file|notes?|chart|referral|letter|gp|doctor) (?:said|says|mentions?)\b",
    r"\bi (?:think|believe) (?:you|your \w+|she|he|they) (?:said|says|mentioned|told|wrote)\b",
    r"\b(?:court )?letter\b",
    r"\bi(?:'ve| have| had)? (?:just )?(?:been |was |were )?(?:hear(?:d|ing)|told"
    r"|informed)\b(?! you(?:'re| are)?"
    r" (?:say|said|talk|tell|describ|mention)\w*)",
    r"^(?:(?:so|and|but|okay|well)[, ]+)*(?:she|he|they|your [\w-]+) (?:\w+ly )?(?:talked|spoke|mentioned"
    r"|said"
    r"|told|wrote|reported|explained)\b",
)
"""A judgement of what was said, a tag, or what somebody wrote: no formulation."""
LEFT_ALONE = _any(r"\b(?:not|\w+n't|forget|drop|skip|never)\b|^(?:and |so )?you (?:did|used|tried)\b")
"""Names a technique that is left alone, or that the client used elsewhere."""
TECHNIQUES = _any(
    r"\b(?:thought (?:record|log|diary)s?|cognitive (?:distortion|restructuring)\w*|distortions?"
    r"|automatic thoughts?|(?:the )?evidence (?:for(?: (?:and|or) against)?|against)|reframe\w*|reframing"
    r"|all[- ]or[- ]nothing(?: thinking)?|catastrophi\w+|core beliefs?"
    r"|behaviou?ral (?:activation|experiment)s?|activity schedul\w+|(?:graded|gradual|imaginal|in vivo"
    r"|interoceptive) exposures?|exposure (?:therapy|exercise|hierarchy|work|task)s?|(?:an|the next|this) "
    r"exposure|exposures|hierarchy|fear ladder)\b",
    r"\b(?:grounding|five senses|box breathing|breathing (?:exercise|technique)s?|deep breaths?"
    r"|take a (?:slow |deep )*breath"
    r"|breathe (?:in|out)|body scan|progressive muscle relaxation|mindfulness|mindful (?=eat|breath|walk|mov"
    r"|minute|moment|listen)\w+|meditat\w+|safe place"
    r"|containment)\b",
    r"\b(?:wise mind|opposite action|distress tolerance|dear man|radical acceptance|emotion regulation"
    r"|chain analysis|diary card|urge surf\w+|tipp)\b",
    r"\b(?:eye movements?|bilateral (?:stimulation|tapping|sounds?|music|movements?|tones?)|tapping"
    r"|target memory|sud|suds|desensiti[sz]\w+|reprocess\w*"
    r"|follow my fingers)\b",
    r"\b(?:(?<!i )(?<!really )values|(?:your|personal|core) value|defus\w+|committed action|willingness"
    r"|psychological flexibility|leaves on a stream)\b",
    r"\b(?:(?<!a )parts of you|(?<!for )(?<!in )(?<!of )(?<!like )(?:this|that) part(?! of the\b| where\b)"
    r"|protector|exile|firefighter|self energy)\b",
    r"\b(?:scale (?:of|from) (?:zero|one|0|1)(?: to \w+)?|pros and cons|readiness|change talk"
    r"|miracle question"
    r"|role[- ]?play\w*"
    r"|empty chair|safety plan\w*|crisis (?:line|plan)|988|psychoeducation|sleep hygiene"
    r"|problem[- ]solv\w+|coping"
    r" (?:skill|plan|strateg|card)\w*|worry time|journal\w*|timeline|genogram|transference|i[- ]statements?"
    r"|active listening|boundar(?:y|ies))\b",
)
VALIDATED = _any(
    r"\bthat (?:sounds(?! like (?:where|what|when|how)\b)(?! like (?:an? |a lot of |just )*(?:excuses?"
    r"|lies?|nonsense))"
    r"|must|makes sense|is (?:really |very |so |completely )?(?:hard|tough|difficult"
    r"|understandable"
    r"|painful|scary|normal|valid)|took (?:a lot of )?(?:courage|strength))",
    r"\b(?:of course you|it's (?:okay|ok|understandable|normal|natural) (?:to|that)|you're not alone"
    r"|anyone would"
    r"|no wonder|i can (?:hear|see|imagine|understand) how)\b",
    r"\b(?:it's|this is|that's|that is) (?:an? )?(?:\w+ )?(?:normal|understandable|natural)(?: thing| "
    r"reaction)?\b"
    r"(?! (?:range|limits|exam|findings?))",
    r"\bi(?:'m| am) (?:really )?(?:proud of|impressed)\b|\bi (?:really )?appreciate (?:you|your|that you"
    r"|how)\b",
)
WONDERS = re.compile(
    r"^(?:(?:so|and|but|well|then|now)[, ]+)*i (?:wonder (?:if|whether)|suspect|(?:think|believe"
    r"|sense) (?:that )?[a-z]+ing"
    r" (?!of\b|about\b))",
    re.IGNORECASE,
)
"""Holds something up that it may be: an interpretation, whatever it says is hard."""
EXPLAINED = _any(
    r"\b(?:the (?:idea|reason|goal|point|purpose|way) (?:is|behind|here|of|this)|what (?:happens"
    r"|this does|we know)"
    r"|works? by|helps? (?:us|you|the|to|your)|our (?:brain|body|mind|nervous system|thoughts)"
    r"|your (?:brain|body|nervous"
    r" system)|when we|(?:many|most|a lot of) (?:people|parents|clients|men|women|couples|kids|teen\w*)"
    r"|people (?:often|sometimes|who)|(?:it's|that's|this is|that is) (?:called|common)|is called (?:an?"
    r"|the)|(?<!you )(?<!\bi )(?<!he )(?<!they )"
    r"(?:does|do)(?:n't| not) mean (?:that )?(?:anything|something|you|there)|research|fight or flight"
    r"|this is called)\b",
)
GUIDED = _any(
    r"^(?:let's(?! (?:not )?be\b)|i'd like to|i want to|can we|could we|shall we|let me (?=walk you"
    r"|take you|guide|show)"
    r"|i'm going to|we're going to"
    r"|why don't we|what if we"
    r"|i'd like us to)\b.*\b(?:try|look|practi[cs]e|go (?:through|over)|do|explore|start|walk|talk"
    r"|challenge|examine"
    r"|role|slow|pause|notice|imagine|come back|map|write|list|breathe|test|check)\b",
    r"^(?:notice|imagine|picture|close your eyes|breathe|put your|place your|name (?:five|three|one)"
    r"|tell me what you (?:see"
    r"|feel|notice)|try to notice|go back to|stay with|see if you can)\b",
)
AT_ONCE = re.compile(
    r"\b(?:(?:right |together )?now|for a (?:moment|minute|second)|real quick|before we (?:end|finish"
    r"|stop))\b",
    re.IGNORECASE,
)
RESPONDED = _any(
    r"\b(?:that|this|it) (?:really |actually |kind of |definitely )?(?:help(?:s|ed)|makes sense"
    r"|feels (?:better|good|right"
    r"|calmer|lighter|weird|strange|hard|true|different|easier)|felt (?:better|good|calmer|hard|weird"
    r"|strange)|resonates"
    r"|worked|didn't (?:help|work)|doesn't (?:help|work|feel))\b",
    r"\bi(?:'m| am)? (?:feel|feeling|felt) (?:a (?:bit|little) |a lot |much |more |so much |less "
    r"|kind of )*(?:better|calmer"
    r"|lighter|relieved|relaxed|calm|less|more|hopeful|worse|silly|heavier)\b",
    r"\bi (?:never|hadn't|didn't) (?:really )?(?:thought|think|realized?|realised?|noticed?|seen?"
    r"|saw) (?:about )?(?:it|that|of)\b",
    r"\bi (?:could|can|would|might|'d|will) (?:at least |maybe |probably |definitely |really |even |also )*"
    r"(?:try|consider|be (?:willing|open)|cut (?:back|down)|work on|give (?:it|that)) ",
    r"\bi(?:'m| am) (?:(?:willing|not ready|ready) to|open to)\b",
    r"\bi (?:like|love|hate|don't like|prefer) (?:that|this|the idea|doing that)\b",
    r"\bi (?:can|could|will|would) (?:try|do|give) (?:that|it|this)\b|\bi can see (?:that|how|what|why)\b",
    r"\bi guess (?:you're|that's|it's) (?:right|true)\b|\byou're (?:right|probably right)\b|\bi hadn't\b",
    r"\bi(?:'d| had| have|'ve)? never (?:\w+ )?(?:thought|put|seen|looked|connected|realised|realized"
    r"|noticed"
    r"|made|considered|said)\b|\bi haven't (?:ever |really )?(?:thought|put|looked at|seen)\b",
    r"\bi (?:can |do |could )?(?:really |kind of |sort of )?see (?:where|how|why|that|what) (?:it|that"
    r"|this|i|you)",
    r"\b(?:it|that) (?:just |really |kind of |sort of )?(?:clicked|clicks|hit me|hits home|rings true"
    r"|lands)\b"
    r"|\b(?:now that|when) you (?:say|put|mention) (?:it|that)\b",
    r"\b(?:a|such a|some) relief\b|\bi feel (?:\w+ ){0,3}(?:softer|lighter|calmer|relieved|relaxed|freer"
    r"|proud)\b",
    r"\bmy (?:shoulders|chest|hands|jaw|stomach|heart|breathing|body|head)(?:'s|'ve| has| have| is| are"
    r"| feels?)?"
    r" (?:\w+ ){0,2}(?:gone down|dropp\w+|loosen\w*|letting go|let go|slow\w*|calm\w*|clear\w*|light\w*"
    r"|relax\w*|eas\w+|soften\w*)\b",
    r"\bit(?:'s| is| feels| felt| got| went)(?: getting| going)? (?:\w+ ){0,2}(?:quieter|lighter"
    r"|further away"
    r"|softer|easier|less|loosen\w+|easing|down a bit|away a bit|stronger)\b",
    r"\bi (?:don't (?:like|love)|hate) (?:it|that|this)\b|\bi(?:'m| am) not (?:ready|convinced)\b"
    r"|\bi don't (?:believe|think|feel)(?: that)? i(?:'m| am) ready\b|\bi(?:'ll| will"
    r"| might) think (?:about|on|it)\b",
)
TAKES_A_STAND = _any(
    r"\bi (?:(?:do|really|just|still|definitely|guess|think|suppose|know|mean)\b ?)*(?:i )?(?:(?:could"
    r"|can|will|would|might|should|'d|'ll)\b"
    r"|(?:don't|do not|can't|cannot|won't|wouldn't) (?:want|think|know (?:if|how|whether)|see|like|care"
    r"|believe|do|feel|need)"
    r"|(?:want|need|hope|agree|plan|promise|understand|see (?:that|what|how|your)|think (?:so|that|it|i"
    r"|you're))\b)",
    r"\bi(?:'m| am) (?:not |really |definitely |just )*(?:ready|willing|going to|open|worried about"
    r"|afraid|sure|interested|glad|done)\b",
    r"^(?:(?:yeah|yes|no|well|okay|right|exactly|true|absolutely)[,. ]+)*(?:that's (?:what|why|how|true"
    r"|right|it|exactly|a good)|you're right)",
)
"""What somebody says who takes a stand to what was offered or held up to them."""
FAREWELL = _any(
    r"^(?:(?:and|so|then|yeah|yes|okay|ok|great|sure|thanks?|thank you)[,.! ]+)*(?:(?:i|we)(?:'ll| will) )?"
    r"(?:see|talk to|speak to) you (?:again )?"
    r"(?:(?:soon|later|then|next \w+|tomorrow|(?:on )?\w+day|\[DATE\w*\])\W*)+$",
)
BACKWARD = _any(r"^(?:(?:and|so|but|oh|well|yeah|actually)[, ]+)*(?:that|this|it)(?:'s)?(?: \w+){1,5}[.!]?$")
"""Says something of what was said before, and can't be understood without it."""
HYPOTHETICAL = re.compile(r"^(?:what if|imagine if|let me|can i|could i|where do i|do i)\b", re.IGNORECASE)


PRESENTED = re.compile(r"\b(?:is|was) an? \d{1,3}[- ]*years?[- ]?old\b", re.IGNORECASE)
"""A case presented to a colleague: neither a plan nor an intervention."""
AHEAD = re.compile(
    r"^(?:(?:so|and|then|now|okay)[, ]+)*(?:we|i) (?:can|could|will|should|might) ", re.IGNORECASE
)
"""What is yet to be looked at was not observed."""
NO_STEP = re.compile(
    r"^(?:(?:so|and|then|now|okay|well)[, ]+)*(?:let's|let us|let me|we'll|we will) "
    r"(?:see\b[ ,.]*(?:\w+\W*){0,2}$|(?:just )?try (?:our|and do our) best\b"
    r"|try and get you\b.*\bwell\b)",
    re.IGNORECASE,
)
EXAMPLE = re.compile(
    r"^(?:(?:so|and|then|now|okay|well|like|but)[, ]+)*(?:for (?:instance|example)\b"
    r"|(?:some|other|many|most) people\b|people (?:often |sometimes )?(?:say|think|tell)\b|let's say\b"
    r"|say you\b)",
    re.IGNORECASE,
)
"""What is only brought up to show something is no step."""
NEXT_TIME = re.compile(rf"{WHEN}|\b(?:weeks?|months?|session|appointment|see you)\b", re.IGNORECASE)


REQUEST = _any(
    r"\b(?:would|could|can|will) you\b|\bwhy don't (?:we|you)\b|\b(?:can|could|shall) we\b"
    r"|\b(?:how about|what if|what about) (?:we|you|if)\b"
    r"|\bhow would it be (?:to|if)\b|\bis (?:that|it) something you (?:could|would)\b",
)
"""A question that asks for something to be done, and not whether it is so."""
IN_SESSION = re.compile(
    r"^(?:(?:so|and|then|now|okay|but|well|first|next)[, ]+)*"
    r"(?:i(?:'m going to| am going to|'ll| will|'d like to| would like to| want to)|let's|let us|let me"
    r"|we're going to|we'll|can i|could i|can you|could you|will you|would you)"
    r"(?: just| please| also| go ahead and| quickly| first| then)* "
    r"(?:listen|examine|stand|sit|lie|lay|open|close|squeeze|lift|raise|push|pull|bend|hop|turn|show me"
    r"|hold|say|follow (?:my|the)"
    r"|walk (?:for|over|a)|take (?:a |some |in )?(?:deep|big|couple)|take a (?:quick |little |good "
    r")*(?:look|listen|peek)|look (?:at|in|here)|press|push|feel (?:your|here|for)"
    r"|ask you|tell (?:you|dax)|go over (?:the|my|your) (?:results?|assessment|plan|labs?)|pull up|show "
    r"you|move (?:you|on|your)"
    r"|talk (?:a |you |little |bit )*(?:about my|about the assessment|through my)|do (?:a|your|the|an) "
    r"(?:quick |little )*"
    r"(?:physical |vaginal |full |brief )*exam\w*|check (?:you out|your (?:heart|lungs|reflexes|blood "
    r"pressure)))\b",
    re.IGNORECASE,
)
"""What the clinician is about to do at once, with hands or screen: no plan, no finding, no technique."""
