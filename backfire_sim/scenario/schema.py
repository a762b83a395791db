"""The JSON Schema of scenario files and of golden plays, for completion and hover texts in editors."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Plain(GenerateJsonSchema):
    """Pydantic's schema without what spoils hover texts: no `null` beside every key that may be left out."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema() -> dict[str, Any]:
    """The JSON Schema of a scenario file."""
    from backfire_sim.scenario.models import ScenarioFile

    return _schema(ScenarioFile, "scenario", "A Backfire scenario")


def plays_schema() -> dict[str, Any]:
    """The JSON Schema of a file of golden plays."""
    from backfire_sim.scenario.play_models import PlaysFile

    return _schema(PlaysFile, "plays", "Golden plays of a Backfire scenario")


def _schema(model: type[BaseModel], name: str, title: str) -> dict[str, Any]:
    body = model.model_json_schema(schema_generator=_Plain)
    body.pop("title", None)
    for part in body.get("$defs", {}).values():
        part.pop("title", None)
    return {"$schema": DIALECT, "$id": f"urn:backfire:{name}:1", "title": title, **body}
