"""A plan fits the time to the minute, gives a reason for everything, and says plainly what does not fit."""

import shlex

import pytest
from hypothesis import given, settings

from backfire_sim.cli import COMMANDS
from backfire_sim.engine.card import card_of
from backfire_sim.handbook.book import every_leaf
from backfire_sim.storage.shelf import built_ins, open_path
from backfire_sim.training.agenda import STRETCH, TABLE
from backfire_sim.training.blocks.block import MODEL, STAGES
from backfire_sim.training.facts import Candidate, Facts, facts_of
from backfire_sim.training.intake import LENGTHS, Intake, choose, chosen, forget, meant, people_in, questions
from backfire_sim.training.plan import TrainingPlan, plan
from backfire_sim.tui.rooms import ROOMS
from tests.training.planning import card, intakes, shelves

PAGES = {each.id for each in every_leaf()}
NAMED = {"numbers", "help_here", "measure"}
"""Rooms that a plan may name."""


@settings(max_examples=200)
@given(intakes, shelves)
def test_every_plan_holds_together(intake: Intake, shelf: list[Candidate]) -> None:
    made = plan(intake, shelf)
    assert made == plan(intake, shelf)
    _adds_up(made, intake)
    _has_reasons(made)
    _leads_somewhere(made, {each.name for each in shelf})
    names = [each.candidate.name for each in made.offered]
    assert len(made.offered) + len(made.left_out) >= len(set(names))
    assert not any(note in intake.avoid for each in made.offered for note in each.candidate.card.content_notes)
    if not made.offered or not made.offered[0].fits:
        assert any("scenario" in notice for notice in made.notices)


def _adds_up(made: TrainingPlan, intake: Intake) -> None:
    assert sum(block.minutes for block in made.blocks) == made.minutes == (intake.minutes or made.minutes)
    assert made.minutes in LENGTHS
    run = at = 0
    for block in made.blocks:
        assert block.start == at and block.minutes >= 2
        at = block.end
        run = 0 if block.id == "break" else run + block.minutes
        assert run <= STRETCH or made.minutes < 180
    assert sum(block.id == "break" for block in made.blocks) == (2 if made.minutes == 180 else 0)
    assert {stage for block in made.blocks for stage in block.stages} == set(STAGES)
    talked = {"debrief", "look_back"} & {block.id for block in made.blocks}
    assert talked == ({"look_back"} if made.shape.alone else {"debrief"})
    assert sum(made.shape.tables) == made.shape.people
    if made.shape.people >= 3:
        assert all(3 <= people <= TABLE for people in made.shape.tables)


def _has_reasons(made: TrainingPlan) -> None:
    for block in made.blocks:
        assert block.title and block.why and block.steps and all(block.steps)
    assert all(each.reasons and all(each.reasons) for each in made.offered)
    assert all(each.why for each in made.left_out) and all(each.reason for each in made.pages)
    ids = [each.opening.id for each in made.pages]
    assert ids[0] == MODEL and len(ids) == len(set(ids)) >= 3


def _leads_somewhere(made: TrainingPlan, names: set[str]) -> None:
    pages = {MODEL, *PAGES}
    inside = [each for block in made.blocks for each in block.openings]
    for each in (*inside, *made.openings, *(page.opening for page in made.pages)):
        known = {"room": NAMED, "page": pages}.get(each.kind, names)
        assert each.id in known and each.label
        assert len(shlex.split(each.command)) == (2 if each.kind == "room" else 3)


def test_every_room_and_command_that_a_plan_names_is_there() -> None:
    shelf = _library()
    for setting, minutes in (("alone", 180), ("table", 90), ("projector", 180), ("paper", 20)):
        made = plan(Intake(setting=setting, minutes=minutes, people=0), shelf)
        inside = [each for block in made.blocks for each in block.openings]
        for each in (*inside, *made.openings, *(page.opening for page in made.pages)):
            assert shlex.split(each.command)[1] in COMMANDS, each
            assert each.kind != "room" or each.id in ROOMS, each


def _library() -> list[Candidate]:
    opened = [open_path(path).scenario for path in built_ins().values()]
    return [Candidate(each.id, each.id, card_of(each), facts_of(each)) for each in opened]


def test_what_somebody_worries_about_decides_which_scenario_comes_first() -> None:
    shelf = _library()
    armed = plan(Intake(worries=("threats", "offers"), minutes=90, people=12), shelf)
    assert armed.offered[0].candidate.name == "the-count-goes-on"
    assert "offers for silence" in " ".join(armed.offered[0].reasons)
    imagined = plan(Intake(responses=("redeem",), groups=("high_risk",), minutes=90, people=12), shelf)
    assert imagined.offered[0].candidate.name == "paper-menorahs"


def test_what_nothing_here_speaks_to_is_said() -> None:
    quiet = Candidate("quiet", "quiet", card(), Facts())
    made = plan(Intake(worries=("offers",), minutes=90, people=6), [quiet])
    assert not made.offered[0].fits
    said = " ".join(made.notices)
    assert "The nearest is A scenario" in said and "offers for silence" in said
    assert any(each.opening.id == "warn_others" for each in made.pages)


def test_what_should_not_come_up_is_left_out_and_the_reason_is_there() -> None:
    shelf = _library()
    for note in {note for each in shelf for note in each.card.content_notes}:
        made = plan(Intake(avoid=(note,)), shelf)
        gone = [each for each in made.left_out if note in each.why]
        assert len(gone) == sum(note in each.card.content_notes for each in shelf)
    everything = tuple(note for each in shelf for note in each.card.content_notes)
    assert "Every scenario here holds something" in " ".join(plan(Intake(avoid=everything), shelf).notices)
    assert "There is no scenario here" in " ".join(plan(Intake(), []).notices)


@pytest.mark.parametrize(
    ("intake", "block", "least"),
    [
        (Intake(people=12, minutes=90, wants=("practice",)), "play", 35),
        (Intake(people=12, minutes=90, wants=("imagine",)), "imagine", 10),
        (Intake(people=12, minutes=90, groups=("experienced",)), "welcome", 15),
        (Intake(people=12, minutes=180, groups=("high_risk",)), "own_plan", 35),
        (Intake(people=1, minutes=90, wants=("understand",)), "read", 15),
    ],
)
def test_what_somebody_wants_gets_more_of_the_time(intake: Intake, block: str, least: int) -> None:
    assert next(each.minutes for each in plan(intake, []).blocks if each.id == block) == least


def test_a_second_play_is_another_scenario_where_one_is_short_enough_and_else_the_same_again() -> None:
    shelf = _library()
    half_a_day = Intake(minutes=180, people=12)
    titles = [block.title for block in plan(half_a_day, shelf).blocks]
    assert "Play: Paper Menorahs" in titles and "Play: The Count Goes On" in titles
    only = [each for each in shelf if each.name == "the-count-goes-on"]
    again = next(block for block in plan(half_a_day, only).blocks if block.id == "second")
    assert "again" in again.title


def test_a_long_scenario_is_given_the_time_of_two_where_there_is_half_a_day() -> None:
    long = Candidate("long", "long", card("Long", minutes=60, for_=("concerned",)), Facts())
    short = Candidate("short", "short", card("Short", minutes=30), Facts())
    half_a_day = plan(Intake(minutes=180, people=12, groups=("concerned",)), [short, long])
    titles = [block.title for block in half_a_day.blocks]
    assert "Play: Long" in titles and "Play on: Long" in titles
    assert not any(block.id == "second" for block in half_a_day.blocks)
    assert half_a_day.offered[0].fits
    an_hour_and_a_half = plan(Intake(minutes=90, people=12, groups=("concerned",)), [short, long])
    assert an_hour_and_a_half.offered[0].candidate.name == "short"
    assert "second" in {block.id for block in plan(Intake(minutes=180, people=12), [short, long]).blocks}


def test_answers_are_taken_and_taken_back_and_every_one_can_be_passed_over() -> None:
    asked = {each.id: each for each in questions([card(content_notes=("fire",))], [("es", "Español")])}
    intake = Intake()
    for question in asked.values():
        for choice in question.choices[:2]:
            intake = choose(intake, question, choice.id)
            assert choice.id in chosen(intake, question.id)
    assert intake.minutes == 90 and intake.groups == ("experienced", "high_risk") and intake.avoid == ("fire",)
    assert choose(intake, asked["setting"], "table").setting == ""
    for question in asked:
        intake = forget(intake, question)
    assert intake == Intake()


def test_a_question_without_anything_to_choose_from_is_not_asked() -> None:
    assert {"avoid", "language"}.isdisjoint(each.id for each in questions())


def test_what_is_typed_means_a_choice_by_number_id_or_words() -> None:
    asked = {each.id: each for each in questions()}
    assert meant(asked["worries"], "2") == meant(asked["worries"], "DOXXED") == "doxxed"
    assert meant(asked["groups"], "high-risk") == "high_risk"
    assert meant(asked["minutes"], "90") == meant(asked["minutes"], "90 minutes") == "90"
    assert meant(asked["minutes"], "2") == "90"
    assert meant(asked["minutes"], "4") is meant(asked["worries"], "99") is meant(asked["worries"], "0") is None
    assert [people_in(each) for each in ("12", "", "0", "501", "-1", "many", "１２")] == [
        12,
        0,
        None,
        None,
        None,
        None,
        None,
    ]
