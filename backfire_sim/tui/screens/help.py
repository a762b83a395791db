"""Help about the screen it was called from, and the words of the model."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from backfire_sim.scoring.vocabulary import (
    COSTS,
    GATES,
    METHODS,
    OUTCOME_CLASSES,
    RESPONSES,
    gloss,
    label,
)
from backfire_sim.speech import _, sense
from backfire_sim.tui.screens.help_words import ABOUT, GATES_AND_PEOPLE, HONESTY, KEYS, WORDS
from backfire_sim.tui.screens.story import Reading
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, prose


class HelpScreen(Reading):
    """One pane: this screen first, then the keys, then the words."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("m", "learn", show=False)]

    def __init__(self, about: str) -> None:
        about = about if about in ABOUT else "home"
        super().__init__("help", _("Help"), _(ABOUT[about][0]), lambda width, _: self._lines(about, width))

    def _lines(self, about: str, width: int) -> list[Content]:
        return help_lines(about, self.backfire.panic_key, self.backfire.wake_key, width)

    def keys(self) -> tuple[Hint, ...]:
        """Read, go back, or learn more."""
        back, *rest = super().keys()
        return back, Hint("m", "m", sense("hint", "learn")), *rest

    def action_help(self) -> None:
        """The same key goes back."""
        self.dismiss()

    def action_learn(self) -> None:
        """The pages to learn from, over this one."""
        from backfire_sim.tui.screens.learn import LearnScreen

        self.app.push_screen(LearnScreen())


def help_lines(about: str, panic_key: str, wake_key: str, width: int) -> list[Content]:
    """Everything the help says, this screen first."""
    words = _(ABOUT[about][1])
    lines = [*prose(words, width), BLANK, heading(_("Keys that work everywhere"))]
    blank = _("blank the screen at once; then only {wake_key} brings it back", wake_key=wake_key)
    keys = (*((key, _(does)) for key, does in KEYS), (panic_key, blank))
    for key, does in keys:
        lines += hanging(f"  {key:<8}", does, width, mark="bold $accent")
    lines += [BLANK, heading(_("The five gates")), *prose(_(GATES_AND_PEOPLE), width), BLANK]
    for gate, method, response in zip(GATES, METHODS, RESPONSES, strict=True):
        lines += hanging(f"{label(gate)}  ", gloss(gate), width, mark="bold")
        lines += hanging("  ! ", f"{label(method)}: {gloss(method)}", width, "$theirs")
        lines += [*hanging("  ● ", f"{label(response)}: {gloss(response)}", width, "$ours"), BLANK]
    for words in WORDS:
        title, said = _(words).split("\n", 1)
        lines += [heading(title), *prose(said, width), BLANK]
    lines += [heading(_("What it can cost them"))]
    lines += [each for cost in COSTS for each in hanging("  · ", f"{label(cost)}: {gloss(cost)}", width)]
    lines += [BLANK, heading(_("How a play can end"))]
    lines += [each for name in OUTCOME_CLASSES for each in hanging("  · ", f"{label(name)}: {gloss(name)}", width)]
    return [*lines, BLANK, heading(_("How far to trust this")), *prose(_(HONESTY), width)]
