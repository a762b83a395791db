"""A play in progress: its events in order, and the position they add up to.

The list of events is the whole truth. Undo drops the last decision and folds the rest again, which is also how a
play is reopened, replayed, or tried another way.
"""

from collections.abc import Iterable

from backfire_sim.engine.apply import Turn, apply, legal_moves
from backfire_sim.engine.events import Event, IllegalEventError, Start, Undo, active_line
from backfire_sim.engine.position import OVER, Position
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import Scenario
from backfire_sim.speech import _


class Session:
    """One play of one scenario."""

    __slots__ = ("_position", "events", "line", "rules")

    def __init__(self, scenario: Scenario, seed: int = 0) -> None:
        """Open a play: the seed decides chance where the author wrote any."""
        self.rules: Rules = scenario.rules
        self.events: list[Event] = []
        """Every event so far, in order, those taken back included."""
        self.line: list[Event] = []
        """The events that stand."""
        self._position: Position | None = None
        self.play(Start(seed))

    @classmethod
    def replay(cls, scenario: Scenario, events: Iterable[Event]) -> "Session":
        """The session that these events add up to, a Start first. IllegalEventError at the first that cannot be."""
        todo = iter(events)
        first = next(todo, None)
        if not isinstance(first, Start):
            raise IllegalEventError(_("A play's first event is its start."))
        session = cls(scenario, first.seed)
        for event in todo:
            session.play(event)
        return session

    @property
    def scenario(self) -> Scenario:
        """The scenario being played."""
        return self.rules.scenario

    @property
    def position(self) -> Position:
        """Where the play stands."""
        assert self._position is not None
        return self._position

    @property
    def over(self) -> bool:
        """Whether the play has ended."""
        return self._position is not None and self._position.phase == OVER

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return len(self.line) > 1

    def legal_moves(self) -> list[str]:
        """Ids of the moves that can be played now."""
        return legal_moves(self.rules, self.position)

    def play(self, event: Event) -> Turn | None:
        """Let an event happen and say what followed; None for Undo. IllegalEventError leaves the play as it was."""
        if isinstance(event, Undo):
            self._undo()
            return None
        turn = apply(self.rules, self._position, event)
        self.events.append(event)
        self.line.append(event)
        self._position = turn.after
        return turn

    def turns(self) -> list[Turn]:
        """Every turn of the events that stand, worked out again from the first."""
        return fold(self.rules, self.line)

    def _undo(self) -> None:
        if not self.can_undo:
            raise IllegalEventError(_("There is nothing to take back."))
        self.events.append(Undo())
        self.line.pop()
        self._position = fold(self.rules, self.line)[-1].after


def fold(rules: Rules, events: Iterable[Event]) -> list[Turn]:
    """The turns that follow from events, taken-back ones left out."""
    turns: list[Turn] = []
    position: Position | None = None
    for event in active_line(list(events)):
        turn = apply(rules, position, event)
        position = turn.after
        turns.append(turn)
    return turns
