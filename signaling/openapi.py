"""`/openapi.json`, drawn from the declared routes (OpenAPI 3.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from signaling.access import COOKIE, Scope
from signaling.problems import Problem
from signaling.routes import Route

REFERENCE = "#/components/schemas/{model}"


def document(routes: Sequence[Route], version: str) -> dict[str, Any]:
    """The OpenAPI document of these routes."""
    models = {model for route in routes for model in (route.body, route.reply) if model is not None} | {
        Problem
    }
    ordered: list[tuple[type[BaseModel], Any]] = [
        (model, "validation" if _is_body(model, routes) else "serialization")
        for model in sorted(models, key=lambda model: model.__name__)
    ]
    names, schemas = models_json_schema(ordered, ref_template=REFERENCE)
    references = {model: names[(model, mode)] for model, mode in ordered}
    paths: dict[str, Any] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, references)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Attune", "version": version},
        "paths": paths,
        "components": {"schemas": schemas.get("$defs", {}), "securitySchemes": _schemes()},
    }


def _is_body(model: type[BaseModel], routes: Sequence[Route]) -> bool:
    return any(route.body is model for route in routes)


def _schemes() -> dict[str, Any]:
    return {
        "login": {"type": "apiKey", "in": "cookie", "name": COOKIE},
        "joinToken": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    }


def _operation(route: Route, references: dict[type[BaseModel], Any]) -> dict[str, Any]:
    parts = re.findall(r"{(\w+)}", route.path)
    parameters = [_parameter(name, "path") for name in parts] + [
        _parameter(name, "query") for name in route.query
    ]
    operation: dict[str, Any] = {
        "operationId": route.name,
        "summary": route.summary,
        "parameters": parameters,
        "responses": {str(route.status): _success(route, references), "default": _refusal(references)},
        "x-scope": route.scope.value,
        "security": [] if route.scope is Scope.PUBLIC else [{"login": []}, {"joinToken": []}],
    }
    if route.body is not None:
        content = {"application/json": {"schema": references[route.body]}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _parameter(name: str, where: str) -> dict[str, Any]:
    return {"name": name, "in": where, "required": where == "path", "schema": {"type": "string"}}


def _success(route: Route, references: dict[type[BaseModel], Any]) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": "done"}
    if route.reply is not None:
        answer["content"] = {"application/json": {"schema": references[route.reply]}}
    return answer


def _refusal(references: dict[type[BaseModel], Any]) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": references[Problem]}}
    return {"description": "refused (RFC 9457)", "content": content}
