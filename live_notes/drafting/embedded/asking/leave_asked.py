"""A question that only asks whether the one before it may be put: "what about family? Is it okay to ask?"."""

from __future__ import annotations

import re

_ASKS_LEAVE = re.compile(
    r"(?:(?:and|so|but|or)[, ]+)?(?:(?:is|would|will) (?:it|that) (?:be )?(?:okay|ok|all right|alright|fine) "
    r"(?:(?:for me )?to ask|if i ask|me asking|with you)(?: (?:you|that|this|about (?:it|that|this)))?"
    r"|(?:do|would) you mind (?:me asking|if i ask(?:ed)?|saying|telling me|talking about (?:it|that))"
    r"|(?:can|may|could) i ask(?: (?:you )?(?:that|this|about (?:it|that|this)))?"
    r"|if (?:that's|it's|that is) (?:okay|ok|all right|alright)(?: to ask)?|if you don't mind(?: me asking)?"
    r"|are you (?:okay|ok|all right|happy|comfortable) (?:to (?:say|talk about (?:it|that))|telling me)"
    r")",
    re.IGNORECASE,
)


def asks_leave(words: str) -> bool:
    """Whether a question only asks for leave to ask: what is answered belongs to the question before it."""
    return _ASKS_LEAVE.fullmatch(words.strip(" ?.!")) is not None
