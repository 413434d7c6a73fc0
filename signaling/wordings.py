"""What a participant reads before agreeing. A changed text is a new version.

The purpose stands in the text itself, as 225 ILCS 155 asks (specific purpose, in writing, consent revocable).
Numbers come from the settings, so that the text can't promise what the house does not do.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from wire.browser import ConsentWording, Purpose

NOTES_VERSION = "notes-2026-11"
CAPTIONS_VERSION = "captions-2026-11"
IN_PERSON_VERSION = "in-person-2026-11"
RECORDING_VERSION = "recording-2026-11"


def days_in_words(days: float) -> str:
    """A number of days as people say it: "7 days", "1 day", "12 hours"."""
    if days < 1:
        hours = max(1, round(days * 24))
        return "1 hour" if hours == 1 else f"{hours} hours"
    return "1 day" if days == 1 else f"{days:g} days"


_HOLD = (
    " One exception: the law can oblige the practice to keep a transcript for longer, also when you "
    "withdraw. Two people have to decide that together, it is put on record, and your link tells you."
)


def _fingerprint(name: str) -> str:
    return f"p{sha256(name.encode()).hexdigest()[:8]}"


def notes_wording(
    transcript_days: float, processor: str | None, *, legal_hold: bool = False
) -> ConsentWording:
    """The consent to listening for the progress note.

    `processor` is the AI processor that helps to draft, or None when everything stays on the machine;
    `legal_hold`: whether transcripts may be held. Both are part of the version: who agreed to one text has
    not agreed to the other.
    """
    kept = days_in_words(transcript_days)
    drafting = (
        "Its draft is prepared on the same computer. Nothing you say is sent anywhere else."
        if processor is None
        else f"Names and other identifying details are masked first; then {processor}, a service your "
        "clinician's practice has under contract, helps to draft. It may not keep your words or train "
        "on them."
    )
    version = NOTES_VERSION if kept == "7 days" else f"{NOTES_VERSION}-{kept.replace(' ', '')}"
    if legal_hold:
        version = f"{version}-hold"
    return ConsentWording(
        version=version if processor is None else f"{version}-{_fingerprint(processor)}",
        purpose=Purpose.NOTES,
        title="May a note-taking companion listen?",
        paragraphs=(
            "Your clinician would like help with one thing: writing the progress note of this session. If "
            "you agree, a computer program run by your clinician's practice listens to the words spoken in "
            "this call, by you and by the others who agreed, and turns them into a written transcript.",
            f"Your clinician uses the transcript to write the note. {drafting} Your clinician checks every "
            "sentence before signing.",
            "No recording is kept. The sound is held in memory for seconds while its words are written down, "
            "and is then overwritten. Your video is never sent to the program.",
            f"The transcript is destroyed when your clinician signs the note, and after {kept} at the latest "
            "if it has not been signed. The signed note stays in your record, as it would without this "
            "program." + (_HOLD if legal_hold else ""),
            "The program does not detect emotions or mental states from your voice or face, makes no "
            "therapeutic decisions, and nothing is used for training or sold.",
            "It is your choice. If you decline, the call goes on just the same, without the companion, and "
            "your care does not change. You can go off the record or withdraw at any time during the call; "
            "withdrawing stops the listening and destroys the transcript so far.",
        ),
    )


def in_person_wording(
    transcript_days: float, processor: str | None, *, legal_hold: bool = False
) -> ConsentWording:
    """The consent to listening in a room, to be read on the device that listens; else as `notes_wording`."""
    call = notes_wording(transcript_days, processor, legal_hold=legal_hold)
    _, drafting, _, kept, no_inference, _ = call.paragraphs
    return ConsentWording(
        version=call.version.replace(NOTES_VERSION, IN_PERSON_VERSION),
        purpose=Purpose.NOTES,
        title="May a note-taking companion listen in this room?",
        paragraphs=(
            "Your clinician would like help with one thing: writing the progress note of this session. If "
            "everybody here agrees, a computer program run by your clinician's practice listens, through "
            "this device's microphone, to what is said in this room, and turns it into a transcript.",
            drafting,
            "No recording is kept. The sound is held in memory for seconds while its words are written down, "
            "and is then overwritten. To tell who said what, voices are compared while the session lasts; "
            "nothing of a voice is kept, and no image is taken.",
            kept,
            no_inference,
            "It is your choice. If you decline, the session goes on just the same, without the companion, "
            "and your care does not change. Anybody here can go off the record or withdraw at any time; "
            "withdrawing stops the listening and destroys the transcript so far.",
        ),
    )


def captions_wording() -> ConsentWording:
    """The consent to showing one's spoken words as captions to the others in the call."""
    return ConsentWording(
        version=CAPTIONS_VERSION,
        purpose=Purpose.CAPTIONS,
        title="May your words be shown as captions?",
        paragraphs=(
            "If everyone agrees, the words each person says are shown as text on the others' screens while "
            "they speak. This helps people who hear poorly, or who follow better by reading.",
            "Captions appear only while the note-taking companion is listening. They are not kept on "
            "anyone's device and go away when the call ends.",
            "It is your choice, separate from the note. If you decline, your call goes on without captions, "
            "and you can change your mind at any time.",
        ),
    )


def current_wordings(
    transcript_days: float, processor: str | None = None, *, legal_hold: bool = False, in_person: bool = False
) -> tuple[ConsentWording, ...]:
    """The wordings that may be agreed to today, one a purpose; `in_person`: by people in one room."""
    notes = in_person_wording if in_person else notes_wording
    return (notes(transcript_days, processor, legal_hold=legal_hold), captions_wording())


@dataclass(frozen=True, slots=True)
class Attestation:
    """What whoever uploads a recording confirms for everybody in it. A changed text is a new version."""

    version: str
    title: str
    paragraphs: tuple[str, ...]


def recording_attestation(
    transcript_days: float, processor: str | None, *, legal_hold: bool = False
) -> Attestation:
    """The confirmation that everybody recorded agreed; as the settings are, like `notes_wording`."""
    notes = notes_wording(transcript_days, processor, legal_hold=legal_hold)
    return Attestation(
        version=notes.version.replace(NOTES_VERSION, RECORDING_VERSION),
        title="Did everybody in this recording agree?",
        paragraphs=(
            "I confirm that every person who can be heard in this recording agreed, before it was made, to "
            "being recorded, and agreed to the recording being turned into a written transcript by a "
            "computer program for the progress note of this session.",
            "Each of them knows that the sound is held in memory only while its words are written down, that "
            "the transcript is destroyed when the note is signed and after "
            f"{days_in_words(transcript_days)} at the latest, and that until then they can withdraw by "
            "telling me, which destroys the transcript.",
            "This confirmation is put on record with the time and the version of this text. The file on your "
            "own device stays where it is; delete it there when it is no longer needed.",
        ),
    )
