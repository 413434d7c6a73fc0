"""The tables of docs/configuration.md, made from the settings classes: `make docs` writes them."""

from __future__ import annotations

import re
import types
import typing
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings

from media_worker.settings import EarSettings
from signaling.config import Settings

PAGE = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"
CLASSES: dict[str, type[BaseSettings]] = {"signaling": Settings, "media-worker": EarSettings}
"""Mark in the page: the settings whose table stands there."""


def table(settings: type[BaseSettings]) -> str:
    """A Markdown table of every setting: its variable, what it is, allowed values, default."""
    prefix = settings.model_config.get("env_prefix", "")
    rows = ["| variable | what it is | values | default |", "| --- | --- | --- | --- |"]
    for name, field in settings.model_fields.items():
        cells = (f"`{prefix}{name.upper()}`", field.description or "", _values(field), _default(field))
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows)


def filled(page: str) -> str:
    """The page with each table between its marks made anew."""
    for mark, settings in CLASSES.items():
        begin, end = f"<!-- {mark}:begin -->", f"<!-- {mark}:end -->"
        assert page.count(begin) == page.count(end) == 1, f"docs/configuration.md lacks the marks of {mark}"
        before, _, rest = page.partition(begin)
        _, _, after = rest.partition(end)
        page = f"{before}{begin}\n{table(settings)}\n{end}{after}"
    return page


def _values(field: FieldInfo) -> str:
    limits = {
        sign: getattr(rule, key)
        for rule in field.metadata
        for key, sign in (("gt", "over"), ("ge", "from"), ("lt", "under"), ("le", "to"))
        if getattr(rule, key, None) is not None
    }
    span = " ".join(f"{sign} {value:g}" for sign, value in limits.items())
    return ", ".join(part for part in (_kind(field.annotation), span) if part)


def _kind(annotation: Any) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(arguments[0])
    if origin is Literal:
        return ", ".join(f"`{choice}`" for choice in arguments)
    if origin in (types.UnionType, typing.Union):
        return _kind(next(one for one in arguments if one is not type(None)))
    if origin is tuple:
        return "list"
    names = {int: "whole number", float: "number", bool: "true or false", Path: "path", str: "text"}
    return names.get(annotation, "secret text")


def _default(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return "as the machine has"
    match field.default:
        case v if v is PydanticUndefined:
            return "required"
        case None | "" | ():
            return "none"
        case bool() as flag:
            return f"`{str(flag).lower()}`"
        case float() as number:
            return f"`{number:g}`"
        case value:
            return f"`{value}`"


def main() -> None:
    """Writes the tables into the page."""
    page = PAGE.read_text()
    PAGE.write_text(filled(page))
    print(re.sub(r".*/docs/", "docs/", str(PAGE)))


if __name__ == "__main__":
    main()
