"""Every public name says what it gives, and in which types."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.support.source_tree import Function, Source, sources


def _public(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, Function | ast.ClassDef]]:
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body, f"{prefix}{node.name}.")


def _all_public() -> Iterator[tuple[Source, str, Function | ast.ClassDef]]:
    for source in sources():
        for name, node in _public(source.tree.body):
            yield source, name, node


def _overloads(node: Function | ast.ClassDef) -> bool:
    marks = ("overload", "override", ".setter", "field_validator", "model_validator")
    return any(mark in ast.unparse(decorator) for decorator in node.decorator_list for mark in marks)


def test_every_public_name_is_documented() -> None:
    bare = [
        f"{source.path}:{node.lineno} {name}"
        for source, name, node in _all_public()
        if ast.get_docstring(node) is None and not _overloads(node)
    ]
    assert not bare


def test_every_module_is_documented() -> None:
    bare = [
        source.path for source in sources() if source.text.strip() and ast.get_docstring(source.tree) is None
    ]
    assert not bare


def test_every_function_is_typed() -> None:
    bare = []
    for source in sources():
        overloaded = {one.name for one in source.functions() if _overloads(one)}
        for function in (one for one in source.functions() if one.name not in overloaded):
            arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
            untyped = [a.arg for a in arguments if a.annotation is None and a.arg not in {"self", "cls", "_"}]
            if untyped or function.returns is None:
                bare.append(f"{source.path}:{function.lineno} {function.name} {untyped}")
    assert not bare
