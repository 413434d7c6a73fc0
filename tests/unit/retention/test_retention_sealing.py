"""Sealing: what opens, what does not, and what never shows."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.errors import BadInput, KeyUnavailable, SealBroken
from retention.sealing import DataKey, MasterKey, SealContext, Sealed, parse_master_key

PLACE = SealContext("segments", "ses_1", "seg_1")


@given(st.binary(max_size=500))
def test_what_is_sealed_opens_at_its_place(clear: bytes) -> None:
    with DataKey.fresh() as key:
        assert key.open(key.seal(clear, PLACE), PLACE) == clear


@pytest.mark.parametrize(
    "elsewhere",
    [
        SealContext("notes", "ses_1", "seg_1"),
        SealContext("segments", "ses_2", "seg_1"),
        SealContext("segments", "ses_1", "seg_2"),
        SealContext("segments", "ses_1seg_1", ""),
    ],
)
def test_a_ciphertext_moved_elsewhere_does_not_open(elsewhere: SealContext) -> None:
    with DataKey.fresh() as key:
        sealed = key.seal(b"words", PLACE)
        with pytest.raises(SealBroken):
            key.open(sealed, elsewhere)


@given(st.data())
def test_any_flipped_bit_is_noticed(draw: st.DataObject) -> None:
    with DataKey.fresh() as key:
        blob = bytearray(bytes(key.seal(b"some words", PLACE)))
        blob[draw.draw(st.integers(0, len(blob) - 1))] ^= 1 << draw.draw(st.integers(0, 7))
        with pytest.raises(SealBroken):
            key.open(Sealed(bytes(blob)), PLACE)


def test_another_key_does_not_open_it() -> None:
    with DataKey.fresh() as key, DataKey.fresh() as other, pytest.raises(SealBroken):
        other.open(key.seal(b"words", PLACE), PLACE)


def test_the_same_words_never_look_the_same_twice() -> None:
    with DataKey.fresh() as key:
        assert bytes(key.seal(b"words", PLACE)) != bytes(key.seal(b"words", PLACE))


def test_a_discarded_key_seals_nothing() -> None:
    with DataKey.fresh() as key:
        pass
    with pytest.raises(KeyUnavailable):
        key.seal(b"words", PLACE)
    assert key.raw() == b""


def test_nothing_secret_shows_in_a_repr() -> None:
    with DataKey.fresh() as key:
        sealed = key.seal(b"words", PLACE)
        assert repr(sealed) == f"<Sealed {len(sealed)} bytes>"
        assert repr(key) == "<DataKey>"
    assert repr(MasterKey(bytes(32))) == "<MasterKey>"


def test_a_wrapped_key_comes_back_under_its_own_name_only() -> None:
    master = MasterKey(b"m" * 32)
    with DataKey.fresh() as key:
        wrapped = master.wrap("transcript:a", key)
        assert key.raw() not in wrapped
        with master.unwrap("transcript:a", key.tag, wrapped) as back:
            assert back.raw() == key.raw()
        with pytest.raises(KeyUnavailable):
            master.unwrap("transcript:b", key.tag, wrapped)
        with pytest.raises(KeyUnavailable):
            MasterKey(b"n" * 32).unwrap("transcript:a", key.tag, wrapped)


def test_the_check_value_tells_master_keys_apart_without_showing_them() -> None:
    assert MasterKey(b"a" * 32).check_value != MasterKey(b"b" * 32).check_value
    assert MasterKey(b"a" * 32).check_value == MasterKey(b"a" * 32).check_value
    assert len(MasterKey(b"a" * 32).check_value) == 16


def test_a_master_key_is_read_as_base64_or_hexadecimal() -> None:
    key = bytes(range(224, 256))
    assert parse_master_key(key.hex()) == key
    assert parse_master_key(base64.b64encode(key).decode() + "\n") == key
    assert parse_master_key(base64.urlsafe_b64encode(key).decode()) == key


@pytest.mark.parametrize("text", ["", "short", "x" * 44, "zz" * 32, base64.b64encode(b"k" * 16).decode()])
def test_an_unusable_master_key_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(BadInput) as refusal:
        parse_master_key(text)
    assert text == "" or text not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_only_json_can_be_sealed_as_json_and_the_error_repeats_nothing() -> None:
    with DataKey.fresh() as key, pytest.raises(BadInput) as refusal:
        key.seal_json({"text": object(), "canary": "heliotrope"}, PLACE)
    assert "heliotrope" not in repr(refusal.value)
    assert refusal.value.__cause__ is None
