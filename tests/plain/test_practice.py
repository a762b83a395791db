"""Practice for one as lines, with a reader, a writer and a clock of the test's own."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE, Placed, drills_of
from backfire_sim.plain import practice_words as wording
from backfire_sim.plain.practice import Practice
from backfire_sim.plain.shape import WIDTH
from backfire_sim.practice.cards import cards_of
from backfire_sim.practice.reviews import CERTAIN, GUESSING, Review
from backfire_sim.practice.sitting import Sitting, plan
from backfire_sim.scenario.load import read_text
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.reviews import open_reviews
from backfire_sim.text import is_plain
from backfire_sim.views.practice import Answer
from tests.scenario.test_drills import with_drill

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

NAME = "asks: name_method\nmethod: denial\nbest: cover_up\nsays: {devaluation: Nobody is insulted here.}"
CHOOSE = "asks: choose_response\nbest: publish\nworkable: [witnesses]\nworse: [angry_post]"
MISSING = "asks: what_is_missing\nmove: witnesses\nbest: care"
WRITE = "asks: write\ntactic: translate\nchecklist: [a place, a day, a name]\nexample: On Monday two were taken."


def placed(lines: str, name: str = "it") -> Placed:
    scenario = read_text(with_drill(lines)).scenario
    assert scenario is not None
    one = next(drills_of(scenario))
    return one._replace(drill=one.drill._replace(id=name))


class Done(NamedTuple):
    """What came of typing some lines."""

    said: str
    flat: str
    """The same without line breaks."""
    sitting: Sitting
    reviews: list[Review]


def practice(
    drills: Sequence[Placed],
    lines: Sequence[str],
    *,
    took: timedelta = timedelta(0),
) -> Done:
    """What is said when these lines are typed. `took`: how long a person thinks about each line."""
    log = open_reviews(ephemeral=True)
    said: list[str] = []
    clock = [MORNING]
    typed: Iterator[str] = iter(lines)

    def read() -> str | None:
        line = next(typed, None)
        clock[0] += took
        said.append(f"<{line}>")
        return line

    practicing = Practice(read, said.extend, log, lambda: clock[0], UTC)
    sitting = practicing.run(plan(cards_of(drills), log.reviews, clock[0], UTC))
    assert all(len(line) <= WIDTH or line.startswith("<") for line in said)
    assert all(is_plain(line) or line.startswith("<") for line in said)
    text = "\n".join(said)
    return Done(text, " ".join(text.split()), sitting, log.reviews)


def test_how_sure_comes_before_the_answer_and_the_reasons_after_both() -> None:
    done = practice([placed(NAME)], ["2", "2", ""])
    order = [
        "1 of 1. Name the method. From: ",
        "You hand out food.",
        "What are they doing?",
        "2. Devaluation: making those harmed look as if they do not matter.",
        "how sure are you that you know? 1 guessing, 2 fairly sure, 3 certain.",
        "<2>",
        "Your answer? A number from 1 to 5, or skip.",
        "<2>",
        "Another one fits better.",
        "It fits best. One sentence that says why.",
        "You chose: Devaluation",
        "Nobody is insulted here.",
        "What it does: ",
        "Visibility goes from",
        "backfire learn cover_up",
        "This comes back tomorrow.",
        "Press Enter to finish.",
    ]
    places = [done.flat.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    second = done.flat.find("<2>", places[5] + 1)
    assert places[:7] == sorted(places[:7]) and places[6] < second < places[8]
    assert places[8:] == sorted(places[8:])
    (review,) = done.reviews
    assert (review.answer, review.fit, review.confidence) == ("devaluation", BACKFIRES, "fairly_sure")
    assert review.at == MORNING


def test_nothing_tells_the_answer_before_it_is_given() -> None:
    for lines in (NAME, CHOOSE, MISSING):
        one = placed(lines)
        done = practice([one], ["page", "help", "again", "1", "page"])
        assert one.drill.because not in done.flat and "backfire learn" not in done.flat
        assert "It fits" not in done.flat and done.reviews == []
        assert done.flat.count("it would give it away") == 2


def test_an_answer_can_be_said_by_number_by_name_or_in_full() -> None:
    for sure, answer in (("certain", "cover_up"), ("Certain.", "COVER-UP"), ("3", "1")):
        (review,) = practice([placed(NAME)], [sure, answer]).reviews
        assert (review.confidence, review.answer, review.fit) == (CERTAIN, "cover_up", STRONG)
    one = placed(CHOOSE)
    move = one.move("witnesses")
    assert move is not None
    (review,) = practice([one], ["1", move.label.upper()]).reviews
    assert (review.confidence, review.answer, review.fit) == (GUESSING, "witnesses", WORKABLE)


@pytest.mark.parametrize("typed", ["", "0", "4", "-1", "2.5", "٢", "9" * 300, "\x1b[2J", "yes", "{skip}", "%s"])
def test_what_is_no_answer_is_asked_for_once_more(typed: str) -> None:
    done = practice([placed(NAME)], [typed, "3", typed if typed != "4" else "6", "1"])
    assert done.flat.count("please; help says what else can be typed") == 2
    assert len(done.reviews) == 1 and done.reviews[0].fit == STRONG


def test_skipping_is_no_answer_and_no_fault() -> None:
    done = practice([placed(NAME), placed(MISSING, "b")], ["3", "skip", "skip"])
    assert done.reviews == [] and done.sitting.skipped == 2
    assert done.flat.count("Left out; it comes another time.") == 2 and "<None>" not in done.said


def test_the_end_of_the_input_anywhere_is_a_quiet_end_and_what_was_answered_stays() -> None:
    whole = ["3", "1", "", "3", "4", ""]
    drills = [placed(NAME), placed(MISSING, "b")]
    assert len(practice(drills, whole).reviews) == 2
    for many in range(len(whole)):
        for last in ([], ["quit"], ["q"], ["Exit"]):
            done = practice(drills, [*whole[:many], *last])
            assert len(done.reviews) == (many >= 2) + (many >= 5)
            assert len(done.sitting.told) == len(done.reviews)


def test_an_answer_is_durable_before_anything_is_said_of_it() -> None:
    one = placed(NAME)

    def full(_review: Review) -> None:
        raise StorageError("The disk is full: the last answer is not kept.")

    said: list[str] = []
    lines = iter(["3", "1"])
    log = open_reviews(ephemeral=True)
    log.add = full  # type: ignore[method-assign]
    practicing = Practice(lambda: next(lines, None), said.extend, log, lambda: MORNING, UTC)
    with pytest.raises(StorageError):
        practicing.run(plan(cards_of([one]), [], MORNING, UTC))
    assert "It fits" not in " ".join(said) and practicing.sitting.told == ()


def test_a_sentence_is_checked_by_oneself_and_kept_nowhere() -> None:
    secret = "On Tuesday my neighbor Sam was taken."
    for ticks, fit in (
        (["all"], STRONG),
        (["1, 2 3"], STRONG),
        (["", "yes", "y", "yes"], STRONG),
        (["1 3"], WORKABLE),
        (["none"], WORKABLE),
        (["4", "1 x", "", "no", "maybe", "yes", "n"], WORKABLE),
    ):
        done = practice([placed(WRITE)], ["2", secret, *ticks])
        (review,) = done.reviews
        assert (review.answer, review.fit) == ("", fit), ticks
        assert secret not in "".join(map(repr, (done.reviews, done.sitting)))
        before, _secret, after = done.flat.partition(secret)
        assert "is not kept, not sent and not graded" in before and "a place" not in before
        assert after.index("a place") < after.index("For example: On Monday two were taken.")
        assert "wrong" not in after.partition("To read on")[0]


def test_a_sentence_may_be_written_on_paper() -> None:
    (review,) = practice([placed(WRITE)], ["2", "", "all"]).reviews
    assert review.fit == STRONG


def test_a_confident_error_comes_back_in_the_same_sitting_and_says_so() -> None:
    drills = [placed(NAME), placed(NAME, "other"), placed(MISSING, "b"), placed(CHOOSE, "c")]
    done = practice(drills, ["3", "2", "", *["3", "skip"] * 2, "3", "1", ""])
    assert "it comes back later today" in done.flat
    assert "This one is back" in done.flat
    assert [review.drill.rpartition("/")[2] for review in done.reviews] == ["it", "other"]


def test_after_five_one_quiet_line() -> None:
    drills = [placed(MISSING.replace("care", need), need) for need in ("consent", "evidence", "messenger", "care")]
    done = practice([placed(NAME), placed(CHOOSE, "c"), *drills], ["2", "1", ""] * 6)
    assert len(done.reviews) == 6
    assert done.flat.count("Five are done.") == 1
    assert done.flat.index("5 of 6.") < done.flat.index("Five are done.") < done.flat.index("6 of 6.")


def test_after_ten_minutes_no_new_one_begins_but_the_one_begun_is_told_whole() -> None:
    drills = [placed(NAME), placed(MISSING, "b"), placed(CHOOSE, "c")]
    done = practice(drills, ["2", "1", "", "2", "1", "", "2", "1", ""], took=timedelta(minutes=2))
    assert len(done.reviews) == 2
    assert done.flat.endswith("Ten minutes are over, so no new one begins. What is left comes another day.")
    assert len(done.sitting.asked) == 1


def test_the_page_can_be_read_after_an_answer_and_the_answer_told_again() -> None:
    done = practice([placed(NAME)], ["3", "1", "page", "again", "help", ""])
    assert "Cover-up. Their five methods." in done.flat and "See also:" not in done.flat
    assert done.flat.count("It fits best.") == 2
    assert done.flat.count("Press Enter to finish.") == 4


def test_what_moves_do_is_said_of_both_and_from_where_once() -> None:
    one = placed(CHOOSE)
    worse = wording.meant("angry_post", tuple(Answer(id, id) for id in one.answers))
    done = practice([one], ["2", worse, ""])
    assert done.flat.index("What the better one does: ") < done.flat.index("What yours does: ")
    assert done.flat.count("Worked out ") == 1
    assert "What the plan does as it stands: " in practice([placed(MISSING)], ["2", "4"]).flat


def test_hostile_text_is_said_as_text() -> None:
    one = placed(NAME)
    cue = "[bold]{skip} %s {0} [/]" * 3
    one = one._replace(drill=one.drill._replace(cue=cue, because=cue, says={"devaluation": cue}))
    done = practice([one], ["3", "2", ""])
    assert done.flat.count("[bold]{skip} %s {0} [/]") == 9


@pytest.mark.parametrize(
    ("typed", "many"),
    [
        ("1", 1),
        ("1 2", 2),
        ("1,2;3", None),
        ("1,3", 2),
        ("2 2 2", 1),
        ("0", None),
        ("4", None),
        ("x", None),
        ("", None),
    ],
)
def test_numbers_in_one_line_tick_lines(typed: str, many: int | None) -> None:
    assert wording.ticks_meant(typed, 3) == many
