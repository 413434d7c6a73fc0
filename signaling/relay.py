"""What passes between two browsers through the room: SDP, ICE candidates, chat. Pure; nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping

from signaling.commands import RoomCommand, Send
from signaling.member import Member
from wire.browser import Candidate, CandidateFrom, Chat, ChatFrom, Describe, Described, Error


def relayed(
    members: Mapping[str, Member], sender: Member, message: Describe | Candidate | Chat
) -> list[RoomCommand]:
    """The message for its addressees, or a refusal for the sender.

    Only people present hear each other: somebody in the waiting room must not reach into the call.
    """
    if not sender.is_present:
        return [_refusal(sender, "not_present", "wait to be admitted")]
    if isinstance(message, Chat):
        chat = ChatFrom(sender=sender.id, name=sender.name, text=message.text)
        return [Send(m.id, chat) for m in members.values() if m.is_present and m.id != sender.id]
    addressee = members.get(message.to)
    if addressee is None or addressee.id == sender.id or not addressee.is_present:
        return [_refusal(sender, "unreachable", "this participant is not in the call")]
    if isinstance(message, Describe):
        return [Send(addressee.id, Described(sender=sender.id, kind=message.kind, sdp=message.sdp))]
    return [Send(addressee.id, CandidateFrom(sender=sender.id, candidate=message.candidate))]


def _refusal(member: Member, code: str, detail: str) -> RoomCommand:
    return Send(member.id, Error(code=code, detail=detail))
