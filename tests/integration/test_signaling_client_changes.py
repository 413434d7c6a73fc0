"""What becomes of a client as a whole, over HTTP: put away, deleted, found to be one with another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_play import Play, at, threaded
from tests.integration.test_signaling_clients import section, written


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with threaded(tmp_path_factory.mktemp("changes") / "folder") as served:
        yield served


async def made(play: Play, name: str = "Ada Example") -> str:
    return str((await play.json("POST", "/v1/clients", {"name": name}, 201))["id"])


async def listed(play: Play, archived: str = "") -> set[str]:
    found = await play.json("GET", f"/v1/clients?limit=500{archived}")
    return {one["id"] for one in found["clients"]}


async def planned(play: Play, client: str, status: int = 201) -> dict[str, Any]:
    session: dict[str, Any] = await play.json("POST", "/v1/sessions", {"client_id": client}, status)
    return session


async def test_a_client_is_put_away_and_taken_back_with_everything_kept(server: Serving) -> None:
    async with at(server) as play:
        client = await made(play)
        await written(play, await planned(play, client), ["Client to keep a sleep diary."])
        here = f"/v1/clients/{client}"
        assert (await play.json("PUT", f"{here}/archive"))["archived_at"] is not None
        assert client not in await listed(play)
        assert client in await listed(play, "&archived=true")
        assert (await play.json("GET", f"{here}/brief"))["brief"]["notes"] != []
        assert (await planned(play, client, 400))["code"] == "bad-input"
        assert (await play.json("DELETE", f"{here}/archive"))["archived_at"] is None
        assert client in await listed(play)


async def test_a_client_with_whom_nothing_was_held_is_deleted_with_what_was_planned(server: Serving) -> None:
    async with at(server) as play:
        client = await made(play)
        session = await planned(play, client)
        link = await play.link(session, session["participants"][1]["id"])
        await play.json("PUT", f"/v1/clients/{client}/preferences", {"client_term": "patient"})
        await play.json("DELETE", f"/v1/clients/{client}", status=204)
        await play.json("GET", f"/v1/clients/{client}", status=404)
        await play.json("GET", f"/v1/sessions/{session['id']}", status=404)
        headers = {"Authorization": f"Bearer {link}"}
        async with play.http.get(f"/v1/sessions/{session['id']}/consent", headers=headers) as answer:
            assert answer.status in {401, 403, 404}


@pytest.mark.parametrize("sign", [True, False])
async def test_a_client_with_a_note_is_not_deleted(server: Serving, sign: bool) -> None:
    async with at(server) as play:
        client = await made(play)
        await written(play, await planned(play, client), ["Plan."], sign=sign)
        problem = await play.json("DELETE", f"/v1/clients/{client}", status=409)
        assert problem["code"] == "client-kept"
        assert client in await listed(play)


async def test_a_client_who_was_in_a_call_or_is_in_the_room_is_not_deleted(server: Serving) -> None:
    async with at(server) as play:
        waiting = await play.session("Bo Example")
        doctor = await play.join(waiting, waiting["participants"][0]["id"])
        problem = await play.json("DELETE", f"/v1/clients/{waiting['client_id']}", status=409)
        assert problem["code"] in {"not-ready", "client-kept"}
        await doctor.socket.close()
        held = await play.session("Cy Example")
        tabs = await play.couple(held)
        await play.json("POST", f"/v1/sessions/{held['id']}/end")
        problem = await play.json("DELETE", f"/v1/clients/{held['client_id']}", status=409)
        assert problem["code"] == "client-kept"
        for tab in tabs[:2]:
            await tab.socket.close()


async def test_two_clients_who_are_one_person_have_one_brief_and_can_be_told_apart_again(
    server: Serving,
) -> None:
    async with at(server) as play:
        one, other = await made(play, "Ada Example"), await made(play, "Ada E.")
        await written(play, await planned(play, one), ["Increase sertraline to 50 mg."])
        theirs = await planned(play, other)
        await written(play, theirs, ["Reduce sertraline to 25 mg."])
        merged = await play.json("POST", f"/v1/clients/{one}/merges", {"other": other}, 201)
        assert (merged["other_name"], merged["sessions"], merged["undone"]) == ("Ada E.", 1, False)
        brief = await play.json("GET", f"/v1/clients/{one}/brief")
        lines = [line["text"] for line in section(brief, "medication")["lines"]]
        assert {"Increase sertraline to 50 mg.", "Reduce sertraline to 25 mg."} <= set(lines)
        assert (await play.json("GET", f"/v1/sessions/{theirs['id']}"))["client"] == "Ada Example"
        assert other not in await listed(play) | await listed(play, "&archived=true")
        assert (await play.json("GET", f"/v1/clients/{other}"))["merged_into"] == one
        assert (await play.json("GET", f"/v1/clients/{one}/merges"))["merges"] == [merged]
        undone = await play.json("DELETE", f"/v1/clients/{one}/merges/{merged['id']}")
        assert undone["undone"] is True
        assert (await play.json("GET", f"/v1/sessions/{theirs['id']}"))["client"] == "Ada E."
        assert len((await play.json("GET", f"/v1/clients/{one}/brief"))["brief"]["notes"]) == 1
        assert (await play.json("GET", f"/v1/clients/{one}/merges"))["merges"] == []
        await play.json("DELETE", f"/v1/clients/{one}/merges/{merged['id']}")


async def test_who_was_merged_is_used_no_more_until_that_is_undone(server: Serving) -> None:
    async with at(server) as play:
        one, other = await made(play), await made(play)
        await play.json("POST", f"/v1/clients/{one}/merges", {"other": other}, 201)
        here = f"/v1/clients/{other}"
        assert (await planned(play, other, 400))["code"] == "bad-input"
        for attempt in (
            play.json("PUT", here, {"name": "Bo"}, 400),
            play.json("PUT", f"{here}/archive", status=400),
            play.json("PUT", f"{here}/preferences", {"client_term": "patient"}, 400),
            play.json("DELETE", here, status=400),
            play.json("POST", f"/v1/clients/{other}/merges", {"other": one}, 400),
        ):
            assert (await attempt)["code"] == "bad-input"
        assert (await play.json("DELETE", f"/v1/clients/{one}", status=409))["code"] == "client-kept"


async def test_a_merge_with_nobody_or_oneself_is_refused(server: Serving) -> None:
    async with at(server) as play:
        one = await made(play)
        await play.json("POST", f"/v1/clients/{one}/merges", {"other": one}, 400)
        await play.json("POST", f"/v1/clients/{one}/merges", {"other": "cli_nobody"}, 404)
        await play.json("DELETE", f"/v1/clients/{one}/merges/mrg_none", status=404)


async def test_an_earlier_merge_is_undone_after_the_later_one(server: Serving) -> None:
    async with at(server) as play:
        first, second, third = [await made(play) for _ in range(3)]
        earlier = await play.json("POST", f"/v1/clients/{second}/merges", {"other": first}, 201)
        later = await play.json("POST", f"/v1/clients/{third}/merges", {"other": second}, 201)
        await play.json("DELETE", f"/v1/clients/{second}/merges/{earlier['id']}", status=400)
        await play.json("DELETE", f"/v1/clients/{third}/merges/{later['id']}")
        await play.json("DELETE", f"/v1/clients/{second}/merges/{earlier['id']}")
        assert {first, second, third} <= await listed(play)


async def test_all_of_it_stands_in_the_audit_chain_without_a_name(server: Serving) -> None:
    async with at(server) as play:
        one, other = await made(play), await made(play)
        await play.json("PUT", f"/v1/clients/{one}/archive")
        await play.json("PUT", f"/v1/clients/{one}/archive")
        await play.json("DELETE", f"/v1/clients/{one}/archive")
        merged = await play.json("POST", f"/v1/clients/{one}/merges", {"other": other}, 201)
        await play.json("DELETE", f"/v1/clients/{one}/merges/{merged['id']}")
        await play.json("DELETE", f"/v1/clients/{one}", status=204)
        entries = (await play.json("GET", "/v1/audit?limit=1000"))["entries"]
        assert [entry["action"] for entry in entries if entry["subject"] == one] == [
            "client.created",
            "client.archived",
            "client.taken-back",
            "client.merged",
            "client.merge-undone",
            "client.deleted",
        ]
        assert "Example" not in str(entries)
