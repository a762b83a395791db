"""A play goes on in a text that has changed: the same, with other numbers, or as far as it can."""

from pathlib import Path

import pytest
from hypothesis import given

from backfire_sim.authoring.carrying import carry
from backfire_sim.authoring.trying import Tried
from backfire_sim.engine.events import Play, Undo
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.scenario.load import read_text
from tests.made import played
from tests.program import RAID

TEXT = Path(RAID).read_text(encoding="utf-8")


def edited(*edits: tuple[str, str]) -> Scenario:
    """The scenario with these words of its file replaced."""
    text = TEXT
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    loaded = read_text(text)
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def play(*steps: str, prepared: str = "cameras, families") -> Session:
    from backfire_sim.authoring.walk import Way, walk

    return walk(edited(), Way(steps, tuple(prepared.split(", "))))


def test_other_words_change_nothing_of_the_place() -> None:
    session = play("raid.publish")
    carried = carry(session, edited(("Three stations run it by evening.", "Four stations run it.")))
    assert carried.session.position == session.position
    assert carried.session.turns()[-1].outcome.text == "Four stations run it."  # type: ignore[union-attr]
    assert (carried.said, carried.whole) == ((), True)


def test_other_numbers_are_said_in_one_line() -> None:
    carried = carry(play("raid.publish"), edited(("{visibility: +3, evidence: +2}", "{visibility: +3, evidence: +1}")))
    assert carried.said == ("Other numbers from step 2, raid.publish on: evidence 3 → 2.",)
    assert carried.session.line[-1] == Play("raid", "publish")


@pytest.mark.parametrize(
    ("new_id", "said"),
    [
        ("front_page", "Step 3, smear.portraits, can no longer be played: The play is in the scene"),
        ("smear2", "Step 3, smear.portraits, can no longer be played: "),
    ],
)
def test_a_renamed_scene_stops_what_was_played_in_it(new_id: str, said: str) -> None:
    carried = carry(
        play("raid.publish", "smear.portraits"),
        edited(("goto: smear", f"goto: {new_id}"), ("  smear:\n", f"  {new_id}:\n")),
    )
    assert carried.session.position.scene == new_id
    assert not carried.whole
    assert carried.said[0].startswith(said)
    assert carried.said[1] == f"Step 2, raid.publish, now leads to {new_id}, not to smear."


def test_a_scene_that_says_what_it_was_called_is_followed() -> None:
    new = edited(("goto: smear", "goto: lies"), ("  smear:\n", "  lies:\n    formerly: [smear]\n"))
    carried = carry(play("raid.publish", "smear.portraits"), new)
    assert (carried.said, carried.whole) == ((), True)


def test_a_move_that_is_gone_is_named_with_those_that_are_there() -> None:
    carried = carry(play("raid.publish"), edited(("      publish:\n", "      release:\n")))
    assert carried.session.position.scene == "raid"
    assert carried.said[0].startswith(
        'Step 2, raid.publish, can no longer be played: The scene "raid" has no move "publish"'
    )


def test_a_branch_that_was_taken_back_does_not_hold_the_play_up() -> None:
    session = play("raid.publish")
    session.play(Undo())
    session.play(Play("raid", "witnesses"))
    assert carry(session, edited(("      publish:\n", "      release:\n"))).whole


def test_what_was_tried_is_tried_again_where_it_still_fits() -> None:
    tried = Tried(play("raid.publish"), {"care": 2, "families_warned": 1, "volunteers": 30})
    tried.play(Play("smear", "complaint"))
    carried = carry(tried, edited(("range: 0-40", "range: 0-20")))
    assert isinstance(carried.session, Tried)
    assert carried.session.changes == {"care": 2, "families_warned": 1}
    assert carried.said == (
        "volunteers can no longer be 30, which you tried: Volunteers on the rota goes from 0 to 20.",
    )
    assert carried.session.over
    gone = carry(tried, edited(("      publish:\n", "      release:\n")))
    assert not isinstance(gone.session, Tried)
    assert gone.said[-1] == "What you tried went with it."


@given(played())
def test_in_the_same_text_every_play_stands_where_it_stood(session: Session) -> None:
    carried = carry(session, session.scenario)
    assert (carried.session.position, carried.said, carried.whole) == (session.position, (), True)
