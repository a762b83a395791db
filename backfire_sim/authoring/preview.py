"""A scenario as its author sees it while writing: the last version that can be played, the play in it, the findings.

preview = Preview(path)
preview.see(look(path))        # again after every save: the play stays where it stands, as far as the new text has it
preview.kept                   # the play, for the same screens that play it otherwise; nothing of it is kept
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from backfire_sim.authoring.carrying import carry
from backfire_sim.authoring.trying import Tried
from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Event
from backfire_sim.engine.session import Session
from backfire_sim.scenario.problems import Problem, errors
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.log import MemoryLog
from backfire_sim.storage.rows import Header

if TYPE_CHECKING:
    from backfire_sim.engine.scenario import Scenario
    from backfire_sim.scenario.document import Document

OPENED, HERE, ELSEWHERE, BROKEN = "opened", "here", "elsewhere", "broken"
"""What became of the play: it begins; it goes on in the new text, at the same kind of moment or at another (preparing,
in a scene, over); it goes on in the last good version, because the file cannot be played just now."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stood in a file at one moment."""

    at: float
    """When it was saved, as the disk says; when it was looked at, where there is no file."""
    digest: str
    problems: tuple[Problem, ...]
    scenario: Scenario | None
    """None where it cannot be played."""
    document: Document
    """The file itself, with the line of everything in it."""


def look(path: Path) -> Seen:
    """Read and check a file as it stands now."""
    from backfire_sim.scenario.load import load

    at = time()
    with suppress(OSError, ValueError):
        at = os.stat(path).st_mtime
    loaded = load(path)
    return Seen(at, loaded.digest, loaded.problems, loaded.scenario, loaded.document)


class Unkept(Kept):
    """A play that is kept nowhere, and whose text may change under it."""

    def __init__(self, session: Session) -> None:
        scenario = session.scenario
        self.session = session
        self.log = MemoryLog(Header(scenario.id, scenario.title, "", "", session.position.seed))

    def play(self, event: Event) -> Turn | None:
        """Let an event happen. IllegalEventError leaves the play as it was."""
        return self.session.play(event)


class Preview:
    """One file and the play in its last good version."""

    def __init__(self, path: Path, seed: int = 0) -> None:
        self.path = path
        self.seed = seed
        self.latest: Seen | None = None
        """The file as it was seen last."""
        self.good: Seen | None = None
        """The last version that can be played."""
        self.problems: tuple[Problem, ...] = ()
        """What is wrong with the file as it was seen last."""
        self.kept: Unkept | None = None
        """The play; None until the file was good for the first time."""
        self.news: tuple[str, ...] = ()
        """What the last change of the file did to the play."""

    @property
    def broken(self) -> bool:
        """Whether the file as it stands now cannot be played."""
        return self.latest is not None and self.latest.scenario is None

    @property
    def fault(self) -> Problem | None:
        """The first of what keeps the file from being played."""
        return next(iter(errors(self.problems)), None) if self.broken else None

    @property
    def tried(self) -> Tried | None:
        """The state that was tried and that the play goes on from, if it does."""
        session = self.kept.session if self.kept is not None else None
        return session if isinstance(session, Tried) else None

    @property
    def line(self) -> int:
        """The line of the scene that is open, in the file as it stands now; 1 where none is."""
        if self.latest is None or self.kept is None or not self.kept.session.position.scene:
            return 1
        return max(1, self.latest.document.place(("scenes", self.kept.session.position.scene), key=True).line)

    def see(self, seen: Seen) -> str:
        """Take the file as it was just seen: one of the words above says what became of the play."""
        self.latest, self.problems = seen, seen.problems
        if seen.scenario is None:
            self.news = ()
            return BROKEN
        again = self.good is not None and self.good.digest == seen.digest
        self.good = seen
        if self.kept is None:
            self.kept = Unkept(Session(seen.scenario, self.seed))
            return OPENED
        if again:
            return HERE
        phase = self.kept.session.position.phase
        carried = carry(self.kept.session, seen.scenario)
        self.kept.session, self.news = carried.session, carried.said
        return HERE if carried.session.position.phase == phase else ELSEWHERE

    def checked(self, problems: tuple[Problem, ...]) -> None:
        """Everything that is wrong with the file as it was seen last, with what had to be worked out."""
        self.problems = problems

    # -- Elsewhere in the same text --------------------------------------------------------------------------------

    def begin_again(self) -> None:
        """Begin the play anew."""
        if self.good is not None and self.good.scenario is not None:
            self._stand(Session(self.good.scenario, self.seed))

    def go_to(self, session: Session) -> None:
        """Go on with another play of the same text: one that a way led to."""
        self._stand(session)

    def try_out(self, changes: Mapping[str, int]) -> None:
        """Go on from the state with these numbers. OutOfRangeError and KeyError as `trying.tried_position`."""
        if self.kept is not None:
            self._stand(Tried(self.kept.session, changes))

    def back_to_played(self) -> None:
        """Back to where the play stood before anything was tried."""
        if self.tried is not None:
            self._stand(self.tried.played)

    def _stand(self, session: Session) -> None:
        assert self.kept is not None
        self.kept.session, self.news = session, ()
