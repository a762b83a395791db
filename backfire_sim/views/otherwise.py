"""What the other choices of a play would have led to: worked out by replaying it, never guessed."""

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Ask, Event, Play, Prepare
from backfire_sim.engine.position import OVER, Position
from backfire_sim.engine.retrace import (
    Retraced,
    asked_first,
    other_moves,
    other_preparations,
    retrace,
)
from backfire_sim.engine.rules import Rules
from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import outcome_class
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, later, plural
from backfire_sim.views import words
from backfire_sim.views.ending import Point, mean_cost

HOW = later(
    "Worked out by replaying your play with that one decision replaced and everything after it as you decided it. "
    "Where chance decides, the same lot is drawn. Where your own decision does not fit any more, or would use a yes "
    "that you would not have, the nearest is taken: the first open move of the R that you played in that round, or "
    "else waiting."
)

FURTHEST = later(
    "The decision that carried most is the one where the other open choices would have changed the end most, on "
    "average: how far they end from where you ended, in cost and in support together."
)


class Strayed(NamedTuple):
    """Where a replay first came to something that the group had not decided."""

    round: int
    scene: str
    """Title of the scene in which its own decision did not fit."""
    outcome_label: str
    """The class in which the play stood there, as it stands, before anything was taken for it."""
    support: int
    cost: int
    guesses: int
    """In how many rounds, from there to the end, the nearest was taken."""


class OtherWay(NamedTuple):
    """One choice that was open and was not taken, with what it would have led to."""

    kind: str
    """`move`; `asked`: the same or another move, after asking those whose yes it uses; `preparation`."""
    did: str
    response: str
    """One of the five R's; empty for waiting and for preparations."""
    without_a_yes: tuple[str, ...]
    """Whose yes it would have used without having it: `Ana: story`."""
    text: str
    """How it would have turned out, in the author's words; empty for preparations."""
    because: str
    outcome: str
    """Class at the end of the replay."""
    outcome_label: str
    ending: str
    """Title of the ending; empty where the replay ends before one."""
    rounds: int
    """Rounds of the whole replayed play."""
    point: Point
    """Where it ends on the plane."""
    cost: int
    """Mean cost at the end, against that of the play as it was."""
    support: int
    """Support at the end, against that of the play as it was."""
    distance: int
    """How far from the play's own end: both differences together, without their signs."""
    another_outcome: bool
    first_difference: str
    """Where its story first parts from the play's, as a sentence."""
    strayed: Strayed | None
    fits: str
    """How far the group's own decisions still fit, as a sentence."""
    fits_whole: bool
    """Whether everything that the group decided afterward still fits."""
    events: tuple[Event, ...]
    """The events of the whole replayed play: `Session.replay` comes to the same."""


class Decision(NamedTuple):
    """One decision of the play and its other choices."""

    round: int
    """0 is the preparation."""
    time: str
    scene: str
    """Title of the scene; empty for the preparation."""
    did: str
    response: str
    ways: tuple[OtherWay, ...]
    """In the author's order, waiting last, then those after asking."""
    mean_distance: int
    """Mean distance of the ends of its other open choices from the play's own, rounded; those after asking aside."""
    other_outcomes: int
    """How many of its other open choices end in another class; those after asking aside."""

    @property
    def open_choices(self) -> int:
        """How many other choices were open."""
        return sum(way.kind != "asked" for way in self.ways)


def decisions(rules: Rules, turns: Sequence[Turn]) -> tuple[Decision, ...]:
    """Every decision of a play with what its other choices would have led to."""
    found = []
    number = 0
    for at, turn in enumerate(turns):
        if isinstance(turn.event, Play):
            number += 1
        if isinstance(turn.event, Play | Prepare):
            found.append(_decision(rules, turns, at, number))
    return tuple(found)


def decisive(found: Sequence[Decision]) -> Decision | None:
    """The decision whose other choices would have changed the end most, on average; the earlier of two alike."""
    moved = [decision for decision in found if decision.mean_distance or decision.other_outcomes]
    return max(moved, key=lambda decision: (decision.mean_distance, decision.other_outcomes), default=None)


def _decision(rules: Rules, turns: Sequence[Turn], at: int, number: int) -> Decision:
    turn = turns[at]
    ways = tuple(_ways(rules, turns, at))
    open_ways = [way for way in ways if way.kind != "asked"]
    scene = rules.scenario.scenes[turn.event.scene] if isinstance(turn.event, Play) else None
    return Decision(
        round=number,
        time=scene.time if scene else "",
        scene=scene.title if scene else "",
        did=_did(rules, (turn.event,)),
        response=_response(rules, turn.event),
        ways=ways,
        mean_distance=round(sum(way.distance for way in open_ways) / len(open_ways)) if open_ways else 0,
        other_outcomes=sum(way.another_outcome for way in open_ways),
    )


def _ways(rules: Rules, turns: Sequence[Turn], at: int) -> list[OtherWay]:
    turn = turns[at]
    if isinstance(turn.event, Prepare):
        others = other_preparations(rules, turn)
        return [_way(rules, turns, at, "preparation", (other,)) for other in others]
    moves = other_moves(rules, turn)
    ways = [_way(rules, turns, at, "move", (other,)) for other in moves]
    asked = [asked_first(rules, turn.before, play) for play in (turn.event, *moves) if isinstance(play, Play)]
    return ways + [_way(rules, turns, at, "asked", events) for events in asked if events]


def _way(rules: Rules, turns: Sequence[Turn], at: int, kind: str, instead: tuple[Event, ...]) -> OtherWay:
    other = retrace(rules, turns, at, instead)
    came, was = other.end, turns[-1].after
    outcome = outcome_class(came.values)
    first = other.turns[len(instead) - 1]
    cost = mean_cost(came.values) - mean_cost(was.values)
    support = came.values[b.SUPPORT] - was.values[b.SUPPORT]
    whole = (*turns[:at], *other.turns)
    rounds = sum(isinstance(turn.event, Play) for turn in whole)
    strayed = _strayed(rules, whole, other, at)
    missed = sum(isinstance(turn.event, Play) for turn in turns) - rounds
    return OtherWay(
        kind=kind,
        did=_did(rules, instead),
        response=_response(rules, instead[-1]),
        without_a_yes=_without_a_yes(rules, first),
        text=first.outcome.text if first.outcome else "",
        because=first.outcome.because if first.outcome else "",
        outcome=outcome,
        outcome_label=label(outcome),
        ending=_ending(rules, came),
        rounds=rounds,
        point=Point(rounds, came.values[b.SUPPORT], mean_cost(came.values)),
        cost=cost,
        support=support,
        distance=abs(cost) + abs(support),
        another_outcome=outcome != outcome_class(was.values),
        first_difference=_first_difference(rules, turns, whole),
        strayed=strayed,
        fits=_fits(turns, whole, at, strayed, missed),
        fits_whole=strayed is None and missed == 0,
        events=tuple(turn.event for turn in whole),
    )


def _strayed(rules: Rules, whole: Sequence[Turn], other: Retraced, at: int) -> Strayed | None:
    if not other.guessed:
        return None
    first = at + other.guessed[0]
    before = whole[first].before
    return Strayed(
        round=1 + sum(isinstance(turn.event, Play) for turn in whole[:first]),
        scene=rules.scenario.scenes[before.scene].title,
        outcome_label=label(outcome_class(before.values)),
        support=before.values[b.SUPPORT],
        cost=mean_cost(before.values),
        guesses=len(other.guessed),
    )


def _fits(turns: Sequence[Turn], whole: Sequence[Turn], at: int, strayed: Strayed | None, missed: int) -> str:
    if strayed is not None:
        said = plural(
            "From round {round} on (“{scene}”) not all of your decisions fit: in {count} round the nearest was taken.",
            "From round {round} on (“{scene}”) not all of your decisions fit: in {count} rounds the nearest was taken.",
            strayed.guesses,
            round=strayed.round,
            scene=strayed.scene,
        )
        stood = _(
            "There it stood at {outcome}, with support {support} and mean cost {cost}.",
            outcome=strayed.outcome_label.lower(),
            support=strayed.support,
            cost=strayed.cost,
        )
        return f"{said} {stood}"
    if not any(isinstance(turn.event, Play) for turn in whole[at + 1 :]):
        last = not any(isinstance(turn.event, Play) for turn in turns[at + 1 :])
        return _("It was the last decision.") if last else _("The play would have been over there.")
    if missed > 0:
        return plural(
            "The play would have been {count} round shorter; what you decided in the others still fits.",
            "The play would have been {count} rounds shorter; what you decided in the others still fits.",
            missed,
        )
    return _("Everything that you decided afterward still fits.")


def _first_difference(rules: Rules, turns: Sequence[Turn], whole: Sequence[Turn]) -> str:
    """Where the story first parts: another scene, another ending, or a play that is over or goes on."""
    was = [turn.after for turn in turns if isinstance(turn.event, Play | Prepare)]
    came = [turn.after for turn in whole if isinstance(turn.event, Play | Prepare)]
    for mine, other in zip(was, came, strict=False):
        if (mine.scene, mine.phase == OVER, mine.ending) != (other.scene, other.phase == OVER, other.ending):
            return _then(rules, mine, other)
        if mine.ending:
            break
    if len(came) > len(was):
        return _("It would have gone on after “{scene}”.", scene=rules.scenario.scenes[came[-1].scene].title)
    if turns[-1].after.ending:
        return _("The same scenes and the same ending; only the numbers differ.")
    return _("The same scenes; only the numbers differ.")


def _then(rules: Rules, mine: Position, other: Position) -> str:
    scenes = rules.scenario.scenes
    if other.ending and mine.ending:
        return _("It ends with “{other}”, not with “{mine}”.", other=_ending(rules, other), mine=_ending(rules, mine))
    if other.ending:
        said = _("It ends there, with “{other}”; yours went on to “{mine}”.")
        return said.format(other=_ending(rules, other), mine=scenes[mine.scene].title)
    if mine.ending:
        said = _("It goes on to “{other}”, where yours ended with “{mine}”.")
        return said.format(other=scenes[other.scene].title, mine=_ending(rules, mine))
    return _(
        "It first parts in what comes next: “{other}”, not “{mine}”.",
        other=scenes[other.scene].title,
        mine=scenes[mine.scene].title,
    )


def _ending(rules: Rules, position: Position) -> str:
    return next((ending.title for ending in rules.scenario.endings if ending.id == position.ending), "")


def _without_a_yes(rules: Rules, turn: Turn) -> tuple[str, ...]:
    if not isinstance(turn.event, Play):
        return ()
    needed = rules.scene(turn.event.scene).moves[turn.event.move].consents
    return tuple(_use(rules, person, use) for place, person, use in needed if not turn.before.values[place])


def _use(rules: Rules, person: str, use: str) -> str:
    return f"{words.short(rules.people[person].label)}: {words.use_words(rules, use)}"


def _response(rules: Rules, event: Event) -> str:
    if isinstance(event, Play):
        return rules.scene(event.scene).moves[event.move].move.response
    return ""


def _did(rules: Rules, events: Sequence[Event]) -> str:
    last = events[-1]
    if isinstance(last, Prepare):
        chosen = [rules.options[option].label for option in last.options]
        return "; ".join(chosen) if chosen else _("Nothing was prepared")
    assert isinstance(last, Play)
    did = words.move_words(rules.scene(last.scene).moves[last.move].move)
    asked = [_use(rules, event.person, event.use) for event in events if isinstance(event, Ask)]
    if not asked:
        return did
    return _("Ask first ({asked}), then: {move}", asked=words.listed(asked), move=did)
