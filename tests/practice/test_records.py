"""What is kept of an answer comes back as it was, and nothing else is taken for one."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.engine.drills import BACKFIRES, STRONG, WORKABLE
from backfire_sim.practice.grading import confident_error, fit_of_ticks, grade
from backfire_sim.practice.reviews import CERTAIN, CONFIDENCES, FAIRLY, GUESSING, Review, from_record, to_record
from tests.practice.decks import NOON

WHOLE = Review("name:cover_up", "harvest/tires/tape", NOON, CERTAIN, "cover_up", STRONG)
FITS = (STRONG, WORKABLE, BACKFIRES)


@given(
    st.builds(
        Review,
        st.text(min_size=1),
        st.text(min_size=1),
        st.datetimes(datetime(1970, 1, 2), datetime(8999, 1, 1), timezones=st.just(UTC)),
        st.sampled_from(CONFIDENCES),
        st.text(),
        st.sampled_from(FITS),
    )
)
def test_a_review_comes_back_from_its_record(review: Review) -> None:
    assert from_record(to_record(review)) == review


def test_a_time_is_kept_in_utc() -> None:
    there = WHOLE._replace(at=NOON.astimezone(timezone(timedelta(hours=-8))))
    assert to_record(there)["at"] == "2026-03-02T12:00:00+00:00"
    assert from_record(to_record(there)).at.tzinfo is UTC


@pytest.mark.parametrize(
    "changed",
    [
        {"do": "play"},
        {"at": "yesterday"},
        {"at": "2026-03-02T12:00:00"},
        {"at": "9999-12-31T23:59:59-12:00"},
        {"at": "0001-01-01T00:00:00+14:00"},
        {"at": 7},
        {"confidence": "very"},
        {"fit": ""},
        {"principle": ""},
        {"drill": ""},
        {"answer": None},
        {"mood": "good"},
    ],
)
def test_what_is_no_review_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        from_record({**to_record(WHOLE), **changed})


def test_a_record_with_a_part_missing_is_refused() -> None:
    for name in to_record(WHOLE):
        with pytest.raises(ValueError):
            from_record({key: value for key, value in to_record(WHOLE).items() if key != name})


def test_a_time_without_a_zone_is_not_kept() -> None:
    with pytest.raises(ValueError):
        to_record(WHOLE._replace(at=datetime(2026, 3, 2, 12)))


@pytest.mark.parametrize(
    ("fit", "confidence", "given"),
    [
        (STRONG, CERTAIN, "good"),
        (STRONG, FAIRLY, "good"),
        (STRONG, GUESSING, "hard"),
        (WORKABLE, CERTAIN, "hard"),
        (WORKABLE, GUESSING, "hard"),
        (BACKFIRES, GUESSING, "again"),
        (BACKFIRES, CERTAIN, "again"),
    ],
)
def test_the_grade_is_read_off_the_answer_and_how_sure_it_was(fit: str, confidence: str, given: str) -> None:
    assert grade(fit, confidence) == given
    assert confident_error(fit, confidence) == ((fit, confidence) == (BACKFIRES, CERTAIN))


def test_a_sentence_is_never_graded_wrong() -> None:
    assert [fit_of_ticks(ticked, 3) for ticked in range(4)] == [WORKABLE, WORKABLE, WORKABLE, STRONG]
    assert fit_of_ticks(0, 0) == WORKABLE
