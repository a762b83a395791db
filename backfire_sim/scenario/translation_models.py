"""The keys that a file of translations may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from backfire_sim.scenario.keys import MAX_PROSE, Part, Word
from backfire_sim.scenario.leniency import as_written

Written = Annotated[
    str,
    Field(max_length=MAX_PROSE),
    BeforeValidator(as_written),
    WithJsonSchema({"type": ["string", "integer"], "maxLength": MAX_PROSE}),
]


class TranslatedText(Part):
    """One text in the other language."""

    of: Written = Field(
        "", description="A mark of the text as it is now; `backfire translate` writes it.", examples=["1f8b3c0d"]
    )
    was: Written = Field(
        "",
        description="A mark of the text that was translated, where it has changed since. "
        "Delete the line when the translation fits again.",
        examples=["9a44e201"],
    )
    to: Written = Field(description="The translation; empty until there is one.", examples=["Hombres en la puerta"])


class TranslationFile(Part):
    """A file of translations."""

    format: Literal[1] = Field(1, description="The version of the format: 1.", examples=[1])
    translates: Word = Field(description="The id of the scenario.", examples=["food-bank-raid"])
    language: Word = Field(description="The language of the translations, as a tag.", examples=["es", "pt-BR"])
    texts: dict[str, TranslatedText] = Field(description="Every text by its path in the scenario.")
    orphaned: dict[str, TranslatedText] = Field(
        default_factory=dict, description="Translations of texts that are no longer in the scenario."
    )
