"""What was asked, put indirectly for a statement: "how long they have been taking that".

Most questions are told so already. What was quoted only for the word it began with, or for a form that is
another way of asking the same, is put indirectly here.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.reported import reword

OPEN = re.compile(
    r"(?:for how long|since when|(?:in|at|on|for|to|with) (?:what|which|whom)|how|what|when|where|who|why"
    r"|which)\b",
    re.IGNORECASE,
)
LEAD = re.compile(r"(?:(?:and|but|so|then|now|okay|ok|well|also|or|right|oh|um|uh)[,. ]+)+", re.IGNORECASE)
_TWICE = re.compile(
    r"(?P<wh>when|how long|how often|how many|how much|where|what|who|why) [^,\"]+(?P<again>, (?P=wh)\b.*)",
    re.IGNORECASE,
)
"""Asked again in the same breath."""
_POINTED = re.compile(
    r"(?<=\s)(?:this|that) (?=[a-z-]+ (?:been|started?|begun|begin|happen|come|go|get"
    r"|lasted|last)\b)",
    re.I,
)
_LAST_TIME = re.compile(
    r"when(?:'s| is| was| were)? (?P<what>(?:was )?(?:the|your) (?:last"
    r"|first) time (?:that )?you .+)",
    re.I,
)
_LONG_AGO = re.compile(r"how long ago (?=(?:did|was|were|is)\b)", re.IGNORECASE)
_COUNT = r"(?:\d[\d.]*|zero|one|two|three|four|five|six|seven|eight|nine|ten)(?: and a half)?"
_RULER = re.compile(
    rf"why (?:(?P<no>not) (?P<other>(?:an? )?{_COUNT})|(?P<this>(?:an? )?{_COUNT}),? (?:and not|not"
    rf"|rather than|instead of),?"
    rf" (?:say,? |let's say,? |just )?(?P<that>(?:an? )?{_COUNT}))",
    re.IGNORECASE,
)
"""Asks why the number somebody gave is no other one."""


def asked_openly(asked: str, terms: Terms) -> str:
    """The open question as a clause begins with it; empty where it can only be quoted, or is none."""
    if '"' not in asked:
        again = _TWICE.fullmatch(asked)
        plain = asked if again is None else asked[: again.start("again")]
        return plain if OPEN.match(plain) else ""
    said = LEAD.sub("", asked.strip('". ').rstrip("?. ").replace("’", "'"), count=1)
    if not OPEN.match(said):
        return ""
    ruler = _RULER.fullmatch(said.replace(",", ""))
    if ruler is not None:
        return _of_a_number(ruler)
    last = _LAST_TIME.fullmatch(said)
    if last is not None:
        told = reword(last["what"].removeprefix("was "), terms.asked_voice)
        return "" if told is None else f"when {told} was"
    return _within(said, terms, anew=not asked.startswith(f'"{said}') or '?"' not in asked)


def _within(said: str, terms: Terms, *, anew: bool) -> str:
    """The question with "the" for a "this" that a noun follows, or without what kept it from being told.

    `anew`: it was not asked so before, and may be told as it stands now.
    """
    ago = _LONG_AGO.match(said)
    plain = said if ago is None else f"when {said[ago.end() :]}"
    forms = (plain, _POINTED.sub("the ", plain))
    for form in dict.fromkeys(forms) if anew or ago is not None else {*forms} - {plain}:
        told = asked_within(f"{form}?", terms.asked_voice)
        if told is not None and OPEN.match(told):
            return told if ago is None else f"how long ago{told.removeprefix('when')}"
    return ""


def _of_a_number(ruler: re.Match[str]) -> str:
    if ruler["no"]:
        return f"why it is not {ruler['other']}"
    return f"why it is {ruler['this']} and not {ruler['that']}"
