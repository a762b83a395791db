"""What a person can say at any time in plain mode to feel safe. None of it is counted or kept."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from backfire_sim.engine.events import WAIT, Event, Play
from backfire_sim.plain.commands import Command, means, typed
from backfire_sim.plain.shape import items, prose
from backfire_sim.speech import _, later
from backfire_sim.views.level import SOFTENED, VEILED, WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from backfire_sim.storage.kept import Kept
    from backfire_sim.views.play import PlayView

_WAYS = (
    later("{pause}: stop for as long as you like."),
    later("{soften}: what they say and do is told in one calm line, and the heaviest sentences are left out."),
    later("{veil}: scenes are told in one line only. {unveil}: everything is told whole again."),
    later("{skip}: leave this scene out. It says first what that does."),
    later("{end}: stop here, kindly, and look back. The play can still be gone on with."),
    later("{here}: where to get help here, as your trainer wrote it."),
    later("{blank}: clear the screen at once."),
    later("{quit}: leave; what you decided is kept."),
)

SKIPPING = later(
    "Nothing more of this scene is told. The story goes on as if your group had waited: what they do in it stands "
    "unanswered, and may be harder to answer later. In the play it is a wait like any other; nothing tells that the "
    "scene was skipped."
)

BLANK_LINES = 60
"""Empty lines that push what was said out of sight."""


class Safety(ABC):
    """The words that are about people and not about the play."""

    kept: Kept
    read: Callable[[], str | None]
    level: str
    """How much of what is heavy is told: one of `views.level.LEVELS`."""

    @abstractmethod
    def _say(self, lines: Sequence[str]) -> None:
        """Say some lines."""

    @abstractmethod
    def _happen(self, event: Event, *, tell: bool = True) -> bool:
        """Let an event happen and tell what followed; whether it did."""

    @abstractmethod
    def _view(self) -> PlayView:
        """What is shown just now."""

    @abstractmethod
    def _tell(self) -> None:
        """Tell where the play stands."""

    @abstractmethod
    def _do_ending(self) -> None:
        """Tell the end."""

    @abstractmethod
    def _playing(self) -> bool:
        """Whether a scene is open."""

    def _do_safety(self, command: Command) -> None:
        words = ("pause", "soften", "veil", "unveil", "skip", "end", "here", "blank", "quit")
        named = {word: typed(word) for word in words}
        self._say([_("Without a reason, at any time; none of it is kept:"), *items(_(way, **named) for way in _WAYS)])

    def _do_soften(self, command: Command) -> None:
        self.level = SOFTENED
        said = _(
            "Softened: what they say and do is told in one calm line from here on. Type {unveil} to hear it whole, "
            "{again} to hear this one softened."
        )
        self._say(prose(said.format(unveil=typed("unveil"), again=typed("again"))))

    def _do_veil(self, command: Command) -> None:
        self.level = VEILED
        said = _("Veiled: scenes are told in one line from here on. Type {unveil} to hear them whole.")
        self._say(prose(said.format(unveil=typed("unveil"))))
        if self._playing():
            self._say(["", *prose(self._view().veil)])

    def _do_unveil(self, command: Command) -> None:
        self.level = WHOLE
        self._say(prose(_("Scenes are told whole again. Type {again} to hear this one.", again=typed("again"))))

    def _do_skip(self, command: Command) -> None:
        if not self._playing():
            self._say([_("No scene is open.")])
            return
        how = _("Type {yes} to skip it; anything else stays with it.", yes=typed("yes"))
        self._say([*prose(_(SKIPPING)), *prose(how)])
        answer = self.read()
        if answer is None or not means(answer, "yes"):
            self._say([_("All right.")])
        elif self._happen(Play(self.kept.session.position.scene, WAIT), tell=False):
            self._say([""])
            self._tell()

    def _do_pause(self, command: Command) -> None:
        said = _("Paused, for as long as you like. Nothing of this is kept. Press Enter to go on.")
        here = _("Type {here} for where to get help here.", here=typed("here"))
        self._say([*prose(said), *prose(here)])
        answer = self.read()
        if answer is not None and means(answer, "here"):
            self._do_here(command)
        elif answer is not None and means(answer, "blank"):
            self._do_blank(command)
        elif answer is not None:
            self._say(prose(_("You go on. Type {again} to hear where you are.", again=typed("again"))))

    def _do_here(self, command: Command) -> None:
        from backfire_sim.plain.help_here import told

        self._say(told())

    def _do_blank(self, command: Command) -> None:
        # Nothing is said on the way out: whoever stands behind you reads an empty screen.
        self._say([""] * BLANK_LINES)
        while (line := self.read()) is not None and not means(line, "again", "quit"):
            pass
        if line is not None and means(line, "again"):
            self._tell()

    def _do_end(self, command: Command) -> None:
        # Stopping kindly leaves no mark: nothing is written to the log, and the play can be taken up like any other.
        self._do_ending()
        if not self.kept.session.over:
            said = _("Nothing records that you stopped. Type {quit} to leave, or {again} to go on from here.")
            self._say(["", *prose(said.format(quit=typed("quit"), again=typed("again")))])
