"""A plan on paper: everything of it is there, and words from files stay words."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backfire_sim.documents.training_plan import as_html, as_markdown
from backfire_sim.text import one_line
from backfire_sim.training.facts import Candidate
from backfire_sim.training.intake import Intake
from backfire_sim.training.plan import plan
from backfire_sim.views.planning import marks
from tests.authoring.printing.leaf import read
from tests.training.planning import HOSTILE, card, intakes, shelves

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(intakes, shelves, st.sampled_from(("en", 'x" onload="y')))
def test_every_plan_is_written_whole_and_harmless(intake: Intake, shelf: list[Candidate], language: str) -> None:
    made = plan(intake, shelf)
    text, top = as_markdown(made), read(as_html(made, language))
    page = one_line(top.text)
    unescaped = _ESCAPED.sub(r"\1", text)
    for block in made.blocks:
        for said in (marks(block), block.title, block.why, *block.steps):
            assert one_line(said) in page and one_line(said) in unescaped
    for reason in (reason for each in made.offered for reason in (*each.reasons, *each.cautions)):
        assert one_line(reason) in page and one_line(reason) in unescaped
    assert {leaf.tag for leaf in top.walk()}.isdisjoint({"script", "a", "img", "iframe", "form", "input", "link"})
    assert not any(name.startswith("on") or name == "style" for leaf in top.walk() for name in leaf.attributes)
    assert top.one("html").attributes["lang"] == language


def test_a_hostile_title_is_a_title() -> None:
    made = plan(Intake(people=8, minutes=90), [Candidate("made", "x'; rm -rf /", card(HOSTILE))])
    assert HOSTILE in read(as_html(made)).text
    live = _ESCAPED.sub("", as_markdown(made))
    assert not re.search(r"\]\(|<b|&amp;", live)
    headings = [line for line in as_markdown(made).split("\n") if line.startswith("### ") and "onclick" in line]
    assert headings and all("\\[x\\]" in line for line in headings)


def test_every_step_has_a_box_to_tick() -> None:
    made = plan(Intake(people=8, minutes=180), [])
    boxes = sum(len(block.steps) for block in made.blocks) + len(made.before) + len(made.materials)
    assert as_markdown(made).count("- [ ] ") == boxes
    assert sum(len(each.all("li")) for each in read(as_html(made)).all("ul.boxes")) == boxes
