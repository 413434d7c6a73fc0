"""What names a part of the body, a test or a sign, and yet finds nothing in the client.

"You can close your eyes", "this is the GAD-7", "blood pressure at the surgery on Monday", "we're not doing a
full scan", "the heart goes faster, so the fear gets stronger": an invitation, a form, a task, what is left
out today, and how fear works.
"""

from __future__ import annotations

from live_notes.drafting.embedded.planning.step_words import WEEKDAY
from live_notes.drafting.language.any_case import AnyCase

_LEAD = r"^(?:(?:so|and|but|okay|right|well|now|then|all right|alright|also)[,. ]+)*"
_SCALE = (
    r"(?:phq|gad|pcl|bdi|bai|audit|dass|isi|asrs|epds|edinburgh|y-?bocs|pgsi|pq|ies|oq|ors|srs|core|moca|k)"
    r"(?:[- ]?\d{1,2})?"
)
_NUMBER = (
    r"(?:\d|zero|nought|one\b(?! (?:of|you|we|with|about))|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thir|fif|twen|forty"
    r"|nineteen|hundred)"
)
_INVITES = AnyCase(
    r"\byou(?:'re welcome to|'re free to|(?: can| may| might| could)(?: just| also| either| always| even)*"
    r" (?!see|hear|tell|have|feel (?:the|a|it|that)\b))"
    r"|\b(?:feel free to|if (?:you'd|you would) (?:like|prefer|rather)|whenever you're ready"
    r"|(?:close|shut|lower|rest|soften) your (?:eyes|gaze|shoulders)|let(?:ting)? (?:your|them|those) )"
)
"""Leaves it to the client how to sit, look or breathe."""
_A_FORM = AnyCase(
    rf"{_LEAD}(?:(?:this|that|it|here|these|which)(?:'s| is| are) (?:just |only |still |called )*)"
    rf"(?:the|your|our|a|an|another)? ?(?:same |usual |old |new |little |first |second |other )*"
    rf"(?:{_SCALE}|form|questionnaire|measure|scale|sheet|test|screen(?:ing|er)?)\b"
    rf"(?!.*\b(?:(?:is|was|at|of|to|got|had|have|has|scored?|came|comes|says|shows?|from)\b[^.]*\b{_NUMBER}"
    r"|(?:high|higher|low|lower|up|down|negative|positive|severe|moderate|mild|normal)\b))"
)
"""Names what is to be filled in or was, and nothing that came of it."""
_A_TASK = AnyCase(
    rf"{_LEAD}(?:your |the |a |get (?:your|the) )?(?:blood (?:pressure|tests?|work|draw)|bloods|bp|pulse"
    rf"|weight"
    r"|weigh-?in|labs?|temperature|ecg|ekg|scan|x-?ray|mri|urine(?: test)?|a1c|vitals)(?: (?:check|test|done"
    r"|taken|reading|checked))*(?:,? (?:at|in|with|on|by|before|after|from|done|taken)"
    rf" (?:(?!is\b|was\b|are\b|were\b)[a-z']+ ){{0,5}}?)?,? ?(?:on |this |next |for |by )*(?:{WEEKDAY}s?"
    rf"|tomorrow"
    r"|tonight|this (?:week|afternoon|evening|morning)|next (?:week|time|month)|the (?:week|day) after"
    r"|every \w+|once a \w+|before (?:we|the|our)\b.{0,24})\W*$"
)
"""What is to be measured, and when: without a verb it tells no figure."""
_OF_THE_WORK = AnyCase(
    r"\b(?:we|i)(?:'re| are|'m| am)(?: not| just| only| still| also)* (?:doing|using|starting|opening"
    r"|skipping"
    r"|leaving|going (?:to|with|through|over)|working|trying|looking (?:for|at))\b"
    r"|\b(?:we|i)(?:'ll| will|'ll not| won't| don't)(?: not| just| only)* (?:do|use|bother|skip|leave"
    r"|start|need)\b"
    rf"|{_LEAD}(?:that|this|it)(?:'s| is| was) (?:a|an|the|another|one of (?:the|our|your))(?: \w+)?"
    r" (?:skills?|exercise|technique|tool|trick|step|one|card|rule|part)\b"
    r"|\bnot finished\b|\bunfinished\b|\b(?:the|your) (?:kit|toolbox|skills? (?:card|sheet|list))\b"
)
"""What is done in the session, or left out of it, and the tools of it."""
_HOW_IT_WORKS = AnyCase(
    r"\b(?:so|and|then|and then|which|because) the (?:thoughts?|worr(?:y|ies)|fear|anxiety|panic|urges?"
    r"|beliefs?"
    r"|feelings?|cycle|alarm|brain|body|mind|adrenaline) (?:gets?|goes?|comes?|grows?|keeps?|makes?|says?"
    r"|kicks?"
    r"|speeds?|sends?|starts?|thinks?|takes?|drops?|rises?)\b"
    r"|\bthen (?:the )?(?:anxiety|adrenaline|panic|fear|worry|thoughts?)\b"
    r"|\b(?:adrenaline|fight[- ](?:or|and)[- ]flight|cortisol|vicious c(?:ycle|ircle)|round and round)\b"
)
"""The course of a fear as it is drawn on a board, and not how this one is now."""
_FORMS = (_INVITES, _A_FORM, _A_TASK, _OF_THE_WORK, _HOW_IT_WORKS)


def finds_nothing(words: str) -> bool:
    """Whether a clinician's words of body, test or sign invite, name, set, leave out or explain."""
    return any(form.search(words) for form in _FORMS)


def only_names(words: str) -> bool:
    """Whether a clinician says which form it is, and no figure: "it's the GAD, same one as always"."""
    return _A_FORM.search(words) is not None
