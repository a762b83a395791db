"""A play with one decision made otherwise, and the rest of it as it was decided, as far as that still fits.

Nothing is guessed about what follows: every event goes through `apply`, with the play's own seed. What has to be
decided where the play never was is decided by a rule that anybody can say aloud, and is marked as not the group's own.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from backfire_sim.engine.apply import Turn, apply, legal_moves
from backfire_sim.engine.events import WAIT, Ask, Event, IllegalEventError, Play, Prepare
from backfire_sim.engine.position import OVER, Position
from backfire_sim.engine.rules import Rules

MOST_ROUNDS = 60
"""Rounds after which a play that goes in circles is left as it stands."""

MOST_SETS = 60
"""Sets of preparations up to which every other set is tried; above that, only those with one thing exchanged."""


class Retraced(NamedTuple):
    """What followed from the decision that was made otherwise."""

    turns: tuple[Turn, ...]
    """From the replaced decision on."""
    guessed: tuple[int, ...]
    """Places in `turns` of the moves that the group had not decided itself: the nearest was taken."""

    @property
    def end(self) -> Position:
        """Where it ends."""
        return self.turns[-1].after


class _Round(NamedTuple):
    """One round of the play as it was: what was done beside the move, and the move."""

    asides: list[Event]
    play: Play | None
    given: tuple[int, ...] = ()
    """Places of the consents that the move uses and that had been given then."""


def retrace(rules: Rules, turns: Sequence[Turn], at: int, instead: Sequence[Event]) -> Retraced:
    """The play `turns` with the decision at `at` replaced by `instead`, and the rest replayed.

    The group decides again as it did wherever it comes to a scene in which it decided later on. Where it comes to
    another scene, or its move is shut there, or uses a yes that it had and has not now, it takes the first open move
    of the R that it played in that round for which no yes is missing, and waits where there is none. Questions to
    people and injects come in the round in which they came, where they still can. A play that was stopped before an
    ending is stopped after as many rounds. IllegalEventError if `instead` cannot happen.
    """
    way = _Way(rules, turns[at].before)
    for event in instead:
        way.happen(event)
    way.go_on(list(_rounds(rules, turns[at + 1 :])), to_the_end=bool(turns[-1].after.ending))
    return Retraced(tuple(way.turns), tuple(way.guessed))


def other_moves(rules: Rules, turn: Turn) -> list[Play]:
    """Every other choice that was open when a move was played; waiting is one."""
    if not isinstance(turn.event, Play):
        return []
    scene, played = turn.event.scene, turn.event.move
    return [Play(scene, move) for move in legal_moves(rules, turn.before) if move != played]


def other_preparations(rules: Rules, turn: Turn) -> list[Prepare]:
    """The other sets that there was time for; where those are too many, the sets with one thing exchanged."""
    preparation = rules.scenario.preparation
    if not isinstance(turn.event, Prepare) or preparation is None:
        return []
    chosen = frozenset(turn.event.options)
    sets = combinations(rules.options, preparation.most)
    found = [Prepare(options) for _, options in zip(range(MOST_SETS + 2), sets, strict=False)]
    if len(found) <= MOST_SETS + 1:
        return [other for other in found if frozenset(other.options) != chosen]
    left = [option for option in rules.options if option not in chosen]
    return [
        Prepare(tuple(new if option == old else option for option in turn.event.options))
        for old in turn.event.options
        for new in left
    ]


def asked_first(rules: Rules, position: Position, play: Play) -> tuple[Event, ...]:
    """The questions that `play` would have needed first, and it; nothing if none is needed or somebody says no."""
    events: list[Event] = []
    for place, person, use in rules.scene(play.scene).moves[play.move].consents:
        if not position.values[place]:
            turn = apply(rules, position, Ask(person, use))
            if not turn.granted:
                return ()
            events.append(turn.event)
            position = turn.after
    return (*events, play) if events and play.move in legal_moves(rules, position) else ()


class _Way:
    """The play as it goes on."""

    def __init__(self, rules: Rules, position: Position) -> None:
        self.rules = rules
        self.position = position
        self.turns: list[Turn] = []
        self.guessed: list[int] = []

    def happen(self, event: Event) -> None:
        turn = apply(self.rules, self.position, event)
        self.position = turn.after
        self.turns.append(turn)

    def go_on(self, rest: Sequence[_Round], *, to_the_end: bool) -> None:
        decided = sum(each.play is not None for each in rest)
        most = max(MOST_ROUNDS, 2 * decided) if to_the_end else decided
        following = heard = 0
        for now in range(most):
            if self.position.phase == OVER:
                return
            here = _next_in(rest, following, self.position.scene)
            heard = self._hear(rest, heard, now if here is None else max(here, now))
            wish = rest[now].play if now < len(rest) else None
            fits = False
            if here is not None:
                wish, following = rest[here].play, here + 1
                fits = self._fits(rest[here])
            if not fits or wish is None:
                self.guessed.append(len(self.turns))
                wish = Play(self.position.scene, self._nearest(wish))
            self.happen(wish)
        self._hear(rest, heard, len(rest))

    def _hear(self, rest: Sequence[_Round], heard: int, last: int) -> int:
        """Let what was done beside the moves happen, up to the round `last`; what cannot happen here does not."""
        while heard <= last and heard < len(rest):
            for event in rest[heard].asides:
                try:
                    self.happen(event)
                except IllegalEventError:
                    continue
            heard += 1
        return heard

    def _fits(self, decided: _Round) -> bool:
        open_now = legal_moves(self.rules, self.position)
        still_given = all(self.position.values[place] for place in decided.given)
        return decided.play is not None and decided.play.move in open_now and still_given

    def _nearest(self, wish: Play | None) -> str:
        if wish is None:
            return WAIT
        response = self.rules.scene(wish.scene).moves[wish.move].move.response
        moves = self.rules.scene(self.position.scene).moves
        for name in legal_moves(self.rules, self.position):
            ready = moves[name]
            if ready.move.response == response and all(self.position.values[place] for place, *_ in ready.consents):
                return name
        return WAIT


def _next_in(rest: Sequence[_Round], first: int, scene: str) -> int | None:
    return next((n for n in range(first, len(rest)) if (play := rest[n].play) and play.scene == scene), None)


def _rounds(rules: Rules, turns: Sequence[Turn]) -> Iterator[_Round]:
    asides: list[Event] = []
    for turn in turns:
        event = turn.event
        if isinstance(event, Play):
            used = rules.scene(event.scene).moves[event.move].consents
            yield _Round(asides, event, tuple(place for place, *_ in used if turn.before.values[place]))
            asides = []
        else:
            asides.append(event)
    if asides:
        yield _Round(asides, None)
