"""A way through a scenario to one of its scenes: the shortest in which what is wanted there is open.

An answer does something only from where a play stands, so a play has to come there first. The search goes round by
round. Positions that no condition on the way could tell apart count as one, and the first way found stands for all of
them: it is quick, and the same drill shows the same numbers every time.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, islice

from backfire_sim.engine.apply import apply, legal_moves, shut_reason
from backfire_sim.engine.conditions import terms
from backfire_sim.engine.events import Ask, IllegalEventError, Play, Prepare, Start, Withdraw
from backfire_sim.engine.position import IN_SCENE, PREPARING, Position
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import END
from backfire_sim.scoring import board as b

MOST_TRIED = 2000
"""Moves that are tried in one search."""
MOST_KEPT = 60
"""Positions of one round that are gone on from."""
MOST_PREPARATIONS = 12
OTHER_SEEDS = range(1, 9)
"""Where chance leads away from a scene, another draw may lead there."""

Fit = Callable[[Position], int]
"""How much of what is wanted a position has."""


def reached(rules: Rules, scene: str, fit: Fit, enough: int, telling: Iterable[int] = ()) -> Position | None:
    """A position in which the scene has just opened: the first that fits well enough, else the one that fits best.

    `telling`: places that the fit depends on beyond what the scenario's conditions read.

    Tried are plays in which nothing was prepared, then such with preparations, then other draws of chance. None where
    no play comes there quickly.
    """
    search = _Search(rules, scene, fit, enough, telling)
    for opening in _openings(rules):
        search.go_on_from(opening)
        if search.done:
            break
    return search.best


def asked(rules: Rules, position: Position, uses: Iterable[tuple[str, str]]) -> Position:
    """The position once these people have been asked, whatever they said."""
    for person, use in uses:
        if not position.values[rules.places[f"consents({person}, {use})"]]:
            position = apply(rules, position, Ask(person, use)).after
    return position


def unasked(rules: Rules, position: Position, uses: Iterable[tuple[str, str]]) -> Position:
    """The position as if nobody had said yes to these uses."""
    for person, use in uses:
        if position.values[rules.places[f"consents({person}, {use})"]]:
            position = apply(rules, position, Withdraw(person, use)).after
    return position


def ready_for(rules: Rules, position: Position, move: str) -> Position | None:
    """The position from which a move can be played with care: those it needs have been asked. None if it is shut."""
    authored = rules.scene(position.scene).moves[move].move
    position = asked(rules, position, authored.uses_consent)
    if shut_reason(rules, position, position.scene, move) is not None:
        position = asked(rules, position, _asked_for(rules, position.scene, move))
    return position if shut_reason(rules, position, position.scene, move) is None else None


class _Search:
    def __init__(self, rules: Rules, scene: str, fit: Fit, enough: int, telling: Iterable[int]) -> None:
        self.rules, self.scene, self.fit, self.enough = rules, scene, fit, enough
        self.best: Position | None = None
        self.best_fit = -1
        self.left = MOST_TRIED
        self.leading = _leading_to(rules, scene)
        self.read = (*_read_on_the_way(rules, self.leading), *telling)

    @property
    def done(self) -> bool:
        return self.best_fit >= self.enough or self.left <= 0

    def go_on_from(self, opening: Position) -> None:
        """Go on round by round until there is nothing new."""
        level = {self._alike(opening): opening}
        known = set(level)
        while level:
            self._look_at(level.values())
            if self.done:
                return
            careful: dict[object, Position] = {}
            careless: dict[object, Position] = {}
            for position in islice(level.values(), MOST_KEPT):
                for after in self._after(position):
                    found = careful if _harm(after) == _harm(position) else careless
                    found.setdefault(self._alike(after), after)
            level = {key: after for key, after in {**careless, **careful}.items() if key not in known}
            known.update(level)

    def _look_at(self, level: Iterable[Position]) -> None:
        for position in level:
            if position.scene != self.scene:
                continue
            fit = self.fit(position)
            if fit > self.best_fit:
                self.best, self.best_fit = position, fit
                if self.done:
                    return

    def _after(self, position: Position) -> Iterator[Position]:
        for move in legal_moves(self.rules, position):
            if self.left <= 0:
                return
            self.left -= 1
            uses = self.rules.scene(position.scene).moves[move].move.uses_consent
            before = asked(self.rules, position, uses) if uses else position
            try:
                after = apply(self.rules, before, Play(position.scene, move)).after
            except IllegalEventError:
                # A refusal can close a move that was open before anybody was asked.
                continue
            if after.phase == IN_SCENE and after.scene in self.leading:
                yield after

    def _alike(self, position: Position) -> object:
        return position.scene, position.standing, tuple(position.values[place] for place in self.read)


def _harm(position: Position) -> int:
    return position.values[b.BREACHES] + position.values[b.BROKEN_CONSENTS]


def _openings(rules: Rules) -> Iterator[Position]:
    preparation = rules.scenario.preparation
    prepared: list[tuple[str, ...]] = [()]
    if preparation is not None:
        ids = [option.id for option in preparation.options]
        prepared += islice(combinations(ids, preparation.most), MOST_PREPARATIONS) if preparation.most else ()
    yield from (_opened(rules, 0, options) for options in prepared)
    yield from (_opened(rules, seed, ()) for seed in OTHER_SEEDS)


def _opened(rules: Rules, seed: int, options: tuple[str, ...]) -> Position:
    start = apply(rules, None, Start(seed)).after
    return apply(rules, start, Prepare(options)).after if start.phase == PREPARING else start


def _leading_to(rules: Rules, scene: str) -> frozenset[str]:
    """The scenes from which a play can come to this one, itself included."""
    before: dict[str, set[str]] = {}
    for scene_id, written in rules.scenario.scenes.items():
        for move in (*written.moves, written.wait):
            for outcome in move.outcomes:
                if outcome.goto != END:
                    before.setdefault(outcome.goto, set()).add(scene_id)
    found, todo = {scene}, [scene]
    while todo:
        fresh = before.get(todo.pop(), set()) - found
        found |= fresh
        todo += fresh
    return frozenset(found)


def _read_on_the_way(rules: Rules, scenes: Iterable[str]) -> tuple[int, ...]:
    """Places of what decides in these scenes which moves are open, where they lead, and which methods land."""
    names: set[str] = set()
    for scene_id in scenes:
        scene = rules.scenario.scenes[scene_id]
        for move in (*scene.moves, scene.wait):
            names |= terms(move.when) | terms(move.needs)
            if len({outcome.goto for outcome in move.outcomes}) > 1:
                names = names.union(*(terms(outcome.when) for outcome in move.outcomes))
        names = names.union(*(terms(method.when) for method in scene.methods))
    # Every round has another number: what waits for one is found without telling all rounds apart.
    return tuple(sorted(rules.places[name] for name in names if name in rules.places and name != "round"))


def _asked_for(rules: Rules, scene: str, move: str) -> list[tuple[str, str]]:
    """Consents that a move waits for."""
    authored = rules.scene(scene).moves[move].move
    wanted = terms(authored.when) | terms(authored.needs)
    uses = ((person.id, use) for person in rules.scenario.people for use in person.uses)
    return [(person, use) for person, use in uses if f"consents({person}, {use})" in wanted]
