"""Sentences that run on with no more than a comma between them, told apart as the clauses they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.language.verbs import FINITE, is_verb
from live_notes.drafting.language.words import tokens, word_count

_JOINT = re.compile(
    r",\s+(?:(?P<joint>and|but)\s+(?:then\s+)?)?(?=(?:i|he|she|it|they|there|my)(?:'(?:m|s|ve|d"
    r"|re))?\s+[a-z])",
    re.IGNORECASE,
)
_DEPENDS = re.compile(
    r"^(?:(?:and|but|so|then) )*(?:if|when|whenever|while|because|'?cause|after|before|since|until"
    r"|unless|although"
    r"|though|once|as|in case|every time|by the time|that|which|who|what|where|the (?:way|day|time|minute))\b"
    r"|^(?:it seems|i (?:think|guess|suppose|reckon|mean|believe|know|imagine|swear)|they (?:say|reckon))\b"
    r"|\b(?:said|says|say|tell|tells|told|ask|asked|asks)\b"
    r"|\b(?:goes|went|thought|think|know|mean|guess|feel|felt|sort of|kind of|like|saying"
    r"|thinking|if|when|because)$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:if|when|whenever|while|because|'?cause|until|unless|although|since|that|which|who|what|where"
    r"|how|why)\b"
    r"|\b(?:and|but|so|or|then)\b(?!.*\b(?:i|he|she|it|they|we|there|my|the)\b)"
    r"|\b(?:then|so|yes|no|lately|honestly|usually|actually|now|way|realistically|basically|obviously"
    r"|sometimes)$",
    re.IGNORECASE,
)
"""What may go on behind the comma: "I walk, but lately, it's raining", "I rest when it hurts, it helps"."""
_LEAST, _MOST_PARTS = 3, 4


def parts_of(unit: Unit) -> Sequence[Unit]:
    """The clauses of a sentence that runs on; the unit alone where they can't be told apart."""
    words = unit.words.rstrip(".")
    joints = _joints(words)
    if not joints:
        return (unit,)
    pieces = _pieces(words, joints)
    marks = ["", *((joint["joint"] or "").lower() for joint in joints)]
    first = replace(unit, exact=unit.exact, words=pieces[0])
    return (first, *(_part(unit, mark, piece) for mark, piece in zip(marks[1:], pieces[1:], strict=True)))


def _joints(words: str) -> Sequence[re.Match[str]]:
    """Where one clause ends and the next one begins; nothing where a part is no clause of its own."""
    joints = list(_JOINT.finditer(words)) if "," in words else []
    few = 0 < len(joints) < _MOST_PARTS
    pieces = _pieces(words, joints)
    whole = few and all(_stands(piece) for piece in pieces) and not any(map(_OPEN.search, pieces[:-1]))
    return joints if whole else ()


def _pieces(words: str, joints: Sequence[re.Match[str]]) -> list[str]:
    edges = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(words)]
    return [words[start:end].strip(" ,") for start, end in zip(edges, ends, strict=True)]


def _part(unit: Unit, mark: str, piece: str) -> Unit:
    return replace(unit, exact=f"But {piece}" if mark == "but" else piece, words=piece)


def _stands(piece: str) -> bool:
    """Whether a part is a clause of its own: it has a subject and a verb, and hangs on no other."""
    if word_count(piece) < _LEAST or _DEPENDS.search(piece) or not is_clause(piece):
        return False
    return any(is_verb(word) or word.lower() in FINITE or "'" in word for word in tokens(piece))
