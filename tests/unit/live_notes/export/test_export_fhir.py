"""A signed note as FHIR R4, held against models of another hand."""

from __future__ import annotations

import base64
import hashlib
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from fhir.resources.R4B.bundle import Bundle

from live_notes.export import Document, as_text, bundle_of
from live_notes.export.narrative import narrative
from retention import AdditionKind
from tests.unit.live_notes.export.export_samples import (
    SIGNED_AT,
    addition,
    content,
    document,
    session,
    signature,
)

Resource = dict[str, Any]
PDF = b"%PDF-1.7 a page"


def exported(whole: Document, pdf: bytes | None = PDF) -> list[Resource]:
    """The resources of a bundle that is valid, each reference of which leads to one of them."""
    bundle = bundle_of(whole, pdf, SIGNED_AT)
    Bundle.model_validate(bundle)
    resources = [entry["resource"] for entry in bundle["entry"]]
    names = {entry["fullUrl"] for entry in bundle["entry"]}
    assert len(names) == len(resources)
    assert {one for resource in resources for one in references(resource)} <= names
    return resources


def references(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["reference"]] if "reference" in value else []
        return own + [found for one in value.values() for found in references(one)]
    return [found for one in value for found in references(one)] if isinstance(value, list) else []


def of_kind(resources: list[Resource], kind: str) -> list[Resource]:
    return [one for one in resources if one["resourceType"] == kind]


def one_of(resources: list[Resource], kind: str) -> Resource:
    (found,) = of_kind(resources, kind)
    return found


def test_the_note_is_a_final_document_with_its_pdf_and_its_text() -> None:
    whole = document()
    note = one_of(exported(whole), "DocumentReference")
    assert (note["status"], note["docStatus"]) == ("current", "final")
    assert note["type"]["coding"][0] == {
        "system": "http://loinc.org",
        "code": "11506-3",
        "display": "Progress note",
    }
    attached = [one["attachment"] for one in note["content"]]
    assert [one["contentType"] for one in attached] == ["application/pdf", "text/plain; charset=utf-8"]
    data = [base64.b64decode(one["data"]) for one in attached]
    assert data == [PDF, as_text(whole).encode()]
    assert [one["size"] for one in attached] == list(map(len, data))
    assert [base64.b64decode(one["hash"]) for one in attached] == [hashlib.sha1(one).digest() for one in data]


def test_it_names_the_hash_that_was_signed() -> None:
    named = [one["value"] for one in one_of(exported(document()), "DocumentReference")["identifier"]]
    (hashed,) = [one for one in named if one.startswith("ni:///sha-256;")]
    digest = hashed.removeprefix("ni:///sha-256;")
    assert base64.urlsafe_b64decode(digest + "=").hex() == signature().hash


def test_without_a_pdf_its_text_alone_is_attached() -> None:
    note = one_of(exported(document(), None), "DocumentReference")
    assert [one["attachment"]["contentType"] for one in note["content"]] == ["text/plain; charset=utf-8"]


def test_sections_are_a_composition_in_their_order() -> None:
    composition = one_of(exported(document()), "Composition")
    assert composition["status"] == "final"
    titles = ["Risk", "Subjective", "Objective", "Plan", "Not discussed this session"]
    assert [one["title"] for one in composition["section"]] == titles
    codes = [one["code"]["coding"][0]["code"] for one in composition["section"] if "code" in one]
    assert codes == ["61150-9", "61149-1", "18776-5"]


def test_an_addition_is_a_document_that_appends_to_the_note() -> None:
    added = [addition(1, AdditionKind.LATE_ENTRY, "She rang.", signature("Sam Iyer", "PsyD"))]
    note, later = of_kind(exported(document(added=added)), "DocumentReference")
    assert later["relatesTo"] == [
        {"code": "appends", "target": {"reference": f"urn:uuid:{note['id']}", "type": "DocumentReference"}}
    ]
    assert later["description"] == "Late entry"
    assert b"She rang." in base64.b64decode(later["content"][0]["attachment"]["data"])
    assert later["author"] != note["author"]


def test_a_cosignature_attests_and_is_a_document_only_when_it_says_something() -> None:
    silent = addition(1, AdditionKind.COSIGNATURE, "", signature("Sam Iyer", "PsyD"))
    resources = exported(document(added=[silent]))
    note, composition = one_of(resources, "DocumentReference"), one_of(resources, "Composition")
    assert [one["mode"] for one in composition["attester"]] == ["legal", "professional"]
    assert note["authenticator"] == composition["attester"][1]["party"]
    spoken = addition(1, AdditionKind.COSIGNATURE, "Agreed.", signature("Sam Iyer", "PsyD"))
    assert len(of_kind(exported(document(added=[spoken])), "DocumentReference")) == 2


def test_a_client_keeps_their_id_under_another_name() -> None:
    first, second = (
        one_of(exported(document(of=session(name))), "Patient") for name in ("Ana Ruiz", "Ana Paz")
    )
    assert first["id"] == second["id"]
    assert second["name"] == [{"text": "Ana Paz"}]


def test_the_practices_own_sign_for_a_client_is_their_record_number() -> None:
    patient = one_of(exported(document(reference="A-17")), "Patient")
    assert [one["value"] for one in patient["identifier"]] == [f"urn:uuid:{patient['id']}", "A-17"]
    assert patient["identifier"][1]["type"]["coding"][0]["code"] == "MR"
    assert len(one_of(exported(document()), "Patient")["identifier"]) == 1


def test_several_clients_are_a_group() -> None:
    couple = session("Ana and Ben Ruiz", "couple", ("Ana Ruiz", "Ben Ruiz"))
    resources = exported(document(of=couple))
    group = one_of(resources, "Group")
    assert group["name"] == "Ana and Ben Ruiz"
    patients = {f"urn:uuid:{one['id']}" for one in of_kind(resources, "Patient")}
    assert {one["entity"]["reference"] for one in group["member"]} == patients
    assert len(patients) == 2
    assert one_of(resources, "Encounter")["subject"]["type"] == "Group"


@pytest.mark.parametrize(("modality", "code"), [("telehealth video", "VR"), ("in person", "AMB")])
def test_the_encounter_says_how_and_when_it_was_held(modality: str, code: str) -> None:
    frame = content()["frame"] | {"modality": modality}
    encounter = one_of(exported(document(content(frame=frame))), "Encounter")
    assert encounter["class"]["code"] == code
    assert encounter["period"]["start"] == "2026-11-29T18:00:00.000+00:00"
    assert encounter["length"]["value"] == 52


def test_a_note_without_times_has_no_period() -> None:
    resources = exported(document(content(frame=None)))
    assert "period" not in one_of(resources, "Encounter")
    assert "period" not in one_of(resources, "DocumentReference")["context"]


@pytest.mark.parametrize(
    ("drafter", "agents"), [("embedded", ["author", "assembler"]), ("clinician", ["author"])]
)
def test_it_says_whether_a_program_drafted_it(drafter: str, agents: list[str]) -> None:
    resources = exported(document(content(drafter=drafter)))
    told = one_of(resources, "Provenance")["agent"]
    assert [one["type"]["coding"][0]["code"] for one in told] == agents
    assert len(of_kind(resources, "Device")) == len(agents) - 1


def test_the_same_note_gives_the_same_resources() -> None:
    assert bundle_of(document(), PDF, SIGNED_AT) == bundle_of(document(), PDF, SIGNED_AT)


def test_an_intake_has_its_own_type() -> None:
    note = one_of(exported(document(content(format="intake"))), "DocumentReference")
    assert note["type"]["coding"][0]["code"] == "28636-9"


@pytest.mark.parametrize("words", ["<script>x</script>", "a & b", "]]>", "\x00\x0b\ud800 line", 'q"q'])
def test_narrative_is_xml_whatever_is_said(words: str) -> None:
    paragraph = ET.fromstring(narrative([words]))[0]
    assert not len(paragraph)
    assert paragraph.text == words.replace("\x00", "").replace("\x0b", "").replace("\ud800", "")
