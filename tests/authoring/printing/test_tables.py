"""The tables hold what the page of the model says, cell by cell; the page of rules takes its figures from constants."""

import re
from itertools import product

import pytest

from backfire_sim.authoring.printing import tables
from backfire_sim.authoring.printing.pack import printed
from backfire_sim.scenario.load import load
from backfire_sim.scoring import constants
from backfire_sim.scoring.board import Audience
from backfire_sim.storage.shelf import built_ins
from tests.authoring.printing.leaf import read
from tests.authoring.printing.sheets import Sheets

SCENARIO = load(next(iter(built_ins().values()))).scenario
assert SCENARIO is not None
SHEETS = Sheets(read(printed(SCENARIO)))
STEPS = range(11)

ON_THE_PAGE = (
    "RATE",
    "SUPPORT_WON_IN",
    "SUPPORT_LOST_IN",
    "ANSWER_BONUS",
    "GIVEN_BACK",
    "PREPARATION_SOFTENS",
    "EVIDENCE_BEFORE_DENIAL_WEAKENS",
    "CONSENT_BROKEN_COSTS_CARE",
    "BREACHES_TO_ESCALATE",
    "COURAGE_OF_THE_CHILLED",
    "SUPPORT_GAINED_FOR_BACKFIRE",
    "CARE_FLOOR",
    "EVIDENCE_OF_SLOW_BURN",
    "MOMENTUM_OF_SLOW_BURN",
)
"""Constants that stand on the page of rules as they are; what voices and breaches do is counted in beforehand."""


def test_the_product_and_the_outraged_are_as_the_model_has_them() -> None:
    for visibility, dignity, meaning in product(STEPS, STEPS, STEPS):
        found = SHEETS.product(visibility, dignity, meaning)
        assert found == visibility * dignity * meaning
        # Outraged is the product without its last digit.
        assert int(str(found)[:-1] or "0") == visibility * dignity * meaning // 10


def test_how_many_act_is_there_for_everything_that_can_happen() -> None:
    products = {v * d * m for v, d, m in product(STEPS, STEPS, STEPS)}
    for felt, steadiness in product(products, {m * c for m, c in product(STEPS, STEPS)}):
        assert SHEETS.acting(felt, steadiness) == felt * steadiness // 1000


def test_how_a_cost_rises_is_there_for_everything_that_can_happen() -> None:
    for missing, pressure in product(range(-100, 101), range(101)):
        assert SHEETS.rises(missing, pressure) == max(0, missing * constants.RATE * pressure // 10_000)


def test_how_support_moves_is_there_for_every_difference() -> None:
    assert SHEETS.support_moves == {gap: ((gap + 1) // 2, gap // 6) for gap in range(1, 101)}


def test_a_figure_of_all_together_is_found_by_adding_and_reading_backward() -> None:
    audiences = tuple(
        Audience(label, label, size, (0, 0, 0, 0), (1, 2, 0, 3)) for label, size in (("A", 7), ("B", 12_345), ("C", 40))
    )
    found = {name: dict(zip(t.columns, column, strict=True)) for name, t, column in _columns(audiences)}
    for a, b, c in product(range(0, 101, 7), repeat=3):
        total = found[a]["A"] + found[b]["B"] + found[c]["C"]
        backward = max(figure for figure, row in found.items() if row["all together"] <= total)
        assert backward == (7 * a + 12_345 * b + 40 * c) // 12_392


def test_shares_in_the_smallest_numbers_give_the_same_quotient() -> None:
    audiences = tuple(Audience(str(n), str(n), 1, (0, 0, 0, 0), (hold, 0, 0, 0)) for n, hold in enumerate((2, 2, 0)))
    sums = tables.pressures(audiences)["political"]
    assert sums == tables.Sums(parts=((1, "0"), (1, "1")), divisor=2)
    assert tables.pressures(audiences)["legal"].parts == ()


def test_one_audience_needs_no_adding_up() -> None:
    assert tables.adding_up((Audience("one", "One", 9, (0, 0, 0, 0), (1, 1, 1, 1)),)) == []


def test_many_audiences_stand_on_several_pages_and_none_is_lost() -> None:
    audiences = tuple(Audience(f"a{n}", f"A {n}", 10**9 - n, (0, 0, 0, 0), (1, 1, 1, 1)) for n in range(40))
    made = tables.adding_up(audiences)
    assert {column for table in made for column in table.columns} >= {a.label for a in audiences} | {"all together"}
    assert max(len(table.columns) for table in made) <= tables.COLUMNS


@pytest.mark.parametrize("name", ON_THE_PAGE)
def test_every_figure_on_the_page_of_rules_is_the_constant(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, name, 77)
    assert SCENARIO is not None
    html = re.sub(r'<table class="figures.*?</table>', "", printed(SCENARIO), flags=re.DOTALL)
    assert re.search(r"(?<!\d)77(?!\d)", read(html).one("#round").text)


def test_the_mean_cost_is_asked_for_as_a_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "MEAN_COST_OF_BACKFIRE", 77)
    assert SCENARIO is not None
    assert "costs together 308 or more" in read(printed(SCENARIO)).one("#round").text


def _columns(audiences: tuple[Audience, ...]):
    for table in tables.adding_up(audiences):
        for figure, row in table.rows:
            yield figure, table, row
