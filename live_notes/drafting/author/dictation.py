"""What a clinician says for the page and not for the note: marks, line breaks and headings, as typed ones."""

from __future__ import annotations

import re

_SPOKEN = re.compile(
    r"\b(?:comma|colon|unquote|end quote|close quote|semicolon|period|full stop|question mark"
    r"|(?:new|next) (?:line|paragraph)|heading|under"
    r"|(?:subjective|objective|assessment|plan|data|behaviou?r|interventions?|response|evaluation)[.,])",
    re.IGNORECASE,
)
"""One of these stands in every text that holds anything of the kind."""
_TITLES = (
    r"subjective|objective|assessment|plan|data|behaviou?r|interventions?|response|evaluation|mental status"
    r"|presenting problem|treatment plan|goals?|homework|risk(?: assessment)?|diagnosis"
)
_BROAD = r"subjective|objective|assessment|plan|data|behaviou?r|interventions?|response|evaluation"
_A_NOUN = (
    r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bthis )(?<!\bher )(?<!\bhis )(?<!\btheir )(?<!\beach )(?<!\bevery )"
)
_BREAK = re.compile(rf"[\s,.;]*{_A_NOUN}\b(?:new|next) (?:line|paragraph)\b[\s,.;]*", re.IGNORECASE)
_COMMA = re.compile(rf"[\s,]*{_A_NOUN}\bcomma\b,?(?=\s|[.;:]|$)", re.IGNORECASE)
_OTHER_MARK = re.compile(
    rf"[\s,]*{_A_NOUN}(?:\b(?P<semicolon>semicolon)|\b(?P<question>question mark)|\b(?P<stop>full stop))\b"
    r"[.,;?]?(?=\s|$)",
    re.IGNORECASE,
)
_COLON = re.compile(rf"\b(?P<title>{_TITLES}|mse|plan|risk),? colon\b[:.,]?", re.IGNORECASE)
_PERIOD = re.compile(
    rf"[\s,]*{_A_NOUN}(?<!\btime )(?<!\btrial )(?<!\blong )(?<!\bshort )(?<!\blast )(?<!\bfirst )(?<!\bsame )"
    r"(?<!\bthat )(?<!\bany )(?<!\bno )(?<!\bone )(?<!\bgrace )(?<!\bgrieving )(?<!\bwaiting )(?<!\bmy )"
    r"(?<!\bmissed )(?<!\blate )(?<!\bheavy )(?<!\bpostpartum )(?<!\bmenstrual )(?<!\bprobation )"
    r"(?<!\bprobationary )(?<!\bof )(?<!\brest )(?<!\btransition )(?<!\badjustment )\bperiod\b[.,]?"
    r"(?=\s+(?!(?:of|in|pains?|cramps?|is|was|has|and|when|where|before|after|since|with|for|came)\b)|$)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    rf"(?P<before>^|[.!?,;]?\s+)(?:(?:okay|ok|and|now|then|so),? )*(?:"
    r"(?:(?:next|new) )?heading(?: is| for)?:? "
    rf"(?P<named>{_TITLES}|medications?)\b(?: section)?[,.:;]?"
    rf"|under (?P<under>{_TITLES})(?: section| heading)?[,.:])(?=\s|$)",
    re.IGNORECASE,
)
_BARE_HEADING = re.compile(rf"(?P<before>\s|^)under (?P<under>{_BROAD})(?=\s)", re.IGNORECASE)
"""The same in a text without a single mark."""
_ALONE = re.compile(rf"(?P<before>^|(?<=[.!?:])\s+)(?P<title>{_BROAD})\.(?=\s|$)", re.IGNORECASE)
"""A heading that recognition wrote as a sentence."""
_QUOTE = re.compile(
    r",?\s*\b(?:open )?quote,?\s+(?P<words>[^\"“”]{1,300}?),?\s+(?:unquote|end quote|close quote)\b",
    re.IGNORECASE,
)
_WITH_A_COMMA = re.compile(
    r"(?P<before>^|(?<=[.!?:])\s+)(?P<title>subjective|objective|assessment|plan),\s+"
    r"(?!(?:goals?|plan|assessment|treatment|progress|and|or|diagnosis|but|which|as)\b)(?=[a-z])",
    re.IGNORECASE,
)
"""A heading after which recognition wrote a comma: "Plan, continue weekly"."""
_BEGINS = re.compile(r"(?<=[\w)\"”][.?] )[a-z]")
_MARK = re.compile(r"[.,;:?!](?:\s|$)")


def written_out(text: str) -> str:
    """The text with "period", "new line" or "under plan" written as the stop or the heading that is meant."""
    if _SPOKEN.search(text) is None:
        return text
    bare = _MARK.search(text) is None
    marked = _with_marks(text)
    headed = _HEADING.sub(_heading, _ALONE.sub(_titled, _WITH_A_COMMA.sub(_titled_on, marked)))
    if bare:
        headed = _BARE_HEADING.sub(_heading, headed)
    return text if headed == text else _BEGINS.sub(lambda match: match.group().upper(), headed).strip()


def _with_marks(text: str) -> str:
    periods = len(_PERIOD.findall(text))
    found = _BREAK.sub(". ", _QUOTE.sub(r' "\g<words>"', text))
    found = _COLON.sub(r"\g<title>:", _COMMA.sub(",", found))
    found = _OTHER_MARK.sub(_mark, found)
    ends = _MARK.search(text) is None and text.lower().endswith(" period")
    if found != text or periods > 1 or ends:
        found = _PERIOD.sub(".", found)
    return re.sub(r"^[.,;\s]+", "", found)


def _mark(match: re.Match[str]) -> str:
    return ";" if match["semicolon"] else "?" if match["question"] else "."


def _heading(match: re.Match[str]) -> str:
    title = match.groupdict().get("named") or match["under"]
    before = match["before"].strip(" ,;")
    begins = not match["before"] and match.start() == 0
    return f"{'' if begins else (before or '.') + ' '}{title.capitalize()}:"


def _titled(match: re.Match[str]) -> str:
    return f"{match['before']}{match['title'].capitalize()}:"


def _titled_on(match: re.Match[str]) -> str:
    return f"{_titled(match)} "
