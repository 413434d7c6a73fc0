"""What each problem code means and what the caller can do: the words behind `/problems/{code}`."""

from __future__ import annotations

from html import escape

from signaling.meaning import Meaning
from signaling.pages import written
from signaling.recording_meanings import RECORDING_MEANINGS

_STORE = "Try again in a moment. If it stays so, whoever runs the server finds the reason in its log."

_AGAIN = "Ask again after the seconds the header Retry-After says."

MEANINGS: dict[str, Meaning] = {
    **RECORDING_MEANINGS,
    "bad-input": Meaning(
        "Something given can't be used",
        "The request has the declared form, but one of its values means nothing here. The detail names it.",
        "Correct the named value and send the request again.",
    ),
    "choice-refused": Meaning(
        "These words can't be masked by choice",
        "There are no words in what was chosen, too many at once, or too many choices in this session.",
        "Choose a name or a few words of one line. Undo a choice that is needed no more.",
    ),
    "rule-refused": Meaning(
        "No style can have this rule",
        "Rules are made of general and clinical words only: no names, numbers, negations, pronouns, nor "
        "anything about risk. The detail says what stands in the way.",
        "Choose other words, or turn the rule off.",
    ),
    "template-refused": Meaning(
        "Nothing can be drafted with this template",
        "A template has at least one section that something is drafted in, titles that differ, and is of a "
        "limited length. The detail names the part.",
        "Correct the part that is named and save it again.",
    ),
    "client-kept": Meaning(
        "This client can't be deleted",
        "A session was held with them, or a record of one is kept. The law wants such records kept.",
        "Put the client away: they leave the lists, and everything about them stays.",
    ),
    "invalid-body": Meaning(
        "The body has not the declared form",
        "A part of the JSON body is missing, unknown, of another kind, or out of its bounds.",
        "Look at `errors`: each entry points to a part and says what is asked of it. /openapi.json has "
        "all forms.",
    ),
    "invalid-query": Meaning(
        "The query has not the declared form",
        "A query parameter is unknown, given twice, or out of its bounds.",
        "Look at `errors`, correct the parameters and ask again. /openapi.json lists them for every address.",
    ),
    "body-too-large": Meaning(
        "The body is too large",
        "This server takes bodies up to a size that is part of its configuration.",
        "Send less. A note or a list of passages always fits.",
    ),
    "unsupported-media-type": Meaning(
        "The body is not declared as JSON",
        "Bodies are taken as JSON only.",
        "Send JSON with the header Content-Type: application/json.",
    ),
    "login-required": Meaning(
        "Nobody is logged in",
        "The request carries neither a login nor a join token.",
        "Clinicians log in with the one-time link that the server prints at its start. Media workers send "
        "the workers' token.",
    ),
    "token-forged": Meaning(
        "The link or login is not valid",
        "The token was not made by this server, or was damaged on its way.",
        "Open the link again exactly as it was sent, or ask for a new one.",
    ),
    "token-expired": Meaning(
        "The link or login has expired",
        "Links and logins live for a limited time only.",
        "Ask your clinician for a new link. Clinicians log in anew.",
    ),
    "token-replayed": Meaning(
        "The link has done its work",
        "A one-time link was used before, or the session a join link belongs to is over.",
        "Use a fresh link. For another call, plan another session.",
    ),
    "token-refused": Meaning(
        "The link does not open this",
        "The token was understood and does not fit.",
        "Ask for a new link.",
    ),
    "token-revoked": Meaning(
        "The link or login was taken back",
        "The clinician revoked the link, or the login was ended by logging out.",
        "Ask your clinician for a new link. Clinicians log in anew.",
    ),
    "wrong-session": Meaning(
        "The link belongs to another session",
        "A join token opens one session only.",
        "Use the link of this session.",
    ),
    "scope-missing": Meaning(
        "This login or link may not do that",
        "Who asks is known, but what they hold does not reach this far: a participant's link opens the call, "
        "a clinician's login everything else.",
        "Use the other kind of access. The address's description in /openapi.json names it.",
    ),
    "forbidden": Meaning(
        "Not allowed",
        "Who asks is known and may not do this.",
        "Ask the clinician to do it.",
    ),
    "origin-refused": Meaning(
        "The change was asked for by another site",
        "Changes are taken only from this server's own pages, so that no other site can use your login.",
        "Do it on this server's pages. Behind a proxy, whoever runs the server sets its public address.",
    ),
    "processor-refused": Meaning(
        "The AI processor may not be used",
        "It stands neither on the practice's own machines nor under a valid agreement.",
        "Whoever runs the server declares the processor with its agreement. Notes are drafted here "
        "meanwhile.",
    ),
    "not-found": Meaning(
        "There is no such thing",
        "The client, session, participant, note, template, receipt or address does not exist here.",
        "Check the id. The lists of clients and of sessions have those that exist.",
    ),
    "placeholder-unknown": Meaning(
        "There is no such placeholder",
        "The session gave out no placeholder of that name, or was read again and numbers them anew.",
        "Read the masked transcript again and take a placeholder that stands in it.",
    ),
    "method-not-allowed": Meaning(
        "The address does not know this method",
        "The header Allow of the answer names the methods it knows.",
        "Use one of those.",
    ),
    "already-signed": Meaning(
        "The note is signed",
        "A signed note never changes, and its transcript was destroyed with the signature.",
        "Read the note as it is. What has to be added or put right goes into an addendum.",
    ),
    "attestation-missing": Meaning(
        "Flags were not confirmed",
        "A check objects to sentences of the note, and not every objection was confirmed as looked at.",
        "Look at each flag the detail names; change the sentence, or confirm the flag and sign again.",
    ),
    "stale-version": Meaning(
        "A newer version was saved meanwhile",
        "Somebody, perhaps you on another page, saved the note after you had read it.",
        "Read the note again and repeat the change on top of it.",
    ),
    "not-ready": Meaning(
        "Not possible at this moment",
        "Something else comes first. The detail says what.",
        "Do that first, or wait for it, and try again.",
    ),
    "legally-held": Meaning(
        "Kept under a legal hold",
        "Two people have put this transcript under a legal hold, which stands in the audit chain. What was "
        "asked for is owed: it is carried out when the hold ends.",
        "Nothing has to be repeated. Ask whoever holds it when it will end.",
    ),
    "not-signed": Meaning(
        "The note is not signed yet",
        "Addenda, corrections, late entries, co-signatures and exports follow a signature.",
        "Edit the draft instead, or sign it first.",
    ),
    "transcript-destroyed": Meaning(
        "The transcript is destroyed",
        "It was destroyed by the signature, a withdrawal, a request, or because its time was over. Nobody "
        "can bring it back.",
        "The receipt of the destruction can be read and verified. The note remains.",
    ),
    "too-many-requests": Meaning(
        "Asked too often",
        "Attempts are limited so that nobody can guess links.",
        "Wait for the seconds the header Retry-After says.",
    ),
    "internal": Meaning(
        "Something went wrong in the server",
        "The request met a fault of the server itself. Nothing was changed that is not shown.",
        "Try again. If it stays so, whoever runs the server finds the kind of error in its log.",
    ),
    "seal-broken": Meaning(
        "A record was altered",
        "What is kept does not fit its seal: it was changed or moved by something other than this server.",
        "Nothing is shown of it. Whoever runs the server restores the records from a backup.",
    ),
    "drafting-timed-out": Meaning(
        "Drafting took too long",
        "The draft was given up after the time configured for it. What was kept before is unchanged.",
        "Ask for the draft again, or write the note by hand.",
    ),
    "masking-unavailable": Meaning(
        "Masking is not possible at the moment",
        "The processes that mask are starting, busy or away. Nothing is sent to an AI processor unmasked.",
        "Try again in a moment.",
    ),
    "pdf-unprintable": Meaning(
        "The note can't be printed with the fonts there are",
        "Some of its letters are in no font of this server, and a PDF would show empty boxes in their place.",
        "Take the note as text or FHIR. Whoever runs the server can install a font with these letters.",
    ),
    "pdf-failed": Meaning(
        "The PDF was not made",
        "Setting the note took too long, or the program that does it ended early. The note is unchanged.",
        "Ask for it again, or take the note as text or FHIR.",
    ),
    "key-unavailable": Meaning(
        "A key is missing",
        "What is kept is sealed, and the key for it can't be had at the moment, or is erased for good.",
        _STORE,
    ),
    "store-unavailable": Meaning(
        "The records can't be reached", "The database is away or busy for too long.", _STORE
    ),
    "cannot-delete": Meaning(
        "The disk does not forget",
        "What is deleted stays readable in the records' files, so nothing may be kept there.",
        "Whoever runs the server moves the records' folder to a disk that overwrites what is deleted.",
    ),
    "destruction-incomplete": Meaning(
        "The destruction is not finished",
        "What was to be destroyed can't be read any more, but traces of it are still being removed.",
        "Nothing needs to be done: it is tried again until it is finished, and then a receipt is written.",
    ),
    "session-elsewhere": Meaning(
        "The session lives on another node",
        "Several servers work together, and the session has just moved from one to another.",
        _AGAIN,
    ),
    "owner-unreachable": Meaning(
        "The session's node does not answer",
        "Several servers work together, and the one that has the session is away. Another takes it over "
        "within seconds.",
        _AGAIN,
    ),
    "cluster-unreachable": Meaning(
        "The servers have lost sight of one another",
        "Sessions that live on this server go on. No other can be taken in until the servers meet again.",
        _AGAIN,
    ),
    "node-stopping": Meaning(
        "The server is stopping",
        "It is handing its sessions over to the others and takes in no more.",
        _AGAIN,
    ),
}
"""By code. Every code that an answer of this server may carry under a `type` of its own is here."""


def page_of(code: str, status: int) -> str:
    """The page of one code. Raises `KeyError` when there is none."""
    meaning = MEANINGS[code]
    title = escape(meaning.title)
    return written(
        title,
        f"<h1>{title}</h1><p>Code <code>{escape(code)}</code>, HTTP status {status}.</p>"
        f"<h2>What it means</h2><p>{escape(meaning.means)}</p>"
        f"<h2>What you can do</h2><p>{escape(meaning.remedy)}</p>"
        '<p><a href="/problems">All problems</a></p>',
    )


def list_page(statuses: dict[str, int]) -> str:
    """The list of all codes. `statuses`: the HTTP status of each."""
    lines = "".join(
        f'<li><a href="/problems/{escape(code)}"><code>{escape(code)}</code></a> '
        f"({statuses.get(code, 500)}): {escape(meaning.title)}</li>"
        for code, meaning in sorted(MEANINGS.items())
    )
    return written(
        "Problems",
        "<h1>Problems this server may answer with</h1>"
        "<p>Every error is an <code>application/problem+json</code> object (RFC 9457) with one of these "
        f"codes.</p><ul>{lines}</ul>",
    )
