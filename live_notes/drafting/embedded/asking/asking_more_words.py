"""How more ways of asking are worded: what leads up to a question, what it names, what it leaves out."""

from __future__ import annotations

import re

from live_notes.drafting.language.words import word_set

AUX = (
    r"(?:do|does|did|are|is|was|were|have|has|had|can|could|would|will|should|might|isn't|aren't|don't"
    r"|didn't"
    r"|haven't)"
)
WH = r"(?:how|what|where|when|why|who|which)"
NUMBER = (
    r"(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty"
    r"|seventy"
    r"|eighty|ninety|\d{1,3})"
)
MOST_WORDS, MOST_TOGETHER = 26, 26
LEADS = re.compile(
    r"^(?:(?:and|so|but|then|okay|ok|well|now|right|all right|alright|mmh|mm|i mean)[, ]+)*"
    r"(?:(?:i'm|i was|i am) (?:just )?(?:wondering|curious)|let me ask(?: you)?|i wonder|here's (?:my"
    r"|a) question"
    r"|(?:kind of |sort of )?thinking along (?:those|the same|these) lines|along (?:those|the same) lines"
    r"|(?:can|could|may) i (?:just )?ask(?: you)?|i (?:just |also )?want(?:ed)? to ask(?: you)?"
    r"|in other words"
    r"|just out of (?:curiosity|interest)|out of (?:curiosity|interest)|all right|mmh|okay then"
    r"|(?:in )?your own words"
    r"|i'd like to know|i'd be curious|tell me)(?:,|:| -) ?(?:and |so )?(?=\S)",
    re.IGNORECASE,
)
"""What is said before a question and is no matter of it."""
TAIL = re.compile(
    r"(?:[,.?!]+ |[,?] ?)(?:in your (?:own )?words|you tell me|if you don't mind (?:me asking|my asking"
    r"|saying)"
    r"|if i (?:was|were) to ask you to sum (?:it |that )?up|if you had to say|as we speak|roughly"
    r"|would you say"
    r"|do you (?:think|reckon)|if i may ask|can i ask|if that's (?:okay|all right)|do you know)(?=[?.!]*$)",
    re.IGNORECASE,
)
NARROWS = re.compile(
    r"(?<=\?) (?:not (?:an?|the) [^.?]{2,30}|just (?:an?|the|one) [^.?]{2,30})[.!]?$", re.IGNORECASE
)
"""Said behind a question to keep it small: "Not a ten, just a four."."""
ADDRESS = re.compile(
    r",? (?:sir|ma'am|madam|man|mate|love|hon|honey|darling|pet|buddy|doc|dear)(?=[?.!]*$)"
    r"|,? \[[A-Z]+_\d+\](?=[?.!]*$)",
    re.IGNORECASE,
)
BY_NAME = re.compile(
    r"^(?P<asked>(?i:how|what|when|why|who(?:'s| is) (?:[a-z]+ ){1,3}with you)\b[^,]*)"
    r", (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|God\b)[A-Z][a-z]+(?=\?$)"
)
"""Somebody called by their name at the end of an open question."""
HALT = re.compile(r"\b(to|of|for|with|about|at|by|from), (?=[a-z]+ing\b)", re.IGNORECASE)
WOULD = re.compile(r"^(?P<wh>what|who)'d (?P<verb>[a-z]+)\b", re.IGNORECASE)
WOULD_LOOK = re.compile(
    r"^what'd (?=(?:an?|that|this|it|the|your) (?:[a-z-]+ ){0,3}(?:look|be|feel|sound) like\b)", re.I
)
THINKS_IS = re.compile(
    r"\b(?P<who>you) (?P<verb>think|reckon|feel|say)'s (?=(?:the|a|an|your|going|most|best)\b)", re.I
)
LAST_TIME = re.compile(
    r"^when(?:'s| is| was) the (?P<which>last|first) time (?:that )?you(?P<have>'d|'ve)? "
    r"(?P<verb>[a-z]+)(?P<rest>\b.*)$",
    re.IGNORECASE,
)
NO_AUXILIARY = re.compile(r"^(?P<wh>how|what|where) you (?P<doing>[a-z]{2,}ing)\b", re.IGNORECASE)
IN_ORDER = re.compile(rf"^(?P<wh>how|what|where|when) you (?P<verb>[a-z]+)\b(?! {AUX}\b)", re.IGNORECASE)
SHORT_VERBS = (
    (
        re.compile(
            r"^(?P<wh>how)'s (?P<it>that|it|this|(?:the|your) [a-z]+)"
            r" (?=(?:sound|feel|look|seem|sit|work|fit)\b)",
            re.I,
        ),
        r"\g<wh> does \g<it> ",
    ),
    (re.compile(r"^how's things been\b", re.IGNORECASE), "how have things been"),
    (re.compile(r"^how's things\b(?! been)", re.IGNORECASE), "how are things"),
    (
        re.compile(
            r"^(?P<wh>how (?:long|often|much))'s (?P<it>it|that|this|(?:the|your) [a-z]+)"
            r" (?=(?:been|come|gone|happened|lasted)\b)",
            re.IGNORECASE,
        ),
        r"\g<wh> has \g<it> ",
    ),
)
"""A verb run together with its question word, and what it stands for."""
BEFORE_THAT = re.compile(r"(?<=\w),(?= that (?:you|it|this|he|she|they|there|your|the)\b)", re.IGNORECASE)
"""A halt before what goes on: "what would tell you, that you were going back"."""
JOINTS = re.compile(rf"^(?:(?:and|then|so|but|now) ){{2,}}(?={WH} )", re.IGNORECASE)
DID_NAME = re.compile(r"^(?i:how'd) (?P<name>[A-Z][a-z]+) (?P<verb>[a-z]+)\b")
LOOKS_LIKE = re.compile(
    r"^(?P<wh>what|how) (?P<aux>would|does|did|might|will) (?P<who>(?:an?|that|this|it|your|the|things"
    r"|life)"
    r"(?: (?!you\b)[a-z-]+){0,3}?(?: of (?:that|it|this))?) (?P<verb>look|be|feel|sound)(?P<like> like)?"
    r"(?P<rest>(?: (?:to|for|at|in|on|now|then|if|when) ?[^,?]*)?)$",
    re.IGNORECASE,
)
WHAT_IT_IS_LIKE = re.compile(
    r"^what(?P<is>'s| is| was) (?P<it>it|that) like(?P<rest>,? (?:when|to|being|having|for|at) [^,?]+)?$",
    re.IGNORECASE,
)
ACRONYM = re.compile(
    r"^(?P<wh>what|how|when) (?P<aux>does|did) (?P<name>[A-Z]{2,}) (?P<rest>[a-z]+\b.*)$", re.I
)
SAID_UP_TO = re.compile(rf"\bto,? say,? (?=an? {NUMBER}\b|{NUMBER}\b)", re.IGNORECASE)
WHOSE = re.compile(
    r"\b(?P<thing>(?:any|some|every)thing|things?|longest|best|worst|most|least|days|nights|times|places"
    r"|people"
    r"|person|steps?|part|bit) (?=you(?:'ve|'d|'re|'ll)? )",
    re.IGNORECASE,
)
USED_TO = re.compile(r"\bdid you used? to\b", re.IGNORECASE)
LONG_AGO = re.compile(rf"^(?P<wh>how long ago) (?P<clause>{AUX} .+)$", re.IGNORECASE)
TIME_FIRST = re.compile(
    r"^(?P<time>since (?:[A-Z][a-z]+day|yesterday|last \w+)|growing up|for (?:this|next) week"
    r"|on (?:a )?\w+day"
    r"|(?:in|over) the last (?:\w+ )?(?:week|month|fortnight|weeks|months)|(?:if|when|after|before|since"
    r"|once) [^,?]{3,70}),"
    rf" (?P<asked>{WH}\b.+)$",
    re.IGNORECASE,
)
WOULD_YOU = re.compile(rf"^({WH})'d (?=you\b)", re.IGNORECASE)
NAMED_TWICE = re.compile(
    r"^(?P<what>the [a-z]+(?: [a-z]+)?), (?P<asked>(?:what|where|how|when|why"
    r"|who)\b[^,]*\b(?P=what)\b[^,]*)$",
    re.IGNORECASE,
)
OTHERS_LEFT = re.compile(
    r"(?<=[a-z]) (?:that |which )?we(?:'ve| have| had|'d)? (?:got|have|agreed(?: on)?|left)(?= left"
    r"|[?.]*$)(?: left)?"
    r"(?=[?.]*$)",
    re.IGNORECASE,
)
"""A clause of what both have at the end: "in the time we've got"."""
TWO = re.compile(rf",? and (?={WH} )|, (?={WH} )", re.IGNORECASE)
ABOUT_A_THING = re.compile(
    r"^what(?:'s| is| was|'re| are| were) (?P<what>(?:(?:the|your|some(?: of the)?|her|his|their) [a-z-]+"
    r"|some specific [a-z]+)\b.*"
    r" (?:you|when|that you|with|about|for|in|between|of)\b.*)$",
    re.IGNORECASE,
)
WHAT_ABOUT = re.compile(
    r"^(?:what|how) about (?P<what>(?!(?:we|you|i|if|it|that|this|them|him|her|those|these|then|now|when"
    r"|a|one)\b)"
    r"[^?]+)\??$",
    re.IGNORECASE,
)
MORE_ABOUT = re.compile(
    r"^(?:(?:can|could|would|will) you |do you mind |would you mind |mind )(?:just |maybe "
    r"|please )?tell(?:ing)? me"
    r" (?:a (?:little |wee )?(?:bit )?)?(?:more )?about (?P<what>[^?]+)\??$",
    re.IGNORECASE,
)
TO_DO = re.compile(
    r"^(?:can|could|would|will) you (?:just |maybe |please )?(?P<verb>rate|describe|explain|list|sum up"
    r"|summarise"
    r"|summarize) (?P<what>(?:your|the|how|what)\b[^?]+?)(?: for me| to me)?\??$",
    re.IGNORECASE,
)
SAY_BACK = re.compile(
    r"^(?:can|could|will|would) you (?:just |maybe |please )?(?:tell|say|give|repeat"
    r"|read)(?: me)? (?P<what>(?:the|your|our)"
    r" [a-z]+(?: [a-z]+)?) back(?: to me)?\??$",
    re.IGNORECASE,
)
IN_ITS_ORDER = re.compile(
    r"^(?P<asked>(?:what|who)(?:'s| is| was| are| were) (?:in|on|at|with|behind|under|inside) .+"
    r"|(?:what|who) (?:was|were|is|are) (?:agreed|decided|said|arranged|planned)(?: .+)?"
    r"|which (?:came|comes|went|happened) first|which (?:one )?(?:is|was|feels|felt|fits) (?:the )?[a-z]+"
    r"|what(?:'s| is| was) (?!(?:that|it|this|the|so)\b)[a-z]+ about (?:it|that|this))\??$",
    re.IGNORECASE,
)
BARE = re.compile(
    r"^(?:(?:for|since|by|in|to|with) (?:how (?:long|many [a-z]+|much)|when|what|whom?|which [a-z]+)"
    r"|what (?:kind|sort|type)s? of [a-z]+(?: [a-z]+)?|what time|how come|where (?:in|on) (?:the"
    r"|your) [a-z]+"
    r"|how long (?:between|from|since|until|after|before) [^,?]+)\??$",
    re.IGNORECASE,
)
WHY_THIS_ONE = re.compile(
    rf"^why (?:not )?(?:an? )?{NUMBER}(?:,? and not,?(?: (?:let's |like |say"
    rf"|let's say),?)* (?:an? )?{NUMBER})?\??$",
    re.IGNORECASE,
)
A_NUMBER = re.compile(rf"\b(?:an? )?(?P<number>{NUMBER})\b", re.IGNORECASE)
SAY = re.compile(r",? (?:let's say|say|like),?(?= )", re.IGNORECASE)
HOW_ON_A_SCALE = re.compile(
    r"^(?P<how>how (?:sure|high|low|bad|strong|confident|anxious|likely|distressing|painful|important"
    r"|ready))"
    rf"(?:,? (?:on a scale )?(?:from |of )?(?P<low>{NUMBER}) to (?P<high>(?:a )?(?:{NUMBER}"
    rf"|hundred)))?\??$",
    re.IGNORECASE,
)
ANY = re.compile(r"^any (?:other )?(?=[a-z])", re.IGNORECASE)
BEFORE_A_THING = re.compile(r"^(?:(?:and|or|so|then) )?(?:(?:how|what) about (?=any\b))?", re.IGNORECASE)
AT_ALL = re.compile(r"(?: (?:at all|or anything)|,)+$", re.IGNORECASE)
GERUND = re.compile(r"^(?P<doing>[a-z]{3,}ing)\b(?: .+)?$", re.IGNORECASE)
NO_GERUND = re.compile(
    r"^(?:anything|something|nothing|everything|going|being|during|morning|evening|according|thing|king"
    r"|meaning"
    r"|including|interesting|amazing|boring|rating|feeling|starting|talking|looking ahead|thinking)\b",
    re.IGNORECASE,
)
NO_THING = re.compile(
    rf"\b(?:{AUX}|{WH}|if|because|it|that|this|those|these|them|one|ones|(?<!not )so|then|else|me|i|i'm"
    rf"|we|us|our|my"
    r"|same|or|and|no|not(?! so)|none|here|today|tonight|tomorrow|yesterday|now|being|just)\b|['’](?:s"
    r"|re|ve|d|ll)\b"
    rf"|^{NUMBER}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
OF_A_CLAUSE = re.compile(
    r"\b(?:you|people|others|he|she|they) (?:don't|didn't|did not|do not|can't|never)\b", re.I
)
OF_A_KIND = re.compile(
    r"^(?P<kind>any (?:[a-z]+ )?(?:side effects|effects|symptoms|problems|changes"
    r"|issues|difficulties|stressors|medicines|medications|drugs|substances|supports))"
    r"(?: (?:with|from|on) (?:it|that"
    r"|them))?\? (?P<things>(?!any\b)[^?]+)$",
    re.IGNORECASE,
)
ALONE_ASKED = re.compile(
    r"(?:allergies|seizures|fits|falls|injuries|operations|surgeries|nightmares|flashbacks"
    r"|hallucinations|headaches"
    r"|migraines|hobbies|siblings|symptoms|triggers|cravings|blackouts|tremors|palpitations)",
    re.IGNORECASE,
)
LISTS = re.compile(r", (?:or |and )?|\? (?:or |and |any )*|,? or (?:any )?|,? and ")
ALL_OF_THEM = re.compile(r"^(?!.*\b(?:any|or)\b).*\band\b", re.IGNORECASE)
"""Names several as one: "the man with the coat and the beach chair"."""
KEPT_AS_SAID = re.compile(
    r"(?<!\w)['\u2018\u201c\"](?!(?:em|cause|cos|til|till|bout|round|n|tis|twas)\b)\w|^(?:(?:and|so|but"
    r"|okay)[, ]+)*now (?:how|what)\b",
    re.IGNORECASE,
)
"""Has somebody's very words in it, or asks how it is now, after a change: that goes with its very words."""
ANYTHING_THAT_DOES = re.compile(r"(?:any|some)(?:thing|one|body) (?!else$|wrong$)", re.IGNORECASE)
DETERMINED = re.compile(r"(?:any|the|your)\b", re.IGNORECASE)
PLAIN_THING = re.compile(r"^(?:any |the |your )?[a-z][a-z' -]*$", re.IGNORECASE)
MOST_LISTED, MOST_OF_ONE = 5, 9
WRITTEN = {"gonna": "going to", "wanna": "want to", "kinda": "kind of"}
GONNA = re.compile(r"\b(?:gonna|wanna|kinda)\b", re.IGNORECASE)
COLON = re.compile(r"(?<=\d):(?=\d\d)")
ALSO_PAST = frozenset(("had", "did", "was", "went", "got", "took", "saw", "felt"))
MAY_BE_NOUNS = word_set(
    "coughs chills decreased increased swollen cuts falls fits shakes sweats drinks"
    " urges works calls plans uses feels aches cramps"
)
BROKEN = re.compile(
    r"\b(?:with|of|to|at|for) (?:was|is|were|are) (?:it|that)\b|\b(?:their|the|a|an|of|to|and|or|with"
    r"|in the)$",
    re.IGNORECASE,
)
