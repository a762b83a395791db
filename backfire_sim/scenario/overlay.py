"""A scenario with its texts in another language, falling back to its own text by text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from backfire_sim.scenario.texts import WORDS
from backfire_sim.scenario.translation import Translation

if TYPE_CHECKING:
    from backfire_sim.engine.scenario import Scenario
    from backfire_sim.scenario.load import Loaded


def translated(loaded: Loaded, translation: Translation) -> Scenario:
    """The scenario in the language of a translation of it; both must be `ok`."""
    assert loaded.checked is not None and translation.match is not None
    match = translation.match
    shown = match.translated()
    tree: dict[Any, Any] = {}
    for text in match.texts:
        if text.key in shown:
            branch = tree
            for part in text.path[:-1]:
                branch = branch.setdefault(part, {})
            branch[text.path[-1]] = shown[text.key]
    words = tree.pop(WORDS, {})
    made = loaded.checked.compiled(tree)
    about = made.about._replace(
        written_in=made.language, untranslated=len(match.missing()), outdated=len(match.stale())
    )
    language = translation.language if 2 * len(shown) > len(match.texts) else made.language
    return replace(made, language=language, about=about, words=words)


def overlaid(value: Any, texts: Mapping[Any, Any]) -> Any:
    """A value of a file with other texts at some places of it. What is changed is copied, never the file's own."""
    if not texts:
        return value
    items = value.items() if isinstance(value, dict) else enumerate(value)
    changed = {part: _at(each, texts[part]) if part in texts else each for part, each in items}
    return changed if isinstance(value, dict) else list(changed.values())


def _at(value: Any, text: Any) -> Any:
    return text if isinstance(text, str) else overlaid(value, text)
