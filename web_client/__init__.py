"""The browser's side. Python knows only where its built pages lie."""

from __future__ import annotations

from pathlib import Path

__all__ = ["PAGES", "NotBuiltError", "dist_folder"]

PAGES = ("index.html", "join.html", "watch.html")
"""The built pages: the clinician's, the participant's and the pop-out transcript."""


class NotBuiltError(RuntimeError):
    """The pages have not been built; the message says how to build them."""


def dist_folder() -> Path:
    """The folder with the built pages and their `assets/`.

    Raises:
        NotBuiltError: a page is missing, since the client was not built after a checkout.
    """
    folder = Path(__file__).parent / "dist"
    if not all((folder / page).is_file() for page in PAGES):
        raise NotBuiltError("the web client is not built: run `make install`")
    return folder
