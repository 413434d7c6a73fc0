"""The words of a clinician who speaks for the record, of the client and not to them, amid a conversation."""

from __future__ import annotations

import re

from live_notes.drafting.formats import Kind


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


AUTHOR_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        Kind.PLAN,
        _any(
            r"\b(?:plan|homework|next (?:session|appointment|week|visit|step)|refer(?:ral|red)?"
            r"|follow[- ]?up|return|to"
            r" (?:continue|practi[cs]e|complete|call|start|monitor|schedule)|will (?:continue"
            r"|practi[cs]e|complete|meet"
            r"|call|start|monitor|return|schedule|keep|try|work|see|bring|review|be seen)|scheduled"
            r"|reschedul\w+"
            r"|agreed to|assigned)\b"
        ),
    ),
    (
        Kind.RESPONSE,
        _any(
            r"\b(?:responded|receptive|engaged (?:well|in|with)|found (?:it|this|the \w+) (?:helpful"
            r"|useful|hard|difficult)"
            r"|reported (?:relief|feeling calmer)|in response|afterwards?|was able to (?:identify"
            r"|practi[cs]e|use|name)"
            r"|expressed (?:understanding|interest|willingness)|participated)\b"
        ),
    ),
    (
        Kind.INTERVENTION,
        _any(
            r"^(?:therapist|clinician|counsell?or|i|we|provider|writer|this (?:writer"
            r"|clinician))\b.*\b(?:used|provided"
            r"|practi[cs]ed|taught|explored|reviewed|introduced|discussed|worked|challenged"
            r"|normali[sz]ed|validated"
            r"|processed|helped|guided|led|encouraged|modell?ed|explained|reframed|assessed|did|talked"
            r"|went|role-?played"
            r"|completed|developed|created|identified)\b",
            r"^(?:used|provided|practi[cs]ed|taught|explored|reviewed|introduced|discussed|worked on"
            r"|challenged|normali[sz]ed"
            r"|validated|processed|guided|psychoeducation|role-?played|utili[sz]ed|assessed for|completed)\b",
        ),
    ),
    (
        Kind.OBSERVATION,
        _any(
            r"\b(?:affect|appeared|presented|tearful|oriented|eye contact|speech|groom\w+"
            r"|mood (?:was )?congruent|fidget\w+"
            r"|restless|alert|cooperative|phq-?9?|gad-?7?|score[ds]?|observed|thought process"
            r"|psychomotor|dishevell?ed)\b"
        ),
    ),
    (
        Kind.FORMULATION,
        _any(
            r"\b(?:progress\w*|consistent with|impression|appears to|symptoms (?:are|have|continue"
            r"|remain)|diagnos\w+|meets?"
            r" criteria|improv(?:ed|ing|ement)|insight|seems to|prognosis|risk (?:is|remains|assessed)"
            r"|formulation"
            r"|suggest(?:s|ing)|likely)\b"
        ),
    ),
)
"""How such sentences, and those of a finished note, are placed, first match first; the rest is report."""

DICTATED = re.compile(
    r"\b(?:the )?patient(?:'s)? (?:is|was|has|had|denies|denied|reports?|states?|presents?|complains?"
    r"|endorses|will|does|did|can"
    r"|cannot|appears|understands|agrees|tolerat\w+|expressed)\b|\b(?:chief complaint|date of birth"
    r"|history of present illness"
    r"|past (?:medical|surgical|social|family) history|review of systems|physical exam\w*:|assessment "
    r"and plan|next patient is"
    r"|current medications|allergies:)\b",
    re.IGNORECASE,
)
TO_THE_CLIENT = re.compile(r"\b(?:you|your|yours|you're|you've|i'm going to|let's|okay\?)\b", re.IGNORECASE)
