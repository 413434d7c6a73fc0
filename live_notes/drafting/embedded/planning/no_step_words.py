"""Words by which what sounds like a step is none, or points at one."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.acting.act_words import WHEN
from live_notes.drafting.embedded.planning.here_now_words import is_only_here
from live_notes.drafting.embedded.planning.step_words import LEAD, OFTEN, WEEKDAY
from live_notes.drafting.language.any_case import AnyCase

TO_TELL_ME = re.compile(
    r"\b(?:how about|what about|what if|could|can|would|will)(?: if)? you(?: please| maybe| just| perhaps)?"
    r"(?: be able to| mind)? (?:(?:shar(?:e|ing)|go(?:ing)? over|review)(?: \w+){0,3} with (?:me|us)"
    r"|(?:tell(?:ing)?|giv(?:e|ing)|show(?:ing)?) (?:me|us)|(?:explain|describe)\w*(?: that"
    r"| it)? to (?:me|us)"
    r"|(?:repeat|say) (?:that|it)|spell)\b",
    re.IGNORECASE,
)
"""Asks to be told something now."""
SETTLES_NOTHING = re.compile(
    r"\bi(?:'d| would)? (?:just |really |also )*(?:want|like"
    r"|need) (?:to let )?you (?:to )?(?:just )?(?:know|hear"
    r"|understand|realize|realise)\b(?! (?:the|your|how to)\b)"
    r"|^(?:(?:so|and|but|yeah|okay|well|now)[, ]+)*(?:in terms of|as far as|regarding|with regards? to"
    r"|when it comes"
    r" to)\b(?!.*\b(?:(?:we|i)(?:'\w+)? |you )(?:can|could|will|should|need to|would|have to|going to)\b)"
    r"[^,]*$",
    re.IGNORECASE,
)
"""Tells the client something, or names a matter and says nothing of it: neither is a step."""
OF_NOW = re.compile(
    r"^(?:(?:so|and|but|okay|all right|well|now|then)[, ]+)*(?:let's|we should|we can|we could|shall we)"
    r" (?:just |maybe |also )*(?:talk about (?:that|this|it)|assume|imagine|suppose|pretend|back up"
    r"|go back to"
    r"|think (?:about|through) (?:that|this|it))\b",
    re.IGNORECASE,
)
"""What is done in the talk at once."""
LETS_SAY = re.compile(
    r"\b(?:say|saying|says|think|thinking|tell (?:yourself|him|her|them)|writ(?:e|ing)|mark(?:ing)?"
    r"|put(?:ting)?"
    r"|not(?:e|ing)|jot(?:ting)?|plan(?:ning)?|(?:be|like|and) like)"
    r"(?: (?:down|out|in|it|that|to yourself|to them|on paper))*(?:[,:]? (?:okay|ok|right|hey|well"
    r"|alright|look|so))*"
    r"[,:.]*$",
    re.IGNORECASE,
)
"""Leads to somebody's words."""
TRIES_THAT = re.compile(
    r"\b(?:would|could|can|will) you (?:be (?:willing|able|open|up) (?:to|for) )?(?:\w+ )?(?:try|do"
    r"|practi[cs]e"
    r"|commit to|experiment with|trying|doing) (?:that|it|this)\b|\b(?:would|could|can|will) you (?:call"
    r"|ask|tell|text|email) (?:them|him|her)\b",
    re.IGNORECASE,
)

_NEXT = (
    r"(?:week|weeks|homework|home practi[cs]e|next (?:time|steps?|session|appointment|date|week|bit|one)"
    r"|dates?|diary|diaries|calendars?|schedule|plans?|action plan|to-do list|between (?:now|sessions)"
    r"[^?.]*|week (?:ahead|to come)|coming week|what (?:you'll do|to do|happens next|comes next)|time"
    r"|appointment)"
)
_ANNOUNCES = AnyCase(
    rf"{LEAD}(?:let's|let us|shall we|can we|could we|we should|we'd better|we need to|we have to|i want to"
    r"|i'd like to|sit down and let us|time to|i'd like us to)(?: just| now| quickly| first| maybe| also)*"
    r" (?:do|sort(?: out)?|plan|talk(?: about| through)?|look at|fix|set|agree(?: on)?|settle|work out"
    r"|figure out|think about|decide(?: on)?|get(?: to| onto)?|(?:move (?:on )?|come|turn) to|make"
    r"|come up with"
    r"|put together|find|book|arrange|pick|have a look at|get out)"
    rf" (?:(?:the|our|your|a|an|some|my) )?(?:{_NEXT})"
    r"(?: (?:for [^.?,]*|ahead|then|together|now|out|up|of yours|in|first))*\W*$"
    rf"|{LEAD}(?:(?:sit down|come on|right)(?: and|,) )?(?:let's|let us|shall we"
    rf"|can we) (?:just )?plan(?: now| then)?\W*$"
)
"""Says that now it is about what to do, or when to meet: what comes of it is told instead."""
_I_WILL = (
    r"(?:i'll|i will|i'm going to|i'm gonna|i am going to|i want to|i'd like to|i need to|i have to|i've to"
    r"|let me|i might|i'm about to|can i|could i|i may)"
)
_OF_THE_TALK = AnyCase(
    rf"{LEAD}{_I_WILL}(?: just| also| maybe| probably| quickly| only| actually| still| then| now)* "
    r"(?:(?:come|go|get|jump|circle|swing) back (?:to|over|on) (?:it|that|this|those|them|the|your|what)\b"
    r"|stop (?:you|there|us|here|talking|it)\b|pause\b|slow (?:you|us|this|that|it|things)\b"
    r"|check (?:once|one more|again|in with you|that i|i've|i have|my)\b|be (?:straight|honest|blunt"
    r"|direct|quiet|very"
    r"|nosy|cheeky|careful|a bit|upfront|open|frank|brief|boring|annoying|difficult|a pain|clear|real)\b"
    r"|push (?:you|on|a)\b|push back\b|draw\b|write (?:(?:it|this|that|them|those|down)\b ?)+(?:here|up"
    r"|down|on"
    r" the (?:board|pad|flip\w*|whiteboard)|in front)|take off my\b|take my \w+ (?:hat|glasses) off"
    r"|take (?:a (?:risk|guess|stab|moment|breath|punt|chance)|that as)\b|put (?:on my|my \w+ hat)\b"
    r"|hold (?:you|us|that|it|onto that) there\b|try (?:not to|and not|to not|my best|to (?:keep|stay|be|put"
    r"|say|explain|understand|follow|remember|make sense|draw))\b|repeat (?:that|it|back|what)\b"
    r"|(?:sum(?:marise|marize)?|feed|reflect|play|read|say) (?:that |this |it |some of (?:that|it) "
    r"|what (?:i|you)"
    r"[^.?]{0,40} )?(?:up|back|out|again|aloud)\b|reflect (?:on|that)\b|offer (?:you )?(?:an?"
    r"|one) (?:thought|image|hunch"
    r"|idea|guess|different|metaphor|way)\b|show you\b|give you (?:an?|some|one) (?:minute|moment|second"
    r"|example|feedback|space)\b|interrupt\b|start to (?:close|wrap|finish|bring)|wrap (?:this|it|us"
    r"|things) up"
    r"|close us\b|bring us\b|keep (?:an eye on the (?:time|clock)|quiet|out of)\b|watch the (?:time|clock)\b"
    r"|get (?:a|my|some|the) (?:pen|paper|tissues?|board|water|chair|blanket|screen|calendar|diary|book"
    r"|glasses"
    r"|whiteboard|timer)\b|get (?:your )?(?:mom|mum|mam|mummy|mother|dad|daddy|father|parents?|wife"
    r"|husband|partner|son"
    r"|daughter|sister|brother|them|her|him)(?: back)? (?:in|for|now)\b|(?:call|bring|invite"
    r"|fetch) (?:your )?(?:mom"
    r"|mum|mam|mummy|mother|dad|daddy|father|parents?|wife|husband|partner|them|her"
    r"|him)(?: back)? in\b(?! (?:on|for"
    r" (?:a|the|our|next)))|move (?:my|the|this) (?:chair|screen|camera|phone|laptop|light)|turn (?:my"
    r"|the|this|up|down|off"
    r"|on)\b(?! to)|shut up\b|shush\b|sit (?:here|with|back|quietly|on my hands)\b|stay (?:quiet"
    r"|with that|here)\b"
    r"|mute\b|share my screen\b|pop (?:the|my|a)\b)"
)
"""What a clinician is about to do or say within the talk."""
_WAS_DONE = AnyCase(
    rf"{LEAD}(?:you(?:'ve| have)? (?:just |only |already |also |actually |really )*(?!need"
    rf"|should)(?:missed|did|went"
    r"|resumed|stopped|took|had|managed|came|got|made|kept|tried|started|forgot|used|wrote|slept|ate"
    r"|drank|rang"
    r"|called|told|said|done|gone|been|taken|stayed|skipped|walked|asked|brought|put|gave|held|worked"
    r"|left|ran"
    r"|handled|spoke|talked|faced|finished|cried|fought|found|lost|lasted|dropped)\b"
    r"|we(?:'ve| have) (?:come|gone|done|moved|got|been|had|made|covered|worked|started|seen|talked)\b"
    r"|(?:we )?(?:went|come|came|down|up|gone)? ?from (?:an? )?(?:\d{2,}|(?:twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety)\b|eight\b|nine\b|ten\b)[^?]{0,20} to \b)"
    r"(?!.*\b(?:so (?:we|i|let's|please|you)|and (?:we'll|i'll|let's|i'd like|now you)|i'd like|i want you"
    r"|please|keep|let's|you need to|(?<!if )(?<!whether )you should|you'll|we'll|we should|we can"
    r"|we need|i'll|i'm going to"
    r"|i would"
    r"|homework)\b)"
)
"""Says what was, and sets nothing."""
_BARE_TIME = AnyCase(
    r"^(?:(?:okay|good|that's|just|about|nearly|another|so|and|only)[,. ]+)*[\w-]+(?: more)? (?:minutes?"
    r"|seconds?)"
    r"(?: (?:now|gone|left|in|more|done|to go|there))*\W*$"
)
"""Only counts the time."""
_KEPT_FOR_HERE = AnyCase(
    rf"{LEAD}(?:(?:that's|that is) (?:fine|okay|grand|all right|no problem)[,. ]+)?(?:we(?:'ll| can| will"
    rf"|'d)|let's|i'll)"
    r" (?:just )?(?:keep|leave|save|hold|park) (?:that|it|this|those|them|the \w+) (?:for|to|in"
    r"|with) (?:in )?(?:here|me|us)\b"
)
"""Leaves something to the time both are together: nothing to do until then."""
_SCHEDULE_OF_CLIENT = AnyCase(
    rf"{LEAD}you (?:fly|leave|travel|finish|move|head|sail|graduate|turn \w+|go (?:away|home|back|off|up)"
    rf"|are (?:away"
    rf"|off|flying|working|travelling)|start back) [^?]*(?:{WEEKDAY}|tomorrow|tonight"
    rf"|next week)\b[^?]{{0,20}}$"
)
"""Says what the client does anyway."""
_SOOTHES = AnyCase(
    rf"{LEAD}(?:no,? )?(?:don't|do not) (?:you )?(?:be (?:sorry|silly|afraid|daft)|worry|apologi[sz]e)\b"
)
_OF_THE_CALL = AnyCase(
    r"\bif (?:we|i|you|it|this) (?:drops? out|gets? cut off|lose (?:the )?(?:connection|signal|each other"
    r"|you)|freezes?"
    r"|breaks? up|get disconnected|cuts? out|drops?)\b"
    rf"|{LEAD}i'm (?:just |very |also )*(?:aware|conscious|mindful|watching"
    rf"|keeping an eye on) (?:of )?(?:the |our )?(?:time|clock)"
    r"\b|\bwe(?:'ve| have)(?: only)?(?: got)? (?:about |around |just )?[\w-]+ minutes(?: left| to go| yet)?\b"
)
"""Of the line, or of the time that is left."""
_MAY_BE = AnyCase(rf"{LEAD}(?:it (?:might|may|could)\b|(?:it|that)(?:'ll| will) say\W*(?:$|but\b|and you))")
"""What something may do of itself."""
_IT_WAS = AnyCase(
    rf"{LEAD}(?:that|it|the) (?!.*\b(?:last|final) (?:session|one))(?:[\w']+ ){{0,4}}?(?:was|were)\b"
    r"(?!.*\b(?:so|let's|please|we'll|i'll|i'd like)\b)"
)
_PARKS = AnyCase(
    rf"{LEAD}(?:let's|let us|we'll|we can|can we|i'll|i'd like to) (?:just )?(?:park|put|leave|hold"
    rf"|set) (?:that|it|this)"
    r"(?: one| bit)?(?: aside| to one side| there| here| for (?:now|a (?:minute|second|bit))"
    r"| on the shelf)?(?: and\b| then\b|,|\W*$)"
)
"""Puts something by in the talk."""
_CLOSES = AnyCase(
    rf"{LEAD}(?:let's|let us|we'll|we will|we can|shall we|i'll|i think we(?:'ll| should))(?: just"
    rf"| probably| better)*"
    r" (?:stop|leave (?:it|things)|finish|end|wrap(?: (?:it|things))?|close|pause|break|call (?:it a day"
    r"|time)|draw"
    r" (?:it|things) to a close|round (?:it|things) off)(?: up| off)?(?: there| here"
    r"| at that)?(?: for (?:today|now|this"
    r" (?:week|time|evening|morning)|the day))?\W*$"
)
"""Ends the session, and plans nothing: "we'll stop there for today"."""
_GOES_OVER = AnyCase(
    rf"{LEAD}(?:let's|let us|we'll|we can|shall we|can we|could we|we should|i'd like (?:us )?to)(?: just"
    rf"| maybe| first)*"
    r" (?:do|look at|go (?:over|through|back (?:to|over))|walk through|take|start (?:with|on)|begin with"
    r"|map(?: out)?"
    r"|trace|unpack|hear about|talk (?:about|through)|get into|come back to|think about|slow down)"
    r" (?:the|that|your|this|what happened(?: in)?) (?:\w+ )?(?:chain|attack|episode|night|row|argument"
    r"|fight|incident"
    r"|binge|slip|lapse|relapse|nightmare|dream|phone call|morning|weekend|day|moment|outburst"
    r"|meltdown)\b(?! plan)"
    r"[^.?,]{0,30}\W*$"
)
"""Goes over what happened, here and now: "let's do the chain on Friday"."""
_WOULD_HAVE = AnyCase(
    r"\byou(?:'d| would|'d've| would've) (?:normally |usually |probably )?(?:have )?(?:rung|gone|been"
    r"|done|run|left|stayed"
    r"|called|hid(?:den)?|taken|drunk|come|quit|eaten|slept|cancelled|avoided"
    r"|turned)\b(?=.*\byou [a-z]+(?:ed|t|nt|ept|ent"
    r"|ang)?\b)"
)
"""Sets what was beside what would have been: "in May you'd have gone home; on Sunday you stayed"."""
_LEAVES_IT = AnyCase(
    rf"{LEAD}(?:(?:fine|grand|sure|no problem|we'll|let's|just)[,. ]+)*(?:leave|skip|drop|park"
    rf"|forget) (?:it|that|this|them)"
    r"(?:,? (?:for )?(?:next time|now|this week|then|today|the moment|later|so|and see))*\W*$"
)
"""Leaves what was named before: what that was, is told with the question."""
_HINTS = AnyCase(
    rf"{LEAD}(?:mm,? )?(?:there's|there is|that's) (?:something|a lot|more|plenty|loads) (?:in|to"
    rf"|there)\b.{{0,30}}"
    r"\b(?:we|i) (?:might|may|could|can|will|should) (?:want to )?(?:come|go|get) back to\b"
)
_HAS_A_TIME = AnyCase(
    rf"(?:(?<!from )(?<!over )\b{WHEN}|\b{OFTEN}|\b{WEEKDAY}|\btonight\b|\bthis (?:afternoon|evening)\b"
    rf"|\blater today\b)"
)


def announces_plans(words: str) -> bool:
    """Whether a clinician says that now it is about what to do until then, or when to meet."""
    return _ANNOUNCES.match(words) is not None


def leaves_it(words: str) -> bool:
    """Whether a clinician only leaves what was spoken of before: "okay, leave it, next time"."""
    return _LEAVES_IT.match(words) is not None


def sets_nothing(words: str) -> bool:
    """Whether a clinician only announces, leads the talk, tells what was, or leaves it for the session."""
    if _ANNOUNCES.match(words) or _WAS_DONE.match(words) or _BARE_TIME.match(words):
        return True
    if _OF_THE_CALL.search(words) or _MAY_BE.match(words) or _IT_WAS.match(words):
        return True
    if (
        is_only_here(words)
        or _KEPT_FOR_HERE.match(words)
        or _SCHEDULE_OF_CLIENT.match(words)
        or _SOOTHES.match(words)
    ):
        return True
    if (
        leaves_it(words)
        or _CLOSES.match(words)
        or _GOES_OVER.match(words)
        or _HINTS.match(words)
        or _WOULD_HAVE.search(words)
    ):
        return True
    return (_OF_THE_TALK.match(words) or _PARKS.match(words)) is not None and not _HAS_A_TIME.search(words)
