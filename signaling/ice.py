"""The ICE servers a browser may use, with ephemeral TURN credentials.

The credential scheme is coturn's `use-auth-secret` (draft-uberti-behave-turn-rest-00): the username is an
expiry time and a random name, the password the base64 HMAC-SHA1 of it. Nothing in it names a person.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime

from signaling.config import Settings
from wire import IceServer


def turn_credential(secret: str, name: str, expires: datetime) -> tuple[str, str]:
    """Username and password that coturn accepts until `expires`."""
    username = f"{int(expires.timestamp())}:{name}"
    digest = hmac.new(secret.encode(), username.encode(), hashlib.sha1).digest()
    return username, base64.b64encode(digest).decode()


def ice_servers(settings: Settings, name: str, expires: datetime) -> tuple[IceServer, ...]:
    """The configured STUN and TURN servers; none by default, so that nothing calls out."""
    servers: list[IceServer] = []
    if settings.stun_urls:
        servers.append(IceServer(urls=settings.stun_urls))
    if settings.turn_urls and settings.turn_secret is not None:
        username, credential = turn_credential(settings.turn_secret.get_secret_value(), name, expires)
        servers.append(IceServer(urls=settings.turn_urls, username=username, credential=credential))
    return tuple(servers)
