"""Third parties by relation, not by name: "my sister [PERSON_2]" becomes "my sister"."""

from __future__ import annotations

import re

from live_notes.drafting.language.remembered import remembered

_RELATION = (
    r"(?:husband|wife|partner|spouse|boyfriend|girlfriend|fianc\w+|sister|brother|mother|mom|mum|father|dad"
    r"|stepmother|stepfather|stepmom|stepdad|son|daughter|child|baby|aunt|auntie|uncle|cousin|niece|nephew"
    r"|grandmother"
    r"|grandfather|grandma|grandpa|friend|best friend|roommate|flatmate|boss|supervisor|co-?worker"
    r"|colleague|neighbou?r"
    r"|teacher|therapist|doctor|ex|ex-?husband|ex-?wife)"
)
_APPOSED = re.compile(
    rf"(\b(?:my|your|his|her|their|our|the) (?:\w+ )?{_RELATION}),? (\[PERSON(?:_\d+)?\])(?!'s \w+'s),?",
    re.IGNORECASE,
)
_PREFIXED = re.compile(rf"(\[PERSON(?:_\d+)?\]),? (my (?:\w+ )?{_RELATION})\b,?", re.IGNORECASE)


_CALLED = re.compile(
    r"^\[(?:CLIENT|CLINICIAN)(?:_\d+)?\],? (?=\w)|, \[(?:CLIENT|CLINICIAN)(?:_\d+)?\](?=[.?!,]|$)"
)


@remembered
def without_names(text: str) -> str:
    """The text without a masked name where the relation stands beside it, or where it only calls somebody."""
    return relations_alone(_CALLED.sub("", text))


def relations_alone(text: str) -> str:
    """The text without a masked name where the relation stands beside it."""
    return _PREFIXED.sub(r"\2", _APPOSED.sub(r"\1", text))
