"""What the demo confirms when it signs a note that carries flags."""

from __future__ import annotations

from signaling.demo.clinic import attestations_of
from signaling.notebook import needed_attestations


def test_each_flag_is_confirmed_where_it_stands() -> None:
    def sentence(*flags: str) -> dict[str, object]:
        return {"text": "Told.", "evidence": ["s1"], "flags": list(flags)}

    content = {
        "sections": [
            {"title": "Subjective", "sentences": [sentence(), sentence("unsupported", "negation-differs")]},
            {"title": "Plan", "sentences": [sentence("unsupported")]},
        ]
    }
    confirmed = attestations_of({"note": content})
    assert confirmed == ["unsupported:1.2", "negation-differs:1.2", "unsupported:2.1"]
    assert set(confirmed) == needed_attestations(content)
