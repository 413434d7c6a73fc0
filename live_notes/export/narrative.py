"""Paragraphs as the XHTML that FHIR takes for narrative: words only, whatever they contain. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final

_NOT_XML: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may contain (https://www.w3.org/TR/xml/#charsets)."""


def narrative(lines: Iterable[str]) -> str:
    """A `div` with a paragraph for each line."""
    paragraphs = "".join(f"<p>{escape(_NOT_XML.sub('', line))}</p>" for line in lines)
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{paragraphs}</div>'
