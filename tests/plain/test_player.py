"""A play as lines, in one process: what is said, what a word does, and that nothing typed is an accident."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.events import Play, Prepare, Start, Throw
from backfire_sim.engine.scenario import Scenario
from backfire_sim.engine.session import Session
from backfire_sim.plain.commands import WORDS
from backfire_sim.plain.player import Player
from backfire_sim.plain.shape import WIDTH
from backfire_sim.scenario.load import load
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.log import MemoryLog
from backfire_sim.storage.rows import Header
from backfire_sim.storage.shelf import built_ins
from backfire_sim.text import is_plain, width
from backfire_sim.views.ending import ending_view
from backfire_sim.views.level import VEILED, WHOLE
from tests.program import RAID


def scenario(path: str | Path = RAID) -> Scenario:
    loaded = load(path).scenario
    assert loaded is not None
    return loaded


RAID_SCENARIO = scenario()


class Table:
    """A person at a keyboard: a list of lines typed, and everything heard."""

    def __init__(self, typed: Sequence[str], of: Scenario = RAID_SCENARIO, *, level: str = WHOLE) -> None:
        self.typed = list(typed)
        self.heard: list[str] = []
        self.after: list[list[str]] = [[]]
        """What was heard before the first line was typed, after it, after the second ..."""
        log = MemoryLog(Header(of.id, of.title, of.id, ""))
        self.player = Player(Kept(Session(of, 7), log), self.read, self.write, level=level)
        self.player.run()

    def read(self) -> str | None:
        self.after.append([])
        return self.typed.pop(0) if self.typed else None

    def write(self, lines: Sequence[str]) -> None:
        self.heard += lines
        self.after[-1] += lines

    @property
    def text(self) -> str:
        """Everything heard, with its line ends as spaces."""
        return joined(self.heard)

    def last(self) -> str:
        """What was heard after the last line typed, without the leave-taking."""
        return joined(self.after[-2])

    @property
    def session(self) -> Session:
        return self.player.kept.session


def joined(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())


def test_a_whole_play_is_told_from_preparation_to_the_end() -> None:
    table = Table(["cameras code", "publish", "portraits"])
    for said in (
        "Before it happens",
        "Round 1.",
        "Cover-up, deny (slight, takes 1 step; Reveal answers it).",
        "You chose: Release what you filmed, to the regional station (Reveal).",
        "Why: The denial was made before they knew of the film.",
        "It answers what they did: cover-up.",
        "Father Tomas, trusted here +1",
        "What it costs them, of 100:",
        "Round 2.",
        "The end:",
        "Outcome:",
        "Why this outcome:",
        "The plane:",
        "Your decisions:",
        "To talk about:",
        "Plausible under this model, no more.",
    ):
        assert said in table.text, said
    assert table.session.over


def test_numbers_and_ids_play_the_same() -> None:
    by_id, by_number = Table(["none", "witnesses", "complaint"]), Table(["none", "2", "3"])
    assert by_id.session.position == by_number.session.position
    assert by_id.session.over


def test_moves_are_numbered_by_r_with_waiting_last() -> None:
    told = Table(["none"]).last().partition("What can you do?")[2]
    places = [told.index(said) for said in ("Reveal:", "1.", "2.", "Reframe:", "3.", "Or do nothing:", "4.")]
    assert places == sorted(places)


def test_a_greyed_move_says_why_and_is_not_played() -> None:
    table = Table(["none", "publish"])
    assert "Not open: open only when you prepared “Train four people to film”." in joined(table.after[1])
    assert table.last().startswith("Not open: Open only when you prepared “Train four people to film”.")
    assert len(table.session.line) == 2


def test_a_move_without_a_yes_waits_for_a_word() -> None:
    table = Table(["none", "wait", "ana_speaks"])
    assert "This needs a yes that you do not have" in table.last()
    assert not table.session.over
    assert Table(["none", "wait", "ana_speaks", "board", "yes"]).session.over is False
    for word in ("yes", "ana_speaks"):
        assert Table(["none", "wait", "ana_speaks", word]).session.over


def test_asking_by_the_number_of_a_move_asks_everybody_it_needs() -> None:
    table = Table(["none", "wait", "ask ana_speaks"])
    assert table.last().count("The answer is yes.") == 2
    asked = [event for event in table.session.line if type(event).__name__ == "Ask"]
    assert len(asked) == 2
    assert Table(["none", "wait", "ask ana_speaks", "ana_speaks"]).session.over


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["ask 2"], "Move 2 needs nobody's yes."),
        (["ask publish"], "Move 1 needs nobody's yes."),
        (["wait", "ask ana", "ask 2"], "Everybody whose yes move 2 needs has given it."),
        (["ask 9"], "Nobody is asked for “9”."),
        (["ask father"], "Nobody is asked for “father”."),
    ],
)
def test_where_nobody_is_to_be_asked_it_is_said_why(typed: list[str], said: str) -> None:
    table = Table(["none", *typed])
    assert said in table.last()


def test_moves_are_told_anew_when_an_answer_opens_one(tmp_path: Path) -> None:
    text = Path(RAID).read_text()
    before = "label: Put Ana on the evening news"
    assert before in text
    file = tmp_path / "raid.yaml"
    file.write_text(text.replace(before, f"when: consents(ana, story)\n        {before}"))
    table = Table(["none", "wait", "ask ana.face", "ask ana.story"], scenario(file))
    assert "What can you do?" not in joined(table.after[-3])
    assert "2. Put Ana on the evening news." in table.last()


def test_injects_are_listed_for_the_facilitator_by_title_only() -> None:
    table = Table(["none", "injects"])
    assert table.last().startswith("For the facilitator:")
    assert "- A guard talks. To throw it: inject leak" in table.last()
    assert "phones the lawyer" not in table.text
    assert "A guard talks. Thrown already." in Table(["none", "inject leak", "injects"]).last()
    assert Table(["none", "inject"]).last() == table.last()


def test_an_inject_is_told_as_something_that_happens() -> None:
    table = Table(["none", "inject leak"])
    for said in ("Something comes in: A guard talks.", "A guard phones the lawyer", "Evidence: 0 to 1"):
        assert said in table.last()
    assert "You chose:" not in table.last()
    assert table.session.line[-1] == Throw("leak")
    veiled = Table(["none", "inject leak"], level=VEILED).last()
    assert "A guard talks." in veiled and "phones the lawyer" not in veiled


@pytest.mark.parametrize(
    ("typed", "said", "stand"),
    [
        (["inject leak"], "An inject can be thrown once the first scene is open.", 0),
        (["none", "inject lek"], "There is no inject “lek” here. Type injects to hear which there are.", 0),
        (["none", "inject leak", "inject leak"], "has been thrown already.", 1),
        (["none", "inject leak", "undo"], "Taken back: A guard talks.", 0),
    ],
)
def test_an_inject_comes_in_once_and_can_be_taken_back(typed: list[str], said: str, stand: int) -> None:
    table = Table(typed)
    assert said in table.last()
    assert table.session.line.count(Throw("leak")) == stand


def test_an_inject_that_does_not_fit_is_listed_as_such(tmp_path: Path) -> None:
    file = tmp_path / "raid.yaml"
    text = Path(RAID).read_text()
    file.write_text(text.replace("title: A guard talks", "title: A guard talks\n    when: visited(smear)"))
    table = Table(["none", "injects", "inject leak", "wait", "injects"], scenario(file))
    assert "A guard talks. Does not fit the play as it stands." in joined(table.after[2])
    assert "does not fit the play as it stands." in joined(table.after[3])
    assert "To throw it: inject leak" in table.last()


def test_a_yes_can_be_taken_back() -> None:
    table = Table(["none", "ask ana.story", "withdraw ana.story", "people"])
    assert "story: has not been asked" in table.last()


@pytest.mark.parametrize("word", ["board", "costs", "support", "audience", "group", "people", "log", "why", "methods"])
def test_every_word_that_tells_something_tells_it_and_plays_nothing(word: str) -> None:
    table = Table(["none", "wait", word])
    assert len(table.after[-2]) > 3
    assert len(table.session.line) == 3


def test_the_board_is_five_sentences() -> None:
    told = Table(["none", "board"]).after[-2]
    sentences = [line for line in told if line.startswith("- ")]
    assert len(sentences) == 5
    assert joined(told).count("of 100 people") == 5
    assert joined(told).count("This is the bottleneck.") == 1


def test_undo_takes_back_what_it_names_and_tells_the_scene_again() -> None:
    table = Table(["none", "witnesses", "undo"])
    assert "Taken back: Collect signed statements from the queue" in table.last()
    assert "You are where you were before it." in table.last()
    assert "Masked men at the door" in table.last()
    assert "What can you do?" in table.last()
    assert "You chose:" not in table.last()
    assert len(table.session.line) == 2
    assert "There is nothing to take back." in Table(["undo"]).last()


def test_end_looks_back_kindly_and_leaves_no_mark() -> None:
    table = Table(["none", "wait", "end"])
    assert "You stopped here" in table.text
    assert "Nothing records that you stopped." in table.text
    assert not table.session.over
    assert [type(event) for event in table.session.events] == [Start, Prepare, Play]


def test_veiled_scenes_are_told_in_their_one_line() -> None:
    of = scenario(built_ins()["the-count-goes-on"])
    scene = of.scenes[of.first]
    veiled, open_ = Table(["none"], of, level=VEILED), Table(["none"], of)
    assert scene.veil in veiled.text
    assert scene.text.split()[0] + " " + scene.text.split()[1] + " " + scene.text.split()[2] not in veiled.text
    assert scene.veil not in open_.text
    assert scene.veil in Table(["none", "veil"], of).last()
    assert " ".join(scene.text.split()) in Table(["none", "veil", "unveil", "again"], of).last()


def test_pausing_and_veiling_leave_no_trace_in_the_log() -> None:
    table = Table(["none", "pause", "", "veil", "unveil", "help", "again"])
    assert len(table.session.events) == 2
    assert "Paused" in table.text and "You go on." in table.text


def test_the_end_of_the_input_is_the_same_as_quit() -> None:
    for typed in ([], ["quit"], ["none"], ["none", "q"], ["none", "pause"]):
        assert Table(typed).heard[-1] == "You leave. This play was kept nowhere, as you asked."


def test_a_log_that_cannot_keep_a_choice_says_so_and_the_choice_does_not_count() -> None:
    table = Table(["none"])

    def refuse(*_: object) -> bool:
        raise StorageError("The disk is full.")

    table.player.kept.log.append = refuse  # type: ignore[method-assign]
    table.typed = ["wait"]
    table.player.run()
    assert "The disk is full." in table.text
    assert not any(isinstance(event, Play) for event in table.session.events)
    assert "What happens" not in table.text


def test_the_picture_stands_beside_words_that_say_the_same() -> None:
    table = Table(["cameras code", "publish", "portraits"])
    last = ending_view(table.session).path[-1]
    assert f"After round {last.round}: support {last.support}, mean cost {last.cost}." in table.text
    picture = [line for line in table.heard if line[4:6] == " |"]
    assert len(picture) == 11
    assert any(str(last.round) in line[6:] for line in picture)


@pytest.mark.parametrize("name", sorted(built_ins()))
def test_every_line_of_every_scene_fits_and_holds_nothing_a_terminal_obeys(name: str) -> None:
    of = scenario(built_ins()[name])
    table = Table(["1 2", *["again", "moves", "audience", "costs", "2", "yes", "1", "yes"] * 12], of)
    assert table.session.over
    assert all(width(line) <= WIDTH and is_plain(line) and "\n" not in line for line in table.heard)


TYPED = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [*WORDS, "1", "2", "3", "4", "wait", "none", "ask 2", "ask ana", "withdraw ana.story", "publish", "inject leak"]
    ),
    st.builds(lambda word, rest: f"{word} {rest}", st.sampled_from(WORDS), st.text(max_size=12)),
    st.integers().map(str),
    st.sampled_from(["\x1b[2J", "\x9b31m", "９９", "²", "0", "-1", "1" * 5000, "1.5", "ask " * 50, "\u202ewait"]),
)


@given(st.lists(TYPED, max_size=14))
def test_nothing_that_is_typed_is_an_accident_or_comes_back_as_control_characters(typed: list[str]) -> None:
    table = Table(typed)
    assert all(is_plain(line) and "\n" not in line for line in table.heard)
    again = Session.replay(RAID_SCENARIO, table.session.events)
    assert again.position == table.session.position


def test_a_skipped_scene_is_a_wait_that_says_first_what_it_does() -> None:
    table = Table(["none", "skip", "no", "skip", "yes", "quit"])
    assert table.text.count("as if your group had waited") == 2
    assert table.player.kept.session.events[-1] == Play("raid", "wait")
    assert "You chose: Wait" not in table.text, "nothing more of the scene is told"


def test_softened_scenes_name_what_they_do_and_are_whole_again_when_asked() -> None:
    softened = Table(["none"], level="softened")
    assert "there was no operation" not in softened.text and "Deny: keeping people from knowing." in softened.text
    again = Table(["none", "soften", "again", "unveil", "again"])
    assert again.text.count("there was no operation") == 2


def test_blank_says_nothing_until_somebody_asks_where_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKFIRE_HOME", str(tmp_path))
    table = Table(["none", "blank", "moves", "why", "again", "safety", "here"])
    blank, moves, why, again = (joined(heard) for heard in table.after[2:6])
    assert (blank, moves, why) == ("", "", "") and len(table.after[2]) > 50 and "What can you do?" in again
    assert "leave this scene out" in table.text and "Turn to the person who leads this training" in table.text
