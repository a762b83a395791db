"""Scenarios whose ways lead anywhere, and words that try to break out of a drawing."""

from dataclasses import replace

from hypothesis import find
from hypothesis import strategies as st

from backfire_sim.engine.conditions import Is, Not
from backfire_sim.engine.scenario import END, Method, Outcome, Scenario
from tests.made import scenarios

HOSTILE = (
    'say "no"',
    "a\\n\\l\\N \\",
    "<script>alert(1)</script> </svg> ]]>",
    "&amp; &#35; #35; #quot;",
    "`code` **b** _i_ $$x$$",
    "1. first",
    "- item",
    "%%{init: {}}%%",
    "style x:y#z; classDef a fill:#f00;",
    "--> x | y ]] )) }}",
    "end",
    "a\nb\u2028c\x1b[31m\u202e",
    "日本語の長い題名がここに立つ",
    "unbreakable" * 12,
    "fa:fa-car @{ shape: circle }",
)


SEEN = Is("seen", ">=", 1)
TURNS = (
    ((None, 0),),
    ((None, 0),),
    ((SEEN, 0), (None, 0)),
    ((None, 3), (None, 1)),
    ((Is("care", ">=", 4), 0), (Not(SEEN), 2), (None, 1)),
)
"""When each outcome of a move happens, and its odds."""


METHODS = (
    (),
    (Method("d0", "cover_up", "deny", 1, "They act.", until_answered=True),),
    (Method("d0", "devaluation", "label", 3, "They act.", when=SEEN), Method("d1", "cover_up", "deny", 2, "Too.")),
)


PLAIN = find(scenarios(rich=False, scenes=7), lambda _: True)
"""The simplest scenario; what matters on a map is drawn anew each time."""


@st.composite
def tangles(draw: st.DrawFn, scenes: int = 4) -> Scenario:
    """A scenario in which every outcome leads to any scene or to the end: with loops, and scenes nobody gets to."""
    places = [*list(PLAIN.scenes)[:scenes], END]
    conditions = st.sampled_from([None, None, SEEN, Is("tally", ">", 3)])
    built = {}
    for id_ in places[:-1]:
        scene = PLAIN.scenes[id_]
        near = draw(st.lists(st.sampled_from(places), min_size=1, max_size=3))
        moves = []
        for move in (*scene.moves, scene.wait):
            outcomes = tuple(
                Outcome("So.", "", draw(st.sampled_from(near)), when, odds)
                for when, odds in draw(st.sampled_from(TURNS))
            )
            moves.append(move._replace(outcomes=outcomes, when=draw(conditions), needs=draw(conditions)))
        methods = draw(st.sampled_from(METHODS))
        built[id_] = scene._replace(methods=methods, moves=tuple(moves[:-1]), wait=moves[-1])
    return replace(PLAIN, scenes=built)


@st.composite
def hostile(draw: st.DrawFn) -> Scenario:
    """A tangle in which all words try to break out."""
    words = st.sampled_from(HOSTILE)
    scenario = draw(tangles())
    built = {
        id_: scene._replace(
            title=draw(words),
            time=draw(words),
            moves=tuple(move._replace(label=draw(words)) for move in scene.moves),
            methods=tuple(method._replace(technique=draw(words)) for method in scene.methods),
        )
        for id_, scene in scenario.scenes.items()
    }
    preparation = scenario.preparation
    assert preparation is not None
    options = tuple(option._replace(label=draw(words)) for option in preparation.options)
    endings = tuple(ending._replace(title=draw(words)) for ending in scenario.endings)
    return replace(
        scenario,
        title=draw(words),
        scenes=built,
        preparation=preparation._replace(options=options),
        endings=endings,
    )


def gotos(scenario: Scenario) -> dict[tuple[str, str], list[str]]:
    """By (from, to) the ids of the moves that lead that way, once for each outcome."""
    found: dict[tuple[str, str], list[str]] = {}
    for scene in scenario.scenes.values():
        for move in (*scene.moves, scene.wait):
            for outcome in move.outcomes:
                found.setdefault((scene.id, outcome.goto), []).append(move.id)
    return found


def warmth(scenario: Scenario) -> dict[str, float]:
    """Shares for every scene and move; they are made up."""
    keys = [key for s in scenario.scenes.values() for key in (s.id, *(f"{s.id}.{m.id}" for m in (*s.moves, s.wait)))]
    return {key: n / (len(keys) - 1) for n, key in enumerate(keys)}
