"""Pages, their headers, and the environment of the processes."""

from __future__ import annotations

from pathlib import Path

from signaling import hygiene
from signaling.pages import STYLE, Pages, security_headers, written


def test_hashed_files_last_and_pages_are_asked_for_again(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html>")
    (tmp_path / "assets" / "app-B7x_1cDe.js").write_text("1")
    (tmp_path / "assets" / "app-B7x_1cDe.js.map").write_text("source")
    pages = Pages.load(tmp_path)
    assert pages.files["/assets/app-B7x_1cDe.js"].lasting
    assert not pages.files["/"].lasting
    assert "/assets/app-B7x_1cDe.js.map" not in pages.files


def test_the_policy_header_allows_no_inline_script_and_no_strange_host() -> None:
    policy = security_headers("evil.example; script-src *")["Content-Security-Policy"]
    assert "evil" not in policy
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert "wss://attune.example:8443" in security_headers("attune.example:8443")["Content-Security-Policy"]


def test_the_hardened_environment_keeps_other_tunables() -> None:
    hardened = hygiene.hardened_environment({"GLIBC_TUNABLES": "glibc.malloc.arena_max=2", "HOME": "/h"})
    assert hardened["GLIBC_TUNABLES"].startswith("glibc.malloc.arena_max=2:glibc.malloc.perturb=")
    assert hardened["HOME"] == "/h"
    assert hygiene.is_hardened(hardened)
    assert not hygiene.is_hardened({})


def test_a_page_of_the_servers_own_has_no_style_but_the_clients_file() -> None:
    page = written("A title", "<h1>A title</h1>")
    assert page.count("<title>A title</title>") == 1
    assert f'<link rel="stylesheet" href="{STYLE}">' in page
    assert "<style" not in page
    assert "style=" not in page
