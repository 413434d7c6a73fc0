"""The words in which a score is told behind its questionnaire: "you came out at seventeen"."""

from __future__ import annotations

from live_notes.drafting.embedded.measures.measure_words import EARLIER_DAY, SPOKEN_NUMBER
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.numbers import DECIMAL


def _number(name: str) -> str:
    """A number under this name; what may stand behind it is said by each pattern."""
    return rf"(?:an? )?(?P<{name}>{DECIMAL}|{SPOKEN_NUMBER})\b"


_BEGINS = (
    r"^(?:\[[^\]]*\] ?)?(?:(?:and|so|but|okay|ok|alright|all right|right|well|now|yeah|yes|then|aye|um|uh"
    r"|em|er"
    r"|look|anyway|let me see|let's see|here we are|here we go|oh)[,. ]+)*(?:(?:this|that) (?:time|week|one)"
    r"|today|overall|in total|in all|all in all|altogether|on (?:that|this|it)|with (?:that|this))?,? ?"
)
_LEAD = rf"(?:{_BEGINS}|[,;:] (?:and |so |but |then |now )*)"
_FILL = r"(?:,? (?:at|on|a|an|about|now|only|just|still|uh|um|up|down|back|today|this time|sitting),?)*"
_OF = rf"(?:,? out of (?:the |a (?:possible |total of )?|your )?(?P<of>{SPOKEN_NUMBER}))?"
_BEHIND = (
    r"(?: (?:on (?:it|that|this|here|this one|that one|the (?:form|sheet|scale|questionnaire"
    r"|screen(?:er)?)|mine"
    r"|my (?:sheet|side|screen))|in (?:total|all)|altogether|overall|now|today|again|this (?:time|week"
    r"|morning"
    r"|session|month)|here|there|as it stands|at the (?:minute|moment)|points?|by my count))*"
    rf"(?=\W*$|[,;:] (?!(?:or|maybe|no|{SPOKEN_NUMBER})\b)| (?:so|which|and (?:that|it|last|when|the"
    rf"|you were|before)|down|up|from|compared|against"
    r"|but|because|cause)\b)"
)
"""What may stand behind a score: its sentence ends, or says what it means or was before."""
_CAME = r"(?:came|come|comes|coming|worked|works|ended|went|gone)"
_TOLD = (
    rf"(?:you(?:'ve)? {_CAME} (?:out|up|in|back)(?: (?:at|with|on|as|to))"
    rf"|(?:that|it|they|this|which|everything|the (?:total|score|lot))(?:'s|'ve| has| have)? (?:all )?{_CAME}"
    rf" (?:(?:out|up|back|in)(?: (?:at|to|as|with))?|to|at)"
    r"|you(?:'ve| have)? scored|(?:that|it|they)(?: all)? (?:adds?|added|totals?|totall?ed|tots?"
    r"|totted)(?: up)?"
    r"(?: to)?|(?:the|your|my) (?:total|score|number|result|figure)(?:'s| is| was|,| comes to"
    r"| came to)?(?: for"
    r" you| today)?|(?:i|we)(?:'ve|'d)? (?:make|made|get|got|have|had|put|count|counted|total|totalled)"
    r" (?:it|that|you|them)(?: (?:at|to|as|down as|on|out at))*|you(?:'re| are) (?:sitting"
    r"|standing) (?:at|on)|(?:that|it|this)(?: one)? (?:gives|puts|brings|gets|lands) (?:us|you"
    r"|me|it)(?: (?:at|on|to|with))?|you(?:'ve)? (?:landed|finished|ended up|wound up|got to) (?:at|on|with)"
    r"|(?:it|that|this)(?:'s| is)? (?:reads?|reading|shows?|showing|says|saying|gives|stands? at|sits? at"
    r"|sitting at|lands? (?:at|on)|landed (?:at|on))|we(?:'re| are) looking at)"
)
_WEAK = (
    r"(?:you(?:'ve| have)(?: got)?|you got|you had|it(?:'s| is| was)|that(?:'s| is| was)"
    r"|i(?:'ve)? (?:have|get|got)"
    r"|you(?:'re| are)(?: (?:at|on))?|we(?:'re| are) (?:at|on))"
)
TOLD_STRONGLY = AnyCase(rf"{_LEAD}{_TOLD}{_FILL} {_number('score')}{_OF}{_BEHIND}")
"""Tells a score, whatever stands between it and its questionnaire."""
TOLD_PLAINLY = AnyCase(
    rf"{_BEGINS}{_WEAK}{_FILL} {_number('score')}{_OF}{_BEHIND}"
    rf"|{_BEGINS}{_number('bare')}(?:,? out of (?:the |a possible )?(?P<off>{SPOKEN_NUMBER}))?"
    r"(?:,? (?:now|today|this (?:time|week|morning)|overall|in total|in all|altogether))*(?=\W*$)"
)
"""Tells a score where its questionnaire was just named: "you have a nine", "nine, today"."""
TOLD_OF_TODAY = AnyCase(
    r"\b(?:today|this (?:time|week|morning)|now),? (?:it's|it is|it comes to|you're|you are(?: at)?"
    r"|we're at)\b"
    rf"[^?]{{0,60}}[,.…] ?{_number('score')}\W*$"
)
"""Tells today's score behind words that gain time: "today it's one point, I have it here, one point six"."""
OUT_OF = AnyCase(
    rf"\b(?P<score>{SPOKEN_NUMBER}),? (?:out of|of) (?:the |a possible |those "
    rf"|them )?(?P<of>{SPOKEN_NUMBER})\b"
    r"(?!(?: \w+)? (?:days?|nights?|weeks?|times|people|sessions?|classes|kids))"
)
"""How many questions were answered so: "four out of the six"."""
PART_TOLD = AnyCase(
    rf"{_BEGINS}(?:you(?:'ve| have)? (?:said yes to|got|had|have|ticked|put|marked|endorsed|circled"
    rf"|scored)|that's"
    rf"|it's|i (?:have|get|make it)|i've got)?(?: yes to| yes on)? ?{SPOKEN_NUMBER},? (?:out of|of) (?:the "
    rf"|a possible |those |them )?{SPOKEN_NUMBER}\b"
)
"""Tells how many questions were answered so."""
THAT_DAY = AnyCase(rf"{EARLIER_DAY}\b(?!,? (?:(?:it|you|that) (?:was|were|had) )?(?:an? )?{SPOKEN_NUMBER}\b)")
"""Puts what stands before it on an earlier day."""
CLIENT_TELLS = AnyCase(
    r"^(?:(?:yeah|yes|um|uh|so|and|okay|well|er|oh|right|it's here|hang on|hold on)[,. ]+)*(?:(?:it|that"
    r"|i|she|he"
    r"|mine|the (?:total|score|number))"
    r"(?:'s| is| was|'ve got| says| said| came (?:out |up )?(?:to|at|as)| comes (?:out |up )?(?:to|at)"
    r"| got| get"
    r"| scored| gave me| gives me| made it| make it| told me| adds up to| added up to)(?: at| as| about"
    r"| an| a)*)"
    rf" {_number('score')}(?=\W*$|[,;] | (?:on|in total|altogether|this|so|which|today)\b)"
    rf"|^(?:(?:yeah|yes|um|uh|so|er|oh)[,. ]+)*(?:an? )?{_number('alone')}(?:,? (?:i think|it says|this time"
    r"|today))?\W*$"
)
"""A client asked for a score tells it."""
ASKS_SCORE = AnyCase(
    r"\bwhat (?:did|does|do|was|is) (?:you|it|that|they|the (?:total|score|number|result)|your (?:total|score"
    r"|number|result))(?: \w+)?(?: (?:come|add|say|give|get|score|end|land|show|tell|make))?\b"
    r"|\bwhat(?:'s|'d| is) (?:the|your|it|you) (?:total|score|number|result|say|get|come)\b"
    r"|\bhow many (?:were|did|do|are|of (?:them|those|the)|in|came|you|ticks|yes)\b"
    r"|\bread (?:it|them|me|that|the)(?: \w+){0,3} (?:out|to me)\b|\bread me\b|\bwhere did you (?:come"
    r"|end|land)\b"
    r"|\bhow did (?:it|that|you) (?:come out|score|total)\b"
)
"""Asks a client what their score is."""
ASKS_BACK = AnyCase(
    r"\bwhat (?:was|is|did|'s|were)\b(?!.{0,12}\b(?:go (?:up )?to|out of|mean|normal|max))|\bwhat'd\b"
    r"|\bhow (?:did|bad|high|am i|was i|have i)\b|\bwell\?|\band\?|\bgo on\b|\bdid i (?:pass|do)\b"
    r"|\bverdict\b"
    r"|\bdamage\b|\bwhere (?:am|was) i\b|\bis it (?:good|bad|better|worse)\b"
)
"""A client asks what came of it, not how far it goes."""
ABOUT_FORM = AnyCase(
    r"\b(?:forms?|questions?|questionnaires?|scores?|numbers?|sheet|boxes|ticks?|ticked|fill(?:ed)? (?:it"
    r"|that|them"
    r"|this|in|out)|survey|measures?|screen(?:er)?|remember|shaded|circled?|portal|app|did you (?:manage|get)"
    r"|same one|familiar)\b|^(?:okay|all right|alright|yeah|right|is that (?:right|okay)|isn't it)\?"
)
"""A question that stays with the questionnaire."""
BEFORE_ASIDE = AnyCase(
    rf"\b{EARLIER_DAY},? (?:it was|you (?:were|had|came)|that was|we had|i (?:have|had|see)),?"
    r"(?:(?!\b(?:today|now|this (?:time|week)|and|but|ago|last|before)\b)[^.?!\d]){0,50}?[, ]"
    rf"(?:i have|i've got|it was|you had|you were|it says|it's|that's|you were at) {_number('aside')}"
    r"(?=\W*$|[,;] | (?:here|on|then|so|and|down|written)\b)"
)
"""An earlier score behind words that gain time: "two weeks ago it was, hold on, I have sixteen"."""
BEFORE_OUT_OF = AnyCase(
    rf"\b(?:it|that|you|i) (?:was|were|had|got|scored|came (?:out|in) (?:at|with)) {OUT_OF.pattern}"
    rf"(?: {EARLIER_DAY}\b)"
)
"""An earlier number of questions answered so: "it was six out of six in the fall"."""
CUT_OFF = AnyCase(
    rf"\b(?:at|from) {SPOKEN_NUMBER} (?:and|or) (?:above|over|up|upwards|more|higher)\b"
    rf"|\b(?:anything|anyone|everything|scores?) (?:over|above|under|below|from|past|at) {SPOKEN_NUMBER}\b"
    rf"|\b(?:over|above|under|below) {SPOKEN_NUMBER}(?:'s| is| (?:we|they) (?:call|say|count|like)"
    rf"| counts| means)"
    r"|\bcut-?off\b"
)
"""Tells what a score is held against."""
CALLED = AnyCase(
    r"^(?:(?:well|so|and|but|yeah|it's|that's|no)[,. ]+)*(?:(?:it|that|this|you|which)(?:'s|'re| is"
    r"| are)?|is)"
    r"(?: \w+){0,3}?,?(?: (?:is|it's|in the|the|just|only|still|what (?:we|they) call))*"
    r" (?:minimal|mild|moderate|moderately severe|moderate to severe|severe)(?: (?:range|band"
    r"|level))?(?=[,.;!]|$)"
)
"""Says how severe a score is: "well, is still up there, is moderate"."""
MOVED = AnyCase(
    r"^(?:(?:so|and|well|yeah|that means|oh)[,. ]+)*(?:it|that|you|the score|we)(?:'s|'re|'ve| is| are"
    r"| has| have)?"
    r"(?: (?:come|came|gone|went|dropped|still))? (?:down|up|dropped|fallen|risen)(?: by)? (?:an? )?"
    rf"(?:{SPOKEN_NUMBER}|few|couple(?: of)?|bit|lot)(?: points?)?(?: (?:from|since|on) [^.?]{{2,40}})?\W*$"
)
"""Says how far a score has moved, and no more."""
POINTS_AT = AnyCase(
    r"^(?:(?:so|and|okay|right|now|well|um|then)[,. ]+)*(?:this|that|it|here)(?:'s| is| was)"
    r" (?:just )?(?:the|a|an|your|that|our)\b"
)
"""Shows a questionnaire, and says no more of it."""
HOW_OFTEN = AnyCase(
    r"\byou(?:'ve| have)? (?:put|ticked|circled|marked|answered|chosen|chose|said|scored(?: that)?|went for)"
    r"(?: (?:down|it|that|as|it as|an?))*,? "
    r"(?:[\"“']|(?:hardly ever|never|not at all|several days|more than half the days|nearly every day"
    r"|almost every day|sometimes|often|always|rarely|occasionally|quite (?:often|a (?:lot|bit))"
    r"|yes,? quite often"
    r"|a little(?: bit)?|moderately|extremely|most of the time|half the time|only occasionally|not very often"
    r"|some of the time|as much as|zero|nought|one|two|three|four)\b)"
)
"""Reads out what was answered to one question."""
PUT_NOUGHT = AnyCase(
    r"\byou(?:'ve| have)? (?:just |all )?(?:put|ticked|circled|marked|answered|chosen|chose|said|scored)"
    r"(?: (?:down|it|that|as|an?))*,? [\"“']?(?:zero|nought|none|0|never|not at all)\b"
)
"""Reads out that there is nothing, as the line of the risk tells where one is asked for."""
THE_ITEM = AnyCase(
    r"\b(?:(?:question|item|number) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)|(?:last|final|first|second|third"
    r"|sleep|self-harm"
    r"|ninth|tenth) (?:question|item|one))\b"
)
"""One question of a questionnaire."""
HIGHEST = {
    "PHQ": 27, "GAD": 21, "PCL": 80, "PQ": 16, "BDI": 63, "BAI": 63, "PSS": 40, "GDS": 30, "K10": 50,
    "WHO": 100, "Y": 40, "CY": 40, "WEMWBS": 70, "SWEMWBS": 35, "EPDS": 30, "Edinburgh": 30, "AUDIT": 40,
    "DAST": 28, "SPIN": 68, "CAGE": 4, "SCOFF": 5, "MoCA": 30, "EDE": 6, "OCI": 168, "IES": 88, "CES": 60,
    "Liebowitz": 144, "LSAS": 144, "Epworth": 24, "PGSI": 27, "ISI": 28, "Insomnia": 28, "WSAS": 40,
    "SRS": 40, "ORS": 40, "PSQI": 21, "PDSS": 28, "SDQ": 40, "MMSE": 30, "MADRS": 60, "PSWQ": 80,
    "HADS": 42, "QIDS": 27,
    "DASS": 126, "EAT": 78, "DES": 100, "MDQ": 13, "ASRS": 72, "HAM": 56, "DUDIT": 44, "CIWA": 67,
}  # fmt: skip
"""The highest score of each questionnaire, by its name before any number: beyond it lies none."""
