"""Which problems an operation can answer with, as they follow from its declaration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from retention import AttuneError, KeyUnavailable, NotFound, SealBroken, StoreUnavailable
from signaling import access
from signaling.access import Scope
from signaling.cluster.refusals import ClusterUnreachable, NodeStopping, OwnerUnreachable, SessionElsewhere
from signaling.errors import (
    BodyTooLarge,
    InvalidBody,
    InvalidQuery,
    LoginRequired,
    OriginRefused,
    ScopeMissing,
    TokenExpired,
    TokenForged,
    TokenReplayed,
    TokenRevoked,
    UnsupportedMedia,
    WrongSession,
)
from signaling.problems import INTERNAL, STATUS_BY_CODE
from signaling.routes import Route

PRIVATE: tuple[type[AttuneError], ...] = (
    LoginRequired,
    TokenForged,
    TokenExpired,
    TokenRevoked,
    WrongSession,
    ScopeMissing,
    StoreUnavailable,
    KeyUnavailable,
    SealBroken,
)
"""Of every route that is not public: who asks is looked up in the records (`access.admitted`)."""

CLUSTER: tuple[type[AttuneError], ...] = (
    SessionElsewhere,
    OwnerUnreachable,
    ClusterUnreachable,
    NodeStopping,
)
"""Of what is about one session: where several servers work together, the one that has it answers."""

BODY: tuple[type[AttuneError], ...] = (BodyTooLarge, UnsupportedMedia, InvalidBody)


def codes_of(route: Route) -> frozenset[str]:
    """The codes of all problems the operation can answer with."""
    found = list(route.refuses)
    if route.scope is not Scope.PUBLIC:
        found += PRIVATE
    if route.scope is Scope.CALL:
        found.append(TokenReplayed)
    if route.changes and (route.scope is Scope.PUBLIC or route.scope in access.CLINICIAN):
        found.append(OriginRefused)
    if route.parts:
        found.append(NotFound)
    if route.scope is not Scope.PUBLIC and {"session", "note"} & set(route.parts):
        found += CLUSTER
    if route.query is not None:
        found.append(InvalidQuery)
    if route.body is not None:
        found += BODY
    return frozenset({INTERNAL, *(error.code for error in found)})


def by_status(codes: frozenset[str]) -> Mapping[int, list[str]]:
    """The codes by HTTP status, both in order."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for code in sorted(codes):
        found[STATUS_BY_CODE.get(code, 500)].append(code)
    return dict(sorted(found.items()))
