"""Practice for one in the app: how sure first, then the answer, then why; kept before anything is said of it."""

from __future__ import annotations

import pytest

from backfire_sim.practice.reviews import Review
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.paths import places
from backfire_sim.storage.reviews import ReviewLog, open_reviews, read_reviews
from backfire_sim.storage.settings import Settings
from backfire_sim.tui.screens.home import HomeScreen
from backfire_sim.tui.screens.learn import LearnScreen
from backfire_sim.tui.screens.note import NoteScreen
from backfire_sim.tui.screens.practice import Practice
from backfire_sim.tui.screens.practice_end import PracticeEnd
from backfire_sim.tui.screens.practice_layout import ANSWER, CHECK, SURE, TOLD, WRITING
from backfire_sim.tui.screens.practice_progress import PracticeProgress
from tests.tui.alone import KINDS, Alone, alone, answer, go_on, sitting
from tests.tui.stage import IDS, SIZES, click, flowing, press, read_whole, run, screen_text
from tests.views.practice_cases import CUE


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_cue_question_answers_and_how_sure_stand_on_one_screen(size: tuple[int, int], kind: str) -> None:
    async def play() -> None:
        async with alone(Alone(KINDS[kind]), size) as (app, _pilot):
            seen, asked = flowing(app), sitting(app).question
            for words in (*asked.cue, asked.ask, *(each.label for each in (*asked.answers, *asked.confidences))):
                assert words in seen, words
            assert "1-3 choose" in seen and "leave out" in seen and "esc leave" in seen

    run(play)


@pytest.mark.parametrize("projector", [False, True], ids=["desk", "projector"])
@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_at_every_size_a_card_is_answered_and_explained(size: tuple[int, int], projector: bool) -> None:
    async def play() -> None:
        source = Alone(KINDS["choice"])
        async with alone(source, size, projector=projector) as (app, pilot):
            screen = sitting(app)
            await answer(app, pilot, "angry_post", sure=3)
            seen = ""
            for _page in range(60):
                if app.screen is not screen:
                    break
                seen += " ".join(each.plain for each in screen.told.lines_in_view()[1])
                if "done" in screen._stand:
                    seen += " ".join(each.plain for each in screen.done.lines_in_view()[1])
                await press(pilot, "enter")
            for words in (
                "does not fit here",
                "your answer",
                "fits best",
                "One sentence that says why",
                "And your answer",
            ):
                assert words in " ".join(seen.split()), words
            assert "○" in seen and "●" in seen and "of 100" in seen and "comes back" in seen

    run(play)


def test_how_sure_comes_first_and_nothing_is_chosen_before_somebody_chooses() -> None:
    async def play() -> None:
        async with alone(Alone()) as (app, pilot):
            screen = sitting(app)
            await press(pilot, "enter")
            assert screen.stage == SURE and "Choose one with the arrows" in flowing(app)
            await click(app, pilot, "Cover-up")
            assert screen.stage == SURE and "First say how sure you are" in flowing(app)
            await press(pilot, "down", "down", "enter")
            assert screen.stage == ANSWER and "fairly sure" in screen_text(app)
            await press(pilot, "left")
            assert screen.stage == SURE
            await press(pilot, "3")
            assert "certain" in screen_text(app)
            await press(pilot, "enter")
            assert screen.stage == ANSWER and not screen.sitting.told

    run(play)


def test_by_mouse_alone_a_card_is_answered_and_gone_on_from() -> None:
    async def play() -> None:
        async with alone(Alone(KINDS["name"], KINDS["choice"]), (120, 40)) as (app, pilot):
            for words in ("Certain", "Certain", "Cover-up", "Cover-up"):
                await click(app, pilot, words)
            assert sitting(app).stage == TOLD
            await click(app, pilot, "next")
            assert sitting(app).stage == SURE and "2 of 2" in screen_text(app)
            await click(app, pilot, "leave out")
            assert isinstance(app.screen, PracticeEnd)

    run(play)


def test_an_answer_is_on_the_disk_before_anything_is_said_of_it() -> None:
    async def play() -> None:
        async with alone(Alone()) as (app, pilot):
            await answer(app, pilot, "devaluation", sure=3)
            (kept,) = read_reviews()
            assert (kept.principle, kept.confidence, kept.answer, kept.fit) == (
                "name:cover_up", "certain", "devaluation", "backfires",
            )  # fmt: skip

    run(play)


def test_an_answer_that_cannot_be_kept_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    add = ReviewLog.add

    def refuse(self: ReviewLog, review: Review) -> None:
        raise StorageError("The disk is full.")

    async def play() -> None:
        async with alone(Alone()) as (app, pilot):
            screen = sitting(app)
            monkeypatch.setattr(ReviewLog, "add", refuse)
            await press(pilot, "2", "1")
            assert screen.stage == ANSWER and not screen.sitting.told
            assert "The disk is full. Your answer still stands here" in flowing(app)
            monkeypatch.setattr(ReviewLog, "add", add)
            await press(pilot, "enter")
            assert screen.stage == TOLD and len(read_reviews()) == 1

    run(play)


def test_a_card_is_left_out_without_a_word_and_without_a_trace() -> None:
    async def play() -> None:
        async with alone(Alone()) as (app, pilot):
            await press(pilot, "x", "3", "x")
            assert sitting(app).stage == SURE and sitting(app).sitting.skipped == 2
            await press(pilot, "x")
            assert isinstance(app.screen, PracticeEnd) and "Nothing was answered" in flowing(app)

    run(play)
    assert read_reviews() == []


@pytest.mark.parametrize("way_out", ["escape", "q"])
def test_leaving_in_the_middle_keeps_what_was_answered(way_out: str) -> None:
    async def play() -> None:
        async with alone(Alone()) as (app, pilot):
            await answer(app, pilot)
            await go_on(app, pilot)
            await press(pilot, "2", way_out)
            await read_whole(app, pilot)
            assert isinstance(app.screen, Practice) and "What you answered is kept." in flowing(app)
            assert "2 are new." in flowing(app)
            with open_reviews() as log:
                assert len(log.reviews) == 1, "nobody holds the log any more"
            await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen)

    run(play)


def test_after_five_it_is_said_once_that_stopping_is_fine() -> None:
    async def play() -> None:
        source = Alone(*(KINDS[kind] for kind in ("name", "next", "choice", "missing", "care", "write")))
        async with alone(source, (80, 60)) as (app, pilot):
            said = []
            for _card in range(6):
                screen = sitting(app)
                if screen.question.answers:
                    await answer(app, pilot)
                else:
                    await press(pilot, "1", "ctrl+s", "d")
                said.append("Stopping here is fine" in flowing(app))
                await go_on(app, pilot)
            assert said == [False, False, False, False, True, False]

    run(play)


def test_after_ten_minutes_no_card_begins_and_a_pause_is_not_counted() -> None:
    async def play() -> None:
        source = Alone()
        async with alone(source, (80, 60)) as (app, pilot):
            source.later(minutes=6)
            await press(pilot, "p")
            source.later(minutes=30)
            await press(pilot, "escape")
            await answer(app, pilot)
            assert "Ten minutes are over" not in flowing(app)
            await go_on(app, pilot)
            source.later(minutes=5)
            await answer(app, pilot)
            assert "Ten minutes are over" in flowing(app)
            await go_on(app, pilot)
            assert isinstance(app.screen, PracticeEnd)
            assert "Ten minutes are over" in flowing(app) and "1 is still open" in flowing(app)

    run(play)


def test_the_page_of_the_tactic_lies_over_the_card_and_leads_back() -> None:
    async def play() -> None:
        async with alone(Alone(KINDS["choice"])) as (app, pilot):
            await press(pilot, "m")
            assert "once you have answered" in flowing(app)
            await answer(app, pilot)
            await press(pilot, "m")
            assert isinstance(app.screen, LearnScreen) and "A tactic of Reveal" in flowing(app)
            await press(pilot, "escape")
            assert sitting(app).stage == TOLD

    run(play)


def test_a_confident_error_is_back_in_the_same_sitting() -> None:
    async def play() -> None:
        async with alone(Alone()) as (app, pilot):
            await answer(app, pilot, "devaluation", sure=3)
            await go_on(app, pilot)
            for _card in range(2):
                await answer(app, pilot)
                await go_on(app, pilot)
            assert "This one is back" in flowing(app) and "4 of 4" in screen_text(app)

    run(play)


# -- A sentence of one's own ------------------------------------------------------------------------------------------


def test_a_sentence_is_written_checked_line_by_line_and_kept_nowhere() -> None:
    async def play() -> None:
        async with alone(Alone(KINDS["write"])) as (app, pilot):
            screen = sitting(app)
            await press(pilot, "2")
            assert screen.stage == WRITING and "kept nowhere" in flowing(app)
            await press(pilot, *"Quixotic vixens", "enter", *"?q")
            assert "Quixotic vixens" in flowing(app) and screen.stage == WRITING
            await press(pilot, "ctrl+s")
            assert screen.stage == CHECK and "Quixotic vixens ?q" in flowing(app)
            await press(pilot, "h")
            assert app.screen is screen, "a letter hit by accident loses nothing"
            await press(pilot, "space", "down", "space", "left")
            assert screen.stage == WRITING and "Quixotic" in flowing(app)
            await press(pilot, "ctrl+s")
            assert screen_text(app).count("[×]") == 2
            await press(pilot, "down", "enter", "down", "enter")
            assert screen.stage == TOLD and "You ticked every line." in flowing(app)
            assert "Men took Ana." in flowing(app) and "not kept, not sent and not graded" in flowing(app)

    run(play)
    (kept,) = read_reviews()
    assert (kept.answer, kept.fit) == ("", "strong")
    for file in places().practice.rglob("*"):
        assert b"Quixotic" not in file.read_bytes()


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_sentence_has_room_beside_what_has_happened(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with alone(Alone(KINDS["write"]), size) as (app, pilot):
            await press(pilot, "1", *"One", "escape")
            assert sitting(app).stage == SURE
            await press(pilot, "1", *" two")
            assert CUE in flowing(app) and "One two" in flowing(app)
            await press(pilot, "ctrl+s")
            for line in ("What was done", "To whom", "Why it is wrong"):
                assert f"[ ] {line}" in flowing(app)
            await click(app, pilot, "[ ] To whom")
            await click(app, pilot, "To whom")
            assert "[×] To whom" in flowing(app)

    run(play)


# -- What is in the way -----------------------------------------------------------------------------------------------


def test_where_another_window_has_it_that_is_said_and_one_can_practice_all_the_same() -> None:
    async def play() -> None:
        with open_reviews() as other:
            async with alone(Alone(), begin=False) as (app, pilot):
                await press(pilot, "enter")
                assert "open in another window" in flowing(app)
                await press(pilot, "enter")
                assert "open in another window" in flowing(app), "it is looked again, and still so"
                await press(pilot, "down", "enter")
                assert "nothing is kept" in screen_text(app)
                await answer(app, pilot)
            assert other.reviews == []

    run(play)


def test_of_damaged_practice_what_can_be_read_is_saved() -> None:
    async def play() -> None:
        async with alone(Alone()) as (app, pilot):
            for _card in range(3):
                await answer(app, pilot)
                await go_on(app, pilot)
        (path,) = places().practice.glob("*.play")
        data = bytearray(path.read_bytes())
        data[-160:-100] = b"x" * 60
        path.write_bytes(data)
        async with alone(Alone(), begin=False) as (app, pilot):
            assert "is damaged" in flowing(app)
            await press(pilot, "enter")
            assert "nothing of it is deleted" in flowing(app)
            await press(pilot, "enter")
            await read_whole(app, pilot)
            assert "3 answers were saved." in flowing(app) and "Nothing is due" in flowing(app)

    run(play)
    assert list(places().practice.glob("*.damaged"))


@pytest.mark.parametrize(
    "source", [Alone(settings=Settings(keep_plays=False)), Alone(ephemeral=True)], ids=["setting", "this time"]
)
def test_where_nothing_is_to_be_kept_it_counts_until_the_program_closes(source: Alone) -> None:
    async def play() -> None:
        async with alone(source, begin=False) as (app, pilot):
            assert "Nothing that you answer is kept" in flowing(app) and "3 are new" in flowing(app)
            await press(pilot, "enter")
            assert "nothing is kept" in screen_text(app)
            await answer(app, pilot)
            await press(pilot, "escape")
            await read_whole(app, pilot)
            assert "2 are new" in flowing(app) and "is kept." not in flowing(app).split("nothing")[0]
            assert not list(places().practice.glob("*"))

    run(play)


# -- The end, and how it stands ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_the_end_says_what_comes_back_when_and_leads_on(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with alone(Alone(KINDS["name"]), size) as (app, pilot):
            await answer(app, pilot, "devaluation", sure=2)
            await go_on(app, pilot)
            assert "You made 1 decision." in flowing(app) and "Cover-up: naming it" in flowing(app)
            assert "tomorrow" in flowing(app) and "Dawn at the food bank" in flowing(app)
            await press(pilot, "1")
            assert isinstance(app.screen, NoteScreen)
            await press(pilot, "escape")
            await read_whole(app, pilot)
            assert isinstance(app.screen, Practice) and "Nothing is due until tomorrow." in flowing(app)

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_how_it_stands_is_said_in_words_beside_every_sign(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with alone(Alone(), size) as (app, pilot):
            await answer(app, pilot)
            await press(pilot, "escape")
            await read_whole(app, pilot)
            await press(pilot, "2")
            screen = app.screen
            assert isinstance(screen, PracticeProgress)
            seen = flowing(app)
            for _page in range(4):
                await press(pilot, "pagedown")
                seen += flowing(app)
            for words in (
                "Cover-up",
                "◐ Naming it",
                "on the way",
                "○ A yes from somebody",
                "not met yet",
                "too few answers",
            ):
                assert words in seen, words
            await press(pilot, "enter")
            assert isinstance(app.screen, NoteScreen)

    run(play)


def test_where_nothing_is_due_one_can_practice_anyway() -> None:
    async def play() -> None:
        source = Alone(KINDS["name"])
        async with alone(source) as (app, pilot):
            await answer(app, pilot)
            await go_on(app, pilot)
            await press(pilot, "escape")
            await read_whole(app, pilot)
            assert "Nothing is due" in flowing(app)
            await press(pilot, "2")
            assert sitting(app).stage == SURE
            await press(pilot, "escape")
        source.later(days=8)
        async with alone(source, begin=False) as (app, _pilot):
            assert "1 is due." in flowing(app)

    run(play)


# -- Comfort ----------------------------------------------------------------------------------------------------------


def test_what_happened_can_be_veiled_and_shown_again() -> None:
    async def play() -> None:
        async with alone(Alone(), size=(80, 24)) as (app, pilot):
            await press(pilot, "v")
            assert CUE not in flowing(app) and "v shows it" in flowing(app)
            await press(pilot, "i")
            assert "plain sentences" in flowing(app)
            await press(pilot, "v")
            assert CUE in flowing(app)

    run(play)


def test_help_tells_of_practice_and_the_palette_finds_it() -> None:
    async def play() -> None:
        async with alone(Alone()) as (app, pilot):
            await press(pilot, "question_mark")
            assert "Ten decisions or ten minutes at most" in flowing(app)
            await press(pilot, "escape", "colon", *"leave out", "enter")
            assert sitting(app).sitting.skipped == 1

    run(play)
