"""What a clinician finds and says aloud: an examination, a measurement, a result, and how it is written."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.acting.unfound import finds_nothing, only_names
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_count

_BODY = (
    r"heart|lungs?|chest|abdomen|belly|stomach|back|spine|neck|shoulders?|arms?|elbows?|wrists?|hands?"
    r"|fingers?|thumbs?"
    r"|hips?|legs?|knees?|ankles?|foot|feet|toes?|calf|calves|head|face|ears?|eyes?|nose|mouth|throat"
    r"|tonsils?|sinus(?:es)?"
    r"|nasal|skin|scalp|thyroid|lymph nodes?|extremit(?:y|ies)|joints?|muscles?|liver|spleen|kidneys?"
    r"|breasts?|prostate"
    r"|pupils?|gait|strength|reflexes|sensation|pulses?|capillary refill|breath sounds|range of motion"
    r"|incisions?|wounds?"
    r"|vitals?|vital signs|blood pressure|heart rate|temperature|oxygen|o2|saturations?|sats|weight|bmi"
    r"|respiratory rate"
)
_TEST = (
    r"x-?rays?|mri|ct|cat scan|ultrasound|echo(?:cardiogram)?|ekg|ecg|stress test|labs?|blood ?work"
    r"|blood counts?|cbc|cmp"
    r"|bmp|a1c|hemoglobin|creatinine|glucose|cholesterol|urinalysis|urine|cultures?|biopsy|pathology"
    r"|colonoscopy|endoscopy"
    r"|imaging|scans?|results?|levels?|panel|test|pfts?|phq\S*|gad\S*|pcl\S*|audit|bdi|madrs|moca|score"
)
_SIGN = (
    r"tender(?:ness)?|swelling|swollen|edema|erythema|redness|bruis\w+|murmurs?|crackles|wheez\w+|rales"
    r"|rhonchi|effusion"
    r"|guarding|rebound\w*|distress|palpation|flexion|extension|rotation|abduction|limited|decreased"
    r"|increased|elevated"
    r"|normal|abnormal\w*|clear|intact|soft|regular|irregular|equal|positive|negative|fractures?"
    r"|mass(?:es)?|nodules?|lesions?"
    r"|drainage|discharge|infection|atrophy|deformity|laxity|instability|bony|bruits?|rash|warm|stable"
    r"|unremarkable|good"
    r"|full|strong|great|fine|high|low|symmetric\w*|bilaterally|no (?:evidence|signs?)"
)
_FINDING = AnyCase(
    rf"\b(?:{_BODY}|{_TEST})\b[^?]*\b(?:is|are|was|were|looks?|looked|shows?|showed|reveals?|revealed"
    rf"|came|has|have|feels?"
    rf"|sounds?|appears?|demonstrates?)\b[^?]*"
    rf"|\bi (?:can |do |don't |do not |also |still |just )*(?:appreciate|hear|feel|see|note|notice"
    rf"|detect|palpate)\b[^?]*"
    rf"\b(?:{_SIGN}|{_BODY})\b"
    rf"|^(?:there(?:'s| is| are| was| were)|you (?:do |also |still )?have|you've got|you do have|no"
    rf"|positive|negative|some|it(?:'s|"
    rf" is| was| shows?| showed| looks?))\b[^?]*\b(?:{_SIGN})\b[^?]*"
)
_HAS_PART = re.compile(rf"\b(?:{_BODY}|{_TEST}|{_SIGN})\b", re.IGNORECASE)
_OF_THE_CLIENT = re.compile(
    r"\b(?:your|you|you've|you're|there|there's|i|it|it's|exam\w*|today|we)\b|^(?:no|some|positive"
    r"|negative|good|normal)\b"
    r"|^(?:the|and the) ",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"\b(?:back (?:in|to|then|when|at)|i work|(?:i'm|i am) (?:also |just )?an?|if|would|could|should|might"
    r"|will|want|going to|let's|let me|(?:feel|sound|seem)s? like|for you"
    r"|you feel|you (?:mentioned|said|told)|you saying|i appreciate (?:you|your|that|how)|on the (?:one"
    r"|other) hand|(?:understand|imagine|hear) how"
    r"|plans?|ideas?|normal (?:thing|to|for|reaction)|(?:perfectly|completely|very|pretty|absolutely) "
    r"normal|people|women|men|anyone|everyone|research|studies|your (?:mind|thoughts?"
    r"|feelings?|mother|father|husband|wife|partner|family|friend))\b|\?",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:it|this|that)(?:'s| is| was| looks?)"
    r" (?:(?:\w+ )?\w+[.!]?$|(?:really |very |so )?(?:good|great|nice|fine)\b)",
    re.IGNORECASE,
)
"""A judgement of something that is not named."""
_OF_NO_NAME = re.compile(
    r"^(?:(?:and|so|but|now|well|okay)[, ]+)*(?:it|that|this)(?:'s| is| was)\b", re.IGNORECASE
)
_NAMED = AnyCase(
    rf"\b(?:{_BODY}|{_TEST}|tender\w*|swelling|swollen|o?edema|bruis\w+|murmurs?|fractures?|rash)\b"
)
"""What is looked at, said beside its sign: "it's high" tells of nothing."""
_EXAM = re.compile(
    r"^(?:(?:and|so|now|then|but|okay|also)[, ]+)*(?:(?:on|in|for|with|during|looking at|as far as"
    r"|regarding)[, ]+)?"
    r"(?:(?:your|the|this|my)\s+)?(?P<exam>(?:[a-z/-]+ ){0,4}exam(?:ination)?)(?: of (?:your|the) "
    r"(?P<of>[a-z]+(?: [a-z]+)?))?"
    r"(?: today| here| itself)?[, ]+(?P<rest>.+)$",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"^(?:(?:and|so|now|then|but|okay|also)[, ]+)*(?:i (?:can |do |also |still |just )*(?:appreciate"
    r"|hear|feel|see|note|notice)"
    r"(?: that)?|you (?:do |also |still )*have|you've got|there(?:'s| is| are)|(?:it|this|that) "
    r"(?:shows?|reveals?)|shows?)\s+"
    r"(?P<what>.+)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^(?:you|i|we|they|it|that|this|he|she)\b|\b(?:is|are|was|were|has|have|shows?|looks?)\b", re.IGNORECASE
)


_TEACHES = re.compile(
    r"\b(?:raises|lowers|causes|triggers|comes from|leads to|makes (?:the|your|it|you|us)|keeps (?:the|your"
    r"|us)|tells"
    r" (?:the|your)|means (?:that )?(?:the|your) (?:body|brain|mind)|works? (?:against|by)|learns?"
    r"|can't keep|always comes)\b",
    re.IGNORECASE,
)


_LEAST_OF_TEACHING = 8
_OF_EVERYBODY = re.compile(
    r"^(?:(?:and|so|but|now|well|also|unfortunately|sadly|actually|in fact|generally|often|usually)[, ]+)*"
    r"(?:(?:a lot of|lots of|many|most|some|other|young|older|pregnant) )*"
    r"(?:people|patients|clients|folks|adults|men|women|kids|children|teenagers|teens|students|smokers"
    r"|drinkers|parents|studies|research|evidence|scientists)\b(?!.*\b(?:you|your|we|we'd|i|my|our)\b)",
    re.IGNORECASE,
)
"""Speaks of people in general, and not of this one."""


def is_teaching(words: str) -> bool:
    """Whether it tells how bodies work in general, and not what was found in this one."""
    if is_of_everybody(words):
        return True
    return bool(_TEACHES.search(words)) and not re.search(r"\d", words)


def is_of_everybody(words: str) -> bool:
    """Whether it is told of people in general: "people who drink at that level often feel low"."""
    return _OF_EVERYBODY.match(words) is not None and word_count(words) >= _LEAST_OF_TEACHING


_FORBIDS = re.compile(
    r"^(?:(?:and|so|but|okay|right|now|then|remember)[, ]+)*no (?!swelling|wheezing|bruising|bleeding"
    r"|vomiting"
    r"|tingling|ringing|itching|coughing|guarding|blurring|clicking|scarring|thickening|wasting)\w+ing"
    r" (?:the|your|it|them|that|this|on|for|at|up|out|my|any|each|anything|in)\b",
    re.IGNORECASE,
)
"""Tells what is not to be done: "no checking the pulse, no water"."""


def forbids(words: str) -> bool:
    """Whether a clinician tells what is not to be done, which is no finding."""
    return _FORBIDS.match(words) is not None


def is_finding(words: str) -> bool:
    """Whether a clinician's statement tells what an examination, a test or a measurement found."""
    told = _FINDING.search(words) and _HAS_PART.search(words) and _OF_THE_CLIENT.search(words)
    if not told or _NOT_HERE.search(words) or _BARE.match(words):
        return False
    return not (finds_nothing(words) or (_OF_NO_NAME.match(words) and not _NAMED.search(words)))


_SCALE = (
    r"(?:phq|gad|pcl|bdi|bai|madrs|audit|dast|moca|mmse|y-?bocs|c-?ssrs|ces-?d|oq|ors|srs|dass|isi|asrs|who"
    r"|des"
    r"|ham-?[ad]|ymrs|epds|scared|k|core)(?:[- ]?\d{1,2})?"
)
_SCORED = re.compile(
    rf"^(?!.*\?)(?:[\w']+[, ]+){{0,8}}?(?:your |the |on (?:your |the )?)(?:[\w'-]+ ){{0,3}}?"
    rf"(?:{_SCALE}\b|scores?\b|total\b|levels?\b)(?:(?! would| could| should| if )[^?])*"
    r"\b(?:\d{1,3}|(?:twen|thir|for|fif|six|seven|eigh|nine)\w*|ten|eleven|twelve|zero|one|two|three|four"
    r"|five|six|seven"
    r"|eight|nine)\b",
    re.IGNORECASE,
)


def is_scored(words: str) -> bool:
    """Whether a clinician tells the score of a scale."""
    return bool(_SCORED.match(words)) and not only_names(words)


def examined(words: str) -> tuple[str, str] | None:
    """The examination that a statement names, and what it found, "there is" and "I hear" left out."""
    match = _EXAM.match(words.strip())
    if match is None:
        return None
    exam = match["exam"] if match["of"] is None else f"{match['exam']} of {match['of']}"
    return exam.strip(), found(match["rest"].strip(" ,."))


def found(words: str) -> str:
    """A finding without "I hear", "you have" or "there is" before it."""
    match = _SEEN.match(words)
    return words if match is None or _CLAUSE.search(match["what"]) else match["what"]
