"""What is happening and what they do: the words of a scene, and the methods that landed when it opened."""

from textual.content import Content

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, line, prose
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.consequence import Consequence
from backfire_sim.views.level import VEILED, WHOLE
from backfire_sim.views.play import MethodView, PlayView
from backfire_sim.views.words import listed


class Situation(Pane):
    """The largest thing on the screen until it is read: the scene, or what a decision led to."""

    magnifies = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._now: PlayView | None = None
        self._told: Consequence | None = None
        self._their_turn = False
        """For a projector: whether it is told what they do, or what happened before."""

    def show_scene(self, now: PlayView) -> None:
        """Show the scene that is open, as much of it as is told."""
        self._now, self._told = now, None
        self._show_part(their_turn=False)

    def turn(self, by: int) -> bool:
        """For a projector: on to what they do, or back to the scene; whether there was another part."""
        there = self.projected and self._told is None and self._now is not None and bool(self._now.methods)
        if not there or self._their_turn == (by > 0):
            return False
        self._show_part(their_turn=by > 0)
        return True

    def _show_part(self, *, their_turn: bool) -> None:
        self._their_turn = their_turn
        self.title = Content(_("What they do") if their_turn else _("What is happening"))
        self.redraw(from_top=True)

    def show_told(self, told: Consequence) -> None:
        """Show what a decision led to."""
        self._told = told
        self.title = Content(_("What you did"))
        self.redraw(from_top=True)

    def body(self, width: int) -> list[Content]:
        """The words."""
        if self._told is not None:
            return told_lines(self._told, width)
        if self._now is None:
            return []
        if not self.projected:
            return scene_lines(self._now, width)
        if self._their_turn:
            return [BLANK, *methods_lines(self._now, width)]
        return text_lines(self._now, width) if self._now.methods else scene_lines(self._now, width)


def scene_lines(now: PlayView, width: int) -> list[Content]:
    """Title, text and methods of the scene that is open."""
    return [*text_lines(now, width), BLANK, *methods_lines(now, width)]


def text_lines(now: PlayView, width: int) -> list[Content]:
    """Title and text."""
    lines = [*hanging("", now.scene_title, width, "bold $accent"), BLANK, *prose(now.text, width)]
    if now.level != WHOLE:
        said = _("The rest is veiled. v shows it.") if now.level == VEILED else _("Softened. i shows it whole.")
        lines += [BLANK, line((said, "$quiet"))]
    return lines


def methods_lines(now: PlayView, width: int) -> list[Content]:
    """What they do now."""
    lines: list[Content] = []
    for method in now.methods:
        lines += [*method_lines(method, width), BLANK]
    if not now.methods:
        lines += [line((_("Nothing new from them this round."), "$quiet"))]
    return lines


def method_lines(method: MethodView, width: int) -> list[Content]:
    """One method: what it is, how hard it hit, what they say, and which R answers it."""
    name = _("{method} again", method=method.label) if method.again else method.label
    hit = method.strength
    if method.took:
        hit = _("{strength}, takes {steps}", strength=method.strength, steps=method.took)
    if method.besides:
        hit += f", {method.besides}"
    pieces: list[Piece] = [
        ("! ", "bold $theirs"),
        (name, "bold $theirs"),
        (f" · {method.technique.lower()} · {hit}", "$quiet"),
    ]
    answer = _("{response} answers it", response=label(method.response))
    head = line(*pieces)
    room = min(width, 74) - head.cell_length
    lines = [head]
    if room >= len(answer) + 3:
        lines = [line(head, (" · ", "$quiet"), (answer, "$ours"))]
    elif head.cell_length > width:
        lines = hanging("! ", f"{name} · {hit}", width, "bold $theirs")
    if method.text:
        lines += hanging("  ", method.text, width)
    if method.softened:
        lines += hanging("  ", f"{method.softened[:1].upper()}{method.softened[1:]}.", width, "$quiet")
    if room < len(answer) + 3:
        lines += [line("  ", (f"{answer}.", "$ours"))]
    return lines


def told_lines(told: Consequence, width: int) -> list[Content]:
    """What was done, what happened, why, and who carries the risk."""
    lines = hanging("", told.did, width, "bold $accent")
    if told.response:
        played = label(told.response)
        if told.answered:
            methods = listed([method.lower() for method in told.answered])
            played = _("{response}, and it answers {methods}", response=played, methods=methods)
        lines += hanging("", played, width, "$ours")
    lines += [BLANK]
    if told.withheld:
        lines += [line((_("What happened is veiled. v shows it."), "$quiet")), BLANK]
    elif told.text:
        lines += [*prose(told.text, width), BLANK]
    if told.because:
        lines += [*labeled(_("Why"), told.because, width), BLANK]
    if told.risk:
        lines += [*labeled(_("Who carries the risk"), told.risk, width), BLANK]
    return lines


def labeled(name: str, words: str, width: int) -> list[Content]:
    """A small heading with running text under it, set in."""
    return [line((name, "bold")), *prose(words, width, indent=2, limit=64)]
