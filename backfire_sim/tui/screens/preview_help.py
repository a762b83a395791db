"""Help for authors who look at their own scenario."""

from __future__ import annotations

from textual.content import Content

from backfire_sim.tui.screens.help import help_lines
from backfire_sim.tui.screens.story import Reading
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, prose

ABOUT = (
    "This is the play as players see it, and the list of what is wrong with the file. Keep it open beside your editor: "
    "it follows the file as you save it, and the play stays where it stands. If a step of the play is no longer in the "
    "file, it goes as far as it can and says which step that is. While the file cannot be played, you go on seeing the "
    "last good version, and it says so. Nothing of this play is kept."
)

KEYS = (
    ("tab", "to the findings and back; enter explains one, c copies its place, o opens your editor there"),
    ("s", "any scene, with the ways that lead to it: they are worked out, and are true"),
    ("x", "what if: other gates, numbers, facts and consents, to go on from"),
    ("n", "what only the facilitator sees: notes, injects, and what each choice leads to"),
    ("0", "again, from the beginning"),
    ("u", "take the last decision back, or the state that you tried"),
    ("o", "your editor, if VISUAL or EDITOR names it, at the scene that is open"),
)


def help_screen(panic_key: str, wake_key: str) -> Reading:
    """Previews first, then everything about playing."""

    def lines(width: int, _: str) -> list[Content]:
        said = [*prose(ABOUT, width), BLANK, heading("Your own keys")]
        for key, does in KEYS:
            said += hanging(f"  {key:<8}", does, width, mark="bold $accent")
        return [*said, BLANK, heading("Playing a round"), *help_lines("play", panic_key, wake_key, width)]

    return Reading("help", "Help", "Previewing", lines)
