"""The "me" that stands for "my" in British, Irish and Australian talk: "in me van" is their van in a note."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.persons.people_words import KIN
from live_notes.drafting.language.words import word_set

_OWNED = word_set("""
mate mates missus fella lad lads girls bird old head heart chest hand hands arm arms leg legs foot feet knee
knees eye eyes ear ears nose mouth teeth tooth neck shoulder shoulders stomach belly guts gut nerves hair skin
throat temper mood appetite liver lungs kidneys blood body brain brains mind job wages dole phone mobile car
van bike truck ute house flat room bedroom bed kitchen garden shed caravan tent donga bus licence license
passport wallet purse bag coat jacket shoes boots jumper fags smokes vape baccy script prescription inhaler
tablets pills meds medication medicine insulin methadone money savings card cards bank account rent bills
mortgage benefits keys lunch dinner tea breakfast coffee water beer beers drink drinks name age birthday life
marriage divorce wedding exam exams course college school shift shifts homework diary journal log sheet
counsellor counselor solicitor gp psych physio granda pal pals gaff crib shopping washing ironing windows
dinner chair desk laptop computer tools share side way words dog cat own hearing sight balance confidence
dreams sleep work family
""")
_TAKEN = word_set("""
tablets pills meds medication medicine insulin methadone money water beer beers drink drinks tea coffee
lunch dinner breakfast card cards homework shifts shift work keys bills script prescription smokes fags
name age words way sleep life own room
""")
"""What somebody can be given, told or brought, so that "me" is who gets it."""
_GIVES = word_set("""
give gives gave given giving get gets got getting bring brings brought bringing buy buys bought buying make
makes made making hand handed send sends sent sell sold lend lent pass passed offer offered show showed shown
cost costs costing pay paid owe owes ask asks asked tell tells told find found pour poured cook cooked save
saved leave teach taught write wrote prescribe prescribed order ordered fetch fetched refuse refused deny
""")
_MAKES_DO = word_set(
    "let lets letting make makes made making help helps helped helping have had has see saw seen hear heard"
    " watch watched call calls called calling feel"
)
"""Behind these "me" does something, or is called something: "it helps me sleep", "she called me mum"."""
_DONE_BY_ME = word_set("sleep work drink name mind head phone age hand face bank school house dream shed")
_ME = re.compile(
    r"(?P<before>(?:^|[\w'’]+,?\s+|[,.;]\s*))(?P<me>me) (?=(?P<which>(?:own|old|whole|left|right|bad|poor|big"
    r"|little|wee|new|last|eldest|youngest|best|good) )?(?P<owned>[a-z]+)\b)",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(
    r"(?P<before>(?:^|[.!?;,] |(?:^|[.!?;,] )(?:and|but|so|then|cos|because|'cause) ))(?P<me>me) "
    r"(?!(?:and|or|too|neither|either|an'?|not|again|being|having|getting|going|doing|i|who|that|as|for|with"
    r"|in|on|at|to|the|a|this|personally|myself|is|was|up|out|off|down|over|back|like|all|just|now|then"
    r"|please|mum|dad)\b)(?=[a-z]{3})",
    re.IGNORECASE,
)
"""At the head of a clause nobody is done anything to: "me lips have gone funny"."""
_HURT_BACK = re.compile(
    r"\b(?P<done>do|does|doing|did|done|hurts?|hurting|wreck(?:s|ed)?|injured?|knacker(?:s|ed)?"
    r"|strain(?:s|ed)?"
    r"|break|broke|tweak(?:s|ed)?|twist(?:s|ed)?|ricked?|in|on|with|of) me back\b",
    re.IGNORECASE,
)


def mine_as_my(words: str) -> str:
    """The words of a client with "my" for the "me" that owns what stands behind it."""
    if "me " not in words.lower():
        return words
    begun = _AT_FIRST.sub(lambda me: f"{me['before']}{_my(me['me'])} ", words)
    return _HURT_BACK.sub(lambda hurt: f"{hurt['done']} my back", _ME.sub(_owned, begun))


def _my(me: str) -> str:
    return "My" if me[0].isupper() else "my"


def _owned(found: re.Match[str]) -> str:
    owned, before = found["owned"].lower(), found["before"].strip(" ,.;").lower()
    if owned not in _OWNED and owned not in KIN:
        return found.group()
    gets = before in _GIVES and owned in _TAKEN
    does = before in _MAKES_DO and (owned in _DONE_BY_ME or before.startswith("call") or owned in _TAKEN)
    if gets or does:
        return found.group()
    return f"{found['before']}{_my(found['me'])} "
