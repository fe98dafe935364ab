"""What the OpenAPI document says beyond what FastAPI finds by itself: bodies, refusals, who may ask.

Bodies are read as bytes, because signatures cover bytes, so FastAPI does not see which message they are.
"""

from typing import Any, Final

from fastapi import FastAPI

from retail_core.wire.base import Message
from retail_core.wire.counter import Problem

_REF: Final = "#/components/schemas/{model}"
_REFUSAL: Final = {
    "description": "Refused, with a code of docs/errors.md; Retry-After says when to come back.",
    "content": {"application/json": {"schema": {"$ref": _REF.format(model="Problem")}}},
}


def takes(model: type[Message]) -> dict[str, Any]:
    """Return what a route adds to its description: the message that it reads."""
    schema = model.model_json_schema(ref_template=_REF)
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of the application, made once."""
    if app.openapi_schema is None:
        document = FastAPI.openapi(app)
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        schemas["Problem"] = Problem.model_json_schema(ref_template=_REF)
        for methods in document["paths"].values():
            for operation in methods.values():
                _describe_operation(operation, schemas)
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        app.openapi_schema = document
    return app.openapi_schema


def _describe_operation(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    operation["responses"].pop("422", None)
    operation["responses"]["default"] = _REFUSAL
    body = operation.get("requestBody")
    if body is not None:
        schemas.update(body["content"]["application/json"]["schema"].pop("$defs", {}))
