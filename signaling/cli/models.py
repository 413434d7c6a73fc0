"""`attune models`: the recognisers there are, adding one, and choosing the one in use."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from signaling.cli.exits import CommandError

if TYPE_CHECKING:
    from media_worker.model_folder import ModelFacts
    from media_worker.models import Known

WINNING = ("ATTUNE_MODEL", "ATTUNE_EAR_MODEL")
"""Variables that win over what `use` chose: of `attune serve`, and of every other command."""


def list_models(
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list of models.")] = False,
) -> None:
    """List the models that can be named: size, languages, whether ready, which is in use.

    In use is what --model, ATTUNE_MODEL (attune serve) or ATTUNE_EAR_MODEL names, else what
    `attune models use` chose, else base.
    """
    from media_worker.models import known
    from media_worker.settings import EarSettings
    from signaling.config import load_settings

    chosen = load_settings().model
    found = [*known(EarSettings().models_folder)]
    if chosen not in {one.name for one in found}:
        found.append(_by_path(chosen))
    if as_json:
        print(json.dumps([_as_json(one, chosen) for one in found], ensure_ascii=False))
    else:
        _print_table(found, chosen)


def add(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A faster-whisper (CTranslate2) model folder.")
    ],
    name: Annotated[str | None, typer.Option(help="What to call it; default: the folder's name.")] = None,
) -> None:
    """Copy a model folder to the folder for models, once it is shown to be whole and to compute.

    Its files are examined, it is loaded and decodes a second of silence in a process of its own, and what is
    copied is stamped with its hash. ATTUNE_EAR_MODELS_FOLDER says where models are kept.
    """
    from media_worker.model_folder import examine
    from media_worker.model_shelf import Shelf
    from media_worker.settings import EarSettings
    from media_worker.trial import check

    settings = EarSettings()
    shelf = Shelf(settings.models_folder)
    source = path.expanduser().resolve()
    called = shelf.free_name(source.name if name is None else name)
    examine(source)
    check(str(source))
    facts = shelf.put(source, called)
    print(f"Added {called}: {_told(facts)}. To use it: attune models use {called}")


def use(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A model of `attune models list`.")],
) -> None:
    """Make a model the one that attune serve, worker, transcribe and demo take from their next start on.

    It is remembered in the folder for models. An option --model, or the variable ATTUNE_MODEL
    (attune serve) or ATTUNE_EAR_MODEL, wins over it.
    """
    from media_worker.model_shelf import Shelf
    from media_worker.models import locate, packaged
    from media_worker.settings import EarSettings

    shelf = Shelf(EarSettings().models_folder)
    if name not in packaged() and name not in shelf:
        raise CommandError(
            f"no model is called {name!r}: see `attune models list`; `attune models add` takes a folder"
        )
    locate(name, shelf.folder)
    shelf.choose(name)
    print(f"In use from the next start on: {name}")
    for variable in WINNING:
        if os.environ.get(variable, name) != name:
            print(f"{variable} is set here and wins over it: {os.environ[variable]!r}")


def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An added model of `attune models list`.")],
) -> None:
    """Delete an added model. The one in use and the packaged ones stay."""
    from media_worker.model_shelf import Shelf
    from media_worker.settings import EarSettings
    from signaling.config import load_settings

    shelf = Shelf(EarSettings().models_folder)
    if name not in shelf:
        raise CommandError(f"no added model is called {name!r}: `attune models list` names them")
    if name in {load_settings().model, EarSettings().model}:
        raise CommandError(f"{name!r} is in use: choose another first with `attune models use`")
    shelf.remove(name)
    print(f"Removed {name}")


COMMANDS: dict[str, Callable[..., None]] = {"list": list_models, "add": add, "use": use, "remove": remove}


def _by_path(chosen: str) -> Known:
    """The row of a model that is in use by its path."""
    from media_worker.errors import ModelUnavailable
    from media_worker.model_folder import examine
    from media_worker.models import Known

    path = Path(chosen).expanduser()
    try:
        return Known(chosen, "path", path, examine(path))
    except ModelUnavailable as error:
        return Known(chosen, "path", path, None, error.detail)


def _as_json(one: Known, chosen: str) -> dict[str, Any]:
    facts = one.facts
    return {
        "name": one.name,
        "in_use": one.name == chosen,
        "ready": facts is not None,
        "fault": one.fault,
        "origin": one.origin,
        "path": str(one.path),
        "parameters": facts.parameters if facts else None,
        "bytes": facts.size if facts else None,
        "languages": _languages(facts) if facts else None,
    }


def _languages(facts: ModelFacts) -> str:
    return "multilingual" if facts.multilingual else "English only"


def _told(facts: ModelFacts) -> str:
    size = f"{facts.parameters / 1e6:.0f} million parameters, {facts.size / 1e6:.0f} MB"
    return f"{size}, {_languages(facts)}"


def _print_table(found: list[Known], chosen: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("", "model", "parameters", "on disk", "languages", "state", "from", box=None)
    for one in found:
        facts = one.facts
        size = (f"{facts.parameters / 1e6:.0f} M", f"{facts.size / 1e6:.0f} MB") if facts else ("", "")
        state = Text("ready", "green") if facts else Text("not ready", "yellow")
        mark = "in use" if one.name == chosen else ""
        languages = _languages(facts) if facts else ""
        table.add_row(mark, Text(one.name, "bold"), *size, languages, state, one.origin)
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    for one in found:
        if one.fault:
            console.print(Text.assemble((one.name, "bold"), f": {one.fault}"))
