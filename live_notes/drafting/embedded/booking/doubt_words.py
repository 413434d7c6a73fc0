"""The words beside a day that say whose it is, that it is not certain, or that several are meant."""

from __future__ import annotations

import re

from live_notes.drafting.language.any_case import AnyCase

OTHERS = AnyCase(
    r"\b(?:(?:group|class|workshop|clinic|review|ward round|scan|x-?ray|mri|bloods|blood (?:test|draw|work)"
    r"|bloodwork|lab|operation|surgery|hearing|court|tribunal|case conference|choir|course|exam|interview"
    r"|meeting with (?:the|your)|(?:team|family|school|network|parents'?) (?:meeting|evening)|dr|doctor"
    r"|psychiatrist|psychologist|consultant|gp|nurse"
    r"|midwife|health visitor|dietitian|physio|physiotherapist|dentist|social worker|care coordinator"
    r"|key ?worker|prescriber|pa?ediatrician|solicitor|lawyer|probation|school nurse|caseworker"
    r"|optician|hospital|immuni[sz]ation|check-?up)(?:'s|es|s)?|aa|na|smart recovery)\b(?! me\b)"
)
"""Another appointment than the next session, or somebody else whom it is with."""
WITH_US = re.compile(
    r"\b(?:with me|see me|you and me|you and i|ourselves|for us|us two|and us|our (?:own |next )?"
    r"(?:session|one|time)|next one|next session|see you|seeing you|myself|meet|back here)\b",
    re.IGNORECASE,
)
"""That a day is one on which both meet."""
OUT_OF_IT = re.compile(
    r"\b(?:skip|miss|cancel|drop|leave out|take out|lose|scrap)(?:s|ping|ling|ing|ped|led|ed)?"
    r" (?:on )?\x01|\b(?:without|except|apart from|no (?:session|meeting|appointment)(?: on)?"
    r"|not (?:on|for)) \x01",
    re.IGNORECASE,
)
"""Takes a day out of those on which they meet."""
UNSURE = AnyCase(
    r"\b(?:can't|couldn't|can not|cannot|wouldn't|hard to|not able to|tough to|difficult to) (?:really "
    r"|quite |rightly |honestly )?(?:say|tell you|promise|commit|guarantee)\b"
    r"|\b(?:it|that|this) (?:all |really |kind of )?depends\b|^(?:um,? |well,? |oh,? )?depends\b"
    r"|\bnot (?:so |too |really |a hundred percent )?sure (?:yet|if|whether|i can|about (?:that|then|it|the)"
    r"|when)\b"
    r"|^(?:(?:um|uh|hmm|well|oh)[,. ]+)*(?:i'm )?not sure\W*$"
    r"|\b(?:don't|do not) know (?:yet|if|whether|when i|what (?:my|the)|my|what i'm)\b"
    r"|^(?:(?:um|uh|hmm|well|oh)[,. ]+)*i don't know\W*$"
    r"|\bmost (?:probably|likely)\b|^(?:(?:um|uh|yeah|yes|well|oh)[,. ]+)*(?:probably|possibly|hopefully"
    r"|maybe|perhaps|should be (?:right|fine|grand|okay|ok|good|able))\W*(?:$|but\b)"
    r"|\bi(?:'d|'ll| will| would)? (?:have|need) to (?:see|look|check|ask|think|talk to|clear it)\b"
    r"|\b(?:might|may|mightn't|won't maybe) (?:not )?(?:be (?:able|free)|make it|manage it|come\b)"
    r"|\bi must (?:check|ask|look|see)\b|\bi'll see (?:if|how|what|whether)\b"
)
"""A client can't say yet whether a day will do."""
COMES = re.compile(
    r"\b(?:come (?:in|back|next|on|that|then)|come\W*$|make it|be here|attend|our session|the session"
    r"|next session"
    r"|the next one|appointment)\b",
    re.IGNORECASE,
)
"""That a client speaks of their coming."""
NOT_SURE_OF = re.compile(
    r"\b(?:i'm|we're|i am|we are) (?:just |really )?not (?:so |too |really )?(?:sure|certain) (?:about|of"
    r"|if i can do"
    r"|whether i can do|i can do) \x01(?=[,.;]|$| (?:yet|because|cause|as|though|but)\b)",
    re.IGNORECASE,
)
"""A clinician doubts a day of their own."""
MIGHT_BE = re.compile(
    r"\b(?:might|may|could|would maybe|maybe|perhaps|possibly)(?: well)?(?: be)?(?: on| have to be)? \x01"
    r"|\x01 or (?:maybe |it (?:might|could|may) be |after|before|so\b|\x01)",
    re.IGNORECASE,
)
"""A day that may be meant."""
THIS_OR_THAT = re.compile(
    r"\b(?:it'll|it will|it'd|it would|that'll|that'd|it's going to|it's) (?:either )?(?:be )?"
    r"(?:either )?\x01(?:,? \x01)* or (?:maybe )?\x01"
    r"|\b(?:maybe|thinking|probably|possibly) (?:of |maybe |about )?\x01 or (?:maybe )?\x01",
    re.IGNORECASE,
)
"""One of two days, and which is not said."""
_IN_THE_BOOK = (
    r"(?:book(?:ed|ing)?|h[eo]ld(?:ing)?|reserved?|fixed|pencil(?:led)?(?: in)?|put (?:me|us|you) down)"
)
NOT_BOOKED = AnyCase(
    rf"\b(?:don't|do not|didn't|won't|wouldn't|not|nothing(?:'s| is)?|no need to|needn't|isn't)"
    rf" (?:be |been |to |gonna |going to |actually |yet )*{_IN_THE_BOOK}(?: (?:it|that|the \w+|one|yet"
    rf"|anything"
    r"|in|then|for me|you in|me in))*(?=\W|$)(?! (?:back|on to|onto|your|my|breath|me to|it against))"
)
"""Says of a day that it is kept for nobody."""
WILL_SAY = AnyCase(
    r"\b(?:can i|could i|i'll|i will|let me|i'd better|i can|i need to|i'd have to|i'll have to|i have to"
    r"|shall i|may i) (?:just |maybe |also |have to )*"
    r"(?:e-?mail|text|ring|call|phone|message|whatsapp|drop you|write to) you\b(?! (?:if|when|on|every|at"
    r"|to see"
    r"|in (?:a|an) (?:crisis|emergency)|a link|the link|that link|'))"
    r"|\b(?:can i|could i|i'll|i will|let me|i'd better|i need to|i'd have to|i'll have to|shall i) (?:just "
    r"|maybe )?(?:let you know(?! (?:how|what happens|about\b(?! (?:the |that |a |which |my )*(?:next|date"
    r"|day|days"
    r"|time|times|week|\w+day|rota|roster|shifts?|schedule|appointment|session|slot|it|that|coming)\b)))"
    r"|get back to you|come back to you|confirm|have a look"
    r"|check (?:my|the|with|and))\b"
    r"|\b(?:(?:so|and|then|okay|well|if) )?(?:you'll|you will|will you|would you|can you|could you|you can"
    r"|you|just|and) (?:just )?(?:ring|call|phone|text|message|whatsapp|e-?mail)(?: (?:me|us|in|the (?:office"
    r"|desk|front desk|clinic)|reception)\b|(?=[.,?!]|$))"
    r"|^(?:(?:yes|yeah|okay|sure|do|no problem|of course|fine|grand|right|so|then|good)[,. ]+)*(?:do "
    r"|please )?"
    r"(?:e-?mail|text|ring|call|phone|message|whatsapp|confirm|let) (?:me|us|by|in|the office|reception"
    r"|the desk)\b"
    r"|\blet (?:me|us) know\b(?! (?:how|what happens))"
    r"|\b(?:give|giv|gi'e) (?:me|us|you|ye) a (?:shout|ring|call|bell|buzz|text|tinkle)\b|\bbe in touch\b"
    r"|\bleave (?:it|that|the next one) (?:and|open|with you|till|until|so|then)\b"
    r"|\bhave a (?:look|think|check)\b[^.?]*\blet\b"
    r"|\bhave \w+ (?:ring|call|phone|text|message|e-?mail) you\b|\bi'll have to (?:see|look|check)\b"
    r"|\b(?:you'll|will) hear from (?:me|us)\b"
)
"""Somebody will say later which day it is to be."""
_TIME_OF = (
    r"(?:your|my|our|his|her|site|local|uk|us|irish|english|indian|british|eastern|central|mountain"
    r"|pacific|gmt|bst|ist|est|pst|wat"
    r"|(?-i:(?!Same|Next|Last|This|First|Every|Any|Some|What|That|The|Good|Lunch|Bed|Tea|School|Work|Study"
    r"|Half|Full|Part|Free|Spare|Which|At|In|By|One|No|Long|Big|Right)[A-Z][a-z]+(?: [A-Z][a-z]+)?)) time"
    r"(?= ?[.,?!;:]|$| (?:is|and|on|for|then|so|works|suits|that's|which|again|okay|if|as|but|here|zone"
    r"|or)\b)"
)
ZONE_TIME = re.compile(rf"\b(?:{_TIME_OF})", re.IGNORECASE)
"""Whose clock an hour is of: "your time", "Perth time"."""
ZONE = re.compile(
    rf"\b(?:{_TIME_OF}"
    r"|gmt|bst|ist|(?:eastern|pacific|central) standard"
    r"|(?:that's|that'd be|that is|which is|which'd be|it's|it'd be|so) \x01(?:,? in the \w+)? "
    r"(?:for (?:me|you|us)|my end|your end|over (?:here|there)|where (?:i|you)(?:'m| am|'re| are)"
    r"|here(?: in)?"
    r"|mine|yours)"
    r")\b|\x01,? (?:mine|yours|for me|for you|here|there|with (?:you|me)|(?:my|your) (?:side|end)|gmt|bst|ist"
    r"|eastern|central|pacific|mountain)\b",
    re.IGNORECASE,
)
"""An hour as it is somewhere: "six, your time", "that's eight for me"."""
COUNTED = AnyCase(
    r"\b(?:sessions?|minutes?|things?|tasks?|times|goals?|pounds?|euros?|dollars?|quid|items?"
    r"|(?<=\w )(?:done|left)"
    r"|points?|percent|per cent|out of|steps?|pills|tablets|mg|too many|too much|rating|score\w*|number"
    r"|credits?|hours|appointments)\b"
)
"""What a bare number beside it may count."""
IF = re.compile(r"^(?:(?:and|but|so|or|um|now|then),? )*(?:if|unless|whenever)\b", re.IGNORECASE)
"""Begins what only holds where something happens."""
IF_NOT_HEARD = re.compile(
    r"\bif (?:i|we)(?:'ve| have)? ?(?:haven't|don't|hear nothing|heard nothing|not heard|hear not|do not"
    r"|have not)\b",
    re.IGNORECASE,
)
"""What a clinician will do where nobody says which day it is to be."""
BARE_HOUR = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)", re.IGNORECASE)
"""A number that may be an hour, or of anything."""
YES_AND_NO = re.compile(
    r"\x01,? (?:is )?(?:yes|no|yeah|nope|aye|off|on)\b.*\x01,? (?:is )?(?:yes|no|yeah|nope|aye|off|on)\b",
    re.IGNORECASE,
)
"""Each of several days with whether they meet on it."""
PART_OF_DAY = re.compile(
    r"^(?:(?:and|yeah|ya|yes|aye|so|okay|no)[,. ]+)*(?:in the )?(?P<part>morning|afternoon|evening)"
    r"(?:,? (?:yes|yeah|in the )?(?:morning|afternoon|evening))*\W*$",
    re.IGNORECASE,
)
"""Says of an hour which it is."""
