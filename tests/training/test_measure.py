"""Before and after: counts that nobody can take apart, and nothing shown that fewer than five people stand behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfire_sim.documents.measure import cell_of, results_csv, results_markdown
from backfire_sim.plain.measure import told as plain_told
from backfire_sim.scoring.vocabulary import METHODS
from backfire_sim.training.cases import FORMS, KINDS, OPTIONS, cases
from backfire_sim.training.measure import (
    FEWEST,
    ITEMS,
    MOMENTS,
    STEPS,
    Measured,
    Results,
    Sheet,
    count,
    form_for,
    has_cases,
    nothing,
    results,
)
from backfire_sim.training.typed_sheets import LETTERS, read_sheet


@st.composite
def sheets(draw: st.DrawFn, moment: str) -> Sheet:
    steps = tuple(draw(st.one_of(st.none(), st.sampled_from(STEPS))) for _item in ITEMS)
    if not has_cases(moment):
        return Sheet(steps)
    picks = tuple(draw(st.one_of(st.none(), st.integers(0, most - 1))) for most in OPTIONS)
    return Sheet(steps, draw(st.sampled_from(FORMS)), picks)


@st.composite
def groups(draw: st.DrawFn) -> list[tuple[str, Sheet]]:
    moments = [moment for moment in MOMENTS for _person in range(draw(st.sampled_from([0, 1, 4, 5, 6, 11])))]
    return [(moment, draw(sheets(moment))) for moment in moments]


def measured(came_in: list[tuple[str, Sheet]]) -> Measured:
    found = nothing(alone=False)
    for moment, sheet in came_in:
        found = count(found, moment, sheet)
    return found


@given(groups(), st.randoms(use_true_random=False))
def test_the_order_in_which_people_answered_leaves_no_trace(came_in: list[tuple[str, Sheet]], shuffled: object) -> None:
    other = list(came_in)
    shuffled.shuffle(other)  # type: ignore[attr-defined]
    assert measured(came_in) == measured(other)


@given(groups())
def test_no_figure_of_a_group_is_shown_that_fewer_than_five_people_stand_behind(
    came_in: list[tuple[str, Sheet]],
) -> None:
    told = results(measured(came_in))
    there = {moment: [sheet for when, sheet in came_in if when == moment] for moment in MOMENTS}
    assert dict(told.people) == {moment: len(sheets) for moment, sheets in there.items() if sheets}
    assert all(len(there[moment]) >= FEWEST for moment in told.columns)
    for at, row in enumerate(told.confidence):
        for moment, value in zip(told.columns, row.values, strict=True):
            answered = [sheet.confidence[at] for sheet in there[moment] if sheet.confidence[at] is not None]
            assert (value is None) == (len(answered) < FEWEST)
    for moment, value in zip(told.columns, told.right, strict=True):
        whole = [sheet for sheet in there[moment] if sheet.picks and None not in sheet.picks]
        assert (value is None) == (len(whole) < FEWEST)
    for kind in told.kinds:
        for moment, cell in zip(told.columns, kind.cells, strict=True):
            assert (cell is None) == (not has_cases(moment))
            if cell is not None:
                assert cell[0] >= FEWEST and cell[1] - cell[0] >= FEWEST
    small = [moment for moment, sheets in there.items() if 0 < len(sheets) < FEWEST]
    assert bool(small) == any("Fewer than five people answered (" in each for each in told.withheld)


@given(groups())
def test_lines_and_files_show_what_may_be_shown_and_no_more(came_in: list[tuple[str, Sheet]]) -> None:
    """Every way out is made of `Results`; what that withholds has no way round it."""
    found = measured([(moment, sheet) for moment, sheet in came_in][: FEWEST - 1])
    told = results(found)
    assert not told.columns and not told.kinds
    for said in (results_markdown(told), results_csv(told), "\n".join(plain_told(found))):
        assert "confidence," not in said and "How confident, 0 to 100" not in said


def test_kinds_of_cases_are_shown_where_enough_people_stand_on_either_side() -> None:
    right = tuple(case.key for case in cases("A"))
    wrong = tuple((case.key + 1) % len(case.options) for case in cases("A"))
    steps = (50,) * len(ITEMS)
    half = measured([("before", Sheet(steps, "A", right))] * 5 + [("before", Sheet(steps, "A", wrong))] * 5)
    assert [row.cells for row in results(half).kinds] == [((5, 10),)] * len(KINDS)
    fewer = measured([("before", Sheet(steps, "A", right))] * 5 + [("before", Sheet(steps, "A", wrong))] * 4)
    assert results(fewer).kinds == ()
    assert results(fewer).right == (5.0,)


def test_one_person_sees_their_own_and_answering_again_takes_its_place() -> None:
    own = count(nothing(alone=True), "before", Sheet((10, None, 20, 30, 40), "A", (0, 0, 0, 0, 0)))
    own = count(own, "before", Sheet((70, None, 20, 30, 40), "A", tuple(case.key for case in cases("A"))))
    told = results(own)
    assert told.people == (("before", 1),)
    assert [row.values for row in told.confidence] == [(70.0,), (None,), (20.0,), (30.0,), (40.0,)]
    assert told.right == (5.0,) and told.withheld == ()


def test_everybody_gets_both_forms_and_half_of_them_each_first() -> None:
    for seat in range(1, 9):
        assert {form_for("before", seat), form_for("after", seat)} == set(FORMS)
        assert form_for("back", seat) == ""
    assert [form_for("before", seat) for seat in range(1, 5)] == ["A", "B", "A", "B"]


def test_the_two_forms_ask_for_the_same_and_have_different_keys() -> None:
    one, other = cases("A"), cases("B")
    for a, b, most in zip(one, other, OPTIONS, strict=True):
        assert a.kind == b.kind and a.ask == b.ask
        assert len(a.options) == len(b.options) == most
        assert a.key != b.key, a.kind
        assert a.text != b.text and a.why != b.why
    assert len(one[0].options) == len(METHODS)


@pytest.mark.parametrize(
    ("moment", "sheet"),
    [
        ("before", Sheet((50,) * 5)),
        ("back", Sheet((50,) * 5, "A", (0,) * 5)),
        ("before", Sheet((55,) * 5, "A", (0,) * 5)),
        ("before", Sheet((50,) * 4, "A", (0,) * 5)),
        ("before", Sheet((50,) * 5, "A", (0, 0, 0, 2, 0))),
        ("sometime", Sheet((50,) * 5)),
    ],
)
def test_what_is_no_sheet_is_not_counted(moment: str, sheet: Sheet) -> None:
    with pytest.raises(ValueError):
        count(nothing(alone=False), moment, sheet)


@given(st.sampled_from(MOMENTS).flatmap(lambda moment: st.tuples(st.just(moment), sheets(moment))))
def test_a_sheet_from_paper_can_be_typed_in_one_line(given_: tuple[str, Sheet]) -> None:
    moment, sheet = given_
    words = ["-" if step is None else str(step) for step in sheet.confidence]
    words += [sheet.form] * bool(sheet.form) + ["-" if pick is None else LETTERS[pick] for pick in sheet.picks]
    assert read_sheet(" ".join(words), moment) == sheet


@given(st.text(max_size=60), st.sampled_from(MOMENTS))
def test_any_other_line_is_a_sheet_that_can_be_counted_or_none(typed: str, moment: str) -> None:
    sheet = read_sheet(typed, moment)
    if sheet is not None:
        count(nothing(alone=False), moment, sheet)


@given(st.text())
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert not cell_of(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell_of(text).endswith(text)


def test_both_ways_in_which_it_misleads_are_said_beside_the_figures() -> None:
    steps = (50,) * len(ITEMS)
    came_in = [("before", Sheet(steps, "A", (0,) * 5)), ("after", Sheet(steps, "B", (0,) * 5)), ("back", Sheet(steps))]
    found = measured(came_in * FEWEST)
    said = " ".join(plain_told(found))
    assert "can show too little" in said and "can show too much" in said
    assert "can show too little" in results_markdown(results(found))
    assert isinstance(results(found), Results)


def test_the_smallest_group_of_which_anything_is_shown_has_five_people() -> None:
    assert FEWEST == 5
