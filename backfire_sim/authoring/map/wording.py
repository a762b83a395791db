"""What stands on a map, in words; the same for every way of drawing it."""

from __future__ import annotations

from collections.abc import Mapping

from backfire_sim.authoring.map.graph import Edge, Finish, Goto, Graph, Landing, Stop
from backfire_sim.engine.scenario import END
from backfire_sim.scoring.vocabulary import ANSWER_TO, label

Heat = Mapping[str, float]
"""Share (0 to 1) of random plays that pass a scene or a `scene.move`."""

NOBODY = "Nobody gets here"
"""Heading of the scenes to which no way leads from the opening."""

HEAT = "With the share of random plays that pass each scene and make each move."

LAST = "A scene stands in the last round in which it can open, loops aside."

ENDS = "END: the first that holds"

WARMEST = (0xA9, 0xCD, 0xF2)
"""The shade of what every play passes."""

STRENGTH = "●○"
MOST = 3
"""The strongest a method can be written."""


def counted(graph: Graph) -> str:
    """How much there is: `9 scenes in 6 rounds, 6 endings`."""
    said = (
        f"{_many(len(graph.stops), 'scene')} in {_many(graph.rounds, 'round')}, {_many(len(graph.endings), 'ending')}"
    )
    apart = len(graph.unreached())
    return f"{said}; nobody gets to {_many(apart, 'scene')}" if apart else said


def rounds_of(stop: Stop) -> str:
    """When a scene can open, if that is not said by where it stands: `from round 5 on`."""
    return f"from round {stop.earliest} on" if stop.reached and stop.earliest < stop.round else ""


def doing(goto: Goto) -> str:
    """Which R a move is; `Wait` for doing nothing."""
    return label(goto.response) if goto.response else "Wait"


def what(goto: Goto) -> str:
    """What the group would do; empty for doing nothing, which says itself."""
    return "" if goto.waits else goto.label


def open_when(goto: Goto) -> list[str]:
    """What has to hold for the move to be there and open, each as a short line: `when seen`, `needs care >= 6`."""
    said = [f"when {goto.when}"] if goto.when else []
    return [*said, f"needs {goto.needs}"] if goto.needs else said


def whole(goto: Goto) -> str:
    """A way on in one line: `Reveal: Release what you filmed (publish), needs prepared(cameras)`."""
    named = f"{doing(goto)}: {what(goto)} ({goto.move})" if not goto.waits else doing(goto)
    return ", ".join([named, *open_when(goto), *([goto.turns] if goto.turns else [])])


def dots(strength: int) -> str:
    """A method's strength as three dots."""
    return STRENGTH[0] * strength + STRENGTH[1] * (MOST - strength)


def lands(landing: Landing) -> list[str]:
    """What is to be known of a method beside its kind: how, until when, on what condition."""
    said = [landing.technique.replace("_", " ")]
    if landing.until_answered:
        said.append(f"every round until {label(ANSWER_TO[landing.uses])} answers it")
    if landing.when:
        said.append(f"when {landing.when}")
    return said


def finish(ending: Finish) -> str:
    """When a play ends this way."""
    return f"when {ending.when}" if ending.when else "otherwise"


def before_said(graph: Graph) -> list[str]:
    """What can be got ready, a line each."""
    listed = [f"{label(option.response)}: {option.label} ({option.id})" for option in graph.options]
    return [f"Before: choose {graph.choose} of {len(listed)}", *listed]


def scene_said(stop: Stop, heat: Heat | None) -> list[str]:
    """A scene in lines: its title and id, how many pass, when it is, what lands."""
    share = "" if heat is None else percent(heat.get(stop.id, 0.0))
    methods = [f"{label(m.uses)} {dots(m.strength)} {', '.join(lands(m))}" for m in stop.methods]
    named = f"{stop.title} ({stop.id})"
    return [named, *(text for text in (share, stop.time, rounds_of(stop)) if text), *methods]


def ways_said(edge: Edge, heat: Heat | None) -> list[str]:
    """The ways from one scene to another, a line each."""
    return [_share(goto, heat) + whole(goto) for goto in edge.gotos]


def ways_in_brief(edge: Edge, heat: Heat | None) -> list[str]:
    """The moves that lead from one scene to another by their ids; `×2` for one that can turn out in two ways there."""
    return [
        _share(gotos[0], heat) + gotos[0].move + (f"×{len(gotos)}" if len(gotos) > 1 else "")
        for gotos in edge.by_move()
    ]


def end_said(graph: Graph) -> list[str]:
    """The endings in the order in which they are tried, a line each."""
    endings = [f"{ending.title} ({ending.id}): {finish(ending)}" for ending in graph.endings]
    return [ENDS, *endings]


def titles(graph: Graph) -> dict[str, str]:
    """What every place that a way can lead to is called, by its id."""
    return {**{stop.id: stop.title for stop in graph.stops}, END: END}


def percent(share: float) -> str:
    """A share as a person reads it: never 0 % for what does happen, never 100 % for what does not always."""
    if 0 < share < 0.01:
        return "<1 %"
    if 0.99 < share < 1:
        return ">99 %"
    return f"{round(share * 100)} %"


def shade(share: float) -> str:
    """A share as a color from white to blue, in which black letters can be read."""
    red, green, blue = (round(255 + (full - 255) * share) for full in WARMEST)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _share(goto: Goto, heat: Heat | None) -> str:
    return "" if heat is None else f"{percent(heat.get(goto.key, 0.0))} "


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
