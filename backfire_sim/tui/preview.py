"""The app as an author has it beside the editor: one file, followed as it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from backfire_sim.authoring.preview import BROKEN, ELSEWHERE, OPENED, Preview, Seen, look
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.behind import Behind, Stale
from backfire_sim.tui.screens.preview_page import PreviewPage
from backfire_sim.tui.source import Source

if TYPE_CHECKING:
    from textual.screen import Screen

    from backfire_sim.authoring.arrivals import Survey
    from backfire_sim.engine.apply import Turn
    from backfire_sim.engine.scenario import Scenario
    from backfire_sim.engine.session import Session
    from backfire_sim.scenario.problems import Problem
    from backfire_sim.storage.kept import Kept


class PreviewApp(BackfireApp):
    """The play of one file, which may change under it."""

    def __init__(self, source: Source, path: Path, *, seed: int = 0) -> None:
        super().__init__(source, seed=seed)
        self.preview = Preview(path, seed)
        self.survey: Survey | None = None
        """What exploring the last good version found; None while it was not explored."""
        self.explored = 0
        """States seen so far."""
        self.explorer_said = ""
        """Why it cannot be explored, if it cannot."""
        self._checker = Behind(self)
        self._explorer = Behind(self)
        self._stop = Event()
        self._due = False

    # -- The file ----------------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin to follow the file; the first look at it, too, is taken beside the app."""
        Thread(target=self._follow, daemon=True).start()

    def on_unmount(self) -> None:
        """Let go of the file."""
        self._stop.set()
        self._checker.stop()
        self._explorer.stop()

    def _follow(self) -> None:
        from backfire_sim.authoring.checking import files_of
        from backfire_sim.authoring.follow import follow

        path = self.preview.path
        try:
            self.call_later(self.see, look(path))
            for _ in follow(files_of([str(path)]), self._stop):
                self.call_later(self.see, look(path))
        except Exception as error:
            fault = type(error).__name__
            self.call_later(self._say, f"The file is not followed any more: {fault}, a fault of this program.")

    def see(self, seen: Seen) -> None:
        """Take the file as it was just seen, wherever in it somebody is."""
        good = self.preview.good
        became = self.preview.see(seen)
        if became != BROKEN and (good is None or good.digest != seen.digest):
            self.survey, self.explored, self.explorer_said = None, 0, ""
            self._explorer.stop()
        self._check()
        if became in (OPENED, ELSEWHERE):
            self.stand()
        for page in self._pages():
            if page in self.screen_stack:
                page.followed()

    @property
    def checking(self) -> bool:
        """Whether the findings are not all there yet."""
        return self._checker.busy

    def _check(self) -> None:
        """Work out everything that is wrong with the file, what can happen in it included."""
        from backfire_sim.authoring.checking import problems_of

        name = str(self.preview.path)
        self._checker.do(lambda _: tuple(problems_of([name])), self._checked, self._unchecked)

    def _checked(self, problems: tuple[Problem, ...]) -> None:
        self.preview.checked(problems)
        self._tell()

    def _unchecked(self, error: Exception) -> None:
        self._tell()
        self._say(f"What can happen could not be worked out: {type(error).__name__}, a fault of this program.")

    # -- The states --------------------------------------------------------------------------------------------------

    def explore(self) -> None:
        """Explore the last good version, if that was not done and is not being done."""
        good = self.preview.good
        if good is None or good.scenario is None or self.survey is not None or self._explorer.busy:
            return
        scenario, self.explorer_said = good.scenario, ""
        self._explorer.do(lambda stale: self._survey(scenario, stale), self._explored, self._unexplored)

    def _survey(self, scenario: Scenario, stale: Stale) -> Survey:
        from backfire_sim.authoring import arrivals

        def progress(states: int) -> None:
            self.explored = states

        return arrivals.explore(scenario, progress, stale)

    def _explored(self, found: Survey) -> None:
        self.survey = found
        self._tell()

    def _unexplored(self, error: Exception) -> None:
        self.explorer_said = f"It cannot be explored: {type(error).__name__}, a fault of this program."
        self._tell()

    # -- Pages -------------------------------------------------------------------------------------------------------

    def _pages(self) -> list[PreviewPage]:
        return [screen for screen in self.screen_stack if isinstance(screen, PreviewPage) and screen.is_mounted]

    def _tell(self) -> None:
        for page in self._pages():
            page.told()

    def _say(self, words: str) -> None:
        if isinstance(self.screen, PreviewPage):
            self.screen.say(words)

    def get_default_screen(self) -> Screen[Any]:
        """The findings; the play comes over them as soon as there is one."""
        from backfire_sim.tui.screens.preview_finding import FindingsScreen

        return FindingsScreen()

    def screen_of(self, kept: Kept, *, prepared: Turn | None = None) -> Screen[Any]:
        """The screen for where the play stands, with the findings beside it."""
        from backfire_sim.tui.screens import preview

        self.kept = kept
        phase = kept.session.position.phase
        if phase == "preparing":
            return preview.PreviewPrepare(kept)
        if phase == "over":
            return preview.PreviewEnding(kept)
        return preview.PreviewPlay(kept, prepared=prepared)

    def stand(self) -> None:
        """Show the play where it stands, once nobody wants the screen blank."""
        from backfire_sim.tui.screens.panic import PanicScreen

        self._due = isinstance(self.screen, PanicScreen)
        if not self._due and self.preview.kept is not None:
            self.show_play(self.preview.kept)

    def action_panic(self) -> None:
        """Blank the screen, whatever is on it and whatever happens to the file."""
        from backfire_sim.tui.screens.panic import PanicScreen

        if not isinstance(self.screen, PanicScreen):
            self.clear_notifications()
            self.push_screen(PanicScreen(self.wake_key), self._awake)

    def _awake(self, _: None) -> None:
        if self._due:
            self.call_later(self.stand)

    def show_ending(self, kept: Kept) -> None:
        """The look back, whether the play is over or only stopped."""
        from backfire_sim.tui.screens.preview import PreviewEnding

        self._go(PreviewEnding(kept))

    def show_home(self) -> None:
        """A preview has no list to go home to."""
        self.exit()

    # -- What an author does -----------------------------------------------------------------------------------------

    def go_to(self, session: Session) -> None:
        """Go on from where a way leads."""
        self.preview.go_to(session)
        self.stand()

    def try_out(self, changes: Mapping[str, int]) -> None:
        """Go on from these numbers. OutOfRangeError as `trying.tried_position`."""
        self.preview.try_out(changes)
        self.stand()

    def throw(self, inject: str) -> None:
        """Throw an inject."""
        from backfire_sim.tui.screens.preview import PreviewPlay

        if isinstance(self.screen, PreviewPlay):
            self.screen.throw(inject)

    def edit(self, problem: Problem | None) -> str:
        """Open the author's editor where something is wrong, or at the scene that is open; what to say afterwards."""
        from subprocess import run

        from textual.app import SuspendNotSupported

        from backfire_sim.authoring.editor import command

        path, line, column = self.preview.path, self.preview.line, 1
        if problem is not None:
            path, line, column = Path(problem.file), max(1, problem.line), max(1, problem.column)
        words = command(path, line, column)
        if words is None:
            return "No editor is set. Set VISUAL or EDITOR to the name of yours before you start."
        try:
            with self.suspend():
                run(words, check=False)
        except SuspendNotSupported:
            return "An editor cannot be opened from here. Open the file beside this window."
        except OSError as error:
            return f"{words[0]} could not be opened: {error.strerror or 'it does not start'}."
        return ""


def run(path: Path, *, seed: int = 0) -> int:
    """Run the preview until its author leaves it; the process's exit code."""
    app = PreviewApp(Source(ephemeral=True), path, seed=seed)
    app.run()
    return app.return_code or 0
