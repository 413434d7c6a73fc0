"""Objections in words for people, the pages about problems, and which refusals follow from a declaration."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, ValidationError

from retention import AttuneError
from signaling import meanings, problems
from signaling.access import Scope
from signaling.errors import InvalidBody, NotReady
from signaling.findings import Finding, finding, findings_of, summary
from signaling.refusals import by_status, codes_of
from signaling.rest import ROUTES
from signaling.rest.records import AuditQuery
from signaling.rest.sessions import CreateSession, SessionsQuery
from signaling.routes import Answer, Body, Call, NoQuery, Route

SECRET = "somebody's very private words"


class Inner(Body):
    size: int = Field(ge=3)


class Named(Body):
    name: str = Field(min_length=1)


class Outer(Body):
    inner: list[Inner]


def objections(model: type[BaseModel], text: str) -> tuple[Finding, ...]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate_json(text)
    return findings_of(caught.value)


def test_an_objection_points_to_its_place() -> None:
    found = objections(Outer, '{"inner": [{"size": 3}, {"size": 2}, {}]}')
    assert [(one.pointer, one.message) for one in found] == [
        ("#/inner/1/size", "This must be at least 3."),
        ("#/inner/2/size", "This is required."),
    ]
    assert InvalidBody(found).detail == (
        "the field inner.1.size must be at least 3; one more part is refused"
    )


def test_what_needs_something_must_not_be_empty() -> None:
    [found] = objections(Named, '{"name": ""}')
    assert (found.pointer, found.message) == ("#/name", "This must not be empty.")


def test_a_pointer_is_escaped() -> None:
    assert Finding(("a/b", "~c", 0), "is required").pointer == "#/a~1b/~0c/0"


@pytest.mark.parametrize(
    ("count", "more"), [(1, ""), (2, "; one more part is refused"), (4, "; 3 more are refused")]
)
def test_a_summary_says_how_many_more_there_are(count: int, more: str) -> None:
    assert summary([Finding((), "is not JSON")] * count, "the body") == f"the body is not JSON{more}"


@given(st.text(min_size=1).filter(lambda key: key not in CreateSession.model_fields))
def test_the_name_of_an_unknown_field_is_never_repeated(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        CreateSession.model_validate({"client": "Anna", key: SECRET})
    told = [(one.pointer, one.message) for one in findings_of(caught.value)]
    assert told == [("#", "This has a part that is not known here.")]
    assert SECRET not in finding(caught.value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3),
    )
)
def test_no_value_is_ever_repeated(value: object) -> None:
    try:
        CreateSession.model_validate(
            {"client": "Anna", "kind": value, "planned_minutes": value, "clients": value}
        )
    except ValidationError as error:
        for one in findings_of(error):
            assert one.message.startswith("This ")
            assert one.message.endswith(".")
            assert "{" not in one.message
            if isinstance(value, str) and len(value) > 12:
                assert value not in one.message


def test_sentences_begin_with_a_capital_and_end_with_a_stop() -> None:
    assert problems.sentence("log in first") == "Log in first."
    assert problems.sentence("Really?") == "Really?"
    assert problems.problem("not-ready", "").detail == "."


# ------------------------------------------------------------ pages


def test_every_status_has_a_meaning_and_every_meaning_a_page() -> None:
    assert meanings.MEANINGS.keys() == problems.STATUS_BY_CODE.keys()
    for code, status in problems.STATUS_BY_CODE.items():
        page = meanings.page_of(code, status)
        assert f"<code>{code}</code>" in page
        assert f"HTTP status {status}" in page
        assert f"/problems/{code}" in meanings.list_page(problems.STATUS_BY_CODE)


def test_a_code_without_a_page_names_none() -> None:
    class Odd(AttuneError):
        code = "very-odd"

    found = problems.of_error(Odd("no"))
    assert (found.type, found.status) == ("about:blank", 500)
    assert problems.of_error(NotReady("no")).type == "/problems/not-ready"


# ------------------------------------------------------------ refusals


async def _nothing(call: Call) -> Answer:
    return None


def test_refusals_follow_from_the_declaration() -> None:
    open_ = Route("GET", "/x", Scope.PUBLIC, _nothing, "", query=None)
    assert codes_of(open_) == {"internal"}
    changing = Route("POST", "/x/{part}", Scope.SESSIONS_WRITE, _nothing, "", Inner, refuses=(NotReady,))
    told = by_status(codes_of(changing))
    assert list(told) == [401, 403, 404, 409, 413, 415, 422, 500, 503]
    assert told[401] == ["login-required", "token-expired", "token-forged"]
    assert told[403] == ["origin-refused", "scope-missing", "token-revoked", "wrong-session"]
    assert told[422] == ["invalid-body", "invalid-query"]
    own = codes_of(Route("POST", "/x", Scope.WITHDRAW, _nothing, ""))
    assert "origin-refused" not in own  # a bearer token is sent by nobody's browser unasked
    assert "token-replayed" in codes_of(Route("GET", "/x", Scope.CALL, _nothing, ""))


def test_all_routes_of_the_interface_refuse_parameters_they_do_not_know() -> None:
    for route in ROUTES:
        assert (route.query is None) == (not route.path.startswith("/v1/")), route.name
    assert NoQuery.model_config["extra"] == "forbid"


def test_a_page_has_a_generous_default() -> None:
    assert (SessionsQuery().limit, AuditQuery().limit) == (200, 500)
