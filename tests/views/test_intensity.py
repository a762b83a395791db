"""How much of what is heavy is told at each level."""

from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.engine.session import Session
from backfire_sim.storage.settings import CHOICES
from backfire_sim.storage.shelf import open_named
from backfire_sim.text import plain
from backfire_sim.views.consequence import consequence
from backfire_sim.views.intensity import LEFT_OUT, calmed, consequence_at, play_at
from backfire_sim.views.level import LEVELS, SOFTENED, VEILED, WHOLE
from backfire_sim.views.play import view
from tests.program import RAID


def played(*moves: str) -> Session:
    session = Session(open_named(RAID).scenario, 1)
    for event in (Prepare(()), *(Play(*move.split(".")) for move in moves)):
        session.play(event)
    return session


def test_softened_tells_the_scene_and_names_what_they_do_without_quoting_it() -> None:
    whole = view(played())
    softened = play_at(whole, SOFTENED)
    assert softened.text == whole.text and whole.methods[0].text not in str(softened)
    assert softened.methods[0].text == "Deny: keeping people from knowing."
    assert softened.methods[0].strength == whole.methods[0].strength, "the play itself is the same"
    assert play_at(whole, WHOLE) is whole


def test_veiled_tells_one_line_and_no_words_of_theirs() -> None:
    whole = view(played())
    veiled = play_at(whole, VEILED)
    assert veiled.text == whole.veil and not any(method.text for method in veiled.methods)


def test_what_a_decision_led_to_is_told_at_the_same_level() -> None:
    session = played("raid.wait")
    told = consequence(session.rules, session.turns()[-1])
    assert consequence_at(told, VEILED).text == "" and consequence_at(told, VEILED).withheld == bool(told.text)
    softened = consequence_at(told, SOFTENED)
    assert softened.shifts == told.shifts and not any(m.text in str(softened) for m in told.methods if m.text)


def test_a_sentence_with_a_heavy_word_is_left_out_and_the_others_stay() -> None:
    text = 'He looks at the door. A man with a rifle stands there. "There is blood," she says.\n\nThe door closes.'
    assert calmed(text) == f"He looks at the door. {LEFT_OUT} \n\nThe door closes."
    assert calmed("Skill and a gunwale are not heavy.") == "Skill and a gunwale are not heavy."


def test_a_scene_of_heavy_sentences_alone_is_told_in_its_one_line() -> None:
    heavy = view(played())._replace(text="He holds a gun.", veil="Somebody threatens.")
    assert play_at(heavy, SOFTENED).text == "Somebody threatens."


@given(st.text().map(plain))
def test_nothing_is_added_to_what_was_written_but_the_sign_of_what_is_left_out(text: str) -> None:
    assert not set(calmed(text)) - set(text) - {LEFT_OUT, " "}
    assert calmed(calmed(text)) == calmed(text)


def test_the_settings_know_the_same_levels() -> None:
    assert CHOICES["intensity"] == LEVELS
