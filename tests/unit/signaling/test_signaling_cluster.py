"""Leases, nodes and the secret: one contract in a process and on a real Redis, and without one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import example, given
from hypothesis import strategies as st
from redis.asyncio import Redis
from yarl import URL

from retention import BadInput, PracticeId, SystemClock
from signaling.cluster.forwarding import Forwarding
from signaling.cluster.leases import SharedLeases, SoleLeases
from signaling.cluster.living import LiveState
from signaling.cluster.membership import Cluster
from signaling.cluster.nodes import NodeRecord, Nodes
from signaling.cluster.refusals import ClusterUnreachable, NodeStopping, OwnerUnreachable, SessionElsewhere
from signaling.cluster.secret import HEADER, TOLERANCE_SECONDS, ClusterSecret
from signaling.cluster.shared import SharedStore
from tests.conftest import free_tcp_port

SECRET = ClusterSecret(b"s" * 32)
SECONDS = 15.0


@dataclass
class LocalStore:
    """A store in this process that can be out of reach; time does not pass in it."""

    leases: dict[str, str] = field(default_factory=dict)
    records: dict[str, bytes] = field(default_factory=dict)
    away: bool = False

    def _ask(self) -> None:
        if self.away:
            raise ClusterUnreachable("away")

    async def take(self, session: str, value: str, seconds: float) -> str:
        self._ask()
        return self.leases.setdefault(session, value)

    async def prolong(self, session: str, value: str, seconds: float) -> bool:
        self._ask()
        return self.leases.setdefault(session, value) == value

    async def drop(self, session: str, value: str) -> None:
        self._ask()
        if self.leases.get(session) == value:
            del self.leases[session]

    async def kept(self, session: str) -> str | None:
        self._ask()
        return self.leases.get(session)

    async def announce(self, node: str, record: bytes, seconds: float) -> None:
        self._ask()
        self.records[node] = record

    async def announced(self) -> Mapping[str, bytes]:
        self._ask()
        return dict(self.records)

    async def withdraw(self, node: str) -> None:
        self._ask()
        self.records.pop(node, None)


@pytest.fixture(params=["local", pytest.param("redis", marks=pytest.mark.redis)])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Any]:
    """Both stores, empty."""
    if request.param == "local":
        yield LocalStore()
        return
    url = request.getfixturevalue("redis_url").replace("/0", "/3")
    async with Redis.from_url(url) as redis:
        await redis.flushdb()
    async with SharedStore.open(url) as shared:
        yield shared


async def test_of_two_claimants_one_owns_the_session_and_both_know_who(store: Any) -> None:
    one, two = SharedLeases(store, "one", 30), SharedLeases(store, "two", 30)
    answers = await asyncio.gather(*(leases.claim("s") for leases in (one, two, one, two)))
    assert len(set(answers)) == 1
    owner, other = (one, two) if answers[0] == "one" else (two, one)
    assert (owner.holds("s"), other.holds("s")) == (True, False)
    assert await other.holder("s") == owner.node
    assert await other.holder("nobody's") is None
    assert await owner.renew() == ()
    await owner.release("s")
    assert await other.claim("s") == other.node
    await owner.release("s")
    assert await owner.holder("s") == other.node


async def test_a_lease_that_is_needed_again_is_not_released(store: Any) -> None:
    leases = SharedLeases(store, "one", 30)
    await leases.claim("s")
    await leases.release("s", lambda: True)
    assert leases.holds("s")
    assert await SharedLeases(store, "two", 30).claim("s") == "one"


async def test_an_owner_finds_out_that_its_lease_is_anothers(store: Any) -> None:
    one, two = SharedLeases(store, "one", 30), SharedLeases(store, "two", 30)
    await one.claim("s")
    await one.claim("t")
    await store.drop("s", one.held["s"])
    assert await two.claim("s") == "two"
    assert await one.renew() == ("s",)
    assert (one.holds("s"), one.holds("t")) == (False, True)
    assert await one.claim("s") == "two"


async def test_a_store_that_forgot_is_told_again_of_living_leases(store: Any) -> None:
    one = SharedLeases(store, "one", 30)
    await one.claim("s")
    await store.drop("s", one.held["s"])
    assert await one.renew() == ()
    assert await SharedLeases(store, "two", 30).claim("s") == "one"


async def test_a_node_that_stops_claims_nothing_and_names_who_owns(store: Any) -> None:
    one, two = SharedLeases(store, "one", 30), SharedLeases(store, "two", 30, closing=True)
    with pytest.raises(NodeStopping):
        await two.claim("s")
    await one.claim("s")
    assert await two.claim("s") == "one"


@pytest.mark.redis
async def test_a_dead_nodes_lease_runs_out(redis_url: str) -> None:
    async with SharedStore.open(redis_url.replace("/0", "/4")) as store:
        dead, alive = SharedLeases(store, "dead", 0.2), SharedLeases(store, "alive", 30)
        await dead.claim("s")
        async with asyncio.timeout(SECONDS):
            while await alive.claim("s") != "alive":  # noqa: ASYNC110 - time runs out in Redis
                await asyncio.sleep(0.02)
        assert await dead.renew() == ("s",)


async def test_a_redis_that_is_not_there_is_said_so_without_its_address() -> None:
    async with SharedStore.open(f"redis://:password@127.0.0.1:{free_tcp_port()}") as store:
        with pytest.raises(ClusterUnreachable) as caught:
            await SharedLeases(store, "one", 30).claim("s")
    assert "password" not in str(caught.value)


async def test_a_server_that_is_alone_owns_everything() -> None:
    leases = SoleLeases()
    assert await leases.claim("s") == await leases.holder("s") == leases.node
    await leases.release("s")
    assert leases.holds("s")
    assert await leases.renew() == ()


# ---------------------------------------------------------------- nodes


def nodes(store: Any, name: str, secret: ClusterSecret = SECRET) -> Nodes:
    return Nodes(store, secret, NodeRecord(name, f"http://{name}:8700"), 30)


async def test_nodes_find_each_other_and_believe_only_their_own_kind(store: Any) -> None:
    one, two, stranger = nodes(store, "one"), nodes(store, "two"), nodes(store, "x", ClusterSecret(b"?" * 32))
    changes: list[int] = []
    one.on_change = lambda: changes.append(len(one.others))
    for node in (one, two, stranger):
        await node.beat()
    await store.announce("y", b"not json", 30)
    await one.beat()
    assert [node.id for node in one.everybody()] == ["one", "two"]
    assert one.everybody()[1].worker_url == "ws://two:8700/v1/workers"
    assert await one.find("x") is None
    assert changes == [1]
    await two.withdraw()
    await one.beat()
    assert changes == [1, 0]


# ---------------------------------------------------------------- membership


@dataclass
class Sessions:
    """Live state that is needed until it is let go of."""

    needed: set[str] = field(default_factory=set)
    gone: list[str] = field(default_factory=list)
    slow: asyncio.Event | None = None

    def needs(self, session: str) -> bool:
        return session in self.needed

    async def let_go(self, session: str) -> None:
        self.needed.discard(session)
        self.gone.append(session)
        if self.slow is not None:
            await self.slow.wait()


def member(store: LocalStore, name: str, seconds: float = 0.2) -> tuple[Cluster, Sessions]:
    cluster, live = Cluster(SECRET, SharedLeases(store, name, seconds), nodes(store, name)), Sessions()
    cluster.serve(live)
    return cluster, live


@asynccontextmanager
async def keeping(*clusters: Cluster) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as tasks:
        running = [tasks.create_task(cluster.keep()) for cluster in clusters]
        yield
        for task in running:
            task.cancel()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS):
        while not condition():  # noqa: ASYNC110 - nothing signals it
            await asyncio.sleep(0.01)


async def test_what_is_needed_is_kept_and_what_is_not_is_released() -> None:
    store = LocalStore()
    one, live = member(store, "one")
    await one.join()
    live.needed.add("room")
    for session in ("room", "used", "idle"):
        assert await one.place(session) is None
    with one.using("used"):
        async with keeping(one):
            await until(lambda: set(store.leases) == {"room", "used"})
    assert live.gone == []


async def test_a_session_elsewhere_is_placed_there_and_never_built_here() -> None:
    store = LocalStore()
    one, _ = member(store, "one")
    two, _ = member(store, "two")
    await one.join()
    await one.place("s")
    placed = await two.place("s")
    assert placed is not None
    assert placed.url == "http://one:8700"
    with pytest.raises(SessionElsewhere):
        await two.own("s")
    assert not await two.free("s")
    store.records.clear()
    await two.nodes.look()
    with pytest.raises(OwnerUnreachable):
        await two.place("s")


async def test_a_lost_lease_lets_the_session_go() -> None:
    store = LocalStore()
    one, live = member(store, "one")
    live.needed |= {"s", "t"}
    await one.place("s")
    await one.place("t")
    store.leases["s"] = "two:token"
    async with keeping(one):
        await until(lambda: live.gone == ["s"])
    assert one.leases.holds("t")


async def test_a_session_slow_to_let_go_does_not_cost_the_other_leases() -> None:
    store = LocalStore()
    one, live = member(store, "one")
    live.needed |= {"s", "t"}
    live.slow = asyncio.Event()
    await one.place("s")
    await one.place("t")
    store.leases["s"] = "two:token"
    async with keeping(one):
        await until(lambda: live.gone == ["s"])
        del store.leases["t"]  # it ran out
        await until(lambda: "t" in store.leases)
        assert not live.slow.is_set()


async def test_words_leave_a_node_also_when_nobody_waits_for_it() -> None:
    dropped: list[str] = []

    async def stuck(session: str) -> None:
        await asyncio.Event().wait()

    parts: Any = {
        "hub": SimpleNamespace(evict=stuck),
        "conversations": SimpleNamespace(drop=dropped.append, living={}),
        "notebook": None,
        "feeds": SimpleNamespace(end=dropped.append),
        "forgetting": SimpleNamespace(forget_words=lambda: dropped.append("masking")),
        "news": SimpleNamespace(held={"s"}),
    }
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await LiveState(**parts).let_go("s")
    assert dropped == ["s", "s", "masking"]


async def test_without_redis_sessions_go_on_and_no_new_one_is_taken_in() -> None:
    store = LocalStore()
    one, live = member(store, "one")
    live.needed.add("s")
    await one.place("s")
    store.away = True
    async with keeping(one):
        await until(lambda: not one.reachable)
        assert await one.place("s") is None
        with pytest.raises(ClusterUnreachable):
            await one.place("new")
        store.away = False
        await until(lambda: one.reachable)
    assert await one.place("new") is None
    assert live.gone == []


async def test_a_node_that_leaves_hands_everything_over_at_once() -> None:
    store = LocalStore()
    one, live = member(store, "one")
    await one.join()
    live.needed |= {"s", "t"}
    await one.place("s")
    await one.place("t")
    await one.leave()
    assert sorted(live.gone) == ["s", "t"]
    assert store.leases == {}
    assert store.records == {}
    with pytest.raises(NodeStopping):
        await one.place("s")
    await one.leave()
    async with keeping(one):
        store.leases["u"] = one.leases.held["u"] = "one:token"  # still to be handed over
        await until(lambda: "u" not in store.leases)
    assert store.records == {}


# ---------------------------------------------------------------- the secret


def test_a_credential_is_for_one_request_at_about_this_time() -> None:
    credential = SECRET.credential("GET", "/v1/sessions/s", 1000.0)
    assert SECRET.admits(credential, "GET", "/v1/sessions/s", 1000.0 + TOLERANCE_SECONDS)
    assert not SECRET.admits(credential, "GET", "/v1/sessions/s", 1001.0 + TOLERANCE_SECONDS)
    assert not SECRET.admits(credential, "POST", "/v1/sessions/s", 1000.0)
    assert not SECRET.admits(credential, "GET", "/v1/sessions/t", 1000.0)
    assert not ClusterSecret(b"t" * 32).admits(credential, "GET", "/v1/sessions/s", 1000.0)
    assert "115" not in repr(SECRET)


ANY = st.text(st.characters(codec=None))
"""Also what a header holds that is no UTF-8."""


@given(ANY, ANY)
@example("12\udcff.ab\udcff", "/v1/sessions/s")
def test_no_text_is_a_credential_by_chance(credential: str, target: str) -> None:
    assert not SECRET.admits(credential, "GET", target, 0.0)


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_different_parts_have_different_marks(one: list[str], other: list[str]) -> None:
    assert (SECRET.mark(*one) == SECRET.mark(*other)) == (one == other)


async def test_a_request_is_passed_on_letter_by_letter() -> None:
    async def owner(request: web.Request) -> web.Response:
        at = SystemClock().now().timestamp()
        return web.json_response(SECRET.admits(request.headers[HEADER], "GET", request.path_qs, at))

    async def near(request: web.Request) -> web.StreamResponse:
        return await forwarding._forwarded(request, NodeRecord("two", url), b"")

    one, _ = member(LocalStore(), "one")
    apps = web.Application(), web.Application()
    apps[0].router.add_get("/{tail:.*}", owner)
    apps[1].router.add_get("/{tail:.*}", near)
    async with TestServer(apps[0]) as far, TestClient(TestServer(apps[1])) as asking, ClientSession() as http:
        url, nothing = str(far.make_url("/")).rstrip("/"), cast(Any, None)
        forwarding = Forwarding(one, http, SystemClock(), nothing, nothing, PracticeId("p"), 1)
        for target in ("/v1/sessions/a%5Fb/note", "/v1/x?since=%7E1&q=a+b%2B%22"):
            asked = asking.server.make_url("/").origin()
            answer = await http.get(URL(f"{asked}{target}", encoded=True))
            assert await answer.json() is True


@pytest.mark.parametrize("text", ["", "short", "!" * 44, "c2hvcnQ="])
def test_a_secret_that_is_none_is_refused_without_its_words(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        ClusterSecret.parse(text)
    assert not text or text not in str(caught.value)
