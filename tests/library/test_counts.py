"""The library as a whole: what it has to serve, counted over its files."""

from collections import Counter
from functools import cache

import pytest

from backfire_sim.engine.contents import tactics_of, techniques_of
from backfire_sim.engine.scenario import Scenario
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.load import load
from backfire_sim.scenario.plays import load_plays
from backfire_sim.scoring.vocabulary import METHODS, OUTCOME_CLASSES, RESPONSES, TACTICS
from backfire_sim.views.note import FOR_WHOM
from tests.library import LIBRARY, TRANSLATIONS

HISTORY = {
    "paper-menorahs": "backfire",
    "red-x": "backfire",
    "the-buried-tape": "slow_burn",
    "what-greensboro-took": "slow_burn",
}
"""The class in which the history behind each case file ended."""

STANDING = {
    "the-count-goes-on": ("officials",),
    "public-comment": ("conservative", "progressive"),
    "story-hour": ("progressive",),
    "the-center-on-mill-street": ("conservative", "progressive"),
    "friday-night": ("minority",),
    "paste-and-ladder": ("conservative", "progressive"),
    "the-envelope": ("press",),
    "harvest": ("minority",),
    "roadside": ("labor",),
    "speaker-at-six": ("conservative",),
    "paper-menorahs": ("minority",),
    "red-x": ("environment",),
    "the-buried-tape": ("minority",),
    "what-greensboro-took": ("labor",),
}
"""How those who are attacked would be sorted by people who sort people. No scenario calls anybody so; it is here so
that the library does not come to stand up for one side only."""


@cache
def scenarios() -> dict[str, Scenario]:
    found = {name: load(LIBRARY / f"{name}.yaml").scenario for name in LIBRARY.names}
    return {name: scenario for name, scenario in found.items() if scenario is not None}


def test_there_are_ten_invented_ones_and_four_case_files() -> None:
    case_files = {name for name, scenario in scenarios().items() if scenario.case_file is not None}
    assert len(scenarios()) == 14
    assert case_files == set(HISTORY)


@pytest.mark.parametrize("tactic", [tactic for tactics in TACTICS.values() for tactic in tactics])
def test_each_tactic_can_be_tried_in_two_scenarios_or_more(tactic: str) -> None:
    assert sum(tactic in tactics_of(scenario) for scenario in scenarios().values()) >= 2


@pytest.mark.parametrize("method", METHODS)
def test_each_method_is_played_in_three_ways_in_two_scenarios_or_more(method: str) -> None:
    in_how_many = Counter(
        technique for scenario in scenarios().values() for uses, technique in techniques_of(scenario) if uses == method
    )
    assert sum(count >= 2 for count in in_how_many.values()) >= 3


def test_each_group_of_people_is_served_three_times_or_more() -> None:
    served = Counter(group for scenario in scenarios().values() for group in scenario.about.for_)
    assert set(served) == set(FOR_WHOM)
    assert min(served.values()) >= 3


def test_each_r_is_a_main_lesson_three_times_or_more_and_the_first_of_them_twice() -> None:
    main = Counter(response for scenario in scenarios().values() for response in scenario.about.teaches)
    first = Counter(scenario.about.teaches[0] for scenario in scenarios().values())
    assert min(main[response] for response in RESPONSES) >= 3
    assert min(first[response] for response in RESPONSES) >= 2


def test_each_class_is_where_a_golden_play_ends() -> None:
    ends = {
        play.expect.get("outcome")
        for name in LIBRARY.names
        for play in load_plays(sidecar(LIBRARY / f"{name}.yaml")).plays
    }
    assert ends >= set(OUTCOME_CLASSES)


@pytest.mark.parametrize(("name", "outcome"), HISTORY.items())
def test_history_ends_as_it_did(name: str, outcome: str) -> None:
    plays = {play.id: play for play in load_plays(sidecar(LIBRARY / f"{name}.yaml")).plays}
    assert plays["historical"].expect["outcome"] == outcome


def test_who_is_attacked_is_spread_over_those_whom_people_set_against_each_other() -> None:
    assert set(STANDING) == set(scenarios())
    times = Counter(side for sides in STANDING.values() for side in sides)
    assert abs(times["conservative"] - times["progressive"]) <= 1
    assert max(times.values()) <= len(STANDING) // 2


def test_a_scenario_says_where_it_is_who_is_attacked_and_how_long_it_takes() -> None:
    for name, scenario in scenarios().items():
        about = scenario.about
        assert about.setting and about.target and about.place, name
        assert about.minutes >= 20 and about.players and about.serves and about.goals, name


def test_settings_are_of_every_kind() -> None:
    kinds = Counter(scenario.about.setting for scenario in scenarios().values())
    assert {"rural", "small_town", "suburb", "city", "campus"} <= set(kinds)


def test_four_are_whole_in_spanish() -> None:
    assert sum(path.name.endswith(".es.yaml") for path in TRANSLATIONS) >= 4
