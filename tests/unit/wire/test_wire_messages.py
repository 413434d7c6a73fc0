"""The wire's promises: what is written can be read, what can't be read is refused without repeating it."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from annotated_types import Ge, Le, Lt
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from wire import MAX_MESSAGE_BYTES, Message, Role, Segment, WireError, Word
from wire.base import parse
from wire.browser import CLIENT_MESSAGE, SERVER_MESSAGE, ClientMessage, ServerMessage, parse_client
from wire.control import (
    CONTROL_MESSAGE,
    WORKER_MESSAGE,
    ControlMessage,
    Recognised,
    WorkerMessage,
    parse_worker,
)
from wire.schema import browser_schema

SECRET = "purple marmalade umbrella"
_UNIONS: dict[Any, TypeAdapter[Any]] = {
    ClientMessage: CLIENT_MESSAGE,
    ServerMessage: SERVER_MESSAGE,
    WorkerMessage: WORKER_MESSAGE,
    ControlMessage: CONTROL_MESSAGE,
}


def _members(union: Any) -> list[type[Message]]:
    return list(get_args(get_args(union)[0]))


ALL = [(kind, adapter) for union, adapter in _UNIONS.items() for kind in _members(union)]


def _valid(kind: type[Message]) -> st.SearchStrategy[Message]:
    """Messages of one kind; what its own limits refuse is not one."""

    def build(values: dict[str, Any]) -> Message | None:
        try:
            return kind.model_validate(values)
        except ValidationError:
            return None

    fields = {
        name: _number(field) if field.annotation is int else _value(field.annotation)
        for name, field in kind.model_fields.items()
        if name != "type"
    }
    return st.fixed_dictionaries(fields).map(build).filter(lambda one: one is not None)  # type: ignore[return-value]


def _number(field: FieldInfo) -> st.SearchStrategy[int]:
    """Whole numbers within a field's own limits, which may be narrow."""
    limits = {type(limit): limit for limit in field.metadata}
    least = limits[Ge].ge if Ge in limits else 1
    most = limits[Le].le if Le in limits else limits[Lt].lt - 1 if Lt in limits else 1000
    return st.integers(least, most)


def _value(annotation: Any) -> st.SearchStrategy[Any]:
    if isinstance(annotation, type) and issubclass(annotation, Message):
        return _valid(annotation)
    if annotation is float:
        return st.floats(0, 1)
    if annotation is int:
        return st.integers(1, 1000)
    if annotation is str:
        return st.text(min_size=1, max_size=40)
    origin, arguments = getattr(annotation, "__origin__", None), get_args(annotation)
    if origin is tuple:
        return st.lists(_value(arguments[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(_value(arguments[0]), _value(arguments[1]), max_size=2)
    if type(None) in arguments:
        return st.none() | _value(next(one for one in arguments if one is not type(None)))
    return st.from_type(annotation)


@pytest.mark.parametrize(("kind", "adapter"), ALL, ids=[kind.__name__ for kind, _ in ALL])
def test_every_message_arrives_as_it_was_sent(kind: type[Message], adapter: TypeAdapter[Any]) -> None:
    @given(_valid(kind))
    def check(message: Message) -> None:
        assert parse(adapter, message.model_dump_json()) == message

    check()


@pytest.mark.parametrize("union", _UNIONS)
def test_message_types_are_unique_in_a_union(union: Any) -> None:
    tags = [kind.model_fields["type"].default for kind in _members(union)]
    assert len(tags) == len(set(tags))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_json"),
        ("{", "not_json"),
        ("[]", "invalid_message"),
        ('{"type":"chat"}', "invalid_message"),
        (json.dumps({"type": SECRET}), "unknown_type"),
        (json.dumps({"text": SECRET}), "unknown_type"),
        (json.dumps({"type": "chat", "text": SECRET, "extra": SECRET}), "invalid_message"),
        (json.dumps({"type": "describe", "to": "x", "kind": SECRET, "sdp": ""}), "invalid_message"),
        (json.dumps({"type": "chat", "text": SECRET * 100}), "invalid_message"),
        ("x" * (MAX_MESSAGE_BYTES + 1), "message_too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_by_code_without_its_content(text: str, code: str) -> None:
    with pytest.raises(WireError) as caught:
        parse_client(text)
    assert caught.value.code == code
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is None


@given(st.binary(max_size=200))
def test_no_bytes_at_all_break_the_reader(noise: bytes) -> None:
    for reader in (parse_client, parse_worker):
        with pytest.raises(WireError):
            reader(noise)


def test_words_never_show_in_a_representation() -> None:
    word = Word(word=SECRET, start=0, end=1, probability=0.5)
    segment = Segment(
        id="s1",
        track="t1",
        speaker="p1",
        role=Role.CLIENT,
        start=0,
        end=1,
        text=SECRET,
        final=True,
        words=(word,),
    )
    recognised = Recognised(track="t1", id="s1", start=0, end=1, text=SECRET, final=True, words=(word,))
    for spoken in (word, segment, recognised):
        for shown in (repr(spoken), str(spoken), f"{spoken}", f"{[spoken]}"):
            assert SECRET not in shown


def test_the_schema_names_every_browser_message() -> None:
    definitions = browser_schema()["$defs"]
    assert isinstance(definitions, dict)
    for union in (ClientMessage, ServerMessage):
        assert {kind.__name__ for kind in _members(union)} <= set(definitions)
