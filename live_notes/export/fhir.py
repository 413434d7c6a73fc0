"""A note as FHIR R4: a Bundle of what an EHR takes in (https://hl7.org/fhir/R4/).

A `DocumentReference` of the note with its text and its PDF, one of each addition that `appends` to it, and a
`Composition` with its sections; beside them whom and what they refer to. Ids are drawn from our own, so that
the same note gives the same resources each time. Pure.
"""

from __future__ import annotations

import base64
import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from live_notes.drafting.formats import NoteFormat
from live_notes.export import labels
from live_notes.export.document import Appended, Block, Document
from live_notes.export.narrative import narrative
from live_notes.export.text import as_text
from retention import AdditionKind, Signature

Resource = dict[str, Any]

MEDIA: Final = "application/fhir+json"

_NAMES: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:attune:fhir")
_URI: Final = "urn:ietf:rfc:3986"
_LOINC: Final = "http://loinc.org"
_ACT_CODE: Final = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_CONFIDENTIALITY: Final = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
_CATEGORY: Final = "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category"
_IDENTIFIERS: Final = "http://terminology.hl7.org/CodeSystem/v2-0203"
_AGENTS: Final = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"

_TYPES: Final = {NoteFormat.INTAKE.value: ("28636-9", "Initial evaluation note")}
_PROGRESS: Final = ("11506-3", "Progress note")
_SECTIONS: Final = {
    "subjective": ("61150-9", "Subjective"),
    "objective": ("61149-1", "Objective"),
    "assessment": ("51848-0", "Evaluation note"),
    "plan": ("18776-5", "Plan of care note"),
}
"""LOINC codes of a note, and of the sections that have one."""


def bundle_of(document: Document, pdf: bytes | None, made_at: datetime) -> Resource:
    """The note as a Bundle of type `collection`; without `pdf` its text alone is attached."""
    people = _People(document)
    note = _note_reference(document, people, pdf)
    composition = _composition(document, people)
    added = [
        _addition_reference(document, people, one, note) for one in document.additions if one.text.strip()
    ]
    encounter = _encounter(document, people)
    held = [note, *added, composition, encounter, *people.resources()]
    held.append(_provenance(document, people, [note, composition]))
    return {
        "resourceType": "Bundle",
        "id": _id("bundle", document.record.id),
        "type": "collection",
        "timestamp": _instant(made_at),
        "entry": [{"fullUrl": _urn(one), "resource": one} for one in held],
    }


class _People:
    """Whom a note refers to: the client or clients, who signed, and the program that drafted."""

    def __init__(self, document: Document) -> None:
        self._session = document.session
        self._signed = [document.signature, *(one.signature for one in document.additions)]
        self.assisted = labels.ASSISTED in document.signed.lines
        names = [one.name for one in self._session.participants if one.role == "client" and not one.revoked]
        self._reference = document.reference
        self._clients = [document.client]
        if self._session.kind != "individual" and len(names) > 1:
            self._clients = names

    def subject(self) -> Resource:
        """A reference to the client, or to the group of them."""
        return _reference(self._subject())

    def practitioner(self, signature: Signature) -> Resource:
        """A reference to whoever signed."""
        return _reference(_practitioner(signature))

    def drafter(self) -> Resource:
        """A reference to the program."""
        return _reference(_device())

    def resources(self) -> list[Resource]:
        """All of them, each once."""
        found = [*self._patients(), self._subject(), *map(_practitioner, self._signed)]
        if self.assisted:
            found.append(_device())
        return list({one["id"]: one for one in found}.values())

    def _patients(self) -> list[Resource]:
        patients = [
            _with_id("Patient", self._client_key(name), identifier=[], name=[{"text": name}])
            for name in self._clients
        ]
        if len(patients) == 1 and self._reference:
            number = {"use": "usual", "type": _coded(_IDENTIFIERS, "MR", "Medical record number")}
            patients[0]["identifier"].append({**number, "value": self._reference})
        return patients

    def _client_key(self, name: str) -> str:
        """A client keeps their id whatever they are called; one of several is known in this session only."""
        single = len(self._clients) == 1 and self._session.client_id
        return str(single or f"{self._session.id}/{name}")

    def _subject(self) -> Resource:
        patients = self._patients()
        if len(patients) == 1:
            return patients[0]
        return _with_id(
            "Group",
            str(self._session.client_id or self._session.id),
            identifier=[],
            type="person",
            actual=True,
            name=self._session.client,
            member=[{"entity": _reference(one)} for one in patients],
        )


def _practitioner(signature: Signature) -> Resource:
    return _with_id(
        "Practitioner",
        f"{signature.name}/{signature.credential}",
        name=[{"text": signature.name}],
        qualification=[{"code": {"text": signature.credential}}],
    )


def _device() -> Resource:
    return _with_id("Device", "attune", deviceName=[{"name": "Attune", "type": "user-friendly-name"}])


def _note_reference(document: Document, people: _People, pdf: bytes | None) -> Resource:
    """The note as a document: PDF first, where there is one, and text."""
    signature = document.signature
    digest = base64.urlsafe_b64encode(bytes.fromhex(signature.hash)).rstrip(b"=").decode()
    attached = [
        _attachment("text/plain; charset=utf-8", as_text(document).encode(), document.title, signature)
    ]
    if pdf is not None:
        attached.insert(0, _attachment("application/pdf", pdf, document.title, signature))
    reference = _document_reference(document, people, document.record.id, signature, attached)
    # RFC 6920: the hash over what was signed, as a name that anybody can compare.
    reference["identifier"].append({"system": _URI, "value": f"ni:///sha-256;{digest}"})
    seconded = [one.signature for one in document.additions if one.kind is AdditionKind.COSIGNATURE]
    return {**reference, "authenticator": people.practitioner((seconded or [signature])[-1])}


def _addition_reference(document: Document, people: _People, one: Appended, note: Resource) -> Resource:
    """What was added later, as a document that appends to the note."""
    title, signature = one.block.heading, one.signature
    words = "\n".join((title, *one.block.lines)) + "\n"
    attached = [_attachment("text/plain; charset=utf-8", words.encode(), title, signature)]
    reference = _document_reference(document, people, one.id, signature, attached)
    appends = {"code": "appends", "target": _reference(note)}
    return {
        **reference,
        "description": title,
        "authenticator": people.practitioner(signature),
        "relatesTo": [appends],
    }


def _document_reference(
    document: Document, people: _People, key: str, signature: Signature, attached: Sequence[Resource]
) -> Resource:
    made = _with_id("DocumentReference", key, identifier=[])
    context: Resource = {"encounter": [_reference(_encounter(document, people))]}
    if period := _period(document):
        context["period"] = period
    return {
        **made,
        "status": "current",
        "docStatus": "final",
        "type": _type(document),
        "category": [_coded(_CATEGORY, "clinical-note", "Clinical Note")],
        "subject": people.subject(),
        "date": _instant(signature.at),
        "author": [people.practitioner(signature)],
        "description": document.title,
        "securityLabel": [_coded(_CONFIDENTIALITY, "R", "restricted")],
        "content": [{"attachment": one} for one in attached],
        "context": context,
    }


def _attachment(media: str, content: bytes, title: str, signature: Signature) -> Resource:
    return {
        "contentType": media,
        "language": "en",
        "data": base64.b64encode(content).decode(),
        "size": len(content),
        # SHA-1 is what R4 asks for here; what proves the note is its SHA-256.
        "hash": base64.b64encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode(),
        "title": title,
        "creation": _instant(signature.at),
    }


def _composition(document: Document, people: _People) -> Resource:
    signature = document.signature
    attesters = [_attester("legal", signature, people)]
    seconded = (one.signature for one in document.additions if one.kind is AdditionKind.COSIGNATURE)
    attesters += [_attester("professional", one, people) for one in seconded]
    made = _with_id("Composition", document.record.id)
    return {
        **made,
        "identifier": {"system": _URI, "value": _urn(made)},
        "status": "final",
        "type": _type(document),
        "category": [_coded(_CATEGORY, "clinical-note", "Clinical Note")],
        "subject": people.subject(),
        "encounter": _reference(_encounter(document, people)),
        "date": _instant(signature.at),
        "author": [people.practitioner(signature)],
        "title": document.title,
        "confidentiality": "R",
        "attester": attesters,
        "section": list(map(_section, document.blocks)),
    }


def _attester(mode: str, signature: Signature, people: _People) -> Resource:
    return {"mode": mode, "time": _instant(signature.at), "party": people.practitioner(signature)}


def _section(block: Block) -> Resource:
    section: Resource = {"title": block.heading}
    if coded := _SECTIONS.get(block.heading.strip().lower()):
        section["code"] = _coded(_LOINC, *coded)
    return {**section, "text": {"status": "generated", "div": narrative(block.lines)}}


def _encounter(document: Document, people: _People) -> Resource:
    frame = document.note.frame
    remote = frame is not None and (frame.modality or "").startswith("telehealth")
    made = _with_id("Encounter", document.session.id, identifier=[])
    code, display = ("VR", "virtual") if remote else ("AMB", "ambulatory")
    made |= {
        "status": "finished",
        "class": {"system": _ACT_CODE, "code": code, "display": display},
        "subject": people.subject(),
        "participant": [{"individual": people.practitioner(document.signature)}],
    }
    if period := _period(document):
        made["period"] = period
    if frame is not None and frame.duration_minutes is not None:
        minutes = {"unit": "min", "system": "http://unitsofmeasure.org", "code": "min"}
        made["length"] = {"value": frame.duration_minutes, **minutes}
    return made


def _provenance(document: Document, people: _People, about: Iterable[Resource]) -> Resource:
    """Who made the note what it is: who signed it, and the program where one drafted it."""
    signer = people.practitioner(document.signature)
    agents = [{"type": _coded(_AGENTS, "author", "Author"), "who": signer}]
    if people.assisted:
        agents.append({"type": _coded(_AGENTS, "assembler", "Assembler"), "who": people.drafter()})
    return _with_id(
        "Provenance",
        document.record.id,
        target=[_reference(one) for one in about],
        recorded=_instant(document.signature.at),
        agent=agents,
    )


def _period(document: Document) -> Resource:
    frame = document.note.frame
    if frame is None:
        return {}
    ends = {"start": frame.started_at, "end": frame.ended_at}
    return {name: _instant(at) for name, at in ends.items() if at is not None}


def _type(document: Document) -> Resource:
    return _coded(_LOINC, *_TYPES.get(document.note.format, _PROGRESS))


def _coded(system: str, code: str, display: str) -> Resource:
    return {"coding": [{"system": system, "code": code, "display": display}]}


def _with_id(kind: str, key: str, **values: Any) -> Resource:
    """A resource named after our own key. An empty `identifier` asks for that name as one."""
    made: Resource = {"resourceType": kind, "id": _id(kind, key), **values}
    if "identifier" in values:
        made["identifier"] = [{"system": _URI, "value": _urn(made)}]
    return made


def _id(kind: str, key: str) -> str:
    return str(uuid.uuid5(_NAMES, f"{kind}/{key}"))


def _urn(resource: Mapping[str, Any]) -> str:
    return f"urn:uuid:{resource['id']}"


def _reference(resource: Mapping[str, Any]) -> Resource:
    return {"reference": _urn(resource), "type": resource["resourceType"]}


def _instant(at: datetime) -> str:
    """A FHIR instant: to the millisecond, with its zone."""
    return at.isoformat(timespec="milliseconds")
