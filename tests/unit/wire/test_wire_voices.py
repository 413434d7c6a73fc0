"""What the control link says of voices that share a microphone."""

from __future__ import annotations

import json

import pytest

from wire import MAX_MESSAGE_BYTES, WireError
from wire.control import (
    MAX_VOICE_PARTS,
    MAX_VOICES,
    OpenTrack,
    Register,
    VoicePart,
    VoicesSettled,
    parse_control,
    parse_worker,
)

OPEN = {"type": "open_track", "session": "ses_1", "track": "trk_1", "session_time": 0.0}
PART = {"segment": "trk_1.1", "first_word": 0, "last_word": 3, "voice": 1, "certainty": 0.9}


def _settled(**changed: object) -> str:
    said = {"type": "voices_settled", "track": "trk_1", "parts": [{**PART, **changed}], "settled": True}
    return json.dumps(said)


def test_a_microphone_is_one_persons_unless_told() -> None:
    opened = parse_control(json.dumps(OPEN))
    assert isinstance(opened, OpenTrack)
    assert opened.voices == 1


@pytest.mark.parametrize("voices", [1, 2, MAX_VOICES])
def test_as_many_people_as_a_session_seats_may_share_one(voices: int) -> None:
    opened = parse_control(json.dumps({**OPEN, "voices": voices}))
    assert isinstance(opened, OpenTrack)
    assert opened.voices == voices


@pytest.mark.parametrize("voices", [0, -1, MAX_VOICES + 1, "two", 1.5])
def test_no_other_number_of_people_is_taken(voices: object) -> None:
    with pytest.raises(WireError) as caught:
        parse_control(json.dumps({**OPEN, "voices": voices}))
    assert caught.value.code == "invalid_message"


def test_a_part_covers_one_word_at_the_least() -> None:
    message = parse_worker(_settled(first_word=3))
    assert isinstance(message, VoicesSettled)
    assert message.parts == (VoicePart(segment="trk_1.1", first_word=3, last_word=3, voice=1, certainty=0.9),)


@pytest.mark.parametrize(
    "changed",
    [{"first_word": 4}, {"first_word": -1}, {"voice": MAX_VOICES}, {"voice": -1}, {"certainty": 1.01}],
)
def test_a_part_that_cannot_be_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(WireError) as caught:
        parse_worker(_settled(**changed))
    assert caught.value.code == "invalid_message"


def test_the_most_parts_of_a_message_fit_into_one_with_room_to_spare() -> None:
    part = VoicePart(segment="trk_" + "x" * 36, first_word=100, last_word=199, voice=5, certainty=0.123)
    message = VoicesSettled(track="trk_" + "x" * 32, parts=(part,) * MAX_VOICE_PARTS, settled=False)
    assert len(message.model_dump_json()) < 0.6 * MAX_MESSAGE_BYTES
    assert parse_worker(message.model_dump_json()) == message


def test_a_worker_says_whether_it_tells_voices_apart() -> None:
    register = Register(version=1, worker="w", model="m", languages=(), capacity=1)
    assert not register.separates_voices
    able = parse_worker(register.model_copy(update={"separates_voices": True}).model_dump_json())
    assert isinstance(able, Register)
    assert able.separates_voices


def test_no_voice_print_has_a_place_on_the_wire() -> None:
    assert set(VoicePart.model_fields) == {"segment", "first_word", "last_word", "voice", "certainty"}
    assert set(VoicesSettled.model_fields) == {"type", "track", "parts", "settled"}
