"""Words as they are written, for those that are run together in talk."""

from __future__ import annotations

import re

_CASUAL = {
    "gonna": "going to", "wanna": "want to", "kinda": "kind of", "sorta": "sort of", "dunno": "don't know",
    "lemme": "let me", "gimme": "give me", "'cause": "because",
}  # fmt: skip
_SPELT_CASUALLY = re.compile(
    r"(?:\b(?:gonna|wanna|kinda|sorta|dunno|lemme|gimme)|(?<!\w)'cause)\b", re.IGNORECASE
)
_HAVE_GOTTA = re.compile(r"(?<=\w)('ve|'s) gotta\b", re.IGNORECASE)
_GOTTA = re.compile(r"(?<!'s )(?<!'ve )\bgotta\b", re.IGNORECASE)


def in_full(text: str) -> str:
    """Words as they are written, not as they are run together: "gonna" becomes "going to"."""
    plain = _SPELT_CASUALLY.sub(lambda match: _CASUAL[match.group().lower()], text)
    return _GOTTA.sub("have to", _HAVE_GOTTA.sub(r"\1 got to", plain))
