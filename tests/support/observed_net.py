"""A network of one's own in which every packet is seen: the loopback, and a way out that leads nowhere.

Run in a new network namespace (`unshare --net`, network_namespaces(7)): `observed()` sets up the way out,
a cable with the default route and nobody at its far end, and listens on both as packet(7) allows.
"""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

OUT, FAR = "out0", "far0"
_ALL_PROTOCOLS = 0x0003
_IPV4 = 0x0800
_ARP = 0x0806
_TCP, _UDP = 6, 17
_SYN, _ACK = 0x02, 0x10


def in_own_network(command: list[str]) -> list[str]:
    """The command in a network namespace of its own."""
    own = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return ["unshare", "--net", *own, *command]


@dataclass
class Seen:
    """What went over the wires."""

    outside: list[str] = field(default_factory=list)
    """Frames on the way out, each as its protocol and whom it is for."""
    connected: set[int] = field(default_factory=set)
    """Ports on the loopback that somebody connected to."""
    datagrams: set[int] = field(default_factory=set)
    """UDP ports on the loopback that something was sent to."""


@contextmanager
def observed() -> Iterator[Seen]:
    """Everything that is sent, until it ends."""
    with suppress(OSError):  # where there is IPv6, its neighbour discovery would be traffic nobody asked for
        Path("/proc/sys/net/ipv6/conf/all/disable_ipv6").write_text("1")
    for words in (
        "link set lo up",
        f"link add {OUT} type veth peer name {FAR}",
        f"addr add 192.0.2.2/24 dev {OUT}",
        f"link set {OUT} up",
        f"link set {FAR} up",
        f"route add default via 192.0.2.1 dev {OUT}",
    ):
        subprocess.run(["ip", *words.split()], check=True)
    seen, stop = Seen(), threading.Event()
    listeners = [
        threading.Thread(target=_listen, args=(name, seen, stop), daemon=True) for name in ("lo", OUT)
    ]
    for listener in listeners:
        listener.start()
    try:
        yield seen
    finally:
        stop.set()
        for listener in listeners:
            listener.join(5)


def _listen(name: str, seen: Seen, stop: threading.Event) -> None:
    # Without a protocol until it is bound: it would hear every interface until then (packet(7)).
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0) as wire:
        wire.bind((name, _ALL_PROTOCOLS))
        wire.settimeout(0.2)
        while not stop.is_set():
            try:
                frame = wire.recv(256)
            except TimeoutError:
                continue
            if name == OUT:
                seen.outside.append(_told(frame))
            else:
                _note(frame, seen)


def _told(frame: bytes) -> str:
    """What a frame is, to say more than that there was one (RFC 826, RFC 791)."""
    kind = struct.unpack("!H", frame[12:14])[0]
    if kind == _ARP:
        return f"arp asks for {socket.inet_ntoa(frame[38:42])}"
    if kind != _IPV4:
        return f"ethertype {kind:#06x}"
    ports = frame[14 + 4 * (frame[14] & 0x0F) :][:4]
    port = struct.unpack("!HH", ports)[1] if frame[23] in {_TCP, _UDP} and len(ports) == 4 else 0
    return f"ip protocol {frame[23]} to {socket.inet_ntoa(frame[30:34])} port {port}"


def _note(frame: bytes, seen: Seen) -> None:
    """Notes a connection or a datagram on the loopback (Ethernet, then IPv4, RFC 791)."""
    if len(frame) < 34 or struct.unpack("!H", frame[12:14])[0] != _IPV4:
        return
    header = 4 * (frame[14] & 0x0F)
    body = frame[14 + header :]
    port = struct.unpack("!H", body[2:4])[0]
    if frame[23] == _TCP and body[13] & (_SYN | _ACK) == _SYN:
        seen.connected.add(port)
    elif frame[23] == _UDP:
        seen.datagrams.add(port)
