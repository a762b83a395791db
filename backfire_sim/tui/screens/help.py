"""Help about the screen it was called from, and the words of the model."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from backfire_sim.scoring.vocabulary import (
    COSTS,
    GATES,
    GLOSSES,
    METHODS,
    OUTCOME_CLASSES,
    RESPONSES,
    label,
)
from backfire_sim.tui.screens.help_words import ABOUT, HONESTY, KEYS, WORDS
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, prose


class HelpScreen(Page):
    """One pane: this screen first, then the keys, then the words."""

    subject = "help"

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about if about in ABOUT else "home"

    def masthead(self) -> tuple[str, str, str]:
        """What it is."""
        return "Help", "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Read and go back."""
        return (Hint("escape", "esc", "back"), Hint("pagedown", "PgDn", "read on"), Hint("pageup", "PgUp", "read back"))

    def widgets(self) -> Iterable[Widget]:
        """The pane."""
        title, _ = ABOUT[self._about]
        app = self.backfire
        self.words = Words(
            title, lambda width: help_lines(self._about, app.panic_key, app.wake_key, width), id="thought"
        )
        yield self.words

    def action_help(self) -> None:
        """The same key goes back."""
        self.dismiss()

    def reading(self) -> Words:
        """The pane."""
        return self.words

    def action_back(self) -> None:
        """Back."""
        self.dismiss()

    def action_go_on(self) -> None:
        """Read on, then back."""
        if not self.words.page():
            self.dismiss()


def help_lines(about: str, panic_key: str, wake_key: str, width: int) -> list[Content]:
    """Everything the help says, this screen first."""
    _, words = ABOUT[about]
    lines = [BLANK, *prose(words, width), BLANK, heading("Keys that work everywhere")]
    keys = (*KEYS, (panic_key, f"blank the screen at once; then only {wake_key} brings it back"))
    for key, does in keys:
        lines += hanging(f"  {key:<8}", does, width, mark="bold $accent")
    lines += [BLANK, heading("The five gates"), *prose(WORDS["gates"], width), BLANK]
    for gate, method, response in zip(GATES, METHODS, RESPONSES, strict=True):
        lines += hanging(f"{label(gate)}  ", GLOSSES[gate], width, mark="bold")
        lines += hanging("  ! ", f"{label(method)}: {GLOSSES[method]}", width, "$theirs")
        lines += [*hanging("  ● ", f"{label(response)}: {GLOSSES[response]}", width, "$ours"), BLANK]
    for name in ("redeem", "backfire", "violence", "costs", "care"):
        title, _, said = WORDS[name].partition("\n")
        lines += [heading(title), *prose(said, width), BLANK]
    lines += [heading("What it can cost them")]
    lines += [each for cost in COSTS for each in hanging("  · ", f"{label(cost)}: {GLOSSES[cost]}", width)]
    lines += [BLANK, heading("How a play can end")]
    lines += [each for name in OUTCOME_CLASSES for each in hanging("  · ", f"{label(name)}: {GLOSSES[name]}", width)]
    return [*lines, BLANK, heading("How far to trust this"), *prose(HONESTY, width)]
