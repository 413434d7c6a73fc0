"""Habits of the house that a linter has no rule for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.support.source_tree import Function, Source, sources

SUPERVISORS = frozenset(
    {
        "live_notes.masking.processes._answer",  # one error must not end the process, nor tell its words
        "live_notes.read_ahead.read",  # a line that can't be read ahead must not leave the next ones unmasked
        "media_worker.scheduler._decode",  # one failed decode must not stop the others
        "media_worker.uploads._supervise",  # nor one broken recording
        "media_worker.worker._supervise",  # nor one broken track
        "signaling.chores._work",  # one failed chore must not end a call
        "signaling.cli.exits.exit_code_of",  # the outermost of every command
        "signaling.cluster.membership._let_go",  # the other sessions must still be looked after
        "signaling.conversation.work",  # the next final must still be kept
        "signaling.energy.flush",  # figures must end neither a draft nor the server
        "signaling.hub._live",  # one failed room must not end the others
        "signaling.middleware.answer",  # the one place where an error becomes an answer
        "signaling.steady.kept_going",  # a background task's next turn must still come
    }
)
FOREIGN_READERS = frozenset(
    {
        # aiortc's parser raises whatever it stumbles over in somebody else's SDP
        "media_worker.leg.answer",
        "media_worker.leg.add_candidate",
        "media_worker.leg._check",
    }
)
"""`module.function`: the only places where any exception at all may be caught and not raised again."""

REMEMBERS_NO_WORDS = frozenset(
    {
        "live_notes.drafting.embedded.selecting.worth._names_a_domain",  # words shipped with the program
        "live_notes.drafting.templates.layout._plans",  # a practice's own template
        "live_notes.masking.template.template_of",  # the name of a model
    }
)
_REMEMBERS = re.compile(r"(?:functools\.)?(?:lru_cache|cache)\b")

AWAITS_ITS_OWN_TASK = frozenset(
    {
        "live_notes.processors.gateway._write",  # what began to be kept is awaited, also when cancelled
        "media_worker.transcribe.streaming",  # a TaskGroup may not span the yields of a generator (PEP 789)
        "retention.transaction.unbroken",  # a TaskGroup would cancel what must not be broken off
    }
)
"""The only places that make one task without a group, and await its end in place."""

BANNED_WORDS = frozenset({"manager", "helper", "helpers", "util", "utils", "handler", "handlers"})
BANNED_NAMES = frozenset({"data"})
UNTRUE_OF_MASKED_TEXT = re.compile(r"anonymi[sz]|\banonymous|de-?identif", re.IGNORECASE)
LEFT_FOR_LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def _names(source: Source) -> Iterator[tuple[str, int]]:
    """Every name the file itself gives to something: modules, classes, functions, arguments, variables."""
    yield source.path.rsplit("/", 1)[-1].removesuffix(".py"), 1
    middlewares = {id(argument) for f in source.functions() for argument in f.args.args if _is_middleware(f)}
    for node in ast.walk(source.tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name, node.lineno
            case ast.arg(arg=name) if id(node) not in middlewares:
                yield name, node.lineno
            case ast.Name(id=name, ctx=ast.Store()):
                yield name, node.lineno
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield name, node.lineno


def _is_middleware(function: Function) -> bool:
    """aiohttp passes a middleware its second argument by the name `handler`."""
    return any(ast.unparse(decorator) == "web.middleware" for decorator in function.decorator_list)


def test_names_say_what_a_thing_is() -> None:
    found = [
        f"{source.path}:{line} {name}"
        for source in sources()
        for name, line in _names(source)
        if name in BANNED_NAMES or _words(name) & BANNED_WORDS
    ]
    assert not found


def test_masked_text_is_never_called_more_than_masked() -> None:
    found = [
        f"{source.path}:{number}"
        for source in sources()
        for number, line in enumerate(source.text.splitlines(), 1)
        if UNTRUE_OF_MASKED_TEXT.search(line)
    ]
    assert not found


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{source.path}:{number}"
        for source in sources()
        for number, line in enumerate(source.text.splitlines(), 1)
        if LEFT_FOR_LATER.search(line)
    ]
    assert not found


def test_no_function_changes_a_module_global() -> None:
    found = [
        f"{source.path}:{node.lineno}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Global)
    ]
    assert not found


def test_nothing_that_was_said_is_remembered_by_a_function() -> None:
    """What `functools` remembers of a function's arguments lives as long as the process."""
    found = {
        f"{source.module}.{function.name}"
        for source in sources()
        for function in source.functions()
        if any(_REMEMBERS.match(ast.unparse(one)) for one in function.decorator_list)
        and (function.args.args or function.args.kwonlyargs)
    }
    assert found == REMEMBERS_NO_WORDS


def test_every_task_has_an_owner() -> None:
    """`group.create_task` is a TaskGroup's; `asyncio.create_task` and a loop's own have no owner."""
    bare = re.compile(r"^(asyncio\.)?(create_task|ensure_future)$|loop(\(\))?\.create_task$")
    found = {
        f"{source.module}.{function.name}"
        for source in sources()
        for function in source.functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and bare.search(ast.unparse(node.func))
    }
    assert found == AWAITS_ITS_OWN_TASK


def test_only_supervisors_catch_everything() -> None:
    found = {
        f"{source.module}.{function.name}"
        for source in sources()
        for function in source.functions()
        for node in ast.walk(function)
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    }
    named = SUPERVISORS | FOREIGN_READERS
    assert found <= named, f"not named as supervisors: {sorted(found - named)}"
    assert found >= named, f"named and gone: {sorted(named - found)}"


def _catches_everything(node: ast.ExceptHandler) -> bool:
    """Whether a handler catches any exception and keeps it (cleaning up and raising again is no harm)."""
    if isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None:
        return False
    caught = [node.type] if not isinstance(node.type, ast.Tuple) else node.type.elts
    return any(one is None or ast.unparse(one) in {"Exception", "BaseException"} for one in caught)


def test_every_error_that_is_caught_is_answered() -> None:
    """`except X: pass` hides a failure, unless X says that something is simply not there."""
    absences = {"FileNotFoundError", "ProcessLookupError", "TimeoutError"}
    found = [
        f"{source.path}:{node.lineno}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler) and all(isinstance(step, ast.Pass) for step in node.body)
        if node.type is None or ast.unparse(node.type) not in absences
    ]
    assert not found
