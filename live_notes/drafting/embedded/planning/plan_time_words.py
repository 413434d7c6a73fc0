"""The words in which a plan is asked for, put, taken up and turned down."""

from __future__ import annotations

from live_notes.drafting.embedded.planning.step_words import LEAD, OFTEN, WEEKDAY
from live_notes.drafting.language.any_case import AnyCase

ASKS_OF_A_STEP = AnyCase(
    rf"(?:{LEAD}|^[^?]{{3,110}}[,.] )(?:"
    r"you(?:'ll| will|'re going to|'d) [^?]{2,40} (?:when|where|how often|how long|who with|with whom"
    r"|how)\W*$"
    r"|(?:the |your )?[\w' -]{2,30}, (?:do |shall |should |will )?we (?:keep|drop|leave"
    r"|carry on(?: with)?|stick with"
    r"|go on with|stop|go again with) (?:it|that|them|those|doing it|going)\b"
    r"|[^?]{0,40}\b(?:cut|down|up|go|goes|from [\w ]{2,20}|aim|bring it|drop it)(?: back| down"
    r"| up)? (?:to|for|by)"
    r" (?:what|when|how (?:many|much|long))\W*$"
    r"|(?:do you (?:want|wanna|like) to |shall we |will we )?(?:keep|carry on|stick"
    r"|go on)(?: with)? (?:that|it|this|them"
    r"|those)(?: going| up| on)?,? or\b"
    r"|(?:do you want to |shall we |can we |will we )?(?:make|call) (?:that|it|this|them) (?:a|the"
    r"|part of the) plan\b"
    r"|what (?:to|shall we|should we|will we|do we) do (?:about|with|for)\b"
    r"|what(?:'d| would|'ll| will| could| might) make (?:it|that|this|the difference) (?:different|easier"
    r"|happen|work"
    r"|stick|more likely|possible|doable)\b"
    r"|what (?:d'you|do you|would you|d'ya) (?:want|like|wanna|fancy|propose|plan) (?:to )?(?:do|doing|try)\b"
    r"(?! (?:with your life|when you grow|for a living))"
    r"|what(?:'s| is| would be|'d be) (?:one|the (?:smallest|tiniest|littlest|easiest|very first|first"
    r"|next|least))"
    r" (?:small |little |tiny |possible |doable )*(?:thing|step|bit|part|move|rung)\b"
    r"(?! (?:that )?you(?:'ve| have|'re|'d| noticed| learn| remember| saw| see|'ll remember))"
    r"|what are you (?:ready|willing|prepared|able|happy) (?:for|to)\b|what (?:would|will|could) (?:that"
    r"|it) be\W*$"
    r"|(?:how often|how many(?: \w+)?|how long|how much|which (?:day|one|night|evening|morning)s?"
    r"|what (?:day|time)"
    r"|when|where|who with|with whom|at what time|from when|till when|for how long)\W*$"
    r"|(?:when|where|how often|who with) (?:would|could|will|can|do|are|might) you (?:do|fit|practi[cs]e"
    r"|try|start|put"
    r"|have|ring|call|tell|ask|go|take|go|going)\b"
    r"|(?:and )?(?:if|when) (?:you (?:slip|forget|can't|don't|lapse|miss|get stuck|fall|wobble)"
    r"|it (?:rains|gets"
    r"|comes|doesn't|goes))[^?]{0,30}\W*$"
    r")"
)
"""What will be done, when, where, how often, or with whom, in so many words or in two."""
PUTS = AnyCase(
    rf"{LEAD}(?:(?:maybe|perhaps|or|only|just)[, ]+)*(?:(?:can|could|shall|should|will|would|might) (?:we"
    rf"|you)\b"
    r"|how about|what about|what if|let's|would (?:it|that) help|do you want to|you want to|can it be"
    r"|is it too much"
    r"|every\b|each\b|once\b|twice\b|daily\b|only\b|(?:\w+ ){0,3}(?:times|minutes|days|nights|hours|evenings"
    rf"|mornings)\b|{WEEKDAY}s?\b|tonight\b|tomorrow\b|(?:and )?(?:sing|write|walk|keep|try|do|ring|call"
    rf"|text|eat|go"
    r"|read|bring|put|leave|take|sit|say|tell|ask|use)\b"
    r"|(?:in|at|on|by|with|without|before|after|no|not) )"
    rf"|\b(?:{OFTEN})\b"
)
"""Puts a step, or an amount of one, to the client."""
OF_ELSE = AnyCase(
    r"\b(?:did|didn't|was|wasn't|were|had|have you|has|feel|feels|felt|feeling|why|happened"
    r"|do you (?:think|feel|know|have"
    r"|remember|notice|mean|see|sleep|get|still|usually|normally|ever)|are you (?!ready|willing|prepared"
    r"|able|happy|going"
    r"|up for|okay with)|(?<!or )is (?:he|she|it|there|that) (?!too)|how (?:are|is|'s|do|does)|what does"
    r"|what do you (?!want)"
    r"|notice|number|out of ten|zero to|nought to|who (?:is|are|'s)|anything (?:else|you)|any questions"
    r"|usually|normally"
    r"|back then|used to|does (?:he|she|it|that)|whose|what's (?:his|her|their|your|that|happening|coming"
    r"|going"
    r"|different|left))\b"
)
"""Asks of what was, of what is so, or how it feels."""
AGAINST = AnyCase(
    r"^(?:(?:oh|ah|well|um+|uh+|hm+|god|honestly|yeah|okay|sorry)[,. ]+)*(?:no(?:pe)?\b(?![,.]? (?:i'll"
    r"|i can do|i'd do"
    r"|that's (?:fine|okay|ok|grand|good|all right|perfect|great)|problem|bother|worries|harm|trouble"
    r"|phone|more|excuses|it's fine|fine|leaving|cooking"
    r"|\w+ing\b))"
    r"|nah\b|naw\b|never\b|no way|not (?:that|yet|really|for me|now|a chance|this week)|i(?:'d"
    r"| would) (?:rather|prefer) not"
    r"|i(?:'d| would) sooner|i(?:'m| am) not (?:doing|going|gonna|ready|keen|sure|able|there|up to)"
    r"|i (?:can't|cannot|won't"
    r"|couldn't|don't (?:want|think|know|do|like)|doubt|haven't)|i(?:'ll| will) (?:have to )?think"
    r"|maybe (?:later|not|down"
    r"|some|one day|after)|let me think|we'll see|i'll see|we will see|ask me|don't (?:know|make)|dunno"
    r"|what do you mean"
    r"|that's (?:too|not|the thing)|it's (?:too|not)|it depends|i don't|can it not|can we not"
    r"|do i have to|why\b|what for)"
)
"""Turns down what was put, or puts it off."""
ACCEPTS = AnyCase(
    r"^(?:(?:oh|ah|well|right|so|then|and)[,. ]+)*(?:yes|yeah|yep|aye|okay|ok|good|great|grand|lovely"
    r"|perfect|fine|done"
    r"|deal|brilliant|sure|sounds|that(?:'s| is|'ll| will| works)|all right|alright|nice|love|excellent"
    r"|super|five|\w+ it"
    r" is)\b"
)
"""Takes what the client has tried."""
TAKES_UP = AnyCase(
    r"^(?:\W*(?:okay|ok|good|great|grand|lovely|perfect|fine|done|right|brilliant|sure|yes|yeah|nice"
    r"|excellent|oh|ah|hm+|mm+"
    r"|alright|all right|deal|fair enough|no problem|no worries|well done|you've said it|good (?:idea|man"
    r"|woman|one)"
    r"|i like (?:that|it)|love (?:that|it)|that'?s (?:great|good|fine|lovely|grand|perfect|so good"
    r"|really good"
    r"|a good (?:idea|one|plan|start|step))|sounds (?:good|great|like a plan)|that sounds (?:good|great"
    r"|lovely))\W*)+$"
)
"""Only takes up what was said."""
SETTLES = AnyCase(r"^(?:(?:so|okay|ok|right|good|great|grand|lovely|perfect|fine|done|then)[,. ]+)+(?=\w)")
"""Goes over to what was settled: "grand, so notifications off"."""
IS_A_LIST = AnyCase(
    rf"\b(?:{OFTEN}|{WEEKDAY}s?|tonight|tomorrow|minutes?|hours?|times|once|twice|(?:one|two|three|four"
    rf"|five|six|seven|ten"
    r"|half|second) \w+|daily|nightly|weekly|at home|before bed|by (?:the )?\w+day|without|instead|first"
    r"|for sure|only|just"
    r"|no \w+|if (?:it|you|he|she)|when(?:ever)? (?:it|you)|any time|every|each|alone"
    r"|with (?:the|your|a|no"
    r"|\w+)|done)\b|\b(?:off|on|out|away|down)\W*$"
)
"""Names how often, how long, when, or with what."""
STOPS = AnyCase(
    rf"{LEAD}(?:(?:what|why|who|where|how|which|did|do you|does|is it|are you)\b|i (?:was|had|thought"
    rf"|think|know|hear|like|love|wonder|get|mean|see|can hear|appreciate|am"
    rf"|did|do|said|say)\b"
    r"|i'm\b|i've\b|i'd (?:be|say|love to|have)|you(?:'re| are|'ve| have| did| were| had| know| said| sound"
    r"| seem| look| told| can"
    r" be)\b|it(?:'s| is| was| sounds| feels| makes)\b|that (?:was|makes|sounds|feels|must|takes|is)\b"
    r"|that's\b|there(?:'s| is"
    r" |are)\b|he(?:'s| is| was)?\b|she(?:'s| is| was)?\b|they(?:'re| are| were)?\b|well done\b|what a\b"
    r"|how\b|of course\b"
    r"|we(?:'ve| have|'re| are) (?!going))"
)
"""Goes on to something else than what is to be done."""
HAS_PAST = AnyCase(
    r"\b(?:got|was|were|did|went|came|felt|meant|called|happened(?! to)(?<!what happened))\b|\bsay\W*$"
)
"""Says what was, or only names an example."""
ASKS_OF_A_THING = AnyCase(rf"{LEAD}(?:what|how) about (?:the|your|that|this|it|at|in)\b")
"""Only names what is to be spoken of next."""
TAKES_ON = AnyCase(
    r"^(?:(?:oh|ah|well|um+|okay|ok|yeah|yes|aye|sure|right|fine|alright|all right|god)[,. ]+)*(?:i(?:'ll"
    r"| will| can"
    r"| could)|will do|deal|consider it)\b"
)
"""Takes it on."""
BEGINS = AnyCase(
    r"\b(?:homework|between now and|till we meet|until we meet|before (?:we meet|next time|i see you"
    r"|our next)|this"
    r" coming week|for the week ahead)\b"
    rf"|{LEAD}(?:can|could|shall|will) we (?:agree|settle|say|aim|set|try for|go for)\b"
    rf"|{LEAD}your (?:task|job|mission|homework)\b|{LEAD}(?:what|how) about you\b(?! (?:and|two|both"
    rf"|mean)\b)(?! *\?)"
    rf"|{LEAD}(?:how|what) about (?:an?|one|two|three|four|five|ten|twenty|once|twice|just|only)\b"
    rf"|{LEAD}shall we (?:do|try|keep|start|aim)\b(?=[^?]*\b(?:{OFTEN}|times|week|weekend|days?|nights?)\b)"
)
"""Turns to what is to be done until both meet again."""
TURNS = AnyCase(
    r"^(?:(?:hm+|well|okay|ah|oh|so)[,. ]+)*(?:or\b|what about|how about|could (?:it|you|we)|can (?:it"
    r"|you|we)|maybe\b"
    r"|perhaps\b|would you (?:rather|prefer)|i'd (?:rather|say|prefer)|i was thinking|only\b|let's say\b)"
)
"""Puts something in the place of what was just said."""
SURELY = AnyCase(
    rf"\b(?:{OFTEN}|{WEEKDAY}s?|tonight|tomorrow|minutes?|hours?|times|once|twice|nights?|daily|at home"
    rf"|before bed|alone"
    rf"|any time|never|if (?:you|it)|by (?:the )?\w+day)\b|{LEAD}(?:don't|do not|no \w+ing|never|keep"
    rf"|can you|could you"
    rf"|would you|will you)\b"
)
"""Sets something that stands by itself, whatever was asked before."""
OTHER_MATTER = AnyCase(
    r"^(?:(?:okay|ok|right|good|great|lovely|so|and|well)[,. ]+)*(?:now,|next,|another thing\b"
    r"|one more thing\b|moving on"
    r"|on to\b|turning to\b|last thing\b|before (?:you|we) go\b|(?:and )?as for\b)"
)
"""Goes over to another matter."""
