"""What a clinician does in one kind of care: with sleep, eating, attention, solutions, a task begun here."""

from __future__ import annotations

from live_notes.drafting.embedded.acting.deed import LEAD, Deed, deed

OF_CARE: tuple[Deed, ...] = (
    deed(
        "worked from the shared formulation",
        "formulation drawing diagram map drew",
        r"\b(?:your|the|our) formulation\b(?! is\b)",
        r"\b(?:the|that|your|our) (?:drawing|diagram|map|picture|flower|circle|cycle"
        r"|chart) (?:that )?(?:we|you and"
        r" i) (?:did|drew|made|put together|worked out)\b",
        worth=0.45,
    ),
    deed(
        "weighed the client in session",
        "weight weigh weighing scale scales shoes",
        r"\b(?:do|take|check|get) (?:the|your) weight (?:first|now|today|and|before|then)\b|\bweigh you\b"
        r"|\b(?:hop|step|pop|jump|get) (?:up )?on(?:to)? the scales?\b|\b(?:open|in-session"
        r"|collaborative) weighing\b"
        r"|\bshoes off\b[^?]*\b(?:look|weigh|scales?|on)\b",
        worth=0.4,
    ),
    deed(
        "shifted attention outward",
        "attention hear focus",
        r"\b(?:bring|turn|shift|move|put|take|switch) your (?:attention|focus) (?:out\w*|back out|away"
        r"|to (?:the|what"
        r"|something)|onto)\b|\battention training\b|\b(?:external|outward) (?:focus|attention)\b",
        r"\bwhat can you (?:hear|see|smell) (?:outside|around|in (?:the|this) room|right now|out there)\b",
        worth=0.45,
    ),
    deed(
        "guided the client to notice body sensations",
        "shape edges edge colour color temperature size breathing breathe",
        r"\b(?:does|has) it (?:have|got) (?:an? )?(?:shape|colou?r|size|edges?|temperature|weight|texture)\b"
        r"|\b(?:find|notice|feel for|trace) the edges\b|\bbreath(?:e|ing) (?:into|around) (?:it|that|the)\b"
        r"|\bis it (?:hot|heavy|sharp|tight|moving),? or (?:cold|light|dull|loose|still)\b",
        worth=0.4,
    ),
    deed(
        "asked what has been better",
        "better",
        rf"{LEAD}(?:[^?]{{0,40}}, )?what(?:'s| is| has)? (?:else )?(?:has |is )?(?:been |got "
        rf"|gone )?better\b[^?]*\?",
        worth=0.4,
        asks=True,
    ),
    deed(
        "had the client begin on it in the session",
        "here now phone send sent together",
        r"\b(?:do|try|start|make a start on|have a go at) (?:a (?:bit|piece|little|start) (?:of"
        r"|on) )?(?:it|that|some"
        r"|this) (?:right )?(?:here|together)\b",
        r"\b(?:put|write|get|stick|pop) (?:it|that|this|them) (?:in|into|on) (?:the|your) (?:phone"
        r"|calendar|diary"
        r"|notebook|book)\b[^?]*\bnow\b|\bsend it now\b"
        r"|\b(?:ring|call|text|message|email) \w+(?: \w+)?,? (?:right |the )?(?:now"
        r"|from here)\b[^?]*\b(?:here|with me"
        r"|now|together)\b",
        worth=0.4,
    ),
    deed(
        "worked out a more balanced thought",
        "accurate balanced realistic fairer helpful kinder alternative",
        r"\b(?:more |an? )?(?:balanced|accurate|realistic|fairer|alternative|more helpful) (?:thing"
        r"|thought|way|view"
        r"|version|sentence|statement)\b",
        worth=0.45,
    ),
    deed(
        "worked with the sleep window",
        "window efficiency restriction compression",
        r"\bsleep (?:window|restriction|efficiency|compression)\b|\b(?:the|your) window\b[^?]*\b(?:half"
        r"|quarter"
        r"|midnight|hours?|minutes|eleven|twelve|six|seven|end|keep to|stick)\b",
        worth=0.45,
    ),
    deed(
        "went over what to do when awake in bed",
        "awake bed asleep",
        r"\b(?:get|got|getting) (?:up|out of bed) (?:if|when) you(?:'re| are)(?:n't"
        r"| not)? (?:\w+ )?(?:awake|asleep"
        r"|sleeping|lying)\b|\b(?:only|just) (?:go|get) (?:to|in|into) bed when you(?:'re| are) (?:sleepy"
        r"|tired)\b"
        r"|\b(?:bed|bedroom) (?:is )?(?:only |just )?for sleep\b",
        worth=0.4,
    ),
    deed(
        "suggested working alongside somebody",
        "doubling double alongside",
        r"\bbody[- ]doubl\w+\b",
        worth=0.35,
    ),
    deed(
        "said when to seek urgent help",
        "emergency hospital straight ambulance",
        r"\bif you(?:'re| are)?\b[^?]*\b(?:straight|go|ring|call|get yourself)\b[^?]*\b(?:emergency|hospital"
        r"|ambulance|a (?:and|&) e|casualty|the er)\b",
        worth=0.4,
    ),
    deed(
        "asked where it was learned",
        "learn learned learnt taught teach",
        rf"{LEAD}where(?:'d| did) you (?:first )?learn\b|\bwho taught you\b|\bwhere does that (?:rule"
        rf"|voice|idea"
        r"|belief) come from\b",
        worth=0.35,
        asks=True,
    ),
)
"""Each is looked for by its keys, as in the other tables."""
