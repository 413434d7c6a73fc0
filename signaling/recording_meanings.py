"""What the problems of recordings mean and what the caller can do."""

from __future__ import annotations

from signaling.meaning import Meaning

_NOTHING_KEPT = "Nothing of it is kept."

RECORDING_MEANINGS: dict[str, Meaning] = {
    "consent-not-attested": Meaning(
        "Consent to the recording was not confirmed",
        "A recording is taken only when whoever uploads it confirms, in the current wording, that everybody "
        "in it agreed to be recorded and transcribed.",
        "Read /v1/wordings, ask the people concerned where needed, and send the version you confirm.",
    ),
    "recording-refused": Meaning(
        "The recording can't be taken", f"It came to nothing. {_NOTHING_KEPT}", "The detail says what to do."
    ),
    "recording-empty": Meaning(
        "The recording is empty",
        "The file has no bytes, or no sound in them.",
        "Listen to the file, and upload the right one to the same session.",
    ),
    "not-a-recording": Meaning(
        "This is no recording",
        "The file is no media file, or is damaged from its begin on.",
        "Upload WAV, MP3, M4A or MP4, OGG, WEBM or FLAC to the same session.",
    ),
    "recording-unsupported": Meaning(
        "This kind of recording is not taken",
        "It is sound or video of a kind that this server does not read.",
        "Save it as WAV, MP3, M4A, OGG, WEBM or FLAC and upload that to the same session.",
    ),
    "recording-without-sound": Meaning(
        "There is no sound in the file",
        "It is a media file without an audio stream.",
        "Upload the file that holds the sound to the same session.",
    ),
    "wrong-channels": Meaning(
        "The channels don't fit the speakers",
        "Speakers were named one a channel, and the recording has another number of channels.",
        "Upload it to the same session with as many speakers as channels, or as one track.",
    ),
    "recording-too-long": Meaning(
        "The recording is too long",
        "A recording has at most four hours, like a call.",
        "Cut it, and upload each part to a session of its own.",
    ),
    "recording-too-large": Meaning(
        "The recording is too large",
        "It has more bytes than this server takes, which is part of its configuration.",
        "Export its sound alone as M4A or MP3, which is a tenth as large.",
    ),
    "recording-index-last": Meaning(
        "The recording can't be heard as it arrives",
        "It is an MP4 whose index comes at its end, too large to be held in memory until it is there. No "
        "recording is put on a disk here.",
        'Export its sound alone (M4A, MP3), or save it with "fast start" (web optimised).',
    ),
    "recording-interrupted": Meaning(
        "The upload broke off",
        f"The connection, or the media worker that heard the recording, ended before it did. {_NOTHING_KEPT}",
        "Upload it again. If words had been heard already, that needs a new session.",
    ),
    "recording-cancelled": Meaning(
        "The upload was cancelled", f"Somebody cancelled it while it was heard. {_NOTHING_KEPT}", "Nothing."
    ),
    "recording-failed": Meaning(
        "The recording could not be heard",
        f"The media worker met a fault of its own. {_NOTHING_KEPT}",
        "Try again. If it stays so, whoever runs the server finds the kind of error in its log.",
    ),
    "no-worker-free": Meaning(
        "Nobody is there to hear the recording",
        "No media worker is connected, or all hear as many recordings as they may.",
        "Try again in a moment. If it stays so, whoever runs the server starts another worker.",
    ),
}
"""By code."""
