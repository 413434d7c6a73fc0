"""The words in which a step is put, asked after, promised and refused, in whatever order that comes about."""

from __future__ import annotations

from live_notes.drafting.embedded.planning.step_words import OFTEN, WEEKDAY
from live_notes.drafting.language.any_case import AnyCase

_SO = r"^(?:(?:so|and|then|now|okay|ok|but|also|well|right|great|good|yeah|yes|or|of course)[,. ]+)*"
_HOW = r"(?:(?:just|definitely|probably|maybe|also|still|only|perhaps|always|at least|try to|try and) )*"
_NO_DEED = (
    r"(?!(?:be(?! (?:there|at|in|on|home|back)\b)|have|feel|think|guess|know|see|need|want|like|love"
    r"|hate|rather|say|said|bet|imagine|hear"
    r"|understand|believe|die|kill|fall|lose|forget|miss|hardly|barely|never|not|get|relate|remember|wake up"
    r"|honestly|really|even|talk to you|tell you|show you|ask you|swear|admit|promise|a|an|in|the|my|it"
    r"|that|this|this|would|will|to|if|as|so|well|like|been|sound|look like|cry|scream|stand it|bear"
    r"|help it|go on and on|end up|explode|melt)\b)"
)
WILL = AnyCase(
    rf"\b(?:i|we)(?:'ll| will| can| could| might|'d|'m going to|'m gonna|'m gonnae| am going to) {_HOW}"
    rf"{_NO_DEED}[a-z]+\b(?! (?:you (?:that|the truth|honestly)|it to you)\b)"
    r"|\b(?:that|this|those|these|\w+ times|\w+ minutes|\w+|the \w+),? i (?:can|could|will|'ll)(?: do)?\b"
    r"(?=[.,!]| do\b| tell\b| try\b)|\bi'll,? (?:yeah|yes)\b"
    r"|\blet me (?:do|try|go|start|have|take|keep|write|put|make)\b|\bi do (?:it|that|one|two"
    r"|\w+ (?:year|week"
    r"|month|day)s?)\b"
    rf"|{_SO}(?:keep|leave|drop|stop|carry on|take|put|make|skip) (?:it|that|this|them|those|the|off|with)\b"
    r"|\bi(?:'m| am) (?:not )?(?:staying|stopping|starting|going to|keeping|leaving|telling|speaking|bringing"
    r"|cutting|quitting)\b"
)
"""Says what one will do, or can."""
SURELY_WILL = AnyCase(
    r"\blet me (?:do|try|go|start|take|keep)\b|"
    rf"\bi(?:'ll| will|'m going to|'m gonna|'m gonnae| am going to) {_HOW}{_NO_DEED}[a-z]+\b"
    r"(?! (?:you (?:that|the truth|honestly)|it to you)\b)|\bi can put\b"
)
"""The same without a doubt."""
TO_COME = AnyCase(
    rf"\b(?:(?:on |this |next |by |till |until )*{WEEKDAY}s?|tonight|tomorrow|today itself"
    r"|this (?:week|weekend|evening|afternoon)|the weekend|next (?:week|weekend|month)|(?:before"
    r"|after) (?:we|our"
    r"|work|school|bed|the|exams|payday|dinner|lunch|breakfast|i (?:leave|go|see)|twelve|noon|[a-z]+ o'clock)"
    rf"|when i get (?:home|in|back)|on the (?:bus|way|train)|{OFTEN}|this year|next year|after payday"
    rf"|at the weekend|every \w+|weekdays|weekends)\b"
)
"""A time that is to come."""
ASKS_AHEAD = AnyCase(
    rf"(?:{_SO}|[,.] )(?:"
    r"(?:what|where|when|who|which(?: \w+)?|how(?: (?:often|long|many(?: \w+)?|much))?)"
    r"(?: (?:else|then|might|part|way|one|thing|of (?:it|that|those)))*"
    r"(?:'d| would| could| will|'ll| can| might| shall| do) (?:we|you|it|that|be|help|work|make)\b"
    r"(?![^?]*\b(?:feel|think|mean|happen|say if|know|rate|remember|notice|stop you|hold you|guess"
    r"|get in the way|go wrong|be like|change|sleep|get on|usually|normally|manage)\b)"
    r"(?! (?:feel|look at|see|say (?:to|about) that|call|describe|deal|cope|get|come|have|call|learn|do"
    r" when|react|respond|experience|spend|hear|want (?:to|from|out))\b)"
    r"|what(?:'s| is) (?:your|the) (?:aim|plan|way|next step|first step)\b"
    r"|(?:do you want|you want|want|would you like|are you going) to (?:keep|carry on|go on|stop|drop|leave"
    r"|start|change)\b)"
)
"""Asks what is to be done, or how."""
OFFERS = AnyCase(
    rf"(?:{_SO}|[,.] )(?:(?:would|could|can|will|might) (?:you(?! like (?:some|a|any|more|to hear"
    rf"|to know))|i|we (?:try|do|make|write|set|say|start)|we|it help|it be (?:ok|okay|all right)"
    r"|that (?:help|work))\b|shall we\b|how about\b|what (?:about|if)\b(?! (?:it|he|she|they|him|her|them"
    r"|that|this|the pain)\b)|(?:would|are) you (?:be )?(?:open|willing|able|ready|happy|up)\b"
    r"|how would you feel about\b|(?:i'd|i would|what i'd) (?:like|suggest|want)(?: is| you| us| to)?\b"
    r"|(?:maybe|perhaps) (?:you|we)\b|(?:you|we) (?:could|can|might)(?! (?:have|be|feel|see|hear)\b)\b"
    r"|let's\b|why don't (?:you|we)\b"
    r"|(?:some|other|a lot of|most) (?:people|folk|folks|men|women|clients|parents)\b"
    r"|there(?:'s| is| are)(?: also| always)? (?:the |a |an |some |also )*(?!way|chance|time|lot|bit"
    r"|reason|no|nothing|something|one other)[\w-]+, (?:the|one|it|they|some|who|with|there)\b"
    r"|(?:i|we)(?:'ll|'d| would| will) (?!be|have|say|see|ask you|think|feel|guess|love|hate|rather"
    r"|get to|come"
    r" back|let you|not|\w+(?:ed|en)\b)[a-z]+\b)"
)
"""Puts something to the client."""
REFRAINS = AnyCase(rf"{_SO}no \w+ing\b")
"""Names what is not to be done."""
FEELS_ABOUT = AnyCase(r"\bhow would you feel about\b")
NO_OFFER = AnyCase(
    r"\b(?:tell me|say more|describe|walk me|talk me|help me|imagine|picture|rate|score|number|out of"
    r" (?:ten|a hundred)|feel|felt|notice|hear|happened|remember|i (?:was|had|did|went|thought|think|hear"
    r"|wonder|see)|were|was|did|had|have you|has|are you feeling|do you think|mean|used to|usually"
    r"|in the past|last (?:week|time|night|year|month)|years? ago|right now|at the moment|back then"
    r"|breathe|close your eyes"
    r"|see (?:you|each other)|meet|next (?:session|appointment|time we)|spell)\b"
)
"""Of what was, or is felt; of the talk itself; of the next meeting."""
THING_ON = AnyCase(
    rf"{_SO}(?:(?:what|how) about |there's |then )?(?:the|your|this|that|no) [\w' -]{{2,40}}\?$"
)
"""Only names the next thing: "and the door handle?"."""
ASKS_ON = AnyCase(
    rf"(?:{_SO}|[,.] )(?:how (?:long|often|many|much)(?: \w+){{0,2}}|when(?:,? do you think)?|where"
    r"|doing what|who with|with whom|what time|which (?:day|one|ones|night)s?|what day|which|every (?:day"
    rf"|night|shift|week|time|\w+)(?:, or .*)?|{WEEKDAY}(?:,? (?:or )?{WEEKDAY})*|\w+ (?:question|time|day"
    r"|night|minute|hour)s?(?: or \w+)?|\w+ or \w+|what do you think|you tell me|say more|and then what"
    r"|of what|with a \w+ of what|(?:is that|that's) (?:every|each|all) \w+|with (?:a|an"
    r"|the|what)\b.{0,30}|at what .{2,20}|like what|such as|(?:for )?how long|(?:this|next) \w+|anything"
    r" instead|could you|would you)[?—.\- ]*$"
)
"""Asks on: when, how often, how long, with whom."""
REFUSES = AnyCase(
    r"^(?:(?:oh|ah|well|um+|uh+|hm+|god|honestly|sorry|yeah|okay)[,. ]+)*(?:no|nope|nah|naw|not that|never|no"
    r" way|absolutely not|i'd rather not|i (?:don't|do not) want|i'm not (?:doing|going|having|getting"
    r"|promising|giving|ready|sure|able|up)|i won't|i can't)\b(?!,? (?:problem|worries|bother|i'll"
    r"|i can do|that's (?:fine|okay"
    r"|good)|it's fine))"
)
"""Refuses it."""
YES = AnyCase(
    r"^(?:(?:oh|ah|well|um+|uh+|hm+|god|and)[,. ]+)*(?:yes|yeah|yep|yup|aye|okay|ok|sure|deal|fine|all"
    r" right|alright|right|good|of course|i will|i can|will do|done|definitely|(?:that|it)'s (?:fine|fair"
    r"|okay|ok|doable)|\w+ is (?:okay|fine|good))\b"
)
"""Agrees."""
HEADS_AWAY = AnyCase(
    r"^(?:because|'?cause|cos|otherwise|or else|if i\b|when i\b|i'd (?:rather|love|like)|i was going to"
    r"|i was gonna|i thought|(?:it|he|she|they|you|(?:my|the|our) \w+|[A-Z]\w+) (?:says?|said|tells?"
    r"|told|goes|thinks?))\b|\bi (?:was going|used) to\b|\bi (?:say|said|told|go|thought"
    r"|keep),? (?:['\"]|okay|i)|\bas if\b|(?:'s|\b(?:is|was|were)) like\b|\b(?:shout|scream|roar)(?:s|ed)?\b"
    r"|\bbut\b[^.]*\b(?:not|never|can't|won't|couldn't|don't|wouldn't)\b|\blike i (?:could|would)\b"
)
"""A sentence that gives a reason, supposes, or tells of what was meant once."""
WAS = AnyCase(
    r"\b(?:i|we) (?:did|went|was|were|had|tried|managed|forgot|took|made|got|used|wrote|stayed|kept|thought"
    r"|felt|said|told|came|sat|couldn't|didn't|wasn't|[a-z]+ed)\b"
)
"""Tells what was."""
AMOUNT = AnyCase(
    rf"\b(?:{OFTEN}|{WEEKDAY}s?|tonight|tomorrow|minutes?|hours?|times|once|twice|(?:one|two|three|four|five"
    r"|six|seven|eight|ten|half|thirty|twenty|fifteen) \w+|daily|weekdays?|weekends?|mornings?|evenings?"
    r"|nights?|maximum|only|without|before|after|no \w+|not (?:the|on|at|in|before|after|more) \w+)\b"
)
"""How much, how often, when, or not."""
ANOTHER_TIME = AnyCase(
    r"\b(?:sooner|earlier|before that|another (?:day|time)|any (?:way|chance)|rather than|instead)\b"
)
"""Asks for another time than the one that was named: that one falls."""
KEEPS = AnyCase(
    rf"{_SO}(?:[^.]{{0,30}}[.] )?(?:aye|yes|okay)?[.,]? ?(?:keep|put|take|leave) (?:it|that|this|them)\b"
)
"""Says to keep, or to put, what was named."""
TURNS_AWAY = AnyCase(
    r"^(?:\w+[,.] )?(?:thank|thanks|sorry|fair|good luck|i'll ask you|there(?:'s| was| is)|now|tell me"
    r"|next time|i don't|i'm|you're)\b"
)
"""Goes over to something else."""
NEXT_MEETING = AnyCase(
    r"\b(?:when(?:'ll| will| shall| can)? (?:we meet|i see|i get)|when(?:'ll| will| shall| can) (?:we"
    r"|i)|(?:see|get|have|fit) you (?:back|again|next|in|on)|usually next"
    r"|next time, |our next|same time|pencil|(?:you to |you )come (?:back|in|see))\b"
)
"""Looks for a day to meet."""
FELT = AnyCase(r"\b(?:feel|felt|notice|number|score|rate|sound|remind)\b")
OF_IT = AnyCase(r"\b(?:would|could|will|is|does|can|should|isn't|won't)(?: \w+)? (?:that|it|this)\b")
"""Asks of what was just said."""
TURNS_TO = AnyCase(
    r"^(?:and|now|so|then|okay|right|or)?,? ?(?:(?:what|how) about |there's )?(?:the|your) (?!\w+ one)\w+"
)
"""Names the next thing."""
DATED = AnyCase(rf"^(?:so |then |and |next )*{WEEKDAY},? the \w+")
"""A day with its date: one to meet on."""
INFORMS = AnyCase(
    r"\bwould you like (?:some|a|any|more|to (?:hear|know|see)) (?:\w+ )?(?:information|leaflet|details)\b"
)
"""Offers to tell something, here and now."""
