"""What a node of a cluster can't do at the moment: always worth asking again shortly."""

from __future__ import annotations

from typing import ClassVar

from aiohttp import web

from retention import AttuneError
from signaling import problems


class ClusterRefusal(AttuneError):
    """Not here, not now; `retry_after` seconds are a good time to ask again."""

    retry_after: ClassVar[int] = 1


class SessionElsewhere(ClusterRefusal):
    """The session lives on another node, and this request may not be passed on (again)."""

    code: ClassVar[str] = "session-elsewhere"


class OwnerUnreachable(ClusterRefusal):
    """The session's node does not answer; once its lease has run out, another takes the session over."""

    code: ClassVar[str] = "owner-unreachable"
    retry_after: ClassVar[int] = 3


class ClusterUnreachable(ClusterRefusal):
    """Redis can't be reached: sessions that live here go on, no other can be taken in."""

    code: ClassVar[str] = "cluster-unreachable"
    retry_after: ClassVar[int] = 3


class NodeStopping(ClusterRefusal):
    """The node is handing its sessions over and takes in none."""

    code: ClassVar[str] = "node-stopping"


TAKING_A_SESSION: tuple[type[ClusterRefusal], ...] = (SessionElsewhere, ClusterUnreachable, NodeStopping)
"""Of a request that has the node it comes to take a session that its path does not name."""

MARK = "X-Attune-Refusal"
"""Header by which a node tells another that it did not look at a forwarded request at all."""


def refused(refusal: ClusterRefusal) -> web.Response:
    """The HTTP answer of a refusal: 503 with `Retry-After` (RFC 9110 §15.6.4)."""
    answer = problems.response(problems.problem(refusal.code, refusal.detail, 503))
    answer.headers["Retry-After"] = str(refusal.retry_after)
    answer.headers[MARK] = refusal.code
    return answer
