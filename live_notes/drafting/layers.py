"""Preferences in layers: a note's before its client's, those before the clinician's, then the defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from live_notes.drafting.contradictions import wished_detail
from live_notes.drafting.preferences import (
    MAX_INSTRUCTIONS_CHARS,
    Detail,
    Preferences,
    key_named,
    known_preferences,
    parse_preferences,
)
from retention.errors import BadInput

Overrides = Mapping[str, Any]
"""Preferences by name, as JSON: only those that differ from the layer below."""

NO_OVERRIDES: Final[Overrides] = {}
_FORMAT, _TEMPLATE = "default_format", "default_template"


def parse_overrides(value: object) -> dict[str, Any]:
    """The preferences that a JSON object names; null means as in the layer below.

    Raises:
        BadInput: not an object, a key that means nothing here, or an impossible value.
    """
    if not isinstance(value, Mapping):
        raise BadInput("preferences must be a JSON object")
    given = {str(key): content for key, content in value.items() if content is not None}
    preferences, unknown = parse_preferences(given)
    if unknown:
        raise BadInput(f"preferences: a key that means nothing here; known are {known_preferences()}")
    names = {key_named(key) for key in given} & set(Preferences.model_fields)
    return preferences.model_dump(mode="json", include=names)


def layered(own: Preferences, *above: Overrides) -> Preferences:
    """The clinician's preferences with those of the client and of the note over them, the last one on top.

    A format and a template are one choice: whoever names a format means no template of a layer below.
    """
    values = own.model_dump(mode="json")
    for layer in above:
        if _FORMAT in layer and _TEMPLATE not in layer:
            values[_TEMPLATE] = ""
        values |= layer
    return Preferences.model_validate(values)


@dataclass(frozen=True)
class Wishes:
    """What is wanted of one draft only, on top of the preferences: some of them, and guidance in free words.

    Guidance that asks for a short or a long note is followed where no `detail` is given.
    """

    detail: Detail | None = None
    guidance: str = field(default="", repr=False)
    preferences: Overrides = field(default_factory=dict, repr=False)

    @property
    def own(self) -> Overrides:
        """What of the preferences differs for this draft, its detail among them; guidance is none of them."""
        return {**self.preferences, **({} if self.detail is None else {"detail": self.detail.value})}

    def on(self, preferences: Preferences) -> Preferences:
        """The preferences with these wishes; the guidance comes after the standing instructions."""
        chosen = layered(preferences, self.preferences) if self.preferences else preferences
        changed: dict[str, object] = {}
        detail = self.detail
        if detail is None and "detail" not in self.preferences:
            detail = wished_detail(self.guidance)
        if detail is not None:
            changed["detail"] = detail
        if self.guidance.strip():
            both = f"{chosen.instructions}\n{self.guidance}".strip()
            changed["instructions"] = both[-MAX_INSTRUCTIONS_CHARS:]
        return chosen.model_copy(update=changed)


AS_PREFERRED = Wishes()
