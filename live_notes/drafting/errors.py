"""Why a draft can't be used. No message carries content."""

from __future__ import annotations

from typing import ClassVar

from retention.errors import AttuneError


class DraftRefused(AttuneError):
    """A drafter's answer is unusable: wrong sections, nothing supported, spoiled placeholders."""

    code: ClassVar[str] = "draft-refused"


class TemplateRefused(AttuneError):
    """A template that nothing can be drafted with: no sections, two of one title, too much text."""

    code: ClassVar[str] = "template-refused"
