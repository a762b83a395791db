"""The playtester beside plain enumeration, and what it says to an author."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from backfire_sim.authoring.playtest.criteria import criteria
from backfire_sim.authoring.playtest.report import OptionFound, Report
from backfire_sim.authoring.playtest.run import playtest
from backfire_sim.authoring.playtest.several import Refused, Task, each_of
from backfire_sim.authoring.playtest.told import WIDTH, brief_legend, in_brief, told
from backfire_sim.engine.chance import possible_outcomes
from backfire_sim.engine.events import Play, Prepare
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scenario.load import load, read_text
from backfire_sim.scoring.settle import outcome_class
from backfire_sim.text import width
from tests.authoring.explore.test_batch import ask_all
from tests.authoring.test_proofs import CLEAN, text_with
from tests.library import LIBRARY
from tests.made import scenarios
from tests.program import RAID, backfire


def scenario_of(text: str) -> Scenario:
    scenario = read_text(text).scenario
    assert scenario is not None
    return scenario


def enumerated(scenario: Scenario) -> dict[str, Fraction]:
    """Shares of outcome classes of random plays, by playing every one of them."""
    shares: dict[str, Fraction] = {}
    preparation = scenario.preparation
    options = [option.id for option in preparation.options] if preparation else []
    assert preparation is None or preparation.choose == 1
    for asks in (True, False) if scenario.people else (True,):
        for option in options or [""]:
            session = Session(scenario)
            if option:
                session.play(Prepare((option,)))
            ask_all(session, asks)
            _go_on(session, asks, Fraction(1, (2 if scenario.people else 1) * max(1, len(options))), shares)
    return shares


def _go_on(session: Session, asks: bool, share: Fraction, shares: dict[str, Fraction]) -> None:
    if session.over:
        kind = outcome_class(session.position.values)
        shares[kind] = shares.get(kind, Fraction(0)) + share
        return
    moves = session.legal_moves()
    for move in moves:
        further = Session.replay(session.scenario, session.line)
        further.play(Play(session.position.scene, move))
        ask_all(further, asks)
        _go_on(further, asks, share / len(moves), shares)


def test_shares_of_random_plays_are_exact() -> None:
    scenario = scenario_of(CLEAN)
    report = playtest(scenario)
    assert report.exact and report.plays == 0
    random = next(row for row in report.strategies if row.strategy == "random")
    wanted = enumerated(scenario)
    assert {kind: share for kind, share in random.classes.items() if share > 1e-12} == pytest.approx(
        {kind: float(share) for kind, share in wanted.items()}, abs=1e-6
    )


def test_chance_is_weighed_and_not_drawn() -> None:
    text = text_with(
        (
            "          - when: care >= 8\n            text: Four people talk.",
            "          - odds: 3\n            text: Four people talk.",
        ),
        ("          - text: One person talks.\n", "          - odds: 1\n            text: One person talks.\n"),
        (
            "            because: The others are afraid.\n            goto: square\n",
            "            because: The others are afraid.\n            goto: END\n",
        ),
    )
    scenario = scenario_of(text)
    move = scenario.rules.scene("wall").moves["ask"]
    assert len(possible_outcomes(move, Session(scenario).position.values)) == 2
    report = playtest(scenario)
    reached = {scene.scene: scene.reached for scene in report.scenes}
    moves = {f"{move.scene}.{move.move}": move for move in report.moves}
    assert reached["square"] == pytest.approx(1 - moves["wall.ask"].reached / 4)


@settings(max_examples=10, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(scenarios(scenes=3))
def test_shares_add_up_and_the_best_is_never_worse_than_any_other(scenario: Scenario) -> None:
    report = playtest(scenario)
    assert report.exact
    for row in report.strategies:
        assert sum(row.classes.values()) == pytest.approx(1)
        assert sum(row.endings.values()) == pytest.approx(1)
    by_id = {row.strategy: row for row in report.strategies}
    assert by_id["best"].classes["backfire"] >= max(row.classes["backfire"] for row in report.strategies) - 1e-9
    assert by_id["worst"].classes["backfire"] <= min(row.classes["backfire"] for row in report.strategies) + 1e-9
    assert sum(move.reached for move in report.moves if move.scene == "s0") == pytest.approx(1)


def test_a_move_that_is_never_better_than_another_is_named() -> None:
    text = text_with(("        effects: {momentum: -1}\n", "        effects: {momentum: -1, dignity: -2}\n"))
    report = playtest(scenario_of(text))
    clap = next(move for move in report.moves if move.move == "clap")
    assert clap.dominated_by == "demand"


def test_what_must_hold_is_decided_for_the_scenario() -> None:
    report = playtest(scenario_of(CLEAN))
    decided = {line.says: line.passed for line in report.criteria}
    assert decided["Doing nothing ends smothered or chilled"] is True
    assert decided["Some path reaches it"] is False
    assert not report.passed


def test_a_preparation_without_which_backfire_is_out_of_reach_is_told_in_words() -> None:
    report = playtest(scenario_of(CLEAN))
    found = (
        OptionFound("camera", 0.5, -0.04, 1.25, -166.0, 2 / 3, 1.0),
        OptionFound("rota", 0.5, 2.0, 0.0, 8.0, 1.0, 1.0),
    )
    text = " ".join(" ".join(told(report._replace(preparations=found))).split())
    assert "-166" not in text and "-0.0" not in text
    assert "backfire is reached from 67 % of what can be chosen with it, from 100 % without it" in text
    assert "points 0.0 where all goes best +8" in text


def test_a_share_just_above_its_limit_does_not_look_like_the_limit() -> None:
    report = playtest(scenario_of(CLEAN))
    moves = [move._replace(best=0.6004 if n == 0 else 0.1) for n, move in enumerate(report.moves)]
    often = next(line for line in criteria(report.strategies, moves, [], False) if "more than 60 %" in line.says)
    assert not often.passed
    assert often.measured.endswith(" 60.04 %")


def test_too_many_states_give_a_sample_that_says_so() -> None:
    scenario = load(LIBRARY / "paper-menorahs.yaml").scenario
    assert scenario is not None
    from backfire_sim.authoring.explore import Limits

    report = playtest(scenario, limits=Limits(states=500))
    assert not report.exact and report.states == 0
    assert "estimates" in "\n".join(told(report))


@pytest.mark.parametrize("plays", [None, 200])
def test_the_report_fits_a_terminal_and_its_record_is_plain(plays: int | None) -> None:
    report: Report = playtest(scenario_of(CLEAN), plays=plays)
    assert all(width(line) <= WIDTH for line in told(report))
    record = json.loads(json.dumps(report.as_record()))
    assert record["scenario"] == "the-bakery-wall" and record["passed"] is (plays is not None)
    assert {row["strategy"] for row in record["strategies"]} >= {
        "nothing",
        "random",
        "answer",
        "bottleneck",
        "best",
        "worst",
    }


def test_several_are_told_in_a_line_each_with_what_fails_below_and_one_that_is_broken_holds_up_no_other(
    tmp_path: Path,
) -> None:
    broken, failing = tmp_path / "broken.yaml", tmp_path / "failing.yaml"
    broken.write_text("format: 1\n")
    failing.write_text(CLEAN)
    made = list(each_of([Task(path) for path in (broken, LIBRARY / "paper-menorahs.yaml", failing)]))
    assert isinstance(made[0], Refused) and "broken.yaml" in made[0].why
    held, failed = (list(in_brief(report)) for report in made[1:] if isinstance(report, Report))
    assert len(held) == 1 and held[0].startswith("paper-menorahs")
    assert any("FAIL" in line for line in failed)
    assert all(width(line) <= WIDTH for line in (*brief_legend(), *held, *failed))


def test_the_command_takes_one_or_several_or_the_library(tmp_path: Path) -> None:
    none = backfire(tmp_path, "playtest")
    assert (none.returncode, "--library" in none.stderr) == (2, True)
    two = backfire(tmp_path, "playtest", RAID, RAID, "--plays", "20", "--json")
    assert [record["scenario"] for record in json.loads(two.stdout)] == ["food-bank-raid"] * 2
    assert json.loads(backfire(tmp_path, "playtest", RAID, "--plays", "20", "--json").stdout)["plays"] == 20
