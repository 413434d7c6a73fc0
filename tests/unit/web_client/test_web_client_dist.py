"""Where the built pages are, and what the lock file may hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import web_client

ROOM = Path(web_client.__file__).parent


def test_unbuilt_pages_say_how_to_build_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_client, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(web_client.NotBuiltError, match="make install"):
        web_client.dist_folder()


def test_built_pages_are_found_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_client, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "dist").mkdir()
    for page in web_client.PAGES:
        (tmp_path / "dist" / page).write_text("")
    assert web_client.dist_folder() == tmp_path / "dist"


def test_the_lock_pins_every_package_by_hash_and_names_no_registry() -> None:
    lock = json.loads((ROOM / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert all(entry.get("integrity", "").startswith("sha512-") for entry in packages.values())
    assert not any("resolved" in entry for entry in packages.values())


@pytest.mark.parametrize("page", web_client.PAGES)
def test_no_page_holds_a_script_a_style_or_a_foreign_address(page: str) -> None:
    text = (ROOM / page).read_text()
    assert "<style" not in text
    assert "style=" not in text
    assert "://" not in text
    assert text.count("<script") == text.count('<script type="module" src="/src/pages/')
