"""The pages and their files: `/`, `/join`, `/watch` and `/assets/...` from the built web client.

Every answer of the server carries the security headers below. The policy allows scripts and styles only as
files of this origin, and strings become markup only through Lit's own Trusted Types policy.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from aiohttp import web

PAGES = {"/": "index.html", "/join": "join.html", "/watch": "watch.html"}
HASHED = re.compile(r"-[A-Za-z0-9_-]{8,}\.\w+$")
"""Vite puts a hash of the content into a file's name: such a file never changes."""

_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9A-Fa-f:]+\](:\d{1,5})?")

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("application/manifest+json", ".webmanifest")

STYLE = "/plain.css"
"""The built client's style for pages that the server writes itself."""

NOT_BUILT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Attune</title></head>
<body><h1>The web client is not built</h1>
<p>The server runs, but its pages are missing. Build them with <code>make install</code> and load this page
again. The programming interface is described in <a href="/openapi.json">/openapi.json</a>.</p></body></html>
"""


def written(title: str, body: str) -> str:
    """A page of the server's own as HTML; `title` and `body` are escaped already."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="{STYLE}"></head>'
        f"<body><main>{body}</main></body></html>"
    )


def client_folder() -> Path | None:
    """The built web client, or None when it has not been built."""
    spec = find_spec("web_client")
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    for place in places:
        folder = Path(place) / "dist"
        if (folder / "index.html").is_file():
            return folder
    return None


def security_headers(host: str) -> dict[str, str]:
    """The headers of every answer; `host` is the request's, for the WebSocket's origin."""
    own = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "font-src 'self'; "
        f"media-src 'self' blob:; connect-src 'self'{own}; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; "
        "require-trusted-types-for 'script'; trusted-types lit-html"
    )
    return {
        "Content-Security-Policy": policy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": (
            "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self), "
            "screen-wake-lock=(self), speaker-selection=(self), picture-in-picture=(self), geolocation=(), "
            "usb=(), payment=(), browsing-topics=()"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


@dataclass(frozen=True, slots=True)
class File:
    """One file of the client, in memory with its entity tag."""

    body: bytes = field(repr=False)
    kind: str
    tag: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class Pages:
    """The client's files by URL path, read once at start (the client is small)."""

    files: Mapping[str, File]

    @classmethod
    def load(cls, folder: Path | None) -> Pages:
        """Reads the built client; without one, only a page that says so is served."""
        if folder is None:
            return cls({})
        files = {f"/{path.relative_to(folder).as_posix()}": _file(path) for path in _walk(folder)}
        pages = {path: files[f"/{name}"] for path, name in PAGES.items() if f"/{name}" in files}
        return cls({**files, **pages})

    def mount(self, app: web.Application) -> None:
        """Adds the pages' routes to an application."""
        for path in PAGES:
            app.router.add_get(path, self.serve)
        for path in self.files:
            if path not in PAGES:
                app.router.add_get(path, self.serve)

    async def serve(self, request: web.Request) -> web.Response:
        """A file, or nothing new when the browser has it already (RFC 9110 §13.1.2)."""
        file = self.files.get(request.path)
        if file is None:
            return web.Response(
                text=NOT_BUILT, content_type="text/html", status=503, headers={"Cache-Control": "no-store"}
            )
        cache = "public, max-age=31536000, immutable" if file.lasting else "no-cache"
        headers = {"ETag": file.tag, "Cache-Control": cache}
        if file.tag in request.headers.get("If-None-Match", ""):
            return web.Response(status=304, headers=headers)
        charset = "utf-8" if file.kind.startswith("text/") else None
        return web.Response(body=file.body, content_type=file.kind, charset=charset, headers=headers)


def _walk(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".map")


def _file(path: Path) -> File:
    body = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    return File(body, kind, tag, HASHED.search(path.name) is not None)
