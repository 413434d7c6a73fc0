"""Prints the JSON Schema of the browser's messages: the source of the client's TypeScript types."""

from __future__ import annotations

import json
import sys

from pydantic import TypeAdapter

from wire.browser import ClientMessage, ServerMessage


def browser_schema() -> dict[str, object]:
    """JSON Schema (2020-12) with every browser message under `$defs`."""
    client = TypeAdapter(ClientMessage).json_schema(mode="validation")
    server = TypeAdapter(ServerMessage).json_schema(mode="serialization")
    definitions = {**client.pop("$defs"), **server.pop("$defs")}
    definitions["ClientMessage"] = client
    definitions["ServerMessage"] = server
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Wire",
        "$defs": definitions,
    }


def main() -> None:
    """Writes the schema to standard output."""
    json.dump(browser_schema(), sys.stdout, indent=2, sort_keys=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
