"""How a sentence of talk begins, ends and is made, by which it can be retold, or must be quoted."""

from __future__ import annotations

import re

from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_set

LEADS = re.compile(
    r"^(?:(?:um+|uh+|er+m?|ah|oh|well|you know|i mean|like(?=,)|look|honestly|hm+|mm+|right"
    r"|okay|ok|god"
    r"|gosh|lord|man|mate|ma|sir|madam|ma'am|doctor)(?:,|\.\.\.|…)?\s+)+(?=\S)",
    re.IGNORECASE,
)
CONNECTS = re.compile(
    r"^(?P<joint>and then|but then|then|and|but|so|because|'?cause|or)\b,?\s+(?=\S)",
    re.IGNORECASE,
)
DECIDES = re.compile(
    r"^(?:so |oh |ah |well |um )*(?P<word>no|nope|nah|naw|not|yes|yeah|yep|yup|aye)\b(?=[,. ]"
    r"|$)",
    re.IGNORECASE,
)
"""Yes or no, which must not get lost."""
NODS = re.compile(
    r"\b((?:will|would|do|did|does|can|could|have|is|was)(?:n't)?) (?:yeah|aye|yes)(?=,|$)", re.I
)
"""A yes behind a verb: "I will, yeah"."""
TAGS = re.compile(
    r",\s+(?:like|you know|i mean|mate|man|love|ma'am|miss|sir|doctor|doc|yeah|right|honestly|to be honest"
    r"|to be fair|or whatever|or something|i suppose|so it is|so i did)$",
    re.IGNORECASE,
)
COMPARES = re.compile(r"^(?:(?:and|but|so|well|it was|it's)[, ]+)*like\b(?!,)", re.IGNORECASE)
"""Begins with a comparison: "like I'd run a mile" is no run."""
VOCATIVE = re.compile(
    r"(?<=\w),? (?:ma'am|sir|mate|honey|love|doc|doctor|miss|man|bro|yaar|bhai|dear|pet|darling)$",
    re.IGNORECASE,
)
SMALL = re.compile(r"\w+(?:ly|ing|ed|less|ful|ous|able|ness|ish)", re.IGNORECASE)
"""Endings of words that are no names."""
COMMON = word_set("""
altogether overall roughly
fine good bad better worse best worst great grand awful terrible dreadful horrible brutal rotten rough
rubbish poor crook decent alright ok okay so-so meh cringe pretty quite not less more most much bit
couple half quarter some any none nothing nobody never always sometimes often once twice every each all
both nah no nope yes yeah aye last next first since before after until till around about at in on under
over with without for from by down up off out here there now then today tomorrow tonight yesterday
morning mornings night nights evening evenings weekend weekends day days week weeks month months year
years hour hours minute minutes sleep appetite mood work home school college toast tea coffee wine beer
beers cans pints cigarette cigarettes smokes weed tablet tablets pill pills walk walks food money pain
shame guilt anger fear panic heart chest stomach head hand hands hi hey people those these whole same
different little small big long short new old hot cold sick sad mad low flat numb calm tense tired scared
lighter heavier closer further maybe probably mainly lots loads plenty only just still even back stuff
thing things thought thoughts feeling feelings end one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
sixty seventy eighty ninety zero nought hundred thousand angry empty heavy shaky dizzy sweaty snappy
sleepy hungry thirsty busy lonely anxious nervous worry worries tears breathing family friends kids boss
job bills rent exams breakfast lunch dinner supper meals snacks dry sore tight tingly between beside
behind inside outside near far across along through during among above below than besides except earlier
later sooner afterwards gone ish comes goes mix mixed supervisor manager partner husband wife mother
father brother sister daughter son neighbour neighbor teacher nurse overnight overnights peak tidy clean
underactive overactive migraine migraines headache headaches nausea tiredness insomnia tension pressure
temperature cricket football swimming music painting gardening deputy primary secondary part-time
full-time single married divorced separated engaged bare dull sharp loud quiet slow fast yellow red green
blue black white everybody everyone somebody someone anybody anyone
""")
"""Words that are written small within a sentence; of others nobody can tell whether they are names."""
NAMES = word_set("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december ned ted fred ed jed alfred mohammed ahmed reed christmas easter xmas
beverly emily kelly sally molly holly polly lily ally billy reading harding sterling fleming browning manning
""")
"""Names that end, or are spelt, as other words."""
DESCRIBES = re.compile(
    r"(?:(?:pretty|quite|really|very|so|too|a (?:bit|little|lot|touch)|bit|kind of|sort of|mostly|still"
    r"|all|fairly|generally)"
    r" )*(?:fine|good|bad|better|worse|great|grand|awful|terrible|dreadful|horrible|brutal|rotten|rough"
    r"|rubbish|poor"
    r"|ok|okay|all right|alright|so-so|up and down|all over the place|flat|low|normal|the same|steady"
    r"|stable|stressful"
    r"|less|reduced|increased|improved|decreased|hard|difficult|tough|easier|quiet|busy|fair|decent"
    r"|middling|patchy|mixed|shocking|non-existent"
    r"|gone|back|not"
    r" (?:great|good|bad|too bad|so good|so great))\b",
    re.IGNORECASE,
)
"""Says how something is, and not what or how much."""
SHARP = AnyCase(
    r"\b(?:fuck\w*|shit\w*|piss\w*|bloody|bollocks|crap\w*|arse\w*|ass|asshole|damn\w*|bugger\w*|hell"
    r"|bastards?"
    r"|bitch\w*|dick\w*|cunt\w*|wank\w*|god|christ|jesus|lol|omg)\b"
)
"""Words that a note only has in somebody's mouth."""
OTHERS_WORDS = AnyCase(
    r"\bthought (?:sod|sure|right|oh|no|yes|feck|fuck|stuff|screw|why|what|i'll|i'm|i can|nah|well|okay)\b|"
    r"\bi (?:said|say|go) (?:tell|give|take|bring|call|ring|leave|let|put|try)\b|"
    r"\b(?:said|says|saying|say|told (?:me|him|her|them|us)|tells? (?:me|him|her|them|us)|asked|asks"
    r"|goes|went"
    r"|was like|were like|is like|'s like|i'm like|be like|texts?|texted|thought|thinking|think|told myself"
    r"|tell myself)(?:,| like,| that's| is\b| oh\b| hey\b| right\b)"
    r"|\b(?:said|says|saying|say|goes|shouted|texted|replied) (?:i\b|i'|we\b|you\b|my\b|no\b|yes\b|yeah"
    r"|do(?:n't)?\b"
    r"|come|go|get|stop|please|thanks?|sorry|hello|hi\b|where|what|who|how|why|when)"
)
"""What somebody said or thought, in the very words."""
BROKEN_SPEECH = AnyCase(
    r"\.\.|…|--|[–—]|[?!:;\"“”]|\b(?:the|an?|my|our|of|to|is|was|it's|with|for|and),"
    r"|\bwhat (?:is|was|d'you|do you) (?:it|call)\b|\bwhat's it (?:called)?\b"
    r"|, (?:what|well|sorry|no|nah|yeah),|, (?:sorry|hang on|hold on|wait|never mind|isn't that|d'you"
    r"|you see)\b"
    r"|, (?:is|was|are|were|do|does|did|have|has|had|can|could|would|wo|should|ai)n't (?:it|he|she|they|i"
    r"|we|that)\b"
    r"|\b(?:i|she|he|they|it|we|that)'(?:d|ll|ve|re|m)$|\b(?:the|an?|my|of|and|but|or|because|if|with|for"
    r"|i'm)$"
    r"|\b(?:as|like|just),|, (?:this|that)(?:'s| is) [a-z]+,"
    r"|\bi don't know[,.]|, (?:i|we|it|he|she|they) (?:did|do|does|was|am|is|have|has|had),"
    r"|\bbut (?:i|we|he|she|they) (?:did|do|does|was|were|have|has|had|can|could|will|would)(?:n't| not)?$"
    r"|\bbut (?:i|we|he|she|they) (?:did|do|does|was|were|have|has|had|can|could|will|would)(?:n't| not)?$"
    r"|\b(?:can|can't|cannot|could|couldn't|won't|would|wouldn't) (?:in|on|at|with|for|when)\b"
    r"|^(?:ask|tell|imagine|guess|picture|trust|believe|google|look at|give|try telling|say) (?:me|my|him"
    r"|her|them"
    r"|it|the|that|i|a|us|anyone|anybody|what|how)\b"
    r"|^don't (?:be|you|forget|worry|mind|tell|let|start|get|eat|ask|look|move|go|come|put|take|give|say)\b"
    r"|\bit's, |\b(?:i'm|i am|he's|she's), (?:my|the|his|her|their|a|an)\b|\b(?:in|to|at|on)'?(?: it)? was\b"
    r"|\b(?:sort|kind) of,? (?:i|he|she|they|we|it)\b|\b(?:in|at|on|for|to), (?:i|it|we)\b"
    r"|, which (?:i|you) know$|\bi know, i know\b|\bbut (?:who|what|where) (?:is|does|has|do|are|can)n't$"
    r"|\bcall(?:s|ed|ing)? (?:(?:my|the|our|his|her) [\w-]+|him|her|them|me|it) (?:my )?(?:mum|mam|mom"
    r"|mummy|mommy|dad|daddy|nan|gran|granny|love|sir|miss|darling|stupid|lazy|mad|crazy|names)$"
)
"""Said while looking for the words."""
DENIED_TWICE = re.compile(r"(?:n't|not|never) [^,;]*?\b(?:no|nothing|nobody|nowhere|none)\b", re.IGNORECASE)
"""A second negation that only strengthens the first."""
LIKE_CLAUSE = re.compile(
    r"(?:,|\b(?:it|was|is|be|been|i'm|he's|she's)) like,? (?:i|he|she|we|they|it|you)\b", re.IGNORECASE
)
"""A "like" with what was thought or meant behind it: without it two sentences would run together."""
HEDGES = re.compile(
    r",? ?\b(?:i(?:'d| would)(?: have to)? say|i suppose|to be honest|honestly|in fairness|i guess"
    r"|i dunno|okay|ok|thanks"
    r"|see|sorry|right|yes|yeah|yep|aye)\b,? ?",
    re.IGNORECASE,
)
"""What may be left out of a sentence, as saying only how it is said."""
SAYING_NO = re.compile(
    r"\b(?:say|says|saying|said) (?:no|yes|sorry|hello|goodbye|thanks?|thank you)\b(?=$| (?:to|for|and|in"
    r"|or|more)\b)",
    re.IGNORECASE,
)
"""What is done by saying it: no speech is given."""
SHOWN_ALONE = re.compile(
    r"(?:(?:and|just|right|sort of|kind of|it's|all)[, ]+)*(?:like (?:this|that|so)"
    r"|(?:up |down |in |over |round )?here)",
    re.IGNORECASE,
)
"""Shown with the hand, and no more: nobody who reads it can see it."""
HARMS = AnyCase(
    r"\b(?:throw|drop|hurt|hit|stab|smother|shak|drown|chok|kill|push|cut|burn|punch|strangl|suffocat"
    r"|poison|attack)"
    r"(?:ing|t?ing|ped|ned|ed|s)?\b"
    r" (?:her|him|them|me|myself|the baby|my (?:baby|son|daughter|wife|husband|mum|mom|partner|kids?)"
    r"|someone|somebody|people)\b(?! (?:off|at|home|up|a|an|the|in the|different|differently|like|that|then"
    r"|all of a sudden)\b)"
)
"""What a note has in the very words: somebody hurt, in deed or in thought."""
MEANS_ANOTHER = re.compile(
    r"\b(?:ha(?:[ -]?ha)*|lol)\b(?! to\b)|^(?:as if\b|yeah,? right\b|aye,? right\b|i wish\W*$|chance would)",
    re.IGNORECASE,
)
"""Said with a laugh, or to mean the contrary."""
ASKS_WHAT_WAS_SAID = re.compile(
    r"\bwhat (?:did|does|do|would|might|will|is|was|were|are)\b(?! you\b)[^?]{1,40}\b(?:say|saying|tell"
    r"|telling|shout"
    r"|shouting|whisper|whispering|call|calling)\b",
    re.IGNORECASE,
)
"""Asks for somebody else's words: a voice's, a friend's."""
AMOUNTS = re.compile(
    r"^(?:couple of|couple|few|lot of|lot|bit of|bit|touch|tad|handful of|little bit)\b(?! by)", re.IGNORECASE
)
"""Before these "a" was left out."""
ADDS = re.compile(
    r"(?:if|when|unless|until|till|since|after|before|for|at|in|on|with|from|to|by|about|like|around|not"
    r"|which|who)\b",
    re.IGNORECASE,
)
"""How what only adds to the words before it begins."""
OPEN = re.compile(
    r"^(?:(?:and|so|but|okay|ok|now|well|then|or|also|right)[,. ]+)*(?:how|what|when|where|who|why|which"
    r"|whose|tell me)\b",
    re.IGNORECASE,
)
"""A question that yes and no are no answer to."""
OF_THE_TALK = re.compile(
    r"(?:(?:okay|ok|right|well|yeah|oh)?,? ?so|(?:(?:and|but|so|or|um+|uh+|er+m?|em|mm+)[, ]*)+"
    r"|i know(?:,? (?:i know|right|yeah))*|sorry|i'm sorry"
    r"|thank you|thanks|let me think|hang on|hold on|you know|i mean|right|okay|oh"
    r"|um+|uh+"
    r"|i'll be honest(?: with you)?|to be honest|good question|i(?:'ve| have) (?:so|too) much to tell you"
    r"|i don't know where to (?:start|begin)|let me see"
    r"|that's the thing|that's it|that's all"
    r"|that's a good question"
    r"|here i go|which,? i know(?:,? i know)*|well|gosh|god|oh god|whew|phew|wow|honestly|i don't know"
    r"|i'm not (?:an? |completely |totally |that )*(?:psycho|idiot|eejit|moron|thick|stupid|daft|mental"
    r"|animal)"
    r"|huh|ha|oh my (?:god|gosh"
    r"|goodness|days)"
    r"|my god|good lord|oh lord|lord|oh dear|dear me|jesus|christ|bloody hell|imagine that"
    r"|isn't that something"
    r"|would you believe it|that's mad(?:, that)?)",
    re.IGNORECASE,
)
"""Sentences that carry nothing of the answer."""
