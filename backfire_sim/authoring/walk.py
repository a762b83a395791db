"""Play a path without a screen, and say where it leads and why: every number with its reasons.

A path is a list of steps: `scene.move`, `scene.wait`, `ask:person.use`, `inject:id`. It may stop before an end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from backfire_sim.engine.apply import Turn, shut_reason
from backfire_sim.engine.events import (
    Ask,
    End,
    Event,
    IllegalEventError,
    Play,
    Prepare,
    Throw,
    Undo,
    Withdraw,
    to_record,
)
from backfire_sim.engine.position import OVER, PREPARING, Landed, Step
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scenario.condition_text import as_line
from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import funnel, outcome_class, power
from backfire_sim.scoring.vocabulary import COSTS, GATES
from backfire_sim.views.play import consent_views
from backfire_sim.views.words import why_shut


class PathError(ValueError):
    """The path cannot be walked; the message names the step (from 1) and says what was open there."""


@dataclass(frozen=True, slots=True)
class Way:
    """What to prepare, whom to ask when the first scene opens, and the steps."""

    steps: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    """`person.use` each."""
    seed: int = 0


def walk(scenario: Scenario, way: Way, *, mark: str = "--") -> Session:
    """The play that a path leads to. PathError at the first step that cannot be.

    `mark` stands before `prepare` and `consent` in messages: they are options of a command, or keys of a file.
    """
    session = Session(scenario, way.seed)
    if session.position.phase == PREPARING:
        _happen(session, Prepare(way.prepare), f"{mark}prepare")
    elif way.prepare:
        raise PathError(f"{mark}prepare: there is nothing to prepare in this scenario.")
    for consent in way.consent:
        where = f"{mark}consent {consent}"
        _happen(session, Ask(*_person_use(consent, where)), where)
    for number, step in enumerate(way.steps, 1):
        where = f"Step {number}, {step}"
        _happen(session, event_of(step, where), where)
    return session


def event_of(step: str, where: str = "") -> Event:
    """The event that a step of a path stands for. PathError if it stands for none; `where` begins the message."""
    kind, colon, rest = step.partition(":")
    if colon and kind == "ask":
        return Ask(*_person_use(rest, where))
    if colon and kind == "inject":
        return Throw(rest)
    scene, dot, move = step.partition(".")
    if colon or not dot or not scene or not move:
        raise PathError(f"{where}: a step is scene.move, scene.wait, ask:person.use or inject:id.")
    return Play(scene, move)


def written(event: Event) -> str:
    """The event as a step of a path is written; the start and what was prepared, which are no steps, in words."""
    match event:
        case Play(scene, move):
            return f"{scene}.{move}"
        case Ask(person, use):
            return f"ask:{person}.{use}"
        case Throw(inject):
            return f"inject:{inject}"
        case Prepare(options):
            return f"prepare {', '.join(options) or 'nothing'}"
        case Withdraw(person, use):
            return f"take back {person}.{use}"
        case End():
            return "end"
        case Undo():
            return "undo"
    return "start"


def _person_use(text: str, where: str) -> tuple[str, str]:
    person, dot, use = text.partition(".")
    if not dot or not person or not use:
        raise PathError(f"{where}: whom to ask for what is written person.use.")
    return person, use


def _happen(session: Session, event: Event, where: str) -> None:
    if session.over:
        played = rounds(session)
        moves = "1 move" if played == 1 else f"{played} moves"
        raise PathError(f'{where}: the play has already ended, after {moves}, with "{session.position.ending}".')
    try:
        session.play(event)
    except IllegalEventError as error:
        raise PathError(f"{where}: {error}{_instead(session, event)}") from error


def _instead(session: Session, event: Event) -> str:
    """What could have been done instead, for the message."""
    rules, position = session.rules, session.position
    match event:
        case Play(scene, move):
            shut_by_needs = shut_reason(rules, position, scene, move) == "needs"
            shut = f" {why_shut(rules, move, scene)}{_needs(session, scene, move)}" if shut_by_needs else ""
            return f"{shut} Open now: {', '.join(f'{position.scene}.{move}' for move in session.legal_moves())}."
        case Ask(person, use) if use not in (rules.people[person].uses if person in rules.people else ()):
            uses = [f"{person.id}.{use}" for person in rules.scenario.people for use in person.uses]
            return f" There are: {', '.join(uses)}." if uses else " This scenario asks nobody for anything."
        case Throw(inject) if inject not in rules.injects:
            return f" There are: {', '.join(rules.injects)}." if rules.injects else " This scenario has no injects."
    return ""


def _needs(session: Session, scene: str, move: str) -> str:
    """What an author has to know beside the words of `why_not`: what was asked for."""
    asked = session.rules.scene(scene).moves[move].move
    needs = as_line(asked.needs, session.scenario.facts) if asked.why_not else ""
    return f" It needs {needs}." if needs else ""


# -- The report ------------------------------------------------------------------------------------------------


def report(session: Session) -> dict[str, Any]:
    """Where the play stands and how it got there, as plain data for `--json`."""
    rules, position = session.rules, session.position
    values = position.values
    came = figures(session)
    return {
        "scenario": rules.scenario.id,
        "ending": came["ending"],
        "outcome": came["outcome"],
        "cost": {cost: came[cost] for cost in COSTS},
        **{name: came[name] for name in ("support", "power", "mobilization", "care", "evidence", "rounds")},
        "gates": {"momentum": came["momentum"], "courage": came["courage"]},
        "funnel": _funnel(rules, values, None),
        "audiences": _audiences(rules, values),
        "capacity": values[b.CAPACITY],
        "breaches": values[b.BREACHES],
        "broken_consents": values[b.BROKEN_CONSENTS],
        "consents": {f"{c.person}.{c.use}": c.state for c in consent_views(rules, position)},
        "counters": {counter.id: values[rules.places[counter.id]] for counter in rules.scenario.counters},
        "facts": {fact: bool(values[rules.places[fact]]) for fact in rules.scenario.facts},
        "named": [bearer for bearer in rules.bearers if values[rules.places[f"named({bearer})"]]],
        "ceilings": {cost: values[b.CEILING + k] for k, cost in enumerate(COSTS)},
        "scene": position.scene or None,
        "over": position.phase == OVER,
        "open": session.legal_moves(),
        "bottleneck": funnel(rules.board, values).bottleneck,
        "seed": position.seed,
        "trace": [_turn(rules, turn) for turn in session.turns()],
    }


def figures(session: Session) -> dict[str, Any]:
    """Every figure that a golden play can name, by that name; `ending` is None where no end was reached."""
    values = session.position.values
    return {
        "ending": session.position.ending or None,
        "outcome": outcome_class(values),
        "rounds": rounds(session),
        "support": values[b.SUPPORT],
        "power": int(power(values)),
        "mobilization": values[b.MOBILIZATION],
        **{cost: values[b.COST + k] for k, cost in enumerate(COSTS)},
        "care": values[b.CARE],
        "courage": values[b.COURAGE],
        "momentum": values[b.MOMENTUM],
        "evidence": values[b.EVIDENCE],
    }


def rounds(session: Session) -> int:
    """How many rounds have been played: moves, waiting among them. The one that has just opened is not counted."""
    return sum(isinstance(event, Play) for event in session.line)


def _audiences(rules: Rules, values: tuple[int, ...]) -> dict[str, Any]:
    return {
        audience.id: {
            "visibility": values[base],
            "dignity": values[base + 1],
            "meaning": values[base + 2],
            "support": values[base + 3],
            "funnel": _funnel(rules, values, n),
        }
        for n, (audience, base) in enumerate(zip(rules.scenario.audiences, rules.board.bases, strict=True))
    }


def _funnel(rules: Rules, values: tuple[int, ...], audience: int | None) -> dict[str, Any]:
    found = funnel(rules.board, values, audience)
    return {"left": dict(zip(GATES, found.left, strict=True)), "bottleneck": found.bottleneck}


def _turn(rules: Rules, turn: Turn) -> dict[str, Any]:
    told: dict[str, Any] = {
        "event": to_record(turn.event),
        "text": turn.outcome.text if turn.outcome else "",
        "because": turn.outcome.because if turn.outcome else "",
        "steps": [_step(rules, step) for step in turn.steps],
        "lost": [{"name": rules.layout.names[lost.place], "steps": lost.steps} for lost in turn.lost],
        "named": [bearer for bearer in rules.bearers if _newly(rules, turn, f"named({bearer})")],
        "answered": [f"{method.scene}.{method.method}" for method in turn.answered],
        "landed": [_landed(rules, method) for method in _new_landings(turn)],
        "landing": [_step(rules, step) for step in turn.landing],
        "scene": turn.after.scene or None,
    }
    if turn.granted is not None:
        told["granted"] = turn.granted
    if turn.settled:
        told["settled"] = _settled(rules, turn)
    return told


def _new_landings(turn: Turn) -> Sequence[Landed]:
    return turn.after.landed if turn.after.landed is not turn.before.landed else ()


def _settled(rules: Rules, turn: Turn) -> dict[str, Any]:
    """The round's scoring: each cost and gain before and after, and where the funnel was narrowest."""
    before, moved, after = turn.before.values, turn.moved, turn.settled
    pairs = {
        "courage": (moved[b.COURAGE], after[b.COURAGE]),
        "support": (moved[b.SUPPORT], after[b.SUPPORT]),
        "mobilization": (before[b.MOBILIZATION], after[b.MOBILIZATION]),
        "power": (int(power(before)), int(power(after))),
    }
    return {
        **{name: {"before": then, "after": now} for name, (then, now) in pairs.items()},
        "cost": {
            cost: {
                "before": moved[b.COST + k],
                "after": after[b.COST + k],
                "pressure": after[b.PRESSURE + k],
                "ceiling": after[b.CEILING + k],
                "leverage": {a.id: a.leverage[k] for a in rules.scenario.audiences if a.leverage[k]},
            }
            for k, cost in enumerate(COSTS)
        },
        "audiences": {
            audience.id: {
                "outraged": (left := funnel(rules.board, after, n).left)[2],
                "acting": left[4],
                "support": {"before": moved[base + 3], "after": after[base + 3]},
            }
            for n, (audience, base) in enumerate(zip(rules.scenario.audiences, rules.board.bases, strict=True))
        },
        "bottleneck": {
            "before": funnel(rules.board, before).bottleneck,
            "after": funnel(rules.board, after).bottleneck,
        },
    }


def _newly(rules: Rules, turn: Turn, name: str) -> bool:
    place = rules.places[name]
    return (turn.settled or turn.after.values)[place] > turn.before.values[place]


def _step(rules: Rules, step: Step) -> dict[str, Any]:
    return {
        "name": rules.layout.names[step.place],
        "set_to" if step.cause == "set" else "amount": step.amount,
        "cause": step.cause,
        "source": step.source,
    }


def _landed(rules: Rules, method: Landed) -> dict[str, Any]:
    return {
        "method": f"{method.scene}.{method.method}",
        "uses": method.uses,
        "written": method.written,
        "strength": method.strength,
        "softened": [{"by": source, "steps": steps} for source, steps in method.softened],
        "taken": {rules.layout.names[place]: steps for place, steps in method.taken},
        "again": method.again,
    }
