"""Write `shapes.json` from the models: `python -m backfire_sim.scenario.build_shapes`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import pydantic_core
from pydantic import BaseModel
from pydantic_core import SchemaValidator

from backfire_sim.scenario import keys, models, play_models, shapes, translation_models
from backfire_sim.scenario.leniency import FUNCTIONS

ROOTS: dict[str, type[BaseModel]] = {
    "Frame": models.Frame,
    "Scene": models.Scene,
    "PlaysFile": play_models.PlaysFile,
    "TranslationFile": translation_models.TranslationFile,
}
_NAMES = {function: name for name, function in FUNCTIONS.items()}
_NAMED = ("cls", "ref", "schema_ref")
_NOT_FOR_CHECKING = ("metadata", "serialization")


def build() -> dict[str, Any]:
    """What `shapes.json` has to hold for the models as they are and the core that is installed."""
    parts: dict[str, Any] = {}
    for model in ROOTS.values():
        _describe(model, parts)
    return {
        "core": pydantic_core.__version__,
        "checks": {name: _plain(_core_schema(model)) for name, model in ROOTS.items()},
        "parts": parts,
    }


def validator(name: str) -> SchemaValidator:
    """The models' own validator of a part."""
    model = ROOTS[name]
    model.model_rebuild()
    return model.__pydantic_validator__  # type: ignore[return-value]


def write() -> None:
    """Write the file."""
    text = json.dumps(build(), ensure_ascii=False, separators=(",", ":"))
    shapes.FILE.write_text(text + "\n", encoding="utf-8")


def _core_schema(model: type[BaseModel]) -> Any:
    model.model_rebuild()
    return model.__pydantic_core_schema__


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _name(inner) if key in _NAMED else _plain(inner)
            for key, inner in value.items()
            if key not in _NOT_FOR_CHECKING
        }
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if callable(value):
        return {"$function": _NAMES[value]}
    assert value is None or isinstance(value, str | int | bool), value
    return value


def _name(value: Any) -> str:
    """The name of a class; of a reference to one without the address it had in memory."""
    return re.sub(r":\d+", "", value) if isinstance(value, str) else str(value.__name__)


def _describe(model: type[BaseModel], parts: dict[str, Any]) -> None:
    """Note the keys of a model, and of the models inside it."""
    if model.__name__ in parts:
        return
    known: dict[str, Any] = {}
    parts[model.__name__] = known
    for name, field in model.model_fields.items():
        inner, in_map = _model_in(field.annotation)
        example = next(iter(field.examples or ()), None)
        known[field.alias or name] = [
            inner.__name__ if inner else "",
            shapes.IN_MAP if in_map else "",
            field.description or "",
            example if isinstance(example, str | int) else None,
            _read_as(field.annotation, field.metadata),
        ]
        if inner is not None:
            _describe(inner, parts)


def _read_as(annotation: Any, metadata: Iterable[Any]) -> str:
    """`line` or `prose` where a key holds text for people, one or a list or map of them; else empty."""
    found = next((mark.kind for mark in metadata if isinstance(mark, keys.Read)), "")
    inner = (_read_as(each, getattr(each, "__metadata__", ())) for each in getattr(annotation, "__args__", ()))
    return found or next(filter(None, inner), "")


def _model_in(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """The model inside `X`, `X | None`, `list[X]` or `dict[str, X]`, and whether a list or map holds it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    for inner in getattr(annotation, "__args__", ()) or ():
        found, _ = _model_in(inner)
        if found is not None:
            return found, getattr(annotation, "__origin__", None) in (list, dict)
    return None, False


if __name__ == "__main__":
    write()
