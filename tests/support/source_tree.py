"""The project's Python sources as syntax trees, for tests about the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGES = ("wire", "retention", "live_notes", "media_worker", "signaling", "web_client")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file: where it stands (relative to the repository) and what it says."""

    path: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """Dotted name: `signaling/cli/__init__.py` is `signaling.cli`."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def lines(self) -> int:
        """Lines of the file."""
        return len(self.text.splitlines())

    def functions(self) -> Iterator[Function]:
        """Every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node

    def classes(self) -> Iterator[ast.ClassDef]:
        """Every class, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ClassDef):
                yield node

    def imports(self) -> Iterator[tuple[str, int]]:
        """Top-level names of everything imported, wherever the import stands, with its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield alias.name.split(".")[0], node.lineno
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                yield node.module.split(".")[0], node.lineno


def length(node: Function | ast.ClassDef) -> int:
    """Lines from `def` or `class` to the end of the body, docstring included, decorators not."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


@cache
def sources(package: str | None = None) -> tuple[Source, ...]:
    """The files of one package, or of all of them."""
    return tuple(
        Source(str(path.relative_to(REPOSITORY)), text := path.read_text(), ast.parse(text))
        for name in (PACKAGES if package is None else (package,))
        for path in sorted((REPOSITORY / name).rglob("*.py"))
        if "node_modules" not in path.parts
    )
