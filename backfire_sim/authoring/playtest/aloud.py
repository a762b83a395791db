"""How long a group needs for a scenario: what is read aloud in it, and the talk.

Worked out and not clocked: nobody has run these scenarios with a watch. A facilitator with a watch knows better.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from backfire_sim.engine.scenario import Move, Scenario, Scene

WORDS_A_MINUTE = 130
"""Read aloud to a group, with time to breathe. Design."""
TO_BEGIN = 3.0
"""Minutes for the note, and for what is prepared. Design."""
TALK = 2.0
"""Minutes of talk a round about a scenario of difficulty 1. Design."""
MORE_TALK = 0.75
"""Minutes more for each step of difficulty: a harder one is one about which people disagree longer. Design."""


class Aloud(NamedTuple):
    """What a play takes of a group, the debrief not counted."""

    words: float
    """Words read aloud in a play."""
    rounds: float
    minutes: float


def aloud(scenario: Scenario, reached: Mapping[str, float]) -> Aloud:
    """What a play takes, where each scene is reached by this share of plays."""
    words = sum(share * _words(scenario.scenes[scene]) for scene, share in reached.items())
    rounds = sum(reached.values())
    talk = TALK + MORE_TALK * (scenario.about.difficulty - 1)
    return Aloud(words, rounds, TO_BEGIN + words / WORDS_A_MINUTE + rounds * talk)


def _words(scene: Scene) -> float:
    """What is read of a scene: itself, what lands, what can be done, and what comes of one of those things."""
    landing = (method.text for method in scene.methods)
    choices = (text for move in scene.moves for text in (move.label, move.risk))
    happens = [_mean_words(each) for each in (*scene.moves, scene.wait)]
    return _count(scene.time, scene.title, scene.text, *landing, *choices) + sum(happens) / len(happens)


def _mean_words(choice: Move) -> float:
    return sum(_count(outcome.text, outcome.because) for outcome in choice.outcomes) / len(choice.outcomes)


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
