"""What the keys of a scenario file are made of: kinds of text and number, their limits, what is said of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from backfire_sim.scenario.leniency import as_list, as_text
from backfire_sim.scoring.vocabulary import RESPONSE_OF_TACTIC, TECHNIQUES

Response = Literal["reveal", "redeem", "reframe", "redirect", "resist"]
MethodKind = Literal["cover_up", "devaluation", "reinterpretation", "official_channels", "intimidation_rewards"]
Cost = Literal["political", "standing", "economic", "legal"]
Leverage = Literal["none", "some", "strong", "decisive"]
Need = Literal["experienced", "high_risk", "concerned"]
Aim = Literal["understand", "identify", "imagine", "practice"]
Setting = Literal["rural", "small_town", "suburb", "city", "campus"]
Level = Literal["whole", "softened", "veiled"]

MAX_PROSE, MAX_LINE, MAX_ITEMS = 8000, 300, 40


class Read(NamedTuple):
    """Marks text that a person reads, and that a translation therefore holds."""

    kind: Literal["line", "prose"]


# Something that can be seen: words of nothing but spaces are as empty as none.
Word = Annotated[str, Field(min_length=1, max_length=MAX_LINE, pattern=r"\S")]
Reference = Annotated[str, Field(min_length=1, max_length=MAX_PROSE, pattern=r"\S")]
Prose = Annotated[Reference, Read("prose")]
Line = Annotated[Word, Read("line")]
NumberOrLine = Annotated[Line, BeforeValidator(as_text), WithJsonSchema({"type": ["string", "integer"]})]
Ids = Annotated[list[str], Field(max_length=MAX_ITEMS)]
Lines = Annotated[list[Line], Field(max_length=MAX_ITEMS)]
Step10 = Annotated[int, Field(ge=0, le=10)]
Percent = Annotated[int, Field(ge=0, le=100)]

Conditions = Annotated[
    list[str],
    Field(max_length=MAX_ITEMS),
    BeforeValidator(as_list),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "maxLength": 300},
                {"type": "array", "items": {"type": "string", "maxLength": 300}, "maxItems": MAX_ITEMS},
            ],
        }
    ),
]
Effects = Annotated[
    dict[str, Any],
    Field(max_length=MAX_ITEMS),
    WithJsonSchema(
        {
            "type": "object",
            # Editors read +2 as the number 2, so the sign can only be insisted on by `check`.
            "additionalProperties": {
                "anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[+=−-][0-9]+$"}],
            },
        }
    ),
]


def key(
    description: str, *examples: Any, default: Any = ..., factory: Callable[[], Any] | None = None, **more: Any
) -> Any:
    """One key: what is said of it, examples, and what it is where it was left out."""
    if factory is not None:
        return Field(default_factory=factory, description=description, examples=list(examples) or None, **more)
    return Field(default, description=description, examples=list(examples) or None, **more)


def conditions(what: str) -> Any:
    """A condition for something."""
    return key(
        f"What has to hold {what}. One line, or a list: all of these.",
        "care >= 6",
        ["evidence >= 3", "not families_warned"],
        factory=list,
    )


def steps() -> Any:
    """What something does to numbers."""
    return key(
        "Signed whole steps: +2 adds, -1 takes away, =3 sets. Names: visibility, dignity, meaning and support (in the "
        "audiences reached), momentum, courage, care, evidence, capacity, the costs political, standing, economic, "
        "legal, and your own counters.",
        {"visibility": "+2", "care": -1},
        factory=dict,
    )


def ids_of(description: str, *examples: Any) -> Any:
    """A list of ids."""
    return key(description, *examples, factory=list)


TACTIC = {"enum": list(RESPONSE_OF_TACTIC)}
TECHNIQUE = {"examples": list(dict.fromkeys(t for known in TECHNIQUES.values() for t in known))}


class Part(BaseModel):
    """What all parts of a file share: no key that is not listed, no value taken for another kind."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)
