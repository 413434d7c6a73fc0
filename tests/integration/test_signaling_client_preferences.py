"""Preferences of a client and of a note, over HTTP: the note's before the client's before one's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from signaling.serve import Serving
from tests.integration.signaling_drafted import Drafted, sentences
from tests.integration.signaling_play import Play, at, threaded


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with threaded(tmp_path_factory.mktemp("preferences") / "folder") as served:
        yield served


async def own(play: Play, **given: Any) -> None:
    kept = await play.json("GET", "/v1/preferences")
    await play.json("PUT", "/v1/preferences", {**kept, **given})


async def client_of(play: Play, session: str) -> str:
    return str((await play.json("GET", f"/v1/sessions/{session}"))["client_id"])


async def told(drafted: Drafted, **asked: Any) -> str:
    view = await drafted.play.json("POST", f"{drafted.note}/redraft", asked)
    return " ".join(one["text"] for part in view["note"]["sections"] for one in part["sentences"])


async def test_only_what_differs_is_kept_and_the_rest_is_as_in_the_clinician_s(server: Serving) -> None:
    async with at(server) as play:
        await own(play, client_term="client", detail="detailed")
        client = (await play.json("POST", "/v1/clients", {"name": "Ada Example"}, 201))["id"]
        here = f"/v1/clients/{client}/preferences"
        before = await play.json("GET", here)
        assert set(before["own"].values()) == {None}
        view = await play.json("PUT", here, {"client_term": "patient", "pronouns": "she/her"})
        assert {name: value for name, value in view["own"].items() if value is not None} == {
            "client_term": "patient",
            "pronouns": "she",
        }
        assert (view["effective"]["client_term"], view["effective"]["detail"]) == ("patient", "detailed")
        await own(play, detail="concise")
        assert (await play.json("GET", here))["effective"]["detail"] == "concise"
        await play.json("PUT", here, {})
        assert (await play.json("GET", here)) == {
            **before,
            "effective": {**before["effective"], "detail": "concise"},
        }


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"detail": "purple"}, 400),
        ({"default_template": "tpl_none"}, 400),
        ({"name": "Dr Grey"}, 422),
        ({"client_term": " "}, 422),
        ({"instructions": "x" * 4001}, 422),
    ],
)
async def test_what_means_nothing_is_refused(server: Serving, body: dict[str, Any], status: int) -> None:
    async with at(server) as play:
        client = (await play.json("POST", "/v1/clients", {"name": "Ada Example"}, 201))["id"]
        problem = await play.json("PUT", f"/v1/clients/{client}/preferences", body, status)
        assert "purple" not in str(problem)
        await play.json("GET", "/v1/clients/cli_nobody/preferences", status=404)
        await play.json("PUT", "/v1/clients/cli_nobody/preferences", {}, 404)


async def test_the_note_s_wish_stands_before_the_client_s_and_the_client_s_before_the_clinician_s(
    server: Serving,
) -> None:
    async with at(server) as play:
        await own(play, client_term="participant")
        drafted = await Drafted.prepare(play)
        assert "Participant" in await told(drafted)
        client = await client_of(play, drafted.session)
        await play.json("PUT", f"/v1/clients/{client}/preferences", {"client_term": "patient"})
        assert "Patient" in await told(drafted)
        assert "Member" in await told(drafted, preferences={"client_term": "member"})
        assert "Patient" in await told(drafted)
        refused = await play.json("POST", f"{drafted.note}/redraft", {"preferences": {"detail": "x"}}, 400)
        assert refused["code"] == "bad-input"


async def test_a_client_s_own_format_or_template_is_that_of_their_sessions(server: Serving) -> None:
    async with at(server) as play:
        body = {"name": "Ours", "sections": [{"title": "Story", "contents": ["reported"]}]}
        template = (await play.json("POST", "/v1/templates", body, 201))["id"]
        await own(play, default_format="dap", default_template=template)
        client = (await play.json("POST", "/v1/clients", {"name": "Ada Example"}, 201))["id"]
        here = f"/v1/clients/{client}/preferences"

        async def planned(**given: Any) -> tuple[str, str | None]:
            session = await play.json("POST", "/v1/sessions", {"client_id": client, **given}, 201)
            return session["format"], session["template"]

        assert await planned() == ("dap", template)
        await play.json("PUT", here, {"default_format": "birp"})
        assert await planned() == ("birp", None)
        assert await planned(format="pie") == ("pie", None)
        await own(play, default_template="")
        await play.json("PUT", here, {"default_template": template})
        assert await planned() == ("dap", template)
        await own(play, default_format="soap")


async def test_a_client_s_fillers_and_words_are_those_of_their_sessions(server: Serving) -> None:
    async with at(server) as play:
        client = (await play.json("POST", "/v1/clients", {"name": "Ada Example"}, 201))["id"]
        chosen = {"fillers": "kept", "vocabulary": ["lamotrigine"]}
        await play.json("PUT", f"/v1/clients/{client}/preferences", chosen)
        session = await play.json("POST", "/v1/sessions", {"client_id": client}, 201)
        assert session["fillers"] == "kept"
        doctor = await play.join(session, session["participants"][0]["id"])
        room = play.served.node.house.hub.find(session["id"])
        assert room is not None
        assert "lamotrigine" in room.voices.own
        await doctor.socket.close()


async def test_what_contradicts_a_setting_is_told_for_the_clinician_and_for_the_client(
    server: Serving,
) -> None:
    async with at(server) as play:
        await own(play, detail="detailed", instructions="Be brief.")
        assert (await play.json("GET", "/v1/preferences/conflicts"))["conflicts"] == ["detail"]
        client = (await play.json("POST", "/v1/clients", {"name": "Ada Example"}, 201))["id"]
        here = f"/v1/clients/{client}/preferences"
        assert (await play.json("GET", here))["conflicts"] == ["detail"]
        view = await play.json(
            "PUT", here, {"detail": "concise", "pronouns": "none", "instructions": "Use she."}
        )
        assert view["conflicts"] == ["pronouns"]
        await own(play, detail="intermediate", instructions="")


async def test_a_client_s_preferences_are_on_record_and_sealed(server: Serving) -> None:
    async with at(server) as play:
        client = (await play.json("POST", "/v1/clients", {"name": "Ada Example"}, 201))["id"]
        here = f"/v1/clients/{client}/preferences"
        await play.json("PUT", here, {"instructions": "Purple marmalade."})
        await play.json("GET", here)
        entries = (await play.json("GET", "/v1/audit?limit=1000"))["entries"]
        seen = [(one["action"], one["purpose"]) for one in entries if one["subject"] == client]
        assert seen[1:] == [("client.preferences", "treatment"), ("client.preferences-read", "treatment")]
        assert "marmalade" not in str(entries)
    folder = server.node.house.settings.folder
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert not [path for path in files if b"marmalade" in path.read_bytes()]


async def test_a_note_s_own_preferences_hold_for_its_sections_and_are_told_again(server: Serving) -> None:
    async with at(server) as play:
        drafted = await Drafted.prepare(play)
        assert "preferences" not in (await drafted.read())["drafted"]
        own = {"client_term": "member", "modalities": ["ACT"]}
        kept = await play.json(
            "POST", f"{drafted.note}/redraft", {"format": "soap", "detail": "concise", "preferences": own}
        )
        assert kept["drafted"]["preferences"] == {**own, "detail": "concise"}
        title = next(one["title"] for one in kept["note"]["sections"] if one["sentences"])
        again = await play.json("POST", f"{drafted.note}/redraft", {"section": title})
        assert any("Member" in one["text"] for one in sentences(again))
        assert not any("Client" in one["text"] for one in sentences(again))
        assert again["drafted"]["preferences"] == {**own, "detail": "concise"}
        plain = await play.json("POST", f"{drafted.note}/redraft", {"format": "soap"})
        assert "preferences" not in plain["drafted"]
        assert not any("Member" in one["text"] for one in sentences(plain))
