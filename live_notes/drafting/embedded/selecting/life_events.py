"""What changes a life in few words: "I handed in my notice" tells enough, though it names little.

The kinds of the Social Readjustment Rating Scale (Holmes & Rahe, J Psychosom Res 1967), as people say them.
"""

from __future__ import annotations

from live_notes.drafting.language.any_case import AnyCase

_OF_WORK = (
    r"handed in (?:my|his|her|their) (?:notice|resignation)|(?:got|was|been|were) (?:promoted|sacked"
    r"|fired|let go"
    r"|laid off|demoted|suspended|made redundant|furloughed|headhunted)|(?:quit|resigned|retired)(?=[.,!]|$"
    r"| (?:from|on|last|in|yesterday|today)\b)|lost (?:my|his|her|their) (?:job|business|licen[cs]e)"
    r"|(?:got|been offered|was offered|started|starting) (?:the|a new|my new) job|got (?:the|a) (?:place"
    r"|offer)"
)
_OF_LOVE = (
    r"(?:broke|broken|split|splitting|breaking) up|(?:got|getting|been) (?:engaged|married|divorced"
    r"|back together"
    r"|dumped|jilted)|(?:he|she|they|\w+)(?:'s| has|'ve| have)? (?:left me|walked out|moved out|moved in"
    r"|proposed|cheated)"
    r"|(?:filed|filing) for divorce|(?:had|having) an affair|(?:i've|i have|we've|we have) (?:separated"
    r"|split)"
    r"|called off the wedding"
)
_OF_FAMILY = (
    r"(?:i'm|she's|we're|he's|got|fell) (?:pregnant|expecting)|(?:had|having) (?:a|the"
    r"|another) (?:miscarriage"
    r"|stillbirth|abortion|termination|baby)|lost (?:the|our|my) baby|(?:adopted|fostering)\b"
    r"|(?:mum|mom|dad|mam|nan|gran|granddad|grandad|mother|father|brother|sister|husband|wife|son|daughter"
    r"|friend|dog|cat)(?:'s| has)? (?:died|passed(?: away| on)?|(?:is )?dying)"
)
_OF_LAW_AND_HEALTH = (
    r"(?:got|was|been|were) (?:arrested|charged|evicted|burgled|mugged|robbed|attacked|assaulted|stabbed"
    r"|diagnosed|admitted|sectioned|discharged|hospitali[sz]ed|deported|refused|expelled|excluded)"
    r"|(?:moved|moving) house|lost (?:the|our|my) (?:house|flat|home)|(?:went|gone|going) bankrupt"
    r"|(?:crashed|wrote off) (?:the|my) car|(?:passed|failed) (?:my|the|all my|his|her) \w+|graduated"
)
LIFE_EVENT = AnyCase(rf"\b(?:{_OF_WORK}|{_OF_LOVE}|{_OF_FAMILY}|{_OF_LAW_AND_HEALTH})\b")
"""Words that tell of one."""
